"""What may be taken from a page: words that stand in one of its lines, whole, with all that limits them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain.folding import fold
from assistant.chain.quoting import Page
from assistant.chain.reasons import UnfitError
from assistant.schema.nouns import Lang
from tests.chain.pages import EN, ZH, one, read, reply

# What a model gives, and the reason for not taking it.
DROPPED: list[tuple[str, str, str]] = [
    ("Made of titanium", "", "It does not stand on the page in these words."),
    ("Capacity: 0.8 L", "", "“0.8” does not stand there."),
    ("Heats 0.9 L from 20 °C to 97 °C in about 5 minutes", "", "“97” does not stand there."),
    ("Capacity: 0.9 gal", "", "The page does not have “0.9 gal”: the number stands there with another unit."),
    ("Capacity: 0.9 L Heats 0.9 L from 20 °C", "", "It is put together out of several places."),
    ("Capacity: 0.9 L\nHeats 0.9 L from 20 °C", "", "It is put together out of several places."),
    ("Capacity: 0.9 L, Net weight: 1.1 kg", "", "It is put together out of several places."),
    ("Heats 0.9 L in about 5 minutes", "", "It does not stand on the page in these words."),
    ("heats 0.9 L from 20 °C", "", "It does not stand on the page in these words."),
    ("award-winning", "", "It stands in words that give orders to a model."),
    ("Its weight is 2 g", "", "It stands in words that give orders to a model."),
    ("容量：0.9升", "", "The page does not have “0.9升”: the number stands there with another unit."),
    ("**Capacity:** 0.9 L", "", "It does not stand on the page in these words."),
    ("3| Capacity: 0.9 L", "", "“3” does not stand there."),
    ("0.9 L", "Volume", "“Volume” is not what stands before it."),
    ("1.1 kg", "weight", "“weight” is not what stands before it."),
    ("75 cm", "Capacity", "“Capacity” is not what stands before it."),
    ("75 cm", "", "A figure that is of nothing."),
    ("300 g", "", "It cuts a word or a figure in two."),
    ("100 °C", "", "It cuts a word or a figure in two."),
    ("Capacity: 0.9", "", "It cuts a word or a figure in two."),
    ("ase, 14 cm across", "", "It cuts a word or a figure in two."),
    ("dishwasher safe", "", "The page says “not” beside it."),
    ("Steel filter", "", "The page says “not” beside it."),
    ("Stunning design, unbeatable value", "", "It says nothing but praise."),
    ("…", "", "It holds no words."),
]


@pytest.mark.parametrize(("quote", "label", "why"), DROPPED, ids=[f"{q[:24]}|{label}" for q, label, _ in DROPPED])
def test_what_does_not_stand_on_the_page_is_dropped_with_the_reason(quote: str, label: str, why: str) -> None:
    found, _ = read(reply(one(quote, label), one("Net weight: 1.1 kg")))
    assert found.facts == ("Net weight: 1.1 kg",)
    assert [reason for _, reason in found.dropped] == [why]


@pytest.mark.parametrize(
    ("quote", "label", "why"),
    [
        ("容量：0.8升", "", "原文里没有“0.8”这个数字。"),
        ("容量：0.9毫升", "", "页面上没有“0.9毫升”，这个数字用的是别的单位。"),
        ("容量：0.9升，净重 1.1 千克", "", "由几处文字拼成。"),
        ("行业第一", "", "出自对模型下指令的文字。"),
        ("可放入洗碗机", "", "原文在它旁边有否定的意思。"),
        ("不锈钢滤网", "", "原文在它旁边有否定的意思。"),
        ("保温 30 分钟", "", "“30 分钟”在原文里不是这个意思，漏了限定它的词。"),
        ("Capacity: 900 g", "", "原文里没有“900”这个数字。"),
    ],
)
def test_a_chinese_page_is_held_to_as_strictly(quote: str, label: str, why: str) -> None:
    found, _ = read(reply(one(quote, label)), page=ZH, lang="zh-Hans")
    assert found.facts == ()
    assert [reason for _, reason in found.dropped] == [why]


@pytest.mark.parametrize(
    ("quote", "fact"),
    [
        ("容量:０.９升", "容量：0.9升"),
        ("净重1.1千克", "净重 1.1 千克"),
        ("  底座，直径14厘米 ", "底座，直径14厘米"),
        ("最长保温 30 分钟", "最长保温 30 分钟"),
    ],
)
def test_blanks_and_width_are_folded_and_the_page_s_own_letters_taken(quote: str, fact: str) -> None:
    assert read(reply(one(quote)), page=ZH, lang="zh-Hans")[0].facts == (fact,)


@pytest.mark.parametrize(
    ("page", "lang", "quote"),
    [
        ("Water resistant: No", "en", "Water resistant"),
        ("Dishwasher safe | no | Lid | yes", "en", "Dishwasher safe"),
        ("Waterproof\nNo\nColour\nBlack", "en", "Waterproof"),
        ("The lid is not dishwasher safe", "en", "dishwasher safe"),
        ("The lid isn't dishwasher safe", "en", "dishwasher safe"),
        ("The lid does not leak", "en", "leak"),
        ("Charger not included", "en", "Charger"),
        ("可机洗：否", "zh-Hans", "可机洗"),
        ("防水\n不支持", "zh-Hans", "防水"),
        ("不支援無線充電", "zh-Hant", "無線充電"),
        ("充電器（另購）", "zh-Hant", "充電器"),
    ],
)
def test_a_quote_does_not_leave_a_not_behind(page: str, lang: Lang, quote: str) -> None:
    with pytest.raises(UnfitError) as caught:
        Page(page, lang).take(quote)
    assert caught.value.why == "negated"


@pytest.mark.parametrize(
    ("page", "lang", "quote", "label", "fact"),
    [
        ("Lid: steel\nNot only a kettle", "en", "steel", "Lid", "Lid: steel"),
        ("-Color:Black\n-Material:PP", "en", "PP", "Material", "Material: PP"),
        ("Battery\n- 5000 mAh\n- 30 h of music", "en", "30 h of music", "Battery", "Battery: 30 h of music"),
        ("Weight\n\n1.1 kg", "en", "1.1 kg", "Weight", "Weight: 1.1 kg"),
        ("Price: £20", "en", "£20", "", "£20"),
        ("15 kg box, 5 kg net", "en", "5 kg net", "", "5 kg net"),
        ("Never rusts. Brush with soft bristles", "en", "Brush with soft bristles", "", "Brush with soft bristles"),
        ("304不锈钢内胆，不易生锈", "zh-Hans", "304不锈钢内胆", "", "304不锈钢内胆"),
        ("【容量】0.9升", "zh-Hans", "0.9升", "容量", "容量：0.9升"),
    ],
)
def test_what_stands_whole_on_the_page_is_taken(page: str, lang: Lang, quote: str, label: str, fact: str) -> None:
    found, _ = read(reply(one(quote, label)), page=page, lang=lang)
    assert (found.facts, found.dropped) == ((fact,), ())


@pytest.mark.parametrize(
    ("page", "quote", "label", "why"),
    [
        ("Battery life 12 hours, charges in 3 hours", "3 hours", "Battery life", "label"),
        ("Gross weight: 1.3 kg", "1.3 kg", "weight", "label"),
        ("Battery\nCharges by cable\n12 hours", "12 hours", "Battery", "label"),
        ("Runs at 20 °C: 5 hours", "5 hours", "Runs at 20 °C", "number"),
    ],
)
def test_a_label_is_what_stands_right_before_a_value(page: str, quote: str, label: str, why: str) -> None:
    with pytest.raises(UnfitError) as caught:
        Page(page, "en").take(quote, label)
    assert caught.value.why == why


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_quote_breaks_the_search_and_what_is_taken_stands_there(quote: str, label: str) -> None:
    try:
        taken = Page(EN, "en").take(quote, label)
    except UnfitError:
        return
    assert fold(EN[taken.start : taken.end])[0] == fold(quote.strip())[0]
