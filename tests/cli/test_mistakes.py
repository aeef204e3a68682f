"""A user's mistake is one line on stderr with the next step, exit status 2, nothing on stdout, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Yardstick


@pytest.mark.parametrize(
    ("args", "part"),
    [
        ((), "`yardstick --help` shows examples"),
        (("fly",), "invalid choice: 'fly'"),
        (("compare",), 'Try: yardstick compare "6000 m/s"'),
        (("compare", "   "), 'Try: yardstick compare "6000 m/s"'),
        (("compare", "1 kg", "--lang", "fr"), "expected one of en, zh-Hans, zh-Hant, got 'fr'"),
        (("compare", "1 kg", "--market", "mars"), "expected one of us, uk, cn, tw, hk, eu"),
        (("compare", "1 kg", "--persona", "nobody"), "no persona is called 'nobody'"),
        (("compare", "1 kg", "--references", "nowhere.yaml"), "nowhere.yaml: cannot be read"),
        (("compare", "1 %", "--chart", "x.svg"), "nothing here has two sizes to draw"),
        (("compare", "6000 m/s", "--chart", "/nowhere/x.svg"), "/nowhere/x.svg cannot be written"),
        (("lint", "nowhere.md"), "nowhere.md: cannot be read (No such file or directory)"),
        (("quantities", "/"), "cannot be read"),
        (("explain", "no-such-rule"), "no-such-rule"),
        (("write",), "expected a brief"),
        (("write", "nowhere.yaml"), "nowhere.yaml: cannot be read"),
        (("check", "-"), "expected --brief"),
        (("references", "show", "nothing"), "no reference is called 'nothing'"),
        (("references", "show"), "expected the id of a reference"),
        (("references", "check"), "expected a file or folder"),
        (("personas", "show", "nobody"), "no persona is called 'nobody'"),
        (("schema", "nothing"), "expected one of brief, persona"),
        (("app", "--port", "99999"), "--port: expected 1 to 65535"),
    ],
)
def test_a_mistake_is_one_line_with_the_next_step(yardstick: Yardstick, args: tuple[str, ...], part: str) -> None:
    ran = yardstick(*args)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("yardstick: ")
    assert part in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "expected keys such as `facts`"),
        ("facts: []", "brief.yaml: facts: the brief has no facts. Give at least one fact"),
        ("product: x", "brief.yaml: facts: the brief has no facts"),
        ("facts: [a\n", "brief.yaml: line 2"),
        ("facts: [a]\nchanel: ad", "brief.yaml: chanel: Extra inputs are not permitted"),
        ("facts: [a]\nlang: fr", "brief.yaml: lang: "),
        ("facts: [a]\npersona: nobody", "no persona is called 'nobody'"),
        ("facts: [1 kg]\nchannel: balloon", "brief.yaml: channel: "),
    ],
)
def test_a_faulty_brief_names_file_and_field(yardstick: Yardstick, tmp_path: Path, text: str, part: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(text, encoding="utf-8")
    ran = yardstick("write", str(path))
    assert ran.status == 2
    assert part in ran.err
    assert ran.err.count("\n") == 1


def test_an_unknown_unit_in_a_reference_file_is_named_with_its_place(yardstick: Yardstick, tmp_path: Path) -> None:
    path = tmp_path / "length.yaml"
    path.write_text("marathon: {value: '42', unit: kilometre}\n", encoding="utf-8")
    ran = yardstick("references", "check", str(path))
    assert ran.status == 2
    assert ran.err == ("yardstick: length.yaml: marathon.unit: unknown unit 'kilometre'. Did you mean 'kilometer'?\n")


def test_a_model_that_cannot_be_reached_leaves_the_built_in_draft_and_says_why(
    yardstick: Yardstick, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-never-shown-to-anyone")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    path = tmp_path / "brief.yaml"
    path.write_text("facts: ['Weight: 620 g']", encoding="utf-8")
    ran = yardstick("write", str(path))
    assert ran.status == 0
    assert "Nothing answers at 127.0.0.1:9" in ran.err
    assert "620 g" in ran.out
    assert "never-shown" not in ran.err + ran.out


def run_yardstick(*args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("OPENAI")}
    return subprocess.run(
        [sys.executable, "-m", "assistant.cli", *args],
        input=stdin,
        capture_output=True,
        env=env,
        check=False,
        timeout=60,
    )


def test_bytes_that_are_no_text_are_refused_by_position() -> None:
    ran = run_yardstick("lint", "-", stdin=b"caf\xe9")
    assert ran.returncode == 2
    assert ran.stderr == b"yardstick: standard input: byte 3 is not UTF-8. Convert the text to UTF-8.\n"


def test_a_line_that_is_no_text_is_answered_and_the_run_goes_on() -> None:
    ran = run_yardstick("lint", "--jsonl", stdin=b'{"id": "1", "text": "caf\xe9"}\n{"id": "2", "text": "tea"}\n')
    first, second = ran.stdout.splitlines()
    assert b"line 1: byte 24 is not UTF-8" in first
    assert second == b'{"id": "2", "spans": []}'


@pytest.mark.parametrize(
    "args", [("--help",), ("lint", "-"), ("compare", "6000 m/s"), ("quantities", "-")], ids=lambda args: args[0]
)
def test_the_quick_commands_load_nothing_heavy(args: tuple[str, ...]) -> None:
    code = (
        "import sys; from assistant.cli import main\n"
        f"try: main({list(args)!r})\n"
        "except SystemExit: pass\n"
        "heavy = {'langchain', 'langchain_core', 'langchain_openai', 'openai', 'pandas', 'streamlit', 'pydantic'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], input="A kettle of 2 kg.", capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.splitlines()[-1] == "HEAVY []"
