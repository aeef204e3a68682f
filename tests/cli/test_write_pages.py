"""`yardstick write` reads a page where it is given no brief."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.cli import main


def test_a_page_is_read_and_standard_error_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Norvik Kettle K2\nWeight: 1.1 kg\nWeight: 1.4 kg\nCapacity: 1.7 L\n", encoding="utf-8")
    assert main(["write", str(page)]) == 0
    out, err = capsys.readouterr()
    assert "1.7 L" in out
    assert "1.1 kg" not in out
    assert "read as a page, 1 facts" in err
    assert "Which is right?" in err


def test_a_file_with_a_briefs_keys_is_a_brief_whatever_it_is_called(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = tmp_path / "brief.txt"
    brief.write_text("facts:\n  - weighs 6 kg\n", encoding="utf-8")
    assert main(["write", str(brief)]) == 0
    assert "read as a page" not in capsys.readouterr().err


def test_a_page_that_states_nothing_is_a_mistake_with_a_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Lamp\n\nThe best lamp ever!\n", encoding="utf-8")
    assert main(["write", str(page)]) == 2
    assert "states no facts" in capsys.readouterr().err
