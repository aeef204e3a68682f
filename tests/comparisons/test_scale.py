"""Things of one property on an axis: each at its place, the figure among them, its neighbours named."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparisons.scale import Scale, find_scale, render_scale
from assistant.comparisons.shelf import in_base_units
from assistant.quantities import find_quantities
from assistant.references import load_book
from assistant.schema import LANGS, Lang, Quantity, Reference
from tests.comparisons.conftest import make_quantity, make_reference

EGG = make_reference("egg", "60", "gram", "mass")
CAT = make_reference("cat", "4.5", "kilogram", "mass")
CAR = make_reference("car", "1.5", "metric_ton", "mass")


def of(dimension: str, aspect: str) -> list[Reference]:
    return [one for one in load_book().by_id.values() if (one.dimension, one.aspect) == (dimension, aspect)]


def names(scale: Scale) -> list[str]:
    return [stand.name for stand in scale.stands]


def test_things_stand_by_size_and_a_figure_among_them_between_its_neighbours() -> None:
    scale = find_scale([CAR, EGG, CAT], "en", make_quantity("348 g", "348", "gram"))
    assert names(scale) == ["egg", "348 g", "cat", "car"]
    assert [stand.value for stand in scale.stands] == ["60 g", "", "4.5 kg", "1.5 t"]
    below, above = scale.around
    assert below is not None
    assert above is not None
    assert (below.name, above.name) == ("egg", "cat")
    assert scale.logarithmic


def test_equal_multiples_are_equal_distances() -> None:
    sized = [make_reference(key, value, "gram", "mass") for key, value in (("a", "1"), ("b", "10"), ("c", "1000"))]
    a, b, c = (stand.share for stand in find_scale(sized, "en").stands)
    assert (c - b) == pytest.approx(2 * (b - a))


def test_temperatures_stand_at_equal_differences_whatever_their_unit() -> None:
    sized = [
        make_reference("frost", "0", "degree_Celsius", "temperature"),
        make_reference("mild", "50", "degree_Fahrenheit", "temperature"),
        make_reference("warm", "20", "degree_Celsius", "temperature"),
        make_reference("colder", "-20", "degree_Celsius", "temperature"),
    ]
    scale = find_scale(sized, "en")
    assert names(scale) == ["colder", "frost", "mild", "warm"]
    assert not scale.logarithmic
    shares = [stand.share for stand in scale.stands]
    assert (shares[2] - shares[1]) == pytest.approx((shares[1] - shares[0]) / 2)


def test_decibels_of_both_kinds_stand_on_one_axis() -> None:
    scale = find_scale(of("sound_or_level", "loudness"), "en", make_quantity("38 dB", "38", "decibel_plain"))
    assert len(scale.stands) == len(of("sound_or_level", "loudness")) + 1
    assert {stand.reference.unit for stand in scale.stands if stand.reference} == {"decibel_a", "decibel_plain"}


def test_other_currencies_and_other_kinds_are_left_out() -> None:
    prices = of("currency", "price")
    yuan = find_scale(prices, "zh-Hans", make_quantity("99元", "99", "CNY"))
    assert {stand.reference.unit for stand in yuan.stands if stand.reference} == {"CNY"}
    assert len({stand.reference.unit for stand in find_scale(prices, "en").stands if stand.reference}) == 1
    assert names(find_scale([EGG], "en", make_quantity("3 m", "3", "meter"))) == ["3 m"]


def test_what_has_no_size_or_no_name_there_stands_nowhere() -> None:
    nothing = make_reference("nothing", "0", "gram", "mass")
    english = replace(CAT, names={"en": CAT.names["en"]})
    assert names(find_scale([nothing, EGG, english], "zh-Hans")) == ["egg"]
    assert find_scale([nothing], "en", make_quantity("0 g", "0", "gram")).stands == ()
    assert find_scale([], "en") == Scale((), (), True)
    assert find_scale([EGG], "en").around == (None, None)


def test_the_smallest_and_the_largest_have_one_neighbour() -> None:
    lowest = find_scale([EGG, CAT], "en", make_quantity("1 g", "1", "gram")).around
    highest = find_scale([EGG, CAT], "en", make_quantity("9 t", "9", "metric_ton")).around
    assert [one and one.name for one in (*lowest, *highest)] == [None, "egg", "cat", None]


def test_one_thing_alone_stands_on_an_axis_too() -> None:
    (alone,) = find_scale([EGG], "en").stands
    assert 0 <= alone.share <= 1


KINDS = sorted({(one.dimension, one.aspect) for one in load_book().by_id.values()})


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_property_of_the_book_has_an_axis_with_lines_in_its_own_units(kind: tuple[str, str], lang: Lang) -> None:
    scale = find_scale(of(*kind), lang)
    assert len(scale.stands) > 1 or len(of(*kind)) == 1
    shares = [stand.share for stand in scale.stands]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    lines = [share for share, _ in scale.ticks]
    assert len(lines) <= 9
    assert all(b - a > 0.1 for a, b in pairwise(lines))
    assert len({label for _, label in scale.ticks}) == len(lines)
    assert all(len(label) <= 28 for _, label in scale.ticks)


@pytest.mark.parametrize("lang", LANGS)
def test_the_picture_is_well_formed_and_says_in_words_what_it_shows(lang: Lang) -> None:
    quantity = find_quantities("348 g", lang)[0]
    drawn = render_scale(find_scale(of("mass", "mass"), lang, quantity), lang, "348 g <&>")
    root = ET.fromstring(drawn)
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "348 g <&>"
    assert "348 g" in (root.findtext(f"{space}desc") or "")
    # The figure is told from the others by its shape and its words, not by a shade alone.
    assert len(root.findall(f"{space}polygon")) == 1
    assert len(root.findall(f"{space}circle")) == len(of("mass", "mass"))
    assert "http" not in drawn.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_nothing_to_draw_is_no_picture() -> None:
    assert render_scale(find_scale([], "en"), "en", "nothing") == ""


sizes = st.decimals(min_value="0.000001", max_value="1000000000", places=6).filter(lambda value: value > 0)


@given(st.lists(sizes, min_size=1, max_size=12), sizes)
def test_the_order_on_the_axis_is_that_of_the_sizes(values: list[object], own: object) -> None:
    sized = [make_reference(f"r{place}", str(value), "gram", "mass") for place, value in enumerate(values)]
    quantity: Quantity = make_quantity("mine", str(own), "gram")
    scale = find_scale(sized, "en", quantity)

    def base(one: Reference | None) -> Fraction:
        return in_base_units(Fraction(one.value if one else quantity.low), "gram")

    found = [base(stand.reference) for stand in scale.stands]
    assert len(found) == len(values) + 1
    assert found == sorted(found)
    below, above = scale.around
    assert below is None or base(below.reference) <= Fraction(quantity.low) / 1000
    assert above is None or base(above.reference) >= Fraction(quantity.low) / 1000
