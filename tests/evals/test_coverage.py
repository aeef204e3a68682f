"""The coverage of the book: what is drawn, what counts as reached, and where the holes are said to be."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.beside import rank_one
from assistant.comparisons import Audience
from assistant.errors import InputError
from assistant.references import Book
from assistant.references.book import group
from assistant.schema import Kind, Lang, Market
from assistant.units import dimension
from evals.coverage.draw import draw, quantity_of
from evals.coverage.facts import load_facts, market_for, reach_of
from evals.coverage.ranges import AUDIENCES, MONEY, RANGES, Range
from evals.coverage.reach import Reach, Tally, felt, measure, near, reached
from evals.coverage.run import main, render_facts, render_holes, render_reach
from tests.comparisons.conftest import make_reference

HERE = Audience("en", "us")
BRICK = Range("brick", "kilogram", 0.5, 20, "a brick, and what is near it")


@pytest.fixture(scope="module")
def bricks() -> Book:
    """Things from half a kilogram to thirty, each a little heavier than the last, known in all markets but Hong Kong."""
    markets: tuple[Market, ...] = ("us", "uk", "eu", "cn", "tw")
    sizes = [f"{0.5 * 1.08**step:.4f}" for step in range(54)]
    return group(make_reference(f"thing-{size}", size, "kilogram", "mass", markets=markets) for size in sizes)


def test_each_property_has_a_name_of_its_own_a_reason_and_a_span() -> None:
    assert len({range_.name for range_ in RANGES}) == len(RANGES) >= 45
    for range_ in RANGES:
        assert range_.low < range_.high
        assert range_.why
        assert dimension(range_.unit.replace("MONEY", "USD"))


def test_the_dimensions_of_products_are_all_there() -> None:
    found = {dimension(range_.unit.replace("MONEY", "USD")) for range_ in RANGES}
    wanted = (
        "speed length area volume mass time energy power charge data data_rate pressure temperature luminous_flux"
        " luminance illuminance sound_or_level frequency frame_rate rotation_speed acceleration force torque flow"
        " fuel_economy fuel_consumption energy_consumption luminous_efficacy percentage currency currency_rate count"
        " count_rate linear_density pixels resolution"
    )
    assert set(wanted.split()) <= found


def test_every_market_is_read_for_in_a_language_of_its_own() -> None:
    assert {audience.market for audience in AUDIENCES} == {*MONEY, None}
    assert {audience.lang for audience in AUDIENCES} == {"en", "zh-Hans", "zh-Hant"}


@pytest.mark.parametrize("range_", RANGES, ids=lambda range_: range_.name)
def test_equal_seeds_draw_equal_magnitudes_within_the_range(range_: Range) -> None:
    first, second = (list(draw(range_, HERE, 20, seed=5)) for _ in range(2))
    assert first == second
    assert first != list(draw(range_, HERE, 20, seed=6))
    for quantity in first:
        assert range_.low * 0.99 <= float(quantity.low) <= range_.high * 1.01
        assert len(quantity.low.normalize().as_tuple().digits) <= 3


def test_sizes_are_drawn_by_their_logarithm_and_degrees_evenly() -> None:
    wide = [q.low for q in draw(Range("x", "meter", 1, 10_000, "y"), HERE, 400, seed=1)]
    even = [q.low for q in draw(Range("x", "degree_Celsius", 0, 100, "y", linear=True), HERE, 400, seed=1)]
    assert 0.4 < sum(size < 100 for size in wide) / 400 < 0.6
    assert 0.4 < sum(size < 50 for size in even) / 400 < 0.6


def test_a_price_is_drawn_in_the_money_of_the_market() -> None:
    price = Range("price", "MONEY / month", 1, 10, "a subscription")
    for audience in AUDIENCES:
        if audience.market is not None:
            currency, times = MONEY[audience.market]
            for quantity in draw(price, audience, 5, seed=2):
                assert quantity.unit == f"{currency} / month"
                assert times * 0.99 <= quantity.low <= 10.1 * times
    with pytest.raises(ValueError, match="a price needs a market"):
        list(draw(price, Audience("en", None), 1, seed=2))


@pytest.mark.parametrize(
    ("kind", "shown", "answer"),
    [
        ("equal", "1", True),
        ("share", "1/2", True),
        ("multiple", "20", True),
        ("share", "1/3", False),
        ("multiple", "21", False),
        ("count", "1200", True),
        ("anchor", None, True),
        ("duration", None, True),
        ("ladder", None, True),
        ("multiple", None, False),
    ],
)
def test_what_can_be_felt_is_a_half_to_twenty_or_needs_no_multiple(
    bricks: Book, kind: Kind, shown: str | None, answer: bool
) -> None:
    found = rank_one(quantity_of(Decimal(2), "kilogram", None, HERE), bricks, HERE).comparisons[0]
    assert felt(replace(found, kind=kind, ratio_shown=Fraction(shown) if shown else None)) is answer


def test_a_share_told_whole_has_no_multiplier_to_be_felt(bricks: Book) -> None:
    rare = quantity_of(Decimal(2), "percent", "Concentration", HERE)
    (found,) = rank_one(rare, bricks, HERE).comparisons
    assert (found.kind, found.ratio_shown, found.text) == ("share", None, "one part in 50")
    assert felt(found)


def test_one_comparison_that_is_felt_is_enough(bricks: Book) -> None:
    assert reached(rank_one(quantity_of(Decimal(2), "kilogram", None, HERE), bricks, HERE))
    assert not reached(rank_one(quantity_of(Decimal(2), "meter", None, HERE), bricks, HERE))


def test_a_book_that_has_what_is_near_reaches_it_and_one_that_has_not_does_not(bricks: Book) -> None:
    reach = measure(bricks, 15, 1, [BRICK], [HERE, Audience("zh-Hant", "hk")])
    assert reach.by_market["brick", "us"].share == 1.0
    assert reach.by_market["brick", "hk"] == Tally(0, 15)
    assert reach.of("brick") == reach.total() == Tally(15, 30)


def test_a_hole_names_property_market_and_decade(bricks: Book) -> None:
    heavy = Range("heavy", "kilogram", 2_000, 9_000, "a truck")
    holes = measure(bricks, 10, 1, [BRICK, heavy], [HERE]).holes()
    assert [(hole.name, hole.market, hole.low, hole.high, hole.unit) for hole in holes] == [
        ("heavy", "us", 1_000, 10_000, "kilogram")
    ]
    assert (holes[0].tally, holes[0].near) == (Tally(0, 10), 0)


def test_what_lies_near_and_is_not_taken_is_counted(bricks: Book) -> None:
    # What hardly anybody knows is not worth a multiple of nine.
    alone = group([make_reference("thing-1", "1", "kilogram", "mass", markets=("us",), level=1)])
    between = Range("between", "kilogram", 9.1, 9.4, "nine bricks")
    (hole,) = measure(alone, 5, 1, [between], [HERE]).holes()
    assert hole.near == 1
    assert near(quantity_of(Decimal(25), "kilogram", None, HERE), alone, HERE) == 0
    assert near(quantity_of(Decimal(2), "kilogram", None, HERE), alone, Audience("en", "hk")) == 0


def test_a_property_is_drawn_only_where_it_is_stated_so(bricks: Book) -> None:
    stone = replace(BRICK, markets=("uk",))
    assert set(measure(bricks, 2, 1, [stone]).by_market) == {("brick", "uk")}


def test_a_property_that_is_left_plain_says_why(bricks: Book) -> None:
    promise = Range("promise", "year", 1, 9, "a warranty", "Warranty")
    reach = measure(bricks, 2, 1, [promise], [HERE])
    assert "plain" in reach.plain["promise"]
    assert any(line.startswith("  promise: left plain by rule (") for line in render_reach(reach))


def test_the_table_gives_shares_by_market_and_the_holes_below(bricks: Book) -> None:
    reach = measure(bricks, 4, 1, [BRICK], [HERE, Audience("zh-Hant", "hk")])
    lines = list(render_reach(reach))
    assert lines[1].split() == ["brick", "100%", "–", "–", "–", "–", "0%", "–", "50%"]
    assert "50.0% of 8 magnitudes" in lines[-1]
    assert (
        list(render_holes(reach, 1))[1].split()[:6] == ["brick", "hk", "0", "of", "4", "near"] or len(reach.holes()) > 1
    )
    assert len(list(render_holes(reach, 1))) == 2


def test_nothing_drawn_is_no_hole() -> None:
    assert Reach().total().share == 1.0
    assert Reach().holes() == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Weight: 2 kg", "reached"),
        ("Colour: red", "unread"),
        ("Warranty: 2 years", "plain"),
        ("Voltage: 12 V", "missed"),
        ("Weight: 9,000 t", "missed"),
    ],
)
def test_a_fact_is_reached_left_plain_unread_or_missed(text: str, answer: str, bricks: Book) -> None:
    found = reach_of(text, "en", bricks)
    assert found.answer == answer
    assert bool(found.why) == (answer in ("plain", "missed"))


@pytest.mark.parametrize(
    ("unit", "lang", "market"),
    [
        ("kilogram", "en", "us"),
        ("EUR", "en", "eu"),
        ("GBP / month", "en", "uk"),
        ("liter / hundred_kilometer", "en", "eu"),
        ("kilogram", "zh-Hant", "tw"),
        ("USD", "zh-Hans", "cn"),
    ],
)
def test_a_fact_is_read_where_its_language_or_its_units_are_at_home(unit: str, lang: Lang, market: Market) -> None:
    assert market_for(quantity_of(Decimal(2), unit, None, HERE), lang) == market


def test_the_share_of_facts_leaves_out_what_is_plain_or_unread(bricks: Book) -> None:
    texts = ("Weight: 2 kg", "Colour: red", "Warranty: 2 years", "Voltage: 12 V")
    lines = list(render_facts([reach_of(text, "en", bricks) for text in texts]))
    assert lines[0].startswith("Facts: 50.0% of 2 reach")
    assert "1 are left plain by rule, 1 hold no quantity" in lines[1]
    assert lines[2].startswith("  missed  'Voltage: 12 V': voltage: ")


def test_facts_come_out_of_their_file_with_their_language(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text('{"attribute": "重量", "value": "2公斤", "lang": "zh-Hans"}\n\n', encoding="utf-8")
    assert load_facts(file) == (("重量: 2公斤", "zh-Hans"),)


@pytest.mark.parametrize(
    "line", ['{"attribute": "x"}', '{"attribute": "x", "value": "y", "lang": "tlh"}', "{", "[]"]
)  # fmt: skip
def test_a_line_that_is_no_fact_is_named(line: str, tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text('{"attribute": "x", "value": "y", "lang": "en"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: no fact"):
        load_facts(file)


def test_the_command_prints_the_table_and_ends_with_the_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--property", "mass", "--draws", "7"])
    out = capsys.readouterr().out
    assert "of 7 magnitudes reach" in out
    assert status == (0 if "100.0%" in out else 1)


def test_a_missing_file_of_facts_is_a_mistake_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--facts", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl: cannot be read" in capsys.readouterr().err
