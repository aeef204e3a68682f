"""The References page in a real Chromium: looked through, added to, taken in from a file; by mouse and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.references.check import read_references
from assistant.schema import Lang
from assistant.ui.references.files import FILE_BYTES
from assistant.ui.words import load_words
from tests.conftest import ROOT, running_app
from tests.references.test_import import OWN
from tests.ui.browsing import EVERY, OTHERS, Open, opening, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

EN = load_words("en")
FIGURES: dict[Lang, str] = {"en": "348 g", "zh-Hans": "348克", "zh-Hant": "348公克"}
NAMES: dict[Lang, str] = {"en": "our last model", "zh-Hans": "我们上一代", "zh-Hant": "我們上一代"}


@pytest.fixture(scope="module")
def own_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An app with a store of its own: what is given here is on offer to nobody else's test."""
    with running_app(ROOT / "streamlit_app.py", ROOT, tmp_path_factory.mktemp("references")) as url:
        yield url


@pytest.fixture
def open_page(browser: Browser, own_app: str) -> Iterator[Open]:
    with opening(browser, own_app) as open_at:

        def open_references(lang: Lang = "en", width: int = 1440) -> Page:
            page = open_at(lang, width)
            page.get_by_role("link", name=load_words(lang)("page.references"), exact=True).click()
            page.locator(".ys-overview").wait_for()
            return page

        yield open_references


def give(page: Page, name: str, figure: str, lang: Lang = "en") -> None:
    from playwright.sync_api import expect

    page.get_by_role("tab", name=load_words(lang)("references.yours")).click()
    page.locator(".st-key-own_name input").fill(name)
    page.locator(".st-key-own_size input").fill(figure)
    page.locator(".ys-preview").wait_for()
    page.locator(".st-key-own_give button").click()
    expect(page.locator(".st-key-own_name input")).to_have_value("")


def empty(page: Page, lang: Lang = "en") -> None:
    """Leaves nothing of one's own behind."""
    from playwright.sync_api import expect

    words = load_words(lang)
    buttons = page.get_by_role("button", name=words("references.delete"), exact=True)
    buttons.first.wait_for()
    while buttons.count():
        left = buttons.count()
        buttons.first.click()
        expect(buttons).to_have_count(left - 1)


