"""The desk of this session: what is being worked on, kept in the store while it is worked on, and taken back step by step.

A page changes it with `change`, which is remembered for `undo`; `keep_safe` at the end of each drawing saves what is new.
Nobody's work is overwritten: where somebody else has saved the same product meanwhile, `outdated` holds theirs until
the copywriter has decided.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import streamlit as st
from pydantic import ValidationError

from assistant.errors import InputError
from assistant.schema.work import Work
from assistant.store.failures import StoreError
from assistant.store.places import find_place
from assistant.store.versions import Document, Outdated
from assistant.ui.people import who

if TYPE_CHECKING:
    from assistant.store.documents import Documents
    from assistant.store.opening import Store
    from assistant.store.places import StorePlace

KIND = "product"
_STEPS = 200
_LOG = logging.getLogger(__name__)


@dataclass
class Desk:
    """What is on it, under which id and since which version it is in the store, and the steps there and back.

    `serial` rises whenever something other than typing has put another text into the fields. `problem` says why the last
    save failed, and is empty while all is well.
    """

    work: Work = field(default_factory=Work)
    id: str = field(default_factory=lambda: uuid4().hex)
    name: str = ""
    version: int = 0
    saved: Work | None = None
    saved_at: datetime | None = None
    serial: int = 0
    past: list[Work] = field(default_factory=list)
    future: list[Work] = field(default_factory=list)
    outdated: Document | None = None
    gone: bool = False
    problem: str = ""
    # While a drawing waits for its save, the next one may begin in a thread of its own.
    saving: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)


@st.cache_resource(show_spinner=False)
def _open_store(_place: StorePlace, shown: str) -> Store:
    # SQLAlchemy and Alembic take half a second: not before there is something to keep.
    from assistant.store import open_store

    return open_store(_place)


def open_store_here() -> Store:
    """The store, opened once for all who are here. Raises `StoreError` where it can't be used."""
    place = find_place()
    return _open_store(place, place.shown)


def documents() -> Documents:
    """The documents of whoever is here. Raises `StoreError` where the store can't be used."""
    return open_store_here().for_workspace(who().workspace)


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


def start_anew() -> None:
    """An empty desk; what was on the old one stays in the store."""
    keep_safe()
    st.session_state["desk"] = Desk(serial=desk().serial)
    st.query_params.pop("work", None)
    put()


def open_work(id: str) -> bool:
    """Puts a saved product on the desk; False where there is none of that id. Raises `StoreError`, `InputError`."""
    found = documents().load(KIND, id)
    if found is None:
        return False
    take(found)
    return True


def take(document: Document) -> None:
    """Puts a version of a product on the desk, as the one that is built on. Raises `InputError` if it can't be read."""
    try:
        work = Work.model_validate(document.body)
    except ValidationError as error:
        _LOG.warning("%s %s, version %s: %s", document.kind, document.id, document.version, error)
        raise InputError(f"{document.name or document.id}: this version cannot be read by this Yardstick.") from None
    st.session_state["desk"] = Desk(
        work, document.id, document.name, document.version, work, document.at, serial=desk().serial
    )
    put()


def keep_safe() -> None:
    """Saves what is new on the desk; what goes wrong is told by `problem` and `outdated`, and nothing is lost here."""
    here = desk()
    with here.saving:
        _save(here)


def _save(here: Desk) -> None:
    if here.work == here.saved or here.outdated is not None or here.gone or (here.version == 0 and here.work.is_empty):
        return
    work = here.work
    body = work.model_dump(mode="json", exclude_defaults=True)
    try:
        saved = documents().save(
            KIND, here.id, body, name=name_of(here), expected=here.version, by=who().name[:80], auto=True
        )
    except Outdated as error:
        here.outdated, here.gone = error.current, error.current is None
    except (StoreError, InputError) as error:
        here.problem = str(error)
    else:
        here.version, here.saved_at, here.saved, here.problem = saved.version, saved.at, work, ""


def name_of(here: Desk) -> str:
    """What the product is called in lists: its own name, else the first words of its facts."""
    own = here.name or here.work.product
    first = next((line.strip() for line in here.work.source.splitlines() if line.strip()), "")
    return (own or first)[:80]
