"""Whether a proven figure stands where it belongs: beside its own property, and not beside another fact's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checks.claims import Claim
from assistant.checks.labels import Label, leading_label, other_label
from assistant.checks.mentions import find_mentions
from assistant.checks.misplaced import given_to_reference, is_difference
from assistant.checks.periods import clashes
from assistant.checks.proofs import Known, Objection, Proof
from assistant.checks.properties import Property, find_property, is_never
from assistant.checks.sisters import takes_sisters_place
from assistant.checks.traced import Page
from assistant.schema import Fact


def is_called(known: Known, page: Page, claim: Claim, clause: tuple[int, int]) -> bool:
    """Whether a yardstick's figure is part of what it is called there: 两个1万毫安时的充电宝."""
    keys = frozenset().union(*(known.keys[one.id] for one in known.spoken_in(page.text)))
    found = find_mentions(page.text, claim.end, clause[1], keys, known.lang)
    between = page.text[claim.end : found[0][0]] if found else ":"
    reach = 10 if known.lang == "en" else 2
    return len(between) <= reach and not any(mark in between for mark in ",.:：，、;；")


class Places:
    """The properties of a plan's facts, ready to hold any number of figures to them."""

    def __init__(self, known: Known, facts: Sequence[Fact], labels: Sequence[Label]) -> None:
        self.known, self.facts, self.labels = known, facts, labels

    def objection(self, page: Page, claim: Claim, proof: Proof) -> Objection | None:
        """An objection where a fact's figure stands beside another fact's label."""
        if proof.kind not in ("fact", "conversion", "reference"):
            return None
        if any(
            (s.wording.fact or proof.kind == "reference") and s.start <= claim.start and claim.end <= s.end
            for s in page.approved
        ):
            return None
        clause = page.clauses.clause(claim.start)
        if proof.kind == "reference" and is_called(self.known, page, claim, clause):
            return None
        if proof.quantity is not None:
            # What a unit with two meanings measures is known from the fact.
            claim = replace(claim, quantity=proof.quantity)
        properties = find_property(page.text, clause, claim, self.known.lang)
        if is_never(claim, properties):
            return Objection("attribute-moved", proof.proof)
        if proof.quantity is not None and clashes(proof.proof, proof.quantity, page.text, clause[0], claim.end):
            return Objection("attribute-moved", proof.proof)
        if proof.kind == "reference":
            return self._labelled(page, claim, proof, clause)
        if proof.quantity is not None and takes_sisters_place(self.known, page.text, claim, proof.source, page.clauses):
            return Objection("attribute-moved", proof.proof)
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
        page: Page,
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
        wrong = other_label(page.text, clause, number, numbers, fact_id, self.labels, self.known.lang, free)
        return Objection("attribute-moved", f"{wrong} ≠ {proof.proof}") if wrong else None

    def _is_named(self, families: set[str], mine: Label) -> bool:
        """Whether another fact that measures the same has a label of one of these families."""
        return any(
            label.fact_id != mine.fact_id and families & label.names and label.dimensions & mine.dimensions
            for label in self.labels
        )

    def _labelled(self, page: Page, claim: Claim, proof: Proof, clause: tuple[int, int]) -> Objection | None:
        """An objection where a yardstick's own figure stands as the value of a fact's property."""
        for reference in self.known.spoken_in(page.text):
            keys = self.known.keys[reference.id]
            if find_mentions(page.text, clause[0], claim.start, keys, self.known.lang):
                return None
        wrong = leading_label(page.text, clause, (claim.start, claim.end), self.labels, self.known.lang)
        return Objection("attribute-moved", f"{wrong} ≠ {proof.proof}") if wrong else None
