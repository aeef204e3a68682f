"""What a price comes to over a year, a subscription in a day, an hour or a year of electricity in money, and what else costs that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import log10

from assistant.comparisons.candidates import compose, magnitude, ratio_text
from assistant.comparisons.cost_wording import (
    LITTLE,
    assumed_power,
    assumed_year,
    daily_forms,
    hourly_forms,
    money_text,
    rhythm_forms,
    runs_forms,
    worth_forms,
    yearly_forms,
)
from assistant.comparisons.durations import LONGEST_USE_S, SHORTEST_USE_S, rounded, shown_time
from assistant.comparisons.roles import is_draw, is_price
from assistant.comparisons.rounding import CompareHedge, Shown, shown_ratio, significant, within
from assistant.comparisons.score import (
    FAMILIARITY,
    Audience,
    spread_part,
    whole_part,
)
from assistant.comparisons.shelf import Place, View, in_base_units, key_of
from assistant.comparisons.wording import stated
from assistant.schema import Comparison, Lang, Quantity
from assistant.units import convert, render

DAYS = 365
# A price of fewer things than one a month for a year is said at once, one of more than three a day not even then.
LEAST_THINGS, MOST_THINGS = 12, 3 * DAYS
# How often a thing is bought, as people say it: (so many, in so many days, "day", "week" or "month").
_RHYTHMS: tuple[tuple[int, Fraction, str, int], ...] = (
    *((n, Fraction(1), "day", 1) for n in (1, 2, 3)),
    *((1, Fraction(k), "day", k) for k in range(2, 11) if k != 7),
    *((n, Fraction(7), "week", 1) for n in (1, 2, 3, 4, 5, 6)),
    *((1, Fraction(7 * k), "week", k) for k in (2, 3)),
    (1, Fraction(DAYS, 12), "month", 1),
)
# Tried where none of these is near.
_FALLBACKS: tuple[tuple[int, Fraction, str, int], ...] = (
    (2, Fraction(3), "day", 3),
    *((n, Fraction(DAYS, 12), "month", 1) for n in range(2, 11)),
)
# What nobody buys as a habit: provisions by weight, journeys, licences.
_NO_HABIT = frozenset({"kitchen", "travel", "aviation", "driving"})
# A cent, a jiao; elsewhere one of the currency.
_COINS = {"USD": Fraction(1, 100), "EUR": Fraction(1, 100), "GBP": Fraction(1, 100), "CNY": Fraction(1, 10)}
# So many of the best-known things are put into words.
LOOKED_AT = 4


@dataclass(frozen=True, slots=True)
class Rhythm:
    """So many of a thing in every so many days, weeks or months, with a hedge that is true."""

    count: int
    every: int
    period: str
    shown: Shown


def find_rhythm(days: Fraction) -> Rhythm | None:
    """How often something happens once in so many days, as people say it; None where it takes a crooked number.

    >>> found = find_rhythm(Fraction(603, 100))
    >>> found.count, found.every, found.period, found.shown.hedge
    (1, 6, 'day', 'about')
    """
    for rhythms in (_RHYTHMS, _FALLBACKS):
        near = [(abs(span / count - days), count, span, period, every) for count, span, period, every in rhythms]
        gap, count, span, period, every = min(near, key=lambda one: one[0])
        if within(span / count, days):
            hedge: CompareHedge = "exactly" if gap == 0 else "about"
            return Rhythm(count, every, period, Shown(span / count, hedge, float(gap / days)))
    return None


def shown_money(value: Fraction, currency: str) -> Shown | None:
    """An amount in as few figures as are true within 5 %; None below the smallest coin that buys anything.

    >>> shown_money(Fraction(352, 1000), "USD").value, shown_money(Fraction(311, 10), "USD").value
    (Fraction(7, 20), Fraction(30, 1))
    """
    if value < _COINS.get(currency, Fraction(1)):
        return None
    for figures in (1, 2):
        shown = significant(value, figures)
        if within(shown, value):
            return Shown(shown, "exactly" if shown == value else "about", float(abs(shown - value) / value))
    return None


def find_costs(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    """What a price, a subscription or a power comes to in everyday money; empty for a range and for what is no cost."""
    if quantity.high is not None:
        return
    if quantity.dimension == "currency" and is_price(quantity):
        yield from _over_a_year(quantity, view, audience)
    elif quantity.dimension == "currency_rate" and quantity.unit.endswith(("/ month", "/ year", "/ week")):
        yield from _by_the_day(quantity, view, audience)
    elif is_draw(quantity):
        yield from _electricity(quantity, view, audience)


def _things(unit: str, log: float, view: View, least: float, most: float, lang: Lang) -> list[Place]:
    """Things with a price in this currency that fit between so many times into an amount, the best known first."""
    key, found = key_of(unit), []
    for place in view.any_between(key, log - log10(most), log - log10(least), 3):
        thing = place.reference
        english = thing.names.get("en")
        one = english is None or english.thing.startswith(("a ", "an "))
        if thing.aspect == "price" and thing.names[lang].many and one and _NO_HABIT.isdisjoint(thing.topics):
            found.append(place)
    found.sort(key=lambda p: (-FAMILIARITY[p.level] * spread_part(p.reference), p.reference.id))
    return found[:LOOKED_AT]


def _over_a_year(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    price = in_base_units(Fraction(magnitude(quantity)), quantity.unit)
    if price <= 0:
        return
    for place in _things(quantity.unit, log10(float(price)), view, LEAST_THINGS, MOST_THINGS, audience.lang):
        yield from _rhythm(quantity, place, price, DAYS * place.base / price, True, audience)


def _rhythm(
    quantity: Quantity, place: Place, amount: Fraction, days: Fraction, for_a_year: bool, audience: Audience
) -> Iterator[Comparison]:
    found, thing, lang = find_rhythm(days), place.reference, audience.lang
    if found is None:
        return
    shown = rounded(found.shown, thing)
    parts = {**_money_parts(place, shown), "size": 0.9}
    paid, one = render(magnitude(quantity), quantity.unit, lang), render(thing.value, thing.unit, lang)
    currency = thing.unit
    if for_a_year:
        spread = f"{paid} ÷ {one} = {ratio_text(amount / place.base)}; {DAYS} ÷ {ratio_text(amount / place.base)}"
    else:
        spread = f"{one} ÷ {money_text(amount, currency, lang, exact=True)}"
    numbers = tuple(Fraction(n) for n in (found.count, found.every) if n > 1)
    yield compose(
        quantity, "cost", (thing,),
        rhythm_forms(stated(quantity, lang), thing, found.count, found.every, found.period, shown, for_a_year, lang),
        shown, parts, f"{spread} = {ratio_text(days)} {'days' if lang == 'en' else '天'}", audience,
        numbers=numbers, exact=days * 86_400, assumptions=(assumed_year(for_a_year, lang),),
    )  # fmt: skip


def _money_parts(place: Place, shown: Shown) -> dict[str, float]:
    """What is pictured is money or the thing that it buys; a tariff behind it is an assumption, not a second thing."""
    return {
        "familiarity": FAMILIARITY[place.level],
        "number": whole_part(Shown(Fraction(1), shown.hedge, shown.error)),
        "spread": round(spread_part(place.reference), 4),
        "combination": 0.9,
    }


def _by_the_day(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    currency, _, period = quantity.unit.partition(" / ")
    unit_days = {"month": Fraction(DAYS, 12), "year": Fraction(DAYS), "week": Fraction(7)}.get(period)
    if unit_days is None:
        # What is paid per seat and month depends on the seats.
        return
    amount = Fraction(magnitude(quantity)) / unit_days
    if amount <= 0:
        return
    lang, shown = audience.lang, shown_money(amount, currency)
    if shown is not None:
        working = (
            f"{render(magnitude(quantity), currency, lang)} ÷ {ratio_text(unit_days)} = "
            f"{money_text(amount, currency, lang, exact=True)}"
        )
        yield compose(
            quantity, "cost", (), daily_forms(stated(quantity, lang), shown, currency, lang), shown,
            {"number": whole_part(Shown(Fraction(1), shown.hedge, 0.0)), "combination": 0.6}, working, audience,
            numbers=(shown.value,), exact=amount, assumptions=(assumed_year(False, lang),),
        )  # fmt: skip
    base = in_base_units(amount, currency)
    for place in _things(currency, log10(float(base)), view, 1 / 31, 3, lang):
        yield from _rhythm(quantity, place, base, place.base / base, False, audience)


def _electricity(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    """An hour at full power, or a year where the specification says how much a year takes."""
    rates = [p for p in view.used("use", "currency_rate") if p.reference.unit.endswith(" / kilowatt_hour")]
    if not rates or magnitude(quantity) <= 0:
        return
    rate = min(rates, key=lambda p: (-p.level, p.reference.id))
    if "_hour / " in quantity.unit:
        yield from _a_year(quantity, rate, view, audience)
    else:
        yield from _an_hour(quantity, rate, audience)


def _an_hour(quantity: Quantity, rate: Place, audience: Audience) -> Iterator[Comparison]:
    lang, price = audience.lang, rate.reference
    currency = price.unit.partition(" / ")[0]
    kilowatts = convert(magnitude(quantity), quantity.unit, "kilowatt")
    hourly, tariff = kilowatts * Fraction(price.value), render(price.value, price.unit, lang)
    shown, parts = shown_money(hourly, currency), _money_parts(rate, Shown(Fraction(1), "about", 0.0))
    spec = render(magnitude(quantity), quantity.unit, lang)
    assumed = assumed_power(price, tariff, True, lang)
    if shown is not None:
        working = f"{spec} × {'1 h' if lang == 'en' else '1小时' if lang == 'zh-Hans' else '1小時'} × {tariff} = "
        yield compose(
            quantity, "cost", (price,), hourly_forms(stated(quantity, lang), shown, currency, lang), shown, parts,
            working + money_text(hourly, currency, lang, exact=True), audience,
            numbers=(shown.value,), exact=hourly, assumptions=(assumed,),
        )  # fmt: skip
        return
    little = LITTLE.get(currency, 1)
    timed = shown_time(little * 3600 / hourly, SHORTEST_USE_S, LONGEST_USE_S)
    if timed is None:
        return
    lasts, unit = timed
    lasts = Shown(lasts.value, "about", lasts.error)
    amount = money_text(Fraction(little), currency, lang)
    yield compose(
        quantity, "cost", (price,), runs_forms(stated(quantity, lang), lasts, unit, currency, lang), lasts, parts,
        f"{amount} ÷ {tariff} ÷ {spec} = {ratio_text(little / hourly)} {'h' if lang == 'en' else '小时' if lang == 'zh-Hans' else '小時'}",
        audience, numbers=(lasts.value, Fraction(little)), exact=little * 3600 / hourly, assumptions=(assumed,),
    )  # fmt: skip


def _a_year(quantity: Quantity, rate: Place, view: View, audience: Audience) -> Iterator[Comparison]:
    lang, price = audience.lang, rate.reference
    currency = price.unit.partition(" / ")[0]
    # A year of use has 365 days, as everywhere here; the unit's own year has a quarter of a day more.
    unit, _, period = quantity.unit.partition(" / ")
    times = {"year": Fraction(1), "month": Fraction(12), "week": Fraction(DAYS, 7), "day": Fraction(DAYS)}.get(period)
    if times is None:
        return
    used = convert(magnitude(quantity), unit, "kilowatt_hour") * times
    yearly, tariff = used * Fraction(price.value), render(price.value, price.unit, lang)
    shown = shown_money(yearly, currency)
    assumed = assumed_power(price, tariff, False, lang)
    working = f"{ratio_text(used)} kWh × {tariff} = {money_text(yearly, currency, lang, exact=True)}"
    if shown is None:
        return
    yield compose(
        quantity, "cost", (price,), yearly_forms(stated(quantity, lang), shown, currency, lang), shown,
        _money_parts(rate, shown), working, audience,
        numbers=(shown.value,), exact=yearly, assumptions=(assumed,),
    )  # fmt: skip
    base = in_base_units(yearly, currency)
    for place in _things(currency, log10(float(base)), view, 1.9, 20, lang):
        worth = shown_ratio(base / place.base)
        if worth is None or worth.value.denominator != 1 or worth.value < 2:
            continue
        worth = rounded(worth, place.reference)
        yield compose(
            quantity, "cost", (price, place.reference), worth_forms(stated(quantity, lang), place.reference, worth, lang),
            worth, _money_parts(place, worth),
            f"{working} ÷ {render(place.reference.value, currency, lang)} = {ratio_text(base / place.base)}", audience,
            numbers=(worth.value,), assumptions=(assumed,),
        )  # fmt: skip
