"""From exact ratios to shown numbers: every hedge is true, every number short."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparisons.rounding import LARGEST, shown_ratio, significant

RATIOS = st.fractions(min_value=Fraction(1, 100), max_value=Fraction(LARGEST), max_denominator=10_000)


@pytest.mark.parametrize(
    ("exact", "shown", "hedge"),
    [
        ("574.8", "570", "about"),
        ("23.74", "24", "about"),
        ("1", "1", "exactly"),
        ("1.04", "1", "about"),
        ("0.93", "1", "nearly"),
        ("1.2", "1", "more than"),
        ("1.52", "1.5", "about"),
        ("2.3", "2", "more than"),
        ("2.5", "2.5", "about"),
        ("2.9", "3", "about"),
        ("3.3", "3", "more than"),
        ("3.6", "4", "nearly"),
        ("0.51", "1/2", "about"),
        ("0.34", "1/3", "about"),
        ("0.2", "1/5", "about"),
        ("0.22", "1/5", "more than"),
        ("0.4", "1/3", "more than"),
        ("0.45", "1/2", "nearly"),
        ("0.57", "1/2", "more than"),
        ("0.6", "2/3", "nearly"),
        ("0.83", "4/5", "about"),
        ("0.86", "4/5", "more than"),
        ("0.89", "4/5", "more than"),
        ("0.91", "1", "nearly"),
        ("1.35", "1.3", "about"),
        ("1.7", "1.7", "about"),
        ("1.8", "2", "nearly"),
        ("1.95", "2", "about"),
    ],
)
def test_a_ratio_is_shown_as_the_number_people_say(exact: str, shown: str, hedge: str) -> None:
    result = shown_ratio(Fraction(exact))
    assert result is not None
    assert (result.value, result.hedge) == (Fraction(shown), hedge)


@pytest.mark.parametrize("exact", ["0.15", "0.18", "1001", "0", "-3"])
def test_a_ratio_without_an_honest_short_number_is_not_shown(exact: str) -> None:
    assert shown_ratio(Fraction(exact)) is None


@given(RATIOS)
def test_about_is_within_five_percent_and_the_others_lie_on_their_side(exact: Fraction) -> None:
    result = shown_ratio(exact)
    if result is None:
        return
    shown = result.value
    if result.hedge == "exactly":
        assert shown == exact
    elif result.hedge == "about":
        assert abs(shown - exact) <= exact * Fraction(5, 100)
    elif result.hedge == "more than":
        assert shown < exact < shown + 1
    else:
        assert result.hedge == "nearly"
        assert shown - 1 < exact < shown
    assert result.error == pytest.approx(float(abs(shown - exact) / exact))


@given(RATIOS)
def test_a_shown_multiple_never_has_more_than_two_significant_figures(exact: Fraction) -> None:
    result = shown_ratio(exact)
    if result is not None and result.value >= 1:
        assert significant(result.value, 2) == result.value


@given(st.fractions(min_value=Fraction(1, 10**9), max_value=10**12), st.integers(1, 6))
def test_rounding_to_significant_figures_is_off_by_half_a_step_at_most(value: Fraction, figures: int) -> None:
    assert abs(significant(value, figures) - value) <= value * Fraction(1, 2 * 10 ** (figures - 1))


def test_half_way_rounds_up_like_people_do() -> None:
    assert significant(Fraction(125), 2) == 130
    shown = shown_ratio(Fraction(145, 10))
    assert shown is not None
    assert shown.value == 14
    assert shown.hedge == "about"
    assert shown.error == pytest.approx(5 / 145)
