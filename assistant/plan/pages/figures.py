"""Figures in prose: which belong together, how they are hedged, and what they stand before."""

from __future__ import annotations

import re

from assistant.schema import Lang, Quantity

_FOLLOWING = re.compile(r"^(?:[ -]?[A-Za-z][A-Za-z-]*){1,5}")
_STOP_WORDS = frozenset(
    "and or with for that which this these it is are was to of in on at by from as while so but provides provide ensures ensure offers "
    "gives makes features boasts allows keeps helps can will than the a an per when if your you our we thanks".split()
)
_ZH_FOLLOWING = re.compile(r"^(?:[\u4e00-\u9fff]|LED|LCD|OLED){1,8}")
_ZH_STOP = re.compile(
    r"[的了和与與及或在是为為可能让讓使将將把被从從到至而卻却并並，,也都就]|左右|以上|以下|以内|以內|技术|技術"
)
_HEDGE = re.compile(
    r"(?:\b(?:up to|at least|about|around|approx(?:imately)?\.?|max(?:imum)?\.?|minimum|less than|more than|over|under)\s+|(?:最大|最高|最长|最長|最多|约|約|大约|大約|至少|可达|可達|高达|高達|长达|長達|低至)\s*)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"^\s*(?:[x×*X/~–-]|by|\(|[LWHDlwhd]\.?\s*[x×*]|\((?:[LWHD]|approx)\)\s*[x×*])\s*$|^[^\w]{1,5}$")


def hedged(said: str, start: int, end: int) -> str:
    """A figure with the hedge that stands before it: "up to 28 hours"."""
    hedge = _HEDGE.search(said[max(0, start - 24) : start])
    return f"{hedge[0] if hedge else ''}{said[start:end]}".strip()


def words_after(rest: str, lang: Lang) -> list[str]:
    """The words of the thing that a figure stands before, up to a word that opens something else; in Chinese one.

    >>> words_after(" torch flame and a stand", "en"), words_after("柔性直屏的手机", "zh-Hans")
    (['torch', 'flame'], ['柔性直屏'])
    """
    if lang != "en":
        match = _ZH_FOLLOWING.match(rest)
        thing = _ZH_STOP.split(match[0])[0] if match else ""
        return [thing] if thing else []
    match = _FOLLOWING.match(rest)
    words: list[str] = []
    for word in match[0].strip(" -").split() if match else []:
        if word.lower() in _STOP_WORDS:
            break
        words.append(word)
    return words


def join(figure: str, following: str, rest: str, lang: Lang) -> str:
    """A figure and its thing as the page joins them: "2500 degree flame", "3-hand", 120Hz柔性屏."""
    if rest.startswith("-"):
        return f"{figure}-{following}"
    return f"{figure} {following}" if lang == "en" else f"{figure}{following}"


def group_figures(said: str, quantities: tuple[Quantity, ...]) -> list[list[Quantity]]:
    """Quantities that are one figure: sides ("18" x 12""), conversions ("7.9 mm (0.31 in)")."""
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        if quantity.doubts:
            continue
        if groups and _BETWEEN.match(said[groups[-1][-1].end : quantity.start]):
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups
