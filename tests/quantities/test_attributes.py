"""What a number measures, and the hedge and statistic that belong to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.quantities import attributes_zh, find_quantities, measures_en, measures_zh
from assistant.quantities.attributes import attribute_of
from assistant.schema import Lang, Quantity


def _measured(text: str, lang: Lang) -> list[str | None]:
    return [quantity.attribute for quantity in find_quantities(text, lang)]


def _only(text: str, lang: Lang = "en") -> Quantity:
    (found,) = find_quantities(text, lang)
    return found


LABELS_EN = [
    ("CO2 emissions 118 g/km", "CO2 emissions"),
    ("PM10 removal rate: 98%", "PM10 removal rate"),
    ("p95 latency below 12 ms", "p95 latency"),
    ("Power use - oven: 2300 W", "Power use - oven"),
    ("Size/Weight: 7 oz", "Size/Weight"),
    ("Battery: sealed Li-Po 910 mAh", "Battery"),
    ("Display: peak brightness 900 nits", "peak brightness"),
    ("Noise level (eco mode): 41 dB", "Noise level"),
    ("Cable length: approx. 3 m", "Cable length"),
    ("Time to full charge: 55 min", "Time to full charge"),
    ("Parcel weight: box: 5 kg", "Parcel weight"),
    ("Max. load: 90 kg", "load"),
    ("It comes with a pixel density of 401 ppi", "pixel density"),
    ("The seat height is 48 cm", "seat height"),
    ("Field of view 105°", "Field of view"),
    ("8 GB  Storage 512 GB", "Storage"),
    ("Rated power 700 W", "Rated power"),
]


@pytest.mark.parametrize(("text", "attribute"), LABELS_EN)
def test_an_english_label_names_what_is_measured(text: str, attribute: str) -> None:
    assert _measured(text, "en")[-1] == attribute


FRAGMENTS_EN = [
    "Add 300 ml of milk", "Bake at 190 °C", "Apply nightly for 6 weeks", "A quartz heater warms a 12 m² room",
    "22 g of protein and only 95 calories", "$0.04 per GB after the first 50 GB", "Approximately 20 minutes later",
    "3 mm-free design with 10 Gbps", "The new one is 25% lighter", "Each 40 g bar", "The drone flies 31 minutes",
    "Trusted by 4,000 shops", "Charge for 15 minutes", "Returns within 30 days", "Note: weighs 2 kg", "now $499",
    "84 in W x 38 in", "Arabica grown at 1,400 metres",
]  # fmt: skip


@pytest.mark.parametrize("text", FRAGMENTS_EN)
def test_a_piece_of_an_english_sentence_names_nothing(text: str) -> None:
    assert _measured(text, "en")[-1] is None


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("about 410 ppi density", "density"),
        ("88.2% screen-to-body ratio", "screen-to-body ratio"),
        ("1–90 Hz adaptive refresh", "adaptive refresh"),
        ("350 Nm of torque", "torque"),
        ("Memory: 4 ms response time", "Memory"),
        ("10 minutes time", None),
        ("400 W power supply", None),
        ("90 Hz. Density matters", None),
    ],
)
def test_a_measure_right_behind_an_english_number_is_its_attribute(text: str, attribute: str | None) -> None:
    assert _measured(text, "en") == [attribute]


LABELS_ZH: list[tuple[Lang, str, str]] = [
    ("zh-Hant", "使用溫度-10～90°C", "使用溫度"), ("zh-Hant", "座高780mm", "座高"), ("zh-Hans", "更新率1~90Hz", "更新率"),
    ("zh-Hans", "有效期3年", "有效期"), ("zh-Hant", "可於水深2公尺", "水深"), ("zh-Hant", "可視角度170°", "可視角度"),
    ("zh-Hant", "每層耐重25kg", "耐重"), ("zh-Hans", "宽71厘米", "宽"), ("zh-Hant", "鈉60毫克", "鈉"),
    ("zh-Hans", "电动滑板车最高车速20km/h", "车速"), ("zh-Hans", "模特身高175cm", "身高"), ("zh-Hant", "模特兒身高170公分", "身高"),
    ("zh-Hans", "客厅绒布沙发宽190cm", "宽"), ("zh-Hans", "亚麻籽油Omega-3含量≥50%", "含量"), ("zh-Hant", "AI算力40 TOPS", "AI算力"),
    ("zh-Hans", "使用寿命不低于3万小时", "使用寿命"), ("zh-Hans", "进光量提升40%", "进光量"), ("zh-Hans", "电池：锂聚合物 910mAh", "电池"),
    ("zh-Hans", "外箱尺寸：长60cm", "长"), ("zh-Hans", "填充物重量：圆形：120g", "填充物重量"), ("zh-Hant", "綁約12個月", "綁約"),
    ("zh-Hant", "功率（最大）：900W", "功率"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "attribute"), LABELS_ZH)
def test_a_chinese_measure_glued_to_its_number_is_taken(lang: Lang, text: str, attribute: str) -> None:
    assert _only(text, lang).attribute == attribute


FRAGMENTS_ZH: list[tuple[Lang, str]] = [
    ("zh-Hans", "发货后48小时"), ("zh-Hans", "比上一代少三成"), ("zh-Hant", "一次清掃60坪"), ("zh-Hans", "首年仅需88元"),
    ("zh-Hans", "约合90元"), ("zh-Hant", "一年約省800元"), ("zh-Hans", "内置4500mAh电池"), ("zh-Hant", "首次搭載8000mAh電池"),
    ("zh-Hans", "我们用3年时间"), ("zh-Hans", "备注：12小时内"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), FRAGMENTS_ZH)
def test_a_piece_of_a_chinese_sentence_names_no_measure(lang: Lang, text: str) -> None:
    assert _only(text, lang).attribute is None


def test_each_side_of_a_box_has_its_own_name() -> None:
    assert _measured("三人座沙發寬190×深88×高80公分", "zh-Hant")[-3:] == ["寬", "深", "高"]


def test_what_a_quantity_before_cut_off_names_nothing() -> None:
    assert _measured("30%尼龙70%羊毛", "zh-Hans")[-1] is None


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Weight: 70 g (2.47 oz)", "en", ("Weight", "unstated", "")),
        ("Top speed up to 40 km/h (25 mph)", "en", ("Top speed", "maximum", "up to")),
        ("Reach: about 2 m / 6.6 ft", "en", ("Reach", "unstated", "about")),
        ("滚筒直径：约500mm（19.7英寸）", "zh-Hans", ("滚筒直径", "unstated", "about")),
        ("Weight: 5 kg (6 kg boxed)", "en", (None, "unstated", "")),
        ("Weight: 5 kg (2 m cable)", "en", (None, "unstated", "")),
    ],
)
def test_a_second_unit_takes_over_what_the_first_says(
    text: str, lang: Lang, expected: tuple[str | None, str, str]
) -> None:
    second = find_quantities(text, lang)[1]
    assert (second.attribute, second.statistic, second.hedge) == expected


@pytest.mark.parametrize(
    ("text", "lang", "hedge"),
    [
        ("綁約12個月", "zh-Hant", ""), ("签约12个月", "zh-Hans", ""), ("预约3天", "zh-Hans", ""), ("纽约3天", "zh-Hans", ""),
        ("约12个月", "zh-Hans", "about"), ("约合80美元", "zh-Hans", "about"), ("約省900元", "zh-Hant", "about"),
        ("约省电费300元", "zh-Hans", "about"), ("约等于3公斤", "zh-Hans", "about"), ("within 14 days", "en", "up to"),
        ("~ 60 Hz", "en", "about"), ("covers 40 m²", "en", ""), ("cover 40 m²", "en", ""), ("(over 40 m²)", "en", "more than"),
        ("重量：5公斤", "zh-Hans", ""), ("最大：5公斤", "zh-Hans", "up to"),
    ],
)  # fmt: skip
def test_a_hedge_is_a_word_of_its_own(text: str, lang: Lang, hedge: str) -> None:
    assert _only(text, lang).hedge == hedge


@pytest.mark.parametrize(
    ("text", "lang"), [("110 V ~ 50 Hz", "en"), ("AC 230 V ~ 50 Hz", "en"), ("220V~50Hz", "zh-Hans")]
)
def test_the_sign_of_alternating_current_is_no_hedge(text: str, lang: Lang) -> None:
    assert [quantity.hedge for quantity in find_quantities(text, lang)] == ["", ""]


@pytest.mark.parametrize(
    ("text", "lang", "statistic"),
    [
        ("極速210公里/小時", "zh-Hant", "maximum"), ("极速发货48小时", "zh-Hans", "unstated"), ("续航长达20小时", "zh-Hans", "maximum"),
        ("各款均为5公斤", "zh-Hans", "unstated"), ("日均8小时", "zh-Hans", "average"), ("Endurance rating 70h", "en", "unstated"),
        ("Power rating 70 W", "en", "rated"), ("Max. load: 90 kg", "en", "maximum"),
    ],
)  # fmt: skip
def test_a_statistic_is_named_and_not_guessed(text: str, lang: Lang, statistic: str) -> None:
    assert _only(text, lang).statistic == statistic


def test_marks_given_by_buyers_rate_nothing() -> None:
    assert {q.statistic for q in find_quantities("Rated 4.6/5 by 1,200 shoppers")} == {"unstated"}


def test_an_average_belongs_to_the_price_and_not_to_what_it_is_reckoned_by() -> None:
    assert [q.statistic for q in find_quantities("平均每100ml 48元", "zh-Hant")] == ["unstated", "average"]


def test_every_known_chinese_measure_is_found_alone() -> None:
    assert [word for word in sorted(measures_zh.WORDS) if attributes_zh.attribute_of(word) != word] == []


def test_every_known_english_measure_is_found_behind_an_adjective() -> None:
    nouns = sorted(measures_en.NOUNS)
    assert [noun for noun in nouns if attribute_of(f"internal {noun} ", "en") != f"internal {noun}"] == []


@given(st.text(alphabet="高宽重约含每最:() -~.,;|5abC m", max_size=60), st.sampled_from(["en", "zh-Hans", "zh-Hant"]))
def test_an_attribute_is_made_of_words_of_the_text(text: str, lang: Lang) -> None:
    for whole in (text, f"{text} 5 kg {text} 7 kg"):
        for quantity in find_quantities(whole, lang):
            if quantity.attribute is not None:
                assert quantity.attribute.split()
                assert [word for word in quantity.attribute.split() if word not in whole] == []


@pytest.mark.parametrize(
    ("text", "attribute", "unit"),
    [
        ("25 g protein", "protein", "gram"),
        ("4 g of sugar per serving", "sugar", "gram"),
        ("95 mg caffeine", "caffeine", "milligram"),
        ("saves 5 kg of CO2", "CO2", "kilogram"),
        ("25 g protein bars", None, "gram"),
        ("a 25 g spoon", None, "gram"),
        ("165 g CO2/km", None, "gram / kilometer"),
        ("95 g of CO₂ per km", None, "gram / kilometer"),
    ],
)
def test_what_is_weighed_in_food_and_fumes_is_the_attribute(text: str, attribute: str | None, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.attribute, found.unit) == (attribute, unit)
