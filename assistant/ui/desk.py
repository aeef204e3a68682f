"""The desk of this session: what is being worked on, kept in the store while it is worked on, and taken back step by step.

A page changes it with `change`, which is remembered for `undo`; `Desk.keep` at the end of each drawing saves what is
new. Nothing is put on the desk before `leave` has seen to what lies there.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any, ClassVar

import streamlit as st
from pydantic import ValidationError

from assistant.errors import InputError
from assistant.schema.work import Work
from assistant.store.versions import Document
from assistant.ui.kept import NAME_CHARS, Kept
from assistant.ui.stores import documents

KIND = "product"
_STEPS = 200
_LOG = logging.getLogger(__name__)


@dataclass
class Desk(Kept[Work]):
    """What is on it, and the steps there and back.

    `name` is what somebody has called it; without one it goes by what it is `called`. Nothing of a desk on `trial` is
    saved.
    """

    work: Work = field(default_factory=Work)
    name: str = ""
    past: list[Work] = field(default_factory=list)
    future: list[Work] = field(default_factory=list)
    trial: bool = False

    kind: ClassVar[str] = KIND

    @property
    def content(self) -> Work:
        """What is kept, as it stands now."""
        return self.work

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing worth a document yet."""
        return self.work.is_empty

    @property
    def shown_name(self) -> str:
        """As somebody has named it, else as it is `called`."""
        return (self.name or called(self.work))[:NAME_CHARS]

    def body_of(self, content: Work) -> dict[str, Any]:
        """The form in which it is saved."""
        return body_of(content)

    def take_name(self, document: Document) -> None:
        """The name that somebody else has given the product, unless it goes by that anyway."""
        self.name = own_name(document, self.work if self.saved is None else self.saved)

    def keep(self, asked: bool = False) -> None:
        """Saves what is new, but nothing of a trial; as `Kept.keep`."""
        if not self.trial:
            super().keep(asked)

    @property
    def is_safe(self) -> bool:
        """Whether nothing would be missed if it were cleared now."""
        nothing = self.trial or (self.version == 0 and self.is_empty)
        return nothing or (self.work == self.saved and self.outdated is None and not self.gone)


def desk() -> Desk:
    """The desk of this session; an empty one at first."""
    if "desk" not in st.session_state:
        st.session_state["desk"] = Desk()
    found: Desk = st.session_state["desk"]
    return found


def change(**fields: Any) -> None:
    """Puts other values into fields of the work; a step that `undo` takes back. Raises `InputError` for what can't be."""
    here = desk()
    try:
        # Not a copy with the values put in: that would not look at them.
        new = Work.model_validate({**dict(here.work), **fields})
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise InputError(f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}") from None
    if new != here.work:
        here.past = [*here.past[-_STEPS + 1 :], here.work]
        here.future = []
        here.work = new


def undo() -> None:
    """Takes the last step back; nothing where there is none."""
    _step(desk().past, desk().future)


def redo() -> None:
    """Takes the last step that was taken back again; nothing where there is none."""
    _step(desk().future, desk().past)


def _step(out_of: list[Work], into: list[Work]) -> None:
    here = desk()
    if out_of:
        into.append(here.work)
        here.work = out_of.pop()
        put()


def put() -> None:
    """Has every field of the pages take its value from the work at the next drawing."""
    desk().serial += 1
    for key in [key for key in map(str, st.session_state) if key.startswith("of_work_")]:
        del st.session_state[key]
    for key in ("reading", "estimate", "outcome", "drafted"):
        st.session_state.pop(key, None)


def leave() -> bool:
    """Sees to what is on the desk, so that something else can be put there; False where it could be saved nowhere.

    What somebody else was faster with becomes a product of its own, beside theirs.
    """
    here = desk()
    here.keep()
    if not here.trial and (here.outdated is not None or here.gone):
        go_apart()
        here.keep()
    return here.is_safe


def go_apart() -> None:
    """What is on the desk becomes a product of its own at the next save; what somebody else saved stays as it is."""
    desk().go_apart()
    st.query_params.pop("work", None)


def start_anew() -> bool:
    """An empty desk; what was on the old one stays in the store. Where it can't be kept, False: then it is one step back."""
    left = leave()
    if left:
        clear_desk()
    else:
        change(**dict(Work()))
        put()
    return left


def clear_desk() -> None:
    """An empty desk, whatever becomes of what was on it."""
    st.session_state["desk"] = Desk(serial=desk().serial)
    st.query_params.pop("work", None)
    put()


def open_work(id: str) -> bool:
    """Puts a saved product on the desk; False where there is none of that id.

    Raises `StoreError`, and `InputError` where what was on the desk could not be saved.
    """
    if not leave():
        raise InputError(desk().problem)
    found = documents().load(KIND, id)
    if found is None:
        return False
    take(found)
    return True


def take(document: Document) -> None:
    """Puts a version of a product on the desk, as the one that is built on. Raises `InputError` if it can't be read."""
    work = read_work(document)
    st.session_state["desk"] = Desk(
        work=work,
        name=own_name(document, work),
        id=document.id,
        version=document.version,
        saved=work,
        saved_at=document.at,
        serial=desk().serial,
    )
    put()


def read_work(document: Document) -> Work:
    """What a version of a product holds. Raises `InputError` if this Yardstick can't read it."""
    try:
        return Work.model_validate(document.body)
    except ValidationError as error:
        _LOG.warning("%s %s, version %s: %s", document.kind, document.id, document.version, error)
        raise InputError(f"{document.name or document.id}: this version cannot be read by this Yardstick.") from None


def body_of(work: Work) -> dict[str, Any]:
    """The form in which a product is saved."""
    return work.model_dump(mode="json", exclude_defaults=True)


def own_name(document: Document, work: Work) -> str:
    """What somebody has named a product; empty where it goes by what it is `called` anyway."""
    return "" if document.name == called(work) else document.name


def called(work: Work) -> str:
    """What a product is called that nobody has named: its own name, else the first words of its facts; may be empty."""
    first = next((line.strip() for line in work.source.splitlines() if line.strip()), "")
    return (work.product or first)[:NAME_CHARS]
