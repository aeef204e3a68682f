from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.praise import find_praise
from assistant.schema import LANGS, Lang

HERE = Path(__file__).resolve().parent
PIECES = [
    "best", "the most", "truly", "world-class", "No. 1", " ", ". ", "\n", "“", "”", "not ", "2024", "according to GfK ",
    "领先", "全球", "第一", "，", "。", "İ", "leads", "the market", "(", "?", "'",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30), st.sampled_from(LANGS))
@settings(max_examples=150, deadline=None)
def test_spans_are_ordered_apart_and_inside_the_text(pieces: list[str], lang: Lang) -> None:
    text = "".join(pieces)
    last = 0
    for found in find_praise(text, lang):
        assert last <= found.start < found.end <= len(text)
        last = found.end


@given(st.text(alphabet="abc .,\n", max_size=80))
@settings(deadline=None)
def test_leading_text_moves_spans_and_nothing_else(before: str) -> None:
    claim = "Our world-class kettle boils."
    shift = len(before) + 2
    found = [one for one in find_praise(f"{before}\n\n{claim}", "en") if one.start >= shift]
    assert [(one.start - shift, one.end - shift) for one in found] == [(4, 15)]


def test_nothing_is_found_in_nothing() -> None:
    assert all(find_praise("", lang) == () for lang in LANGS)


def test_overlapping_words_are_reported_once_as_the_longest() -> None:
    text = "One of the most trusted locks."
    assert [text[one.start : one.end] for one in find_praise(text, "en")] == ["One of the most trusted"]


def test_a_finding_carries_question_and_evidence() -> None:
    (found,) = find_praise("Our world-class kettle.", "en")
    assert found.message.startswith("“world-class” ")
    assert found.question
    assert found.needs


def overlaps(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]


SAMPLES: list[tuple[Lang, str]] = [
    ("en", "samples_en.jsonl"), ("en", "samples_en_more.jsonl"), ("en", "samples_en_round3.jsonl"),
    ("zh-Hans", "samples_zh-hans.jsonl"), ("zh-Hans", "samples_zh-hans_round3.jsonl"),
    ("zh-Hant", "samples_zh-hant.jsonl"),
    ("zh-Hant", "samples_zh-hant_round3.jsonl"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "file"), SAMPLES)
def test_labelled_sentences_are_told_apart(lang: Lang, file: str) -> None:
    hits = missed = false = alarms = honest = 0
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        sample = json.loads(line)
        labels = [(span["start"], span["end"]) for span in sample["spans"]]
        found = [(one.start, one.end) for one in find_praise(sample["text"], lang)]
        got = sum(any(overlaps(one, label) for one in found) for label in labels)
        hits, missed = hits + got, missed + len(labels) - got
        false += sum(not any(overlaps(one, label) for label in labels) for one in found)
        honest += not labels
        alarms += bool(found) and not labels
    assert 2 * hits / (2 * hits + missed + false) >= 0.95
    assert alarms <= 0.03 * honest


def test_a_list_number_may_touch_its_word() -> None:
    text = "3.Extremely low memory\n4.Exceptional strength"
    assert [text[one.start : one.end] for one in find_praise(text, "en")] == ["Exceptional"]


def test_the_rules_of_a_market_rest_until_it_is_named() -> None:
    text = "Eco-friendly sponges from the UK's leading mill."
    assert [one.rule for one in find_praise(text, "en")] == ["claimed-lead"]
    assert [one.rule for one in find_praise(text, "en", market="uk")] == ["uk-green-absolute", "uk-superiority"]
    assert [one.rule for one in find_praise(text, "en", market="eu")] == [
        "eu-generic-environmental-claim",
        "claimed-lead",
    ]


def test_evidence_that_settles_a_claim_settles_it_for_the_market_too() -> None:
    text = "Rated No. 1 for repairs in the 2023 Which? survey of boiler makers."
    assert find_praise(text, "en", market="uk") == ()


def test_a_chinese_market_words_the_finding_and_spares_its_exemptions() -> None:
    assert [one.rule for one in find_praise("全国销量第一的挂面。", "zh-Hans")] == ["claimed-first-rank"]
    assert [one.rule for one in find_praise("全国销量第一的挂面。", "zh-Hans", market="cn")] == ["cn-absolute-terms"]
    assert [one.rule for one in find_praise("研究表明，它助眠。", "zh-Hans", market="cn")] == ["cn-unnamed-evidence"]
    for exempt in (
        "最佳食用温度为60℃。",
        "我们最轻的一款：8.1千克，上一款9.4千克。",
        "特级酱油（GB/T 18186）。",
        "《最佳拍档》桌游。",
        "据奥维云网2025年线下统计，本品牌洗碗机零售量排名第一。",
        "2024年获中国专利优秀奖。",
    ):
        assert find_praise(exempt, "zh-Hans", market="cn") == ()
