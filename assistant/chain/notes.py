"""What a model says beside its text: for the copywriter and colleagues, never for the customer. Nothing here is checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Objection:
    """Where a reader would stop: the field, the words as they stand there, what the reader asks, and whether it is mended."""

    field: str
    words: str
    question: str
    mended: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A familiar thing that the model would set beside a figure: the id of the figure's fact, the thing, and why."""

    figure: str
    thing: str
    why: str


@dataclass(frozen=True, slots=True)
class Notes:
    """All of it, each part empty where the model left it out.

    `insight` is one sentence, `rests_on` the ids (e1, e2 …) of the customers' words behind it, as the model gives them;
    `angle` is what the text opens with. `objections` stand in the model's order, the worst first.
    """

    insight: str = ""
    rests_on: tuple[str, ...] = ()
    angle: str = ""
    proposal: Proposal | None = None
    objections: tuple[Objection, ...] = ()

    def mapped(self, change: Callable[[str], str]) -> Notes:
        """The same with each sentence changed; ids and fields stay.

        >>> Notes(insight="a quiet train", rests_on=("e1",)).mapped(str.upper).insight
        'A QUIET TRAIN'
        """
        made = self.proposal and Proposal(self.proposal.figure, change(self.proposal.thing), change(self.proposal.why))
        objections = tuple(Objection(o.field, change(o.words), change(o.question), o.mended) for o in self.objections)
        return Notes(change(self.insight), self.rests_on, change(self.angle), made, objections)
