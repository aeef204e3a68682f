"""`yardstick write` with a model: what it says beside its text is told as such."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.chain.servers import Answer, ScriptedServer, completion, serving
from tests.cli.conftest import Yardstick

FACTS = ["Speed well into its climb: 6000 m/s", "Height: 58 m", "Payload: 4,200 kg"]
REPLY = {
    "insight": "You can tell your boy what it is that he hears.",
    "rests_on": [],
    "angle": "Opens at the window.",
    "headline": "Look up, and it is gone",
    "subhead": "At 6000 m/s, Skylark goes at about 570 times Usain Bolt's average over 100 m.",
    "proposed_reference": {"figure": "f3", "thing": "the school bus", "why": "It stops at their gate."},
}
CRITIQUE = {
    "objections": [{"field": "headline", "words": "it is gone", "question": "Gone where?", "mended": False}],
    "headline": "Look up, or miss it",
    "subhead": None,
}


@pytest.fixture
def written(tmp_path: Path, yardstick: Yardstick, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs `yardstick write` on the brief with these options, against a server that gives these replies."""

    def run(*options: str, replies: tuple[dict[str, Any], ...], stdin: str = "") -> Any:
        path = tmp_path / "brief.json"
        path.write_text(json.dumps({"facts": FACTS, "product": "Skylark", "channel": "headline"}), "utf-8")
        script = [Answer(body=completion(json.dumps(reply))) for reply in replies]
        with serving(ScriptedServer(script)) as url:
            monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789")
            monkeypatch.setenv("OPENAI_BASE_URL", url)
            return yardstick("write", *([] if stdin else [str(path)]), "--model", "test-model", *options, stdin=stdin)

    return run


def test_a_suggestion_is_told_beside_the_draft_and_not_in_it(written: Any) -> None:
    ran = written(replies=(REPLY,))
    assert "A suggestion to verify, not used: beside “Payload: 4,200 kg”, the school bus." in ran.err
    assert "school bus" not in ran.out
    assert "rests on: You can tell your boy what it is that he hears. (a guess: no customer's words)" in ran.out
    assert ran.status == 0


def test_a_critique_is_one_call_more_and_what_it_leaves_open_is_a_question(written: Any) -> None:
    ran = written("--critique", "--json", replies=(REPLY, CRITIQUE))
    assert ran.document["variants"][0]["texts"]["headline"] == CRITIQUE["headline"]
    assert ran.document["questions"][-1] == "Gone where?"


def test_lines_of_briefs_are_critiqued_too(written: Any) -> None:
    line = json.dumps({"id": "1", "facts": FACTS, "product": "Skylark", "channel": "headline"})
    ran = written("--critique", "--jsonl", replies=(REPLY, CRITIQUE), stdin=line + "\n")
    assert ran.lines[0]["variants"][0]["texts"]["headline"] == CRITIQUE["headline"]
