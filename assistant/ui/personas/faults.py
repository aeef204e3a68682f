"""What is wrong with a field of a persona, in one line, in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from assistant.ui.words import Words

# Of a value from outside, so much is shown.
_SHOWN = 40
_OF_TYPES = {
    "string_too_long": "long", "too_long": "many", "literal_error": "choice", "extra_forbidden": "unknown",
    "missing": "missing", "string_type": "text", "tuple_type": "list", "model_type": "parts", "model_attributes_type": "parts",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """A field ("pains", "cares_about.trust"), what is wrong there, in which entry (from 1, 0 for none), what stands there.

    `part` is the key within an entry, `wanted` what would do.
    """

    field: str
    kind: str
    entry: int = 0
    value: str = ""
    part: str = ""
    wanted: str = ""


def fault_of(detail: Mapping[str, Any]) -> Fault:
    """A fault that the schema found, as `ValidationError.errors()` tells it."""
    loc = list(detail["loc"])
    name = str(loc.pop(0)) if loc else ""
    if name in ("cares_about", "costs") and loc and isinstance(loc[0], str):
        name = f"{name}.{loc.pop(0)}"
    entry = next((one + 1 for one in loc if isinstance(one, int)), 0)
    part = next((one for one in reversed(loc) if isinstance(one, str)), "")
    kind = _OF_TYPES.get(detail["type"], "other")
    context = detail.get("ctx", {})
    wanted = str(context.get("expected", context.get("max_length", "")))
    if kind == "unknown":
        wanted = _near(name, part)
    value = detail.get("input")
    shown = str(value)[:_SHOWN] if isinstance(value, str | int | float) else ""
    return Fault(name, kind, entry, shown or ("" if kind != "other" else str(detail["msg"])[:200]), part, wanted)


def say_fault(fault: Fault, words: Words, with_key: bool = False) -> str:
    """The fault in a line; `with_key` names the field as a file does, too."""
    known = f"personas.field.{fault.field}" in set(words)
    name = words(f"personas.field.{fault.field}") if known else fault.field
    if with_key and known:
        name = f"{fault.field} ({name})" if words.lang == "en" else f"{fault.field}（{name}）"
    if fault.entry:
        name = words("personas.fault.entry", name=name, entry=fault.entry)
    if fault.part:
        name = words("personas.fault.part", name=name, part=fault.part)
    said = words(f"personas.fault.{fault.kind}", value=fault.value, wanted=fault.wanted)
    if fault.kind == "unknown" and fault.wanted:
        said += words("personas.fault.near", wanted=fault.wanted)
    between = ": " if words.lang == "en" else "："
    return f"{name}{between}{said}" if name else said


def _near(name: str, part: str) -> str:
    from assistant.schema.brief import Concerns, Costs, Edge, Evidence, Moment, Persona

    kinds: dict[str, type[Edge]] = {"evidence": Evidence, "moments": Moment, "cares_about": Concerns, "costs": Costs}
    first, _, second = name.partition(".")
    kind = kinds.get(first, Persona)
    looked = part or second or name
    return next(iter(get_close_matches(looked, kind.model_fields, n=1, cutoff=0.6)), "")
