"""A comparison's shown number in free wording: a time, a multiple, a share or a count."""

from __future__ import annotations

from fractions import Fraction

from assistant.checks.claims import Claim, decimal_of
from assistant.checks.clauses import Clauses
from assistant.checks.hedges import Said, hedge_of_predicate, is_true, rounds_to
from assistant.checks.mentions import find_mentions
from assistant.checks.proofs import Found, Known, Objection, Proof
from assistant.checks.ratios import judge
from assistant.checks.rhythms import by_frequency, by_pace
from assistant.checks.spans import source_of
from assistant.checks.sums import by_cost, by_difference, spans
from assistant.schema import Comparison, Lang
from assistant.units import convert

# Characters between a route and the time that it takes: " in no more than about ".
BESIDE = 24
# The same over a comma: ", about ", ，约.
BESIDE_OUTSIDE: dict[Lang, int] = {"en": 10, "zh-Hans": 4, "zh-Hant": 4}


def by_comparison(known: Known, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses) -> Found:
    """A comparison's shown number, the right way round, with a hedge that is true of the exact ratio or time."""
    objection: Objection | None = None
    for comparison in known.comparisons:
        found = _as_comparison(known, comparison, text, claim, said, clauses)
        if isinstance(found, Proof):
            return found
        objection = objection or found
    return objection


def _as_comparison(
    known: Known, comparison: Comparison, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses
) -> Found:
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
    exact = comparison.ratio_exact
    countable = claim.bare or text.startswith(" of ", claim.end)
    if exact is None or not countable or len(claim.values) != 1 or claim.values[0] not in comparison.numbers:
        return None
    verdict = judge(text, claim, comparison, known.compared_keys[comparison.id], clauses, known.lang)
    if verdict == "elsewhere":
        return None
    if verdict in ("inverted", "faster"):
        return Objection("ratio-inverted" if verdict == "inverted" else "times-more", comparison.text)
    said = _of_ratio(known, text, claim, said, clauses)
    return _held(comparison, claim, said, exact)


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
    if not find_mentions(text, *clauses.sentence(claim.start), known.compared_keys[comparison.id], known.lang):
        return None
    exact = convert(comparison.exact, "second", claim.quantity.unit)
    if rounds_to(said, decimal_of(claim), exact):
        return _proof(comparison)
    if claim.values[0] in comparison.numbers:
        return _held(comparison, claim, said, exact)
    # A time right beside its route is the route's, whatever else takes as long.
    start, end = clauses.clause(claim.start)
    beside = find_mentions(text, *clauses.sentence(claim.start), known.compared_keys[comparison.id], known.lang)
    near = [
        span
        for span in beside
        if (start <= span[0] < end and max(span[0] - claim.end, claim.start - span[1]) <= BESIDE)
        or 0 <= claim.start - span[1] <= BESIDE_OUTSIDE[known.lang]
    ]
    return Objection("number-untraced", comparison.working) if near and len(beside) > 1 else None


def _held(comparison: Comparison, claim: Claim, said: tuple[Said, ...], exact: Fraction) -> Found:
    true = all(is_true(one, claim.values[0], exact) for one in said or ("",))
    return _proof(comparison) if true else Objection("hedge-false", comparison.working)


def _proof(comparison: Comparison) -> Proof:
    return Proof("comparison", comparison.working, source_of(comparison.references), comparison=comparison)


def _of_ratio(known: Known, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses) -> tuple[Said, ...]:
    """The hedges of a ratio: in Chinese they may stand before what is multiplied; "as heavy as" is no hedge of one."""
    if known.lang != "en" and not said:
        far = hedge_of_predicate(text[clauses.clause(claim.start)[0] : claim.start])
        return (far,) if far else ()
    return tuple(one for one in said if one != "up to") if len(said) > 1 else said
