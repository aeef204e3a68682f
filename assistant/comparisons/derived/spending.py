"""Sums that are spent: money a month for a filter, money a piece, energy day and night."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assistant.comparisons.derived import words
from assistant.comparisons.derived.amounts import divide, ends, scale
from assistant.comparisons.derived.figures import Figure
from assistant.comparisons.derived.making import division, make
from assistant.comparisons.derived.uses import piece_of
from assistant.comparisons.derived.wording import energy_forms, monthly_forms, piece_forms
from assistant.comparisons.wording import figure
from assistant.schema import Comparison, Lang
from assistant.units import convert

_MONTHS = {"month": Fraction(1), "year": Fraction(12)}
_PERIODS: dict[str, dict[Lang, tuple[str, ...]]] = {
    "month": {"en": ("month",), "zh-Hans": ("每月", "一个月", "每个月"), "zh-Hant": ("每月", "一個月", "每個月")},
    "week": {"en": ("week",), "zh-Hans": ("每周", "一周"), "zh-Hant": ("每週", "一週")},
}
_OVER: dict[str, dict[Lang, tuple[str, ...]]] = {
    "month": {"en": ("month", "30 days"), "zh-Hans": ("30天", "月"), "zh-Hant": ("30天", "月")},
    "year": {"en": ("year",), "zh-Hans": ("年",), "zh-Hant": ("年",)},
}
_RUNNING: dict[Lang, tuple[str, ...]] = {
    "en": ("round the clock", "around the clock", "day and night", "24/7", "24 hours a day", "non-stop", "nonstop"),
    "zh-Hans": ("日夜", "昼夜", "不停", "24小时", "全天候", "不间断"),
    "zh-Hant": ("日夜", "晝夜", "不停", "24小時", "全天候", "不間斷"),
}
_STANDING: dict[Lang, tuple[str, ...]] = {
    "en": ("standby", "stand-by", "idle"),
    "zh-Hans": ("待机",),
    "zh-Hant": ("待機",),
}
_MONTH_OF_30: dict[Lang, str] = {"en": "a month of 30 days", "zh-Hans": "一个月按30天算", "zh-Hant": "一個月以30天計"}
_YEAR_OF_365: dict[Lang, str] = {"en": "a year of 365 days", "zh-Hans": "一年按365天算", "zh-Hant": "一年以365天計"}
# What stands between the price of a pack and what is in it.
_FOR = re.compile(
    r"\s*(?:for(?: a (?:pack|box|bottle|tub) of)?|/)\s*|[，,、/／]?\s*(?:售价|售價|只要|仅需|僅需|仅|僅)?[:：]?\s*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\bfor\b|/|／|售[价價]|只要|[仅僅]", re.IGNORECASE)


def _part_of(figure_: Figure) -> str | None:
    return next((name for name, said in words.PARTS.items() if said.search(figure_.words)), None)


def find_upkeep(figures: Sequence[Figure], lang: Lang) -> Iterator[Comparison]:
    """What a part costs a month, or a week, over its life; nothing for a pack, a discount or two prices of one part."""
    prices = [
        one
        for one in figures
        if one.quantity.dimension == "currency" and _part_of(one) and not words.SEVERAL.search(one.fact.text)
    ]
    lives = [
        one
        for one in figures
        if one.quantity.unit in ("week", *_MONTHS)
        and _part_of(one)
        and words.LASTS.search(one.words)
        and not words.NO_LIFE.search(one.words)
    ]
    for price in prices:
        part = _part_of(price)
        lasting = [one for one in lives if _part_of(one) == part]
        if len(lasting) != 1 or sum(_part_of(one) == part for one in prices) > 1:
            continue
        yield from _upkeep(price, lasting[0], lang)


def _upkeep(price: Figure, life: Figure, lang: Lang) -> Iterator[Comparison]:
    period = "week" if life.quantity.unit == "week" else "month"
    low, high = (end * _MONTHS.get(life.quantity.unit, Fraction(1)) for end in ends(life.quantity))
    if high <= 1:
        # What is bought once a month costs its price.
        return
    text, currency = figure(life.quantity, lang), price.quantity.unit
    yield from make(
        (price, life), "cost", divide(ends(price.quantity), (low, high), price.quantity, life.quantity),
        currency, "amount",
        lambda subject, amount, bound: monthly_forms(subject, text, amount, bound, (currency, period), lang),
        (_PERIODS[period][lang],), division(price, text, lang), lang,
    )  # fmt: skip


def find_piece_prices(figures: Sequence[Figure], lang: Lang) -> Iterator[Comparison]:
    """What one of a pack costs, where the price and the pack stand side by side in one fact of two figures."""
    for price in figures:
        if price.quantity.dimension != "currency" or len(price.fact.quantities) != 2:
            continue
        if words.OFF.search(price.fact.text):
            continue
        packs = [one for one in figures if one.fact == price.fact and one.quantity.dimension == "count"]
        piece = piece_of(packs[0], lang) if len(packs) == 1 else None
        if piece is None or not _is_for(price, packs[0]):
            continue
        yield from _piece_price(price, packs[0], piece, lang)


def _piece_price(price: Figure, pack: Figure, piece: str, lang: Lang) -> Iterator[Comparison]:
    currency = price.quantity.unit
    each = (f"a {piece}", f"per {piece}", "each", "apiece") if lang == "en" else (f"每{piece}", f"一{piece}")
    yield from make(
        (price, pack), "cost", divide(ends(price.quantity), ends(pack.quantity), price.quantity, pack.quantity),
        currency, "amount",
        lambda subject, amount, bound: piece_forms(subject, piece, amount, bound, currency, lang),
        (each,), division(price, pack.quantity.text, lang), lang,
    )  # fmt: skip


def _is_for(price: Figure, pack: Figure) -> bool:
    """Whether nothing but "for" stands between the price and what it buys."""
    first, second = sorted((price.quantity, pack.quantity), key=lambda one: one.start)
    start = price.fact.start
    between = price.fact.text[first.end - start : second.start - start]
    return bool(_FOR.fullmatch(between) and _WORD.search(between))


def find_energy(figures: Sequence[Figure], lang: Lang, product: str = "") -> Iterator[Comparison]:
    """What a draw comes to over 30 days, where its fact says day and night; over a year for what stands by.

    Of a product that is never off (an air purifier, a router) its only draw is one day and night.
    """
    draws = [one for one in figures if one.quantity.dimension == "power"]
    never_off = len(draws) == 1 and bool(words.NEVER_OFF.search(product))
    for one in figures:
        if one.quantity.unit not in ("watt", "kilowatt", "milliwatt") or words.NO_DRAW.search(one.fact.text):
            continue
        standby = bool(words.STANDBY.search(one.words))
        if not standby and (
            not (never_off or words.DAY_AND_NIGHT.search(one.fact.text))
            or sum(q.dimension == "power" for q in one.fact.quantities) > 1
        ):
            continue
        yield from _energy(one, standby, lang)


def _energy(one: Figure, standby: bool, lang: Lang) -> Iterator[Comparison]:
    days = 365 if standby else 30
    used = scale(one.quantity, convert(1, one.quantity.unit, "kilowatt") * 24 * days)
    said = (_OVER["year"][lang], _STANDING[lang]) if standby else (_OVER["month"][lang], _RUNNING[lang])
    yield from make(
        (one,), "cost", used, "kilowatt_hour", "amount",
        lambda subject, amount, bound: energy_forms(subject, standby, amount, bound, lang), said,
        f"{figure(one.quantity, lang)} × 24 h × {days}", lang,
        (_YEAR_OF_365[lang] if standby else _MONTH_OF_30[lang],),
    )  # fmt: skip
