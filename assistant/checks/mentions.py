"""Which stretch of a text speaks of a reference, and which words two texts share."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from functools import lru_cache

from assistant.schema import Lang, Reference

Span = tuple[int, int]

_WORD = re.compile(r"[A-Za-z0-9]+")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_GENERIC = frozenset(
    "the and for from with that this its his her per one two full each than then into your you are was all not off out "
    "about above across along average between cruising distance energy height length maximum minimum more nearly "
    "over power price size speed standard temperature thickness time typical volume weight width world up use used item "
    "level capacity area rate number amount product total life cost costs fee fare take takes taken".split()
)
_GENERIC_ZH = re.compile(
    "平均|速度|重量|高度|宽度|寬度|厚度|长度|長度|面积|面積|容量|体积|體積|温度|溫度|时间|時間|最大|最高|典型|价格|價格|数值|數值|功率|音量|体重|體重|身高|直径|直徑|车程|車程|[的一个個之在和与與约約为為零二两兩三四五六七八九十百千万萬亿億半]"
)
# Units are pairs of characters too, and name nothing.
_UNITS_ZH = frozenset(
    "公里 公尺 公斤 公克 公分 公升 公噸 公吨 分钟 分鐘 小时 小時 毫米 厘米 毫升 千克 千米 分贝 分貝 时速 時速 摄氏 攝氏 平方 立方".split()
)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its plural, possessive or verb ending, lower case; short words stay as they are.

    >>> stem("charging"), stem("noodles"), stem("Bus"), stem("batteries")
    ('charg', 'noodle', 'bus', 'batteri')
    """
    # The plural of an abbreviation: CDs, CR1216s.
    if word.lower().startswith("programme"):
        return "program"
    lowered = (word[:-1] if word.endswith("s") and word[:-1].isupper() else word).lower()
    for ending in ("ing", "ed", "es", "s", "e", "y"):
        if lowered.endswith(ending) and len(lowered) - len(ending) >= 4:
            kept = lowered[: -len(ending)]
            return kept + "e" if ending == "es" and kept.endswith(("l", "v")) else kept + ("i" if ending == "y" else "")
    return lowered


@lru_cache(maxsize=4096)
def content_words(text: str, lang: Lang) -> frozenset[str]:
    """What a text is about: stems in English, pairs of characters in Chinese; numbers and general words left out."""
    if lang == "en":
        words = _WORD.findall(text.replace("’s", "").replace("'s", ""))
        return frozenset(
            stem(w)
            for w in words
            if (len(w) > 2 or (len(w) == 2 and w.isupper())) and w.lower() not in _GENERIC and not w.isdigit()
        )
    found = {stem(word) for word in _WORD.findall(text) if (len(word) > 2 or word.isupper()) and not word.isdigit()}
    for run in _HAN_RUN.findall(text):
        found |= {part[i : i + 2] for part in _GENERIC_ZH.split(run) for i in range(len(part) - 1)}
    return frozenset(found - _UNITS_ZH)


def mention_keys(reference: Reference, lang: Lang) -> frozenset[str]:
    """The words that show that a text speaks of a reference."""
    names = reference.names[lang]
    return content_words(" ".join((names.name, names.thing, names.of, names.many)), lang)


@lru_cache(maxsize=256)
def words_of(text: str, lang: Lang) -> frozenset[str]:
    """Every word and, in Chinese, every pair of characters that any stretch of a text can name."""
    words = {stem(word) for word in _WORD.findall(text)}
    if lang != "en":
        words.update(map("".join, itertools.pairwise(text)))
    return frozenset(words)


def find_mentions(text: str, start: int, end: int, keys: Collection[str], lang: Lang) -> list[Span]:
    """Where a stretch names one of the keys, by position."""
    # Most texts name few of a plan's references: one look at the whole text spares looking at each stretch.
    if start >= end or words_of(text, lang).isdisjoint(keys):
        return []
    found = [m.span() for m in _WORD.finditer(text, start, end) if stem(m[0]) in keys]
    if lang != "en":
        found += [(at, at + 2) for at in range(start, end - 1) if text[at : at + 2] in keys]
    return sorted(found)
