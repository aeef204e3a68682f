"""Ladders climb in steps that can be felt, on things that everybody can picture, and only where one helps."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparisons import Audience
from assistant.comparisons.ladder import MAX_STEP, MIN_STEP, find_ladder
from assistant.comparisons.shelf import Shelf
from assistant.comparisons.wording import rung_value
from assistant.schema import Quantity, Reference, Rung
from tests.comparisons.conftest import make_quantity, make_reference


def emblem(value: int, level: int = 5) -> Reference:
    return make_reference(f"thing-{value}", str(value), "meter", "height", usable_as=("compare", "rung"), level=level)


def climb(quantity: Quantity, known: Sequence[Reference]) -> tuple[Rung, ...]:
    return find_ladder(quantity, Shelf(known).view(Audience("en", "us")), "en")


def test_a_ladder_ends_at_the_specification_and_names_its_steps() -> None:
    ladder = climb(make_quantity("1000 m", "1000", "meter"), [emblem(2), emblem(20), emblem(100)])
    assert [rung.name for rung in ladder] == ["thing-2", "thing-20", "thing-100", "1000 m"]
    assert [rung.step for rung in ladder] == [None, 10, 5, 10]
    assert ladder[-1].reference is None


@pytest.mark.parametrize(
    "known",
    [
        [],
        [emblem(2)],
        [emblem(2), emblem(3)],
        [emblem(2), emblem(20), emblem(100), emblem(600)],
        [make_reference("plain", "10", "meter", "height"), make_reference("dull", "99", "meter", "height")],
    ],
    ids=["nothing known", "one rung", "a leap to the top", "something as large is known by feel", "no emblems"],
)
def test_no_ladder_is_better_than_a_bad_one(known: list[Reference]) -> None:
    assert climb(make_quantity("1000 m", "1000", "meter"), known) == ()


@given(st.sets(st.integers(1, 5000), min_size=1, max_size=12), st.integers(20, 20_000))
def test_whatever_is_known_steps_stay_within_their_bounds(values: set[int], top: int) -> None:
    known = [emblem(value, 3 + value % 3) for value in sorted(values)]
    ladder = climb(make_quantity(f"{top} m", str(top), "meter"), known)
    assert len(ladder) in (0, 3, 4, 5)
    for rung in ladder[1:]:
        assert rung.step is not None
        assert Fraction(MIN_STEP) - Fraction(1, 10**6) <= rung.step <= Fraction(MAX_STEP) + Fraction(1, 10**6)
    magnitudes = [rung.value for rung in ladder]
    assert magnitudes == sorted(magnitudes)


def test_every_rung_is_shown_in_the_unit_of_the_specification() -> None:
    mile = make_reference("mile", "1", "mile", "distance", usable_as=("compare", "rung"))
    yard = make_reference("step", "1", "meter", "distance", usable_as=("compare", "rung"))
    hill = make_reference("hill", "100", "meter", "distance", usable_as=("compare", "rung"))
    ladder = climb(make_quantity("20 km", "20", "kilometer"), [mile, yard, hill])
    assert [rung_value(rung, "kilometer", "en") for rung in ladder] == ["0.1 km", "1.61 km", "20 km"]
