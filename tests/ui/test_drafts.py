"""A draft on the desk: edited, gone through, put in order again, taken along."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.schema import LANGS, Lang
from assistant.ui.examples import load_examples
from assistant.ui.words import load_words
from tests.chain.servers import Answer, ScriptedServer, completion, serving
from tests.ui.entering import desk_of, opened, shown, with_facts

EN = load_words("en")
MODEL = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "YARDSTICK_MODEL")
ROCKET = load_examples("en")[0].facts


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MODEL:
        monkeypatch.delenv(name, raising=False)


def drafted(lang: Lang = "en") -> AppTest:
    page = opened(lang)
    page.button(key="example_0").click().run()
    page.button(key="write").click().run()
    return page


def look(page: AppTest, view: str) -> AppTest:
    page.segmented_control(key="draft_view").set_value(view).run()
    assert not page.exception
    return page


def texts(page: AppTest, number: int = 0) -> dict[str, str]:
    found = page.session_state["drafted"][1].draft.variants[number].texts
    return dict(found)


def edit(page: AppTest, field: str, text: str, number: int = 0) -> AppTest:
    """What the browser tells when somebody types into a text of the draft."""
    here = desk_of(page)
    assert here.work.written is not None
    said: dict[str, Any] = {
        "of": f"{here.work.written.id}.{number}.{field}",
        "serial": here.serial,
        "count": 1,
        "text": text,
    }
    page.session_state[f"draft_{number}_{field}"] = {"said": said}
    page.run()
    assert not page.exception
    return page


@pytest.mark.parametrize("lang", LANGS)
def test_three_versions_are_written_and_each_can_be_worked_on(lang: Lang) -> None:
    page, words = drafted(lang), load_words(lang)
    assert len({texts(page, number)["headline"] for number in range(3)}) == 3
    look(page, "beside")
    page.button(key="choose_2").click().run()
    look(page, "read")
    headline = html.escape(texts(page, 2)["headline"].split()[0], quote=False)
    sheet = re.sub(r'<span class="ys-tip".*?</span></span>', "", shown(page))
    assert headline in re.sub("<[^>]+>", "", sheet.partition('class="ys-sheet"')[2])
    assert words("drafts.variant", number=3) in page.segmented_control[1].options


def test_what_is_typed_into_a_draft_is_checked_and_kept() -> None:
    page = look(drafted(), "edit")
    edit(page, "paragraph", "It is the best of 77 rockets.")
    assert texts(page)["paragraph"] == "It is the best of 77 rockets."
    seen = shown(page)
    assert "“77 rockets” is neither a fact of the brief nor a computed comparison." in seen
    again = opened(work=desk_of(page).id)
    assert texts(again)["paragraph"] == "It is the best of 77 rockets."
    assert EN("draft.review") in shown(again)


def test_a_text_that_was_emptied_can_be_written_again() -> None:
    page = look(drafted(), "edit")
    before = texts(page)["paragraph"]
    edit(page, "paragraph", "")
    assert "paragraph" not in texts(page)
    page.button(key="as_written_0_paragraph").click().run()
    assert texts(page)["paragraph"] == before


def test_each_step_of_editing_can_be_taken_back() -> None:
    page = look(drafted(), "edit")
    before = texts(page)["headline"]
    edit(page, "headline", "Eight seconds.")
    page.button(key="undo").click().run()
    assert texts(page)["headline"] == before
    page.button(key="redo").click().run()
    assert texts(page)["headline"] == "Eight seconds."


def test_an_edit_belongs_to_its_version_alone() -> None:
    page = look(drafted(), "edit")
    edit(page, "headline", "Eight seconds.")
    assert [texts(page, number)["headline"] == "Eight seconds." for number in range(3)] == [True, False, False]


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_is_approved_as_it_stands_and_no_longer_once_it_is_changed(lang: Lang) -> None:
    page, words = look(drafted(lang), "sentences"), load_words(lang)
    count = len(page.session_state["drafted"][1].draft.variants[0].sentences)
    page.button(key="approve_1").click().run()
    assert words("drafts.going", count=1, all=count) in shown(page)
    look(page, "edit")
    edit(page, "paragraph", texts(page)["paragraph"].replace("4", "5", 1))
    look(page, "sentences")
    assert words("drafts.going", count=0, all=count) in shown(page)


def test_all_sentences_are_approved_at_once_and_one_approval_taken_back() -> None:
    page = look(drafted(), "sentences")
    count = len(page.session_state["drafted"][1].draft.variants[0].sentences)
    page.button(key="approve_all").click().run()
    assert EN("drafts.going", count=count, all=count) in shown(page)
    page.button(key="approve_0").click().run()
    assert EN("drafts.going", count=count - 1, all=count) in shown(page)


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_is_written_anew_and_says_who_wrote_it(lang: Lang) -> None:
    page, words = look(drafted(lang), "sentences"), load_words(lang)
    before = texts(page)["paragraph"]
    page.button(key="anew_1").click().run()
    page.button(key="suggest").click().run()
    assert page.button(key="take_0").label == words("drafts.take")
    page.button(key="take_0").click().run()
    after = texts(page)["paragraph"]
    assert after != before
    variant = page.session_state["drafted"][1].draft.variants[0]
    assert {one.by for one in variant.sentences} == {"built-in"}
    assert not variant.needs_review
    look(page, "changes")
    assert words("drafts.before") in shown(page)
    page.button(key="all_as_written").click().run()
    assert texts(page)["paragraph"] == before


def test_a_wish_of_ones_own_is_said_to_need_a_model() -> None:
    page = look(drafted(), "sentences")
    page.button(key="anew_1").click().run()
    variant = page.session_state["drafted"][1].draft.variants[0]
    place = variant.sentences[1]
    of = f"{desk_of(page).id}.0.{place.field}.{place.start}.wish"
    page.session_state["wish"] = {"said": {"of": of, "serial": 0, "count": 1, "text": "mention <b>the moon</b>"}}
    page.button(key="suggest").click().run()
    assert "A wish in words of your own needs a language model" in shown(page)


def test_several_places_are_written_for_at_once_each_with_its_length() -> None:
    page = with_facts(ROCKET)
    page.multiselect(key="of_work_channels_en").set_value(["product_page", "email", "social"]).run()
    page.button(key="write").click().run()
    assert {name.partition(".")[0] for name in texts(page)} == {"product_page", "email", "social"}
    assert "ys-lengths" in shown(page)


def test_a_text_beyond_its_place_is_said_to_be_so_by_a_sign_and_in_words() -> None:
    page = look(drafted(), "edit")
    edit(page, "headline", "Eight seconds. " * 20)
    look(page, "read")
    assert "longer than advised" in shown(page)
    assert 'class="ys-over"' in shown(page)


@pytest.mark.parametrize(("chosen", "asked"), [(0, 1), (2, 2)])
def test_a_model_writes_as_many_versions_as_were_chosen_and_one_else(
    monkeypatch: pytest.MonkeyPatch, chosen: int, asked: int
) -> None:
    notes: dict[str, object] = {
        "insight": "It is tall.",
        "rests_on": [],
        "angle": "its height",
        "proposed_reference": None,
    }
    replies = [
        {
            **notes,
            "headline": f"58 m{dots}",
            "subhead": "It is 58 m high.",
            "paragraph": "It is 58 m high.",
            "bullets": ["58 m high"],
        }
        for dots in (".", "...")
    ]
    script = [Answer(body=completion(json.dumps(reply))) for reply in replies[:asked]]
    with serving(ScriptedServer(script)) as address:
        monkeypatch.setenv("OPENAI_BASE_URL", address)
        page = with_facts("Height: 58 m")
        page.selectbox(key="of_work_variants").set_value(chosen).run()
        page.button(key="write").click().run()
        if "writing" in page.session_state:
            assert page.session_state["writing"][1].wait(60)
        page.run()
    assert len(page.session_state["drafted"][1].draft.variants) == asked


@pytest.mark.parametrize(
    "hostile", ['<img src="http://a.example/x.png">', "</textarea><script>alert(1)</script>", "![x](http://a.example)"]
)
def test_hostile_text_in_a_draft_stays_text(hostile: str) -> None:
    page = look(drafted(), "edit")
    edit(page, "headline", hostile)
    for view in ("read", "sentences", "changes", "beside"):
        assert not re.search(r"<img src=.http|<script|<a href=.http://a\.", shown(look(page, view)))


def test_the_old_versions_edits_do_not_reach_a_new_draft() -> None:
    page = look(drafted(), "edit")
    edit(page, "headline", "Eight seconds.")
    page.button(key="write").click().run()
    assert texts(page)["headline"] != "Eight seconds."
