"""Every command in the README runs, as it stands there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", README, re.S)
    for line in block.splitlines()
]
# What a command that finds something ends with.
FINDINGS = ("yardstick lint", "check - --brief")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout to stand in: the README's own files, and the project's."""
    place = tmp_path_factory.mktemp("readme")
    for name, text in re.findall(r"```\w+ (\S+)\n(.*?)```", README, re.S):
        (place / name).write_text(text, encoding="utf-8")
    (place / "assistant").symlink_to(ROOT / "assistant")
    bin_folder = place / "bin"
    bin_folder.mkdir()
    command = bin_folder / "yardstick"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m assistant.cli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return place


def test_the_readme_has_commands_and_a_brief() -> None:
    assert len(COMMANDS) >= 12
    assert "```yaml brief.yaml" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs(command: str, folder: Path) -> None:
    env = {key: value for key, value in os.environ.items() if not key.startswith(("OPENAI", "YARDSTICK"))}
    env["YARDSTICK_DATA"] = str(folder / "data")
    env["PATH"] = f"{folder / 'bin'}{os.pathsep}{env['PATH']}"
    ran = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.returncode == (1 if any(part in command for part in FINDINGS) else 0), ran.stderr
    assert ran.stdout.strip()
    assert "Traceback" not in ran.stderr


def test_the_make_targets_that_the_readme_names_exist() -> None:
    named = set(re.findall(r"`?make (\w+)", README)) - {"are"}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert named <= targets, named - targets
