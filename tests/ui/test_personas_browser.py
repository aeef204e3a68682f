"""The customers in a real Chromium, by mouse and again by the keyboard alone, on a desk and on a phone."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.personas import load_persona
from assistant.schema import LANGS, Lang
from assistant.ui.words import load_words
from tests.chain.servers import Answer, ScriptedServer, serving, streamed
from tests.chain.voices import GOOD, VOICES
from tests.conftest import ROOT, running_app
from tests.ui.browsing import EVERY, OTHERS, PATIENCE_MS, Open, opening, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

READY: dict[Lang, str] = {"en": "us-student", "zh-Hans": "cn-student", "zh-Hant": "tw-commuter"}
HOSTILE = (
    '<img src="http://a.example/x.png" onerror="window.struck=1"> rattles',
    "</style></div><script>window.struck=1</script> too loud",
    "[x](http://a.example) ![y](http://a.example/y.png) $z$ :red[w] leaks",
    "<svg onload=window.struck=1> <form action=http://a.example><input> it leaks",
    "too loud \u202egnihton",
)


@pytest.fixture
def open_page(browser: Browser, app_url: str) -> Iterator[Open]:
    with opening(browser, app_url) as open_at:
        yield open_at


def customers(open_page: Open, lang: Lang, width: int = 1440) -> Page:
    """The page of the customers, by the link of the header."""
    page = open_page(lang, width)
    page.locator(".st-key-ys-nav").get_by_role("link", name=load_words(lang)("page.personas")).click()
    page.locator(".st-key-ys-personas-cards h3").first.wait_for()
    return page


def fits(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".ys-bad").all_inner_texts() == []


def proposals(page: Page) -> Locator:
    return page.locator(".st-key-listened_proposals .item")


@pytest.mark.parametrize(("lang", "width"), EVERY)
def test_a_ready_customer_becomes_one_of_one_s_own_that_outlives_a_reload(
    open_page: Open, lang: Lang, width: int
) -> None:
    from playwright.sync_api import expect

    page, words = customers(open_page, lang, width), load_words(lang)
    fits(page, width)
    page.locator(f".st-key-open_{READY[lang]} button").click()
    expect(page.locator(".ys-persona dt").first).to_have_text(words("personas.field.who"))
    expect(page.locator(".ys-chip.ys-state-none")).to_contain_text(words("personas.state_none"))
    fits(page, width)
    page.locator(".st-key-persona_copy button").click()
    name = page.locator(".st-key-person_name input")
    name.fill(f"Night nurse {lang} {width}")
    expect(page.locator(".st-key-ys-persona-state [role=status]").first).to_have_text(words("kept.saved"))
    expect(page.locator(".ys-section h2").first).to_have_text(f"Night nurse {lang} {width}")
    page.locator(".st-key-personas_part").get_by_role("radio", name=words("personas.part.said")).click()
    page.locator(".st-key-add_evidence button").click()
    page.locator(".st-key-person_evidence_0_quote textarea").fill("It died at noon")
    expect(page.locator(".ys-care").first).to_contain_text(words("personas.fault.no_source"))
    fits(page, width)
    page.locator(".st-key-person_evidence_0_source input").fill("Review 7")
    expect(page.locator(".ys-care")).to_have_count(0)
    page.reload()
    expect(page.locator(".ys-section h2").first).to_have_text(f"Night nurse {lang} {width}")
    page.locator(".st-key-persona_done button").click()
    expect(page.locator(".ys-quote")).to_contain_text("It died at noon")
    expect(page.locator(".ys-chip.ys-state-some")).to_be_visible()
    fits(page, width)
    settled(page)
    page.locator(".st-key-persona_delete button").click()
    page.locator(".st-key-persona_undelete button").click()
    expect(page.locator(".st-key-ys-personas-cards h3", has_text=f"Night nurse {lang} {width}")).to_be_visible()


@pytest.mark.parametrize(("lang", "width"), OTHERS)
def test_what_is_pointed_at_is_marked_where_it_was_said_and_taken_with_its_evidence(
    open_page: Open, lang: Lang, width: int
) -> None:
    from playwright.sync_api import expect

    page, words = customers(open_page, lang, width), load_words(lang)
    page.locator(".st-key-personas_view_listen button").click()
    page.locator(".st-key-listened_text textarea").fill(VOICES[lang])
    page.locator(".st-key-listened_title input").fill(f"Reviews {lang} {width}")
    first = proposals(page).first
    expect(first).to_be_visible()
    source = page.locator(".st-key-listened_proposals .source")
    assert source.locator(".place.on").count() == 0
    first.hover()
    expect(source.locator(".place.on").first).to_be_visible()
    said = first.locator(".text").inner_text()
    assert said in "".join(source.locator(".line", has=page.locator(".place.on")).all_inner_texts())
    # A touch on the words leads to what was heard in them.
    other = proposals(page).nth(1)
    other.locator("button.jump").first.click()
    expect(other).to_have_class("item on")
    expect(source.locator(".skipped .why")).to_have_count(1)
    first.locator("input").check()
    expect(page.locator(".st-key-accept button")).to_have_text(words("personas.accept", count=1))
    fits(page, width)
    page.locator(".st-key-accept button").click()
    expect(proposals(page).first.locator(".taken")).to_have_text(words("personas.taken"))
    page.locator(".st-key-accepted_open button").click()
    expect(page.locator(".ys-persona")).to_contain_text(said)
    expect(page.locator(".ys-quote .ys-said").first).to_have_text(f"Reviews {lang} {width}")
    fits(page, width)
    # It can be written for at once.
    page.locator(".st-key-persona_use button").click()
    expect(page.locator(".st-key-write button")).to_be_visible()
    expect(page.get_by_role("combobox", name=words("persona.label"))).to_have_value(f"Reviews {lang} {width}")


def press_until(page: Page, key: str, wanted: str) -> None:
    """Presses a key until the focus is on what is wanted, in a shadow root or not."""
    there = """wanted => {
        let one = document.activeElement;
        while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
        const host = one && (one.getRootNode().host || one);
        return !!one && (one.matches(wanted) || !!host.closest(wanted) || !!one.closest(wanted));
    }"""
    for _ in range(160):
        if page.evaluate(there, wanted):
            return
        page.keyboard.press(key)
    raise AssertionError(f"the keyboard does not reach {wanted}")


@pytest.mark.parametrize("lang", LANGS)
def test_the_keyboard_alone_makes_a_customer_and_listens(open_page: Open, lang: Lang) -> None:
    from playwright.sync_api import expect

    page, words = open_page(lang), load_words(lang)
    page.locator(".st-key-ys-nav").get_by_role("link", name=words("page.personas")).focus()
    page.keyboard.press("Enter")
    page.locator(".st-key-ys-personas-cards h3").first.wait_for()
    press_until(page, "Tab", ".st-key-persona_new")
    page.keyboard.press("Enter")
    page.locator(".st-key-person_name input").wait_for()
    press_until(page, "Tab", ".st-key-person_name")
    page.keyboard.insert_text(f"Keys {lang}")
    expect(page.locator(".ys-section h2").first).to_have_text(f"Keys {lang}")
    press_until(page, "Shift+Tab", ".st-key-personas_view_listen")
    page.keyboard.press("Enter")
    page.locator(".st-key-listened_text textarea").wait_for()
    press_until(page, "Tab", ".st-key-listened_text")
    page.keyboard.insert_text(VOICES[lang])
    proposals(page).first.wait_for()
    press_until(page, "Tab", ".item input")
    expect(page.locator(".st-key-listened_proposals .place.on").first).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator(".st-key-accept button")).to_have_text(words("personas.accept", count=1))
    press_until(page, "Shift+Tab", ".st-key-accept")
    page.keyboard.press("Enter")
    expect(proposals(page).first.locator(".taken")).to_be_visible()
    press_until(page, "Tab", ".st-key-accepted_undo")
    page.keyboard.press("Enter")
    expect(proposals(page).first.locator(".taken")).to_have_count(0)
    press_until(page, "Tab", "[class*=st-key-listened_forget_]")
    page.keyboard.press("Enter")
    page.locator(".st-key-forget_yes button").wait_for()
    press_until(page, "Tab", ".st-key-forget_yes")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-listened_text textarea")).to_have_value("")


def test_files_go_in_and_out_and_a_faulty_one_is_told(open_page: Open, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    page = customers(open_page, "en")
    page.locator(".st-key-open_us-student button").click()
    with page.expect_download() as event:
        page.locator(".st-key-persona_export button").click()
    path = tmp_path / event.value.suggested_filename
    event.value.save_as(path)
    assert load_persona(path).pains[0] == "a battery that dies before the last class"
    page.locator(".st-key-persona_back button").click()
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("nmae: Ann\n", encoding="utf-8")
    page.locator(".st-key-persona_import input").set_input_files(faulty)
    expect(page.locator(".ys-bad")).to_contain_text("nmae: there is no such field. Did you mean “name”?")
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\x00\xff\xfe\x00" * 20)
    page.locator(".st-key-persona_import input").set_input_files(binary)
    expect(page.locator(".ys-bad")).to_contain_text("can't be read as text")
    large = tmp_path / "large.yaml"
    large.write_text("a" * 500_001, encoding="utf-8")
    page.locator(".st-key-persona_import input").set_input_files(large)
    expect(page.locator(".ys-bad")).to_contain_text("larger than 500 kB")
    path.write_text(path.read_text(encoding="utf-8").replace("College student", "Taken in"), encoding="utf-8")
    page.locator(".st-key-persona_import input").set_input_files(path)
    expect(page.locator("h2", has_text="Taken in")).to_be_visible()
    expect(page.locator(".st-key-persona_edit button")).to_be_visible()


@pytest.mark.parametrize(("lang", "code"), [("zh-Hans", "gb18030"), ("zh-Hant", "big5")])
def test_a_table_out_of_a_chinese_spreadsheet_is_read(open_page: Open, lang: Lang, code: str, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    rows = {"zh-Hans": "编号,评论\n1,晚上风扇有点吵，睡不着。\n", "zh-Hant": "編號,評論\n1,晚上風扇有點吵，睡不著。\n"}
    path = tmp_path / "reviews.csv"
    path.write_bytes(rows[lang].encode(code))
    page = customers(open_page, lang)
    page.locator(".st-key-personas_view_listen button").click()
    page.locator(".st-key-listen_file input").set_input_files(path)
    expect(proposals(page).first).to_be_visible()
    expect(page.locator(".st-key-listened_proposals .source")).to_contain_text(rows[lang].split(",")[2].strip())


def test_hostile_words_are_words_and_fetch_nothing(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = customers(open_page, "en")
    page.locator(".st-key-personas_view_listen button").click()
    page.locator(".st-key-listened_text textarea").fill("\n".join(HOSTILE))
    page.locator(".st-key-listened_title input").fill(HOSTILE[0])
    expect(proposals(page).first).to_be_visible()
    source = page.locator(".st-key-listened_proposals .source")
    for line in HOSTILE[:4]:
        expect(source).to_contain_text(line, use_inner_text=True)
    expect(source).to_contain_text("[U+202E]gnihton", use_inner_text=True)
    for every in page.locator(".st-key-listened_proposals button.every").all():
        every.click()
    page.locator(".st-key-accept button").click()
    expect(page.locator(".st-key-accepted_open button")).to_be_visible()
    page.locator(".st-key-accepted_open button").click()
    expect(page.locator(".ys-persona")).to_be_visible()
    page.locator(".st-key-persona_edit button").click()
    expect(page.locator(".st-key-person_name input")).to_have_value(HOSTILE[0])
    assert page.evaluate("window.struck") is None
    assert page.locator("main form, .ys svg, .ys script, .ys input, .ys style, .ys img").count() == 0


def test_two_tabs_on_one_customer_overwrite_nothing(open_page: Open) -> None:
    from playwright.sync_api import expect

    page = customers(open_page, "en")
    page.locator(".st-key-persona_new button").click()
    page.locator(".st-key-person_name input").fill("Shared")
    expect(page.locator(".ys-section h2").first).to_have_text("Shared")
    expect(page).to_have_url(re.compile("customers=form"))
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".st-key-person_name input")).to_have_value("Shared")
    other.locator(".st-key-person_name input").fill("Shared, theirs")
    expect(other.locator(".ys-section h2").first).to_have_text("Shared, theirs")
    page.locator(".st-key-person_name input").fill("Shared, mine")
    expect(page.locator(".st-key-persona_theirs button")).to_be_visible()
    page.locator(".st-key-persona_theirs button").click()
    expect(page.locator(".st-key-person_name input")).to_have_value("Shared, theirs")


# ---------------------------------------------------------------- with a model


@pytest.fixture(scope="module")
def model() -> ScriptedServer:
    return ScriptedServer([])


@pytest.fixture(scope="module")
def hearing_url(model: ScriptedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    named = {"OPENAI_API_KEY": "sk-secret-key", "OPENAI_MODEL": "test-model", "YARDSTICK_TIMEOUT_S": "3600"}
    with serving(model) as model_url:
        named["OPENAI_BASE_URL"] = model_url
        with running_app(ROOT / "streamlit_app.py", ROOT, tmp_path_factory.mktemp("home"), named) as url:
            yield url


def test_a_model_listens_can_be_stopped_and_what_it_heard_joins(
    browser: Browser, hearing_url: str, model: ScriptedServer
) -> None:
    from playwright.sync_api import expect

    words, gate = load_words("en"), threading.Event()
    model.left.clear()
    model.script += [
        Answer(fault="silent"),
        Answer(events=(*streamed(GOOD["en"])[:1], gate, *streamed(GOOD["en"])[1:])),
    ]
    with opening(browser, hearing_url) as open_at:
        page = customers(open_at, "en")
        page.locator(".st-key-personas_view_listen button").click()
        page.locator(".st-key-listened_text textarea").fill(VOICES["en"])
        expect(page.locator(".st-key-ys-ask-model")).to_contain_text(words("personas.model_masked"))
        expect(page.locator(".st-key-ys-ask-model")).to_contain_text("tokens")
        page.locator(".st-key-model_listen button").click()
        expect(page.locator(".st-key-hearing_steps [role=status]")).to_have_text(words("personas.model_listens"))
        # What the rules heard can be gone through meanwhile.
        expect(proposals(page).first).to_be_visible()
        assert model.asked.wait(PATIENCE_MS / 1000)
        page.keyboard.press("Escape")
        assert model.left.wait(PATIENCE_MS / 1000)
        expect(page.locator(".ys-alert", has_text=words("personas.model_stopped"))).to_be_visible()
        page.locator(".st-key-model_listen button").click()
        expect(page.locator(".st-key-hearing_cancel button")).to_be_visible()
        gate.set()
        summary = json.loads(GOOD["en"])["heard"][2]["summary"]
        expect(page.locator(".item .summary", has_text=summary)).to_be_visible()
        expect(page.locator(".ys-alert").first).to_contain_text("test-model")
    assert model.script == []
    assert model.beyond == 0
