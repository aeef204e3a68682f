"""Lists: bullets, and below a page the specification table and the notes, copied as they were given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.plan.forms import LABEL, is_entry
from assistant.playbook import OTHER
from assistant.schema import Fact
from assistant.writer.material import Told
from assistant.writer.slot import Slot

_BULLETS = (1, 5)
_ROWS = (1, 60)
# Figures that a list has above a table, besides those that are compared.
_FIGURES = 3


def bullets(slot: Slot) -> str:
    """A line for each fact that no text before this one tells, with what it is like where that adds to it."""
    found = []
    each = slot.shape.limit is not None and slot.shape.limit.each
    for turn, told in enumerate(_listed(slot)):
        if is_entry(told.fact) and slot.material.is_list:
            found.append(slot.voice.entry(told.fact))
            continue
        plain = slot.voice.bullet(Told(told.fact, told.topic, None), 0)
        # What the headline has just compared stands in the list as a figure.
        full = plain if slot.compared(told) else slot.voice.bullet(told, turn + slot.material.number)
        text = slot.first((full, plain)) if each else full
        if text and text not in found:
            found.append(text)
    while found and not slot.fits("\n".join(found)):
        found.pop()
    return "\n".join(found)


def table(slot: Slot) -> str:
    """What no text before this one has told, as given, a row a line, in the brief's order."""
    return _copied(slot, slot.material.table)


def notes(slot: Slot) -> str:
    """How it is used and kept, what is sold apart, what to mind: as given, a line each."""
    return _copied(slot, slot.material.terms)


def _copied(slot: Slot, facts: Sequence[Fact]) -> str:
    rows = (slot.voice.row(fact) for fact in facts if not slot.has_told(fact) and not _is_known(slot, fact))
    return "\n".join(_unlabelled(list(dict.fromkeys(rows))[: (slot.shape.lines or _ROWS)[1]]))


def _unlabelled(rows: Sequence[str]) -> list[str]:
    """The rows without a label that the row before has: sizes under one "尺寸"."""
    said, last = [], ""
    for row in rows:
        label = re.match(r"[^\s:：]{2,12}(?=[\s:：])", row)
        again = label is not None and label[0] == last and re.match(r"\s*[\d(（]", row[label.end() :])
        said.append(row[label.end() :].strip() if again and label else row)
        last = label[0] if label else ""
    return said


def _is_known(slot: Slot, fact: Fact) -> bool:
    """Whether a row says no more than what the thing is called: "Type: watch"."""
    value = re.split("[:：]", fact.text)[-1].strip().lower()
    return value in (slot.material.brief.product.lower(), slot.material.brief.category.lower())


def _listed(slot: Slot) -> Sequence[Told]:
    """The facts of a list, the most telling first; above a table what it does, in the brief's order, and a few figures."""
    most = (slot.shape.lines or _BULLETS)[1]
    if not slot.material.table or not slot.is_above_table:
        return slot.fresh[:most]
    if (
        not slot.material.is_tabular
        and len(slot.fresh) <= most
        and all(slot.voice.speakable(told.fact) for told in slot.fresh)
    ):
        return sorted(slot.fresh, key=_in_order)
    kept: list[Told] = []
    figures, tabular = 0, slot.material.is_tabular
    for told in slot.fresh:
        labelled = LABEL.match(told.fact.text) is not None and told.beside is None
        row = labelled and (told.topic == OTHER or not slot.voice.speakable(told.fact))
        figures += labelled and not row
        figure = labelled and not row and figures <= (0 if tabular else _FIGURES)
        if not labelled or figure or slot.material.is_list:
            kept.append(told)
    return sorted(kept[:most], key=_in_order)


def _in_order(told: Told) -> tuple[bool, int]:
    """The brief's order, the price last."""
    return told.topic == "price" and not is_entry(told.fact), told.fact.start
