"""Choosing among comparisons, without a browser: pinned, rejected, taken back, and what the draft makes of it."""

from __future__ import annotations

import re
from zlib import crc32

import pytest
from streamlit.testing.v1 import AppTest

from assistant.schema import LANGS, Lang
from assistant.ui.words import load_words
from tests.draft.test_draft import FACTS
from tests.ui.entering import desk_of, enter, opened, shown, with_facts
from tests.ui.test_facts import do, key

SOURCE: dict[Lang, str] = {lang: "\n".join((facts[1], facts[3])) for lang, facts in FACTS.items()}


def keys(page: AppTest, start: str) -> list[str]:
    return [str(button.key) for button in page.button if str(button.key).startswith(start)]


def first_card(page: AppTest) -> str:
    """The sentence that stands first among the comparisons, without its tags."""
    found = re.search(r'<p class="ys-best">(.*?)</p>', shown(page).split(load_words("en")("compared.intro"))[-1])
    assert found is not None
    return re.sub("<[^>]+>", "", found[1])


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_pinned_stands_in_the_draft_and_is_let_go_again(lang: Lang) -> None:
    page, words = with_facts(SOURCE[lang], lang), load_words(lang)
    assert words("choosing.pinned") not in shown(page)
    page.button(key=keys(page, "pin-")[0]).click().run()
    assert words("choosing.pinned") in shown(page)
    [chosen] = desk_of(page).work.chosen
    assert chosen.fact == FACTS[lang][1]
    page.button(key="write").click().run()
    assert words("draft.stale") not in shown(page)
    draft = desk_of(page).work.written
    assert draft is not None
    assert draft.draft["plan"]["pinned"] == ["f1-c1"]
    page.button(key=keys(page, "unpin-")[0]).click().run()
    assert desk_of(page).work.chosen == ()
    assert words("draft.stale") in shown(page)


def test_what_is_rejected_for_a_fact_gives_way_to_the_next_and_comes_back() -> None:
    page, words = with_facts(SOURCE["en"]), load_words("en")
    before = first_card(page)
    page.button(key=keys(page, "not-")[0]).click().run()
    assert first_card(page) != before
    assert words("choosing.rejected_here") in shown(page)
    page.button(key=keys(page, "back-")[0]).click().run()
    assert first_card(page) == before
    assert desk_of(page).work.chosen == ()


def test_what_is_never_used_for_a_product_is_named_at_the_top_and_comes_back() -> None:
    page, words = with_facts("Height: 58 m\nMast: 57 m"), load_words("en")
    before = first_card(page)
    page.button(key=keys(page, "never-")[0]).click().run()
    assert words("choosing.rejected_everywhere") in shown(page)
    assert desk_of(page).work.chosen[0].fact == ""
    page.button(key="undo").click().run()
    assert first_card(page) == before
    page.button(key="redo").click().run()
    page.button(key=keys(page, "back-all")[0]).click().run()
    assert first_card(page) == before


def test_a_pin_takes_its_rejection_back_and_a_rejection_its_pin() -> None:
    page = with_facts("Height: 58 m")
    page.button(key=keys(page, "pin-")[0]).click().run()
    page.button(key=keys(page, "not-")[0]).click().run()
    [chosen] = desk_of(page).work.chosen
    assert (chosen.pinned, bool(chosen.rejected)) == ("", True)


def test_the_others_of_a_figure_can_be_pinned_too() -> None:
    page = with_facts("Height: 58 m")
    assert len(keys(page, "pin-")) == 1
    page.session_state[f"others-{crc32(b'Height: 58 m'):08x}-1-0"] = True
    page.run()
    offered = keys(page, "pin-")
    assert len(offered) > 2
    page.button(key=offered[2]).click().run()
    assert first_card(page).endswith(load_words("en")("choosing.pinned"))


def test_a_pin_goes_along_when_its_fact_is_edited_and_is_said_to_fit_no_longer() -> None:
    page, words = with_facts("Height: 58 m"), load_words("en")
    page.button(key=keys(page, "pin-")[0]).click().run()
    row = key(0, "Height: 58 m")
    do(page, {"do": "text", "row": row, "text": "Height: 61 m"})
    assert desk_of(page).work.chosen[0].fact == "Height: 61 m"
    assert words("choosing.pinned") in shown(page)
    do(page, {"do": "text", "row": row, "text": "Height: 58 km"}, first=2)
    assert "fits the figure no longer" in shown(page)
    page.button(key="write").click().run()
    assert "Pinned, but it fits the figure no longer" in shown(page)


