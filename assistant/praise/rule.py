"""A praise rule and the book of all rules of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.schema import Lang, Level, Market

FAMILIES: tuple[str, ...] = (
    "rank", "superlative", "uniqueness", "class", "novelty", "quality", "pride", "fame", "award", "absolute",
    "competitor", "slogan", "voice", "absolute-terms",
)  # fmt: skip
CHECKS: tuple[str, ...] = (
    "name", "negation", "quotation", "instruction", "measured", "substantiated", "self-comparison", "grade",
    "question", "discussion", "customer", "world-fact", "literal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault: the words it catches, when they are fine, and what to ask the writer.

    `message` may hold `{match}`, the words caught. `needs` names the evidence that would settle the claim,
    `law` the article or code that treats it as a claim of fact, `link` where that can be read.
    `tokens` and `exceptions` follow `assistant.praise.grammar`. `unless` lists the context checks that may excuse a
    hit. In `flag` the words caught stand in `[[…]]`; each sentence of `allow` is a near miss. `markets` is empty for
    a rule that holds everywhere; another rule works only in a call that names one of its markets.
    `file` is where it is written, relative to the rules folder.
    """

    id: str
    family: str
    level: Level
    message: str
    question: str
    needs: str
    suggestion: str
    law: str
    link: str
    tokens: tuple[str, ...]
    exceptions: tuple[str, ...]
    unless: frozenset[str]
    flag: tuple[str, ...]
    allow: tuple[str, ...]
    markets: tuple[Market, ...]
    file: str


# What follows: fewest and most words (English) or characters (Chinese) between, then any of the literals; "" is none.
Step = tuple[int, int, tuple[str, ...]]
# (literals that anchor a token, index of its rule, what must follow any of them)
Entry = tuple[tuple[str, ...], int, tuple[Step, ...]]


@dataclass(frozen=True, slots=True)
class Needs:
    """What the expressions of the conditions cannot match without, read off them when rules are compiled.

    `expressions` gives, for an expression, which of `sets` it needs, each of them by one literal at least; a set holds
    places in `literals`. Of the `anchored`, each can only match where a stretch begins.
    """

    literals: tuple[str, ...] = ()
    sets: tuple[tuple[int, ...], ...] = ()
    expressions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    anchored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules of one language, with their tokens spelled out.

    `entries` are what to catch, `innocent` the exceptions; the rule index of an exception that excuses every rule is
    -1. `left` and `right` are words that widen a hit (truly …, … in the industry). `checks` is the raw context data,
    `needs` what is known about its expressions. `nouns` are things that nobody sells, by kind.
    """

    lang: Lang
    rules: tuple[Rule, ...]
    entries: tuple[Entry, ...]
    innocent: tuple[Entry, ...]
    left: frozenset[str]
    right: frozenset[str]
    checks: Mapping[str, tuple[Mapping[str, object], ...]]
    needs: Needs
    nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, rule_id: str) -> Rule | None:
        """Returns the rule of that id, or None."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)
