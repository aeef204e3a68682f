"""Personas in and out as YAML files, of the form that `yardstick personas check` takes."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.ui.page import alert
from assistant.ui.personas import editing
from assistant.ui.personas.faults import Fault, fault_of, say_fault
from assistant.ui.personas.place import go
from assistant.ui.picked import picked
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema.brief import Persona

FILE_BYTES = 500_000
_SHOWN_FAULTS = 12


def download_button(persona: Persona, words: Words) -> None:
    """Offers the persona as a file, which names it: no id stands in it."""
    st.download_button(
        words("personas.export"),
        partial(_yaml, persona),
        file_name=f"{_file_name(persona.name) or 'customer'}.yaml",
        mime="application/yaml",
        key="persona_export",
        on_click="ignore",
    )


def show_import(words: Words) -> None:
    """Draws the button that takes a file; a well-formed one becomes a persona of the team's own and is opened."""
    file = picked(
        words("personas.import"),
        words,
        key="persona_import",
        accept=".yaml,.yml",
        most=FILE_BYTES,
        hint=words("personas.import_hint"),
    )
    if file is not None:
        problem = words(f"personas.file_{file.problem}", most=FILE_BYTES // 1000) if file.problem else ""
        persona, faults = (None, []) if problem else read_yaml(file.text)
        said = tuple(say_fault(one, words, with_key=True) for one in faults[:_SHOWN_FAULTS])
        st.session_state["persona_import_said"] = (file.name, problem, said)
        if persona is not None:
            here = editing.begin_as(persona)
            st.session_state.pop("persona_import_said")
            if not here.problem:
                go("one", here.id)
                st.rerun()
            alert(words("kept.problem", why=here.problem), "bad")
    name, problem, said = st.session_state.get("persona_import_said", ("", "", ()))
    if problem or said:
        alert(words.lead("personas.import_bad") + name + (f" – {problem}" if problem else ""), "bad", said)


def read_yaml(text: str) -> tuple[Persona | None, list[Fault]]:
    """The persona in a file, or what is wrong with it: every fault, in the order of the fields."""
    import yaml
    from pydantic import ValidationError

    from assistant.schema.brief import Persona
    from assistant.schema.data import check_plain, load_yaml

    try:
        check_plain(text)
        document = load_yaml(text.removeprefix("\ufeff"))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        return None, [Fault("", "yaml", wanted=str(mark.line + 1) if mark else "1")]
    if not isinstance(document, dict):
        return None, [Fault("", "map")]
    try:
        return Persona.model_validate({**document, "id": "import"}), []
    except ValidationError as error:
        return None, [fault_of(detail) for detail in error.errors()]


def _yaml(persona: Persona) -> str:
    from assistant.personas import render_persona

    return render_persona(persona.model_copy(update={"id": "custom"}))


def _file_name(name: str) -> str:
    """A name as a file can have it anywhere."""
    return re.sub(r"[^\w-]+", "-", name).strip("-")[:60]
