"""A fact's figure in other words than its own: without its unit, with its unit's other name, its rate taken apart.

What the value is decides: it is the fact's to the last digit, or a rounder one that the hedge makes true. What follows
the number, its label or its sister figures must show that it is meant; nothing else turns a number into a fact's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from assistant.checks.beside import is_named, is_open, unit_word
from assistant.checks.bounds import by_ends, ends_of, is_bound, is_end, is_tolerance, is_topped
from assistant.checks.claims import Claim
from assistant.checks.clauses import Clauses
from assistant.checks.hedges import Said, follows
from assistant.checks.labels import families_in
from assistant.checks.mentions import content_words
from assistant.checks.periods import is_other_degree, is_per, per_unit, period_in
from assistant.checks.proofs import Found, Known, Objection, Proof
from assistant.checks.surfaces import token_at
from assistant.quantities import find_quantities
from assistant.schema import Fact, Lang, Quantity
from assistant.units import DimensionMismatch, convert

_UNIT_IS = re.compile(r"(?:单位|單位)(?:都|全|一律)?是([^，。；、\s]{1,8})")
# 您知道25万度电是什么概念吗？它每年省的大约就是这个数: the hedge comes with the answer.
_SO_MUCH = re.compile("(?:大约|大約|差不多|大概)就?是[这這][个個]?[数數]")
# How far back the period of a rate may have been told.
_EARLIER = 32
_SPECIFIC = 3
# What goes round is counted in any of these.
_TURNS = frozenset("圈转轉")


def by_retold(
    known: Known, text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses, claims: Sequence[Claim]
) -> Found:
    """A fact's figure where its value stands with other words around it, and a hedge that is true of it."""
    objection: Objection | None = None
    sentence = clauses.sentence(claim.start)
    answered = (
        not said
        and text[sentence[1] : sentence[1] + 1] == "？"
        and bool(_SO_MUCH.search(text, sentence[1], sentence[1] + 30))
    )
    for fact, quantity in known.quantities:
        if said == ("less than",) and is_topped(known, text, claim, quantity, claims, clauses):
            return Proof("fact", fact.text, fact.id, quantity)
        if (
            answered
            and quantity.hedge == "about"
            and claim.quantity is not None
            and claim.quantity.unit == quantity.unit
            and claim.values == ends_of(quantity)
        ):
            return Proof("fact", fact.text, fact.id, quantity)
        if not _is_meant(known, text, claim, fact, quantity, sentence, claims):
            continue
        if follows(quantity.hedge, said):
            return Proof("fact", fact.text, fact.id, quantity)
        objection = objection or Objection("hedge-changed", fact.text, quantity)
    for fact, quantity in known.quantities:
        if is_tolerance(text, claim, quantity) or is_end(text, claim, quantity, claims, sentence):
            return Proof("fact", fact.text, fact.id, quantity)
        if is_bound(known, text, claim, said, fact, quantity, sentence):
            return Proof("conversion", f"{quantity.text}", fact.id, quantity)
    return by_ends(known, text, claim, said) or by_unread(known, text, claim, said, sentence) or objection


def _is_meant(
    known: Known,
    text: str,
    claim: Claim,
    fact: Fact,
    quantity: Quantity,
    sentence: tuple[int, int],
    claims: Sequence[Claim],
) -> bool:
    """Whether a claim has the value of a fact's figure, and stands for it."""
    ends = ends_of(quantity)
    token = token_at(text, claim)[0]
    if token == quantity.text.lower() and claim.bare and token.isascii() and not token.isdigit():
        return True
    surface = text[claim.start : claim.end]
    if claim.quantity is not None and not claim.bare:
        # A word for two units is the fact's; where both measure the same, the units decide.
        twofold = claim.quantity.dimension != quantity.dimension
        if twofold and claim.values == ends and unit_word(surface) == unit_word(quantity.text) != "":
            if is_other_degree(text, claim.end, quantity):
                return False
            return _same_period(claim.quantity, quantity, fact)
        if _in_binary(claim.quantity, quantity) or _is_denominator(claim, quantity, claims, sentence):
            return True
        return _is_part(known, text, claim, fact, quantity, sentence)
    if claim.values != ends or claim.kind in ("multiple", "fraction", "percent", "vague"):
        return False
    own, mine = unit_word(quantity.text), unit_word(surface)
    if mine:
        same = mine == own or {mine, own} <= _TURNS
        return same and _counts_no_other(text, claim, fact, quantity, known.lang)
    return _stands_alone(known, text, claim, fact, quantity, sentence, claims)


def _in_binary(mine: Quantity, quantity: Quantity) -> bool:
    """Whether an amount of data is the fact's by steps of 1,024: half a gigabyte of 512 MB."""
    if mine.dimension != "data" or quantity.dimension != "data" or mine.high is not None or mine.unit == quantity.unit:
        return False
    value = convert(quantity.low, quantity.unit, mine.unit)
    return Fraction(mine.low) in (value * 1000 / 1024, value * 1024 / 1000)


def _is_denominator(claim: Claim, quantity: Quantity, claims: Sequence[Claim], sentence: tuple[int, int]) -> bool:
    """Whether 100 km is what a fact's figure beside it is per."""
    if per_unit(quantity.unit) != "hundred_kilometer" or claim.quantity is None or claim.quantity.unit != "kilometer":
        return False
    beside = any(sentence[0] <= one.start < sentence[1] and one.values == ends_of(quantity) for one in claims)
    return claim.values == (Fraction(100),) and beside


