"""A file that a copywriter has, onto the desk: its text as the source, a table as one."""

from __future__ import annotations

import streamlit as st

from assistant.documents.files import FILE_BYTES, FileError, Opened, Table, read_file, say_fault, say_notice
from assistant.schema.work import SOURCE_CHARS
from assistant.ui.desk import change, put
from assistant.ui.page import alert, hint
from assistant.ui.picked import Picked, picked
from assistant.ui.words import Words

ENDINGS = ".txt,.md,.html,.htm,.docx,.csv,.tsv,.xlsx"
_SHEET = "uploaded_sheet"


def ask_file(words: Words) -> None:
    """The button, what was said of the file, and the choice of a table where a file has several."""
    found = picked(
        words("uploading.choose"),
        words,
        key="upload",
        accept=ENDINGS,
        most=FILE_BYTES,
        hint=words("uploading.kinds", megabytes=FILE_BYTES // 1_000_000),
        raw=True,
    )
    if found is not None:
        _take(found, words)
    told: tuple[str, ...] = st.session_state.get("uploaded_notices", ())
    if st.session_state.get("uploaded_fault"):
        alert(st.session_state["uploaded_fault"], "bad")
    for line in told:
        hint(line)
    opened: Opened | None = st.session_state.get("uploaded")
    if opened is not None and len(opened.tables) > 1 and opened.kind != "docx":
        st.selectbox(
            words("uploading.sheet"),
            range(len(opened.tables)),
            format_func=lambda place: opened.tables[place].name or words("uploading.sheet_number", number=place + 1),
            key=_SHEET,
            on_change=_take_sheet,
            args=(opened,),
        )


def _take(found: Picked, words: Words) -> None:
    for key in ("uploaded", "uploaded_notices", "uploaded_fault", _SHEET):
        st.session_state.pop(key, None)
    if found.problem:
        large = words("uploading.large", name=found.name, megabytes=FILE_BYTES // 1_000_000)
        st.session_state["uploaded_fault"] = (
            large if found.problem == "large" else words("uploading.unread", name=found.name)
        )
        return
    try:
        opened = read_file(found.name, found.data)
    except FileError as error:
        st.session_state["uploaded_fault"] = say_fault(error, words.lang)
        return
    st.session_state["uploaded"] = opened
    said = [say_notice(notice, words.lang) for notice in opened.notices]
    left = _put_down(opened, 0)
    if left:
        said.append(words("uploading.cut", count=f"{left:,}"))
    st.session_state["uploaded_notices"] = tuple(said)


def _take_sheet(opened: Opened) -> None:
    _put_down(opened, int(st.session_state[_SHEET]))


def _put_down(opened: Opened, place: int) -> int:
    """Makes it the source of the product, a step that can be taken back; how much of it found no room."""
    left = 0
    if opened.tables and opened.kind != "docx":
        text, left = tabbed(opened.tables[place])
        kind = "table"
    else:
        text, kind = opened.text[:SOURCE_CHARS], "page" if opened.kind == "docx" else ""
        left = len(opened.text) - len(text)
    change(source=text, source_name=opened.name[:500], source_kind=kind, source_row=0, facts=None, chosen=())
    put()
    return left


def tabbed(table: Table) -> tuple[str, int]:
    r"""A table as lines with a tab between the cells, as spreadsheets paste it; and how many rows found no room.

    >>> tabbed(Table(("Model", "Weight (kg)"), (("K2", "1.1"), ("K\n3", "1.4"))))
    ('Model\tWeight (kg)\nK2\t1.1\nK 3\t1.4', 0)
    """
    rows = [table.columns, *table.rows] if table.headed else list(table.rows)
    lines: list[str] = []
    room = SOURCE_CHARS
    for row in rows:
        line = "\t".join(" ".join(cell.split()) for cell in row)
        room -= len(line) + 1
        if room < 0:
            break
        lines.append(line)
    return "\n".join(lines), len(rows) - len(lines)
