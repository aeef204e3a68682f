"""Units: every factor against an independent library, conversions, suggestions, and how values are written."""

from __future__ import annotations

import contextlib
import json
from decimal import Decimal
from fractions import Fraction

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.schema import LANGS, Lang
from assistant.units import (
    DimensionMismatch,
    UnknownUnit,
    convert,
    dimension,
    lookup,
    render,
    symbol,
    table,
)
from assistant.units.definitions import BINARY, CURRENCIES, OWN_DIMENSION, PREFIXES

# What pint lacks or means differently, written down again from the sources, in pint's language.
OWN = [
    *(f"{code} = [currency_{code}]" for code in CURRENCIES.split()),
    *(f"{name} = [{name}]" for name in OWN_DIMENSION.split() if name not in ("person", "base_pair")),
    "person = [person]", "base_pair = [base_pair]", "dot = [dot]", "spin = [revolution]",
    "tally = [tally]",
    "US_cent = 0.01 * USD", "dime_us = 0.1 * USD", "EUR_cent = 0.01 * EUR", "GBP_penny = 0.01 * GBP",
    "CNY_jiao = 0.1 * CNY", "CNY_fen = 0.01 * CNY", "MYR_sen = 0.01 * MYR", "rappen_ch = 0.01 * CHF",
    "satoshi = 1e-8 * BTC", "hundred_kilometer = 1e5 * meter", "million_token = 1e6 * token",
    "jin = 0.5 * kilogram", "liang = 0.05 * kilogram", "qian_mass = 0.005 * kilogram", "tw_jin = 0.6 * kilogram",
    "tw_liang = 0.0375 * kilogram", "hk_jin = 0.60478982 * kilogram",
    "hk_liang = 0.03779936375 * kilogram", "tw_chi = 0.30303030303030303 * meter", "tw_cun = 0.030303030303030303 * meter",
    "mu_area = 666.66666666666667 * meter ** 2",
    "qing_area = 66666.666666666667 * meter ** 2", "ping_area = 3.3057851239669421 * meter ** 2",
    "jia_area = 9699.1735537190083 * meter ** 2", "li_cn = 500 * meter", "zhang_cn = 3.3333333333333333 * meter",
    "chi_cn = 0.33333333333333333 * meter", "cun_cn = 0.033333333333333333 * meter",
    "fen_length = 0.0033333333333333333 * meter", "mach = 340.29 * meter / second",
    "gravity = 9.80665 * meter / second ** 2", "metric_horsepower_ps = 735.49875 * watt",
    "horsepower_metric_hp = 735.49875 * watt", "decibel_plain = [sound]", "decibel_a = [sound_a]",
    "decibel_c = [sound_c]", "decibel_i = [gain]", "decibel_m = [level_m]", "watt_peak = [watt_peak]",
    "var_power = [reactive]", "ppb_ratio = 1e-9", "basis_point = 1e-4", "ksi_pressure = 6894757.293168361 * pascal",
    "dozen_count = 12 * tally", "bakers_dozen = 13 * tally", "gross_count = 144 * tally", "great_gross = 1728 * tally",
    "nucleotide = base_pair", "TOPS = 1e12 * operation / second", "TFLOPS = 1e12 * floating_point_operation / second",
    "gsm_paper = gram / meter ** 2", "solid = [solid]", "karat = [fineness]",
]  # fmt: skip
# For pint a revolution and a steradian are angles, and a lumen a candela, which cannot be taken back.
PINT_NAMES = {"revolution": "spin", "revolutions_per_minute": "spin / minute", "steradian": "solid", "count": "tally"}


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[float]:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(on_redefinition="ignore")
    for line in OWN:
        registry.define(line)
    return registry


def _known_names() -> list[str]:
    names = [name for name in table.rows() if name != "dimensionless"]
    for name, (marks, _) in table.rows().items():
        names += [prefix + name for prefix in PREFIXES if marks]
        names += [prefix + name for prefix in BINARY if marks == "B"]
    return names


def _base(exponents: table.Exponents) -> str:
    """The coherent base unit of our exponents, in pint's words."""
    words = {
        "length": "meter", "mass": "kilogram", "time": "second", "current": "ampere", "temperature": "kelvin",
        "substance": "mole", "luminosity": "candela", "solid_angle": "solid", "information": "bit",
        "angle": "degree", "printing_unit": "pixel", "sound_level": "decibel_plain", "sound_level_a": "decibel_a",
        "sound_level_c": "decibel_c", "antenna_gain": "decibel_i", "power_level_m": "decibel_m",
        "gold_fineness": "karat", "reactive_power": "var_power", "radioactivity": "1 / second",
        "revolution": "spin", "count": "tally",
    }  # fmt: skip
    terms = (f"({words.get(base, base.removeprefix('currency_'))}) ** {power}" for base, power in exponents)
    return " * ".join(terms) or "dimensionless"


