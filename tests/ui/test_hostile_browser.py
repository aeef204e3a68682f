"""Hostile text and files in a real Chromium: nothing runs, nothing is fetched, no element comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.ui.pages import PAGES
from tests.ui.browsing import opening, settled
from tests.ui.hostile import HOST, LINES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

pytestmark = pytest.mark.browser

# A browser sends no halves of characters.
TYPED = LINES.encode("utf-8", "ignore").decode().replace("\0", "")
NAME = f'"><img src=//{HOST}/x onerror=window.struck=1>{chr(0x202E)}lmay.yaml'
_ELEMENTS = f"""
() => {{
  const strange = [], css = 'form:not(.reason), iframe, object, embed, base, meta, link, [onload], [onerror], [onmouseover], [onbegin],'
    + '[href*="{HOST}"], [src*="{HOST}"], [style*="{HOST}"], [action], script, marquee';
  const look = (root) => {{
    for (const one of root.querySelectorAll(css)) strange.push(one.outerHTML.slice(0, 160));
    for (const one of root.querySelectorAll("*")) if (one.shadowRoot) look(one.shadowRoot);
  }};
  look(document.querySelector('[data-testid="stMain"]'));
  return strange;
}}
"""


def assert_harmless(page: Page) -> None:
    settled(page)
    assert page.evaluate("window.struck") is None
    assert page.evaluate(_ELEMENTS) == []
    assert page.locator("[data-testid=stException]").count() == 0
    # In sight, or nothing of it is seen.
    assert page.locator(".st-key-ys-nav").is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_what_is_typed_and_picked_does_nothing(browser: Browser, app_url: str, name: str) -> None:
    with opening(browser, app_url) as open_at:
        page = open_at(query="" if name == PAGES[0] else name, ready=".st-key-ys-nav")
        settled(page)
        for field in page.locator("main textarea, main input:is([type=text], [type=password], [type=search])").all():
            if field.is_visible() and field.is_editable() and field.get_attribute("role") != "combobox":
                field.fill(TYPED if field.evaluate("own => own.tagName") == "TEXTAREA" else TYPED.replace("\n", " "))
        page.keyboard.press("Control+Enter")
        assert_harmless(page)
        file: FilePayload = {"name": NAME, "mimeType": "text/plain", "buffer": TYPED.encode()}
        for place in page.locator("main input[type=file]").all():
            place.set_input_files(file)
            assert_harmless(page)
        for other in page.locator(".st-key-ys-nav a").all():
            other.click()
            assert_harmless(page)
