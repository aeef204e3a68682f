"""What careless models wrote in the recorded chains, and the rules that have to name it."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """Words in a text of a reply, and the rule that has to name them."""

    step: str
    field: str
    words: str
    rule: str


class Bad(NamedTuple):
    """A chain that a careless model answers: for which brief, with a critique or without, and whether it mends its faults."""

    brief: str
    mends: bool
    faults: tuple[Fault, ...]
    critique: bool = False


BAD: dict[str, Bad] = {
    "faulty-01-ratio": Bad(
        "en-04-bike-light",
        False,
        (
            Fault("write", "post", "four times as bright", "number-untraced"),
            Fault("repair-1", "post", "outshines", "ahead-of-rivals"),
            Fault("repair-1", "post", "by 40%", "number-untraced"),
            Fault("repair-2", "post", "a third of what your keys weigh", "number-untraced"),
        ),
    ),
    "faulty-02-unit": Bad(
        "en-02-dust",
        True,
        (
            Fault("write", "body", "31 kg", "number-untraced"),
            Fault("write", "body", "draws 240 W", "number-untraced"),
        ),
    ),
    "faulty-03-certificate": Bad(
        "en-03-heat-pump",
        True,
        (
            Fault("write", "bullets", "TÜV-certified", "new-certification"),
            Fault("write", "bullets", "ISO 9001 audited", "new-certification"),
            Fault("write", "paragraph", "twice out of habit", "number-untraced"),
            Fault("critique", "bullets", "Signed off by TÜV", "new-certification"),
            Fault("critique", "bullets", "awarded the Energy Star label", "new-certification"),
            Fault("critique", "bullets", "2024", "number-untraced"),
        ),
        critique=True,
    ),
    "faulty-04-competitor": Bad(
        "en-01-cooler",
        True,
        (
            Fault("write", "paragraph", "other coolers leak", "competitor-bashing"),
            Fault("write", "bullets", "Twice the room of your old cooler", "number-untraced"),
            Fault("repair-1", "bullets", "Doubles what you can bring", "number-untraced"),
        ),
    ),
    "faulty-05-page": Bad(
        "en-05-storage",
        False,
        (
            Fault("write", "headlines", "The world's no. 1 storage", "eu-factual-claim"),
            Fault("repair-1", "descriptions", "the world's number one", "eu-factual-claim"),
            Fault("repair-2", "descriptions", "ranked first in the world", "claimed-first-rank"),
        ),
    ),
    "faulty-06-language": Bad(
        "hans-06-stroller",
        True,
        (Fault("write", "paragraph", "at the subway gate with a sleeping child", "wrong-language"),),
    ),
    "faulty-07-praise": Bad(
        "hans-08-compressor",
        False,
        (
            Fault("write", "subhead", "行业领先", "claimed-lead"),
            Fault("write", "subhead", "效率翻番", "number-untraced"),
            Fault("repair-1", "subhead", "卓越的节能技术", "empty-quality"),
            Fault("repair-1", "subhead", "把电费砍掉一半", "number-untraced"),
            Fault("repair-2", "subhead", "业界一流的品质", "empty-quality"),
            Fault("repair-2", "subhead", "值得信赖", "claimed-trust"),
        ),
    ),
    "faulty-08-hedge": Bad(
        "hans-07-toothbrush",
        True,
        (
            Fault("write", "body", "工作噪音是55分贝", "hedge-changed"),
            Fault("critique", "body", "工作噪音是55分贝", "hedge-changed"),
        ),
        critique=True,
    ),
    "faulty-09-script": Bad(
        "hant-15-air",
        False,
        (
            Fault("write", "title", "适用", "wrong-script"),
            Fault("repair-1", "description", "电费单", "wrong-script"),
            Fault("repair-2", "description", "这一晚", "wrong-script"),
        ),
    ),
    "faulty-10-quote": Bad(
        "hant-11-grinder",
        True,
        (
            Fault("write", "paragraph", "我再也不會聽錯客人要冰的還是熱的", "quote-altered"),
            Fault("repair-1", "paragraph", "我就聽不到客人要冰的，還是熱的", "quote-altered"),
        ),
    ),
    "faulty-11-swapped": Bad(
        "hant-15-air",
        True,
        (
            Fault("write", "description", "睡眠模式 54 分貝", "attribute-moved"),
            Fault("write", "description", "最大風量 22 分貝", "attribute-moved"),
        ),
    ),
    "faulty-12-rival": Bad(
        "en-01-cooler", False, (Fault("write", "paragraph", "A Yeti would have leaked", "new-name"),)
    ),
    "faulty-13-modes": Bad(
        "en-04-bike-light",
        False,
        (
            Fault("write", "post", "22 hours steady", "attribute-moved"),
            Fault("write", "post", "6 hours flashing", "attribute-moved"),
        ),
    ),
    "faulty-14-seats": Bad(
        "hans-09-chair",
        False,
        (
            Fault("write", "body", "坐高可调8厘米", "attribute-moved"),
            Fault("write", "body", "扶手可升降44～54厘米", "attribute-moved"),
        ),
    ),
    "faulty-15-coupon": Bad(
        "hans-07-toothbrush",
        False,
        (Fault("write", "body", "点击下方链接", "new-guarantee"), Fault("write", "body", "领券", "new-guarantee")),
    ),
}
FAULTS = [(name, fault) for name, bad in BAD.items() for fault in bad.faults]
