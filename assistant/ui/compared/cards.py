"""One comparison as a card, and the ladder as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.schema import Comparison, Lang, Quantity, Reference, Rung
from assistant.ui.markup import Html, el, join, link, picture, scrolled
from assistant.ui.page import show
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.comparisons import Ranking

# From which part of a score on it counts as so good.
_GRADES = ((0.95, "best"), (0.8, "good"), (0.6, "fair"), (0.0, "weak"))


def render_card(comparison: Comparison, lang: Lang, words: Words, used: bool, pinned: bool = False) -> Html:
    """One comparison: its sentence, the working, the source and why it has its score; chips where it is used or pinned."""
    said = [*([words("choosing.pinned")] if pinned else []), *([words("compared.in_draft")] if used else [])]
    chip = join([el("span", one, cls="ys-chip ys-in") for one in said], " ")
    rows: list[Html] = [
        el("dt", words("compared.working")),
        el("dd", comparison.working, lang=lang),
        el("dt", words("compared.source")),
        el("dd", join([_source(reference, lang, words) for reference in comparison.references], "; ")),
    ]
    if not comparison.references:
        rows = rows[:2]
    if comparison.assumptions:
        rows += [el("dt", words("compared.assumptions")), el("dd", "; ".join(comparison.assumptions), lang=lang)]
    return join(
        [
            el("p", el("span", comparison.forms.sentence, lang=lang), " ", chip, cls="ys-best"),
            el("dl", *rows, cls="ys-meta"),
            _score(comparison, words),
        ]
    )


def _source(reference: Reference, lang: Lang, words: Words) -> Html:
    source = reference.source
    name = reference.names[lang].name
    named = el("span", f"{name}: " if lang == "en" else f"{name}：", lang=lang)
    day = source.accessed
    read = words("compared.own_figure", date=day) if reference.own else words("compared.read_on", date=day)
    return el("span", named, link(source.title, source.url), f" ({read})" if words.lang == "en" else f"（{read}）")


def grade(part: float) -> str:
    """How good one part of a score is, as a key of the words: best, good, fair or weak.

    >>> grade(1.0), grade(0.85), grade(0.65), grade(0.2)
    ('best', 'good', 'fair', 'weak')
    """
    return next(name for least, name in _GRADES if part >= least)


def _score(comparison: Comparison, words: Words) -> Html:
    shown = words("compared.score", score=round(comparison.score * 100))
    rows = [
        el("tr", el("td", words.name("score", key)), el("td", f"{words.name('score', grade(part))} · {part:.2f}"))
        for key, part in comparison.score_parts.items()
    ]
    table = el("table", el("tbody", *rows), cls="ys-table ys-parts")
    how = el("p", words("compared.score_how"), cls="ys-hint")
    summary = el("summary", f"{shown} · {words('compared.score_why')}")
    return el("details", summary, table, how)


def show_ladder(ranking: Ranking, quantity: Quantity, lang: Lang, words: Words, key: str, open_at_once: bool) -> None:
    """The ladder up to a quantity as a picture with its words, behind a line unless it is to be seen at once."""
    from assistant.comparisons.chart import render_ladder

    title = words("compared.ladder", top=quantity.text)
    image = picture(render_ladder(ranking.ladder, lang), _described(ranking.ladder, lang, words), cls="ys-ladder")
    # On a phone the picture keeps its size, so that its words can be read, and scrolls sideways.
    drawn = scrolled(image, title)
    if not open_at_once:
        show(el("details", el("summary", title), drawn))
        return
    show(el("figure", el("figcaption", el("h3", title)), drawn))
    st.download_button(
        words("compared.ladder_download"),
        render_ladder(ranking.ladder, lang, quantity.text),
        file_name="ladder.svg",
        mime="image/svg+xml",
        key=f"ladder-{key}",
        on_click="ignore",
    )


def _described(ladder: Sequence[Rung], lang: Lang, words: Words) -> str:
    """The picture in words, for those who cannot see it."""
    from assistant.comparisons.wording import rung_value

    unit = ladder[-1].unit
    rungs = [f"{rung.name} {rung_value(rung, unit, lang)}" if rung.reference else rung.name for rung in ladder]
    return words("compared.ladder_alt", rungs="; ".join(rungs))
