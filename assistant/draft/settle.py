"""The built-in writer held to its own gate: what it cannot say cleanly, it leaves out and says so.

A comparison or a fact that the checks object to is taken out of the plan, and the text is written anew, until every
variant passes or nothing is left to take out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant import writer
from assistant.checks import Checked, check_texts
from assistant.draft.channels import join_rows
from assistant.plan import merge_plans
from assistant.playbook import Playbook
from assistant.schema import Comparison, Diagnostic, Lang, Plan
from assistant.schema.brief import Brief, Persona
from assistant.schema.channels import under_joined_names

_WHY: dict[Lang, str] = {
    "en": "could not be said so that every check passes; keep it in the specification table",
    "zh-Hans": "写进句子通不过检查，留在参数表里",
    "zh-Hant": "寫進句子通不過檢查，留在規格表裡",
}

Written = tuple[dict[str, str], Checked]


def settle(
    brief: Brief, persona: Persona | None, plan: Plan, variants: int, playbook: Playbook | None = None
) -> tuple[Plan, tuple[Written, ...]]:
    """The plan without what the checks object to, and the built-in texts for it with their findings.

    Texts still carry findings only where no single fact or comparison explains them. Each channel of the brief is
    written for itself, and held to its own plan.
    """
    if not plan.parts:
        return _settle(brief, persona, plan, variants, playbook)
    settled = {
        name: _settle(brief.for_channel(name), persona, part, variants, playbook) for name, part in plan.parts.items()
    }
    merged = merge_plans({name: part for name, (part, _) in settled.items()})
    written = [{name: said[number] for name, (_, said) in settled.items()} for number in range(variants)]
    return merged, tuple(_joined(parts) for parts in written)


def _joined(parts: Mapping[str, Written]) -> Written:
    return under_joined_names({name: texts for name, (texts, _) in parts.items()}), Checked(
        join_rows({name: checked.diagnostics for name, (_, checked) in parts.items()}),
        join_rows({name: checked.ledger for name, (_, checked) in parts.items()}),
    )


def _settle(
    brief: Brief, persona: Persona | None, plan: Plan, variants: int, playbook: Playbook | None
) -> tuple[Plan, tuple[Written, ...]]:
    while True:
        written = tuple(_write(brief, persona, plan, number, playbook) for number in range(variants))
        reduced = plan
        for texts, checked in written:
            reduced = _without(reduced, texts, [f for f in checked.diagnostics if f.level == "error"], brief.lang)
        if reduced == plan:
            return plan, written
        plan = reduced


def _write(brief: Brief, persona: Persona | None, plan: Plan, number: int, playbook: Playbook | None) -> Written:
    texts = writer.write(brief, persona, plan, number, playbook)
    return texts, check_texts(texts, brief, plan, persona, playbook)


def _without(plan: Plan, texts: Mapping[str, str], errors: Iterable[Diagnostic], lang: Lang) -> Plan:
    for error in errors:
        text = texts.get(error.field, "")
        beside = next((c for c in plan.comparisons if _overlaps(text, c, error)), None)
        if beside is not None:
            # Alternatives go with it: what is wrong is that this figure is compared, not with what.
            fact_id = beside.id.rpartition("-")[0]
            kept = tuple(c for c in plan.comparisons if c.id.rpartition("-")[0] != fact_id)
            return replace(plan, comparisons=kept, ladder=())
        fact_id = _blamed(plan, text, error)
        if fact_id:
            used = tuple(one for one in plan.used if one != fact_id)
            kept = tuple(c for c in plan.comparisons if c.id.rpartition("-")[0] != fact_id)
            return replace(plan, used=used, left=(*plan.left, (fact_id, _WHY[lang])), comparisons=kept, ladder=())
    return plan


def _overlaps(text: str, comparison: Comparison, error: Diagnostic) -> bool:
    for form in (comparison.forms.clause, comparison.forms.noun):
        start = text.find(form)
        while start >= 0:
            if start < error.end and error.start < start + len(form):
                return True
            start = text.find(form, start + 1)
    return False


def _blamed(plan: Plan, text: str, error: Diagnostic) -> str:
    """The used fact that holds the words objected to; the longest such fact, "" if none does."""
    words = text[error.start : error.end].lower()
    facts = {fact.id: fact.text for fact in plan.facts}
    holding = [fact_id for fact_id in plan.used if words and words in facts[fact_id].lower()]
    return max(holding, key=lambda fact_id: len(facts[fact_id]), default="")
