"""A model's alternatives for one place, each held to the gate there; what fails goes back once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.chain.calls import Calls, Step
from assistant.draft.place import Judged, Place
from assistant.errors import ModelError
from assistant.praise.sentences import ended_as
from assistant.prompts import load_prompt
from assistant.schema import Diagnostic, LedgerEntry
from assistant.schema.addresses import ADDRESS
from assistant.writer.telling_once import bare_of

if TYPE_CHECKING:
    from assistant.chain.alternatives import Again, Asked
    from assistant.chain.settings import ModelSettings

# A model that has not mended a sentence when told what is wrong is not asked a third time: somebody waits.
REPAIRS = 1
# An alternative that is longer than this and three times what stands there is another text.
_LONG, _TIMES = 300, 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """One text for the place, and who wrote it: a model's name or "built-in".

    `diagnostics` and `ledger` are those of this text, with offsets from its start. It has no error of its own;
    `needs_review` says that the draft would still have one, with this text in the place.
    """

    text: str
    by: str
    diagnostics: tuple[Diagnostic, ...]
    ledger: tuple[LedgerEntry, ...]
    needs_review: bool = False

    @classmethod
    def of(cls, text: str, by: str, judged: Judged) -> Proposal:
        """A text with the gate's word on it."""
        return cls(text, by, judged.findings, judged.ledger, judged.errors > 0)


def propose(
    place: Place, asked: Asked, settings: ModelSettings, calls: Calls, variant: int
) -> tuple[tuple[Proposal, ...], Mapping[str, Mapping[str, str]]]:
    """The model's alternatives that pass in their place, in its order; and, where none does, why: "unreachable" with
    `why`, "failed" with the `rules` that stopped them.

    Raises `BudgetReached` and `Cancelled` as `calls` has it.
    """
    # LangChain takes seconds to import: only a sentence that a model writes pays for it.
    from assistant.chain.alternatives import Again
    from assistant.chain.asking import write_alternatives

    sieve = _Sieve(place, asked.besides)
    again: Again | None = None
    for repair in range(1 + REPAIRS):
        calls.tell(Step("repairing" if repair else "writing", variant))
        try:
            given, by = write_alternatives(asked, settings, again, calls)
        except ModelError as error:
            return tuple(sieve.found), {} if sieve.found else {"unreachable": {"why": str(error)}}
        calls.tell(Step("checking", variant))
        fitted = tuple(ended_as(text, place.standing) for text in given)
        faults = sieve.sift(fitted, by)
        if not faults:
            break
        again = Again(fitted, faults)
    failed = {"rules": ", ".join(sorted(sieve.rules))}
    return tuple(sieve.found), {} if sieve.found else {"failed": failed}


class _Sieve:
    """Keeps what may stand in the place. `rules` are those that stopped the rest."""

    def __init__(self, place: Place, besides: Sequence[str]) -> None:
        self._place, self._words = place, load_prompt("sentence", place.brief.lang).words
        self._taken = {bare_of(text) for text in (*place.beside, place.standing, *besides)}
        brief = place.brief
        self._known = "\n".join((place.texts[place.field], brief.product, *brief.names, *brief.facts))
        self.found: list[Proposal] = []
        self.rules: set[str] = set()

    def sift(self, texts: Sequence[str], by: str) -> dict[int, tuple[str, ...]]:
        """Takes the texts that pass; what is wrong with each of the others, by its number."""
        faults: dict[int, tuple[str, ...]] = {}
        for number, text in enumerate(texts):
            judged, wrong = self._judge(text)
            if judged is None or wrong:
                self.rules |= wrong.keys()
                faults[number] = tuple(wrong.values())
            else:
                self._taken.add(bare_of(text))
                self.found.append(Proposal.of(text, by, judged))
        return faults

    def _judge(self, text: str) -> tuple[Judged | None, Mapping[str, str]]:
        """The gate's word, and what is wrong by rule; no gate is asked about what is no other text."""
        if bare_of(text) in self._taken:
            return None, {"same-again": self._words["fault.same"]}
        if len(text) > max(_LONG, _TIMES * len(self._place.standing)):
            return None, {"too-long": self._words["fault.long"]}
        if ADDRESS.search(text) and not ADDRESS.search(self._known):
            return None, {"new-address": self._words["fault.address"]}
        judged = self._place.judge(text)
        return judged, {one.rule: _told(one) for one in judged.faults}


def _told(finding: Diagnostic) -> str:
    """What is wrong, and the way out where the rule has one."""
    return " ".join(part for part in (finding.message, finding.suggestion) if part)
