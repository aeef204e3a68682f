"""The table of facts without a browser: what people do to it, what survives, what reaches the brief."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.plan.sources import read_source
from assistant.schema import LANGS, Lang
from assistant.schema.brief import BRIEF_FACTS, FACT_CHARS
from assistant.schema.work import FactLine
from assistant.ui.facts.reading import read_row, say_quantity
from assistant.ui.facts.rows import Row, apply, lines_of, rows_of, used_facts
from assistant.ui.facts.source import render_source
from assistant.ui.words import load_words
from tests.ui.entering import desk_of, enter, opened, shown, with_facts

FACTS = "Weight: 348 g\nHeight: 58 m\nPower: 9 W"


def rows(source: str = FACTS, saved: tuple[FactLine, ...] | None = None) -> tuple[Row, ...]:
    return rows_of(read_source(source, "en"), saved)


def done(source: str, *deeds: dict[str, Any]) -> tuple[FactLine, ...] | None:
    read = read_source(source, "en")
    return lines_of(apply(rows_of(read, None), deeds), read)


def texts(found: tuple[Row, ...]) -> list[str]:
    return [row.line.text for row in found if not row.line.gone]


def key(place: int, source: str = FACTS) -> str:
    return rows(source)[place].key


def test_untouched_rows_are_the_lines_of_the_source_and_nothing_is_saved() -> None:
    assert texts(rows()) == FACTS.split("\n")
    assert used_facts(rows()) == FACTS.split("\n")
    assert done(FACTS) is None
    assert done(FACTS, {"do": "use", "row": key(0), "use": False}, {"do": "use", "row": key(0), "use": True}) is None


@pytest.mark.parametrize(
    ("deed", "used"),
    [
        ({"do": "text", "text": " Weight:\n350 g "}, ["Weight: 350 g", "Height: 58 m", "Power: 9 W"]),
        ({"do": "use", "use": False}, ["Height: 58 m", "Power: 9 W"]),
        ({"do": "gone"}, ["Height: 58 m", "Power: 9 W"]),
        (
            {"do": "add", "id": "x1", "text": "Depth: 2 m"},
            ["Weight: 348 g", "Depth: 2 m", "Height: 58 m", "Power: 9 W"],
        ),
        ({"do": "text", "text": ""}, ["Height: 58 m", "Power: 9 W"]),
        ({"do": "every", "use": False}, []),
    ],
)
def test_what_is_done_to_a_row_decides_what_is_used(deed: dict[str, Any], used: list[str]) -> None:
    saved = done(FACTS, {"row": key(0), **deed})
    assert saved is not None
    assert used_facts(rows(saved=saved)) == used


def test_a_row_goes_back_to_what_the_source_says() -> None:
    edited = {"do": "text", "row": key(1), "text": "Height: 60 m"}
    assert done(FACTS, edited, {"do": "back", "row": key(1)}) is None
    everything = [edited, {"do": "gone", "row": key(0)}, {"do": "add", "row": "", "id": "y", "text": "New"}]
    assert done(FACTS, *everything, {"do": "reset"}) is None
    assert done(FACTS, {"do": "gone", "row": key(0)}, {"do": "restore"}) is None


@pytest.mark.parametrize(
    "deed",
    [
        {},
        {"do": "dance", "row": "s1"},
        {"do": "text", "row": "no such row", "text": "x"},
        {"do": "add", "row": "no such row", "id": "x"},
        {"do": "add", "row": "", "id": ""},
        {"do": "add", "row": "", "id": "<>\u202e"},
        {"do": ["text"], "row": {"a": 1}},
        {"do": "back", "row": None},
    ],
)
def test_what_makes_no_sense_is_passed_over(deed: dict[str, Any]) -> None:
    assert done(FACTS, deed) is None


def test_an_overlong_text_from_outside_is_cut_and_rows_have_an_end() -> None:
    saved = done(FACTS, {"do": "text", "row": key(0), "text": "x" * 9_999})
    assert saved is not None
    assert len(saved[0].text) == FACT_CHARS
    many = done(FACTS, *({"do": "add", "row": "", "id": f"n{number}", "text": "1 kg"} for number in range(500)))
    assert many is not None
    assert len(many) == BRIEF_FACTS + 3


def test_a_row_that_is_added_twice_is_there_once() -> None:
    add = {"do": "add", "row": key(0), "id": "abc", "text": ""}
    saved = done(FACTS, add, add, {"do": "text", "row": "aabc", "text": "Depth: 2 m"})
    assert saved is not None
    assert texts(rows(saved=saved)).count("Depth: 2 m") == 1


def test_edits_stay_with_their_lines_wherever_those_go() -> None:
    saved = done(
        FACTS,
        {"do": "text", "row": key(1), "text": "Height: 60 m"},
        {"do": "use", "row": key(2), "use": False},
        {"do": "add", "row": key(1), "id": "q", "text": "Depth: 2 m"},
    )
    moved = "Engines: 9\nPower: 9 W\nWeight: 348 g\n\nHeight: 58 m\nRange: 5 km"
    found = rows(moved, saved)
    assert texts(found) == ["Engines: 9", "Power: 9 W", "Weight: 348 g", "Height: 60 m", "Depth: 2 m", "Range: 5 km"]
    assert used_facts(found) == ["Engines: 9", "Weight: 348 g", "Height: 60 m", "Depth: 2 m", "Range: 5 km"]


def test_an_edit_is_gone_with_its_line_and_comes_back_with_it() -> None:
    saved = done(FACTS, {"do": "text", "row": key(1), "text": "Altitude: 60 m"})
    assert texts(rows("Weight: 348 g\nPower: 9 W", saved)) == ["Weight: 348 g", "Power: 9 W"]
    assert "Altitude: 60 m" in texts(rows(FACTS, saved))


def test_an_edit_stays_with_a_line_that_was_corrected_in_the_source_and_one_may_go_back_to_that() -> None:
    saved = done(FACTS, {"do": "text", "row": key(1), "text": "Height: 60 m"})
    found = rows("Weight: 348 g\nHeight: 58.5 m\nPower: 9 W", saved)
    assert found[1].line.text == "Height: 60 m"
    assert found[1].line.read == "Height: 58.5 m"
    assert found[1].is_edited


def test_of_two_equal_lines_one_can_be_left_out() -> None:
    twice = "Seats: 4\nSeats: 4"
    saved = done(twice, {"do": "gone", "row": key(1, twice)})
    assert [row.line.gone for row in rows(twice, saved)] == [False, True]


def test_what_a_page_says_in_two_ways_is_not_used_until_somebody_says_so() -> None:
    page = "# Lamp\n\nWeight: 69 g\n\nWeight: 96 g\n\nHeight: 12 cm"
    assert used_facts(rows(page)) == ["Height: 12 cm"]
    asked = next(row for row in rows(page) if row.question)
    saved = done(page, {"do": "use", "row": asked.key, "use": True})
    assert asked.line.text in used_facts(rows(page, saved))


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_read_is_said_in_plain_words(lang: Lang) -> None:
    text = {"en": "Charging: up to 65 W", "zh-Hans": "充电功率：最高65瓦", "zh-Hant": "充電功率：最高65瓦"}[lang]
    words = load_words(lang)
    said = say_quantity(read_row(text, lang, None, ()).quantities[0], lang, words)
    assert "65" in said
    assert words.name("dimension", "power") in said
    assert words.name("hedge", "up to") in said


def test_a_book_of_pages_is_shown_in_excerpts_around_its_rows() -> None:
    source = "\n\n".join(f"{'word ' * 400}\n\nPart {number} weighs {number + 1} kg" for number in range(250))[:600_000]
    read = read_source(source, "en", "page")
    found = rows_of(read, None)
    reads = [read_row(row.line.text, "en", None, ()) for row in found]
    assert len(render_source(read, found, reads, "en", load_words("en"))) < 400_000


# On the page.


def do(page: AppTest, *deeds: dict[str, Any], first: int = 1) -> AppTest:
    here = desk_of(page)
    told = [{"n": first + number, **deed} for number, deed in enumerate(deeds)]
    page.session_state["fact_table"] = {"said": {"of": here.id, "serial": here.serial, "deeds": told}}
    return page.run()


def test_the_brief_has_what_the_table_has_and_undo_takes_it_back() -> None:
    page = with_facts(FACTS)
    do(page, {"do": "text", "row": key(0), "text": "Weight: 777 g"})
    page.button(key="write").click().run()
    written = desk_of(page).work.written
    assert written is not None
    assert "Weight: 777 g" in written.brief["facts"]
    page.button(key="undo").click().run()
    page.button(key="undo").click().run()
    assert desk_of(page).work.facts is None
    page.button(key="redo").click().run()
    assert desk_of(page).work.facts is not None


def test_a_deed_is_done_once_however_often_it_is_told_and_not_after_an_undo() -> None:
    page = with_facts(FACTS)
    deed = {"do": "add", "row": key(0), "id": "a1", "text": "Depth: 2 m"}
    do(page, deed)
    do(page, deed)
    page.run()
    assert [line.text for line in desk_of(page).work.facts or ()].count("Depth: 2 m") == 1
    page.button(key="undo").click().run()
    page.run()
    assert desk_of(page).work.facts is None


@pytest.mark.parametrize(
    "said", [None, 3, "x", {"of": "else"}, {"deeds": 7}, {"deeds": [None, 3, {"n": "x"}, {"n": True}]}]
)
def test_nonsense_from_the_browser_changes_nothing(said: object) -> None:
    page = with_facts(FACTS)
    here = desk_of(page)
    if isinstance(said, dict):
        said = {"of": here.id, "serial": here.serial, **said}
    page.session_state["fact_table"] = {"said": said}
    page.run()
    assert not page.exception
    assert desk_of(page).work.facts is None


def test_edits_are_saved_with_the_product() -> None:
    page = do(with_facts(FACTS), {"do": "gone", "row": key(2)})
    again = opened(work=desk_of(page).id)
    assert [line.gone for line in desk_of(again).work.facts or ()] == [False, False, True]


@pytest.mark.parametrize("lang", LANGS)
def test_a_source_is_taken_for_what_it_looks_like_until_somebody_says_otherwise(lang: Lang) -> None:
    page = with_facts("Model\tWeight\nK2\t1.1 kg\nK3\t1.4 kg", lang)
    kind = next(one for one in page.segmented_control if one.label == load_words(lang)("table.taken_for"))
    assert kind.value == "table"
    kind.set_value("facts").run()
    assert desk_of(page).work.source_kind == "facts"
    page.button(key="undo").click().run()
    assert desk_of(page).work.source_kind == ""
    enter(page, "source", "Weight: 348 g")
    kind = next(one for one in page.segmented_control if one.label == load_words(lang)("table.taken_for"))
    assert kind.value == "facts"


def test_one_product_of_a_table_is_written_about_and_can_give_its_name() -> None:
    page = with_facts("Model\tWeight (kg)\nK2\t1.1\nK3\t1.4")
    choice = next(one for one in page.selectbox if one.label == load_words("en")("table.product"))
    choice.select_index(1).run()
    page.button(key="name_product").click().run()
    assert desk_of(page).work.product == "K3"
    page.button(key="write").click().run()
    written = desk_of(page).work.written
    assert written is not None
    assert written.brief["facts"] == ["Weight: 1.4 kg"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_without_facts_says_what_to_do(lang: Lang) -> None:
    page = with_facts("# Hello\n\n## Contact", lang)
    assert load_words(lang)("table.nothing_page") in shown(page)
    page.button(key="write").click().run()
    assert load_words(lang)("write.empty") in shown(page)


def test_a_fact_that_is_too_long_is_left_out_and_the_others_are_not() -> None:
    page = with_facts(f"Weight: 348 g\n{'x' * (FACT_CHARS + 1)}")
    assert "One line holds more than 2000 characters" in shown(page)
    page.button(key="write").click().run()
    assert "348 g" in shown(page)


HOSTILE = "<script>alert(1)</script> ![x](//evil.example/a.png) <img src=x onerror=alert(1)> 348 g \u202egnp"


def test_hostile_facts_are_text_in_the_source_and_in_the_table() -> None:
    page = do(with_facts(HOSTILE), {"do": "add", "row": "", "id": "h", "text": HOSTILE})
    seen = shown(page)
    assert "<script>" not in seen
    assert "<img src=x" not in seen
    assert "\u202e" not in seen
    assert "[U+202E]" in seen
