"""Fills the fields of a channel from a plan. Equal plans give equal texts; variants differ in angle and opening."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.playbook import Playbook, load_playbook
from assistant.schema import Plan
from assistant.schema.brief import Brief, Persona
from assistant.schema.channels import by_channel, under_joined_names
from assistant.writer.fields import compose
from assistant.writer.house import in_house_style
from assistant.writer.material import lay_out
from assistant.writer.voices import VOICES

BUILT_IN = "built-in"


def write(
    brief: Brief, persona: Persona | None, plan: Plan, variant: int = 0, playbook: Playbook | None = None
) -> dict[str, str]:
    """The texts of the brief's channel, by field, in the channel's order. Lines are joined by newlines.

    A plan without usable facts gives an empty mapping: there is nothing to say. A field that nothing fits is left
    out. Each of several channels is written for itself, from its own part of the plan, and its fields are called
    "<channel>.<field>". Raises `InputError` for a channel that the playbook does not have.
    """
    playbook = playbook or load_playbook()
    if len(brief.channels) > 1:
        alone = ((name, brief.for_channel(name), plan.parts.get(name, plan)) for name in brief.channels)
        return under_joined_names({name: write(one, persona, part, variant, playbook) for name, one, part in alone})
    voice = VOICES[brief.lang]
    material = lay_out(brief, persona, plan, playbook, variant, voice)
    if material is None:
        return {}
    shapes = playbook.channel(brief.channel).fields
    texts: dict[str, str] = {}
    for field, shape in shapes.items():
        text = compose(shape, material, voice, texts)
        if text:
            texts[field] = text
    return _finished(texts, brief, persona)


def with_table(
    texts: Mapping[str, str], brief: Brief, persona: Persona | None, plan: Plan, playbook: Playbook | None = None
) -> dict[str, str]:
    """Texts of another hand with the channel's specification table and notes below: the facts that they have not told.

    The same texts for a channel without one, and for a plan without facts. What one of several channels tells is told
    in no other.
    """
    playbook = playbook or load_playbook()
    if len(brief.channels) > 1:
        parts = by_channel(texts, brief.channels).items()
        return under_joined_names(
            {name: with_table(said, brief.for_channel(name), persona, plan, playbook) for name, said in parts}
        )
    voice = VOICES[brief.lang]
    material = lay_out(brief, persona, plan, playbook, 0, voice)
    told = dict(texts)
    for field, shape in playbook.channel(brief.channel).fields.items():
        if shape.role in ("table", "notes") and material is not None:
            told[field] = in_house_style(compose(shape, material, voice, told), brief, persona)
    return {field: text for field, text in told.items() if text}


def _finished(texts: Mapping[str, str], brief: Brief, persona: Persona | None) -> dict[str, str]:
    voice = VOICES[brief.lang]
    return {field: in_house_style(voice.finished(text, brief), brief, persona) for field, text in texts.items()}
