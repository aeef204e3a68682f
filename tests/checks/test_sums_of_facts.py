"""The gate on what a brief's own figures come to: told as it is, in free words, and changed."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.checks import check_texts
from assistant.plan import make_plan, read
from assistant.schema import Lang, Plan
from assistant.schema.brief import Brief
from tests.checks.plans import SPRINT

_FACTS: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Hopper: 600 g of beans", "18 g per cup", "4000 hours between services", "Draws 38 W day and night",
        "Filter price: $890", "A filter lasts 6 to 12 months", "Up to 170 km on a charge at 30 km/h",
    ),
    "zh-Hans": (
        "豆仓600克", "每杯用粉18克", "保养周期4000小时", "功率38W，日夜不停", "滤芯价格890元", "滤芯使用寿命6-12个月", "水壶容量3.5L", "滤芯可过滤150L",
    ),
    "zh-Hant": (
        "豆槽600公克", "每杯18公克", "保養週期4000小時", "功率38瓦，日夜不停", "濾芯售價890元", "濾芯可用6至12個月",
    ),
}  # fmt: skip


@cache
def planned(lang: Lang) -> tuple[Brief, Plan]:
    brief = Brief(facts=_FACTS[lang], lang=lang, channel="product_page")
    return brief, make_plan(read(brief, None, SPRINT), brief, None)


def stopped(lang: Lang, text: str) -> list[str]:
    brief, plan = planned(lang)
    return [one.rule for one in check_texts({"paragraph": text}, brief, plan, None).diagnostics if one.level == "error"]


TRUE: list[tuple[Lang, str]] = [
    ("en", "600 g of beans is enough for about 33 cups at 18 g each."),
    ("en", "The hopper takes 600 g of beans: about 33 cups."),
    ("en", "At 18 g per cup, 600 g of beans make about 33 cups."),
    ("en", "4000 hours between services is about five and a half months round the clock."),
    ("en", "4000 hours between services: run it day and night and that is about 5.5 months."),
    ("en", "Run round the clock, its 38 W come to about 27 kWh a month."),
    ("en", "A filter at $890 that lasts 6 to 12 months comes to about $74 to $150 a month."),
    ("en", "Up to 170 km on a charge at 30 km/h: up to about five and a half hours of riding."),
    ("zh-Hans", "豆仓600克，按每杯18克算，约够33杯。"),
    ("zh-Hans", "豆仓600克，能冲约33杯。"),
    ("zh-Hans", "保养周期4000小时，日夜不停地开，约5个半月。"),
    ("zh-Hans", "功率38W，日夜不停，一个月约27度电。"),
    ("zh-Hans", "滤芯890元，用6-12个月，每月约74至150元。"),
    ("zh-Hans", "功率38W，日夜不停开 30 天，约 27 度电。"),
    ("zh-Hans", "滤芯可过滤150L，约够把水壶装满42次。"),
    ("zh-Hant", "豆槽600公克，可沖約33杯。"),
    ("zh-Hant", "功率38瓦，日夜不停，一個月約27度電。"),
]


@pytest.mark.parametrize(("lang", "text"), TRUE)
def test_a_true_sum_passes_in_any_words(lang: Lang, text: str) -> None:
    assert stopped(lang, text) == []


FALSE: list[tuple[Lang, str]] = [
    ("en", "The hopper takes 600 g of beans: about 43 cups."),
    ("en", "The hopper takes 600 g of beans: more than 35 cups."),
    ("en", "The hopper takes 600 g of beans: about 33 guests."),
    ("en", "4000 hours between services is about seven months round the clock."),
    ("en", "Its 38 W come to about 27 kWh a month."),
    ("en", "Run round the clock, its 38 W come to about 27 kWh a year."),
    ("en", "A filter at $890 that lasts 6 to 12 months comes to about $74 a month."),
    ("en", "A filter at $890 that lasts 6 to 12 months comes to about $74 to $150 a year."),
    ("en", "Up to 170 km on a charge at 30 km/h: about five and a half hours of riding."),
    ("zh-Hans", "豆仓600克，能冲约43杯。"),
    ("zh-Hans", "保养周期4000小时，日夜不停地开，约7个月。"),
    ("zh-Hans", "功率38W，一年约27度电。"),
    ("zh-Hans", "功率38W，日夜不停开40天，约27度电。"),
    ("zh-Hans", "滤芯890元，用6-12个月，每月约74元。"),
    ("zh-Hant", "豆槽600公克，可沖約43杯。"),
    ("zh-Hant", "功率38瓦，一年約27度電。"),
]


@pytest.mark.parametrize(("lang", "text"), FALSE)
def test_a_changed_sum_is_stopped(lang: Lang, text: str) -> None:
    assert stopped(lang, text) != []


def test_the_ledger_calls_a_sum_derived_and_names_both_facts() -> None:
    brief, plan = planned("en")
    checked = check_texts({"paragraph": "The hopper takes 600 g of beans: about 33 cups."}, brief, plan, None)
    entry = next(one for one in checked.ledger if "33" in one.text)
    assert (entry.kind, entry.proof, entry.source) == ("derived", "600 g ÷ 18 g = 33.33", "f1; f2")
