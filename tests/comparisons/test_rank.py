"""What stands beside a quantity, in which order, and when nothing does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pint
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.comparisons import Audience, rank
from assistant.comparisons.rank import Ranking
from assistant.references import load_book
from assistant.schema import LANGS, MARKETS, Comparison, Lang, Market, Quantity
from assistant.units import dimension
from tests.comparisons.conftest import make_quantity, make_reference

ROCKET = make_quantity("6000 m/s", "6000", "meter / second")
UREG: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)
# What pint lacks: 400/121 m² (Taiwan) and 1/15 ha (mainland China).
UREG.define("ping_area = 400/121 * meter ** 2")
UREG.define("mu_area = 10000/15 * meter ** 2")


def rank_rocket(lang: Lang = "en", market: Market | None = None) -> Ranking:
    return rank(ROCKET, load_book().of(["speed", "length"]), Audience(lang, market))


def beside(ranking: Ranking, reference_id: str, kind: str = "multiple") -> Comparison:
    return next(c for c in ranking.comparisons if c.kind == kind and c.references[0].id == reference_id)


@pytest.mark.parametrize("lang", LANGS)
def test_the_rocket_climbs_from_bolt_by_supercar_and_airliner_and_concorde(lang: Lang) -> None:
    ladder = rank_rocket(lang).ladder
    ids = [rung.reference.id if rung.reference else None for rung in ladder]
    assert ids == ["usain-bolt-100m-average", "mclaren-f1-top-speed", "boeing-747-cruise", "concorde-cruise", None]


@pytest.mark.parametrize("lang", LANGS)
def test_the_rocket_is_about_570_times_bolts_average_and_says_that_it_is_the_average(lang: Lang) -> None:
    found = beside(rank_rocket(lang), "usain-bolt-100m-average")
    assert found.ratio_exact is not None
    assert round(float(found.ratio_exact), 1) == 574.8
    assert found.ratio_shown == 570
    assert found.hedge == "about"
    assert {"en": "average", "zh-Hans": "平均", "zh-Hant": "平均"}[lang] in found.forms.sentence


def test_beijing_to_shanghai_takes_the_rocket_about_three_minutes() -> None:
    found = beside(rank_rocket("zh-Hans", "cn"), "beijing-shanghai-great-circle", "duration")
    assert found.exact == Fraction(1067, 6)
    assert "约3分钟" in found.forms.sentence
    assert "about three minutes" in beside(rank_rocket("en"), "beijing-shanghai-great-circle", "duration").text


def test_each_ladder_step_is_felt_and_none_is_a_leap() -> None:
    steps = [rung.step for rung in rank_rocket().ladder if rung.step is not None]
    assert len(steps) == 4
    assert all(Fraction(18, 10) <= step <= 20 for step in steps)


@settings(max_examples=150, deadline=None)
@given(
    magnitude=st.decimals(min_value="0.01", max_value="100000", places=2, allow_nan=False),
    unit=st.sampled_from(["meter", "kilometer / hour", "hour", "meter ** 2", "inch", "mile_per_hour", "minute"]),
    lang=st.sampled_from(LANGS),
    market=st.sampled_from([*MARKETS, None]),
)
def test_every_ratio_and_hedge_holds_when_recomputed_with_another_unit_table(
    magnitude: Decimal, unit: str, lang: Lang, market: Market | None
) -> None:
    quantity = Quantity(f"{magnitude} {unit}", 0, 1, magnitude, unit, dimension(unit))
    ranking = rank(quantity, load_book().of([quantity.dimension, "length"]), Audience(lang, market))
    for comparison in ranking.comparisons:
        if comparison.kind not in ("equal", "multiple", "share"):
            continue
        reference = comparison.references[0]
        ours = UREG.Quantity(Fraction(magnitude), unit).to_base_units()
        theirs = UREG.Quantity(Fraction(reference.value), reference.unit).to_base_units()
        exact, shown = Fraction(ours.magnitude / theirs.magnitude), comparison.ratio_shown
        assert comparison.ratio_exact == exact
        assert shown is not None
        if comparison.hedge == "about":
            assert abs(shown - exact) <= exact / 20
        elif comparison.hedge == "more than":
            assert shown < exact
        elif comparison.hedge == "nearly":
            assert shown > exact
        else:
            assert shown == exact


def test_equal_inputs_give_equal_output_whatever_the_order_of_the_book() -> None:
    book = load_book().of(["speed", "length"])
    assert rank(ROCKET, book, Audience("en", "us")) == rank(ROCKET, book[::-1], Audience("en", "us"))


def test_scores_fall_and_are_the_product_of_their_parts() -> None:
    comparisons = rank_rocket("zh-Hans", "cn").comparisons
    scores = [comparison.score for comparison in comparisons]
    assert scores == sorted(scores, reverse=True)
    for comparison in comparisons:
        product = 1.0
        for part in comparison.score_parts.values():
            assert 0 <= part <= 1
            product *= part
        assert comparison.score == pytest.approx(product, abs=1e-4)


def test_familiarity_beats_closeness() -> None:
    near = make_reference("rare device", "2", "kilogram", "mass", level=2)
    known = make_reference("household thing", "0.5", "kilogram", "mass", level=5, topics=("home",))
    ranking = rank(make_quantity("2 kg", "2", "kilogram"), [near, known], Audience("en", "us"))
    assert [c.references[0].id for c in ranking.comparisons] == ["household thing", "rare device"]


def test_an_interest_of_the_persona_lifts_its_references() -> None:
    ball = make_reference("ball", "0.5", "kilogram", "mass", level=4, topics=("sport",))
    book = make_reference("book", "0.5", "kilogram", "mass", level=4, topics=("reading",))
    two = make_quantity("1 kg", "1", "kilogram")
    reader = rank(two, [ball, book], Audience("en", "us", frozenset({"reading"})))
    player = rank(two, [ball, book], Audience("en", "us", frozenset({"sport"})))
    assert reader.comparisons[0].references[0].id == "book"
    assert player.comparisons[0].references[0].id == "ball"


def test_a_reference_of_another_market_or_a_sensitive_one_is_never_offered() -> None:
    local = make_reference("school bus", "2", "kilogram", "mass", markets=("us",))
    touchy = make_reference("pint of beer", "2", "kilogram", "mass", sensitivity=("alcohol",))
    ranking = rank(make_quantity("4 kg", "4", "kilogram"), [local, touchy], Audience("zh-Hans", "cn"))
    assert ranking.comparisons == ()
    assert ranking.reason


def test_a_peak_beside_an_average_scores_less_than_beside_a_peak() -> None:
    peak = make_reference("sprinter at peak", "10", "meter / second", "speed", statistic="maximum")
    mean = make_reference("sprinter on average", "10", "meter / second", "speed", statistic="average")
    fast = make_quantity("20 m/s", "20", "meter / second", statistic="maximum")
    first, second = rank(fast, [mean, peak], Audience("en", "us")).comparisons
    assert (first.references[0].id, second.references[0].id) == ("sprinter at peak", "sprinter on average")
    assert second.score_parts["like with like"] < 1


@pytest.mark.parametrize(
    ("quantity", "why"),
    [
        (make_quantity("30%", "30", "percent"), "plain as it is"),
        (make_quantity("12 modes", "12", "count"), "plain as it is"),
        (make_quantity("0 kg", "0", "kilogram"), "no multiple"),
        (make_quantity("2 years", "2", "year", attribute="Warranty"), "plain"),
        (make_quantity("5 M", "5", "meter", doubts=("a capital M",)), "uncertain (a capital M)"),
    ],
)
def test_silence_says_why(quantity: Quantity, why: str) -> None:
    ranking = rank(quantity, load_book().of([quantity.dimension]), Audience("en", "us"))
    assert (ranking.comparisons, ranking.ladder) == ((), ())
    assert ranking.reason is not None
    assert why in ranking.reason


def test_temperatures_and_decibels_get_anchors_and_never_a_ratio() -> None:
    for quantity in (make_quantity("93 °C", "93", "degree_Celsius"), make_quantity("38 dB", "38", "decibel_a")):
        ranking = rank(quantity, load_book().of([quantity.dimension]), Audience("en", "us"))
        assert ranking.comparisons
        assert {c.kind for c in ranking.comparisons} == {"anchor"}
        assert all(c.ratio_exact is None and c.ratio_shown is None for c in ranking.comparisons)


def test_fahrenheit_meets_the_same_anchor_as_celsius() -> None:
    book = load_book().of(["temperature"])
    celsius = rank(make_quantity("93 °C", "93", "degree_Celsius"), book, Audience("en", "us"))
    fahrenheit = rank(make_quantity("199.4 °F", "199.4", "degree_Fahrenheit"), book, Audience("en", "us"))
    assert [c.references for c in celsius.comparisons] == [c.references for c in fahrenheit.comparisons]


def test_a_range_is_compared_by_its_upper_end_and_says_at_most() -> None:
    brick = make_reference("brick", "2", "kilogram", "mass")
    span = make_quantity("3–4 kg", "3", "kilogram", high=Decimal(4))
    found = rank(span, [brick], Audience("en", "us")).comparisons[0]
    assert found.ratio_exact == 2
    assert found.forms.sentence == "3–4 kg is at most about twice the mass of a brick."
    chinese = rank(span, [brick], Audience("zh-Hans", "cn")).comparisons[0]
    assert chinese.forms.sentence == "3–4 kg 最多约为brick数值的2倍。"


def test_a_range_gets_no_hedge_that_only_its_upper_end_bears() -> None:
    brick = make_reference("brick", "1.7", "kilogram", "mass")
    assert rank(make_quantity("3–4 kg", "3", "kilogram", high=Decimal(4)), [brick], Audience("en", "us")).reason


def test_the_hedge_of_a_specification_stays_with_it() -> None:
    night = make_reference("night", "8", "hour", "duration")
    spec = make_quantity("16 hours", "16", "hour", hedge="up to", statistic="maximum")
    assert rank(spec, [night], Audience("en", "us")).comparisons[0].forms.sentence.startswith("Up to 16 hours is ")
    assert rank(spec, [night], Audience("zh-Hant", "tw")).comparisons[0].forms.sentence.startswith("最長16 hours ")


def test_a_file_size_becomes_a_count_with_its_assumption() -> None:
    song = make_reference("song", "5", "megabyte", "data", many="songs")
    found = rank(make_quantity("6 GB", "6", "gigabyte"), [song], Audience("en", "us")).comparisons[0]
    assert (found.kind, found.text) == ("count", "about 1,200 songs")
    assert found.forms.sentence == "6 GB has room for about 1,200 songs."
    assert found.assumptions == ("One of the songs taken as 5 MB.",)


def test_a_warranty_in_chinese_is_left_plain() -> None:
    quantity = make_quantity("2年", "2", "year", attribute="质保")
    assert rank(quantity, load_book().of(["time"]), Audience("zh-Hans", "cn")).reason


def test_what_resembles_a_better_one_loses_some_of_its_score() -> None:
    field = make_reference("soccer field", "105", "meter", "length", topics=("sport",))
    pitch = make_reference("grass soccer field", "104", "meter", "length", topics=("school",))
    train = make_reference("train", "103", "meter", "length", topics=("rail",))
    length = make_quantity("210 m", "210", "meter", attribute="Length")
    ranked = {c.references[0].id: c for c in rank(length, [field, pitch, train], Audience("en", "us")).comparisons}
    assert "variety" in ranked["grass soccer field"].score_parts or "variety" in ranked["soccer field"].score_parts
    assert "variety" not in ranked["train"].score_parts
    assert list(ranked)[2] in ("grass soccer field", "soccer field")


@pytest.mark.parametrize(("market", "abroad"), [("us", False), ("uk", True), ("cn", True), (None, True)])
def test_an_average_of_people_elsewhere_says_less(market: Market | None, abroad: bool) -> None:
    bath = make_reference("bath", "100", "liter", "water", statistic="average")
    names = {**bath.names, "en": replace(bath.names["en"], of="the water of an American bath")}
    use = make_quantity("200 L", "200", "liter", attribute="Water use")
    (found,) = rank(use, [replace(bath, names=names)], Audience("en", market)).comparisons
    assert ("at home" in found.score_parts) is abroad


def test_more_things_than_can_be_imagined_side_by_side_score_less() -> None:
    def parts(grams: str) -> Mapping[str, float]:
        pebble = make_reference("pebble", grams, "gram", "mass", many="pebbles")
        (found,) = rank(make_quantity("1 kg", "1", "kilogram"), [pebble], Audience("en", "us")).comparisons
        return found.score_parts

    assert "many" not in parts("25")
    assert parts("10")["many"] > parts("4")["many"]
