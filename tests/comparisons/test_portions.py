"""Shares: so many in so many, what a filter leaves, hours of downtime, drops in a bath."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.beside import rank_in
from assistant.beside.shares import with_its_noun
from assistant.comparisons import Audience, rank
from assistant.comparisons.frequencies import natural
from assistant.quantities import find_quantities
from assistant.references import load_book
from assistant.schema import LANGS, Comparison, Lang, Quantity
from tests.comparisons.conftest import make_quantity, make_reference
from tests.comparisons.recomputed import check
from tests.comparisons.test_kinds import named

READER = Audience("en", "us")


def percent(value: str, attribute: str | None = None, **more: object) -> Quantity:
    return make_quantity(f"{value}%", value, "percent", attribute=attribute, **more)


@pytest.mark.parametrize(
    ("lang", "quantity", "sentence"),
    [
        ("en", percent("5", "Failure rate"), "5% is one in 20."),
        ("en", percent("70", "Cocoa"), "70% is seven of every 10 grams."),
        ("en", percent("40", "Alcohol"), "40% is four of every 10 milliliters."),
        ("en", percent("10", "Concentration"), "10% is one part in 10."),
        ("en", percent("99.97", "Filtration efficiency"), "99.97% leaves three in 10,000."),
        ("en", percent("99.96", "HEPA filter", hedge="about"), "About 99.96% leaves about one in 2,500."),
        ("en", percent("99.9", "Bacteria killed", hedge="at least"), "At least 99.9% leaves at most one in 1,000."),
        ("en", percent("99.9", "Uptime"), "99.9% leaves at most about 8.8 hours of downtime a year."),
        ("en", percent("20"), "20% is one in five."),
        ("zh-Hans", percent("5", "故障率"), "5%，即每20个里有1个。"),
        ("zh-Hans", percent("4.9", "故障率"), "4.9%，即每20个里约有1个。"),
        ("zh-Hans", percent("70", "可可含量"), "70%，即每10克里有7克。"),
        ("zh-Hans", percent("99.97", "颗粒过滤效率"), "99.97%，即每1万个里剩3个。"),
        ("zh-Hans", percent("99.9", "可用性"), "99.9%，即一年停机最多约8.8小时。"),
        ("zh-Hant", percent("70", "可可含量"), "70%，即每10公克裡有7公克。"),
        ("zh-Hant", percent("99.97", "過濾效率"), "99.97%，即每1萬份裡剩3份。"),
        ("zh-Hant", percent("99.99", "可用率"), "99.99%，即一年停機最多約53分鐘。"),
        ("zh-Hant", percent("95", "再生材料", hedge="at least"), "至少95%，即每20公克裡至少有19公克。"),
    ],
)  # fmt: skip
def test_a_share_is_said_as_people_say_it(lang: Lang, quantity: Quantity, sentence: str) -> None:
    (found,) = rank(quantity, [], Audience(lang, "us")).comparisons
    assert found.forms.sentence == sentence


@pytest.mark.parametrize(
    "quantity",
    [
        percent("30"),
        percent("20", hedge="up to"),
        percent("20", "Discount"),
        percent("20", "Energy saving"),
        percent("20", "Humidity"),
        percent("20", "同比增长"),
        percent("50", "Filter life"),
        percent("30", "HEPA filter"),
        percent("99.9", "Uptime", hedge="up to"),
        percent("100", "Cotton"),
        percent("47", "Viscose and cotton"),
        percent("45", "棉"),
        percent("20", "Cocoa", high=Decimal(30)),
        # A hedge beside another hedge would be no promise at all.
        percent("99.951", "Filtration", hedge="at least"),
        percent("4.9", "Failure rate", hedge="up to"),
    ],
)
def test_what_is_a_share_of_nothing_countable_stays_plain_and_says_why(quantity: Quantity) -> None:
    ranking = rank(quantity, [], READER)
    assert ranking.comparisons == ()
    assert ranking.reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("70 % cocoa", "seven of every 10 grams"),
        ("kills 99.9 % of bacteria", "one in 1,000 left"),
        ("99.99 % availability", "at most about 53 minutes of downtime a year"),
        ("20 % discount", None),
        ("save 20 %", None),
        ("Battery life after 2 years: 80 %", None),
        ("20 %", "one in five"),
    ],
)
def test_the_words_beside_a_percentage_say_what_it_is_of(text: str, said: str | None) -> None:
    quantity = next(q for q in find_quantities(text) if q.dimension == "percentage")
    found = rank_in(text, quantity, load_book(), READER).comparisons
    assert [c.text for c in found] == ([said] if said else [])
    assert all(c.quantity == quantity for c in found)


def test_only_a_percentage_takes_its_noun_from_beside_it() -> None:
    (weight,) = find_quantities("It weighs 5 kg of steel")
    assert with_its_noun("It weighs 5 kg of steel", weight) is weight


DROP = named(
    make_reference("drop", "0.05", "milliliter", "volume", topics=("water",)),
    ("drop of water", "a drop of water", "drops of water"), ("一滴水", "一滴水", "", ""), ("一滴水", "一滴水", "", ""),
)  # fmt: skip
BATH = named(
    make_reference("bath", "150", "liter", "volume", usable_as=("compare", "load"), topics=("home", "water")),
    ("full bathtub", "a full bathtub", "full bathtubs"), ("一浴缸水", "一浴缸水", "水", "浴缸"), ("一浴缸水", "一浴缸水", "水", "浴缸"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "value", "text"),
    [
        ("en", "1", "like about three drops of water in a full bathtub"),
        ("en", "0.34", "like about one drop of water in a full bathtub"),
        ("zh-Hans", "1", "好比一浴缸水里的约3滴水"),
        ("zh-Hans", "0.67", "好比一浴缸水里的约两滴水"),
        ("zh-Hant", "0.33", "好比一浴缸水裡的約1滴水"),
        # Nothing that is known has that ratio: a second in so many days.
        ("en", "0.05", "one second in about 230 days"),
        ("zh-Hans", "0.1", "约120天里的1秒"),
    ],
)
def test_a_trace_is_so_many_drops_in_a_bath(lang: Lang, value: str, text: str) -> None:
    (found,) = rank(make_quantity(f"{value} ppm", value, "ppm"), [DROP, BATH], Audience(lang, "us")).comparisons
    assert found.text == text
    check(found, lang)


def test_what_a_clock_is_off_is_no_matter_of_drops() -> None:
    clock = make_quantity("20 ppm", "20", "ppm", attribute="Accuracy")
    assert [c.text for c in rank(clock, [DROP, BATH], READER).comparisons] == ["one second in about 14 hours"]


def test_a_limit_for_one_substance_says_nothing_about_another() -> None:
    chlorine = replace(make_reference("pool", "1", "ppm", "concentration"))
    chlorine = named(chlorine, ("chlorine", "chlorine", ""), ("氯", "氯"), ("氯", "氯"))

    def beside(attribute: str | None) -> list[str]:
        trace = make_quantity("2 ppm", "2", "ppm", attribute=attribute)
        return [c.kind for c in rank(trace, [chlorine], READER).comparisons if c.kind == "multiple"]

    assert beside("Free chlorine") == ["multiple"]
    assert beside("Lead") == beside(None) == []


@given(st.fractions(min_value=Fraction(1, 10**6), max_value=Fraction(999, 1000), max_denominator=10**6))
def test_a_frequency_is_true_of_its_share_and_of_what_the_share_leaves_out(share: Fraction) -> None:
    found = natural(share)
    if found is None:
        return
    value = Fraction(found.count, found.among)
    assert abs(value - share) <= share / 20
    assert (found.shown.hedge == "exactly") == (value == share)
    assert share <= Fraction(1, 2) or abs(value - share) <= (1 - share) * Fraction(12, 100)
    assert 0 < found.count < found.among


@given(
    st.decimals(min_value="0.1", max_value="99.99", places=2, allow_nan=False),
    st.sampled_from(
        [
            "Failure rate",
            "Cocoa",
            "ABV",
            "Concentration",
            "Uptime",
            "Filtration",
            "可可含量",
            "过滤效率",
            "可用性",
            None,
        ]
    ),
    st.sampled_from(LANGS),
)
def test_any_share_offered_is_true_when_it_is_worked_out_again(
    value: Decimal, attribute: str | None, lang: Lang
) -> None:
    ranking = rank(percent(str(value), attribute), [], Audience(lang, "us"))
    assert bool(ranking.comparisons) != bool(ranking.reason)
    for found in ranking.comparisons:
        check(found, lang)


@given(st.decimals(min_value="0.01", max_value="9000", places=2, allow_nan=False), st.sampled_from(LANGS))
def test_any_trace_is_as_small_as_it_says(value: Decimal, lang: Lang) -> None:
    ranking = rank(make_quantity(f"{value} ppm", str(value), "ppm"), [DROP, BATH], Audience(lang, "us"))
    assert bool(ranking.comparisons) != bool(ranking.reason)
    for found in ranking.comparisons:
        check(found, lang)


@pytest.mark.parametrize(
    "lie",
    [{"text": "about six in 100"}, {"numbers": (Fraction(1), Fraction(19))}, {"exact": Fraction(1, 19)}, {"hedge": "about"},
     {"working": "5 % = 1 ÷ 19"}],
    ids="+".join,
)  # fmt: skip
def test_these_checks_notice_a_false_share(lie: dict[str, object]) -> None:
    (honest,) = rank(percent("5", "Failure rate"), [], READER).comparisons
    check(honest, "en")
    with pytest.raises(AssertionError):
        check(replace(honest, **lie), "en")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "lie",
    [{"text": "about one order every eight seconds, day and night"}, {"text": "about one order every nine seconds"},
     {"numbers": (Fraction(8),)}, {"exact": Fraction(9)}, {"hedge": "exactly"}, {"assumptions": ()}],
    ids="+".join,
)  # fmt: skip
def test_these_checks_notice_a_false_pace(lie: dict[str, object]) -> None:
    orders = make_quantity("10,000 orders a day", "10000", "count / day")
    honest: Comparison = rank(orders, [], READER).comparisons[0]
    check(honest, "en")
    with pytest.raises(AssertionError):
        check(replace(honest, **lie), "en")  # type: ignore[arg-type]
