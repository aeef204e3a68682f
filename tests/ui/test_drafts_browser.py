"""A draft in a real Chromium: edited in place by mouse and by keyboard, its proofs under the pointer and the caret."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from assistant.schema import Lang
from assistant.ui.words import load_words
from tests.ui.browsing import EVERY, Open, opening

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

BRAG: dict[Lang, str] = {
    "en": " It beats 77 rockets.",
    "zh-Hans": "它胜过77枚火箭。",
    "zh-Hant": "它勝過77枚火箭。",
}


@pytest.fixture
def open_page(browser: Browser, app_url: str) -> Iterator[Open]:
    with opening(browser, app_url) as open_at:
        yield open_at


def drafted(page: Page) -> None:
    page.locator(".st-key-example_0 button").click()
    page.locator(".ys-source").wait_for()
    page.locator(".st-key-write button").click()
    page.locator(".ys-sheet").wait_for()


def look(page: Page, lang: Lang, view: str) -> None:
    page.locator(".st-key-draft_view").get_by_text(load_words(lang)(f"drafts.view_{view}"), exact=True).click()


def paragraph(page: Page) -> Locator:
    return page.locator(".st-key-draft_0_paragraph textarea")


@pytest.mark.parametrize(("lang", "width"), EVERY)
def test_marks_lie_under_their_words_and_follow_what_is_typed(open_page: Open, lang: Lang, width: int) -> None:
    from playwright.sync_api import expect

    page = open_page(lang, width)
    drafted(page)
    look(page, lang, "edit")
    field = paragraph(page)
    field.click()
    field.press("End")
    field.press("Control+End")
    field.press_sequentially(BRAG[lang], delay=5)
    bad = page.locator(".st-key-draft_0_paragraph .mark.error").first
    expect(bad).to_contain_text("77")
    expect(page.locator(".ys-objections").first).to_contain_text("77")
    # The lines lie on a copy of the text: both must break alike, or the wrong words are underlined.
    sizes = page.evaluate(
        """() => {
          const find = (node, css) => {
            if (node.shadowRoot) { const hit = find(node.shadowRoot, css); if (hit) return hit; }
            const own = node.querySelector?.(css); if (own) return own;
            for (const child of node.querySelectorAll?.("*") ?? []) {
              if (child.shadowRoot) { const hit = find(child.shadowRoot, css); if (hit) return hit; }
            }
            return null;
          };
          const place = document.querySelector(".st-key-draft_0_paragraph");
          const field = find(place, "textarea"), back = find(place, ".back");
          const looks = ["fontSize", "fontFamily", "lineHeight", "paddingLeft", "paddingTop", "letterSpacing", "width"];
          const of = (node) => Object.fromEntries(looks.map((one) => [one, getComputedStyle(node)[one]]));
          return [of(field), of(back), field.scrollHeight, field.clientHeight];
        }"""
    )
    assert sizes[0] == sizes[1]
    assert sizes[2] <= sizes[3] + 1
    # The caret stands in the claim: what is wrong with it is said there, and goes on Escape.
    tip = page.locator(".st-key-draft_0_paragraph .tip")
    for _ in range(len(BRAG[lang]) // 2):
        field.press("ArrowLeft")
        if tip.is_visible():
            break
    expect(tip).to_contain_text("77")
    field.press("Escape")
    expect(tip).to_be_hidden()
    box = bad.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(tip).to_contain_text("77")
    page.locator(".st-key-as_written_0_paragraph button").click()
    expect(page.locator(".st-key-draft_0_paragraph .mark.error")).to_have_count(0)


@pytest.mark.parametrize("width", [1440, 390])
def test_a_draft_is_gone_through_by_keyboard_alone(open_page: Open, width: int) -> None:
    from playwright.sync_api import expect

    page, words = open_page("en", width), load_words("en")
    page.locator(".st-key-facts textarea").focus()
    page.keyboard.insert_text("Height: 43 m\nWeight: 348 g")
    page.keyboard.press("Control+Enter")
    page.locator(".ys-sheet").wait_for()
    page.locator(".st-key-draft_view button").nth(0).focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    first = page.locator(".st-key-approve_0 button")
    first.wait_for()
    first.focus()
    page.keyboard.press("Enter")
    expect(first).to_contain_text(words("drafts.take_back"))
    anew = page.locator(".st-key-anew_1 button")
    anew.focus()
    page.keyboard.press("Enter")
    page.locator(".st-key-suggest button").wait_for()
    page.locator(".st-key-suggest button").focus()
    page.keyboard.press("Enter")
    take = page.locator(".st-key-take_0 button")
    take.wait_for()
    take.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-suggest")).to_have_count(0)


def test_what_is_copied_is_the_version_that_is_looked_at_with_its_edits(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page("en")
    drafted(page)
    page.locator(".st-key-ys-draft-bar").get_by_text("Version 2", exact=True).click()
    look(page, "en", "edit")
    headline = page.locator(".st-key-draft_1_headline textarea")
    headline.fill("Eight seconds")
    page.locator(".st-key-as_written_1_headline").wait_for()
    for key, expected in (
        ("copy", "Eight seconds\n"),
        ("copy_markdown", "# Eight seconds\n"),
        ("copy_html", "<h1>Eight seconds</h1>"),
    ):
        page.locator(f".st-key-{key} button").click()
        expect(page.locator(f".st-key-{key} [role=status]")).not_to_be_empty()
        assert page.evaluate("navigator.clipboard.readText()").startswith(expected)
    with page.expect_download() as download:
        page.locator(".st-key-download_html button").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert "<h1>Eight seconds</h1>" in text
    assert "<table>" in text
