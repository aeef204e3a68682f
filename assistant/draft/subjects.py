"""What a sentence is about: the facts that it tells, and the one that it was meant to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks.labels import Label, families_in, labels_of
from assistant.checks.mentions import content_words, mention_keys
from assistant.quantities import find_quantities
from assistant.schema import Fact, Lang, LedgerEntry, Market, Plan
from assistant.writer import tells

# A name of the property and a word besides, or a figure of a kind that only one fact has.
_LIKELY, _LIKELIER = 2, 4
# As many facts as one sentence can be replaced by.
_MOST = 2


@dataclass(frozen=True, slots=True)
class Subjects:
    """The facts of a plan that a text may tell, ready to be found in sentences."""

    lang: Lang
    market: Market | None
    facts: tuple[Fact, ...]
    labels: dict[str, Label]
    compared: dict[str, str]
    yardsticks: tuple[tuple[frozenset[str], str], ...]

    @classmethod
    def of(cls, plan: Plan, lang: Lang, market: Market | None) -> Subjects:
        """The subjects of a plan: the facts that it uses."""
        used = {fact.id: fact for fact in plan.facts}
        labels = {label.fact_id: label for label in labels_of(plan, lang) if label.fact_id in plan.used}
        compared = {one.working: one.id.rpartition("-")[0] for one in plan.comparisons}
        named = ((mention_keys(r, lang), one.id.rpartition("-")[0]) for one in plan.comparisons for r in one.references)
        facts = tuple(used[one] for one in plan.used if one in used)
        return cls(lang, market, facts, labels, compared, tuple(named))

    def told(self, sentence: str, ledger: Sequence[LedgerEntry]) -> frozenset[str]:
        """The ids of the facts that a sentence tells; `ledger` has its numbers."""
        figures = {entry.source for entry in ledger}
        return frozenset(f.id for f in self.facts if f.id in figures or tells(sentence, f, self.lang))

    def in_order(self, ids: frozenset[str]) -> tuple[str, ...]:
        """At most two of these facts, in the order of the plan."""
        return tuple(fact.id for fact in self.facts if fact.id in ids)[:_MOST]

    def compared_in(self, ledger: Sequence[LedgerEntry]) -> frozenset[str]:
        """The ids of the facts whose comparisons stand in a stretch of text with this ledger."""
        found = (self.compared.get(entry.proof, "") for entry in ledger if entry.kind in ("comparison", "derived"))
        return frozenset(one for one in found if one)

    def likened(self, sentence: str) -> frozenset[str]:
        """The ids of the facts that a sentence likens to something by name, truly or not."""
        words = content_words(sentence, self.lang)
        return frozenset(one for keys, one in self.yardsticks if keys and len(keys & words) >= min(2, len(keys)))

    def meant(self, sentence: str, ledger: Sequence[LedgerEntry]) -> tuple[str, ...]:
        """The ids of the facts that a sentence was meant to tell, at most two; empty where nothing tells.

        What it tells or compares is sure; besides, it is the likeliest by the names of properties, words and dimensions.
        """
        sure = [entry.source if entry.source in self.labels else self.compared.get(entry.proof, "") for entry in ledger]
        sure += sorted(self.likened(sentence))
        known = [one for one in dict.fromkeys(sure) if one in self.labels]
        words = content_words(sentence, self.lang) | {
            f"family:{name}" for name, _, _ in families_in(sentence, self.lang)
        }
        dimensions = {quantity.dimension for quantity in find_quantities(sentence, self.lang, self.market)}
        weights = {
            one: self._weight(label, words, dimensions) for one, label in self.labels.items() if one not in known
        }
        best = max(weights, key=lambda one: weights[one], default="")
        likely = [best] if best and weights[best] >= (_LIKELIER if known else _LIKELY) else []
        return tuple((*known, *likely)[:_MOST])

    def _weight(self, label: Label, words: frozenset[str], dimensions: set[str]) -> int:
        shared = label.dimensions & dimensions - {"count", "dimensionless"}
        alone = bool(shared) and sum(bool(one.dimensions & shared) for one in self.labels.values()) == 1
        return 2 * len(label.names & words) + len(label.own & words) + bool(shared) + alone
