"""The tour in a real Chromium: every step rings a part of the page that is there, by mouse and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from assistant.schema import Lang
from assistant.ui.tour.steps import STEPS
from assistant.ui.words import load_words
from tests.conftest import ROOT, running_app
from tests.ui.browsing import OTHERS, Open, opening

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
EN = load_words("en")
# Whether what is ringed can be seen: on the screen, and not behind the panel.
_SEEN = """() => {
  const ring = document.querySelector('.st-key-ys-tour [data-testid=stBidiComponentRegular], .st-key-ys-tour')
  const all = [];
  const walk = (root) => { for (const one of root.querySelectorAll('*')) { all.push(one); if (one.shadowRoot) walk(one.shadowRoot); } };
  walk(document);
  const box = all.find((one) => one.id === 'ring').getBoundingClientRect();
  const panel = all.find((one) => one.id === 'panel').getBoundingClientRect();
  const over = !(panel.left >= box.right || panel.right <= box.left || panel.top >= box.bottom || panel.bottom <= box.top);
  const inside = box.width > 12 && box.top > -12 && box.top < innerHeight && box.left >= 0 && box.right <= innerWidth;
  const headed = box.top + 40 < panel.top || panel.left >= box.right || panel.right <= box.left;
  return inside && (!over || headed) && panel.left >= 0 && panel.right <= innerWidth && panel.bottom <= innerHeight;
}"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_app(ROOT / "streamlit_app.py", ROOT, tmp_path_factory.mktemp("home")) as found:
        yield found


@pytest.fixture
def open_page(browser: Browser, url: str) -> Iterator[Open]:
    with opening(browser, url) as open_at:
        yield open_at


def start(page: Page) -> None:
    page.locator(".st-key-tour_start button, .st-key-tour_again button").first.click()
    page.locator("#panel").wait_for()


@pytest.mark.parametrize(("lang", "width"), OTHERS)
def test_each_step_rings_a_part_of_the_page_in_sight(open_page: Open, lang: Lang, width: int) -> None:
    from playwright.sync_api import expect

    page, words = open_page(lang, width), load_words(lang)
    start(page)
    for number, step in enumerate(STEPS, 1):
        expect(page.locator("#place")).to_have_text(words("tour.place", number=number, count=len(STEPS)))
        expect(page.locator("#title")).to_have_text(words(f"tour.{step.name}.title"))
        # The first place that a step names is the one that it means.
        page.locator(step.at[0]).first.wait_for()
        page.wait_for_function(_SEEN)
        if step.explain:
            expect(page.locator(".ys-explained > .ys-tip")).to_be_visible()
        page.locator("#next").click()
    expect(page.locator("#panel")).to_have_count(0)
    expect(page.locator(".st-key-facts textarea")).to_have_value("")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_alone_goes_on_back_and_skips(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    page.locator(".st-key-tour_start button, .st-key-tour_again button").first.focus()
    page.keyboard.press("Enter")
    place = page.locator("#place")
    expect(place).to_have_text(EN("tour.place", number=1, count=len(STEPS)))
    # Read out from its title on: the focus is there.
    expect(page.locator("#title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(place).to_have_text(EN("tour.place", number=2, count=len(STEPS)))
    expect(page.locator("#title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(place).to_have_text(EN("tour.place", number=1, count=len(STEPS)))
    page.locator("#title").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_have_count(0)
    # Skip remembers, in this session and in the next.
    expect(page.locator(".st-key-tour_again button")).to_be_visible()
    page.reload()
    expect(page.locator(".st-key-tour_again button")).to_be_visible()
    expect(page.locator(".st-key-tour_start")).to_have_count(0)


def test_the_page_behind_the_panel_works_on_and_nothing_of_it_is_saved(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    field = page.locator(".st-key-facts textarea")
    field.fill("Weight: 348 g")
    expect(page.locator(".ys-kept [role=status]")).to_have_text(EN("kept.saved"))
    own = page.url
    page.locator(".st-key-ys-nav-settings a").click()
    start(page)
    expect(field).not_to_have_value("Weight: 348 g")
    page.locator(".st-key-product input").fill("My rocket")
    page.locator(".st-key-product input").press("Tab")
    page.locator(".st-key-write button").click()
    expect(page.locator(".ys-sheet")).to_contain_text("My rocket")
    page.locator(".st-key-tour_end button").click()
    expect(field).to_have_value("Weight: 348 g")
    expect(page.locator("#panel")).to_have_count(0)
    page.locator(".st-key-ys-nav-products a").click()
    expect(page.locator(".ys-product h3")).to_have_count(1)
    assert "work=" in own
