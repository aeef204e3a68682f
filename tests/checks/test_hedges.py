"""The words around a number, and whether they are true of it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.hedges import hedge_after, hedge_before, is_true
from assistant.comparisons.rounding import shown_ratio
from assistant.schema import Lang


@pytest.mark.parametrize(
    ("lang", "before", "said"),
    [
        ("en", "is about ", "about"),
        ("en", "lasts more than ", "more than"),
        ("en", "is nearly ", "nearly"),
        ("en", "up to ", "up to"),
        ("en", "the weight of ", ""),
        ("en", "cover ", ""),
        ("en", "handsome ", ""),
        ("zh-Hans", "它约为", "about"),
        ("zh-Hans", "超过", "more than"),
        ("zh-Hans", "将近", "nearly"),
        ("zh-Hans", "最长", "up to"),
        ("zh-Hans", "不到", "less than"),
        ("zh-Hant", "大約是", "about"),
        ("zh-Hant", "至少", "at least"),
        ("zh-Hant", "重量", ""),
    ],
)
def test_the_hedge_before_a_number_is_read(lang: Lang, before: str, said: str) -> None:
    assert hedge_before(before + "570", len(before), lang) == said


def test_chinese_hedges_after_a_number_are_read() -> None:
    assert hedge_after("3分钟左右", 3, "zh-Hans") == "about"
    assert hedge_after("10倍多", 3, "zh-Hans") == "more than"
    assert hedge_after("10小时以上", 4, "zh-Hans") == "at least"
    assert hedge_after("three minutes flat", 13, "en") == ""


@pytest.mark.parametrize(
    ("said", "shown", "exact", "true"),
    [
        ("about", "570", "574.8", True),
        ("about", "600", "574.8", True),
        ("about", "500", "574.8", False),
        ("more than", "570", "574.8", True),
        ("more than", "580", "574.8", False),
        ("more than", "500", "574.8", True),
        ("nearly", "580", "574.8", True),
        ("nearly", "570", "574.8", False),
        ("", "570", "574.8", False),
        ("", "575", "574.8", True),
        ("", "10", "10", True),
        ("up to", "14", "14", True),
        ("up to", "14", "13", False),
        ("at least", "14", "14", True),
    ],
)
def test_a_hedge_is_true_or_it_is_stopped(said: str, shown: str, exact: str, true: bool) -> None:
    assert is_true(said, Fraction(shown), Fraction(exact)) is true  # type: ignore[arg-type]


@given(st.fractions(min_value=Fraction(1, 10), max_value=1000, max_denominator=1000))
def test_whatever_the_comparisons_show_the_gate_calls_true(exact: Fraction) -> None:
    shown = shown_ratio(exact)
    if shown is not None:
        said = "" if shown.hedge == "exactly" else shown.hedge
        assert is_true(said, shown.value, exact)
