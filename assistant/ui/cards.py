"""A list whose entries can be acted on: gone to in the text, taken, refused, dismissed with a reason.

Drawn in the browser, because a hundred entries of Streamlit's own buttons and fields would make every drawing slow. What
is said in an entry travels as data and is put in as text, never as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from assistant.errors import YardstickError
from assistant.schema import Level
from assistant.ui.markup import spelled
from assistant.ui.page import alert
from assistant.ui.words import Words

HERE = Path(__file__).parent
# What a person may write as a reason.
REASON_CHARS = 500

# A stretch of words that stays, goes ("del") or comes ("ins").
Run = tuple[Literal["same", "del", "ins"], str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an entry: what it is, what it says, in which language if not the page's, and where it leads."""

    lead: str
    text: str
    lang: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """A button. `pressed` is None for one that does something, else whether it is the choice that was made."""

    name: str
    label: str
    pressed: bool | None = None
    main: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Words before and after, side by side."""

    before: tuple[Run, ...]
    after: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class More:
    """What unfolds below an entry."""

    summary: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An entry. `head` is in the language `lang`; `jump` names the mark in the text that it leads to; `about` tells its
    buttons apart for those who hear them; with `reason` it can be dismissed.
    """

    id: str
    head: str
    lang: str
    about: str
    level: Level | Literal[""] = ""
    jump: str = ""
    chips: tuple[tuple[str, str], ...] = ()
    said: tuple[Line, ...] = ()
    pair: Pair | None = None
    more: More | None = None
    actions: tuple[Action, ...] = ()
    reason: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did to an entry; `stamp` tells which text they saw."""

    card: str
    name: str
    stamp: str
    reason: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class GoTo:
    """A mark to be shown, once for every count."""

    mark: str
    count: int = field(default=0)


@cache
def _component() -> Any:
    return st.components.v2.component(
        "yardstick_cards",
        html="<ul>\n</ul>",
        css=(HERE / "cards.css").read_text(encoding="utf-8"),
        js=(HERE / "cards.js").read_text(encoding="utf-8"),
    )


def show_cards(
    cards: Sequence[Card],
    label: str,
    words: Words,
    *,
    key: str,
    stamp: str,
    on_act: Callable[[Act], None],
    goto: GoTo | None = None,
) -> None:
    """Draws the list. `on_act` is called before the page is drawn again, with what somebody did; what goes wrong in it
    is said above the list.
    """

    def acted() -> None:
        said = (st.session_state.get(key) or {}).get("act")
        act = read_act(said)
        if act is not None:
            try:
                on_act(act)
            except YardstickError as error:
                st.session_state[f"{key}_problem"] = str(error)

    if problem := st.session_state.pop(f"{key}_problem", ""):
        alert(problem, "bad")

    said = {
        name: words(f"cards.{name}")
        for name in ("before", "after", "dismiss", "reason", "wide", "save", "cancel", "missing", "jump")
    }
    data = {
        "cards": [_as_data(card) for card in cards],
        "label": label,
        "stamp": stamp,
        "words": {**said, "lang": words.lang},
        "goto": asdict(goto) if goto else None,
    }
    _component()(key=key, data=data, on_act_change=acted, width="stretch")


def read_act(said: Any) -> Act | None:
    """What a browser tells, if it is of the form that cards.js gives it.

    >>> read_act({"card": "3", "name": "go", "stamp": "a"})
    Act(card='3', name='go', stamp='a', reason='', wide=False)
    >>> read_act({"card": 3})
    """
    if not isinstance(said, dict):
        return None
    card, name, stamp, reason = (said.get(part, "") for part in ("card", "name", "stamp", "reason"))
    if not all(isinstance(part, str) for part in (card, name, stamp, reason)):
        return None
    return Act(card, name, stamp, reason[:REASON_CHARS], said.get("wide") is True)


def _as_data(card: Card) -> dict[str, Any]:
    """The entry as data; what a reader cannot see but a browser obeys is spelled out, as `markup.text` does."""
    said: dict[str, Any] = _spelled(asdict(card))
    return said


def _spelled(value: Any) -> Any:
    if isinstance(value, str):
        return spelled(value)
    if isinstance(value, dict):
        return {key: _spelled(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_spelled(inner) for inner in value]
    return value
