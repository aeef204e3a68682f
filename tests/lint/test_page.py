"""A document's findings, less what names, evidence and notes excuse."""

from __future__ import annotations

import re
from datetime import date

import pytest

from assistant.documents import Kind, read_document
from assistant.lint import Evidence, Linted, Settings, lint
from assistant.schema import Lang

TODAY = date(2026, 11, 22)


def run(text: str, lang: Lang = "en", kind: Kind = "markdown", **settings: object) -> Linted:
    return lint(read_document(text, kind), lang, Settings(**settings), today=TODAY)  # type: ignore[arg-type]


def rules(linted: Linted) -> list[str]:
    return [one.rule for one in linted.diagnostics]


def found(linted: Linted) -> list[str]:
    return [linted.document.original[one.start : one.end] for one in linted.diagnostics]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Our **world**-class kettle", "markdown", ["world**-class"]),
        ("<p title='world-class'>Our <i>world</i>-class kettle", "html", ["world</i>-class"]),
        ("`world-class` [x](world-class)", "markdown", []),
        ("Our world\r\nclass kettle", "text", ["world\r\nclass"]),
    ],
)
def test_spans_are_offsets_into_the_original(text: str, kind: Kind, words: list[str]) -> None:
    assert found(run(text, kind=kind)) == words


def test_a_heading_does_not_run_into_the_text_below() -> None:
    assert found(run("<h2>Ranked number</h2><p>one kettle of two.", kind="html")) == []


@pytest.mark.parametrize(
    "text",
    [
        "<!-- yardstick: allow empty-class because the class is defined below -->\nOur world-class kettle",
        "<!-- yardstick: allow empty-class because defined -->\n\nOur world-class kettle",
        "Our world-class kettle <!-- yardstick: allow empty-class because defined -->",
        "Our world-class kettle\n\n<!-- yardstick: allow-file empty-class because defined -->",
        "<!-- Yardstick: ALLOW empty-rank, empty-class because two -->\nThe number one, world-class kettle",
        "<!-- yardstick: allow empty-class 因为已说明 -->\nOur world-class kettle",
    ],
)
@pytest.mark.parametrize("kind", ["markdown", "html", "text"])
def test_a_note_with_a_reason_allows_its_rule_on_its_line_and_the_next(text: str, kind: Kind) -> None:
    linted = run(text, kind=kind)
    assert "empty-class" not in rules(linted)
    assert [one.diagnostic.rule for one in linted.allowed if one.diagnostic.rule == "empty-class"]
    assert all(one.reason for one in linted.allowed)


def test_a_note_does_not_reach_the_line_after_the_next() -> None:
    text = "<!-- yardstick: allow empty-class because x -->\nA world-class pot.\n\nA world-class pan.\n"
    linted = run(text)
    assert rules(linted) == ["empty-class"]
    assert linted.diagnostics[0].start == text.rindex("world")


@pytest.mark.parametrize(
    ("note", "faults"),
    [
        ("allow empty-class", ["suppression-without-reason", "empty-class"]),
        ("allow empty-class because", ["suppression-without-reason", "empty-class"]),
        ("allow empty-clas because x", ["suppression-unknown-rule", "empty-class"]),
        ("allow because x", ["suppression-unreadable", "empty-class"]),
        ("ignore empty-class", ["suppression-unreadable", "empty-class"]),
        ("", ["suppression-unreadable", "empty-class"]),
        ("allow quiet-praise, empty-class because x", ["suppression-unknown-rule"]),
    ],
)
def test_a_note_that_does_not_say_rule_and_reason_is_itself_reported(note: str, faults: list[str]) -> None:
    assert rules(run(f"<!-- yardstick: {note} -->\nOur world-class kettle")) == faults


def test_an_unknown_rule_comes_with_the_nearest() -> None:
    (fault, _) = run("<!-- yardstick: allow empty-clas because x -->\nOur world-class kettle").diagnostics
    assert fault.message == "No rule is called “empty-clas”. Did you mean “empty-class”?"


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_a_note_that_allows_nothing_is_reported_in_the_texts_language(lang: Lang) -> None:
    linted = run("<!-- yardstick: allow suppression-unused because x -->\n1.7 L", lang=lang)
    assert rules(linted) == ["suppression-unused"]
    said = linted.diagnostics[0].message
    assert said.startswith({"en": "“", "zh-Hans": "这里", "zh-Hant": "這裡"}[lang])


def test_a_note_in_code_is_an_example() -> None:
    assert rules(run("```\n<!-- yardstick: allow x because y -->\n```\n")) == []


def test_a_name_of_the_project_is_innocent() -> None:
    assert rules(run("Our world-class kettle")) == ["empty-class"]
    assert rules(run("Our world-class kettle", names=("World-Class Kettle",))) == []


def test_a_rule_can_be_switched_off_or_made_an_error() -> None:
    assert rules(run("Our world-class kettle", levels={"empty-class": "off"})) == []
    (one,) = run("Our world-class kettle", levels={"empty-class": "error"}).diagnostics
    assert one.level == "error"


def evidence(**changes: object) -> Evidence:
    fields: dict[str, object] = {
        "title": "Kettles", "url": "https://example.org", "year": 2026, "scope": "UK", "expires": date(2027, 1, 1),
        "claim": "world-class kettle", **changes,
    }  # fmt: skip
    return Evidence(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        (evidence(), 0),
        (evidence(claim="World‑Class   Kettle"), 0),
        (evidence(rule="empty-class"), 0),
        (evidence(rule="empty-rank"), 1),
        (evidence(claim="world-class pan"), 1),
        (evidence(claim="", rule="empty-class", pattern=re.compile(r"world.class ket\w+")), 0),
        (evidence(claim="", rule="empty-class", pattern=re.compile("kettle")), 1),
        (evidence(claim="", rule="empty-rank", pattern=re.compile("world.class")), 1),
        (evidence(expires=TODAY), 0),
        (evidence(expires=date(2026, 11, 21)), 1),
    ],
)
def test_evidence_settles_its_claim_until_it_expires(entry: Evidence, left: int) -> None:
    assert len(run("Our **world**-class kettle.", evidence=(entry,)).diagnostics) == left


def test_a_claim_whose_evidence_expired_says_so() -> None:
    (one,) = run("Our world-class kettle.", evidence=(evidence(expires=date(2026, 1, 31)),)).diagnostics
    assert one.message.endswith(" The evidence “Kettles” (2026) expired on 2026-01-31.")


def test_information_is_only_given_when_asked_for() -> None:
    text = "We brew. We pour. Our tea.\n"
    document = read_document(text)
    assert rules(lint(document, "en")) == []
    assert rules(lint(document, "en", information=True)) == ["company-centred-voice"]


def test_a_note_may_allow_information_that_is_not_shown() -> None:
    text = "<!-- yardstick: allow-file company-centred-voice because an about page -->\n\nWe brew. We pour. Our tea.\n"
    assert rules(run(text)) == []
    assert rules(lint(read_document(text, "markdown"), "en", information=True)) == []
