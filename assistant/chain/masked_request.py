"""A request without personal data: the values that come from outside are masked, and the model is told of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from assistant.chain.masking import Masked, mask
from assistant.prompts import Prompt, load_prompt

if TYPE_CHECKING:
    from assistant.schema.brief import Brief


def mask_variables(variables: dict[str, str], ours: Collection[str], brief: Brief) -> Masked:
    """Masks personal data in the values of a request, in place, and tells the model of it where there is any.

    `ours` are the variables that the program says itself: they hold nobody's name or address; a yardstick may be a road.
    """
    theirs = [name for name in variables if name not in ours]
    masked = mask([variables[name] for name in theirs], brief.lang, keep=own_names(brief))
    variables |= dict(zip(theirs, masked.texts, strict=True))
    if masked.originals:
        variables["reader"] = as_masked(variables["reader"], load_prompt("write", brief.lang))
    return masked


def as_masked(reader: str, prompt: Prompt) -> str:
    """The reader's part of a brief in which people are left out, with the line that says so."""
    words = prompt.words
    return f"{reader}\n{words['reader.masked']}"


def own_names(brief: Brief) -> tuple[str, ...]:
    """What looks like a person's name and is the seller's: Dr. Martens is not to be masked in her own copy."""
    return tuple(name for name in (brief.product, brief.category, *brief.names) if name)
