"""One product of the list: what is in it, who saved it when, what can be done with it."""

from __future__ import annotations

import streamlit as st

from assistant.errors import InputError
from assistant.store.versions import Row
from assistant.ui.desk import KIND, desk, read_work
from assistant.ui.kept import NAME_CHARS
from assistant.ui.markup import Html, el
from assistant.ui.page import alert, hint, show
from assistant.ui.products.acting import bring_back, delete, duplicate, forget, open_product, rename
from assistant.ui.products.files import brief_file, file_name, whole_file
from assistant.ui.products.place import Place, ask_about, attempt, open_menu, show_versions_of
from assistant.ui.products.summary import find_summary, say_summary
from assistant.ui.stores import documents
from assistant.ui.times import say_when
from assistant.ui.typed import heard, typed
from assistant.ui.words import Words

_NAME = "product_name"


def show_row(row: Row, place: int, here: Place, words: Words) -> None:
    """Draws it, with its menu where that is open. Raises `StoreError`."""
    name = row.name or words("kept.unnamed")
    with st.container(key=f"ys-card-product-{place}"):
        _head(row, name, here.deleted, words)
        with st.container(horizontal=True, gap="small", key=f"product-{place}"):
            if here.deleted:
                args_back = (bring_back, row.id, row.name, words)
                st.button(words("products.restore"), key=f"product_restore_{place}", on_click=attempt, args=args_back)
            else:
                args_open = (open_product, row.id, words)
                st.button(words("products.open"), key=f"product_open_{place}", on_click=attempt, args=args_open)
            st.button(
                words("kept.versions"), key=f"product_versions_{place}", on_click=show_versions_of, args=(row.id,)
            )
            if here.deleted:
                st.button(words("products.forget"), key=f"product_forget_{place}", on_click=ask_about, args=(row.id,))
            else:
                # Two buttons, so that a press that is heard twice does not undo itself.
                if here.opened == row.id:
                    st.button(words("products.less"), key=f"product_less_{place}", on_click=open_menu, args=("",))
                else:
                    st.button(words("products.menu"), key=f"product_menu_{place}", on_click=open_menu, args=(row.id,))
        if here.opened == row.id and not here.deleted:
            _menu(row, name, words)
        if here.asked == row.id:
            _ask(row, name, words)


def _head(row: Row, name: str, deleted: bool, words: Words) -> None:
    chip = el("span", words("products.on_desk"), cls="ys-chip ys-in") if row.id == desk().id else Html()
    when = say_when(row.at, words)
    if deleted:
        said = (
            words("products.deleted_by", when=when, who=row.by) if row.by else words("products.deleted_at", when=when)
        )
        inside = Html()
    else:
        said = words("products.saved_by", when=when, who=row.by) if row.by else words("products.saved_at", when=when)
        inside = el("p", say_summary(find_summary(row, words), words))
    show(el("h3", name, " ", chip), inside, el("p", said, cls="ys-hint"), cls="ys-product")


def _menu(row: Row, name: str, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="product-rename"):
        typed(
            words("products.name"),
            row.name,
            words,
            key=_NAME,
            of=f"{row.id}.name",
            # Its own name once it has another.
            serial=row.version,
            most=NAME_CHARS,
        )
        args = (_rename, row, words)
        st.button(words("products.rename"), key="product_rename", on_click=attempt, args=args)
    with st.container(horizontal=True, gap="small", key="product-acts"):
        args_copy = (duplicate, row.id, words)
        st.button(words("products.duplicate"), key="product_duplicate", on_click=attempt, args=args_copy)
        _downloads(row, words)
        args_gone = (delete, row.id, row.name, row.version, words)
        st.button(words("products.delete"), key="product_delete", on_click=attempt, args=args_gone)
        st.button(words("products.forget"), key="product_forget", on_click=ask_about, args=(row.id,))


def _rename(row: Row, words: Words) -> None:
    # What was typed right before the button was pressed has not been drawn yet.
    said = heard(_NAME, of=f"{row.id}.name", serial=row.version, most=NAME_CHARS)
    rename(row.id, row.name if said is None else said, words)


def _downloads(row: Row, words: Words) -> None:
    """The product as files. What can't be read can still be taken along whole."""
    found = documents().load(KIND, row.id)
    if found is None:
        return
    briefs: dict[str, str | None] = {}
    why = ""
    try:
        work = read_work(found)
        briefs = {form: brief_file(work, form, words) for form in ("yaml", "json")}
    except InputError as error:
        why = str(error)
    for form, text in briefs.items():
        st.download_button(
            words(f"products.brief_{form}"),
            text or "",
            file_name=file_name(row.name, f".{form}"),
            mime="application/yaml" if form == "yaml" else "application/json",
            key=f"product_brief_{form}",
            on_click="ignore",
            disabled=text is None,
        )
    st.download_button(
        words("products.whole"),
        whole_file(found),
        file_name=file_name(row.name, ".work.json"),
        mime="application/json",
        key="product_whole",
        on_click="ignore",
    )
    if why:
        hint(why)


def _ask(row: Row, name: str, words: Words) -> None:
    """Once, in words: nobody can bring it back."""
    count = len(documents().history(KIND, row.id))
    alert(words("products.forget_ask", name=name, count=count), "care")
    with st.container(horizontal=True, gap="small", key="product-asked"):
        args = (forget, row.id, row.name, words)
        st.button(words("products.forget_yes"), key="product_forget_yes", on_click=attempt, args=args)
        st.button(words("products.forget_no"), key="product_forget_no", on_click=ask_about, args=("",))
