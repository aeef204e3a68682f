"""What excuses a hit. All knowledge of words lies in `context/<lang>.yaml`; this module only evaluates it.

A check is a list of conditions, any of which excuses. A condition names where to look and the regular expressions
that must all be found there:

    match     the words caught                   before / after   the sentence to the left / right of them
    clause    the clause that holds them         sentence         the whole sentence
    inside    "quotes", "title" or "brackets": they stand inside such a pair
    quoted    inside that pair                   outside          the sentence without that pair
    not       conditions of the same form, none of which may hold
    families, rules    limit the condition to these

Expressions ignore case unless they say `(?-i:…)`; `$` in `before` and `^` in `after` touch the words caught. `<word>`
stands for an entry of `macros`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import cast

from assistant.praise.rule import RuleBook
from assistant.praise.sentences import Span, clause_around, enclosing, sentence_around
from assistant.schema import Lang

PLACES = ("match", "before", "after", "clause", "sentence", "quoted", "outside")
KEYS = frozenset((*PLACES, "inside", "not", "families", "rules"))

Condition = Mapping[str, object]


class Scene:
    """A hit in its surroundings; every stretch is cut once and remembered."""

    __slots__ = ("_cuts", "end", "lang", "sentence", "start", "text")

    def __init__(self, text: str, start: int, end: int, lang: Lang) -> None:
        self.text, self.start, self.end, self.lang = text, start, end, lang
        self.sentence = sentence_around(text, start, end, lang)
        self._cuts: dict[str, str] = {}

    def inside(self, shape: str) -> Span | None:
        """Returns the quotation, title or parenthesis around the hit, or None."""
        return enclosing(self.text, self.start, self.end, shape)

    def cut(self, place: str, shape: str) -> str:
        """Returns the stretch of text that a condition looks at."""
        key = place + shape
        if key not in self._cuts:
            self._cuts[key] = self._cut(place, shape)
        return self._cuts[key]

    def _cut(self, place: str, shape: str) -> str:
        low, high = self.sentence
        if place == "match":
            return self.text[self.start : self.end]
        if place == "before":
            return self.text[low : self.start]
        if place == "after":
            return self.text[self.end : high]
        if place == "clause":
            low, high = clause_around(self.text, self.start, self.end, self.sentence, self.lang)
        pair = self.inside(shape) if place in ("quoted", "outside") else None
        if pair and place == "quoted":
            return self.text[pair[0] + 1 : pair[1] - 1]
        if pair:
            return self.text[low : pair[0]] + " … " + self.text[pair[1] : high]
        return self.text[low:high]


def is_excused(book: RuleBook, rule_index: int, text: str, start: int, end: int, names: Sequence[str] = ()) -> str:
    """Returns the name of the check that excuses a hit, or "" if none does."""
    rule = book.rules[rule_index]
    if "name" in rule.unless and _is_named(text, start, end, names):
        return "name"
    if _in_address(text, start, end):
        return "name"
    scene = Scene(text, start, end, book.lang)
    for check, conditions in book.checks.items():
        if check in rule.unless:
            for condition in conditions:
                if _applies(condition, rule.family, rule.id) and _holds(condition, scene):
                    return check
    return ""


def _applies(condition: Condition, family: str, rule_id: str) -> bool:
    families = cast("Sequence[str]", condition.get("families", ()))
    rules = cast("Sequence[str]", condition.get("rules", ()))
    return (not families and not rules) or family in families or rule_id in rules


def _holds(condition: Condition, scene: Scene) -> bool:
    shape = cast(str, condition.get("inside", ""))
    if shape and not scene.inside(shape):
        return False
    for place in PLACES:
        if place in condition:
            stretch = scene.cut(place, shape or "quotes")
            if not all(_expression(source).search(stretch) for source in _sources(condition[place])):
                return False
    unwanted = condition.get("not", ())
    several = unwanted if isinstance(unwanted, (list, tuple)) else (unwanted,)
    return not any(
        _holds({"inside": shape, **one} if shape else one, scene) for one in cast("Sequence[Condition]", several)
    )


def _sources(value: object) -> Sequence[str]:
    return (value,) if isinstance(value, str) else cast("Sequence[str]", value)


@lru_cache(maxsize=2048)
def _expression(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _is_named(text: str, start: int, end: int, names: Sequence[str]) -> bool:
    """True inside one of the names given with the call."""
    for name in names:
        reach = len(name)
        low = max(0, start - reach)
        at = text.casefold().find(name.casefold(), low, end + reach) if name else -1
        if at != -1 and at <= start and end <= at + reach:
            return True
    return False


def _in_address(text: str, start: int, end: int) -> bool:
    """True inside a web address, e-mail address, file path, handle or hashtag."""
    low = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    word = re.compile(r"\S{0,200}").match(text, low)
    chunk = word[0] if word and low + 200 > end else ""
    head = chunk.lstrip("(\"'“")
    return head.startswith(("http", "www.", "@", "/")) or "://" in chunk or ("@" in chunk and "." in chunk)
