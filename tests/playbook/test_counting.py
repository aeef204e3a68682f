"""Each place counts in its own way: a table, text by text."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.playbook import Counts, count_text

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"


@pytest.mark.parametrize(
    ("counts", "text", "length"),
    [
        ("characters", "6000 m/s", 8),
        ("characters", "续航2天", 4),
        ("characters", "\U0001f600", 1),
        # Google Ads: a character of a double-width language is two.
        ("double_width", "Battery", 7),
        ("double_width", "续航2天", 7),
        ("double_width", "Ａ", 2),
        ("double_width", "café", 4),
        # LINE: units of UTF-16, so that an apple is two.
        ("utf16", "續航2天", 4),
        ("utf16", "\U0001f34e", 2),
        # X: Latin and punctuation once, all else twice, any emoji two, a link 23.
        ("x_weighted", "a" * 280, 280),
        ("x_weighted", "字" * 140, 280),
        ("x_weighted", "“5–7”…", 7),
        ("x_weighted", "e\u0301", 1),
        ("x_weighted", "\U0001f64b\U0001f3fd", 2),
        ("x_weighted", FAMILY, 2),
        ("x_weighted", "1\ufe0f\u20e3", 2),
        ("x_weighted", "\U0001f1e8\U0001f1f3", 2),
        ("x_weighted", "https://example.com/very/long/path", 23),
        ("x_weighted", "看https://example.com/a。", 27),
        # Weibo: 140 characters are 280 halves; a link is ten characters.
        ("weibo_halves", "字" * 140, 280),
        ("weibo_halves", "ab", 2),
        ("weibo_halves", "°", 1),
        ("weibo_halves", "“", 2),
        ("weibo_halves", "http://weibo.com/abcdef", 20),
        # Xiaohongshu: 20 characters of a title are 40 halves; an emoji beyond the first plane is two characters.
        ("xhs_halves", "你好世界", 8),
        ("xhs_halves", "OOTD穿搭分享", 12),
        ("xhs_halves", "\u2728", 2),
        ("xhs_halves", "\U0001f487", 4),
        # A text message of 140 bytes: 160 plain characters, or 70 where one is not.
        ("gsm_bytes", "a" * 160, 140),
        ("gsm_bytes", "a" * 161, 141),
        ("gsm_bytes", "€" * 80, 140),
        ("gsm_bytes", "字" * 70, 140),
        ("gsm_bytes", "a" * 69 + "–", 140),
        ("gsm_bytes", "a" * 70 + "–", 142),
        ("utf8_bytes", "续航", 6),
        # Taobao: 30 Chinese characters are 60 bytes.
        ("gbk_bytes", "字" * 30, 60),
        ("gbk_bytes", "1.7 L", 5),
        ("gbk_bytes", "\U0001f600", 4),
        ("words", "It's 5,000 mAh 续航", 5),
    ],
)
def test_a_text_is_as_long_as_its_place_counts(counts: Counts, text: str, length: int) -> None:
    assert count_text(text, counts) == length


@pytest.mark.parametrize("counts", get_args(Counts))
def test_nothing_has_no_length(counts: Counts) -> None:
    assert count_text("", counts) == 0


@given(st.text(max_size=40), st.sampled_from(get_args(Counts)))
def test_every_text_can_be_counted(text: str, counts: Counts) -> None:
    assert count_text(text, counts) >= 0


@given(st.text("abc 12字鏡，.", max_size=40), st.text("abc 12字鏡，.", max_size=40), st.sampled_from(get_args(Counts)))
def test_a_longer_text_never_counts_less(text: str, more: str, counts: Counts) -> None:
    assert count_text(text, counts) <= count_text(text + more, counts)
