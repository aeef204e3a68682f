"""Holds a rewrite to the checks: no number without its proof, no praise that was not there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks import Checked, check_texts
from assistant.quantities import find_facts
from assistant.schema import Comparison, Fact, Lang, Market, Plan
from assistant.schema.brief import FACT_CHARS, Brief, Persona

# What the page's own words are is not the rewrite's to judge; praise leaves as questions.
_OWN = frozenset(("praise", "field-empty", "markup-left"))
_NUMBERS = frozenset(
    "number-untraced hedge-changed hedge-false attribute-moved comparison-moved ratio-inverted times-more specification-lost".split()
)


@dataclass(frozen=True, slots=True)
class Gate:
    """What a page is held to: its brief, or else its own words as they were."""

    lang: Lang
    market: Market | None
    names: tuple[str, ...]
    brief: Brief | None
    persona: Persona | None
    facts: tuple[Fact, ...] | None

    def check(self, text: str, given: str, comparisons: Sequence[Comparison] = ()) -> Checked:
        """The checks of a text; `given` is what it was before, whose figures hold where there is no brief."""
        facts = find_facts(given, self.lang, self.market) if self.facts is None else self.facts
        ids = tuple(fact.id for fact in facts)
        plan = Plan(facts, ids, (), tuple(comparisons), (), "", ())
        brief = self.brief or Brief(
            facts=(given.strip()[:FACT_CHARS] or "-",), lang=self.lang, market=self.market, names=self.names[:100]
        )
        checked = check_texts({"": text}, brief, plan, self.persona)
        return Checked(tuple(one for one in checked.diagnostics if one.rule not in _OWN), checked.ledger)

    def counts(self, rule: str) -> bool:
        """Whether a finding of this rule is said of a page: without a brief only what is wrong with its numbers."""
        return self.brief is not None or rule in _NUMBERS

    def passes(self, new: str, old: str, comparisons: Sequence[Comparison] = ()) -> bool:
        """Whether a rewritten passage has no finding that it had not before; with a comparison, no number in doubt."""
        made = self.check(new, old, comparisons).diagnostics
        if comparisons and any(one.rule in _NUMBERS for one in made):
            return False
        if not made:
            return True
        had = Counter((one.rule, old[one.start : one.end]) for one in self.check(old, old).diagnostics)
        return not Counter((one.rule, new[one.start : one.end]) for one in made) - had
