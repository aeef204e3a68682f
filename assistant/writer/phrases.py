"""The sentences of the built-in writer: each language written for its own readers, none converted from another."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import ClassVar

from assistant.comparisons.wording import stated
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
    def passage(self, fact: Fact, comparison: Comparison | None, subject: str) -> str:
        """The same as running text, in whole sentences about the subject."""

    @abstractmethod
    def beside(self, comparison: Comparison) -> str:
        """A sentence of the comparison alone, where the specification has just been said."""

    @abstractmethod
    def summary(self, product: str, facts: list[Fact]) -> str:
        """One line of plain specifications under the product's name."""

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


# A label is a few words before a colon; a clause with a verb and a colon is a sentence.
_LABEL = re.compile(r"([^:：。.!?；;]{1,40})[:：]\s*(\S.*)", re.DOTALL)


def label_and_value(fact: Fact) -> tuple[str, str] | None:
    """("Weight", "620 g") for a fact written as label and value, else None."""
    found = _LABEL.fullmatch(fact.text.rstrip(" 。；，;,."))
    # "Ready at 7:30" has a colon and no label.
    return None if found is None or (found[1][-1].isdigit() and found[2][0].isdigit()) else (found[1].strip(), found[2])


# What a person would say of a measured property: (labels, dimension) → the sentence's verb phrase.
_VERBS: tuple[tuple[frozenset[str], str, str], ...] = (
    (frozenset({"weight", "net weight", "mass", "item weight"}), "mass", "weighs {value}"),
    (frozenset({"height"}), "length", "stands {value} tall"),
    (frozenset({"battery", "battery life", "runtime", "run time"}), "time", "runs for {value} on its battery"),
    (frozenset({"battery", "battery capacity"}), "charge", "has a battery of {value}"),
    (frozenset({"charging time", "charge time"}), "time", "charges in {value}"),
    (frozenset({"capacity", "volume"}), "volume", "holds {value}"),
    (frozenset({"payload", "load", "maximum load", "max load"}), "mass", "carries {value}"),
    (frozenset({"noise", "noise level", "sound level"}), "sound_or_level", "runs at {value}"),
    (frozenset({"price"}), "currency", "costs {value}"),
    (frozenset({"top speed", "maximum speed", "max speed"}), "speed", "reaches {value}"),
    (frozenset({"thickness"}), "length", "is {value} thick"),
    (frozenset({"width"}), "length", "is {value} wide"),
    (frozenset({"length"}), "length", "is {value} long"),
    (frozenset({"storage"}), "data", "stores {value}"),
)


