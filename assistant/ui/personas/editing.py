"""A persona of the team's own while it is worked on: every change is kept, and nobody's work is overwritten.

What can't be taken yet is kept beside the persona, so that a reload finds the form as it was left.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

import streamlit as st

from assistant.errors import InputError
from assistant.store.versions import Document, Outdated
from assistant.ui.kept import NAME_CHARS, Kept
from assistant.ui.people import signature
from assistant.ui.personas.fields import LINE_CHARS, LINES, LIST_CHARS, LISTS, ROWS, Raw, check_raw, raw_of
from assistant.ui.personas.known import KIND, UNFINISHED, own_personas, read_persona
from assistant.ui.stores import documents

if TYPE_CHECKING:
    from assistant.schema.brief import Persona
    from assistant.ui.personas.faults import Fault

_KEY = "editing_persona"


@dataclass
class Editing(Kept[dict[str, Any]]):
    """The form of one persona: what stands in it and what it makes, what is wrong with it and what can't be taken yet."""

    persona: Persona
    raw: Raw
    faults: dict[str, Fault] = field(default_factory=dict)
    unfinished: Raw = field(default_factory=dict)

    kind: ClassVar[str] = KIND

    @property
    def content(self) -> dict[str, Any]:
        """The persona, and what can't be taken yet beside it."""
        body = body_of(self.persona)
        if self.unfinished:
            body[UNFINISHED] = self.unfinished
        # As it comes back out of the store.
        found: dict[str, Any] = json.loads(json.dumps(body))
        return found

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the form."""
        return not self.content

    @property
    def shown_name(self) -> str:
        """The name in the form."""
        return self.persona.name[:NAME_CHARS]

    def body_of(self, content: dict[str, Any]) -> dict[str, Any]:
        """The form in which it is saved."""
        return content

    def go_apart(self) -> None:
        """Mine becomes a persona of its own; theirs stays as it is."""
        super().go_apart()
        self.persona = self.persona.model_copy(update={"id": self.id})


@dataclass(frozen=True, slots=True)
class Deleted:
    """A persona that was deleted just now, and the version that brings it back."""

    id: str
    name: str
    version: int
    deletion: int


def editing() -> Editing | None:
    """The form under way, if there is one."""
    found: Editing | None = st.session_state.get(_KEY)
    return found


def begin(persona: Persona | None = None) -> Editing:
    """A new persona, empty or from a copy of another; it is saved once something stands in it."""
    from assistant.schema.brief import Persona

    id = uuid4().hex
    base = (
        Persona(id=id) if persona is None else persona.model_copy(update={"id": id, "name": _free_name(persona.name)})
    )
    return _put(Editing(base, raw_of(base), id=id))


def begin_as(persona: Persona) -> Editing:
    """A new persona as it stands in a file, saved at once; `problem` says why where it could not be."""
    id = uuid4().hex
    here = _put(Editing(persona.model_copy(update={"id": id}), raw_of(persona), id=id))
    here.keep()
    return here


def open_own(id: str) -> Editing | None:
    """The form of a saved persona, as it was left; None where there is none. Raises `StoreError`, `InputError`."""
    here = editing()
    if here is not None and here.id == id:
        return here
    found = documents().load(KIND, id)
    return None if found is None else take(found)


def take(document: Document) -> Editing:
    """Puts a saved version into the form, as the one that is built on. Raises `InputError` if it can't be read."""
    try:
        persona = read_persona(document.id, document.body)
    except ValueError:
        raise InputError(f"{document.name or document.id}: cannot be read by this Yardstick.") from None
    raw = {**raw_of(persona), **_readable(document.body.get(UNFINISHED))}
    serial = (editing() or Editing(persona, raw)).serial + 1
    return _put(
        Editing(
            persona,
            raw,
            id=document.id,
            version=document.version,
            saved=document.body,
            saved_at=document.at,
            serial=serial,
        )
    )


def hear(here: Editing) -> None:
    """Takes in what was typed, also where a button does something before the page has been drawn anew."""
    for name in (*LINES, *LISTS):
        said = _said(here, f"person_{name}", name)
        if said is not None:
            here.raw[name] = said[: LINE_CHARS if name in LINES else LIST_CHARS]
    for name, parts in ROWS.items():
        for place, row in enumerate(here.raw[name]):
            for part, empty in parts.items():
                said = _said(here, f"person_{name}_{place}_{part}", f"{name}.{place}.{part}") if empty == "" else None
                if said is not None:
                    row[part] = said[:LINE_CHARS]


