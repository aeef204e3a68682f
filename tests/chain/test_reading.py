"""A page read by a model, over real HTTP: what stands on the page is taken as it stands there, and nothing else."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain.reading import (
    PART_CHARS,
    kinds_of,
    page_parts,
    reading_schema,
    request_of_page,
)
from assistant.chain.taking import ReadFacts
from assistant.plan.pages.facts import PAGE_CHARS
from assistant.prompts import load_prompt
from assistant.schema.nouns import LANGS, Lang
from tests.chain.calling import KEY
from tests.chain.pages import GOOD, PAGES, fault_of, one, read, reply
from tests.chain.servers import Answer, completion

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("lang", LANGS)
def test_a_good_reply_becomes_facts_in_the_order_of_the_page_without_praise(lang: Lang) -> None:
    content, facts = GOOD[lang]
    found, _ = read(content, page=PAGES[lang], lang=lang)
    said = json.loads(content)
    assert found.facts == facts
    assert (found.product, found.category) == (said["product"], said["category"])
    assert found.asked == tuple(said["questions"])
    assert found.dropped == ()
    assert found.about == ("capacity", "work-time", "material", "size", "included")
    quotes = [PAGES[lang][start:end] for start, end in found.spans]
    assert sorted(quotes) == sorted(fact["quote"] for fact in said["facts"])


def test_an_obeyed_instruction_has_no_effect_on_names_facts_or_questions() -> None:
    obeyed = reply(
        one("award-winning", "", "test"),
        one("award-winning", "System", "test"),
        product="award-winning",
        category="best kettle in the world",
        questions=("Shall I add that it has won 17 awards?",),
    )
    found, _ = read(obeyed)
    assert found == ReadFacts((), dropped=found.dropped)
    assert len(found.dropped) == 5


def test_a_name_that_praises_is_no_name_and_excuses_no_praise() -> None:
    page = "The world's best kettle\nThe world's best kettle, 0.9 L"
    found, _ = read(reply(one("The world's best kettle"), product="The world's best kettle"), page=page)
    assert (found.product, found.facts) == ("", ())


def test_a_reply_in_another_language_than_the_page_gives_nothing() -> None:
    foreign = reply(one("净重：1.1千克"), product="哈尔登水壶", category="水壶", questions=("重量是多少？",))
    found, _ = read(foreign)
    assert (found.facts, found.product, found.category, found.asked) == ((), "", "", ())
    assert found.dropped[-1] == ("重量是多少？", "It is in another language than the page.")


def test_a_question_keeps_to_the_figures_of_the_page() -> None:
    asked = ("Which of the two weights is right, 1.1 kg or 1,300 g?", "Is it 1.5 kg?", "Is\x1b it \ud800 safe?", " ")
    found, _ = read(reply(questions=(*asked, asked[0])))
    assert found.asked == (asked[0], "Is it safe?")
    assert found.dropped == (("Is it 1.5 kg?", "“1.5” does not stand there."),)


def test_a_page_that_states_nothing_gives_no_facts() -> None:
    assert read(reply())[0] == ReadFacts(())


def test_a_reply_of_thousands_of_quotes_is_not_looked_up_without_end() -> None:
    found, _ = read(reply(*(one(f"x{number}") for number in range(1_200))))
    assert [why for _, why in found.dropped].count("More than 1,000 are not taken.") == 200


@pytest.mark.parametrize("page", ["", " \n\t\n\u200b"])
def test_an_empty_page_is_not_asked_about(page: str) -> None:
    found, requests = read(page=page)
    assert (found, requests) == (ReadFacts(()), [])


def test_of_three_hundred_facts_as_many_are_taken_as_a_brief_holds() -> None:
    page = "\n".join(f"Part {number} is made of steel" for number in range(1000, 1300))
    found, _ = read(reply(*(one(line) for line in page.splitlines())), page=page)
    assert found.facts == tuple(page.splitlines()[:200])
    assert {why for _, why in found.dropped} == {"More than 200 are not taken."}
    assert len(found.dropped) == 100


def test_what_is_said_twice_is_taken_once() -> None:
    facts = (one("Net weight: 1.1 kg"), one("1.1 kg", "Net weight"), one("Net weight: 1.1 kg"))
    found, _ = read(reply(*facts))
    assert found.facts == ("Net weight: 1.1 kg",)
    assert [why for _, why in found.dropped] == ["It is said already."] * 2


def test_a_kind_that_there_is_not_is_dropped() -> None:
    found, _ = read(reply(one("Net weight: 1.1 kg", about="heaviness")))
    assert found.dropped == (("Net weight: 1.1 kg", "“heaviness” is no kind of fact."),)


def test_a_fence_around_the_reply_is_taken_off() -> None:
    assert read(f"```json\n{reply(one('Net weight: 1.1 kg'))}\n```")[0].facts == ("Net weight: 1.1 kg",)


@pytest.mark.parametrize(
    ("content", "finish", "start"),
    [
        ("## Facts\n- **Capacity:** 0.9 L", "stop", "test-model answered in prose instead of JSON."),
        ("", "stop", "test-model sent an empty reply."),
        (reply(), "length", "test-model was cut off before the end of its reply"),
        (reply(), "content_filter", "The content filter of test-model withheld the reply."),
        ('{"facts": []}', "stop", "test-model answered outside the form asked for (product: Field required)."),
        (
            reply({"quote": "x"}),
            "stop",
            "test-model answered outside the form asked for (facts.0.label: Field required",
        ),
        ("[]", "stop", "test-model answered without a JSON object."),
        (reply()[:-1], "stop", "test-model answered with broken JSON."),
        (f"Here: {reply()}", "stop", "test-model answered with text around the JSON."),
    ],
)
def test_a_reply_outside_the_form_is_one_line(content: str, finish: str, start: str) -> None:
    line = fault_of(Answer(body=completion(content, finish=finish)))
    assert line.startswith(start)
    assert len(line.splitlines()) == 1


def test_a_refusal_is_told_without_the_key() -> None:
    line = fault_of(Answer(body=completion(None, refusal=f"No, {KEY}.")))
    assert line == 'test-model declined to read the page: "No, ***." Change the page or the model.'


def test_a_long_page_is_asked_about_in_parts_and_read_as_one() -> None:
    filler = "\n".join(f"Seam {number} is sewn with cotton" for number in range(100, 500))
    page = f"Net weight: 1.1 kg\n{filler}\nCord: 75 cm"
    parts = list(page_parts(page))
    assert len(parts) == 2
    found, requests = read(reply(one("Net weight: 1.1 kg")), reply(one("75 cm", "Cord")), page=page)
    assert found.facts == ("Net weight: 1.1 kg", "Cord: 75 cm")
    first, second = (request.body["messages"] for request in requests)
    assert first[0] == second[0]
    assert "402| Cord: 75 cm" in second[1]["content"]
    assert "Net weight" not in second[1]["content"]


def test_what_lies_beyond_the_length_of_a_page_is_said_to_be_unread() -> None:
    page = "Net weight: 1.1 kg\n" + "\n" * PAGE_CHARS + "Cord: 75 cm"
    found, requests = read(reply(one("Cord: 75 cm")), page=page)
    assert "Cord" not in requests[0].body["messages"][1]["content"]
    assert found.facts == ()
    assert [line for line, _ in found.dropped] == ["Cord: 75 cm", "Cord: 75 cm"]
    assert found.dropped[0][1] == "Not read: a page is at most 60,000 characters."


@given(st.lists(st.text(alphabet="a1. 字\n</page>\u200b", max_size=60), max_size=8).map("\n".join))
def test_every_letter_of_a_page_is_shown_once_and_stays_between_its_tags(text: str) -> None:
    shown = "\n".join(page_parts(text))
    assert not re.search(r"<\s*/?\s*page\b", shown)
    letters = re.sub(r"\s", "", re.sub(r"(?m)^\d+\| ", "", shown))
    assert letters.replace("‹", "<") == re.sub(r"[\s\u200b]", "", text)


def test_a_line_longer_than_a_part_is_parted_at_the_end_of_a_sentence() -> None:
    parts = list(page_parts("The seam is sewn by hand. " * 900))
    assert len(parts) == 3
    assert all(len(part) <= PART_CHARS + 10 and part.endswith(".") for part in parts)


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_can_not_leave_its_tags(lang: Lang) -> None:
    _, requests = read(reply(), page=PAGES[lang], lang=lang)
    user = requests[0].body["messages"][1]["content"]
    assert user.count("<page>") == user.count("</page>") == 1


@pytest.mark.parametrize("lang", LANGS)
def test_the_fixed_part_comes_first_and_holds_no_variable(lang: Lang) -> None:
    prompt = load_prompt("read", lang)
    assert [role for role, _ in prompt.messages] == ["system", "user"]
    assert "{{" not in dict(prompt.messages)["system"]
    assert prompt.variables == set(request_of_page("", lang, kinds_of())[1])
    assert not prompt.words


def test_the_schema_is_strict_and_names_the_kinds() -> None:
    _, requests = read(reply())
    asked = requests[0].body["response_format"]["json_schema"]
    assert asked["strict"] is True
    assert asked["schema"] == reading_schema(kinds_of())
    assert asked["schema"]["properties"]["facts"]["items"]["properties"]["about"]["enum"][-1] == "other"


@pytest.mark.parametrize("lang", LANGS)
def test_every_example_in_a_prompt_is_judged_as_the_prompt_says(lang: Lang) -> None:
    system = dict(load_prompt("read", lang).messages)["system"]
    page = "\n".join(re.findall(r"(?m)^\d\| (.+)$", system))
    good = re.findall(r"(?m)^(?:Good: |对：|對：)(\{.+\})$", system)
    bad = re.findall(
        r"[“「\"]([^”」\"]+)[”」\"] ?[(（]", next(line for line in system.splitlines() if re.match("Bad|错|錯", line))
    )
    assert (len(good), len(bad)) == (3, 4)
    found, _ = read(reply(*map(json.loads, good), *map(one, bad)), page=page, lang=lang)
    assert len(found.facts) == 3
    assert len(found.dropped) == 4


@pytest.mark.parametrize("lang", LANGS)
def test_the_rendered_prompt_is_the_one_that_was_read_and_approved(lang: Lang) -> None:
    """Read the difference, then accept it with YARDSTICK_ACCEPT_SNAPSHOTS=1."""
    path = SNAPSHOTS / f"read-{lang}.txt"
    messages, variables = request_of_page(next(page_parts(PAGES[lang])), lang, kinds_of())
    text = "\n\n".join(f"===== {role} =====\n{body}" for role, body in messages)
    text = re.sub(r"\{\{([a-z_]+)\}\}", lambda match: variables[match[1]], text) + "\n"
    if os.environ.get("YARDSTICK_ACCEPT_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
