"""What makes one comparison better than another: the evidence in rules, and that the weights keep to it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparisons.rounding import Shown
from assistant.comparisons.score import (
    FAMILIARITY,
    GOOD_ENOUGH,
    WEIGHTS,
    Audience,
    familiarity,
    familiarity_part,
    felt_part,
    like_part,
    references_part,
    size_part,
    spread_part,
    total,
    weighted,
    whole_part,
    wording_part,
)
from assistant.schema import Market
from tests.comparisons.conftest import make_reference

RATIOS = st.floats(min_value=1e-4, max_value=1e5)


def words(count: int) -> str:
    return " ".join(["word"] * count)


@given(RATIOS, RATIOS)
def test_farther_from_equal_on_the_same_side_is_never_better(one: float, other: float) -> None:
    near, far = sorted((one, other), key=lambda ratio: max(ratio, 1 / ratio))
    if (near < 1) == (far < 1):
        assert size_part(near) >= size_part(far) - 1e-12


@given(st.fractions(min_value=1, max_value=Fraction(5, 2)))
def test_from_equal_to_two_and_a_half_times_is_best(ratio: Fraction) -> None:
    assert size_part(ratio) == pytest.approx(1.0)


def test_one_half_is_good_and_multiples_up_to_twenty_are_fine() -> None:
    assert size_part(Fraction(1, 2)) > 0.95
    for ratio in range(3, 21):
        assert 0.6 < size_part(ratio) < 1


def test_a_fraction_below_a_fifth_is_poorer_than_any_multiple_up_to_twenty() -> None:
    assert all(size_part(Fraction(1, n)) < size_part(20) for n in range(6, 60))


def test_hundreds_are_poor_and_nothing_is_said_of_millions_even_of_the_best_known_thing() -> None:
    assert size_part(200) < 0.5
    assert size_part(1_000) == pytest.approx(0.22, abs=0.02)
    assert size_part(1_000_000) < GOOD_ENOUGH


@pytest.mark.parametrize("level", [3, 4, 5])
def test_two_levels_of_familiarity_outweigh_any_distance_up_to_twenty(level: int) -> None:
    assert FAMILIARITY[level] * size_part(20) > FAMILIARITY[level - 2] * size_part(1)


def test_familiarity_spans_more_than_closeness() -> None:
    assert FAMILIARITY[1] / FAMILIARITY[5] < size_part(20) / size_part(1)
    assert FAMILIARITY[1] / FAMILIARITY[5] < size_part(Fraction(1, 5)) / size_part(1)


def test_one_reference_beats_two_and_two_beat_three() -> None:
    assert references_part(0) == references_part(1) == 1
    assert references_part(2) < 0.5
    assert references_part(3) == pytest.approx(references_part(2) ** 2)


def test_two_references_both_have_to_be_known() -> None:
    assert familiarity_part([5, 5]) == 1
    assert familiarity_part([4, 3]) < min(FAMILIARITY[4], FAMILIARITY[3])
    assert familiarity_part([5, 0]) == 0


def test_six_words_beat_fifteen() -> None:
    assert wording_part(words(3), "en") == wording_part(words(6), "en") == 1
    assert wording_part(words(15), "en") < 0.5
    assert wording_part("约为珠穆朗玛峰的两倍", "zh-Hans") == 1
    assert wording_part("约为" + "很长的说法" * 4, "zh-Hans") < 0.6


@given(st.integers(1, 60), st.integers(1, 60))
def test_more_words_are_never_better(one: int, other: int) -> None:
    short, long = sorted((one, other))
    assert wording_part(words(short), "en") >= wording_part(words(long), "en") > 0


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Shown(Fraction(2), "about", 0.0), Shown(Fraction(5, 2), "about", 0.0)),
        (Shown(Fraction(1, 2), "about", 0.0), Shown(Fraction(1, 3), "about", 0.0)),
        (Shown(Fraction(2), "about", 0.0), Shown(Fraction(2), "more than", 0.1)),
        (Shown(Fraction(2), "exactly", 0.0), Shown(Fraction(2), "nearly", 0.1)),
    ],
)
def test_whole_numbers_halves_and_plain_hedges_are_easier(better: Shown, worse: Shown) -> None:
    assert whole_part(better) > whole_part(worse)


def test_a_thing_of_one_size_beats_one_of_any_size() -> None:
    from dataclasses import replace

    ball = make_reference("ball", "10", "kilogram", "mass")
    tree = replace(ball, low=Decimal(2), high=Decimal(30))
    assert spread_part(ball) == 1
    assert spread_part(tree) == 0.5


def test_like_stands_beside_like() -> None:
    assert like_part("maximum", "maximum") == like_part("unstated", "average") == like_part("rated", "typical") == 1
    assert like_part("maximum", "average") < 1


def test_what_is_only_read_about_counts_for_less() -> None:
    assert felt_part(make_reference("bath", "80", "liter", "volume")) == 1
    assert felt_part(make_reference("flight", "80", "kilogram", "co2")) < 1


@given(st.sampled_from(sorted(WEIGHTS)), st.floats(min_value=0.01, max_value=1), st.floats(min_value=0.01, max_value=1))
def test_every_weight_keeps_the_order_and_the_bounds(name: str, one: float, other: float) -> None:
    assert WEIGHTS[name] > 0
    low, high = sorted((one, other))
    assert 0 <= weighted(name, low) <= weighted(name, high) <= 1


def test_a_part_without_a_weight_counts_as_it_is() -> None:
    assert "familiarity" not in WEIGHTS
    assert weighted("spread", 0.7) == 0.7


@given(st.dictionaries(st.text(max_size=3), st.floats(min_value=0, max_value=1), max_size=6))
def test_the_score_is_the_product_of_its_parts_and_never_above_the_least(parts: dict[str, float]) -> None:
    assert 0 <= total(parts) <= min(parts.values(), default=1.0) + 5e-5


def test_what_few_know_is_still_offered_where_it_fits_and_not_where_it_does_not() -> None:
    fits = {"familiarity": FAMILIARITY[1], "size": size_part(1)}
    far = {"familiarity": FAMILIARITY[1], "size": size_part(4)}
    assert total(fits) >= GOOD_ENOUGH > total(far)


@pytest.mark.parametrize(
    ("market", "interests", "level"),
    [
        ("us", (), 3),
        ("us", ("rowing",), 4),
        ("us", ("coaching",), 5),
        ("tw", (), 0),
        ("tw", ("coaching",), 0),
        (None, (), 0),
    ],
)
def test_familiarity_is_that_of_the_market_raised_by_interest(
    market: Market | None, interests: tuple[str, ...], level: int
) -> None:
    from dataclasses import replace

    boat = replace(
        make_reference("boat", "20", "kilogram", "mass", level=3, topics=("rowing",), markets=("us", "uk")),
        audiences={"coaching": 5},
    )
    assert familiarity(boat, Audience("en", market, frozenset(interests))) == level


def test_a_share_that_is_only_bounded_says_least() -> None:
    loose = [whole_part(Shown(Fraction(1, 4), hedge, 0.1)) for hedge in ("more than", "nearly")]
    about = whole_part(Shown(Fraction(1, 4), "about", 0.01))
    multiple = whole_part(Shown(Fraction(3), "more than", 0.1))
    assert loose[0] == loose[1] < multiple < about
