"""References are found by any of their names, in either script, by their beginnings, topics and near misses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.references import Book, load_book, merge
from assistant.references.own import Given, own_reference
from assistant.references.search import find_references, known_by
from assistant.schema import LANGS, Lang, Quantity
from assistant.schema.brief import Persona


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book(today=date(2026, 11, 22))


def first(book: Book, text: str, lang: Lang = "en") -> str:
    return next((found.id for found in find_references(book, text, lang)), "")


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("african elephant", "en", "african-elephant-mass"),
        ("Elephants", "en", "african-elephant-mass"),
        ("elephnat weight", "en", "african-elephant-mass"),
        ("eifel tower height", "en", "eiffel-tower-height"),
        ("the height of the Eiffel Tower", "en", "eiffel-tower-height"),
        ("埃菲尔铁塔高度", "zh-Hans", "eiffel-tower-height"),
        ("埃菲尔铁塔", "zh-Hant", "eiffel-tower-height"),
        ("艾菲爾", "zh-Hans", "eiffel-tower-height"),
        ("籃球 直徑", "zh-Hans", "basketball-diameter"),
        ("篮球直径", "zh-Hant", "basketball-diameter"),
        ("Ａ４ weight", "en", "a4-sheet-mass"),
        ("usain bolt average", "zh-Hans", "usain-bolt-100m-average"),
    ],
)
def test_a_thing_is_found_by_what_it_is_called(book: Book, text: str, lang: Lang, wanted: str) -> None:
    assert first(book, text, lang) == wanted


@pytest.mark.parametrize("lang", LANGS)
def test_every_name_finds_its_own_reference(book: Book, lang: Lang) -> None:
    missed = []
    for reference in list(book.by_id.values())[::7]:
        found = find_references(book, reference.names[lang].name, lang)
        if reference.id not in {one.id for one in found}:
            missed.append(reference.id)
    assert missed == []


def test_every_word_has_to_be_somewhere(book: Book) -> None:
    assert find_references(book, "elephant zzzz", "en") == ()
    assert find_references(book, "大象", "zh-Hans") == ()
    assert find_references(book, "!!!", "en") == ()


def test_no_query_gives_the_whole_book_the_best_known_first(book: Book) -> None:
    everything = find_references(book, "  ", "en")
    assert len(everything) == len(book.by_id)
    levels = [known_by(reference, None) for reference in everything]
    assert levels == sorted(levels, reverse=True)


def test_a_dimension_and_a_market_narrow_what_is_found(book: Book) -> None:
    lengths = find_references(book, "tower", "en", dimension="length")
    assert {found.dimension for found in lengths} == {"length"}
    british = find_references(book, "", "en", market="uk")
    assert all("uk" in found.markets for found in british)
    assert len(british) < len(book.by_id)


def test_what_a_personas_people_know_by_feel_comes_first(book: Book) -> None:
    runner = Persona(knows_by_feel=("running",))
    before = [found.id for found in find_references(book, "", "en", "length", "us")]
    after = [found.id for found in find_references(book, "", "en", "length", "us", runner)]
    lifted = [one.id for one in book.of(["length"]) if "running" in one.audiences and one.id in before]
    assert lifted
    assert set(before) == set(after)
    assert all(after.index(one) <= before.index(one) for one in lifted)


def test_topics_are_found_by_the_word_that_the_reader_uses(book: Book) -> None:
    topics = {"electronics": "数码电器", "home": "居家"}
    assert find_references(book, "数码电器", "zh-Hans") == ()
    found = find_references(book, "數碼", "zh-Hans", topics=topics)
    assert found
    assert all("electronics" in one.topics for one in found)


def test_ones_own_figure_is_found_in_every_language_by_its_one_name(book: Book) -> None:
    quantity = Quantity("348克", 0, 4, Decimal(348), "gram", "mass")
    mine = own_reference(Given("我們上一代", quantity, "348克", "zh-Hant"))
    merged = merge(book, [mine])
    for lang in LANGS:
        assert first(merged, "我们上一代", lang) == mine.id


def test_a_query_of_any_length_is_bounded(book: Book) -> None:
    assert find_references(book, "elephant " * 5000, "en") == find_references(book, ("elephant " * 12)[:100], "en")
