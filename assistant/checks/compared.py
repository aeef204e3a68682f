"""A comparison's shown number in free wording: a time, a multiple, a share or a count."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

from assistant.checks.claims import Claim, decimal_of
from assistant.checks.clauses import Clauses
from assistant.checks.derived import by_own_figures
from assistant.checks.far_hedges import said_far
from assistant.checks.hedges import Said, is_true, rounds_to
from assistant.checks.mentions import find_mentions
from assistant.checks.proofs import Found, Known, Objection, Proof
from assistant.checks.ratios import judge
from assistant.checks.rhythms import by_frequency, by_pace
from assistant.checks.spans import source_of
from assistant.checks.sums import by_cost, by_difference, spans
from assistant.checks.tallies import is_period_of, is_tally, shows, turned
from assistant.schema import Comparison, Lang
from assistant.units import convert

# Characters between a route and the time that it takes: " in no more than about ".
BESIDE = 24
# The same over a comma: ", about ", ，约.
# The longest answer to "how long does it take?" that names nothing itself.
_ANSWER: dict[Lang, int] = {"en": 40, "zh-Hans": 18, "zh-Hant": 18}
BESIDE_OUTSIDE: dict[Lang, int] = {"en": 10, "zh-Hans": 4, "zh-Hant": 4}


def by_comparison(known: Known, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses) -> Found:
    """A comparison's shown number, the right way round, with a hedge that is true of the exact ratio or time."""
    first: Found = None
    start, end = clauses.clause(claim.start)
    for comparison in known.comparisons:
        found = _as_comparison(known, comparison, text, claim, said, clauses)
        if isinstance(found, Proof) and find_mentions(text, start, end, known.keys_of(comparison), known.lang):
            # Two may show one number: it is the one's whose yardstick stands in the same clause.
            return found
        if first is None or (isinstance(found, Proof) and not isinstance(first, Proof)):
            first = found
    return first


def _as_comparison(
    known: Known, comparison: Comparison, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses
) -> Found:
    if comparison.derived is not None:
        return by_own_figures(text, claim, comparison, said, clauses)
    if not comparison.references and comparison.kind in ("duration", "share"):
        pace = comparison.kind == "duration"
        verdict_of = (
            by_pace(text, claim, comparison, said, clauses)
            if pace
            else by_frequency(text, claim, comparison, known.lang, clauses)
        )
        return _settled(comparison, verdict_of)
    if comparison.kind == "duration":
        return _as_time(known, comparison, text, claim, said, clauses)
    if spans(claim, comparison):
        return Proof("fact", comparison.quantity.text, comparison.id.rpartition("-")[0], comparison.quantity)
    if comparison.kind in ("cost", "difference"):
        judge_sum = by_cost if comparison.kind == "cost" else by_difference
        found = judge_sum(text, claim, comparison, said, clauses)
        return _settled(comparison, found)
    return _as_ratio(known, comparison, text, claim, said, clauses)


def _as_ratio(
    known: Known, comparison: Comparison, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses
) -> Found:
    """A multiple, share or count, the right way round; or the yardstick as a share or multiple of the product."""
    exact, keys = comparison.ratio_exact, known.keys_of(comparison)
    if exact is None:
        return None
    names = [s.token for r in comparison.references for s in known.names[r.id]]
    said = _of_ratio(known, text, claim, said, clauses, names)
    if len(claim.values) == 1 and claim.bare and turned(text, claim, comparison, keys, clauses, known.lang):
        found = _held(comparison, claim.values[0], said, 1 / exact)
        if isinstance(found, Proof):
            # What it says is the inverse: no words before it are held against the comparison's own number.
            return replace(found, comparison=None)
    shown = shows(claim, comparison)
    if shown is None:
        return None
    exact = _low_end(comparison, shown, exact) if len(claim.values) == 1 else exact
    shared = claim.quantity is not None and claim.quantity.unit == "percent"
    if is_period_of(text, claim, comparison, keys, clauses, known.lang):
        return _held(comparison, shown, said, exact)
    if not (claim.bare or shared or text.startswith(" of ", claim.end)):
        return None
    if shared:
        claim = replace(claim, values=(shown,), quantity=None, kind="fraction")
    verdict = judge(text, claim, comparison, keys, clauses, known.lang)
    if verdict == "elsewhere" and not is_tally(text, claim, comparison, keys, clauses, known.lang):
        return None
    if verdict in ("inverted", "faster"):
        return Objection("ratio-inverted" if verdict == "inverted" else "times-more", comparison.text)
    return _held(comparison, shown, said, exact)


def _low_end(comparison: Comparison, shown: Fraction, exact: Fraction) -> Fraction:
    """The exact ratio that a number stands for: of a range's low end, where it is the lower of two."""
    low, high = comparison.quantity.low, comparison.quantity.high
    if len(comparison.numbers) != 2 or shown != comparison.numbers[0] or not low or not high:
        return exact
    return exact * Fraction(low) / Fraction(high)


def _settled(comparison: Comparison, verdict: str | None) -> Found:
    if verdict is None:
        return None
    return _proof(comparison) if verdict == "true" else Objection("hedge-false", comparison.working)


def _as_time(
    known: Known, comparison: Comparison, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses
) -> Found:
    if (
        claim.quantity is None
        or claim.quantity.dimension != "time"
        or comparison.exact is None
        or len(claim.values) != 1
    ):
        return None
    if not _is_spoken_of(known, comparison, text, claim, clauses):
        return None
    exact = convert(comparison.exact, "second", claim.quantity.unit)
    if rounds_to(said, decimal_of(claim), exact):
        return _proof(comparison)
    if claim.values[0] in comparison.numbers:
        return _held(comparison, claim.values[0], said, exact)
    # A time right beside its route is the route's, whatever else takes as long.
    start, end = clauses.clause(claim.start)
    beside = find_mentions(text, *clauses.sentence(claim.start), known.keys_of(comparison), known.lang)
    near = [
        span
        for span in beside
        if (start <= span[0] < end and max(span[0] - claim.end, claim.start - span[1]) <= BESIDE)
        or 0 <= claim.start - span[1] <= BESIDE_OUTSIDE[known.lang]
    ]
    return Objection("number-untraced", comparison.working) if near and len(beside) > 1 else None


def _is_spoken_of(known: Known, comparison: Comparison, text: str, claim: Claim, clauses: Clauses) -> bool:
    """Whether a route is named in the sentence of a time, or asked for in those before a short answer."""
    low, high = clauses.sentence(claim.start)
    keys = known.keys_of(comparison)
    if find_mentions(text, low, high, keys, known.lang):
        return True
    if high - low > _ANSWER[known.lang] or any(
        find_mentions(text, low, high, one, known.lang) for one in known.keys.values()
    ):
        return False
    return bool(find_mentions(text, max(0, low - 2 * _ANSWER[known.lang]), low, keys, known.lang))


def _held(comparison: Comparison, shown: Fraction, said: tuple[Said, ...], exact: Fraction) -> Found:
    true = all(is_true(one, shown, exact) for one in said or ("",))
    return _proof(comparison) if true else Objection("hedge-false", comparison.working)


def _proof(comparison: Comparison) -> Proof:
    return Proof("comparison", comparison.working, source_of(comparison.references), comparison=comparison)


def _of_ratio(
    known: Known, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses, names: Collection[str]
) -> tuple[Said, ...]:
    """The hedges of a ratio: they may stand farther off than a fact's; "as heavy as" is no hedge of one."""
    said = said_far(text, claim, said, clauses, names, known.lang)
    return tuple(one for one in said if one != "up to") if len(said) > 1 else said
