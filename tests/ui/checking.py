"""The page Check without a browser: open it, paste a text, do what its list can do."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from assistant.schema import Lang
from assistant.ui.check.paper import Paper
from tests.ui.entering import SCRIPT


def opened(lang: Lang = "en", **asked: str) -> AppTest:
    page = AppTest.from_file(str(SCRIPT), default_timeout=60)
    page.query_params["lang"] = lang
    page.run()
    return go_to(page, "check", **asked)


def go_to(page: AppTest, name: str, **asked: str) -> AppTest:
    for key, value in asked.items():
        page.query_params[key] = value
    page._page_hash = calc_hash(name)
    page.run()
    assert not page.exception
    return page


def paper_of(page: AppTest) -> Paper:
    found = page.session_state["paper"]
    assert isinstance(found, Paper)
    return found


def paste(page: AppTest, text: str) -> AppTest:
    """What the browser tells when a text has been typed into the field."""
    here = paper_of(page)
    page.session_state["pasted"] = {"said": {"of": f"{here.id}.text", "serial": here.serial, "count": 1, "text": text}}
    page.run()
    assert not page.exception
    return page


def checked(text: str, lang: Lang = "en") -> AppTest:
    return paste(opened(lang), text)


def rewrite(page: AppTest) -> AppTest:
    """Asks for the rewrite, and looks again when it is made: on a busy machine that takes longer than the page waits."""
    page.button(key="rewrite").click().run()
    if "check_rewriting" in page.session_state:
        assert page.session_state["check_rewriting"][2].wait(60)
    page.run()
    assert not page.exception
    return page


def cards(page: AppTest, key: str = "findings") -> dict[str, Any]:
    """What a list of the page was given to draw; of `findings`, `dismissed`, `proposals`."""
    import json

    for element in page.get("bidi_component"):
        proto = element.proto
        if f"-{key}" in proto.id or proto.id.endswith(key):
            data: dict[str, Any] = json.loads(proto.json)
            return data
    return {"cards": []}
