"""The versions of a product, newest first: when, by whom, what changed against the one before, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from pydantic import ValidationError

from assistant.schema.work import Work
from assistant.store.versions import Document, Version
from assistant.ui.desk import KIND, desk
from assistant.ui.language import text_lang
from assistant.ui.markup import Html, el
from assistant.ui.page import hint, section, show
from assistant.ui.products.acting import open_product
from assistant.ui.products.place import Place, attempt, find_place, look_at, show_versions_of, turn_versions_to
from assistant.ui.products.shelf import show_said
from assistant.ui.stores import documents
from assistant.ui.times import say_when
from assistant.ui.versions.difference import find_difference
from assistant.ui.versions.opened import show_opened
from assistant.ui.versions.shown import say_difference
from assistant.ui.words import Words

_PER_PAGE = 20
_MOST_KEPT = 1_000


def show_versions(id: str, words: Words) -> None:
    """Draws the versions of a product. Raises `StoreError` where the store can't be used."""
    here = find_place()
    if desk().id == id:
        desk().keep()
    versions = documents().history(KIND, id)
    name = desk().shown_name if desk().id == id else next((one.name for one in versions if one.name), "")
    section(words("versions.heading", name=name or words("kept.unnamed")), first=True)
    gone = bool(versions) and versions[0].deleted
    with st.container(horizontal=True, gap="small", key="ys-versions-bar"):
        st.button(words("versions.back"), key="versions_back", on_click=show_versions_of, args=("",))
        if versions and not gone:
            args = (open_product, id, words)
            st.button(words("products.open"), key="versions_open", on_click=attempt, args=args)
    show_said(here, words)
    if not versions:
        show(el("p", words("versions.none"), cls="ys-empty"))
        return
    hint(words("versions.kept"))
    shown = versions[here.version_first : here.version_first + _PER_PAGE]
    for place, one in enumerate(shown):
        _row(id, one, versions, here.version_first + place, here, words)
    _turners(here, len(versions), words)


def _row(id: str, one: Version, versions: Sequence[Version], place: int, here: Place, words: Words) -> None:
    newest = place == 0
    with st.container(key=f"ys-card-version-{one.version}"):
        head = [el("b", words("versions.version", number=one.version)), " ", say_when(one.at, words)]
        if one.by:
            head.append(words("versions.by", who=one.by))
        parts: list[Html] = [el("p", *head, *_chips(one, newest, words))]
        parts.append(el("p", _said(id, one, versions, place, words), cls="ys-said"))
        show(*parts)
        if one.deleted:
            return
        opened = here.version == one.version
        st.button(
            words("versions.shut") if opened else words("versions.look"),
            key=f"version_look_{one.version}",
            on_click=look_at,
            args=(0 if opened else one.version,),
        )
        if opened:
            show_opened(id, one, versions, words)


def _chips(one: Version, newest: bool, words: Words) -> list[Html]:
    chips = [el("span", one.label, cls="ys-chip ys-in")] if one.label else []
    if newest and not one.deleted:
        chips.append(el("span", words("versions.newest"), cls="ys-chip ys-information"))
    if one.auto:
        chips.append(el("span", words("versions.auto"), cls="ys-chip ys-information"))
    return [part for chip in chips for part in (Html(" "), chip)]


def _said(id: str, one: Version, versions: Sequence[Version], place: int, words: Words) -> str:
    """What changed against the one before; said once for each pair and language."""
    if one.deleted:
        return words("versions.deleted")
    before = next((other for other in versions[place + 1 :] if not other.deleted), None)
    if before is None:
        # Of a long history the first versions are not kept.
        return words("versions.first") if one.version == 1 else words("versions.oldest")
    known: dict[tuple[str, int, int, str], str] = st.session_state.setdefault("version_lines", {})
    key = (id, before.version, one.version, words.lang)
    if key not in known:
        if len(known) >= _MOST_KEPT:
            known.clear()
        known[key] = _compare(id, before, one, words)
    return known[key]


def _compare(id: str, before: Version, after: Version, words: Words) -> str:
    was, now = (_work(documents().load_version(KIND, id, one.version)) for one in (before, after))
    if was is None or now is None:
        return words("products.unreadable")
    found = find_difference(was, now, now.lang or text_lang())
    renamed = words("versions.renamed", name=after.name) if before.name != after.name else ""
    if found.is_empty and renamed:
        return renamed
    return " · ".join(part for part in (say_difference(found, words), renamed) if part)


def _work(document: Document | None) -> Work | None:
    try:
        return None if document is None else Work.model_validate(document.body)
    except ValidationError:
        return None


def _turners(here: Place, count: int, words: Words) -> None:
    if count <= _PER_PAGE:
        return
    first, last = here.version_first, min(here.version_first + _PER_PAGE, count)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ys-versions-turn"):
        back, on = first - _PER_PAGE, first + _PER_PAGE
        st.button(
            words("products.newer"), key="versions_newer", on_click=turn_versions_to, args=(back,), disabled=back < 0
        )
        hint(words("versions.here", first=first + 1, last=last, count=count))
        st.button(
            words("products.older"), key="versions_older", on_click=turn_versions_to, args=(on,), disabled=last == count
        )
