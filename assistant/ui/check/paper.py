"""The text under check: kept in the store while it is worked on, and taken back step by step.

As the desk does it for products: nobody's work is overwritten. Where somebody else has saved the same text meanwhile,
`outdated` holds theirs until the copywriter has decided.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import streamlit as st
from pydantic import ValidationError

from assistant.errors import InputError
from assistant.schema.pasted import Pasted
from assistant.store.failures import StoreError
from assistant.store.versions import Document, Outdated
from assistant.ui.people import who
from assistant.ui.stores import documents

KIND = "check"
_STEPS = 200
# A book that is edited at two hundred places would fill the memory of the server.
_STEPS_CHARS = 6_000_000
_NAME_CHARS = 80
_LOG = logging.getLogger(__name__)


@dataclass
class Paper:
    """What lies under the lamp, and the steps there and back; as `Desk`."""

    pasted: Pasted = field(default_factory=Pasted)
    id: str = field(default_factory=lambda: uuid4().hex)
    version: int = 0
    saved: Pasted | None = None
    serial: int = 0
    past: list[Pasted] = field(default_factory=list)
    future: list[Pasted] = field(default_factory=list)
    outdated: Document | None = None
    gone: bool = False
    problem: str = ""


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
    keep_safe()
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
    st.session_state["paper"] = Paper(pasted, document.id, document.version, pasted, paper().serial)
    put()


def go_on_apart() -> None:
    """Mine becomes a text of its own; theirs stays as it is."""
    here = paper()
    here.id, here.version, here.saved, here.outdated, here.gone = uuid4().hex, 0, None, None, False
    st.query_params.pop(KIND, None)


def keep_safe() -> None:
    """Saves what is new; what goes wrong is told by `problem` and `outdated`, and nothing is lost here."""
    here = paper()
    waits = here.outdated is not None or here.gone or (here.version == 0 and here.pasted.is_empty)
    if here.pasted == here.saved or waits:
        return
    body = here.pasted.model_dump(mode="json", exclude_defaults=True)
    try:
        saved = documents().save(
            KIND, here.id, body, name=name_of(here), expected=here.version, by=who().name[:80], auto=True
        )
    except Outdated as error:
        here.outdated, here.gone = error.current, error.current is None
    except (StoreError, InputError) as error:
        here.problem = str(error)
    else:
        here.version, here.saved, here.problem = saved.version, here.pasted, ""


def name_of(here: Paper) -> str:
    """What the text is called in lists: its first words."""
    start = here.pasted.text[:5_000]
    return next((line.strip() for line in start.splitlines() if line.strip()), "")[:_NAME_CHARS]


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
