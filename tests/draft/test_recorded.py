"""Real prose through the real chain: recorded replies, replayed over HTTP, held to the gate."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.chain import ModelSettings
from assistant.cli.reading import load_brief
from assistant.draft import write
from assistant.references import Book
from assistant.references.book import group
from assistant.references.check import load_checked
from assistant.schema import LANGS, Lang
from tests.chain.servers import Answer, ScriptedServer, completion, replayed_from, serving
from tests.draft.test_draft import GOOD, brief

FIXTURES = Path(__file__).parents[1] / "fixtures"
RECORDING = FIXTURES / "recordings" / "draft.jsonl"
ANSWERS = {
    line["key"]: json.loads(line["answer"]) for line in map(json.loads, RECORDING.read_text("utf-8").splitlines())
}


@pytest.fixture(scope="module")
def book() -> Book:
    return group(load_checked(FIXTURES / "references.yaml"))


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    yield from replayed_from(RECORDING)


@pytest.mark.parametrize("lang", LANGS)
def test_lively_copy_that_keeps_to_the_facts_passes_the_gate_as_it_was_written(
    lang: Lang, base_url: str, book: Book
) -> None:
    settings = ModelSettings("unused", base_url, "recorded", replay_key=f"draft-{lang}", retries=0)
    draft = write(load_brief(str(FIXTURES / "briefs" / f"{lang}.yaml")), settings, book=book)
    variant = draft.variants[0]
    answer = ANSWERS[f"draft-{lang}/write"]
    assert variant.by == "test-model", draft.notices
    assert variant.texts == {**answer, "bullets": "\n".join(answer["bullets"])}
    assert variant.diagnostics == ()
    assert {entry.kind for entry in variant.ledger} >= {"fact"}
    assert draft.questions


@pytest.mark.parametrize(
    ("replies", "variants", "critique", "names"),
    [
        ([False, False, False, True], 2, False, ["write", "repair-1", "repair-2", "write-2"]),
        ([True, False, True], 2, False, ["write", "write-2", "repair-1-2"]),
        ([False, False, True], 1, True, ["write", "critique", "repair-1"]),
        ([True, True, True, True], 2, True, ["write", "critique", "write-2", "critique-2"]),
    ],
)
def test_each_call_of_a_draft_has_a_name_of_its_own(
    replies: list[bool], variants: int, critique: bool, names: list[str]
) -> None:
    texts = [GOOD if good else {**GOOD, "paragraph": "It weighs 99 t."} for good in replies]
    server = ScriptedServer([Answer(body=completion(json.dumps(one))) for one in texts])
    with serving(server) as url:
        write(brief(), ModelSettings("unused", url, "m", replay_key="rocket", retries=0), variants, critique=critique)
    assert [request.headers["x-replay-key"] for request in server.requests] == [f"rocket/{name}" for name in names]
