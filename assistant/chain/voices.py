"""What customers said, as a model is shown it: a numbered line for each of them in one go, people masked, in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.chain.folding import fold, is_cut, with_plain_breaks
from assistant.chain.masking import Masked, mask
from assistant.chain.request import as_data
from assistant.chain.spending import EXPECTED_OUTPUT
from assistant.chain.unheard import UnheardError
from assistant.personas.hearing import CHARS
from assistant.personas.joining import KINDS
from assistant.personas.said import Told
from assistant.prompts import load_prompt
from assistant.quantities import find_numbers
from assistant.schema import Lang
from assistant.schema.language import guess_lang
from assistant.schema.orders import ORDER

# As much as one reply answers with ease, and as much as one listening asks about.
PART_CHARS = 10_000
LISTENED_CHARS = 100_000
# A longer line is apart at the ends of sentences: its number says where.
_LINE_CHARS = 2_000

# Models straighten them, whatever they are told; what is taken is the customer's own.
_QUOTES = str.maketrans("’‘“”", "''\"\"")
_PLACES = 20
_BEFORE, _AFTER = 400, 80
_TAG = re.compile(r"[<＜](?=\s{0,9}/?\s{0,9}voices\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？；]")


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered line: from `start` to `end` of what one customer said in one go; `shown` is what leaves the machine."""

    number: int
    told: Told
    start: int
    end: int
    shown: str
    masked: Masked | None

    @property
    def text(self) -> str:
        """What stands there, on one line, character for character."""
        return with_plain_breaks(self.told.utterance.text[self.start : self.end]).replace("\n", " ")

    @property
    def place(self) -> int:
        """Its line in the file."""
        return self.told.utterance.line + self.told.utterance.text.count("\n", 0, self.start)

    def restored(self, words: str) -> str:
        """A model's words with what was masked in their places again."""
        return words if self.masked is None else self.masked.restore(words)

    def find(self, quote: str, above: str = "") -> tuple[int, int]:
        """Where words stand letter for letter, as offsets of what was told; raises `UnheardError` where they do not.

        Blanks, the width of characters and curly quotation marks aside. What cuts a word or a figure, and what stands in orders to a model, in
        the line or `above` it, is not found.
        """
        wanted = fold(with_plain_breaks(quote).replace("\n", " ").strip())[0].translate(_QUOTES)
        if not any(char.isalnum() for char in wanted):
            raise UnheardError("empty")
        if len(wanted) > CHARS:
            raise UnheardError("long")
        folded, places = fold(self.text)
        folded = folded.translate(_QUOTES)
        first: UnheardError | None = None
        at = -1
        for _ in range(_PLACES):
            at = folded.find(wanted, at + 1)
            if at < 0:
                break
            start, end = places[at], places[at + len(wanted) - 1] + 1
            try:
                self._hold(start, end, above)
            except UnheardError as unheard:
                first = first or unheard
            else:
                return self.start + start, self.start + end
        raise first or UnheardError("missing", str(self.place))

    def _hold(self, start: int, end: int, above: str) -> None:
        text = self.text
        low, high = max(0, start - _BEFORE), end + _AFTER
        if ORDER.search(text, low, high) or (above.rstrip().endswith((":", "：")) and ORDER.search(above[-_BEFORE:])):
            raise UnheardError("order")
        quote = text[start:end]
        if is_cut(text[low:start], quote) or is_cut(quote, text[end:high]):
            raise UnheardError("cut")
        for number in find_numbers(text[low:high], self.told.lang):
            one, other = low + number.start, low + number.end
            if one < end and other > start and not start <= one <= other <= end:
                raise UnheardError("cut")


def lines_of(told: Sequence[Told], masks: bool) -> tuple[list[Line], int]:
    """The lines of what was told, numbered from 1, and how many characters lie beyond `LISTENED_CHARS` and are not shown."""
    spans: list[tuple[Told, int, int]] = []
    shown = unread = 0
    for one in told:
        for start, end in _pieces(one.utterance.text):
            # What comes later is not taken for what comes next.
            if unread or shown + end - start > LISTENED_CHARS:
                unread += end - start
            else:
                shown += end - start
                spans.append((one, start, end))
    texts = [one.utterance.text[start:end] for one, start, end in spans]
    masked = _masked(texts) if masks else [None] * len(texts)
    lines = []
    for number, ((one, start, end), text, hidden) in enumerate(zip(spans, texts, masked, strict=True), 1):
        kept, mine = hidden or (text, None)
        lines.append(Line(number, one, start, end, _TAG.sub("‹", as_data(kept)), mine))
    return lines, unread


def _masked(texts: Sequence[str]) -> list[tuple[str, Masked] | None]:
    """Each text masked by the rules of its own language, whatever the listening's was said to be."""
    langs = [guess_lang(text) for text in texts]
    out: list[tuple[str, Masked] | None] = [None] * len(texts)
    for lang in sorted(set(langs)):
        places = [place for place, own in enumerate(langs) if own == lang]
        masked = mask([texts[place] for place in places], lang)
        for place, text in zip(places, masked.texts, strict=True):
            out[place] = (text, masked)
    return out


def parts_of(lines: Sequence[Line]) -> Iterator[tuple[list[Line], str]]:
    """The lines in parts of some `PART_CHARS`, and each part as it is shown; lines without words are left out."""
    part: list[Line] = []
    rows: list[str] = []
    length = 0
    for line in lines:
        row = f"{line.number}| {line.shown}"
        if not any(char.isalnum() for char in line.shown):
            continue
        if part and length + len(row) > PART_CHARS:
            yield part, "\n".join(rows)
            part, rows, length = [], [], 0
        part.append(line)
        rows.append(row)
        length += len(row) + 1
    if part:
        yield part, "\n".join(rows)


def request_of_voices(text: str, lang: Lang) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Messages and variables for a part of what was said; what is the same for every text comes first."""
    return list(load_prompt("listen", lang).messages), {"voices": text}


def listening_schema() -> dict[str, Any]:
    """The JSON Schema of a reply, within what servers accept as strict."""
    text = {"type": "string"}
    kind = {"type": "string", "enum": list(KINDS)}
    row = _object({"line": {"type": "integer"}, "kind": kind, "quote": text, "summary": text})
    return _object({"heard": {"type": "array", "items": row}})


def expected_output(text: str) -> tuple[int, int]:
    """How long a reply to a part may be, in tokens: the quotes of dense notes are as long as the notes."""
    return EXPECTED_OUTPUT[0], EXPECTED_OUTPUT[1] + len(text)


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The span of a text, or of its pieces, apart at the ends of sentences, else at a blank."""
    at = 0
    while len(text) - at > _LINE_CHARS:
        limit = at + _LINE_CHARS
        ends = [match.end() for match in _SENTENCE_END.finditer(text, at + _LINE_CHARS // 2, limit)]
        end = ends[-1] if ends else max(text.rfind(" ", at + 1, limit), 0) or limit
        yield at, end
        at = end
    if at < len(text):
        yield at, len(text)
