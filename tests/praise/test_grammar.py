from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.praise.grammar import GrammarError, fold, spell_out
from assistant.praise.matching import Matcher, opened
from assistant.schema import Lang


def found(token: str, text: str, lang: Lang) -> list[str]:
    anchors = [((anchor,), 0, steps) for anchor, steps in spell_out(token, lang)]
    folded = fold(text, lang)
    hits = Matcher(anchors, lang).find(folded, opened(folded, lang))
    return sorted({text[start:end] for start, end, _ in hits}, key=len)[-1:]


@pytest.mark.parametrize(
    ("token", "text", "caught"),
    [
        ("best-in-class", "A Best in Class pump", "Best in Class"),
        ("best in class", "A best‑in‑class pump", "best‑in‑class"),
        ("world's best", "the world’s best", "world’s best"),
        ("leader(s)", "the leaders met", "leaders"),
        ("[truly] unique", "a truly unique bag", "truly unique"),
        ("[truly] unique", "a unique bag", "unique"),
        ("leads {0,3} market", "She leads, by far, the market today", "leads, by far, the market"),
        ("leads {1,1}", "She leads us on", "leads us"),
        ("leads [the] (field|pack)", "he leads pack", "leads pack"),
        ("best", "“best”", "best"),
    ],
)
def test_an_english_token_catches(token: str, text: str, caught: str) -> None:
    assert found(token, text, "en") == [caught]


@pytest.mark.parametrize(
    ("token", "text"),
    [
        ("best", "asbestos and bestow"),
        ("leads {0,3} market", "She leads. The market rose."),
        ("leads {0,1} market", "leads all of the market"),
        ("leads {2,2}", "She leads us."),
        ("best in class", "best, in class"),
        ("no. 1", "no, 1"),
    ],
)
def test_an_english_token_lets_go(token: str, text: str) -> None:
    assert found(token, text, "en") == []


@pytest.mark.parametrize(
    ("token", "text", "caught"),
    [
        ("(国内|行业)领先", "技术国内领先。", "国内领先"),
        ("销量{0,4}第一", "销量连续多年第一", "销量连续多年第一"),
        ("No.[ ]1", "全国Ｎｏ．1品牌", "Ｎｏ．1"),
        ("最{1,2}", "它最好用", "最好"),
    ],
)
def test_a_chinese_token_catches(token: str, text: str, caught: str) -> None:
    assert found(token, text, "zh-Hans") == [caught]


def test_a_chinese_gap_stops_at_the_clause() -> None:
    assert found("销量{0,9}第一", "销量上升，服务第一", "zh-Hans") == []


def test_alternatives_are_steps_and_do_not_multiply() -> None:
    token = "(" + "|".join(f"red{n}" for n in range(40)) + ") (" + "|".join(f"blue{n}" for n in range(40)) + ")"
    assert len(spell_out(token, "en")) == 40


@pytest.mark.parametrize(
    ("token", "message"),
    [
        ("best (in", "')' is missing"),
        ("best]", "']' closes nothing"),
        ("{0,3} best", "a token starts with words"),
        ("best {3,1} ever", "a gap is written {0,3}, fewest first"),
        ("[best]", "the first word of a token can't be optional alone"),
    ],
)
def test_a_faulty_token_is_refused_with_its_fault(token: str, message: str) -> None:
    with pytest.raises(GrammarError) as caught:
        spell_out(token, "en")
    assert str(caught.value) == message


@given(st.text(max_size=60))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text, "en")) == len(fold(text, "zh-Hans")) == len(text)
