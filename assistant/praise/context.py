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
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import cast

from assistant.praise.rule import RuleBook
from assistant.praise.sentences import Span, clause_around, enclosing, sentence_around
from assistant.schema import Lang

PLACES = ("match", "before", "after", "clause", "sentence", "quoted", "outside")
KEYS = frozenset((*PLACES, "inside", "not", "families", "rules"))

Condition = Mapping[str, object]

_UNBROKEN = re.compile(r"\S{0,200}")


class Scene:
    """A hit in its surroundings; every stretch is cut once and remembered."""

    __slots__ = ("_cuts", "_pairs", "_sentence", "end", "lang", "start", "text")

    def __init__(self, text: str, start: int, end: int, lang: Lang) -> None:
        self.text, self.start, self.end, self.lang = text, start, end, lang
        self._sentence: Span | None = None
        self._pairs: dict[str, Span | None] = {}
        self._cuts: dict[tuple[str, str], str] = {}

    @property
    def sentence(self) -> Span:
        """The sentence that holds the hit."""
        if self._sentence is None:
            self._sentence = sentence_around(self.text, self.start, self.end, self.lang)
        return self._sentence

    def inside(self, shape: str) -> Span | None:
        """Returns the quotation, title or parenthesis around the hit, or None."""
        if shape not in self._pairs:
            self._pairs[shape] = enclosing(self.text, self.start, self.end, shape)
        return self._pairs[shape]

    def cut(self, place: str, shape: str) -> str:
        """Returns the stretch of text that a condition looks at."""
        key = (place, shape)
        stretch = self._cuts.get(key)
        if stretch is None:
            stretch = self._cuts[key] = self._cut(place, shape)
        return stretch

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
    if "name" in rule.unless and names and _is_named(text, start, end, names):
        return "name"
    if _in_address(text, start, end):
        return "name"
    scene = Scene(text, start, end, book.lang)
    for check, condition in _conditions_for(book, rule_index, text[start:end]):
        if _holds(condition, scene):
            return check
    return ""


# A condition made ready: the pair it asks for, (place, shape for the cut, expression) in turn, what must not hold.
_Ready = tuple[str, tuple[tuple[str, str, "_Expression"], ...], tuple["_Ready", ...]]
_BY_WORDS: dict[tuple[int, str], tuple[RuleBook, tuple[tuple[str, _Ready], ...]]] = {}
_MOST_WORDS = 4096
_KNOWN: dict[int, tuple[RuleBook, dict[int, tuple[tuple[str, _Ready], ...]], dict[int, _Ready]]] = {}


def _conditions(book: RuleBook, rule_index: int) -> tuple[tuple[str, _Ready], ...]:
    """The conditions that may excuse a rule, by check; made ready when the rule first fires."""
    known = _KNOWN.get(id(book))
    if known is None or known[0] is not book:
        known = _KNOWN[id(book)] = (book, {}, {})
    _, by_rule, ready = known
    if rule_index not in by_rule:
        rule = book.rules[rule_index]
        by_rule[rule_index] = tuple(
            (check, ready.setdefault(id(condition), _made_ready(condition, "")))
            for check, conditions in book.checks.items()
            if check in rule.unless
            for condition in conditions
            if _applies(condition, rule.family, rule.id)
        )
    return by_rule[rule_index]


def _conditions_for(book: RuleBook, rule_index: int, words: str) -> Sequence[tuple[str, _Ready]]:
    """The conditions left when those are gone that the words caught rule out; the same few words come again and again."""
    known = _BY_WORDS.get((rule_index, words))
    if known is None or known[0] is not book:
        left = tuple(
            (check, (shape, tuple(one for one in asked if one[0] != "match"), unwanted))
            for check, (shape, asked, unwanted) in _conditions(book, rule_index)
            if all(one[2].search(words) for one in asked if one[0] == "match")
        )
        if len(_BY_WORDS) >= _MOST_WORDS:
            _BY_WORDS.clear()
        known = _BY_WORDS[rule_index, words] = (book, left)
    return known[1]


def _applies(condition: Condition, family: str, rule_id: str) -> bool:
    families = cast("Sequence[str]", condition.get("families", ()))
    rules = cast("Sequence[str]", condition.get("rules", ()))
    return (not families and not rules) or family in families or rule_id in rules


def _made_ready(condition: Condition, shape: str) -> _Ready:
    shape = cast(str, condition.get("inside", shape))
    unwanted = condition.get("not", ())
    several = unwanted if isinstance(unwanted, (list, tuple)) else (unwanted,)
    return (
        shape,
        tuple(
            (place, shape or "quotes", _expression(source))
            for place in PLACES
            if place in condition
            for source in _sources(condition[place])
        ),
        tuple(_made_ready(one, shape) for one in cast("Sequence[Condition]", several)),
    )


def _holds(ready: _Ready, scene: Scene) -> bool:
    shape, asked, unwanted = ready
    if shape and not scene.inside(shape):
        return False
    for place, around, expression in asked:
        if not expression.search(scene.cut(place, around)):
            return False
    return not any(_holds(one, scene) for one in unwanted)


def _sources(value: object) -> Sequence[str]:
    return (value,) if isinstance(value, str) else cast("Sequence[str]", value)


class _Expression:
    """A regular expression compiled on first use: most are never asked, and start-up counts."""

    __slots__ = ("search", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.search: Callable[[str], object] = self._first

    def _first(self, stretch: str) -> object:
        self.search = re.compile(self.source, re.IGNORECASE).search
        return self.search(stretch)


@lru_cache(maxsize=2048)
def _expression(source: str) -> _Expression:
    return _Expression(source)


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
    reach = max(0, start - 200)
    low = max(text.rfind(" ", reach, start), text.rfind("\n", reach, start), reach - 1) + 1
    word = _UNBROKEN.match(text, low)
    chunk = word[0] if word and low + 200 > end else ""
    head = chunk.lstrip("(\"'“")
    return head.startswith(("http", "www.", "@", "/")) or "://" in chunk or ("@" in chunk and "." in chunk)
