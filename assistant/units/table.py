"""Reads the unit definitions once and answers lookups, conversions and dimension names from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from assistant.errors import InputError
from assistant.units import definitions

Exponents = tuple[tuple[str, int], ...]

_OFFSETS = {
    "degree_Celsius": (Fraction(1), Fraction("273.15")),
    "degree_Fahrenheit": (Fraction(5, 9), Fraction("459.67") * Fraction(5, 9)),
}
_TOKEN = re.compile(r"\s*(\*\*|[*/]|-?[0-9]+|[A-Za-z][A-Za-z0-9_]*)")
_ENERGY: Exponents = (("length", 2), ("mass", 1), ("time", -2))
_FORCE: Exponents = (("length", 1), ("mass", 1), ("time", -2))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the closed vocabulary.

    A value v in this unit is `v * factor + offset` in coherent base units (`offset` is zero but for temperatures).
    `exponents` are the powers of the base dimensions, sorted by name; equal exponents convert into each other.
    """

    name: str
    dimension: str
    factor: Fraction
    offset: Fraction
    exponents: Exponents


class UnknownUnit(InputError):  # noqa: N818 - reads as the fault, like the other input errors
    """A unit name outside the vocabulary; the message offers the nearest name that is in it."""

    def __init__(self, name: str, suggestion: str | None) -> None:
        self.name, self.suggestion = name, suggestion
        advice = f" Did you mean '{suggestion}'?" if suggestion else ""
        super().__init__(f"unknown unit '{name}'.{advice}")


class DimensionMismatch(InputError):  # noqa: N818 - as above
    """A conversion between units that measure different things."""

    def __init__(self, from_: Unit, to: Unit) -> None:
        super().__init__(
            f"cannot convert '{from_.name}' ({from_.dimension}) to '{to.name}' ({to.dimension}): "
            "they measure different things."
        )


@lru_cache(maxsize=1)
def rows() -> dict[str, tuple[str, str]]:
    """Unit name to (prefix class, definition), in the order of the tables."""
    rows: dict[str, tuple[str, str]] = {}
    for line in (definitions.BASE + definitions.DERIVED).split("\n"):
        if line:
            name, prefixes, definition = line.split("|")
            rows[name.strip()] = (prefixes.strip(), definition.strip())
    rows.update((name, ("", f"[{name}]")) for name in definitions.OWN_DIMENSION.split())
    rows.update((code, ("", f"[currency_{code}]")) for code in definitions.CURRENCIES.split())
    return rows


def _multiply(left: dict[str, int], right: Exponents, power: int) -> None:
    for base, exponent in right:
        total = left.get(base, 0) + exponent * power
        if total:
            left[base] = total
        else:
            left.pop(base, None)


@lru_cache(maxsize=4096)
def simple(name: str) -> tuple[Fraction, Exponents] | None:
    """Factor and exponents of one word, prefix included; None if it is not in the vocabulary."""
    row = rows().get(name)
    if row is not None:
        return _define(row[1])
    for prefixes, base, marks in ((definitions.PREFIXES, 10, "SB"), (definitions.BINARY, 2, "B")):
        for prefix, power in prefixes.items():
            stem = name.removeprefix(prefix)
            if stem != name and stem in rows() and rows()[stem][0] and rows()[stem][0] in marks:
                found = simple(stem)
                if found:
                    return found[0] * Fraction(base) ** power, found[1]
    return None


def _define(definition: str) -> tuple[Fraction, Exponents]:
    if definition.startswith("["):
        return Fraction(1), ((definition.strip("[]"), 1),)
    number, _, expression = definition.partition(" ")
    factor = 180 / Fraction(definitions.PI_DIGITS) if number == "PI180" else Fraction(number)
    if not expression:
        return factor, ()
    unit = _compose(expression)
    if unit is None:
        raise AssertionError(f"bad definition: {definition}")
    return factor * unit[0], unit[1]


def _tokens(name: str) -> list[str] | None:
    tokens, at = [], 0
    while at < len(name):
        match = _TOKEN.match(name, at)
        if match is None:
            return None
        tokens.append(match[1])
        at = match.end()
    return tokens


def parts(name: str) -> tuple[tuple[str, int], ...] | None:
    """Words and powers of a unit expression as written: "a / b ** 2" gives (("a", 1), ("b", -2)).

    None if it is no expression. The words are not checked against the vocabulary.

    >>> parts("lumen / watt")
    (('lumen', 1), ('watt', -1))
    """
    tokens = _tokens(name.rstrip())
    if not tokens:
        return None
    found: list[tuple[str, int]] = []
    sign, at = 1, 0
    while at < len(tokens):
        word = tokens[at]
        power = 1
        if at + 2 < len(tokens) and tokens[at + 1] == "**" and tokens[at + 2].lstrip("-").isdigit():
            power, at = int(tokens[at + 2]), at + 2
        if word[0].isalpha() and abs(power) < 100:
            found.append((word, sign * power))
        elif word != "1" or power != 1:
            return None
        at += 1
        if at < len(tokens):
            if tokens[at] not in "*/" or at + 1 == len(tokens):
                return None
            sign = 1 if tokens[at] == "*" else -1
            at += 1
    return tuple(found)


