"""`yardstick cache`: shows what is kept, clears it, and makes nothing where there is nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.store import open_store
from assistant.store.replies import ReplyCache
from tests.store.conftest import REPLY, key


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YARDSTICK_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("YARDSTICK_STORE", raising=False)
    return tmp_path / "data" / "yardstick.db"


def _save(question: str, days_ago: float) -> None:
    with open_store() as store:
        ReplyCache(store, lambda: datetime.now(UTC) - timedelta(days=days_ago)).save(key(question), REPLY)


@pytest.mark.parametrize("action", ["show", "clear"])
def test_a_store_that_was_never_made_stays_unmade(file: Path, action: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cache", action]) == 0
    assert capsys.readouterr().out == f"{file}: no replies are kept yet\n"
    assert not file.parent.exists()


def test_show_tells_how_much_is_kept_and_what_it_spared(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _save("a", 3)
    _save("b", 1)
    with open_store() as store:
        for _ in range(1200):
            store.replies.find(key("a"))
        held = store.replies.summarize()
    assert main(["cache", "show"]) == 0
    assert capsys.readouterr().out.splitlines()[:4] == [
        str(file),
        "  kept     2 replies",
        f"  saved    {held.oldest:%Y-%m-%d %H:%M} to {held.newest:%Y-%m-%d %H:%M} UTC",
        "  reused   1,200 times: 1,051,200 tokens that were not paid for again",
    ]


@pytest.mark.parametrize(
    ("options", "said", "left"),
    [
        ([], "2 replies cleared", 0),
        (["--older-than", "2"], "1 reply cleared", 1),
        (["--older-than", "0.5"], "2 replies cleared", 0),
        (["--older-than", "36500"], "0 replies cleared", 2),
    ],
)
def test_clear_tells_how_many(
    file: Path, options: list[str], said: str, left: int, capsys: pytest.CaptureFixture[str]
) -> None:
    _save("a", 3)
    _save("b", 1)
    assert main(["cache", "clear", *options]) == 0
    assert capsys.readouterr().out == f"{file}: {said}\n"
    with open_store() as store:
        assert store.replies.size() == left


def test_after_clearing_all_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    _save("a", 1)
    main(["cache", "clear"])
    capsys.readouterr()
    main(["cache", "show"])
    assert capsys.readouterr().out.endswith(": no replies are kept yet\n")


@pytest.mark.parametrize(
    ("args", "part"),
    [
        (["cache"], "`yardstick cache --help` shows examples"),
        (["cache", "fill"], "invalid choice: 'fill'"),
        (["cache", "show", "--older-than", "3"], "--older-than goes with clear"),
        (["cache", "clear", "--older-than", "-1"], "expected 0 to 36500 days, got -1"),
        (["cache", "clear", "--older-than", "nan"], "expected 0 to 36500 days, got nan"),
        (["cache", "clear", "--older-than", "soon"], "invalid float value: 'soon'"),
    ],
)
def test_a_mistake_is_one_line_with_the_next_step(
    args: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(args) == 2
    captured = capsys.readouterr()
    assert (captured.out, part in captured.err, captured.err.count("\n")) == ("", True, 1)


def test_a_damaged_store_is_one_line_too(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.parent.mkdir()
    file.write_text("no database\n" * 100, encoding="utf-8")
    assert main(["cache", "show"]) == 2
    assert capsys.readouterr().err == (
        f"yardstick: {file}: is damaged, or not a store of Yardstick's. "
        "Put a backup in its place, or move it away: a new one is made.\n"
    )
