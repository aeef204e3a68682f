"""Reads English number words, alone or mixed with digits: "two and a half million", "three fifths", "half a dozen"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from assistant.quantities.cardinals_en import CARDINALS, JOINING, SCALES, cardinal, figure, singular
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Value, plus, times

_ORDINALS = {
    "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12, "quarter": 4, "half": 2, "halve": 2, "fourth": 4,
}  # fmt: skip


def _ordinal_of(word: str) -> str:
    if word.endswith("y"):
        return word[:-1] + "ieth"
    return word + "th"


PARTS: dict[str, int] = dict(_ORDINALS)
for _word, _value in CARDINALS.items():
    if _value >= 4 and _word not in ("five", "eight", "nine", "twelve"):
        PARTS[_ordinal_of(_word)] = _value
for _word, _value in SCALES.items():
    if len(_word) > 3 and _word != "dozen":
        PARTS[_ordinal_of(_word)] = _value
# The last word of a compound ordinal: "twenty-first", "thirty-second".
_LAST_ORDINALS = {"first": 1, "second": 2}

_TOKEN = lazy(r"[0-9][0-9,]*(?:\.[0-9]+)?(?:/[0-9]+)?|[a-z]+|&")
MAX_WORDS = 24


def _split(surface: str) -> list[str] | None:
    text = surface.lower().replace("'s", " ")
    tokens = _TOKEN.findall(text)
    if not tokens or len(tokens) > MAX_WORDS or _TOKEN.sub("", text).strip(" -,‐‑–"):
        return None
    return tokens


def _part(tokens: list[str]) -> tuple[int, int] | None:
    """The denominator that the last tokens name and how many tokens it takes: ["twenty", "fifths"] is (25, 2)."""
    last = singular(tokens[-1]) if tokens[-1] not in PARTS else tokens[-1]
    last = "half" if last in ("halve", "half") else last
    if last not in PARTS and not (last in _LAST_ORDINALS and len(tokens) > 1 and CARDINALS.get(tokens[-2], 0) >= 20):
        return None
    below = PARTS.get(last) or _LAST_ORDINALS[last]
    used = 1
    if below < 10 and len(tokens) > 2 and CARDINALS.get(tokens[-2], 0) >= 20 and last not in ("half", "quarter"):
        below, used = below + CARDINALS[tokens[-2]], 2
    elif below >= 100 and len(tokens) > 2 and below < 10**6 and tokens[-2] in ("one", "hundred"):
        above = cardinal([t for t in tokens[-2:-1] if t != "a"])
        below, used = below * int(above or 1), 2
    return below, used


def _fraction(tokens: list[str]) -> Value | None:
    part = _part(tokens)
    if part is None:
        return None
    below, used = part
    front = tokens[:-used]
    if not front:
        return Fraction(1, below) if below in (2, 4) else None
    cut = max((i for i, token in enumerate(front) if token in JOINING), default=-1)
    if cut > 0:
        # "two and three fifths" adds; "two hundred and fifty-four hundredths" too.
        whole, above = cardinal(front[:cut]), cardinal(front[cut + 1 :])
        if whole is not None and above is not None and above < below:
            return Fraction(whole) + Fraction(above) / below
    value = cardinal(front)
    return None if value is None else Fraction(value) / below


def _after_scale(tokens: list[str]) -> Value | None:
    """A fraction of the scale before it: "one million and a half" is 1.5 million."""
    cut = max((i for i, token in enumerate(tokens) if token in JOINING), default=-1)
    if cut < 1 or cut == len(tokens) - 1:
        return None
    scale = SCALES.get(singular(tokens[cut - 1]), 0)
    extra = _fraction(tokens[cut + 1 :])
    if scale < 1000 or extra is None or extra >= 1:
        return None
    front = cardinal(tokens[:cut])
    return None if front is None else plus(front, times(extra, scale))


def _scaled_fraction(tokens: list[str]) -> Value | None:
    """A fraction of a scale: "half a million", "a quarter million", "two and a half thousand", "half a dozen"."""
    scale = SCALES.get(singular(tokens[-1]))
    if scale is None or len(tokens) < 2:
        return None
    front = tokens[:-1]
    if front[-1] in ("a", "an", "of"):
        front = front[:-1]
    if not front:
        return None
    value = _number(front) if any(_part([*front[:1], token]) for token in front) else None
    return None if value is None else times(value, scale)


def _number(tokens: list[str]) -> Value | None:
    if not tokens:
        return None
    for read in (_after_scale, _mixed_scale, _fraction, cardinal, _scaled_fraction, _decimal, _ratio):
        value = read(tokens)
        if value is not None:
            return value
    return None


def _mixed_scale(tokens: list[str]) -> Value | None:
    """Digits with a fraction after them: "5 and a quarter", "2 1/4"."""
    if len(tokens) == 2 and "/" in tokens[1] and tokens[0].isdigit():
        front, extra = figure(tokens[0]), figure(tokens[1])
        return None if front is None or extra is None else Fraction(front) + Fraction(extra)
    if "and" in tokens and SCALES.get(singular(tokens[-1]), 0) >= 10**6:
        cut = len(tokens) - 1 - tokens[::-1].index("and")
        extra, front = _scaled_fraction(tokens[cut + 1 :]), cardinal(tokens[:cut])
        return None if extra is None or front is None else Fraction(front) + Fraction(extra)
    return None


def _decimal(tokens: list[str]) -> Value | None:
    if "point" not in tokens:
        return None
    cut = tokens.index("point")
    whole = cardinal(tokens[:cut]) if cut else Decimal(0)
    digits = ""
    tail = tokens[cut + 1 :]
    scale = 1
    while tail and singular(tail[-1]) in SCALES:
        scale *= SCALES[singular(tail.pop())]
    if len(tail) > 1 and CARDINALS.get(tail[0], 0) >= 20:
        value = cardinal(tail)
        digits = "" if value is None else str(value)
    else:
        digits = "".join(str(CARDINALS[token]) if token in CARDINALS else "x" for token in tail)
    if whole is None or not digits.isdecimal():
        return None
    return times(plus(whole, Decimal(f"0.{digits}")), scale)


def _ratio(tokens: list[str]) -> Value | None:
    for word, length in (("over", 1), ("out", 2)):
        if word in tokens[1:-1]:
            cut = tokens.index(word)
            above, below = _number(tokens[:cut]), _number(tokens[cut + length :])
            return None if above is None or not below else Fraction(above) / Fraction(below)
    return None


@lru_cache(maxsize=4096)
def read_en(surface: str) -> Value | None:
    """The value of a whole English number expression in words (digits may mix in), or None.

    >>> read_en("one hundred and forty-four"), read_en("two and a half"), read_en("half a dozen")
    (Decimal('144'), Fraction(5, 2), Fraction(6, 1))
    >>> read_en("three fifths"), read_en("a thirty-second"), read_en("two point nought six"), read_en("first of all")
    (Fraction(3, 5), Fraction(1, 32), Decimal('2.06'), None)
    """
    tokens = _split(surface)
    if tokens is None:
        return None
    if tokens[0] in ("minus", "negative"):
        value = _number(tokens[1:])
        return None if value is None else -value
    return _number(tokens)
