"""The built-in rewrite of the text, sentence by sentence: before and after, why, taken or refused; then the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.chain.cancelling import Cancel
from assistant.documents import Kind
from assistant.rewriting import rewrite
from assistant.rewriting.edits import Edit, apply_edits
from assistant.ui.cards import Act, Action, Card, Line, show_cards
from assistant.ui.check.diffing import pair_of
from assistant.ui.check.paper import change, paper, replace_text
from assistant.ui.check.parts import find_parts
from assistant.ui.check.proposals import Proposal, Rewrite, decide, edits_of, find_proposals, result_of
from assistant.ui.check.reading import Read, Sorted
from assistant.ui.copying import copy_button
from assistant.ui.errand import Errand
from assistant.ui.markup import Html, el
from assistant.ui.page import alert, hint, section, show
from assistant.ui.progress import announce
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema.brief import Brief

STEP = 20
# A page of copy is rewritten while one looks; a book is not.
_WAIT_S = 1.0
_LOOK_EVERY_S = 0.5
_FILES: dict[Kind, tuple[str, str]] = {
    "text": ("copy.txt", "text/plain"),
    "markdown": ("copy.md", "text/markdown"),
    "html": ("copy.html", "text/html"),
}


def show_before_after(read: Read, found: Sorted, brief: Brief | None, words: Words) -> None:
    """The section. The rewrite is made when it is asked for, and again where decisions on it were saved."""
    section(words("check.rewrite"), words("check.rewrite_why"))
    made = _made(read, brief)
    if made is None:
        errand = _errand(read, brief)
        decided = bool(paper().pasted.taken or paper().pasted.refused)
        if errand is None and not decided and not st.button(words("check.rewrite_button"), key="rewrite"):
            return
        errand = errand or _start(read, brief)
        if not errand.wait(_WAIT_S):
            _follow(errand, words)
            return
        if errand.result is None:
            alert(words("error.unexpected"), "bad")
            return
        made = errand.result
        st.session_state["check_rewritten"] = (read, brief, made)
    if not made.proposals:
        show(el("p", words("check.rewrite_nothing"), cls="ys-quiet"))
        return
    states = decide(made.proposals, found)
    _review(made.proposals, states, read, words)
    _result(made.proposals, states, read, words)


def _made(read: Read, brief: Brief | None) -> Rewrite | None:
    known: tuple[Read, Brief | None, Rewrite] | None = st.session_state.get("check_rewritten")
    return known[2] if known is not None and known[0] is read and known[1] == brief else None


def _errand(read: Read, brief: Brief | None) -> Errand[Rewrite] | None:
    known: tuple[Read, Brief | None, Errand[Rewrite]] | None = st.session_state.get("check_rewriting")
    return known[2] if known is not None and known[0] is read and known[1] == brief else None


def _start(read: Read, brief: Brief | None) -> Errand[Rewrite]:
    held = brief.model_copy(update={"lang": read.lang, "market": read.market or brief.market}) if brief else None

    def work(_cancel: Cancel) -> Rewrite:
        rewritten = rewrite(read.document.original, read.kind, read.lang, brief=held, market=read.market)
        return Rewrite(rewritten, find_proposals(rewritten, read.document, read.lang))

    errand = Errand(work)
    st.session_state["check_rewriting"] = (read, brief, errand)
    errand.start()
    return errand


@st.fragment(run_every=_LOOK_EVERY_S)
def _follow(errand: Errand[Rewrite], words: Words) -> None:
    if errand.over:
        st.rerun()
    announce(words("check.rewrite_under_way"), words, "rewriting", (words("check.rewrite_under_way"),))


def _review(proposals: Sequence[Proposal], states: dict[str, str], read: Read, words: Words) -> None:
    counts = {state: sum(1 for one in states.values() if one == state) for state in ("taken", "refused", "")}
    told = words(
        "check.rewrite_counts", count=len(proposals), taken=counts["taken"], refused=counts["refused"], open=counts[""]
    )
    show(el("p", told, cls="ys-hint", role="status"))
    ids = tuple(one.id for one in proposals)
    with st.container(horizontal=True, gap="small", key="check-decide"):
        let_stand = tuple(one for one in ids if states[one] == "refused" and one not in paper().pasted.refused)
        rest = tuple(one for one in ids if one not in let_stand)
        st.button(words("check.take_all"), key="take_all", on_click=change, kwargs={"taken": rest, "refused": ()})
        st.button(words("check.refuse_all"), key="refuse_all", on_click=change, kwargs={"taken": (), "refused": ids})
        undecided = counts[""] == len(ids)
        st.button(
            words("check.undecide"),
            key="undecide",
            on_click=change,
            kwargs={"taken": (), "refused": ()},
            disabled=undecided,
        )
    shown: int = st.session_state.get("check_proposals", STEP)
    cards = [_card(one, states[one.id], read, words) for one in proposals[:shown]]
    show_cards(cards, words("check.rewrite"), words, key="proposals", stamp=read.stamp, on_act=_acted(read))
    if len(proposals) > shown:
        more = min(STEP, len(proposals) - shown)
        st.button(words("check.show_more", count=more), key="more_proposals", on_click=_show_more, args=(shown + STEP,))


def _card(one: Proposal, state: str, read: Read, words: Words) -> Card:
    before = read.document.original[one.start : one.end]
    after = apply_edits(before, one.edits)
    said: list[Line] = []
    for made in one.changes:
        for reason in made.reasons:
            rule = f" ({reason.rule})" if reason.rule else ""
            said.append(Line(words.lead("check.why"), f"{reason.why}{rule}", read.lang))
            if reason.proof:
                said.append(Line(words.lead("compared.working"), reason.proof, read.lang))
    chips = ((words(f"check.{state}"), state),) if state else ()
    return Card(
        one.id,
        "",
        read.lang,
        " ".join(before.split())[:60],
        chips=chips,
        said=tuple(dict.fromkeys(said)),
        pair=pair_of(before, after),
        actions=(
            Action("take", words("check.take"), pressed=state == "taken"),
            Action("refuse", words("check.refuse"), pressed=state == "refused"),
        ),
    )


def _acted(read: Read) -> Callable[[Act], None]:
    def acted(act: Act) -> None:
        if act.stamp != read.stamp or act.name not in ("take", "refuse"):
            return
        pasted = paper().pasted
        was = {"take": pasted.taken, "refuse": pasted.refused}
        pressed = act.card in was[act.name]
        taken = tuple(one for one in pasted.taken if one != act.card)
        refused = tuple(one for one in pasted.refused if one != act.card)
        # Pressed once more, a choice is taken back.
        if act.name == "take" and not pressed:
            taken = (*taken, act.card)
        elif act.name == "refuse" and not pressed:
            refused = (*refused, act.card)
        change(taken=taken, refused=refused)

    return acted


def _result(proposals: Sequence[Proposal], states: dict[str, str], read: Read, words: Words) -> None:
    """The text as it was beside the text with what was taken; ways to take it along."""
    original = read.document.original
    edits = edits_of(proposals, states)
    result = result_of(original, proposals, states)
    show(el("h3", words("check.result")))
    if not edits:
        hint(words("check.result_same"))
        return
    hint(words("check.result_counts", taken=sum(1 for one in states.values() if one == "taken"), count=len(proposals)))
    _side_by_side(original, edits, read, words)
    name, mime = _FILES[read.kind]
    with st.container(horizontal=True, gap="small", key="check-result"):
        copy_button(result, words, "copy_result", words("check.copy_result"))
        download = words("check.download_result", name=name)
        st.download_button(download, result, name, mime, key="download_result", on_click="ignore")
        st.button(words("check.use_result"), key="use_result", on_click=_use, args=(read, result))


def _side_by_side(original: str, edits: Sequence[Edit], read: Read, words: Words) -> None:
    """One part of both, where something changes: a book is too much to look at twice."""
    parts = find_parts(original, [(edit.start, edit.end) for edit in edits])
    holding = [part for part in parts if any(part[0] <= edit.start < part[1] for edit in edits)]
    number = min(st.session_state.get("check_result_part", 0), len(holding) - 1)
    low, high = holding[number]
    if len(holding) > 1:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="check-result-parts"):
            st.button(
                words("check.earlier"), key="result_earlier", on_click=_turn, args=(number - 1,), disabled=number == 0
            )
            told = words("check.changed_part", number=number + 1, count=len(holding))
            show(el("span", told, cls="ys-soft", role="status"))
            last = number + 1 == len(holding)
            st.button(words("check.later"), key="result_later", on_click=_turn, args=(number + 1,), disabled=last)
    before: list[str | Html] = []
    after: list[str | Html] = []
    at = low
    for edit in edits:
        if not low <= edit.start < high and not (edit.start == high == len(original)):
            continue
        same, gone = original[at : edit.start], original[edit.start : edit.end]
        before += [same, *((el("del", gone),) if gone else ())]
        after += [same, *((el("ins", edit.text),) if edit.text else ())]
        at = edit.end
    rest = original[at:high]
    columns = [(words("cards.before"), [*before, rest]), (words("cards.after"), [*after, rest])]
    made = [
        el("div", el("p", lead, cls="ys-hint"), el("div", *runs, cls="ys-check-side", lang=read.lang), cls="ys-card")
        for lead, runs in columns
    ]
    show(el("div", *made, cls="ys-two ys-check-sides"))


def _turn(number: int) -> None:
    st.session_state["check_result_part"] = number


def _use(read: Read, result: str) -> None:
    if paper().pasted.text == read.document.original:
        replace_text(result)


def _show_more(count: int) -> None:
    st.session_state["check_proposals"] = count
