"""The shipped book: every entry well formed, sourced, in three languages, and agreeing with its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.praise import find_praise
from assistant.references import Book, load_book
from assistant.references import book as book_module
from assistant.references.book import COMPILED, DATA, compile_book
from assistant.references.check import load_checked
from assistant.schema import LANGS, Lang, Reference
from assistant.schema.language import other_script
from assistant.units import convert

FILES = sorted(DATA.glob("*.yaml"))
ALL = [reference for path in FILES for reference in load_checked(path)]
NUMBER = re.compile(r"\d|\b(one|two|four|six|seven|nine|ten)\b|[一二三四五六七八九十]", re.I)
# How many of a property may have expired on the day the book is tested, before somebody reads their prices again.
EXPIRING = {"price-rate": 3, "price": 20, "events": 2, "people": 4}
# What moves from year to year must be looked at again by a date.
MOVING = ("price", "price-rate")


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book(today=date(2026, 11, 22))


# As many of each property that it takes for a choice.
LEAST_OF_EACH = 10


def test_there_are_enough_familiar_things_of_every_property(book: Book) -> None:
    aspects = Counter(reference.aspect for reference in book.by_id.values())
    assert len(book.by_id) >= 1000
    assert len(aspects) >= 40
    assert {name: count for name, count in aspects.items() if count < LEAST_OF_EACH - EXPIRING.get(name, 0)} == {}


def test_no_id_stands_in_two_files() -> None:
    twice = [key for key, count in Counter(reference.id for reference in ALL).items() if count > 1]
    assert twice == []


@pytest.mark.parametrize("reference", ALL, ids=lambda reference: reference.id)
def test_an_entry_keeps_the_books_promises(reference: Reference) -> None:
    assert reference.low <= reference.value <= reference.high
    assert reference.source.url.startswith(("https://", "http://"))
    assert NUMBER.search(reference.source.figure) or reference.working
    assert reference.source.accessed >= "2026-01-01"
    assert reference.as_of <= reference.source.accessed
    if reference.aspect in MOVING:
        assert reference.expires, "a price needs the date by which it is read again"
    for lang in LANGS:
        names = reference.names[lang]
        assert names.name
        assert names.thing
        assert names.of
        if lang != "en":
            whole = "".join((names.name, names.thing, names.of, names.many, names.counter))
            strange = [char for char in whole if other_script(char, lang)]
            assert strange == []
            assert not names.many or names.counter


@pytest.mark.parametrize("lang", LANGS)
def test_no_name_praises_what_it_names(book: Book, lang: Lang) -> None:
    names = {r.id: (r.names[lang].of, r.names[lang].thing, r.names[lang].many) for r in book.by_id.values()}
    praised = {key: text for key, texts in names.items() for text in texts if text and find_praise(text, lang)}
    assert praised == {}


def at_home(reference: Reference) -> list[str]:
    """The markets that know a thing by feel, if they are few enough to call it theirs."""
    known: list[str] = [market for market, level in reference.markets.items() if level >= 4]
    return known if len(known) <= 2 and not reference.sensitivity else []


@pytest.mark.parametrize(("market", "least"), [("us", 40), ("uk", 40), ("cn", 40), ("tw", 40), ("hk", 15), ("eu", 15)])
def test_every_market_has_things_of_its_own(book: Book, market: str, least: int) -> None:
    assert sum(market in at_home(reference) for reference in book.by_id.values()) >= least


def in_unit(book: Book, key: str, unit: str) -> Fraction:
    reference = book.get(key)
    return convert(reference.value, reference.unit, unit)


def test_bolts_average_is_a_hundred_metres_in_his_time(book: Book) -> None:
    bolt = book.get("usain-bolt-100m-average")
    assert bolt.statistic == "average"
    assert in_unit(book, bolt.id, "meter / second") == pytest.approx(Fraction(100) / Fraction("9.58"), rel=1e-4)
    assert in_unit(book, "usain-bolt-top-speed", "meter / second") > in_unit(book, bolt.id, "meter / second")


def test_things_that_are_faster_stand_higher(book: Book) -> None:
    climb = ["walking-speed", "usain-bolt-100m-average", "mclaren-f1-top-speed", "boeing-747-cruise", "concorde-cruise"]
    speeds = [in_unit(book, key, "meter / second") for key in climb]
    assert speeds == sorted(speeds)


def test_what_has_expired_is_not_offered() -> None:
    late = load_book(today=date(2099, 1, 1))
    assert all(reference.expires is None for reference in late.by_id.values())
    assert len(late.by_id) < len(load_book(today=date(2026, 11, 22)).by_id)


def test_an_unknown_id_names_its_neighbours(book: Book) -> None:
    with pytest.raises(InputError, match=r"Did you mean .*usain-bolt-100m-average"):
        book.get("usain-bolt-100m")


def test_references_by_dimension_keep_the_order_asked_for(book: Book) -> None:
    both = book.of(["length", "speed"])
    assert [r.dimension for r in both] == sorted(r.dimension for r in both)
    assert book.of(["nothing"]) == ()


def test_no_reference_has_a_size_that_cannot_be_divided_by(book: Book) -> None:
    zero = [r.id for r in book.by_id.values() if r.value <= Decimal(0) and r.dimension != "temperature"]
    assert zero == []


def test_the_compiled_book_says_what_the_files_say() -> None:
    assert COMPILED.read_text(encoding="utf-8") == compile_book(), "run: python -m assistant.references"


def test_an_edited_file_is_read_instead_of_a_stale_compilation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = tmp_path / "compiled.json"
    stale.write_text('{"digest": 0, "entries": {}}', encoding="utf-8")
    monkeypatch.setattr(book_module, "COMPILED", stale)
    assert len(book_module._shipped.__wrapped__()) == len(ALL)
