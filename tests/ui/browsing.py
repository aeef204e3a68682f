"""Pages of the app as a person opens them: in a language, at a width, in a browser of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.schema import LANGS, Lang

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LOCALES: dict[Lang, str] = {"en": "en-GB", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
WIDTHS = (1440, 390)
# Each language and each width in each test, and every pair of them in some; `make soak` goes through all six in each.
WHOLLY = os.environ.get("YARDSTICK_EVERY_LANGUAGE") == "1"
PAIRS = [(lang, width) for lang in LANGS for width in WIDTHS]
EVERY = PAIRS if WHOLLY else [("en", 1440), ("zh-Hans", 390), ("zh-Hant", 1440)]
OTHERS = PAIRS if WHOLLY else [pair for pair in PAIRS if pair not in EVERY]
# A cold server reads the references before it answers.
PATIENCE_MS = 45_000

Open = Callable[..., "Page"]


# Fields of our own are put together by scripts that come after the page: until then their labels are empty. What is
# being unfolded takes a moment; a spinner alone goes on for ever. Whatever happens, this ends: a test then tells more.
_AT_REST = """
async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const moves = (one) => one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity;
  const comes = () => document.querySelector("[data-testid=stSkeleton]") !== null
    || [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")].some((one) =>
      !one.shadowRoot?.firstElementChild || [...one.shadowRoot.querySelectorAll("label")].some((label) => !label.textContent));
  const places = () => [...document.querySelectorAll("main button, main input, main summary, main [data-testid]")]
    .map((one) => Math.round(one.getBoundingClientRect().top)).join();
  let before = "";
  for (let frames = 0, still = 0; frames < 600 && still < 3; frames += 1) {
    await frame();
    const now = places();
    still = comes() || now !== before || document.getAnimations().some(moves) ? 0 : still + 1;
    before = now;
  }
}
"""


def at_rest(page: Page) -> None:
    """Waits until nothing on the page moves any more: what is clicked then is what was aimed at."""
    page.evaluate(_AT_REST)


def settled(page: Page) -> None:
    """Waits until the page has been drawn, nothing is being drawn anew, and all of it is in its place."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("[data-testid=stApp] [data-stale=true]").first.wait_for(state="detached")
    at_rest(page)


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
