"""What is told while a draft is written: each step as it begins, and the text as it comes."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest

from assistant.chain import ModelSettings
from assistant.chain.calls import Calls, Step, StepName
from assistant.chain.partial import SoFar
from assistant.draft import write
from assistant.draft.steps import say_step
from assistant.schema import LANGS, Lang
from assistant.schema.brief import Brief, Evidence, Persona
from tests.chain.servers import Answer, ScriptedServer, completion, serving, streamed

BRIEF = Brief(facts=("Height: 58 m", "Payload: 4,200 kg"), product="Skylark", channel="headline")
GOOD = {"headline": "Look up, and it is gone", "subhead": "Skylark stands 58 m tall."}
BAD = {**GOOD, "subhead": "Skylark stands 59 m tall."}


def steps_of(replies: list[Any], variants: int = 1) -> list[Step]:
    steps: list[Step] = []
    script = [Answer(body=completion(json.dumps(reply))) for reply in replies]
    with serving(ScriptedServer(script)) as url:
        write(BRIEF, ModelSettings("unused", url, "test-model"), variants, calls=Calls(on_step=steps.append))
    return steps


def test_each_step_is_told_as_it_begins() -> None:
    assert steps_of([GOOD]) == [Step("reading"), Step("writing"), Step("checking")]


def test_a_repair_is_told_with_its_number_and_each_variant_with_its_own() -> None:
    assert steps_of([BAD, BAD, GOOD, GOOD], variants=2) == [
        Step("reading"),
        Step("writing", 0),
        Step("checking", 0),
        Step("repairing", 0, repair=1),
        Step("checking", 0),
        Step("repairing", 0, repair=2),
        Step("checking", 0),
        Step("writing", 1),
        Step("checking", 1),
    ]


def test_the_built_in_writer_has_nothing_to_tell() -> None:
    steps: list[Step] = []
    write(BRIEF, calls=Calls(on_step=steps.append))
    assert steps == []


def test_the_text_is_there_before_it_is_checked_with_people_by_their_names() -> None:
    quote = Evidence(quote="I hear it go, says Priya Natarajan.", source="a letter")
    persona = Persona(id="p", name="Reader", evidence=(quote,))
    seen: list[dict[str, str]] = []
    so_far = SoFar()
    calls = Calls(so_far=so_far, on_step=lambda step: seen.append(dict(so_far.texts())))
    reply = {"headline": "⟦person-1⟧ looked up", "subhead": "Skylark stands 58 m tall."}
    with serving(ScriptedServer([Answer(events=streamed(*json.dumps(reply)))])) as url:
        draft = write(
            BRIEF.model_copy(update={"persona": persona}), ModelSettings("unused", url, "test-model"), calls=calls
        )
    assert seen == [{}, {}, {"headline": "Priya Natarajan looked up", "subhead": GOOD["subhead"]}]
    assert draft.variants[0].texts["subhead"] == GOOD["subhead"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", get_args(StepName))
def test_every_step_has_its_words(lang: Lang, name: StepName) -> None:
    said = say_step(Step(name), 1, lang)
    assert said
    assert said in say_step(Step(name, 1), 3, lang)
    assert say_step(Step("reading"), 3, lang) == say_step(Step("reading"), 1, lang)
