"""Taking references in from a file, with every fault at its place, and taking one's own along as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.schema import Reference
from assistant.ui.own_book import FullError, put_in
from assistant.ui.page import alert, section, show
from assistant.ui.picked import Picked, picked
from assistant.ui.references.shelf import render_list
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.references.check import Checked

_KEY, _HELD = "own_file", "own_file_held"
# A thousand entries are half of it; what a browser tells it tells again at every click.
FILE_BYTES = 1_000_000
_LIMIT = "1 MB"
# As many as a glance takes in; the rest is counted.
_GLANCE = 20


def show_files(own: Sequence[Reference], words: Words) -> None:
    """Draws the button that takes a file, what was found in it, and the one that gives one's own."""
    from assistant.references.check import SUFFIXES, read_references

    section(words("references.file"), words("references.file_note"))
    file = picked(
        words("references.file_choose"),
        words,
        key=_KEY,
        accept=",".join(SUFFIXES),
        most=FILE_BYTES,
        hint=words("references.file_hint", limit=_LIMIT),
    )
    if file is not None:
        # It is told once; what was found in it stands until it has been decided about.
        st.session_state[_HELD] = file
    held: Picked | None = st.session_state.get(_HELD)
    if held is not None and held.problem:
        alert(words(f"references.file_{held.problem}", file=held.name, limit=_LIMIT), "bad")
    elif held is not None:
        _show_read(held.name, read_references(held.name, held.text.encode("utf-8", "replace")), words)
    told = st.session_state.pop("own_taken_in", None)
    if told is not None:
        alert(words("references.taken_in", count=told))
    if own:
        from assistant.references.own import render_entries

        st.download_button(
            words("references.export", count=len(own)),
            render_entries(own),
            file_name="references.yaml",
            mime="application/yaml",
            key="own_export",
            on_click="ignore",
        )


def _show_read(name: str, read: Checked, words: Words) -> None:
    from assistant.references.faults import say_fault

    if read.faults:
        items = tuple(say_fault(fault, words.lang) for fault in read.faults)
        alert(words("references.file_faults", file=name, count=len(read.faults)), "bad", items)
    if read.references:
        alert(words("references.file_sound", file=name, count=len(read.references)))
        show(render_list(read.references[:_GLANCE], words))
    elif not read.faults:
        alert(words("references.file_empty", file=name), "care")
    with st.container(horizontal=True, gap="small", key="own_file_steps"):
        if read.references and st.button(
            words("references.take_in", count=len(read.references)), key="own_take_in", type="primary"
        ):
            _take_in(read.references, words)
        if st.button(words("references.file_leave"), key="own_file_leave"):
            st.session_state.pop(_HELD, None)
            st.rerun()


def _take_in(references: Sequence[Reference], words: Words) -> None:
    try:
        put_in(references)
    except FullError as error:
        alert(words("references.full", limit=f"{error.limit:,}"), "bad")
        return
    st.session_state.pop(_HELD, None)
    st.session_state["own_taken_in"] = len(references)
    st.rerun()
