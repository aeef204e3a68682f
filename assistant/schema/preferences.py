"""What a copywriter has set once for all products: the model, the budget, the house style. Frozen; unknown keys are rejected."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.schema.brief import Edge, ShortText, Style, Texts


class Preferences(Edge):
    """Everything has a default. No key is among them: a key is never kept.

    `model` and `base_url` are empty where the environment decides; `budget` is the most that a draft may cost, in the
    currency of the model's price.
    """

    model: ShortText = ""
    base_url: ShortText = ""
    budget: Annotated[Decimal, Field(ge=0, le=1_000_000)] | None = None
    critique: bool = False
    style: Style = Style()
    names: Texts = ()
    avoid: Texts = ()
    toured: bool = False
