"""How the places where copy appears count characters: each in its own way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

Counts = Literal[
    "characters", "double_width", "utf16", "x_weighted", "weibo_halves", "xhs_halves", "gsm_bytes", "utf8_bytes",
    "gbk_bytes", "words",
]  # fmt: skip

_LINK = re.compile(r"https?://[!-~]{1,2000}")
# A link is shortened to this many characters wherever it leads: on X, and on Weibo (in halves of a Chinese character).
_LINK_ON_X, _LINK_ON_WEIBO = 23, 20
# Code points that X counts once: Latin and its neighbours, and general punctuation; all others count twice.
_ONCE = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
# An emoji with all that is joined to it (skin tone, family, flag, key) counts as one.
_PICTURE = (
    r"[\u203C\u2049\u2122\u2139\u2194-\u21AA\u231A-\u23FF\u24C2\u25AA-\u27BF\u2934\u2935\u2B05-\u2B55\u3030\u303D"
    r"\u3297\u3299\U0001F000-\U0001F1E5\U0001F200-\U0001FAFF][\uFE0F\U0001F3FB-\U0001F3FF]{0,2}"
)
_EMOJI = re.compile(rf"[\U0001F1E6-\U0001F1FF]{{2}}|[0-9#*]\uFE0F?\u20E3|{_PICTURE}(?:\u200D{_PICTURE}){{0,8}}")
# What a text message writes in seven bits; those of the second set take two of them.
_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_TWICE = frozenset("^{}\\[~]|€\f")
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_][\w’'.,-]{0,80}")


def count_text(text: str, counts: Counts) -> int:
    """The length of a text as a place counts it; an empty text is 0.

    `characters` are code points, `utf16` units of 16 bits (LINE); `double_width` counts East Asian wide and full-width
    characters twice (Google Ads); `x_weighted` counts all but Latin twice, an emoji as 2 and a link as 23 (X,
    twitter-text v3). In halves of a Chinese character count Weibo (a link is 20) and the titles of Xiaohongshu.
    `gsm_bytes` are the bytes of a text message: seven bits a character where all are of GSM 03.38, else 16.
    `utf8_bytes` and `gbk_bytes` are bytes, a character that GBK lacks being 4 (GB 18030); `words` are words, and
    single Chinese characters.

    >>> count_text("6000 m/s", "characters"), count_text("续航2天", "double_width"), count_text("续航2天", "gbk_bytes")
    (8, 7, 7)
    >>> count_text("两天 https://example.com/a-long-address", "x_weighted")
    28
    >>> count_text("It's 5,000 mAh 续航", "words")
    5
    """
    return _COUNTERS[counts](text)


def _double_width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _x_weighted(text: str) -> int:
    rest = unicodedata.normalize("NFC", _LINK.sub("", text))
    emoji = len(_EMOJI.findall(rest))
    once = _EMOJI.sub("", rest)
    return _LINK_ON_X * len(_LINK.findall(text)) + 2 * emoji + sum(1 if _counts_once(char) else 2 for char in once)


def _counts_once(char: str) -> bool:
    return any(low <= ord(char) <= high for low, high in _ONCE)


def _halves(text: str, narrow: int) -> int:
    """Units of 16 bits, those beyond the narrow ones twice."""
    return sum(1 if ord(char) <= narrow else 4 if ord(char) > 0xFFFF else 2 for char in text)


def _weibo_halves(text: str) -> int:
    return _LINK_ON_WEIBO * len(_LINK.findall(text)) + _halves(_LINK.sub("", text), 0xFF)


def _xhs_halves(text: str) -> int:
    return _halves(text, 0x7F)


def _gsm_bytes(text: str) -> int:
    if all(char in _GSM or char in _GSM_TWICE for char in text):
        return -(-7 * (len(text) + sum(char in _GSM_TWICE for char in text)) // 8)
    return 2 * _utf16(text)


_COUNTERS: Mapping[Counts, Callable[[str], int]] = {
    "characters": len,
    "double_width": _double_width,
    "utf16": _utf16,
    "x_weighted": _x_weighted,
    "weibo_halves": _weibo_halves,
    "xhs_halves": _xhs_halves,
    "gsm_bytes": _gsm_bytes,
    "utf8_bytes": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "gbk_bytes": lambda text: len(text.encode("gb18030", "replace")),
    "words": lambda text: len(_WORD.findall(text)),
}
