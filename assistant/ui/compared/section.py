"""Comparisons: for each fact the pinned or best one, others on demand, what was rejected, and the ladder."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import streamlit as st

from assistant.schema import Comparison, Lang, Quantity
from assistant.schema.choices import references_in
from assistant.ui.compared.cards import render_card, show_ladder
from assistant.ui.compared.choosing import EVERYWHERE, chosen_for, forget, orphans, pin, reject, take_back, unpin
from assistant.ui.compared.own import show_giving_here
from assistant.ui.markup import Html, el, label
from assistant.ui.page import alert, section, show
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.comparisons import Ranking
    from assistant.plan import FactView, Reading
    from assistant.references import Book

# As many facts as a person compares before asking for more; each has a handful of buttons.
FACTS = 12


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What every part of the section needs: `used` are the workings of the comparisons in the current draft."""

    book: Book
    lang: Lang
    words: Words
    used: Collection[str]

    def thing(self, key: str) -> str:
        """What a choice names, by the names of its references; the way it compares where it has none."""
        known = [self.book.by_id[one].names for one in references_in(key) if one in self.book.by_id]
        names = [(said.get(self.lang) or next(iter(said.values()))).name for said in known]
        kind = key.partition(":")[0]
        return (", " if self.lang == "en" else "、").join(names) or (
            self.words("choosing.difference") if kind == "difference" else key.strip(":")
        )


def show_compared(reading: Reading, book: Book, lang: Lang, words: Words, used: Collection[str]) -> None:
    """The section. `used` holds the workings of the comparisons that the current draft uses; `book` names what is rejected."""
    drawing = _Drawing(book, lang, words, used)
    section(words("compared.heading"), words("compared.intro"))
    rejected = chosen_for(EVERYWHERE).rejected
    if rejected:
        with st.container(key="ys-card-never"):
            _show_rejected(words("choosing.rejected_everywhere"), EVERYWHERE, rejected, "all", drawing)
    _tell_orphans(reading, drawing)
    # Where nothing fits, what one's own customers know may.
    speaking = [view for view in reading.views if view.rankings or chosen_for(view.fact.text).rejected or view.wanted]
    keys = _keys_of(speaking)
    shown = int(st.session_state.get("compared_shown", FACTS))
    drawn = False
    for view in speaking[:shown]:
        # One picture tells the story; the ladders of further facts wait behind a line.
        _show_fact(view, keys[view.fact.id], not drawn, drawing)
        drawn = drawn or any(ranking.ladder for _, ranking in view.rankings)
    if len(speaking) > shown:
        st.button(words("choosing.more_facts", count=len(speaking) - shown), key="compared_more", on_click=_show_more)
    _tell_silent([view for view in reading.views if view.fact.id not in keys], len(reading.views), drawing)


def _show_more() -> None:
    st.session_state["compared_shown"] = int(st.session_state.get("compared_shown", FACTS)) + FACTS


def _keys_of(views: Sequence[FactView]) -> dict[str, str]:
    """A key for each fact, by its id: the same while the fact says the same, wherever it stands."""
    seen: dict[str, int] = {}
    keys: dict[str, str] = {}
    for view in views:
        text = f"{crc32(view.fact.text.encode()):08x}"
        seen[text] = seen.get(text, 0) + 1
        keys[view.fact.id] = f"{text}-{seen[text]}"
    return keys


def _show_fact(view: FactView, key: str, with_ladder: bool, drawing: _Drawing) -> None:
    with st.container(key=f"ys-card-{key}"):
        show(el("p", view.fact.text, cls="ys-fact", lang=drawing.lang))
        _tell_choices(view, key, drawing)
        for place, (quantity, ranking) in enumerate(view.rankings):
            _show_figure(view, quantity, ranking, f"{key}-{place}", with_ladder, drawing)
            show_giving_here(view.fact.text, quantity, f"{key}-{place}", drawing.lang, drawing.words)


