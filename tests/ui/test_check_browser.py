"""The page Check in a real Chromium: by mouse and again by keyboard alone, on a desk and on a phone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.schema import LANGS, Lang
from assistant.ui.words import load_words
from tests.chain.servers import Answer, ScriptedServer, completion, serving
from tests.conftest import ROOT, running_app
from tests.ui.browsing import EVERY, OTHERS, Open, opening, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

ASKED_S = 120
FIELD = ".st-key-pasted textarea"
# What is dismissed in one test is dismissed for all that use the same store: the sentence with {name} is each test's own.
COPY: dict[Lang, str] = {
    "en": "Our {name} kettle is world-class. It is the best kettle on the market!! It weighs 348 g.\n\n"
    "Our truly outstanding lid opens with one hand. It boils 1.7 L in 4 minutes.",
    "zh-Hans": "{name}水壶世界一流。它是市面上最好的水壶！！重量348克。\n\n"
    "行业领先的品牌。壶盖用不锈钢制成，单手就能打开，4分钟烧开1.7升水。",
    "zh-Hant": "{name}水壺世界一流。它是市面上最好的水壺！！重量348公克。\n\n"
    "業界領先的品牌。壺蓋用不鏽鋼製成，單手就能打開，4分鐘燒開1.7公升的水。",
}


@pytest.fixture
def open_page(browser: Browser, app_url: str) -> Iterator[Open]:
    with opening(browser, app_url) as open_at:
        yield open_at


def opened(open_page: Open, lang: Lang = "en", width: int = 1440, query: str = "check") -> Page:
    return open_page(lang, width, query, FIELD)


def pasted(open_page: Open, text: str, lang: Lang = "en", width: int = 1440) -> Page:
    page = opened(open_page, lang, width)
    page.locator(FIELD).fill(text)
    findings(page).first.wait_for()
    return page


def findings(page: Page) -> Locator:
    return page.locator(".st-key-findings li")


def choose(page: Page, field: str, name: str) -> None:
    """An entry of a list. A list closes when the page is scrolled, as it must be before the field can be clicked."""
    page.locator(field).scroll_into_view_if_needed()
    settled(page)
    page.locator(field).click()
    page.get_by_role("option", name=name, exact=True).click()


def named(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


@pytest.mark.parametrize(("lang", "width"), EVERY)
def test_copy_is_checked_mended_and_taken_along_by_mouse(
    open_page: Open, lang: Lang, width: int, tmp_path: Path
) -> None:
    from playwright.sync_api import expect

    text = COPY[lang].format(name=f"M{width}")
    page, words = pasted(open_page, text, lang, width), load_words(lang)
    copy = page.locator(".ys-check-copy")
    expect(copy).to_contain_text(f"M{width}")
    assert copy.get_attribute("lang") == lang
    # From an entry to its place: the mark has the focus and says why.
    first = findings(page).first
    first.locator("button.head").click()
    mark = page.locator("[data-mark]:focus")
    expect(mark).to_have_count(1)
    tip = page.locator(f"#{mark.get_attribute('aria-describedby')}")
    expect(tip).to_be_visible()
    expect(tip).to_contain_text(words("recognised.question"))
    box = tip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    # The rule says what it is about.
    first.locator("summary").click()
    expect(first.locator("details")).to_contain_text(words("check.rule_flags"))
    # Dismissed with a reason, and not without.
    before = findings(page).count()
    head = first.locator(".head").inner_text()
    first.get_by_role("button", name=re.compile(f"^{re.escape(words('cards.dismiss'))}")).click()
    first.get_by_role("button", name=words("cards.save"), exact=True).click()
    expect(first.get_by_role("alert")).to_have_text(words("cards.missing"))
    first.get_by_label(words("cards.reason")).fill("Tested in 2026")
    first.get_by_role("button", name=words("cards.save"), exact=True).click()
    expect(findings(page)).to_have_count(before - 1)
    page.get_by_text(words("check.dismissed", count=1)).click()
    gone = page.locator(".st-key-dismissed li")
    expect(gone).to_contain_text("Tested in 2026")
    expect(gone).to_contain_text(head)
    gone.get_by_role("button").click()
    expect(findings(page)).to_have_count(before)
    # One press replaces, another takes it back.
    mend = findings(page).filter(has=page.locator(".pair")).first
    mend.get_by_role("button", name=re.compile(f"^{re.escape(words('check.fix'))}")).click()
    expect(page.locator(FIELD)).not_to_have_value(text)
    expect(page.get_by_text(words("check.told_fixed"))).to_be_visible()
    page.locator(".st-key-check_undo button").click()
    expect(page.locator(FIELD)).to_have_value(text)
    # Before and after.
    page.locator(".st-key-rewrite button").click()
    proposals = page.locator(".st-key-proposals li")
    proposals.first.get_by_role("button", name=re.compile(f"^{re.escape(words('check.take'))}")).click()
    pressed = proposals.first.locator("[aria-pressed=true]")
    expect(pressed).to_have_count(1)
    expect(page.locator(".ys-check-sides").locator("del, ins").first).to_be_visible()
    with page.expect_download() as event:
        page.locator(".st-key-download_result button").click()
    path = tmp_path / event.value.suggested_filename
    event.value.save_as(path)
    assert path.name == "copy.txt"
    assert path.read_text(encoding="utf-8") == page.locator(".ys-check-side").nth(1).inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("html")).to_have_attribute("lang", lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_keyboard_alone_does_all_of_it(open_page: Open, lang: Lang) -> None:
    from playwright.sync_api import expect

    text = COPY[lang].format(name="K")
    page, words = opened(open_page, lang), load_words(lang)
    keys = page.keyboard
    page.locator(FIELD).focus()
    keys.insert_text(text)
    keys.press("Control+Enter")
    findings(page).first.wait_for()
    # To the mark and back to its entry.
    findings(page).first.locator("button.head").focus()
    keys.press("Enter")
    expect(page.locator("[data-mark]:focus .ys-tip")).to_be_visible()
    keys.press("Enter")
    expect(findings(page).first.locator("button.head")).to_be_focused()
    # Dismissing: opened, left, opened again, said, and the focus stays in the list.
    dismiss = findings(page).first.get_by_role("button", name=re.compile(f"^{re.escape(words('cards.dismiss'))}"))
    dismiss.focus()
    keys.press("Enter")
    expect(findings(page).first.get_by_label(words("cards.reason"))).to_be_focused()
    keys.press("Escape")
    expect(dismiss).to_be_focused()
    keys.press("Enter")
    keys.type("Tested")
    before = findings(page).count()
    keys.press("Enter")
    expect(findings(page)).to_have_count(before - 1)
    expect(page.locator(".st-key-findings button:focus")).to_have_count(1)
    page.locator(".st-key-dismissed-here summary").focus()
    keys.press("Enter")
    page.locator(".st-key-dismissed button").focus()
    keys.press("Enter")
    expect(findings(page)).to_have_count(before)
    # Replaced, and taken back.
    mend = findings(page).filter(has=page.locator(".pair")).first.locator("button.main[type=button]")
    mend.focus()
    keys.press("Space")
    expect(page.locator(FIELD)).not_to_have_value(text)
    page.locator(".st-key-check_undo button").focus()
    keys.press("Enter")
    expect(page.locator(FIELD)).to_have_value(text)
    # Questions and the rewrite.
    page.locator(".st-key-copy_questions button").focus()
    keys.press("Enter")
    expect(page.locator(".st-key-copy_questions [role=status]")).to_have_text(words("draft.copied"))
    assert page.evaluate("navigator.clipboard.readText()").count("\n1. ") >= 1
    page.locator(".st-key-rewrite button").focus()
    keys.press("Enter")
    page.locator(".st-key-proposals li").first.wait_for()
    page.locator(".st-key-take_all button").focus()
    keys.press("Enter")
    page.locator(".st-key-copy_result button").focus()
    keys.press("Enter")
    expect(page.locator(".st-key-copy_result [role=status]")).to_have_text(words("draft.copied"))
    result = page.evaluate("navigator.clipboard.readText()")
    page.locator(".st-key-use_result button").focus()
    keys.press("Enter")
    expect(page.locator(FIELD)).to_have_value(result)


def test_a_reload_loses_nothing(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = pasted(open_page, COPY["en"].format(name="R"))
    page.locator(".st-key-rewrite button").click()
    page.locator(".st-key-take_all button").click()
    page.locator(".ys-check-sides").wait_for()
    expect(page.locator(".st-key-check-keeping")).to_contain_text(load_words("en")("kept.saved"))
    expect(page).to_have_url(re.compile("check=[0-9a-f]{32}"))
    page.reload()
    expect(page.locator(FIELD)).to_have_value(COPY["en"].format(name="R"))
    expect(page.locator(".ys-check-sides")).to_be_visible()


HOSTILE = "\n\n".join(
    (
        '<img src="http://a.example/x.png" onerror="window.struck=1"> is world-class',
        "</style></div><script>window.struck=1</script> the best kettle on the market",
        "[x](http://a.example) ![y](http://a.example/y.png) $z$ :red[w] unrivalled performance",
        "<svg onload=window.struck=1> <style>*{display:none}</style> <form action=http://a.example><input> trusted by millions",
        "A world-leading \u202egnihton",
    )
)


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_hostile_copy_is_shown_as_it_is_and_fetches_nothing(open_page: Open, kind: str) -> None:
    page, words = pasted(open_page, HOSTILE), load_words("en")
    choose(page, ".st-key-of_paper_kind input", words(f"check.kind_{kind}"))
    page.get_by_text(re.compile(f"Read as English, {words(f'check.kind_{kind}')}")).wait_for()
    page.locator(".st-key-rewrite button").click()
    page.locator(".st-key-proposals li, .st-key-ys-right .ys-quiet").first.wait_for()
    assert page.evaluate("window.struck") is None
    assert page.locator("main form:not(.reason), .ys svg, .ys script, .ys input, .ys style, .ys img").count() == 0
    assert page.locator(".st-key-findings img, .st-key-findings script, .st-key-proposals img").count() == 0
    assert "\u202e" not in page.locator(".st-key-ys-right").inner_text()


def test_a_book_of_200_pages_is_read_and_turned(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = opened(open_page)
    text = (("The lid is of steel and opens with one hand. " * 45 + "It is the best kettle on the market.\n\n") * 300)[
        :600_000
    ]
    page.locator(FIELD).fill(text)
    findings(page).first.wait_for()
    expect(page.locator(".st-key-check-parts")).to_contain_text("Part 1 of")
    assert page.locator("[data-mark]").count() <= 80
    # The last entry that is listed lies in another part.
    expect(findings(page)).to_have_count(40)
    findings(page).last.locator("button.head").click()
    expect(page.locator("[data-mark]:focus")).to_have_count(1)
    expect(page.locator(".st-key-check-parts")).not_to_contain_text("Part 1 of")
    # What was typed into it arrives.
    page.locator(FIELD).press("Control+Home")
    page.keyboard.insert_text("Ha. ")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".st-key-check-keeping")).to_contain_text("Ha. The lid")


@pytest.fixture(scope="module")
def model() -> ScriptedServer:
    """A model for the whole module; each test gives it the answers of its own."""
    return ScriptedServer([])


@pytest.fixture(scope="module")
def asking_url(model: ScriptedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, started where a model is named."""
    named = {"OPENAI_API_KEY": "sk-secret-key", "OPENAI_MODEL": "test-model", "YARDSTICK_TIMEOUT_S": "3600"}
    with serving(model) as model_url:
        named["OPENAI_BASE_URL"] = model_url
        with running_app(ROOT / "streamlit_app.py", ROOT, tmp_path_factory.mktemp("home"), named) as url:
            yield url


