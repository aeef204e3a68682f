"""Entries about one thing agree with one another: sides and area, size and weight, distance and time and speed."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from math import pi

import pytest

from assistant.references import Book, load_book
from assistant.schema import Reference
from assistant.units import convert

BOOK: Book = load_book()
PROPERTIES = ("area", "length", "width", "height", "depth", "diameter", "thickness", "volume", "mass")


def things() -> dict[str, dict[str, Reference]]:
    """Entries by the thing in their id and by property."""
    found: dict[str, dict[str, Reference]] = defaultdict(dict)
    for reference in BOOK.by_id.values():
        stem, _, last = reference.id.rpartition("-")
        if last in PROPERTIES and last == reference.aspect:
            found[stem][last] = reference
    return found


THINGS = things()


def si(reference: Reference) -> float:
    """Metres, square metres, cubic metres, kilograms."""
    unit = {"area": "meter ** 2", "volume": "meter ** 3", "mass": "kilogram"}.get(reference.aspect, "meter")
    return float(convert(Fraction(reference.value), reference.unit, unit))


OBLONG = sorted(stem for stem, known in THINGS.items() if {"area", "length", "width"} <= known.keys())
DENSE = sorted(
    stem
    for stem, known in THINGS.items()
    if "mass" in known
    and ({"diameter", "thickness"} <= known.keys() or {"length", "width", "thickness"} <= known.keys())
)


def test_there_is_something_to_compare() -> None:
    assert len(OBLONG) >= 8
    assert len(DENSE) >= 3


@pytest.mark.parametrize("stem", OBLONG)
def test_an_area_is_length_times_width(stem: str) -> None:
    known = THINGS[stem]
    if stem == "taipei-city":
        # A city is no rectangle: it fills some of the one around it.
        assert 0.3 < si(known["area"]) / (si(known["length"]) * si(known["width"])) < 1
        return
    assert si(known["area"]) == pytest.approx(si(known["length"]) * si(known["width"]), rel=0.02)


@pytest.mark.parametrize("stem", DENSE)
def test_a_coin_a_card_and_a_note_have_the_density_of_something_solid(stem: str) -> None:
    known = THINGS[stem]
    face = pi / 4 * si(known["diameter"]) ** 2 if "diameter" in known else si(known["length"]) * si(known["width"])
    density = si(known["mass"]) / (face * si(known["thickness"]))
    assert 500 < density < 10_000, f"{density:.0f} kg/m³"


@pytest.mark.parametrize("stem", sorted(s for s, k in THINGS.items() if {"diameter", "volume"} <= k.keys()))
def test_a_ball_holds_what_its_diameter_allows(stem: str) -> None:
    known = THINGS[stem]
    assert si(known["volume"]) == pytest.approx(pi / 6 * si(known["diameter"]) ** 3, rel=0.03)


def test_a_pool_holds_length_times_width_times_depth() -> None:
    pool = THINGS["olympic-pool"]
    assert si(pool["volume"]) == pytest.approx(si(pool["length"]) * si(pool["width"]) * si(pool["depth"]), rel=0.01)


@pytest.mark.parametrize(
    ("route", "ride", "top"),
    [
        ("beijing-shanghai-high-speed-railway", "beijing-shanghai-fastest-train", "fuxing-train-speed"),
        ("taipei-kaohsiung-by-high-speed-rail", "taipei-zuoying-fastest-train", "fuxing-train-speed"),
    ],
)
def test_a_train_takes_its_route_at_an_average_below_its_top_speed(route: str, ride: str, top: str) -> None:
    way = convert(BOOK.get(route).value, BOOK.get(route).unit, "kilometer")
    hours = convert(BOOK.get(ride).value, BOOK.get(ride).unit, "hour")
    highest = convert(BOOK.get(top).value, BOOK.get(top).unit, "kilometer / hour")
    assert highest / 2 < way / hours < highest


def test_runners_cover_their_distance_in_their_time() -> None:
    bolt = BOOK.get("usain-bolt-100m-average")
    seconds = convert(BOOK.get("usain-bolt-100m-time").value, "second", "second")
    assert float(bolt.value) == pytest.approx(100 / float(seconds), rel=1e-3)
    marathon = convert(BOOK.get("marathon-distance").value, "kilometer", "meter")
    pace = BOOK.get("kipchoge-marathon-average").value
    # 2:01:09, Berlin 2022.
    assert float(marathon) / float(pace) == pytest.approx(2 * 3600 + 69, rel=2e-3)


def same(one: Reference, other: Reference) -> bool:
    """Whether two entries are the same thing of the same property under two ids."""
    alike = one.aspect == other.aspect and one.statistic == other.statistic and one.dimension == other.dimension
    # A Big Mac has a price of its own in each market, and nobody is offered two.
    offered = {market for market in one.markets if market in other.markets}
    return alike and bool(offered) and any(one.names[lang].of == other.names[lang].of for lang in one.names)


def test_no_thing_stands_in_the_book_twice() -> None:
    by_property: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for reference in BOOK.by_id.values():
        by_property[reference.aspect, reference.dimension].append(reference)
    twice = [
        (one.id, other.id)
        for members in by_property.values()
        for index, one in enumerate(members)
        for other in members[index + 1 :]
        if same(one, other)
    ]
    assert twice == []
