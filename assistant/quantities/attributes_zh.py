"""What a number measures, from the Chinese words in front of it."""

from __future__ import annotations

from assistant.quantities.lazy import lazy
from assistant.quantities.measures_zh import (
    ALONE,
    BODY,
    CHANGES,
    CUTS,
    GROWING,
    LAST,
    LISTS,
    NAMES,
    NO_END,
    NO_INSIDE,
    NO_START,
    PERSONAL,
    REMARKS,
    SIDES,
    VERBS,
    WORDS,
)

# 綁約 and 纽约 hold no hedge.
NO_HEDGE = "合预預节節签簽绑綁條条公契违違邀相续續租特解毁毀履和婚订訂盟集隐隱简簡制失守纽紐商缔締爽"
_NO_HEDGE = frozenset(NO_HEDGE)
_TAILS = (
    "长达 長達 可达 可達 多达 多達 高达 高達 零下 华氏 華氏 摄氏 攝氏 不低于 不低於 不少于 不少於 不高于 不高於 不大于 不大於 不小于 不小於 不超过"
    " 不超過 低至 至少 至多 上限 下限 不足 超过 超過 不到 以上 最大 最高 最低 最小 最多 最长 最長 最快 额定 額定 平均 典型 折合 合计 合計"
    " 共计 共計 大约 大約 约合 約合 约省 約省 约等于 約等於 约需 約需 约有 約有 约占 約佔 约省电 約省電 约省水 約省水 将近 將近 接近 高于 高於 只有 仅有 僅有 只要"
)
_SINGLE = frozenset("达達为為是可近超至仅僅只低于於约約≤≥<>±~≈=:： ")
_TAILS_OF: dict[str, list[str]] = {}
for _tail in sorted(_TAILS.split(), key=len, reverse=True):
    _TAILS_OF.setdefault(_tail[-1], []).append(_tail)
_TRIM_LAST = frozenset(_SINGLE | _TAILS_OF.keys())
_HAN = lazy("[\u3400-\u9fff]+$")
_DECOR = " *•·-、，。,/|\t'\"【】[]"
_LONGEST = 8


def attribute_of(clause: str, glued: bool = False) -> str | None:
    """What is measured, if the clause says so; None if it does not. `glued` says that a quantity ends where the clause starts.

    >>> attribute_of("最大续航里程约"), attribute_of("三人座沙发宽"), attribute_of("发货后")
    ('续航里程', '宽', None)
    """
    colon = clause.rfind(":")
    if colon >= 0:
        behind = _trimmed(clause[colon + 1 :].strip(_DECOR))
        if not behind:
            return label_of(clause[:colon], False)
        return _named(behind, True) or label_of(clause[:colon], True) or (None if glued else _open(behind))
    words = clause.strip(_DECOR)
    if not words:
        return None
    glued = glued and words[0] == clause[0]
    words = _trimmed(words)
    return _named(words, glued) or (None if glued else _open(words))


def _trimmed(words: str) -> str:
    """The words without the hedges, statistics and signs that they end in."""
    while (last := words[-1:]) in _TRIM_LAST:
        tail = next((tail for tail in _TAILS_OF.get(last, ()) if words.endswith(tail)), "")
        if not tail and (last not in _SINGLE or (last in "约約" and words[-2:-1] in _NO_HEDGE)):
            break
        words = words[: -len(tail or last)]
    return words


def label_of(label: str, remote: bool) -> str | None:
    """The label in front of a colon as what is measured; None if it is a remark. `remote` says that other words follow it.

    >>> label_of("电池", True), label_of("备注", True)
    ('电池', None)
    """
    label = label.strip(_DECOR)
    if label in WORDS:
        return label
    if not label.isalpha():
        if label.endswith(")") and "(" in label:
            label = label[: label.rfind("(")]
        outer, _, label = label.rpartition(":")
        label = label.strip(_DECOR)
        if outer and label[-2:] not in WORDS and outer[-2:] in WORDS:
            label = outer[outer.rfind(":") + 1 :].strip(_DECOR)
    if label in REMARKS or (remote and label in LISTS):
        return None
    label = _trimmed(label)
    return _named(label, False) or _open(label, True)


def _open(words: str, label: bool = False) -> str | None:
    """The words as a name, if nothing shows that they are a piece of a sentence."""
    if words[-2:] in CHANGES:
        return _named(words[:-2], False) or _open(words[:-2])
    while words[:2] in _STATISTICS:
        words = words[2:]
    if not 2 <= len(words) <= _LONGEST or not words.isalpha() or (words.isascii() and not label):
        return None
    if words in NAMES:
        return words
    if words[0] in NO_START or words[-1] in NO_END or words[-2:] in VERBS:
        return None
    return words if label or NO_INSIDE.isdisjoint(words) else None


def _named(words: str, closed: bool) -> str | None:
    """The measure that the words end in; with `closed` none but the measures that are known."""
    last = words[-1:]
    if last not in LAST and last not in ALONE and words[-2:] not in WORDS and words[-3:] not in WORDS:
        return None
    if len(words) == 1:
        return words if last in ALONE else None
    if not words.isalpha() or words.isascii():
        run = _HAN.search(words)
        if run is None:
            return None
        words, closed = run[0], closed or run.start() > 0
    if not _CUT_STARTS.isdisjoint(words):
        cut = _CUT.match(words)
        words = words[cut.end() :] if cut else words
    if words[0] == "每" and len(words) > 3:
        words = words[3 if words[1:3] in _PAIRS else 2 :]
    known = _known(words)
    if len(words) == 1:
        return words if words in ALONE else None
    if words[-2] == "含" and last in ALONE:
        return last
    if last in SIDES and known is None:
        return _side(words, closed)
    if known in PERSONAL or (known and (closed or len(words) > _LONGEST)):
        return known
    if closed or len(words) > _LONGEST or words[-2:] in CHANGES or words[-2:] in VERBS:
        return None
    return words if known or (words[-1] in LAST and words[-1] not in "时時") else None


def _known(words: str) -> str | None:
    """The longest word of the list that the words end in."""
    for size in (4, 3, 2):
        if words[-size:] in WORDS:
            return words[-size:]
    return None


_CUT = lazy(f"(?s:.*)(?:{'|'.join(CUTS)})(?=.)")
_CUT_STARTS = frozenset(word[0] for word in CUTS)
_STATISTICS = frozenset(CUTS[:18])
# Units behind 每 that are two characters long.
_PAIRS = frozenset("度电 度電 公斤 公里 平米 分钟 分鐘 小时 小時 千克 公克 毫升 公升 一千 一百".split())


def _side(words: str, closed: bool) -> str | None:
    """A height, width or the like whose owner stands in front: 杯高 is a word, of 三人座沙发宽 only the last character is."""
    before = words[-2]
    if before in GROWING:
        return None
    if before in BODY and (closed or len(words) > 4):
        return words[-2:]
    return words if len(words) <= 4 and not closed else words[-1]
