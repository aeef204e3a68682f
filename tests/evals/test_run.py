"""The runner: exit status, table, JSON, one line for a mistake."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assistant.schema import LANGS
from evals.run import main
from evals.sample import load_samples
from evals.scorers import SCORERS


def _file(folder: Path, expect: dict[str, Any], name: str = "one") -> str:
    brief = {"facts": ["Top speed: 100 km/h", "Weight: 12 kg", "The frame folds flat"], "product": "Gallop"}
    line = json.dumps({"id": name, "industry": "bicycles", "brief": brief, "expect": expect})
    path = folder / f"{name}.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    return str(path)


def test_a_run_in_which_all_holds_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--samples", _file(tmp_path, {"must_contain": ["12 kg"]})]) == 0
    shown = capsys.readouterr().out
    assert "1 of 1 drafts by built-in pass every scorer of level error; warnings: 0." in shown
    assert all(scorer.name in shown for scorer in SCORERS)


def test_a_scorer_of_level_error_that_fails_ends_the_run_with_1_and_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--samples", _file(tmp_path, {"must_contain": ["14 kg"]})]) == 1
    shown = capsys.readouterr().out
    assert "✗ one, spec: Not in the draft: “14 kg”." in shown
    assert "0 of 1 drafts" in shown


def test_a_scorer_of_level_warning_that_fails_is_shown_and_ends_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # A post on X has no room for the two sentences.
    long = ["The frame folds flat " + "under the bench of the train " * 4, "The bag goes " + "over a shoulder " * 18]
    brief = {"facts": ["Weight: 12 kg", "Length: 130 cm", *long], "channel": "social"}
    sample = {"id": "wide", "industry": "x", "brief": brief, "expect": {"facts_share": 1.0}}
    path = tmp_path / "wide.jsonl"
    path.write_text(json.dumps(sample), encoding="utf-8")
    assert main(["--samples", str(path)]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"! wide, coverage: [123] of 4 usable facts are told", shown)
    assert "warnings: 1." in shown


def test_totals_are_by_language_and_over_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _file(tmp_path, {}, "one")
    _file(tmp_path, {"must_contain": ["14 kg"]}, "two")
    assert main(["--samples", str(tmp_path / "*.jsonl")]) == 1
    lines = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines() if line}
    spec = [scorer.name for scorer in SCORERS].index("spec")
    assert lines["all"][spec] == lines["en"][spec] == "1/2"
    assert "zh-Hans" not in lines


def test_the_json_holds_every_draft_and_every_score_with_its_sentence(tmp_path: Path) -> None:
    out = tmp_path / "run.json"
    assert main(["--samples", _file(tmp_path, {"must_contain": ["14 kg"]}), "--json", str(out)]) == 1
    document = json.loads(out.read_text(encoding="utf-8"))
    [row] = document["samples"]
    assert document["ok"] is False
    assert document["writer"] == "built-in"
    assert set(row["scores"]) == {scorer["name"] for scorer in document["scorers"]} == {s.name for s in SCORERS}
    assert row["scores"]["spec"] == {"passed": False, "why": "Not in the draft: “14 kg”."}
    assert "12 kg" in row["draft"]["variants"][0]["texts"]["paragraph"]


def test_json_on_standard_output_is_nothing_but_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--samples", _file(tmp_path, {}), "--json", "-"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["ok"] is True
    assert "1 of 1 drafts" in shown.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--samples", "nowhere/*.jsonl"], "no file matches 'nowhere/*.jsonl'"),
        (["--model", "gpt-x"], "--model gpt-x: no model can be asked"),
        (["--json", "nowhere/run.json"], "--json nowhere/run.json: cannot be written"),
    ],
)
def test_a_mistake_is_one_line_and_status_2(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    assert main([*("--samples", _file(tmp_path, {})), *options]) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_a_model_that_cannot_be_reached_fails_the_run_rather_than_pass_as_the_built_in_writer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("YARDSTICK_TIMEOUT_S", "2")
    assert main(["--samples", _file(tmp_path, {}), "--model", "gpt-x"]) == 1
    assert "one, whole: gpt-x was asked, built-in wrote" in capsys.readouterr().out


def test_the_built_in_writer_passes_every_scorer_on_the_shipped_samples(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([])
    shown = capsys.readouterr().out
    assert status == 0, shown
    assert {sample.lang for sample in load_samples()} == set(LANGS)
