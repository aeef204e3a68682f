"""Traces every number of a text to what proves it, or objects to it.

A number is proven by standing inside approved wording (a fact, a comparison's form, a name, a customer's quotation),
or by being, in freer wording, a fact's quantity, its conversion, a comparison's shown number with a true hedge and
the reference named in the same sentence, or a reference's own figure. Anything else reaches no reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.checks.hedges import Said, hedge_after, hedge_before, is_true
from assistant.checks.messages import say
from assistant.checks.spans import Approved, approved_wordings, find_approved, mention_keys, mentions, sentence_at, source_of
from assistant.quantities import find_numbers, find_quantities
from assistant.schema import Comparison, Diagnostic, Lang, LedgerEntry, Plan, Quantity, Reference
from assistant.schema.brief import Brief, Persona
from assistant.units import DimensionMismatch, convert

CONVERTED = Fraction(5, 100)
READ = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class _Proof:
    kind: str
    proof: str
    source: str


@dataclass(frozen=True, slots=True)
class _Objection:
    rule: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Claim:
    """One number in a text: its span, its value (or both ends), and the quantity it belongs to if it has a unit."""

    start: int
    end: int
    values: tuple[Fraction, ...]
    quantity: Quantity | None


class Tracer:
    """Holds what a plan allows, ready to trace any number of texts."""

    def __init__(self, brief: Brief, plan: Plan, persona: Persona | None) -> None:
        self.lang: Lang = brief.lang
        self.plan = plan
        self.market = brief.market or (persona.market if persona else None)
        self.wordings = approved_wordings(brief, persona, plan)
        references = {r.id: r for c in plan.comparisons for r in c.references}
        references |= {rung.reference.id: rung.reference for rung in plan.ladder if rung.reference}
        self.references: tuple[Reference, ...] = tuple(references.values())
        self.keys = mention_keys(self.references, brief.lang)
        self.quantities = [(fact, quantity) for fact in plan.facts for quantity in fact.quantities]

    def trace(self, field: str, text: str) -> tuple[list[LedgerEntry], list[Diagnostic]]:
        """The ledger of a text and the objections to it, both by position."""
        approved = find_approved(text, self.wordings)
        entries: list[LedgerEntry] = []
        objections: list[Diagnostic] = []
        for claim in self._claims(text):
            found = self._prove(text, claim, approved)
            shown = text[claim.start : claim.end]
            if isinstance(found, _Proof):
                kind = found.kind
                entries.append(LedgerEntry(field, claim.start, claim.end, shown, kind, found.proof, found.source))  # type: ignore[arg-type]
            else:
                message = say(found.rule, self.lang, shown=shown, detail=found.detail)
                objections.append(Diagnostic(found.rule, "error", claim.start, claim.end, message, field=field))
        return entries, objections

    def _claims(self, text: str) -> list[_Claim]:
        """Every number of the text once; one that carries a unit as a quantity."""
        quantities = find_quantities(text, self.lang, self.market)
        claims = [
            _Claim(q.start, q.end, tuple(Fraction(v) for v in (q.low, q.high) if v is not None), q) for q in quantities
        ]
        for number in find_numbers(text, self.lang):
            if not any(number.start < q.end and q.start < number.end for q in quantities):
                values = tuple(Fraction(v) for v in (number.value, number.high) if v is not None)
                claims.append(_Claim(number.start, number.end, values, None))
        return sorted(claims, key=lambda claim: claim.start)

    def _prove(self, text: str, claim: _Claim, approved: Sequence[Approved]) -> _Proof | _Objection:
        for stretch in approved:
            if stretch.start <= claim.start and claim.end <= stretch.end:
                return self._approved(text, claim, stretch)
        said = hedge_before(text, claim.start, self.lang) or hedge_after(text, claim.end, self.lang)
        sentence = sentence_at(text, claim.start)
        result: _Proof | _Objection | None = None
        if claim.quantity is not None and claim.quantity.unit not in ("dimensionless", "count"):
            result = self._by_fact(claim.quantity, said) or self._by_reference(claim.quantity, sentence, said)
            result = result or self._by_duration(claim.quantity, sentence, said)
        result = result or self._by_comparison(claim, sentence, said) or self._by_count(claim, said)
        return result or _Objection("number-untraced")

    def _approved(self, text: str, claim: _Claim, stretch: Approved) -> _Proof | _Objection:
        if stretch.kind == "fact" and claim.start == stretch.start and claim.quantity is not None:
            # The bare figure of a fact: the hedge around it must still be the fact's.
            said = hedge_before(text, claim.start, self.lang)
            for _, quantity in self.quantities:
                if quantity.text == text[claim.start : claim.end]:
                    return self._hedged_fact(quantity, said) or _Proof(stretch.kind, stretch.proof, stretch.source)
        return _Proof(stretch.kind, stretch.proof, stretch.source)

    def _hedged_fact(self, fact: Quantity, said: Said) -> _Objection | None:
        """An objection where the hedge in the text says more than the fact does."""
        allowed: dict[str, tuple[str, ...]] = {
            "": ("", "about"),
            "about": ("about",),
            "up to": ("up to",),
            "at least": ("at least", "more than"),
            "more than": ("more than", "at least"),
            "less than": ("less than", "up to"),
            "nearly": ("nearly", "about"),
        }
        hedge = fact.hedge or ("up to" if fact.statistic == "maximum" else "")
        fine = allowed.get(hedge, ("",))
        if said in fine or (said == "" and fact.hedge == ""):
            return None
        if said == "up to" and fact.statistic in ("maximum", "unstated"):
            return None
        return _Objection("hedge-changed", fact.hedge or fact.text)

    def _by_fact(self, quantity: Quantity, said: Said) -> _Proof | _Objection | None:
        for fact, known in self.quantities:
            here, there = _ends(quantity), _ends(known, quantity.unit)
            if there is None or here is None or len(here) != len(there):
                continue
            if here == there:
                same = quantity.unit == known.unit
                return self._hedged_fact(known, said) or _Proof("fact" if same else "conversion", fact.text, fact.id)
            close = all(abs(a - b) <= CONVERTED * abs(b) for a, b in zip(here, there, strict=True))
            if quantity.unit != known.unit and close and said == "about":
                return _Proof("conversion", f"{known.text} = {float(there[0]):.6g} {quantity.unit}", fact.id)
        return None

    def _by_reference(self, quantity: Quantity, sentence: str, said: Said) -> _Proof | None:
        for reference in self.references:
            if not mentions(sentence, self.keys[reference.id]):
                continue
            try:
                value = convert(reference.value, reference.unit, quantity.unit)
            except DimensionMismatch:
                continue
            shown = Fraction(quantity.low)
            if abs(shown - value) <= READ * abs(value) or (said and is_true(said, shown, value)):
                return _Proof("reference", reference.names[self.lang].of, source_of([reference]))
        return None

    def _by_duration(self, quantity: Quantity, sentence: str, said: Said) -> _Proof | _Objection | None:
        for comparison in self._mentioned(sentence):
            if comparison.kind != "duration" or quantity.dimension != "time":
                continue
            seconds = convert(quantity.low, quantity.unit, "second")
            exact = Fraction(comparison.exact) if comparison.exact is not None else None
            if exact is None or abs(seconds - exact) > CONVERTED * exact:
                continue
            if is_true(said, seconds, exact):
                return _Proof("comparison", comparison.working, source_of(comparison.references))
            return _Objection("hedge-false", comparison.working)
        return None

    def _by_comparison(self, claim: _Claim, sentence: str, said: Said) -> _Proof | _Objection | None:
        for comparison in self._mentioned(sentence):
            exact = comparison.ratio_exact
            if exact is None or len(claim.values) != 1 or claim.values[0] not in comparison.numbers:
                continue
            if is_true(said, claim.values[0], exact):
                return _Proof("comparison", comparison.working, source_of(comparison.references))
            return _Objection("hedge-false", comparison.working)
        return None

    def _by_count(self, claim: _Claim, said: Said) -> _Proof | None:
        """A bare number or a count that a fact gives: 12 modes, 3倍变焦."""
        if claim.quantity is not None and claim.quantity.unit not in ("dimensionless", "count"):
            return None
        for fact, known in self.quantities:
            values = tuple(Fraction(v) for v in (known.low, known.high) if v is not None)
            if known.unit in ("dimensionless", "count") and values == claim.values and said in ("", known.hedge):
                return _Proof("fact", fact.text, fact.id)
        return None

    def _mentioned(self, sentence: str) -> list[Comparison]:
        return [
            comparison
            for comparison in self.plan.comparisons
            if any(mentions(sentence, self.keys[reference.id]) for reference in comparison.references)
        ]


def _ends(quantity: Quantity, unit: str | None = None) -> tuple[Fraction, ...] | None:
    """Both ends of a quantity in a unit, exact; None where it cannot be converted."""
    values = tuple(value for value in (quantity.low, quantity.high) if value is not None)
    try:
        return tuple(convert(value, quantity.unit, unit or quantity.unit) for value in values)
    except DimensionMismatch:
        return None
