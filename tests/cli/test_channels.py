"""`yardstick write` for several channels at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Yardstick

FACTS = {
    "en": ["Speed well into its climb: 6000 m/s", "Height: 58 m"],
    "zh-Hans": ["爬升途中的速度：6000米/秒", "高度：58米"],
    "zh-Hant": ["爬升途中的速度：6000公尺/秒", "高度：58公尺"],
}


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.json"
    path.write_text(json.dumps({"facts": FACTS["en"], "product": "Skylark", "channel": ["email", "sms"]}), "utf-8")
    return path


@pytest.mark.parametrize(
    ("lang", "heads"),
    [
        ("en", ["e-mail (email)", "text message (sms)"]),
        ("zh-Hans", ["邮件 (email)", "短信 (sms)"]),
        ("zh-Hant", ["電子郵件 (email)", "簡訊 (sms)"]),
    ],
)
def test_each_channel_stands_under_its_name(yardstick: Yardstick, brief: Path, lang: str, heads: list[str]) -> None:
    brief.write_text(json.dumps({"facts": FACTS[lang], "lang": lang, "channel": ["email", "sms"]}), "utf-8")
    ran = yardstick("write", str(brief))
    assert [line.removeprefix("═══ ") for line in ran.out.splitlines() if line.startswith("═══")] == heads
    assert "\nsubject:\n" in ran.out
    assert "  email.subject “" in ran.out
    assert ran.status == 0


def test_the_option_names_several_with_commas_and_beats_the_brief(yardstick: Yardstick, brief: Path) -> None:
    ran = yardstick("write", str(brief), "--channel", "social, headline", "--json")
    assert list(ran.document["variants"][0]["texts"]) == ["social.post", "headline.headline", "headline.subhead"]
    assert list(yardstick("write", str(brief), "--channel", "social", "--json").document["variants"][0]["texts"]) == [
        "post"
    ]


def test_lines_of_briefs_name_several_and_beat_the_option(yardstick: Yardstick) -> None:
    lines = [{"id": "1", "facts": FACTS["en"], "channel": ["sms", "push"]}, {"id": "2", "facts": FACTS["en"]}]
    ran = yardstick("write", "--jsonl", "--channel", "email,sms", stdin="\n".join(map(json.dumps, lines)) + "\n")
    told = [{field.partition(".")[0] for field in line["variants"][0]["texts"]} for line in ran.lines]
    assert told == [{"sms", "push"}, {"email", "sms"}]


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("email,email", "channel: entry 2: email stands there already."),
        ("email,sms,push,meta,social,weibo,jd", "channel: expected 1 to 6 channels, got 7."),
        ("email,taobo", "got 'taobo'. Did you mean taobao?"),
        ("email,", "channel: expected one of product_page"),
        ("Email", "channel: expected one of product_page"),
    ],
)
def test_what_can_be_no_channels_is_one_line(yardstick: Yardstick, brief: Path, channel: str, said: str) -> None:
    ran = yardstick("write", str(brief), "--channel", channel)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        (["email", "email"], "brief.json: channel: entry 2: email stands there already. See `yardstick schema brief`."),
        (["email", "balloon"], "brief.json: channel: expected one of product_page"),
    ],
)
def test_a_brief_with_wrong_channels_is_named(yardstick: Yardstick, brief: Path, channel: list[str], said: str) -> None:
    brief.write_text(json.dumps({"facts": FACTS["en"], "channel": channel}), "utf-8")
    assert said in yardstick("write", str(brief)).err


def test_a_text_of_one_of_them_is_checked_by_its_long_name(yardstick: Yardstick, brief: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("It stands 58 m tall. " + "You look up and it is there. " * 6, "utf-8")
    assert "channel-limit" in yardstick("check", str(text), "--brief", str(brief), "--field", "sms.message").out
    assert "channel-limit" not in yardstick("check", str(text), "--brief", str(brief), "--field", "email.body").out
    assert "email, sms has email.subject" in yardstick("check", str(text), "--brief", str(brief), "--field", "body").err
