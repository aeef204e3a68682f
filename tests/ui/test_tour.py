"""The tour: on a desk of its own, at the parts of the page that it points at, out of everybody's way."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from assistant.schema import LANGS, Lang
from assistant.store import open_store
from assistant.ui.examples import load_examples
from assistant.ui.tour.desk import Tour
from assistant.ui.tour.steps import STEPS
from assistant.ui.words import load_words
from tests.ui.entering import desk_of, enter, go, opened, shown, with_facts

EN = load_words("en")


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "YARDSTICK_MODEL"):
        monkeypatch.delenv(name, raising=False)


def press(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click().run()
    assert not page.exception
    return page


def turn(page: AppTest, by: int) -> AppTest:
    """Next or Back, which are the browser's own buttons."""
    tour_of(page).step += by
    return page.run()


def tour_of(page: AppTest) -> Tour:
    found = page.session_state["tour"]
    assert isinstance(found, Tour)
    return found


def keys(page: AppTest) -> set[str | None]:
    return {button.key for button in page.button}


def saved() -> list[object]:
    with open_store() as store:
        rows = store.documents.list("product")
        found = [store.documents.load("product", row.id) for row in rows]
    return [one.body.get("source") for one in found if one]


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_page_invites_and_hinders_nothing(lang: Lang) -> None:
    page = opened(lang)
    assert load_words(lang)("tour.invite_line") in shown(page)
    enter(page, "source", "348 g")
    assert load_words(lang)("tour.invite_line") not in shown(page)


@pytest.mark.parametrize("lang", LANGS)
def test_the_tour_shows_the_rocket_with_all_that_its_steps_point_at(lang: Lang) -> None:
    page, words = press(opened(lang), "tour_start"), load_words(lang)
    assert desk_of(page).work.source == load_examples(lang)[0].facts
    seen = shown(page)
    for there in ("ys-quantity", "ys-ladder", "ys-sheet", "ys-meta", "ys-warning", words("tour.own_desk")):
        assert there in seen
    assert words("draft.stale") not in seen
    for step in range(len(STEPS)):
        assert tour_of(page).step == step
        if STEPS[step].name == "edit":
            assert page.segmented_control(key="draft_view").value == "edit"
        turn(page, 1) if step < len(STEPS) - 1 else press(page, "tour_end")
    assert "tour" not in page.session_state
    assert words("start.heading") in shown(page)


def test_nothing_of_the_tour_is_saved_and_the_own_desk_comes_back_with_its_steps() -> None:
    page = enter(with_facts("Weight: 348 g"), "source", "Weight: 350 g")
    before = desk_of(page)
    page = press(go(page, "settings"), "tour_again")
    assert desk_of(page).trial
    assert shown(page).count("ys-sheet")
    assert saved() == ["Weight: 350 g"]
    page = press(go(page, "write"), "tour_end")
    assert desk_of(page) is before
    press(page, "undo")
    assert desk_of(page).work.source == "Weight: 348 g"


def test_facts_of_one_s_own_on_the_tour_s_desk_are_kept_apart() -> None:
    page = press(opened(), "tour_start")
    enter(page, "source", "Weight: 348 g")
    assert saved() == []
    press(page, "tour_end")
    assert desk_of(page).work.source == "Weight: 348 g"
    assert saved() == ["Weight: 348 g"]


def test_the_tour_follows_the_language() -> None:
    page = press(opened(), "tour_start")
    page.segmented_control(key="page_lang").set_value("zh-Hant").run()
    assert desk_of(page).work.source == load_examples("zh-Hant")[0].facts
    assert "ys-sheet" in shown(page)
    press(page, "tour_end")
    assert not desk_of(page).trial
    assert saved() == []


@pytest.mark.parametrize("way", ["tour_not_now", "tour_start"])
def test_who_has_skipped_or_taken_it_is_not_asked_again(way: str) -> None:
    page = press(opened(), way)
    if way == "tour_start":
        press(page, "tour_end")
    assert "tour_start" not in keys(page)
    later = opened()
    assert "tour_start" not in keys(later)
    assert "tour_again" in keys(later)


def test_opening_a_product_ends_the_tour() -> None:
    with open_store() as store:
        store.documents.save("product", "p", {"source": "Weight: 348 g"}, name="Packlight", expected=0)
    page = press(opened(), "tour_start")
    page = press(go(page, "products"), "product_open_0")
    assert desk_of(page).work.source == "Weight: 348 g"
    assert "tour" not in page.session_state


def test_the_tour_waits_while_another_page_is_looked_at() -> None:
    page = turn(press(opened(), "tour_start"), 2)
    page = go(go(page, "references"), "write")
    assert tour_of(page).step == 2
    assert desk_of(page).trial


def test_what_a_browser_says_of_the_panel_is_one_of_three_words_or_nothing() -> None:
    page = press(opened(), "tour_start")
    assert EN("tour.own_desk") in shown(page)
    page.session_state["tour_panel"] = {"go": {"<b>": 1}}
    page.run()
    assert tour_of(page).step == 0
