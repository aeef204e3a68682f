"""How good a comparison is for one reader: parts between 0 and 1 that multiply to the score.

A part is a shape between 0 and 1 (what is better than what) to the power of its weight, so that the score is log-linear
and its weights can be learned. They were, for familiarity, references, size, wording and felt: by logistic regression on
the ratings of Chaganty & Liang, "How Much is 131 Million Dollars? Putting Numbers in Perspective with Compositional
Descriptions" (ACL 2016; of its 8,981 rated candidates the 5,504 in tasks with a verdict of most raters), by `python -m
evals.ranking FILE --fit` on 2026-11-22. Weights learned on four fifths put the better of two descriptions first in 82 %
of the pairs of the other fifth. Familiarity is the unit: its weight is 1. Its levels are a judgement that the ratings
bear out: left free, levels 1 to 4 come out at .19, .45, .69 and .85. The shape of size up to ten times either way was
drawn after them as well. What they cannot tell stays by judgement, with weight 1: number (their texts carry no hedge),
spread, like with like, property, and sizes beyond ten times, which they do not hold.

The order of importance agrees with the reader studies of Hullman et al. (2018) and Nguyen et al. (2022): familiar beats
close, one reference beats two, small whole multiples, short wording, little spread.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import log, prod

from assistant.comparisons.rounding import Shown
from assistant.schema import Lang, Market, Quantity, Reference, Statistic

_HOME: dict[Lang, Market] = {"zh-Hans": "cn", "zh-Hant": "tw"}
FAMILIARITY = {0: 0.0, 1: 0.2, 2: 0.4, 3: 0.65, 4: 0.85, 5: 1.0}
# The learned exponents; a part that is not here has weight 1.
WEIGHTS: Mapping[str, float] = {"references": 1.1, "size": 0.93, "wording": 2.57, "felt": 1.1}
# Below this a comparison is forced: better silent. From the same ratings: here most readers find it useful two times in
# three.
GOOD_ENOUGH = 0.19

# How good a multiple or share of a size is, with equal steps of the logarithm between these points. One, a half and
# twice are seen at once; from three on one counts, and up to twenty it hardly matters how far.
_SIZES: Mapping[float, float] = {
    1 / 100: 0.05,
    1 / 10: 0.4,
    1 / 5: 0.6,
    1 / 4: 0.66,
    1 / 3: 0.85,
    1 / 2: 0.97,
    1.0: 1.0,
    2.5: 1.0,
    3.0: 0.78,
    4.0: 0.7,
    20.0: 0.65,
    200.0: 0.42,
    1_000.0: 0.2,
    100_000.0: 0.05,
}
_LOGS, _HEIGHTS = [log(size) for size in _SIZES], list(_SIZES.values())
# Each further thing that has to be pictured at the same time.
_ONE_MORE = 0.4
# Properties that are worked out and read about, never seen, held, heard, waited for or paid.
_UNFELT = frozenset({"co2", "concentration", "energy-economy", "ratio"})
_READ_ABOUT = 0.8


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


# The words by which the name of an average tells where it was taken.
_PLACES: tuple[tuple[str, frozenset[Market]], ...] = (
    ("America", frozenset({"us"})), ("US", frozenset({"us"})), ("Brit", frozenset({"uk"})), ("UK", frozenset({"uk"})),
    ("Engl", frozenset({"uk"})), ("London", frozenset({"uk"})), ("EU", frozenset({"eu", "uk"})), ("Europe", frozenset({"eu", "uk"})),
    ("German", frozenset({"eu"})), ("French", frozenset({"eu"})), ("China", frozenset({"cn"})), ("Chinese", frozenset({"cn"})),
    ("Beijing", frozenset({"cn"})), ("Shanghai", frozenset({"cn"})), ("Taiwan", frozenset({"tw"})), ("Taipei", frozenset({"tw"})),
    ("Hong Kong", frozenset({"hk"})),
)  # fmt: skip
# What people elsewhere use, drive or earn on average says less than its familiarity.
FOREIGN = 0.8


def is_foreign(reference: Reference, audience: Audience) -> bool:
    """Whether a reference is an average of a place where the audience does not live; readers everywhere live in none."""
    if reference.statistic != "average" or reference.own:
        return False
    of = reference.names["en"].of
    homes = frozenset[Market]().union(*(at for word, at in _PLACES if word in of))
    return bool(homes) and (audience.market or _HOME.get(audience.lang)) not in homes


def weighted(name: str, shape: float) -> float:
    """A part: the shape to the power of the part's weight.

    >>> weighted("spread", 0.9), weighted("wording", 1.0), weighted("wording", 0.9) < 0.8
    (0.9, 1.0, True)
    """
    return float(shape ** WEIGHTS.get(name, 1.0))


def familiarity_part(levels: Iterable[int]) -> float:
    """Of everything that a comparison makes a reader picture: each has to be known.

    >>> familiarity_part([4]), round(familiarity_part([4, 3]), 4)
    (0.85, 0.5525)
    """
    return prod(FAMILIARITY[level] for level in levels)


def references_shape(things: int) -> float:
    """1 for one thing to picture (a plain hour or day is none), 0.4 of the rest for each further one."""
    return float(_ONE_MORE ** max(0, things - 1))


def references_part(things: int) -> float:
    """`references_shape`, weighted: what a combination of several references loses.

    >>> references_part(1), references_part(2) < 0.5
    (1.0, True)
    """
    return weighted("references", references_shape(things))


def size_shape(ratio: Fraction | float) -> float:
    """1 from equal to 2.5 times, .7 at four, .65 at 20, .42 at 200; one half .97, a third .85, a fifth .6, a tenth .4.

    >>> [round(size_shape(n), 2) for n in (1, 2.5, 4, 20, 200, 1000)]
    [1.0, 1.0, 0.7, 0.65, 0.42, 0.2]
    >>> [round(size_shape(1 / n), 2) for n in (2, 3, 5, 10, 1000)]
    [0.97, 0.85, 0.6, 0.4, 0.05]
    """
    here = log(ratio)
    after = bisect_left(_LOGS, here)
    if after == 0:
        return _HEIGHTS[0]
    if after == len(_LOGS):
        return _HEIGHTS[-1]
    way = (here - _LOGS[after - 1]) / (_LOGS[after] - _LOGS[after - 1])
    return _HEIGHTS[after - 1] + way * (_HEIGHTS[after] - _HEIGHTS[after - 1])


def size_part(ratio: Fraction | float) -> float:
    """`size_shape`, weighted; never rises with the distance from 1 on either side."""
    return weighted("size", size_shape(ratio))


def whole_part(shown: Shown) -> float:
    """Whole multiples and one half are easiest; "more than" and "nearly" say less than "about", of a share least of all."""
    top, bottom = shown.value.numerator, shown.value.denominator
    easy = 1.0 if bottom == 1 or (top == 1 and bottom == 2) else 0.92
    if shown.hedge in ("about", "exactly"):
        return easy
    return easy * 0.82 if top >= bottom else 0.6


def spread_part(reference: Reference) -> float:
    """1 for a thing that is always the same size, .5 for one whose size is anybody's guess."""
    relative = float((reference.high - reference.low) / reference.value) if reference.value else 1.0
    return max(0.5, 1.0 - 0.5 * max(0.0, relative - 0.1))


