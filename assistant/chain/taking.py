"""What is taken of a model's reading of a page, and what is dropped. Nothing is mended: a line stands there, or it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from assistant.chain.folding import clean, fold
from assistant.chain.quoting import Page, Taken, is_same
from assistant.chain.reasons import UnfitError, say
from assistant.chain.reply import shown
from assistant.plan.pages import describing_chinese, describing_english
from assistant.praise import find_praise
from assistant.quantities import find_numbers, find_quantities
from assistant.schema.brief import BRIEF_FACTS
from assistant.schema.language import guess_lang

NAME_CHARS = 200
QUESTION_CHARS = 300
QUESTIONS = 20
# A page of copy states some dozens; a reply with more than this is no reading of it.
LOOKED_UP = 5 * BRIEF_FACTS

_TELLING_WORDS = 3
_MARKS = " ，。；;、"
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class ReadFacts:
    """What a model read out of a page, as far as it stands there.

    `facts` in the page's order, each once, at most as many as a brief takes; empty where the page states none.
    `product` and `category` in the page's words, "" where it has none. `dropped` is each line that was not taken, its
    first words, with the reason in the page's language; `asked` are questions to the seller. `spans` says where each
    fact's quote stands in the text (its label stands before it), `about` which kind the model takes it for.
    """

    facts: tuple[str, ...]
    product: str = ""
    category: str = ""
    dropped: tuple[tuple[str, str], ...] = ()
    asked: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    about: tuple[str, ...] = ()


class Quote(BaseModel):
    """Words of a page, as a model gives them; `label` for a bare value."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    quote: str
    label: str
    about: str


