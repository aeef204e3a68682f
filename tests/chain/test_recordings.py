"""Recorded exchanges, replayed over real HTTP: what a model wrote from our request, as a draft would receive it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.chain import ModelSettings, Reply, write
from assistant.schema.nouns import LANGS, Lang
from tests.chain.samples import FAULTY, FINDINGS, sample
from tests.chain.servers import replayed_from

RECORDING = Path(__file__).parent.parent / "fixtures" / "recordings" / "write.jsonl"


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    yield from replayed_from(RECORDING)


def replayed(base_url: str, lang: Lang) -> Reply:
    settings = ModelSettings("unused", base_url, "recorded", replay_key=f"sample-{lang}", retries=0)
    return write(*sample(lang), settings)


@pytest.mark.parametrize("lang", LANGS)
def test_a_recorded_answer_arrives_whole(base_url: str, lang: Lang) -> None:
    reply = replayed(base_url, lang)
    assert list(reply.texts) == ["headline", "subhead", "paragraph", "bullets"]
    assert reply.texts["bullets"].count("\n") == 4
    assert all("\n" not in text for field, text in reply.texts.items() if field != "bullets")


@pytest.mark.parametrize("lang", LANGS)
def test_the_recorded_copy_keeps_to_the_figures_and_wordings_it_was_given(base_url: str, lang: Lang) -> None:
    _, _, plan = sample(lang)
    texts = replayed(base_url, lang).texts
    given = " ".join(fact.text for fact in plan.facts)
    figures = re.findall(r"\d[\d,.]*", " ".join(texts.values()))
    assert figures
    assert set(figures) <= set(re.findall(r"\d[\d,.]*", given))
    forms = plan.comparisons[0].forms
    assert any(form in texts["subhead"] for form in (forms.noun, forms.clause))
    assert plan.comparisons[0].quantity.text in texts["bullets"]


def test_the_recorded_repair_changes_what_was_wrong_and_nothing_else(base_url: str) -> None:
    settings = ModelSettings("unused", base_url, "recorded", replay_key="sample-en", retries=0)
    texts = write(*sample("en"), settings, findings=FINDINGS, previous=FAULTY).texts
    assert "half the weight" not in texts["subhead"]
    assert "premium" not in texts["bullets"]
    assert {field for field in FAULTY if texts[field] != FAULTY[field]} == {"subhead", "bullets"}
    assert texts["bullets"].split("\n")[0] == FAULTY["bullets"].split("\n")[0]
