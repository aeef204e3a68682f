"""Looking through the book: by words, by property, by who knows it, and around a figure of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from assistant.schema import MARKETS, Lang, Market, Quantity, Reference
from assistant.ui.markup import el, scrolled
from assistant.ui.page import alert, hint, show
from assistant.ui.references.shelf import Known, render_list, render_overview, render_scale_list, with_size
from assistant.ui.references.topics import topic_names
from assistant.ui.typed import typed
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.comparisons.scale import Scale, Stand
    from assistant.references import Book
    from assistant.references.faults import EntryError
    from assistant.schema.brief import Persona

QUERY_CHARS = 100
# A list of any kinds is read by few beyond this; of one property there are fewer.
_SHOWN = 60
Kind = tuple[str, str]
_ANY: Kind = ("", "")


@dataclass(frozen=True, slots=True)
class _Asked:
    query: str
    quantity: Quantity | None
    kind: Kind | None
    market: Market | None
    persona: Persona | None


def show_looking(known: Book, words: Words) -> None:
    """Draws the fields and what they find."""
    from assistant.references.search import find_references

    asked = _ask(known, words)
    dimension, aspect = asked.kind or (None, "")
    found = find_references(known, asked.query, words.lang, dimension, asked.market, asked.persona, topic_names(words))
    found = tuple(one for one in found if one.aspect == (aspect or one.aspect))
    if not found:
        alert(words("references.none"), "care")
    elif asked.kind is not None:
        _show_scales(found, asked.kind, asked, words)
    elif asked.query.strip():
        _show_found(found, asked, words)
    else:
        _show_overview(found, words)


def _ask(known: Book, words: Words) -> _Asked:
    with st.container(key="ys-references-search"):
        left, right = st.columns(2, gap="medium")
        with left:
            query = _typed("query", QUERY_CHARS, words)
        with right:
            figure = _typed("figure", QUERY_CHARS, words)
        first, second, third = st.columns(3, gap="medium")
        with second:
            market = _ask_market(words)
        quantity, problem = _read(figure, words.lang, market)
        with first:
            kind = _ask_kind(known, quantity, words)
        with third:
            persona = _ask_persona(words)
    if problem is not None:
        from assistant.references.faults import say_fault

        alert(say_fault(problem, words.lang, place=""), "care")
    if quantity is not None and (kind is None or quantity.dimension != kind[0]):
        quantity = None
    return _Asked(query, quantity, kind, market, persona)


def _typed(field: str, most: int, words: Words) -> str:
    return typed(
        words(f"references.{field}"),
        "",
        words,
        key=f"references_{field}",
        of=f"references.{field}",
        most=most,
        placeholder=words(f"references.{field}_example"),
    )


def _read(figure: str, lang: Lang, market: Market | None) -> tuple[Quantity | None, EntryError | None]:
    from assistant.beside.own import read_figure

    if not figure.strip():
        return None, None
    read = read_figure(figure, lang, market)
    return (read, None) if isinstance(read, Quantity) else (None, read)


def kind_name(kind: Kind, lang: Lang) -> str:
    """What a property is called among all others."""
    from assistant.references.properties import property_of

    return property_of(*kind).labels[lang]


def _ask_kind(known: Book, quantity: Quantity | None, words: Words) -> Kind | None:
    """The property that was chosen; a new figure of another dimension brings its own."""
    from assistant.beside.own import aspects_of

    kinds = sorted(
        {(one.dimension, one.aspect) for one in known.by_id.values()}, key=lambda kind: kind_name(kind, words.lang)
    )
    chosen: Kind = st.session_state.get("references_kind") or _ANY
    told = "" if quantity is None else f"{quantity.low} {quantity.unit} {quantity.attribute}"
    if told != st.session_state.get("references_told", ""):
        st.session_state["references_told"] = told
        if quantity is not None and chosen[0] != quantity.dimension:
            offered = ((quantity.dimension, aspect) for aspect in aspects_of(quantity))
            st.session_state["references_kind"] = next((kind for kind in offered if kind in kinds), _ANY)
    if st.session_state.get("references_kind") not in (_ANY, *kinds):
        st.session_state["references_kind"] = _ANY
    chosen = st.selectbox(
        words("references.property"),
        (_ANY, *kinds),
        key="references_kind",
        format_func=lambda kind: words("references.property_any") if kind == _ANY else kind_name(kind, words.lang),
    )
    return None if chosen == _ANY else chosen


def _ask_market(words: Words) -> Market | None:
    chosen = st.selectbox(
        words("references.market"),
        ("", *MARKETS),
        key="references_market",
        format_func=lambda market: words.name("market", market) if market else words("references.market_any"),
        filter_mode=None,
    )
    return next((market for market in MARKETS if market == chosen), None)


def _ask_persona(words: Words) -> Persona | None:
    from assistant.ui.personas.known import known_personas

    ready = known_personas(words.lang)
    if st.session_state.get("references_persona") not in ("", *ready):
        st.session_state["references_persona"] = ""
    chosen = st.selectbox(
        words("references.persona"),
        ("", *ready),
        key="references_persona",
        format_func=lambda key: (ready[key].name or key) if key else words("references.persona_any"),
        filter_mode=None,
    )
    return ready.get(chosen)


def _level_of(asked: _Asked, words: Words) -> Known | None:
    """How well the people of a market, or a customer, know a thing; None where nobody in particular was asked about."""
    from assistant.comparisons import Audience
    from assistant.comparisons.score import familiarity

    if asked.market is None and asked.persona is None:
        return None
    persona = asked.persona
    interests = frozenset(topic.lower() for topic in persona.knows_by_feel) if persona else frozenset[str]()
    audience = Audience(words.lang, asked.market or (persona.market if persona else None), interests)
    return lambda reference: familiarity(reference, audience)


def _show_scales(found: Sequence[Reference], kind: Kind, asked: _Asked, words: Words) -> None:
    """One axis for all that can be held against one another: of prices, one for each currency."""
    from assistant.comparisons.scale import find_scale, group_alike, render_scale

    lang, quantity, known = words.lang, asked.quantity, _level_of(asked, words)
    named = [one for one in found if lang in one.names]
    for place, group in enumerate(group_alike(named, quantity)):
        scale = find_scale(group, lang, quantity if place == 0 else None)
        if not scale.stands:
            continue
        if quantity is not None and place == 0:
            show(el("p", _standing(scale, quantity, words), cls="ys-best", role="status"))
        note = words("references.logarithmic") if scale.logarithmic else words("references.plain")
        hint(f"{words('references.counted', count=len(group))}{' ' if lang == 'en' else ''}{note}")
        show(render_scale_list(scale, words, known))
        st.download_button(
            words("references.download"),
            render_scale(scale, lang, kind_name(kind, lang)),
            file_name="references.svg",
            mime="image/svg+xml",
            key=f"references_svg_{place}",
            on_click="ignore",
        )
    apart = [one for one in found if lang not in one.names]
    if apart:
        hint(words("references.other_language"))
        show(render_list(apart, words, known))


def _standing(scale: Scale, quantity: Quantity, words: Words) -> str:
    below, above = (_sized(one, words.lang) for one in scale.around)
    if below and above:
        return words("references.stands_between", figure=quantity.text, below=below, above=above)
    if above:
        return words("references.stands_below", figure=quantity.text, above=above)
    if below:
        return words("references.stands_above", figure=quantity.text, below=below)
    return words("references.stands_alone", figure=quantity.text)


def _sized(stand: Stand | None, lang: Lang) -> str:
    """A neighbour as a sentence names it, with its size; nothing where there is none."""
    if stand is None or stand.reference is None:
        return ""
    return with_size(stand.reference.names[lang].thing, stand.value, lang)


def _show_found(found: Sequence[Reference], asked: _Asked, words: Words) -> None:
    shown = found[:_SHOWN]
    if len(shown) < len(found):
        hint(words("references.more", shown=len(shown), count=f"{len(found):,}"))
    else:
        hint(words("references.counted", count=len(found)))
    show(render_list(shown, words, _level_of(asked, words)))


def _show_overview(found: Sequence[Reference], words: Words) -> None:
    from assistant.comparisons.scale import group_alike

    kinds: dict[Kind, list[Reference]] = {}
    for one in found:
        kinds.setdefault((one.dimension, one.aspect), []).append(one)
    rows = []
    for kind in sorted(kinds, key=lambda kind: kind_name(kind, words.lang)):
        # Of several currencies the commonest: no price stands above one in another.
        alike = group_alike(kinds[kind])[0]
        rows.append((kind_name(kind, words.lang), len(kinds[kind]), alike[0], alike[-1]))
    hint(words("references.overview", count=f"{len(found):,}"))
    table = render_overview(rows, words)
    show(scrolled(table, words("references.property")))
