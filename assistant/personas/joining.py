"""What a model has pointed at beside the rules: joined to what they heard, each once, the rules' first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from assistant.personas.cues import load_cues
from assistant.personas.hearing import find_pains, find_wants, is_quotable
from assistant.personas.listen import find_sentences, once_a_voice, plainest, said_at
from assistant.personas.said import Listening, Point, Said, Told
from assistant.personas.vocabulary import MOST, Word

PointKind = Literal["pain", "want", "cost-money", "cost-time", "cost-behaviour", "cost-mind", "value"]
PointedKind = Literal[PointKind, "word", "quotable"]
KINDS: tuple[PointedKind, ...] = (*get_args(PointKind), "word", "quotable")

_MARKS = ".!?…。！？,，;；、~～ \n\r\t"


@dataclass(frozen=True, slots=True)
class Pointed:
    """Words of a customer, from `start` to `end` of what was told in one go, and what they are.

    `summary` is what a pain, a want, a cost or a value comes to; "" where nobody has said it.
    """

    kind: PointedKind
    told: Told
    start: int
    end: int
    summary: str = ""

    @property
    def words(self) -> str:
        """The words as they stand."""
        return self.told.utterance.text[self.start : self.end]


def sentences_around(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences that words of a text stand in, in order."""
    return ((low, high) for low, high in find_sentences(text) if low < end and start < high)


def join(listening: Listening, pointed: Sequence[Pointed], by: str) -> tuple[Listening, int]:
    """The listening with what the rules had not heard, told to be found `by` somebody else; and how much that is.

    Points of the same kind and summary are one. The sentence that a new point stands in joins the quotations where it
    can be quoted, and leaves the sentences that wait for a reader.
    """
    file = listening.file
    points = [one for one in pointed if one.kind not in ("word", "quotable") and not _is_heard(one)]
    new = {kind: _points([one for one in points if one.kind == kind], file, by) for kind in KINDS}
    costs = [point for kind in KINDS if kind.startswith("cost-") for point in new[kind]]
    words = _words([one for one in pointed if one.kind == "word"], listening, by)
    quotables = [one for one in pointed if one.kind == "quotable"]
    quotes = _quotes([*quotables, *_evidence(points)], listening, by)
    found = _by_voice(said_at(one.told.utterance, one.start, one.end, file) for one in (*points, *quotables))
    joined = replace(
        listening,
        pains=(*listening.pains, *new["pain"]),
        wants=(*listening.wants, *new["want"]),
        costs=(*listening.costs, *_by_voices(costs)),
        values=(*listening.values, *new["value"]),
        vocabulary=(*listening.vocabulary, *words),
        quotes=tuple(sorted((*listening.quotes, *quotes), key=lambda one: (one.line, one.start))),
        unsorted=tuple(one for one in listening.unsorted if not _is_among(one, found)),
    )
    return joined, sum(map(len, new.values())) + len(words) + len(quotes)


def _is_heard(one: Pointed) -> bool:
    """Whether the rules hear a trouble or a wish in these words themselves."""
    if one.kind not in ("pain", "want"):
        return False
    text, cues = one.told.utterance.text, load_cues(one.told.lang)
    for low, high in sentences_around(text, one.start, one.end):
        sentence = text[low:high]
        spans = [(start, end) for _, start, end in find_pains(sentence, cues, one.told.lang)]
        for start, end in (*spans, *find_wants(sentence, cues)):
            if _shares(one.start - low, one.end - low, start, end):
                return True
    return False


def _shares(start: int, end: int, low: int, high: int) -> bool:
    """Whether two spans share at least half of the shorter."""
    return 2 * (min(end, high) - max(start, low)) >= min(end - start, high - low)


def _by_voice(said: Iterable[Said]) -> defaultdict[int, list[Said]]:
    voices: defaultdict[int, list[Said]] = defaultdict(list)
    for one in said:
        voices[one.voice].append(one)
    return voices


def _is_among(one: Said, known: Mapping[int, Sequence[Said]]) -> bool:
    """Whether words share half of their place with known ones of their voice."""
    # Offsets of a table are those of a row, and a row is one voice.
    return any(_shares(one.start, one.end, other.start, other.end) for other in known.get(one.voice, ()))


def _points(pointed: Iterable[Pointed], file: str, by: str) -> tuple[Point, ...]:
    groups: dict[str, list[Said]] = {}
    summaries: dict[str, str] = {}
    themes: dict[str, str] = {}
    for one in pointed:
        said = said_at(one.told.utterance, one.start, one.start + len(one.words.rstrip(_MARKS)), file, by)
        key = (one.summary or said.quote).lower()
        groups.setdefault(key, []).append(said)
        summaries.setdefault(key, one.summary)
        themes[key] = one.kind.partition("-")[2]
    points = []
    for key, said_all in groups.items():
        once = once_a_voice(said_all)
        points.append(Point(themes[key], plainest(once), tuple(once), summaries[key], by))
    return _by_voices(points)


def _by_voices(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda point: (-point.voices, point.said[0].line, point.said[0].start)))


def _evidence(points: Iterable[Pointed]) -> Iterator[Pointed]:
    """The sentences that points stand in, where they can be quoted."""
    for one in points:
        text = one.told.utterance.text
        for low, high in sentences_around(text, one.start, one.end):
            if is_quotable(text[low:high], load_cues(one.told.lang), one.told.lang, True):
                yield Pointed("quotable", one.told, low, high)


def _quotes(pointed: Iterable[Pointed], listening: Listening, by: str) -> list[Said]:
    known = _by_voice(listening.quotes)
    texts = {one.quote for one in listening.quotes}
    quotes: list[Said] = []
    for one in pointed:
        said = said_at(one.told.utterance, one.start, one.end, listening.file, by)
        if said.quote not in texts and not _is_among(said, known):
            texts.add(said.quote)
            known[said.voice].append(said)
            quotes.append(said)
    return quotes


def _words(pointed: Iterable[Pointed], listening: Listening, by: str) -> tuple[Word, ...]:
    known = {_stem(word.text) for word in listening.vocabulary}
    words: list[Word] = []
    for one in pointed:
        text = " ".join(one.words.split())
        if _stem(text) not in known:
            known.add(_stem(text))
            words.append(Word(text, _voices(text, listening.told), by))
    return tuple(sorted(words, key=lambda word: -word.voices)[:MOST])


def _stem(word: str) -> str:
    """A word in small letters, singular and plural alike."""
    small = word.lower()
    return small[:-1] if small.endswith("s") and not small.endswith("ss") else small


def _voices(word: str, told: Iterable[Told]) -> int:
    blanks = r"\s{1,9}".join(map(re.escape, word.split()))
    pattern = re.compile(rf"(?<![A-Za-z0-9]){blanks}(?![A-Za-z0-9])", re.IGNORECASE)
    return len({one.utterance.voice for one in told if pattern.search(one.utterance.text)})
