"""The texts of a variant as fields to type in: proofs and findings follow what is typed."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from assistant.schema import Lang, Variant
from assistant.schema.channels import parted_name
from assistant.schema.work import TEXT_CHARS
from assistant.ui.desk import desk
from assistant.ui.drafting import Drafted
from assistant.ui.drafts.editing import as_written, edits_of, put_texts, written
from assistant.ui.drafts.lengths import length_of
from assistant.ui.export import field_name, proof_source
from assistant.ui.marks import Mark
from assistant.ui.markup import el
from assistant.ui.page import show
from assistant.ui.typed import heard, typed
from assistant.ui.words import Words


def hear_fields(drafted: Drafted, number: int) -> None:
    """Takes in what has been typed, before anything is drawn by it."""
    if drafted.plain is None:
        return
    serial, said = desk().serial, dict[str, str]()
    for field in drafted.plain.variants[number].texts:
        text = heard(_key(number, field), of=_of(number, field), serial=serial, most=TEXT_CHARS)
        if text is not None:
            said[field] = text
    put_texts(number, drafted.draft.variants[number], said)


def show_fields(drafted: Drafted, number: int, words: Words) -> None:
    """A field for each text that was written, those that have been emptied since among them."""
    assert drafted.plain is not None
    variant, lang = drafted.draft.variants[number], drafted.brief.lang
    with st.container(key="ys-editing"):
        for field in drafted.plain.variants[number].texts:
            text = variant.texts.get(field, "")
            said, fits = length_of(field, text, drafted.brief, words)
            marks = tuple(marks_of(variant, field, lang, words))
            typed(
                field_name(field, words),
                text,
                words,
                key=_key(number, field),
                of=_of(number, field),
                serial=desk().serial,
                rows=2,
                most=TEXT_CHARS,
                lang=lang,
                hint=said if fits else f"! {said}",
                look="headline" if parted_name(field)[1] == "headline" else "copy",
                marks=marks,
            )
            _findings(variant, field, lang, words)
            if field in edits_of(number).texts:
                key = f"as_written_{number}_{field}"
                st.button(words("drafts.as_written"), key=key, on_click=as_written, args=(number, field))


def marks_of(variant: Variant, field: str, lang: Lang, words: Words) -> Iterable[Mark]:
    """What the checks object to in a text, and the proof of each of its numbers."""
    for finding in variant.diagnostics:
        if finding.field == field:
            rows = ((words.lead("recognised.question"), finding.question), ("", finding.suggestion))
            yield Mark(finding.start, finding.end, finding.level, finding.message, tuple(r for r in rows if r[1]))
    for entry in variant.ledger:
        if entry.field == field:
            source = proof_source(entry.source, entry.kind)
            rows = (("", entry.proof), (words.lead("ledger.source"), source))
            kind = words.name("proof", entry.kind)
            yield Mark(entry.start, entry.end, "number", kind, tuple(row for row in rows if row[1]))


def _findings(variant: Variant, field: str, lang: Lang, words: Words) -> None:
    found = [one for one in variant.diagnostics if one.field == field and one.level != "information"]
    if found:
        items = [
            el(
                "li",
                el("span", words.name("level", one.level), cls=f"ys-chip ys-{one.level}"),
                " ",
                one.message,
                lang=lang,
            )
            for one in found
        ]
        show(el("ul", *items, cls="ys-list ys-objections"))


def _key(number: int, field: str) -> str:
    return f"draft_{number}_{field}"


def _of(number: int, field: str) -> str:
    return f"{written().id}.{number}.{field}"
