"""What a scorer is given: a sample with the draft it led to, and how to read such a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from assistant.draft import write
from assistant.schema import Comparison, Draft, Fact, Rung, Variant
from assistant.schema.brief import Brief
from assistant.writer import BUILT_IN
from evals.sample import Sample

Solver = Callable[[Brief], Draft]


@dataclass(frozen=True)
class Outcome:
    """A sample's draft.

    `writer` names who was asked ("built-in" or a model's name). `again` is a second draft of the same brief where the
    writer promises equal output, else None.
    """

    sample: Sample
    draft: Draft
    writer: str = BUILT_IN
    again: Draft | None = None

    @property
    def variant(self) -> Variant:
        """The version that is scored: the first."""
        return self.draft.variants[0]

    @cached_property
    def text(self) -> str:
        """Every text of the draft, a line break between them."""
        return "\n".join(self.variant.texts.values())

    @cached_property
    def used(self) -> tuple[Fact, ...]:
        """The facts that the plan found usable, in its order."""
        facts = {fact.id: fact for fact in self.draft.plan.facts}
        return tuple(facts[fact_id] for fact_id in self.draft.plan.used)

    @cached_property
    def compared(self) -> tuple[Comparison, ...]:
        """The planned comparisons that stand in the draft: by wording, traced number, or reference's name."""
        proofs = {entry.proof for entry in self.variant.ledger if entry.kind == "comparison"}
        return tuple(c for c in self.draft.plan.comparisons if c.working in proofs or self._worded(c))

    @cached_property
    def climbed(self) -> tuple[Rung, ...]:
        """The rungs of the planned ladder that the draft names; empty without a ladder."""
        return tuple(rung for rung in self.draft.plan.ladder if rung.reference is not None and rung.name in self.text)

    def _worded(self, comparison: Comparison) -> bool:
        forms = comparison.forms
        names = [reference.names[self.sample.lang] for reference in comparison.references]
        wordings = [forms.noun, forms.clause, forms.sentence.rstrip(".。"), *(name.thing for name in names)]
        return any(wording and wording in self.text for wording in wordings)


def solve(sample: Sample, solver: Solver = write, writer: str = BUILT_IN) -> Outcome:
    """Asks for a sample's draft; the built-in writer, which promises equal drafts, is asked twice."""
    draft = solver(sample.brief)
    return Outcome(sample, draft, writer, solver(sample.brief) if writer == BUILT_IN else None)
