"""The copy as its reader sees it, with its findings marked; a long one part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from assistant.documents import OBJECT
from assistant.schema import Lang
from assistant.ui.check.explained import find_rule
from assistant.ui.check.parts import find_parts, part_of
from assistant.ui.check.reading import Finding, Read
from assistant.ui.marks import Mark, render_marked, settle
from assistant.ui.markup import Html, el
from assistant.ui.page import hint, show
from assistant.ui.words import Words

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """The findings of a text as they were last marked in it, the parts that it was shown in, and the names of the marks."""

    read: Read
    findings: Sequence[Finding]
    parts: tuple[Span, ...]
    names: dict[str, str]


def parts_of(read: Read, findings: Sequence[Finding]) -> tuple[Span, ...]:
    """The parts that the text is shown in, with these findings marked."""
    return _laid_out(read, findings).parts


def marks_of(read: Read, findings: Sequence[Finding]) -> dict[str, str]:
    """For each finding the name of the mark that shows it: its own, or of the one that covers its place; "" for none."""
    return _laid_out(read, findings).names


def findings_shown() -> Sequence[Finding]:
    """The findings that were marked when the page was last drawn."""
    known: _LaidOut | None = st.session_state.get("check_laid_out")
    return known.findings if known is not None else ()


def _laid_out(read: Read, findings: Sequence[Finding]) -> _LaidOut:
    known: _LaidOut | None = st.session_state.get("check_laid_out")
    if known is None or known.read is not read or known.findings != findings:
        parts = find_parts(read.text, (one.found.seen for one in findings))
        known = _LaidOut(read, findings, parts, _names(findings))
        st.session_state["check_laid_out"] = known
    return known


def part_shown(parts: Sequence[Span]) -> int:
    """The number of the part that is looked at."""
    number: int = st.session_state.get("check_part", 0)
    return min(number, len(parts) - 1)


def show_part(number: int) -> None:
    """Shows another part at the next drawing; the list beside it begins there."""
    st.session_state["check_part"] = number
    st.session_state.pop("check_shown", None)


def show_part_with(read: Read, findings: Sequence[Finding], at: int) -> None:
    """Shows the part that holds a place of the text."""
    st.session_state["check_part"] = part_of(parts_of(read, findings), at)


def show_marked(read: Read, findings: Sequence[Finding], words: Words) -> None:
    """The part of the text that is looked at, and the way to the others."""
    parts = parts_of(read, findings)
    number = part_shown(parts)
    start, end = parts[number]
    hint(words("recognised.legend") if findings else words("check.nothing_marked"))
    if len(parts) > 1:
        _turn(number, len(parts), words)
    marks = [_mark(one, read.lang, words) for one in findings if start <= one.found.seen[0] < end]
    show(el("div", *_blocks(read, start, end, marks), cls="ys-card ys-check-copy", lang=read.lang))


def _names(findings: Sequence[Finding]) -> dict[str, str]:
    marks = [Mark(*one.found.seen, one.level, "", name=one.id) for one in findings]
    placed = settle(marks)
    names: dict[str, str] = {}
    at = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        while at + 1 < len(placed) and placed[at + 1].start <= mark.start:
            at += 1
        covered = placed and mark.start < mark.end and placed[at].start <= mark.start < placed[at].end
        names[mark.name] = placed[at].name if covered else ""
    return names


def _turn(number: int, count: int, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="check-parts"):
        earlier, later = number - 1, number + 1
        st.button(words("check.earlier"), key="part_earlier", on_click=show_part, args=(earlier,), disabled=number == 0)
        show(el("span", words("check.part", number=number + 1, count=count), cls="ys-soft", role="status"))
        st.button(words("check.later"), key="part_later", on_click=show_part, args=(later,), disabled=later == count)


def _mark(one: Finding, lang: Lang, words: Words) -> Mark:
    found = one.found.diagnostic
    rule = find_rule(found.rule, lang)
    law = f"{found.rule} · {rule.law}" if rule and rule.law else found.rule
    rows = (
        ("", "" if found.question else found.message),
        (words.lead("recognised.question"), found.question),
        (words.lead("recognised.needs"), found.needs),
        (words.lead("recognised.suggestion"), found.suggestion),
        (words.lead("check.rule"), law),
    )
    return Mark(*one.found.seen, found.level, words.name("level", found.level), rows, one.id)


def _blocks(read: Read, start: int, end: int, marks: Sequence[Mark]) -> list[Html]:
    """What stands between two places, block by block: headings and items look like such."""
    text = read.text.replace(OBJECT, "▫")
    blocks = [one for one in read.document.blocks if one.start < end and one.end > start]
    made = []
    for place, block in enumerate(blocks):
        low, high = max(block.start, start), min(block.end, end)
        here = [
            replace(one, start=max(one.start, low) - low, end=min(one.end, high) - low)
            for one in marks
            if one.start < high and one.end > low
        ]
        made.append(el("p", render_marked(text[low:high], here, f"ys-c-{place}"), cls=f"ys-check-{block.kind}"))
    return made
