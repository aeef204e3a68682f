"""Whether words of somebody's day suit a product, for readers of Chinese: no crowded train around an electric blanket."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.schema import Fact, Lang
from assistant.schema.brief import Brief
from assistant.schema.data import load_yaml
from assistant.units import DimensionMismatch, UnknownUnit, convert

_DATA = Path(__file__).parent / "data"
# Beyond these a figure is stated and compared, and no wish is held up to it: the dimension and the most, in a unit.
_COMFORT: Mapping[str, tuple[str, str, float]] = {
    "noise": ("sound_or_level", "decibel_plain", 50),
    "weight": ("mass", "kilogram", 1.5),
    "size": ("length", "meter", 1),
    "thickness": ("length", "meter", 0.02),
}


class Place(BaseModel):
    """One place in life: words of the products at home there, of those that never are, and of moments that belong there.

    With `markets`, the words are spoken in these alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    products: tuple[str, ...]
    named: tuple[str, ...]
    never: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()


@cache
def load_places(lang: Lang) -> Mapping[str, Place]:
    """The places by name, from the product's own data."""
    text = (_DATA / f"settings.{lang}.yaml").read_text(encoding="utf-8")
    return {name: Place.model_validate(entry) for name, entry in load_yaml(text).items()}


def suits(words: str, brief: Brief) -> bool:
    """Whether a moment, a pain or a wish suits the product: every place that it names is one of the product's.

    >>> suits("晚高峰挤在地铁里", Brief(facts=("尺寸：150×180厘米",), lang="zh-Hans", category="电热毯"))
    False
    """
    said = f"{brief.product} {brief.category}"
    return all(
        _at_home(said, brief.market, place) for place in load_places(brief.lang).values() if _has(words, place.named)
    )


def comforts(topic: str, fact: Fact) -> bool:
    """Whether a figure can follow what somebody suffers from or wishes for: 72分贝 is no answer to noise."""
    if topic not in _COMFORT:
        # What is dear to one is cheap to another.
        return topic != "price"
    dimension, unit, most = _COMFORT[topic]
    for quantity in fact.quantities:
        if quantity.dimension != dimension:
            continue
        try:
            size = convert(quantity.low, quantity.unit, unit)
        except (DimensionMismatch, UnknownUnit):
            size = quantity.low  # type: ignore[assignment]
        if size > most:
            return False
    return True


def _at_home(said: str, market: str | None, place: Place) -> bool:
    if _has(said, place.never) or (market and place.markets and market not in place.markets):
        return False
    return not place.products or _has(said, place.products)


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
