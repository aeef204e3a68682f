"""Properties: what is rendered reads back; every text gives an answer that points into it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.quantities import find_facts, find_numbers, find_quantities
from assistant.quantities.jsonl import rows
from assistant.schema import LANGS, MARKETS, Lang, Market
from assistant.units import lookup, render

# Units whose rendered form every reader of the language would take for that unit, whatever the number.
_WORDS: dict[Lang, str] = {
    "en": """meter kilometer centimeter millimeter micrometer nanometer mile yard foot gram kilogram milligram microgram pound
        ounce metric_ton hour minute week month year millisecond liter milliliter gallon cup tablespoon teaspoon watt kilowatt
        megawatt watt_hour kilowatt_hour milliampere_hour ampere_hour volt ampere ohm hertz kilohertz megahertz gigahertz pascal
        kilopascal bar joule kilojoule kilocalorie newton kilobyte megabyte gigabyte terabyte percent degree degree_Celsius
        degree_Fahrenheit decibel_plain decibel_a lumen lux nit mile_per_hour revolutions_per_minute horsepower person pixel
        megapixel knot acre hectare carat USD EUR GBP TWD international_unit cfu TOPS dimensionless""",
    "zh-Hans": """meter kilometer centimeter millimeter micrometer nanometer gram kilogram milligram metric_ton hour minute
        month week liter milliliter watt kilowatt volt milliampere_hour hertz percent decibel_plain lumen jin mu_area gigabyte
        CNY USD EUR degree_Celsius person inch dimensionless pixel revolutions_per_minute kilocalorie milliampere ohm nit""",
    "zh-Hant": """meter kilometer centimeter millimeter gram kilogram milligram metric_ton hour minute month week liter milliliter
        watt kilowatt volt percent decibel_plain lumen tw_jin tw_liang ping_area gigabyte TWD USD degree_Celsius person inch
        dimensionless revolutions_per_minute kilocalorie""",
}
_COMPOSITES: dict[Lang, list[str]] = {
    "en": [
        "kilometer / hour", "meter / second", "frame / second", "pixel / inch", "dot / inch", "gigabit / second", "gigabyte / second", "gram / meter ** 2", "lumen / watt", "watt_hour / kilogram", "meter ** 3 / hour", "mile / gallon", "liter / hundred_kilometer", "USD / month", "USD / hour", "newton / millimeter ** 2", "io_operation / second", "transaction / second", "meter ** 2", "newton * meter", "gram / centimeter ** 3", "USD / million_token",
    ],
    "zh-Hans": [
        "kilometer / hour", "meter / second", "frame / second", "meter ** 2", "CNY / meter ** 2", "CNY / month", "count / second", "liter / hundred_kilometer", "newton * meter", "milligram / kilogram",
    ],
    "zh-Hant": [
        "kilometer / hour", "meter / second", "frame / second", "meter ** 2", "TWD / ping_area", "count / day",
    ],
}  # fmt: skip
UNITS: dict[Lang, list[str]] = {lang: _WORDS[lang].split() + _COMPOSITES[lang] for lang in LANGS}
AROUND: dict[Lang, list[tuple[str, str]]] = {
    "en": [("It has ", " in all."), ("Figure: ", ""), ("", ", measured"), ("up to ", " (new)"), ("about\u00a0", "; more follows")],
    "zh-Hans": [("共", "，实测"), ("", "。"), ("约", "；更多"), ("参数：", "")],
    "zh-Hant": [("共", "，實測"), ("", "。"), ("約", "；更多"), ("規格：", "")],
}  # fmt: skip


@st.composite
def _rendered(draw: st.DrawFn) -> tuple[Lang, Decimal, str, str, str]:
    lang = draw(st.sampled_from(LANGS))
    unit = draw(st.sampled_from(UNITS[lang]))
    whole = draw(st.integers(21, 999_999))
    places = draw(st.integers(0, 2))
    value = Decimal(whole).scaleb(-places)
    if 1900 <= value < 2100 or value in (24, 360, 720, 2160, 1440, 1080, 4320):
        value += 200
    before, after = draw(st.sampled_from(AROUND[lang]))
    return lang, value, unit, before, after


@given(_rendered())
def test_a_rendered_quantity_reads_back_with_value_unit_and_span(case: tuple[Lang, Decimal, str, str, str]) -> None:
    lang, value, unit, before, after = case
    body = render(value, unit, lang)
    found = find_quantities(before + body + after, lang)
    assert [(q.low, q.unit, q.start, q.end) for q in found] == [(value, unit, len(before), len(before) + len(body))]


@given(
    st.integers(21, 9999),
    st.integers(1, 5000),
    st.sampled_from(["kg", "km", "GB", "minutes", "°C", "%"]),
    st.sampled_from(["–", "-", " to ", " – "]),
)
def test_a_range_reads_back_as_one_quantity(low: int, step: int, unit: str, joint: str) -> None:
    body = f"{low}{joint}{low + step} {unit}" if unit != "%" else f"{low}{joint}{low + step}%"
    if joint == "-" and len(str(low)) == 3 and len(str(low + step)) == 4:
        body = body.replace("-", "–")  # otherwise the shape of a telephone number
    (found,) = find_quantities(f"Between us: {body}.")
    assert (found.low, found.high, found.text) == (Decimal(low), Decimal(low + step), body)


_BITS = st.sampled_from(
    "1 2.5 ½ 3/4 一 二十 万 亿 两 半 分之 度 元 米 公斤 小时 km kg m s / per each $ ¥ NT$ - – ~ to 至 x × * ( ) ' \" °C % million half a and one ± ≤ 约 每"
    " 每小时 零下 2024年 4K RTX v2.4.1 24/7 维生素 D3 e5 ^2 10^ . , : ； 余 几 第 成 兆 of times in ft oz 1米75 百分之 k M 1e40 \u00a0 ８ % ㎡ ⁻¹ L/100km".split()
)
_ANY = st.one_of(
    st.text(max_size=80), st.lists(_BITS, max_size=10).map("".join), st.lists(_BITS, max_size=10).map(" ".join)
)


@given(_ANY, st.sampled_from(LANGS), st.one_of(st.none(), st.sampled_from(MARKETS)))
def test_any_text_gives_an_answer_that_points_into_it(text: str, lang: Lang, market: Market | None) -> None:
    end = 0
    for quantity in find_quantities(text, lang, market):
        assert end <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.high is None or quantity.low <= quantity.high
        assert lookup(quantity.unit).dimension == quantity.dimension
        end = quantity.end
    rows(find_quantities(text, lang, market))


@given(_ANY, st.sampled_from(LANGS))
def test_any_text_gives_numbers_and_facts_that_point_into_it(text: str, lang: Lang) -> None:
    end = 0
    for number in find_numbers(text, lang):
        assert end <= number.start < number.end <= len(text)
        assert text[number.start : number.end] == number.text
        end = number.end
    for fact in find_facts(text, lang):
        assert text[fact.start : fact.end] == fact.text
        assert all(fact.start <= quantity.start < fact.end for quantity in fact.quantities)


@pytest.mark.parametrize(
    "piece",
    ["1", "万", "一", " ", "1,", "1,1,1,", "$", '1"', "1/", "1-", "1 km ", "1米", "一点", "每1", "a ", "1 and ", "1、"],
)
@pytest.mark.parametrize("lang", LANGS)
def test_repetition_without_end_is_survived(piece: str, lang: Lang) -> None:
    text = piece * (6_000 // len(piece))
    assert all(text[found.start : found.end] == found.text for found in find_quantities(text, lang))
    assert all(text[found.start : found.end] == found.text for found in find_numbers(text, lang))
