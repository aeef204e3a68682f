"""Sums that are a time: months round the clock, hours of riding, hours of mist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from assistant.comparisons.derived import words
from assistant.comparisons.derived.amounts import divide, scale
from assistant.comparisons.derived.figures import Figure, ends_in
from assistant.comparisons.derived.making import HOURS, Lines, division, make
from assistant.comparisons.derived.wording import lasting_forms
from assistant.comparisons.numbers import decimal_text
from assistant.comparisons.wording import figure
from assistant.schema import Comparison, Lang

# Fewer hours than these are days, which anybody sees.
_LEAST_HOURS = 500
# A radio's range is none to ride.
_LEAST_KM = 5
_ROUND_THE_CLOCK: dict[Lang, tuple[str, ...]] = {
    "en": ("round the clock", "around the clock", "day and night", "24/7", "24 hours a day", "non-stop", "nonstop"),
    "zh-Hans": ("日夜", "昼夜", "不停", "24小时", "全天候"),
    "zh-Hant": ("日夜", "晝夜", "不停", "24小時", "全天候"),
}
_MONTH_OF_30: dict[Lang, str] = {"en": "a month of 30 days", "zh-Hans": "一个月按30天算", "zh-Hant": "一個月以30天計"}


def find_intervals(figures: Sequence[Figure], lang: Lang) -> Iterator[Comparison]:
    """Hours between services, or of a lamp's life, as months or years of running day and night."""
    for one in figures:
        hours = ends_in(one.quantity, "hour") if one.quantity.unit == "hour" else None
        wanted = words.INTERVAL.search(one.words) and not words.NO_INTERVAL.search(one.words)
        if hours is None or not wanted or hours[0] < _LEAST_HOURS:
            continue
        yield from _interval(one, hours[0], lang)


def _interval(one: Figure, hours: Fraction, lang: Lang) -> Iterator[Comparison]:
    unit = "year" if hours >= 2 * HOURS["year"] else "month" if hours >= 2 * HOURS["month"] else "day"
    how = "round the clock" if lang == "en" else "日夜不停"
    days = {"day": "", "month": " ÷ 30", "year": " ÷ 365"}[unit]
    yield from make(
        (one,), "duration", scale(one.quantity, 1 / HOURS[unit]), unit, "time",
        lambda subject, amount, bound: lasting_forms(subject, how, amount, bound, unit, lang),
        (_ROUND_THE_CLOCK[lang],), f"{figure(one.quantity, lang)} ÷ 24{days}", lang,
        (_MONTH_OF_30[lang],) if unit == "month" else (),
    )  # fmt: skip


def find_rides(figures: Sequence[Figure], lang: Lang) -> Iterator[Comparison]:
    """How long a range lasts at the speed at which it holds; nothing at a top speed, at which none does."""
    ranges = [one for one in figures if one.quantity.dimension == "length" and words.RANGE.search(one.words)]
    speeds = [
        one
        for one in figures
        if one.quantity.dimension == "speed" and words.STEADY.search(one.words) and not words.TOP.search(one.words)
    ]
    if len(ranges) != 1 or len(speeds) != 1 or speeds[0].quantity.statistic == "maximum":
        return
    way, speed = ranges[0], speeds[0]
    cruising = "cruis" in speed.words.lower() or "巡航" in speed.words
    if way.fact != speed.fact and not cruising:
        return
    far, fast = ends_in(way.quantity, "kilometer"), _speed(speed)
    if far is None or fast is None or far[0] < _LEAST_KM:
        return
    text = _speed_text(speed, lang)
    lines = Lines(f"at {text}", text)
    yield from make(
        (way, speed), "duration", divide(far, fast, way.quantity, speed.quantity), "hour", "time",
        lambda subject, amount, bound: lasting_forms(
            subject, lines.of(lang), amount, bound, "hour", lang, ("够跑", "夠跑")
        ),
        ((text.lower(), *_RIDING[lang]),), division(way, text, lang), lang,
    )  # fmt: skip


_RIDING: dict[Lang, tuple[str, ...]] = {
    "en": ("riding", "ride", "driving", "cruising", "at that speed", "sailing"),
    "zh-Hans": ("骑", "跑", "开", "行驶", "航行"),
    "zh-Hant": ("騎", "跑", "開", "行駛", "航行"),
}


def _speed_text(one: Figure, lang: Lang) -> str:
    """The speed as given; in Chinese 时速30公里, which stands in a clause as 30km/h does not."""
    if lang == "en":
        return figure(one.quantity, lang)
    low, high = (decimal_text(Fraction(value)) for value in (one.quantity.low, one.quantity.high or one.quantity.low))
    way = "公里" if one.quantity.unit.startswith("kilo") else "英里"
    return f"{'时速' if lang == 'zh-Hans' else '時速'}{low if low == high else f'{low}至{high}'}{way}"


def _speed(one: Figure) -> tuple[Fraction, Fraction] | None:
    unit = one.quantity.unit
    if unit not in ("kilometer / hour", "mile / hour"):
        return None
    length = unit.partition(" / ")[0]
    low, high = Fraction(one.quantity.low), Fraction(one.quantity.high or one.quantity.low)
    factor = Fraction(1) if length == "kilometer" else Fraction("1.609344")
    return low * factor, high * factor


_MISTING: dict[Lang, tuple[str, ...]] = {
    "en": ("tank", "filling", "fill", "refill", "at that rate"),
    "zh-Hans": ("水箱", "加一次水", "一箱", "加满"),
    "zh-Hant": ("水箱", "加一次水", "一箱", "加滿"),
}


def find_mists(figures: Sequence[Figure], lang: Lang) -> Iterator[Comparison]:
    """How long a tank lasts at the mist that comes out of it; nothing where two tanks or rates are stated."""
    tanks = [
        one
        for one in figures
        if one.quantity.dimension == "volume" and words.TANK.search(one.words) and not words.NO_STOCK.search(one.words)
    ]
    rates = [
        one
        for one in figures
        if one.quantity.unit in ("milliliter / hour", "liter / hour") and words.MIST.search(one.words)
    ]
    if len(tanks) != 1 or len(rates) != 1:
        return
    tank, rate = tanks[0], rates[0]
    full, hourly = ends_in(tank.quantity, "milliliter"), ends_in(rate.quantity, "milliliter")
    if full is None or hourly is None:
        return
    text = figure(rate.quantity, lang)
    lines = Lines(f"at {text}", text)
    yield from make(
        (tank, rate), "duration", divide(full, hourly, tank.quantity, rate.quantity), "hour", "time",
        lambda subject, amount, bound: lasting_forms(
            subject, lines.of(lang), amount, bound, "hour", lang, ("够用", "夠用")
        ),
        ((text.lower(), *_MISTING[lang]),), division(tank, text, lang), lang,
    )  # fmt: skip
