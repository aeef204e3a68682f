"""`yardstick write` with a model, on a terminal: a line for each step, and Ctrl-C is one line and nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.errors import Exit
from tests.chain.servers import Answer, ScriptedServer, completion, serving

pty = pytest.importorskip("pty")

WAIT_S = 120
GOOD = Answer(body=completion(json.dumps({"headline": "Look up", "subhead": "It stands 58 m tall."})))
BAD = Answer(body=completion(json.dumps({"headline": "Look up", "subhead": "It stands 59 m tall."})))


@contextmanager
def writing(url: str, folder: Path, *options: str, lang: str = "en") -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The command with a terminal as its standard error, and the terminal's other end."""
    brief = folder / "brief.yaml"
    brief.write_text(f"facts: ['Height: 58 m']\nchannel: headline\nlang: {lang}\n", encoding="utf-8")
    env = {key: value for key, value in os.environ.items() if not key.startswith(("OPENAI_", "YARDSTICK_"))}
    env |= {"OPENAI_BASE_URL": url, "YARDSTICK_DATA": str(folder / "data"), "YARDSTICK_MODEL": "test-model"}
    near, far = pty.openpty()
    command = [sys.executable, "-m", "assistant.cli", "write", str(brief), *options]
    started = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=far)
    os.close(far)
    try:
        yield started, near
    finally:
        started.kill()
        started.communicate()
        os.close(near)


def shown(terminal: int) -> str:
    """All that a terminal shows until the program ends."""
    pieces: list[bytes] = []
    while True:
        try:
            piece = os.read(terminal, 65_536)
        except OSError:
            # What a pty says when its other end is closed.
            piece = b""
        if not piece:
            return b"".join(pieces).decode().replace("\r\n", "\n")
        pieces.append(piece)


def test_each_step_is_a_line_on_the_terminal_and_none_in_the_document(tmp_path: Path) -> None:
    with (
        serving(ScriptedServer([BAD, GOOD, GOOD])) as url,
        writing(url, tmp_path, "--variants", "2", "--json") as (started, terminal),
    ):
        said = shown(terminal)
        out, _ = started.communicate(timeout=WAIT_S)
    assert started.returncode == Exit.FINE
    assert [line for line in said.splitlines() if line.endswith("…")] == [
        "yardstick: Reading the facts …",
        "yardstick: Writing draft 1 of 2 …",
        "yardstick: Checking draft 1 of 2 …",
        "yardstick: Repairing draft 1 of 2 (1 of 2) …",
        "yardstick: Checking draft 1 of 2 …",
        "yardstick: Writing draft 2 of 2 …",
        "yardstick: Checking draft 2 of 2 …",
    ]
    assert [variant["by"] for variant in json.loads(out)["variants"]] == ["test-model"] * 2


def test_ctrl_c_closes_the_connection_and_leaves_one_line_and_nothing_half_written(tmp_path: Path) -> None:
    server = ScriptedServer([Answer(fault="silent")])
    with serving(server) as url, writing(url, tmp_path, lang="zh-Hant") as (started, terminal):
        assert server.asked.wait(WAIT_S)
        started.send_signal(signal.SIGINT)
        said = shown(terminal)
        out, _ = started.communicate(timeout=WAIT_S)
        assert server.left.wait(WAIT_S)
    assert started.returncode == Exit.INTERRUPTED
    assert said.splitlines() == [
        "yardstick: 讀取事實 …",
        "yardstick: 撰寫 …",
        "yardstick: interrupted; nothing was half-written.",
    ]
    assert out == b""


def test_a_log_gets_no_steps(tmp_path: Path) -> None:
    with serving(ScriptedServer([GOOD])) as url:
        brief = '{"facts": ["Height: 58 m"], "channel": "headline"}'
        env = {**os.environ, "OPENAI_BASE_URL": url, "YARDSTICK_DATA": str(tmp_path)}
        command = [sys.executable, "-m", "assistant.cli", "write", "-", "--model", "test-model"]
        done = subprocess.run(command, env=env, input=brief.encode(), capture_output=True, timeout=WAIT_S, check=True)
    assert b"Look up" in done.stdout
    assert "…" not in done.stderr.decode()
