"""Word documents, written by python-docx or by hand, as the reader of files sees them."""

from __future__ import annotations

import io

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from assistant.documents import read_document
from assistant.documents.files import Left, Notice, Opened, read_file
from assistant.documents.files.escaping import as_cell, as_line
from assistant.plan.pages import page_of
from tests.documents.files.making import body, paragraph, part_of, rebuilt, run, word

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
SAID = "<m:r><m:t>{}</m:t></m:r>"


def opened(data: bytes) -> Opened:
    return read_file("specs.docx", data)


def sheet(document: Document) -> None:
    document.add_heading("Norvik Kettle K2", 0)
    document.add_heading("Technical data", 1)
    document.add_paragraph("Boils 1.7 L in 4 minutes.")
    document.add_paragraph("Steel lid", style="List Bullet")
    document.add_paragraph("Quiet", style="List Bullet")
    document.add_paragraph("Fill", style="List Number")
    document.add_paragraph("Boil", style="List Number")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("Weight", "1.1 kg"), ("Cable | plug", "75 cm\nblack")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def test_headings_lists_and_tables_become_markdown() -> None:
    read = opened(word(sheet))
    assert (read.kind, read.kind_of_text, read.notices) == ("docx", "markdown", ())
    assert read.text == (
        "# Norvik Kettle K2\n\n# Technical data\n\nBoils 1.7 L in 4 minutes.\n\n- Steel lid\n- Quiet\n1. Fill\n2. Boil\n\n"
        "| Weight | 1.1 kg |\n|---|---|\n| Cable \\| plug | 75 cm / black |"
    )
    assert [(table.columns, table.rows) for table in read.tables] == [
        (("", ""), (("Weight", "1.1 kg"), ("Cable | plug", "75 cm / black")))
    ]


def test_the_page_reader_sees_rows_and_a_title() -> None:
    read = opened(word(sheet))
    title, told = page_of(read_document(read.text, read.kind_of_text))
    assert title == "Norvik Kettle K2"
    assert told.split("\n")[-2:] == ["Weight: 1.1 kg", "Cable | plug: 75 cm / black"]


def test_a_heading_is_known_by_its_style_in_every_language() -> None:
    def change(document: Document) -> None:
        style = document.styles.add_style("标题一", 1)
        style.base_style = document.styles["Heading 2"]
        document.add_paragraph("参数", style="标题一")

    assert opened(word(change)).text == "## 参数"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (run("10") + run("6", '<w:vertAlign w:val="superscript"/>') + run(" cycles"), "10⁶ cycles"),
        (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO₂"),
        (run("1.1") + "<w:r><w:noBreakHyphen/><w:t>L</w:t></w:r>", "1.1-L"),
        (f"<w:hyperlink>{run('the manual')}</w:hyperlink>", "the manual"),
        (f"<w:ins>{run('now 14 h')}</w:ins><w:del><w:r><w:delText>12 h</w:delText></w:r></w:del>", "now 14 h"),
        (run("was 99", "<w:strike/>") + run("79"), "79"),
        (run("secret", "<w:vanish/>") + run("seen"), "seen"),
        (run("kept", '<w:strike w:val="0"/>'), "kept"),
        (
            "<w:sdt><w:sdtPr><w:t>prompt</w:t></w:sdtPr><w:sdtContent>" + run("chosen") + "</w:sdtContent></w:sdt>",
            "chosen",
        ),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple>" + run("7") + "</w:fldSimple>", "7"),
        ("<w:r><w:t>Weight</w:t><w:tab/><w:t>1.1 kg</w:t></w:r>", "Weight: 1.1 kg"),
        ("<w:r><w:t>重量</w:t><w:tab/><w:t>1.1公斤</w:t></w:r>", "重量：1.1公斤"),
        ("<w:r><w:t>Weight: 1 kg</w:t><w:br/><w:t>Height: 2 m</w:t></w:r>", "Weight: 1 kg\n\nHeight: 2 m"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
        (
            f"<m:oMath {MATH}><m:sSup><m:e>{SAID.format(10)}</m:e><m:sup>{SAID.format(6)}</m:sup></m:sSup></m:oMath>",
            "10⁶",
        ),
        (f"<m:oMath {MATH}><m:f><m:num>{SAID.format(1)}</m:num><m:den>{SAID.format(3)}</m:den></m:f></m:oMath>", "1/3"),
    ],
)
def test_a_paragraph_is_read_as_its_reader_sees_it(xml: str, text: str) -> None:
    assert opened(body(paragraph(xml))).text == text


