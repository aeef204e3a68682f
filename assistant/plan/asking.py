"""What a text cannot answer leaves as questions to the people who can (M6)."""

from __future__ import annotations

from assistant.plan.reading import Reading
from assistant.schema import Lang
from assistant.schema.brief import Brief, Persona
from assistant.schema.doubts import say_doubt
from assistant.schema.orders import ORDER

_QUOTED: dict[Lang, str] = {"en": "“{caught}”: ", "zh-Hans": "“{caught}”", "zh-Hant": "「{caught}」"}
_DOUBTED: dict[Lang, str] = {"en": "{text}: {doubt}", "zh-Hans": "{text}：{doubt}", "zh-Hant": "{text}：{doubt}"}
_EVIDENCE: dict[Lang, str] = {
    "en": "No customer's words stand behind this persona: a guess. Which reviews, tickets or interviews confirm it?",
    "zh-Hans": "这个客户画像没有任何客户原话支撑，只是猜测：有哪些评价、工单或访谈可以印证？",
    "zh-Hant": "這個客戶輪廓沒有任何客戶原話支撐，只是猜測：有哪些評價、客服紀錄或訪談可以印證？",
}


def find_questions(reading: Reading, brief: Brief, persona: Persona | None) -> tuple[str, ...]:
    """What the text cannot answer, without repeats, in the order of the facts; empty where nothing is open."""
    questions: list[str] = []
    for view in reading.views:
        if ORDER.search(view.fact.text):
            continue
        for finding in view.praise:
            caught = view.fact.text[finding.start : finding.end]
            questions.append(_QUOTED[brief.lang].format(caught=caught) + finding.question)
        for quantity in view.fact.quantities:
            questions += [
                _DOUBTED[brief.lang].format(text=quantity.text, doubt=say_doubt(doubt, brief.lang))
                for doubt in quantity.doubts
            ]
    if persona is not None and persona.evidence_state == "none":
        questions.append(ask_for_evidence(brief.lang))
    return tuple(dict.fromkeys(questions))


def ask_for_evidence(lang: Lang) -> str:
    """What to ask where no customer's words stand behind a persona (M3)."""
    return _EVIDENCE[lang]
