"""What every language's voice can say; each is written for its own readers, none converted from another."""

from __future__ import annotations

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
