"""Changes of what limits a number: its hedge, "up to" and "at least", an end of its range."""

from __future__ import annotations

import random
import re

from assistant.schema import Lang
from tests.checks.mutants.oracle import ABOUT, Draft, Found, around, figures_of, is_quoted, measured, places, ratio_at

_HEDGES: dict[Lang, tuple[str, ...]] = {
    "en": ("more than ", "less than ", "over ", "under "),
    "zh-Hans": ("超过", "不到", "超", "低于"),
    "zh-Hant": ("超過", "不到", "逾", "低於"),
}
_ANY_HEDGE = re.compile(
    r"(?:(?:about|around|roughly|nearly|up to|at least|no more than|more than|less than|over|under) |大约|大約|差不多|约|約|近|最长|最長|最多|至少|超过|超過|只有|只要|仅|可达|可達|不到)$",
    re.IGNORECASE,
)


def hedge(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A hedge becomes one that is not true of the exact value."""
    chosen = figures_of(draft, text)
    if not chosen:
        return None
    figure = rng.choice(chosen)
    before = _ANY_HEDGE.search(text[: figure.start])
    start = before.start() if before else figure.start
    said = rng.choice(_HEDGES[draft.brief.lang])
    above = said.strip() in ("more than", "over", "超过", "超", "超過", "逾")
    comparison = ratio_at(draft, text, figure)
    if comparison is not None and comparison.ratio_exact is not None:
        if (figure.value < comparison.ratio_exact) == above or (False):
            return None
    elif figure.size not in measured(draft) or any(
        h in text[max(0, figure.start - 20) : figure.end + 6].lower()
        for h in ("at least", "more than", "至少", "over", "超过", "超過")
    ):
        return None
    if ABOUT.search(around(text, figure)) and comparison is None:
        return None
    written = said[:1].upper() + said[1:] if text[start : start + 1].isupper() else said
    return (
        text[:start] + written + text[figure.start :],
        text[start : figure.end],
        written + text[figure.start : figure.end],
    )


def reach(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """The words "up to" are dropped from a fact that has them, or set where the fact says "at least"."""
    found = []
    for words, now in (
        ("up to ", ""),
        ("at least ", ""),
        ("at least ", "up to "),
        ("最长", ""),
        ("最長", ""),
        ("至少", ""),
        ("至少", "最多"),
        ("up to ", "at least "),
    ):
        for at in places(text.lower(), words):
            figure = next((f for f in figures_of(draft, text) if f.start == at + len(words)), None)
            if figure and figure.size in measured(draft):
                found.append((at, words, now))
    if not found:
        return None
    at, words, now = rng.choice(found)
    rest = text[at + len(words) :]
    if any(
        h in text[max(0, at - 12) : at + len(words) + 24].replace(text[at : at + len(words)], "").lower()
        for h in ("最", "up to", "max", "most", "top", "至少", "at least", "可达", "可達", "以内", "以內")
    ):
        return None
    return text[:at] + now + rest, text[at : at + len(words) + 8], now + rest[:8]


def span(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A range keeps one end, or moves it."""
    found = [
        m
        for m in re.finditer(r"(\d+)( ?[–—~～至到-] ?| to )(\d+)", text)
        if any(m[1] in f and m[3] in f for f in draft.brief.facts) and not is_quoted(draft, text, m.start())
    ]
    if not found:
        return None
    match = rng.choice(found)
    low, high = int(match[1]), int(match[3])
    if high - low < 2:
        return None
    now = rng.choice(
        [match[1], match[3], f"{low + 1}{match[2]}{high}", f"{low}{match[2]}{high - 1}", f"{low}{match[2]}{high + 5}"]
    )
    before = text[max(0, match.start() - 12) : match.start()].lower()
    if now in (match[1], match[3]) and re.search(r"up to|at least|from|最长|最長|至少|最多", before):
        return None
    return text[: match.start()] + now + text[match.end() :], match[0], now
