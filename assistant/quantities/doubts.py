"""Doubts that only neighbours show: an inch and a centimetre figure that disagree, a number cut off at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Quantity
from assistant.units import convert, lookup

_JOINS = ("/", "(", "|", ",", "=", "or", "（")
# So much is shown of a unit that goes on.
_REST = 16
# Rounding of the coarser figure explains less than this.
_AGREE = 0.03
_CONVERTIBLE = ("length", "mass", "volume", "area", "speed", "temperature", "power", "pressure")
_METRIC = ("meter", "gram", "liter", "ton", "Celsius", "watt", "pascal", "bar")


def _is_metric(unit: str) -> bool:
    return any(word in unit for word in _METRIC) and unit != "ton"


def _disagree(one: Quantity, other: Quantity) -> bool:
    if one.dimension != other.dimension or one.dimension not in _CONVERTIBLE or one.high or other.high:
        return False
    if _is_metric(one.unit) == _is_metric(other.unit) or lookup(one.unit).exponents != lookup(other.unit).exponents:
        return False
    if not (one.text[-1:].isalpha() or one.text[-1:] in "\"'″”") or other.text.replace(".", "").isdigit():
        return False
    there = float(convert(one.low, one.unit, other.unit))
    if "volt_ampere" in one.unit + other.unit and one.unit != other.unit:
        return False
    here = float(other.low)
    step = 10.0 ** min(0, int(other.low.as_tuple().exponent) if isinstance(other.low.as_tuple().exponent, int) else 0)
    if one.dimension == "temperature":
        return abs(there - here) > 2
    return abs(there - here) > max(_AGREE * abs(here), 0.6 * step)


def with_doubts(text: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The same quantities with what their neighbours and the end of the text make doubtful."""
    result = list(found)
    for index in range(len(result) - 1):
        one, other = result[index], result[index + 1]
        if other.start - one.end > 4:
            continue
        between = text[one.end : other.start]
        if between.strip() in _JOINS and _disagree(one, other):
            note = f"'{one.text}' and '{other.text}' disagree"
            result[index] = replace(one, doubts=(*one.doubts, note))
            result[index + 1] = replace(other, doubts=(*other.doubts, note))
    for index, one in enumerate(result):
        if text.startswith(("/(", "/（"), one.end):
            # 6.6 kW/(m³/min) is no 6.6 kW.
            rest = text[one.end : one.end + _REST].split()[0]
            result[index] = replace(one, doubts=(*one.doubts, f"its unit goes on with '{rest}'"))
    if result and text[result[-1].end :].strip() in ("...", "…", "-", "/", "×", "x"):
        result[-1] = replace(result[-1], doubts=(*result[-1].doubts, "the text is cut off after this number"))
    return tuple(result)