def test_text_boxes_are_read_once_and_what_newer_programs_see() -> None:
    box = "<w:pict><w:txbxContent>" + paragraph(run("{}")) + "</w:txbxContent></w:pict>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box.format('new')}</mc:Choice><mc:Fallback>{box.format('old')}</mc:Fallback></mc:AlternateContent>"
    )
    assert opened(body(paragraph(run("before") + f"<w:r>{both}</w:r>") + paragraph(run("after")))).text == (
        "before\n\nnew\n\nafter"
    )


def test_cells_that_are_one_stand_once_in_the_text_and_in_every_row_of_the_table() -> None:
    def change(document: Document) -> None:
        table = document.add_table(3, 3)
        for row, texts in zip(
            table.rows, (("Group", "Part", "Weight"), ("A", "lid", "1 g"), ("", "cup", "2 g")), strict=True
        ):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        table.cell(1, 0).merge(table.cell(2, 0)).text = "A"

    read = opened(word(change))
    assert read.text.split("\n")[-1] == "|  | cup | 2 g |"
    assert read.tables[0].rows == (("A", "lid", "1 g"), ("A", "cup", "2 g"))


def test_a_table_in_a_cell_and_a_frame_of_one_cell_are_text() -> None:
    def change(document: Document) -> None:
        frame = document.add_table(1, 1).cell(0, 0)
        frame.text = "Quiet: 45 dB"
        outer = document.add_table(2, 2)
        outer.cell(0, 0).text, outer.cell(0, 1).text, outer.cell(1, 0).text = "Part", "Data", "Lid"
        inner = outer.cell(1, 1).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "Width", "9 cm"

    assert opened(word(change)).text == "Quiet: 45 dB\n\n| Part | Data |\n|---|---|\n| Lid | Width: 9 cm |"


def test_what_is_left_out_is_counted() -> None:
    def change(document: Document) -> None:
        picture = io.BytesIO()
        Image.new("RGB", (2, 2)).save(picture, "PNG")
        document.add_picture(io.BytesIO(picture.getvalue()))
        document.sections[0].header.paragraphs[0].text = "Confidential"
        said = document.add_paragraph("Weight: 1.1 kg")
        document.add_comment(said.runs, "really?", "Lin", "L")
        said._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t> net</w:t></w:r></w:ins>"))

    read = opened(word(change))
    assert read.text == "Weight: 1.1 kg net"
    assert set(read.notices) == {
        Notice(Left.IMAGES, 1),
        Notice(Left.HEADERS, 1),
        Notice(Left.COMMENTS, 1),
        Notice(Left.CHANGES, 1),
    }


def test_footnotes_follow_the_text() -> None:
    # python-docx writes none.
    data = body(paragraph(run("Lasts 14 h")))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    links = part_of(data, "word/_rels/document.xml.rels").replace(
        "</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    )
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator"><w:p><w:r><w:t>----</w:t></w:r></w:p></w:footnote>'
        f"<w:footnote>{paragraph(run('At 50 % brightness.'))}</w:footnote></w:footnotes>"
    )
    parts: dict[str, bytes | None] = {
        "word/_rels/document.xml.rels": links.encode(),
        "word/footnotes.xml": notes.encode(),
    }
    assert opened(rebuilt(data, parts)).text == "Lasts 14 h\n\nAt 50 % brightness."


WORDS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12),
    st.text("ab19*_`[]()<>&#|\\~!-+.:=;/\"'", min_size=1, max_size=8),
)


@given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
def test_words_of_a_paragraph_come_back_as_those_words(text: str) -> None:
    read = read_document(as_line(text), "markdown")
    assert read.text == text or "http" in text or "www." in text
    table = read_document(f"| a | b |\n|---|---|\n| {as_cell(text)} | c |", "markdown")
    assert table.text.split("\n\n")[2:-1] == [text] or "http" in text or "www." in text


@pytest.mark.parametrize(
    "text",
    ["# 1", "- 5 °C", "1. 2", "10*20*30", "a_b_c _d_", "<b>", "&amp;", "[x]: y", "---", "===", "> 45 dB", "`x`", "~~5~~", "| a |", "![x](y)", "+ 3", "12) x", "\\"],
)  # fmt: skip
def test_marks_in_the_words_of_a_document_mean_themselves(text: str) -> None:
    read = opened(body(paragraph(run(text.replace("&", "&amp;").replace("<", "&lt;")))))
    assert read_document(read.text, "markdown").text == text
