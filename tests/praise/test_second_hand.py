"""Sentences whose labels were fixed before the rules saw them: kept as floors, since some are meant to be hard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.praise import find_praise
from assistant.schema import Lang

HERE = Path(__file__).resolve().parent

# language, file, least span F1, largest share of innocent sentences flagged
FLOORS: list[tuple[Lang, str, float, float]] = [
    ("en", "second_en.jsonl", 0.97, 0.02),
    ("en", "samples_en_round4.jsonl", 0.88, 0.07),
    ("en", "samples_en_round5.jsonl", 0.88, 0.08),
    ("en", "samples_en_round6.jsonl", 0.92, 0.04),
    ("zh-Hans", "second_zh-hans.jsonl", 0.97, 0.02),
    ("zh-Hans", "samples_zh-hans_round4.jsonl", 0.93, 0.05),
    ("zh-Hans", "samples_zh-hans_round5.jsonl", 0.93, 0.05),
    ("zh-Hant", "second_zh-hant.jsonl", 0.97, 0.02),
    ("zh-Hant", "samples_zh-hant_round4.jsonl", 0.93, 0.05),
]


@pytest.mark.parametrize(("lang", "file", "least_f1", "most_alarms"), FLOORS)
def test_sentences_labelled_beforehand_stay_told_apart(
    lang: Lang, file: str, least_f1: float, most_alarms: float
) -> None:
    hits = missed = false = alarms = honest = 0
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        sample = json.loads(line)
        labels = [(span["start"], span["end"]) for span in sample["spans"]]
        found = [(one.start, one.end) for one in find_praise(sample["text"], lang)]
        got = sum(any(low < end and start < high for low, high in found) for start, end in labels)
        hits, missed = hits + got, missed + len(labels) - got
        false += sum(not any(low < end and start < high for start, end in labels) for low, high in found)
        honest += not labels
        alarms += bool(found) and not labels
    assert 2 * hits / (2 * hits + missed + false) >= least_f1
    assert alarms <= most_alarms * honest
