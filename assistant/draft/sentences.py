"""The sentences of a draft's texts, and who wrote each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.playbook import Playbook
from assistant.playbook.entries import Role
from assistant.praise.sentences import Outline
from assistant.schema import Lang, Sentence
from assistant.schema.brief import Brief
from assistant.writer import BUILT_IN

Span = tuple[int, int]

# Texts that are one piece, however they are punctuated.
WHOLE: frozenset[Role] = frozenset({"heading", "headline", "title", "specs", "tags"})
# Texts whose lines stand by themselves.
LISTED: frozenset[Role] = frozenset({"bullets", "headlines", "lines", "table", "notes"})
# Rows that are copied from the brief, whoever writes the rest.
COPIED: frozenset[Role] = frozenset({"table", "notes"})

_ENDED = re.compile(r"[.!?…。！？][\"'”’」』)）\]]*\s*$")
_STOPPED = re.compile(r"[.!?…。！？]['’\"”」』]+$")
_GOES_ON = tuple(",;:—–-，；：、（(")
_TAIL = 12
# Where one language stops and another begins, a stop is an end whatever follows it.
_TURNS: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"(?<=[.!?])\s+(?=[\u4e00-\u9fff])|(?<=[。！？])\s*(?=[^\s”’」』）)])"),
    "zh-Hans": re.compile(r"(?<=[a-z]{4}[.!?])\s*(?=[\u4e00-\u9fff])"),
    "zh-Hant": re.compile(r"(?<=[a-z]{4}[.!?])\s*(?=[\u4e00-\u9fff])"),
}


def split(text: str, role: Role, lang: Lang) -> tuple[Span, ...]:
    r"""The pieces of a text, in order, without the white space between them: sentences, lines of a list, or the whole.

    A full stop in a number or after an abbreviation ends nothing, and a quotation is never cut in two.

    >>> text = "It holds 1.7 L, approx. Two cups. “Hot. Fast.”"
    >>> [text[start:end] for start, end in split(text, "paragraph", "en")]
    ['It holds 1.7 L, approx. Two cups.', '“Hot. Fast.”']
    """
    if role in WHOLE:
        return _trimmed(text, 0, len(text))
    found: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inner = [(0, len(line))] if role in LISTED else _sentences(line, lang)
        for low, high in inner:
            found += _trimmed(text, start + low, start + high)
        start = end + 1
    return tuple(found)


def written_by(by: str, texts: Mapping[str, str], brief: Brief, playbook: Playbook) -> tuple[Sentence, ...]:
    """Every sentence of the texts as one hand's; rows that are copied from the brief are the built-in writer's."""
    shapes = playbook.channel(brief.channel).fields
    return tuple(
        Sentence(field, start, end, BUILT_IN if shapes[field].role in COPIED else by)
        for field, text in texts.items()
        for start, end in split(text, shapes[field].role, brief.lang)
    )


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    inner = text[start:end]
    low, high = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
    return ((low, high),) if low < high else ()


def _sentences(line: str, lang: Lang) -> list[Span]:
    outline = Outline(line, lang)
    found: list[Span] = []
    at = 0
    while at < len(line):
        high = max(_end(outline, line, at), at + 1)
        turn = _TURNS[lang].search(line, at, high)
        while turn is not None and outline.enclosing(turn.start() - 1, turn.start(), "quotes"):
            turn = _TURNS[lang].search(line, turn.end() + 1, high)
        high = turn.end() if turn is not None and turn.end() > at else high
        found.append((at, high))
        at = high
    return found


def _end(outline: Outline, line: str, at: int) -> int:
    """Where the sentence that begins at a place ends; a stop inside a quotation that it holds does not end it."""
    quoted = outline.enclosing(at, at + 1, "quotes")
    high = at if quoted else outline.sentence_around(at, at + 1)[1]
    # Only so much of a text is looked at for an end.
    while not quoted and high < len(line) and not _ENDED.search(line, max(at, high - _TAIL), high):
        high = outline.sentence_around(high, high + 1)[1]
    quoted = quoted or outline.enclosing(high - 1, high, "quotes")
    while quoted is not None and quoted[1] > high:
        high = quoted[1]
        rest = line[high : high + _TAIL].lstrip()
        if _STOPPED.search(line, max(at, high - _TAIL), high) and not rest[:1].islower() and rest[:1] not in _GOES_ON:
            return high
        high = max(high, outline.sentence_around(high - 1, high)[1])
        quoted = outline.enclosing(high - 1, high, "quotes")
    return high
