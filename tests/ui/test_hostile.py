"""Whatever is typed into any field of any page is text, on this page and on every other."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from assistant.schema import LANGS, Lang
from assistant.ui.pages import PAGES
from assistant.ui.words import load_words
from tests.ui.entering import SCRIPT, go, opened, shown
from tests.ui.hostile import LINES, PAYLOADS, fields, fill, find_faults

EN = load_words("en")
# These leave the page, or end what they belong to.
LEFT_ALONE = ("sign_out",)


def at_page(name: str, lang: Lang = "en") -> AppTest:
    page = opened(lang)
    return page if name == PAGES[0] else go(page, name)


def broken(page: AppTest, lang: Lang = "en") -> list[str]:
    told = [load_words(lang)("error.unexpected")] if load_words(lang)("error.unexpected") in shown(page) else []
    return [*find_faults(page), *told]


@pytest.mark.parametrize("name", PAGES)
def test_what_is_typed_into_all_fields_of_a_page_is_text(name: str) -> None:
    page = at_page(name)
    assert broken(page) == []
    for payload, text in PAYLOADS.items():
        fill(page, text)
        assert (payload, broken(page)) == (payload, [])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PAGES)
def test_behind_every_button_of_a_page_it_is_text_too(name: str, lang: Lang) -> None:
    first = at_page(name, lang)
    fill(first, LINES)
    keys = [button.key for button in first.button if button.key and not button.disabled]
    for key in keys:
        if key in LEFT_ALONE:
            continue
        page = at_page(name, lang)
        fill(page, LINES)
        if key not in {button.key for button in page.button}:
            continue
        page.button(key=key).click().run()
        assert (key, broken(page, lang)) == (key, [])
        fill(page, LINES)
        assert (key, broken(page, lang)) == (key, [])


@pytest.mark.parametrize("name", PAGES)
def test_what_was_saved_on_one_page_is_text_on_the_others(name: str) -> None:
    page = at_page(name)
    fill(page, LINES)
    for other in PAGES:
        go(page, other)
        assert (other, broken(page)) == (other, [])


@pytest.mark.parametrize("name", PAGES)
def test_more_than_a_field_takes_is_cut_and_nothing_breaks(name: str) -> None:
    page = at_page(name)
    for _, told in list(fields(page)):
        assert told["most"] <= 600_000
    fill(page, "The best 5 kg ever. " * 30_001)
    assert broken(page) == []


@pytest.mark.parametrize("payload", ["script", "markdown", "bidi", "path", "template"])
@pytest.mark.parametrize("asked", ["work", "lang", "check", "persona", "reference"])
def test_what_stands_in_the_address_is_no_more_than_text(asked: str, payload: str) -> None:
    page = AppTest.from_file(str(SCRIPT), default_timeout=60)
    page.query_params[asked] = PAYLOADS[payload]
    page.run()
    assert broken(page) == []
