"""English cardinal words and scales: "two hundred and five thousand", "4 dozen"."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction

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
JOINING = ("and", "&")
_LARGEST = 10**20


def figure(token: str) -> Value | None:
    """The value of digits among words ("1,500", "3/4"); None for a division by zero."""
    if "/" in token:
        above, _, below = token.replace(",", "").partition("/")
        return Fraction(Decimal(above)) / int(below) if int(below) else None
    try:
        return Decimal(token.replace(",", ""))
    except InvalidOperation:
        return None


def singular(word: str) -> str:
    """The word without a final s: "millions" is "million"."""
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


def cardinal(tokens: list[str]) -> Value | None:
    """The value of cardinal words: ["two", "hundred", "and", "five", "thousand"]; None if the order makes no sense."""
    found = _Sum()
    for at, token in enumerate(tokens):
        word = singular(token) if singular(token) in SCALES else token
        if token in JOINING:
            fine = 0 < at < len(tokens) - 1
        elif token in ("a", "an"):
            fine = found.group is None and found.add(Decimal(1))
        elif token in CARDINALS:
            fine = found.add(Decimal(CARDINALS[token]))
        elif token[0].isdigit():
            value = figure(token)
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
