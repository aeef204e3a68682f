"""What every page needs is imported and read while nobody waits for it yet: the first facts would take seconds otherwise.

Nothing is kept here: each part keeps what it has read. LangChain is not among it; who has no model never needs it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from importlib import import_module

from assistant.ui.pages import PAGES

# Two threads that compute take turns: what comes after the first page is not read while that is drawn. Where nobody
# opens one, it is read all the same.
FIRST_PAGE_S = 3.0
_LOG = logging.getLogger(__name__)
_drawn = threading.Event()


def start_warming() -> threading.Thread:
    """Begins in a thread of its own, which ends with the process."""
    thread = threading.Thread(target=warm, args=(FIRST_PAGE_S,), name="warming", daemon=True)
    thread.start()
    return thread


def page_drawn() -> None:
    """Tells that somebody has a page before them: now the rest can be read."""
    _drawn.set()


def warm(first_page_s: float = 0.0) -> None:
    """All of it, in the order in which a visitor comes to need it. What fails here fails again, and is told, on a page.

    In between, the first page is waited for, at most for so many seconds.
    """
    _read(FOR_FIRST_PAGE)
    _drawn.wait(first_page_s)
    _read(FOR_FACTS)


def _read(parts: Iterable[Callable[[], None]]) -> None:
    for part in parts:
        try:
            part()
        except Exception:  # noqa: BLE001 - nobody has asked for anything yet
            _LOG.debug("%s could not be read ahead", part, exc_info=True)


def _frame() -> None:
    from assistant.schema import LANGS
    from assistant.ui.words import load_words

    # Streamlit's own: for the icon of the page, and for labels that are not in English.
    for name in ("numpy", "PIL.Image", "streamlit.emojis"):
        import_module(name)
    for lang in LANGS:
        load_words(lang)


def _first_page() -> None:
    from assistant.personas import load_personas
    from assistant.schema import LANGS
    from assistant.ui.examples import load_examples

    import_module(f"assistant.ui.pages.{PAGES[0]}")
    load_personas()
    for lang in LANGS:
        load_examples(lang)


def _store() -> None:
    from assistant.store.places import find_place

    import_module("assistant.store.opening")
    place = find_place()
    if place.path is None or not place.path.exists():
        # A new store is made by Alembic.
        import_module("alembic.command")


def _writing() -> None:
    """What is compiled on first use is compiled by a first use, in every language."""
    from assistant.draft import write
    from assistant.schema import LANGS
    from assistant.schema.brief import Brief
    from assistant.ui.examples import load_examples

    for name in ("compared.section", "facts.section", "sheet", "drafts.fields"):
        import_module(f"assistant.ui.{name}")
    for lang in LANGS:
        example = load_examples(lang)[0]
        write(Brief(facts=tuple(example.facts.splitlines()), product=example.product, lang=lang))


FOR_FIRST_PAGE: tuple[Callable[[], None], ...] = (_frame, _first_page)
FOR_FACTS: tuple[Callable[[], None], ...] = (_store, _writing)
