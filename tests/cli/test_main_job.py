"""The main job on the command line, in each language: specs and a persona in, proven and clean copy out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.schema.language import guess_lang
from tests.cli.conftest import Yardstick

JOBS = {
    "en": ("uk-commuter", ["Weight: 1.2 kg", "Battery: up to 8 hours", "Noise: 38 dB(A)", "Our world-class design"]),
    "zh-Hans": ("cn-student", ["重量：1.2公斤", "续航：最长8小时", "噪音：38分贝", "国内领先的旗舰产品"]),
    "zh-Hant": ("tw-commuter", ["重量：1.2公斤", "續航：最長8小時", "噪音：38分貝", "業界第一的領導品牌"]),
}


@pytest.mark.parametrize("lang", JOBS)
def test_specs_and_a_persona_become_proven_and_clean_copy(yardstick: Yardstick, tmp_path: Path, lang: str) -> None:
    persona, facts = JOBS[lang]
    brief = tmp_path / "brief.yaml"
    document = {"facts": facts, "persona": persona, "lang": lang, "product": "Otter"}
    brief.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    text = "\n".join(facts)

    read = yardstick("quantities", "--jsonl", stdin=json.dumps({"id": "1", "lang": lang, "text": text}))
    assert [q["unit"] for q in read.lines[0]["quantities"]][:2] == ["kilogram", "hour"]
    flagged = yardstick("lint", "-", "--lang", lang, stdin=text)
    assert flagged.status == 1
    compared = yardstick("compare", facts[0], "--lang", lang, "--persona", persona, "--json")
    assert compared.document["comparisons"]

    ran = yardstick("write", str(brief), "--json")
    assert ran.status == 0
    (variant,) = ran.document["variants"]
    assert variant["diagnostics"] == []
    assert not variant["needs_review"]
    assert {entry["kind"] for entry in variant["ledger"]} >= {"fact", "comparison"}
    assert ran.document["questions"]
    assert [left["fact"] for left in ran.document["plan"]["facts_left"]] == facts[3:]
    copy = "\n".join(variant["texts"].values())
    assert guess_lang(copy) == lang
    assert yardstick("check", "-", "--brief", str(brief), stdin=copy).status == 0
    assert yardstick("lint", "-", "--lang", lang, stdin=copy).status == 0
    assert yardstick("check", "-", "--brief", str(brief), stdin=copy.replace("8", "9")).status == 1
