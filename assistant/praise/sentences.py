"""Where the sentence, clause and quotation around a hit begin and end. Spans are half-open."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from assistant.schema import Lang

Span = tuple[int, int]

_REACH = 700  # characters looked at on either side: keeps the cost of a hit bounded in a text without full stops

_STOPS = ".!?。！？"

# Of a run of marks only the first two are tried: the second where an abbreviation takes the first ("Ltd.!").
# Each mark begins with a plain set of characters, so that the search skips what cannot begin one.
_END = (
    r"[.!?…\n](?:(?<!\n)(?<![.!?…]{3})(?<!\b[A-Z][.!?…])(?<!\b(?:[Nn]o|Mr|Ms|Dr|St|vs|Co)[.!?…])"
    r"(?<!\b(?:Mrs|e\.g|i\.e|Inc|Ltd)[.!?…])(?<!\bapprox[.!?…])"
    r"[.!?…]*[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])"
    r"|(?<=\n)(?:\s*\n|(?![ \t]*[a-z])))"
)
_END_ZH = r"[。！？!?\n](?:(?<!\n)[。！？!?]*[”’」』）)]*|(?<=\n))"
_CLAUSE = (
    r"[,;:\s—–，；：、](?:(?<=[,;:])(?=\s)|(?<=\s)[–—-]\s|(?<=[—–，；：、])|(?<=\s)(?=(?:and|but|while|yet|or)\s))"
)
_CLAUSE_ZH = r"[，；：,;:—](?:(?<!—)|(?<=—)—)"
_QUOTED = (
    r"[“\"「『«‘'](?:(?<=“)[^”\n]{1,500}”|(?<=\")(?<!\w\")[^\"\n]{1,500}\"|(?<=「)[^」\n]{1,500}」"
    r"|(?<=『)[^』\n]{1,500}』|(?<=«)[^»\n]{1,500}»|(?<=‘)(?<!\w‘)[^‘\n]{1,500}?’(?!\w)"
    r"|(?<=')(?<!\w')[^'\n]{1,300}'(?!\w))"
)
_TITLED = r"《[^》\n]{1,100}》|〈[^〉\n]{1,100}〉|【[^】\n]{1,100}】"
_BRACKETED = r"\([^()\n]{1,300}\)|（[^（）\n]{1,300}）"
_SHAPES = {"quotes": _QUOTED, "title": _TITLED, "brackets": _BRACKETED}
_OPENERS = {"quotes": "[“\"「『«‘']", "title": "[《〈【]", "brackets": "[(（]"}


class Outline:
    """Where the sentences, quotations, titles and parentheses of a text stand; each is looked for once, when asked."""

    __slots__ = ("_ends", "_pairs", "lang", "text")

    def __init__(self, text: str, lang: Lang) -> None:
        self.text, self.lang = text, lang
        self._pairs: dict[str, list[Span]] = {}
        self._ends: list[Span] | None = None

    def enclosing(self, start: int, end: int, shape: str) -> Span | None:
        """As the function `enclosing`."""
        pairs = self._pairs.get(shape)
        if pairs is None:
            pairs = self._pairs[shape] = _find_spans(_SHAPES[shape], self.text, 0, len(self.text))
        if not pairs:
            return None
        number = bisect_right(pairs, (start, len(self.text))) - 1
        return pairs[number] if number >= 0 and end <= pairs[number][1] else None

    def sentence_around(self, start: int, end: int) -> Span:
        """As the function `sentence_around`."""
        start, end = self.enclosing(start, end, "quotes") or (start, end)
        if self._ends is None:
            self._ends = _find_spans(_END if self.lang == "en" else _END_ZH, self.text, 0, len(self.text))
        return _between(self._ends, start, end, len(self.text))


def enclosing(text: str, start: int, end: int, shape: str) -> Span | None:
    """Returns the quotation ("quotes"), title ("title", 《…》) or parenthesis ("brackets") that holds a span, or None.

    >>> enclosing('He said "a best buy" twice.', 11, 15, "quotes")
    (8, 20)
    """
    low = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    opener = _compiled(_OPENERS[shape]).search(text, low, start + 1)
    if opener is None:
        return None
    for found in _compiled(_SHAPES[shape]).finditer(text, opener.start(), end + _REACH):
        if found.start() <= start and end <= found.end():
            return found.span()
        if found.start() > start:
            return None
    return None


def sentence_around(text: str, start: int, end: int, lang: Lang) -> Span:
    """Returns the sentence that holds a span; a quotation that holds the span is never cut in two.

    >>> sentence_around("No. 1 here. We are the best. So?", 23, 27, "en")
    (12, 29)
    """
    start, end = enclosing(text, start, end, "quotes") or (start, end)
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    ends = _find_spans(_END if lang == "en" else _END_ZH, text, low, high)
    return _between(ends, start, end, len(text))


def ended_as(new: str, old: str) -> str:
    """A text that begins and ends as another does: with its capital, with or without its full stop.

    >>> ended_as("weighs 620 g", "Light to carry."), ended_as("重620克。", "轻便")
    ('Weighs 620 g.', '重620克')
    """
    if not new or not old:
        return new
    if old[:1].isupper() and new[:1].islower():
        new = new[:1].upper() + new[1:]
    if old[-1] in _STOPS and new[-1] not in _STOPS:
        return new + old[-1]
    return new if old[-1] in _STOPS else new.rstrip(".。")


def find_clause_marks(text: str, sentence: Span, lang: Lang) -> list[Span]:
    """Returns the commas, colons, dashes and spaces before a conjunction that part a sentence, by start."""
    # A dash between spaces may begin before the sentence that it opens.
    return _find_spans(_CLAUSE if lang == "en" else _CLAUSE_ZH, text, max(0, sentence[0] - 3), sentence[1])


def clause_around(start: int, end: int, sentence: Span, marks: Sequence[Span]) -> Span:
    """Returns the part of the sentence between two of its marks that holds a span."""
    low, high = _between(marks, start, end, sentence[1])
    return max(low, sentence[0]), min(high, sentence[1])


@lru_cache(maxsize=8)
def _compiled(source: str) -> re.Pattern[str]:
    """Compiles on first use: most runs need one language's marks only, and start-up counts."""
    return re.compile(source)


def _find_spans(source: str, text: str, low: int, high: int) -> list[Span]:
    return [found.span() for found in _compiled(source).finditer(text, low, high)]


def _between(marks: Sequence[Span], start: int, end: int, length: int) -> Span:
    """From the end of the last mark before a span to the end of the first after it, or as far as we look."""
    number = bisect_left(marks, (start, 0))
    if number and marks[number - 1][1] > start:
        number -= 1  # begins before the span and reaches into it
    low = max(marks[number - 1][1] if number else 0, start - _REACH, 0)
    after = bisect_left(marks, (end, 0))
    high = marks[after][1] if after < len(marks) else length
    return low, min(high, end + _REACH, length)
