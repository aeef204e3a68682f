"""The sentences of the built-in writer. Each language is written for its own readers; none is converted from another."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from assistant.schema import Comparison, Fact, Lang
from assistant.schema.brief import Stage


class Phrases(ABC):
    """How one language states a fact, sets a comparison beside it, opens and closes."""

    lang: ClassVar[Lang]
    closings: ClassVar[dict[Stage, str]]

    @abstractmethod
    def statement(self, fact: Fact) -> str:
        """The fact as given, without its full stop."""

    @abstractmethod
    def bullet(self, fact: Fact, comparison: Comparison | None) -> str:
        """One line: the fact and what it is like."""

    @abstractmethod
    def passage(self, fact: Fact, comparison: Comparison | None) -> str:
        """The same as running text, in whole sentences."""

    @abstractmethod
    def headline(self, comparison: Comparison) -> str:
        """The comparison as a headline."""

    @abstractmethod
    def opening(self, pain: str, want: str) -> str:
        """A first sentence out of the persona's own words; empty without any."""

    @abstractmethod
    def climb(self, rungs: list[tuple[str, str]], subject: str) -> str:
        """The ladder as a sentence: (name, value) from the everyday up, then the subject."""

    @abstractmethod
    def join(self, parts: list[str]) -> str:
        """Sentences to a paragraph."""

    @abstractmethod
    def named(self, product: str, text: str) -> str:
        """A text under the product's name."""


def _label_and_value(fact: Fact) -> tuple[str, str] | None:
    """("Weight", "620 g") for a fact written as label and value, else None."""
    if not fact.attribute or not fact.text.startswith(fact.attribute):
        return None
    rest = fact.text[len(fact.attribute) :].lstrip()
    return (fact.attribute, rest[1:].strip()) if rest[:1] in (":", "：") else None


class English(Phrases):
    """English for both sides of the Atlantic: short sentences, no dashes beyond one to a line."""

    lang = "en"
    closings: ClassVar[dict[Stage, str]] = {
        "need": "",
        "search": "The exact figures stand beside each comparison.",
        "evaluation": "Hold these figures against the one you use now.",
        "choice": "Check each figure against the specification before you decide.",
        "after": "Now you know what the figures mean on an ordinary day.",
    }

    def statement(self, fact: Fact) -> str:
        return fact.text.rstrip(" .;,")

    def bullet(self, fact: Fact, comparison: Comparison | None) -> str:
        if comparison is None:
            return self.statement(fact)
        return f"{self.statement(fact)} – {self._beside(comparison)}"

    @staticmethod
    def _beside(comparison: Comparison) -> str:
        return f"room for {comparison.text}" if comparison.kind == "count" else comparison.text

    def passage(self, fact: Fact, comparison: Comparison | None) -> str:
        stated = f"{self.statement(fact)}."
        if comparison is None:
            return stated
        if comparison.kind == "duration":
            return f"{stated} At that speed, {comparison.text}."
        return f"{stated} That is {self._beside(comparison)}."

    def headline(self, comparison: Comparison) -> str:
        if comparison.kind == "duration":
            return comparison.text[:1].upper() + comparison.text[1:]
        return f"{comparison.quantity.text}: {self._beside(comparison)}"

    def opening(self, pain: str, want: str) -> str:
        return f"Think of {pain}." if pain else f"You want {want}." if want else ""

    def climb(self, rungs: list[tuple[str, str]], subject: str) -> str:
        steps = "; ".join(f"{name}, {value}" for name, value in rungs)
        return f"Start from what you know: {steps}. Then {subject}."

    def join(self, parts: list[str]) -> str:
        return " ".join(part for part in parts if part)

    def named(self, product: str, text: str) -> str:
        return f"{product}: {text}"


class _Chinese(Phrases):
    """What both scripts share: no space between sentences, label and value without a colon."""

    at_that_speed: ClassVar[str]
    start: ClassVar[str]
    then: ClassVar[str]
    want: ClassVar[str]

    def statement(self, fact: Fact) -> str:
        pair = _label_and_value(fact)
        if pair is None:
            return fact.text.rstrip(" 。；，;,.")
        label, value = pair
        gap = " " if label[-1:].isascii() and value[:1].isascii() else ""
        return f"{label}{gap}{value}".rstrip(" 。；，;,.")

    def _beside(self, comparison: Comparison) -> str:
        clause = comparison.forms.clause
        return f"{self.at_that_speed}{clause}" if comparison.kind == "duration" else clause

    def bullet(self, fact: Fact, comparison: Comparison | None) -> str:
        stated = self.statement(fact)
        return stated if comparison is None else f"{stated}，{self._beside(comparison)}"

    def passage(self, fact: Fact, comparison: Comparison | None) -> str:
        return f"{self.bullet(fact, comparison)}。"

    def headline(self, comparison: Comparison) -> str:
        if comparison.kind == "duration":
            return comparison.forms.clause
        return f"{comparison.quantity.text}，{comparison.forms.clause}"

    def opening(self, pain: str, want: str) -> str:
        return f"{pain}？" if pain else f"{self.want}{want}？" if want else ""

    def climb(self, rungs: list[tuple[str, str]], subject: str) -> str:
        steps = "，".join(f"{name}{value}" for name, value in rungs)
        return f"{self.start}{steps}；{self.then}{subject}。"

    def join(self, parts: list[str]) -> str:
        return "".join(part for part in parts if part)

    def named(self, product: str, text: str) -> str:
        return f"{product}：{text}"


class Simplified(_Chinese):
    """Simplified Chinese for readers in mainland China."""

    lang = "zh-Hans"
    at_that_speed = "以这个速度，"
    start = "先从熟悉的说起："
    then = "而这里是"
    want = "想"
    closings: ClassVar[dict[Stage, str]] = {
        "need": "",
        "search": "每个比较旁边都写着准确数值。",
        "evaluation": "拿这些数字和你手头那款比一比。",
        "choice": "下单前，可以对着参数表逐项核对。",
        "after": "这些数字平时意味着什么，现在心里有数了。",
    }


class Traditional(_Chinese):
    """Traditional Chinese for readers in Taiwan."""

    lang = "zh-Hant"
    at_that_speed = "用這個速度，"
    start = "先從熟悉的說起："
    then = "而這裡是"
    want = "想"
    closings: ClassVar[dict[Stage, str]] = {
        "need": "",
        "search": "每個比較旁邊都附上準確的數值。",
        "evaluation": "把這些數字跟你手邊那台比比看。",
        "choice": "下訂前，可以對照規格表逐項確認。",
        "after": "這些數字在日常裡代表什麼，現在心裡有底了。",
    }


PHRASES: dict[Lang, Phrases] = {"en": English(), "zh-Hans": Simplified(), "zh-Hant": Traditional()}
