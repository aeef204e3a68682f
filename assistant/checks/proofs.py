"""The ways a number can be proven: as a fact's, by its surface, as a reference's, as a comparison's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from assistant.checks.claims import Claim
from assistant.checks.hedges import Said, follows, rounds_to
from assistant.checks.mentions import content_words, mention_keys, words_of
from assistant.checks.spans import references_of
from assistant.checks.surfaces import Surface, surfaces_of, token_at
from assistant.references import Book, load_book, merge
from assistant.schema import Comparison, Fact, Lang, LedgerKind, Market, Plan, Quantity, Reference
from assistant.schema.brief import Brief
from assistant.schema.orders import ORDER
from assistant.units import DimensionMismatch, convert


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves a number; `quantity` where it is a fact's own figure, `comparison` where it is that one's."""

    kind: LedgerKind
    proof: str
    source: str
    quantity: Quantity | None = None
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Objection:
    """The rule that a number breaks, for the message; `quantity` where a fact's figure stands none the less."""

    rule: str
    detail: str = ""
    quantity: Quantity | None = None


Found = Proof | Objection | None


class Known:
    """What a plan allows, laid out for proving."""

    def __init__(self, brief: Brief, plan: Plan, market: Market | None) -> None:
        self.lang: Lang = brief.lang
        # Every yardstick that a text could name, a team's own among them.
        self.book: Book = merge(load_book(), plan.added)
        # What the product itself is called: a kettle's figure is not another kettle's.
        self.own = content_words(f"{brief.product} {brief.category}", brief.lang)
        self.told = content_words(" ".join((*(fact.text for fact in plan.facts), *brief.proof)), brief.lang)
        self._text = ""
        self._spoken: tuple[Reference, ...] = ()
        self._compared: dict[tuple[str, ...], frozenset[str]] = {}
        self.comparisons = plan.comparisons
        self.references = references_of(plan)
        self.keys = {reference.id: mention_keys(reference, brief.lang) for reference in self.references}
        # What a line orders a machine to say proves nothing.
        facts = [fact for fact in plan.facts if not ORDER.search(fact.text)]
        self.quantities: list[tuple[Fact, Quantity]] = [(fact, q) for fact in facts for q in fact.quantities]
        texts = [(fact.text, fact.id) for fact in facts] + [(line, "proof") for line in brief.proof]
        texts += [(name, "name") for name in (brief.product, brief.category, *brief.names) if name]
        self.surfaces = [s for text, source in texts for s in surfaces_of(text, source, brief.lang, market)]
        self.names = {
            reference.id: [
                s for name in _names(reference, brief.lang) for s in surfaces_of(name, "", brief.lang, market, True)
            ]
            for reference in self.references
        }

    def keys_of(self, comparison: Comparison) -> frozenset[str]:
        """The words that speak of a comparison's references; two of one fact may bear one id."""
        ids = tuple(one.id for one in comparison.references)
        if ids not in self._compared:
            self._compared[ids] = frozenset().union(*(self.keys[one] for one in ids))
        return self._compared[ids]

    def spoken_in(self, text: str) -> tuple[Reference, ...]:
        """The references that a text names by any word at all, in their order."""
        if text != self._text:
            words = words_of(text, self.lang)
            self._text = text
            self._spoken = tuple(r for r in self.references if not words.isdisjoint(self.keys[r.id]))
        return self._spoken


def _names(reference: Reference, lang: Lang) -> tuple[str, ...]:
    names = reference.names[lang]
    return tuple(name for name in (names.name, names.thing, names.of, names.many) if name)


def by_fact(known: Known, claim: Claim, said: tuple[Said, ...], clause: str, in_brackets: bool = False) -> Found:
    """A fact's quantity as given, exactly converted, or converted and rounded with a true hedge."""
    if claim.quantity is None:
        return None
    objection: Objection | None = None
    # A dozen of anything is no twelve modes.
    dozens = claim.quantity.unit == "dozen_count"
    words = content_words(clause, known.lang) if claim.bare or dozens else frozenset()
    for fact, quantity in known.quantities:
        if dozens and not words & content_words(fact.text, known.lang):
            continue
        if claim.bare and not (
            quantity.unit in ("dimensionless", "count") and words & content_words(fact.text, known.lang)
        ):
            continue
        found = _as_fact(claim.quantity, said, fact, quantity, clause, in_brackets)
        if isinstance(found, Proof):
            return found
        objection = objection or found
    return objection


_TOP = (
    "top",
    "max",
    "peak",
    "at best",
    "at most",
    "最高",
    "最大",
    "最长",
    "最長",
    "最多",
    "最快",
    "最远",
    "最遠",
    "峰值",
    "可达",
    "可達",
    "上限",
)


