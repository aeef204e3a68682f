"""The questions that the copy cannot answer, for the colleagues who can."""

from __future__ import annotations

import csv
import io

import pytest

from assistant.documents import read_document
from assistant.lint import Lines, lint
from assistant.lint.questions import (
    COLUMNS,
    Question,
    by_colleague,
    find_questions,
    render_csv,
    render_markdown,
    render_text,
)
from assistant.lint.reports import Report
from assistant.schema import Lang


def report(text: str, lang: Lang = "en", file: str = "page.md") -> Report:
    return Report(file, lint(read_document(text, "markdown"), lang, information=True), Lines(text))


def question(**changes: object) -> Question:
    fields: dict[str, object] = dict.fromkeys(COLUMNS, "x") | {"line": 1, "column": 2, "colleague": "product"} | changes
    return Question(**fields)  # type: ignore[arg-type]


def test_each_unsupported_claim_is_a_question_with_place_claim_and_evidence() -> None:
    (one,) = find_questions(report("# Tea\n\nOur **world**-class\nkettle boils.\n"))
    assert (one.file, one.line, one.column, one.claim) == ("page.md", 3, 7, "world-class")
    assert one.sentence == "Our world-class kettle boils."
    assert one.question.endswith("?")
    assert one.needs
    assert one.colleague == "product"


def test_faults_of_notes_and_information_are_no_questions_to_colleagues() -> None:
    text = "<!-- yardstick: allow nothing because x -->\n\nWe brew. We pour. Our tea.\n"
    assert len(report(text).linted.found) == 2
    assert find_questions(report(text)) == []


def test_figures_of_the_market_are_for_sales_and_deeds_of_the_product_for_its_makers() -> None:
    asked = find_questions(report("The world's number one kettle. A world-class pan."))
    assert [one.colleague for one in asked] == ["sales", "product"]


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_the_list_is_headed_in_the_readers_language(lang: Lang) -> None:
    title = {"en": "# Questions that", "zh-Hans": "# 文案无法", "zh-Hant": "# 文案無法"}[lang]
    assert render_markdown([question()], lang).startswith(title)
    assert render_markdown([], lang).startswith(title)


def test_the_markdown_shows_words_as_they_are() -> None:
    shown = render_markdown([question(claim="<b>*x*</b>\n# `a|b`", file="a_b.md")])
    assert "“\\<b\\>\\*x\\*\\</b\\> \\# \\`a\\|b\\`” (a\\_b.md:1:2)" in shown
    assert read_document(shown, "markdown").text.count("<b>*x*</b> # `a|b`") == 1


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"])
def test_a_cell_that_a_spreadsheet_would_run_is_text(start: str) -> None:
    (_, row) = csv.reader(io.StringIO(render_csv([question(claim=start, file=start)]), newline=""))
    assert row[COLUMNS.index("claim")] == "'" + start
    assert row[COLUMNS.index("file")] == "'" + start


def test_quotation_marks_and_commas_survive_the_table() -> None:
    (head, row) = csv.reader(io.StringIO(render_csv([question(claim='the "best", really')]), newline=""))
    assert tuple(head) == COLUMNS
    assert row[COLUMNS.index("claim")] == 'the "best", really'


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_the_plain_text_has_every_question_below_who_can_answer_it(lang: Lang) -> None:
    asked = [question(question="Q1?", claim="a"), question(colleague="sales", question="Q2?"), question(question="Q3?")]
    text = render_text(asked, lang)
    places = [text.index(part) for part in ("1. Q1?", "2. Q3?", "1. Q2?")]
    assert places == sorted(places)
    assert ("「a」" if lang == "zh-Hant" else "“a”") in text
    assert list(by_colleague(asked)) == ["product", "sales"]
    assert render_text([], lang).strip()
