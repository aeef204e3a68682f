"""Workbooks, written by openpyxl, as the reader of files sees them."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from assistant.documents.files import Left, Notice, Opened, read_file, say_notice
from tests.documents.files.making import part_of, rebuilt, saved, with_shared, xlsx

HEAD = ("Model", "Weight (kg)", "Colour")
ROWS = (HEAD, ("K2", 1.1, "white"), ("K3", 1.4, "black"))


def opened(data: bytes) -> Opened:
    return read_file("products.xlsx", data)


def cell(value: object, number_format: str = "General") -> str:
    """What is read of one cell below a head."""

    def change(sheet: Worksheet) -> None:
        sheet["B2"].number_format = number_format

    (table,) = opened(xlsx(("Model", "Data", "Note"), ("K2", value, "x"), change=change)).tables
    return table.rows[0][1]


def test_a_table_of_products_is_columns_rows_and_lines_of_text() -> None:
    read = opened(xlsx(*ROWS))
    assert (read.kind, read.kind_of_text, read.notices) == ("xlsx", "text", ())
    (table,) = read.tables
    assert (table.columns, table.rows) == (HEAD, (("K2", "1.1", "white"), ("K3", "1.4", "black")))
    assert read.text == "Model: K2\nWeight (kg): 1.1\nColour: white\n\nModel: K3\nWeight (kg): 1.4\nColour: black"


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (1.1, '0.0" kg"', "1.1 kg"),
        (0.9345, "0%", "93.45%"),
        (0.12, "0.00%", "12%"),
        (49, "[$€-407] #,##0.00", "€ 49"),
        (49, '#,##0.00\\ "€"', "49 €"),
        (299, "¥#,##0", "¥299"),
        (299, '0"元"', "299元"),
        (1_500_000, '0.0,,"M"', "1.5M"),
        (12_000, '#,##0,"k"', "12k"),
        (0.1 + 0.2, "General", "0.3"),
        (1e21, "General", "1000000000000000000000"),
        (1.5e-7, "0.00E+00", "0.00000015"),
        (-5, "0;[Red]-0", "-5"),
        (6000, "_-* #,##0_-", "6000"),
        (date(2026, 5, 1), "yyyy-mm-dd", "2026-05-01"),
        (datetime(2026, 5, 1, 14, 30), "yyyy-mm-dd hh:mm", "2026-05-01 14:30"),  # noqa: DTZ001
        (date(2026, 5, 1), 'yyyy"年"m"月"d"日"', "2026-05-01"),
        (time(7, 5), "h:mm", "7:05"),
        (timedelta(hours=30, minutes=15), "[h]:mm:ss", "30:15:00"),
        (True, "General", "TRUE"),
        ("=1+1 is text", "@", ""),
        ("1.10", "@", "1.10"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_its_reader_sees_it(value: object, number_format: str, shown: str) -> None:
    assert cell(value, number_format) == shown


def test_raised_digits_stay_raised() -> None:
    raised = TextBlock(InlineFont(vertAlign="superscript"), "6")
    assert cell(CellRichText("10", raised, " cycles")) == "10⁶ cycles"


def test_what_is_struck_through_is_left_out() -> None:
    read = opened(
        xlsx(("Model", "Price", "x"), ("K2", CellRichText(TextBlock(InlineFont(strike=True), "99"), "79"), "y"))
    )
    assert read.tables[0].rows[0][1] == "79"
    assert read.notices == (Notice(Left.STRUCK, 1),)


def test_strings_that_are_kept_once_are_read_without_reading_aids() -> None:
    data = with_shared(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="str"><f>A1</f><v>2 x</v></c><c r="C2" t="s"><v>99</v></c></row>',
        "<si><t>Durée</t></si><si><t>重量</t><rPh sb='0' eb='2'><t>zhongliang</t></rPh></si>"
        "<si><r><t>10</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>6</t></r><r><t xml:space='preserve'> h</t></r></si>",
    )
    assert opened(data).text == "Durée: 重量\n10⁶ h: 2 x"


def test_a_formula_is_never_computed_and_its_stored_result_is_read() -> None:
    data = xlsx(("Model", "Weight"), ("K2", "=1+1"), ("K3", 7))
    read = opened(data)
    assert read.notices == (Notice(Left.FORMULAS, 1),)
    assert "2" not in read.text.replace("K2", "")
    sheet = part_of(data, "xl/worksheets/sheet1.xml").replace("<v />", "<v>5</v>").replace("<v></v>", "<v>5</v>")
    assert opened(rebuilt(data, {"xl/worksheets/sheet1.xml": sheet.encode()})).tables[0].rows[0] == ("K2", "5")


def test_text_that_begins_with_an_equals_sign_stays_text() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B2"].value, sheet["B2"].data_type = "=HYPERLINK(1)", "s"

    read = opened(xlsx(("Model", "Note", "Lid"), ("K2", "", "steel"), change=change))
    assert read.tables[0].rows[0][1] == "=HYPERLINK(1)"
    assert read.notices == ()


def test_hidden_sheets_rows_and_columns_are_left_out_and_said() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("Model", "Cost", "Weight"), ("K2", "3.20", "1.1 kg"), ("K9", "0.1", "secret"), ("K3", "4", "1.4 kg")):
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    inside = book.create_sheet("Margins")
    inside.append(("internal", "number"))
    inside.sheet_state = "hidden"
    book.create_sheet("Lists").sheet_state = "veryHidden"
    read = opened(saved(book))
    assert read.text == "Model: K2\nWeight: 1.1 kg\n\nModel: K3\nWeight: 1.4 kg"
    assert set(read.notices) == {
        Notice(Left.HIDDEN_SHEETS, 2, "Margins, Lists"),
        Notice(Left.HIDDEN_ROWS, 1),
        Notice(Left.HIDDEN_COLUMNS, 1),
    }


def test_every_visible_sheet_is_a_table_under_its_name() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Kettle"
    book.worksheets[0].append(("Weight", "1.1 kg"))
    book.create_sheet("Empty")
    book.create_sheet("Toaster").append(("Weight", "2 kg"))
    read = opened(saved(book))
    assert [table.name for table in read.tables] == ["Kettle", "Toaster"]
    assert read.text == "Kettle\n\nWeight: 1.1 kg\n\nToaster\n\nWeight: 2 kg"


def test_a_cell_over_several_rows_stands_for_each_of_them() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("A1:C1")

    data = xlsx(
        ("Kettles", "", ""), ("Series", "Model", "Weight"), ("", "K3", "1 kg"), ("N", "K4", "2 kg"), change=change
    )
    (table,) = opened(data).tables
    assert table.lead == ("Kettles",)
    data = xlsx(HEAD, ("N", 1, "a"), ("", 2, "b"), change=lambda sheet: sheet.merge_cells("A2:A3"))
    assert [row[0] for row in opened(data).tables[0].rows] == ["N", "N"]


def test_errors_and_comments_are_counted_and_not_read() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B2"].comment = Comment("ask Lin", "Lin")

    read = opened(xlsx(HEAD, ("K2", "#N/A", "white"), change=change))
    assert read.tables[0].rows[0][:1] == ("K2",)
    assert set(read.notices) == {Notice(Left.CELL_ERRORS, 1), Notice(Left.COMMENTS, 1)}
    assert "Lin" not in read.text


def test_line_ends_in_a_cell_part_its_words() -> None:
    assert cell("5 levels\n2 speeds") == "5 levels / 2 speeds"
    assert cell("a_x000D_b") == "a b"


def test_rows_and_columns_past_the_bounds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.documents.files.xlsx.TABLE_ROWS", 3)
    monkeypatch.setattr("assistant.documents.files.xlsx.TABLE_COLUMNS", 2)
    read = opened(xlsx(*ROWS, ("K4", 2, "red")))
    assert len(read.tables[0].rows) == 2
    assert set(read.notices) == {Notice(Left.ROWS_CUT, 1), Notice(Left.COLUMNS_CUT, 4)}


def test_one_cell_in_the_far_corner_costs_nothing() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = "far"
        sheet["A1048576"] = "K9"

    read = opened(xlsx(*ROWS, change=change))
    assert len(read.tables[0].rows) == 3
    assert read.notices == (Notice(Left.COLUMNS_CUT, 1),)


def test_the_strict_form_of_the_format_reads_alike() -> None:
    data = xlsx(*ROWS)
    usual, strict = (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    names = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml")
    parts = {name: part_of(data, name).replace(usual, strict).encode() for name in names}
    assert opened(rebuilt(data, parts)).tables == opened(data).tables


def test_a_workbook_with_macros_is_read_without_them() -> None:
    data = rebuilt(xlsx(*ROWS), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 AutoOpen"})
    read = read_file("products.xlsm", data)
    assert read.tables == opened(xlsx(*ROWS)).tables
    assert read.notices == (Notice(Left.MACROS),)
    assert say_notice(read.notices[0], "zh-Hans") == "文件含有宏，未读取也未运行。"


CELLS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=12).filter(
        lambda text: not text.startswith(("=", "#")) and "_x" not in text
    ),
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 6)),
)


@settings(max_examples=40)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_cells_are_those_that_openpyxl_reads(rows: list[list[object]]) -> None:
    data = xlsx(*rows)
    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
    wanted = {str(value) for row in sheet.iter_rows(values_only=True) for value in row if value not in (None, "")}
    read = opened(data)
    found = {text for table in read.tables for row in (table.columns, *table.rows, table.lead) for text in row if text}
    assert {text for text in found if not _is_number(text)} == {text for text in wanted if not _is_number(text)}
    assert _numbers(found) == _numbers(wanted)


def _numbers(texts: set[str]) -> set[float]:
    return {round(float(text), 6) for text in texts if _is_number(text)}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
