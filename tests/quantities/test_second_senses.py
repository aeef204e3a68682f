"""Marks and letters with two meanings, read by what stands around them: a point, a stroke, a capital, a grade."""

from __future__ import annotations

import pytest

from assistant.quantities import find_quantities
from assistant.schema import Lang


def brief(text: str, lang: Lang = "en") -> list[str]:
    return [
        f"{q.low:f}{'' if q.high is None else f'–{q.high:f}'} {q.unit}" for q in find_quantities(text, lang)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Spray tip .017" orifice', ["0.017 inch"]),
        ("size .75 mm, v.5 mm", ["0.75 mm".replace("mm", "millimeter")]),
        ("150W/22,500 LM/150lm/w", ["150 watt", "22500 lumen", "150 lumen / watt"]),
        ("5W/30 oil", []),
        ('58/60" wide', ["58 inch", "60 inch"]),
        ('a 5/8" bolt', ["0.625 inch"]),
        ('27"Wx48"L', ["27 inch", "48 inch"]),
        ("3.5 W/m²K", ["3.5 watt / meter ** 2 / kelvin"]),
        ("96%@900-1000nm", ["96 percent", "900–1000 nanometer"]),
        ("call 555-1000", []),
        ("rated 20F", ["20 degree_Fahrenheit"]),
        ("see Fig. 12b, Fig. 3A", []),
        ("calls to 0845 numbers", []),
        ("8 mil film, 110 cSt, 2,800 ltr, 18 mos", ["8 thou", "110 centistokes", "2800 liter", "18 month"]),
        ("12w 3000k CRI>90", ["12 watt", "3000 kelvin"]),
    ],
)
def test_english_marks_and_letters(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("zh-Hant", "38~43萬元", ["380000–430000 TWD"]),
        ("zh-Hans", "5000~1万次", ["5000–10000 count"]),
        ("zh-Hans", "流量1200L/H", ["1200 liter / hour"]),
        ("zh-Hans", "风量159L/S", ["159 liter / second"]),
        ("zh-Hans", "28元一米", ["28 CNY / meter"]),
        ("zh-Hans", "48V24AH锂电", ["48 volt", "24 ampere_hour"]),
        ("zh-Hant", "壓力25kg/cm²", ["25 force_kilogram / centimeter ** 2"]),
        ("zh-Hans", "帆布面料 12安", []),
        ("zh-Hant", "300磅象牙卡", []),
        ("zh-Hans", "A4铜版纸157克", ["157 gram / meter ** 2"]),
        ("zh-Hans", "糖度13度以上", []),
        ("zh-Hans", "收藏3.2w", []),
        ("zh-Hant", "每分地用40包", ["40 count"]),
        ("zh-Hans", "红米9A手机", []),
        ("zh-Hant", "5車12A", []),
        ("zh-Hant", "台灣大道三段251號", []),
        ("zh-Hant", "2in/2out", []),
        ("zh-Hans", "原价4K护眼屏", []),
        ("zh-Hans", "一刻钟，三刻钟", ["15 minute", "45 minute"]),
        ("zh-Hant", "出貨24H內", ["24 hour"]),
        ("zh-Hant", "加速度1.2G", ["1.2 standard_gravity"]),
        ("zh-Hans", "系统盘40G", ["40 gigabyte"]),
        ("zh-Hant", "每箱24入，8節電池，12期", ["24 count", "8 count", "12 count"]),
    ],
)
def test_chinese_marks_and_letters(lang: Lang, text: str, expected: list[str]) -> None:
    assert brief(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("zh-Hant", "線長1.2M", "meter"),
        ("zh-Hans", "手动液压车 3T", "metric_ton"),
        ("zh-Hans", "响应时间＜2S", "second"),
        ("en", "aisle 2 750 mm", "millimeter"),
        ("en", "1.5 ounces per second", "fluid_ounce / second"),
    ],
)
def test_what_could_be_meant_otherwise_is_doubted(lang: Lang, text: str, unit: str) -> None:
    (found,) = find_quantities(text, lang)
    assert found.unit == unit
    assert found.doubts
