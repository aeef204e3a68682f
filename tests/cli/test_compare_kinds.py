"""`yardstick compare` with two figures, own references and pictures, as typed."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from assistant.schema.documents import schema_of
from tests.cli.conftest import Yardstick


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("4,600 mAh → 5,200 mAh", "--market", "us"), "600 mAh more, about 13% more"),
        (("上一代4600毫安时，这一代5200毫安时",), "多出600毫安时，约多13%"),
        (("上一代4600mAh，這一代5200mAh", "--lang", "zh-Hant"), "多出600mAh，約多13%"),
    ],
)
def test_two_figures_give_their_difference_and_what_the_new_one_is_like(
    yardstick: Yardstick, args: tuple[str, ...], said: str
) -> None:
    ran = yardstick("compare", *args, "--json")
    assert ran.status == 0
    kinds = {row["kind"] for row in ran.document["comparisons"]}
    assert "difference" in kinds
    assert len(kinds) > 1
    assert said in [row["text"] for row in ran.document["comparisons"]]
    jsonschema.validate(ran.document, schema_of("compare"))


@pytest.mark.parametrize("text", ["20 Mbit/s", "1024 Wh", "$330", "$9.99/month", "2200 W", "20,000 mAh"])
def test_combinations_follow_the_schema_and_state_what_they_assume(yardstick: Yardstick, text: str) -> None:
    document = yardstick("compare", text, "--market", "us", "--json").document
    jsonschema.validate(document, schema_of("compare"))
    combined = [row for row in document["comparisons"] if row["kind"] in ("duration", "count", "cost")]
    assert combined
    assert all(row["assumptions"] for row in combined)
    assert combined[0]["assumptions"][0] in yardstick("compare", text, "--market", "us").out


def test_a_picture_is_written_where_there_is_no_ladder(yardstick: Yardstick, tmp_path: Path) -> None:
    path = tmp_path / "beside.svg"
    ran = yardstick("compare", "4,600 mAh → 5,200 mAh", "--market", "us", "--chart", str(path))
    assert ran.status == 0
    assert path.read_text(encoding="utf-8").count("<rect") == 3


def test_the_documented_table_is_one_that_can_be_used(yardstick: Yardstick, tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(yardstick("schema", "reference-csv").document["example"], encoding="utf-8")
    assert yardstick("references", "check", str(path)).status == 0
    found = yardstick("compare", "25 kg", "--market", "us", "--references", str(path)).out
    assert "the weight of about two crates" in found


def test_a_fault_in_a_table_is_one_line_with_row_and_column(yardstick: Yardstick, tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(yardstick("schema", "reference-csv").document["example"].replace("us 5", "us 7"), encoding="utf-8")
    ran = yardstick("compare", "25 kg", "--references", str(path))
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "ours.csv: row 2, our-crate.markets.us: " in ran.err
