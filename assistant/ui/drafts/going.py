"""Sentence by sentence: approve it as it stands, or have it written anew, with a wish."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from assistant.draft import Wish, say_wish, take, write_anew
from assistant.draft.anew import Anew
from assistant.draft.proposals import Proposal
from assistant.draft.rechecking import YOU
from assistant.draft.wishes import WISH_CHARS
from assistant.errors import YardstickError
from assistant.schema import Sentence
from assistant.ui.desk import desk
from assistant.ui.drafting import Drafted
from assistant.ui.drafts.editing import approve, edits_of, put_sentence
from assistant.ui.drafts.fields import marks_of
from assistant.ui.export import field_name
from assistant.ui.marks import render_marked
from assistant.ui.markup import el
from assistant.ui.page import alert, hint, show
from assistant.ui.preferences import find_model
from assistant.ui.typed import typed
from assistant.ui.words import Words
from assistant.writer import BUILT_IN


@dataclass(frozen=True, slots=True)
class _Offer:
    """What was proposed for a sentence of a variant, or why nothing could be."""

    variant: int
    field: str
    start: int
    standing: str
    anew: Anew | None
    problem: str = ""


def show_sentences(drafted: Drafted, number: int, words: Words) -> None:
    """A row for each sentence, with what can be done with it."""
    variant = drafted.draft.variants[number]
    accepted = set(edits_of(number).accepted)
    texts = [variant.texts[one.field][one.start : one.end] for one in variant.sentences]
    left = [text for text in texts if text not in accepted]
    show(el("p", words("drafts.going", count=len(texts) - len(left), all=len(texts)), cls="ys-soft", role="status"))
    st.button(
        words("drafts.approve_all"), key="approve_all", on_click=approve, args=(number, left, True), disabled=not left
    )
    field = ""
    for place, (one, text) in enumerate(zip(variant.sentences, texts, strict=True)):
        if one.field != field:
            field = one.field
            show(el("h3", field_name(field, words)))
        with st.container(key=f"ys-card-sentence-{place}"):
            _row(drafted, number, one, text, place, text in accepted, words)


def _row(drafted: Drafted, number: int, one: Sentence, text: str, place: int, done: bool, words: Words) -> None:
    variant, lang = drafted.draft.variants[number], drafted.brief.lang
    marks = [
        mark.moved(-one.start)
        for mark in marks_of(variant, one.field, lang, words)
        if one.start <= mark.start and mark.end <= one.end
    ]
    by = {BUILT_IN: words("drafts.by_built_in"), YOU: words("drafts.by_you")}.get(one.by, one.by)
    sign = el("span", "✓ ", cls="ys-done") if done else ""
    show(el("p", sign, el("span", render_marked(text, marks, f"ys-s-{place}"), lang=lang)), el("p", by, cls="ys-hint"))
    with st.container(horizontal=True, gap="small", key=f"sentence-{place}"):
        say = words("drafts.take_back" if done else "drafts.approve")
        st.button(say, key=f"approve_{place}", on_click=approve, args=(number, [text], not done))
        st.button(words("drafts.anew"), key=f"anew_{place}", on_click=_open, args=(number, one, text), disabled=done)
    opened = st.session_state.get("anew_open")
    if opened == (desk().id, number, one.field, text):
        _ask(drafted, number, one, text, words)


def _open(number: int, one: Sentence, text: str) -> None:
    opened = (desk().id, number, one.field, text)
    st.session_state["anew_open"] = None if st.session_state.get("anew_open") == opened else opened
    st.session_state.pop("anew_offer", None)


def _ask(drafted: Drafted, number: int, one: Sentence, text: str, words: Words) -> None:
    """The wish, and what comes of it."""
    lang = drafted.brief.lang
    wished: str | None = None
    with st.container(horizontal=True, gap="small", key="wishes"):
        for wish in Wish:
            if st.button(say_wish(wish, words.lang), key=f"wish_{wish.value}"):
                wished = say_wish(wish, words.lang)
    settings, _ = find_model(words)
    free = typed(
        words("drafts.wish"),
        "",
        words,
        key="wish",
        of=f"{desk().id}.{number}.{one.field}.{one.start}.wish",
        most=WISH_CHARS,
        placeholder=words("drafts.wish_example"),
        hint="" if settings else words("drafts.wish_hint"),
    )
    if st.button(words("drafts.suggest"), key="suggest"):
        wished = free
    if wished is not None:
        with st.spinner(words("drafts.suggesting")):
            st.session_state["anew_offer"] = _offer(drafted, number, one, text, wished, words)
    offer: _Offer | None = st.session_state.get("anew_offer")
    if offer is None or (offer.variant, offer.field, offer.standing) != (number, one.field, text):
        return
    if offer.problem:
        alert(offer.problem, "bad")
    for notice in offer.anew.notices if offer.anew else ():
        hint(notice, lang=lang)
    for place, proposal in enumerate(offer.anew.proposals if offer.anew else ()):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"proposal-{place}"):
            with st.container(width="stretch"):
                show(el("p", proposal.text, lang=lang))
            st.button(
                words("drafts.take"), key=f"take_{place}", on_click=_take, args=(drafted, number, offer.anew, proposal)
            )


def _offer(drafted: Drafted, number: int, one: Sentence, text: str, wish: str, words: Words) -> _Offer:
    before: _Offer | None = st.session_state.get("anew_offer")
    besides: tuple[str, ...] = ()
    if before is not None and before.standing == text and before.anew is not None:
        besides = tuple(proposal.text for proposal in before.anew.proposals)
    settings, _ = find_model(words)
    texts = drafted.draft.variants[number].texts
    place = (number, one.field, one.start, text)
    try:
        if settings is None:
            found = write_anew(
                drafted.brief, drafted.draft, number, one.field, one.start, one.end, wish, texts=texts, besides=besides
            )
            return _Offer(*place, found)
        from assistant.chain.calls import open_calls

        with open_calls() as calls:
            found = write_anew(
                drafted.brief,
                drafted.draft,
                number,
                one.field,
                one.start,
                one.end,
                wish,
                settings,
                calls,
                texts,
                besides,
            )
    except YardstickError as error:
        return _Offer(*place, None, str(error))
    return _Offer(*place, found)


def _take(drafted: Drafted, number: int, anew: Anew, proposal: Proposal) -> None:
    now = drafted.draft.variants[number]
    new = take(drafted.brief, drafted.draft, number, anew, proposal, now.texts)
    own = [
        new.texts[one.field][one.start : one.end]
        for one in new.sentences
        if one.field == anew.field and one.by == proposal.by
    ]
    put_sentence(number, {anew.field: new.texts[anew.field]}, anew.field, own, proposal.by)
    for key in ("anew_open", "anew_offer"):
        st.session_state.pop(key, None)
