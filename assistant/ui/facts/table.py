"""The table, drawn by one component: a row more costs no more than its text, and what is being typed is never redrawn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import streamlit as st

from assistant.schema import Lang
from assistant.schema.brief import FACT_CHARS
from assistant.ui.desk import desk
from assistant.ui.facts.on_desk import KEY, heard_so_far
from assistant.ui.facts.reading import RowRead, say_quantity, say_question
from assistant.ui.facts.rows import Row
from assistant.ui.markup import spelled
from assistant.ui.words import Words

HERE = Path(__file__).parent
# As many rows as a person looks at before turning the page.
PAGE_ROWS = 40
# A line of prose says what it says; the first figures of it are enough to see whether it was understood.
_FIGURES = 6


@cache
def _component() -> Any:
    return st.components.v2.component(
        "yardstick_facts",
        html='<div id="facts"></div>',
        css=(HERE / "table.css").read_text(encoding="utf-8"),
        js=(HERE / "table.js").read_text(encoding="utf-8"),
    )


def draw_table(rows: Sequence[Row], reads: Sequence[RowRead], lang: Lang, words: Words) -> None:
    """Draws the rows that are not deleted; what is done there is heard by `take_deeds` at the next drawing."""
    here = desk()
    shown = [(row, read) for row, read in zip(rows, reads, strict=True) if not row.line.gone]
    if "facts_server" not in st.session_state:
        st.session_state["facts_server"] = uuid4().hex
    _component()(
        key=KEY,
        data={
            "of": here.id,
            "serial": here.serial,
            "server": st.session_state["facts_server"],
            "heard": heard_so_far(),
            "rows": [_row(row, read, lang, words) for row, read in shown],
            "gone": len(rows) - len(shown),
            "edited": any(row.is_edited or not row.line.read for row in rows),
            "lang": lang,
            "most": FACT_CHARS,
            "perPage": PAGE_ROWS,
            "words": {name: words(f"table.{name}") for name in _WORDS},
        },
        on_said_change=_ignore,
        width="stretch",
    )


_WORDS = (
    "title", "use", "every", "fact", "read", "nothing_read", "add", "add_below", "delete", "back", "edited", "added",
    "settle", "restore", "reset", "previous", "next", "page", "number", "deleted", "placed", "praise", "no_rows", "new_fact",
)  # fmt: skip


def _row(row: Row, read: RowRead, lang: Lang, words: Words) -> dict[str, Any]:
    questions = [
        {
            "said": spelled(say_question(quantity, words)),
            "answers": [{"said": spelled(answer.said), "text": answer.text} for answer in answers],
        }
        for quantity, answers in zip(read.quantities, read.answers, strict=True)
        if quantity.doubts
    ]
    if row.question:
        questions.insert(0, {"said": spelled(row.question), "answers": []})
    return {
        "key": row.key,
        "text": row.line.text,
        "use": row.line.use,
        "said": row.line.read if row.is_edited else "",
        "added": not row.line.read,
        "placed": row.to > row.at,
        "figures": [spelled(say_quantity(quantity, lang, words)) for quantity in read.quantities[:_FIGURES]],
        "questions": questions,
        "praise": [
            {"said": spelled(row.line.text[found.start : found.end]), "asks": spelled(found.question or found.message)}
            for found in read.praise
        ],
    }


def _ignore() -> None:
    """What was done is read when the page is drawn; the component wants to be given something to call."""
