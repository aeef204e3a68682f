"""What comparisons say, word for word, in three languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.comparisons import Audience, rank
from assistant.comparisons.numbers import count_text, share_text, times_text
from assistant.schema import Lang
from tests.comparisons.conftest import make_quantity, make_reference
from tests.comparisons.recomputed import check

BALL = make_reference("ball", "0.5", "kilogram", "mass", many="balls")
TOWER = make_reference("tower", "100", "meter", "height")


@pytest.mark.parametrize(
    ("lang", "value", "sentence"),
    [
        ("en", "1", "1 kg is the mass of a ball."),
        ("en", "1.02", "1.02 kg is about the mass of a ball."),
        ("en", "6.1", "6.1 kg is the weight of about six balls."),
        ("en", "3.4", "3.4 kg is the weight of more than three balls."),
        ("en", "0.5", "0.5 kg is about half the mass of a ball."),
        ("en", "1.2", "1.2 kg is a little more than the mass of a ball."),
        ("zh-Hans", "6.1", "6.1 kg 相当于约6个balls的重量。"),
        ("zh-Hans", "3.4", "3.4 kg 超过3个balls的重量。"),
        ("zh-Hans", "0.5", "0.5 kg 约为ball数值的一半。"),
        ("zh-Hant", "1", "1 kg 與ball的數值相當。"),
        ("zh-Hant", "2", "2 kg 相當於約兩個balls的重量。"),
    ],
)
def test_the_weight_of_balls_is_said_as_people_say_it(lang: Lang, value: str, sentence: str) -> None:
    one = make_reference("ball", "1", "kilogram", "mass", many="balls")
    quantity = make_quantity(f"{value} kg", value, "kilogram")
    assert rank(quantity, [one], Audience(lang, "us")).comparisons[0].forms.sentence == sentence


@pytest.mark.parametrize(
    ("lang", "value", "noun"),
    [
        ("en", "200", "about twice the height of a tower"),
        ("en", "250", "about two and a half times the height of a tower"),
        ("en", "1200", "about 12 times the height of a tower"),
        ("zh-Hans", "200", "tower数值的约2倍"),
        ("zh-Hant", "1200", "tower數值的約12倍"),
    ],
)
def test_a_multiple_of_a_thing_nobody_counts_uses_times(lang: Lang, value: str, noun: str) -> None:
    quantity = make_quantity(f"{value} m", value, "meter")
    assert rank(quantity, [TOWER], Audience(lang, "us")).comparisons[0].text == noun


@pytest.mark.parametrize(
    ("lang", "low", "high", "sentence"),
    [
        ("en", "2", "3", "2–3 kg is the weight of about five to seven balls."),
        ("zh-Hans", "2", "3", "2–3 kg 相当于约5到7个balls的重量。"),
        ("zh-Hant", "0.85", "3", "0.85–3 kg 相當於約2到7個balls的重量。"),
        # One ball and nearly five are no two ends of one kind.
        ("en", "0.42", "2.5", "0.42–2.5 kg is at most the weight of about six balls."),
    ],
)
def test_a_range_has_both_its_ends_in_one_unit_where_both_come_out(
    lang: Lang, low: str, high: str, sentence: str
) -> None:
    one = make_reference("ball", "0.42", "kilogram", "mass", many="balls")
    quantity = make_quantity(f"{low}–{high} kg", low, "kilogram", high=Decimal(high))
    found = rank(quantity, [one], Audience(lang, "us")).comparisons[0]
    assert found.forms.sentence == sentence
    check(found, lang)


@pytest.mark.parametrize(
    ("lang", "noun"),
    [
        ("en", "about two to three times the height of a tower"),
        ("zh-Hans", "tower数值的约2到3倍"),
        ("zh-Hant", "tower數值的約2到3倍"),
    ],
)
def test_a_range_of_multiples_says_both_numbers(lang: Lang, noun: str) -> None:
    quantity = make_quantity("205–302 m", "205", "meter", high=Decimal(302))
    found = rank(quantity, [TOWER], Audience(lang, "us")).comparisons[0]
    assert found.text == noun
    assert [int(n) for n in found.numbers] == [2, 3]
    check(found, lang)


def test_numbers_are_words_in_english_below_ten_and_digits_in_chinese() -> None:
    from fractions import Fraction

    assert [count_text(Fraction(n), "en") for n in (1, 9, 10, 1200)] == ["one", "nine", "10", "1,200"]
    assert [count_text(Fraction(n), "zh-Hans") for n in (2, 9, 1200, 12000)] == ["两", "9", "1200", "1.2万"]
    assert count_text(Fraction(12000), "zh-Hant") == "1.2萬"
    assert times_text(Fraction(2), "en") == "twice"
    assert share_text(Fraction(1, 3), "zh-Hant") == "三分之一"


def test_no_wording_says_times_faster_or_a_multiple_for_less() -> None:
    small = make_quantity("0.1 kg", "0.1", "kilogram")
    for lang in ("en", "zh-Hans", "zh-Hant"):
        forms = rank(small, [BALL], Audience(lang, "us")).comparisons[0].forms
        assert "倍" not in forms.sentence
        assert "faster" not in forms.sentence
