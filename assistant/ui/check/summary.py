"""How many findings of which level, and what they are made of; what was looked at. No score: each figure is a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from assistant.schema import Level
from assistant.ui.check.paper import paper, replace_text
from assistant.ui.check.reading import LEVELS, Finding, Read, Sorted
from assistant.ui.language import NAMES
from assistant.ui.marks import SIGNS
from assistant.ui.markup import Html, el
from assistant.ui.page import hint, show
from assistant.ui.words import Words

_RULES = 6


def show_summary(read: Read, found: Sorted, words: Words) -> None:
    """The counts, and below them what they rest on."""
    counts = Counter(one.level for one in found.standing)
    rows = [_row(level, counts[level], found.standing, words) for level in LEVELS if counts[level]]
    if not rows:
        rows = [el("p", words("check.nothing_found"), cls="ys-quiet")]
    looked_at = el("p", _looked_at(read, found, words), cls="ys-hint")
    show(el("div", el("div", *rows, cls="ys-check-counts"), looked_at, cls="ys-card"))
    _offer_quiet(read, words)


def _row(level: Level, count: int, findings: Sequence[Finding], words: Words) -> Html:
    rules = Counter(one.found.diagnostic.rule for one in findings if one.level == level).most_common()
    told = [f"{rule} {number}" for rule, number in rules[:_RULES]]
    if len(rules) > _RULES:
        told.append(words("check.more_rules", count=len(rules) - _RULES))
    chip = el("span", f"{words.name('level', level)} {SIGNS[level]}", cls=f"ys-chip ys-{level}")
    return el(
        "p",
        el("b", f"{count:,}"),
        " ",
        chip,
        " ",
        el("span", words(f"check.level_{level}"), cls="ys-soft"),
        el("span", (", " if words.lang == "en" else "、").join(told), cls="ys-said"),
    )


def _looked_at(read: Read, found: Sorted, words: Words) -> str:
    market = words.name("market", read.market) if read.market else words("check.market_none")
    said = words(
        "check.looked_at",
        sentences=f"{read.sentences:,}",
        rules=read.rules,
        lang=NAMES[read.lang],
        kind=words(f"check.kind_{read.kind}"),
        market=market,
    )
    parts = [said]
    if read.facts:
        parts.append(words(f"check.facts_{'held' if read.held else 'too_long'}", facts=read.facts))
    if found.dismissed:
        parts.append(words("check.dismissed_count", count=len(found.dismissed)))
    return (" " if words.lang == "en" else "").join(parts)


def _offer_quiet(read: Read, words: Words) -> None:
    """Exclamation marks in a row are nobody's praise, but shout all the same."""
    if not read.shouts:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="check-shouts"):
        with st.container(width="stretch"):
            hint(words("check.shouts", count=len(read.shouts)))
        st.button(words("check.shouts_fix"), key="fix_shouts", on_click=_quieten, args=(read,))


def _quieten(read: Read) -> None:
    from assistant.lint.fixes import apply_fixes

    if read.document.original == paper().pasted.text:
        replace_text(apply_fixes(read.document.original, read.shouts))
