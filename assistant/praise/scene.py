"""A hit in its surroundings: what stands before it, after it, around it. Each stretch is cut once and remembered."""

from __future__ import annotations

from assistant.praise.sentences import Outline, Span, clause_around, find_clause_marks
from assistant.praise.subject import Subjects
from assistant.schema import Lang

# A literal that some expression needs: where it stands in the text, and the bits of the needs that it meets.
Sighting = tuple[int, int, int]
_LONG = 700  # characters from which on a sentence may be a stretch without an end, cut around each of its hits


class Surroundings:
    """A text as the conditions look at it. Hits come by place, so one sentence is remembered: the last."""

    __slots__ = ("_casefolded", "_last", "has_addresses", "outline", "text")

    def __init__(self, text: str, lang: Lang) -> None:
        self.text = text
        self.has_addresses = any(sign in text for sign in ("@", "/", "http", "www."))
        self.outline = Outline(text, lang)
        self._last: Sentence | None = None
        self._casefolded = ""

    @property
    def casefolded(self) -> str:
        """The whole text without regard to case."""
        if not self._casefolded:
            self._casefolded = self.text.casefold()
        return self._casefolded

    def scene(self, start: int, end: int) -> Scene:
        """Returns a hit's scene."""
        span = self.outline.sentence_around(start, end)
        if self._last is None or self._last.span != span:
            self._last = Sentence(self.outline, span, self._last)
        return Scene(self._last, start, end)


class Sentence:
    """One sentence, and what was found in it for one of its hits and serves the others."""

    __slots__ = ("_marks", "answers", "looked_at", "outline", "sightings", "span", "text")

    def __init__(self, outline: Outline, span: Span, before: Sentence | None) -> None:
        self.outline, self.span = outline, span
        self.text = outline.text[span[0] : span[1]]
        self.answers: dict[object, bool] = {}
        self._marks: list[Span] | None = None
        self.looked_at = span
        self.sightings: list[Sighting] | None = None
        if span[1] - span[0] >= _LONG:
            # The windows of an endless line overlap: it is looked at once for many of its hits.
            self.looked_at = max(0, span[0] - _LONG), min(len(outline.text), span[1] + _LONG)
            if before and before.looked_at[0] <= span[0] and span[1] <= before.looked_at[1]:
                self.looked_at, self.sightings = before.looked_at, before.sightings

    def clause(self, start: int, end: int) -> str:
        """Returns the clause that holds a hit."""
        outline = self.outline
        if self._marks is None:
            self._marks = find_clause_marks(outline.text, self.span, outline.lang)
        low, high = clause_around(start, end, self.span, self._marks)
        return outline.text[low:high]


class Scene:
    """One hit in its sentence."""

    __slots__ = ("_cuts", "_pairs", "_subject", "end", "sentence", "start")

    def __init__(self, sentence: Sentence, start: int, end: int) -> None:
        self.sentence, self.start, self.end = sentence, start, end
        self._pairs: dict[str, Span | None] = {}
        self._cuts: dict[tuple[str, str], str] = {}
        self._subject: str | None = None

    def subject(self, subjects: Subjects) -> str:
        """Returns whose quality the sentence speaks of, "" for the goods."""
        if self._subject is None:
            low, high = self.sentence.span
            self._subject = subjects.find(self.sentence.outline.text[low:high], self.start - low, self.end - low)
        return self._subject

    def inside(self, shape: str) -> Span | None:
        """Returns the quotation, title or parenthesis around the hit, or None."""
        if shape not in self._pairs:
            self._pairs[shape] = self.sentence.outline.enclosing(self.start, self.end, shape)
        return self._pairs[shape]

    def cut(self, place: str, shape: str) -> str:
        """Returns the stretch of text that a condition looks at."""
        if place == "sentence":
            return self.sentence.text
        key = (place, shape)
        stretch = self._cuts.get(key)
        if stretch is None:
            stretch = self._cuts[key] = self._cut(place, shape)
        return stretch

    def _cut(self, place: str, shape: str) -> str:
        text = self.sentence.outline.text
        low, high = self.sentence.span
        if place == "match":
            return text[self.start : self.end]
        if place == "before":
            return text[low : self.start]
        if place == "after":
            return text[self.end : high]
        if place == "clause":
            return self.sentence.clause(self.start, self.end)
        pair = self.inside(shape)
        if pair and place == "quoted":
            return text[pair[0] + 1 : pair[1] - 1]
        if pair:
            return text[low : pair[0]] + " … " + text[pair[1] : high]
        return self.sentence.text
