"""A team's own playbook on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Yardstick

LABEL = {"name": {"en": "shelf label"}, "fields": {"top": {"role": "headline", "limit": {"most": 30}}}}


@pytest.fixture
def team(tmp_path: Path) -> str:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "channels.yaml").write_text(yaml.safe_dump({"shelf_label": LABEL}), encoding="utf-8")
    return str(folder)


@pytest.fixture
def brief(tmp_path: Path) -> str:
    path = tmp_path / "brief.json"
    document = {"facts": ["Weight: 990 g"], "product": "Otter", "channel": "shelf_label", "market": "us"}
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


def test_a_channel_of_the_teams_own_is_written(yardstick: Yardstick, team: str, brief: str) -> None:
    ran = yardstick("write", brief, "--playbook", team, "--json")
    texts = ran.document["variants"][0]["texts"]
    assert list(texts) == ["top"]
    assert len(texts["top"]) <= 30
    assert ran.status == 0


def test_without_the_folder_the_channel_is_unknown(yardstick: Yardstick, brief: str) -> None:
    ran = yardstick("write", brief)
    assert ran.status == 2
    assert "channel: expected one of product_page" in ran.err


def test_a_text_is_checked_against_the_teams_limit(yardstick: Yardstick, team: str, brief: str, tmp_path: Path) -> None:
    text = tmp_path / "label.txt"
    text.write_text("Otter weighs 990 g, and that is all there is to say", encoding="utf-8")
    ran = yardstick("check", str(text), "--brief", brief, "--playbook", team)
    assert ran.status == 1
    assert "error channel-limit" in ran.out
    assert "of 30" in ran.out


def test_a_field_says_which_text_it_is(yardstick: Yardstick, tmp_path: Path) -> None:
    brief = tmp_path / "b.json"
    brief.write_text(json.dumps({"facts": ["Weight: 990 g"], "channel": "wechat", "lang": "zh-Hans"}), encoding="utf-8")
    text = tmp_path / "title.txt"
    text.write_text("字" * 33, encoding="utf-8")
    assert "channel-limit" not in yardstick("check", str(text), "--brief", str(brief)).out
    assert "error channel-limit" in yardstick("check", str(text), "--brief", str(brief), "--field", "title").out
    assert yardstick("check", str(text), "--brief", str(brief), "--field", "subject").status == 2


def test_a_line_of_json_names_its_field(yardstick: Yardstick) -> None:
    brief = {"facts": ["Weight: 990 g"], "channel": "email"}
    row = {"id": "1", "text": "x" * 61, "brief": brief, "field": "subject"}
    ran = yardstick("check", "--jsonl", stdin=json.dumps(row) + "\n" + json.dumps({**row, "field": 3}) + "\n")
    assert [finding["rule"] for finding in ran.lines[0]["diagnostics"]] == ["channel-limit"]
    assert "field: expected a string" in ran.lines[1]["error"]


def test_a_faulty_folder_is_named(yardstick: Yardstick, brief: str, tmp_path: Path) -> None:
    ran = yardstick("write", brief, "--playbook", str(tmp_path / "nowhere"))
    assert ran.status == 2
    assert "expected a folder with channels.yaml" in ran.err


def test_the_schema_of_a_playbook_has_an_example_that_loads(yardstick: Yardstick) -> None:
    document = yardstick("schema", "playbook").document
    assert set(document["schema"]["properties"]) == {
        "channels", "topics", "stages", "lifecycles", "motives", "purposes",
    }  # fmt: skip
    assert "shelf_label" in document["example"]["channels"]


def test_a_channel_of_another_language_is_written_with_a_notice(yardstick: Yardstick, brief: str) -> None:
    ran = yardstick("write", brief.replace("brief.json", "brief.json"), "--channel", "taobao", "--lang", "en")
    assert ran.status == 2
    text = Path(brief).read_text(encoding="utf-8").replace("shelf_label", "taobao")
    Path(brief).write_text(text, encoding="utf-8")
    ran = yardstick("write", brief)
    assert "taobao is written in another language" in ran.err
