"""A product page: what the thing is first, each fact once, rows left in their table, terms apart."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.draft import write
from assistant.schema.brief import Brief

LOCK = (
    "This lock closes at both ends of the shackle, so one cut does not open it.",
    "Steel shackle with a vinyl coat",
    "Weight: 1.4 kg",
    "Includes two keys",
    "Colour: black",
    "Diameter of the shackle: 13 mm",
    "Frame holder: yes",
    "Rating: 9 of 15 on the maker's scale",
    "Made in: Germany",
    "The frame holder is sold separately",
)


def page(*facts: str, **changes: Any) -> dict[str, str]:
    return dict(write(Brief.model_validate({"facts": facts, "product": "Ostra 9", **changes})).variants[0].texts)


def test_what_the_thing_is_stands_first_and_terms_stand_last() -> None:
    texts = page(*LOCK, market="uk")
    assert texts["headline"].startswith("Ostra 9")
    assert texts["subhead"] == "This lock closes at both ends of the shackle, so one cut does not open it."
    assert texts["notes"] == "The frame holder is sold separately"
    assert list(texts) == [
        field for field in ("headline", "subhead", "paragraph", "bullets", "specifications", "notes") if field in texts
    ]


@pytest.mark.parametrize("told", ["1.4 kg", "two keys", "13 mm", "9 of 15", "Germany", "black", "one cut", "vinyl"])
def test_a_page_says_each_thing_once(told: str) -> None:
    assert "\n".join(page(*LOCK, market="uk").values()).count(told) == 1


def test_a_table_that_somebody_kept_in_order_stays_one() -> None:
    rows = (
        "材质：100%棉",
        "颜色：灰",
        "工艺：色织",
        "产地：中国江苏",
        "执行标准：GB/T 22844-2009",
        "零售价：299元",
        "适用：四季",
    )
    texts = page(*rows, lang="zh-Hans", product="青禾四件套")
    assert "paragraph" not in texts
    listed = texts["specifications"].split("\n")
    assert listed == [row for row in rows if row in listed]
    assert len(listed) == len(rows)


def test_sizes_stand_under_one_label() -> None:
    rows = (
        "尺寸：1.4 x 2.6米：适用1.4米以下的窗",
        "尺寸 1.8 x 2.6米：适用1.8米以下的窗",
        "材质：麻",
        "颜色：灰",
        "产地：浙江",
        "工艺：提花",
        "洗涤：手洗",
    )
    listed = page(*rows, lang="zh-Hans", product="山形窗帘")["specifications"]
    assert listed.count("尺寸") == 1
    assert "\n1.8 x 2.6米" in listed


def test_a_page_of_several_products_lists_them_name_price_and_what_they_have() -> None:
    facts = ("极光路由器 R3：四核处理器、6根天线，299元", "极光音箱 S1：蓝牙5.0、30W功率，199元")
    texts = page(*facts, lang="zh-Hans", product="")
    assert texts["headline"] == "极光路由器 R3、极光音箱 S1"
    assert texts["bullets"] == "极光路由器 R3（299元）：四核处理器、6根天线\n极光音箱 S1（199元）：蓝牙5.0、30W功率"
    assert set(texts) == {"headline", "bullets"}


def test_a_doubtful_figure_is_stated_as_given_among_others_and_kept_to_the_table_alone() -> None:
    draft = write(Brief(facts=("Power: 400-600MA", "Weight: 203 g"), product="Otter", market="uk"))
    texts = draft.variants[0].texts
    assert texts["specifications"] == "Power: 400-600MA"
    assert "400" not in texts["headline"] + texts.get("paragraph", "")


def test_another_hand_s_text_gets_the_table_of_what_it_has_not_told() -> None:
    from assistant.plan import make_plan, read
    from assistant.references import load_book
    from assistant.writer import with_table

    brief = Brief(facts=LOCK, product="Ostra 9", market="uk")
    plan = make_plan(read(brief, None, load_book()), brief, None)
    told = {
        "headline": "Ostra 9",
        "paragraph": "It weighs 1.4 kg, in black, from Germany.",
        "bullets": "Includes two keys",
    }
    texts = with_table(told, brief, None, plan)
    assert {field: texts[field] for field in told} == told
    assert "1.4 kg" not in texts["specifications"]
    assert "13 mm" in texts["specifications"]
    assert texts["notes"] == "The frame holder is sold separately"
