"""What a regular expression cannot match without: words of which at least one must stand in the text.

Hundreds of conditions may excuse a hit, and nearly all of them speak of words that a given sentence does not hold. So
the words that each expression needs are read off it once, when rules are compiled, and looked for all together.
`as_seen` is how a text is looked at for this: coarser than the expression's own view, never finer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any

from assistant.schema import Lang

_MOST = 400  # literals that one need may spell out
_WIDEST = 16  # characters of a set like [1-9] that are told apart
_EDGE = "\0"  # a word's edge while literals are put together
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_NOT_WORD = re.compile(r"\W")

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """All that a part of an expression can match, if that is a short list, and what it needs besides."""

    exact: Words | None
    needs: tuple[Words, ...] = field(default=())


def as_seen(text: str, lang: Lang) -> str:
    """Returns a text as needs see it: lower case, English with a space for whatever is no part of a word.

    The same length, but for one space more at both ends of English.

    >>> as_seen("Don’t—ever!", "en")
    ' don t ever  '
    """
    seen = text.lower()
    if not text.isascii():
        # What `re.IGNORECASE` takes for one letter though `lower` does not: two kinds of i, s and mu.
        seen = text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s").replace("\u00b5", "μ")
        if len(seen) != len(text):
            seen = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
        seen = _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), seen)
    return f" {_NOT_WORD.sub(' ', seen)} " if lang == "en" else seen


@lru_cache(maxsize=4096)
def find_needs(source: str, lang: Lang) -> tuple[Words, ...]:
    """Returns sets of literals, of each of which at least one stands in any text, seen by `as_seen`, that matches.

    Empty if nothing is known. The expression is read as ignoring case.

    >>> [sorted(words) for words in find_needs("none of (?:the|our) [a-z]+", "en")]
    [['none of our ', 'none of the ']]
    """
    part = _Reader(lang).sequence(_parsed(source))
    needs = [words for need in _all_needs(part) if (words := _finished(need, lang))]
    return tuple(sorted(dict.fromkeys(needs), key=_frequency)[:3])


def list_needs(sources: Iterable[str], lang: Lang) -> dict[str, Any]:
    """Returns what each expression needs, as plain lists and maps ready for `Needs`; equal literals and sets once."""
    literals: dict[str, int] = {}
    sets: dict[tuple[int, ...], int] = {}
    expressions: dict[str, list[int]] = {}
    for source in sources:
        needs = [
            tuple(sorted(literals.setdefault(word, len(literals)) for word in sorted(words)))
            for words in find_needs(source, lang)
        ]
        expressions[source] = [sets.setdefault(need, len(sets)) for need in needs]
    return {
        "literals": list(literals),
        "sets": [list(need) for need in sets],
        "expressions": {source: needs for source, needs in expressions.items() if needs},
        "anchored": [source for source in expressions if _is_anchored(source)],
    }


def _parsed(source: str) -> Any:
    # Private, but the same in every Python since 3.11; its only public name there is deprecated.
    from re import _parser  # type: ignore[attr-defined]

    return _parser.parse(source, re.IGNORECASE)


def _is_anchored(source: str) -> bool:
    """True if an expression begins with `^` whichever alternative it takes."""
    operator, value = next(iter(_parsed(source)), ("", ""))
    return str(operator) == "AT" and str(value) == "AT_BEGINNING"


class _Reader:
    """Reads a parsed expression bottom up."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def sequence(self, nodes: Iterable[Any]) -> _Part:
        """Joins neighbours into longer literals as long as they stay few."""
        run: Words = frozenset([""])
        whole = True
        needs: list[Words] = []
        for operator, value in nodes:
            part = self.node(str(operator), value)
            needs += part.needs
            joined = _joined(run, part.exact) if part.exact is not None else None
            if joined is None:
                needs.append(run)
                run, whole = part.exact or frozenset([""]), False
            else:
                run = joined
        return _Part(run, tuple(needs)) if whole else _Part(None, (*needs, run))

    def node(self, operator: str, value: Any) -> _Part:
        """Reads one node; what is not known here matches anything."""
        if operator == "LITERAL":
            return _Part(frozenset([self.letter(chr(value))]))
        if operator == "IN":
            return _Part(self.letters(value))
        if operator == "SUBPATTERN":
            return self.sequence(value[3])
        if operator == "ATOMIC_GROUP":
            return self.sequence(value)
        if operator == "BRANCH":
            return self.branch([self.sequence(one) for one in value[1]])
        if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self.repeat(value[0], value[1], value[2])
        if operator == "ASSERT":
            return _Part(frozenset([""]), _all_needs(self.sequence(value[1])))
        if operator == "AT" and str(value) == "AT_BOUNDARY" and self.lang == "en":
            return _Part(frozenset([_EDGE]))
        if operator in ("ASSERT_NOT", "AT"):
            return _Part(frozenset([""]))
        return _Part(None)

    def branch(self, parts: Sequence[_Part]) -> _Part:
        """Unites what each alternative needs; none needs anything if one of them does not."""
        if all(part.exact is not None for part in parts):
            exact = frozenset(word for part in parts for word in part.exact or ())
            if len(exact) <= _MOST:
                return _Part(exact)
        best = [_best(part, self.lang) for part in parts]
        return _Part(None, (frozenset(word for words in best for word in words),) if all(best) else ())

    def repeat(self, fewest: int, most: int, nodes: Iterable[Any]) -> _Part:
        """Reads `?`, `*`, `+` and `{…}`."""
        inner = self.sequence(nodes)
        if not fewest:
            return _Part(inner.exact | {""} if inner.exact is not None and most == 1 else None)
        if inner.exact is not None and fewest == most and len(inner.exact) ** fewest <= _MOST:
            return _Part(frozenset("".join(words) for words in product(inner.exact, repeat=fewest)), inner.needs)
        return _Part(None, _all_needs(inner))

    def letters(self, items: Iterable[Any]) -> Words | None:
        """Reads a set of characters; None for a wide one."""
        found: set[str] = set()
        for operator, value in items:
            kind = str(operator)
            category = str(value)
            if kind == "LITERAL":
                found.add(self.letter(chr(value)))
            elif kind == "RANGE" and value[1] - value[0] < _WIDEST:
                found.update(self.letter(chr(code)) for code in range(value[0], value[1] + 1))
            elif category == "CATEGORY_DIGIT":
                found.update("0123456789")
            elif category in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD") and self.lang == "en":
                found.add(" ")
            else:
                return None
        return frozenset(found)

    def letter(self, char: str) -> str:
        """Returns one character as `as_seen` shows it."""
        seen = as_seen(char, self.lang)
        return seen[1:-1] if self.lang == "en" else seen


