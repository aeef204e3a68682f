"""Holds a rewrite to the checks: no number without its proof, no praise that was not there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks import Checked, check_texts
from assistant.quantities import find_facts
from assistant.schema import Comparison, Diagnostic, Fact, Lang, Market, Plan, Reference
from assistant.schema.brief import FACT_CHARS, Brief, Persona

# What the page's own words are is not the rewrite's to judge; praise leaves as questions.
_OWN = frozenset(("praise", "field-empty", "markup-left"))
# Rules about numbers: what is said of a page even without a brief.
NUMBERS = frozenset(
    "number-untraced hedge-changed hedge-false attribute-moved comparison-moved ratio-inverted times-more specification-lost".split()
)


@dataclass(frozen=True, slots=True)
class Gate:
    """What a page is held to: its brief, or else its own words as they were.

    `added` are the references that are on offer beside the shipped ones.
    """

    lang: Lang
    market: Market | None
    names: tuple[str, ...]
    brief: Brief | None
    persona: Persona | None
    facts: tuple[Fact, ...] | None
    added: tuple[Reference, ...] = ()

    def check(self, text: str, given: str, comparisons: Sequence[Comparison] = ()) -> Checked:
        """The checks of a text; `given` is what it was before, whose figures hold where there is no brief."""
        facts = find_facts(given, self.lang, self.market) if self.facts is None else self.facts
        ids = tuple(fact.id for fact in facts)
        plan = Plan(facts, ids, (), tuple(comparisons), (), "", (), added=self.added)
        brief = self.brief or Brief(
            facts=(given.strip()[:FACT_CHARS] or "-",), lang=self.lang, market=self.market, names=self.names[:100]
        )
        checked = check_texts({"": text}, brief, plan, self.persona)
        return Checked(tuple(one for one in checked.diagnostics if one.rule not in _OWN), checked.ledger)

    def counts(self, rule: str) -> bool:
        """Whether a finding of this rule is said of a page: without a brief only what is wrong with its numbers."""
        return self.brief is not None or rule in NUMBERS

    def passes(self, new: str, old: str, comparisons: Sequence[Comparison] = ()) -> bool:
        """Whether a rewritten passage has no finding that it had not before; with a comparison, no number in doubt."""
        return not self.objections(new, old, comparisons)

    def objections(
        self, new: str, old: str, comparisons: Sequence[Comparison] = (), *, given: str = ""
    ) -> tuple[Diagnostic, ...]:
        """The findings of a rewritten passage that it had not before; with a comparison, every one about a number.

        `given` is what proves figures where there is no brief, if that is more than the old passage.
        """
        made = self.check(new, given or old, comparisons).diagnostics
        if not made:
            return ()
        had = Counter((one.rule, old[one.start : one.end]) for one in self.check(old, given or old).diagnostics)
        new_ones = []
        for one in made:
            key = one.rule, new[one.start : one.end]
            if had[key] and not (comparisons and one.rule in NUMBERS):
                had[key] -= 1
            else:
                new_ones.append(one)
        return tuple(new_ones)
