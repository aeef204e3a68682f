"""What a share is called in each language: one in 20, seven of every 10 grams, hours of downtime, drops in a bath."""

from __future__ import annotations

from fractions import Fraction

from assistant.comparisons.combined_wording import time_text
from assistant.comparisons.frequencies import Frequency
from assistant.comparisons.numbers import count_text
from assistant.comparisons.roles import Share
from assistant.comparisons.rounding import Shown
from assistant.comparisons.wording import HEDGE, sentence
from assistant.schema import Forms, Hedge, Lang, Reference

# How a hedge of the specification stands before an exact number; of what is left the opposite holds.
_SAID: dict[Lang, dict[Hedge, str]] = {
    "en": {"": "", "about": "about ", "at least": "at least ", "up to": "at most ", "more than": "more than ",
           "less than": "fewer than ", "nearly": "nearly "},
    "zh-Hans": {"": "", "about": "约", "at least": "至少", "up to": "最多", "more than": "超过", "less than": "不到", "nearly": "近"},
    "zh-Hant": {"": "", "about": "約", "at least": "至少", "up to": "最多", "more than": "超過", "less than": "不到", "nearly": "近"},
}  # fmt: skip
OPPOSITE: dict[Hedge, Hedge] = {
    "": "", "about": "about", "at least": "up to", "up to": "at least", "more than": "less than", "less than": "more than",
    "nearly": "more than",
}  # fmt: skip
# In English, British English and the two scripts.
_MEASURES: dict[Share, tuple[str, str, str, str]] = {
    "grams": ("grams", "grams", "克", "公克"),
    "milliliters": ("milliliters", "millilitres", "毫升", "毫升"),
}
# What is kept out one by one, and what is only a share of something.
_COUNTED = ("颗粒", "顆粒", "微粒", "菌", "花粉", "灰尘", "灰塵", "尘", "塵")


def counted(frequency: Frequency, hedge: Hedge, lang: Lang) -> str:
    """The number with its hedge: "about three", "at least seven", 约3, 至少7."""
    said = HEDGE[lang][frequency.shown.hedge] or _SAID[lang][hedge]
    return f"{said}{count_text(Fraction(frequency.count), lang)}"


def _of(frequency: Frequency, hedge: Hedge, lang: Lang) -> tuple[str, str]:
    return counted(frequency, hedge, lang), count_text(Fraction(frequency.among), lang)


def portion_forms(
    subject: str, frequency: Frequency, role: Share | None, hedge: Hedge, british: bool, lang: Lang
) -> Forms:
    """Wording for a share as so many in so many: "about one in 20", 每20个里约有1个, 每10克里有7克."""
    number, among = _of(frequency, hedge, lang)
    if lang == "en":
        noun = f"{number} in {among}"
        if role in _MEASURES:
            noun = f"{number} of every {among} {_MEASURES[role][british]}"
        elif role == "parts":
            noun = f"{number} {'part' if frequency.count == 1 else 'parts'} in {among}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    unit = "个" if lang == "zh-Hans" else "個"
    if role in _MEASURES:
        unit = _MEASURES[role][2 if lang == "zh-Hans" else 3]
    elif role != "cases":
        unit = "份"
    return _chinese(subject, among, _each(number, frequency, unit, "有", lang), unit, lang)


def left_forms(subject: str, frequency: Frequency, about: str, hedge: Hedge, lang: Lang) -> Forms:
    """Wording for what a filter lets through: "about three in 10,000 left", 每1万个里约剩3个. `about` is the attribute."""
    number, among = _of(frequency, hedge, lang)
    if lang == "en":
        return Forms(
            f"{number} in {among} left",
            f"leaves {number} in {among}",
            sentence(subject, f"leaves {number} in {among}", lang),
        )
    one_by_one = any(word in about for word in _COUNTED)
    unit = ("个" if lang == "zh-Hans" else "個") if one_by_one else "份"
    return _chinese(subject, among, _each(number, frequency, unit, "剩", lang), unit, lang)


def _each(number: str, frequency: Frequency, unit: str, verb: str, lang: Lang) -> str:
    """约有1个, 至少有7克, 剩3份: the hedge stands before the verb."""
    digits = count_text(Fraction(frequency.count), lang)
    return f"{number.removesuffix(digits)}{verb}{digits}{unit}"


def _chinese(subject: str, among: str, held: str, unit: str, lang: Lang) -> Forms:
    inside = "里" if lang == "zh-Hans" else "裡"
    noun = f"每{among}{unit}{inside}{held}"
    return Forms(noun, noun, f"{subject}，即{noun}。")


def down_forms(subject: str, shown: Shown, unit: str, lang: Lang) -> Forms:
    """Wording for the time that a service may be down in a year: "at most about 8.8 hours of downtime a year"."""
    hedge = HEDGE[lang][shown.hedge]
    if lang == "en":
        noun = f"at most {hedge}{time_text(shown.value, unit, lang)} of downtime a year"
        return Forms(noun, f"leaves {noun}", sentence(subject, f"leaves {noun}", lang))
    stop = "停机" if lang == "zh-Hans" else "停機"
    noun = f"一年{stop}最多{hedge}{time_text(shown.value, unit, lang)}"
    return Forms(noun, noun, f"{subject}，即{noun}。")


ALL_YEAR: dict[Lang, str] = {
    "en": "A year of 365 days, day and night.",
    "zh-Hans": "一年按365天、昼夜不停计算。",
    "zh-Hant": "一年以365天、晝夜不停計算。",
}


def several(thing: Reference, number: int, lang: Lang) -> str | None:
    """So many of a thing: "three drops of water", 3滴水; None where its names do not say how it is counted."""
    names, count = thing.names[lang], count_text(Fraction(number), lang)
    if lang == "en":
        if number > 1:
            return f"{count} {names.many}" if names.many else None
        article, _, rest = names.thing.partition(" ")
        return f"one {rest}" if article in ("a", "an") else None
    # 一滴水, 一茶匙: the measure word stands in the name.
    if not names.thing.startswith("一"):
        return None
    return f"{'1' if number == 1 else count}{names.thing[1:]}"


def drops_forms(subject: str, small: str, vessel: Reference, shown: Shown, lang: Lang) -> Forms:
    """Wording for a trace as drops in a vessel: "like about three drops of water in a full bathtub"."""
    hedge, thing = HEDGE[lang][shown.hedge], vessel.names[lang].thing
    if lang == "en":
        noun = f"like {hedge}{small} in {thing}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    noun = f"好比{thing}{'里' if lang == 'zh-Hans' else '裡'}的{hedge}{small}"
    return Forms(noun, noun, sentence(subject, noun, lang))


def tick_forms(subject: str, shown: Shown, unit: str, lang: Lang) -> Forms:
    """Wording for a trace, or for how far a clock is off, in time: "one second in about 14 hours"."""
    hedge = HEDGE[lang][shown.hedge]
    span = time_text(shown.value, unit, lang)
    if lang == "en":
        noun = f"one second in {hedge}{span}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    noun = f"{hedge}{span}里的1秒" if lang == "zh-Hans" else f"{hedge}{span}裡的1秒"
    like = "相当于" if lang == "zh-Hans" else "相當於"
    return Forms(noun, f"{like}{noun}", sentence(subject, f"{like}{noun}", lang))


def sizes_taken(small: str, vessel: str, lang: Lang) -> str:
    """The sizes behind drops in a vessel."""
    if lang == "en":
        return f"By volume; taken as {small} and {vessel}."
    return f"按体积；{small}，{vessel}。" if lang == "zh-Hans" else f"以體積計；{small}，{vessel}。"
