"""`yardstick rewrite`: the new text, a diff or a document, and a person asked where a person must settle it."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from assistant.schema.documents import schema_of
from tests.cli.conftest import Yardstick

PAGE = "# Kettle\n\nOur industry-leading kettle has a steel lid and weighs 620 g.\n"
CLEAN = (
    "# Kettle\n\nOur kettle has a steel lid and weighs 620 g, about 1.4 times the weight of a regulation soccer ball.\n"
)


def _page(folder: Path, text: str = PAGE, name: str = "page.md") -> str:
    path = folder / name
    path.write_bytes(text.encode())
    return str(path)


def test_the_new_text_is_all_of_standard_output(yardstick: Yardstick, tmp_path: Path) -> None:
    ran = yardstick("rewrite", _page(tmp_path))
    assert (ran.status, ran.out) == (0, CLEAN)
    assert "(claimed-lead)" in ran.err
    assert "620 g ÷ 430 g" in ran.err


def test_what_a_person_must_settle_ends_with_status_1_and_the_question(yardstick: Yardstick) -> None:
    ran = yardstick("rewrite", "-", stdin="We are the market leader in kettles.")
    assert ran.status == 1
    assert ran.out == "We are the market leader in kettles."
    assert "needs a person: the market leader (claimed-lead)\n    ? " in ran.err


@pytest.mark.parametrize("brief", [False, True])
def test_the_document_fits_its_schema_and_its_changes_make_its_text(
    yardstick: Yardstick, tmp_path: Path, *, brief: bool
) -> None:
    options = []
    if brief:
        (tmp_path / "brief.yaml").write_text("facts: ['Weight: 640 g']\nlang: en\n", encoding="utf-8")
        options = ["--brief", str(tmp_path / "brief.yaml")]
    ran = yardstick("rewrite", _page(tmp_path), "--json", *options)
    jsonschema.Draft202012Validator(schema_of("rewrite")).validate(ran.document)
    text = PAGE
    for change in reversed(ran.document["changes"]):
        assert PAGE[change["start"] : change["end"]] == change["before"]
        text = text[: change["start"]] + change["after"] + text[change["end"] :]
    assert text == ran.document["text"]
    for row in (*ran.document["ledger"], *ran.document["diagnostics"]):
        assert row["end"] > row["start"]
    assert ran.status == (1 if brief else 0)
    assert ("number-untraced" in [row["rule"] for row in ran.document["diagnostics"]]) == brief


def test_a_diff_shows_each_change_and_stderr_its_reason(yardstick: Yardstick, tmp_path: Path) -> None:
    ran = yardstick("rewrite", _page(tmp_path), "--diff")
    assert "\n-Our industry-leading kettle" in ran.out
    assert "\n+Our kettle" in ran.out
    assert "page.md:3:5: praise that no fact here carries: “industry-leading”" in ran.err


def test_out_is_written_whole_and_keeps_bytes_that_are_no_text(yardstick: Yardstick, tmp_path: Path) -> None:
    source = tmp_path / "page.txt"
    source.write_bytes(b"\xef\xbb\xbfOur premium lid locks.\r\n")
    ran = yardstick("rewrite", str(source), "--out", str(tmp_path / "new.txt"))
    assert (ran.status, ran.out) == (0, "")
    assert (tmp_path / "new.txt").read_bytes() == b"\xef\xbb\xbfOur lid locks.\r\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.txt", "page.txt"]


def test_a_page_that_is_fine_stays_byte_for_byte(yardstick: Yardstick) -> None:
    text = "The lid locks.\n\n\n  The base folds. \n"
    ran = yardstick("rewrite", "-", stdin=text)
    assert (ran.status, ran.out) == (0, text)


@pytest.mark.parametrize(
    ("args", "stdin", "part"),
    [
        (("rewrite", "nowhere.md"), "", "nowhere.md: cannot be read"),
        (("rewrite", "-"), " \n", "holds no text to rewrite"),
        (("rewrite", "-", "--json", "--diff"), "a", "not allowed with"),
        (("rewrite", "-", "--brief", "nowhere.yaml"), "a", "nowhere.yaml: cannot be read"),
        (("rewrite", "-", "--persona", "nobody"), "a", "no persona is called 'nobody'"),
        (("rewrite", "-", "--kind", "pdf"), "a", "invalid choice: 'pdf'"),
        (("rewrite", "-", "--out", "/nowhere/x.md"), "A lid.", "cannot be written"),
        (("personas", "listen", "nowhere.txt"), "", "nowhere.txt: cannot be read"),
        (("personas", "listen"), "", "nobody to listen to"),
        (("personas", "listen", "-"), "Agent: Hello.", "nobody to listen to"),
        (("personas", "list", "--json"), "", "go with listen"),
    ],
)
def test_a_mistake_is_one_line(yardstick: Yardstick, args: tuple[str, ...], stdin: str, part: str) -> None:
    ran = yardstick(*args, stdin=stdin)
    assert ran.status == 2
    assert ran.out == ""
    assert part in ran.err
    assert ran.err.count("\n") == 1


def test_listening_prints_a_table_a_document_or_a_part_of_a_persona(yardstick: Yardstick, tmp_path: Path) -> None:
    path = _page(tmp_path, "The fan rattles at night.\nSeller response: It is loud.\n", "reviews.txt")
    table = yardstick("personas", "listen", path)
    assert table.status == 0
    assert "1×  The fan rattles at night  (noise)" in table.out
    assert "another speaker" in table.out
    row = yardstick("personas", "listen", path, "--json").document["pains"][0]["said"][0]
    assert (row["file"], row["line"], row["start"], row["end"]) == ("reviews.txt", 1, 0, 24)
    assert yardstick("personas", "listen", path, "--yaml").out.startswith("pains:\n- The fan rattles at night\n")
