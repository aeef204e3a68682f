"""Units that stand elsewhere, sides without a sign between, glued units, prices without a currency; and what is none of these."""

from __future__ import annotations

import pytest

from assistant.quantities import find_quantities
from assistant.schema import Lang, Market


def brief(text: str, lang: Lang = "en", market: Market | None = None) -> list[str]:
    return [f"{q.text} = {q.low:f} {q.unit}" for q in find_quantities(text, lang, market)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "rated 3500 rpm, max 4000", ["3500 rpm = 3500 revolutions_per_minute", "4000 = 4000 revolutions_per_minute"]),
        ("en", "25 MPa (peak 28)", ["25 MPa = 25 megapascal", "28 = 28 megapascal"]),
        ("en", "25 MPa (Peak 28 s)", ["25 MPa = 25 megapascal", "28 s = 28 second"]),
        ("en", "6 bar, max 40 dB", ["6 bar = 6 bar", "40 dB = 40 decibel_plain"]),
        ("zh-Hans", "额定压力25 MPa（最高28）", ["25 MPa = 25 megapascal", "28 = 28 megapascal"]),
        ("zh-Hans", "转速：额定3500转/分，最高4000，最低1400", [
            "3500转/分 = 3500 revolutions_per_minute", "4000 = 4000 revolutions_per_minute", "1400 = 1400 revolutions_per_minute"]),
        ("zh-Hant", "功率300瓦，最高500瓦", ["300瓦 = 300 watt", "500瓦 = 500 watt"]),
    ],
)  # fmt: skip
def test_a_further_value_takes_the_unit_of_the_first(lang: Lang, text: str, expected: list[str]) -> None:
    assert brief(text, lang) == expected


def test_a_further_value_carries_its_own_statistic() -> None:
    rated, highest = find_quantities("额定3500转/分，最高4000", "zh-Hans")
    assert (rated.statistic, highest.statistic) == ("rated", "maximum")


@pytest.mark.parametrize(
    ("lang", "market", "text", "expected"),
    [
        ("zh-Hans", None, "二手价11.8万", ["11.8万 = 118000 CNY"]),
        ("zh-Hant", None, "總價1,980萬", ["1,980萬 = 19800000 TWD"]),
        ("zh-Hant", "hk", "售價：7912.00", ["7912.00 = 7912 HKD"]),
        ("zh-Hant", None, "建議售價110.5萬起", ["110.5萬 = 1105000 TWD"]),
        ("zh-Hans", None, "评价4.8，性价比100%", ["100% = 100 percent"]),
        ("zh-Hans", None, "定金一百块抵200元", ["一百块 = 100 CNY", "200元 = 200 CNY"]),
        ("zh-Hans", None, "100块积木", ["100块 = 100 count"]),
        ("zh-Hans", None, "半价2件", ["2件 = 2 count"]),
    ],
)
def test_a_price_without_a_currency_is_the_markets_and_doubted(
    lang: Lang, market: Market | None, text: str, expected: list[str]
) -> None:
    assert brief(text, lang, market) == expected
    if "价" in text[:3] and expected[0].endswith("CNY"):
        assert find_quantities(text, lang, market)[0].doubts


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("zh-Hans", "长4797宽1920高1624mm", ["4797", "1920", "1624mm"]),
        ("zh-Hant", "車長4,665、車寬1,865、車高1,650mm", ["4,665", "1,865", "1,650mm"]),
        ("en", "packs to 24 x 7 in", ["24", "7 in"]),
        ("en", "open 24 x 7", []),
        ("zh-Hans", "48V24Ah锂电", ["48V", "24Ah"]),
        ("zh-Hant", "空氣清淨機CADR480m³/h", ["480m³/h"]),
        ("zh-Hans", "占NRV2%", ["2%"]),
        ("zh-Hant", "洗髮精750mlx3", ["750ml"]),
        ("en", "hp: 150\nPack Quantity: 50", ["150", "50"]),
        ("en", "Figure: 21\nNote: 5", []),
        ("en", "roughly an hour and a half", ["an hour and a half"]),
        ("en", "case hit ~41C", ["41C"]),
    ],
)
def test_what_is_glued_or_shares_a_unit_is_found_whole(lang: Lang, text: str, expected: list[str]) -> None:
    found = [q.text for q in find_quantities(text, lang) if q.unit != "count" or "Quantity" in text]
    assert found == expected


@pytest.mark.parametrize(
    ("lang", "text", "unit", "value"),
    [
        ("zh-Hans", "4元/百万tokens", "CNY / million_token", "4"),
        ("zh-Hans", "每千tokens 0.02元", "CNY", "0.02"),
        ("zh-Hans", "0.5元/万token", "CNY / million_token", "50"),
        ("zh-Hans", "综合耗电量0.92kWh/24h", "kilowatt_hour / day", "0.92"),
        ("zh-Hans", "理论排量：4.25 mL/r", "milliliter / revolution", "4.25"),
        ("zh-Hans", "采血量仅0.6微升", "microliter", "0.6"),
        ("zh-Hant", "糖兩大匙", "tablespoon", "2"),
        ("zh-Hant", "定時60分", "minute", "60"),
        ("zh-Hans", "储能柜容量215度", "kilowatt_hour", "215"),
        ("en", "Viscosity 3,500 cP", "centipoise", "3500"),
        ("en", "1.5 ounces per second", "fluid_ounce / second", "1.5"),
        ("zh-Hans", "包转发率51Mpps", "count / second", "51000000"),
        ("en", "Rotational Speed: 7.2K", "revolutions_per_minute", "7200"),
        ("zh-Hans", "转速：2800", "revolutions_per_minute", "2800"),
    ],
)
def test_units_and_what_they_are_divided_by(lang: Lang, text: str, unit: str, value: str) -> None:
    found = find_quantities(text, lang)
    assert (found[-1].unit, f"{found[-1].low:f}") == (unit, value)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Core Ultra 7 258V"),
        ("en", "size 312 lasts"),
        ("zh-Hans", "批号20240915A"),
        ("zh-Hant", "全年無休24小時線上報修"),
        ("zh-Hant", "榮獲2024國家品質獎"),
        ("zh-Hant", "4合1集塵座"),
        ("zh-Hant", "評價4.8顆星"),
    ],
)
def test_names_and_set_expressions_are_left_alone(lang: Lang, text: str) -> None:
    assert brief(text, lang) == []


def test_the_mu_of_a_radio_is_no_area() -> None:
    assert all(q.unit != "mu_area" for q in find_quantities("2x2 MU-MIMO"))
