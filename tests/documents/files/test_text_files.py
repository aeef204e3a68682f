"""Files of text: their encodings, and tables parted by characters."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.files import FileError, Left, Notice, read_file

HANS = "产品名称：小米手环\n续航：14天\n重量：27克，防水50米\n"
HANT = "產品名稱：小米手環\n續航：14天\n重量：27公克，防水50公尺\n"
WEST = "Größe: 12 cm\nTemperature: -5 °C to 40 °C\nPrice: €20 – “light”\n"


@pytest.mark.parametrize(
    ("text", "encoding", "named", "guessed"),
    [
        (HANS + WEST, "utf-8", "UTF-8", False),
        (HANS, "utf-8-sig", "UTF-8", False),
        (HANT, "utf-16", "UTF-16-LE", False),
        ("\ufeff" + HANT, "utf-16-be", "UTF-16-BE", False),
        (WEST, "utf-16-le", "UTF-16-LE", True),
        (HANS, "gb18030", "GB 18030", True),
        (HANT, "big5", "Big5", True),
        (WEST, "cp1252", "Windows-1252", True),
        ("g" + HANS * 5_000, "gbk", "GB 18030", True),
        (HANT * 5_000, "big5", "Big5", True),
        ("Fläche: 12 m², 20 °C", "iso-8859-1", "Windows-1252", True),
        ("plain", "ascii", "UTF-8", False),
        ("", "ascii", "UTF-8", False),
    ],
)
def test_the_encoding_of_a_text_is_found_and_a_guess_is_said(
    text: str, encoding: str, named: str, guessed: bool
) -> None:
    read = read_file("page.txt", text.encode(encoding))
    assert (read.text, read.encoding) == (text.removeprefix("\ufeff"), named)
    assert read.notices == ((Notice(Left.ENCODING_GUESSED, what=named),) if guessed else ())


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        ('<meta charset="gb2312">', "gb18030"),
        ('<META http-equiv=Content-Type content="text/html; charset=Big5">', "big5"),
        ("<?xml version='1.0' encoding='GBK'?>", "gb18030"),
        ('<meta charset="shift_jis">', "shift_jis"),
    ],
)
def test_what_a_page_says_of_its_encoding_is_no_guess(head: str, charset: str) -> None:
    text = f"<html>{head}<p>重量 27 g"
    read = read_file("page.html", text.encode(charset))
    assert (read.text, read.notices) == (text, ())


@pytest.mark.parametrize("charset", ["punycode", "unicode_escape", "utf-7", "rot13", "zip", "no-such", "idna"])
def test_a_page_cannot_choose_a_codec_that_is_no_encoding_of_pages(charset: str) -> None:
    read = read_file("page.html", f'<meta charset="{charset}"><p>20 °C'.encode("cp1252"))
    assert read.text.endswith("20 °C")
    assert read.encoding == "Windows-1252"


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_unicode_comes_back_whatever_it_holds(text: str, encoding: str) -> None:
    assert read_file("a.txt", text.encode(encoding)).text == text.removeprefix("\ufeff")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused_in_one_line(data: bytes) -> None:
    try:
        said = read_file("a.csv", data).name
    except FileError as error:
        said = str(error)
    assert said.startswith("a.csv")
    assert "\n" not in said


CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="'"), min_size=1, max_size=8
)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=2, max_size=6)
    ),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_table_comes_back_as_it_was_written(rows: list[list[str]], separator: str, encoding: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    (table,) = read_file("a.csv", out.getvalue().encode(encoding)).tables
    assert [*([list(table.columns)] if table.headed else []), *map(list, table.rows)] == rows


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("Model,Weight (kg),Note\nK2,1.1,quiet\n", ("Model", "Weight (kg)", "Note"), (("K2", "1.1", "quiet"),)),
        ("Modell;Gewicht;Preis\nK2;1,1 kg;49,90\nK3;1,4 kg;59,90\n", ("Modell", "Gewicht", "Preis"), (("K2", "1,1 kg", "49,90"), ("K3", "1,4 kg", "59,90"))),
        ("sep=;\na;b;c\n1,5;2;3\n", ("a", "b", "c"), (("1,5", "2", "3"),)),
        ("型号\t重量（克）\t颜色\r\nK2\t27\t白\r\n", ("型号", "重量（克）", "颜色"), (("K2", "27", "白"),)),
        ("Model|Size|Note\nK2|5, 6|a\nK3|7, 8|b\n", ("Model", "Size", "Note"), (("K2", "5, 6", "a"), ("K3", "7, 8", "b"))),
        ('Name,Text,Price\nK2,"says ""hi"",\nloud",5\n', ("Name", "Text", "Price"), (("K2", 'says "hi", / loud', "5"),)),
        ("Weight,1.1 kg\nHeight,2 m\n", ("", ""), (("Weight", "1.1 kg"), ("Height", "2 m"))),
        ("Weight,1.1 kg\n\n,,\nHeight,2 m,,\n", ("", ""), (("Weight", "1.1 kg"), ("Height", "2 m"))),
        ("Kettles 2026,,\nModel,Weight,Note\nK2,1 kg,x\n", ("Model", "Weight", "Note"), (("K2", "1 kg", "x"),)),
        ("just a line\nand another\n", ("",), (("just a line",), ("and another",))),
        ("=cmd|' /C calc'!A0,1\nb,2\n", ("", ""), (("=cmd|' /C calc'!A0", "1"), ("b", "2"))),
    ],
)  # fmt: skip
def test_separators_and_heads_are_found(text: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    (table,) = read_file("a.csv", text.encode()).tables
    assert (table.columns, table.rows) == (columns, rows)


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    read = read_file("a.csv", b'Screen,Size,Note\n"13 inch,5,a\n14 inch,6,b\n')
    assert [row[0] for row in read.tables[0].rows] == ['"13 inch', "14 inch"]
    assert read.notices == (Notice(Left.QUOTES_KEPT),)


def test_rows_past_the_bound_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.documents.files.grid.TABLE_ROWS", 2)
    read = read_file("a.csv", b"a,b,c\n1,2,3\n4,5,6\n7,8,9\n")
    assert len(read.tables[0].rows) == 1
    assert read.notices == (Notice(Left.ROWS_CUT, 2),)


@pytest.mark.parametrize(
    ("name", "data", "kind", "called"),
    [
        ("export.xls", b"<html><table><tr><td>Weight<td>1 kg</table>", "html", "HTML"),
        ("export.xlsx", b"Model\tWeight\tNote\nK2\t1 kg\tx\n", "csv", "CSV"),
        ("page.doc", b"<!DOCTYPE html><p>Tea", "html", "HTML"),
        ("page.txt", b"<html><p>Tea", "html", "HTML"),
        ("page.md", b"# Tea", "markdown", ""),
        ("notes", b"a < b", "text", ""),
        ("a.b/-", b"x", "text", ""),
    ],
)
def test_what_a_file_holds_decides_and_a_wrong_name_is_said(name: str, data: bytes, kind: str, called: str) -> None:
    read = read_file(name, data)
    assert read.kind == kind
    assert read.notices == ((Notice(Left.NAMED_OTHERWISE, what=called),) if called else ())


def test_a_long_text_is_cut_and_said() -> None:
    read = read_file("a.txt", b"x" * 2_000_007)
    assert (len(read.text), read.notices) == (2_000_000, (Notice(Left.TEXT_CUT, 7),))
