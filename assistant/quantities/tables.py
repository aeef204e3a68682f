"""Builds the look-up tables of unit surfaces, once, on first use.

A surface leads to a canonical unit name and a multiplier ("decade" is ten years). Symbols are looked up with their
case; a symbol in another case ("KG", "mah") is found too, and the caller says so if the case could mean another prefix.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from assistant.quantities import surfaces_latin, surfaces_zh
from assistant.schema import Lang

ONE = Decimal(1)
Target = tuple[str, Decimal]


@dataclass(slots=True)
class Latin:
    """Surfaces in Latin letters: `exact` by case, `loose` lower-cased symbols, `words` lower-cased words and phrases."""

    exact: dict[str, Target] = field(default_factory=dict)
    loose: dict[str, Target] = field(default_factory=dict)
    words: dict[str, Target] = field(default_factory=dict)
    phrase_starts: set[str] = field(default_factory=set)


def _entries(table: str) -> Iterator[tuple[Target, list[str]]]:
    for line in table.strip().split("\n"):
        name, _, surfaces = line.partition(" = ")
        unit, _, factor = name.rpartition(" * ")
        if unit and (factor[0].isdigit()):
            target = (unit, Decimal(factor))
        else:
            target = (name, ONE)
        yield target, [surface.strip() for surface in surfaces.split(", ")]


def _plurals(word: str) -> Iterator[str]:
    yield word
    yield word + "s"
    first, _, rest = word.partition(" ")
    if rest and first in ("pound", "pint"):
        yield first + "s " + rest


@lru_cache(maxsize=1)
def latin() -> Latin:
    """Every Latin surface; built once, in about two milliseconds."""
    table = Latin()
    for line in surfaces_latin.PREFIXED.strip().split("\n"):
        name, _, rest = line.partition(" = ")
        surfaces, _, prefixes = rest.partition("|")
        for surface in surfaces.strip().split(", "):
            table.exact[surface.strip()] = (name, ONE)
            for prefix in prefixes.split():
                table.exact[prefix + surface.strip()] = (surfaces_latin.PREFIX_LETTERS[prefix] + name, ONE)
    for target, surfaces_ in _entries(surfaces_latin.SYMBOLS):
        for surface in surfaces_:
            table.exact[surface] = target
    # The bare prefix of gram would swallow the kilogram's own name.
    table.exact["kg"] = ("kilogram", ONE)
    for lower in surfaces_latin.LOOSE.split():
        usual = _USUAL.get(lower, lower)
        found = table.exact.get(usual) or table.exact.get(usual.upper())
        if found:
            table.loose[lower] = found
    for code in ("EUR", "USD", "GBP", "CHF", "CAD", "AUD"):
        table.exact["M" + code] = (code, Decimal(10**6))
        table.exact["k" + code] = (code, Decimal(1000))
    for target, surfaces_ in _entries(surfaces_latin.WORDS):
        for surface in surfaces_:
            for form in _plurals(surface):
                table.words[form] = target
    for surface in [*table.words, *table.exact]:
        first, space, _ = surface.partition(" ")
        if space or "-" in surface:
            table.phrase_starts.add(first.split("-")[0].lower())
    return table


# The spelling that each loose form stands for, where it is not the form itself or its capitals.
_USUAL = {
    "mb": "MB", "mw": "mW", "ma": "mA", "mv": "mV", "mbps": "Mbps", "mhz": "MHz", "khz": "kHz", "ghz": "GHz", "hz": "Hz",
    "mpa": "MPa", "kpa": "kPa", "mah": "mAh", "wh": "Wh", "kwh": "kWh", "mwh": "MWh", "kw": "kW", "kj": "kJ", "ml": "mL",
    "cl": "cL", "gbps": "Gbps", "kva": "kVA", "kv": "kV", "db": "dB", "nm": "nm", "kbit": "kbit", "mbit": "Mbit",
    "gbit": "Gbit", "kb": "KB", "dba": "dBA", "mm2": "mm", "cm2": "cm", "nits": "nits", "mbar": "mbar",
}  # fmt: skip


@lru_cache(maxsize=4)
def chinese(lang: Lang) -> dict[str, tuple[tuple[str, Target], ...]]:
    """Chinese unit surfaces by first character, longest first, for that language."""
    local = surfaces_zh.HANT if lang == "zh-Hant" else surfaces_zh.HANS
    found: dict[str, Target] = {}
    for table in (surfaces_zh.BOTH, local):
        for target, surfaces in _entries(table):
            found.update((surface, target) for surface in surfaces)
    found.update((counter, ("count", ONE)) for counter in surfaces_zh.COUNTERS.split() if counter not in found)
    by_first: dict[str, list[tuple[str, Target]]] = {}
    for surface, target in found.items():
        by_first.setdefault(surface[0], []).append((surface, target))
    return {first: tuple(sorted(items, key=lambda item: -len(item[0]))) for first, items in by_first.items()}


@lru_cache(maxsize=1)
def signs() -> dict[str, str]:
    """Currency signs and codes that stand before a number, to canonical names."""
    return {surface: target[0] for target, surfaces in _entries(surfaces_latin.CURRENCY_SIGNS) for surface in surfaces}
