"""Figures that hold a fact's without being it: its tolerance, an end of its range, a rounder number that bounds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from assistant.checks.beside import is_named, is_open, unit_word
from assistant.checks.claims import Claim
from assistant.checks.clauses import Clauses
from assistant.checks.hedges import Said, follows, rounds_to, said_around, step_of
from assistant.checks.mentions import find_mentions
from assistant.checks.periods import per_unit, period_in
from assistant.checks.proofs import Found, Known, Objection, Proof
from assistant.schema import Fact, Quantity
from assistant.units import DimensionMismatch, convert

_EITHER_WAY = re.compile(
    r"(?:±|\+/?-|上下浮动|上下浮動|浮动|浮動|误差|誤差|plus or minus|give or take|within|tolerance(?: of)?) ?$"
)
# "At its lowest, it's 62 cm": one end of a range by itself, where the words say which.
_LOWEST = re.compile(
    r"\b(?:lowest|shortest|smallest|minimum|least|slowest|quietest|narrowest|down to|starts? at|starting at)\b|最低|最矮|最短|最小|最少|低至"
)
_HIGHEST = re.compile(
    r"\b(?:highest|tallest|longest|largest|biggest|maximum|most|fastest|loudest|widest|up to)\b|最高|最大|最长|最長|最多|可达|可達"
)
_NEAR = 20
_STILL_BELOW = re.compile("[还還也]不到$")
_MOVED = ("less than", "nearly", "more than")


def ends_of(quantity: Quantity) -> tuple[Fraction, ...]:
    """Both ends of a quantity, or its one value, exact."""
    return tuple(Fraction(one) for one in (quantity.low, quantity.high) if one is not None)


def is_topped(
    known: Known, text: str, claim: Claim, quantity: Quantity, claims: Sequence[Claim], clauses: Clauses
) -> bool:
    """Whether a yardstick is what does not come to the figure: 一头非洲象的一半体重，还不到3300公斤."""
    if claim.quantity is None or not _STILL_BELOW.search(text[: claim.start]):
        return False
    low = clauses.sentence(claim.start)[0]
    before = [one.values for one in claims if low <= one.start < claim.start]
    return any(
        c.ratio_exact is not None
        and (c.quantity.low, c.quantity.unit) == (quantity.low, quantity.unit)
        and convert(quantity.low, quantity.unit, claim.quantity.unit) in claim.values
        and any(len(values) == 1 and values == c.numbers and values[0] < c.ratio_exact for values in before)
        and find_mentions(text, low, claim.start, known.keys_of(c), known.lang)
        for c in known.comparisons
        if c.quantity.dimension == claim.quantity.dimension
    )


def is_tolerance(text: str, claim: Claim, quantity: Quantity) -> bool:
    """Whether a figure is the half-width that a fact gives: ±0.05 kg, 上下浮动0.05公斤."""
    mine = claim.quantity
    if quantity.tolerance is None or mine is None or len(claim.values) != 1:
        return False
    if mine.tolerance is None and not _EITHER_WAY.search(text[max(0, claim.start - 16) : claim.start].lower()):
        return False
    try:
        return claim.values[0] == convert(quantity.tolerance, quantity.unit, mine.unit)
    except DimensionMismatch:
        return False


def is_end(text: str, claim: Claim, quantity: Quantity, claims: Sequence[Claim], sentence: tuple[int, int]) -> bool:
    """Whether a figure is an end of a range that is named as such, or whose other end stands beside it: 从零下20度到零上80度."""
    mine = claim.quantity
    if quantity.high is None or mine is None or mine.unit != quantity.unit or len(claim.values) != 1:
        return False
    low, high = ends_of(quantity)
    around = text[max(sentence[0], claim.start - _NEAR) : claim.start].lower().rpartition("，")[2]
    if claim.values in ((low,), (high,)) and (_LOWEST if claim.values == (low,) else _HIGHEST).search(around):
        return not (_LOWEST.search(around) and _HIGHEST.search(around))
    for other in claims:
        if (
            other.quantity is None
            or other.quantity.unit != quantity.unit
            or not sentence[0] <= other.start < sentence[1]
        ):
            continue
        first, last = sorted((claim, other), key=lambda one: one.start)
        between = text[first.end : last.start]
        if (first.values, last.values) == ((low,), (high,)) and re.fullmatch(
            r"\W*(?:到|至|through|to|and|up to)\W*零上?|[^0-9.!?;。！？；]{1,40}", between
        ):
            return True
    return False


def is_bound(
    known: Known,
    text: str,
    claim: Claim,
    said: tuple[Said, ...],
    fact: Fact,
    quantity: Quantity,
    sentence: tuple[int, int],
) -> bool:
    """Whether a rounder number bounds a fact's figure truly: under €20 for €19.99, 不到两公分 for 17 mm, about 241 for 241.2."""
    if (
        quantity.high is not None
        or quantity.hedge not in ("", "about")
        or len(claim.values) != 1
        or len(set(said)) != 1
    ):
        return False
    if claim.kind in ("multiple", "fraction", "percent"):
        return False
    exact = _in_unit_of(known, text, claim, fact, quantity, sentence)
    shown = claim.values[0]
    # One kilo is a rounder number than 0.9 of one.
    rounder = (
        _figures(shown) < _figures(exact) or (shown == 1 and exact.denominator > 1) if exact is not None else False
    )
    if exact is None or exact == shown or not rounder:
        return False
    written = claim.quantity.low if claim.quantity is not None else shown
    if said[0] == "about":
        return rounds_to(said, written, exact)
    above = said[0] == "more than"
    step = Fraction(1, 2) if text[claim.start : claim.end].endswith("半") else step_of(written)
    return said[0] in _MOVED and (shown < exact) == above and abs(shown - exact) <= step


