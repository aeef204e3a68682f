"""What excuses a hit. All knowledge of words lies in `context/<lang>.yaml`; this module only evaluates it.

A check is a list of conditions, any of which excuses. A condition names where to look and the regular expressions
that must all be found there:

    match     the words caught                   before / after   the sentence to the left / right of them
    clause    the clause that holds them         sentence         the whole sentence
    inside    "quotes", "title" or "brackets": they stand inside such a pair
    quoted    inside that pair                   outside          the sentence without that pair
    not       conditions of the same form, none of which may hold
    subject   whose quality is spoken of, one of `assistant.praise.subject.SUBJECTS`
    families, rules    limit the condition to these

Expressions ignore case unless they say `(?-i:…)`; `$` in `before` and `^` in `after` touch the words caught. `<word>`
stands for an entry of `macros`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from assistant.praise.rule import RuleBook
from assistant.praise.scene import Scene, Surroundings
from assistant.praise.subject import Subjects
from assistant.praise.telltales import Telltales

PLACES = ("match", "before", "after", "clause", "sentence", "quoted", "outside")
KEYS = frozenset((*PLACES, "inside", "subject", "not", "families", "rules"))

Condition = Mapping[str, object]

_UNBROKEN = re.compile(r"\S{0,200}")
_MOST_WORDS = 4096


class _Asked(NamedTuple):
    """An expression, where it is to be found, and the pair that the place depends on."""

    place: str
    shape: str
    expression: _Expression


class _Ready(NamedTuple):
    """A condition made ready: the needs to be met, the pair to stand in, what must be found, what must not hold.

    And whose quality must be spoken of, if not empty.
    """

    needed: int
    shape: str
    asked: tuple[_Asked, ...]
    unwanted: tuple[_Ready, ...]
    subjects: Sequence[str]


class Excuses:
    """The conditions of a book's rules; made ready when a rule first fires."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._telltales = Telltales(book.needs, book.lang)
        self._subjects = Subjects(book.nouns)
        self._by_rule: dict[int, tuple[tuple[str, _Ready], ...]] = {}
        self._by_words: dict[tuple[int, str], tuple[tuple[int, str, _Ready], ...]] = {}
        self._ready: dict[int, _Ready] = {}

    def find(self, rule_index: int, around: Surroundings, start: int, end: int, names: Sequence[str] = ()) -> str:
        """Returns the name of the check that excuses a hit, or "" if none does."""
        if names and "name" in self._book.rules[rule_index].unless and _is_named(around, start, end, names):
            return "name"
        if around.has_addresses and _in_address(around.text, start, end):
            return "name"
        conditions = self._conditions_for(rule_index, around.text[start:end])
        if not conditions:
            return ""
        scene = around.scene(start, end)
        met = self._telltales.met(scene)
        for needed, check, condition in conditions:
            if needed & met == needed and _holds(condition, scene, met, self._subjects):
                return check
        return ""

    def _conditions_for(self, rule_index: int, words: str) -> Sequence[tuple[int, str, _Ready]]:
        """What the conditions need that the words caught leave open, by check; the same few words come again."""
        known = self._by_words.get((rule_index, words))
        if known is None:
            settled = ((check, _settled(one, words)) for check, one in self._conditions(rule_index))
            known = tuple((one.needed, check, one) for check, one in settled if one is not None)
            if len(self._by_words) >= _MOST_WORDS:
                self._by_words.clear()
            self._by_words[rule_index, words] = known
        return known

    def _conditions(self, rule_index: int) -> tuple[tuple[str, _Ready], ...]:
        """The conditions that may excuse a rule, by check."""
        if rule_index not in self._by_rule:
            rule = self._book.rules[rule_index]
            self._by_rule[rule_index] = tuple(
                (check, self._made_ready(condition))
                for check, conditions in self._book.checks.items()
                if check in rule.unless
                for condition in conditions
                if _applies(condition, rule.family, rule.id)
            )
        return self._by_rule[rule_index]

    def _made_ready(self, condition: Condition, shape: str = "") -> _Ready:
        known = self._ready.get(id(condition))
        if known is not None:
            return known
        own = cast(str, condition.get("inside", shape))
        unwanted = condition.get("not", ())
        several = unwanted if isinstance(unwanted, (list, tuple)) else (unwanted,)
        needed = self._telltales.needed_pair(own)
        asked = []
        for place in PLACES:
            for source in _sources(condition.get(place, ())):
                anchored = source in self._book.needs.anchored
                asked.append(_Asked(place, own or "quotes", _expression(source, anchored)))
                if place != "match":
                    needed |= self._telltales.needed(place, own or "quotes", source)
        nested = tuple(self._made_ready(one, own) for one in cast("Sequence[Condition]", several))
        subjects = cast("Sequence[str]", condition.get("subject", ()))
        ready = self._ready[id(condition)] = _Ready(needed, own, tuple(asked), nested, subjects)
        return ready


def _settled(ready: _Ready, words: str) -> _Ready | None:
    """What is left of a condition once the words caught are known; None if it cannot hold any more."""
    left = tuple(one for one in ready.asked if one.place != "match")
    if not all(one.expression.search(words) for one in ready.asked if one.place == "match"):
        return None
    unwanted = tuple(one for one in (_settled(one, words) for one in ready.unwanted) if one is not None)
    # A pair that an exception asks for is its own only if the condition does not ask for it too.
    if any(not (one.asked or one.unwanted or one.subjects) and one.shape in ("", ready.shape) for one in unwanted):
        return None
    return _Ready(ready.needed, ready.shape, left, unwanted, ready.subjects)


def _applies(condition: Condition, family: str, rule_id: str) -> bool:
    families = cast("Sequence[str]", condition.get("families", ()))
    rules = cast("Sequence[str]", condition.get("rules", ()))
    return (not families and not rules) or family in families or rule_id in rules


def _holds(ready: _Ready, scene: Scene, met: int, subjects: Subjects) -> bool:
    """True if a condition whose needs are met holds."""
    for place, shape, expression in ready.asked:
        if place == "sentence":
            answers = scene.sentence.answers
            answer = answers.get(expression)
            if answer is None:
                answer = answers[expression] = expression.search(scene.sentence.text) is not None
            if not answer:
                return False
        elif not expression.search(scene.cut(place, shape)):
            return False
    if ready.subjects and scene.subject(subjects) not in ready.subjects:
        return False
    return not any(one.needed & met == one.needed and _holds(one, scene, met, subjects) for one in ready.unwanted)


def _sources(value: object) -> Sequence[str]:
    return (value,) if isinstance(value, str) else cast("Sequence[str]", value)


class _Expression:
    """A regular expression compiled on first use: most are never asked, and start-up counts."""

    __slots__ = ("anchored", "search", "source")

    def __init__(self, source: str, anchored: bool) -> None:
        self.source, self.anchored = source, anchored
        self.search: Callable[[str], object] = self._first

    def _first(self, stretch: str) -> object:
        compiled = re.compile(self.source, re.IGNORECASE)
        # An expression that begins with `^` would be tried in vain at every place of the stretch.
        self.search = compiled.match if self.anchored else compiled.search
        return self.search(stretch)


@lru_cache(maxsize=4096)
def _expression(source: str, anchored: bool) -> _Expression:
    return _Expression(source, anchored)


def _is_named(around: Surroundings, start: int, end: int, names: Sequence[str]) -> bool:
    """True inside one of the names given with the call."""
    for name in names:
        reach = len(name)
        low = max(0, start - reach)
        at = around.casefolded.find(name.casefold(), low, end + reach) if name else -1
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
