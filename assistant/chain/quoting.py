"""A page, and what may be taken from it: a quote that stands in one of its lines, letter for letter, whole and in full.

Only blanks and the width of characters are folded. What is taken is the page's own text, never the quote as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.chain.folding import clean, fold, is_cut, with_plain_breaks
from assistant.chain.page_words import NOT_AFTER, NOT_BEFORE
from assistant.chain.reasons import UnfitError
from assistant.quantities import find_numbers, find_quantities
from assistant.schema import Lang, Market, Quantity
from assistant.schema.brief import FACT_CHARS
from assistant.schema.orders import ORDER

# Where a quote stands more often than this, it says too little to be worth the search.
_PLACES = 20
# How much of a long line is read around a quote: pages come with all their text in one line.
_BEFORE, _AFTER = 400, 200
_PIECE_CHARS = 4

_BULLET = re.compile(r"[ \t\u3000]*(?:[-*•·▪◦●■○‣–—✓✔√►]|\(?\d{1,2}[.)、](?!\d))")
_AROUND_LABEL = " \t\u3000#*•·▪◦●■○‣–—-:：|=【】[]"
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_PIECES = re.compile(r"\s*[,;，；。|、\n]\s*|(?<=\D)\.\s+|\s[/–—-]\s")


@dataclass(frozen=True, slots=True)
class Taken:
    """Words of a page: `start` and `end` in its text; `label` the page's own words for them, "" where there are none."""

    start: int
    end: int
    quote: str
    label: str = ""

    def fact(self, lang: Lang) -> str:
        """The line of a brief."""
        return f"{self.label}{': ' if lang == 'en' else '：'}{self.quote}" if self.label else self.quote


