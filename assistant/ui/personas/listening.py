"""Listening: what customers said is pasted, what is heard in it can be taken into a persona, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import streamlit as st

from assistant.chain.cancelling import Cancelled
from assistant.chain.settings import ModelSettings, is_local
from assistant.errors import YardstickError
from assistant.personas.proposals import Proposal, find_proposals
from assistant.personas.said import Listening
from assistant.personas.speaking import NobodySpeaks, NoColumn, NoTable
from assistant.schema import LANGS, Lang
from assistant.tokens import BudgetReached
from assistant.ui.errand import Unexpected
from assistant.ui.language import NAMES
from assistant.ui.markup import Html, el, label
from assistant.ui.page import alert, hint, model_at, section, show
from assistant.ui.personas import listened
from assistant.ui.personas.accepting import show_accepting
from assistant.ui.personas.heard import show_heard
from assistant.ui.personas.hearing import Hearing, Outcome, estimate, find_hearing, last_outcome, start_hearing
from assistant.ui.personas.known import is_store_there
from assistant.ui.personas.listened import Listened
from assistant.ui.personas.place import attempt, go
from assistant.ui.picked import picked
from assistant.ui.preferences import find_model
from assistant.ui.progress import announce, show_most
from assistant.ui.stores import documents
from assistant.ui.typed import typed
from assistant.ui.words import Words

_LOOK_EVERY_S = 0.4
_FILE_BYTES = 600_000
_DROPPED = 40
_NAME = 32


def show_listening(id: str, words: Words) -> None:
    """Draws the listening of that id, else the last of this session; what is pasted is kept."""
    if id and listened.open_listened(id) is None:
        alert(words("personas.listening_gone"), "care")
    hearing = find_hearing()
    section(words("personas.listen"), words("personas.listen_note"), first=True)
    _take_file(words)
    here = listened.listened()
    _ask(here, words)
    listened.listened().keep()
    if here.version:
        go("listen", here.id)
    _show_state(here, words)
    if here.listens:
        _show_results(here, hearing, words)
    elif here.text.strip():
        st.button(words("personas.listen_long"), key="listen_long", type="primary", on_click=_listen_long, args=(here,))
    _show_kept(here, words)


def _ask(here: Listened, words: Words) -> None:
    fields = {"text": (8, listened.TEXT_CHARS), "title": (1, 500), "date": (1, 500)}
    asked = {}
    with st.container(key="ys-listen-text"):
        asked["text"] = _typed(here, "text", *fields["text"], words)
    with st.container(horizontal=True, gap="small", key="ys-listen-about"):
        for name in ("title", "date"):
            with st.container(key=f"ys-listen-{name}"):
                asked[name] = _typed(here, name, *fields[name], words)
        lang = st.selectbox(
            words("personas.listen_lang"),
            ("", *LANGS),
            key=_lang_key(here),
            format_func=lambda key: NAMES[key] if key else words("personas.listen_lang_any"),
            filter_mode=None,
        )
    here.text, here.title, here.date = asked["text"], asked["title"], asked["date"]
    here.lang = lang if lang in LANGS else None
    if not here.text.strip():
        here.file = ""
    hint(words("personas.privacy"))


def _typed(here: Listened, name: str, rows: int, most: int, words: Words) -> str:
    return typed(
        words(f"personas.listen_{name}"),
        getattr(here, name),
        words,
        key=f"listened_{name}",
        of=f"{here.id}.{name}",
        serial=here.serial,
        rows=rows,
        most=most,
        placeholder="2026-05" if name == "date" else words(f"personas.listen_{name}_example"),
        hint=words("personas.listen_limits", most=f"{listened.TEXT_CHARS:,}") if name == "text" else "",
    )


def _lang_key(here: Listened) -> str:
    key = f"listened_lang_{here.id}"
    if key not in st.session_state:
        st.session_state[key] = here.lang or ""
    return key


def _take_file(words: Words) -> None:
    """The button that takes a file, which becomes a text of its own, and the button for an empty one."""
    here = listened.listened()
    with st.container(horizontal=True, gap="small", vertical_alignment="top", key="ys-listen-start"):
        with st.container(width="content"):
            file = picked(
                words("personas.listen_file"),
                words,
                key="listen_file",
                accept=".txt,.md,.csv,.tsv,.jsonl",
                most=_FILE_BYTES,
            )
        if here.text.strip():
            st.button(words("personas.listen_new"), key="listen_new", on_click=attempt, args=(_begin,))
    if file is not None:
        problem = file.problem or ("large" if len(file.text) > listened.TEXT_CHARS else "")
        if problem:
            most = f"{listened.TEXT_CHARS:,}"
            why = words("personas.text_large", most=most) if problem == "large" else words("personas.file_no_text")
            alert(f"{file.name}: {why}", "bad")
            return
        if here.text.strip():
            here = listened.begin()
            go("listen")
        here.text, here.file, here.title = file.text, file.name, here.title or file.name
        here.serial += 1


def _apart() -> None:
    listened.hear_typed(listened.listened())
    listened.listened().go_apart()
    # The address names theirs.
    go("listen")


def _begin() -> None:
    listened.hear_typed(listened.listened())
    listened.begin()
    go("listen")


def _listen_long(here: Listened) -> None:
    listened.hear_typed(here)
    here.asked = here.text


def _show_state(here: Listened, words: Words) -> None:
    if here.outdated is not None or here.gone:
        theirs = here.outdated
        who = (theirs.by if theirs else "") or words("kept.somebody")
        at = f"{theirs.at:%H:%M} UTC" if theirs else ""
        alert(words("personas.outdated", who=who, at=at) if theirs else words("personas.deleted_meanwhile"), "care")
        with st.container(horizontal=True, gap="small", key="ys-listened-outdated"):
            if theirs is not None:
                st.button(words("kept.theirs"), key="listened_theirs", on_click=attempt, args=(listened.take, theirs))
            st.button(words("personas.mine_apart"), key="listened_apart", on_click=_apart)
    elif here.problem:
        alert(words("kept.problem", why=here.problem), "bad")
    elif here.version:
        show(el("p", words("kept.saved"), cls="ys-soft", role="status"))


def _show_results(here: Listened, hearing: Hearing | None, words: Words) -> None:
    try:
        listening = listened.hear(here)
    except NobodySpeaks as error:
        alert(words("personas.nobody_others") if error.others else words("personas.nobody"), "care")
        return
    except NoColumn as error:
        alert(words("personas.no_column", called=error.called, columns=error.columns), "care")
        return
    except NoTable as error:
        alert(words("personas.no_table", line=error.line), "care")
        return
    outcome = last_outcome(listening)
    _ask_model(listening, hearing, outcome, words)
    heard = outcome.heard.listening if outcome is not None and outcome.heard is not None else listening
    proposals = find_proposals(heard)
    voices = words("personas.voice") if heard.voices == 1 else words("personas.voices", count=heard.voices)
    section(words("personas.heard_heading"), f"{voices} · {NAMES[heard.lang]}")
    hint(words("personas.heard_note"))
    of = _named(here, proposals, words)
    bar = st.container(key="ys-accept-bar")
    chosen = show_heard(heard, proposals, here.taken, here.text, of, words)
    with bar:
        show_accepting(here, heard, chosen, proposals, of, words)
    if outcome is not None and outcome.heard is not None:
        _show_dropped(outcome, heard.lang, words)


def _named(here: Listened, proposals: Sequence[Proposal], words: Words) -> str:
    """What is shown, in a name that is another one as soon as something else is shown."""
    said = "\n".join((here.text, here.id, str(here.serial), words.lang, *(one.id + one.summary for one in proposals)))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _ask_model(listening: Listening, hearing: Hearing | None, outcome: Outcome | None, words: Words) -> None:
    """A model listens too, where one is configured: what it is sent, what it takes, and what came of it."""
    settings, problem = find_model(words)
    if problem:
        alert(problem, "care")
    if hearing is not None:
        with st.container(key="ys-hearing"):
            _follow(hearing, words)
        return
    if settings is None:
        hint(words("personas.no_model"))
        return
    _show_outcome(outcome, listening.lang, words)
    if outcome is None or outcome.heard is None:
        with st.container(key="ys-ask-model"):
            st.button(
                words("personas.model_listen", model=label(model_at(settings, words))),
                key="model_listen",
                on_click=attempt,
                args=(start_hearing, listening, settings),
            )
            hint(words("personas.model_masked") if settings.masks else words("personas.model_unmasked"))
            _show_estimate(listening, settings, words)


@st.fragment(run_every=_LOOK_EVERY_S)
def _follow(hearing: Hearing, words: Words) -> None:
    if hearing.outcome is not None:
        st.rerun()
    said = words("write.stopping") if hearing.cancelled else words("personas.model_listens")
    announce(said, words, "hearing_steps", (said,))
    st.button(
        words("write.cancel"), key="hearing_cancel", on_click=hearing.cancel, shortcut="Esc", disabled=hearing.cancelled
    )


def _show_outcome(outcome: Outcome | None, lang: Lang, words: Words) -> None:
    if outcome is None:
        return
    if outcome.heard is not None:
        for notice in outcome.heard.notices:
            alert(notice, lang=lang)
    why = outcome.why_none if outcome.heard is None else outcome.heard.reached
    if isinstance(why, Cancelled):
        charged = () if is_local(outcome.settings) else (words("write.stopped_cost"),)
        alert(words("personas.model_stopped"), "", charged)
    elif isinstance(why, BudgetReached):
        amounts = {"asked": f"{why.asked:.4f}", "left": f"{why.left:.4f}", "limit": f"{why.limit:f}"}
        alert(words("error.budget", **amounts), "bad")
    elif why is not None:
        alert(words("error.unexpected") if isinstance(why, Unexpected) else str(why), "bad")


def _show_estimate(listening: Listening, settings: ModelSettings, words: Words) -> None:
    try:
        most = estimate(listening, settings)
    except YardstickError as error:
        alert(str(error), "care")
        return
    show_most(most, settings, words)


def _show_dropped(outcome: Outcome, lang: Lang, words: Words) -> None:
    """What the model pointed at and was not taken, with the reason."""
    dropped = outcome.heard.dropped if outcome.heard is not None else ()
    if not dropped:
        return
    items = [el("li", said, el("span", why, cls="ys-said"), lang=lang) for said, why in dropped[:_DROPPED]]
    more = el("li", f"… +{len(dropped) - _DROPPED}") if len(dropped) > _DROPPED else Html()
    head = el("summary", words("personas.dropped", count=len(dropped)))
    show(el("details", head, el("ul", *items, more, cls="ys-list")))


def _show_kept(here: Listened, words: Words) -> None:
    """The texts that were pasted before: to be opened again, or deleted for good."""
    rows = documents().list(listened.KIND) if is_store_there() else ()
    if not rows:
        return
    section(words("personas.kept_heading"), words("personas.kept_note"))
    asked: str = st.session_state.get("listening_to_forget", "")
    for row in rows[:100]:
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"ys-kept-{row.id}"):
            name = row.name or words("personas.unnamed")
            short = label(name[:_NAME] + ("…" if len(name) > _NAME else ""))
            said = el("p", el("b", name), " ", el("span", f"{row.at:%Y-%m-%d %H:%M} UTC", cls="ys-soft"))
            with st.container(width="stretch"):
                show(said)
            if row.id != here.id:
                opened = words("personas.open", name=short)
                st.button(opened, key=f"listened_open_{row.id}", on_click=attempt, args=(_open, row.id))
            st.button(
                words("personas.forget", name=short),
                key=f"listened_forget_{row.id}",
                on_click=_ask_forget,
                args=(row.id,),
            )
        if asked == row.id:
            alert(words("personas.forget_sure", name=name), "care")
            with st.container(horizontal=True, gap="small", key="ys-forget"):
                st.button(words("personas.forget_yes"), key="forget_yes", on_click=attempt, args=(_forget, row.id))
                st.button(words("personas.forget_no"), key="forget_no", on_click=_ask_forget, args=("",))


def _open(id: str) -> None:
    listened.hear_typed(listened.listened())
    listened.listened().keep()
    listened.open_listened(id)
    go("listen", id)


def _ask_forget(id: str) -> None:
    st.session_state["listening_to_forget"] = id


def _forget(id: str) -> None:
    _ask_forget("")
    listened.forget(id)
    go("listen", listened.listened().id if listened.listened().version else "")
