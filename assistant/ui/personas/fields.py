"""What is typed in the form ↔ a persona. Whatever can't be taken is named; the rest is taken all the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.schema.brief import Persona
    from assistant.ui.personas.faults import Fault

Raw = dict[str, Any]

LINES = ("name", "who", "community")
CONCERNS = tuple(f"cares_about.{kind}" for kind in ("product", "trust", "responsiveness", "expertise", "human"))
COSTS = tuple(f"costs.{kind}" for kind in ("money", "time", "behaviour", "mind"))
LISTS = ("pains", "wants", "values", "contradictions", "vocabulary", *CONCERNS, *COSTS)
CHOICES = ("market", "lang", "expertise", "motives", "knows_by_feel")
# Fields of several parts, with the parts of one entry.
ROWS: dict[str, Raw] = {
    "moments": {"text": "", "about": []},
    "evidence": {"quote": "", "source": "", "date": ""},
}
# The form's parts, and which fields each of them asks for.
PARTS: dict[str, tuple[str, ...]] = {
    "portrait": ("name", "who", "market", "lang", "expertise", "community"),
    "moves": ("pains", "wants", "motives", "values", "contradictions"),
    "day": ("knows_by_feel", "moments"),
    "cares": CONCERNS,
    "costs": COSTS,
    "said": ("vocabulary", "evidence"),
}
LINE_CHARS = 500
LIST_CHARS = 50_100
MOST_ROWS = {"moments": 40, "evidence": 200}

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(slots=True)
class Checked:
    """The persona that the form makes, the faults by field, and what was typed into the fields at fault."""

    persona: Persona
    faults: dict[str, Fault] = field(default_factory=dict)
    unfinished: Raw = field(default_factory=dict)


def raw_of(persona: Persona) -> Raw:
    """A persona as the form holds it: lists an entry a line, choices as they are."""
    raw: Raw = {name: getattr(persona, name) for name in LINES}
    for name in LISTS:
        raw[name] = "\n".join(_at(persona, name))
    raw |= {"market": persona.market or "", "lang": persona.lang or "", "expertise": persona.expertise}
    raw |= {"motives": list(persona.motives), "knows_by_feel": list(persona.knows_by_feel)}
    raw["moments"] = [{"text": one.text, "about": list(one.about)} for one in persona.moments]
    raw["evidence"] = [{"quote": one.quote, "source": one.source, "date": one.date} for one in persona.evidence]
    return raw


def check_raw(raw: Mapping[str, Any], last: Persona) -> Checked:
    """What the form makes of what was typed. A field at fault keeps what it held in `last`."""
    from pydantic import ValidationError

    from assistant.schema.brief import Persona
    from assistant.ui.personas.faults import fault_of

    faults = _row_faults(raw)
    old = raw_of(last)
    while True:
        held = {name: old[name] if name in faults else value for name, value in raw.items()}
        try:
            persona = Persona.model_validate(_document(held, last.id))
            break
        except ValidationError as error:
            found = {one.field: one for one in (fault_of(detail) for detail in reversed(error.errors()))}
            # Each round another field falls back to what was fine before.
            if not found.keys() - faults.keys():
                raise
            faults = found | faults
    return Checked(persona, faults, {name: raw[name] for name in faults})


def is_blank(row: Mapping[str, Any]) -> bool:
    """Whether nothing was entered in a row."""
    return not any(value.strip() if isinstance(value, str) else value for value in row.values())


def _document(raw: Mapping[str, Any], id: str) -> Raw:
    document: Raw = {"id": id, **{name: " ".join(str(raw[name]).split()) for name in LINES}}
    for name in LISTS:
        lines = [line.strip() for line in str(raw[name]).splitlines() if line.strip()]
        first, _, second = name.partition(".")
        if second:
            document.setdefault(first, {})[second] = lines
        else:
            document[name] = lines
    document |= {"market": raw["market"] or None, "lang": raw["lang"] or None, "expertise": raw["expertise"]}
    document |= {"motives": raw["motives"], "knows_by_feel": raw["knows_by_feel"]}
    for name in ROWS:
        document[name] = [dict(row) for row in raw[name] if not is_blank(row)]
    return document


def _row_faults(raw: Mapping[str, Any]) -> dict[str, Fault]:
    """The first thing that a row lacks: the schema would take it, and nobody could use it."""
    from assistant.ui.personas.faults import Fault

    faults: dict[str, Fault] = {}
    for number, row in enumerate(raw["moments"], 1):
        if not is_blank(row) and not str(row["text"]).strip():
            faults.setdefault("moments", Fault("moments", "no_text", number))
    for number, row in enumerate(raw["evidence"], 1):
        if is_blank(row):
            continue
        lacks = next((part for part in ("quote", "source") if not str(row[part]).strip()), "")
        if lacks:
            faults.setdefault("evidence", Fault("evidence", f"no_{lacks}", number))
        elif not _is_date(str(row["date"]).strip()):
            faults.setdefault("evidence", Fault("evidence", "no_date", number, str(row["date"])))
    return faults


def _is_date(text: str) -> bool:
    """A year, a month or a day that there is, or nothing."""
    found = _DATE.fullmatch(text)
    if not text or found is None:
        return not text
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


def _at(persona: Persona, name: str) -> tuple[str, ...]:
    value: Any = persona
    for part in name.split("."):
        value = getattr(value, part)
    return tuple(value)
