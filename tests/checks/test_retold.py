"""Facts and comparisons told otherwise than they were given: true ones pass, their near misses are stopped."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from assistant.checks import check_texts
from assistant.plan import make_plan, read
from assistant.references import Book
from assistant.schema import Lang, Names, Plan, Reference
from assistant.schema.brief import Brief
from tests.checks.plans import book_of
from tests.comparisons.conftest import make_reference


def _named(reference: Reference, en: Names, hans: Names, hant: Names) -> Reference:
    return replace(reference, names={"en": en, "zh-Hans": hans, "zh-Hant": hant})


MELON = _named(
    make_reference("melon", "5", "kilogram", "mass", many="watermelons"),
    Names("watermelon", "a watermelon", "the weight of a watermelon", "watermelons"),
    Names("西瓜", "一个西瓜", "一个西瓜的重量", "西瓜", "个"),
    Names("西瓜", "一顆西瓜", "一顆西瓜的重量", "西瓜", "顆"),
)
DOOR = _named(
    make_reference("door", "2", "meter", "height", many="doors"),
    Names("2 m door", "a two-metre door", "the height of a two-metre door", "two-metre doors"),
    Names("2米高的门板", "一扇2米高的门板", "一扇2米高门板的高度", "2米高的门板", "扇"),
    Names("2公尺高的門板", "一扇2公尺高的門板", "一扇2公尺高門板的高度", "2公尺高的門板", "扇"),
)
BOOK: Book = book_of(MELON, DOOR)
FACTS: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Weight: 16.2 kg", "Height: 4.1 m", "Emissions (g/km): 118", "Fuel use (L/100 km): 6.4", "Spindle speed: 18K", "Mileage: 31500",
        "Price: $49.90", "Memory: 512 MB", "Viewing angle: 178 degree", "Opening: 34 cm × 27 cm", "Storage: one terabyte",
    ),
    "zh-Hans": (
        "重量：16.2公斤", "高度：4.1米", "售价：7860元", "每年可省水：2,480 度", "净含量：0.35kg±0.02kg", "工作温度：-15~45℃", "开口：34×27厘米",
        "朵数：3朵", "续航：约36分钟至超过95分钟", "刷头建议每3个月更换一次，19.9元两支",
    ),
    "zh-Hant": (
        "重量：16.2公斤", "高度：4.1公尺", "售價：7860.00", "每年可省水：2,480 度", "每年發電：1.6億度", "效率值 EF：3.15 以上",
        "朵數：3朵", "續航：約36分鐘至超過95分鐘",
    ),
}  # fmt: skip
TRUE: list[tuple[Lang, str]] = [
    # Without its unit, or with another word for it.
    ("en", "The mileage is 31,500."),
    ("en", "Mileage? 31,500."),
    ("en", "Its spindle speed is 18K, and it stays there."),
    ("en", "You see it from 178 degrees."),
    ("en", "The opening is 34 cm by 27."),
    ("en", "It stores a terabyte."),
    ("zh-Hans", "一共3朵。"),
    ("zh-Hans", "开口两边是34和27，单位都是厘米。"),
    ("zh-Hant", "售價7860，一次付清。"),
    ("zh-Hant", "要多少錢？7,860。"),
    ("zh-Hant", "每年可省2,480度水。"),
    ("zh-Hant", "每年發電一億六千萬度。"),
    ("zh-Hant", "效率值EF，3.15起跳。"),
    ("zh-Hant", "效率值EF不小於3.15。"),
    # A rate taken apart, a period that is told per.
    ("en", "Every kilometre, 118 g."),
    ("en", "It gives off 118 grams a kilometre."),
    ("en", "It takes 6.4 litres of fuel to cover 100 km."),
    ("zh-Hans", "一年省水2480度。"),
    ("zh-Hant", "一年下來，發電1.6億度。"),
    ("zh-Hant", "每年1.6億度的電。"),
    # Counting what is told.
    ("zh-Hans", "记住两个数：16.2公斤和4.1米。"),
    ("en", "Two figures: 16.2 kg and 4.1 m."),
    # Other units, bounds, ranges, tolerances.
    ("en", "Half a gigabyte of memory."),
    ("en", "The price is under $50."),
    ("zh-Hans", "售价不到八千。"),
    ("zh-Hant", "售價不到八千，正確說是7860。"),
    ("zh-Hans", "0.35公斤，上下浮动0.02公斤。"),
    ("zh-Hans", "从零下15度到零上45度都能用。"),
    ("zh-Hant", "續航大約36分鐘到95分鐘以上。"),
    ("zh-Hant", "續航最長可以超過95分鐘，也就是超過一小時又35分鐘。"),
    # A comparison's number apart from its yardstick, hedges at a distance.
    ("en", "It weighs 16.2 kg. In watermelons, that's more than three of them."),
    ("en", "A watermelon weighs nearly a third of that: 16.2 kg."),
    ("en", "16.2 kg: three watermelons are a bit lighter."),
    ("en", "4.1 m. That's roughly two two-metre doors."),
    ("zh-Hans", "重量16.2公斤，换成西瓜，三个多。"),
    ("zh-Hans", "三个西瓜放一起，还是没有它重：16.2公斤。"),
    ("zh-Hans", "重16.2公斤，比三个西瓜还重。"),
    ("zh-Hans", "一扇2米高的门板，乘以2左右，就是它的4.1米。"),
    ("zh-Hans", "两扇2米高的门板叠起来，差不多就这么高：4.1米。"),
    ("zh-Hant", "16.2公斤，換成西瓜是三顆多。"),
    ("zh-Hant", "三顆西瓜的重量都還比它少一點，它有16.2公斤。"),
    # What it is likened to, told with the yardstick's own figure.
    ("en", "4.1 m is about the height of two 2 m doors."),
    ("zh-Hans", "4.1米，和2扇门板差不多高。"),
    ("zh-Hans", "4.1米，差不多是2扇2米高的门板。"),
    ("zh-Hans", "能用的温度，下到-15℃，上到45℃。"),
    ("zh-Hans", "手上只多了16.2公斤。"),
    # The end of a line is the end of a count, and has no mark.
    ("zh-Hans", "要记着的是刷头：\n建议每3个月更换一次，19.9元两支\n漱口，关灯。"),
    ("en", "The opening is 34 cm by 27\nGood to know."),
]  # fmt: skip
FALSE: list[tuple[Lang, str]] = [
    # What it is likened to, told with the yardstick's own figure.
    ("en", "4.1 m is about the height of three 2 m doors."),
    ("en", "4.1 m is about the height of two 3 m doors."),
    ("zh-Hans", "4.1米，和3扇门板差不多高。"),
    ("zh-Hans", "4.1米，差不多是3扇2米高的门板。"),
    ("zh-Hans", "4.1米，差不多是2扇3米高的门板。"),
    ("zh-Hans", "约2米，相当于约2扇2米高的门板的高度。"),
    ("zh-Hans", "能用的温度，下到-15℃，上到55℃。"),
    ("zh-Hans", "比你的只多了16.2公斤。"),
    ("zh-Hans", "要记着的是刷头：\n建议每3个月更换一次，19.9元三支\n漱口，关灯。"),
    ("zh-Hans", "两支牙刷。"),
    ("en", "The mileage is 35,100."),
    ("en", "31,500 people drive one."),
    ("en", "It weighs 31,500."),
    ("en", "Its spindle speed is 18."),
    ("en", "You see it from 187 degrees."),
    ("en", "The opening is 34 cm by 34."),
    ("en", "It stores a gigabyte."),
    ("zh-Hans", "一共5朵。"),
    ("zh-Hans", "3朵玫瑰。"),
    ("zh-Hans", "开口两边是34和27，单位都是米。"),
    ("zh-Hant", "售價7680。"),
    ("zh-Hant", "全台7,860家店。"),
    ("zh-Hant", "2,480度的電。"),
    ("zh-Hant", "1.6億度水。"),
    ("zh-Hant", "效率值EF不超過3.15。"),
    ("zh-Hant", "效率值EF是3.15。"),
    ("en", "Every mile, 118 g."),
    ("en", "Every hour, 118 g."),
    ("en", "118 grams in all."),
    ("en", "It takes 6.4 litres of fuel to cover 10 km."),
    ("zh-Hans", "每天省水2480度。"),
    ("zh-Hant", "每月發電1.6億度。"),
    ("zh-Hans", "质保一年，省水2480度。"),
    ("zh-Hans", "一小时充满，重16.2公斤。"),
    ("zh-Hans", "记住五个数：16.2公斤和4.1米。"),
    ("en", "Five figures: 16.2 kg and 4.1 m."),
    ("en", "Half a terabyte of memory."),
    ("en", "The price is under $49."),
    ("en", "The price is under $70."),
    ("en", "The price is over $50."),
    ("zh-Hans", "售价不到七千。"),
    ("zh-Hans", "售价九千出头。"),
    ("zh-Hans", "0.35公斤，上下浮动0.2公斤。"),
    ("zh-Hans", "只有0.02公斤。"),
    ("zh-Hans", "从零下15度到零上55度都能用。"),
    ("zh-Hant", "續航大約95分鐘到36分鐘。"),
    ("zh-Hant", "續航超過一小時又45分鐘。"),
    ("en", "It weighs 16.2 kg. In watermelons, that's more than four of them."),
    ("en", "A watermelon weighs about half of that: 16.2 kg."),
    ("en", "A watermelon weighs about three times that: 16.2 kg."),
    ("en", "16.2 kg: three watermelons are a bit heavier."),
    ("en", "16.2 kg: three watermelons, three colours."),
    ("en", "4.1 m. That's roughly two three-metre doors."),
    ("zh-Hans", "重量16.2公斤，换成西瓜，五个多。"),
    ("zh-Hans", "三个西瓜放一起，比它重一点：16.2公斤。"),
    ("zh-Hans", "四个西瓜放一起，还是没有它重：16.2公斤。"),
    ("zh-Hans", "重16.2公斤，比四个西瓜还重。"),
    ("zh-Hans", "一扇2米高的门板，乘以3左右，就是它的4.1米。"),
    ("zh-Hans", "一扇2米高的门板，乘以三左右，就是它的4.1米。"),
    ("zh-Hant", "一顆西瓜等於三顆多，16.2公斤。"),
]  # fmt: skip


@cache
def _plan(lang: Lang) -> tuple[Brief, Plan]:
    brief = Brief(product="Tarn", facts=FACTS[lang], lang=lang)
    return brief, make_plan(read(brief, None, BOOK), brief, None)


def _stopped(lang: Lang, text: str) -> list[tuple[str, str]]:
    brief, plan = _plan(lang)
    found = check_texts({"paragraph": text}, brief, plan, None).diagnostics
    return [(d.rule, text[d.start : d.end]) for d in found if d.level == "error"]


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_each_language_compares_with_the_melon(lang: Lang) -> None:
    assert any(c.references == (MELON,) for c in _plan(lang)[1].comparisons)


@pytest.mark.parametrize(("lang", "text"), TRUE)
def test_what_is_told_otherwise_and_true_passes(lang: Lang, text: str) -> None:
    assert _stopped(lang, text) == []


@pytest.mark.parametrize(("lang", "text"), FALSE)
def test_a_near_miss_is_stopped(lang: Lang, text: str) -> None:
    assert _stopped(lang, text)
