"""The text under check: kept in the store while it is worked on, and taken back step by step."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any, ClassVar

import streamlit as st
from pydantic import ValidationError

from assistant.errors import InputError
from assistant.schema.pasted import Pasted
from assistant.store.versions import Document
from assistant.ui.kept import NAME_CHARS, Kept
from assistant.ui.stores import documents

KIND = "check"
_STEPS = 200
# A book that is edited at two hundred places would fill the memory of the server.
_STEPS_CHARS = 6_000_000
_LOG = logging.getLogger(__name__)


@dataclass
class Paper(Kept[Pasted]):
    """What lies under the lamp, and the steps there and back."""

    pasted: Pasted = field(default_factory=Pasted)
    past: list[Pasted] = field(default_factory=list)
    future: list[Pasted] = field(default_factory=list)

    kind: ClassVar[str] = KIND

    @property
    def content(self) -> Pasted:
        """What is kept, as it stands now."""
        return self.pasted

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing worth a document yet."""
        return self.pasted.is_empty

    @property
    def shown_name(self) -> str:
        """The first words of the text."""
        start = self.pasted.text[:5_000]
        return next((line.strip() for line in start.splitlines() if line.strip()), "")[:NAME_CHARS]

    def body_of(self, content: Pasted) -> dict[str, Any]:
        """The form in which it is saved."""
        return content.model_dump(mode="json", exclude_defaults=True)


def paper() -> Paper:
    """The paper of this session; an empty one at first."""
    if "paper" not in st.session_state:
        st.session_state["paper"] = Paper()
    found: Paper = st.session_state["paper"]
    return found


def change(**fields: Any) -> None:
    """Puts other values in; a step that `undo` takes back. Raises `InputError` for what can't be.

    With another text, what was decided on the sentences of the old one is forgotten.
    """
    here = paper()
    if "text" in fields and fields["text"] != here.pasted.text:
        fields = {"taken": (), "refused": (), **fields}
    new = _checked({**dict(here.pasted), **fields})
    if new != here.pasted:
        here.past = _bounded([*here.past, here.pasted])
        here.future = []
        here.pasted = new


def note(**fields: Any) -> None:
    """Puts other values in which are nobody's step: what a model has answered stays when a step is taken back."""
    here = paper()
    here.pasted = _checked({**dict(here.pasted), **fields})


def replace_text(text: str) -> None:
    """Another text, put there by the program: the field shows it at the next drawing."""
    change(text=text)
    put()


def undo() -> None:
    """Takes the last step back; nothing where there is none."""
    _step(paper().past, paper().future)


def redo() -> None:
    """Takes the last step that was taken back again; nothing where there is none."""
    _step(paper().future, paper().past)


def put() -> None:
    """Has every field take its value anew at the next drawing."""
    paper().serial += 1
    for key in [key for key in map(str, st.session_state) if key.startswith("of_paper_")]:
        del st.session_state[key]


def start_anew() -> None:
    """An empty paper; the old one stays in the store."""
    paper().keep()
    st.session_state["paper"] = Paper(serial=paper().serial)
    st.query_params.pop(KIND, None)
    put()


def open_paper(id: str) -> bool:
    """Takes up a saved text; False where there is none of that id. Raises `StoreError`, `InputError`."""
    found = documents().load(KIND, id)
    if found is not None:
        take(found)
    return found is not None


def take(document: Document) -> None:
    """Takes up a version of a saved text. Raises `InputError` if it can't be read."""
    try:
        pasted = Pasted.model_validate(document.body)
    except ValidationError as error:
        _LOG.warning("%s %s, version %s: %s", document.kind, document.id, document.version, error)
        raise InputError(f"{document.name or document.id}: this version cannot be read by this Yardstick.") from None
    st.session_state["paper"] = Paper(
        pasted=pasted,
        id=document.id,
        version=document.version,
        saved=pasted,
        saved_at=document.at,
        serial=paper().serial,
    )
    put()


def go_apart() -> None:
    """Mine becomes a text of its own; theirs stays as it is."""
    paper().go_apart()
    st.query_params.pop(KIND, None)


def _checked(values: dict[str, Any]) -> Pasted:
    try:
        return Pasted.model_validate(values)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise InputError(f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}") from None


def _bounded(steps: list[Pasted]) -> list[Pasted]:
    """The last steps, as many as may be kept; one of them at least."""
    chars = 0
    for place, step in enumerate(reversed(steps)):
        chars += len(step.text)
        if place >= _STEPS or (place and chars > _STEPS_CHARS):
            return steps[-place:]
    return steps


def _step(out_of: list[Pasted], into: list[Pasted]) -> None:
    here = paper()
    if out_of:
        heard = here.pasted.opinions
        into.append(here.pasted)
        here.pasted = out_of.pop().model_copy(update={"opinions": heard})
        put()
