"""The page's logic without a browser: open it, put text into its fields, read what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from assistant.schema import Lang
from assistant.ui.desk import Desk

SCRIPT = Path(__file__).parents[2] / "streamlit_app.py"


def opened(lang: Lang = "en", **asked: str) -> AppTest:
    page = AppTest.from_file(str(SCRIPT), default_timeout=60)
    page.query_params["lang"] = lang
    for name, value in asked.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def go(page: AppTest, name: str) -> AppTest:
    """Another page of the app, in the same session."""
    # `AppTest.switch_page` knows pages that are files alone; a page that is a function goes by the hash of its address.
    page._page_hash = calc_hash("" if name == "write" else name)
    page.run()
    assert not page.exception
    return page


def desk_of(page: AppTest) -> Desk:
    found = page.session_state["desk"]
    assert isinstance(found, Desk)
    return found


def enter(page: AppTest, field: str, text: str) -> AppTest:
    """What the browser tells when a text has been typed into a field of the desk."""
    here = desk_of(page)
    said: dict[str, Any] = {"of": f"{here.id}.{field}", "serial": here.serial, "count": 1, "text": text}
    page.session_state["facts" if field == "source" else field] = {"said": said}
    return page.run()


def shown(page: AppTest) -> str:
    """Everything that the page shows as markup, without its styles and scripts."""
    assert not page.exception
    bodies = [element.proto.body for element in page.get("html")]
    return "\n".join(body for body in bodies if not body.startswith(("<style", "<script")))


def with_facts(facts: str, lang: Lang = "en") -> AppTest:
    return enter(opened(lang), "source", facts)
