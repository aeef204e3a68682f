"""Listens to what customers said: their troubles, wishes and words, each tied to the place where somebody said it.

Nothing is put into anybody's mouth: a pain is a clause as it stands, counted once for each voice; what another speaker
said, what is ironic, asked or only feared is left alone. Praise of the product is no evidence of a pain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from assistant.errors import InputError
from assistant.personas.cues import load_cues
from assistant.personas.hearing import count_words, find_pains, find_wants, is_quotable
from assistant.personas.masking import mask
from assistant.personas.speaking import Heard, Skipped, Utterance, find_utterances
from assistant.personas.vocabulary import Word, find_words
from assistant.schema import LANGS, Lang
from assistant.schema.language import guess_lang

_STOP = re.compile(r"(?:[.!?…]+[\"'”’)]*(?=\s|$)|[。！？!?…]+[”’」』）)]*|\n[ \t]*\n)\s*")
_LINES = re.compile(r"\n")
_MOOD = "annoyance"
_SHORT = 300


@dataclass(frozen=True, slots=True)
class Said:
    """Words as a customer wrote them: `quote` is them with names, telephone numbers and addresses masked.

    `start` and `end` are offsets of the file, or of the row's text for CSV and JSON lines; `line` counts from 1.
    """

    quote: str
    file: str
    line: int
    start: int
    end: int
    voice: int
    masked: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Where it stands: file and line."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Point:
    """A pain or a want: its theme, the plainest wording, all that said it, and how many voices that is."""

    theme: str
    text: str
    said: tuple[Said, ...]

    @property
    def voices(self) -> int:
        """How many customers said it."""
        return len({one.voice for one in self.said})


@dataclass(frozen=True, slots=True)
class Listening:
    """What was heard; points and words by how many said them, then as they came, quotes as they came.

    `unsorted` are sentences in which neither a pain nor a want was recognised: to be read by somebody.
    """

    file: str
    lang: Lang
    voices: int
    pains: tuple[Point, ...]
    wants: tuple[Point, ...]
    vocabulary: tuple[Word, ...]
    quotes: tuple[Said, ...]
    unsorted: tuple[Said, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    utterance: Utterance
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.utterance.text[self.start : self.end]


def listen(text: str, name: str = "-", lang: Lang | None = None) -> Listening:
    r"""What the customers in a pasted text say. Raises `InputError` where nobody says anything.

    >>> heard = listen("The lid leaks.\nNot too heavy.\nIt leaks in my bag every day!")
    >>> [(point.text, point.voices) for point in heard.pains]
    [('The lid leaks', 2)]
    """
    heard = find_utterances(text, name)
    if not heard.utterances:
        why = "only sellers', interviewers' or quoted words" if heard.skipped else "nothing"
        raise InputError(
            f"{'standard input' if name == '-' else name}: {why} in it; nobody to listen to. Paste reviews, one a line, or tickets with Customer: and Agent:."
        )
    given = lang
    lang = lang or guess_lang("\n".join(one.text for one in heard.utterances))
    file = "standard input" if name in ("-", "<stdin>") else PurePath(name).name
    pains: dict[str, list[Said]] = {}
    wants: list[Said] = []
    quotes: list[Said] = []
    unsorted: list[Said] = []
    meant = list(_meant(heard))
    for utterance in meant:
        own = given or _lang_of(utterance.text, lang)
        cues = load_cues(own)
        for sentence in _sentences(utterance):
            troubles = list(find_pains(sentence.text, cues, own))
            if any(theme != _MOOD for theme, _, _ in troubles):
                # "Ads everywhere, so annoying": what annoys is the pain.
                troubles = [one for one in troubles if one[0] != _MOOD]
            wishes = list(find_wants(sentence.text, cues))
            for theme, low, high in troubles:
                pains.setdefault(theme, []).append(_said(sentence, low, high, file))
            wants += [_said(sentence, low, high, file) for low, high in wishes]
            if not (troubles or wishes) and count_words(sentence.text) > 2:
                unsorted.append(_said(sentence, 0, len(sentence.text), file))
            if is_quotable(sentence.text, cues, own, bool(troubles or wishes)):
                quotes.append(_said(sentence, 0, len(sentence.text), file))
    cues = load_cues(lang)
    words = find_words([(one.voice, one.text) for one in meant], lang, cues.stops, cues.edges)
    return Listening(
        file=file,
        lang=lang,
        voices=heard.voices,
        pains=_points(pains.items()),
        wants=_wished(wants),
        vocabulary=words,
        quotes=_each_once(quotes),
        unsorted=_each_once(unsorted),
        skipped=tuple(heard.skipped),
    )


def _lang_of(text: str, most: Lang) -> Lang:
    """The language of one utterance; which Chinese script, the whole text tells better."""
    own = guess_lang(text)
    return most if own != "en" and most != "en" else own


def _meant(heard: Heard) -> Iterator[Utterance]:
    """What was meant as it was said: irony, in whichever language, is left alone, and said to be."""
    for one in heard.utterances:
        if any(load_cues(lang).irony.search(one.text) for lang in LANGS):
            heard.skipped.append(Skipped(one.line, "irony"))
        else:
            yield one
    heard.skipped.sort(key=lambda skipped: skipped.line)


def _sentences(utterance: Utterance) -> Iterator[_Sentence]:
    text = utterance.text
    at = 0
    for end in [*(found.end() for found in _STOP.finditer(text)), len(text)]:
        if text[at:end].strip():
            start = at + len(text[at:end]) - len(text[at:end].lstrip())
            yield _Sentence(utterance, start, start + len(text[at:end].strip()))
        at = end


def _said(sentence: _Sentence, low: int, high: int, file: str) -> Said:
    utterance = sentence.utterance
    start, end = sentence.start + low, sentence.start + high
    quote, masked = mask(" ".join(utterance.text[start:end].split()))
    line = utterance.line + len(_LINES.findall(utterance.text[:start]))
    return Said(quote, file, line, utterance.start + start, utterance.start + end, utterance.voice, masked)


def _points(themes: Iterable[tuple[str, list[Said]]]) -> tuple[Point, ...]:
    """One point a theme, worded as its shortest telling says it; a voice counts once."""
    points = []
    for theme, said in themes:
        once = _once_a_voice(said)
        points.append(Point(theme, _plainest(once), tuple(once)))
    return tuple(
        sorted(points, key=lambda point: (-point.voices, point.said[0].line, point.said[0].start, point.theme))
    )


def _plainest(said: list[Said]) -> str:
    """The shortest wording that says more than the bare word, the first of equals."""
    clear = [one for one in said if count_words(one.quote) >= 3] or said
    return min(clear, key=lambda one: (len(one.quote) > 80, bool(one.masked), len(one.quote))).quote[:_SHORT]


def _once_a_voice(said: list[Said]) -> list[Said]:
    first: dict[int, Said] = {}
    for one in said:
        first.setdefault(one.voice, one)
    return list(first.values())


def _wished(said: list[Said]) -> tuple[Point, ...]:
    by_words: dict[str, list[Said]] = {}
    for one in said:
        by_words.setdefault(one.quote.lower(), []).append(one)
    points = [Point("", group[0].quote[:_SHORT], tuple(group)) for group in by_words.values()]
    return tuple(sorted(points, key=lambda point: (-point.voices, point.said[0].line, point.said[0].start)))


def _each_once(quotes: list[Said]) -> tuple[Said, ...]:
    first: dict[str, Said] = {}
    for one in quotes:
        first.setdefault(one.quote, one)
    return tuple(first.values())
