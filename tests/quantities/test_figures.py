"""Every number expression: what a gate must trace, and what only looks like a number."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from assistant.quantities import find_numbers
from assistant.schema import Lang


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Twice the range", "en", [("Twice", 2, "multiple")]),
        ("It doubled in 2021.", "en", [("doubled", 2, "multiple"), ("2021", 2021, "year")]),
        ("half the weight", "en", [("half", Fraction(1, 2), "fraction")]),
        ("two-thirds of buyers", "en", [("two-thirds", Fraction(2, 3), "fraction")]),
        ("a third less, a dozen cups", "en", [("a third", Fraction(1, 3), "fraction"), ("a dozen", 12, "plain")]),
        ("about 570 times", "en", [("570", 570, "plain")]),
        ("570 times as fast", "en", [("570", 570, "multiple")]),
        ("3x the speed, 40% off", "en", [("3", 3, "multiple"), ("40%", 40, "percent")]),
        ("twenty-five percent", "en", [("twenty-five", 25, "percent")]),
        ("1.5 million users", "en", [("1.5 million", 1500000, "plain")]),
        ("an RTX 4090 and an iPhone 15", "en", [("4090", 4090, "code"), ("15", 15, "code")]),
        ("thousands of fans", "en", [("thousands of", 2000, "vague")]),
        ("from 0 to 60", "en", [("0", 0, "plain"), ("60", 60, "plain")]),
        ("两倍续航", "zh-Hans", [("两", 2, "multiple")]),
        ("三分之一的人", "zh-Hans", [("三分之一", Fraction(1, 3), "fraction")]),
        ("省一半，销量翻番", "zh-Hans", [("一半", Fraction(1, 2), "fraction"), ("翻番", 2, "multiple")]),
        ("百分之八十，七成", "zh-Hans", [("百分之八十", 80, "percent"), ("七成", 70, "percent")]),
        ("3.5亿元，2000万", "zh-Hans", [("3.5亿", 350000000, "plain"), ("2000万", 20000000, "plain")]),
        ("成立於1998年", "zh-Hant", [("1998", 1998, "year")]),
        ("570倍", "zh-Hant", [("570", 570, "multiple")]),
        ("上百家门店", "zh-Hans", [("上百", 200, "vague")]),
        ("四分钟", "zh-Hans", [("四", 4, "plain")]),
        ("十分钟", "zh-Hans", [("十", 10, "plain")]),
    ],
)  # fmt: skip
def test_a_number_expression_is_found_with_value_and_kind(
    text: str, lang: Lang, expected: list[tuple[str, int | Fraction, str]]
) -> None:
    assert [(n.text, n.value, n.kind) for n in find_numbers(text, lang)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "one of the best",
        "First of all, it works",
        "open 24/7",
        "no one waits",
        "one another",
        "the second half",
        "a one-stop shop",
        "the only one",
        "one day you will",
    ],
)
def test_english_words_that_count_nothing_are_no_numbers(text: str) -> None:
    assert find_numbers(text, "en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "一起出发", "十分安静", "万一坏了", "三明治", "第一时间", "一款手机", "统一标准", "一键启动", "四季可用", "千万别买", "五花八门", "百货",
        "零食", "半导体", "一定", "唯一", "之一", "7×24小时", "三角形", "一个", "两侧", "星期三", "队伍排到门外",
    ],
)  # fmt: skip
def test_chinese_words_that_count_nothing_are_no_numbers(text: str) -> None:
    assert find_numbers(text, "zh-Hans") == ()


def test_a_spoken_range_has_both_ends() -> None:
    (number,) = find_numbers("两三天送达", "zh-Hans")
    assert (number.value, number.high) == (Decimal(2), Decimal(3))
