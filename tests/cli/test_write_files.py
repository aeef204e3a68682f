"""`yardstick write` takes the files that people have."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document

from tests.cli.conftest import Yardstick
from tests.documents.files.making import word, xlsx


def test_a_word_document_is_read(yardstick: Yardstick, tmp_path: Path) -> None:
    file = tmp_path / "specs.docx"

    def change(document: Document) -> None:
        document.add_heading("Norvik Kettle K2", 0)
        document.add_paragraph("Weight: 1.1 kg")
        document.sections[0].header.paragraphs[0].text = "Draft"

    file.write_bytes(word(change))
    ran = yardstick("write", str(file))
    assert ran.status == 0
    assert "1.1 kg" in ran.out
    assert "read as a page, 1 facts" in ran.err
    assert "Headers and footers of the pages were left out." in ran.err


def test_a_product_of_a_workbook_is_chosen_by_its_row(yardstick: Yardstick, tmp_path: Path) -> None:
    file = tmp_path / "products.xlsx"
    file.write_bytes(xlsx(("Model", "Weight (kg)", "Colour"), ("K2", 1.1, "white"), ("K3", 1.4, "black")))
    ran = yardstick("write", str(file), "--row", "2", "--json")
    assert "1.4 kg" in ran.out
    assert "1.1" not in ran.out
    ran = yardstick("write", str(file), "--row", "3")
    assert (ran.status, ran.out) == (2, "")
    assert f"{file}: row 3: expected 1 to 2, the products of the table." in ran.err


def test_a_product_of_a_table_in_a_word_document_is_chosen_too(yardstick: Yardstick, tmp_path: Path) -> None:
    file = tmp_path / "products.docx"

    def change(document: Document) -> None:
        table = document.add_table(2, 3)
        for row, texts in zip(table.rows, (("Model", "Weight (kg)", "Colour"), ("K2", "1.1", "white")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    file.write_bytes(word(change))
    assert "1.1 kg" in yardstick("write", str(file), "--row", "1").out


def test_every_product_of_a_table_is_a_fact_without_a_row(yardstick: Yardstick, tmp_path: Path) -> None:
    file = tmp_path / "products.csv"
    file.write_text("Model;Weight (kg);Colour\nK2;1.1;white\nK3;1.4;black\n", encoding="utf-8")
    ran = yardstick("write", str(file))
    assert ran.status == 0
    assert "read as a page, 2 facts" in ran.err


def test_a_text_in_another_encoding_is_read_and_the_guess_is_said(yardstick: Yardstick, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes("米家电水壶\n重量：620克\n容量：1.7升\n".encode("gb18030"))
    ran = yardstick("write", str(file))
    assert "620克" in ran.out
    assert "按 GB 18030 读取" in ran.err


@pytest.mark.parametrize(
    ("name", "data", "options", "message"),
    [
        ("specs.pdf", b"%PDF-1.7", (), "specs.pdf: holds a PDF, which is not read. Save it as .docx,"),
        ("specs.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (), "specs.doc: is in the format of Office 97 to 2003."),
        ("page.md", b"# Tea", ("--row", "1"), "page.md holds no table. It goes with a file such as products.csv"),
        ("brief.yaml", b"facts: [x]", ("--row", "1"), "brief.yaml holds no table."),
        ("empty.csv", b"", (), "empty.csv: the page states no facts."),
        ("empty.csv", b"", ("--row", "1"), "empty.csv: row 1: the table is empty."),
    ],
)  # fmt: skip
def test_a_file_that_gives_no_brief_is_a_mistake_with_a_next_step(
    yardstick: Yardstick, tmp_path: Path, name: str, data: bytes, options: tuple[str, ...], message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    ran = yardstick("write", str(tmp_path / name), *options)
    assert ran.status == 2
    assert message in ran.err
    assert ran.err.count("\n") == 1
