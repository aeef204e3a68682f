"""One sentence of a draft in its place: what stands there, what it tells, and the gate for whatever may stand there next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from assistant.checks import Checked, check_texts
from assistant.draft.pieces import Text, meets, read_with, within
from assistant.draft.pointing import points_back
from assistant.draft.sentences import COPIED, LISTED, WHOLE, split
from assistant.draft.subjects import Subjects
from assistant.errors import InputError
from assistant.playbook import FieldShape, Playbook
from assistant.playbook.entries import Role
from assistant.schema import Diagnostic, LedgerEntry, Plan
from assistant.schema.brief import Brief, Persona
from assistant.schema.channels import by_channel, parted_name

_ENDS = tuple(".!?。！？…”’」』\"'")
_Row = TypeVar("_Row", Diagnostic, LedgerEntry)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate says of a text in a sentence's place.

    `findings` and `ledger` are the sentence's own, with offsets from its start. `faults` are the errors that it brings,
    here or elsewhere on the page; errors that stood there before are not its own. `errors` and `warnings` count
    what the whole text has with it.
    """

    findings: tuple[Diagnostic, ...]
    ledger: tuple[LedgerEntry, ...]
    faults: tuple[Diagnostic, ...]
    errors: int
    warnings: int


# Without slots: what is found once is kept beside the fields.
@dataclass(frozen=True)
class Place:
    """Where one sentence, line or headline stands: brief, plan and texts are those of its channel alone.

    `field` is the text's name there, `name` the one in the draft; `start` and `end` the sentence's offsets in its text.
    """

    brief: Brief
    persona: Persona | None
    plan: Plan
    playbook: Playbook
    texts: Mapping[str, str]
    field: str
    name: str
    start: int
    end: int

    @property
    def standing(self) -> str:
        """What stands there."""
        return self.texts[self.field][self.start : self.end]

    @property
    def shape(self) -> FieldShape:
        """The text that it stands in, as the playbook has it."""
        return self.playbook.channel(self.brief.channel).fields[self.field]

    @property
    def role(self) -> Role:
        """What its text is; a line of a list that stands within running text is one of a list."""
        text, shape = self.texts[self.field], self.shape
        lined = text[: self.start].endswith("\n") and text[self.end : self.end + 1] in ("", "\n")
        listed = lined and not is_ended(self.standing)
        return "bullets" if listed and shape.role not in (*WHOLE, *LISTED) else shape.role

    @property
    def is_copied(self) -> bool:
        """Whether it is a row that is copied from the brief, and nobody's writing."""
        return self.shape.role in COPIED

    @cached_property
    def before(self) -> Checked:
        """The findings and the ledger of the texts as they stand."""
        return check_texts(self.texts, self.brief, self.plan, self.persona, self.playbook)

    @cached_property
    def pieces(self) -> Mapping[str, Text]:
        """The texts taken apart, each piece with the facts that it tells and compares."""
        shapes, lang = self.playbook.channel(self.brief.channel).fields, self.brief.lang
        taken = {n: Text.of(n, shapes[n], said, "", lang) for n, said in self.texts.items() if n in shapes}
        for name, text in taken.items():
            mine = [entry for entry in self.before.ledger if entry.field == name]
            for piece, start, end in text.spans():
                here = within(mine, start, end)
                piece.tells = self.subjects.told(piece.text, here)
                piece.compares = self.subjects.compared_in(here)
        return taken

    @cached_property
    def subjects(self) -> Subjects:
        """What there is to tell: the facts of the plan, those of the specification table too."""
        market = self.brief.market or (self.persona.market if self.persona else None)
        doubtful = {fact.id for fact in self.plan.facts if any(quantity.doubts for quantity in fact.quantities)}
        more = (one for one in self.plan.table if one not in doubtful)
        used = tuple(dict.fromkeys((*self.plan.used, *more)))
        return Subjects.of(replace(self.plan, used=used), self.brief.lang, market)

    @cached_property
    def number(self) -> int:
        """Which of its text's pieces it is."""
        spans = self.pieces[self.field].spans()
        return next(number for number, (_, start, _) in enumerate(spans) if start == self.start)

    @cached_property
    def ledger(self) -> tuple[LedgerEntry, ...]:
        """What proves the numbers that stand there."""
        mine = [entry for entry in self.before.ledger if entry.field == self.field]
        return tuple(within(mine, self.start, self.end))

    @cached_property
    def compared(self) -> tuple[str, ...]:
        """The ids of the comparisons that stand there."""
        proofs = {entry.proof for entry in self.ledger if entry.kind in ("comparison", "derived")}
        return tuple(one.id for one in self.plan.comparisons if one.working in proofs)

    @cached_property
    def compared_elsewhere(self) -> frozenset[str]:
        """The ids of the comparisons that stand anywhere else in the texts: the same yardstick twice is a slogan."""
        others = [one for one in self.before.ledger if one.kind in ("comparison", "derived") and one not in self.ledger]
        proofs = {entry.proof for entry in others}
        return frozenset(one.id for one in self.plan.comparisons if one.working in proofs)

    @cached_property
    def compared_beside(self) -> frozenset[str]:
        """The ids of the facts that a reader finds compared beside it; a fact is compared once."""
        texts = read_with(self.pieces[self.field], self.pieces)
        mine = self.pieces[self.field].pieces[self.number]
        return frozenset(one for text in texts for piece in text.pieces if piece is not mine for one in piece.compares)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts that it tells, else the one that it seems to be about; in the plan's order. May be empty."""
        pieces = self.pieces[self.field].pieces
        told = pieces[self.number].tells
        if told or self.compared:
            # Of a comparison alone the figure stands in front: it is not told here.
            return tuple(fact.id for fact in self.subjects.facts if fact.id in told)
        beside = frozenset().union(*(piece.tells for piece in pieces))
        return tuple(one for one in self.subjects.meant(self.standing, self.ledger)[:1] if one not in beside)

    @cached_property
    def beside(self) -> tuple[str, ...]:
        """The other pieces of its text."""
        pieces = self.pieces[self.field].pieces
        return tuple(piece.text for number, piece in enumerate(pieces) if number != self.number)

    @property
    def is_named_before(self) -> bool:
        """Whether the product's name stands before it in its text."""
        product = self.brief.product
        return bool(product) and product in self.texts[self.field][: self.start]

    @property
    def is_leaned_on(self) -> bool:
        """Whether the sentence after it takes it up."""
        text = self.pieces[self.field]
        after = text.pieces[self.number + 1 : self.number + 2]
        return not text.is_listed and any(points_back(piece.text, self.brief.lang) for piece in after)

    def with_(self, new: str) -> dict[str, str]:
        """The texts with other words in the place."""
        text = self.texts[self.field]
        return {**self.texts, self.field: text[: self.start] + new + text[self.end :]}

    def judge(self, new: str) -> Judged:
        """The gate's word on a text in this place; it sees the whole page."""
        texts = self.with_(new)
        checked = check_texts(texts, self.brief, self.plan, self.persona, self.playbook)
        errors = [one for one in checked.diagnostics if one.level == "error"]
        known, wide = self._known
        high = self.start + len(new)
        faults = tuple(
            one
            for one in errors
            if self._is_inside(one, high)
            or (
                ((one.rule, one.field, texts[one.field][one.start : one.end]) not in known)
                and not ((one.rule, one.field) in wide and self._is_wider(one, high))
            )
        )
        mine = [one for one in checked.diagnostics if one.field == self.field and meets(one, self.start, high)]
        proofs = [one for one in checked.ledger if one.field == self.field and meets(one, self.start, high)]
        return Judged(
            tuple(self._shifted(mine, len(new))),
            tuple(self._shifted(proofs, len(new))),
            faults,
            len(errors),
            sum(one.level == "warning" for one in checked.diagnostics),
        )

    @cached_property
    def _known(self) -> tuple[frozenset[tuple[str, str, str]], frozenset[tuple[str, str]]]:
        """The errors that stand elsewhere already: by their words, and those of a whole text by their rule."""
        errors = [one for one in self.before.diagnostics if one.level == "error" and not self._is_inside(one, self.end)]
        return (
            frozenset((one.rule, one.field, self.texts[one.field][one.start : one.end]) for one in errors),
            frozenset((one.rule, one.field) for one in errors if self._is_wider(one, self.end)),
        )

    def _is_inside(self, one: Diagnostic, high: int) -> bool:
        return one.field == self.field and self.start <= one.start and one.end <= high

    def _is_wider(self, one: Diagnostic, high: int) -> bool:
        return one.field == self.field and one.start <= self.start and high <= one.end

    def _shifted(self, rows: Sequence[_Row], length: int) -> Iterable[_Row]:
        for row in rows:
            low, high = max(row.start - self.start, 0), min(row.end - self.start, length)
            yield replace(row, start=low, end=high, field=self.name)


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does, and not as a line of a list."""
    return text[-1:] in _ENDS


def find_place(
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    playbook: Playbook,
    texts: Mapping[str, str],
    name: str,
    start: int,
    end: int,
) -> Place:
    """The one sentence, line or headline that a stretch of a text touches; a caret at its edge does, too.

    `name` and `texts` are the draft's. Raises `InputError` for a text that is not there, and for a stretch that touches
    no sentence or several.
    """
    channel, field = parted_name(name) if len(brief.channels) > 1 else (brief.channels[0], name)
    if name not in texts or channel not in brief.channels or field not in playbook.channel(channel).fields:
        known = ", ".join(one for one in texts if texts[one])
        raise InputError(f"field: expected a text of the draft ({known}), got {name!r}.")
    shape, text = playbook.channel(channel).fields[field], texts[name]
    spans = split(text, shape.role, brief.lang)
    touched = [(low, high) for low, high in spans if low < end and start < high] if start < end else []
    touched = touched or [(low, high) for low, high in spans if low <= start <= end <= high][:1]
    if not 0 <= start <= end <= len(text) or len(touched) != 1:
        found = "none" if not touched else str(len(touched))
        raise InputError(
            f"{name}: expected a stretch within one sentence, got {start} to {end}, which touches {found}."
        )
    ((low, high),) = touched
    if len(brief.channels) == 1:
        return Place(brief, persona, plan, playbook, texts, field, name, low, high)
    own = by_channel(texts, brief.channels)[channel]
    part = plan.parts.get(channel, plan)
    return Place(brief.for_channel(channel), persona, part, playbook, own, field, name, low, high)
