"""The steps of a draft under way, in words."""

from __future__ import annotations

from assistant.chain.calls import Step
from assistant.draft.by_model import REPAIRS
from assistant.schema import Lang

_SAID: dict[str, dict[Lang, str]] = {
    "reading": {"en": "Reading the facts", "zh-Hans": "读取事实", "zh-Hant": "讀取事實"},
    "writing": {"en": "Writing", "zh-Hans": "撰写", "zh-Hant": "撰寫"},
    "checking": {"en": "Checking", "zh-Hans": "检查", "zh-Hant": "檢查"},
    "revising": {
        "en": "Reading it as the customer",
        "zh-Hans": "以顾客的眼光审读",
        "zh-Hant": "以顧客的眼光審讀",
    },
    "repairing": {"en": "Repairing", "zh-Hans": "修改", "zh-Hant": "修改"},
}
_WHICH: dict[Lang, str] = {
    "en": "{said} draft {number} of {variants}",
    "zh-Hans": "{said}第{number}稿（共{variants}稿）",
    "zh-Hant": "{said}第{number}稿（共{variants}稿）",
}
_REPAIR: dict[Lang, str] = {
    "en": "{said} ({repair} of {repairs})",
    "zh-Hans": "{said}（第{repair}次，最多{repairs}次）",
    "zh-Hant": "{said}（第{repair}次，最多{repairs}次）",
}


def say_step(step: Step, variants: int, lang: Lang) -> str:
    """What is being done, of how many variants, without a full stop.

    >>> say_step(Step("repairing", variant=1, repair=1), 3, "en"), say_step(Step("writing"), 1, "zh-Hant")
    ('Repairing draft 2 of 3 (1 of 2)', '撰寫')
    """
    said = _SAID[step.name][lang]
    if variants > 1 and step.name != "reading":
        said = _WHICH[lang].format(said=said, number=step.variant + 1, variants=variants)
    if step.repair:
        said = _REPAIR[lang].format(said=said, repair=step.repair, repairs=REPAIRS)
    return said
