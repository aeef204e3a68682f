"""The main job in a real Chromium, in each language, on a desk and on a phone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.schema import LANGS, Lang
from assistant.ui.examples import load_examples
from assistant.ui.words import load_words
from tests.ui.browsing import EVERY, Open, opening

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(browser: Browser, app_url: str) -> Iterator[Open]:
    with opening(browser, app_url) as open_at:
        yield open_at


def write_example(page: Page, place: int = 0) -> None:
    page.locator(f".st-key-example_{place} button").click()
    page.locator(".ys-source, .ys-bad").first.wait_for()
    assert page.locator(".ys-bad").all_inner_texts() == []
    page.locator(".st-key-write button").click()
    page.locator(".ys-sheet").wait_for()


@pytest.mark.parametrize(("lang", "width"), EVERY)
def test_an_example_becomes_a_draft_with_all_that_proves_it(open_page: Open, lang: Lang, width: int) -> None:
    from playwright.sync_api import expect

    page, words = open_page(lang, width), load_words(lang)
    write_example(page)
    # The facts as given, each quantity marked; the praise says on focus what a customer would ask.
    expect(page.locator(".ys-source .ys-quantity .ys-words").first).to_be_visible()
    praise = page.locator(".ys-source .ys-warning, .ys-source .ys-error").first
    praise.focus()
    described = page.locator(f"#{praise.get_attribute('aria-describedby')}")
    expect(described).to_be_visible()
    expect(described).to_contain_text(words("recognised.question"))
    box = described.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    # Comparisons with working and source, and the ladder.
    expect(page.locator(".ys-meta dd").first).to_contain_text("÷")
    expect(page.locator(".ys-meta a").first).to_have_attribute("href", re.compile("^https?://"))
    ladder = page.locator("img.ys-ladder").first
    expect(ladder).to_be_visible()
    assert page.evaluate("img => img.complete && img.naturalWidth > 0", ladder.element_handle())
    # The draft: every number proven, on focus and in the table.
    number = page.locator(".ys-sheet .ys-number").first
    number.focus()
    expect(page.locator(f"#{number.get_attribute('aria-describedby')}")).to_be_visible()
    page.locator(".st-key-ys-draft summary").first.click()
    assert page.locator(".st-key-ys-draft tbody tr").count() == page.locator(".ys-sheet .ys-number").count()
    expect(page.locator(".st-key-ys-draft tbody tr").first).to_be_visible()
    # Nothing sticks out sideways.
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("html")).to_have_attribute("lang", lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_browser_s_language_is_the_first_and_the_switch_is_remembered_in_the_address(
    open_page: Open, lang: Lang
) -> None:
    from playwright.sync_api import expect

    page = open_page(lang)
    expect(page.locator(".ys-brand p")).to_have_text(load_words(lang)("app.tagline"))
    other: Lang = "en" if lang != "en" else "zh-Hant"
    names = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
    page.get_by_role("radio", name=names[other]).click()
    expect(page.locator(".ys-brand p")).to_have_text(load_words(other)("app.tagline"))
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page).to_have_url(re.compile(f"lang={other}"))
    page.reload()
    expect(page.locator(".ys-brand p")).to_have_text(load_words(other)("app.tagline"))


def test_what_was_typed_survives_a_change_of_language(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page("en")
    page.locator(".st-key-facts textarea").fill("Weight: 348 g")
    page.locator(".st-key-product input").fill("Packlight")
    page.locator(".st-key-product input").press("Enter")
    expect(page.locator(".ys-source")).to_contain_text("348 g")
    page.get_by_role("radio", name="繁體中文").click()
    expect(page.locator(".ys-brand p")).to_have_text(load_words("zh-Hant")("app.tagline"))
    expect(page.locator(".st-key-facts textarea")).to_have_value("Weight: 348 g")
    expect(page.locator(".st-key-product input")).to_have_value("Packlight")


@pytest.mark.parametrize("lang", LANGS)
def test_the_keyboard_alone_writes_and_copies(open_page: Open, lang: Lang) -> None:
    from playwright.sync_api import expect

    page, words = open_page(lang), load_words(lang)
    facts = page.locator(".st-key-facts textarea")
    facts.focus()
    page.keyboard.insert_text(load_examples(lang)[1].facts)
    page.keyboard.press("Control+Enter")
    page.locator(".ys-sheet").wait_for()
    copy = page.get_by_role("button", name=words("draft.copy_text"))
    copy.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(words("draft.copied"), exact=True)).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    sheet = page.locator(".ys-sheet")
    told = [part for part in sheet.locator("h3, p:not(.ys-hint), li").all() if part.inner_text().strip()]
    lines = [line.removeprefix("• ") for line in copied.split("\n") if line]
    assert lines == [part.inner_text().strip() for part in told]


def test_the_draft_can_be_taken_along_with_its_proofs(open_page: Open, tmp_path: Path) -> None:
    page = open_page("en")
    write_example(page)
    saved = {}
    for name in ("download_text", "download_markdown", "download_json"):
        with page.expect_download() as event:
            page.locator(f".st-key-{name} button").click()
        path = tmp_path / event.value.suggested_filename
        event.value.save_as(path)
        saved[name] = path.read_text(encoding="utf-8")
    headline = page.locator(".ys-sheet .ys-headline").inner_text()
    assert saved["download_text"].startswith(headline)
    assert "## What proves each number" in saved["download_markdown"]
    document = json.loads(saved["download_json"])
    assert document["variants"][0]["texts"]["headline"] == headline
    assert document["variants"][0]["ledger"]
    with page.expect_download() as event:
        page.get_by_role("button", name="Download this picture (SVG)").first.click()
    assert event.value.suggested_filename == "ladder.svg"


HOSTILE = "\n".join(
    (
        '<img src="http://a.example/x.png" onerror="window.struck=1"> weighs 3 kg',
        "</style></div><script>window.struck=1</script> 5 m",
        "[x](http://a.example) ![y](http://a.example/y.png) $z$ :red[w] 7 s",
        "<svg onload=window.struck=1> <style>*{display:none}</style> <form action=http://a.example><input> 2 L",
        "A world-leading \u202egnihton 8 kg",
    )
)


def test_hostile_facts_are_shown_as_they_are_and_fetch_nothing(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page("en")
    page.locator(".st-key-product input").fill(HOSTILE.split("\n")[0])
    page.locator(".st-key-facts textarea").fill(HOSTILE)
    page.locator(".st-key-facts textarea").press("Control+Enter")
    page.locator(".ys-sheet, .ys-alert").first.wait_for()
    source = page.locator(".ys-source")
    for line in HOSTILE.split("\n")[:4]:
        expect(source).to_contain_text(line, use_inner_text=True)
    expect(source).to_contain_text("[U+202E]gnihton", use_inner_text=True)
    assert page.evaluate("window.struck") is None
    assert page.locator("main form, .ys svg, .ys script, .ys input, .ys style").count() == 0
    assert page.locator(".ys img:not(.ys-ladder)").count() == 0


def test_an_empty_brief_gets_a_friendly_line(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page("en")
    page.locator(".st-key-write button").click()
    expect(page.get_by_text(load_words("en")("write.empty"))).to_be_visible()
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
