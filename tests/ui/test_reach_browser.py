"""Every page in every state can be read and used by everybody: by axe-core, enlarged, without colours, by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.schema import LANGS
from assistant.store import open_store
from assistant.store.places import FILE_NAME, file_place
from assistant.ui.marks import SIGNS
from assistant.ui.pages import PAGES
from assistant.ui.settings.data import KINDS
from assistant.ui.words import load_words
from tests.chain.servers import ScriptedServer, serving
from tests.conftest import ROOT, running_app
from tests.ui.browsing import WHOLLY, at_rest, opening, settled
from tests.ui.looking import find_cut_off, find_violations
from tests.ui.states import State, Visit, find_states
from tests.ui.walking import walk

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

STATES = find_states()
# Each state in one language, which go round; `make soak` looks at each in all of them.
EVERY = [
    pytest.param((state, lang), id=f"{state}-{lang}")
    for place, state in enumerate(STATES)
    for turn, lang in enumerate(LANGS)
    if WHOLLY or turn == place % len(LANGS)
]
# 200 % of a window of 1440; what 400 % leave of 1280.
ENLARGED = (720, 320)
# Said alike in every language.
SAME = re.compile(r"English|Yardstick|[^A-Za-z]*|.*\b(JSON|Markdown|YAML|SVG|CSV|HTML)\b.*")
NAMED = re.compile(r"- (?:button|textbox|combobox|checkbox|radio|slider|spinbutton|tab|searchbox|switch) \"(.*?)\"")


class Apps:
    """The app without a model and the app that knows one, each started when it is first asked for.

    Both are of this file alone: what another test leaves in a store is shown on the first page.
    """

    def __init__(self, homes: pytest.TempPathFactory) -> None:
        self.model = ScriptedServer([])
        self._homes, self._open = homes, ExitStack()
        self._started: dict[bool, tuple[str, Path]] = {}

    def url(self, with_model: bool) -> str:
        """The address of one of them, with nothing in its store."""
        if with_model not in self._started:
            home = self._homes.mktemp("home")
            named = self._name_model() if with_model else None
            url = self._open.enter_context(running_app(ROOT / "streamlit_app.py", ROOT, home, named))
            self._started[with_model] = url, home / "data" / FILE_NAME
        url, store = self._started[with_model]
        if store.exists():
            with open_store(file_place(store)) as opened:
                for kind in KINDS:
                    for row in opened.documents.list(kind):
                        opened.documents.forget(kind, row.id)
        return url

    def _name_model(self) -> dict[str, str]:
        address = self._open.enter_context(serving(self.model))
        return {"OPENAI_API_KEY": "sk-secret-key", "OPENAI_MODEL": "test-model", "OPENAI_BASE_URL": address}

    def close(self) -> None:
        self.model.left.set()
        self._open.close()


@pytest.fixture(scope="module")
def apps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apps]:
    found = Apps(tmp_path_factory)
    yield found
    found.close()


@pytest.fixture(scope="module")
def arrived(request: pytest.FixtureRequest, browser: Browser, apps: Apps) -> Iterator[Page]:
    """A page in a state; the tests of one state look at the same page one after another, and change nothing in it."""
    state, lang = request.param
    assert isinstance(state, State)
    apps.model.script.clear()
    with opening(browser, apps.url(state.with_model)) as open_at:
        page = open_at(lang, query="" if state.page == PAGES[0] else state.page, ready=".st-key-ys-nav")
        settled(page)
        state.arrive(Visit(page, load_words(lang), apps.model))
        if "writes" not in state.name:
            settled(page)
        yield page


def at(page: Page, width: int) -> Page:
    """The same page in a window of another width, scrolled to its top, when nothing moves any more."""
    page.set_viewport_size({"width": width, "height": 900})
    at_rest(page)
    return page


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("arrived", EVERY, indirect=True)
def test_axe_finds_no_violation(arrived: Page, width: int) -> None:
    assert find_violations(at(arrived, width)) == []


@pytest.mark.parametrize("width", ENLARGED)
@pytest.mark.parametrize("arrived", EVERY, indirect=True)
def test_enlarged_nothing_is_cut_off_and_the_page_does_not_scroll_sideways(arrived: Page, width: int) -> None:
    assert find_cut_off(at(arrived, width)) == []


@pytest.mark.parametrize("arrived", EVERY, indirect=True)
def test_with_text_of_twice_the_size_nothing_is_cut_off(arrived: Page) -> None:
    page = at(arrived, 1440)
    twice = page.add_style_tag(content="html { font-size: 200% !important; }")
    try:
        assert find_cut_off(at(page, 1440)) == []
    finally:
        twice.evaluate("style => style.remove()")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("arrived", [one for one in EVERY if str(one.id).endswith("-en")], indirect=True)
def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(arrived: Page, width: int) -> None:
    walked = walk(at(arrived, width))
    assert walked.faults == ()
    assert walked.there[0] == "a " + load_words("en")("frame.own_skip")


@pytest.mark.parametrize("arrived", [one for one in EVERY if not str(one.id).endswith("-en")], indirect=True)
def test_every_control_is_named_in_the_language_of_the_page(arrived: Page) -> None:
    named = NAMED.findall(arrived.locator("body").aria_snapshot())
    assert named
    assert [name for name in named if not re.search("[\u4e00-\u9fff]", name) and not SAME.fullmatch(name)] == []


# What is left of a mark where no colour is seen: its line and its sign.
_WITHOUT_COLOURS = """
(mark) => {
  const line = getComputedStyle(mark.querySelector(".ys-words") ?? mark);
  return [line.borderBottomStyle, line.borderBottomWidth, mark.querySelector(".ys-sign")?.textContent ?? ""].join(" ");
}
"""
_SIGN = "(alert) => [getComputedStyle(alert, '::before').content, getComputedStyle(alert).borderLeftStyle].join(' ')"


def test_no_mark_and_no_alert_is_told_by_its_colour_alone(browser: Browser, app_url: str) -> None:
    with opening(browser, app_url) as open_at:
        page = open_at("en")
        page.locator(".st-key-example_0 button").click()
        page.locator(".ys-source").wait_for()
        # Every kind at once, drawn by the page's own rules.
        page.evaluate(
            """(kinds) => {
              const place = document.querySelector(".ys-source");
              for (const [kind, sign] of kinds)
                place.insertAdjacentHTML("beforeend",
                  `<span class="ys-mark ys-${kind} t"><span class="ys-words">x</span>${sign && `<sup class="ys-sign">${sign}</sup>`}</span>`);
              for (const kind of ["", "ys-care", "ys-bad"])
                place.insertAdjacentHTML("beforeend", `<div class="ys-alert ${kind} t">x</div>`);
            }""",
            [("quantity", ""), *SIGNS.items()],
        )
        marks = [mark.evaluate(_WITHOUT_COLOURS) for mark in page.locator(".ys-mark.t").all()]
        assert len(set(marks)) == len(marks) == 1 + len(SIGNS)
        alerts = [alert.evaluate(_SIGN) for alert in page.locator(".ys-alert.t").all()]
        assert len(set(alerts)) == len(alerts) == 3
        here = page.locator(".st-key-ys-nav a[aria-current=page]")
        assert here.count() == 1
        other = page.locator(".st-key-ys-nav a:not([aria-current])").first
        weight = "(link) => getComputedStyle(link.querySelector('p strong, p b') ?? link.querySelector('p')).fontWeight"
        assert here.evaluate(weight) != other.evaluate(weight)


def test_the_link_past_the_header_leads_to_the_content(browser: Browser, app_url: str) -> None:
    with opening(browser, app_url) as open_at:
        page = open_at("zh-Hant")
        link = page.get_by_text(load_words("zh-Hant")("frame.own_skip"))
        link.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "ys-content"
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('.st-key-ys-kept, .st-key-ys-left')")
