"""Texts of any size: read in blocks, together all of it, a cut table still under its header, over-long lines refused."""

from __future__ import annotations

from io import BytesIO, StringIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.blocks import find_blocks, scan
from assistant.cli.reading import LINE_CHARS, bounded_lines
from assistant.errors import InputError
from assistant.quantities import find_quantities
from assistant.schema import Quantity

TEXTS = st.text(alphabet=st.sampled_from("ab12 .,\n。万kg|（）"), max_size=300)


@given(TEXTS, st.integers(min_value=1, max_value=64))
def test_blocks_together_are_the_text(text: str, chars: int) -> None:
    assert "".join(block for block, _ in find_blocks(StringIO(text), "text", chars)) == text


def test_a_block_ends_where_a_reader_would_pause() -> None:
    text = "The lamp weighs 1.2 kg and lasts 3 years. It draws 4 W.\n" * 40
    blocks = [block for block, _ in find_blocks(StringIO(text), "text", 200)]
    assert len(blocks) > 5
    assert all(block.endswith("\n") for block in blocks)


def test_a_number_is_not_cut_in_two_where_there_is_any_pause() -> None:
    text = "lasts 5,000 hours and " * 200
    found = [q.text for block, header in find_blocks(StringIO(text), "text", 90) for q in scan(block, header, _english)]
    assert found == ["5,000 hours"] * 200


def test_a_cut_table_is_still_read_under_its_header() -> None:
    table = "| Model | Weight (kg) |\n|---|---|\n" + "".join(
        f"| type {chr(97 + n % 26)} | {n}.5 |\n" for n in range(300)
    )
    blocks = list(find_blocks(StringIO(table), "table", 400))
    found = [(q.text, q.unit) for block, header in blocks for q in scan(block, header, _english)]
    assert len(blocks) > 5
    assert found == [(f"{n}.5", "kilogram") for n in range(300)]


def test_offsets_are_those_of_the_block_not_of_the_header_above_it() -> None:
    (quantity,) = scan("lamp\t2.5\n", "Name\tWeight (kg)\n", _english)
    assert "lamp\t2.5\n"[quantity.start : quantity.end] == "2.5"


def test_a_paragraph_that_ended_lends_no_header() -> None:
    text = "Weight (kg)\tName\n2.5\tlamp\n\n" + "4\tchairs\n" * 60
    headers = [header for _, header in find_blocks(StringIO(text), "text", 60)]
    assert "Weight" not in "".join(headers[2:])


@pytest.mark.parametrize("before", [0, 50, 300])
def test_a_byte_that_is_not_utf8_is_named_by_its_place(before: int) -> None:
    raw = ("重" * before).encode() + b"\xff 2 kg"
    stream = TextIOWrapper(BytesIO(raw), encoding="utf-8", errors="surrogateescape")
    with pytest.raises(InputError, match=f"notes.txt: byte {3 * before} is not UTF-8"):
        list(find_blocks(stream, "notes.txt", 100))


def test_a_line_without_an_end_is_passed_over_not_kept() -> None:
    lines = list(bounded_lines(StringIO("x" * (3 * LINE_CHARS) + "\nshort\n")))
    assert [len(line) for line in lines] == [LINE_CHARS + 1, 6]


def _english(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, "en")
