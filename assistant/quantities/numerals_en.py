"""Reads English number words, alone or mixed with digits: "two and a half million", "three fifths", "half a dozen"."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Value, plus, times

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
CARDINALS: dict[str, int] = {word: value for value, word in enumerate(_SMALL)}
CARDINALS |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
CARDINALS |= {"nought": 0, "naught": 0, "fourty": 40}
SCALES: dict[str, int] = {
    "hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12, "quadrillion": 10**15, "k": 1000, "mn": 10**6, "mm": 10**6, "m": 10**6, "bn": 10**9,
    "b": 10**9, "g": 10**9, "tn": 10**12, "t": 10**12, "dozen": 12, "dz": 12, "doz": 12,
}  # fmt: skip
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
_SKIP = ("and", "&")
MAX_WORDS = 24
_LARGEST = 10**20


def _split(surface: str) -> list[str] | None:
    text = surface.lower().replace("'s", " ")
    tokens = _TOKEN.findall(text)
    if not tokens or len(tokens) > MAX_WORDS or _TOKEN.sub("", text).strip(" -,‐‑–"):
        return None
    return tokens


def _plain(token: str) -> Value | None:
    if "/" in token:
        above, _, below = token.replace(",", "").partition("/")
        return Fraction(Decimal(above)) / int(below) if int(below) else None
    try:
        return Decimal(token.replace(",", ""))
    except InvalidOperation:
        return None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word not in ("k",) else word


class _Sum:
    """A number word by word: `total` of closed groups, the open `group`, and the last scale that closed one."""

    def __init__(self) -> None:
        self.total: Value = Decimal(0)
        self.group: Value | None = None
        self.step = 10**18

    def add(self, value: Value) -> bool:
        """Takes "twenty", "5" or "a"; False if it cannot stand here."""
        if value > _LARGEST:
            return False
        if self.group is not None and not _fits(self.group, value):
            return False
        self.group = value if self.group is None else plus(self.group, value)
        return True

    def scale(self, scale: int) -> bool:
        """Takes "hundred", "dozen", "million"; False if the order makes no sense ("two thousand three million")."""
        base = self.group
        if base is None and self.total:
            self.total = times(self.total, scale)
        elif scale in (12, 100):
            base = Decimal(1) if base is None else base
            # "four hundred and three dozens" is 400 and three dozens.
            rest = base % 100 if scale == 12 and base > 100 else base
            self.group = plus(plus(base, -rest), times(rest, scale))
        else:
            if scale >= self.step:
                return False
            self.total = plus(self.total, times(Decimal(1) if base is None else base, scale))
            self.group, self.step = None, scale
        return True


def _cardinal(tokens: list[str]) -> Value | None:
    """The value of cardinal words: ["two", "hundred", "and", "five", "thousand"]; None if the order makes no sense."""
    found = _Sum()
    for at, token in enumerate(tokens):
        word = _singular(token) if _singular(token) in SCALES else token
        if token in _SKIP:
            fine = 0 < at < len(tokens) - 1
        elif token in ("a", "an"):
            fine = found.group is None and found.add(Decimal(1))
        elif token in CARDINALS:
            fine = found.add(Decimal(CARDINALS[token]))
        elif token[0].isdigit():
            value = _plain(token)
            fine = value is not None and found.add(value)
        else:
            fine = word in SCALES and found.scale(SCALES[word])
        if not fine:
            return None
    return plus(found.total, found.group or Decimal(0))


def _fits(group: Value, value: Value) -> bool:
    """Whether `value` may follow `group` within one number: "twenty" + "one", "hundred" + "five"."""
    if value == 0:
        return False
    room = next((power for power in (10, 100, 1000) if group % power), 10000)
    if group % 100 == 0:
        return value < 100
    return (room == 10000 and value < 10) or (group % 10 == 0 and 20 <= group % 100 <= 90 and value < 10)


def _part(tokens: list[str]) -> tuple[int, int] | None:
    """The denominator that the last tokens name and how many tokens it takes: ["twenty", "fifths"] is (25, 2)."""
    last = _singular(tokens[-1]) if tokens[-1] not in PARTS else tokens[-1]
    last = "half" if last in ("halve", "half") else last
    if last not in PARTS and not (last in _LAST_ORDINALS and len(tokens) > 1 and CARDINALS.get(tokens[-2], 0) >= 20):
        return None
    below = PARTS.get(last) or _LAST_ORDINALS[last]
    used = 1
    if below < 10 and len(tokens) > 2 and CARDINALS.get(tokens[-2], 0) >= 20 and last not in ("half", "quarter"):
        below, used = below + CARDINALS[tokens[-2]], 2
    elif below >= 100 and len(tokens) > 2 and below < 10**6 and tokens[-2] in ("one", "hundred"):
        above = _cardinal([t for t in tokens[-2:-1] if t != "a"])
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
    cut = max((i for i, token in enumerate(front) if token in _SKIP), default=-1)
    if cut > 0:
        # "two and three fifths" adds; "two hundred and fifty-four hundredths" too.
        whole, above = _cardinal(front[:cut]), _cardinal(front[cut + 1 :])
        if whole is not None and above is not None and above < below:
            return Fraction(whole) + Fraction(above) / below
    value = _cardinal(front)
    return None if value is None else Fraction(value) / below


def _after_scale(tokens: list[str]) -> Value | None:
    """A fraction of the scale before it: "one million and a half" is 1.5 million."""
    cut = max((i for i, token in enumerate(tokens) if token in _SKIP), default=-1)
    if cut < 1 or cut == len(tokens) - 1:
        return None
    scale = SCALES.get(_singular(tokens[cut - 1]), 0)
    extra = _fraction(tokens[cut + 1 :])
    if scale < 1000 or extra is None or extra >= 1:
        return None
    front = _cardinal(tokens[:cut])
    return None if front is None else plus(front, times(extra, scale))


def _scaled_fraction(tokens: list[str]) -> Value | None:
    """A fraction of a scale: "half a million", "a quarter million", "two and a half thousand", "half a dozen"."""
    scale = SCALES.get(_singular(tokens[-1]))
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
    for read in (_after_scale, _mixed_scale, _fraction, _cardinal, _scaled_fraction, _decimal, _ratio):
        value = read(tokens)
        if value is not None:
            return value
    return None


def _mixed_scale(tokens: list[str]) -> Value | None:
    """Digits with a fraction after them: "5 and a quarter", "2 1/4"."""
    if len(tokens) == 2 and "/" in tokens[1] and tokens[0].isdigit():
        front, extra = _plain(tokens[0]), _plain(tokens[1])
        return None if front is None or extra is None else Fraction(front) + Fraction(extra)
    if "and" in tokens and SCALES.get(_singular(tokens[-1]), 0) >= 10**6:
        cut = len(tokens) - 1 - tokens[::-1].index("and")
        extra, front = _scaled_fraction(tokens[cut + 1 :]), _cardinal(tokens[:cut])
        return None if extra is None or front is None else Fraction(front) + Fraction(extra)
    return None


def _decimal(tokens: list[str]) -> Value | None:
    if "point" not in tokens:
        return None
    cut = tokens.index("point")
    whole = _cardinal(tokens[:cut]) if cut else Decimal(0)
    digits = ""
    tail = tokens[cut + 1 :]
    scale = 1
    while tail and _singular(tail[-1]) in SCALES:
        scale *= SCALES[_singular(tail.pop())]
    if len(tail) > 1 and CARDINALS.get(tail[0], 0) >= 20:
        value = _cardinal(tail)
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
