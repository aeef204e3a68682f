"""Why nothing is offered, in the reader's language: silence is an answer and says so."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.comparisons.aspects import fits, what_is_counted
from assistant.comparisons.pace import PACED, paced, too_fast
from assistant.comparisons.portions import is_portion
from assistant.schema import Lang, Quantity
from assistant.schema.doubts import say_doubt

# Properties that a comparison would not make clearer, or would make a joke of.
_NEVER = (
    "warranty",
    "guarantee",
    "age group",
    "shelf life",
    "适用年龄",
    "適用年齡",
    "保质期",
    "保存期",
    "有效期",
    "delivery",
    "return",
    "质保",
    "保修",
    "保固",
    "退货",
    "退貨",
    "发货",
    "出貨",
    "到貨",
)
# Numbers that stand for themselves.
_BARE = ("count", "ratio", "percentage", "angle")

_TEXT: dict[str, dict[Lang, str]] = {
    "doubt": {
        "en": "The reading is uncertain ({doubt}); settle that first.",
        "zh-Hans": "这个数值读起来有疑问（{doubt}），请先确认。",
        "zh-Hant": "這個數值讀起來有疑問（{doubt}），請先確認。",
    },
    "zero": {
        "en": "Zero, or less than zero, has no multiple.",
        "zh-Hans": "零或负数没有倍数可言。",
        "zh-Hant": "零或負數沒有倍數可言。",
    },
    "never": {
        "en": "A promise of this kind is clearer plain than compared.",
        "zh-Hans": "这类承诺直接说出来，比打比方更清楚。",
        "zh-Hant": "這類承諾直接說出來，比打比方更清楚。",
    },
    "bare": {
        "en": "A bare count or percentage is plain as it is; nothing familiar would make it clearer.",
        "zh-Hans": "单纯的数目或百分比本身就清楚，换成别的说法反而更难懂。",
        "zh-Hant": "單純的數目或百分比本身就清楚，換個說法反而更難懂。",
    },
    "paced": {
        "en": "So many in that time is plain as it is; no shorter time would make it clearer.",
        "zh-Hans": "这个频次本身就清楚，摊到更短的时间反而更难懂。",
        "zh-Hant": "這個頻次本身就清楚，攤到更短的時間反而更難懂。",
    },
    "fast": {
        "en": "More come in a second than anybody could count; no shorter time would make that felt.",
        "zh-Hans": "一秒之内多得数不过来，再拆小也没法体会。",
        "zh-Hant": "一秒之內多得數不過來，再拆小也沒法體會。",
    },
    "crooked": {
        "en": "No small whole number out of so many comes close enough; the plain percentage says more.",
        "zh-Hans": "换成“每多少个里有几个”凑不出整数，不如直接写百分比。",
        "zh-Hant": "換成「每多少個裡有幾個」湊不出整數，不如直接寫百分比。",
    },
    "unworn": {
        "en": "At no everyday number of uses does it come to a plain number of years; the plain figure says more.",
        "zh-Hans": "按日常的使用次数算不出一个整年数，不如直接写数字。",
        "zh-Hant": "以日常的使用次數算不出一個整年數，不如直接寫數字。",
    },
    "none": {
        "en": "Nothing in the reference book is measured in this dimension and known to these readers.",
        "zh-Hans": "参照库里没有这类读者熟悉、又能和它相比的东西。",
        "zh-Hant": "參照庫裡沒有這類讀者熟悉、又能和它相比的東西。",
    },
    "poor": {
        "en": "What is known lies too far away or would need a crooked number; the plain figure says more.",
        "zh-Hans": "熟悉的东西都相差太远，硬比反而不清楚，不如直接写数字。",
        "zh-Hant": "熟悉的東西都相差太遠，硬比反而不清楚，不如直接寫數字。",
    },
}


def _said(doubts: Sequence[str], lang: Lang) -> str:
    return ("; " if lang == "en" else "；").join(say_doubt(doubt, lang) for doubt in doubts)


def _asked_for(quantity: Quantity) -> bool:
    """Whether the words around a bare number say what it is of, so that it can be pictured: a wear, a concentration."""
    allowed = fits(quantity.dimension, quantity.unit, what_is_counted(quantity))
    return "durability" in allowed or is_portion(quantity)


def reason_before(quantity: Quantity, lang: Lang) -> str | None:
    """A reason to say nothing that holds whatever the references; None where comparing makes sense."""
    if quantity.doubts:
        return _TEXT["doubt"][lang].format(doubt=_said(quantity.doubts, lang))
    if quantity.dimension in _BARE and not _asked_for(quantity):
        return _TEXT["bare"][lang]
    if quantity.dimension in PACED and paced(quantity) is None:
        return _TEXT["fast" if too_fast(quantity) else "paced"][lang]
    if quantity.attribute and any(word in quantity.attribute.lower() for word in _NEVER):
        return _TEXT["never"][lang]
    highest = quantity.high if quantity.high is not None else quantity.low
    if highest <= 0 and quantity.dimension != "temperature":
        return _TEXT["zero"][lang]
    return None


def reason_after(quantity: Quantity, had_candidates: bool, lang: Lang) -> str:
    """Why the references gave nothing for this quantity."""
    if not had_candidates and quantity.dimension in ("percentage", "count"):
        return _TEXT["crooked" if quantity.dimension == "percentage" else "unworn"][lang]
    return _TEXT["poor" if had_candidates else "none"][lang]


TWO: dict[str, dict[Lang, str]] = {
    "unlike": {
        "en": "The two figures measure different things.",
        "zh-Hans": "这两个数值量的不是同一样东西。",
        "zh-Hant": "這兩個數值量的不是同一樣東西。",
    },
    "range": {
        "en": "Between ranges there is no one difference.",
        "zh-Hans": "两个范围之间没有单一的差别。",
        "zh-Hant": "兩個範圍之間沒有單一的差別。",
    },
    "hedged": {
        "en": "A peak beside an average, or “at least” beside “up to”, makes no difference that holds.",
        "zh-Hans": "峰值与平均值、“至少”与“最多”之间，算不出站得住的差别。",
        "zh-Hant": "峰值與平均值、「至少」與「最多」之間，算不出站得住的差別。",
    },
    "same": {
        "en": "The two figures are the same.",
        "zh-Hans": "两个数值相同。",
        "zh-Hant": "兩個數值相同。",
    },
}


def reason_between(old: Quantity, new: Quantity, lang: Lang) -> str | None:
    """A reason to say nothing of two figures that lies in one of them; None where both can be read."""
    doubts = (*old.doubts, *new.doubts)
    return _TEXT["doubt"][lang].format(doubt=_said(doubts, lang)) if doubts else None
