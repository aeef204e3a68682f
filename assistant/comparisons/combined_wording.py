"""What a combination of two measures is called in each language: times, counts, costs."""

from __future__ import annotations

from fractions import Fraction

from assistant.comparisons.numbers import count_text
from assistant.comparisons.rounding import Shown
from assistant.comparisons.wording import HEDGE, sentence
from assistant.schema import Forms, Lang, Reference

_UNITS = {
    "second": ("second", "秒", "秒"),
    "minute": ("minute", "分钟", "分鐘"),
    "hour": ("hour", "小时", "小時"),
    "day": ("day", "天", "天"),
    "year": ("year", "年", "年"),
}


def time_word(unit: str, lang: Lang) -> str:
    """The unit after a number other than one: "minutes", 分钟, 分鐘."""
    english, hans, hant = _UNITS[unit]
    return f"{english}s" if lang == "en" else hans if lang == "zh-Hans" else hant


def time_text(value: Fraction, unit: str, lang: Lang) -> str:
    """A shown time: "three minutes", 3分钟, 3分鐘."""
    if lang != "en":
        return f"{count_text(value, lang)}{time_word(unit, lang)}"
    return f"{count_text(value, lang)} {unit if value == 1 else time_word(unit, lang)}"


def _span(shown: Shown, unit: str, lang: Lang) -> str:
    return f"{HEDGE[lang][shown.hedge]}{time_text(shown.value, unit, lang)}"


def journey_forms(subject: str, route: Reference, shown: Shown, unit: str, lang: Lang) -> Forms:
    """Wording for a distance covered at the specified speed: "Beijing to Shanghai in about three minutes"."""
    thing, span = route.names[lang].thing, _span(shown, unit, lang)
    if lang == "en":
        noun = f"{thing} in {span}"
        return Forms(noun, f"would cover {noun}", f"At {subject}, {thing} takes {span}.")
    only = "" if shown.hedge == "more than" else "只需"
    return Forms(f"{thing}{span}", f"{thing}{only}{span}", f"以{subject}的速度，{thing}{only}{span}。")


def load_forms(subject: str, load: Reference, shown: Shown, unit: str, water: bool, lang: Lang) -> Forms:
    """Wording for an amount that the specified rate gets through: "a two-hour HD movie in about 40 minutes"."""
    thing, span = load.names[lang].thing, _span(shown, unit, lang)
    if lang == "en":
        noun = f"{thing} in {span}"
        return Forms(noun, f"delivers {noun}", f"At {subject}, {thing} takes {span}.")
    hans = lang == "zh-Hans"
    verb = ("放满" if hans else "放滿") if water else ("传完" if hans else "傳完")
    rate = "流量" if water else "速度"
    noun = f"{verb}{thing}{HEDGE[lang][shown.hedge]}需{time_text(shown.value, unit, lang)}"
    return Forms(noun, noun, f"以{subject}的{rate}，{noun}。")


def _enough(lang: Lang) -> str:
    return "够" if lang == "zh-Hans" else "夠"


def use_forms(subject: str, draw: Reference, shown: Shown, unit: str, lang: Lang) -> Forms:
    """Wording for how long a store feeds a draw: "enough to run a laptop for about ten hours"."""
    thing, span = draw.names[lang].thing, _span(shown, unit, lang)
    noun = f"enough to run {thing} for {span}" if lang == "en" else f"{_enough(lang)}{thing}用{span}"
    clause = f"is {noun}" if lang == "en" else noun
    return Forms(noun, clause, sentence(subject, clause, lang))


def without_losses(draw: Reference, power: str, lang: Lang) -> str:
    """The assumption behind such a time: no losses, and the draw that was taken."""
    name = draw.names[lang].name
    if lang == "en":
        return f"Without conversion losses; {name}: {power}."
    if lang == "zh-Hans":
        return f"不计转换损耗；{name}按{power}计算。"
    return f"不計轉換損耗；{name}以{power}計算。"


def at_once_forms(subject: str, stream: Reference, shown: Shown, lang: Lang) -> Forms:
    """Wording for how many of a thing a rate carries: "enough for about four HD streams at once"."""
    names, number = stream.names[lang], f"{HEDGE[lang][shown.hedge]}{count_text(shown.value, lang)}"
    if lang == "en":
        noun = f"enough for {number} {names.many} at once"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    together = "同时进行" if lang == "zh-Hans" else "同時進行"
    noun = f"{_enough(lang)}{number}{names.counter}{names.many}{together}"
    return Forms(noun, noun, sentence(subject, noun, lang))


def charges_forms(subject: str, device: Reference, shown: Shown, lang: Lang) -> Forms:
    """Wording for how often a store fills a battery: "enough for about two full charges of a typical Android phone"."""
    thing, number = device.names[lang].thing, f"{HEDGE[lang][shown.hedge]}{count_text(shown.value, lang)}"
    if lang == "en":
        noun = f"enough for {number} full charges of {thing}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    noun = f"够{thing}充满电{number}次" if lang == "zh-Hans" else f"夠{thing}充飽電{number}次"
    return Forms(noun, noun, sentence(subject, noun, lang))


EQUAL_VOLTAGE: dict[Lang, str] = {
    "en": "Equal voltage on both sides, without conversion losses.",
    "zh-Hans": "按两边电压相同、不计转换损耗计算。",
    "zh-Hant": "以兩邊電壓相同、不計轉換損耗計算。",
}
LOSSLESS: dict[Lang, str] = {
    "en": "Without conversion losses.",
    "zh-Hans": "不计转换损耗。",
    "zh-Hant": "不計轉換損耗。",
}


def uses_forms(subject: str, use: Reference, shown: Shown, lang: Lang) -> Forms:
    """Wording for how many uses a store holds: "enough for about 15 dryer loads"; 够烘干约15次."""
    names, number = use.names[lang], f"{HEDGE[lang][shown.hedge]}{count_text(shown.value, lang)}"
    if lang == "en":
        noun = f"enough for {number} {names.many}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    # What is done is named before its number, what is poured after it: 够烘干约15次, 够约3缸洗澡水.
    counted = f"{names.many}{number}次" if names.counter == "次" else f"{number}{names.counter}{names.many}"
    noun = f"{_enough(lang)}{counted}"
    return Forms(noun, noun, sentence(subject, noun, lang))


def hours_forms(subject: str, hour: Reference, shown: Shown, lang: Lang) -> Forms:
    """Wording for hours of streaming: "as much data as about 330 hours of HD streaming"."""
    names, number = hour.names[lang], f"{HEDGE[lang][shown.hedge]}{count_text(shown.value, lang)}"
    return _data(
        subject, f"{number} {names.many}" if lang == "en" else f"{number}{names.counter}{names.many}", shown, lang
    )


def streamed_forms(subject: str, stream: Reference, shown: Shown, unit: str, lang: Lang) -> Forms:
    """Wording for a volume of data at a stream's rate: "as much data as about ten hours of YouTube videos in 1080p"."""
    span, many = _span(shown, unit, lang), stream.names[lang].many
    return _data(subject, f"{span} of {many}" if lang == "en" else f"{span}{many}", shown, lang)


def _data(subject: str, held: str, shown: Shown, lang: Lang) -> Forms:
    if lang == "en":
        noun = f"as much data as {held}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    noun = f"{held}的流量"
    like = "" if shown.hedge in ("more than", "nearly") else "相当于" if lang == "zh-Hans" else "相當於"
    return Forms(noun, f"{like}{noun}", sentence(subject, f"{like}{noun}", lang))
