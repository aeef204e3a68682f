"""Numbers in digits: separators of every habit, fractions, powers of ten, scale words."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from assistant.quantities.cardinals_en import SCALES
from assistant.quantities.lazy import lazy
from assistant.quantities.normal import HARD_SPACES
from assistant.quantities.num import Num, Value, plus, times

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_V = "".join(VULGAR)
# A Decimal keeps 28 digits exactly; more are a serial number, not a magnitude.
MAX_DIGITS = 28
# So many commas that group nothing make a list of codes, not a number.
_LIST_COMMAS = 4

DIGITS = r"[0-9]+(?:[.,][0-9]+){0,8}"
_DIGITS = lazy(rf"{DIGITS}|\.[0-9]+")
_TAIL = lazy(
    rf"(?P<vulgar>[ -]?[{_V}])"
    r"|(?P<mixed>[ -][0-9]{1,3}/[0-9]{1,3}(?![0-9/.]))"
    r"|(?P<slash>/[0-9]{1,4}(?![0-9/.]))"
    r"|(?P<exp>[eE][-+]?[0-9]{1,3}(?![0-9A-Za-z]))"
    r"|(?P<ten> ?[x×*·] ?10(?:\^[-+]?|[-+])[0-9]{1,3}(?![0-9]))"
    r"|(?P<power>(?:[x×*][0-9]{1,4})?\^[-+]{0,2}[0-9]{1,3}(?![0-9]))"
)
_SUPERSCRIPT = lazy(r" ?[x×*·] ?10([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SPACED = lazy(r"(?: [0-9]{3}(?![0-9]))+")
_SCALE_WORD = lazy(
    r"[ -]?(?:(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)s?)(?![A-Za-z])(?: (?:lakh|crore|million|billion)s?(?![A-Za-z]))?",
    re.IGNORECASE,
)
_AND_TENS = lazy(r" and ([0-9]{1,3})(?![0-9,.])")
_TAIL_STARTS = frozenset("-/eExX×*·^ " + _V)
_FIGURES = frozenset("0123456789")
_TIMES = frozenset("x×*·")
_SCALE_STARTS = frozenset("mbthlcdMBTHLCD")
# Behind 10 alone these are an exponent; behind any other number, and "¹" behind any, they mark a footnote.
_POWER_OF_TEN = lazy(r"⁻[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?|[²³⁴⁵⁶⁷⁸⁹]|¹[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_RAISED = frozenset("⁻¹²³⁴⁵⁶⁷⁸⁹")
_GOES_ON = _TAIL_STARTS | _SCALE_STARTS | _RAISED
_TEN = lazy(r"^ ?[x×*·] ?10\^?")


def _grouped(run: str) -> tuple[Decimal | None, int, str]:
    """Value, length used and doubt of digits with separators: "1,500.5", "1.300,5", "1,24", "12,34,567"."""
    commas, dots = run.count(","), run.count(".")
    if not commas and dots <= 1:
        return Decimal(run), len(run), ""
    last = max(run.rfind(","), run.rfind("."))
    if commas and dots:
        point = run[last]
        other = "," if point == "." else "."
        if run.count(point) == 1:
            whole = run[:last].split(other)
            if all(len(part) in (2, 3) for part in whole[1:]) and len(whole[-1]) == 3 and len(whole[0]) <= 3:
                return Decimal("".join(whole) + "." + run[last + 1 :]), len(run), ""
    elif dots > 1:
        parts = run.split(".")
        if len(parts[0]) <= 3 and parts[0] != "0" and all(len(part) == 3 for part in parts[1:]) and dots >= 2:
            return Decimal("".join(parts)), len(run), "points are read as thousands separators"
        return None, len(run), ""
    else:
        parts = run.split(",")
        if len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:]) and (parts[0] != "0" or len(parts) > 2):
            return Decimal("".join(parts)), len(run), ""
        if (
            len(parts) > 2
            and len(parts[-1]) == 3
            and all(len(part) == 2 for part in parts[1:-1])
            and len(parts[0]) <= 2
        ):
            return Decimal("".join(parts)), len(run), ""
        if len(parts) == 2 and len(parts[1]) <= 2:
            return Decimal(".".join(parts)), len(run), "the comma is read as a decimal comma"
    cut = run.find(",")
    if cut > 0 and commas < _LIST_COMMAS:
        return _grouped(run[:cut])[0], cut, ""
    return None, len(run), ""


def _powered(base: Decimal, tail: str) -> Value | None:
    factor, _, exponent = tail.partition("^")
    power = int(exponent.lstrip("+-")) * (-1 if "-" in exponent else 1)
    if abs(power) > 40:
        return None
    if factor:
        # 0^0 and 0^-1 are no numbers.
        scale = Decimal(factor[1:])
        return base * scale**power if scale or power > 0 else None
    return base**power if base or power > 0 else None


def _may_have_tail(text: str, end: int, following: str, after: str) -> bool:
    """Whether a fraction or power could stand at `end`; a look at two or three characters spares most searches."""
    if following in VULGAR:
        return True
    if following in _TIMES:
        return text.startswith(("10", " 10"), end + 1) or "^" in text[end + 2 : end + 6]
    if after in _FIGURES:
        return following not in " -" or "/" in text[end + 2 : end + 5]
    if following == " " and after in _TIMES:
        return text.startswith(("10", " 10"), end + 2)
    return after in VULGAR if following in " -" else after in ("+", "-")


def _with_tail(value: Decimal, text: str, at: int) -> tuple[Value | None, int, str]:
    """Fraction or exponent right after digits: the value, its end, and the form."""
    match = _TAIL.match(text, at)
    if match is None:
        raised = _SUPERSCRIPT.match(text, at)
        if raised:
            power = int(raised[1].translate(_SUPER))
            return (value.scaleb(power) if abs(power) < 100 else None), raised.end(), "power"
        return value, at, "plain"
    kind, body, end = match.lastgroup, match[0], match.end()
    if kind == "vulgar":
        return Fraction(value) + Fraction(*VULGAR[body[-1]]), end, "fraction"
    if kind == "mixed":
        above, _, below = body[1:].partition("/")
        if int(above) < int(below) and value == int(value):
            return Fraction(value) + Fraction(int(above), int(below)), end, "fraction"
        return value, at, "plain"
    if kind == "slash":
        below = body[1:]
        if int(below) and value == int(value):
            return Fraction(int(value), int(below)), end, "slash"
        return value, at, "plain"
    if kind == "exp":
        power = int(body[1:])
        return (value.scaleb(power) if abs(power) < 100 else None), end, "power"
    if kind == "ten":
        power = int(_TEN.sub("", body))
        return (value.scaleb(power) if abs(power) < 100 else None), end, "power"
    return _powered(value, body), end, "power"


def digits_at(text: str, at: int, original: str, end: int = 0) -> Num | None:
    """The number in digits that starts at `at`, with scale words and Chinese myriads after it; None if it is a version,
    a serial or no number. `end` is where the digits end, 0 if that is not known.
    """
    if text[at] in VULGAR:
        return Num(at, at + 1, Fraction(*VULGAR[text[at]]), form="fraction")
    if not end:
        match = _DIGITS.match(text, at)
        if match is None:
            return None
        end = match.end()
    run = text[at:end]
    if "," in run and "，" in (typed := original[at:end]) and typed[0].isascii():
        # A full-width comma between plain digits ends a clause.
        run = run[: typed.index("，")]
        end = at + len(run)
    if end - at > MAX_DIGITS:
        return Num(at, end, Decimal(0), form="serial")
    value: Decimal | None
    if run.isdigit() or ("," not in run and run.count(".") == 1):
        value, doubt = Decimal(run), ""
    else:
        value, used, doubt = _grouped(run)
        end = at + used
        if value is None:
            return Num(at, end, Decimal(0), form="version")
    following = text[end : end + 1]
    if following not in _GOES_ON:
        return Num(at, end, value, None, "digits", "plain", doubt)
    if following in _RAISED:
        raised = _POWER_OF_TEN.match(text, end) if run == "10" else None
        if raised is None:
            return Num(at, end, value, None, "digits", "plain", doubt)
        return Num(at, raised.end(), Decimal(1).scaleb(int(raised[0].translate(_SUPER))), form="power")
    after = text[end + 1 : end + 2]
    if following == " " and end - at <= 3 and "0" <= after <= "9" and run.isdigit():
        spaced = _SPACED.match(text, end)
        if spaced and (original[end] in HARD_SPACES or len(spaced[0]) > 4 or spaced[0] == " 000"):
            value, end = Decimal(text[at : spaced.end()].replace(" ", "")), spaced.end()
            following, after = text[end : end + 1], text[end + 1 : end + 2]
    low: Value = value
    form = "plain"
    if following in _TAIL_STARTS and _may_have_tail(text, end, following, after):
        tailed, end, form = _with_tail(value, text, end)
        if tailed is None:
            return None
        low = tailed
        following, after = text[end : end + 1], text[end + 1 : end + 2]
    number = Num(at, end, low, None, "digits", form, doubt)
    if (after if following in (" ", "-") else following) in _SCALE_STARTS:
        _scale_word(text, number)
    return number


def _scale_word(text: str, number: Num) -> None:
    match = _SCALE_WORD.match(text, number.end)
    if match is None:
        return
    factor = 1
    for word in match[0].replace("-", " ").lower().split():
        factor *= SCALES[word.rstrip("s")]
    number.low, number.end, number.form = times(number.low, factor), match.end(), "scaled"
    more = _AND_TENS.match(text, number.end)
    if more and factor > int(more[1]) and factor == 100:
        number.low, number.end = plus(number.low, Decimal(more[1])), more.end()
