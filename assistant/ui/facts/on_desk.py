"""The rows of the product on the desk, and what somebody does to them there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from assistant.errors import InputError
from assistant.plan.sources import SourceKind, SourceRead, read_source
from assistant.quantities import find_facts
from assistant.schema import Lang, Market
from assistant.schema.brief import Persona
from assistant.schema.work import Chosen, FactLine, Work
from assistant.ui.desk import change, desk
from assistant.ui.facts.rows import Row, apply, lines_of, rows_of
from assistant.ui.words import Words

KEY = "fact_table"
# More than anybody does between two drawings.
_DEEDS = 2_000


def source_on_desk(words: Words) -> SourceRead:
    """What the source on the desk says."""
    return source_of(desk().work, words)


def source_of(work: Work, words: Words) -> SourceRead:
    """What the source of a product says; the last one is remembered for the session."""
    lang, market = lang_of(work, words), market_of(work, words)
    asked = (work.source, work.source_kind, work.source_name, work.source_row, lang, market)
    known: tuple[Any, SourceRead] | None = st.session_state.get("source_read")
    if known is not None and known[0] == asked:
        return known[1]
    kind: SourceKind | None = work.source_kind or None
    read = read_source(work.source, lang, kind, name=work.source_name, product=work.source_row, market=market)
    st.session_state["source_read"] = (asked, read)
    return read


def rows_on_desk(words: Words) -> tuple[Row, ...]:
    """The rows of the table, deleted ones among them."""
    return rows_of_work(desk().work, words)


def rows_of_work(work: Work, words: Words) -> tuple[Row, ...]:
    """The rows of a product's table, deleted ones among them; the last ones are remembered for the session."""
    read, saved = source_of(work, words), work.facts
    known: tuple[SourceRead, Sequence[FactLine] | None, tuple[Row, ...]] | None = st.session_state.get("fact_rows")
    if known is not None and known[0] is read and known[1] == saved:
        return known[2]
    rows = rows_of(read, saved)
    st.session_state["fact_rows"] = (read, saved, rows)
    return rows


def lang_on_desk(words: Words) -> Lang:
    """The language of the facts on the desk."""
    return lang_of(desk().work, words)


def lang_of(work: Work, words: Words) -> Lang:
    """The language of the facts: the one chosen for the copy, else that of the page."""
    return work.lang or words.lang


def market_on_desk(words: Words) -> Market | None:
    """The market of the product on the desk."""
    return market_of(desk().work, words)


def market_of(work: Work, words: Words) -> Market | None:
    """The market that decides what a "$" is: the one chosen, else the customer's."""
    from assistant.personas import get_persona

    if work.market or not work.persona:
        return work.market
    if isinstance(work.persona, Persona):
        return work.persona.market
    try:
        return get_persona(work.persona, lang_of(work, words), None).market
    except InputError:
        # Told where the brief is made.
        return None


def take_deeds(words: Words) -> None:
    """Does what has been done in the table since the last drawing: one step, which can be taken back."""
    here = desk()
    # From a browser: a mapping of the form that table.js gives it, or nothing.
    said = (st.session_state.get(KEY) or {}).get("said")
    if not isinstance(said, Mapping) or said.get("of") != here.id or said.get("serial") != here.serial:
        return
    told = said.get("deeds")
    heard = heard_so_far()
    fresh = [deed for deed in told[:_DEEDS] if isinstance(deed, Mapping)] if isinstance(told, list) else []
    fresh = [deed for deed in fresh if isinstance(deed.get("n"), (int, float)) and deed["n"] > heard]
    if not fresh:
        return
    st.session_state["facts_heard"] = (here.id, int(max(deed["n"] for deed in fresh)))
    before = rows_on_desk(words)
    after = apply(before, fresh)
    change(facts=lines_of(after, source_on_desk(words)), chosen=_moved(before, after, here.work.chosen, words))


def heard_so_far() -> int:
    """The number of the last deed on this desk that was done."""
    known: tuple[str, int] | None = st.session_state.get("facts_heard")
    return known[1] if known is not None and known[0] == desk().id else 0


def _moved(before: Sequence[Row], after: Sequence[Row], chosen: tuple[Chosen, ...], words: Words) -> tuple[Chosen, ...]:
    """The choices, each with the fact that it was made for, whatever that says now."""
    if not chosen:
        return chosen
    texts = {row.key: row.line.text for row in before}
    lang, market = lang_on_desk(words), market_on_desk(words)
    new: dict[str, str] = {}
    for row in after:
        old = texts.get(row.key, row.line.text)
        if old != row.line.text:
            said = [fact.text for fact in find_facts(row.line.text, lang, market)]
            new |= dict(zip((fact.text for fact in find_facts(old, lang, market)), said, strict=False))
    return tuple(one.model_copy(update={"fact": new.get(one.fact, one.fact)}) for one in chosen)
