"""Files onto the desk: each kind becomes a source, and what can't be read is said in one line."""

from __future__ import annotations

import io
from base64 import b64encode

import docx
import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from assistant.schema import LANGS, Lang
from assistant.ui.words import load_words
from tests.ui.entering import desk_of, enter, opened, shown

EN = load_words("en")


def upload(page: AppTest, name: str, data: bytes, count: int = 1) -> AppTest:
    """What the browser tells when a file has been chosen."""
    said = {"count": count, "name": name, "text": b64encode(data).decode(), "problem": ""}
    page.session_state["upload"] = {"said": said}
    page.run()
    assert not page.exception
    return page


def spreadsheet() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Kettles"
    for row in (("Model", "Weight (kg)"), ("K2", 1.1), ("K3", 1.4)):
        sheet.append(row)
    lamps = book.create_sheet("Lamps")
    for row in (("Model", "Power (W)"), ("L1", 9), ("L2", 12)):
        lamps.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document() -> bytes:
    paper = docx.Document()
    paper.add_heading("Kettle K2", 1)
    paper.add_paragraph("Weight: 1.1 kg")
    paper.add_paragraph("Capacity: 1.7 L")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def test_a_text_becomes_the_source_as_it_stands() -> None:
    page = upload(opened(), "kettle.txt", b"Weight: 1.1 kg\nCapacity: 1.7 L\n")
    assert desk_of(page).work.source.splitlines() == ["Weight: 1.1 kg", "Capacity: 1.7 L"]
    assert desk_of(page).work.source_name == "kettle.txt"


def test_a_word_document_is_read_as_a_page() -> None:
    page = upload(opened(), "kettle.docx", document())
    page.button(key="write").click().run()
    facts = page.session_state["drafted"][1].brief.facts
    assert {"Weight: 1.1 kg", "Capacity: 1.7 L"} <= set(facts)


def test_a_spreadsheet_offers_its_tables_and_their_products() -> None:
    page = upload(opened(), "list.xlsx", spreadsheet())
    assert desk_of(page).work.source == "Model\tWeight (kg)\nK2\t1.1\nK3\t1.4"
    assert page.selectbox(key="uploaded_sheet").options == ["Kettles", "Lamps"]
    page.selectbox(key="uploaded_sheet").set_value(1).run()
    assert desk_of(page).work.source == "Model\tPower (W)\nL1\t9\nL2\t12"
    page.selectbox(key="of_work_source_row").set_value(1).run()
    page.button(key="write").click().run()
    assert "Power: 12 W" in page.session_state["drafted"][1].brief.facts


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_no_file_of_words_is_refused_in_one_line(lang: Lang) -> None:
    page = upload(enter(opened(lang), "source", "1 kg"), "<b>x</b>.txt", b"\x89PNG\r\n\x1a\n" + bytes(200))
    assert "&lt;b&gt;x&lt;/b&gt;.txt" in shown(page)
    assert 'role="alert"' in shown(page)
    assert desk_of(page).work.source == "1 kg"


def test_a_file_that_the_browser_could_not_read_is_said() -> None:
    page = opened()
    page.session_state["upload"] = {"said": {"count": 1, "name": "a.docx", "text": "%%%", "problem": ""}}
    assert EN("uploading.unread", name="a.docx") in shown(page.run())
    page.session_state["upload"] = {"said": {"count": 2, "name": "b.docx", "text": "", "problem": "large"}}
    assert EN("uploading.large", name="b.docx", megabytes=10) in shown(page.run())


def test_a_table_that_is_too_long_is_cut_at_a_row_and_says_so() -> None:
    rows = "\n".join(f"K{number},{'x' * 90}" for number in range(10_000))
    page = upload(opened(), "list.csv", f"Model,Note\n{rows}\n".encode())
    source = desk_of(page).work.source
    assert len(source) <= 600_000
    assert source.splitlines()[-1].endswith("x" * 90)
    left = 10_001 - len(source.splitlines())
    assert EN("uploading.cut", count=f"{left:,}") in shown(page)


def test_loading_a_file_is_a_step_that_can_be_taken_back() -> None:
    page = upload(enter(opened(), "source", "Height: 43 m"), "kettle.txt", b"Weight: 1.1 kg")
    page.button(key="undo").click().run()
    assert desk_of(page).work.source == "Height: 43 m"
