"""What could stand in the place of one finding."""

from __future__ import annotations

import pytest

from assistant.documents import Kind, read_document
from assistant.lint import Linted, lint
from assistant.rewriting import rewrite
from assistant.rewriting.edits import Edit, apply_edits
from assistant.rewriting.single import find_replacements

PAGE = "Our truly world-class kettle boils 1.7 L. It is the best kettle on the market.\n\nA premium lid of 348 g.\n"


def linted(text: str, kind: Kind = "text") -> Linted:
    return lint(read_document(text, kind), "en")


def applied(page: Linted, number: int) -> str:
    one = page.found[number]
    change = find_replacements(page, [one])[one]
    assert page.document.original[change.start : change.end] == change.before
    return apply_edits(page.document.original, [Edit(change.start, change.end, change.after)])


def test_the_cut_of_one_finding_leaves_the_others_alone() -> None:
    page = linted(PAGE)
    assert applied(page, 0) == PAGE.replace("truly world-class ", "")
    assert applied(page, 2) == PAGE.replace("premium ", "")


def test_it_says_why() -> None:
    page = linted(PAGE)
    change = find_replacements(page, page.found[:1])[page.found[0]]
    assert [reason.rule for reason in change.reasons] == ["empty-class"]
    assert all(reason.why and reason.question for reason in change.reasons)


def test_findings_of_one_sentence_share_a_change() -> None:
    page = linted("Our truly world-class kettle of premium steel boils 1.7 L, trusted by millions.")
    changes = find_replacements(page, page.found)
    assert len({change.start for change in changes.values()}) == 1


def test_markup_stays_whole() -> None:
    page = linted("<p>Our <b>world-class</b> kettle boils 1.7 L.</p><p>It weighs 348 g.</p>", "html")
    text = applied(page, 0)
    assert read_document(text, "html").text.startswith("Our kettle boils")
    assert text.count("<b>") == text.count("</b>")


@pytest.mark.parametrize("text", ["“A truly world-class kettle”, she said.", "Our world-class.", ""])
def test_nothing_is_offered_where_nothing_is_safe(text: str) -> None:
    page = linted(text)
    assert find_replacements(page, page.found) == {}


def test_alone_or_together_the_cuts_are_those_of_the_rewriter() -> None:
    text = "Our truly world-class kettle boils in 4 minutes.\n\nThe lid is second to none and opens with one hand.\n"
    page = linted(text)
    changes = sorted({(one.start, one.end, one.after) for one in find_replacements(page, page.found).values()})
    assert apply_edits(text, [Edit(*change) for change in changes]) == rewrite(text, "text", "en").text
