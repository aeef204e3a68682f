"""A spreadsheet of references: the same entries as in YAML, and faults named by file, row and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import Exit, InputError
from assistant.references import load_book
from assistant.references.check import load_checked
from assistant.references.tabular import COLUMNS, EXAMPLE, REQUIRED, row_schema
from tests.references.test_check import GOOD


def write(tmp_path: Path, text: str, name: str = "ours.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_is_the_entry_that_yaml_would_hold(tmp_path: Path) -> None:
    (mine,) = load_checked(write(tmp_path, EXAMPLE))
    (theirs,) = load_checked(write(tmp_path, GOOD, "ours.yaml"))
    assert (mine.id, mine.value, mine.low, mine.high) == (theirs.id, theirs.value, theirs.low, theirs.high)
    assert mine.names == theirs.names
    assert mine.markets == {"us": 5, "uk": 5}
    assert mine.source.figure == "12.5 kg, packed"


@pytest.mark.parametrize("separator", [";", "\t"])
def test_spreadsheets_of_other_countries_are_read_too(tmp_path: Path, separator: str) -> None:
    plain = EXAMPLE.replace('"12.5 kg, packed"', "12.5 kg").replace("us 5; uk 5", "us 5")
    (found,) = load_checked(write(tmp_path, "\ufeff" + plain.replace(",", separator).replace("\n", "\r\n") + "\r\n"))
    assert found.names["zh-Hans"].counter == "个"


def test_a_csv_file_joins_the_book_and_a_folder_may_hold_both_kinds(tmp_path: Path) -> None:
    write(tmp_path, EXAMPLE.replace("our-crate", "our-box"))
    write(tmp_path, GOOD, "ours.yaml")
    book = load_book([tmp_path])
    assert book.get("our-box").names["en"].many == book.get("our-crate").names["en"].many == "crates"


def test_optional_cells_have_their_columns(tmp_path: Path) -> None:
    head, row = EXAMPLE.rstrip("\n").split("\n")
    more = {
        "en-GB.name": "our hamper", "en-GB.thing": "one of our hampers", "en-GB.of": "the weight of a hamper",
        "each.en": "12.5 kg a crate", "each.zh-Hans": "每箱12.5公斤", "each.zh-Hant": "每箱12.5公斤",
        "audiences": "packers 5", "usable_as": "compare; load", "expires": "2099-01-01", "working": "as packed",
    }  # fmt: skip
    (found,) = load_checked(write(tmp_path, f"{head},{','.join(more)}\n{row},{','.join(more.values())}\n"))
    assert found.british is not None
    assert found.british.name == "our hamper"
    assert found.each["en"] == "12.5 kg a crate"
    assert (found.audiences, found.usable_as, found.expires) == ({"packers": 5}, ("compare", "load"), "2099-01-01")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("kilogram", "kilogramme"), "ours.csv: row 2, our-crate.unit: unknown unit 'kilogramme'. Did you mean 'kilogram'?"),
        ((",12,13,", ",13,14,"), "ours.csv: row 2, our-crate: the value 12.5 lies outside its spread 13 to 14."),
        ((",12,13,", ",twelve,13,"), "ours.csv: row 2, our-crate.low: "),
        (("us 5; uk 5", "us 9"), "ours.csv: row 2, our-crate.markets.us: "),
        (("us 5; uk 5", "us"), "ours.csv: row 2, our-crate.markets: cannot read 'us'. Write it as in \"us 5; uk 4\"."),
        (("箱子,个", "箱子,"), "ours.csv: row 2, our-crate.names: 箱子: a noun that is counted needs a measure word"),
        (("https://example.org/crate", "???"), "ours.csv: row 2, our-crate.source.url: "),
        (("Packing list", ""), "ours.csv: row 2, our-crate.source.title: is empty. Expected where it was read."),
        (("topics", "tpoics"), "ours.csv: row 1: unknown column 'tpoics'. Did you mean 'topics'?"),
        ((",low,", ",value,"), "ours.csv: row 1: the column 'value' stands here twice."),
        (("aspect,", "working,"), "ours.csv: row 1: the column 'aspect' is missing."),
        (('"12.5 kg, packed"', "12.5 kg, packed"), "ours.csv: row 2: 29 cells under 28 columns."),
        (('"12.5 kg, packed"', '"12.5 kg'), "ours.csv: row "),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_row_and_column(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    assert change[0] in EXAMPLE
    with pytest.raises(InputError) as caught:
        load_checked(write(tmp_path, EXAMPLE.replace(*change, 1)))
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert caught.value.status == Exit.USAGE


def test_a_row_that_stands_twice_is_refused(tmp_path: Path) -> None:
    head, row = EXAMPLE.rstrip("\n").split("\n")
    with pytest.raises(InputError, match=r"row 4, our-crate: stands here twice\. Keep one"):
        load_checked(write(tmp_path, f"{head}\n{row}\n\n{row}\n"))


def test_an_entry_that_stands_in_two_files_of_a_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path, EXAMPLE)
    write(tmp_path, GOOD, "more.yaml")
    with pytest.raises(InputError, match=r"ours\.csv: our-crate: stands in more\.yaml as well"):
        load_checked(tmp_path)


def test_an_empty_file_names_the_first_column_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ours\.csv: row 1: the column 'id' is missing"):
        load_checked(write(tmp_path, ""))


def test_the_documented_columns_are_those_that_are_read() -> None:
    assert set(REQUIRED) <= set(COLUMNS)
    assert set(EXAMPLE.partition("\n")[0].split(",")) <= set(COLUMNS)
    assert list(row_schema()["properties"]) == list(COLUMNS)
