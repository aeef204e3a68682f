"""How long so many uses last, by the day, the week or the month; and ranges of temperature, told by both ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparisons import Audience, rank
from assistant.schema import LANGS, Lang, Quantity, Reference
from tests.comparisons.conftest import make_quantity, make_reference
from tests.comparisons.recomputed import check


@pytest.mark.parametrize(
    ("lang", "quantity", "said"),
    [
        ("en", make_quantity("500 charges", "500", "count"), "about five years at two a week"),
        ("en", make_quantity("300 washes", "300", "count"), "about six years at one a week"),
        ("en", make_quantity("100 washes", "100", "count"), "about four years at two a month"),
        ("en", make_quantity("1,000 cycles", "1000", "count", attribute="Battery"), "about four years at five a week"),
        ("zh-Hans", make_quantity("500次", "500", "count", attribute="循环寿命"), "按每周两次算，约够用5年"),
        ("zh-Hant", make_quantity("300次", "300", "count", attribute="水洗"), "以每週1次算，約夠用6年"),
        ("en", make_quantity("50 charges", "50", "count"), None),
        # Nobody charges a phone a thousand times a day.
        ("en", make_quantity("2,000,000 charges", "2000000", "count"), None),
    ],
)  # fmt: skip
def test_what_wears_out_slowly_is_told_by_the_week_or_month(lang: Lang, quantity: Quantity, said: str | None) -> None:
    ranking = rank(quantity, [], Audience(lang, "us"))
    assert [c.text for c in ranking.comparisons] == ([said] if said else [])
    assert bool(ranking.reason) == (said is None)
    for found in ranking.comparisons:
        check(found, lang)


@given(
    st.integers(min_value=1, max_value=10**7),
    st.sampled_from(["Folds", "Battery cycle life", "Washes", "Key presses", "Cycle life", "循环寿命"]),
    st.sampled_from(LANGS),
)
def test_any_wear_is_true_when_it_is_worked_out_again(times: int, attribute: str, lang: Lang) -> None:
    quantity = make_quantity(f"{times}", str(times), "count", attribute=attribute)
    for found in rank(quantity, [], Audience(lang, "us")).comparisons:
        assert found.numbers[0] >= 1
        check(found, lang)


def _marks() -> list[Reference]:
    ice = make_reference("ice", "0", "degree_Celsius", "temperature")
    body = make_reference("body", "37", "degree_Celsius", "temperature")
    return [ice, body, make_reference("boil", "100", "degree_Celsius", "temperature")]


@pytest.mark.parametrize(
    ("lang", "low", "high", "text"),
    [
        ("en", "0", "40", "from the temperature of a ice to a little above the temperature of a body"),
        ("en", "-1", "37", "from about the temperature of a ice to the temperature of a body"),
        ("zh-Hans", "0", "36", "从ice的数值到接近body的数值"),
        ("zh-Hant", "0", "95", "從ice的數值到略低於boil的數值"),
        ("en", "0", "60", None),
        ("en", "-1", "1", None),
    ],
)
def test_a_range_of_temperature_is_told_by_both_its_ends_or_not_at_all(
    lang: Lang, low: str, high: str, text: str | None
) -> None:
    span = make_quantity(f"{low}–{high} °C", low, "degree_Celsius", high=Decimal(high))
    ranking = rank(span, _marks(), Audience(lang, "us"))
    assert [c.text for c in ranking.comparisons] == ([text] if text else [])
    assert text or "too far away" in (ranking.reason or "")
    for found in ranking.comparisons:
        assert found.kind == "anchor"
        assert found.ratio_exact is None
        check(found, lang)
