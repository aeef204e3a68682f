"""What was pasted to be listened to: kept until it is deleted, with where and when it was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock
from typing import Any, cast
from uuid import uuid4

import streamlit as st

from assistant.errors import InputError
from assistant.personas.said import Listening
from assistant.schema import LANGS, Lang
from assistant.store.failures import StoreError
from assistant.store.versions import Document, Outdated
from assistant.ui.personas.known import signature
from assistant.ui.stores import documents

KIND = "listening"
TEXT_CHARS = 200_000
# As much is listened to while it is typed; what is longer takes a moment, and waits for the button.
AT_ONCE_CHARS = 20_000
_LINE_CHARS = 500
_KEY = "listened"


@dataclass
class Listened:
    """The text with its source, as it is in the store since `version` (0: not yet), and what was taken from it.

    `file` is the name of the file that it came from, by which a table is known; "" where it was pasted. `asked` tells
    that a long text is to be listened to as it stands.
    """

    id: str = field(default_factory=lambda: uuid4().hex)
    text: str = ""
    title: str = ""
    date: str = ""
    file: str = ""
    lang: Lang | None = None
    taken: list[str] = field(default_factory=list)
    version: int = 0
    saved: dict[str, Any] | None = None
    saved_at: datetime | None = None
    serial: int = 0
    asked: str = ""
    outdated: Document | None = None
    gone: bool = False
    problem: str = ""
    lock: RLock = field(default_factory=RLock, repr=False)

    @property
    def body(self) -> dict[str, Any]:
        """What is saved of it."""
        said = {"text": self.text, "title": self.title, "date": self.date, "file": self.file, "lang": self.lang}
        return {key: value for key, value in {**said, "taken": self.taken}.items() if value}

    @property
    def listens(self) -> bool:
        """Whether the text is listened to as it stands now."""
        return bool(self.text.strip()) and (len(self.text) <= AT_ONCE_CHARS or self.asked == self.text)


def listened() -> Listened:
    """What is being listened to in this session; nothing at first."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Listened()
    found: Listened = st.session_state[_KEY]
    return found


def begin() -> Listened:
    """Another text, empty; the one before stays in the store."""
    keep()
    st.session_state[_KEY] = Listened(serial=listened().serial + 1)
    return listened()


def open_listened(id: str) -> Listened | None:
    """A text that was kept; None where there is none, or no more. Raises `StoreError`."""
    if listened().id == id:
        return listened()
    found = documents().load(KIND, id)
    return None if found is None else take(found)


def take(document: Document) -> Listened:
    """Puts a version of a kept text on the page, as the one that is built on."""
    body = document.body

    def said(key: str) -> str:
        return body[key] if isinstance(body.get(key), str) else ""

    lang = cast(Lang, body["lang"]) if body.get("lang") in LANGS else None
    taken = [one for one in body.get("taken", ()) if isinstance(one, str)]
    st.session_state[_KEY] = Listened(
        document.id, said("text"), said("title"), said("date"), said("file"), lang, taken,
        document.version, body, document.at, listened().serial + 1,
    )  # fmt: skip
    return listened()


def hear_typed(here: Listened) -> None:
    """Takes in what was typed, also where a button does something before the page has been drawn anew."""
    for name, most in (("text", TEXT_CHARS), ("title", _LINE_CHARS), ("date", _LINE_CHARS)):
        said = (st.session_state.get(f"listened_{name}") or {}).get("said")
        if isinstance(said, dict) and said.get("of") == f"{here.id}.{name}" and said.get("serial") == here.serial:
            setattr(here, name, str(said["text"])[:most])


def keep() -> None:
    """Saves what is new; what goes wrong is told by `problem`, `outdated` and `gone`."""
    here = listened()
    # A drawing that has been given up may still be saving while the next one begins: it is not somebody else.
    with here.lock:
        _keep(here)


def _keep(here: Listened) -> None:
    body = here.body
    if body == here.saved or here.outdated is not None or here.gone or not (here.version or here.text.strip()):
        return
    try:
        saved = documents().save(
            KIND, here.id, body, name=name_of(here), expected=here.version, by=signature(), auto=True
        )
    except Outdated as error:
        here.outdated, here.gone = error.current, error.current is None
    except (StoreError, InputError) as error:
        here.problem = str(error)
    else:
        here.version, here.saved_at, here.saved, here.problem = saved.version, saved.at, body, ""


def go_on_apart() -> None:
    """Mine becomes a text of its own; theirs stays as it is."""
    here = listened()
    here.id, here.version, here.saved, here.outdated, here.gone = uuid4().hex, 0, None, None, False


def forget(id: str) -> None:
    """Deletes a text with all its versions, for good. Raises `StoreError`."""
    documents().forget(KIND, id)
    if listened().id == id:
        st.session_state[_KEY] = Listened(serial=listened().serial + 1)
    for key in ("listened_heard", "heard_by_model", "accepted"):
        st.session_state.pop(key, None)


def name_of(here: Listened) -> str:
    """What it is called in lists: where it is from, else its first words."""
    first = next((line.strip() for line in here.text.splitlines() if line.strip()), "")
    return (here.title.strip() or here.file or first)[:80]


def hear(here: Listened) -> Listening:
    """What the rules hear in the text; the last of it is remembered. Raises `InputError` where nobody speaks."""
    from assistant.personas.listen import listen

    key = (here.text, here.file, here.lang)
    known: tuple[tuple[str, str, Lang | None], Listening] | None = st.session_state.get("listened_heard")
    if known is None or known[0] != key:
        known = (key, listen(here.text, here.file or "-", here.lang))
        st.session_state["listened_heard"] = known
    return known[1]
