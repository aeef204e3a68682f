"""Pages that list several products: one fact for each, with its name before and its price behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plan.pages import brief_from_page, find_page_facts
from assistant.plan.pages.products import notice, product_facts
from assistant.quantities import find_facts
from assistant.schema import Lang

PHONES = (
    "星野手机 X2\n旗舰性能玩家必备，120Hz直屏，65W超级闪充，轻薄手感。\n3399元\n"
    "星野手环 3\n1.5英寸高清大屏 / 14天超长续航 / 海量表盘\n199元\n"
    "星野透明电视\n55″透明OLED | 悬浮影像 ｜四核A73 旗舰处理器\n49999元"
)


def test_each_product_is_one_fact_with_its_price_last() -> None:
    listed = product_facts(PHONES, "zh-Hans")
    assert listed is not None
    assert listed.facts == (
        "星野手机 X2：120Hz直屏、65W闪充、轻薄手感，3399元",
        "星野手环 3：1.5英寸高清屏、14天续航，199元",
        "星野透明电视：55″透明OLED、悬浮影像、四核A73 处理器，49999元",
    )
    assert (listed.name, listed.count) == ("星野", 3)


def test_the_brief_of_a_list_is_named_by_what_the_names_share_and_the_notice_says_so() -> None:
    found = find_page_facts(PHONES, "zh-Hans")
    assert found.notices == ("页面上有3件商品，每件各列为一条资料。",)
    brief = brief_from_page(PHONES, "zh-Hans", "星野手机 X2 / 星野手环 3 / 星野透明电视")
    assert (brief.product, len(brief.facts)) == ("星野", 3)


def test_products_that_share_no_name_have_none() -> None:
    page = "极光路由器\n6根天线 / 四核处理器\n299元\n云杉音箱\n蓝牙5.0 / 30W功率\n199元"
    assert brief_from_page(page, "zh-Hans", "极光路由器 / 云杉音箱").product == ""


@pytest.mark.parametrize(
    ("names", "shared"),
    [
        (("Torvald Ridge 30", "Torvald Ridge 45"), "Torvald Ridge"),
        (("Torvald Ridge", "Marsh Peak"), ""),
    ],
)
def test_english_products_are_told_of_in_a_line_each(names: tuple[str, str], shared: str) -> None:
    page = "\n".join(f"- {name} - A pack that holds {number}0 litres and comes with a rain cover and a whistle on a cord." for number, name in enumerate(names, 3))  # fmt: skip
    listed = product_facts(page, "en")
    assert listed is not None
    assert listed.name == shared
    assert all(fact.startswith(f"{name}: ") for fact, name in zip(listed.facts, names, strict=True))
    assert [figure in fact for fact, figure in zip(listed.facts, ("30 litres", "40 litres"), strict=True)] == [
        True,
        True,
    ]
    assert notice(listed, "en") == "The page lists 2 products; each is one fact."


@pytest.mark.parametrize(
    ("text", "title", "lang"),
    [
        ("重量：2kg\n材质：木\n售价：199元", "云杉书架", "zh-Hans"),
        ("A lamp with two bulbs.\nPrice: £20\nWeight: 1 kg", "Lamp", "en"),
        ("", "", "zh-Hant"),
        ("专柜价：319元\n零售价：299元", "草席", "zh-Hans"),
    ],
)
def test_a_page_about_one_product_lists_none(text: str, title: str, lang: Lang) -> None:
    assert product_facts(text, lang, title) is None


@given(
    st.lists(st.text(alphabet="云杉音箱 A5/，。；！元0123Hz", max_size=24), max_size=9),
    st.sampled_from(["zh-Hans", "en"]),
)
def test_the_fact_of_a_product_is_one_fact_of_the_brief(lines: list[str], lang: Lang) -> None:
    listed = product_facts("\n".join(lines), lang)
    for fact in listed.facts if listed else ():
        assert len(find_facts(fact, lang)) <= 1, fact
