"""One version, to be read: its facts and texts, and what has become of it; its label; the way back to it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.errors import InputError
from assistant.schema.work import Work
from assistant.store.versions import MOST_CHARACTERS, Version
from assistant.ui.desk import KIND, desk, read_work
from assistant.ui.export import field_name
from assistant.ui.language import text_lang
from assistant.ui.markup import Html, el
from assistant.ui.page import alert, show
from assistant.ui.products.place import attempt
from assistant.ui.stores import documents
from assistant.ui.typed import heard, typed
from assistant.ui.versions.acting import put_label, restore, restore_deleted
from assistant.ui.versions.difference import count_variants, facts_of, find_difference, texts_of
from assistant.ui.versions.shown import render_difference
from assistant.ui.words import Words

# Of a pasted book the beginning tells enough.
_LINES = 200
_LABEL = "version_label"


def show_opened(id: str, one: Version, versions: Sequence[Version], words: Words) -> None:
    """Draws it under its line in the list. Raises `StoreError`."""
    found = documents().load_version(KIND, id, one.version)
    if found is None:
        alert(words("versions.not_kept"), "care")
        return
    _ask_label(id, one, words)
    try:
        work = read_work(found)
    except InputError as error:
        alert(str(error), "care")
        return
    deleted, newest = versions[0].deleted, versions[0].version == one.version
    if not newest:
        action = restore_deleted if deleted else restore
        st.button(words("versions.restore"), key="version_restore", on_click=attempt, args=(action, found, words))
    now = None if newest else _now(id, versions)
    lang = work.lang or text_lang()
    if now is not None:
        heads = (words("versions.head_then"), words("versions.head_now"))
        difference = find_difference(work, now, lang)
        title = el("h3", words("versions.since"), cls="ys-opened")
        show(title, render_difference(difference, work, now, lang, words, heads), cls="ys-differs")
    show(el("details", el("summary", words("versions.whole")), _read(work, words), open=newest or now is None))


def _ask_label(id: str, one: Version, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="ys-version-label"):
        typed(
            words("versions.label"),
            one.label,
            words,
            key=_LABEL,
            of=_of(id, one),
            most=MOST_CHARACTERS,
            placeholder=words("versions.label_example"),
        )
        args = (_put_label, id, one, words)
        st.button(words("versions.put_label"), key="version_put_label", on_click=attempt, args=args)


def _put_label(id: str, one: Version, words: Words) -> None:
    # What was typed right before the button was pressed has not been drawn yet.
    said = heard(_LABEL, of=_of(id, one), serial=0, most=MOST_CHARACTERS)
    put_label(id, one.version, one.label if said is None else said, words)


def _of(id: str, one: Version) -> str:
    return f"{id}.{one.version}.{one.label}"


def _now(id: str, versions: Sequence[Version]) -> Work | None:
    """What the product is now; of a deleted one what it was last."""
    if desk().id == id:
        return desk().work
    newest = next((one for one in versions if not one.deleted), None)
    found = documents().load_version(KIND, id, newest.version) if newest else None
    try:
        return None if found is None else read_work(found)
    except InputError:
        return None


def _read(work: Work, words: Words) -> Html:
    lang = work.lang or text_lang()
    facts = facts_of(work)
    parts = [el("h3", words("facts.heading"))]
    parts.append(el("ul", *(el("li", line, lang=lang) for line in facts[:_LINES]), cls="ys-list"))
    if len(facts) > _LINES:
        parts.append(el("p", words("versions.more", count=len(facts) - _LINES), cls="ys-hint"))
    for number in range(count_variants(work)):
        several = count_variants(work) > 1
        # "Version 2" is what variants are called elsewhere; here it would be taken for one of the product.
        parts.append(el("h3", f"{words('draft.heading')} {number + 1}" if several else words("draft.heading")))
        for field, text in texts_of(work, number).items():
            parts.append(el("p", field_name(field, words), cls="ys-hint"))
            parts += [el("p", line, lang=lang) for line in text.split("\n")]
    if not count_variants(work):
        parts.append(el("p", words("products.no_draft"), cls="ys-hint"))
    return el("div", *parts)
