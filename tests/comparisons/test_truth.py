"""Whatever the engine offers is true when it is recomputed without it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.beside import rank_one
from assistant.comparisons import Audience, rank
from assistant.references import load_book
from assistant.schema import LANGS, MARKETS, Comparison, Lang, Market, Quantity, Reference
from evals.coverage.draw import draw
from evals.coverage.ranges import AUDIENCES, RANGES, Range
from tests.comparisons.conftest import make_quantity, make_reference
from tests.comparisons.recomputed import F, check, in_base, unit


@pytest.mark.parametrize("range_", RANGES, ids=lambda range_: range_.name)
def test_whatever_is_offered_for_a_magnitude_that_products_have_is_true(range_: Range) -> None:
    book = load_book()
    for audience in AUDIENCES:
        if range_.markets and audience.market not in range_.markets:
            continue
        for quantity in draw(range_, audience, 12, seed=4):
            ranking = rank_one(quantity, book, audience)
            assert bool(ranking.comparisons) != bool(ranking.reason), quantity
            for comparison in ranking.comparisons:
                check(comparison, audience.lang)


# Units of a kind, and a property that stands beside a specification which names none.
_KINDS = {
    "mass": ("gram", "kilogram", "ounce", "pound", "metric_ton"),
    "length": ("millimeter", "centimeter", "meter", "inch", "foot", "kilometer", "mile"),
    "volume": ("milliliter", "liter", "gallon", "meter ** 3"),
    "area": ("centimeter ** 2", "meter ** 2", "hectare", "acre", "ping_area"),
    "speed": ("kilometer / hour", "meter / second", "mile_per_hour", "mile / hour"),
    "power": ("watt", "kilowatt", "horsepower"),
    "data": ("megabyte", "gigabyte", "byte"),
    "duration": ("second", "minute", "hour", "day", "week"),
    "pressure": ("kilopascal", "bar", "pound_force_per_square_inch"),
}
_MAGNITUDES = st.decimals(min_value="0.01", max_value="99999", places=2, allow_nan=False)


@st.composite
def pairs(draw_: st.DrawFn) -> tuple[Quantity, Reference]:
    kind = draw_(st.sampled_from(sorted(_KINDS)))
    unit_of_one, unit_of_other = draw_(st.sampled_from(_KINDS[kind])), draw_(st.sampled_from(_KINDS[kind]))
    many = draw_(st.sampled_from(["", "pebbles"]))
    value = draw_(_MAGNITUDES)
    more = {"high": value + draw_(_MAGNITUDES)} if draw_(st.booleans()) else {}
    # Half of the references are as large as the quantity or not far from it: others would hardly ever be said.
    near = draw_(st.fractions(min_value=F(1, 6), max_value=60, max_denominator=60))
    size = in_base(more.get("high", value), unit_of_one)[0] / unit(unit_of_other)[0] / near
    close = Decimal(f"{float(size):.6g}") if size > F(1, 1000) else Decimal(1)
    other = draw_(st.one_of(_MAGNITUDES, st.just(close)))
    return (
        make_quantity(f"{value} {unit_of_one}", str(value), unit_of_one, **more),
        make_reference("pebble", format(other, "f"), unit_of_other, kind, many=many),
    )


@given(pairs(), st.sampled_from(LANGS), st.sampled_from([*MARKETS, None]))
def test_any_quantity_beside_any_reference_is_true_or_left_unsaid(
    pair: tuple[Quantity, Reference], lang: Lang, market: Market | None
) -> None:
    quantity, reference = pair
    ranking = rank(quantity, [reference], Audience(lang, market))
    assert bool(ranking.comparisons) != bool(ranking.reason)
    for comparison in ranking.comparisons:
        check(comparison, lang)


@given(_MAGNITUDES, st.sampled_from(["meter / second", "kilometer / hour", "mile_per_hour"]), st.sampled_from(LANGS))
def test_any_journey_takes_as_long_as_it_says(speed: Decimal, name: str, lang: Lang) -> None:
    route = make_reference("lane", "42195", "meter", "distance", usable_as=("distance",))
    quantity = make_quantity(f"{speed} {name}", str(speed), name)
    for comparison in rank(quantity, [route], Audience(lang, "us")).comparisons:
        assert comparison.kind == "duration"
        check(comparison, lang)


@given(st.decimals(min_value=-80, max_value=400, places=1), st.sampled_from(LANGS))
def test_an_anchor_is_as_hot_as_it_says_or_lies_between(value: Decimal, lang: Lang) -> None:
    marks = [
        make_reference("frost", "0", "degree_Celsius", "temperature"),
        make_reference("noon", "86", "degree_Fahrenheit", "temperature"),
        make_reference("stove", "52.5", "degree_Celsius", "temperature"),
    ]
    quantity = make_quantity(f"{value} °F", str(value), "degree_Fahrenheit")
    for comparison in rank(quantity, marks, Audience(lang, "us")).comparisons:
        assert comparison.kind == "anchor"
        check(comparison, lang)


@pytest.fixture
def honest() -> Comparison:
    brick = make_reference("brick", "2.5", "kilogram", "mass")
    return rank(make_quantity("30 kg", "30", "kilogram"), [brick], Audience("en", "us")).comparisons[0]


@pytest.mark.parametrize(
    "lie",
    [
        {"ratio_shown": F(13)},
        {"ratio_exact": F(121, 10)},
        {"hedge": "exactly", "ratio_shown": F(13)},
        {"hedge": "more than"},
        {"hedge": "nearly"},
        {"text": "about 13 times the mass of a brick"},
        {"text": "12 times the mass of a brick"},
        {"working": "30 kg ÷ 2.5 kg = 13"},
        {"working": "30 kg ÷ 2 kg = 12"},
        {"error": 0.2},
        {"numbers": (F(13),)},
        {"kind": "share"},
    ],
    ids="+".join,
)
def test_these_checks_notice_a_lie(honest: Comparison, lie: dict[str, object]) -> None:
    check(honest, "en")
    with pytest.raises(AssertionError):
        check(replace(honest, **lie), "en")  # type: ignore[arg-type]


@pytest.fixture
def rhythm() -> Comparison:
    latte = replace(make_reference("latte", "5", "USD", "price", many="lattes"), markets={"us": 5})
    found = rank(make_quantity("$300", "300", "USD", attribute="Price"), [latte], Audience("en", "us")).comparisons
    return next(comparison for comparison in found if comparison.kind == "cost")


@pytest.mark.parametrize(
    "lie",
    [
        {"text": "about one latte every five days for a year"},
        {"text": "about two lattes a week for a year"},
        {"exact": F(5 * 86_400)},
        {"hedge": "exactly"},
        {"numbers": (F(5),)},
        {"working": "$300 ÷ $5 = 60; 365 ÷ 60 = 5 days"},
        {"assumptions": ()},
    ],
    ids="+".join,
)
def test_these_checks_notice_a_false_price(rhythm: Comparison, lie: dict[str, object]) -> None:
    assert rhythm.text == "about one latte every six days for a year"
    check(rhythm, "en")
    with pytest.raises(AssertionError):
        check(replace(rhythm, **lie), "en")  # type: ignore[arg-type]


@pytest.fixture
def journey() -> Comparison:
    lane = make_reference("lane", "42", "kilometer", "distance", usable_as=("distance",))
    return rank(make_quantity("21 km/h", "21", "kilometer / hour"), [lane], Audience("en", "us")).comparisons[0]


@pytest.mark.parametrize(
    "lie",
    [
        {"text": "a lane in three hours"},
        {"text": "a lane in 121 minutes"},
        {"exact": F(7300)},
        {"hedge": "more than"},
        {"numbers": (F(3),)},
        {"working": "42 km ÷ 21 km/h = 7,300 s ≈ two hours"},
        {"working": "42 km ÷ 20 km/h = 7,200 s ≈ two hours"},
    ],
    ids="+".join,
)
def test_these_checks_notice_a_false_time(journey: Comparison, lie: dict[str, object]) -> None:
    assert journey.text in ("a lane in two hours", "a lane in 120 minutes")
    check(journey, "en")
    with pytest.raises(AssertionError):
        check(replace(journey, **lie), "en")  # type: ignore[arg-type]


def test_the_table_of_this_test_knows_its_units() -> None:
    assert unit("mile / hour")[0] == unit("mile_per_hour")[0]
    assert unit("kilowatt_hour") == (F(3_600_000), {"L": 2, "M": 1, "T": -2})
    assert unit("kilowatt_hour / year")[1] == unit("watt")[1]
    assert unit("newton * meter")[1] == unit("joule")[1]
    assert unit("liter / hundred_kilometer")[1] == {"L": 2}
    with pytest.raises(AssertionError, match="no 'cubit'"):
        unit("cubit")
