"""Products and their versions in a real Chromium, by mouse and again by keyboard alone, on a desk and on a phone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.schema import Lang
from assistant.store import open_store
from assistant.store.documents import Documents
from assistant.store.places import file_place
from assistant.ui.words import load_words
from tests.conftest import ROOT, running_app
from tests.ui.browsing import EVERY, OTHERS, Open, opening

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
EN = load_words("en")
HOSTILE = '<img src="http://a.example/x.png" onerror="window.struck=1"> ![y](http://a.example/y.png)'


class Running:
    """The app on a store of this module's own, emptied before each test."""

    def __init__(self, url: str, home: Path) -> None:
        self.url, self.home = url, home

    @contextmanager
    def kept(self) -> Iterator[Documents]:
        with open_store(file_place(self.home / "data" / "yardstick.db")) as store:
            yield store.documents

    def save(self, *names: str) -> None:
        with self.kept() as documents:
            for name in names:
                source = f"{name}\nWeight: 348 g"
                documents.save("product", f"id-{len(name)}", {"source": source}, name=name, expected=0)

    def names(self) -> list[str]:
        with self.kept() as documents:
            return [row.name for row in documents.list("product")]

    def empty(self) -> None:
        with self.kept() as documents:
            for deleted in (False, True):
                for row in documents.list("product", deleted=deleted):
                    documents.forget("product", row.id)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("home")
    with running_app(ROOT / "streamlit_app.py", ROOT, home) as url:
        yield Running(url, home)


@pytest.fixture
def app(served: Running) -> Running:
    served.empty()
    return served


@pytest.fixture
def open_page(browser: Browser, app: Running) -> Iterator[Open]:
    with opening(browser, app.url) as open_at:
        yield open_at


def go_to_products(page: Page) -> None:
    page.locator(".st-key-ys-nav-products a").click()
    page.locator(".st-key-products_search input").wait_for()


def button(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key} button")


def fits(page: Page, width: int) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") <= width)


