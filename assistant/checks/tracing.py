"""Traces every number of a text to what proves it, or objects to it.

A number is proven by standing inside approved wording (a fact, a comparison's form, a name, a customer's quotation),
or by being, in freer wording, a fact's quantity, its conversion, a comparison's shown number with a true hedge and
the reference named beside it, or a reference's own figure. Anything else reaches no reader. A proven number must
still stand beside its own property, and a comparison beside its own figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from assistant.checks.claims import Claim, find_claims
from assistant.checks.clauses import Clauses
from assistant.checks.compared import by_comparison
from assistant.checks.hedges import Said, follows, said_around
from assistant.checks.idle import is_idle
from assistant.checks.labels import families_in, labels_of
from assistant.checks.mentions import content_words
from assistant.checks.mistaken import takes_another
from assistant.checks.places_of_figures import Places
from assistant.checks.proofs import (
    Found,
    Known,
    Objection,
    Proof,
    by_fact,
    by_surface,
)
from assistant.checks.retold import by_retold, find_articles
from assistant.checks.spans import Approved, Wording, approved_wordings, find_approved
from assistant.checks.standing import Standing
from assistant.checks.strangers import find_strangers
from assistant.checks.traced import Page, Traced
from assistant.checks.yardsticks import by_name, by_reference
from assistant.schema import Lang, LedgerEntry, Plan
from assistant.schema.brief import Brief, Persona

_BRACKETS = re.compile(r"[(（](?:about|around|roughly|approx\.?|约|約|大约|大約|~|≈)? ?$", re.IGNORECASE)
# How far back a figure stands that a comparison takes up again.
_TAKEN_UP = 6


def _wordless(page: Page, name: str, proofs: Sequence[tuple[Claim, Proof]]) -> list[LedgerEntry]:
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
        self._places = Places(self.known, plan.facts, self.labels)
        self._standing = Standing(self.known)
        self.fact_of = {(q.start, q.end): fact.id for fact in plan.facts for q in fact.quantities}

    def trace(self, name: str, text: str) -> Traced:
        """Traces one text; `name` is its field."""
        approved = find_approved(text, self.wordings)
        names = [(s.start, s.end) for s in approved if s.wording.source == "name"]
        claims = find_claims(text, self.lang, self.market, names)
        claims = [claim for claim in claims if not is_idle(self.known, text, claim, claims)]
        claims += find_articles(self.known, text, claims)
        page = Page(text, Clauses(text), approved, claims)
        traced = Traced(approved=approved)
        proofs: list[tuple[Claim, Proof]] = []
        for claim in page.claims:
            found = self._prove(page, claim)
            if isinstance(found, Proof):
                found = self._places.objection(page, claim, found) or self._mistaken(page, claim, found) or found
            if isinstance(found, Proof):
                proofs.append((claim, found))
                shown = text[claim.start : claim.end]
                traced.entries.append(
                    LedgerEntry(name, claim.start, claim.end, shown, found.kind, found.proof, found.source)
                )
            else:
                traced.object(self.lang, name, text, claim.start, claim.end, found)
                if found is not None and found.quantity is not None:
                    traced.stated.append(found.quantity)
        traced.stated.extend(proof.quantity for _, proof in proofs if proof.quantity is not None)
        traced.entries.extend(_wordless(page, name, proofs))
        traced.entries.sort(key=lambda entry: entry.start)
        self._standing.hold(page, proofs, traced, name)
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
            traced.object(self.lang, name, text, start, end, Objection("comparison-untraced", detail))
        return traced

    def _prove(self, page: Page, claim: Claim) -> Found:
        said = said_around(page.text, claim.start, claim.end, self.lang) or _said_before(page, claim, self.lang)
        for stretch in page.approved:
            if stretch.start <= claim.start and claim.end <= stretch.end:
                return self._approved(page.text, claim, stretch, said)
        inner = next((at for at in range(claim.start, claim.end) if page.text[at].isdigit()), claim.start)
        if not said and inner > claim.start and page.text[claim.start] == "每":
            # 每人每月超过290元: the hedge stands inside the rate.
            said = said_around(page.text, inner, claim.end, self.lang)
        opened = page.text[max(0, claim.start - 1) : claim.start] in ("(", "（")
        if not said and not opened and claim.quantity is not None and claim.quantity.hedge not in ("", "at least"):
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
        self, page: Page, claim: Claim, said: tuple[Said, ...], clause: str, fact: Found, compared: Found
    ) -> Iterator[Found]:
        """What else may prove a number that no fact does, each looked for when what stands before it proves nothing."""
        # A fact without its hedge is no reference's figure because a word of that reference stands by.
        if not isinstance(fact, Objection):
            yield by_reference(self.known, page.text, claim, said, page.clauses)
        yield compared
        yield by_surface(self.known, page.text, claim, clause, said)
        yield by_name(self.known, page.text, claim, page.clauses.sentence(claim.start))
        yield by_retold(self.known, page.text, claim, said, page.clauses, page.claims)

    def _mistaken(self, page: Page, claim: Claim, found: Proof) -> Found:
        if found.comparison is None or any(s.start <= claim.start and claim.end <= s.end for s in page.approved):
            return None
        if not takes_another(self.known, page.text, claim.start, claim.end, found.comparison.references, page.clauses):
            return None
        return Objection("comparison-untraced", found.comparison.text)

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


def _said_before(page: Page, claim: Claim, lang: Lang) -> tuple[Said, ...]:
    """The hedges of the figure that a comparison takes up again: 低于28分贝（28分贝与…相当）, ，而28分贝与…相当."""
    for other in page.claims:
        if (
            0 < claim.start - other.end <= _TAKEN_UP
            and other.values == claim.values
            and page.text[other.start : other.end] == page.text[claim.start : claim.end]
            and any(s.start in (claim.start, claim.end) and s.wording.comparison is not None for s in page.approved)
        ):
            return said_around(page.text, other.start, other.end, lang)
    return ()


def _opens(wording: Wording, at: int, surface: str) -> bool:
    """Whether a comparison's own figure opens its sentence; further in, or in a clause, it is part of a yardstick's name."""
    comparison = wording.comparison
    if comparison is None or surface != comparison.quantity.text or wording.text.find(surface) != at:
        return False
    return wording.text == comparison.forms.sentence.rstrip(".。")
