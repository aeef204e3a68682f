"""Whether words of somebody's day suit a product: no suspended ceiling above headphones, no crowded train around a boiler."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.schema import Comparison, Fact
from assistant.schema.brief import Brief
from assistant.schema.data import load_yaml

_DATA = Path(__file__).parent / "data" / "settings.en.yaml"
# Beyond these, a figure is stated and compared, and no wish is held up to it: (topic, dimension, SI or own unit's value).
_NO_COMFORT = {"noise": ("sound_or_level", 55)}

# What a thing takes to run is not what it costs to buy.
_RUNNING = re.compile(r"running|bill|energy|electricity", re.IGNORECASE)
# Figures of what a thing gives, not of what it draws.
_GIVEN = re.compile(r"heat|cool|capacity|output|suction|solar|audio", re.IGNORECASE)
# Kinds of things beyond those of the settings, as the last word of a long name.
_KINDS = frozenset(
    "set system unit cover kit lighter towel towels bag bags ring necklace bracelet earrings case mat rug pillow blanket sheet "
    "organizer rack holder stand stool cabinet faucet shower mirror clock keyboard mouse monitor projector controller valve "
    "meter scale thermometer cart ladder hammer wrench screwdriver knife pan pot bowl plate cup mug sealer detector alarm "
    "radio microphone guitar ball racket bike helmet gloves hat cap dress shirt pants trousers jeans socks sandals".split()
)
# More times a thing than anybody can picture.
_TIMES = 30


class Setting(BaseModel):
    """One place in life: words of the products at home there, words of moments that belong there alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    products: tuple[str, ...]
    named: tuple[str, ...]


@cache
def load_settings() -> Mapping[str, Setting]:
    """The settings by name, from the product's own data."""
    return {name: Setting.model_validate(entry) for name, entry in load_yaml(_DATA.read_text(encoding="utf-8")).items()}


def suits(words: str, brief: Brief) -> bool:
    """Whether a moment, a pain or a wish suits the product: it names no setting, or one that the product has.

    >>> suits("On the stairs", Brief(facts=("Weight: 36 kg",), category="gas boiler"))
    False
    """
    named = _settings_named(words)
    # A battery among the facts says that it is taken along; other words of facts say little of what the thing is.
    powered = "battery" if any("battery" in fact.lower() for fact in brief.facts) else ""
    return not named or bool(named & _settings_of(brief.product, brief.category, powered))


def comforts(topic: str, fact: Fact, words: str = "") -> bool:
    """Whether a figure can follow what somebody suffers from or wishes for: 72 dB(A) is no answer to noise."""
    if topic == "price":
        return not _RUNNING.search(words)
    if topic not in _NO_COMFORT:
        return True
    dimension, most = _NO_COMFORT[topic]
    return all(
        (quantity.high or quantity.low) <= most for quantity in fact.quantities if quantity.dimension == dimension
    )


def stands_beside(topic: str, fact: Fact, comparison: Comparison) -> bool:
    """Whether a comparison says of the fact what the fact says: no electricity for the heat that a boiler gives, no sound
    level for the decibels that are taken away, no length for the water that a cloth holds back.
    """
    dimension = comparison.quantity.dimension
    if comparison.kind == "cost" and dimension == "power" and _GIVEN.search(fact.text):
        return False
    if dimension == "sound_or_level" and topic == "noise-cancelling":
        return False
    if dimension == "length" and topic == "water" and comparison.quantity.unit == "millimeter":
        return False
    return dimension != "time" or comparison.ratio_shown is None or comparison.ratio_shown <= _TIMES


def is_product_word(word: str) -> bool:
    """Whether a word is what kind of thing something is, and not the last of a shop's search words."""
    return any(word in setting.products for setting in load_settings().values()) or word in _KINDS


@lru_cache(maxsize=512)
def _settings_named(words: str) -> frozenset[str]:
    return frozenset(name for name, setting in load_settings().items() if _has(words, setting.named))


@lru_cache(maxsize=256)
def _settings_of(*texts: str) -> frozenset[str]:
    said = " ".join(texts)
    return frozenset(name for name, setting in load_settings().items() if _has(said, setting.products))


def _has(text: str, words: Iterable[str]) -> bool:
    return _any_of(tuple(words)).search(text) is not None


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?:s|es)?(?![\w-])", re.IGNORECASE)
