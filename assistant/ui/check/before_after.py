"""The built-in rewrite of the text, sentence by sentence: before and after, why, taken or refused; then the result."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from assistant.chain.cancelling import Cancel
from assistant.documents import Document, Kind
from assistant.rewriting import Change, Rewritten, rewrite
from assistant.rewriting.edits import Edit, apply_edits
from assistant.rewriting.sentences import find_sentences
from assistant.schema import Lang
from assistant.ui.cards import Act, Action, Card, Line, show_cards
from assistant.ui.check.diffing import pair_of
from assistant.ui.check.paper import change, paper, replace_text
from assistant.ui.check.parts import find_parts
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


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence, or what was cut across several, as it could stand: spans are of the original, `edits` within them."""

    id: str
    start: int
    end: int
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A rewritten text and its proposals, by place."""

    rewritten: Rewritten
    proposals: tuple[Proposal, ...]


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


def find_proposals(rewritten: Rewritten, document: Document, lang: Lang) -> tuple[Proposal, ...]:
    """The changes of a rewrite by the sentences that they lie in; what lies across sentences joins them."""
    spans = [document.span(one.start, one.end) for one in find_sentences(document, lang)]
    ends = [end for _, end in spans]
    groups: list[tuple[int, int, list[Change]]] = []
    for made in rewritten.changes:
        first = bisect_left(ends, made.start + (made.start < made.end))
        start, end = made.start, made.end
        while first < len(spans) and spans[first][0] < max(made.end, made.start + 1):
            start, end = min(start, spans[first][0]), max(end, spans[first][1])
            first += 1
        if groups and start < groups[-1][1]:
            low, high, own = groups[-1]
            groups[-1] = (min(low, start), max(high, end), [*own, made])
        else:
            groups.append((start, end, [made]))
    return tuple(_proposal(*group) for group in groups)


def _proposal(start: int, end: int, changes: Sequence[Change]) -> Proposal:
    edits = tuple(Edit(one.start - start, one.end - start, one.after) for one in changes)
    about = f"{start} {end} {edits}"
    id = hashlib.blake2s(about.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return Proposal(id, start, end, edits, tuple(changes))


def decide(proposals: Iterable[Proposal], found: Sorted) -> dict[str, str]:
    """Each proposal's state: taken, refused, or empty. What would cut words that somebody let stand is refused, unless it is taken."""
    taken, refused = set(paper().pasted.taken), set(paper().pasted.refused)
    let_stand = sorted((one.found.diagnostic.start, one.found.diagnostic.end) for one, _ in found.dismissed)
    starts = [start for start, _ in let_stand]
    states: dict[str, str] = {}
    for one in proposals:
        near = let_stand[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
        cuts = any(low < change.end and change.start < high for low, high in near for change in one.changes)
        states[one.id] = "taken" if one.id in taken else "refused" if one.id in refused or cuts else ""
    return states


def result_of(text: str, proposals: Iterable[Proposal], states: dict[str, str]) -> str:
    """The text with what was taken, and nothing else changed."""
    return apply_edits(text, _edits(proposals, states))


def _edits(proposals: Iterable[Proposal], states: dict[str, str]) -> list[Edit]:
    taken = (one for one in proposals if states[one.id] == "taken")
    return [Edit(edit.start + one.start, edit.end + one.start, edit.text) for one in taken for edit in one.edits]


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
    edits = _edits(proposals, states)
    result = apply_edits(original, edits)
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
