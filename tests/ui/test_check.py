"""The page Check, without a browser: what it shows of a text, and what is kept of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from assistant.documents import read_document
from assistant.lint import lint
from assistant.rewriting import rewrite
from assistant.rewriting.edits import apply_edits
from assistant.schema import LANGS, Lang
from assistant.schema.pasted import Dismissal, HeardOpinion, Pasted
from assistant.store import open_store
from assistant.ui.cards import read_act
from assistant.ui.check.diffing import pair_of
from assistant.ui.check.dismissals import key_of
from assistant.ui.check.findings import find_edits
from assistant.ui.check.parts import find_parts, part_of
from assistant.ui.check.proposals import find_proposals, result_of
from assistant.ui.check.reading import HELD_CHARS, Sorted, read_text
from assistant.ui.words import load_words
from tests.ui.checking import cards, checked, go_to, opened, paper_of, paste
from tests.ui.checking import rewrite as ask_rewrite
from tests.ui.entering import enter, shown

COPY: dict[Lang, str] = {
    "en": "Our truly world-class kettle boils 1.7 L in 4 minutes. It is the best kettle on the market!!",
    "zh-Hans": "我们的水壶世界一流，4分钟烧开1.7升水。它是市面上最好的水壶！！",
    "zh-Hant": "我們的水壺世界一流，4分鐘燒開1.7公升的水。它是市面上最好的水壺！！",
}

LONGER: dict[Lang, str] = {
    "en": COPY["en"] + "\n\nIt weighs 348 g.",
    "zh-Hans": COPY["zh-Hans"] + "\n\n行业领先的品牌。壶盖用不锈钢制成，单手就能打开。重量348克。",
    "zh-Hant": COPY["zh-Hant"] + "\n\n業界領先的品牌。壺蓋用不鏽鋼製成，單手就能打開。重量348公克。",
}


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "YARDSTICK_MODEL"):
        monkeypatch.delenv(name, raising=False)


def heads(page: AppTest, key: str = "findings") -> list[str]:
    return [card["head"] for card in cards(page, key)["cards"]]


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_page_says_what_it_is_for(lang: Lang) -> None:
    page, words = opened(lang), load_words(lang)
    assert words("check.start") in shown(page)
    assert words("check.found") not in shown(page)
    assert paper_of(page).version == 0


@pytest.mark.parametrize("lang", LANGS)
def test_every_finding_says_what_a_customer_would_ask_and_what_would_settle_it(lang: Lang) -> None:
    page, words = checked(COPY[lang], lang), load_words(lang)
    found = cards(page)["cards"]
    assert len(found) >= 2
    for card in found:
        leads = [line["lead"] for line in card["said"]]
        assert words.lead("recognised.question") in leads
        assert words.lead("recognised.needs") in leads
        assert card["more"]["summary"].startswith(words("check.rule_named", rule="")[:4])
        assert card["jump"] == card["id"]
        assert f'data-mark="{card["id"]}"' in shown(page)
    assert words("check.questions") in shown(page)
    assert words("check.shouts", count=1) in shown(page)


@pytest.mark.parametrize("lang", LANGS)
def test_the_language_is_guessed_from_the_copy_and_not_from_the_page(lang: Lang) -> None:
    page = checked(COPY[lang], "en")
    assert {card["lang"] for card in cards(page)["cards"]} == {lang}
    assert load_words("en")("check.questions") in shown(page)


def test_the_counts_say_what_they_are_made_of_and_what_was_looked_at() -> None:
    page, words = checked(COPY["en"]), load_words("en")
    seen = shown(page)
    assert "empty-class 1" in seen
    assert "empty-superlative 1" in seen
    assert "2 sentences" in seen
    assert words("check.market_none") in seen


def test_a_market_brings_rules_of_its_own() -> None:
    page = checked("It is 100% safe and boils 1.7 L.")
    assert "us-objective-claim" not in shown(page)
    page.selectbox(key="of_paper_market").set_value("us").run()
    assert "us-objective-claim" in shown(page)


def test_a_page_of_html_is_read_as_its_reader_sees_it() -> None:
    page = checked("<div><p>Our <b>world</b>-class kettle.</p><script>world-class</script></div>")
    assert heads(page) == ["world-class"]
    assert load_words("en")("check.kind_html") in shown(page)
    page.selectbox(key="of_paper_kind").set_value("text").run()
    assert paper_of(page).pasted.kind == "text"
    assert heads(page) == ["world-class"]


HOSTILE = (
    '<img src="http://a.example/x.png" onerror="window.struck=1"> is world-class. '
    "![y](http://a.example/y.png) [x](javascript:alert(1)) $z$ :red[the best kettle on the market]. "
    "</style></div><form action=http://a.example><input>\u202e world-leading [[brand]] {{name}}"
)


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_hostile_copy_is_text_everywhere(kind: str) -> None:
    page = checked(HOSTILE)
    page.selectbox(key="of_paper_kind").set_value(kind).run()
    ask_rewrite(page)
    seen = shown(page)
    for tag in ("<img src", "<form", "<input", "<script", "</style>"):
        assert tag not in seen.replace('<img class="ys', "")
    assert "\u202e" not in seen
    assert "\u202e" not in str(cards(page)) + str(cards(page, "proposals"))


def test_what_was_pasted_is_there_after_a_reload() -> None:
    page = checked(COPY["en"])
    page.selectbox(key="of_paper_market").set_value("uk").run()
    id = paper_of(page).id
    assert page.query_params["check"] in (id, [id])
    again = opened(check=id)
    assert paper_of(again).pasted.text == COPY["en"]
    assert paper_of(again).pasted.market == "uk"
    assert again.selectbox(key="of_paper_market").value == "uk"


def test_an_address_that_names_nothing_says_so() -> None:
    page = opened(check="nothing")
    assert load_words("en")("check.not_there") in shown(page)


def test_undo_and_redo_bring_back_each_step() -> None:
    page = checked("One.")
    paste(page, "One. Two.")
    page.button(key="check_undo").click().run()
    assert paper_of(page).pasted.text == "One."
    page.button(key="check_redo").click().run()
    assert paper_of(page).pasted.text == "One. Two."
    page.button(key="check_new").click().run()
    assert paper_of(page).pasted.is_empty


def test_nothing_of_a_colleague_is_overwritten() -> None:
    page, words = checked("One."), load_words("en")
    shared = paper_of(page).id
    with open_store() as store:
        store.documents.save("check", shared, {"text": "Theirs."}, expected=None, by="Ana")
    paste(page, "Mine.")
    assert words("kept.theirs") in [button.label for button in page.button]
    assert "Ana" in shown(page)
    page.button(key="check_apart").click().run()
    assert paper_of(page).pasted.text == "Mine."
    assert paper_of(page).id != shared
    with open_store() as store:
        kept = store.documents.load("check", shared)
        assert kept is not None
        assert kept.body["text"] == "Theirs."


def test_marks_in_a_row_are_made_one() -> None:
    page = checked(COPY["en"])
    page.button(key="fix_shouts").click().run()
    assert paper_of(page).pasted.text == COPY["en"][:-1]
    page.button(key="check_undo").click().run()
    assert paper_of(page).pasted.text == COPY["en"]


def test_the_list_is_filtered_by_level_and_rule() -> None:
    page = checked("Our world-class kettle. It is the best kettle on the market. Premium materials of 348 g.")
    every = heads(page)
    page.selectbox(key="check_rule").set_value("empty-class").run()
    assert heads(page) == ["world-class"]
    assert shown(page).count("data-mark=") == 1
    page.selectbox(key="check_rule").set_value("").run()
    page.button_group(key="check_levels").set_value(["suggestion"]).run()
    assert 0 < len(heads(page)) < len(every)
    # A rule that is there no more is no filter.
    page.selectbox(key="check_rule").set_value("empty-premium").run()
    paste(page, "It is the best kettle on the market.")
    page.button_group(key="check_levels").set_value([]).run()
    assert heads(page) == ["the best kettle on the market"]


def dismissed(rule: str, words: str, sentence: str, reason: str = "Tested in 2026") -> None:
    key = key_of(rule, words, sentence)
    said = Dismissal(rule=rule, words=key.words, sentence=key.sentence, shown=words, reason=reason)
    with open_store() as store:
        body = said.model_dump(exclude_defaults=True)
        store.documents.save("dismissal", f"{rule} {len(sentence)}", body, expected=None)


def test_what_somebody_dismissed_is_not_flagged_in_that_sentence() -> None:
    dismissed("empty-class", "world-class", "Our world-class kettle.")
    page = checked("Our  World-class\nkettle. A world-class mug.")
    assert heads(page) == ["world-class"]
    assert heads(page, "dismissed") == ["world-class"]
    assert "Tested in 2026" in str(cards(page, "dismissed"))
    assert load_words("en")("check.dismissed_count", count=1) in shown(page)


def test_what_is_dismissed_everywhere_is_flagged_nowhere_under_that_rule() -> None:
    dismissed("empty-class", "world-class", "")
    page = checked("Our world-class kettle. A world-class mug. It is the best kettle on the market.")
    assert heads(page) == ["the best kettle on the market"]


def test_a_dismissal_that_cannot_be_read_harms_nobody() -> None:
    with open_store() as store:
        store.documents.save("dismissal", "odd", {"rule": 7, "more": []}, expected=None)
    assert heads(checked("Our world-class kettle.")) == ["world-class"]


def test_a_product_on_the_desk_can_be_held_against_the_copy() -> None:
    page = opened()
    go_to(page, "write")
    enter(page, "source", "Capacity: 1.5 L\nWeight: 348 g")
    enter(page, "product", "Kettle One")
    go_to(page, "check")
    paste(page, "The kettle holds 1.7 L. It weighs 348 g.")
    assert heads(page) == []
    page.selectbox(key="of_paper_against").set_value(page.session_state["desk"].id).run()
    assert "number-untraced" in shown(page)
    assert "1.7 L" in heads(page)
    assert load_words("en")("check.facts_held", facts=2) in shown(page)
    # Another day, with an empty desk, it is held against the same product.
    again = opened(check=paper_of(page).id)
    assert "1.7 L" in heads(again)


def test_too_long_a_text_is_not_held_against_facts_and_says_so() -> None:
    from assistant.schema.brief import Brief

    read = read_text("It weighs 9 kg. " * (HELD_CHARS // 10), "text", "en", None, Brief(facts=("Weight: 8 kg",)))
    assert not read.held
    assert read.findings == ()


@pytest.mark.parametrize("lang", LANGS)
def test_the_rewrite_is_taken_sentence_by_sentence(lang: Lang) -> None:
    page, words = checked(LONGER[lang], lang), load_words(lang)
    text = paper_of(page).pasted.text
    ask_rewrite(page)
    found = cards(page, "proposals")["cards"]
    assert found
    for card in found:
        before = "".join(run for _, run in card["pair"]["before"])
        assert before in text
        assert card["said"][0]["lead"] == words.lead("check.why")
    assert words("check.result_same") in shown(page)
    page.button(key="take_all").click().run()
    assert len(paper_of(page).pasted.taken) == len(found)
    assert "ys-check-sides" in shown(page)
    page.button(key="use_result").click().run()
    assert paper_of(page).pasted.text != text
    assert paper_of(page).pasted.taken == ()
    page.button(key="check_undo").click().run()
    assert paper_of(page).pasted.text == text


def test_what_was_decided_of_a_rewrite_is_there_after_a_reload() -> None:
    page = checked(COPY["en"])
    ask_rewrite(page)
    page.button(key="refuse_all").click().run()
    again = opened(check=paper_of(page).id)
    assert again.session_state["check_rewriting"][2].wait(60)
    assert cards(again.run(), "proposals")["cards"]
    assert paper_of(again).pasted.refused == paper_of(page).pasted.refused != ()


def test_a_book_is_shown_in_parts_and_its_list_in_steps() -> None:
    page, words = checked(("The lid is of steel. " * 40 + "Our world-class kettle.\n\n") * 150), load_words("en")
    assert words("check.part", number=1, count=len(parts_in(page))) in shown(page)
    assert len(cards(page)["cards"]) == 40
    assert len(shown(page)) < 120_000
    page.button(key="part_later").click().run()
    assert "Part 2 of" in shown(page)
    assert "In earlier parts of the text" in shown(page)
    first = cards(page)["cards"][0]["jump"]
    assert f'data-mark="{first}"' in shown(page)
    page.button(key="show_more").click().run()
    assert len(cards(page)["cards"]) == 80


def parts_in(page: AppTest) -> tuple[tuple[int, int], ...]:
    parts: tuple[tuple[int, int], ...] = page.session_state["check_laid_out"].parts
    return parts


def test_parts_are_all_of_the_text_and_cut_no_finding() -> None:
    text = "a b. " * 400
    spans = [(at, at + 7) for at in range(3, 1900, 11)]
    parts = find_parts(text, spans, chars=100, marks=5)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end - start <= 100 for start, end in parts)
    assert not any(low < end < high for _, end in parts[:-1] for low, high in spans)
    assert all(sum(start <= low < end for low, _ in spans) <= 5 for start, end in parts)
    assert part_of(parts, parts[3][0]) == 3


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_fix_takes_the_praise_out_and_leaves_the_rest(kind: str) -> None:
    text = "Our truly world-class kettle boils 1.7 L in 4 minutes."
    text = f"<p>{text}</p><p>It weighs 348 g.</p>" if kind == "html" else text
    read = read_text(text, kind, "en", None)  # type: ignore[arg-type]
    found = Sorted(read.findings, ())
    edits = find_edits(read, found, read.findings)
    (one,) = [finding for finding in read.findings if finding.words == "truly world-class"]
    assert "Our kettle boils 1.7 L in 4 minutes." in apply_edits(text, [edits[one.id]])


def test_words_of_others_are_not_fixed() -> None:
    read = read_text("“It is a truly world-class kettle”, she said.", "text", "en", None)
    assert find_edits(read, Sorted(read.findings, ()), read.findings) == {}


@pytest.mark.parametrize("lang", LANGS)
def test_taking_every_proposal_gives_the_rewrite_and_taking_none_the_text(lang: Lang) -> None:
    text = LONGER[lang]
    rewritten = rewrite(text, "text", lang)
    proposals = find_proposals(rewritten, read_document(text), lang)
    assert proposals
    assert result_of(text, proposals, dict.fromkeys([one.id for one in proposals], "taken")) == rewritten.text
    assert result_of(text, proposals, dict.fromkeys([one.id for one in proposals], "")) == text
    assert all(one.end <= other.start for one, other in pairwise(proposals))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a very good fan", "a good fan"),
        ("它是最好的水壶。", "它是水壶。"),
        ("", "new"),
        ("gone", ""),
        ("x " * 2_000, "y"),
    ],
)
def test_both_sides_of_a_pair_are_the_versions(before: str, after: str) -> None:
    pair = pair_of(before, after)
    assert "".join(words for _, words in pair.before) == before
    assert "".join(words for _, words in pair.after) == after
    assert [words for kind, words in pair.before if kind == "same"] or not set(before) & set(after) or len(before) > 999


@pytest.mark.parametrize("said", [None, "go", {"card": 3}, {"card": "1", "name": ["go"]}])
def test_what_is_no_act_is_none(said: object) -> None:
    assert read_act(said) is None


def test_opinions_stay_when_a_step_is_taken_back() -> None:
    page = checked("Our world-class kettle.")
    here = paper_of(page)
    key = key_of("empty-class", "world-class", "Our world-class kettle.")
    opinion = HeardOpinion(
        rule=key.rule, words=key.words, sentence=key.sentence, by="m", verdict="fine here", why="A name."
    )
    here.pasted = Pasted(**{**dict(here.pasted), "opinions": (opinion,)})
    paste(page, "Our world-class kettle. More.")
    page.button(key="check_undo").click().run()
    assert "Second opinion (m)" in str(cards(page))
    assert lint(read_document(paper_of(page).pasted.text), "en").found


def test_the_house_s_banned_words_are_flagged_and_its_names_are_not() -> None:
    with open_store() as store:
        house = {"style": {"banned": ["cheap"]}, "names": ["World-Class Kettle"]}
        store.documents.save("setting", "app", house, expected=None)
    page = checked("The World-Class Kettle is cheap. A world-class pan.")
    assert heads(page) == ["cheap", "world-class"]
