"""Pages of the app as a person opens them: in a language, at a width, in a browser of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.schema import LANGS, Lang

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LOCALES: dict[Lang, str] = {"en": "en-GB", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
WIDTHS = (1440, 390)
EVERY = [(lang, width) for lang in LANGS for width in WIDTHS]
# A cold server reads the references before it answers.
PATIENCE_MS = 45_000

Open = Callable[..., "Page"]


def settled(page: Page) -> None:
    """Waits until the page has been drawn and nothing is being drawn anew."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("[data-testid=stApp] [data-stale=true]").first.wait_for(state="detached")
    # What a change of the page has the browser put right.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@contextmanager
def opening(browser: Browser, app_url: str) -> Iterator[Open]:
    """Opens the app in a browser of its own; at the end nothing may have been asked of any other machine."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE_MS)
    contexts = []
    asked: list[str] = []

    def open_at(lang: Lang = "en", width: int = 1440, query: str = "", ready: str = ".st-key-write button") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            locale=LOCALES[lang],
            permissions=["clipboard-read", "clipboard-write"],
            has_touch=width < 640,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda socket: asked.append(socket.url))
        page.goto(f"{app_url}/{query}")
        page.locator(ready).wait_for()
        return page

    try:
        yield open_at
    finally:
        for context in contexts:
            context.close()
    hosts = {urlsplit(url).hostname for url in asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts <= {"127.0.0.1"}