def _compose(name: str) -> tuple[Fraction, Exponents] | None:
    words = parts(name)
    if not words:
        return None
    factor, exponents = Fraction(1), dict[str, int]()
    for word, power in words:
        unit = simple(word) or ((_OFFSETS[word][0], (("temperature", 1),)) if word in _OFFSETS else None)
        if unit is None:
            return None
        factor *= unit[0] ** power
        _multiply(exponents, unit[1], power)
    return factor, tuple(sorted(exponents.items()))


@lru_cache(maxsize=1)
def _dimension_names() -> dict[Exponents, str]:
    names: dict[Exponents, str] = {}
    for entry in definitions.DIMENSIONS.replace("\n", ";").split(";"):
        name, _, expression = entry.strip().partition(" ")
        if name:
            unit = _compose(expression)
            if unit is None:
                raise AssertionError(f"bad dimension: {entry}")
            names.setdefault(unit[1], name)
    return names


def _spelled_dimension(exponents: Exponents) -> str:
    """A formula such as "[mass] / [time] ** 3" for a dimension without a name of its own."""
    order = sorted(exponents, key=lambda item: (item[0] != "mass", item[0] != "length", item[0]))
    power = {base: f"[{base}]" + (f" ** {abs(exponent)}" if abs(exponent) > 1 else "") for base, exponent in order}
    above = " * ".join(power[base] for base, exponent in order if exponent > 0) or "1"
    return " / ".join([above, *(power[base] for base, exponent in order if exponent < 0)])


def _name_dimension(words: tuple[tuple[str, int], ...], exponents: Exponents) -> str:
    if any(base.startswith("currency_") for base, _ in exponents):
        return "currency" if len(exponents) == 1 and exponents[0][1] == 1 else "currency_rate"
    if not exponents:
        return "percentage" if any(rows()[word][1].startswith("1/") for word, _ in words if word in rows()) else "ratio"
    if len(words) == 2 and words[0][1] == 1 and abs(words[1][1]) == 1:
        kinds = [unit[1] if (unit := simple(word)) else () for word, _ in words]
        if words[1][1] == -1 and kinds == [(("length", 3),), (("length", 1),)]:
            return "fuel_consumption"
        # So has the energy per distance of an electric car those of a force.
        if words[1][1] == -1 and kinds == [_ENERGY, (("length", 1),)]:
            return "energy_consumption"
        # A torque has the exponents of an energy; the spelling as force times lever arm tells them apart.
        if words[1][1] == 1 and sorted(kinds) == sorted([_FORCE, (("length", 1),)]):
            return "torque"
    return _dimension_names().get(exponents) or _spelled_dimension(exponents)


@lru_cache(maxsize=4096)
def lookup(name: str) -> Unit:
    """The unit of that canonical name; composites are written "a * b / c ** 2". Raises `UnknownUnit`.

    >>> lookup("kilometer / hour").factor
    Fraction(5, 18)
    """
    if name in _OFFSETS:
        factor, offset = _OFFSETS[name]
        return Unit(name, "temperature", factor, offset, (("temperature", 1),))
    unit = _compose(name)
    words = parts(name)
    if unit is None or words is None:
        from assistant.units.suggest import suggest

        raise UnknownUnit(name, suggest(name))
    return Unit(name, _name_dimension(words, unit[1]), unit[0], Fraction(0), unit[1])


def dimension(name: str) -> str:
    """What the unit measures: "length", "speed", "currency_rate", or a formula for an unnamed dimension.

    >>> dimension("gram / meter ** 2"), dimension("newton * meter"), dimension("watt / minute")
    ('areal_density', 'torque', '[mass] * [length] ** 2 / [time] ** 4')
    """
    return lookup(name).dimension


def convert(value: Decimal | Fraction | int, from_: str, to: str) -> Fraction:
    """The exact value in the unit `to`. Raises `DimensionMismatch` or `UnknownUnit`.

    >>> convert(Decimal("6.2"), "foot", "centimeter"), convert(20, "degree_Celsius", "degree_Fahrenheit")
    (Fraction(23622, 125), Fraction(68, 1))
    """
    source, target = lookup(from_), lookup(to)
    if source.exponents != target.exponents:
        raise DimensionMismatch(source, target)
    return (Fraction(value) * source.factor + source.offset - target.offset) / target.factor
