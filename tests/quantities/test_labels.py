"""Units that stand apart from their number: in a label, a column's header, or letters glued to the figure."""

from __future__ import annotations

import pytest

from assistant.quantities import find_quantities
from assistant.schema import Lang, Market

CASES: list[tuple[Lang, str, list[str]]] = [
    ("en", "Net weight (lb): 7.4", ["7.4 = 7.4 pound"]),
    ("zh-Hant", "重量(公斤)：3.1", ["3.1 = 3.1 kilogram"]),
    ("en", "Cost_usd: 349", ["349 = 349 USD"]),
    ("en", "Emissions (g/km) 98", ["98 = 98 gram / kilometer"]),
    ("en", "Thirst (L/100 km): 5.2", ["5.2 = 5.2 liter / hundred_kilometer"]),
    ("en", "Thirst (L/100 km) is low", []),
    ("en", "Box (cm): 40 x 25 x 12", ["40 = 40 centimeter", "25 = 25 centimeter", "12 = 12 centimeter"]),
    ("en", "Storage (°C): -10 to 45", ["-10 to 45 = -10..45 degree_Celsius"]),
    ("en", "Range (km) 300 miles", ["300 miles = 300 mile"]),
    ("en", "Hum 31dB(A) 90", ["31dB(A) = 31 decibel_a"]),
    ("en", "| Name | Mass (g) |\n|---|---|\n| Fox | 410 |", ["410 = 410 gram"]),
    ("en", "Name\tLoad (kg)\tPower (W)\nFox\t12.5\t800", ["12.5 = 12.5 kilogram", "800 = 800 watt"]),
    ("en", "name,mass_kg,width (mm)\nfox,1.5,220", ["1.5 = 1.5 kilogram", "220 = 220 millimeter"]),
    ("zh-Hans", "柜子80长*35宽*180高(cm)", ["80 = 80 centimeter", "35 = 35 centimeter", "180 = 180 centimeter"]),
    ("zh-Hant", "售價1萬8,000元", ["1萬8,000元 = 18000 TWD"]),
    ("zh-Hant", "營收2億4,000萬元", ["2億4,000萬元 = 240000000 TWD"]),
    ("zh-Hant", "總額1兆3,500億元", ["1兆3,500億元 = 1350000000000 TWD"]),
    ("zh-Hans", "起价30 万元", ["30 万元 = 300000 CNY"]),
    ("en", "A 60w bulb, a 12v pump, a 3a fuse", ["60w = 60 watt", "12v = 12 volt", "3a = 3 ampere"]),
    ("en", "6 a day, Figure 7a, 2v2 and 1v1", []),
    ("zh-Hans", "80w+粉丝", []),
    ("en", "DC12V, AC110-220V, 9VDC, 3–6 VDC",
     ["12V = 12 volt", "110-220V = 110..220 volt", "9VDC = 9 volt", "3–6 VDC = 3..6 volt"]),
    ("en", "store at 50°F/10°C", ["50°F = 50 degree_Fahrenheit", "10°C = 10 degree_Celsius"]),
    ("zh-Hans", "US8／26cm，W450mm，PU1500mm，9V2A",
     ["26cm = 26 centimeter", "450mm = 450 millimeter", "1500mm = 1500 millimeter", "9V = 9 volt", "2A = 2 ampere"]),
    ("en", "the W450, an AC1900 router and DC12", []),
    ("en", "0-400/0-1,500 RPM", ["0-400 = 0..400 revolutions_per_minute", "0-1,500 RPM = 0..1500 revolutions_per_minute"]),
    ("zh-Hans", "押二付一 层高3米 520项链", ["3米 = 3 meter"]),
    ("en", "0W-20 oil on 205/55R16 91V tyres", []),
    ("en", "1h 20m by train", ["1h 20m = 80 minute"]),
    ("en", "She is 5ft 6, he 6' 1\"", ["5ft 6 = 66 inch", "6' 1\" = 73 inch"]),
    ("zh-Hant", "寬90×深45×高70公分", ["90 = 90 centimeter", "45 = 45 centimeter", "70公分 = 70 centimeter"]),
    ("en", '20 1/4 x 8 1/2 "', ["20 1/4 = 20.25 inch", '8 1/2 " = 8.5 inch']),
    ("en", "190kWh/annum at $0.03 a gigabyte", ["190kWh/annum = 190 kilowatt_hour / year", "$0.03 a gigabyte = 0.03 USD / gigabyte"]),
    ("zh-Hant", "每分鐘20-40次", ["每分鐘20-40次 = 20..40 count / minute"]),
    ("zh-Hans", "综合油耗6.2L，油箱45L", ["6.2L = 6.2 liter / hundred_kilometer", "45L = 45 liter"]),
    ("zh-Hant", "最大馬力15ps", ["15ps = 15 metric_horsepower_ps"]),
    ("zh-Hans", "面积90平，50G流量，快充5分可用", ["90平 = 90 meter ** 2", "50G = 50 gigabyte", "5分 = 5 minute"]),
    ("zh-Hans", "比分3平，评分10分", []),
    ("zh-Hant", "年增二成五，三成年輕人", ["二成五 = 25 percent"]),
    ("en", "Sweep angle: 360 degrees, in a 360-degree room", ["360 degrees = 360 degree"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_a_unit_apart_from_its_number_is_read_and_a_code_is_not(lang: Lang, text: str, expected: list[str]) -> None:
    found = [
        f"{q.text} = {q.low.normalize():f}{f'..{q.high.normalize():f}' if q.high is not None else ''} {q.unit}"
        for q in find_quantities(text, lang)
    ]
    assert found == expected


@pytest.mark.parametrize("word", ["合约", "預約", "節約", "簽約", "制约"])
def test_a_word_that_ends_in_yue_is_no_hedge(word: str) -> None:
    (found,) = find_quantities(f"{word}3天", "zh-Hans")
    assert found.hedge == ""


@pytest.mark.parametrize(("text", "lang"), [("8+ hours", "en"), ("3万+件", "zh-Hans")])
def test_a_plus_sign_inside_is_a_lower_bound(text: str, lang: Lang) -> None:
    (found,) = find_quantities(text, lang)
    assert found.hedge == "at least"


@pytest.mark.parametrize(
    ("text", "statistic"),
    [
        ("4,000mAh (typ.)", "typical"), ("3,900mAh (min)", "minimum"), ("Top 12mm", "unstated"),
        ("Top speed 12 km/h", "maximum"), ("Max power (W): 300", "maximum"),
    ],
)  # fmt: skip
def test_the_statistic_may_stand_behind_the_number_or_in_the_label(text: str, statistic: str) -> None:
    (found,) = find_quantities(text)
    assert found.statistic == statistic


def test_ps_without_an_engine_is_doubted() -> None:
    (found,) = find_quantities("jitter of 5 ps")
    assert found.unit == "picosecond"
    assert found.doubts


@pytest.mark.parametrize(
    ("market", "unit", "doubtful"),
    [("tw", "TWD", False), ("hk", "HKD", False), ("us", "USD", False), (None, "TWD", True)],
)
def test_a_plain_dollar_sign_in_traditional_chinese_is_the_markets(
    market: Market | None, unit: str, doubtful: bool
) -> None:
    (price,) = find_quantities("售價$1,290", "zh-Hant", market)
    assert price.unit == unit
    assert bool(price.doubts) is doubtful


def test_a_comma_inside_quotes_divides_no_cells() -> None:
    text = 'Name,"Weight (kg)","Note"\n"Lamp, big","2.5","with 1 cord, black"\n'
    found = [(q.text, q.unit) for q in find_quantities(text)]
    assert ("2.5", "kilogram") in found
    assert not [text for text, unit in found if text == "1" and unit == "kilogram"]
