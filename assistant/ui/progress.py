"""A draft by a model: what it takes at most, its steps and its text as they come, the button that stops it, its end."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.chain.cancelling import Cancelled
from assistant.chain.settings import ModelSettings, is_local
from assistant.draft.by_model import what_it_took
from assistant.draft.steps import say_step
from assistant.errors import YardstickError
from assistant.playbook import load_playbook
from assistant.tokens import BudgetReached
from assistant.ui.drafting import estimate
from assistant.ui.markup import el
from assistant.ui.page import alert, hint, model_at, section, show
from assistant.ui.sheet import render_texts
from assistant.ui.words import Words
from assistant.ui.writing import Outcome, Unexpected, Writing

if TYPE_CHECKING:
    from assistant.chain.estimating import AtMost
    from assistant.schema.brief import Brief

# As often as an eye takes it for flowing, and no more.
_LOOK_EVERY_S = 0.4

_HTML = '<ol aria-hidden="true"></ol><p role="status" aria-live="polite"></p>'
_CSS = """
ol { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0; padding: 0; list-style: none; font: inherit; font-size: .95rem; }
li { color: #52606b; }
li.done::after { content: " ✓"; color: #0f5e66; font-weight: 700; }
li.now { color: #0f5e66; font-weight: 600; }
li.now::after { content: " …"; }
p { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
"""
# The same element all along: a screen reader reads out what changes in it, not what comes new.
_JS = """
export default function ({ data, parentElement }) {
  const list = parentElement.querySelector("ol");
  const status = parentElement.querySelector("p");
  list.lang = status.lang = data.lang;
  list.replaceChildren(...data.steps.map((said, place) => {
    const item = document.createElement("li");
    item.textContent = said;
    item.className = place + 1 < data.steps.length ? "done" : "now";
    return item;
  }));
  if (status.textContent !== data.told) status.textContent = data.told;
}
"""


@cache
def _component() -> Any:
    return st.components.v2.component("yardstick_steps", html=_HTML, css=_CSS, js=_JS)


def announce(told: str, words: Words, key: str, steps: tuple[str, ...] = ()) -> None:
    """Says something to screen readers when it changes, and shows `steps`, of which the last is under way."""
    # A tuple: for a list Streamlit imports pandas, to see whether it is a table.
    _component()(data={"steps": tuple(steps), "told": told, "lang": words.lang}, key=key)


def show_progress(writing: Writing, words: Words) -> None:
    """The place of the draft while it is written; the page is drawn anew when it is done."""
    section(words("draft.heading"), words("draft.being_written", model=model_at(writing.settings, words)), first=True)
    _follow(writing, words)


@st.fragment(run_every=_LOOK_EVERY_S)
def _follow(writing: Writing, words: Words) -> None:
    if writing.outcome is not None:
        st.rerun()
    steps = tuple(say_step(step, 1, words.lang) for step in writing.steps)
    if writing.cancelled:
        steps = (*steps, words("write.stopping"))
    announce(steps[-1] if steps else "", words, "steps", steps)
    st.button(words("write.cancel"), key="cancel", on_click=writing.cancel, shortcut="Esc", disabled=writing.cancelled)
    _show_unchecked(writing, words)


def _show_unchecked(writing: Writing, words: Words) -> None:
    """The text so far, without a mark of proof and with nothing to take it along by."""
    brief = writing.brief
    wanted = load_playbook().channel(brief.channel).written
    texts = {field: text for field, text in writing.texts.items() if field in wanted}
    if texts:
        warning = el("p", words("draft.unchecked"), cls="ys-hint ys-care")
        show(el("div", warning, render_texts(texts, (), brief.lang, words), cls="ys-unchecked"))


def show_outcome(outcome: Outcome | None, words: Words) -> None:
    """What came of the last draft that a model was asked for, where that is not the draft itself."""
    why = outcome.why_none if outcome is not None else None
    told = "" if outcome is None else words("write.ready") if why is None else _said(why, words)
    announce(told, words, "ready")
    if outcome is None or why is None:
        return
    took = what_it_took(outcome.calls, words.lang)
    if isinstance(why, Cancelled) and not is_local(outcome.settings):
        took = (*took, words("write.stopped_cost"))
    alert(told, "" if isinstance(why, Cancelled) else "bad", took)


def _said(error: YardstickError, words: Words) -> str:
    if isinstance(error, Cancelled):
        return words("write.stopped")
    if isinstance(error, BudgetReached):
        return say_budget(error, words)
    return words("error.unexpected") if isinstance(error, Unexpected) else str(error)


def say_budget(error: BudgetReached, words: Words) -> str:
    """That the budget does not suffice, with its figures."""
    return words("error.budget", asked=f"{error.asked:.4f}", left=f"{error.left:.4f}", limit=f"{error.limit:f}")


def show_estimate(brief: Brief, settings: ModelSettings, words: Words) -> None:
    """What a draft takes at most, before it is asked for."""
    most = estimate(brief, settings)
    if most is not None:
        show_most(most, settings, words)


def show_most(most: AtMost, settings: ModelSettings, words: Words) -> None:
    """What something takes at most, before it is asked for."""
    tokens = f"{round_up(most.tokens):,}"
    if most.local:
        hint(words("write.estimate_own", tokens=tokens))
    elif most.cost is None:
        hint(words("write.estimate_unpriced", tokens=tokens, model=settings.model))
    else:
        cost = f"{most.cost.quantize(Decimal('0.01'), ROUND_UP)} {most.currency}"
        hint(words("write.estimate", tokens=tokens, cost=cost))


def round_up(tokens: int) -> int:
    """A bound that nobody takes for a count: hundreds, upwards.

    >>> round_up(35_150), round_up(400)
    (35200, 400)
    """
    return -(-tokens // 100) * 100
