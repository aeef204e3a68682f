"""The product hears what customers said, ties it to the place, and puts nothing into anybody's mouth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import InputError
from assistant.personas import load_persona
from assistant.personas.heard import listening_document, listening_lines, persona_fields
from assistant.personas.listen import listen
from assistant.personas.masking import mask
from assistant.personas.said import Listening, Said
from assistant.personas.speaking import find_utterances
from assistant.schema import LANGS, Lang

HEARD = Path(__file__).parent / "heard"


def _samples() -> list[tuple[str, dict[str, Any]]]:
    rows: list[tuple[str, dict[str, Any]]] = []
    for path in sorted(HEARD.glob("*.yaml")):
        rows += [(row.get("lang", path.stem), row) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return rows


def _matches(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= 0.7 * min(one[1] - one[0], other[1] - other[0])


@pytest.mark.parametrize(("kind", "precision", "recall"), [("pains", 0.85, 0.75), ("wants", 0.95, 0.95)])
def test_what_customers_say_is_heard(kind: str, precision: float, recall: float) -> None:
    right = got = found = expected = 0
    for lang, row in _samples():
        heard = listen(row["text"], "-", lang)  # type: ignore[arg-type]
        spans = [(said.start, said.end) for point in getattr(heard, kind) for said in point.said]
        wanted = [(row["text"].index(words), row["text"].index(words) + len(words)) for words in row[kind]]
        right += sum(any(_matches(span, one) for one in wanted) for span in spans)
        found += sum(any(_matches(span, one) for span in spans) for one in wanted)
        got, expected = got + len(spans), expected + len(wanted)
    assert right / got >= precision
    assert found / expected >= recall


SILENT: list[tuple[Lang, str]] = [
    ("en", "Not too heavy, not loud, doesn't leak."),
    ("en", "It never broke and has no smell at all."),
    ("en", "Love it, best purchase of the year!"),
    ("en", "Is it too heavy for a child?"),
    ("en", "I was worried it would be too loud, but it isn't."),
    ("en", "Oh great, it broke again."),
    ("en", 'The box says "too heavy for children".'),
    ("zh-Hans", "不吵，一点都不重，也没有异味。"),
    ("zh-Hans", "会不会太重？"),
    ("zh-Hans", "本来担心太吵，结果很安静。"),
    ("zh-Hans", "呵呵，又坏了。"),
    ("zh-Hant", "不會吵，完全不重，也沒有異味。"),
    ("zh-Hant", "原本以為會太重，結果剛好。"),
]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_a_denial_praise_a_question_a_fear_and_irony_are_no_pains(lang: Lang, text: str) -> None:
    assert listen(text, "-", lang).pains == ()


OTHERS = [
    "Seller response: Sorry that it is too heavy.",
    "Agent: I am sorry that it leaks.",
    "Anna (Support): does it leak?\nAgent Tom: It leaks, I see.",
    "Q: What bothers you? Is it too loud?",
    "[10:32] Support: It is too slow, I agree.",
    "> The battery died.",
    "客服：很抱歉，确实有点吵。",
    "商家回复：亲，声音太大可以换货。",
    "賣家回覆：外殼容易刮花喔。",
    "問：會不會太吵？",
    "访谈者：您觉得太贵吗？",
]


@pytest.mark.parametrize("words", OTHERS)
def test_the_words_of_sellers_agents_and_interviewers_are_nobodys_pain(words: str) -> None:
    heard = listen(f"The hose slips off and I hate it.\n\n{words}")
    assert len(heard.skipped) >= 1
    assert all(said.line == 1 for point in heard.pains for said in point.said)
    assert all(quote.line == 1 for quote in heard.quotes)
    with pytest.raises(InputError, match="nobody to listen to"):
        listen(words if "Anna" not in words else "Agent Tom: It leaks.")


def test_an_agents_second_paragraph_is_still_the_agents() -> None:
    heard = listen("Customer: It leaks.\n\nAgent: Sorry.\n\nOur kettle is too hot, I know.\n\nCustomer: It rattles.")
    assert [said.quote for point in heard.pains for said in point.said] == ["It leaks", "It rattles"]
    assert {said.voice for point in heard.pains for said in point.said} == {1}


def test_mail_headers_quoted_mail_and_signatures_are_dropped() -> None:
    mail = (
        "From: Broken Ltd <a@example.org>\nSubject: it leaks\n\nThe lid cracked.\n\nOn Monday Tom wrote:\n> It leaks.\n\n"
        "Best regards,\nAnn Broken\n"
    )
    heard = listen(mail)
    assert [said.quote for point in heard.pains for said in point.said] == ["The lid cracked"]
    assert {one.why for one in heard.skipped} == {"mail header", "quoted", "signature"}


def test_a_voice_counts_once_and_many_voices_are_counted() -> None:
    heard = listen("It is too heavy. So heavy!\nHeavy for my mother.\nThe lid leaks.")
    assert [(point.theme, point.voices) for point in heard.pains] == [("weight", 2), ("leak", 1)]


@pytest.mark.parametrize(("text", "head"), [("It leaks.", "1 voice"), ("It leaks.\nIt is loud.", "2 voices")])
def test_the_head_counts_voices_as_people_say_it(text: str, head: str) -> None:
    assert next(iter(listening_lines(listen(text)))).endswith(f": {head}")


def test_words_of_two_voices_are_vocabulary_and_those_of_one_are_not() -> None:
    heard = listen("The hose slips, hose hose.\nMy hoses are short.\nThe nozzle is fine.")
    assert [word.text for word in heard.vocabulary] == ["hose"]
    chinese = listen("打奶泡的时候很吵\n喜欢打奶泡\n早上做咖啡", "-", "zh-Hans")
    assert [(word.text, word.voices) for word in chinese.vocabulary] == [("打奶泡", 2)]


MASKED = [
    ("Write to ann.lee@example.com.", "Write to [e-mail].", "e-mail"),
    ("Call +1 (415) 555-0132 now.", "Call [phone] now.", "phone"),
    ("电话13812345678没人接", "电话[phone]没人接", "phone"),
    ("電話0912-345-678", "電話[phone]", "phone"),
    ("My name is Ann Lee.", "My name is [name].", "name"),
    ("我叫王小明。", "我叫[name]。", "name"),
    ("王女士打来", "[name]女士打来", "name"),
    ("ask @ann_lee", "ask [handle]", "handle"),
]


@pytest.mark.parametrize(("text", "shown", "kind"), MASKED)
def test_what_identifies_somebody_is_masked_and_marked(text: str, shown: str, kind: str) -> None:
    assert mask(text) == (shown, (kind,))


@pytest.mark.parametrize(
    "text", ["It weighs 620 g.", "5,000 mAh in 30 minutes", "2025-03-14", "1080 x 1920", "满2000减300"]
)
def test_figures_are_not_masked(text: str) -> None:
    assert mask(text) == (text, ())


def test_tables_and_json_lines_are_read_by_their_column_of_text() -> None:
    table = 'id,role,review\n1,customer,"The lid leaks, badly.\nIt rattles."\n2,agent,It is too heavy\n3,customer,Too slow\n'
    heard = listen(table, "reviews.csv")
    assert [(said.line, said.quote) for point in heard.pains for said in point.said] == [
        (2, "The lid leaks"), (3, "It rattles"), (5, "Too slow"),
    ]  # fmt: skip
    assert heard.voices == 2
    lines = '{"text": "The lid leaks."}\nnot json\n{"role": "seller", "text": "It rattles."}\n{"id": 4}\n'
    heard = listen(lines, "reviews.jsonl")
    assert [said.quote for point in heard.pains for said in point.said] == ["The lid leaks"]
    assert [(one.line, one.why) for one in heard.skipped] == [(2, "not JSON"), (3, "another speaker"), (4, "no text")]


def test_a_table_without_text_says_which_columns_it_has() -> None:
    with pytest.raises(InputError, match="no column of text.*found: id, stars"):
        listen("id,stars\n1,5\n", "a.csv")


@pytest.mark.parametrize("text", ["", " \n\n", "Agent: Hello.", "> quoted", "---"])
def test_a_text_in_which_nobody_speaks_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="nobody to listen to"):
        listen(text)


def test_what_is_proposed_is_a_part_of_a_persona(tmp_path: Path) -> None:
    heard = listen("The fan rattles at night.\nI wish it had a timer.\nCall me on 415-555-0132, it broke.")
    path = tmp_path / "heard.yaml"
    path.write_text(yaml.safe_dump(persona_fields(heard), allow_unicode=True), encoding="utf-8")
    persona = load_persona(path)
    assert persona.pains == ("The fan rattles at night", "it broke")
    assert persona.wants == ("I wish it had a timer",)
    assert persona.evidence_state == "some"
    assert "415" not in path.read_text(encoding="utf-8")


_LINES = [
    "The fan rattles at night.", "Not too heavy.", "I wish it had a timer, my son sleeps.", "Seller response: too heavy", "", "Agent: It leaks.",
    "Customer: It leaks when I pour.", "> quoted", "Best regards,", "Ann", "Q: too loud?", "A: My ears hurt after an hour.", "---", "宿舍晚上用有点吵，睡不着。",
    "商家回复：太吵了", "希望能定时关机。", "聲音超大，早上不敢用。", "電話0912-345-678 沒人接", "call 415 555 0132, it broke", "- it leaks", "Subject: leaks", "呵呵，坏了", "\t", "5/5",
]  # fmt: skip


def _all_said(heard: Listening) -> list[Said]:
    points = (*heard.pains, *heard.wants)
    return [*(said for point in points for said in point.said), *heard.quotes, *heard.unsorted]


@given(
    st.lists(st.sampled_from(_LINES), max_size=14),
    st.sampled_from(("\n", "\r\n", "\n\n")),
    st.sampled_from((None, *LANGS)),
)
@settings(deadline=None)
def test_all_that_is_heard_stands_in_the_text_on_its_line(lines: list[str], end: str, lang: Lang | None) -> None:
    text = end.join(lines)
    try:
        heard = listen(text, "notes.txt", lang)
    except InputError:
        assert not find_utterances(text, "notes.txt").utterances
        return
    for said in _all_said(heard):
        stands = text[said.start : said.end]
        assert mask(" ".join(stands.split())) == (said.quote, said.masked)
        assert text.replace("\r\n", "\n").count("\n", 0, len(text[: said.start].replace("\r\n", "\n"))) == said.line - 1
        for other in (
            "Seller response",
            "Agent:",
            "商家回复",
            "> ",
            "Subject:",
            "Q:",
            "呵呵",
        ):
            assert other not in stands
    json.dumps(listening_document(heard))


@given(st.text(max_size=300), st.sampled_from(("-", "a.txt", "a.csv", "a.jsonl")))
@settings(deadline=None)
def test_no_text_breaks_it(text: str, name: str) -> None:
    try:
        heard = listen(text, name)
    except InputError:
        return
    assert heard.voices >= 1


@pytest.mark.parametrize(
    "text",
    [
        "too heavy " * 20_000,
        "吵" * 50_000,
        "a:" * 30_000,
        "Customer:\n" * 5_000 + "It leaks.",
        "(" * 50_000,
        "1 " * 50_000,
    ],
)
def test_a_long_line_is_read_in_one_go(text: str) -> None:
    assert listen(text).voices == 1
