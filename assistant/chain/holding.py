"""What is taken of a model's listening, and what is dropped. Nothing is mended: a customer said it so, or it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from assistant.chain.folding import clean, fold
from assistant.chain.personal import find_personal
from assistant.chain.quoting import is_same
from assistant.chain.reply import shown
from assistant.chain.unheard import UnheardError, say
from assistant.chain.voices import Line
from assistant.personas.cues import load_cues
from assistant.personas.hearing import Unmeant, count_words, find_unmeant, is_quotable
from assistant.personas.joining import KINDS, Pointed, PointedKind, sentences_around
from assistant.personas.masking import mask
from assistant.praise import find_praise
from assistant.quantities import find_numbers, find_quantities
from assistant.quantities.figures import Number
from assistant.schema import Lang
from assistant.schema.language import guess_lang, other_script

# A listening that points at more is none: it copies the text.
MOST = 500
SUMMARY_WORDS: dict[Lang, int] = {"en": 12, "zh-Hans": 24, "zh-Hant": 24}
WORD_WORDS: dict[Lang, int] = {"en": 4, "zh-Hans": 8, "zh-Hant": 8}

_MASK = re.compile("[⟦⟧]")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z][\w'’-]+")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_STOPS = re.compile(r"[.!?…。！？,，;；:：]")


class Row(BaseModel):
    """Words that a model points at, before anything in it has been looked up."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    line: int
    kind: str
    quote: str
    summary: str


class Rows(BaseModel):
    """A reply."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    heard: list[Row]


class Holding:
    """What is taken of the replies to the parts of a listening; `lang` is its own, that of summaries and reasons."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._seen: set[Row] = set()
        self.pointed: list[Pointed] = []
        self.dropped: list[tuple[str, str]] = []

    def drop(self, words: str, unheard: UnheardError) -> None:
        """Notes words that are not taken, their first ones, masked, with the reason."""
        what = UnheardError(unheard.why, shown(unheard.what))
        self.dropped.append((mask(shown(words))[0], say(what, self._lang)))

    def add(self, rows: Iterable[Row], part: Iterable[Line]) -> None:
        """Takes what stands in the lines of the part that was asked about."""
        lines = {line.number: line for line in part}
        for row in rows:
            line = lines.get(row.line)
            quote = line.restored(row.quote) if line else row.quote
            try:
                if line is None:
                    raise UnheardError("line", str(row.line))
                if row in self._seen:
                    raise UnheardError("twice")
                if len(self._seen) == MOST:
                    raise UnheardError("many", f"{MOST:,}")
                self._seen.add(row)
                above = lines.get(row.line - 1)
                self._take(row, quote, line, above.text if above else "")
            except UnheardError as unheard:
                self.drop(quote, unheard)

    def _take(self, row: Row, quote: str, line: Line, above: str) -> None:
        kind = _kind(row.kind)
        start, end = line.find(quote, above)
        told = line.told
        text, cues = told.utterance.text, load_cues(told.lang)
        if kind == "word":
            self._hold_word(row, text[start:end], told.lang)
        elif kind == "quotable":
            start, end = _whole(text, start, end)
            if not is_quotable(" ".join(text[start:end].split()), cues, told.lang, True):
                raise UnheardError("quotable")
        else:
            for low, high in sentences_around(text, start, end):
                first, last = max(start - low, 0), min(end, high) - low
                why: Unmeant = find_unmeant(text[low:high], first, last, cues, told.lang, kind == "pain")
                if why:
                    raise UnheardError(why)
        if any((kind, told, start, end) == (one.kind, one.told, one.start, one.end) for one in self.pointed):
            raise UnheardError("twice")
        summary = "" if kind in ("word", "quotable") else self._summary(row.summary, text[start:end], told.lang)
        self.pointed.append(Pointed(kind, told, start, end, summary))

    def _hold_word(self, row: Row, word: str, lang: Lang) -> None:
        if _MASK.search(row.quote) or mask(word)[1]:
            raise UnheardError("person")
        if count_words(word) > WORD_WORDS[lang] or _STOPS.search(word) or word.lower() in load_cues(lang).stops:
            raise UnheardError("word")

    def _summary(self, said: str, quote: str, lang: Lang) -> str:
        """A summary that says no more than the quote, on one line; "" where there is none, or for a reason that is noted."""
        summary = clean("".join(c if c.isprintable() else " " for c in said)).rstrip(".。")
        if not summary:
            return ""
        try:
            self._hold_summary(summary, quote, lang)
        except UnheardError as unheard:
            self.drop(summary, unheard)
            return ""
        return summary

    def _hold_summary(self, summary: str, quote: str, lang: Lang) -> None:
        own = self._lang
        if count_words(summary) > SUMMARY_WORDS[own]:
            raise UnheardError("summary long", str(SUMMARY_WORDS[own]))
        if (guess_lang(summary) == "en") != (own == "en") or any(other_script(c, own) for c in summary):
            raise UnheardError("summary language")
        if _MASK.search(summary) or _ADDRESS.search(summary) or mask(summary)[1] or any(find_personal(summary, own)):
            raise UnheardError("summary person")
        _hold_numbers(summary, own, quote, lang)
        for found in _NAME.finditer(summary):
            # In English a word without a capital is no name, and the first has one anyway.
            named = own != "en" or (found.start() > 0 and found[0][0].isupper())
            if named and found[0].lower() not in quote.lower():
                raise UnheardError("summary name", found[0])
        if any(one.level != "information" for one in find_praise(summary, own)):
            raise UnheardError("summary praise")


def _kind(said: str) -> PointedKind:
    for kind in KINDS:
        if said == kind:
            return kind
    raise UnheardError("kind", said)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences of a text that words are the whole of, their last marks with them; raises `UnheardError` for a part."""
    around = list(sentences_around(text, start, end))
    low, high = around[0][0], around[-1][1]
    if re.search(r"\w", text[low:start]) or re.search(r"\w", text[end:high]):
        raise UnheardError("quotable")
    return low, high


def _hold_numbers(summary: str, own: Lang, quote: str, lang: Lang) -> None:
    """Raises `UnheardError` for a figure that the quote does not hold, in whichever language either is."""
    numbers = {_value(number) for number in find_numbers(quote, lang)}
    for number in find_numbers(summary, own):
        if _value(number) not in numbers:
            raise UnheardError("summary number", number.text)
    digits = _DIGITS.findall(fold(quote)[0])
    for found in _DIGITS.findall(fold(summary)[0]):
        if found not in digits and not any(found in number.text for number in find_numbers(summary, own)):
            raise UnheardError("summary number", found)
    stated = find_quantities(quote, lang)
    for quantity in find_quantities(summary, own):
        if not any(is_same(quantity, one) and is_same(one, quantity) for one in stated):
            raise UnheardError("summary number", quantity.text)


def _value(number: Number) -> tuple[object, ...]:
    return number.value, number.high, number.kind
