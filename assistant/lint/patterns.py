"""Regular expressions that other people wrote, made safe to run on any text.

Python's engine goes back and tries again. An expression is taken only if the number of ways in which it can match at one
place is small; "*" and "+" reach 50 times at most. So the time stays in proportion to the text.
"""

from __future__ import annotations

import re
import warnings

REACH = 50
WAYS = 3_000
_QUANTITY = re.compile(r"\*|\+|\?|\{(\d{1,6})(?:(,)(\d{0,6}))?\}")
_OPENING = re.compile(r"\(\?(?:P?<([A-Za-z_]\w*)>|:|=|!|<=|<!|>|[aimsux]{1,6}:)")
_FLAG = re.compile(r"\(\?[ims]{1,3}\)")


class PatternError(ValueError):
    """An expression that is wrong, or that could take too long; the message says why."""


def compile_bounded(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compiles an expression whose cost at one place is bounded. Raises PatternError for any other.

    >>> bool(compile_bounded(r"(?:very|really) \w+ly").search("It is really nicely made"))
    True
    >>> compile_bounded(r"(a+)+b")
    Traceback (most recent call last):
    ...
    assistant.lint.patterns.PatternError: '(a+)+b' can match in more than 3,000 ways at one place
    """
    while flag := _FLAG.match(source):
        for letter in flag[0][2:-1]:
            flags |= {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}[letter]
        source = source[flag.end() :]
    reader = _Reader(source)
    bounded, ways, end = reader.either(0)
    if end < len(source):
        raise PatternError(f"'{source}' closes a bracket that is not open")
    reader.limit(ways)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)  # "[[:alpha:]]" means something else elsewhere
            return re.compile(bounded, flags)
    except (re.error, OverflowError, RecursionError, FutureWarning) as error:
        raise PatternError(f"'{source}' is not a regular expression here: {error}") from None


class _Reader:
    """Reads an expression once; each part gives its bounded source, its ways to match, and the place after it."""

    __slots__ = ("source",)

    def __init__(self, source: str) -> None:
        self.source = source

    def limit(self, ways: int) -> int:
        if ways > WAYS:
            raise PatternError(f"'{self.source}' can match in more than {WAYS:,} ways at one place")
        return ways

    def either(self, at: int, depth: int = 0) -> tuple[str, int, int]:
        if depth > 30:
            raise PatternError(f"'{self.source}' nests brackets too deeply")
        branches, total = [], 0
        while True:
            bounded, ways, at = self.sequence(at, depth)
            branches.append(bounded)
            total += ways
            if not self.source.startswith("|", at):
                return "|".join(branches), self.limit(total), at
            at += 1

    def sequence(self, at: int, depth: int) -> tuple[str, int, int]:
        parts, product = [], 1
        while at < len(self.source) and self.source[at] not in "|)":
            bounded, ways, at = self.atom(at, depth)
            if quantity := _QUANTITY.match(self.source, at):
                low, high, text = _bounds(quantity)
                at = quantity.end()
                bounded += text
                ways = high - low + 1 if ways == 1 else self.repeated(ways, low, high)
                if self.source.startswith(("?", "+"), at):
                    bounded += self.source[at]
                    at += 1
            product = self.limit(product * ways)
            parts.append(bounded)
        return "".join(parts), product, at

    def repeated(self, ways: int, low: int, high: int) -> int:
        total, power = 0, 1
        for count in range(high + 1):
            total += power if count >= low else 0
            power *= ways
            self.limit(total)
            if count < high:
                self.limit(power)
        return total

    def atom(self, at: int, depth: int) -> tuple[str, int, int]:
        source = self.source
        char = source[at]
        if char == "\\":
            return source[at : at + 2], 1, at + 2
        if char == "[":
            end = at + 2 if source.startswith("^", at + 1) else at + 1
            end += source.startswith("]", end)
            while end < len(source) and source[end] != "]":
                end += 2 if source[end] == "\\" else 1
            return source[at : end + 1], 1, end + 1
        if char != "(":
            return char, 1, at + 1
        opening = _OPENING.match(source, at)
        start = opening.end() if opening else at + 1
        if not opening and source.startswith("?", start):
            raise PatternError(f"'{source}' has a bracket '{source[at : at + 4]}' that is not supported")
        inner, ways, end = self.either(start, depth + 1)
        if not source.startswith(")", end):
            raise PatternError(f"'{source}' leaves a bracket open")
        mark = f"(?P<{opening[1]}>" if opening and opening[1] else source[at:start]
        return f"{mark}{inner})", ways, end + 1


def _bounds(quantity: re.Match[str]) -> tuple[int, int, str]:
    if quantity[0] == "?":
        return 0, 1, "?"
    if quantity[0] in "*+":
        low = int(quantity[0] == "+")
        return low, low + REACH, f"{{{low},{low + REACH}}}"
    low = int(quantity[1])
    high = low if not quantity[2] else int(quantity[3]) if quantity[3] else low + REACH
    return low, high, f"{{{low},{high}}}"
