"""What the page to write on can look like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.chain.servers import Answer, chunk
from tests.ui.browsing import settled
from tests.ui.states import Visit, state

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _fill(page: Page) -> None:
    page.locator(".st-key-example_0 button").click()
    page.locator(".ys-source").wait_for()


def _write(page: Page) -> None:
    _fill(page)
    page.locator(".st-key-write button").click()
    page.locator(".ys-sheet").wait_for()


def _own_facts(page: Page, text: str) -> None:
    page.locator(".st-key-facts textarea").fill(text)
    page.locator(".st-key-facts textarea").press("Control+Enter")


@state("write")
def nothing_to_write(visit: Visit) -> None:
    visit.page.locator(".st-key-write button").click()
    visit.page.locator(".ys-care").wait_for()


@state("write")
def products_to_go_on_with(visit: Visit) -> None:
    page = visit.page
    for name in ("檯燈 Lampe de bureau à bras articulé pour petits appartements, édition du solstice", "灯" + "x" * 70):
        page.locator(".st-key-product textarea, .st-key-product input").fill(name)
        page.locator(".st-key-product textarea, .st-key-product input").press("Tab")
        page.wait_for_function("() => location.search.includes('work=')")
        settled(page)
        page.locator(".st-key-new button").click()
        page.wait_for_function("() => !location.search.includes('work=')")
        settled(page)
    page.locator(".st-key-go_on_1 button").wait_for()


@state("write")
def facts(visit: Visit) -> None:
    _fill(visit.page)


@state("write")
def draft_with_all_unfolded(visit: Visit) -> None:
    _write(visit.page)
    for unfolded in visit.page.locator(".ys details > summary").all():
        # One that stands in another that is folded comes after it.
        unfolded.click()


@state("write")
def customer_and_place(visit: Visit) -> None:
    _fill(visit.page)
    for key in ("edit_persona", "more"):
        visit.page.locator(f".st-key-{key} summary").click()
    visit.page.get_by_label(visit.words("persona.wants")).wait_for()
    visit.page.get_by_label(visit.words("facts.stage")).wait_for()


@state("write")
def choosing(visit: Visit) -> None:
    box = visit.page.get_by_role("combobox", name=visit.words("persona.label"))
    box.focus()
    # A list closes when the page scrolls, as it does to show what has the focus.
    settled(visit.page)
    box.press("ArrowDown")
    visit.page.get_by_role("listbox").wait_for()


@state("write")
def explanation_of_a_mark(visit: Visit) -> None:
    _fill(visit.page)
    visit.page.locator(".ys-source .ys-warning").first.focus()
    visit.page.locator(".ys-source .ys-warning .ys-tip").first.wait_for()


@state("write")
def a_word_without_end(visit: Visit) -> None:
    _own_facts(visit.page, "a" * 10_000)
    visit.page.locator(".ys-kept").get_by_text("aaaa").wait_for()


@state("write")
def doubtful_and_other_language(visit: Visit) -> None:
    other = {"en": "重量：348克\n全球领先", "zh-Hans": "Size: 2 MB\nThe best ever"}.get(
        visit.words.lang, "Size: 2 MB\nbest"
    )
    _own_facts(visit.page, other)
    visit.page.locator(".ys-source").wait_for()
    visit.page.locator(".ys-care").first.wait_for()


@state("write")
def somebody_else_was_faster(visit: Visit) -> None:
    page, facts = visit.page, f"348 g {visit.words.lang}"
    _own_facts(page, facts)
    page.wait_for_url(re.compile("work="))
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(".ys-source").wait_for()
    _own_facts(other, f"{facts} net")
    other.locator(".ys-source").get_by_text("net").wait_for()
    settled(other)
    other.close()
    _own_facts(page, f"{facts} gross")
    page.locator(".st-key-theirs button").wait_for()


@state("write", with_model=True)
def a_model_writes(visit: Visit) -> None:
    begun = '{"headline": "Look up, and it is gone", "subhead": "It stands 58 m'
    visit.model.script.append(Answer(events=(chunk(begun),), fault="stall"))
    _fill(visit.page)
    visit.page.locator(".st-key-write button").click()
    visit.page.locator(".ys-unchecked .ys-sheet").wait_for()


@state("write", with_model=True)
def a_model_was_stopped(visit: Visit) -> None:
    a_model_writes(visit)
    visit.page.locator(".st-key-cancel button").click()
    visit.page.get_by_text(visit.words("write.stopped")).last.wait_for()


@state("write", with_model=True)
def a_model_refuses(visit: Visit) -> None:
    visit.model.script.append(Answer(401, {"error": {"message": "bad key"}}))
    _fill(visit.page)
    visit.page.locator(".st-key-write button").click()
    visit.page.locator(".ys-sheet").wait_for()
    visit.page.locator(".ys-care").first.wait_for()
