"""Facts from pasted text, and the rows that leave the program."""

from __future__ import annotations

import json

import pytest

from assistant.quantities import find_facts, find_quantities
from assistant.quantities.jsonl import rows
from assistant.schema import Lang


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Weight: 63 g; Height: 4 cm", "en", [("Weight", "Weight: 63 g"), ("Height", "Height: 4 cm")]),
        ("- Boils 1.7 L\n- Cool touch", "en", [(None, "Boils 1.7 L"), (None, "Cool touch")]),
        ("1. Light. 2.5 kg only. Ready in 4 min", "en", [(None, "Light."), (None, "2.5 kg only."), (None, "Ready in 4 min")]),
        ("Width\t4 m\nDepth | 3 m", "en", [("Width", "Width\t4 m"), ("Depth", "Depth | 3 m")]),
        ("Holds approx. 2 cups. Made of steel", "en", [(None, "Holds approx. 2 cups."), (None, "Made of steel")]),
        ("重量：63克；高4厘米。很轻！", "zh-Hans", [("重量", "重量：63克"), (None, "高4厘米。"), (None, "很轻！")]),
        ("•電池：5000mAh\n•\n三年保固", "zh-Hant", [("電池", "電池：5000mAh"), (None, "三年保固")]),
        ("Opens at 9:30 and closes late", "en", [(None, "Opens at 9:30 and closes late")]),
        (" \n;\n", "en", []),
    ],
)  # fmt: skip
def test_pasted_text_splits_into_labelled_facts(text: str, lang: Lang, expected: list[tuple[str | None, str]]) -> None:
    facts = find_facts(text, lang)
    assert [(fact.attribute, fact.text) for fact in facts] == expected
    assert [fact.id for fact in facts] == [f"f{n}" for n in range(1, len(facts) + 1)]


def test_quantities_of_a_fact_point_into_the_whole_text() -> None:
    text = "Name: kettle\nVolume: 1.7 L"
    fact = find_facts(text)[1]
    assert [(text[q.start : q.end], q.attribute) for q in fact.quantities] == [("1.7 L", "Volume")]


def test_rows_are_plain_json_with_the_exact_decimal_beside() -> None:
    (row,) = rows(find_quantities("Rated power: up to 1,250.50 W"))
    assert json.loads(json.dumps(row)) == {
        "start": 19,
        "end": 29,
        "value": 1250.5,
        "value_exact": "1250.50",
        "unit": "watt",
        "dimension": "power",
        "statistic": "maximum",
        "hedge": "up to",
        "tolerance": None,
        "attribute": "Rated power",
        "doubts": [],
    }


def test_a_range_has_two_values_in_its_row() -> None:
    (row,) = rows(find_quantities("20–30 °C"))
    assert (row["value"], row["value_exact"]) == ([20, 30], "20–30")