def test_a_pin_whose_fact_is_gone_is_said_and_can_be_let_go() -> None:
    page = with_facts("Height: 58 m\nWeight: 348 g")
    page.button(key=keys(page, "pin-")[0]).click().run()
    enter(page, "source", "Weight: 348 g")
    assert "which is not among the facts that are used" in shown(page)
    page.button(key=keys(page, "orphan-")[0]).click().run()
    assert desk_of(page).work.chosen == ()


def test_choices_are_saved_with_the_product() -> None:
    page = with_facts("Height: 58 m")
    page.button(key=keys(page, "pin-")[0]).click().run()
    again = opened(work=desk_of(page).id)
    assert desk_of(again).work.chosen == desk_of(page).work.chosen
    assert load_words("en")("choosing.pinned") in shown(again)


def test_many_facts_are_compared_a_dozen_at_a_time() -> None:
    page = with_facts(
        "\n".join(f"Mast {letter}: {40 + number} m" for number, letter in enumerate("ABCDEFGHIJKLMNOPQRST"))
    )
    assert len(keys(page, "pin-")) == 12
    page.button(key="compared_more").click().run()
    assert len(keys(page, "pin-")) == 20


def give(page: AppTest, fact: str, name: str, figure: str) -> AppTest:
    """Opens the line, types into its two fields and keeps what is read."""
    here = desk_of(page)
    key = f"{crc32(fact.encode()):08x}-1-0"
    page.session_state[f"own-{key}"] = True
    for field, text in (("own_name", name), ("own_figure", figure)):
        said = {"of": f"{here.id}.{field}.{key}", "serial": 0, "count": 1, "text": text}
        page.session_state[f"{field}-{key}"] = {"said": said}
    return page.run()


@pytest.mark.parametrize("lang", LANGS)
def test_what_customers_know_is_kept_pinned_and_stands_in_the_draft(lang: Lang) -> None:
    fact = {"en": "Weight: 348 g", "zh-Hans": "重量：348克", "zh-Hant": "重量：348公克"}[lang]
    name = {"en": "our last model", "zh-Hans": "我们上一代", "zh-Hant": "我們上一代"}[lang]
    page, words = with_facts(fact, lang), load_words(lang)
    give(page, fact, name, {"en": "174 g", "zh-Hans": "174克", "zh-Hant": "174公克"}[lang])
    assert words("choosing.own_preview") in shown(page)
    page.button(key=keys(page, "give-")[0]).click().run()
    assert words("choosing.pinned") in shown(page)
    assert words("compared.own_figure", date="")[:4] in shown(page)
    page.button(key="write").click().run()
    written = desk_of(page).work.written
    assert written is not None
    assert name in " ".join(written.draft["variants"][0]["texts"].values())
    # It is there for other facts and products, and the pin goes with undo.
    page.button(key="undo").click().run()
    page.button(key="undo").click().run()
    assert desk_of(page).work.chosen == ()
    assert words("choosing.pinned") not in shown(page)


@pytest.mark.parametrize(
    ("name", "figure"), [("our last model", "12"), ("our last model", "12 km"), ("", "174 g"), ("x", "")]
)
def test_what_cannot_stand_beside_the_fact_is_not_kept(name: str, figure: str) -> None:
    page = give(with_facts("Weight: 348 g"), "Weight: 348 g", name, figure)
    assert page.button(key=keys(page, "give-")[0]).disabled


def test_a_figure_that_is_too_far_away_says_so_before_it_is_kept() -> None:
    page = give(with_facts("Weight: 348 g"), "Weight: 348 g", "our lorry", "348000 kg")
    assert "the two are too far apart" in shown(page)


def test_a_hostile_name_is_text() -> None:
    page = give(with_facts("Weight: 348 g"), "Weight: 348 g", "<script>alert(1)</script> ![x](//e.example)", "174 g")
    assert "<script>alert" not in shown(page)
