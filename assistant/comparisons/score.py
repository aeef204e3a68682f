"""How good a comparison is for one reader: parts between 0 and 1 that multiply to the score.

The order of importance follows what raters found useful in 8,981 candidates and in reader studies (Chaganty & Liang
2016; Hullman et al. 2018; Nguyen et al. 2022): familiar beats close, one reference beats two, small whole multiples,
short wording, little spread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import log10

from assistant.comparisons.rounding import Shown
from assistant.schema import Lang, Market, Quantity, Reference, Statistic

_HOME: dict[Lang, Market] = {"zh-Hans": "cn", "zh-Hant": "tw"}
FAMILIARITY = {0: 0.0, 1: 0.2, 2: 0.4, 3: 0.65, 4: 0.85, 5: 1.0}
# Below this a comparison is forced: better silent.
GOOD_ENOUGH = 0.25


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom references are chosen: language, market, interests known by feel, topics to avoid."""

    lang: Lang = "en"
    market: Market | None = None
    interests: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()


def familiarity(reference: Reference, audience: Audience) -> int:
    """0 (never offered) to 5.

    Without a market Chinese is read at home; English is read everywhere: the level that all but one of the markets
    reach, and 0 for things known in fewer than five.

    An interest of the audience that the reference belongs to adds a level; an audience that the reference names
    sets it outright if higher.
    """
    # What touches income, belief or drink is right for some texts only, and no text has to have it.
    if reference.sensitivity or (audience.avoid and audience.avoid & set(reference.topics)):
        return 0
    market = audience.market or _HOME.get(audience.lang)
    if market is not None:
        level = reference.markets.get(market, 0)
    else:
        levels = sorted(reference.markets.values())
        level = levels[1] if len(levels) >= 5 else 0
    if level == 0:
        return 0
    if audience.interests & set(reference.topics):
        level = min(5, level + 1)
    return max(level, *(reference.audiences.get(interest, 0) for interest in audience.interests), 0)


def size_part(ratio: Fraction) -> float:
    """1 up to 2.5 times, .8 at 20, falling from there by decades; one half .9, a fifth .6.

    >>> [round(size_part(Fraction(n)), 2) for n in (1, 2, 20, 200, 1000)]
    [1.0, 1.0, 0.8, 0.5, 0.29]
    >>> [round(size_part(Fraction(1, n)), 2) for n in (2, 3, 5)]
    [0.9, 0.8, 0.6]
    """
    r = float(ratio)
    if r < 1:
        return 0.97 if r >= 0.9 else max(0.0, 1.1 - 0.1 / r)
    if r <= 2.5:
        return 1.0
    if r <= 20:
        return 1.0 - 0.2 * log10(r / 2.5) / log10(8)
    return max(0.0, 0.8 - 0.3 * log10(r / 20))


def whole_part(shown: Shown) -> float:
    """Whole multiples and one half are easiest; "more than" and "nearly" say less than "about"."""
    easy = 1.0 if shown.value.denominator == 1 or shown.value == Fraction(1, 2) else 0.92
    return easy * (1.0 if shown.hedge in ("about", "exactly") else 0.88)


def spread_part(reference: Reference) -> float:
    """1 for a thing that is always the same size, .5 for one whose size is anybody's guess."""
    relative = float((reference.high - reference.low) / reference.value) if reference.value else 1.0
    return max(0.5, 1.0 - 0.5 * max(0.0, relative - 0.1))


def like_part(statistic: Statistic, reference: Statistic) -> float:
    """A peak beside a peak, an average beside an average; what states nothing is taken for what such figures are."""
    if statistic in ("unstated", reference) or {statistic, reference} <= {"average", "typical", "rated"}:
        return 1.0
    return 0.85


def wording_part(text: str, lang: Lang) -> float:
    """1 up to six words (ten Chinese characters), .75 from fifteen words on."""
    words = len(text.split()) if lang == "en" else len(text) / 1.8
    return max(0.75, 1.0 - 0.03 * max(0.0, words - 6))


def total(parts: Mapping[str, float]) -> float:
    """The product of the parts, rounded so that equal inputs give equal output everywhere."""
    score = 1.0
    for part in parts.values():
        score *= part
    return round(score, 4)


def parts_of(
    quantity: Quantity, reference: Reference, shown: Shown, ratio: Fraction, level: int, aspect_fit: float
) -> dict[str, float]:
    """The parts that do not depend on the wording."""
    return {
        "familiarity": FAMILIARITY[level],
        "size": round(size_part(ratio), 4),
        "number": whole_part(shown),
        "spread": round(spread_part(reference), 4),
        "like with like": like_part(quantity.statistic, reference.statistic),
        "property": aspect_fit,
    }
