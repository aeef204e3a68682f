"""`yardstick rewrite --model`: who wrote what, what it took, and what happens where no model can be asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from assistant.schema.documents import schema_of
from tests.chain.servers import Answer
from tests.cli.asking import MODEL, answering, said
from tests.cli.conftest import Yardstick

ROOT = Path(__file__).parents[2]
PAGE = "# Kettle\n\nOur industry-leading kettle has a steel lid and weighs 620 g. It is simply the best.\n"
NEW = "Our kettle has a steel lid and weighs 620 g."
REPLY = said({"sentences": [{"n": 1, "text": NEW}, {"n": 2, "text": ""}]})


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def test_the_document_says_of_each_change_who_wrote_it(
    yardstick: Yardstick, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    with answering(monkeypatch, REPLY):
        ran = yardstick("rewrite", page, "--model", MODEL, "--json")
    jsonschema.Draft202012Validator(schema_of("rewrite")).validate(ran.document)
    assert ran.document["text"] == f"# Kettle\n\n{NEW}\n"
    assert ran.document["by"] == MODEL
    assert ran.document["changes"][0]["by"].startswith(MODEL)
    assert ran.document["notices"] == ["Tokens: 11 in, 7 out; the server is your own."]
    assert ran.status == 0


def test_a_diff_goes_out_and_the_reasons_name_the_writer(
    yardstick: Yardstick, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    with answering(monkeypatch, REPLY):
        ran = yardstick("rewrite", page, "--diff")
    assert f"+{NEW}" in ran.out
    assert f"(claimed-lead) · {MODEL}" in ran.err
    assert "· built-in" in ran.err
    assert "Tokens: 11 in, 7 out" in ran.err


def test_built_in_means_that_no_model_is_asked(
    yardstick: Yardstick, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    with answering(monkeypatch):
        ran = yardstick("rewrite", page, "--model", "built-in", "--json")
    assert (ran.document["by"], ran.document["notices"]) == ("built-in", [])
    assert {change["by"] for change in ran.document["changes"]} == {"built-in"}


def test_a_model_that_is_named_and_cannot_be_asked_is_said(yardstick: Yardstick, page: str) -> None:
    ran = yardstick("rewrite", page, "--model", MODEL, "--json")
    assert ran.document["notices"] == ["No language model is configured; the built-in rewriting did it all."]
    assert yardstick("rewrite", page, "--json").document["notices"] == []


def test_a_model_that_does_not_answer_leaves_the_built_in_rewriting(
    yardstick: Yardstick, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    plain = yardstick("rewrite", page)
    with answering(monkeypatch, Answer(404, {"error": {"message": "no such model"}})):
        ran = yardstick("rewrite", page, "--model", MODEL)
    assert (ran.status, ran.out) == (plain.status, plain.out)
    assert "The model gave no usable sentences" in ran.err
    assert "sk-test" not in ran.err


def test_a_rerun_costs_nothing_and_says_so(yardstick: Yardstick, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    with answering(monkeypatch, REPLY):
        first, again = (yardstick("rewrite", page, "--model", MODEL, "--json") for _ in range(2))
    assert first.document["text"] == again.document["text"]
    assert again.document["notices"] == ["Every reply was kept from an earlier run: nothing was paid."]


def test_a_budget_that_is_reached_ends_with_its_status_and_writes_nothing(
    yardstick: Yardstick, monkeypatch: pytest.MonkeyPatch, page: str, tmp_path: Path
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://models.example/v1")
    out = tmp_path / "new.md"
    ran = yardstick("rewrite", page, "--model", "gpt-4.1", "--budget", "0.00001", "--out", str(out))
    assert (ran.status, ran.out, out.exists()) == (5, "", False)
    assert "The budget of" in ran.err


def test_a_budget_that_is_none_is_a_mistake_in_one_line(yardstick: Yardstick, page: str) -> None:
    ran = yardstick("rewrite", page, "--budget", "much")
    assert ran.status == 2
    assert ran.err == "yardstick: --budget: expected an amount such as 0.50, got 'much'.\n"


def test_without_a_model_nothing_of_the_chain_is_loaded(page: str) -> None:
    script = (
        "import sys; from assistant.cli import main; main(['rewrite', sys.argv[1]]);"
        "print([name for name in sys.modules if name.split('.')[0] in ('langchain_core', 'openai', 'sqlalchemy')])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, page], capture_output=True, text=True, check=True, env={}, timeout=60, cwd=ROOT
    )
    assert ran.stdout.endswith("[]\n")
