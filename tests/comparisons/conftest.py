"""Small references to compare with, so that these tests do not move when the book does."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from assistant.schema import Market, Names, Quantity, Reference, Source, Statistic
from assistant.units import dimension

MAKE = Callable[..., Reference]


def make_quantity(text: str, value: str, unit: str, **more: object) -> Quantity:
    return Quantity(text, 0, len(text), Decimal(value), unit, dimension(unit), **more)  # type: ignore[arg-type]


def make_reference(
    key: str,
    value: str,
    unit: str,
    aspect: str,
    *,
    statistic: Statistic = "typical",
    many: str = "",
    level: int = 5,
    usable_as: tuple[str, ...] = ("compare",),
    topics: tuple[str, ...] = ("everyday",),
    sensitivity: tuple[str, ...] = (),
    markets: tuple[Market, ...] = ("us", "uk", "cn", "tw", "hk", "eu"),
) -> Reference:
    names = {
        "en": Names(key, f"a {key}", f"the {aspect} of a {key}", many),
        "zh-Hans": Names(key, f"一个{key}", f"{key}的数值", many, "个" if many else ""),
        "zh-Hant": Names(key, f"一個{key}", f"{key}的數值", many, "個" if many else ""),
    }
    number = Decimal(value)
    return Reference(
        id=key,
        value=number,
        unit=unit,
        dimension=dimension(unit),
        aspect=aspect,
        statistic=statistic,
        low=number,
        high=number,
        names=names,  # type: ignore[arg-type]
        markets=dict.fromkeys(markets, level),
        topics=topics,
        as_of="2026-01-01",
        source=Source("Test table", "https://example.org/", value, "2026-01-01"),
        usable_as=usable_as,
        sensitivity=sensitivity,
    )


@pytest.fixture
def reference() -> MAKE:
    return make_reference
