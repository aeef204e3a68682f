"""A draft taken apart into sentences, so that one can be exchanged without touching the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.draft.sentences import LISTED, WHOLE, split
from assistant.playbook import FieldShape
from assistant.playbook.entries import Role
from assistant.schema import Diagnostic, Lang, LedgerEntry, Sentence
from assistant.writer import BUILT_IN

# Texts that are read together on one page: a fact told in one of them has been told.
_READ: frozenset[Role] = frozenset({"heading", "lede", "paragraph", "bullets"})


@dataclass(slots=True)
class Piece:
    """One sentence, line or whole text; `gap` is the white space before it.

    `why` names the rules that stopped what stood here before, `ways` is what may still stand here, in order; None for the
    model's own. `tells` and `compares` are the ids of the facts that it tells and likens to something;
    `mended` is set once the figure that it lacked has been put somewhere.
    """

    text: str
    gap: str
    by: str
    why: str = ""
    ways: tuple[str, ...] | None = None
    tells: frozenset[str] = frozenset()
    compares: frozenset[str] = frozenset()
    mended: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the built-in writer wrote it."""
        return self.by == BUILT_IN


@dataclass(slots=True)
class Text:
    """One text of the draft in pieces; `lost` are the rules that stopped what stands in it no more, `taken` that it is the built-in writer's."""

    name: str
    shape: FieldShape
    pieces: list[Piece] = field(default_factory=list)
    lost: tuple[str, ...] = ()
    taken: bool = False

    @classmethod
    def of(cls, name: str, shape: FieldShape, text: str, by: str, lang: Lang, why: str = "") -> Text:
        """A text taken apart."""
        pieces: list[Piece] = []
        last = 0
        for start, end in split(text, shape.role, lang):
            pieces.append(Piece(text[start:end], text[last:start] if pieces else "", by, why))
            last = end
        return cls(name, shape, pieces)

    def __str__(self) -> str:
        return "".join(piece.gap + piece.text for piece in self.pieces)

    @property
    def is_whole(self) -> bool:
        """Whether it is one piece that is exchanged as such: a headline, a subject."""
        return self.shape.role in WHOLE

    @property
    def is_listed(self) -> bool:
        """Whether its lines stand by themselves."""
        return self.shape.role in LISTED

    def spans(self) -> Iterator[tuple[Piece, int, int]]:
        """Each piece with the place where it stands in the text."""
        at = 0
        for piece in self.pieces:
            at += len(piece.gap)
            yield piece, at, at + len(piece.text)
            at += len(piece.text)

    def place(self, piece: Piece) -> int:
        """Which of the pieces it is, by itself and not by how it reads; -1 where it has gone."""
        return next((place for place, one in enumerate(self.pieces) if one is piece), -1)

    def drop(self, piece: Piece) -> None:
        """Takes a piece out; a break between paragraphs stays."""
        at = self.place(piece)
        del self.pieces[at]
        if at < len(self.pieces):
            after = self.pieces[at]
            after.gap = max(piece.gap, after.gap, key=lambda gap: gap.count("\n")) if at else ""

    def failing(self, errors: Sequence[Diagnostic]) -> list[tuple[Piece, tuple[str, ...], int, int]]:
        """The pieces that errors are about, each with the rules and its place; an error about no piece is about all."""
        found: list[tuple[Piece, tuple[str, ...], int, int]] = []
        spans = list(self.spans())
        nowhere = [error for error in errors if not any(meets(error, start, end) for _, start, end in spans)]
        for piece, start, end in spans:
            rules = dict.fromkeys(error.rule for error in errors if error in nowhere or meets(error, start, end))
            if rules:
                found.append((piece, tuple(rules), start, end))
        return found

    def sentences(self, lang: Lang) -> Iterator[Sentence]:
        """The record of who wrote what: what came in as one piece may be two sentences."""
        for piece, start, _ in self.spans():
            for low, high in split(piece.text, self.shape.role, lang):
                yield Sentence(self.name, start + low, start + high, piece.by, piece.why)


def read_with(text: Text, texts: Mapping[str, Text]) -> tuple[Text, ...]:
    """The texts that a reader has beside this one, itself among them: a fact told in one of them is told.

    A headline's promise is taken up in the text; only what stands under it as a line does not say it again.
    """
    roles: frozenset[Role] = frozenset({"headline", "title"}) if text.shape.role == "subhead" else frozenset()
    roles |= _READ if text.shape.role in _READ else frozenset()
    return tuple(one for one in texts.values() if one is text or one.shape.role in roles)


def meets(one: Diagnostic | LedgerEntry, start: int, end: int) -> bool:
    """Whether a finding or a proof touches a stretch of its text."""
    return one.start < end and start < one.end


def within(ledger: Iterable[LedgerEntry], start: int, end: int) -> list[LedgerEntry]:
    """The proofs in a stretch of a text."""
    return [entry for entry in ledger if meets(entry, start, end)]
