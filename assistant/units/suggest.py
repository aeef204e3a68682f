"""Near matches for names outside the vocabulary: British spellings, abbreviations, slips of the pen."""

from __future__ import annotations

import re
from difflib import get_close_matches

from assistant.units import definitions
from assistant.units.table import parts, rows, simple

_ALIASES = {
    "m": "meter", "km": "kilometer", "cm": "centimeter", "mm": "millimeter", "nm": "nanometer", "um": "micrometer",
    "g": "gram", "kg": "kilogram", "mg": "milligram", "t": "metric_ton", "tonne": "metric_ton", "lb": "pound",
    "oz": "ounce", "s": "second", "sec": "second", "ms": "millisecond", "min": "minute", "h": "hour", "hr": "hour",
    "kmh": "kilometer / hour", "kph": "kilometer / hour", "mph": "mile_per_hour", "L": "liter", "l": "liter",
    "ml": "milliliter", "mL": "milliliter", "ft": "foot", "in": "inch", "yd": "yard", "mi": "mile",
    "degC": "degree_Celsius",
    "celsius": "degree_Celsius", "degF": "degree_Fahrenheit", "fahrenheit": "degree_Fahrenheit", "K": "kelvin",
    "W": "watt", "kW": "kilowatt", "kWh": "kilowatt_hour", "Wh": "watt_hour", "mAh": "milliampere_hour", "V": "volt",
    "A": "ampere", "Hz": "hertz", "GHz": "gigahertz", "MHz": "megahertz", "kHz": "kilohertz", "Pa": "pascal",
    "psi": "pound_force_per_square_inch", "atm": "standard_atmosphere", "mmHg": "millimeter_Hg", "inHg": "inch_Hg",
    "J": "joule", "kJ": "kilojoule", "cal": "calorie", "kcal": "kilocalorie", "BTU": "british_thermal_unit",
    "hp": "horsepower", "PS": "metric_horsepower_ps", "dB": "decibel_plain", "dBA": "decibel_a",
    "decibel": "decibel_plain",
    "rpm": "revolutions_per_minute", "fps": "frame / second", "ppi": "pixel / inch", "dpi": "dot / inch",
    "gsm": "gram / meter ** 2", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "KB": "kilobyte",
    "bps": "bit / second",
    "Mbps": "megabit / second", "Gbps": "gigabit / second", "mpg": "mile / gallon", "yuan": "CNY", "dollar": "USD",
    "euro": "EUR", "percentage": "percent", "people": "person", "times": "dimensionless", "ping": "ping_area",
    "mu": "mu_area", "catty": "jin", "IU": "international_unit", "CFU": "cfu", "IOPS": "io_operation / second",
    "lm": "lumen", "lx": "lux", "cd": "candela", "N": "newton", "Ah": "ampere_hour", "mi_per_h": "mile_per_hour",
}  # fmt: skip
_RESPELL = (("metre", "meter"), ("litre", "liter"), ("gramme", "gram"), ("meters", "meter"), ("feet", "foot"))


def _suggest_word(word: str) -> str | None:
    if simple(word) or word in ("degree_Celsius", "degree_Fahrenheit"):
        return word
    if word in _ALIASES:
        return _ALIASES[word]
    spelled = word if word.isupper() else word.lower()
    for old, new in _RESPELL:
        spelled = spelled.replace(old, new)
    for guess in (spelled, spelled.rstrip("s"), spelled.upper()):
        if simple(guess):
            return guess
    if spelled in _ALIASES:
        return _ALIASES[spelled]
    known = [*rows(), "degree_Celsius", "degree_Fahrenheit"]
    usual = ("kilo", "centi", "milli", "mega", "giga")
    known += [prefix + name for name, (marks, _) in rows().items() if marks for prefix in usual]
    known += [prefix + name for name in ("bit", "byte") for prefix in definitions.BINARY]
    near = get_close_matches(spelled, known, n=1, cutoff=0.7)
    return near[0] if near else None


def suggest(name: str) -> str | None:
    """The canonical expression nearest to `name`, or None if nothing is near.

    >>> suggest("km/h"), suggest("kilometre"), suggest("litres"), suggest("qqqqq")
    ('kilometer / hour', 'kilometer', 'liter', None)
    """
    if name.strip() in _ALIASES:
        return _ALIASES[name.strip()]
    words = parts(name[:100].strip().replace("^", "**"))
    if not words:
        return _suggest_word(re.sub(r"[^A-Za-z]+", "_", name[:100]).strip("_"))
    text = ""
    for word, power in words:
        guess = _suggest_word(word)
        if guess is None:
            return None
        raised = guess + (f" ** {abs(power)}" if abs(power) > 1 else "")
        text += (" * " if power > 0 else " / ") + raised if text else ("" if power > 0 else "1 / ") + raised
    return text
