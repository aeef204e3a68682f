"""The wheel: everything the program reads is in it, nothing else is, and it works where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path

import pytest

from tests.conftest import running_app

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """The built wheel, opened."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return zipfile.Path(built)


@pytest.fixture(scope="module")
def names(wheel: zipfile.Path) -> set[str]:
    return {name for name in wheel.root.namelist() if not name.endswith("/")}


@pytest.fixture(scope="module")
def installed(wheel: zipfile.Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked, as an installer would."""
    site = tmp_path_factory.mktemp("site")
    wheel.root.extractall(site)
    return site


def files(folder: str) -> Iterator[Path]:
    """Every file of a folder of the checkout that is not a by-product."""
    for path in sorted((ROOT / folder).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store":
            yield path.relative_to(ROOT / folder)


def run(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False
    )


def test_the_wheel_carries_every_file_of_the_package(names: set[str]) -> None:
    assert {f"assistant/{path.as_posix()}" for path in files("assistant")} - names == set()


def test_the_wheel_carries_every_prompt(names: set[str]) -> None:
    prompts = {f"assistant/prompt_files/{path.as_posix()}" for path in files("prompts")}
    assert prompts
    assert prompts - names == set()


def test_the_wheel_carries_what_starts_the_app(names: set[str]) -> None:
    assert names >= {"assistant/ui/streamlit_app.py", "assistant/ui/.streamlit/config.toml"}


def test_the_wheel_carries_nothing_else(names: set[str]) -> None:
    assert {name.split("/")[0].removesuffix("-0.1.0.dist-info") for name in names} == {"assistant", "yardstick_copy"}
    assert [name for name in names if name.endswith((".pyc", ".env", "secrets.toml"))] == []


def test_the_wheel_states_its_command_its_licence_and_its_types(wheel: zipfile.Path, names: set[str]) -> None:
    (info,) = (path for path in wheel.iterdir() if path.name.endswith(".dist-info"))
    metadata = Parser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    assert (metadata["License-Expression"], metadata["Requires-Python"]) == ("MIT", ">=3.11")
    assert "yardstick = assistant.cli:main" in (info / "entry_points.txt").read_text(encoding="utf-8")
    assert (info / "licenses" / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert (info / "licenses" / "assistant" / "tokens" / "data" / "LICENSE-tiktoken.txt").is_file()
    assert "assistant/py.typed" in names


def test_an_installed_copy_compares_and_lints_where_there_is_no_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(installed, "-c", "import assistant; print(assistant.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed)
    compared = run(installed, "-m", "assistant.cli", "compare", "6000 m/s", cwd=tmp_path)
    assert (compared.returncode, bool(compared.stdout.strip())) == (0, True), compared.stderr
    page = tmp_path / "page.txt"
    page.write_text("The best kettle in the world.\n", encoding="utf-8")
    linted = run(installed, "-m", "assistant.cli", "lint", str(page), cwd=tmp_path)
    assert (linted.returncode, "best" in linted.stdout) == (1, True), linted.stderr


def test_the_installed_app_starts_on_loopback_with_no_option(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(installed))
    with running_app(installed / "assistant" / "ui" / "streamlit_app.py", tmp_path, tmp_path) as url:
        assert url in (tmp_path / "app.log").read_text(encoding="utf-8")


def test_the_command_is_installed_beside_python() -> None:
    command = Path(sys.executable).with_name("yardstick")
    done = subprocess.run([str(command), "--help"], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, "compare" in done.stdout) == (0, True), done.stderr
