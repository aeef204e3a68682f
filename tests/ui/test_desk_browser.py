"""What is typed is kept: through a reload, in a second tab, through a killed server, and beside somebody else's work."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.store import open_store
from assistant.store.places import file_place
from assistant.ui.words import load_words
from tests.conftest import ROOT, free_port, start_app
from tests.ui.browsing import LOCALES, PATIENCE_MS, Open, opening

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
EN = load_words("en")


class App:
    """An app of a test's own, which can be killed and started again where it was."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process: subprocess.Popen[bytes] = start_app(ROOT / "streamlit_app.py", ROOT, self.home, self.port)

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def saved(self) -> list[str]:
        """The sources of all products in its store, those saved last first."""
        with open_store(file_place(self.home / "data" / "yardstick.db")) as store:
            rows = store.documents.list("product")
            found = [store.documents.load("product", row.id) for row in rows]
        return [str(one.body.get("source")) for one in found if one]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    found = App(tmp_path)
    yield found
    found.kill()


@pytest.fixture
def open_page(browser: Browser, app: App) -> Iterator[Open]:
    with opening(browser, app.url) as open_at:
        yield open_at


def facts(page: Page) -> Locator:
    return page.locator(".st-key-facts textarea")


def wait_until_saved(page: Page) -> None:
    from playwright.sync_api import expect

    expect(page.locator(".ys-kept [role=status]")).to_have_text(EN("kept.saved"))


def type_facts(page: Page, text: str) -> None:
    """Key by key, without leaving the field."""
    facts(page).press_sequentially(text, delay=5)
    page.locator(".ys-source").get_by_text(text.splitlines()[-1]).wait_for()
    wait_until_saved(page)


def test_what_was_typed_is_there_after_a_reload_and_in_a_second_tab(open_page: Open, app: App) -> None:
    from playwright.sync_api import expect

    page = open_page()
    type_facts(page, "Weight: 348 g")
    assert app.saved() == ["Weight: 348 g"]
    page.reload()
    expect(facts(page)).to_have_value("Weight: 348 g")
    tab = page.context.new_page()
    tab.goto(page.url)
    expect(facts(tab)).to_have_value("Weight: 348 g")


def test_a_killed_server_costs_nothing_not_even_what_was_typed_while_it_was_away(open_page: Open, app: App) -> None:
    from playwright.sync_api import expect

    page = open_page()
    type_facts(page, "Weight: 348 g")
    app.kill()
    assert app.saved() == ["Weight: 348 g"]
    facts(page).press("End")
    facts(page).press_sequentially(" and 12 cm", delay=5)
    app.start()
    expect(page.locator(".ys-source")).to_contain_text("and 12 cm")
    wait_until_saved(page)
    expect(facts(page)).to_have_value("Weight: 348 g and 12 cm")
    assert app.saved() == ["Weight: 348 g and 12 cm"]


@pytest.mark.parametrize("choice", ["theirs", "mine_apart"])
def test_of_two_people_at_one_product_the_second_is_told_and_nothing_is_lost(
    open_page: Open, app: App, choice: str
) -> None:
    from playwright.sync_api import expect

    first = open_page()
    type_facts(first, "Weight: 348 g")
    second = open_page(query=first.url.partition("/?")[2].join(("?", "")))
    expect(facts(second)).to_have_value("Weight: 348 g")
    type_facts(first, " net")
    facts(second).press("End")
    facts(second).press_sequentially(" gross", delay=5)
    expect(second.locator(".ys-care")).to_contain_text("Nothing was overwritten")
    assert app.saved() == ["Weight: 348 g net"]
    second.locator(f".st-key-{choice} button").click()
    wait_until_saved(second)
    theirs = choice == "theirs"
    expect(facts(second)).to_have_value("Weight: 348 g net" if theirs else "Weight: 348 g gross")
    assert sorted(app.saved()) == ["Weight: 348 g net"] if theirs else ["Weight: 348 g gross", "Weight: 348 g net"]


def test_every_step_can_be_taken_back_and_again(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    type_facts(page, "Weight: 348 g")
    page.locator(".st-key-example_0 button").click()
    expect(facts(page)).not_to_have_value("Weight: 348 g")
    example = facts(page).input_value()
    page.locator(".st-key-undo button").click()
    expect(facts(page)).to_have_value("Weight: 348 g")
    page.locator(".st-key-redo button").click()
    expect(facts(page)).to_have_value(example)
    page.locator(".st-key-new button").click()
    expect(facts(page)).to_have_value("")


def test_the_language_that_was_chosen_is_remembered(browser: Browser, app: App) -> None:
    from playwright.sync_api import expect

    context = browser.new_context(locale=LOCALES["en"])
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(app.url)
    page.get_by_text("繁體中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
    page.goto(app.url)
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
    expect(page.locator(".st-key-write button")).to_contain_text(load_words("zh-Hant")("write.button"))
    context.close()