@pytest.mark.parametrize(("lang", "width"), EVERY)
def test_a_figure_stands_on_the_axis_between_its_neighbours(open_page: Open, lang: Lang, width: int) -> None:
    from playwright.sync_api import expect

    page, words = open_page(lang, width), load_words(lang)
    page.locator(".st-key-references_figure input").fill(FIGURES[lang])
    ours = page.locator(".ys-yours")
    expect(ours).to_contain_text(FIGURES[lang])
    expect(ours).to_contain_text(words("references.your_figure"))
    # Every thing stands further right than the one before it, and the figure between its neighbours.
    places = page.locator(".ys-dot").evaluate_all(
        "dots => dots.map(dot => dot.getBoundingClientRect()).map(at => at.x + at.width / 2)"
    )
    assert len(places) > 40
    assert all(a <= b + 1 for a, b in pairwise(places))
    assert places[0] >= 0
    assert places[-1] <= width
    # A line opens by keyboard, and says who knows it and where the figure stands.
    summary = page.locator(".st-key-ys-references summary").first
    summary.focus()
    page.keyboard.press("Enter")
    opened = page.locator(".st-key-ys-references details[open]")
    expect(opened.locator("a")).to_have_attribute("href", re.compile("^https?://"))
    expect(opened).to_contain_text(words("references.of_known"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("html")).to_have_attribute("lang", lang)


@pytest.mark.parametrize(("lang", "width"), OTHERS)
def test_what_my_customers_know_is_added_edited_and_deleted(open_page: Open, lang: Lang, width: int) -> None:
    from playwright.sync_api import expect

    page, words = open_page(lang, width), load_words(lang)
    give(page, NAMES[lang], FIGURES[lang], lang)
    own = page.locator(".st-key-ys-own")
    expect(own).to_contain_text(words("references.given", name=NAMES[lang]))
    page.get_by_role("button", name=words("references.edit"), exact=True).click()
    page.locator(".st-key-ys-card-own-0").get_by_label(words("references.size"), exact=True).fill(
        FIGURES[lang].replace("348", "350")
    )
    page.get_by_role("button", name=words("references.keep"), exact=True).click()
    expect(own.locator(".ys-sized")).to_contain_text("350")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    empty(page, lang)
    expect(own).to_contain_text(words("references.deleted", name=NAMES[lang]))
    page.get_by_role("button", name=words("references.take_back"), exact=True).click()
    expect(own.locator(".ys-named")).to_contain_text(NAMES[lang])
    empty(page, lang)


def test_the_keyboard_alone_adds_one(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    page.get_by_role("tab", name=EN("references.browse")).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.locator(".st-key-own_name input").focus()
    page.keyboard.insert_text("our last model")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("348 g")
    expect(page.locator(".ys-preview")).to_contain_text("twice the weight of our last model")
    page.locator(".st-key-own_give button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-ys-own")).to_contain_text(EN("references.given", name="our last model"))
    empty(page)


def test_what_is_typed_right_before_the_button_is_what_is_added(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    page.get_by_role("tab", name=EN("references.yours")).click()
    page.locator(".st-key-own_name input").fill("our last model")
    page.locator(".st-key-own_size input").fill("34 g")
    expect(page.locator(".ys-preview")).to_contain_text("34 g")
    # No waiting for the preview here.
    page.locator(".st-key-own_size input").fill("348 g")
    page.locator(".st-key-own_give button").click()
    expect(page.locator(".st-key-ys-card-own-0 .ys-sized").first).to_have_text("348 g")
    empty(page)


def test_it_is_compared_with_on_the_write_page_and_found_in_the_book(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    give(page, "our last model", "348 g")
    page.get_by_role("tab", name=EN("references.browse")).click()
    page.locator(".st-key-references_query input").fill("last model")
    expect(page.locator(".st-key-ys-references .ys-named")).to_have_text(["our last model"])
    page.get_by_role("link", name=EN("page.write"), exact=True).click()
    page.locator(".st-key-facts textarea").fill("Weight: 696 g")
    expect(page.locator(".ys-best").first).to_contain_text("our last model")
    page.get_by_role("link", name=EN("page.references"), exact=True).click()
    page.get_by_role("tab", name=EN("references.yours")).click()
    page.get_by_role("button", name=EN("references.delete"), exact=True).wait_for()
    empty(page)


def test_a_file_is_looked_at_then_taken_in_and_taken_along_again(open_page: Open, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    page = open_page()
    page.get_by_role("tab", name=EN("references.yours")).click()
    faulty = OWN.replace("our-last-model", "other").replace("gram", "gramm")
    chooser = page.locator(".st-key-own_file input[type=file]")
    chooser.set_input_files({"name": "ours.yaml", "mimeType": "application/yaml", "buffer": (OWN + faulty).encode()})
    own = page.locator(".st-key-ys-own")
    expect(own).to_contain_text("other.unit: unknown unit 'gramm'. Did you mean 'gram'?")
    page.locator(".st-key-own_take_in button").click()
    expect(own).to_contain_text(EN("references.taken_in", count=1))
    with page.expect_download() as event:
        page.locator(".st-key-own_export button").click()
    path = tmp_path / "references.yaml"
    event.value.save_as(path)
    checked = read_references(path.name, path.read_bytes())
    assert [one.id for one in checked.references] == ["our-last-model"]
    empty(page)


def test_a_file_that_is_too_large_is_told_and_not_read(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    page.get_by_role("tab", name=EN("references.yours")).click()
    page.locator(".st-key-own_file input[type=file]").set_input_files(
        {"name": "ours.yaml", "mimeType": "application/yaml", "buffer": b"x" * (FILE_BYTES + 1)}
    )
    said = EN("references.file_large", file="ours.yaml", limit="1 MB")
    expect(page.locator(".st-key-ys-own")).to_contain_text(said)


HOSTILE = "<img src=x onerror=window.struck=1></style><script>window.struck=1</script>"


def test_hostile_names_stay_text_everywhere(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    give(page, HOSTILE, "348 g")
    expect(page.locator(".st-key-ys-card-own-0 .ys-named")).to_have_text(HOSTILE)
    page.get_by_role("tab", name=EN("references.browse")).click()
    page.locator(".st-key-references_query input").fill("window struck")
    expect(page.locator(".st-key-ys-references .ys-named")).to_have_text([HOSTILE])
    page.locator(".st-key-references_figure input").fill("![x](https://a.example/x.png) 350 g")
    page.locator(".ys-yours").wait_for()
    assert page.evaluate("window.struck") is None
    page.get_by_role("tab", name=EN("references.yours")).click()
    empty(page)


def test_the_open_part_stays_open_in_another_language_and_on_the_way_back(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    settled(page)
    page.get_by_role("tab", name=EN("references.yours")).click()
    page.locator(".st-key-own_name input").fill("our last model")
    expect(page.locator(".st-key-own_name input")).to_be_visible()
    page.get_by_role("radio", name="繁體中文").first.click()
    other = load_words("zh-Hant")
    expect(page.get_by_role("tab", name=other("references.yours"))).to_have_attribute("aria-selected", "true")
    expect(page.locator(".st-key-own_name input")).to_have_value("our last model")
    page.get_by_role("link", name=other("page.write"), exact=True).click()
    page.locator(".st-key-facts textarea").wait_for()
    page.get_by_role("link", name=other("page.references"), exact=True).click()
    expect(page.get_by_role("tab", name=other("references.yours"))).to_have_attribute("aria-selected", "true")
