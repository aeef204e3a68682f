"""The rounds of mending: a sentence that the gate stops is told by the built-in writer, or goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant import writer
from assistant.checks.language import find_language_faults
from assistant.draft.pieces import Piece, Text, meets, read_with, within
from assistant.draft.pointing import points_back, points_on
from assistant.draft.sentences import COPIED
from assistant.draft.subjects import Subjects
from assistant.playbook import Playbook
from assistant.schema import Diagnostic, LedgerEntry, Plan, Sentence
from assistant.schema.brief import Brief, Persona
from assistant.writer import BUILT_IN

# Where more sentences of one text fail, there is nothing around them to keep.
MOST = 24
# No copy has so many sentences; what has is not read sentence by sentence.
LONGEST = 120
_LOST, _LONG, _FOREIGN = "specification-lost", "channel-limit", "wrong-language"


class Mending:
    """A model's draft while it is being mended; `plan` is what it was held to, `built_in` what else stands for it."""

    def __init__(
        self,
        texts: Mapping[str, str],
        by: str,
        brief: Brief,
        persona: Persona | None,
        plan: Plan,
        playbook: Playbook,
        built_in: Mapping[str, str],
    ) -> None:
        self._brief, self._persona, self._plan, self._playbook = brief, persona, plan, playbook
        self._built_in, self._barred = built_in, set[str]()
        self._shapes = playbook.channel(brief.channel).fields
        self._subjects = Subjects.of(plan, brief.lang, brief.market or (persona.market if persona else None))
        written = {name: shape for name, shape in self._shapes.items() if shape.role not in COPIED}
        self.texts = {n: Text.of(n, shape, texts.get(n, ""), by, brief.lang) for n, shape in written.items()}
        self.dropped = 0
        for name in self.missing():
            self.take_whole(name, ("field-empty",))

    def missing(self) -> tuple[str, ...]:
        """The texts that the channel must have, and that are empty."""
        return tuple(name for name, text in self.texts.items() if not text.pieces and not text.shape.optional)

    def own(self) -> int:
        """How many sentences of the model's are left."""
        return sum(not piece.is_own for text in self.texts.values() for piece in text.pieces)

    def as_texts(self) -> dict[str, str]:
        """The texts as they stand, with the rows below them that are copied from the brief."""
        said = {name: str(text) for name, text in self.texts.items() if text.pieces}
        whole = writer.with_table(said, self._brief, self._persona, self._plan, self._playbook)
        for name in whole.keys() - self.texts.keys():
            whole[name] = "\n".join(row for row in whole[name].split("\n") if row not in self._barred)
        return {name: whole[name] for name in self._shapes if whole.get(name)}

    def sentences(self) -> tuple[Sentence, ...]:
        """Who wrote what, over all the texts as they stand."""
        found: list[Sentence] = []
        for name, said in self.as_texts().items():
            rows = Text.of(name, self._shapes[name], said, BUILT_IN, self._brief.lang)
            found += self.texts.get(name, rows).sentences(self._brief.lang)
        return tuple(found)

    def mend(self, errors: Sequence[Diagnostic], ledger: Sequence[LedgerEntry]) -> None:
        """One round: every sentence with an error is exchanged, or goes; `ledger` is that of the texts as they stand."""
        self._read(ledger)
        standing = self.as_texts()
        for name in dict.fromkeys(error.field for error in errors):
            mine = [error for error in errors if error.field == name]
            if name in self.texts:
                self._mend(self.texts[name], mine, [entry for entry in ledger if entry.field == name])
            else:
                self._bar(standing[name], mine)

    def take_whole(self, name: str, rules: Iterable[str]) -> None:
        """Puts the built-in writer's text in the place of the model's, without the sentences that are told beside it.

        A text that may be missing is left out where nothing else is in it.
        """
        text = self.texts[name]
        text.taken = True
        lost = ", ".join(dict.fromkeys((*text.lost, *rules)))
        whole = Text.of(name, text.shape, self._built_in.get(name, ""), BUILT_IN, self._brief.lang, lost)
        text.pieces = []
        told, kept = self._told(text), list[Piece]()
        for place, piece in enumerate(whole.pieces):
            piece.ways, piece.tells = (), self._subjects.told(piece.text, ())
            # What tells no fact hangs on what does: it goes with the first that has been told.
            again = piece.tells <= told if piece.tells else len(kept) < place
            led = len(kept) == place or not points_back(piece.text, self._brief.lang)
            kept += [piece] if text.is_whole or (led and not again) else []
        text.pieces = kept if kept or text.shape.optional else whole.pieces
        if text.pieces:
            text.pieces[0].gap = ""

    def _read(self, ledger: Sequence[LedgerEntry]) -> None:
        for name, text in self.texts.items():
            mine = [entry for entry in ledger if entry.field == name]
            for piece, start, end in text.spans():
                if len(text.pieces) > LONGEST:
                    break
                here = within(mine, start, end)
                piece.tells = self._subjects.told(piece.text, here)
                piece.compares = self._subjects.compared_in(here)

    def _told(self, text: Text) -> frozenset[str]:
        """The facts that a reader of this text has been told, there or beside it."""
        return frozenset().union(*(p.tells for one in read_with(text, self.texts) for p in one.pieces))

    def _bar(self, standing: str, errors: Sequence[Diagnostic]) -> None:
        at = 0
        for row in standing.split("\n"):
            if any(meets(error, at, at + len(row)) for error in errors):
                self._barred.add(row)
            at += len(row) + 1

    def _mend(self, text: Text, errors: list[Diagnostic], ledger: Sequence[LedgerEntry]) -> None:
        failing = text.failing(
            [near for one in errors if not self._is_length(text, one) for near in self._near(text, one)]
        )
        rules = tuple(dict.fromkeys(one.rule for one in errors))
        if len(failing) > MOST or (failing and len(text.pieces) > LONGEST):
            self.take_whole(text.name, rules)
            return
        for piece, why, start, end in failing:
            here = within(ledger, start, end)
            if text.place(piece) < 0 or (set(why) == {_LOST} and self._add_figure(text, piece, here)):
                continue
            if text.is_whole:
                self.take_whole(text.name, why)
                return
            self._exchange(text, piece, why, self._subjects.meant(piece.text, here))
        self._shorten(text)
        self._fill(text, rules)

    def _near(self, text: Text, error: Diagnostic) -> list[Diagnostic]:
        """A finding of the wrong language about a whole text as findings about the sentences that are in it."""
        if error.rule != _FOREIGN or len(text.pieces) < 2 or error.end - error.start < len(str(text)):
            return [error]
        found = [
            replace(error, start=start, end=end)
            for piece, start, end in text.spans()
            if any(find_language_faults(text.name, piece.text, self._brief, self._persona))
        ]
        return found or [error]

    def _is_length(self, text: Text, error: Diagnostic) -> bool:
        limit = text.shape.limit
        return error.rule == _LONG and not text.is_whole and limit is not None and not limit.each

    def _shorten(self, text: Text) -> None:
        """Leaves out what stands last, until the text is as short as its place insists on."""
        limit = text.shape.limit
        if limit is None or not limit.hard or limit.each or text.is_whole:
            return
        if len(text.pieces) > LONGEST:
            self.take_whole(text.name, (_LONG,))
            return
        while text.pieces and not limit.fits(str(text)):
            text.lost = tuple(dict.fromkeys((*text.lost, _LONG)))
            # What opens the text, and what it is about, are missed more than what stands last.
            idle = [piece for piece in text.pieces[1:] if not piece.tells]
            self._drop(text, (idle or text.pieces)[-1])

    def _exchange(self, text: Text, piece: Piece, rules: Sequence[str], meant: Sequence[str]) -> None:
        """Puts the next way to tell what a sentence tells in its place; it goes where all is told, or none is left."""
        text.lost = tuple(dict.fromkeys((*text.lost, *rules)))
        piece.tells = piece.compares = frozenset()
        if piece.ways is None:
            told, why, likened = self._told(text), ", ".join(rules), self._subjects.likened(piece.text)
            fresh = (
                self._telling(text, one, why, again=one in told, plainly=one not in likened)
                for one in meant
                if one not in told or one in likened
            )
            said = [new for new in fresh if new is not None]
            if not said and not text.is_listed and not any(one.tells for one in text.pieces):
                # A text that tells nothing is worse than one that tells what stands beside it.
                said = [new for one in meant[:1] if (new := self._telling(text, one, why, plainly=True)) is not None]
            place = text.place(piece)
            if said:
                said[0].gap = piece.gap
                text.pieces[place : place + 1] = said
                self._loosen(text, said[-1], rules)
            else:
                self._drop(text, piece, rules)
        elif piece.ways:
            piece.text, piece.ways = piece.ways[0], piece.ways[1:]
        else:
            self._drop(text, piece, rules)

    def _telling(self, text: Text, fact_id: str, why: str, again: bool = False, plainly: bool = False) -> Piece | None:
        """The built-in writer's sentence of one fact, with what it is like where no text has that; None of no way.

        A fact that is told `again` has to say what it is like.
        """
        plainly = plainly or any(fact_id in piece.compares for one in self.texts.values() for piece in one.pieces)
        told = writer.ways_to_tell(fact_id, text.shape.role, self._brief, self._persona, self._plan, self._playbook)
        ways = [way for way in told if not (way.likened and plainly) and not (again and not way.likened)]
        if not ways:
            return None
        between = "\n" if text.is_listed else " " if self._brief.lang == "en" else ""
        compares = frozenset({fact_id} if ways[0].likened else ())
        rest = tuple(way.text for way in ways[1:])
        return Piece(ways[0].text, between, BUILT_IN, why, rest, frozenset({fact_id}), compares)

    def _drop(self, text: Text, piece: Piece, rules: Sequence[str] = ()) -> None:
        """Takes a sentence out, and with it a question that it answered and what leans on it."""
        place = text.place(piece)
        self.dropped += not piece.is_own
        text.drop(piece)
        if text.is_listed:
            return
        before = text.pieces[place - 1] if place else None
        if before is not None and not before.is_own and points_on(before.text):
            self._drop(text, before, rules)
        elif place < len(text.pieces):
            self._unlean(text, text.pieces[place], rules)

    def _loosen(self, text: Text, piece: Piece, rules: Sequence[str]) -> None:
        after = text.place(piece) + 1
        if not text.is_listed and after < len(text.pieces):
            self._unlean(text, text.pieces[after], rules)

    def _unlean(self, text: Text, piece: Piece, rules: Sequence[str]) -> None:
        """Exchanges a sentence of the model's that pointed at one which is there no more."""
        if not piece.is_own and points_back(piece.text, self._brief.lang):
            self._exchange(text, piece, rules, self._subjects.in_order(piece.tells))

    def _add_figure(self, text: Text, piece: Piece, ledger: Sequence[LedgerEntry]) -> bool:
        """Puts the exact figure of a comparison into the list, else into running text; False where that is no way out."""
        fact_id = next(iter(sorted(self._subjects.compared_in(ledger))), "")
        if piece.mended or piece.is_own or not fact_id:
            return False
        piece.mended = True
        if any(one.why == _LOST and fact_id in one.tells for other in self.texts.values() for one in other.pieces):
            return True
        home = self._home(text)
        new = self._telling(home, fact_id, _LOST, plainly=True) if home is not None else None
        if home is None or new is None:
            return False
        place = home.place(piece) + 1 if home is text else len(home.pieces)
        # What takes up the comparison stays behind it.
        while place < len(home.pieces) and points_back(home.pieces[place].text, self._brief.lang):
            place += 1
        home.pieces.insert(place, new)
        return True

    def _home(self, text: Text) -> Text | None:
        """Where a figure is added: a list with room for it, else the text itself where it runs, else the first that does."""
        filled = [one for one in self.texts.values() if one.pieces]
        for one in filled:
            if one.shape.role == "bullets" and (one.shape.lines is None or len(one.pieces) < one.shape.lines[1]):
                return one
        running = [one for one in (text, *filled) if not one.is_whole and not one.is_listed]
        return running[0] if running else None

    def _fill(self, text: Text, rules: Sequence[str]) -> None:
        """A text of which nothing of the model's is left is the built-in writer's; a list keeps its fewest lines."""
        if not text.taken and self._built_in.get(text.name) and all(piece.is_own for piece in text.pieces):
            said = text.pieces
            self.take_whole(text.name, rules)
            # What stands beside it tells all of that: what was meant here stands by itself.
            text.pieces = text.pieces or said
        fewest = text.shape.lines[0] if text.shape.lines and text.is_listed else 0
        if not text.lost or not text.pieces or len(text.pieces) >= fewest:
            return
        given, why = self._built_in.get(text.name, ""), ", ".join(text.lost)
        for piece in Text.of(text.name, text.shape, given, BUILT_IN, self._brief.lang, why).pieces:
            piece.ways, piece.gap, piece.tells = (), "\n", self._subjects.told(piece.text, ())
            if len(text.pieces) < fewest and not piece.tells <= self._told(text):
                text.pieces.append(piece)
