"""What every language's voice can say; each is written for its own readers, none converted from another."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence

from assistant.schema import Comparison, Fact, Lang, Opening
from assistant.schema.brief import Brief
from assistant.writer.lexicon import Lexicon, TopicWords, load_lexicon, pick
from assistant.writer.material import Material, Told

_NONE = TopicWords(noun="")


class Voice(ABC):
    """One language: its sentences out of told facts. Every method returns finished text, "" where it has nothing."""

    lang: Lang

    @property
    def lexicon(self) -> Lexicon:
        """The words of this language."""
        return load_lexicon(self.lang)

    def words(self, told: Told) -> TopicWords:
        """The words for what a fact is about; empty ones where nothing is known of it."""
        return self.lexicon.topics.get(told.topic, _NONE)

    def phrase(self, name: str, seed: int) -> str:
        """One of the phrases of this name, by the seed."""
        return pick(self.lexicon.phrases.get(name, ()), name, seed)

    def moment(self, material: Material) -> str:
        """The moment that a scene opens with: the persona's own, else one that anybody might have; "" of neither."""
        own = material.opening.words or pick(self.words(material.lead).moments, "moment", material.seed)
        return own.rstrip("，。.,")

    def speakable(self, fact: Fact) -> bool:
        """Whether the fact can stand in running text; what cannot is kept for lists."""
        return bool(fact.text)

    def flows(self, fact: Fact) -> bool:
        """Whether the fact reads well in running text and beside a name; what a page has in pieces stays in lists."""
        return self.speakable(fact)

    def fits(self, brief: Brief, opening: Opening, told: Told) -> bool:
        """Whether a way in suits the product; its words are of the reader's day, and not each day has this thing in it."""
        return bool(opening.lead == told.fact.id and brief.facts)

    def stands(self, told: Told, comparison: Comparison) -> bool:
        """Whether a comparison offered for a fact can stand beside it in a sentence."""
        return comparison.kind != "ladder" or not told.beside

    def named(self, brief: Brief) -> str:
        """The product as the subject of a sentence; "" where it has no name."""
        return brief.product

    def finished(self, text: str, brief: Brief) -> str:
        """The text after the last touch that only the whole shows: agreement with a product in the plural."""
        return text if brief.facts else ""

    def bridge(self, material: Material, told: Told) -> str:
        """A moment of the reader's day that leads to a fact after the first; "" where none suits."""
        return ""

    def introduction(self, material: Material, most: int) -> str:
        """What the thing is and `most` things that it does, in a sentence; "" where that is not how it is said."""
        return ""

    def described(self, fact: Fact) -> str:
        """A fact that is a sentence about the thing, with its full stop."""
        said = self.statement(fact)
        return f"{said}{'.' if self.lang == 'en' else '。'}" if said else ""

    def several(self, names: Sequence[str], more: bool) -> str:
        """Names in a row; with a word for those that are left out."""
        mark = "…" if self.lang == "en" else "等"
        return f"{(', ' if self.lang == 'en' else '、').join(names)}{mark if more else ''}"

    def entry(self, fact: Fact) -> str:
        """One product among several on a line: name, price, what it has."""
        name, colon, told = fact.text.replace("：", ":", 1).partition(":")
        parts = re.split("[,，] ?(?=[^,，]*$)", told)
        if not colon or len(parts) != 2:
            return fact.text
        low, high = ("（", "）：") if self.lang != "en" else (" (", "): ")
        return f"{name.strip()}{low}{parts[1].strip(' 。.')}{high}{parts[0].strip()}"

    def introduces(self, fact: Fact, brief: Brief) -> bool:
        """Whether a sentence says what the thing is: it begins with the thing itself."""
        return bool(brief.product) and fact.text.startswith(brief.product[:4])

    def ways(self, fact: Fact) -> tuple[str, ...]:
        """The words in which a fact may stand in a text."""
        return (self.statement(fact), self.bullet(Told(fact, "", None), 0), self.entry(fact))

    def row(self, fact: Fact) -> str:
        """A line of the specification table: the fact as given."""
        return fact.text.strip()

    @abstractmethod
    def heading(self, name: str, told: Told) -> str:
        """The product's name, its foremost figure and what that is like, in a line."""

    @abstractmethod
    def beside(self, comparison: Comparison) -> str:
        """A sentence of the comparison alone, where the specification has just been said."""

    @abstractmethod
    def statement(self, fact: Fact) -> str:
        """The fact as given, without its full stop."""

    @abstractmethod
    def bullet(self, told: Told, turn: int) -> str:
        """One line: the fact and what it is like; `turn` varies how it is built."""

    @abstractmethod
    def passage(self, told: Told, subject: str, turn: int) -> str:
        """The same as running text, in whole sentences about the subject."""

    @abstractmethod
    def together(self, told: Sequence[Told], subject: str, turn: int) -> str:
        """Plain facts in one breath: each told without a comparison, as whole sentences about the subject."""

    @abstractmethod
    def opening(self, material: Material) -> str:
        """The first sentences: the opening's own words and its lead, told."""

    @abstractmethod
    def headline(self, material: Material) -> tuple[str, ...]:
        """Headlines for the opening, the fullest first."""

    @abstractmethod
    def summary(self, product: str, facts: Sequence[Fact]) -> str:
        """One line of plain specifications under the product's name."""

    @abstractmethod
    def title(self, name: str, facts: Sequence[Fact]) -> str:
        """A marketplace's title: the product and its bare figures."""

    @abstractmethod
    def aside(self, facts: Sequence[Fact], seed: int) -> str:
        """A sentence that lists things which are no sentences of their own."""

    @abstractmethod
    def closing(self, material: Material) -> str:
        """The last sentence, as the playbook asks for it and the facts allow."""

    @abstractmethod
    def join(self, parts: Sequence[str]) -> str:
        """Sentences to a paragraph."""