def _in_unit_of(
    known: Known, text: str, claim: Claim, fact: Fact, quantity: Quantity, sentence: tuple[int, int]
) -> Fraction | None:
    """A fact's figure in the unit of a claim; a bare number is one of money or of a figure without a unit."""
    mine = claim.quantity
    around = text[slice(*sentence)]
    if mine is None or claim.bare:
        if unit_word(text[claim.start : claim.end]) or not is_open(text, claim.end, known.lang):
            return None
        plain = quantity.dimension in ("currency", "percentage") or not unit_word(quantity.text)
        return Fraction(quantity.low) if plain and is_named(text, fact, known.lang) else None
    period = per_unit(quantity.unit)
    units = (
        [quantity.unit, quantity.unit.rpartition(" / ")[0]] if period and period_in(around, period) else [quantity.unit]
    )
    for unit in units:
        try:
            return convert(quantity.low, unit, mine.unit)
        except DimensionMismatch:
            continue
    return None


def _figures(value: Fraction) -> int:
    """How many figures a decimal number shows from its first to its last that is not nought."""
    shown = value
    for _ in range(6):
        if shown.denominator == 1:
            break
        shown *= 10
    return len(str(abs(int(shown))).strip("0")) or 1


def by_ends(known: Known, text: str, claim: Claim, said: tuple[Said, ...]) -> Found:
    """A range whose ends are two figures of one fact, each with its own hedge: 約24分鐘至超過87分鐘."""
    mine = claim.quantity
    if mine is None or len(claim.values) != 2:
        return None
    after = said_around(text[claim.start :], 0, claim.end - claim.start, known.lang)
    before = tuple(one for one in said if one not in after)
    for fact in dict.fromkeys(fact.id for fact, _ in known.quantities):
        own = [(f, q) for f, q in known.quantities if f.id == fact and q.unit == mine.unit and q.high is None]
        for (holder, low), (_, high) in pairwise(own):
            if (Fraction(low.low), Fraction(high.low)) != claim.values:
                continue
            if (not low.hedge or follows(low.hedge, before)) and (not high.hedge or follows(high.hedge, after)):
                return Proof("fact", holder.text, holder.id, low)
            return Objection("hedge-changed", holder.text)
    return None
