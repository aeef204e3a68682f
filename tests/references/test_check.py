"""A team's own file: what is wrong is named by file, entry and field, with the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import Exit, InputError
from assistant.references import load_book
from assistant.references.check import load_checked

GOOD = """
our-crate:
  value: "12.5"
  unit: kilogram
  aspect: mass
  statistic: typical
  spread: ["12", "13"]
  names:
    en: {name: our crate, thing: one of our crates, of: the weight of one of our crates, many: crates}
    zh-Hans: {name: 我们的箱子, thing: 一个箱子, of: 一个箱子的重量, many: 箱子, counter: 个}
    zh-Hant: {name: 我們的箱子, thing: 一個箱子, of: 一個箱子的重量, many: 箱子, counter: 個}
  markets: {us: 5}
  topics: [warehouse]
  as_of: 2026-01-01
  source: {title: Packing list, url: "https://example.org/crate", figure: 12.5 kg, accessed: 2026-05-01}
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "length.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_joins_the_book(tmp_path: Path) -> None:
    book = load_book([write(tmp_path, GOOD)])
    assert book.get("our-crate").names["en"].many == "crates"
    assert "usain-bolt-100m-average" in book.by_id


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("kilogram", "kilogramme"),
            "length.yaml: our-crate.unit: unknown unit 'kilogramme'. Did you mean 'kilogram'?",
        ),
        (
            ('"12.5"', "12.5"),
            'length.yaml: our-crate.value: write the number in quotes, so that it stays exact: "12.5".',
        ),
        (('"12.5"', '"15"'), "length.yaml: our-crate: the value 15 lies outside its spread 12 to 13."),
        (("statistic: typical", "statistic: usual"), "length.yaml: our-crate.statistic: Input should be 'maximum', "),
        (("  topics", "  tpoics"), "length.yaml: our-crate.topics: Field required."),
        (
            (", counter: 个", ""),
            "length.yaml: our-crate.names: 箱子: a noun that is counted needs a measure word in `counter`.",
        ),
        (("https://example.org/crate", "???"), "length.yaml: our-crate.source.url: "),
        (("figure: 12.5 kg, ", ""), "length.yaml: our-crate.source.figure: Field required."),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    assert change[0] in GOOD
    with pytest.raises(InputError) as caught:
        load_checked(write(tmp_path, GOOD.replace(*change)))
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert caught.value.status == Exit.USAGE


def test_an_entry_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'our-crate' stands here twice"):
        load_checked(write(tmp_path, GOOD + GOOD))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("- a list\n", "expected a mapping from id to entry"),
        ("a: [1\n", "line 2"),
        ("just words", "expected a mapping"),
    ],
)
def test_a_file_that_is_no_book_is_refused_in_one_line(tmp_path: Path, text: str, part: str) -> None:
    with pytest.raises(InputError) as caught:
        load_checked(write(tmp_path, text))
    assert part in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.yaml: cannot be read"):
        load_checked(tmp_path / "nowhere.yaml")


def test_bytes_that_are_not_utf8_are_named_by_position(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("größe: 1".encode("latin-1"))
    with pytest.raises(InputError, match="byte 2: is not UTF-8"):
        load_checked(path)
