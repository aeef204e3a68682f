"""What money is called in each language: "one latte every six days for a year", 每小时电费约0.9元."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from assistant.comparisons.candidates import ratio_text
from assistant.comparisons.combined_wording import time_text
from assistant.comparisons.numbers import count_text
from assistant.comparisons.rounding import Shown
from assistant.comparisons.wording import HEDGE, sentence
from assistant.schema import Forms, Lang, Reference
from assistant.units import render

_CENTS = {"USD": ("{} cent{s}"), "EUR": ("{} cent{s}"), "GBP": ("{}p")}
# A little money, where an hour costs less than the smallest coin: one of most, ten where one buys nothing.
LITTLE = {"TWD": 10, "HKD": 10, "JPY": 10}
_A_LITTLE = {"USD": "a dollar", "EUR": "a euro", "GBP": "a pound"}
_EVERY: dict[str, tuple[str, str, str]] = {
    "day": ("day", "天", "天"),
    "week": ("week", "周", "週"),
    "month": ("month", "月", "個月"),
}


def money_text(value: Fraction, currency: str, lang: Lang, exact: bool = False) -> str:
    """An amount as people say it: "35 cents", "$1.10", 0.9元; with four figures where it is `exact`."""
    if lang == "en" and not exact and value < 1 and currency in _CENTS:
        cents = ratio_text(value * 100)
        return _CENTS[currency].format(cents, s="" if cents == "1" else "s")
    number = Decimal(ratio_text(value).replace(",", ""))
    if not exact and lang == "en" and value.denominator != 1:
        number = number.quantize(Decimal("0.01"))
    return render(number, currency, lang)


def rhythm_forms(
    subject: str, thing: Reference, count: int, every: int, period: str, shown: Shown, for_a_year: bool, lang: Lang
) -> Forms:
    """Wording for a price spread over time: "about one latte every six days for a year"."""
    names, hedge = thing.names[lang], HEDGE[lang][shown.hedge]
    unit = _EVERY[period]
    if lang == "en":
        things = f"{count_text(Fraction(count), lang)} {names.many}"
        if count == 1:
            things = f"one {names.thing.partition(' ')[2]}"
        often = f"a {unit[0]}" if every == 1 else f"every {count_text(Fraction(every), lang)} {unit[0]}s"
        noun = f"{hedge}{things} {often}{' for a year' if for_a_year else ''}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    hans = lang == "zh-Hans"
    things = f"{'一' if count == 1 else count_text(Fraction(count), lang)}{names.counter}{names.many}"
    word = unit[1] if hans else unit[2]
    often = f"每{'' if every == 1 else count_text(Fraction(every), lang)}{word}"
    year = ("一年里" if hans else "一年裡") if for_a_year else ""
    noun = f"{year}{hedge}{often}{things}"
    like = "相当于" if hans else "相當於"
    return Forms(noun, f"{like}{noun}", sentence(subject, f"{like}{noun}", lang))


def assumed_year(for_a_year: bool, lang: Lang) -> str:
    """The assumption behind a price per day."""
    if for_a_year:
        return {
            "en": "The price spread over one year of daily use.",
            "zh-Hans": "按每天使用、价格分摊到一年计算。",
            "zh-Hant": "以每天使用、價格分攤到一年計算。",
        }[lang]
    return {
        "en": "A year of 365 days in twelve equal months.",
        "zh-Hans": "按一年365天、12个月平均计算。",
        "zh-Hant": "以一年365天、12個月平均計算。",
    }[lang]


def assumed_power(price: Reference, tariff: str, full: bool, lang: Lang) -> str:
    """The assumption behind a cost of electricity: the tariff, and full power where an hour is counted."""
    of = price.names[lang].of
    if lang == "en":
        return f"{'Running at that power; e' if full else 'E'}lectricity at {tariff}: {of}."
    if lang == "zh-Hans":
        return f"{'按此功率持续运行，' if full else ''}电价{tariff}（{of}）。"
    return f"{'以此功率持續運轉，' if full else ''}電價{tariff}（{of}）。"


def daily_forms(subject: str, shown: Shown, currency: str, lang: Lang) -> Forms:
    """Wording for a subscription by the day: "about 33 cents a day", 每天约0.8元."""
    hedge, amount = HEDGE[lang][shown.hedge], money_text(shown.value, currency, lang)
    if lang == "en":
        noun = f"{hedge}{amount} a day"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    noun = f"每天{hedge}{amount}"
    clause = f"{'相当于' if lang == 'zh-Hans' else '相當於'}{noun}"
    return Forms(noun, clause, sentence(subject, clause, lang))


def _bill(subject: str, english: str, noun: str, lang: Lang) -> Forms:
    """Wording for a running cost: what it uses in English, a topic and its comment in Chinese."""
    if lang == "en":
        return Forms(english, f"uses {english}", sentence(subject, f"uses {english}", lang))
    return Forms(noun, noun, f"{subject}，{noun}。")


def hourly_forms(subject: str, shown: Shown, currency: str, lang: Lang) -> Forms:
    """Wording for an hour at full power: "about 35 cents of electricity an hour"."""
    said = f"{HEDGE[lang][shown.hedge]}{money_text(shown.value, currency, lang)}"
    bill = "每小时电费" if lang == "zh-Hans" else "每小時電費"
    return _bill(subject, f"{said} of electricity an hour", f"{bill}{said}", lang)


def yearly_forms(subject: str, shown: Shown, currency: str, lang: Lang) -> Forms:
    """Wording for a year of use: "about $31 of electricity a year"."""
    said = f"{HEDGE[lang][shown.hedge]}{money_text(shown.value, currency, lang)}"
    bill = "一年电费" if lang == "zh-Hans" else "一年電費"
    return _bill(subject, f"{said} of electricity a year", f"{bill}{said}", lang)


def worth_forms(subject: str, thing: Reference, shown: Shown, lang: Lang) -> Forms:
    """Wording for what a year's electricity would buy: "about six lattes' worth of electricity a year"."""
    names, number = thing.names[lang], f"{HEDGE[lang][shown.hedge]}{count_text(shown.value, lang)}"
    if lang == "en":
        worth = f"{number} {names.many}{'’' if names.many.endswith('s') else '’s'} worth of electricity"
        return Forms(f"{worth} a year", f"uses {worth} a year", sentence(subject, f"uses {worth} a year", lang))
    like = "" if shown.hedge in ("more than", "nearly") else "相当于" if lang == "zh-Hans" else "相當於"
    bill = "一年电费" if lang == "zh-Hans" else "一年電費"
    noun = f"{bill}{like}{number}{names.counter}{names.many}"
    return Forms(noun, noun, f"{subject}，{noun}。")


def runs_forms(subject: str, shown: Shown, unit: str, currency: str, lang: Lang) -> Forms:
    """Wording for how long a little money lasts: "about nine days on a dollar of electricity"."""
    little = LITTLE.get(currency, 1)
    span = f"{HEDGE[lang][shown.hedge]}{time_text(shown.value, unit, lang)}"
    if lang == "en":
        noun = f"{span} on {_A_LITTLE.get(currency, money_text(Fraction(little), currency, lang))} of electricity"
        return Forms(noun, f"runs {noun}", sentence(subject, f"runs {noun}", lang))
    bill = "电费" if lang == "zh-Hans" else "電費"
    noun = f"{money_text(Fraction(little), currency, lang)}{bill}可用{span}"
    return Forms(noun, noun, f"{subject}，{noun}。")
