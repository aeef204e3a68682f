"""The lock: what is installed is pinned, hashed, and comes from wherever the machine is set up to look."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
# A host can hide in an option, an address, a direct reference, or the comment that a tool leaves behind.
HOST = re.compile(r"://|\bfile:/|^\s*-|#.*--|\bwww\.|\.(?:org|com|io|net|cn)\b(?!-)", re.MULTILINE)


def read_lock(name: str) -> dict[str, Requirement]:
    """The pinned requirements by canonical name; hashes and comments are left out."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.split("--hash")[0].strip() for line in text.splitlines() if line and line[0] not in " #")
    return {canonicalize_name(pin.name): pin for pin in map(Requirement, lines)}


def project() -> dict[str, object]:
    table: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def direct(*wanted: str) -> list[Requirement]:
    """What pyproject.toml asks for, with or without extras."""
    table = project()
    asked, extras = table["dependencies"], table["optional-dependencies"]
    assert isinstance(asked, list)
    assert isinstance(extras, dict)
    return [Requirement(text) for text in [*asked, *(text for extra in wanted for text in extras[extra])]]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    without_hashes = re.sub(r"--hash=sha256:[0-9a-f]{64}", "", text)
    assert HOST.findall(without_hashes) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example/simple",
        "--find-links /opt/wheels",
        "tool @ file:///opt/tool.whl",
        "#    pip-compile --index-url=x",
        "six==1.0  # from packages.example.org",
    ],
)
def test_a_host_would_be_noticed(line: str) -> None:
    assert HOST.search(line)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_is_pinned_and_hashed(name: str) -> None:
    entries = re.split(r"\n(?=[a-zA-Z])", (ROOT / name).read_text(encoding="utf-8"))[1:]
    loose = [entry.split()[0] for entry in entries if not re.match(r"[\w.-]+==\S+ [^\n]*\\\n +--hash=sha256:", entry)]
    assert (len(entries) > 50, loose) == (True, [])


@pytest.mark.parametrize(
    ("name", "extras"), [("requirements.txt", ()), ("requirements-dev.txt", ("auth", "dev", "postgres"))]
)
def test_the_lock_holds_what_the_project_asks_for(name: str, extras: tuple[str, ...]) -> None:
    pins = read_lock(name)
    for asked in direct(*extras):
        (pin,) = pins[canonicalize_name(asked.name)].specifier
        assert pin.version in asked.specifier, asked


def test_the_lock_for_development_adds_to_the_other_and_changes_nothing_in_it() -> None:
    run, dev = (read_lock(name) for name in LOCKS)
    assert {name: dev.get(name) for name in run} == run


def test_what_an_extra_of_a_dependency_brings_is_locked_too() -> None:
    assert {"psycopg", "psycopg-binary", "authlib", "joserfc"} <= read_lock("requirements-dev.txt").keys()


def test_the_build_backend_is_locked_so_that_building_asks_for_nothing_more() -> None:
    assert {"hatchling"} <= read_lock("requirements.txt").keys()


def test_every_dependency_states_a_lower_bound_and_no_upper_one() -> None:
    assert {spec.operator for asked in direct("auth", "dev", "postgres") for spec in asked.specifier} == {">="}
    assert all(len(asked.specifier) == 1 for asked in direct("auth", "dev", "postgres"))
