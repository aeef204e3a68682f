"""What is kept while it is worked on: the product, the text under check, the persona in its form, the text listened to."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from assistant.schema.brief import Persona
from assistant.schema.pasted import Pasted
from assistant.schema.work import Work
from assistant.ui.check.paper import Paper
from assistant.ui.desk import Desk
from assistant.ui.kept import NAME_CHARS, Kept
from assistant.ui.personas.editing import Editing
from assistant.ui.personas.fields import raw_of
from assistant.ui.personas.listened import Listened
from assistant.ui.stores import documents


def _editing(text: str) -> Editing:
    persona = Persona(id="one", name=text)
    return Editing(persona, raw_of(persona), id="one")


OF_TEXT: dict[str, Callable[[str], Kept[Any]]] = {
    "product": lambda text: Desk(Work(source=text), id="one"),
    "check": lambda text: Paper(Pasted(text=text), id="one"),
    "persona": _editing,
    "listening": lambda text: Listened(text=text, id="one"),
}
each = pytest.mark.parametrize("kind", OF_TEXT)


def _elsewhere(kind: str, text: str, version: int) -> Kept[Any]:
    """The same document as another session has it, with another text, saved."""
    theirs = OF_TEXT[kind](text)
    theirs.version = version
    theirs.keep()
    assert not theirs.problem
    return theirs


@each
def test_it_is_found_again_under_its_name(kind: str) -> None:
    mine = OF_TEXT[kind]("Kettle " * 50)
    mine.keep()
    found = documents().load(kind, "one")
    assert found is not None
    assert (found.version, found.name, found.body) == (1, mine.shown_name, mine.body_of(mine.content))
    assert 0 < len(mine.shown_name) <= NAME_CHARS
    assert (mine.version, mine.saved_at, mine.saved) == (1, found.at, mine.content)


@each
def test_nothing_makes_no_document(kind: str) -> None:
    OF_TEXT[kind](" ").keep()
    assert documents().list(kind) == ()


@each
def test_what_has_not_changed_makes_no_version_but_stays_when_that_is_asked_for(kind: str) -> None:
    mine = OF_TEXT[kind]("Kettle")
    mine.keep()
    mine.keep()
    assert [one.auto for one in documents().history(kind, "one")] == [True]
    mine.keep(asked=True)
    assert [one.auto for one in documents().history(kind, "one")] == [False]


@each
def test_drawings_that_save_at_once_are_one_person(kind: str) -> None:
    mine = OF_TEXT[kind]("Kettle")
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: mine.keep(), range(24)))
    assert (mine.version, mine.outdated, mine.gone, mine.problem) == (1, None, False, "")


@each
def test_somebody_elses_text_is_told_and_stays(kind: str) -> None:
    mine = OF_TEXT[kind]("Mine")
    mine.keep()
    theirs = _elsewhere(kind, "Theirs", 1)
    mine.saved = None if mine.saved is None else OF_TEXT[kind]("Before").content
    mine.keep()
    assert mine.outdated is not None
    assert mine.outdated.body == theirs.body_of(theirs.content)
    mine.keep()
    mine.go_apart()
    mine.keep()
    assert (mine.version, mine.gone, mine.problem) == (1, False, "")
    assert sorted(row.name for row in documents().list(kind)) == ["Mine", "Theirs"]


@each
def test_a_new_name_alone_is_nobody_elses_text(kind: str) -> None:
    before = OF_TEXT[kind]("Before")
    before.keep()
    documents().rename(kind, "one", "Renamed", 1)
    mine = OF_TEXT[kind]("Mine")
    mine.version, mine.saved = 1, before.saved
    mine.keep()
    assert (mine.version, mine.outdated, mine.problem) == (3, None, "")
    assert mine.shown_name == ("Renamed" if kind == "product" else "Mine")


@each
def test_what_was_deleted_is_not_brought_back_by_a_save(kind: str) -> None:
    mine = OF_TEXT[kind]("Mine")
    mine.keep()
    documents().delete(kind, "one", 1)
    mine.keep(asked=True)
    assert mine.gone
    assert documents().list(kind) == ()


def test_nothing_of_a_trial_is_saved() -> None:
    Desk(Work(source="Kettle"), trial=True).keep(asked=True)
    assert documents().list("product") == ()
