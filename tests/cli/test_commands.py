"""The command line as scripts and people use it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from assistant.cli.schema import example_of
from assistant.schema.documents import NAMES, schema_of
from tests.cli.conftest import Yardstick


def validate(name: str, document: Any) -> None:
    jsonschema.Draft202012Validator(schema_of(name), format_checker=jsonschema.FormatChecker()).validate(document)


def brief_file(tmp_path: Path, **changes: Any) -> str:
    path = tmp_path / "brief.yaml"
    document = {"facts": ["Speed well into its climb: 6000 m/s", "Height: 58 m"], "product": "Skylark", **changes}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_fits_its_worked_example(yardstick: Yardstick, name: str) -> None:
    ran = yardstick("schema", name)
    assert ran.status == 0
    assert ran.document["schema"] == schema_of(name)
    validate(name, example_of(name))


def test_compare_teaches_the_rocket(yardstick: Yardstick) -> None:
    ran = yardstick("compare", "6000 m/s")
    assert ran.status == 0
    assert "about 570 times Usain Bolt's average over 100 m" in ran.out
    assert "6,000 m/s ÷ 10.4384 m/s = 574.8" in ran.out
    assert "Beijing to Shanghai as the crow flies in about three minutes" in ran.out
    assert "https://" in ran.out


def test_compare_json_is_one_document_and_nothing_else(yardstick: Yardstick) -> None:
    ran = yardstick("compare", "6000 m/s", "--json", "--lang", "zh-hans", "--market", "CN")
    validate("compare", ran.document)
    ratios = {
        c["references"][0]["id"]: c["ratio_exact"] for c in ran.document["comparisons"] if c["kind"] == "multiple"
    }
    assert ratios["usain-bolt-100m-average"] == pytest.approx(574.8, abs=0.05)
    assert ran.document["ladder"][-1]["reference"] is None


def test_compare_is_silent_with_a_reason_and_status_zero(yardstick: Yardstick) -> None:
    for text in ("30%", "no number at all"):
        ran = yardstick("compare", text, "--json")
        assert ran.status == 0
        validate("compare", ran.document)
        assert ran.document["comparisons"] == []
        assert ran.document["reason"]


def test_compare_jsonl_answers_in_order_copies_ids_and_goes_on_after_a_bad_line(yardstick: Yardstick) -> None:
    lines = [
        '{"id": "a", "text": "620 g", "market": "us"}',
        "not json",
        '{"id": "b", "text": "5 kg", "lang": "zh-hant", "market": "tw"}',
        '{"id": "c", "text": "1 kg", "market": "mars"}',
        '{"id": "d"}',
        "[1]",
        '{"id": "e", "text": "38 dB", "persona": "nobody"}',
        '{"id": "f", "text": "6000 m/s", "persona": "student"}',
    ]
    ran = yardstick("compare", "--jsonl", stdin="\n".join(lines) + "\n")
    assert ran.status == 0
    assert [line["id"] for line in ran.lines] == ["a", None, "b", "c", "d", None, "e", "f"]
    assert ["error" in line for line in ran.lines] == [False, True, False, True, True, True, True, False]
    for line in (ran.lines[0], ran.lines[2], ran.lines[7]):
        validate("compare", line)


def test_a_chart_is_a_picture_in_the_asked_language(yardstick: Yardstick, tmp_path: Path) -> None:
    chart = tmp_path / "ladder.svg"
    assert yardstick("compare", "6000 m/s", "--lang", "zh-Hant", "--chart", str(chart)).status == 0
    root = ET.parse(chart).getroot()
    words = "".join(root.itertext())
    assert root.get("lang") == "zh-Hant"
    assert "波音747" in words
    assert "對數" in words


def test_own_references_join_the_comparison(yardstick: Yardstick, tmp_path: Path) -> None:
    own = tmp_path / "ours.yaml"
    own.write_text(json.dumps({"our-crate": example_of("reference")}, ensure_ascii=False), encoding="utf-8")
    ran = yardstick("compare", "25 kg", "--market", "us", "--references", str(own))
    assert "the weight of about two crates" in ran.out


def test_quantities_marks_and_lists(yardstick: Yardstick) -> None:
    ran = yardstick("quantities", "-", "--lang", "en", stdin="Battery: up to 14 hours, 620 g\n")
    assert "⟦14 hours⟧" in ran.out
    assert "maximum" in ran.out


def test_quantities_jsonl_follows_the_interface(yardstick: Yardstick) -> None:
    ran = yardstick("quantities", "--jsonl", stdin='{"id": "1", "lang": "zh-hans", "text": "续航14小时，重约620克"}\n')
    validate("quantities", ran.lines[0])
    assert [(q["value"], q["unit"]) for q in ran.lines[0]["quantities"]] == [(14, "hour"), (620, "gram")]


@pytest.mark.parametrize(
    ("lang", "praise", "fine"),
    [
        ("en", "Our industry-leading kettle.", "The kettle boils 1.7 L in four minutes."),
        ("zh-Hans", "国内领先的旗舰产品。", "四分钟烧开1.7升水。"),
        ("zh-Hant", "業界第一的領導品牌。", "四分鐘煮開1.7公升的水。"),
    ],
)
def test_lint_flags_praise_with_the_customers_question(yardstick: Yardstick, lang: str, praise: str, fine: str) -> None:
    flagged = yardstick("lint", "-", "--lang", lang, stdin=praise)
    assert flagged.status == 1
    assert "?" in flagged.out or "？" in flagged.out
    clean = yardstick("lint", "-", "--lang", lang, stdin=fine)
    assert (clean.status, clean.out) == (0, "<stdin>: nothing found\n")


def test_lint_jsonl_follows_the_interface(yardstick: Yardstick) -> None:
    text = "Meet our industry-leading kettle."
    ran = yardstick("lint", "--jsonl", "--lang", "en", stdin=json.dumps({"id": "1", "text": text}) + "\n")
    validate("lint", ran.lines[0])
    assert ran.status == 1
    span = ran.lines[0]["spans"][0]
    assert text[span["start"] : span["end"]] == "industry-leading"


def test_lint_names_file_line_and_column(yardstick: Yardstick, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("A kettle.\nThe world-class kettle.\n", encoding="utf-8")
    assert f"{page}:2:5: " in yardstick("lint", str(page), "--lang", "en").out


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_explain_shows_what_a_rule_catches_and_leaves(yardstick: Yardstick, lang: str) -> None:
    from assistant.praise import load_rules

    rule = load_rules(lang).rules[0]
    ran = yardstick("explain", rule.id, "--lang", lang)
    assert ran.status == 0
    assert all(part in ran.out for part in (rule.question, rule.needs, "✗", "✓"))


def test_write_json_follows_the_interface_and_every_number_has_its_proof(yardstick: Yardstick, tmp_path: Path) -> None:
    ran = yardstick("write", brief_file(tmp_path), "--json", "--variants", "2")
    validate("write", ran.document)
    assert ran.status == 0
    for variant in ran.document["variants"]:
        assert variant["by"] == "built-in"
        for entry in variant["ledger"]:
            assert variant["texts"][entry["field"]][entry["start"] : entry["end"]] == entry["text"]
            assert entry["proof"]
            assert entry["source"]
    assert "built-in writer" in ran.err


def test_write_jsonl_takes_briefs_and_a_lines_own_language_wins(yardstick: Yardstick) -> None:
    lines = [
        {"id": "1", "facts": ["续航：14小时"], "lang": "zh-Hans"},
        {"id": "2", "facts": []},
        {"id": "3", "facts": ["Weight: 620 g"]},
    ]
    ran = yardstick("write", "--jsonl", "--lang", "en", stdin="\n".join(json.dumps(line) for line in lines))
    assert "小时" in ran.lines[0]["variants"][0]["texts"]["headline"]
    assert "Give at least one fact" in ran.lines[1]["error"]
    assert "620 g" in ran.lines[2]["variants"][0]["texts"]["headline"]


def test_check_finds_the_number_that_no_fact_gives(yardstick: Yardstick, tmp_path: Path) -> None:
    brief = brief_file(tmp_path)
    good = yardstick("check", "-", "--brief", brief, "--json", stdin="Skylark stands 58 m tall.")
    bad = yardstick("check", "-", "--brief", brief, "--json", stdin="Skylark stands 59 m tall.")
    for ran in (good, bad):
        validate("check", ran.document)
    assert (good.status, good.document["ok"]) == (0, True)
    assert (bad.status, bad.document["ok"]) == (1, False)
    assert bad.document["diagnostics"][0]["rule"] == "number-untraced"


def test_check_jsonl_takes_text_and_brief(yardstick: Yardstick) -> None:
    line = {"id": "x", "text": "It weighs 621 g.", "brief": {"facts": ["Weight: 620 g"]}}
    ran = yardstick("check", "--jsonl", stdin=json.dumps(line) + "\n" + '{"id": "y", "text": "a"}\n')
    validate("check", ran.lines[0])
    assert ran.status == 1
    assert "error" in ran.lines[1]


def test_references_and_personas_are_listed_shown_and_checked(yardstick: Yardstick, tmp_path: Path) -> None:
    assert "usain-bolt-100m-average" in yardstick("references", "list").out
    assert "9.58" in yardstick("references", "show", "usain-bolt-100m-average").out
    assert "skateboarder" in yardstick("personas", "list").out
    assert "guess" in yardstick("personas", "show", "skateboarder").out
    own = tmp_path / "ours.yaml"
    own.write_text(json.dumps({"our-crate": example_of("reference")}), encoding="utf-8")
    assert "1 references" in yardstick("references", "check", str(own)).out
    me = tmp_path / "me.yaml"
    me.write_text("name: Me\n", encoding="utf-8")
    assert "well-formed" in yardstick("personas", "check", str(me)).out
