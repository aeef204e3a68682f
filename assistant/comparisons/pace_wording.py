"""What a pace is called in each language, and what it is that comes: an order, 一单, a page."""

from __future__ import annotations

import re
from typing import Literal

from assistant.comparisons.combined_wording import time_text, time_word
from assistant.comparisons.numbers import count_text
from assistant.comparisons.rounding import Shown
from assistant.comparisons.wording import HEDGE, sentence
from assistant.schema import Forms, Lang, Quantity

# Over what a rate was spread: round the clock, a working day, or evenly within its own short time.
Spread = Literal["day and night", "eight hours", "even"]
_SPREAD: dict[Spread, dict[Lang, str]] = {
    "day and night": {
        "en": "Spread evenly over day and night.",
        "zh-Hans": "按昼夜不停、间隔均匀计算。",
        "zh-Hant": "以晝夜不停、間隔均勻計算。",
    },
    "eight hours": {
        "en": "Spread evenly over an eight-hour day.",
        "zh-Hans": "按每天8小时、间隔均匀计算。",
        "zh-Hant": "以每天8小時、間隔均勻計算。",
    },
    "even": {"en": "Evenly spaced.", "zh-Hans": "按间隔均匀计算。", "zh-Hant": "以間隔均勻計算。"},
}
_OPENING: dict[Spread, dict[Lang, str]] = {
    "day and night": {"en": ", day and night", "zh-Hans": "昼夜不停、", "zh-Hant": "晝夜不停、"},
    "eight hours": {"en": " in an eight-hour day", "zh-Hans": "按一天8小时算、", "zh-Hant": "以一天8小時算、"},
    "even": {"en": "", "zh-Hans": "", "zh-Hant": ""},
}
# What comes one by one, by its plural. Another word is no event, or one whose singular could be wrong.
_SINGULAR = {
    f"{one}s": one
    for one in (
        "order parcel package shipment visit visitor customer guest passenger download install page call request transaction message"
        " email ride trip flight cup bottle can meal burger pizza coffee shot photo picture image video user unit charge view payment"
        " booking reservation ticket sale item product part piece label print scan test sample step breath heartbeat beat stroke pulse"
        " round click login question answer review comment post car vehicle train dose load cycle bag egg nail screw sheet"
    ).split()
} | {
    "deliveries": "delivery", "copies": "copy", "queries": "query", "buses": "bus", "presses": "press", "washes": "wash",
    "boxes": "box", "dishes": "dish", "stitches": "stitch", "searches": "search", "people": "person", "loaves": "loaf",
}  # fmt: skip
# Compiled on first use, by `re` itself.
_WORD = r"[A-Za-z]+"
_CHINESE = "(人次|[单單笔筆页頁次瓶件份杯人位辆輛张張台包箱盒罐条條通封班场場发發步枚颗顆支双雙套碗])"


def event_of(quantity: Quantity, lang: Lang) -> str:
    """What comes, in the singular or by its measure word; "" where the text does not say.

    >>> from decimal import Decimal
    >>> event_of(Quantity("10,000 orders a day", 0, 19, Decimal(10000), "count / day", "count_rate"), "en")
    'order'
    >>> event_of(Quantity("每天1万单", 0, 5, Decimal(10000), "count / day", "count_rate"), "zh-Hans")
    '单'
    """
    if lang == "en":
        words = [word.lower() for word in re.findall(_WORD, f"{quantity.text} {quantity.attribute or ''}")]
        return next((_SINGULAR[word] for word in words if word in _SINGULAR), "")
    found = re.search(_CHINESE, quantity.text)
    return "" if found is None else found[1].replace("人次", "人")


def spread_said(spread: Spread, lang: Lang) -> str:
    """The assumption behind a pace."""
    return _SPREAD[spread][lang]


def every_forms(subject: str, event: str, shown: Shown, unit: str, spread: Spread, lang: Lang) -> Forms:
    """Wording for one every so often: "about one order every nine seconds, day and night", 平均约9秒一单."""
    hedge = HEDGE[lang][shown.hedge]
    if lang == "en":
        one = f"one {event}" if event else "one"
        noun = f"{hedge}{one} every {time_text(shown.value, unit, lang)}{_OPENING[spread][lang]}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    return _chinese(subject, f"平均{hedge}{time_text(shown.value, unit, lang)}一{event or '次'}", spread, lang)


def per_forms(subject: str, event: str, shown: Shown, unit: str, spread: Spread, lang: Lang) -> Forms:
    """Wording for so many in a shorter time: "about 12 orders a second, day and night", 平均每秒约12单."""
    hedge, number = HEDGE[lang][shown.hedge], count_text(shown.value, lang)
    if lang == "en":
        named = "" if not event else f" {event}" if shown.value == 1 else f" {_plural(event)}"
        noun = f"{hedge}{number}{named} {'an' if unit == 'hour' else 'a'} {unit}{_OPENING[spread][lang]}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    return _chinese(subject, f"平均每{time_word(unit, lang)}{hedge}{number}{event or '次'}", spread, lang)


def _plural(event: str) -> str:
    return next(many for many, one in _SINGULAR.items() if one == event)


def _chinese(subject: str, said: str, spread: Spread, lang: Lang) -> Forms:
    noun = f"{_OPENING[spread][lang]}{said}"
    like = "相当于" if lang == "zh-Hans" else "相當於"
    return Forms(noun, f"{like}{noun}", f"{subject}，{like}{noun}。")