def test_every_factor_agrees_with_an_independent_library(registry: pint.UnitRegistry[float]) -> None:
    wrong = []
    for name in _known_names():
        unit = lookup(name)
        base = _base(unit.exponents)
        if name.endswith(("lumen", "lux")):
            base = base.replace(" * (solid) ** 1", "")
        theirs = registry.Quantity(1.0, PINT_NAMES.get(name, name)).to(base).magnitude
        if abs(float(unit.factor) / theirs - 1) > 1e-8:
            wrong.append((name, float(unit.factor), theirs))
    assert wrong == []


@pytest.mark.parametrize("name", ["degree_Celsius", "degree_Fahrenheit"])
@pytest.mark.parametrize("value", [-40, 0, 37, 451])
def test_temperatures_agree_with_an_independent_library(
    registry: pint.UnitRegistry[float], name: str, value: int
) -> None:
    theirs = registry.Quantity(value, name).to("kelvin").magnitude
    assert float(convert(value, name, "kelvin")) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize(
    ("value", "from_", "to", "expected"),
    [
        ("6000", "meter / second", "kilometer / hour", Fraction(21600)),
        ("1", "ping_area", "meter ** 2", Fraction(400, 121)),
        ("15", "mu_area", "hectare", Fraction(1)),
        ("2.5", "USD / month", "USD / year", Fraction(30)),
        ("62", "inch", "centimeter", Fraction("157.48")),
        ("8", "gigabit / second", "gigabyte / second", Fraction(1)),
        ("1", "gibibyte", "byte", Fraction(2**30)),
        ("5000", "milliampere_hour", "ampere_hour", Fraction(5)),
        ("50", "percent", "dimensionless", Fraction(1, 2)),
        ("-40", "degree_Celsius", "degree_Fahrenheit", Fraction(-40)),
    ],
)
def test_conversions_are_exact(value: str, from_: str, to: str, expected: Fraction) -> None:
    assert convert(Decimal(value), from_, to) == expected


@pytest.mark.parametrize(
    ("from_", "to"),
    [
        ("USD", "EUR"), ("revolutions_per_minute", "hertz"), ("decibel_a", "decibel_plain"), ("person", "count"),
        ("frame / second", "hertz"), ("meter", "second"), ("degree", "dimensionless"), ("lumen", "candela"),
    ],
)  # fmt: skip
def test_different_things_do_not_convert(from_: str, to: str) -> None:
    with pytest.raises(DimensionMismatch, match="they measure different things"):
        convert(1, from_, to)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("meter", "length"), ("kilogram", "mass"), ("hour", "time"), ("kilometer / hour", "speed"),
        ("mile_per_hour", "speed"), ("hectare", "area"), ("liter", "volume"), ("kilowatt_hour", "energy"),
        ("horsepower", "power"), ("milliampere_hour", "charge"), ("ohm", "resistance"), ("gigahertz", "frequency"),
        ("degree_Celsius", "temperature"), ("newton / millimeter ** 2", "pressure"), ("gigabyte", "data"),
        ("gigabit / second", "data_rate"), ("arcminute", "angle"), ("revolutions_per_minute", "rotation_speed"),
        ("meter ** 3 / hour", "flow"), ("CNY", "currency"), ("CNY / meter ** 2 / month", "currency_rate"),
        ("TWD / gigabyte", "currency_rate"), ("percent", "percentage"), ("count", "count"), ("count / day", "count_rate"),
        ("dimensionless", "ratio"), ("decibel_plain", "sound_or_level"), ("lumen", "luminous_flux"),
        ("lux", "illuminance"), ("nit", "luminance"), ("pixel / inch", "resolution"), ("dot / inch", "resolution"),
        ("megapixel", "pixels"), ("frame / second", "frame_rate"), ("gram / meter ** 2", "areal_density"),
        ("gravity", "acceleration"), ("newton * meter", "torque"), ("foot * force_pound", "torque"),
        ("liter / hundred_kilometer", "fuel_consumption"), ("mile / gallon", "fuel_economy"),
        ("lumen / watt", "luminous_efficacy"), ("TOPS", "compute"), ("io_operation / second", "io_rate"),
        ("transaction / second", "transaction_rate"), ("milligray", "specific_energy"), ("person", "[person]"),
        ("metric_ton / hectare", "areal_density"), ("watt / minute", "[mass] * [length] ** 2 / [time] ** 4"),
    ],
)  # fmt: skip
def test_dimensions_have_their_usual_names(name: str, expected: str) -> None:
    assert dimension(name) == expected


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("kilometre", "unknown unit 'kilometre'. Did you mean 'kilometer'?"),
        ("km/h", "unknown unit 'km/h'. Did you mean 'kilometer / hour'?"),
        ("litres", "unknown unit 'litres'. Did you mean 'liter'?"),
        ("degC", "unknown unit 'degC'. Did you mean 'degree_Celsius'?"),
        ("mAh", "unknown unit 'mAh'. Did you mean 'milliampere_hour'?"),
        ("metre ** 2", "unknown unit 'metre ** 2'. Did you mean 'meter ** 2'?"),
        ("xqzw", "unknown unit 'xqzw'."),
        ("", "unknown unit ''."),
        ("meter / ", "unknown unit 'meter / '. Did you mean 'meter'?"),
        ("killometer", "unknown unit 'killometer'. Did you mean 'kilometer'?"),
    ],
)
def test_an_unknown_unit_names_the_nearest_known_one(name: str, message: str) -> None:
    with pytest.raises(UnknownUnit) as caught:
        lookup(name)
    assert str(caught.value) == message