@pytest.fixture
def open_asking(browser: Browser, asking_url: str, model: ScriptedServer) -> Iterator[Open]:
    model.script.clear()
    model.left.clear()
    model.asked.clear()
    with opening(browser, asking_url) as open_at:
        yield open_at


def opinions(count: int) -> Answer:
    rows = [{"id": one, "verdict": "fine here", "why": f"Reason {one} <b>bold</b>"} for one in range(1, count + 1)]
    return Answer(body=completion(json.dumps({"opinions": rows})))


@pytest.mark.parametrize(("lang", "width"), OTHERS)
def test_a_second_opinion_stands_beside_the_finding_and_removes_none(
    open_asking: Open, model: ScriptedServer, lang: Lang, width: int
) -> None:
    from playwright.sync_api import expect

    page, words = pasted(open_asking, COPY[lang].format(name=f"O{width}"), lang, width), load_words(lang)
    before = findings(page).count()
    ask = page.locator(".st-key-ask_opinion button")
    count = int(re.findall(r"\d+", ask.inner_text())[-1])
    asked = len(model.requests)
    model.script.append(opinions(count))
    ask.click()
    # The first one on a cold server waits for LangChain.
    assert model.asked.wait(ASKED_S)
    expect(findings(page).filter(has_text="<b>bold</b>")).to_have_count(count)
    expect(findings(page).filter(has_text=words("check.verdict_fine"))).to_have_count(count)
    expect(findings(page)).to_have_count(before)
    expect(page.locator(".st-key-opinion_told [role=status]")).to_have_text(
        words("check.opinion_came", count=count, of=count)
    )
    # It was paid for: it is there after a reload, and nobody is asked twice.
    page.reload()
    expect(findings(page).filter(has_text="Reason 1")).to_have_count(1)
    expect(page.locator(".st-key-ask_opinion")).to_have_count(0)
    assert len(model.requests) == asked + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_second_opinion_can_be_cancelled(open_asking: Open, model: ScriptedServer) -> None:
    from playwright.sync_api import expect

    page, words = pasted(open_asking, COPY["en"].format(name="Stop")), load_words("en")
    model.script.append(Answer(fault="stall"))
    page.locator(".st-key-ask_opinion button").click()
    assert model.asked.wait(ASKED_S)
    page.locator(".st-key-cancel_opinion button").click()
    expect(page.locator(".st-key-check-opinion .ys-alert")).to_contain_text(words("check.opinion_stopped", count=0))
    expect(findings(page).first).to_be_visible()
    expect(page.locator(".st-key-ask_opinion button")).to_be_enabled()


def test_a_model_that_fails_leaves_the_findings(open_asking: Open, model: ScriptedServer) -> None:
    from playwright.sync_api import expect

    page = pasted(open_asking, COPY["en"].format(name="Fail"))
    model.script.append(Answer(status=401))
    page.locator(".st-key-ask_opinion button").click()
    assert model.asked.wait(ASKED_S)
    expect(page.locator(".st-key-check-opinion .ys-bad")).to_be_visible()
    assert "sk-secret-key" not in page.locator("main").inner_text()
    assert findings(page).count() > 0
