"""Paces: true, in whole numbers where there are any, said natively, or left unsaid with the reason."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparisons import Audience, rank
from assistant.comparisons.pace import find_pace_of
from assistant.schema import LANGS, Lang
from tests.comparisons.conftest import make_quantity
from tests.comparisons.recomputed import check

_SIZES = {"second": 1, "minute": 60, "hour": 3600}


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit", "sentence"),
    [
        ("en", "10,000 orders a day", "10000", "count / day", "10,000 orders a day is about one order every nine seconds, day and night."),
        ("en", "10,000/day", "10000", "count / day", "10,000/day is about one every nine seconds, day and night."),
        ("en", "1,000,000 orders a day", "1000000", "count / day", "1,000,000 orders a day is about 12 orders a second, day and night."),
        ("en", "30 pages/min", "30", "count / minute", "30 pages/min is one page every two seconds."),
        ("en", "5,000 transactions per hour", "5000", "transaction / hour", "5,000 transactions per hour is about 83 transactions a minute."),
        ("en", "24 deliveries a day", "24", "count / day", "24 deliveries a day is one delivery an hour, day and night."),
        ("en", "10 visits a day", "10", "count / day", "10 visits a day is about one visit every two and a half hours, day and night."),
        ("en", "300,000 visits a day", "300000", "count / day", "300,000 visits a day is about three and a half visits a second, day and night."),
        ("zh-Hans", "每天30万次", "300000", "count / day", "每天30万次，相当于昼夜不停、平均每秒约3.5次。"),
        ("zh-Hans", "每天1万单", "10000", "count / day", "每天1万单，相当于昼夜不停、平均约9秒一单。"),
        ("zh-Hans", "每天100万次", "1000000", "count / day", "每天100万次，相当于昼夜不停、平均每秒约12次。"),
        ("zh-Hans", "每分钟30页", "30", "count / minute", "每分钟30页，相当于平均两秒一页。"),
        ("zh-Hant", "每天1萬筆", "10000", "count / day", "每天1萬筆，相當於晝夜不停、平均約9秒一筆。"),
        ("zh-Hant", "每天3,000人次", "3000", "count / day", "每天3,000人次，相當於晝夜不停、平均約29秒一人。"),
        ("zh-Hant", "每小時3000瓶", "3000", "count / hour", "每小時3000瓶，相當於平均每分鐘50瓶。"),
    ],
)  # fmt: skip
def test_a_pace_is_said_as_people_say_it(lang: Lang, text: str, value: str, unit: str, sentence: str) -> None:
    (found,) = rank(make_quantity(text, value, unit), [], Audience(lang, "us")).comparisons
    assert found.forms.sentence == sentence
    check(found, lang)


def test_what_was_taken_for_granted_is_stated() -> None:
    def assumed(quantity: object, lang: Lang) -> tuple[str, ...]:
        return rank(quantity, [], Audience(lang, "us")).comparisons[0].assumptions  # type: ignore[arg-type]

    orders = make_quantity("10,000 orders a day", "10000", "count / day")
    assert assumed(orders, "en") == ("Spread evenly over day and night.",)
    assert assumed(orders, "zh-Hans") == ("按昼夜不停、间隔均匀计算。",)
    assert assumed(make_quantity("30 pages/min", "30", "count / minute"), "en") == ("Evenly spaced.",)


@pytest.mark.parametrize(
    ("lang", "attribute", "text"),
    [
        ("en", "Orders in an 8-hour day", "about one order every three seconds in an eight-hour day"),
        ("zh-Hans", "8小时处理量", "按一天8小时算、平均约3秒一次"),
        ("zh-Hant", "8小時處理量", "以一天8小時算、平均約3秒一次"),
    ],
)
def test_a_working_day_of_eight_hours_is_taken_where_it_is_stated(lang: Lang, attribute: str, text: str) -> None:
    orders = make_quantity("10,000/day", "10000", "count / day", attribute=attribute)
    (found,) = rank(orders, [], Audience(lang, "us")).comparisons
    assert found.text == text
    assert found.exact == Fraction(8 * 3600, 10_000)
    check(found, lang)


@pytest.mark.parametrize(
    ("text", "value", "unit", "why"),
    [
        ("3 parcels a day", "3", "count / day", "plain as it is"),
        ("1 page a minute", "1", "count / minute", "plain as it is"),
        ("20 shots a second", "20", "count / second", "plain as it is"),
        ("1,200 requests/second", "1200", "request / second", "More come in a second"),
        ("3 defects per meter", "3", "count / meter", "in this dimension"),
    ],
)
def test_what_is_plain_or_too_fast_stays_as_it_is_and_says_why(text: str, value: str, unit: str, why: str) -> None:
    ranking = rank(make_quantity(text, value, unit), [], Audience("en", "us"))
    assert ranking.comparisons == ()
    assert why in (ranking.reason or "")


def test_a_range_has_no_one_pace() -> None:
    orders = make_quantity("1,000 to 2,000 orders a day", "1000", "count / day", high=Decimal(2000))
    assert rank(orders, [], Audience("en", "us")).comparisons == ()


@given(
    st.fractions(min_value=Fraction(1, 500), max_value=100_000, max_denominator=997),
    st.sampled_from(["minute", "hour", "day", "month", "year"]),
)
def test_a_pace_is_true_of_its_interval_and_short_enough_to_be_waited_for(interval: Fraction, period: str) -> None:
    pace = find_pace_of(interval, period)
    if pace is None:
        return
    size = _SIZES[pace.unit]
    exact = interval / size if pace.every else size / interval
    assert abs(pace.shown.value - exact) <= exact / 20
    assert (pace.shown.hedge == "exactly") == (pace.shown.value == exact)
    assert interval <= Fraction(21, 20) * 6 * 3600
    assert pace.shown.value <= 100
    assert pace.unit != period
    # Halves only of minutes and hours, and of what comes in a second.
    assert pace.shown.value.denominator <= (2 if pace.every == (pace.unit != "second") else 1)


@given(
    st.decimals(min_value="0.5", max_value="9999999", places=1, allow_nan=False),
    st.sampled_from(["count / minute", "count / hour", "count / day", "count / month", "request / hour"]),
    st.sampled_from(LANGS),
)
def test_any_pace_offered_is_true_when_it_is_worked_out_again(value: Decimal, unit: str, lang: Lang) -> None:
    ranking = rank(make_quantity(f"{value} {unit}", str(value), unit), [], Audience(lang, "us"))
    assert bool(ranking.comparisons) != bool(ranking.reason)
    for found in ranking.comparisons:
        check(found, lang)