class Page:
    """A page, or a part of one, in one language: what stands in it, and how it reads there."""

    def __init__(self, text: str, lang: Lang, market: Market | None = None) -> None:
        self.text = with_plain_breaks(text)
        self.lang, self.market = lang, market
        self._folded, self._places = fold(self.text)
        self._numbers: set[str] | None = None

    def take(self, quote: str, label: str = "") -> Taken:
        """The words of a quote where they stand under that label. Raises `UnfitError` where they can't be taken from there."""
        wanted, named = fold(with_plain_breaks(quote.strip()))[0], fold(label.strip().rstrip(":：").rstrip())[0]
        if not any(char.isalnum() for char in wanted):
            raise UnfitError("empty")
        if len(wanted) > FACT_CHARS:
            raise UnfitError("long")
        if "\n" in wanted:
            raise UnfitError("glued")
        first: UnfitError | None = None
        for at in self._occurrences(wanted):
            try:
                return self._taken(at, at + len(wanted), named)
            except UnfitError as unfit:
                first = first or unfit
        raise first or self._why_missing(quote, wanted)

    def lacks(self, number: str) -> bool:
        """Whether a number stands nowhere on the page; `number` with its own letters folded."""
        if self._numbers is None:
            found = (fold(one.text)[0] for one in find_numbers(self.text, self.lang))
            self._numbers = {*found, *_DIGITS.findall(self._folded)}
        return number not in self._numbers

    def _occurrences(self, wanted: str) -> Iterator[int]:
        at = -1
        for _ in range(_PLACES):
            at = self._folded.find(wanted, at + 1)
            if at < 0:
                return
            yield at

    def _taken(self, first: int, last: int, named: str) -> Taken:
        start, end = self._places[first], self._places[last - 1] + 1
        low, high = self._line(start, end)
        before, after = self.text[low:start], self.text[end:high]
        begin = self.text.rfind("\n", 0, start) + 1
        above = self.text[max(0, begin - _BEFORE) : begin].rstrip().rpartition("\n")[2]
        if ORDER.search(self.text, low, min(high, end + 80)) or (above.endswith((":", "：")) and ORDER.search(above)):
            raise UnfitError("order")
        quote = self.text[start:end]
        if is_cut(before, quote) or is_cut(quote, after):
            raise UnfitError("cut")
        label = "" if not named or self._folded.startswith(named, first) else self._label(first, named)
        for number in find_numbers(label, self.lang):
            if number.text not in quote:
                raise UnfitError("number", number.text)
        taken = Taken(start, end, clean(quote), clean(label))
        self._keeps_figures(taken, low, high)
        if NOT_BEFORE.search(before) or NOT_AFTER.match(self.text, end):
            raise UnfitError("negated")
        return taken

    def _line(self, start: int, end: int) -> tuple[int, int]:
        """The line around a quote, or as much of it as is read."""
        low = max(self.text.rfind("\n", 0, start) + 1, start - _BEFORE)
        high = self.text.find("\n", end)
        return low, min(len(self.text) if high < 0 else high, end + _AFTER)

    def _label(self, first: int, named: str) -> str:
        """The page's words for a value: right before it in its line, else the line above it or above its list."""
        begin = self._folded.rfind("\n", 0, first) + 1
        before = self._folded[max(begin, first - _BEFORE) : first]
        at = before.rfind(named)
        if at >= 0 and not re.search(r"\w", before[at + len(named) :]) and not re.search(r"\w[- ]{0,2}$", before[:at]):
            place = first - len(before) + at
            return self.text[self._places[place] : self._places[place + len(named) - 1] + 1]
        if re.search(r"\w", _BULLET.sub("", before)):
            raise UnfitError("label", named)
        listed = _BULLET.match(self._folded, begin)
        while begin > 0:
            end = begin - 1
            begin = self._folded.rfind("\n", 0, end) + 1
            line = self._folded[begin:end]
            sibling = _BULLET.match(line)
            if line.strip() and not (listed and sibling and sibling[0][-1] == listed[0][-1]):
                if line.strip(_AROUND_LABEL) != named.strip(_AROUND_LABEL):
                    break
                return self.text[self._places[begin] : self._places[end - 1] + 1].strip(_AROUND_LABEL)
        raise UnfitError("label", named)

    def _keeps_figures(self, taken: Taken, low: int, high: int) -> None:
        """Raises `UnfitError` where a figure reads otherwise in its line than in the fact."""
        line = self.text[low:high]
        inside = (taken.start - low, taken.end - low)
        quantities = find_quantities(line, self.lang, self.market)
        spans = [(one.start, one.end) for one in quantities]
        spans += [(one.start, one.end) for one in find_numbers(line, self.lang)]
        for start, end in spans:
            if start < inside[1] and end > inside[0] and not inside[0] <= start <= end <= inside[1]:
                raise UnfitError("cut")
        told = find_quantities(taken.fact(self.lang), self.lang, self.market)
        for quantity in quantities:
            if inside[0] <= quantity.start < inside[1] and not any(is_same(quantity, one) for one in told):
                raise UnfitError("limits", quantity.text)

    def _why_missing(self, quote: str, wanted: str) -> UnfitError:
        """Why a quote does not stand on the page."""
        together = (self._folded.replace("\n", " "), self._folded.replace("\n", ""))
        pieces = [fold(piece)[0] for piece in _PIECES.split(quote.strip())]
        scattered = len(pieces) > 1 and all(len(one) >= _PIECE_CHARS and one in self._folded for one in pieces)
        if scattered or any(wanted in page for page in together):
            return UnfitError("glued")
        for number in find_numbers(quote, self.lang):
            if self.lacks(fold(number.text)[0]):
                return UnfitError("number", number.text)
        for quantity in find_quantities(quote, self.lang, self.market):
            if fold(quantity.text)[0] not in self._folded:
                return UnfitError("unit", quantity.text)
        return UnfitError("missing")


def is_same(one: Quantity, other: Quantity) -> bool:
    """Whether a figure says in other words around it what it said: nothing that limits it is gone."""
    figure = (one.low, one.high, one.unit, one.tolerance) == (other.low, other.high, other.unit, other.tolerance)
    return figure and one.hedge in ("", other.hedge) and one.statistic in ("unstated", other.statistic)