def _show_figure(
    view: FactView, quantity: Quantity, ranking: Ranking, key: str, with_ladder: bool, drawing: _Drawing
) -> None:
    """One figure of a fact: the comparison that counts, the others behind a line, its ladder."""
    words = drawing.words
    shown = [comparison for comparison in ranking.comparisons if comparison.kind != "ladder"]
    if not shown and not ranking.ladder:
        show(el("p", f"{quantity.text}: {ranking.reason or ''}", cls="ys-quiet", lang=drawing.lang))
        return
    # What is pinned stands first, then what the draft says; the order of the others is that of their scores.
    pinned = view.pinned
    ordered = sorted(shown, key=lambda one: (one is not pinned, one.working not in drawing.used))
    for one in ordered[:1]:
        _show_one(view, one, f"{key}-0", drawing)
    if len(ordered) > 1:
        others = words("compared.others", count=len(ordered) - 1)
        more = st.expander(others, key=f"others-{key}", on_change="rerun")
        if more.open:
            with more:
                for number, one in enumerate(ordered[1:], 1):
                    _show_one(view, one, f"{key}-{number}", drawing)
    if ranking.ladder:
        show_ladder(ranking, quantity, drawing.lang, words, key, with_ladder)


def _show_one(view: FactView, one: Comparison, key: str, drawing: _Drawing) -> None:
    """A card with what can be chosen of it."""
    words, fact, pinned = drawing.words, view.fact.text, one is view.pinned
    show(render_card(one, drawing.lang, words, one.working in drawing.used, pinned))
    with st.container(horizontal=True, gap="small", key=f"ys-choose-{key}"):
        if pinned:
            st.button(words("choosing.unpin"), key=f"unpin-{key}", on_click=unpin, args=(fact,))
        else:
            st.button(words("choosing.pin"), key=f"pin-{key}", on_click=pin, args=(fact, one))
        st.button(words("choosing.not_here"), key=f"not-{key}", on_click=reject, args=(fact, fact, one))
        st.button(words("choosing.never"), key=f"never-{key}", on_click=reject, args=(EVERYWHERE, fact, one))


def _tell_choices(view: FactView, key: str, drawing: _Drawing) -> None:
    """What is pinned to the fact and fits no longer, and what was rejected for it, each with its way back."""
    fact, words = view.fact.text, drawing.words
    if view.wanted and view.pinned is None:
        alert(words("choosing.unfit", thing=drawing.thing(view.wanted)), "care")
        st.button(words("choosing.unpin"), key=f"unpin-{key}", on_click=unpin, args=(fact,))
    rejected = chosen_for(fact).rejected
    if rejected:
        _show_rejected(words("choosing.rejected_here"), fact, rejected, key, drawing)


def _show_rejected(title: str, place: str, rejected: Sequence[str], key: str, drawing: _Drawing) -> None:
    show(el("p", title, cls="ys-quiet"))
    with st.container(horizontal=True, gap="small", key=f"ys-rejected-{key}"):
        for one in rejected:
            thing = label(drawing.thing(one if ":" in one else f":{one}"))
            again = drawing.words("choosing.take_back", thing=thing)
            st.button(again, key=f"back-{key}-{one}", on_click=take_back, args=(place, one))


def _tell_orphans(reading: Reading, drawing: _Drawing) -> None:
    """What was pinned to facts that are not here: said, until the fact is back or somebody lets go of it."""
    words = drawing.words
    for one in orphans(reading.views):
        if not one.pinned:
            continue
        key = f"{crc32(one.fact.encode()):08x}"
        with st.container(key=f"ys-orphan-{key}"):
            alert(words("choosing.orphan", fact=one.fact, thing=drawing.thing(one.pinned)), "care")
            st.button(words("choosing.unpin"), key=f"orphan-{key}", on_click=forget, args=(one.fact,))


def _tell_silent(silent: Sequence[FactView], count: int, drawing: _Drawing) -> None:
    """The facts without a comparison, each with the reason."""
    if not silent:
        return
    rows: list[Html] = []
    for view in silent:
        reasons = [ranking.reason for _, ranking in view.rankings if ranking.reason]
        why = el("span", reasons[0], lang=drawing.lang) if reasons else drawing.words("compared.no_numbers")
        rows.append(el("li", el("span", view.fact.text, lang=drawing.lang), el("span", why, cls="ys-said")))
    title = el("summary", drawing.words("compared.silent_whole", count=len(silent)))
    listed = el("details", title, el("ul", *rows, cls="ys-list"), open=len(silent) == count)
    show(el("div", listed, cls="ys-card"))
