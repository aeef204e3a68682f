"""The panel of the tour, in front of the page and in nobody's way: the page behind it works on.

Drawn by the browser: what it points at is ringed, brought into view, and told to screen readers by the panel's words.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.ui.markup import el
from assistant.ui.page import show
from assistant.ui.tour.desk import end_tour, find_tour, make_ready, turn
from assistant.ui.tour.steps import STEPS
from assistant.ui.words import Words

HERE = Path(__file__).parent
_KEY = "tour_panel"
_HTML = """
<div id="ring" popover="manual" aria-hidden="true"></div>
<section id="panel" popover="manual" aria-labelledby="title">
  <p id="place"></p><h2 id="title" tabindex="-1"></h2><p id="text"></p>
  <div>
    <button type="button" id="back"></button><button type="button" id="next"></button>
    <button type="button" id="skip"></button>
  </div>
</section>
"""


@cache
def _component() -> Any:
    return st.components.v2.component(
        "yardstick_tour",
        html=_HTML,
        css=(HERE / "tour.css").read_text(encoding="utf-8"),
        js=(HERE / "tour.js").read_text(encoding="utf-8"),
    )


def show_tour(words: Words) -> None:
    """Draws the panel of the step, and makes the page ready for it; nothing where no tour is under way."""
    tour = find_tour()
    # There with and without a tour: what comes behind it keeps its place, and its focus.
    place = st.container(key="ys-tour")
    if tour is None:
        return
    make_ready(words)
    step, last = STEPS[tour.step], tour.step == len(STEPS) - 1
    with place:
        _component()(
            key=_KEY,
            data={
                "step": tour.step,
                "at": "\n".join(step.at),
                "explain": step.explain,
                "place": words("tour.place", number=tour.step + 1, count=len(STEPS)),
                "title": words(f"tour.{step.name}.title"),
                "text": words(f"tour.{step.name}.text"),
                "back": words("tour.back") if tour.step else "",
                "next": words("tour.finish") if last else words("tour.next"),
                "skip": "" if last else words("tour.skip"),
                "lang": words.lang,
            },
            on_go_change=_go,
        )


def show_own_desk(words: Words) -> None:
    """The line above the desk while the tour runs: what is typed here is not saved, and the way out."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ys-keeping"):
        with st.container(width="stretch"):
            show(el("p", words("tour.own_desk"), cls="ys-kept ys-soft"))
        st.button(words("tour.end"), key="tour_end", on_click=end_tour)


def _go() -> None:
    """What was pressed; from a browser, so anything but the three is passed over."""
    said = (st.session_state.get(_KEY) or {}).get("go")
    if said == "next":
        turn(1)
    elif said == "back":
        turn(-1)
    elif said == "skip":
        end_tour()