def _as_fact(
    mine: Quantity, said: tuple[Said, ...], fact: Fact, quantity: Quantity, clause: str, in_brackets: bool
) -> Found:
    here, there = _ends(mine), _ends(quantity, mine.unit)
    if _plain_decibels(mine, quantity) or (mine.text == quantity.text and mine.low == quantity.low):
        # A sign that means two things (24度) means in a headline what it means in the fact.
        there = _ends(quantity)
    if here is None or there is None or not _same_tolerance(mine, quantity):
        return None
    if len(here) == 1 and len(there) == 2:
        # One end of a range, said as the end that it is.
        if (here[0] == there[1] and said == ("up to",)) or (here[0] == there[0] and said == ("at least",)):
            return Proof("fact", fact.text, fact.id, quantity)
        return None
    if len(here) != len(there):
        return None
    if here == there:
        stated = said or (("up to",) if quantity.hedge == "up to" and any(w in clause.lower() for w in _TOP) else ())
        if follows(quantity.hedge, stated) or (not stated and _is_term(fact.text, quantity, clause)):
            return Proof("fact" if mine.unit == quantity.unit else "conversion", fact.text, fact.id, quantity)
        return Objection("hedge-changed", fact.text, quantity)
    # "5 g (0.18 oz)": brackets after the exact figure say that it is rounded; fewer than two figures would say too little.
    lenient = (*said, "about") if in_brackets and len(mine.low.as_tuple().digits) > 1 else said
    if mine.unit == quantity.unit or not _rounded(mine, there, lenient):
        return None
    kept = tuple(one for one in said if one != "about")
    # "Up to 80 km (about 50 miles)": the figure before the brackets bears the hedge.
    if (
        quantity.hedge
        and not (in_brackets and not kept)
        and not follows(quantity.hedge, kept or (("about",) if quantity.hedge == "about" else ()))
    ):
        return Objection("hedge-changed", fact.text)
    return Proof("conversion", f"{quantity.text} = {float(there[0]):.6g} {mine.unit}", fact.id)


_WITHIN = re.compile(r"\bwithin\b|内|內", re.IGNORECASE)
_TERM = re.compile(
    r"\breturn|\byou(?:['’]ve got| have)\b|send (?:it|them) back|sent back|change (?:your|their) mind|money back|refund|try it|退|鉴赏|鑑賞|试用|試用|反悔",
    re.IGNORECASE,
)


def _is_term(fact: str, quantity: Quantity, clause: str) -> bool:
    """Whether a time is a buyer's term: what may be done within 30 days, one has 30 days for."""
    return quantity.dimension == "time" and bool(_WITHIN.search(fact) and _TERM.search(fact) and _TERM.search(clause))


def _rounded(mine: Quantity, there: tuple[Fraction, ...], said: tuple[Said, ...]) -> bool:
    shown = [value for value in (mine.low, mine.high) if value is not None]
    return all(rounds_to(said, a, b) for a, b in zip(shown, there, strict=True))


def _plain_decibels(mine: Quantity, quantity: Quantity) -> bool:
    """Copy may leave the weighting out ("38 dB" for 38 dB(A)), never put one in."""
    return mine.unit == "decibel_plain" and quantity.unit.startswith("decibel")


def _same_tolerance(mine: Quantity, quantity: Quantity) -> bool:
    if mine.tolerance is None:
        return True
    return mine.unit == quantity.unit and mine.tolerance == quantity.tolerance


def _ends(quantity: Quantity, unit: str | None = None) -> tuple[Fraction, ...] | None:
    """Both ends of a quantity in a unit, exact; None where it cannot be converted."""
    values = tuple(value for value in (quantity.low, quantity.high) if value is not None)
    if unit is None or unit == quantity.unit:
        return tuple(Fraction(value) for value in values)
    try:
        return tuple(convert(value, quantity.unit, unit) for value in values)
    except DimensionMismatch:
        return None


def by_surface(known: Known, text: str, claim: Claim, clause: str, said: tuple[Said, ...]) -> Found:
    """A number without a unit (a year, a code, a version, a share) that a fact, a name or the proof holds as it stands."""
    if claim.kind == "quantity" and not claim.bare:
        return None
    (token, word), words = token_at(text, claim), content_words(clause, known.lang)
    objection: Objection | None = None
    for surface in known.surfaces:
        if not _same_surface(surface, token, word, claim):
            continue
        if (
            claim.kind not in ("year", "code")
            and not words & surface.words
            and not _is_own(known, surface, token, text, claim)
        ):
            continue
        if follows(surface.hedge, said):
            return Proof("fact", surface.proof, surface.source)
        objection = Objection("hedge-changed", surface.proof)
    return objection


# A multiple that multiplies nothing here: 8倍看過去.
_LIKENING = re.compile(r"比|是|相当|相當|[高快重轻輕长長大多少]|\bas\b|\bthan\b|\bof\b|\bthe\b", re.IGNORECASE)


def _is_own(known: Known, surface: Surface, token: str, text: str, claim: Claim) -> bool:
    """Whether a multiple that the facts hold multiplies nothing, or stands before the product's own name: 10倍望远镜."""
    if surface.kind == "multiple" and content_words(text[claim.end : claim.end + 4], known.lang) & known.own:
        return True
    around = text[max(0, claim.start - 8) : claim.start] + text[claim.end : claim.end + 4]
    return surface.kind == "multiple" and surface.token == token and not _LIKENING.search(around)


def _same_surface(surface: Surface, token: str, word: str, claim: Claim) -> bool:
    """The same token; a bare number may be written in words, a code keeps the word before it (Bluetooth 5.3)."""
    if claim.kind == "code":
        # A code with letters of its own (IP54) is the same after any word.
        named = any(char.isalpha() for char in token)
        return surface.token == token and (named or not (surface.word and word and surface.word != word))
    if "multiple" in (claim.kind, surface.kind) and claim.kind != surface.kind:
        return False
    return surface.token == token or bool(not surface.is_lettered and claim.values and surface.values == claim.values)