def _lower(text: str) -> str:
    """The text with a small first letter, unless its first word is a name or an abbreviation (USB, IP68, iPhone)."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:].islower() or len(first) == 1 else text


def _takes(comparison: Comparison) -> bool:
    """Whether it is a time that something takes at the specified rate, and not one that a store lasts."""
    return comparison.kind == "duration" and comparison.quantity.dimension in _RATES


_RATES = ("speed", "data_rate", "flow")


class English(Phrases):
    """English for both sides of the Atlantic: short sentences, no dashes beyond one to a line."""

    lang = "en"
    closings: ClassVar[dict[Stage, str]] = {
        "need": "",
        "search": "The exact figures stand beside each comparison.",
        "evaluation": "Hold these figures against what you use now.",
        "choice": "Check each figure against the specification before you decide.",
        "after": "Now you know what the figures mean on an ordinary day.",
    }

    def statement(self, fact: Fact) -> str:
        return fact.text.rstrip(" .;,")

    def bullet(self, fact: Fact, comparison: Comparison | None) -> str:
        if comparison is None:
            return self.statement(fact)
        if comparison.kind == "difference":
            # A dash between two figures would make a range of them.
            return f"{self.statement(fact)} ({comparison.text})"
        return f"{self.statement(fact)} – {self._beside(comparison)}"

    @staticmethod
    def _beside(comparison: Comparison) -> str:
        stored = comparison.forms.clause.startswith("has room for ")
        return f"room for {comparison.text}" if stored else comparison.text

    def passage(self, fact: Fact, comparison: Comparison | None, subject: str) -> str:
        stated = self._sentence(fact, subject or "It")
        if comparison is None:
            return f"{stated}."
        if comparison.kind in ("duration", "anchor") or len(fact.quantities) != 1:
            return f"{stated}. {self.beside(comparison)}"
        return f"{stated}, {self._beside(comparison)}."

    def beside(self, comparison: Comparison) -> str:
        if comparison.kind == "duration" and comparison.quantity.dimension == "speed":
            return f"At that speed, you would do {comparison.text}."
        if _takes(comparison):
            return f"At that rate, you would have {comparison.text}."
        return f"That is {self._beside(comparison)}."

    def _sentence(self, fact: Fact, subject: str) -> str:
        pair = label_and_value(fact)
        if pair is None or not fact.quantities:
            return self.statement(fact)
        label, value = pair
        for labels, dimension, verb in _VERBS:
            if label.lower() in labels and fact.quantities[0].dimension == dimension:
                return f"{subject} {verb.format(value=value)}"
        return f"{label}: {value}"

    def summary(self, product: str, facts: list[Fact]) -> str:
        parts = []
        for fact in facts:
            pair = label_and_value(fact)
            parts.append(f"{_lower(pair[0])} {pair[1]}" if pair else _lower(self.statement(fact)))
        listed = ", ".join(parts)
        return f"{product}: {listed}" if product else listed[:1].upper() + listed[1:]

    def headline(self, comparison: Comparison) -> str:
        if comparison.kind == "duration":
            return comparison.text[:1].upper() + comparison.text[1:]
        spec = stated(comparison.quantity, "en")
        return f"{spec[:1].upper()}{spec[1:]}: {self._beside(comparison)}"

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
    that: ClassVar[str]
    start: ClassVar[str]
    then: ClassVar[str]
    want: ClassVar[str]

    def statement(self, fact: Fact) -> str:
        pair = label_and_value(fact)
        if pair is None:
            return fact.text.rstrip(" 。；，;,.")
        label, value = pair
        gap = " " if label[-1:].isascii() and value[:1].isascii() else ""
        return f"{label}{gap}{value}"

    def _beside(self, comparison: Comparison) -> str:
        if comparison.kind == "difference":
            # The fact has just named the old figure.
            return comparison.text
        clause = comparison.forms.clause
        return f"{self.at_that_speed}{clause}" if _takes(comparison) else clause

    def bullet(self, fact: Fact, comparison: Comparison | None) -> str:
        stated = self.statement(fact)
        return stated if comparison is None else f"{stated}，{self._beside(comparison)}"

    def passage(self, fact: Fact, comparison: Comparison | None, subject: str) -> str:
        # 清風 20 噪音: a name that ends in a figure is kept apart from what follows.
        gap = " " if subject[-1:].isascii() and subject[-1:].isdigit() else ""
        return f"{subject}{gap}{self.bullet(fact, comparison)}。"

    def beside(self, comparison: Comparison) -> str:
        # A clause that brings its own subject (每小时电费…, 1元电费…) takes no 这.
        own = (
            _takes(comparison)
            or comparison.forms.clause.startswith(("每", "一年"))
            or comparison.forms.clause[0].isdigit()
        )
        that = "" if own else self.that
        return f"{that}{self._beside(comparison)}。"

    def summary(self, product: str, facts: list[Fact]) -> str:
        listed = "，".join(self.statement(fact) for fact in facts)
        return f"{product}：{listed}" if product else listed

    def headline(self, comparison: Comparison) -> str:
        if comparison.kind == "duration":
            return comparison.forms.clause
        return f"{stated(comparison.quantity, self.lang)}，{comparison.forms.clause}"

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
    that = "这"
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
    that = "這"
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
