"""Recomputes what something costs: a price by the day, a subscription, an hour or a year of electricity."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from assistant.schema import Comparison, Lang, Reference
from tests.comparisons.recomputed import (
    TIMES,
    WORDS,
    F,
    check_hedge,
    in_base,
    numbers_of,
    one_unit,
    told,
    without_names,
)

# A year has 365 days here, in twelve equal months.
_DAYS = {
    "day": F(1),
    "天": F(1),
    "week": F(7),
    "周": F(7),
    "週": F(7),
    "month": F(365, 12),
    "月": F(365, 12),
    "year": F(365),
}
_EVERY = re.compile(r"^(?:about )?(\w+) .+? (?:an?|every (\w+)) (day|week|month)s?(?: for a year)?$")
_ZH_EVERY = re.compile(r"每(两|兩|\d+)?[个個]?(天|周|週|月)(一|两|兩|\d+)")
_LITTLE = {"TWD": 10, "HKD": 10}
_MONEY = re.compile(r"(?P<cents>\d+(?:\.\d+)?)(?: cents?|p)\b|(?P<whole>\d[\d,]*(?:\.\d+)?)")


def _number(word: str | None) -> Fraction:
    return F(1) if word in (None, "一") else WORDS[word] if word in WORDS else F(word)


def rhythm_told(text: str, lang: Lang) -> tuple[Fraction, Fraction, Fraction]:
    """How many, in how many periods of how many days: 1, 6, 1 for "one latte every six days", 3, 1, 7 for 每周3杯."""
    if lang == "en":
        found = _EVERY.search(text)
        assert found, text
        count, every, period = found.groups()
    else:
        found = _ZH_EVERY.search(text)
        assert found, text
        every, period, count = found.groups()
    return _number(count), _number(every), _DAYS[period]


def money_told(rest: str) -> Fraction:
    """The amount in "about 33 cents a day", "about $1.10 a day", 每天约0.55元."""
    found = _MONEY.search(rest)
    assert found, rest
    return F(found["cents"]) / 100 if found["cents"] else F(found["whole"].replace(",", ""))


def price_of(reference: Reference) -> Fraction:
    """The price in its currency's own unit."""
    return Fraction(reference.value) * one_unit(reference.unit.partition(" / ")[0])[0]


def _same_currency(comparison: Comparison) -> None:
    codes = [reference.unit.partition(" / ")[0] for reference in comparison.references]
    if comparison.quantity.unit.partition(" / ")[0].isupper():
        codes.append(comparison.quantity.unit.partition(" / ")[0])
    assert len(set(codes)) == 1


def check_cost(comparison: Comparison, lang: Lang) -> None:
    """Every form of a cost, by what is compared."""
    _same_currency(comparison)
    quantity = comparison.quantity
    assert quantity.high is None
    assert comparison.assumptions
    if quantity.dimension == "currency":
        days = 365 * price_of(comparison.references[0]) / Fraction(quantity.low)
        _check_rhythm(comparison, days, lang)
        assert numbers_of(comparison.working)[0][0] == Fraction(quantity.low)
    elif quantity.dimension == "currency_rate":
        a_day = Fraction(quantity.low) / _DAYS[quantity.unit.partition(" / ")[2]]
        if comparison.references:
            _check_rhythm(comparison, price_of(comparison.references[0]) / a_day, lang)
        else:
            _check_amount(comparison, a_day)
    else:
        _check_electricity(comparison, lang)


def _check_rhythm(comparison: Comparison, days: Fraction, lang: Lang) -> None:
    assert comparison.exact == days * 86_400
    count, every, period = rhythm_told(comparison.text, lang)
    check_hedge(comparison, days, every * period / count)
    assert result_of(comparison) == pytest.approx(float(days), rel=1e-3)
    assert set(comparison.numbers) == {count, every} - {1}


def _check_amount(comparison: Comparison, exact: Fraction) -> None:
    assert comparison.exact == exact
    amount = money_told(comparison.text)
    check_hedge(comparison, exact, amount)
    assert comparison.numbers == (amount,)
    assert result_of(comparison) == pytest.approx(float(exact), rel=1e-3)


def result_of(comparison: Comparison) -> float:
    """What the working comes to: the number behind its last "="."""
    return float(numbers_of(comparison.working.rpartition("=")[2].partition("≈")[0])[0][0])


def _check_electricity(comparison: Comparison, lang: Lang) -> None:
    quantity, tariff = comparison.quantity, comparison.references[0]
    assert tariff.unit.endswith(" / kilowatt_hour")
    kilowatts = in_base(quantity.low, quantity.unit)[0] / 1000
    energy, _, period = quantity.unit.partition("_hour / ")
    currency = tariff.unit[:3]
    if period:
        used = Fraction(quantity.low) * one_unit(f"{energy}_hour")[0] / 3_600_000 * 365 / _DAYS[period]
        yearly = used * Fraction(tariff.value)
        if len(comparison.references) == 1:
            return _check_amount(comparison, yearly)
        worth = yearly / price_of(comparison.references[1])
        number = told(without_names(comparison.text, comparison.references[1], lang))
        assert number is not None
        check_hedge(comparison, worth, number)
        assert comparison.numbers == (number,)
        assert result_of(comparison) == pytest.approx(float(worth), rel=1e-3)
        return None
    hourly = kilowatts * Fraction(tariff.value)
    if len(comparison.numbers) == 1:
        return _check_amount(comparison, hourly)
    little = F(_LITTLE.get(currency, 1))
    seconds = little / hourly * 3600
    assert comparison.exact == seconds
    rest = comparison.text.partition(" on ")[0] if lang == "en" else re.split("可用", comparison.text)[1]
    number, word = told(rest), next(word for word in TIMES if word in rest)
    assert number is not None
    check_hedge(comparison, seconds, number * TIMES[word])
    assert comparison.numbers == (number, little)
    assert result_of(comparison) == pytest.approx(float(seconds / 3600), rel=1e-3)
    return None
