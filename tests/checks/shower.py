"""A product with plain claims among its facts, in three languages: what carries a claim and what denies one."""

from __future__ import annotations

from functools import cache
from typing import Any

from assistant.checks import check_texts
from assistant.plan import make_plan, read
from assistant.schema import Lang, Plan
from assistant.schema.brief import Brief, Evidence, Persona
from tests.checks.plans import HOME

_PERSONA: dict[Lang, Persona] = {
    "en": Persona(name="Early riser", pains=("waking the whole flat",), evidence=(Evidence(quote="It survived the gym bag and the pool.", source="Review"),)),
    "zh-Hans": Persona(name="早起的人", lang="zh-Hans", pains=("怕吵醒室友",), evidence=(Evidence(quote="丢进健身包也没坏，水里捞起来照样响。", source="评价"),)),
    "zh-Hant": Persona(name="早起的人", lang="zh-Hant", pains=("怕吵醒家人",), evidence=(Evidence(quote="丟進運動包也沒壞，水裡撈起來照樣響。", source="評價"),)),
}  # fmt: skip
_BRIEFS: dict[Lang, Brief] = {
    "en": Brief(
        product="Brook 2", category="shower speaker", lang="en",
        facts=("Housing: 304 steel", "IPX7", "Warranty: 2 years", "Returns within 30 days", "Assembled in Leeds", "Bluetooth 5.3", "Weight: 540 g",
               "Battery: up to 12 hours", "Strap of recycled nylon", "Not dishwasher-safe", "App: no", "CE and RoHS", "Louder than its predecessor: 84 dB(A), before 78 dB(A)"),
        proof=("TÜV Rheinland test report, 2024",), avoid=("alcohol",),
    ),
    "zh-Hans": Brief(
        product="溪声2", category="浴室音箱", lang="zh-Hans",
        facts=("外壳：304不锈钢", "IPX7", "质保：2年", "30天内可退货", "苏州组装", "蓝牙5.3", "重量：540克", "续航：最长12小时", "挂绳：再生尼龙",
               "不可用洗碗机清洗", "App：无", "通过CE与RoHS"),
        proof=("德国莱茵TÜV检测报告，2024年",), avoid=("alcohol",),
    ),
    "zh-Hant": Brief(
        product="溪聲2", category="浴室喇叭", lang="zh-Hant",
        facts=("外殼：304不鏽鋼", "IPX7", "保固：2年", "30天內可退貨", "台南組裝", "藍牙5.3", "重量：540公克", "續航：最長12小時", "掛繩：再生尼龍",
               "不可用洗碗機清洗", "App：無", "通過CE與RoHS"),
        proof=("德國萊因TÜV檢測報告，2024年",), avoid=("alcohol",),
    ),
}  # fmt: skip


@cache
def shower(lang: Lang, **changes: Any) -> tuple[Brief, Plan, Persona]:
    """The speaker's brief, with some of its fields changed, its plan and its persona."""
    persona = _PERSONA[lang]
    brief = _BRIEFS[lang].model_copy(update={"persona": persona, **changes})
    return brief, make_plan(read(brief, persona, HOME), brief, persona), persona


def found(lang: Lang, text: str, field: str = "paragraph", **changes: Any) -> list[tuple[str, str, str]]:
    """(rule, level, words) of every finding in a text about the speaker."""
    brief, plan, persona = shower(lang, **changes)
    checked = check_texts({field: text}, brief, plan, persona)
    return [(d.rule, d.level, text[d.start : d.end]) for d in checked.diagnostics]


def stopped(lang: Lang, text: str) -> list[tuple[str, str]]:
    """(rule, words) of every error in a text about the speaker."""
    return [(rule, words) for rule, level, words in found(lang, text) if level == "error"]
