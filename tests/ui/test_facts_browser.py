"""The table of facts and the choice of comparisons in a real Chromium: by mouse, by keyboard alone, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from assistant.schema import Lang
from assistant.ui.words import load_words
from tests.ui.browsing import EVERY, OTHERS, Open, opening, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

SOURCE: dict[Lang, str] = {
    "en": "Height: 58 m\nMemory: 8G\nThe best lamp in the world",
    "zh-Hans": "高度：58米\n内存：8G\n全球领先的台灯",
    "zh-Hant": "高度：58公尺\n記憶體：8G\n業界第一的檯燈",
}
SETTLED: dict[Lang, str] = {"en": "Memory: 8 GB", "zh-Hans": "内存：8GB", "zh-Hant": "記憶體：8GB"}


@pytest.fixture
def open_page(browser: Browser, app_url: str) -> Iterator[Open]:
    with opening(browser, app_url) as open_at:
        yield open_at


def rows(page: Page) -> Locator:
    return page.locator(".st-key-fact_table li[data-key]")


def fields(page: Page) -> Locator:
    return rows(page).locator("textarea")


def paste(page: Page, source: str) -> None:
    page.locator(".st-key-facts textarea").fill(source)
    rows(page).first.wait_for()


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Presses until the focus is there: whoever has no mouse gets there too."""
    for _ in range(200):
        if wanted.evaluate("node => node.getRootNode().activeElement === node"):
            return
        page.keyboard.press(key)
    raise AssertionError("the keyboard does not get there")


