"""Other true ways to fill a place: a sentence said otherwise, with another comparison or none, a text with another way in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from assistant.plan.worth import worth_of
from assistant.playbook import OTHER, Playbook
from assistant.playbook.entries import Role
from assistant.schema import Comparison, Fact, Plan
from assistant.schema.brief import Brief, Persona
from assistant.writer.fields import compose
from assistant.writer.house import in_house_style
from assistant.writer.material import Told, lay_out
from assistant.writer.voice import Voice
from assistant.writer.voices import VOICES

# As many ways as the lexicons have to say one thing, and as many openings as one text is tried with.
_TURNS = 6
_OPENINGS = 8
_LINES: frozenset[Role] = frozenset({"bullets", "headlines", "lines"})


class Otherwise(NamedTuple):
    """One way: the words, the ids of the comparisons in them, and whether copy would have chosen these by itself."""

    text: str
    comparisons: tuple[str, ...] = ()
    chosen: bool = True


def tell_otherwise(
    fact_ids: Sequence[str],
    role: Role,
    named: bool,
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    playbook: Playbook,
) -> Iterator[Otherwise]:
    """Ways to tell these facts of the plan in one place, in house style; of one fact, with each of its comparisons too.

    `named` says that the reader has just met the product's name. Facts may be the specification table's. Repeats come;
    nothing does for a fact that is praise or whose figure is in doubt.
    """
    voice = VOICES[brief.lang]
    told = [one for fact_id in fact_ids if (one := _told(fact_id, plan)) is not None]
    name = voice.named(brief)
    subjects = ("", name) if named and name else (name,)
    for way in _ways(told, role, subjects, voice, plan):
        text = way.text.rstrip(".。") if role in _LINES else way.text
        # A line begins with what it says.
        text = text[:1].upper() + text[1:] if voice.lang == "en" else text
        said = in_house_style(voice.finished(text, brief), brief, persona)
        if said.strip():
            yield way._replace(text=said)


def compare_otherwise(
    fact_ids: Sequence[str], brief: Brief, persona: Persona | None, plan: Plan
) -> Iterator[Otherwise]:
    """Sentences of the facts' comparisons alone, for the place behind the figure."""
    voice = VOICES[brief.lang]
    for fact_id in fact_ids:
        told = _told(fact_id, plan)
        for comparison in _standing(told, plan, voice) if told else ():
            yield Otherwise(in_house_style(voice.beside(comparison), brief, persona), (comparison.id,))


def fill_otherwise(
    field: str,
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    playbook: Playbook,
    said: Mapping[str, str],
    leads: Sequence[str] = (),
) -> Iterator[Otherwise]:
    """Whole texts for a field beside those `said` before it: other ways in, other comparisons of the `leads`, none.

    With `leads` only those that lead with one of these facts. Repeats come; empty ones do not.
    """
    voice, shape = VOICES[brief.lang], playbook.channel(brief.channel).fields[field]
    for varied, chosen in _plans(plan, leads, voice):
        for number in range(_OPENINGS):
            # What chooses among equal words moves with the number: one way in is also tried with other words.
            for seed in (0, 1, 2):
                another = brief.model_copy(update={"seed": brief.seed + seed})
                material = lay_out(another, persona, varied, playbook, number, voice)
                if material is None or (leads and material.lead.fact.id not in leads):
                    continue
                text = in_house_style(voice.finished(compose(shape, material, voice, said), brief), brief, persona)
                if text:
                    named = tuple(c.id for c in varied.comparisons if c.text in text or c.forms.clause in text)
                    yield Otherwise(text, named, chosen)


def _told(fact_id: str, plan: Plan) -> Told | None:
    fact = next((one for one in plan.facts if one.id == fact_id and one.id in (*plan.used, *plan.table)), None)
    if fact is None or (fact_id not in plan.used and any(quantity.doubts for quantity in fact.quantities)):
        return None
    return Told(fact, plan.topics.get(fact_id, OTHER), None)


def _ways(told: Sequence[Told], role: Role, subjects: Sequence[str], voice: Voice, plan: Plan) -> Iterator[Otherwise]:
    if len(told) == 1:
        (one,) = told
        for comparison in (*_standing(one, plan, voice), None):
            beside = replace(one, beside=comparison)
            ids = (comparison.id,) if comparison is not None else ()
            chosen = comparison is None or _is_chosen(one.fact, comparison, plan)
            yield from (Otherwise(text, ids, chosen) for text in _sayings(beside, role, subjects, voice))
    elif told and role not in _LINES:
        for subject in subjects:
            for turn in range(_TURNS):
                yield Otherwise(voice.together(told, subject, turn))
                yield Otherwise(voice.together(told[::-1], subject, turn))


def _sayings(told: Told, role: Role, subjects: Sequence[str], voice: Voice) -> Iterator[str]:
    if role in _LINES:
        yield from (voice.bullet(told, turn) for turn in range(_TURNS))
        if told.beside is None:
            yield voice.statement(told.fact)
    if role == "bullets" and voice.lang == "en":
        return
    for subject in subjects if role not in _LINES else ("",):
        said = (voice.passage(told, subject, turn) for turn in range(_TURNS))
        # A line is one sentence.
        yield from (one for one in said if role not in _LINES or "。" not in one[:-1])


def _is_chosen(fact: Fact, comparison: Comparison, plan: Plan) -> bool:
    return fact.id in plan.pictured and worth_of(fact, comparison) != "none"


def _standing(told: Told, plan: Plan, voice: Voice) -> list[Comparison]:
    """The comparisons of a fact that can stand beside it in a sentence, the best first."""
    own = (one for one in plan.comparisons if one.id.rpartition("-")[0] == told.fact.id and one.kind != "ladder")
    return [one for one in own if voice.stands(told, one)]


def _plans(plan: Plan, leads: Sequence[str], voice: Voice) -> Iterator[tuple[Plan, bool]]:
    """The plan, the same with another comparison first for a lead, and without any; whether copy would choose so."""
    yield plan, True
    for fact_id in leads:
        told = _told(fact_id, plan)
        for comparison in _standing(told, plan, voice) if told else ():
            others = (one for one in plan.comparisons if one is not comparison)
            chosen = told is not None and _is_chosen(told.fact, comparison, plan)
            pictured = tuple(dict.fromkeys((*plan.pictured, fact_id)))
            yield replace(plan, comparisons=(comparison, *others), pictured=pictured), chosen
    yield replace(plan, comparisons=(), ladder=(), pictured=()), True
