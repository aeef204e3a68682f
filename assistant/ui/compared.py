"""Comparisons: for each fact the best one with its sum and source, others on demand, and the ladder as a picture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.schema import Comparison, Lang, Quantity, Reference, Rung
from assistant.ui.markup import Html, el, join, link, picture
from assistant.ui.page import section, show
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.comparisons import Ranking
    from assistant.plan import FactView, Reading

# From which part of a score on it counts as so good.
_GRADES = ((0.95, "best"), (0.8, "good"), (0.6, "fair"), (0.0, "weak"))


def show_compared(reading: Reading, lang: Lang, words: Words, chosen: Collection[str]) -> None:
    """The section. `chosen` holds the workings of the comparisons that the current draft uses."""
    section(words("compared.heading"), words("compared.intro"))
    silent: list[Html] = []
    # One picture tells the story; the ladders of further facts wait behind a line.
    drawn = False
    for view in reading.views:
        if any(ranking.comparisons for _, ranking in view.rankings):
            _show_fact(view, lang, words, chosen, not drawn)
            drawn = drawn or any(ranking.ladder for _, ranking in view.rankings)
        else:
            reasons = [ranking.reason for _, ranking in view.rankings if ranking.reason]
            why = el("span", reasons[0], lang=lang) if reasons else words("compared.no_numbers")
            silent.append(el("li", el("span", view.fact.text, lang=lang), el("span", why, cls="ys-said")))
    if silent:
        title = el("summary", words("compared.silent_whole", count=len(silent)))
        alone = len(silent) == len(reading.views)
        show(el("div", el("details", title, el("ul", *silent, cls="ys-list"), open=alone), cls="ys-card"))


def _show_fact(view: FactView, lang: Lang, words: Words, chosen: Collection[str], with_ladder: bool) -> None:
    for place, (quantity, ranking) in enumerate(view.rankings):
        key = f"{view.fact.id}-{place}"
        with st.container(key=f"ys-card-{key}"):
            shown = [comparison for comparison in ranking.comparisons if comparison.kind != "ladder"]
            head = el("p", view.fact.text, cls="ys-fact", lang=lang)
            if not shown and not ranking.ladder:
                show(head, el("p", f"{quantity.text}: {ranking.reason or ''}", cls="ys-quiet", lang=lang))
                continue
            show(head, _cards(shown, lang, words, chosen))
            if ranking.ladder:
                _show_ladder(ranking, quantity, lang, words, key, with_ladder)


def _cards(shown: Sequence[Comparison], lang: Lang, words: Words, chosen: Collection[str]) -> Html:
    if not shown:
        return Html()
    # What the draft says stands first; the order of the others is that of their scores.
    first = next((comparison for comparison in shown if comparison.working in chosen), shown[0])
    best = _card(first, lang, words, first.working in chosen)
    others = [el("div", _card(one, lang, words, False), cls="ys-other") for one in shown if one is not first]
    if not others:
        return best
    return join([best, el("details", el("summary", words("compared.others", count=len(others))), *others)])


def _card(comparison: Comparison, lang: Lang, words: Words, used: bool) -> Html:
    chip = el("span", words("compared.in_draft"), cls="ys-chip ys-in") if used else Html()
    rows: list[Html] = [
        el("dt", words("compared.working")),
        el("dd", comparison.working, lang=lang),
        el("dt", words("compared.source")),
        el("dd", join([_source(reference, lang, words) for reference in comparison.references], "; ")),
    ]
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
    read = words("compared.read_on", date=source.accessed)
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


def _show_ladder(ranking: Ranking, quantity: Quantity, lang: Lang, words: Words, key: str, open_at_once: bool) -> None:
    from assistant.comparisons.chart import render_ladder

    title = words("compared.ladder", top=quantity.text)
    image = picture(render_ladder(ranking.ladder, lang), _described(ranking.ladder, lang, words), cls="ys-ladder")
    # On a phone the picture keeps its size, so that its words can be read, and scrolls sideways.
    drawn = el("div", image, cls="ys-scroll", tabindex="0", role="group", aria_label=title)
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