def _said(here: Editing, key: str, field: str) -> str | None:
    """What was typed into a field of this form, if it is drawn."""
    said = (st.session_state.get(key) or {}).get("said")
    if not isinstance(said, dict) or said.get("of") != f"{here.id}.{field}" or said.get("serial") != here.serial:
        return None
    return str(said["text"])


def change(here: Editing) -> None:
    """Has the form make what it makes of what stands in it now, and keeps it."""
    checked = check_raw(here.raw, here.persona)
    here.persona, here.faults, here.unfinished = checked.persona, checked.faults, checked.unfinished
    here.keep()


def body_of(persona: Persona) -> dict[str, Any]:
    """The form in which a persona is saved."""
    return persona.model_dump(mode="json", exclude_defaults=True, exclude={"id"})


def restore(here: Editing, version: int) -> None:
    """Brings an earlier version back, as a new one. Raises `StoreError`."""
    try:
        documents().restore(KIND, here.id, version, here.version, by=signature())
    except Outdated as error:
        here.outdated, here.gone = error.current, error.current is None
        return
    found = documents().load(KIND, here.id)
    if found is not None:
        take(found)


def save_into(id: str, edit: Callable[[Persona], Persona]) -> tuple[Persona, int, int]:
    """Changes a saved persona: as it is then, the version before and the one after. Raises `StoreError`, `Outdated`
    where it is not there any more, `InputError` where it can't be read.
    """
    found = documents().load(KIND, id)
    if found is None:
        raise Outdated(KIND, id, None, None)
    here = editing()
    if here is not None and here.id == id:
        close()
    try:
        persona = edit(read_persona(id, found.body))
    except ValueError:
        raise InputError(f"{found.name or id}: cannot be read by this Yardstick.") from None
    body = body_of(persona)
    if UNFINISHED in found.body:
        body[UNFINISHED] = found.body[UNFINISHED]
    saved = documents().save(KIND, id, body, name=persona.name[:NAME_CHARS], expected=found.version, by=signature())
    return persona, found.version, saved.version


def delete(id: str, name: str, version: int) -> None:
    """Deletes a persona; `bring_back` undoes it. Raises `StoreError`, `Outdated` where another version is there."""
    saved = documents().delete(KIND, id, version, by=signature())
    st.session_state["deleted_persona"] = Deleted(id, name, version, saved.version if saved else version)
    here = editing()
    if here is not None and here.id == id:
        close()


def just_deleted() -> Deleted | None:
    """The persona that was deleted last in this session, while it can be brought back."""
    found: Deleted | None = st.session_state.get("deleted_persona")
    return found


def bring_back(deleted: Deleted) -> None:
    """Undoes a deletion. Raises `StoreError`, `Outdated` where somebody else has done so."""
    documents().restore(KIND, deleted.id, deleted.version, 0, by=signature())
    forget_deleted()


def forget_deleted() -> None:
    """Has no deletion offered to be undone any more; the store keeps what was deleted."""
    st.session_state.pop("deleted_persona", None)


def close() -> None:
    """Puts the form away; what stands in it is saved."""
    st.session_state.pop(_KEY, None)


def _put(here: Editing) -> Editing:
    st.session_state[_KEY] = here
    return here


def _free_name(name: str) -> str:
    """The name with a number behind it that no other persona of the team has."""
    taken = {own.persona.name for own in own_personas().values()}
    return next(one for one in (f"{name} {number}".strip() for number in range(2, 10_000)) if one not in taken)


def _readable(unfinished: Any) -> Raw:
    """What was typed and could not be taken, where it has the form of a field."""
    if not isinstance(unfinished, dict):
        return {}
    texts = {key: value for key, value in unfinished.items() if key in (*LINES, *LISTS) and isinstance(value, str)}
    rows = {key: value for key, value in unfinished.items() if key in ROWS and _are_rows(key, value)}
    return {**texts, **rows}


def _are_rows(name: str, value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(row, dict)
        and row.keys() == ROWS[name].keys()
        and all(type(row[part]) is type(empty) for part, empty in ROWS[name].items())
        for row in value
    )
