"""One fact by itself, for a text that somebody else wrote around it."""

from __future__ import annotations

from typing import NamedTuple

from assistant.playbook import Playbook
from assistant.playbook.entries import Role
from assistant.schema import Fact, Lang, Plan
from assistant.schema.brief import Brief, Persona
from assistant.writer.breaths import plain_of
from assistant.writer.house import in_house_style
from assistant.writer.material import Told, lay_out
from assistant.writer.telling_once import is_told
from assistant.writer.voice import Voice
from assistant.writer.voices import VOICES


class Way(NamedTuple):
    """One way to tell a fact; `likened` where it says what the figure is like."""

    text: str
    likened: bool


def ways_to_tell(
    fact_id: str, role: Role, brief: Brief, persona: Persona | None, plan: Plan, playbook: Playbook
) -> tuple[Way, ...]:
    """Whole sentences, or a line of a list, that tell one fact of the plan; the fullest first, each in house style.

    Empty for a fact that the plan does not use, and for one that makes no sentence where the text runs.
    """
    voice = VOICES[brief.lang]
    material = lay_out(brief, persona, plan, playbook, 0, voice)
    told = next((one for one in material.told if one.fact.id == fact_id), None) if material else None
    if told is None:
        return ()
    plain = plain_of(told)
    chosen = (told, plain) if told.is_fair else (plain,)
    described = material is not None and any(one.fact.id == fact_id for one in material.described)
    ways: dict[str, bool] = {}
    for one in chosen:
        said = in_house_style(voice.finished(_told(one, role, described, brief, voice), brief), brief, persona)
        ways[said] = one.beside is not None and not (described and role != "bullets")
    return tuple(Way(said, likened) for said, likened in ways.items() if said.strip())


def tells(text: str, fact: Fact, lang: Lang) -> bool:
    """Whether a text tells a fact in its own words or in those that the built-in writer has for it."""
    return is_told(fact, text, VOICES[lang].ways(fact))


def _told(told: Told, role: Role, described: bool, brief: Brief, voice: Voice) -> str:
    if role == "bullets":
        return voice.bullet(told, 0)
    if described:
        return voice.described(told.fact)
    return voice.passage(told, voice.named(brief), 0)
