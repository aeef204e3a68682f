"""What a sum is called in each language: "enough for about 33,000 cups at 18 g each", 按每杯18克算，约够3.3万杯."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from assistant.comparisons.candidates import ratio_text
from assistant.comparisons.cost_wording import money_text
from assistant.comparisons.derived.amounts import Amount, Bound
from assistant.comparisons.numbers import count_text
from assistant.comparisons.wording import HEDGE, sentence
from assistant.schema import Forms, Lang
from assistant.units import render

_BOUND: dict[Lang, dict[str, str]] = {
    "en": {"up to": "up to ", "at least": "at least "},
    "zh-Hans": {"up to": "最多", "at least": "至少"},
    "zh-Hant": {"up to": "最多", "at least": "至少"},
}
# Of a use: English plural, Chinese "each", verb, counter.
_USES: dict[str, tuple[str, str, str, str]] = {
    "cup": ("cups", "每杯", "", "杯"),
    "wash": ("washes", "每次", "洗", "次"),
    "serving": ("servings", "每份", "", "份"),
    "dose": ("doses", "每次", "用", "次"),
    "grind": ("doses", "每次", "磨", "次"),
    "time": ("uses", "每次", "用", "次"),
}
_VESSELS: dict[str, tuple[str, str, str]] = {
    "jug": ("jug", "水壶", "水壺"),
    "bottle": ("bottle", "水瓶", "水瓶"),
    "kettle": ("kettle", "水壶", "水壺"),
    "tank": ("tank", "水箱", "水箱"),
}
# English; before a Chinese half and after a Chinese number.
_TIMES: dict[str, tuple[str, str, str]] = {
    "hour": ("hour", "小时", "小時"),
    "day": ("day", "天", "天"),
    "month": ("month", "月", "月"),
    "year": ("year", "年", "年"),
}


def _by(lang: Lang, what: str) -> str:
    """按…算， in the way of each script."""
    return f"按{what}算，" if lang == "zh-Hans" else f"以{what}計算，"


def _lead(amount: Amount, bound: Bound, lang: Lang) -> str:
    return _BOUND[lang].get(bound, "") + HEDGE[lang][amount.hedge]


def _does(amount: Amount, bound: Bound, verb: str, what: str, lang: Lang) -> str:
    """Verb and number in Chinese: 约够33杯, and, where it is more, 够3杯以上."""
    if verb and amount.hedge == "more than":
        return f"{verb}{what}以上"
    return f"{_lead(amount, bound, lang)}{verb}{what}"


def _counts(amount: Amount, lang: Lang) -> str:
    return (" to " if lang == "en" else "至").join(count_text(value, lang) for value in amount.values)


def span_text(values: tuple[Fraction, ...], unit: str, lang: Lang) -> str:
    """A time or a range of times.

    >>> span_text((Fraction(11, 2),), "month", "en"), span_text((Fraction(11, 2),), "month", "zh-Hans")
    ('five and a half months', '5个半月')
    """
    english, hans, hant = _TIMES[unit]
    if lang == "en":
        numbers = " to ".join(count_text(value, lang) for value in values)
        return f"{numbers} {english if values == (Fraction(1),) else english + 's'}"
    word, piece = (hans, "个") if lang == "zh-Hans" else (hant, "個")
    value = values[0]
    if len(values) == 1 and value.denominator == 2 and value < 10:
        whole = count_text(Fraction(int(value)), lang)
        return f"{whole}{word}半" if unit in ("day", "year") else f"{whole}{piece}半{word}"
    numbers = "至".join(count_text(one, lang) for one in values)
    return f"{numbers}{piece if unit == 'month' else ''}{word}"


def uses_forms(subject: str, use: str, dose: str, amount: Amount, bound: Bound, lang: Lang) -> Forms:
    """Wording for how many uses a stock is good for."""
    many, each, verb, counter = _USES[use]
    if lang == "en":
        noun = f"enough for {_lead(amount, bound, lang)}{_counts(amount, lang)} {many} at {dose} each"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    enough = "够" if lang == "zh-Hans" else "夠"
    noun = f"{_by(lang, each + dose)}{_does(amount, bound, enough + verb, _counts(amount, lang) + counter, lang)}"
    return Forms(noun, noun, f"{subject}，{noun}。")


def fillings_forms(subject: str, vessel: str, size: str, amount: Amount, bound: Bound, lang: Lang) -> Forms:
    """Wording for how often a vessel is filled before its filter is changed."""
    english, hans, hant = _VESSELS[vessel]
    if lang == "en":
        noun = f"{_lead(amount, bound, lang)}{_counts(amount, lang)} fillings of the {size} {english}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    enough, full, word = ("够", "装满", hans) if lang == "zh-Hans" else ("夠", "裝滿", hant)
    times = f"{_counts(amount, lang)}次"
    noun = f"{_by(lang, f'{size}的{word}')}{_does(amount, bound, enough + full, times, lang)}"
    return Forms(noun, noun, f"{subject}，{noun}。")


def lasting_forms(
    subject: str, how: str, amount: Amount, bound: Bound, unit: str, lang: Lang, verb: tuple[str, str] = ("", "")
) -> Forms:
    """Wording for a time under a condition: `how` is "at 30 km/h", in Chinese what stands between 按 and 算.

    `verb` is what Chinese puts before the time in each script (够用, 夠用).
    """
    lead, time = _lead(amount, bound, lang), span_text(amount.values, unit, lang)
    if lang == "en":
        noun = f"{lead}{time} {how}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    does = verb[0] if lang == "zh-Hans" else verb[1]
    noun = f"{_by(lang, how)}{_does(amount, bound, does, time, lang)}"
    return Forms(noun, noun, f"{subject}，{noun}。")


def sum_of_money(values: tuple[Fraction, ...], currency: str, lang: Lang) -> str:
    """One amount, or two with the sign where the language has it: "$74 to $150", 74至150元."""
    said = [money_text(value, currency, lang) for value in values]
    if lang == "en" or len(said) == 1:
        return " to ".join(said)
    return f"{ratio_text(values[0]).replace(',', '')}至{said[1]}"


def monthly_forms(subject: str, life: str, amount: Amount, bound: Bound, paid: tuple[str, str], lang: Lang) -> Forms:
    """Wording for what a part costs over its life: `paid` is the currency and the period."""
    currency, period = paid
    money, lead = sum_of_money(amount.values, currency, lang), _lead(amount, bound, lang)
    if lang == "en":
        noun = f"{lead}{money} a {period} over {life}"
        return Forms(noun, f"comes to {noun}", sentence(subject, f"comes to {noun}", lang))
    each = "每月" if period == "month" else "每周" if lang == "zh-Hans" else "每週"
    once = f"{life}换一次" if lang == "zh-Hans" else f"{life}換一次"
    noun = f"{_by(lang, once)}{each}{lead}{money}"
    return Forms(noun, noun, f"{subject}，{noun}。")


def piece_forms(subject: str, piece: str, amount: Amount, bound: Bound, currency: str, lang: Lang) -> Forms:
    """Wording for what one of a pack costs."""
    money, lead = sum_of_money(amount.values, currency, lang), _lead(amount, bound, lang)
    if lang == "en":
        noun = f"{lead}{money} a {piece}"
        return Forms(noun, f"comes to {noun}", sentence(subject, f"comes to {noun}", lang))
    noun = f"每{piece}{lead}{money}"
    return Forms(noun, noun, f"{subject}，{noun}。")


def energy_forms(subject: str, standby: bool, amount: Amount, bound: Bound, lang: Lang) -> Forms:
    """Wording for what runs day and night: over 30 days, or over a year for what stands by."""
    lead = _lead(amount, bound, lang)
    if lang == "en":
        number = " to ".join(ratio_text(value) for value in amount.values)
        over = "a year on standby" if standby else "over 30 days round the clock"
        noun = f"{lead}{number} kWh {over}"
        return Forms(noun, f"comes to {noun}", sentence(subject, f"comes to {noun}", lang))
    number = "至".join(ratio_text(value).replace(",", "") for value in amount.values)
    hans = lang == "zh-Hans"
    how = ("全年待机" if hans else "全年待機") if standby else ("日夜不停开30天" if hans else "日夜不停開30天")
    noun = f"{_by(lang, how)}{lead}{number}{'度电' if hans else '度電'}"
    return Forms(noun, noun, f"{subject}，{noun}。")


def amount_text(value: Decimal, high: Decimal | None, unit: str, lang: Lang) -> str:
    """The amount of a figure without what it is per: of "18 g per cup" the 18 g."""
    own = unit.partition(" / ")[0]
    if high is None:
        return render(value, own, lang)
    return f"{value}{' to ' if lang == 'en' else '至'}{render(high, own, lang)}"
