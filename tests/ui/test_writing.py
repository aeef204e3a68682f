"""A model writes into the page, in a real Chromium: its text is there as it comes, and Cancel cancels."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from assistant.schema import Lang
from assistant.ui.words import load_words
from tests.chain.servers import USAGE, Answer, ScriptedServer, chunk, serving, streamed
from tests.conftest import ROOT, running_app
from tests.ui.browsing import OTHERS, PATIENCE_MS, Open, opening

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

WAIT_S = PATIENCE_MS / 1000
FACTS: dict[Lang, str] = {
    "en": "Height: 58 m\nPayload: 4,200 kg",
    "zh-Hans": "高度：58米\n载荷：4200公斤",
    "zh-Hant": "高度：58公尺\n酬載：4,200公斤",
}
GOOD: dict[Lang, dict[str, Any]] = {
    "en": {
        "headline": "Look up, and it is gone",
        "subhead": "It stands 58 m tall.",
        "bullets": ["It stands 58 m tall", "It carries 4,200 kg"],
        "paragraph": "You finish tying a shoe. Somewhere above you a rocket that stands 58 m tall is on its way.",
    },
    "zh-Hans": {
        "headline": "抬头，它已经走远",
        "subhead": "它有58米高。",
        "bullets": ["高58米", "载荷4200公斤"],
        "paragraph": "你刚系好鞋带。头顶上，一枚58米高的火箭正在路上。",
    },
    "zh-Hant": {
        "headline": "抬頭，它已經走遠",
        "subhead": "它有58公尺高。",
        "bullets": ["高58公尺", "酬載4,200公斤"],
        "paragraph": "你剛綁好鞋帶。頭頂上，一枚58公尺高的火箭正在路上。",
    },
}
WROTE = '{"headline": "Look up, and it is gone", "subhead": "It stands 58 m'


@pytest.fixture(scope="module")
def model() -> ScriptedServer:
    """A model for the whole module; each test gives it the answers of its own."""
    return ScriptedServer([])


@pytest.fixture(scope="module")
def writing_url(model: ScriptedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, started where a model is named."""
    # Nobody but who has left the page may give up waiting for the first word.
    named = {"OPENAI_API_KEY": "sk-secret-key", "OPENAI_MODEL": "test-model", "YARDSTICK_TIMEOUT_S": "3600"}
    with serving(model) as model_url:
        named["OPENAI_BASE_URL"] = model_url
        with running_app(ROOT / "streamlit_app.py", ROOT, tmp_path_factory.mktemp("home"), named) as url:
            yield url


@pytest.fixture
def open_page(browser: Browser, writing_url: str, model: ScriptedServer) -> Iterator[Open]:
    model.left.clear()
    model.asked.clear()
    with opening(browser, writing_url) as open_at:
        yield open_at


def enter(page: Page, product: str, lang: Lang = "en") -> None:
    """Fills in the form. Products differ from test to test, so that no reply is one that was kept."""
    page.locator(".st-key-product input").fill(product)
    page.locator(".st-key-facts textarea").fill(FACTS[lang])
    page.locator(".st-key-facts textarea").press("Control+Enter")


def unchecked(page: Page) -> Locator:
    return page.locator(".ys-unchecked")


def paused(content: str, gate: threading.Event, at: int) -> Answer:
    """A stream that waits in its middle until the test sets the gate."""
    return Answer(events=(chunk(content[:at]), gate, *streamed(content[at:])[1:]))


STALLED = Answer(events=(chunk(WROTE),), fault="stall")