@given(st.text(max_size=40))
def test_any_name_is_a_unit_or_an_unknown_unit(name: str) -> None:
    with contextlib.suppress(UnknownUnit):
        assert lookup(name).name == name


@given(st.fractions(), st.sampled_from(["meter", "foot", "degree_Celsius", "degree_Fahrenheit", "kelvin", "mile"]),
       st.sampled_from(["kilometer", "inch", "kelvin", "degree_Celsius"]))  # fmt: skip
def test_converting_there_and_back_changes_nothing(value: Fraction, one: str, other: str) -> None:
    if lookup(one).exponents == lookup(other).exponents:
        assert convert(convert(value, one, other), other, one) == value


@pytest.mark.parametrize(
    ("value", "unit", "lang", "expected"),
    [
        ("6000", "meter / second", "en", "6,000 m/s"), ("6000", "meter / second", "zh-Hans", "6000米/秒"),
        ("6000", "meter / second", "zh-Hant", "6,000公尺/秒"), ("22", "hour", "en", "22 hours"),
        ("1", "hour", "en", "1 hour"), ("5000", "milliampere_hour", "zh-Hans", "5000mAh"),
        ("2.50", "USD / month", "en", "$2.50/month"), ("80", "TWD / ping_area", "zh-Hant", "80元/坪"),
        ("-20", "degree_Celsius", "en", "−20 °C"), ("45", "degree", "en", "45°"), ("38", "decibel_a", "en", "38 dB(A)"),
        ("3", "dimensionless", "en", "3×"), ("3", "dimensionless", "zh-Hans", "3倍"), ("12", "count", "en", "12"),
        ("3.8", "CNY / meter ** 2 / month", "zh-Hans", "3.8元/平方米/月"), ("120000", "USD", "en", "$120,000"),
        ("1.5", "kilowatt_hour / hundred_kilometer", "en", "1.5 kWh/100 km"), ("1", "person", "en", "1 person"),
        ("6", "month", "zh-Hant", "6個月"), ("1.2", "terabyte / second", "en", "1.2 TB/s"),
        ("250", "watt_hour / kilogram", "en", "250 Wh/kg"), ("100", "lumen / watt", "zh-Hans", "100流明/瓦"),
        ("0.00", "meter", "en", "0.00 m"), ("1E+3", "meter", "en", "1,000 m"), ("10", "USD", "zh-Hant", "10美元"), ("90", "newton * meter", "zh-Hans", "90N·m"),
    ],
)  # fmt: skip
def test_values_are_written_as_product_copy_writes_them(value: str, unit: str, lang: Lang, expected: str) -> None:
    assert render(Decimal(value), unit, lang) == expected


def test_every_unit_has_a_symbol_in_every_language() -> None:
    for name in [*table.rows(), "degree_Celsius", "degree_Fahrenheit"]:
        for lang in LANGS:
            assert symbol(name, lang) or name == "count"


def test_the_names_are_plain_identifiers() -> None:
    assert json.dumps(_known_names()).isascii()
