"""A figure of one's own: a name and a quantity become a reference that says who gave it, and reads back from a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparisons.aspects import fits
from assistant.references import Book, load_book, merge
from assistant.references.check import check_entry, read_references
from assistant.references.faults import EntryError
from assistant.references.naming import names_for, plural
from assistant.references.own import Given, entry_of, own_reference, render_entries
from assistant.references.properties import properties_of, property_of
from assistant.schema import LANGS, MARKETS, Lang, Quantity, Reference
from assistant.units import dimension

DAY = date(2026, 11, 22)
WEIGHT = Quantity("348 g", 0, 5, Decimal(348), "gram", "mass")


def ours(name: str = "our last model", lang: Lang = "en", quantity: Quantity = WEIGHT, **more: object) -> Reference:
    return own_reference(Given(name, quantity, quantity.text, lang, who="Mei", on=DAY, **more))  # type: ignore[arg-type]


def test_two_fields_make_a_reference_known_everywhere_of_no_spread() -> None:
    made = ours()
    assert (made.id, made.value, made.unit, made.dimension, made.aspect) == (
        "own-our-last-model-mass", Decimal(348), "gram", "mass", "mass",
    )  # fmt: skip
    assert (made.low, made.high, made.own) == (made.value, made.value, True)
    assert set(made.markets.items()) == {(market, 5) for market in MARKETS}
    assert list(made.names) == ["en"]
    assert made.names["en"].of == "the weight of our last model"
    assert made.source.line == "our own figure, given by Mei on 2026-11-22"
    assert (made.source.figure, made.source.accessed, made.as_of) == ("348 g", "2026-11-22", "2026-11-22")


@pytest.mark.parametrize(
    ("lang", "name", "of", "source"),
    [
        ("zh-Hans", "我们上一代", "我们上一代的重量", "自有数据，Mei于2026-11-22提供"),
        ("zh-Hant", "我們上一代", "我們上一代的重量", "自有數據，Mei於2026-11-22提供"),
    ],
)
def test_it_speaks_the_language_that_it_was_given_in(lang: Lang, name: str, of: str, source: str) -> None:
    made = ours(name, lang)
    assert list(made.names) == [lang]
    assert made.names[lang].of == of
    assert made.source.title == source


def test_without_a_name_the_source_says_only_the_day() -> None:
    assert (
        own_reference(Given("ours", WEIGHT, "348 g", "en", on=DAY)).source.title
        == "our own figure, given on 2026-11-22"
    )


def test_the_same_thing_has_the_same_id_and_another_property_another() -> None:
    heavier = Quantity("400 g", 0, 5, Decimal(400), "gram", "mass")
    assert ours(quantity=heavier).id == ours().id == ours("Our last  model.").id
    assert ours(aspect="co2").id != ours().id
    assert ours("我们上一代", "zh-Hans").id != ours("我们上两代", "zh-Hans").id


@pytest.mark.parametrize(
    ("quantity", "statistic", "spread"),
    [
        (Quantity("12 h", 0, 4, Decimal(12), "hour", "time", statistic="average"), "average", ("12", "12")),
        (Quantity("12 h", 0, 4, Decimal(12), "hour", "time", hedge="up to"), "maximum", ("12", "12")),
        (Quantity("12 h", 0, 4, Decimal(12), "hour", "time", hedge="about"), "typical", ("12", "12")),
        (Quantity("3–5 days", 0, 8, Decimal(3), "day", "time", high=Decimal(5)), "rated", ("3", "5")),
        (Quantity("20 mm", 0, 5, Decimal(20), "millimeter", "length", tolerance=Decimal("0.5")), "rated", ("19.5", "20.5")),
    ],
)  # fmt: skip
def test_statistic_and_spread_are_as_the_figure_says(
    quantity: Quantity, statistic: str, spread: tuple[str, str]
) -> None:
    made = ours(quantity=quantity)
    assert (made.statistic, str(made.low), str(made.high)) == (statistic, *spread)
    assert made.low <= made.value <= made.high


def test_for_some_interests_alone_it_is_hearsay_to_everybody_else() -> None:
    made = ours(interests=("Running ", "cycling"), markets=("cn",))
    assert made.audiences == {"running": 5, "cycling": 5}
    assert made.markets == {"cn": 1}


def test_names_in_other_languages_may_be_given_too() -> None:
    made = ours(also={"zh-Hant": "我們上一代", "zh-Hans": "  "})
    assert {lang: names.of for lang, names in made.names.items()} == {
        "en": "the weight of our last model",
        "zh-Hant": "我們上一代的重量",
    }


@pytest.mark.parametrize(
    ("name", "thing", "many"),
    [
        ("a crate", "a crate", "crates"),
        ("An old battery", "an old battery", "old batteries"),
        ("lunch box", "a lunch box", "lunch boxes"),
        ("hour of rent", "an hour of rent", "hours of rent"),
        ("unit", "a unit", "units"),
        ("LED lamp", "LED lamp", ""),
        ("the old kettle", "the old kettle", ""),
        ("last model", "the last model", ""),
        ("last year's model", "last year's model", ""),
        ("Mei's bag", "Mei's bag", ""),
        ("Model X1", "Model X1", ""),
        ("2 eggs", "2 eggs", ""),
        ("our crates", "our crates", ""),
    ],
)
def test_english_names_are_counted_where_they_name_a_kind(name: str, thing: str, many: str) -> None:
    names = names_for(name, property_of("mass", "mass"), "rated", "en")
    assert (names.thing, names.many) == (thing, many)


@pytest.mark.parametrize(
    ("name", "counter", "thing", "many", "measure"),
    [
        ("一个箱子", "", "一个箱子", "箱子", "个"),
        ("一箱水", "", "一箱水", "水", "箱"),
        ("箱子", "个", "一个箱子", "箱子", "个"),
        ("箱子", "", "箱子", "", ""),
        ("我们上一代", "", "我们上一代", "", ""),
        ("一起买的那款", "", "一起买的那款", "", ""),
    ],
)
def test_chinese_names_are_counted_with_their_measure_word(
    name: str, counter: str, thing: str, many: str, measure: str
) -> None:
    names = names_for(name, property_of("mass", "mass"), "rated", "zh-Hans", counter=counter)
    assert (names.thing, names.many, names.counter) == (thing, many, measure)


def test_what_the_rule_gets_wrong_a_user_says() -> None:
    assert ours("milk", many="").names["en"].many == ""
    assert ours("a person", many="persons").names["en"].many == "persons"
    hours = Quantity("12 h", 0, 4, Decimal(12), "hour", "time", statistic="maximum")
    assert ours(quantity=hours, measured="battery life").names["en"].of == "the maximum battery life of our last model"
    assert ours(quantity=hours, measured="longest run").names["en"].of == "the longest run of our last model"


@pytest.mark.parametrize("word", ["lens", "match", "toy", "city", "leaf", "sheep", "child"])
def test_plurals_of_every_kind_of_ending(word: str) -> None:
    wanted = {"lens": "lenses", "match": "matches", "toy": "toys", "city": "cities", "leaf": "leaves", "sheep": "sheep"}
    assert plural(f"big {word}") == f"big {wanted.get(word, 'children')}"


@pytest.mark.parametrize(
    ("name", "quantity", "place", "code"),
    [
        ("", WEIGHT, "name", "string_too_short"),
        ("x" * 81, WEIGHT, "name", "string_too_long"),
        ("our \u202emodel", WEIGHT, "name", "unseen"),
        ("ours", Quantity("0 g", 0, 3, Decimal(0), "gram", "mass"), "figure", "nothing"),
    ],
)
def test_what_can_be_no_reference_is_refused(name: str, quantity: Quantity, place: str, code: str) -> None:
    with pytest.raises(EntryError) as caught:
        ours(name, quantity=quantity)
    assert (caught.value.place, caught.value.code) == (place, code)
    assert "\n" not in str(caught.value)


def test_a_frost_is_a_figure_too() -> None:
    cold = Quantity("-18 °C", 0, 6, Decimal(-18), "degree_Celsius", "temperature")
    assert ours("our freezer", quantity=cold).value == -18


def test_every_property_of_the_book_has_words_in_three_languages() -> None:
    for reference in load_book().by_id.values():
        assert reference.aspect in properties_of(reference.dimension)
        what = property_of(reference.dimension, reference.aspect)
        assert len({what.nouns[lang] for lang in LANGS}) >= 1
        assert all(what.nouns[lang] not in ("figure", "数值", "數值") for lang in LANGS)


def test_the_plain_property_may_stand_beside_a_figure_that_names_none() -> None:
    for reference in load_book().by_id.values():
        plain = properties_of(reference.dimension)[0]
        food = "joule" in reference.unit or "calorie" in reference.unit
        if reference.aspect == plain and not food:
            assert fits(reference.dimension, reference.unit, None).get(plain, 0.0) > 0, reference.id


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=40)
names = texts.filter(lambda text: " ".join(text.split()).rstrip(".。").strip() != "")
values = st.decimals(min_value="0.001", max_value="999999999", places=3)
units = st.sampled_from(["gram", "kilometer", "hour", "watt", "USD", "decibel_a", "kilometer / hour", "liter"])


@given(names, values, units, st.sampled_from(LANGS), texts, st.booleans())
def test_what_was_given_reads_back_from_its_own_file(
    name: str, value: Decimal, unit: str, lang: Lang, who: str, ranged: bool
) -> None:
    figure = f"{value} {unit}"
    high = value * 2 if ranged else None
    quantity = Quantity(figure, 0, len(figure), value, unit, dimension(unit), high)
    made = own_reference(Given(name, quantity, figure, lang, who=who, on=DAY, interests=("running",)))
    checked = read_references("ours.yaml", render_entries([made]).encode())
    assert checked.faults == ()
    assert checked.references == (made,)


def test_the_shipped_book_reads_back_from_an_export_too() -> None:
    some = tuple(load_book().by_id.values())[:200]
    checked = read_references("book.yaml", render_entries(some).encode())
    assert checked.faults == ()
    assert {one.id: one for one in checked.references} == {one.id: one for one in some}
    assert render_entries([]) == ""


def test_an_entry_that_is_not_ones_own_still_needs_every_language_and_its_address() -> None:
    entry = {key: value for key, value in entry_of(ours()).items() if key != "own"} | {"topics": ["home"]}
    faults = check_entry("ours", entry)
    assert isinstance(faults, list)
    assert {fault.place for fault in faults} == {"ours.names.zh-Hans", "ours.names.zh-Hant", "ours.source.url"}


def test_a_merged_book_has_both_and_is_made_once() -> None:
    book, mine = load_book(), ours()
    merged = merge(book, [mine])
    assert merged.get(mine.id) == mine
    assert merged.added == (mine,)
    assert set(merged.by_id) == {*book.by_id, mine.id}
    assert merged.by_dimension["mass"] == tuple(r for r in merged.by_id.values() if r.dimension == "mass")
    assert merged.by_dimension["speed"] is book.by_dimension["speed"]
    assert merge(book, [ours()]) is merged
    assert merge(book, []) is book
    assert merge(book, [ours(aspect="co2")]) is not merged


def test_merging_takes_the_place_of_an_entry_with_the_same_id_whatever_its_dimension() -> None:
    book = load_book()
    hours = Quantity("12 h", 0, 4, Decimal(12), "hour", "time")
    entry = entry_of(ours(quantity=hours))
    replaced = check_entry("a4-sheet-mass", entry)
    assert isinstance(replaced, Reference)
    merged = merge(book, [replaced])
    assert merged.get("a4-sheet-mass").dimension == "time"
    assert "a4-sheet-mass" not in {reference.id for reference in merged.by_dimension["mass"]}
    assert len(merged.by_id) == len(book.by_id)


def test_what_has_expired_is_merged_no_more() -> None:
    expired = check_entry("old", entry_of(ours()) | {"expires": "2020-01-01"})
    assert isinstance(expired, Reference)
    assert "old" not in merge(load_book(), [expired]).by_id


def test_merging_twice_keeps_what_was_added_before() -> None:
    first, second = ours(), ours("our first model")
    merged = merge(merge(load_book(), [first]), [second])
    assert {one.id for one in merged.added} == {first.id, second.id}


def test_only_the_newest_merged_books_are_kept() -> None:
    book = Book({}, {})
    for number in range(40):
        merge(book, [ours(f"our model {number}")])
    assert len(book.kept["merged"]) == 16