def like_part(statistic: Statistic, reference: Statistic) -> float:
    """A peak beside a peak, an average beside an average; what states nothing is taken for what such figures are."""
    if statistic in ("unstated", reference) or {statistic, reference} <= {"average", "typical", "rated"}:
        return 1.0
    return 0.85


def felt_shape(felt: bool) -> float:
    """1 for what a person sees, holds, hears, waits for or pays, .8 for what is only read about."""
    return 1.0 if felt else _READ_ABOUT


def felt_part(reference: Reference) -> float:
    """`felt_shape`, weighted: carbon dioxide, a concentration or an efficiency is not felt, whoever's it is."""
    return weighted("felt", felt_shape(reference.aspect not in _UNFELT))


def wording_shape(text: str, lang: Lang) -> float:
    """1 up to six words (eleven Chinese characters), .73 at fifteen words, never below .4.

    >>> round(wording_shape("about twice the weight of a very large cat", "en"), 2)
    0.91
    """
    words = len(text.split()) if lang == "en" else len(text) / 1.8
    return max(0.4, 1.0 - 0.03 * max(0.0, words - 6))


def wording_part(text: str, lang: Lang) -> float:
    """`wording_shape`, weighted: the score halves from six words to fourteen."""
    return weighted("wording", wording_shape(text, lang))


def total(parts: Mapping[str, float]) -> float:
    """The product of the parts, rounded so that equal inputs give equal output everywhere."""
    return round(prod(parts.values()), 4)


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
        "felt": round(felt_part(reference), 4),
    }