def press_by_key(page: Page, key: str) -> None:
    """Reached by Tab from where the focus is, and pressed by Enter."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("key => Boolean(document.activeElement.closest(`.st-key-${key}`))", key):
            page.keyboard.press("Enter")
            return
    pytest.fail(f"no Tab leads to {key}")


@pytest.mark.parametrize(("lang", "width"), EVERY)
def test_what_was_written_is_found_renamed_copied_deleted_and_brought_back(
    open_page: Open, app: Running, lang: Lang, width: int
) -> None:
    from playwright.sync_api import expect

    app.save("Kettle", "Packlight 20")
    page, words = open_page(lang, width), load_words(lang)
    go_to_products(page)
    copy = words("products.copy_of", name="Morning Kettle")
    # By name, not by number: a list that is still being drawn is shorter, too.
    listed = page.locator(".ys-product h3")
    expect(listed).to_have_text(["Packlight 20", "Kettle"])
    page.locator(".st-key-products_search input").fill("kett")
    expect(listed).to_have_text(["Kettle"])
    button(page, "product_menu_0").click()
    page.locator(".st-key-product_name input").fill("Morning Kettle")
    button(page, "product_rename").click()
    expect(page.get_by_text(words("products.renamed", name="Morning Kettle"))).to_be_visible()
    expect(listed).to_have_text(["Morning Kettle"])
    button(page, "product_menu_0").click()
    button(page, "product_duplicate").click()
    expect(listed).to_have_text([copy, "Morning Kettle"])
    # The menu that was open belonged to the one below.
    expect(button(page, "product_delete")).to_have_count(0)
    button(page, "product_menu_0").click()
    button(page, "product_delete").click()
    expect(listed).to_have_text(["Morning Kettle"])
    button(page, "products_undo").click()
    expect(listed).to_have_text([copy, "Morning Kettle"])
    assert fits(page, width)
    assert sorted(app.names()) == sorted(["Morning Kettle", copy, "Packlight 20"])
    page.locator(".st-key-products_search input").fill("Packlight")
    expect(listed).to_have_text(["Packlight 20"])
    button(page, "product_open_0").click()
    expect(page.locator(".st-key-facts textarea")).to_have_value("Packlight 20\nWeight: 348 g")


def test_the_keyboard_alone_deletes_restores_and_removes_for_good(open_page: Open, app: Running) -> None:
    from playwright.sync_api import expect

    app.save("Kettle")
    page = open_page()
    go_to_products(page)
    page.locator(".st-key-products_search input").focus()
    press_by_key(page, "product_menu_0")
    button(page, "product_delete").wait_for()
    press_by_key(page, "product_delete")
    expect(page.get_by_text(EN("products.deleted", name="Kettle"))).to_be_visible()
    page.locator(".st-key-products_search input").focus()
    press_by_key(page, "products_undo")
    expect(page.locator(".ys-product h3")).to_contain_text("Kettle")
    page.locator(".st-key-products_search input").focus()
    press_by_key(page, "product_menu_0")
    button(page, "product_forget").wait_for()
    press_by_key(page, "product_forget")
    button(page, "product_forget_yes").wait_for()
    press_by_key(page, "product_forget_yes")
    expect(page.get_by_text(EN("products.forgotten", name="Kettle", count=3))).to_be_visible()
    assert app.names() == []


def test_files_are_taken_along_and_taken_in_again_many_at_once(open_page: Open, app: Running, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    page = open_page()
    page.locator(".st-key-example_1 button").click()
    button(page, "write").click()
    page.locator(".ys-sheet").wait_for()
    page.locator(".st-key-versions button").wait_for()
    go_to_products(page)
    button(page, "product_menu_0").click()
    paths = []
    for key in ("product_brief_yaml", "product_brief_json", "product_whole"):
        with page.expect_download() as event:
            button(page, key).click()
        paths.append(tmp_path / event.value.suggested_filename)
        event.value.save_as(paths[-1])
    assert [path.name for path in paths] == ["Packlight-20.yaml", "Packlight-20.json", "Packlight-20.work.json"]
    assert "written" in json.loads(paths[2].read_text(encoding="utf-8"))["product"][0]["body"]
    bad = tmp_path / "bad.yaml"
    bad.write_text("<img src=x onerror=window.struck=1>", encoding="utf-8")
    page.locator(".st-key-products_files input[type=file]").set_input_files([*paths, bad])
    expect(page.get_by_text(EN("products.added", count=3))).to_be_visible()
    expect(page.locator(".ys-care")).to_contain_text("bad.yaml: ")
    expect(page.locator(".ys-product h3")).to_have_count(4)
    button(page, "products_undo").click()
    expect(page.locator(".ys-product h3")).to_have_count(1)
    assert page.evaluate("window.struck") is None


def test_hostile_names_are_text_everywhere(open_page: Open, app: Running) -> None:
    from playwright.sync_api import expect

    app.save(HOSTILE)
    page = open_page()
    expect(button(page, "go_on_0")).to_have_text(HOSTILE)
    go_to_products(page)
    expect(page.locator(".ys-product h3")).to_contain_text(HOSTILE)
    button(page, "product_versions_0").click()
    expect(page.locator(".ys-section h2")).to_contain_text(HOSTILE)
    assert page.evaluate("window.struck") is None
    assert page.locator(".stMain img").count() == 0


@pytest.mark.parametrize(("lang", "width"), OTHERS)
def test_a_version_is_labelled_looked_at_and_gone_back_to(
    open_page: Open, app: Running, lang: Lang, width: int
) -> None:
    from playwright.sync_api import expect

    page, words = open_page(lang, width), load_words(lang)
    field = page.locator(".st-key-facts textarea")
    field.fill("Weight: 348 g")
    button(page, "versions").click()
    page.locator("[class*=st-key-version_look_] button").first.click()
    page.locator(".st-key-version_label input").fill("v1 <b>")
    button(page, "version_put_label").click()
    expect(page.locator(".ys-chip", has_text="v1 <b>")).to_be_visible()
    button(page, "versions_open").click()
    expect(field).to_have_value("Weight: 348 g")
    field.fill("Weight: 350 g\nHeight: 12 cm")
    expect(page.locator(".ys-kept [role=status]")).to_have_text(words("kept.saved"))
    expect(page.locator(".ys-source")).to_contain_text("12 cm")
    button(page, "versions").click()
    expect(page.locator("[class*=st-key-ys-card-version-]")).to_have_count(2)
    page.locator("[class*=st-key-version_look_] button").last.click()
    expect(page.locator(".ys-differs del").first).to_contain_text("348")
    expect(page.locator(".ys-differs ins").last).to_contain_text("12 cm")
    assert fits(page, width)
    button(page, "version_restore").click()
    expect(page.locator(".ys-alert")).to_contain_text(words("versions.restored", version=1))
    # A reload finds the same versions.
    page.reload()
    expect(page.locator("[class*=st-key-ys-card-version-]").first).to_be_visible()
    button(page, "versions_open").click()
    expect(field).to_have_value("Weight: 348 g")


def test_keys_undo_outside_of_text_fields_and_leave_typing_alone(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page()
    field = page.locator(".st-key-facts textarea")
    field.fill("Weight: 348 g")
    expect(page.locator(".ys-source")).to_contain_text("348 g")
    button(page, "example_0").click()
    expect(field).not_to_have_value("Weight: 348 g")
    example = field.input_value()
    # Within the field the keys are the browser's own.
    field.focus()
    page.keyboard.press("End")
    page.keyboard.type("!")
    page.keyboard.press("Control+z")
    expect(field).to_have_value(example)
    expect(button(page, "redo")).to_be_disabled()
    button(page, "new").focus()
    page.keyboard.press("Control+z")
    expect(field).to_have_value("Weight: 348 g")
    expect(button(page, "redo")).to_be_enabled()
    page.keyboard.press("Control+Shift+z")
    expect(field).to_have_value(example)
    expect(button(page, "undo")).to_be_enabled()
    expect(button(page, "redo")).to_be_disabled()
    page.keyboard.press("Control+z")
    expect(field).to_have_value("Weight: 348 g")
    expect(button(page, "redo")).to_be_enabled()
    page.keyboard.press("Control+y")
    expect(field).to_have_value(example)
    page.keyboard.press("Alt+n")
    expect(field).to_have_value("")
    expect(button(page, "go_on_0")).to_be_visible()
