"""The References page: what is found and shown, and what becomes of what my customers know."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.references import load_book
from assistant.references.check import read_references
from assistant.references.properties import property_of
from assistant.schema import LANGS, Lang
from assistant.store import open_store
from assistant.ui.own_book import MOST
from assistant.ui.references.shelf import with_size
from assistant.ui.references.topics import read_said_levels, say_levels, topic_name, topic_names
from assistant.ui.words import load_words
from assistant.units import render
from tests.references.test_import import OWN
from tests.ui.entering import enter, go, opened, shown

EN = load_words("en")


def references_page(lang: Lang = "en") -> AppTest:
    return go(opened(lang), "references")


def typed_into(page: AppTest, key: str, of: str, text: str, serial: int = 0) -> AppTest:
    page.session_state[key] = {"said": {"of": of, "serial": serial, "count": 1, "text": text}}
    page.run()
    assert not page.exception
    return page


def look_for(page: AppTest, query: str) -> AppTest:
    return typed_into(page, "references_query", "references.query", query)


def hold_against(page: AppTest, figure: str) -> AppTest:
    return typed_into(page, "references_figure", "references.figure", figure)


def give(page: AppTest, name: str, figure: str, serial: int = 0) -> AppTest:
    typed_into(page, "own_name", "own.name", name, serial)
    typed_into(page, "own_size", "own.size", figure, serial)
    page.button(key="own_give").click().run()
    assert not page.exception
    return page


def hand_over(page: AppTest, name: str, text: str, problem: str = "", count: int = 1) -> AppTest:
    """What picked.js tells when a file has been chosen."""
    page.session_state["own_file"] = {"said": {"count": count, "name": name, "text": text, "problem": problem}}
    page.run()
    assert not page.exception
    return page


def kept() -> dict[str, object]:
    with open_store() as store:
        found = store.documents.load("reference", "own")
    return {} if found is None else dict(found.body["entries"])


def listed(page: AppTest) -> list[str]:
    """The names in every list of the page, in order."""
    return [unescape(name) for name in re.findall(r'class="ys-named"[^>]*>([^<]*)<', shown(page))]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_opens_with_every_property_of_the_book(lang: Lang) -> None:
    seen = unescape(shown(references_page(lang)))
    for reference in list(load_book().by_id.values())[::40]:
        assert property_of(reference.dimension, reference.aspect).labels[lang] in seen
    assert load_words(lang)("references.intro") in seen


@pytest.mark.parametrize(("lang", "query"), [("en", "elephant"), ("zh-Hans", "非洲象"), ("zh-Hant", "非洲象")])
def test_a_search_lists_what_it_finds_with_source_and_who_knows_it(lang: Lang, query: str) -> None:
    page, words = look_for(references_page(lang), query), load_words(lang)
    elephant = load_book().get("african-elephant-mass")
    assert elephant.names[lang].name in listed(page)
    seen = unescape(shown(page))
    assert elephant.source.url in seen
    assert elephant.source.figure in seen
    assert words("references.level_4") in seen or words("references.level_5") in seen


def test_what_fits_nothing_says_what_to_do() -> None:
    assert EN("references.none") in unescape(shown(look_for(references_page(), "zzzzzz")))


def test_a_property_is_shown_on_an_axis_in_the_order_of_size() -> None:
    page = references_page()
    page.selectbox(key="references_kind").set_value(("mass", "mass")).run()
    names = listed(page)
    assert names.index("paper clip") < names.index("cat") < names.index("Eiffel Tower")
    assert EN("references.logarithmic") in shown(page)
    assert "ys-axis" in shown(page)


@pytest.mark.parametrize(("lang", "figure"), [("en", "348 g"), ("zh-Hans", "348克"), ("zh-Hant", "348公克")])
def test_a_figure_stands_among_the_things_of_its_kind(lang: Lang, figure: str) -> None:
    page, words = hold_against(references_page(lang), figure), load_words(lang)
    assert page.selectbox(key="references_kind").value == ("mass", "mass")
    names = listed(page)
    at = names.index(f"◆ {figure}")
    called = {one.names[lang].name: one for one in load_book().of(["mass"]) if one.aspect == "mass"}
    below, above = (
        with_size(one.names[lang].thing, render(one.value, one.unit, lang), lang)
        for one in (called[names[at - 1]], called[names[at + 1]])
    )
    seen = unescape(shown(page))
    assert words("references.stands_between", figure=figure, below=below, above=above) in seen
    assert words("references.your_figure") in seen


def test_a_figure_that_cannot_be_read_says_how_to_write_one() -> None:
    seen = unescape(shown(hold_against(references_page(), "quite heavy")))
    assert 'No quantity was recognised. Write a number with its unit, such as "348 g".'.lower() in seen.lower()


def test_a_figure_of_another_kind_takes_its_own_property_and_a_chosen_one_stays() -> None:
    page = hold_against(references_page(), "348 g")
    hold_against(page, "20 km")
    chosen = page.selectbox(key="references_kind").value
    assert chosen is not None
    assert chosen[0] == "length"
    page.selectbox(key="references_kind").set_value(("length", "distance")).run()
    hold_against(page, "30 km")
    assert page.selectbox(key="references_kind").value == ("length", "distance")


def test_prices_stand_on_an_axis_for_each_currency() -> None:
    page = references_page()
    page.selectbox(key="references_kind").set_value(("currency", "price")).run()
    assert shown(page).count("ys-axis") > 2


def test_a_market_leaves_out_what_nobody_knows_there() -> None:
    page = references_page()
    page.selectbox(key="references_kind").set_value(("mass", "mass")).run()
    assert "pound coin" in listed(page)
    page.selectbox(key="references_market").set_value("us").run()
    assert "pound coin" not in listed(page)


def test_a_market_or_a_customer_shows_how_well_each_thing_is_known_there() -> None:
    page = look_for(references_page(), "basketball diameter")
    assert 'ys-information">' not in shown(page)
    page.selectbox(key="references_market").set_value("us").run()
    level = load_book().get("basketball-diameter").markets["us"]
    assert f'ys-information">{EN(f"references.level_{level}")}<' in shown(page)


def test_what_is_never_offered_says_why() -> None:
    page = references_page()
    branded = next(one for one in load_book().by_id.values() if one.sensitivity == ("brand",))
    look_for(page, branded.names["en"].name)
    assert branded.names["en"].name in listed(page)
    assert EN("references.chip_never") in shown(page)


@pytest.mark.parametrize(
    ("lang", "name", "figure", "said"),
    [
        ("en", "our last model", "348 g", "696 g is about twice the weight of our last model."),
        ("zh-Hans", "我们上一代", "348克", "约为我们上一代重量的2倍。"),
        ("zh-Hant", "我們上一代", "348公克", "約為我們上一代重量的2倍。"),
    ],
)
def test_two_fields_are_previewed_kept_and_on_offer(lang: Lang, name: str, figure: str, said: str) -> None:
    page, words = references_page(lang), load_words(lang)
    typed_into(page, "own_name", "own.name", name)
    typed_into(page, "own_size", "own.size", figure)
    assert said in unescape(shown(page))
    assert kept() == {}
    page.button(key="own_give").click().run()
    assert words("references.given", name=name) in unescape(shown(page))
    (entry,) = kept().values()
    assert isinstance(entry, dict)
    assert (entry["value"], entry["unit"], list(entry["names"])) == ("348", "gram", [lang])
    assert name in listed(page)
    # Found in the book as well, and marked as one's own.
    look_for(page, name)
    assert words("references.chip_own") in shown(page)


def test_what_was_given_is_compared_with_on_the_write_page_and_its_ledger_says_whose_it_is() -> None:
    page = give(references_page(), "our last model", "348 g")
    enter(go(page, "write"), "source", "Weight: 696 g")
    assert "about twice the weight of our last model" in unescape(shown(page))
    assert EN("compared.own_figure", date="")[:-2] in shown(page)
    page.button(key="write").click().run()
    assert "our own figure, given on" in unescape(shown(page))
    draft = page.session_state["desk"].work.written.draft
    assert "added" not in draft["plan"]
    assert page.session_state["drafted"][1].draft.plan.added[0].id == "own-our-last-model-mass"


def test_what_is_wrong_with_a_figure_is_said_in_the_language_of_the_page() -> None:
    page = typed_into(references_page("zh-Hant"), "own_size", "own.size", "很輕")
    assert "它的數值，帶單位：沒有認出數值" in unescape(shown(page))
    page.button(key="own_give").click().run()
    assert kept() == {}


def test_one_field_alone_asks_for_the_other() -> None:
    page = typed_into(references_page(), "own_name", "own.name", "our last model")
    page.button(key="own_give").click().run()
    assert EN("references.give_both") in shown(page)


def test_a_new_figure_of_the_same_thing_takes_the_place_of_the_old_one() -> None:
    page = give(references_page(), "our last model", "348 g")
    typed_into(page, "own_name", "own.name", "Our last model", 1)
    typed_into(page, "own_size", "own.size", "400 g", 1)
    assert EN("references.takes_place_of", old="348 g") in shown(page)
    page.button(key="own_give").click().run()
    assert [entry["value"] for entry in kept().values()] == ["400"]  # type: ignore[index]


def test_the_property_is_asked_for_where_the_figure_has_several() -> None:
    page = typed_into(references_page(), "own_name", "own.name", "our last model")
    typed_into(page, "own_size", "own.size", "20 cm")
    page.selectbox(key="own_aspect_length").set_value("height").run()
    assert "the height of our last model" in shown(page)


def test_who_gives_it_and_who_knows_it_can_be_said() -> None:
    page = references_page()
    page.text_input(key="own_who").set_value("Mei").run()
    page.multiselect(key="own_interests").set_value(["cycling"]).run()
    give(page, "our race bike", "7 kg")
    (entry,) = kept().values()
    assert isinstance(entry, dict)
    assert entry["audiences"] == {"cycling": 5}
    assert entry["source"]["title"].startswith("our own figure, given by Mei on")


def test_deleting_takes_it_off_offer_and_can_be_taken_back() -> None:
    page = give(references_page(), "our last model", "348 g")
    page.button(key="own_delete_0").click().run()
    assert kept() == {}
    assert EN("references.deleted", name="our last model") in shown(page)
    page.button(key="own_take_back").click().run()
    assert list(kept()) == ["own-our-last-model-mass"]


def test_every_field_can_be_edited_and_a_fault_is_named_by_its_field() -> None:
    page = give(references_page(), "our last model", "348 g")
    page.button(key="own_edit_0").click().run()
    prefix = "own_full_own-our-last-model-mass"
    page.text_input(key=f"{prefix}_expires").set_value("soon")
    page.button(key="own_keep").click().run()
    assert f"{EN('references.of_expires')}: " in shown(page)
    assert kept()["own-our-last-model-mass"]["value"] == "348"  # type: ignore[index]
    page.text_input(key=f"{prefix}_expires").set_value("2099-01-01")
    page.text_input(key=f"{prefix}_figure").set_value("350 g")
    page.text_input(key=f"{prefix}_high").set_value("360")
    page.text_input(key=f"{prefix}_zh-Hant_name").set_value("我們上一代")
    page.selectbox(key=f"{prefix}_us").set_value(0)
    page.button(key="own_keep").click().run()
    assert not page.exception
    entry = kept()["own-our-last-model-mass"]
    assert isinstance(entry, dict)
    assert (entry["value"], entry["spread"], entry["expires"]) == ("350", ["350", "360"], "2099-01-01")
    assert entry["names"]["zh-Hant"]["of"] == "我們上一代的重量"
    assert "us" not in entry["markets"]
    assert EN("references.changed", name="our last model") in shown(page)


def test_editing_can_be_left() -> None:
    page = give(references_page(), "our last model", "348 g")
    before = kept()
    page.button(key="own_edit_0").click().run()
    page.button(key="own_leave").click().run()
    assert kept() == before
    assert page.button(key="own_edit_0").label == EN("references.edit")


def test_a_file_is_looked_at_before_it_is_taken_in() -> None:
    faulty = OWN.replace("our-last-model", "other").replace("gram", "gramm")
    page = hand_over(references_page(), "ours.yaml", OWN + faulty)
    seen = unescape(shown(page))
    assert EN("references.file_faults", file="ours.yaml", count=1) in seen
    assert "other.unit: unknown unit 'gramm'. Did you mean 'gram'?" in seen
    assert EN("references.file_sound", file="ours.yaml", count=1) in seen
    assert kept() == {}
    page.button(key="own_take_in").click().run()
    assert list(kept()) == ["our-last-model"]
    assert EN("references.taken_in", count=1) in shown(page)


def test_a_file_of_faults_takes_nothing_in_and_can_be_let_go() -> None:
    page = hand_over(references_page("zh-Hans"), "ours.csv", "idd\n")
    assert "第1行：没有“idd”这一列，是不是“id”？" in unescape(shown(page))
    page.button(key="own_file_leave").click().run()
    assert "没有“idd”这一列" not in unescape(shown(page))
    assert kept() == {}


def test_ones_own_can_be_taken_along_and_brought_back() -> None:
    from assistant.references.own import render_entries
    from assistant.ui.own_book import _read

    give(references_page(), "our last model", "348 g")
    entries = kept()
    own = _read(entries)
    checked = read_references("references.yaml", render_entries(own).encode())
    assert checked.references == own
    assert checked.faults == ()


def test_there_is_room_for_so_many_and_no_more() -> None:
    many = "".join(OWN.replace("our-last-model", f"ours-{number}") for number in range(MOST + 1))
    page = hand_over(references_page(), "ours.yaml", many)
    page.button(key="own_take_in").click().run()
    assert EN("references.full", limit=f"{MOST:,}") in shown(page)
    assert kept() == {}


def test_what_another_session_has_added_stays() -> None:
    one, other = references_page(), references_page()
    give(one, "our last model", "348 g")
    give(other, "our first model", "400 g")
    assert len(kept()) == 2
    one.run()
    assert "our first model" in listed(one)


HOSTILE = '<img src=x onerror="window.struck=1"></style><script>window.struck=1</script>'


def test_names_from_outside_are_shown_as_text() -> None:
    page = give(references_page(), HOSTILE[:78], "348 g")
    seen = shown(page)
    assert "<img src=x" not in seen
    assert "<script>window" not in seen
    assert len(kept()) == 1
    look_for(page, HOSTILE)
    assert "<script>window" not in shown(page)


def test_an_entry_that_this_yardstick_cannot_read_is_passed_over() -> None:
    with open_store() as store:
        store.documents.save("reference", "own", {"entries": {"odd": {"own": True}, "odder": 1}}, expected=0)
    page = references_page()
    assert EN("references.own_none") in shown(page)
    give(page, "our last model", "348 g")
    # It is kept for a Yardstick that can.
    assert set(kept()) == {"odd", "odder", "own-our-last-model-mass"}


def test_a_store_that_cannot_be_read_leaves_the_book(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "yardstick.db").write_bytes(b"this is no database" * 100)
    monkeypatch.setenv("YARDSTICK_DATA", str(tmp_path))
    page = look_for(references_page(), "elephant")
    assert "bull African elephant" in listed(page)
    typed_into(page, "own_name", "own.name", "our last model")
    typed_into(page, "own_size", "own.size", "348 g")
    page.button(key="own_give").click().run()
    assert not page.exception
    assert "ys-bad" in shown(page)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("problem", ["large", "no_text"])
def test_a_file_that_cannot_be_taken_says_why(lang: Lang, problem: str) -> None:
    words = load_words(lang)
    said = words(f"references.file_{problem}", file="ours.yaml", limit="1 MB")
    assert said in unescape(shown(hand_over(references_page(lang), "ours.yaml", "", problem)))


def test_a_file_mended_and_chosen_again_is_read_again() -> None:
    page = hand_over(references_page(), "ours.yaml", OWN.replace("gram", "gramm"))
    assert EN("references.file_faults", file="ours.yaml", count=1) in shown(page)
    hand_over(page, "ours.yaml", OWN, count=2)
    assert EN("references.file_sound", file="ours.yaml", count=1) in shown(page)


@pytest.mark.parametrize("lang", LANGS)
def test_every_topic_of_the_book_has_a_name_of_its_own(lang: Lang) -> None:
    words = load_words(lang)
    book = load_book().by_id.values()
    topics = {topic for one in book for topic in (*one.topics, *one.audiences)}
    assert topics <= set(topic_names(words))
    assert len({topic_name(topic, words) for topic in topics}) == len(topics)


def test_levels_are_said_and_read_in_the_language_of_the_page() -> None:
    words = load_words("zh-Hant")
    assert say_levels("running 5; table tennis 4; odd 3", words) == "跑步 5; 桌球 4; odd 3"
    assert read_said_levels("跑步 5； 桌球 4;odd 3; ?", words) == "running 5; table tennis 4; odd 3; ?"
