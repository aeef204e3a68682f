"""The plan of several channels: each channel's own, and the sum of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.plan import make_plan, merge_plans, read
from assistant.references import load_book
from assistant.schema import LANGS, Lang, Plan
from tests.draft.test_draft import brief


def made(lang: Lang, channel: str | tuple[str, ...]) -> Plan:
    given = brief(lang, channel=channel)
    return make_plan(read(given, None, load_book()), given, None)


@pytest.mark.parametrize("lang", LANGS)
def test_the_parts_are_the_plans_of_the_channels_alone(lang: Lang) -> None:
    whole = made(lang, ("product_page", "sms", "email"))
    assert dict(whole.parts) == {name: made(lang, name) for name in ("product_page", "sms", "email")}
    assert list(whole.parts) == ["product_page", "sms", "email"]
    assert made(lang, "sms").parts == {}


def test_the_sum_has_the_first_channels_order_and_choice_first() -> None:
    page, sms = made("en", "product_page"), made("en", "sms")
    first, second = replace(page, used=("f2", "f1")), replace(sms, used=("f1", "f4"), angle="")
    swapped = replace(second, comparisons=tuple(reversed(page.comparisons)))
    whole = merge_plans({"a": first, "b": swapped})
    assert whole.used == ("f2", "f1", "f4")
    assert whole.comparisons == first.comparisons
    assert merge_plans({"b": swapped, "a": first}).comparisons == swapped.comparisons
    assert merge_plans({"a": replace(first, angle=""), "b": replace(second, angle="x")}).angle == "x"


@pytest.mark.parametrize(
    ("left", "used", "expected"),
    [
        (((("f3", "praise"),), (("f3", "praise"), ("f4", "later"))), (("f1",), ("f1",)), (("f3", "praise"), ("f4", "later"))),
        (((("f4", "later"),), ()), (("f1",), ("f4",)), ()),
        (((("f4", "table"),), (("f4", "later"),)), (("f1",), ("f2",)), (("f4", "table"),)),
    ],
)  # fmt: skip
def test_a_fact_is_left_where_no_channel_tells_it_for_the_first_ones_reason(
    left: tuple[tuple[tuple[str, str], ...], ...],
    used: tuple[tuple[str, ...], ...],
    expected: tuple[tuple[str, str], ...],
) -> None:
    parts = {
        str(place): replace(made("en", "sms"), left=one, used=told)
        for place, (one, told) in enumerate(zip(left, used, strict=True))
    }
    assert merge_plans(parts).left == expected
