"""The floors: the contracts of pyproject.toml hold, catch what they are for, and heavy packages stay off fast paths."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"langchain", "langchain_core", "langchain_openai", "openai", "pandas", "pydantic", "streamlit"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    config = ["--config", str(ROOT / "pyproject.toml"), "--no-cache", "--no-logo"]
    return subprocess.run([*command, *config], cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_every_module_imports_only_from_below() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("path", "line", "contract"),
    [
        ("praise.py", "import assistant.draft", "A module imports only from the floors below its own BROKEN"),
        ("praise.py", "import assistant.quantities", "A module imports only from the floors below its own BROKEN"),
        ("misc.py", "", "A module imports only from the floors below its own BROKEN"),
        ("draft.py", "def f():\n    import openai", "Only assistant.chain knows LangChain and OpenAI BROKEN"),
        ("cli.py", "import streamlit", "Only assistant.ui knows Streamlit BROKEN"),
        ("plan.py", "import pandas", "Only the browser and batch know pandas BROKEN"),
    ],
)
def test_an_import_against_the_floors_is_caught(tmp_path: Path, path: str, line: str, contract: str) -> None:
    package = tmp_path / "assistant"
    package.mkdir()
    for name in (
        "__init__",
        "schema",
        "errors",
        "units",
        "quantities",
        "praise",
        "plan",
        "draft",
        "cli",
        "chain",
        "ui",
    ):
        (package / f"{name}.py").touch()
    (package / "chain.py").write_text("import openai, langchain_core.messages\n", encoding="utf-8")
    (package / "ui.py").write_text("import streamlit\nimport assistant.draft\n", encoding="utf-8")
    clean = lint_imports(tmp_path)
    (package / path).write_text(line, encoding="utf-8")
    assert "0 broken" in clean.stdout, clean.stdout + clean.stderr
    done = lint_imports(tmp_path)
    said = " ".join(done.stdout.split())
    assert (done.returncode, contract in said) == (1, True), done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["compare", "6000 m/s"],
        ["compare", "6000 m/s", "--json"],
        ["lint", "-"],
        ["lint", "-", "--format", "json"],
    ],
)
def test_a_quick_command_loads_no_heavy_package(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from assistant.cli import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    pass\n"
        "print('loaded:', *sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        input="The best kettle, 1.7 L.",
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(done.stderr.splitlines()[-1].split())
    assert "assistant.cli" in loaded
    assert loaded & HEAVY == set()


def test_no_page_is_named_like_a_standard_module() -> None:
    """Streamlit puts the folder of the script it runs first on the path; in a wheel that folder is assistant/ui."""
    names = {path.stem for path in (ROOT / "assistant" / "ui").iterdir()}
    assert names & sys.stdlib_module_names == set()


def test_the_app_listens_on_this_machine_only_and_reports_nothing() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert (config["server"]["address"], config["browser"]["gatherUsageStats"]) == ("127.0.0.1", False)
