"""Lines and columns, whatever ends a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lint import Lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_from_one_whatever_ends_a_line(end: str) -> None:
    text = f"ab{end}{end}续航c{end}"
    lines = Lines(text)
    assert lines.at(text.index("b")) == (1, 2)
    assert lines.at(text.index("c")) == (3, 3)
    assert lines.at(len(text)) == (4, 1)
    assert [lines.text(number) for number in range(6)] == ["", "ab", "", "续航c", "", ""]


def test_other_separators_end_no_line() -> None:
    assert Lines("a\u2028b\x0bc\x85d").at(6) == (1, 7)


@given(st.text(alphabet="a\r\n", max_size=30))
def test_lines_agree_with_universal_newlines(text: str) -> None:
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
            assert Lines(text).at(offset) == (
                before.count("\n") + 1,
                offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)),
            )
