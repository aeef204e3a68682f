"""What is in a saved product, in a line: its facts, and whether there is a draft and by whom."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from pydantic import ValidationError

from assistant.plan.sources import guess_source
from assistant.schema.work import Work
from assistant.store.versions import Row
from assistant.ui.desk import KIND
from assistant.ui.facts.on_desk import rows_of_work
from assistant.ui.facts.rows import used_facts
from assistant.ui.stores import documents
from assistant.ui.versions.difference import count_variants, facts_of
from assistant.ui.words import Words

# Lines are short; this is a session's memory for a few pages of them.
_MOST_KEPT = 500


@dataclass(frozen=True, slots=True)
class Summary:
    """How many facts and variants there are, whose draft it is ("" for the built-in writer's), and whether it was edited.

    `readable` is false for what another Yardstick wrote in another form.
    """

    facts: int = 0
    variants: int = 0
    by: str = ""
    edited: bool = False
    readable: bool = True


def summarize(work: Work, words: Words) -> Summary:
    """The summary of a product."""
    written, facts = work.written, _count_facts(work, words)
    if written is None:
        return Summary(facts)
    edited = any(one.texts for one in written.edits.values())
    return Summary(facts, count_variants(work), written.by, edited)


def _count_facts(work: Work, words: Words) -> int:
    kind = work.source_kind or guess_source(work.source, work.source_name)
    if kind == "facts" or work.facts is not None:
        return len(facts_of(work))
    # Of a page or a table not every line is a fact; reading it takes a moment.
    return len(used_facts(rows_of_work(work, words)))


def find_summary(row: Row, words: Words) -> Summary:
    """The summary of a product in a list; read once for each version. Raises `StoreError`."""
    known: dict[tuple[str, int], Summary] = st.session_state.setdefault("product_summaries", {})
    key = (row.id, row.version)
    if key not in known:
        if len(known) >= _MOST_KEPT:
            known.clear()
        found = documents().load(KIND, row.id)
        try:
            known[key] = summarize(Work.model_validate(found.body if found else {}), words)
        except ValidationError:
            known[key] = Summary(readable=False)
    return known[key]


def say_summary(found: Summary, words: Words) -> str:
    """The line."""
    if not found.readable:
        return words("products.unreadable")
    said = [words("products.facts", count=found.facts)]
    if not found.variants:
        said.append(words("products.no_draft"))
    else:
        said.append(words("draft.by_model", model=found.by) if found.by else words("draft.by_builtin"))
        if found.variants > 1:
            said.append(words("products.variants", count=found.variants))
        if found.edited:
            said.append(words("products.edited"))
    return " · ".join(said)