@pytest.mark.parametrize(("lang", "width"), OTHERS)
def test_the_text_is_there_before_the_reply_ends_unproven_and_is_proven_after(
    open_page: Open, model: ScriptedServer, lang: Lang, width: int
) -> None:
    from playwright.sync_api import expect

    page, words, gate = open_page(lang, width), load_words(lang), threading.Event()
    content = json.dumps(GOOD[lang], ensure_ascii=False)
    model.script.append(paused(content, gate, content.index("58") + 6))
    enter(page, f"Skylark {lang} {width}", lang)
    expect(unchecked(page)).to_contain_text(GOOD[lang]["headline"])
    expect(unchecked(page)).to_contain_text("58")
    expect(unchecked(page)).to_contain_text(words("draft.unchecked"))
    # Nothing says that a number is proven, and nothing carries the text away.
    assert page.locator(".ys-sheet .ys-number").count() == 0
    assert page.get_by_role("button", name=words("draft.copy_text")).count() == 0
    assert page.locator("[data-testid=stDownloadButton]:has-text('JSON')").count() == 0
    # What is being done is told to those who see it and to those who hear it.
    status = page.locator(".st-key-steps [role=status]")
    expect(status).to_have_attribute("aria-live", "polite")
    expect(status).not_to_be_empty()
    expect(page.locator(".st-key-steps li.now")).to_have_text(status.inner_text())
    expect(page.locator(".st-key-steps li.done")).to_have_count(1)
    expect(page.locator(".st-key-write button")).to_be_disabled()
    # What stands behind the facts can be read meanwhile.
    expect(page.locator(".ys-source")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    gate.set()
    expect(page.locator(".ys-sheet .ys-number").first).to_be_visible()
    expect(page.locator(".ys-headline")).to_have_text(GOOD[lang]["headline"])
    expect(page.get_by_role("button", name=words("draft.copy_text"))).to_be_visible()
    expect(unchecked(page)).to_have_count(0)
    expect(page.locator(".st-key-ready [role=status]")).to_have_text(words("write.ready"))
    expect(page.locator(".st-key-ys-draft .ys-hint").first).to_contain_text(f"{USAGE['prompt_tokens']}")
    expect(page.locator(".st-key-write button")).to_be_enabled()


@pytest.mark.parametrize("by_key", [False, True])
def test_cancel_closes_the_connection_and_the_page_goes_on(
    open_page: Open, model: ScriptedServer, by_key: bool
) -> None:
    from playwright.sync_api import expect

    page, words = open_page(), load_words("en")
    model.script.append(STALLED)
    enter(page, f"Cancelled {by_key}")
    expect(unchecked(page)).to_contain_text("It stands 58 m")
    if by_key:
        page.keyboard.press("Escape")
    else:
        page.locator(".st-key-cancel button").click()
    assert model.left.wait(WAIT_S)
    expect(page.locator(".ys-alert")).to_contain_text(words("write.stopped"))
    expect(page.locator(".st-key-ready [role=status]")).to_have_text(words("write.stopped"))
    # Nothing half-written stays.
    expect(page.locator(".ys-sheet")).to_have_count(0)
    expect(page.get_by_text("It stands 58 m")).to_have_count(0)
    model.script.append(Answer(events=streamed(json.dumps(GOOD["en"]))))
    page.locator(".st-key-write button").click()
    expect(page.locator(".ys-headline")).to_have_text(GOOD["en"]["headline"])
    expect(page.locator(".ys-alert")).to_have_count(0)


def test_a_draft_that_stood_before_stands_again_after_a_cancel(open_page: Open, model: ScriptedServer) -> None:
    from playwright.sync_api import expect

    page = open_page()
    model.script += [Answer(events=streamed(json.dumps(GOOD["en"]))), STALLED]
    enter(page, "Earlier")
    expect(page.locator(".ys-sheet .ys-number").first).to_be_visible()
    enter(page, "Later")
    expect(unchecked(page)).to_be_visible()
    page.locator(".st-key-cancel button").click()
    expect(page.locator(".ys-sheet .ys-number").first).to_be_visible()
    expect(page.get_by_text(load_words("en")("draft.stale"))).to_be_visible()


@pytest.mark.parametrize("leave", ["close", "reload"])
def test_whoever_leaves_the_page_leaves_nobody_behind_who_goes_on_paying(
    open_page: Open, model: ScriptedServer, leave: str
) -> None:
    from playwright.sync_api import expect

    page = open_page()
    model.script.append(Answer(fault="silent"))
    enter(page, f"Left by {leave}")
    expect(page.locator(".st-key-steps li.now")).to_have_text("Writing")
    assert model.asked.wait(WAIT_S)
    getattr(page, leave)()
    assert model.left.wait(WAIT_S)
    if leave == "reload":
        page.locator(".st-key-write button").wait_for()
        expect(page.locator(".st-key-steps")).to_have_count(0)
        expect(page.locator(".st-key-write button")).to_be_enabled()


def test_two_pages_at_once_do_not_mix(open_page: Open, model: ScriptedServer) -> None:
    from playwright.sync_api import expect

    gate = threading.Event()
    content = json.dumps({**GOOD["en"], "headline": "The other page's own"})
    model.script += [STALLED, paused(content, gate, 40)]
    one, other = open_page(), open_page()
    enter(one, "One")
    expect(unchecked(one)).to_contain_text("Look up")
    enter(other, "Other")
    expect(unchecked(other)).to_contain_text("The other page")
    expect(unchecked(one)).not_to_contain_text("The other page")
    one.locator(".st-key-cancel button").click()
    expect(one.locator(".ys-alert")).to_contain_text(load_words("en")("write.stopped"))
    expect(unchecked(other)).to_be_visible()
    gate.set()
    expect(other.locator(".ys-headline")).to_have_text("The other page's own")
    expect(one.locator(".ys-sheet")).to_have_count(0)


def test_a_stream_that_breaks_off_is_one_line_and_the_built_in_draft(open_page: Open, model: ScriptedServer) -> None:
    from playwright.sync_api import expect

    page, words = open_page(), load_words("en")
    model.script += [Answer(events=(chunk(WROTE),), fault="cut")] * 2
    enter(page, "Broken off")
    expect(page.locator(".ys-alert.ys-care")).to_contain_text("The built-in writer's draft stands here instead.")
    expect(page.get_by_text(words("draft.by_builtin"))).to_be_visible()
    expect(page.locator(".ys-sheet .ys-number").first).to_be_visible()
    assert page.locator("[data-testid=stException]").count() == 0


HOSTILE = (
    '<img src="http://a.example/x.png" onerror="window.struck=1">',
    "</div></style><script>window.struck=1</script>",
    "[x](http://a.example) ![y](http://a.example/y.png) $z$ :red[w]",
)


def test_hostile_words_in_the_stream_are_shown_as_they_are(open_page: Open, model: ScriptedServer) -> None:
    from playwright.sync_api import expect

    page = open_page()
    begun = json.dumps({"headline": HOSTILE[0], "bullets": HOSTILE[1:], "<svg onload=window.struck=1>": "field"})
    model.script.append(Answer(events=(chunk(begun[:-1]),), fault="stall"))
    enter(page, "Hostile")
    for line in HOSTILE:
        expect(unchecked(page)).to_contain_text(line, use_inner_text=True)
    assert page.evaluate("window.struck") is None
    assert page.locator(".ys-unchecked :is(img, script, a, svg)").count() == 0
    # What nobody asked for is no field of the draft.
    expect(unchecked(page)).not_to_contain_text("field")
    page.locator(".st-key-cancel button").click()
    assert model.left.wait(WAIT_S)


def test_a_repair_is_told_as_one_and_the_mended_text_comes_anew(open_page: Open, model: ScriptedServer) -> None:
    from playwright.sync_api import expect

    page, gate = open_page(), threading.Event()
    mended = json.dumps(GOOD["en"])
    wrong = json.dumps({**GOOD["en"], "subhead": "It stands 59 m tall."})
    model.script += [Answer(events=streamed(wrong)), paused(mended, gate, 30)]
    enter(page, "Mended")
    expect(page.locator(".st-key-steps li.now")).to_have_text("Repairing (1 of 2)")
    expect(unchecked(page)).to_contain_text("Look up")
    expect(unchecked(page)).not_to_contain_text("59 m")
    gate.set()
    expect(page.locator(".ys-sheet .ys-number").first).to_be_visible()
    expect(page.locator(".ys-subhead .ys-words")).to_have_text("58 m")


def test_the_form_can_be_used_meanwhile_and_the_draft_says_that_it_is_of_before(
    open_page: Open, model: ScriptedServer
) -> None:
    from playwright.sync_api import expect

    page, gate, words = open_page(), threading.Event(), load_words("zh-Hant")
    content = json.dumps(GOOD["en"])
    model.script.append(paused(content, gate, 40))
    enter(page, "Changed")
    expect(unchecked(page)).to_be_visible()
    page.locator(".st-key-facts textarea").fill("")
    page.locator(".st-key-facts textarea").blur()
    expect(page.locator(".ys-source")).to_have_count(0)
    expect(unchecked(page)).to_be_visible()
    page.locator(".st-key-facts textarea").fill("Height: 58 m")
    page.locator(".st-key-facts textarea").blur()
    page.get_by_role("radio", name="繁體中文").click()
    expect(unchecked(page)).to_contain_text(words("draft.unchecked"))
    gate.set()
    expect(page.locator(".ys-headline")).to_have_text(GOOD["en"]["headline"])
    expect(page.get_by_text(words("draft.stale"))).to_be_visible()