def _counts_no_other(text: str, claim: Claim, fact: Fact, quantity: Quantity, lang: Lang) -> bool:
    """Whether nothing stands behind a count, or what stands behind it in the fact."""
    if is_open(text, claim.end, lang):
        return True
    behind = fact.text.partition(quantity.text)[2][:2]
    return behind != "" and text.startswith(behind, claim.end)


def _same_period(mine: Quantity, quantity: Quantity, fact: Fact) -> bool:
    """Whether a rate in the text is one in the fact: 每年2.2億度 of 每年發電：2.2億度."""
    period = per_unit(mine.unit)
    return not period or period == per_unit(quantity.unit) or is_per(fact.text, period)


def _is_part(known: Known, text: str, claim: Claim, fact: Fact, quantity: Quantity, sentence: tuple[int, int]) -> bool:
    """Whether a figure is a fact's rate with its period told elsewhere, or a fact of a period as a rate."""
    mine = claim.quantity
    if mine is None or len(claim.values) != len(ends_of(quantity)):
        return False
    period, other = per_unit(quantity.unit), per_unit(mine.unit)
    if bool(period) == bool(other):
        return False
    upper = (quantity.unit if period else mine.unit).rpartition(" / ")[0]
    try:
        if period:
            exact = tuple(convert(one, upper, mine.unit) for one in (quantity.low, quantity.high) if one is not None)
        else:
            exact = tuple(
                convert(one, quantity.unit, upper) for one in (quantity.low, quantity.high) if one is not None
            )
    except DimensionMismatch:
        return False
    if exact != claim.values:
        return False
    if not period:
        return is_per(fact.text, other)
    around = text[max(0, sentence[0] - _EARLIER) : sentence[1]]
    bare = "/" not in quantity.text and unit_word(quantity.text) != ""
    return period_in(around, period) or (bare and is_named(around, fact, known.lang))


def _stands_alone(
    known: Known,
    text: str,
    claim: Claim,
    fact: Fact,
    quantity: Quantity,
    sentence: tuple[int, int],
    claims: Sequence[Claim],
) -> bool:
    """Whether a number without a unit is a fact's: specific enough, or beside its label or its sisters."""
    if not is_open(text, claim.end, known.lang):
        return False
    around = text[slice(*sentence)]
    specific = len(str(abs(quantity.low)).replace(".", "").lstrip("0")) >= _SPECIFIC
    named = is_named(around, fact, known.lang)
    if not named and families_in(text[sentence[0] : claim.start], known.lang):
        return False
    if specific and (named or not unit_word(quantity.text)):
        return True
    sisters = any(
        other is not claim and sentence[0] <= other.start < sentence[1] and other.values == ends_of(one)
        for one in fact.quantities
        if one is not quantity
        for other in claims
    )
    if not sisters:
        return False
    unit = _UNIT_IS.search(around)
    return _is_unit(unit[1], known, quantity) if unit is not None else named or _joined(text, claim)


def _joined(text: str, claim: Claim) -> bool:
    """Whether a number is the other side of a size: 58 centimetres by 53."""
    return re.search(r"(?:\bby|[x×*]) ?$", text[: claim.start]) is not None


def _is_unit(word: str, known: Known, quantity: Quantity) -> bool:
    return any(found.unit == quantity.unit for found in find_quantities(f"1{word}", known.lang, None))


def by_unread(known: Known, text: str, claim: Claim, said: tuple[Said, ...], sentence: tuple[int, int]) -> Found:
    """A number that a fact's text holds without a unit: beside its label, before its own noun, or specific by itself."""
    if (
        not claim.values
        or claim.kind in ("multiple", "fraction", "percent", "vague")
        or not (claim.bare or claim.quantity is None or "count" in claim.quantity.unit)
    ):
        return None
    objection: Objection | None = None
    noun = unit_word(text[claim.start : claim.end])
    asked = text[: sentence[0]].endswith(("?", "？"))
    words = content_words(text[max(0, sentence[0] - (_EARLIER if asked else 0)) : sentence[1]], known.lang)
    for surface in known.surfaces:
        if surface.values != claim.values or surface.kind in ("multiple", "fraction", "percent"):
            continue
        if surface.is_lettered and token_at(text, claim)[0] != surface.token:
            continue
        if noun:
            counted = content_words(noun, known.lang)
            if not counted or not counted <= surface.words:
                continue
        elif not is_open(text, claim.end, known.lang) or not words & surface.words:
            continue
        if follows(surface.hedge, said):
            return Proof("fact", surface.proof, surface.source)
        objection = Objection("hedge-changed", surface.proof)
    return objection


_ARTICLE = re.compile(r"\ban? (?P<unit>(?:kilo|mega|giga|tera|peta)byte)\b", re.IGNORECASE)


def find_articles(known: Known, text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Amounts of data that are told with an article, "a terabyte", by position; none in Chinese."""
    for match in _ARTICLE.finditer(text) if known.lang == "en" else ():
        if not any(match.start() < one.end and one.start < match.end() for one in claims):
            told = Quantity(match[0], match.start(), match.end(), Decimal(1), match["unit"].lower(), "data")
            yield Claim(match.start(), match.end(), (Fraction(1),), told, "quantity")
