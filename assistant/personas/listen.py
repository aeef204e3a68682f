"""Listens to what customers said: their troubles, wishes and words, each tied to the place where somebody said it.

Nothing is put into anybody's mouth: a pain is a clause as it stands, counted once for each voice; what another speaker
said, what is ironic, asked or only feared is left alone. Praise of the product is no evidence of a pain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from assistant.personas.cues import load_cues
from assistant.personas.hearing import count_words, find_pains, find_wants, is_quotable
from assistant.personas.masking import mask
from assistant.personas.said import RULES, Listening, Point, Said, Told
from assistant.personas.speaking import Heard, NobodySpeaks, Skipped, Utterance, find_utterances
from assistant.personas.vocabulary import find_words
from assistant.schema import LANGS, Lang
from assistant.schema.language import guess_lang

_STOP = re.compile(r"(?:[.!?…]+[\"'”’)]*(?=\s|$)|[。！？!?…]+[”’」』）)]*|\n[ \t]*\n)\s*")
_LINES = re.compile(r"\n")
_MOOD = "annoyance"
_SHORT = 300


def listen(text: str, name: str = "-", lang: Lang | None = None) -> Listening:
    r"""What the customers in a pasted text say. Raises `InputError` where nobody says anything.

    >>> heard = listen("The lid leaks.\nNot too heavy.\nIt leaks in my bag every day!")
    >>> [(point.text, point.voices) for point in heard.pains]
    [('The lid leaks', 2)]
    """
    heard = find_utterances(text, name)
    if not heard.utterances:
        raise NobodySpeaks(name, bool(heard.skipped))
    given = lang
    lang = lang or guess_lang("\n".join(one.text for one in heard.utterances))
    file = "standard input" if name in ("-", "<stdin>") else PurePath(name).name
    pains: dict[str, list[Said]] = {}
    wants: list[Said] = []
    quotes: list[Said] = []
    unsorted: list[Said] = []
    told = tuple(Told(one, given or _lang_of(one.text, lang)) for one in _meant(heard))
    for one in told:
        utterance, own = one.utterance, one.lang
        cues = load_cues(own)
        for start, end in find_sentences(utterance.text):
            sentence = utterance.text[start:end]
            troubles = list(find_pains(sentence, cues, own))
            if any(theme != _MOOD for theme, _, _ in troubles):
                # "Ads everywhere, so annoying": what annoys is the pain.
                troubles = [one for one in troubles if one[0] != _MOOD]
            wishes = list(find_wants(sentence, cues))
            for theme, low, high in troubles:
                pains.setdefault(theme, []).append(said_at(utterance, start + low, start + high, file))
            wants += [said_at(utterance, start + low, start + high, file) for low, high in wishes]
            if not (troubles or wishes) and count_words(sentence) > 2:
                unsorted.append(said_at(utterance, start, end, file))
            if is_quotable(sentence, cues, own, bool(troubles or wishes)):
                quotes.append(said_at(utterance, start, end, file))
    cues = load_cues(lang)
    said = [(one.utterance.voice, one.utterance.text) for one in told]
    return Listening(
        file=file,
        lang=lang,
        voices=heard.voices,
        pains=_points(pains.items()),
        wants=_wished(wants),
        vocabulary=find_words(said, lang, cues.stops, cues.edges),
        quotes=_each_once(quotes),
        unsorted=_each_once(unsorted),
        skipped=tuple(heard.skipped),
        told=told,
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


def find_sentences(text: str) -> Iterator[tuple[int, int]]:
    r"""The span of each sentence, in order, without the blanks around it; a blank line ends one, too.

    >>> list(find_sentences("It leaks.  My bag is wet"))
    [(0, 9), (11, 24)]
    """
    at = 0
    for end in [*(found.end() for found in _STOP.finditer(text)), len(text)]:
        if text[at:end].strip():
            start = at + len(text[at:end]) - len(text[at:end].lstrip())
            yield start, start + len(text[at:end].strip())
        at = end


def said_at(utterance: Utterance, start: int, end: int, file: str, by: str = RULES) -> Said:
    """What stands in a customer's words from `start` to `end`, masked, with its place in the file."""
    quote, masked = mask(" ".join(utterance.text[start:end].split()))
    line = utterance.line + len(_LINES.findall(utterance.text[:start]))
    return Said(quote, file, line, utterance.start + start, utterance.start + end, utterance.voice, masked, by)


def _points(themes: Iterable[tuple[str, list[Said]]]) -> tuple[Point, ...]:
    """One point a theme, worded as its shortest telling says it; a voice counts once."""
    points = []
    for theme, said in themes:
        once = once_a_voice(said)
        points.append(Point(theme, plainest(once), tuple(once)))
    return tuple(
        sorted(points, key=lambda point: (-point.voices, point.said[0].line, point.said[0].start, point.theme))
    )


def plainest(said: Sequence[Said]) -> str:
    """The shortest wording that says more than the bare word, the first of equals."""
    clear = [one for one in said if count_words(one.quote) >= 3] or said
    return min(clear, key=lambda one: (len(one.quote) > 80, bool(one.masked), len(one.quote))).quote[:_SHORT]


def once_a_voice(said: Iterable[Said]) -> list[Said]:
    """The first that each voice said."""
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
