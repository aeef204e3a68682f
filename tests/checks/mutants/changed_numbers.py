"""Changes of a number itself: a digit, a unit, 万, a multiple, a year."""

from __future__ import annotations

import random
import re

from assistant.schema import Lang
from tests.checks.mutants.figures import units
from tests.checks.mutants.oracle import TIMES, Draft, Found, figures_of, is_quoted, ratio_at, renumbered


def digit(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """One digit becomes another."""
    chosen = [f for f in figures_of(draft, text) if text[f.start].isdigit() and not f.myriad]
    if not chosen:
        return None
    figure = rng.choice(chosen)
    at = rng.choice([at for at in range(figure.start, figure.digits_end) if text[at].isdigit()])
    other = rng.choice([d for d in "0123456789" if d != text[at] and not (at == figure.start and d == "0")])
    return renumbered(draft, text, figure, text[figure.start : at] + other + text[at + 1 : figure.end])


def unit(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """The unit becomes another of its dimension."""
    chosen = [f for f in figures_of(draft, text) if f.unit]
    if not chosen:
        return None
    figure = rng.choice(chosen)
    table = units(draft.brief.lang)[figure.dimension]
    others = [
        word for word, factor in table.items() if factor != figure.factor and _same_script(word, draft.brief.lang)
    ]
    if not others:
        return None
    kept = text[figure.start : figure.end - len(figure.unit)]
    return renumbered(draft, text, figure, kept + rng.choice(others))


_TRADITIONAL, _SIMPLIFIED = "鐘時個噸貝釐吋", "钟时个吨贝"


def _same_script(word: str, lang: Lang) -> bool:
    other = {"en": "", "zh-Hans": _TRADITIONAL, "zh-Hant": _SIMPLIFIED}[lang]
    return not any(char in other for char in word)


def myriad(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """万 is dropped, becomes 億, or is put where none is."""
    if draft.brief.lang == "en":
        return None
    chosen = figures_of(draft, text)
    if not chosen:
        return None
    figure = rng.choice(chosen)
    hans = draft.brief.lang == "zh-Hans"
    unit_part = text[figure.digits_end + len(figure.myriad) : figure.end]
    now = rng.choice(["", "亿" if hans else "億"]) if figure.myriad else ("万" if hans else "萬")
    return renumbered(draft, text, figure, text[figure.start : figure.digits_end] + now + unit_part)


_SHARES_EN = {2: "half", 3: "a third of", 4: "a quarter of", 5: "a fifth of", 10: "a tenth of"}
_HAN = "零一二三四五六七八九十"


def ratio(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A multiple becomes its inverse."""
    found = []
    for figure in figures_of(draft, text):
        times = TIMES.match(text, figure.end)
        if times and ratio_at(draft, text, figure):
            found.append((figure, times))
    if not found:
        return None
    figure, times = rng.choice(found)
    if figure.value <= 1 or figure.value.denominator != 1:
        return None
    count = int(figure.value)
    if draft.brief.lang == "en":
        now = _SHARES_EN.get(count, f"one {count}th of")
    else:
        now = f"{_HAN[count]}分之一" if count <= 10 else f"1/{count}"
    return text[: figure.start] + now + text[times.end() :], text[figure.start : times.end()], now


def year(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A year of a fact becomes another."""
    given = {y for fact in draft.brief.facts for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", fact)}
    found = [
        m
        for m in re.finditer(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
        if m[0] in given and not is_quoted(draft, text, m.start())
    ]
    if not found:
        return None
    match = rng.choice(found)
    now = str(int(match[0]) + rng.choice([-30, -10, -5, -2, -1, 1, 2, 3, 10]))
    return (text[: match.start()] + now + text[match.end() :], match[0], now) if now not in given else None


# A statement that is exact, made into one that says more or less.
