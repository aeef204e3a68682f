"""What was pasted to be listened to: kept until it is deleted, with where and when it was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

import streamlit as st

from assistant.personas.said import Listening
from assistant.schema import LANGS, Lang
from assistant.store.versions import Document
from assistant.ui.kept import NAME_CHARS, Kept
from assistant.ui.stores import documents

KIND = "listening"
TEXT_CHARS = 200_000
# As much is listened to while it is typed; what is longer takes a moment, and waits for the button.
AT_ONCE_CHARS = 20_000
_LINE_CHARS = 500
_KEY = "listened"


@dataclass
class Listened(Kept[dict[str, Any]]):
    """The text with its source, and what was taken from it.

    `file` is the name of the file that it came from, by which a table is known; "" where it was pasted. `asked` tells
    that a long text is to be listened to as it stands.
    """

    text: str = ""
    title: str = ""
    date: str = ""
    file: str = ""
    lang: Lang | None = None
    taken: list[str] = field(default_factory=list)
    asked: str = ""

    kind: ClassVar[str] = KIND

    @property
    def content(self) -> dict[str, Any]:
        """The text with its source, and what was taken from it."""
        said = {"text": self.text, "title": self.title, "date": self.date, "file": self.file, "lang": self.lang}
        return {key: value for key, value in {**said, "taken": list(self.taken)}.items() if value}

    @property
    def is_empty(self) -> bool:
        """Whether there is no text."""
        return not self.text.strip()

    @property
    def shown_name(self) -> str:
        """Where it is from, else its first words."""
        first = next((line.strip() for line in self.text.splitlines() if line.strip()), "")
        return (self.title.strip() or self.file or first)[:NAME_CHARS]

    def body_of(self, content: dict[str, Any]) -> dict[str, Any]:
        """The form in which it is saved."""
        return content

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
    listened().keep()
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
        text=said("text"),
        title=said("title"),
        date=said("date"),
        file=said("file"),
        lang=lang,
        taken=taken,
        id=document.id,
        version=document.version,
        saved=body,
        saved_at=document.at,
        serial=listened().serial + 1,
    )
    return listened()


def hear_typed(here: Listened) -> None:
    """Takes in what was typed, also where a button does something before the page has been drawn anew."""
    for name, most in (("text", TEXT_CHARS), ("title", _LINE_CHARS), ("date", _LINE_CHARS)):
        said = (st.session_state.get(f"listened_{name}") or {}).get("said")
        if isinstance(said, dict) and said.get("of") == f"{here.id}.{name}" and said.get("serial") == here.serial:
            setattr(here, name, str(said["text"])[:most])


def forget(id: str) -> None:
    """Deletes a text with all its versions, for good. Raises `StoreError`."""
    documents().forget(KIND, id)
    if listened().id == id:
        st.session_state[_KEY] = Listened(serial=listened().serial + 1)
    for key in ("listened_heard", "heard_by_model", "accepted"):
        st.session_state.pop(key, None)


def hear(here: Listened) -> Listening:
    """What the rules hear in the text; the last of it is remembered. Raises `InputError` where nobody speaks."""
    from assistant.personas.listen import listen

    key = (here.text, here.file, here.lang)
    known: tuple[tuple[str, str, Lang | None], Listening] | None = st.session_state.get("listened_heard")
    if known is None or known[0] != key:
        known = (key, listen(here.text, here.file or "-", here.lang))
        st.session_state["listened_heard"] = known
    return known[1]
