"""The shipped samples follow their schema and cover what they claim; broken ones are named by file, line and field."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import DataFileError, InputError
from assistant.personas import load_personas
from assistant.schema import LANGS
from assistant.schema.brief import Persona
from evals.sample import Sample, load_samples

GOOD = {"id": "a", "industry": "toys", "brief": {"facts": ["Weight: 620 g"]}}


def _file(folder: Path, *lines: object) -> str:
    path = folder / "samples.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return str(path)


def test_each_language_has_four_samples() -> None:
    assert Counter(sample.lang for sample in load_samples()) == dict.fromkeys(LANGS, 4)


def test_samples_vary_in_industry_persona_and_stage() -> None:
    samples = load_samples()
    assert len({sample.industry for sample in samples}) == len(samples)
    assert {sample.brief.stage for sample in samples} == {"need", "search", "evaluation", "choice", "after"}
    assert len({str(sample.brief.persona) for sample in samples}) >= 8


def test_every_named_persona_is_one_of_the_ready_ones() -> None:
    named = {s.brief.persona for s in load_samples() if s.brief.persona and not isinstance(s.brief.persona, Persona)}
    assert named
    assert named <= set(load_personas())


@pytest.mark.parametrize(
    "trap",
    [
        "a decibel figure",
        "a temperature",
        "a range",
        "up to",
        "a part number",
        "self-praise in the facts",
        "nothing worth comparing",
    ],
)
def test_every_trap_is_set_at_least_once(trap: str) -> None:
    assert any(trap in sample.traps for sample in load_samples())


def test_what_a_sample_expects_of_its_facts_is_a_part_of_its_facts() -> None:
    for sample in load_samples():
        facts = "\n".join(sample.brief.facts)
        expect = sample.expect
        for wording in (*expect.silent, *expect.no_ratio, *expect.left_out, *expect.must_contain):
            assert wording in facts, f"{sample.id}: {wording}"


def test_a_line_separator_inside_a_string_ends_no_sample(tmp_path: Path) -> None:
    line = json.dumps({**GOOD, "industry": "toys\u2028games"}, ensure_ascii=False)
    assert [sample.industry for sample in load_samples(_file(tmp_path, line))] == ["toys\u2028games"]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["{"], "line 1: not JSON"),
        ([GOOD, "", {**GOOD, "id": "b", "expects": {}}], "line 3.expects: Extra inputs"),
        ([{**GOOD, "brief": {"facts": []}}], "line 1.brief.facts:"),
        ([{**GOOD, "expect": {"facts_share": 2}}], "line 1.expect.facts_share:"),
        ([GOOD, GOOD], "line 2.id: 'a' is taken"),
        ([{**GOOD, "id": "Not An Id"}], "line 1.id:"),
    ],
)
def test_a_broken_sample_is_named_by_line_and_field(tmp_path: Path, lines: list[object], complaint: str) -> None:
    with pytest.raises(DataFileError) as caught:
        load_samples(_file(tmp_path, *lines))
    assert complaint in str(caught.value)
    assert "samples.jsonl" in str(caught.value)


def test_a_pattern_without_files_or_samples_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file matches"):
        load_samples(str(tmp_path / "*.jsonl"))
    with pytest.raises(InputError, match="matches no sample"):
        load_samples(_file(tmp_path, ""))


def test_a_sample_is_in_its_briefs_language_unless_it_says_otherwise() -> None:
    brief = {"facts": ["重量：620克"], "lang": "zh-hant"}
    assert Sample.model_validate({**GOOD, "brief": brief}).lang == "zh-Hant"
    assert Sample.model_validate({**GOOD, "brief": brief, "expect": {"lang": "ZH-HANS"}}).lang == "zh-Hans"