@pytest.mark.parametrize(("lang", "width"), EVERY)
def test_facts_are_edited_settled_added_deleted_and_left_out_by_mouse(open_page: Open, lang: Lang, width: int) -> None:
    from playwright.sync_api import expect

    page, words = open_page(lang, width), load_words(lang)
    paste(page, SOURCE[lang])
    expect(rows(page)).to_have_count(3)
    # A doubt asks, and is settled with a press.
    asked = rows(page).nth(1).locator(".question")
    expect(asked).to_contain_text("8G")
    asked.locator(".answers button").first.click()
    expect(fields(page).nth(1)).to_have_value(SETTLED[lang])
    expect(rows(page).nth(1).locator(".question")).to_have_count(0)
    expect(rows(page).nth(1)).to_contain_text(words("table.edited"))
    # Praise asks what a customer would ask.
    expect(rows(page).nth(2).locator(".praise")).to_be_visible()
    rows(page).nth(1).locator("button.back").click()
    expect(rows(page).nth(1).locator(".question")).to_have_count(1)
    rows(page).nth(0).locator("button", has_text=words("table.add_below")).click()
    expect(rows(page)).to_have_count(4)
    expect(fields(page).nth(1)).to_be_focused()
    page.keyboard.type("348 g")
    expect(rows(page).nth(1).locator(".figures")).to_contain_text("348")
    rows(page).nth(3).locator("button.gone").click()
    expect(rows(page)).to_have_count(3)
    rows(page).nth(2).locator("input").uncheck()
    expect(page.locator(".ys-from.ys-unused")).to_have_count(2)
    page.locator(".st-key-undo button").click()
    expect(page.locator(".ys-from.ys-unused")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    settled(page)
    for target in page.locator(".st-key-fact_table").locator("button:visible, input:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] + box["width"] <= width


def test_a_row_shows_its_place_in_the_source_and_a_place_its_row(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    paste(page, SOURCE["en"])
    expect(rows(page)).to_have_count(3)
    fields(page).nth(1).focus()
    expect(page.locator(".ys-from.ys-lit")).to_have_text("Memory: 8G", use_inner_text=True)
    fields(page).nth(2).hover()
    expect(page.locator(".ys-from.ys-lit")).to_have_count(2)
    page.locator(".ys-from").first.hover()
    expect(rows(page).nth(0)).to_have_class("lit")
    # By keyboard: the figure in the source is focused, and its row is shown.
    page.mouse.move(0, 0)
    page.locator(".ys-from .ys-mark").nth(1).focus()
    expect(rows(page).nth(1)).to_have_class("lit")


@pytest.mark.parametrize("width", [1440, 390])
def test_everything_goes_by_keyboard_alone(open_page: Open, width: int) -> None:
    from playwright.sync_api import expect

    page, words = open_page("en", width), load_words("en")
    page.locator(".st-key-facts textarea").focus()
    page.keyboard.type("Height: 58 m\nWeight: 348 g")
    expect(rows(page)).to_have_count(2)
    tab_to(page, fields(page).nth(0))
    page.keyboard.press("End")
    page.keyboard.type(", with its mast")
    page.keyboard.press("Enter")
    expect(fields(page).nth(1)).to_be_focused()
    page.keyboard.type("Depth: 2 m")
    expect(rows(page).nth(1).locator(".figures")).to_contain_text("2 m")
    page.keyboard.press("Alt+ArrowDown")
    expect(fields(page).nth(2)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Alt+ArrowUp")
    tab_to(page, rows(page).nth(2).locator("input"))
    page.keyboard.press("Space")
    expect(page.locator(".ys-from.ys-unused")).to_have_count(1)
    tab_to(page, fields(page).nth(1), "Shift+Tab")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Backspace")
    expect(rows(page)).to_have_count(2)
    expect(fields(page).nth(0)).to_be_focused()
    pin = page.locator("[class*='st-key-pin-'] button").first
    tab_to(page, pin)
    page.keyboard.press("Enter")
    expect(page.locator(".ys-chip", has_text=words("choosing.pinned"))).to_have_count(1)
    others = page.locator("[class*='st-key-others-'] summary").first
    tab_to(page, others)
    page.keyboard.press("Enter")
    expect(page.locator("[class*='st-key-never-'] button")).not_to_have_count(1)
    never = page.locator("[class*='st-key-never-'] button").nth(1)
    tab_to(page, never)
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-ys-card-never")).to_be_visible()
    tab_to(page, page.locator(".st-key-ys-card-never button").first, "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-ys-card-never")).to_have_count(0)


@pytest.mark.parametrize(("lang", "width"), OTHERS)
def test_a_comparison_is_pinned_and_stands_in_the_draft(open_page: Open, lang: Lang, width: int) -> None:
    from playwright.sync_api import expect

    page, words = open_page(lang, width), load_words(lang)
    paste(page, SOURCE[lang])
    page.locator("[class*='st-key-others-'] summary").first.click()
    expect(page.locator("[class*='st-key-pin-'] button")).not_to_have_count(1)
    page.locator("[class*='st-key-pin-'] button").nth(1).click()
    expect(page.locator(".ys-best").first).to_contain_text(words("choosing.pinned"))
    page.locator(".st-key-write button").click()
    page.locator(".ys-sheet").first.wait_for()
    expect(page.locator(".ys-best").first).to_contain_text(words("compared.in_draft"))
    page.locator("[class*='st-key-unpin-'] button").first.click()
    expect(page.locator(".ys-chip", has_text=words("choosing.pinned"))).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_was_typed_into_a_row_is_there_after_a_reload(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    paste(page, SOURCE["en"])
    expect(rows(page)).to_have_count(3)
    fields(page).nth(0).fill("Height: 61 m")
    expect(rows(page).nth(0)).to_contain_text(load_words("en")("table.edited"))
    expect(page.locator(".ys-kept")).to_contain_text(load_words("en")("kept.saved"))
    page.reload()
    expect(fields(page).nth(0)).to_have_value("Height: 61 m")


def test_two_hundred_facts_are_turned_page_by_page_and_a_source_of_a_book_s_length_is_bounded(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    facts = "\n".join(
        f"Part {number}: {number + 1} kg of a steel that is painted and dried" for number in range(12_000)
    )
    page.locator(".st-key-facts textarea").focus()
    page.evaluate("text => navigator.clipboard.writeText(text)", facts[:600_000])
    page.keyboard.press("Control+V")
    rows(page).first.wait_for()
    expect(rows(page)).to_have_count(40)
    expect(page.locator(".st-key-fact_table .pages")).to_contain_text("1–40 of 200")
    page.locator(".st-key-fact_table .pages button").last.click()
    expect(page.locator(".st-key-fact_table .pages")).to_contain_text("41–80 of 200")
    expect(fields(page).first).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(", twice")
    expect(rows(page).first).to_contain_text(load_words("en")("table.edited"))
    assert page.evaluate("document.querySelector('.ys-pane').textContent.length") < 100_000
    assert page.evaluate("document.querySelectorAll('*').length") < 15_000


HOSTILE = '<script>window.hit=1</script> ![x](https://evil.example/a.png) <img src=x onerror="window.hit=1"> 8G [a](javascript:1)'


def test_hostile_text_is_text_in_every_part(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    paste(page, f"{HOSTILE}\nHeight: 58 m")
    expect(fields(page).first).to_have_value(HOSTILE)
    rows(page).nth(0).locator("button", has_text=load_words("en")("table.add_below")).click()
    expect(fields(page).nth(1)).to_be_focused()
    page.keyboard.type(HOSTILE)
    expect(rows(page).nth(1).locator(".question")).to_be_visible()
    page.locator("[class*='st-key-pin-'] button").first.click()
    assert page.evaluate("window.hit === undefined")
    # Nothing of it has become markup; what fetches anything fails the fixture.
    assert page.locator(".st-key-fact_table").locator("img, script:not([src]), a").count() == 0
    assert page.locator(".ys-source").locator("img, script, a").count() == 0


_COUNT_SENT = """
window.sent = [];
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) { window.sent.push(data.byteLength ?? data.length); send.call(this, data); };
"""


def test_a_large_file_travels_once_and_not_with_every_later_click(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    page.add_init_script(_COUNT_SENT)
    page.reload()
    body = f"<p>Weight: 348 g</p><!-- {'-' * 300_000} --><p>The best lamp</p>".encode()
    page.locator(".st-key-upload input").set_input_files({"name": "a.html", "mimeType": "text/html", "buffer": body})
    expect(rows(page)).to_have_count(2)
    page.wait_for_function("() => Math.max(...window.sent) > 300_000 && window.sent.at(-1) < 100_000")
    page.evaluate("window.sent = []")
    page.locator(".st-key-undo button").click()
    expect(rows(page)).to_have_count(0)
    assert 0 < page.evaluate("Math.max(...window.sent)") < 100_000
    # The same file once more is another choice.
    page.locator(".st-key-upload input").set_input_files({"name": "a.html", "mimeType": "text/html", "buffer": body})
    expect(rows(page)).to_have_count(2)
