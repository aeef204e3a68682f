"""Traces every number of a text to what proves it, or objects to it.

A number is proven by standing inside approved wording (a fact, a comparison's form, a name, a customer's quotation),
or by being, in freer wording, a fact's quantity, its conversion, a comparison's shown number with a true hedge and
the reference named beside it, or a reference's own figure. Anything else reaches no reader. A proven number must
still stand beside its own property, and a comparison beside its own figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from assistant.checks.claims import Claim, find_claims
from assistant.checks.clauses import Clauses
from assistant.checks.compared import by_comparison
from assistant.checks.hedges import Said, follows, is_true, said_around
from assistant.checks.idle import is_idle
from assistant.checks.labels import Label, families_in, labels_of, leading_label, other_label
from assistant.checks.mentions import content_words, find_mentions
from assistant.checks.messages import say
from assistant.checks.misplaced import given_to_reference, is_difference
from assistant.checks.periods import clashes
from assistant.checks.proofs import (
    Found,
    Known,
    Objection,
    Proof,
    by_fact,
    by_surface,
)
from assistant.checks.properties import Property, find_property, is_never
from assistant.checks.retold import by_retold, find_articles
from assistant.checks.spans import Approved, Wording, approved_wordings, find_approved
from assistant.checks.strangers import find_strangers
from assistant.checks.sums import was
from assistant.checks.yardsticks import by_name, by_reference
from assistant.schema import Comparison, Diagnostic, Lang, LedgerEntry, Plan, Quantity
from assistant.schema.brief import Brief, Persona

_BRACKETS = re.compile(r"[(（](?:about|around|roughly|approx\.?|约|約|大约|大約|~|≈)? ?$", re.IGNORECASE)
_MULTIPLIED = re.compile("的?[约約近]?[0-9.一二两兩三四五六七八九十百]+(?:[倍成]|分之)|的?一半")
_THAT_IS = re.compile(r"\s*(?:That(?:[’']s| is)?|This(?: is)?|也就是|[这這那]就?(?:是|相[当當][于於])?)\s*")


@dataclass(frozen=True, slots=True)
class Traced:
    """What one text gave: proofs and objections by position, exact figures, comparisons and approved wording with spans."""

    entries: list[LedgerEntry] = field(default_factory=list)
    objections: list[Diagnostic] = field(default_factory=list)
    stated: list[Quantity] = field(default_factory=list)
    compared: list[tuple[Comparison, int, int]] = field(default_factory=list)
    approved: tuple[Approved, ...] = ()


@dataclass(frozen=True, slots=True)
class _Page:
    """One text with all that was found in it."""

    text: str
    clauses: Clauses
    approved: tuple[Approved, ...]
    claims: list[Claim]


def _wordless(page: _Page, name: str, proofs: Sequence[tuple[Claim, Proof]]) -> list[LedgerEntry]:
    """Comparisons that hold no number of their own ("about the sound level of a library"): they are proven too."""
    counted = [claim for claim, proof in proofs if proof.kind != "fact"]
    found: list[LedgerEntry] = []
    for stretch in page.approved:
        wording = stretch.wording
        inside = any(stretch.start <= claim.start and claim.end <= stretch.end for claim in counted)
        if wording.comparison is not None and wording.kind == "comparison" and not inside:
            # A whole sentence holds the specification's own figure, which is proven as the fact's.
            facts = [claim.end for claim, _ in proofs if stretch.start <= claim.start and claim.end <= stretch.end]
            start = max(facts, default=stretch.start)
            shown = page.text[start : stretch.end].lstrip(" ,，:：–—")
            start = stretch.end - len(shown)
            if any(start < one.end and one.start < stretch.end for one in found):
                continue
            found.append(LedgerEntry(name, start, stretch.end, shown, "comparison", wording.proof, wording.source))
    return found


class Tracer:
    """Holds what a plan allows, ready to trace any number of texts."""

    def __init__(self, brief: Brief, plan: Plan, persona: Persona | None) -> None:
        self.lang: Lang = brief.lang
        self.market = brief.market or (persona.market if persona else None)
        self.wordings = approved_wordings(brief, persona, plan)
        self.known = Known(brief, plan, self.market)
        self.labels = labels_of(plan, brief.lang)
        self.facts = plan.facts
        self.fact_of = {(q.start, q.end): fact.id for fact in plan.facts for q in fact.quantities}

    def trace(self, name: str, text: str) -> Traced:
        """Traces one text; `name` is its field."""
        approved = find_approved(text, self.wordings)
        names = [(s.start, s.end) for s in approved if s.wording.source == "name"]
        claims = find_claims(text, self.lang, self.market, names)
        claims = [claim for claim in claims if not is_idle(self.known, text, claim, claims)]
        claims += find_articles(self.known, text, claims)
        page = _Page(text, Clauses(text), approved, claims)
        traced = Traced(approved=approved)
        proofs: list[tuple[Claim, Proof]] = []
        for claim in page.claims:
            found = self._prove(page, claim)
            if isinstance(found, Proof):
                found = self._beside_its_label(page, claim, found) or found
            if isinstance(found, Proof):
                proofs.append((claim, found))
                shown = text[claim.start : claim.end]
                traced.entries.append(
                    LedgerEntry(name, claim.start, claim.end, shown, found.kind, found.proof, found.source)
                )
            else:
                self._object(traced, name, text, claim.start, claim.end, found)
                if found is not None and found.quantity is not None:
                    traced.stated.append(found.quantity)
        traced.stated.extend(proof.quantity for _, proof in proofs if proof.quantity is not None)
        traced.entries.extend(_wordless(page, name, proofs))
        traced.entries.sort(key=lambda entry: entry.start)
        self._comparisons(page, proofs, traced, name)
        taken = [(s.start, s.end) for s in page.approved] + [(low, high) for _, low, high in traced.compared]
        for start, end, reference in find_strangers(self.known, text, taken, page.claims):
            # "1.3 times as long as the London Eye takes": another yardstick of the book bears the same name.
            words = content_words(text[start:end], self.lang)
            if any(
                words <= self.known.keys_of(c) and page.clauses.clause(low) == page.clauses.clause(start)
                for c, low, _ in traced.compared
            ):
                continue
            detail = f"{reference.value} {reference.unit}"
            self._object(traced, name, text, start, end, Objection("comparison-untraced", detail))
        return traced

    def _object(self, traced: Traced, name: str, text: str, start: int, end: int, found: Objection | None) -> None:
        found = found or Objection("number-untraced")
        message = say(found.rule, self.lang, shown=text[start:end], detail=found.detail)
        traced.objections.append(Diagnostic(found.rule, "error", start, end, message, field=name))

    def _prove(self, page: _Page, claim: Claim) -> Found:
        said = said_around(page.text, claim.start, claim.end, self.lang)
        for stretch in page.approved:
            if stretch.start <= claim.start and claim.end <= stretch.end:
                return self._approved(page.text, claim, stretch, said)
        inner = next((at for at in range(claim.start, claim.end) if page.text[at].isdigit()), claim.start)
        if not said and inner > claim.start and page.text[claim.start] == "每":
            # 每人每月超过290元: the hedge stands inside the rate.
            said = said_around(page.text, inner, claim.end, self.lang)
        if not said and claim.quantity is not None and claim.quantity.hedge not in ("", "at least"):
            said = (claim.quantity.hedge,)
        clause = page.text[slice(*page.clauses.clause(claim.start))]
        fact = by_fact(
            self.known,
            claim,
            said,
            clause,
            _BRACKETS.search(page.text[max(0, claim.start - 16) : claim.start]) is not None,
        )
        is_time = claim.quantity is not None and claim.quantity.dimension == "time"
        if isinstance(fact, Proof) and (not is_time or self._names(clause, fact.source)):
            return fact
        compared = by_comparison(self.known, page.text, claim, said, page.clauses)
        if is_time and compared is not None:
            return compared
        objection: Objection | None = None
        for found in chain([fact], self._others(page, claim, said, clause, fact, compared)):
            if isinstance(found, Proof):
                return found
            objection = objection or found
        return objection

    def _others(
        self, page: _Page, claim: Claim, said: tuple[Said, ...], clause: str, fact: Found, compared: Found
    ) -> Iterator[Found]:
        """What else may prove a number that no fact does, each looked for when what stands before it proves nothing."""
        # A fact without its hedge is no reference's figure because a word of that reference stands by.
        if not isinstance(fact, Objection):
            yield by_reference(self.known, page.text, claim, said, page.clauses)
        yield compared
        yield by_surface(self.known, page.text, claim, clause, said)
        yield by_name(self.known, page.text, claim, page.clauses.sentence(claim.start))
        yield by_retold(self.known, page.text, claim, said, page.clauses, page.claims)

    def _names(self, clause: str, fact_id: str) -> bool:
        """Whether a clause names a fact by a word of its label."""
        words = content_words(clause, self.lang) | {f"family:{name}" for name, _, _ in families_in(clause, self.lang)}
        return any(label.fact_id == fact_id and words & label.names for label in self.labels)

    def _approved(self, text: str, claim: Claim, stretch: Approved, said: tuple[Said, ...]) -> Found:
        wording = stretch.wording
        if wording.comparison is not None and _opens(
            wording, claim.start - stretch.start, text[claim.start : claim.end]
        ):
            figure = wording.comparison.quantity
            if follows(figure.hedge, said):
                return Proof("fact", figure.text, wording.comparison.id.rpartition("-")[0], figure)
            return Objection("hedge-changed", figure.text, figure)
        if wording.fact is None:
            return Proof(wording.kind, wording.proof, wording.source, comparison=wording.comparison)
        shift = stretch.start
        given = said_around(text[stretch.start : stretch.end], claim.start - shift, claim.end - shift, self.lang)
        surface = text[claim.start : claim.end]
        for quantity in wording.fact.quantities:
            if quantity.text == surface:
                # The words around the fact may strengthen what the fact itself says.
                if said == given or follows(quantity.hedge, said):
                    return Proof(wording.kind, wording.proof, wording.source, quantity)
                return Objection("hedge-changed", wording.fact.text, quantity)
        if said != given and claim.kind == "year" and not follows("", said):
            return Objection("hedge-changed", wording.fact.text)
        return Proof(wording.kind, wording.proof, wording.source)

    def _beside_its_label(self, page: _Page, claim: Claim, proof: Proof) -> Objection | None:
        """An objection where a fact's figure stands beside another fact's label."""
        if proof.kind not in ("fact", "conversion", "reference"):
            return None
        if any(
            (s.wording.fact or proof.kind == "reference") and s.start <= claim.start and claim.end <= s.end
            for s in page.approved
        ):
            return None
        clause = page.clauses.clause(claim.start)
        if proof.kind == "reference" and self._is_called(page, claim, clause):
            return None
        if proof.quantity is not None:
            # What a unit with two meanings measures is known from the fact.
            claim = replace(claim, quantity=proof.quantity)
        properties = find_property(page.text, clause, claim, self.lang)
        if is_never(claim, properties):
            return Objection("attribute-moved", proof.proof)
        if proof.quantity is not None and clashes(proof.proof, proof.quantity, page.text, clause[0], claim.end):
            return Objection("attribute-moved", proof.proof)
        if proof.kind == "reference":
            return self._labelled(page, claim, proof, clause)
        # "9 inch" may be three facts' figure: it stands right where it stands right for one of them.
        found = [self._moved(page, claim, fact, proof, clause, properties) for fact in self._alike(proof)]
        return found[0] if all(found) else None

    def _alike(self, proof: Proof) -> list[str]:
        """The ids of the facts with the figure of a proof, the proof's own first."""
        figure = proof.quantity
        same = [
            fact.id
            for fact in self.facts
            if figure is not None
            and fact.id != proof.source
            and any((q.low, q.high, q.unit) == (figure.low, figure.high, figure.unit) for q in fact.quantities)
        ]
        return [proof.source, *same]

    def _moved(
        self,
        page: _Page,
        claim: Claim,
        fact_id: str,
        proof: Proof,
        clause: tuple[int, int],
        properties: Sequence[Property],
    ) -> Objection | None:
        """An objection where the figure of a fact stands beside the label of another."""
        mine = next((label for label in self.labels if label.fact_id == fact_id), None)
        named = {f"family:{one.family}" for one in properties}
        if mine is not None and named and not named & mine.own and self._is_named(named, mine):
            return Objection("attribute-moved", proof.proof)
        numbers = [(c.start, c.end) for c in page.claims if clause[0] <= c.start < clause[1]]
        own = next((label.own for label in self.labels if label.fact_id == fact_id), frozenset())
        if is_difference(page.text, claim) or given_to_reference(self.known, page.text, claim, clause, own):
            return Objection("attribute-moved", proof.proof)
        free = [(s.start, s.end) for s in page.approved if s.wording.fact is None and s.wording.kind != "quote"]
        number = (claim.start, claim.end)
        wrong = other_label(page.text, clause, number, numbers, fact_id, self.labels, self.lang, free)
        return Objection("attribute-moved", f"{wrong} ≠ {proof.proof}") if wrong else None

    def _is_named(self, families: set[str], mine: Label) -> bool:
        """Whether another fact that measures the same has a label of one of these families."""
        return any(
            label.fact_id != mine.fact_id and families & label.names and label.dimensions & mine.dimensions
            for label in self.labels
        )

    def _is_called(self, page: _Page, claim: Claim, clause: tuple[int, int]) -> bool:
        """Whether a yardstick's figure is part of what it is called there: 两个1万毫安时的充电宝."""
        keys = frozenset().union(*(self.known.keys[one.id] for one in self.known.spoken_in(page.text)))
        reach = claim.end + (10 if self.lang == "en" else 4)
        found = find_mentions(page.text, claim.end, clause[1], keys, self.lang)
        return bool(found) and found[0][0] + (self.lang != "en") * 2 <= reach

    def _labelled(self, page: _Page, claim: Claim, proof: Proof, clause: tuple[int, int]) -> Objection | None:
        """An objection where a yardstick's own figure stands as the value of a fact's property."""
        for reference in self.known.spoken_in(page.text):
            keys = self.known.keys[reference.id]
            if find_mentions(page.text, clause[0], claim.start, keys, self.lang):
                return None
        wrong = leading_label(page.text, clause, (claim.start, claim.end), self.labels, self.lang)
        return Objection("attribute-moved", f"{wrong} ≠ {proof.proof}") if wrong else None

    def _comparisons(self, page: _Page, proofs: Sequence[tuple[Claim, Proof]], traced: Traced, name: str) -> None:
        """Holds each comparison beside its own figure, and the words before one without a number true."""
        found = [(s.wording.comparison, s.start, s.end) for s in page.approved if s.wording.comparison is not None]
        found += [(proof.comparison, claim.start, claim.end) for claim, proof in proofs if proof.comparison is not None]
        for named, start, end in sorted(found, key=lambda one: (one[1], -one[2])):
            comparison = self._meant(page, proofs, named, start)
            if any(comparison.id == c.id and low <= start and end <= high for c, low, high in traced.compared):
                continue
            traced.compared.append((comparison, start, end))
            objection = self._hedged(page.text, comparison, start)
            if objection is None and not self._stands_beside(page, proofs, comparison, start):
                objection = Objection("comparison-moved", comparison.quantity.text)
            if objection is not None:
                self._object(traced, name, page.text, start, end, objection)
        inside = [(low, high) for _, low, high in traced.compared]
        for stretch in page.approved:
            wrong = (
                None if any(low <= stretch.start < high for low, high in inside) else self._likened(page.text, stretch)
            )
            if wrong is not None:
                self._object(traced, name, page.text, stretch.start, stretch.end, wrong)

    def _hedged(self, text: str, comparison: Comparison, start: int) -> Objection | None:
        """An objection to "more than a full night's sleep" where it is exactly one."""
        exact, shown = comparison.ratio_exact, comparison.ratio_shown
        if exact is None or shown is None:
            return None
        moved = [
            s
            for s in said_around(text, start, start, self.lang)
            if s in ("more than", "nearly", "less than", "at least")
        ]
        if all(is_true(one, shown, exact) for one in moved):
            return None
        return Objection("hedge-false", comparison.working)

    def _likened(self, text: str, stretch: Approved) -> Objection | None:
        """An objection to "lighter than a sheet of paper" where it is as heavy as one."""
        reference = stretch.wording.reference
        if _MULTIPLIED.match(text, stretch.end):
            # 接近马拉松全程的2倍: the hedge is the multiple's.
            return None
        said = said_around(text, stretch.start, stretch.start, self.lang) if reference is not None else ()
        above, below = "more than" in said, "less than" in said or "nearly" in said
        ratios = [
            c.ratio_exact for c in self.known.comparisons if c.ratio_exact is not None and c.references == (reference,)
        ]
        if not ratios or above == below or any(ratio > 1 if above else ratio < 1 for ratio in ratios):
            return None
        return Objection("hedge-false", stretch.wording.proof)

    def _meant(self, page: _Page, proofs: Sequence[tuple[Claim, Proof]], named: Comparison, start: int) -> Comparison:
        """Of the comparisons that say the same in the same words, the one whose own figure stands before it."""
        alike = [c for c in self.known.comparisons if c.id != named.id and _says_the_same(c, named)]
        return next((c for c in (named, *alike) if self._stands_beside(page, proofs, c, start)), named)

    def _stands_beside(
        self, page: _Page, proofs: Sequence[tuple[Claim, Proof]], comparison: Comparison, start: int
    ) -> bool:
        """Whether a comparison explains the figure right before it: in its clause, else in the clause before."""
        own = page.clauses.clause(start)
        spans = [(own[0], start)]
        earlier = page.clauses.clause_before(start)
        if earlier is not None and len(page.text[own[0] : start].split()) <= 3 and start - own[0] <= 16:
            spans.append(earlier)
        if _THAT_IS.match(page.text, own[0], start) and page.text[own[0] : start].count(" ") <= 3:
            sentence = page.clauses.sentence_before(start)
            spans += [sentence] if sentence is not None and earlier is None else []
        for low, high in spans:
            figures = [p.quantity for c, p in proofs if low <= c.start and c.end <= high and p.quantity is not None]
            if figures:
                return any(_same(quantity, comparison.quantity) or was(comparison, quantity) for quantity in figures)
            # 約60瓦，相當於約4顆60瓦鎢絲燈泡: a yardstick's own figure in the product's place is none of the product's.
            if any(low <= c.start and c.end <= high and self._in_its_place(page, c, p, comparison) for c, p in proofs):
                return False
        return True

    def _in_its_place(self, page: _Page, claim: Claim, proof: Proof, comparison: Comparison) -> bool:
        if proof.kind != "reference" or claim.quantity is None:
            return False
        clause = page.clauses.clause(claim.start)
        named = self._is_called(page, claim, clause) or any(
            find_mentions(page.text, clause[0], claim.start, self.known.keys[one.id], self.lang)
            for one in self.known.spoken_in(page.text)
        )
        return claim.quantity.dimension == comparison.quantity.dimension and not named


def _opens(wording: Wording, at: int, surface: str) -> bool:
    """Whether a comparison's own figure opens its sentence; further in, or in a clause, it is part of a yardstick's name."""
    comparison = wording.comparison
    if comparison is None or surface != comparison.quantity.text or wording.text.find(surface) != at:
        return False
    return wording.text == comparison.forms.sentence.rstrip(".。")


def _says_the_same(one: Comparison, other: Comparison) -> bool:
    """Whether two figures came to one wording: 56 minutes and an hour are both about seven times something."""
    return (one.kind, one.references, one.ratio_shown, one.hedge, one.numbers, one.forms.noun) == (
        other.kind, other.references, other.ratio_shown, other.hedge, other.numbers, other.forms.noun
    )  # fmt: skip


def _same(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