def _joined(left: Words, right: Words) -> Words | None:
    return frozenset(a + b for a in left for b in right) if len(left) * len(right) <= _MOST else None


def _all_needs(part: _Part) -> tuple[Words, ...]:
    return part.needs if part.exact is None else (*part.needs, part.exact)


def _best(part: _Part, lang: Lang) -> Words:
    """The need that is rarest met; empty if there is none."""
    telling = [need for need in _all_needs(part) if _finished(need, lang)]
    return min(telling, key=lambda need: _frequency(_finished(need, lang)), default=frozenset())


def _finished(need: Words, lang: Lang) -> Words:
    """Returns literals with their edges settled and those dropped that hold a shorter one; empty if they tell nothing."""
    words = {_edged(word) for word in need}
    if any(
        not word.strip() or (lang == "en" and word.isascii() and word.isalpha() and len(word) < 2) for word in words
    ):
        return frozenset()
    # A literal that another one is a part of adds nothing.
    shortest: list[str] = []
    for word in sorted(words, key=len):
        if not any(known in word for known in shortest):
            shortest.append(word)
    return frozenset(shortest)


def _edged(word: str) -> str:
    """A word's edge is a space next to a letter, and says nothing next to anything else."""
    inner = word.strip(_EDGE).replace(_EDGE, "")
    before = " " if word.startswith(_EDGE) and inner[:1].strip() else ""
    after = " " if word.endswith(_EDGE) and inner[-1:].strip() else ""
    return before + inner + after


def _frequency(need: Words) -> float:
    """A guess at how often a need is met, to choose among several: short literals and many of them are common."""
    return sum(6.0 ** -sum(0.5 if char == " " else 1 if char.isascii() else 2.5 for char in word) for word in need)
