"""The states that a page can be in, each reached as a person would; tests walk through all of them.

A page of `assistant.ui.pages.PAGES` is in here by its name alone, as it opens. What else it can look like is told by a
module of this folder with the page's name: functions marked with `state`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from assistant.ui.pages import PAGES
from assistant.ui.words import Words

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.chain.servers import ScriptedServer


@dataclass(frozen=True)
class Visit:
    """A page that has just been opened, in a language; the model that its app asks, if the state wants one."""

    page: Page
    words: Words
    model: ScriptedServer


Arrive = Callable[[Visit], None]


@dataclass(frozen=True)
class State:
    """How a page comes into it. `with_model`: of an app that knows a model, for which the visit scripts answers."""

    page: str
    name: str
    arrive: Arrive
    with_model: bool = False

    def __str__(self) -> str:
        return f"{self.page}-{self.name}"


_TOLD: list[State] = []


def state(page: str, *, with_model: bool = False) -> Callable[[Arrive], Arrive]:
    """Adds a state of a page, with the name of the function."""

    def add(arrive: Arrive) -> Arrive:
        _TOLD.append(State(page, arrive.__name__.replace("_", "-"), arrive, with_model))
        return arrive

    return add


def as_it_opens(visit: Visit) -> None:
    """Nothing is done."""


def find_states() -> tuple[State, ...]:
    """Every page as it opens, and all that was told of it, page by page."""
    for page in PAGES:
        name = f"tests.ui.states.{page}"
        if find_spec(name) is not None:
            import_module(name)
    opening = [State(page, "as-it-opens", as_it_opens) for page in PAGES]
    return tuple(one for page in PAGES for one in (*opening, *_TOLD) if one.page == page)
