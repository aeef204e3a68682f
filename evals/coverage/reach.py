"""Whether a quantity finds a comparison that can be felt, and where none does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor, log10

from assistant.beside import rank_one
from assistant.comparisons import Audience, Ranking
from assistant.comparisons.anchors import ANCHORED, FAR
from assistant.comparisons.aspects import fits, nutrient_of
from assistant.comparisons.reasons import reason_before
from assistant.comparisons.score import familiarity
from assistant.references import Book
from assistant.schema import Comparison, Kind, Quantity, Reference
from assistant.units import convert, lookup
from evals.coverage.draw import draw, unit_for
from evals.coverage.ranges import AUDIENCES, RANGES, Range

# What a reader can feel: half of a thing to twenty of it.
LEAST, MOST = Fraction(1, 2), Fraction(20)
# Kinds that stand without a multiplier, or whose number is itself the answer.
HONEST: frozenset[Kind] = frozenset({"anchor", "duration", "count", "ladder", "cost", "difference"})
WANTED = 0.95


def felt(comparison: Comparison) -> bool:
    """Whether a comparison has a multiplier from one half to twenty, or is of a kind that needs none."""
    shown = comparison.ratio_shown
    # "One in 20", "three drops in a bath": a share that is told whole has no multiplier to be felt.
    if comparison.kind == "share" and comparison.ratio_exact is None:
        return True
    return comparison.kind in HONEST or (shown is not None and LEAST <= shown <= MOST)


def reached(ranking: Ranking) -> bool:
    """Whether one of the comparisons can be felt."""
    return any(felt(comparison) for comparison in ranking.comparisons)


@dataclass(slots=True)
class Tally:
    """So many were reached of so many."""

    hit: int = 0
    all: int = 0

    def add(self, hit: bool) -> None:
        """Counts one more."""
        self.hit += hit
        self.all += 1

    @property
    def share(self) -> float:
        """The share that was reached; 1 of none."""
        return self.hit / self.all if self.all else 1.0


@dataclass(frozen=True, slots=True)
class Hole:
    """A decade of a property, in its unit, in which a market's readers get too little.

    `near` is how many references lie in reach of the magnitude that has most of them among those that get nothing:
    0 asks for references, more asks why those are not taken.
    """

    name: str
    market: str
    low: float
    high: float
    unit: str
    tally: Tally
    near: int


@dataclass(slots=True)
class Reach:
    """Tallies by property and market, and by decade within them; properties left plain by rule, with the reason."""

    by_market: dict[tuple[str, str], Tally] = field(default_factory=dict)
    by_decade: dict[tuple[str, str, int, str], Tally] = field(default_factory=dict)
    near: dict[tuple[str, str, int, str], int] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> Tally:
        """A property's tally over all markets."""
        return _sum(tally for (named, _), tally in self.by_market.items() if named == name)

    def total(self) -> Tally:
        """Everything together."""
        return _sum(self.by_market.values())

    def holes(self, least: float = WANTED) -> list[Hole]:
        """The decades below `least`, those with the most misses first."""
        found = [
            Hole(key[0], key[1], 10.0 ** key[2], 10.0 ** (key[2] + 1), key[3], tally, self.near.get(key, 0))
            for key, tally in self.by_decade.items()
            if tally.share < least
        ]
        return sorted(found, key=lambda hole: (hole.tally.hit - hole.tally.all, hole.name, hole.market, hole.low))


def _sum(tallies: Iterable[Tally]) -> Tally:
    counted = list(tallies)
    return Tally(sum(tally.hit for tally in counted), sum(tally.all for tally in counted))


def market_of(audience: Audience) -> str:
    """The market's name; "any" for readers everywhere."""
    return audience.market or "any"


def near(quantity: Quantity, book: Book, audience: Audience) -> int:
    """How many references that the audience knows are in reach of the quantity, whatever number that would take.

    In reach: between a twentieth and twice its size; of a scale without multiples, within `FAR` of it.
    """
    wanted = lookup(quantity.unit).exponents
    fit = fits(quantity.dimension, quantity.unit, quantity.attribute)
    return sum(
        fit.get(reference.aspect, 0.0) > 0
        and (reference.aspect != "nutrients" or nutrient_of(quantity.attribute) in reference.topics)
        and lookup(reference.unit).exponents == wanted
        and familiarity(reference, audience) > 0
        and _in_reach(quantity, reference)
        for reference in book.of((quantity.dimension,))
    )


def _in_reach(quantity: Quantity, reference: Reference) -> bool:
    size = convert(quantity.low, quantity.unit, reference.unit)
    if quantity.dimension in ANCHORED:
        return abs(size - Fraction(reference.value)) <= FAR
    return LEAST * Fraction(reference.value) <= size <= MOST * Fraction(reference.value)


def measure(
    book: Book, draws: int, seed: int, ranges: Sequence[Range] = RANGES, audiences: Sequence[Audience] = AUDIENCES
) -> Reach:
    """Draws so many magnitudes of each property for each audience and looks what they find."""
    reach = Reach()
    for range_ in ranges:
        for audience in audiences:
            if range_.markets and audience.market not in range_.markets:
                continue
            for quantity in draw(range_, audience, draws, seed):
                _add(reach, range_, quantity, book, audience)
    return reach


def _add(reach: Reach, range_: Range, quantity: Quantity, book: Book, audience: Audience) -> None:
    hit = reached(rank_one(quantity, book, audience))
    market = market_of(audience)
    reach.by_market.setdefault((range_.name, market), Tally()).add(hit)
    # A linear scale has no decades.
    decade = floor(log10(abs(quantity.low))) if quantity.low and not range_.linear else 0
    key = (range_.name, market, decade, unit_for(range_, audience)[0])
    reach.by_decade.setdefault(key, Tally()).add(hit)
    if not hit:
        reach.near[key] = max(reach.near.get(key, 0), near(quantity, book, audience))
        plain = reason_before(quantity, "en")
        if plain and quantity.low > 0:
            reach.plain[range_.name] = plain