class Reading(BaseModel):
    """A reply, before anything in it has been looked up."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    product: str
    category: str
    facts: list[Quote]
    questions: list[str]


class Taking:
    """What is taken of the replies to a page's parts, and what is dropped."""

    def __init__(self, page: Page, kinds: Sequence[str]) -> None:
        self._page, self._kinds = page, frozenset(kinds)
        self._names = {"product": "", "category": ""}
        self._found: list[tuple[Taken, str, str]] = []
        self._seen: set[Quote] = set()
        self._asked: list[str] = []
        self._dropped: list[tuple[str, str]] = []

    def drop(self, line: str, unfit: UnfitError) -> None:
        """Notes a line that is not taken."""
        what = UnfitError(unfit.why, shown(unfit.what))
        self._dropped.append((shown(line), say(what, self._page.lang)))

    def add(self, reading: Reading) -> None:
        """Takes what stands on the page."""
        for key, said in (("product", reading.product), ("category", reading.category)):
            try:
                self._names[key] = self._names[key] or self._name(said)
            except UnfitError as unfit:
                self.drop(said, unfit)
        for one in reading.facts:
            try:
                if one in self._seen:
                    raise UnfitError("twice")
                if len(self._seen) == LOOKED_UP:
                    raise UnfitError("many", f"{LOOKED_UP:,}")
                self._seen.add(one)
                self._found.append(self._fact(one))
            except UnfitError as unfit:
                self.drop(f"{one.label}: {one.quote}" if one.label.strip() else one.quote, unfit)
        for question in reading.questions:
            try:
                self._ask(question)
            except UnfitError as unfit:
                self.drop(question, unfit)

    def result(self) -> ReadFacts:
        """All that was taken, in the page's order."""
        kept: list[tuple[Taken, str, str]] = []
        for taken, fact, about in sorted(self._found, key=lambda one: (one[0].start, -one[0].end)):
            within = any(taken.end <= other.end and taken.quote in said for other, said, _ in kept[-5:])
            if within or any(fact == said for _, said, _ in kept):
                self.drop(fact, UnfitError("twice"))
            elif len(kept) == BRIEF_FACTS:
                self.drop(fact, UnfitError("many", str(BRIEF_FACTS)))
            else:
                kept.append((taken, fact, about))
        return ReadFacts(
            tuple(fact for _, fact, _ in kept),
            self._names["product"],
            self._names["category"],
            dropped=tuple(self._dropped),
            asked=tuple(self._asked),
            spans=tuple((taken.start, taken.end) for taken, _, _ in kept),
            about=tuple(about for _, _, about in kept),
        )

    def _name(self, said: str) -> str:
        """A name, or the kind of thing, in the page's words; "" where none is given. Raises `UnfitError`."""
        if not said.strip():
            return ""
        taken = self._page.take(said)
        if len(taken.quote) > NAME_CHARS:
            raise UnfitError("long")
        if self._praised(taken.quote):
            raise UnfitError("praise")
        return taken.quote

    def _fact(self, one: Quote) -> tuple[Taken, str, str]:
        """A quote as a fact without applause. Raises `UnfitError`."""
        if one.about not in self._kinds:
            raise UnfitError("kind", one.about)
        page = self._page
        taken = page.take(one.quote, one.label)
        whole = taken.fact(page.lang)
        stated = find_quantities(whole, page.lang, page.market)
        if not taken.label and self._is_bare(taken.quote):
            raise UnfitError("bare")
        told = clean(self._without_praise(taken))
        fact = Taken(taken.start, taken.end, told, taken.label).fact(page.lang)
        if not told or self._praised(fact):
            raise UnfitError("praise")
        # What trimming leaves must say of its figures what the quote says.
        for quantity in find_quantities(fact, page.lang, page.market):
            if not any(is_same(quantity, other) and is_same(other, quantity) for other in stated):
                raise UnfitError("limits", quantity.text)
        numbers = {number.text for number in find_numbers(whole, page.lang)}
        for number in find_numbers(fact, page.lang):
            if number.text not in numbers:
                raise UnfitError("number", number.text)
        return taken, fact, one.about

    def _without_praise(self, taken: Taken) -> str:
        """A quote as the rules for pages tell it: as it stands where it has no praise; "" where nothing is left."""
        quote, lang, market = taken.quote, self._page.lang, self._page.market
        names = tuple(name for name in self._names.values() if name)
        if lang == "en":
            told = describing_english.describe_value(quote, lang, market, names)
            # "The kettle", of a sentence about what a kettle it is.
            return told if told == quote or len(told.split()) >= _TELLING_WORDS or _DIGITS.search(told) else ""
        told = describing_chinese.describe_value(quote, lang, market, names)
        if taken.label or told == quote.strip(_MARKS):
            return told
        return "，".join(describing_chinese.describe_all(quote, lang, market, names))

    def _is_bare(self, quote: str) -> bool:
        """Whether a quote is a figure and no word of what it is of; a price says so itself."""
        rest = quote
        quantities = find_quantities(quote, self._page.lang, self._page.market)
        for quantity in reversed(quantities):
            rest = rest[: quantity.start] + rest[quantity.end :]
        priced = bool(quantities) and all(quantity.dimension == "currency" for quantity in quantities)
        return not priced and not any(char.isalpha() for char in rest)

    def _praised(self, said: str) -> bool:
        names = tuple(name for name in self._names.values() if name)
        found = find_praise(said, self._page.lang, names=names, market=self._page.market)
        return any(one.level != "information" for one in found)

    def _ask(self, question: str) -> None:
        """Keeps a question in the page's language with no figure but the page's. Raises `UnfitError`."""
        said = " ".join("".join(char if char.isprintable() else " " for char in question).split())
        if not said or said in self._asked:
            return
        if len(said) > QUESTION_CHARS:
            raise UnfitError("long")
        if (guess_lang(said) == "en") != (self._page.lang == "en"):
            raise UnfitError("language")
        for digits in _DIGITS.findall(fold(said)[0]):
            if self._page.lacks(digits):
                raise UnfitError("number", digits)
        if len(self._asked) == QUESTIONS:
            raise UnfitError("many", str(QUESTIONS))
        self._asked.append(said)
