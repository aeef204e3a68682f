"""Which texts a channel has, and each text within the length that its place allows.

Titles, lists and tags are composed here, running text in `running`; a `Slot` is one text to be filled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.playbook import FieldShape
from assistant.playbook.entries import Role
from assistant.schema import Fact
from assistant.writer.headlines import ABOUT_ELSE, heading, headline, headlines, name_of
from assistant.writer.lists import bullets, notes, table
from assistant.writer.material import Material
from assistant.writer.running import line, lines, paragraph, post
from assistant.writer.slot import Slot
from assistant.writer.telling import form_of
from assistant.writer.telling_once import is_told
from assistant.writer.voice import Voice

# Specifications that a line can carry before it becomes a table.
SUMMARY = 3
_TAGS = (1, 5)
# What a first sentence says of a thing, and how many facts are worth one.
_INTRODUCED, _ENOUGH = 2, 5
# So many of the sentences about a thing can stand first.
_FIRST = 2
# A tag longer than this is a sentence.
_TAG = 24


def compose(shape: FieldShape, material: Material, voice: Voice, said: Mapping[str, str] | None = None) -> str:
    """One text of a channel, beside those `said` before it: the fullest that fits its limit; "" where nothing fits."""
    return _ROLES[shape.role](Slot(shape, material, voice, said or {}))


def _lede(slot: Slot) -> str:
    """What the thing is and does: its first sentence, else its kind with two things that it does; "" of neither."""
    material, voice = slot.material, slot.voice
    if material.is_list:
        return ""
    says = {told.fact.id: voice.introduces(told.fact, material.brief) for told in material.described}
    fresh = [told for told in material.described if not slot.has_told(told.fact)]
    first = [told for told in fresh if says[told.fact.id] or told.topic not in ABOUT_ELSE]
    if first:
        first.sort(key=lambda told: not says[told.fact.id])
        return slot.first(voice.described(told.fact) for told in first[:_FIRST])
    rest = tuple(told for told in slot.fresh if told.beside is None)
    if len(rest) < _ENOUGH:
        return ""
    return slot.first([voice.introduction(replace(material, told=rest), _INTRODUCED)])


def _subhead(slot: Slot) -> str:
    facts = [told.fact for told in slot.material.told]
    names = dict.fromkeys((slot.material.brief.product, ""))
    introduced = (slot.voice.introduction(slot.material, most) for most in range(SUMMARY, 1, -1))
    listed = (slot.voice.summary(name, facts[:most]) for most in range(SUMMARY, 0, -1) for name in names)
    return slot.first((*introduced, *listed))


def _specs(slot: Slot) -> str:
    """Plain specifications in a row, as many as fit: those that no text beside them has."""
    told = "\n".join(slot.said.values())
    facts = [one.fact for one in slot.material.told]
    ways = ((fact, (slot.voice.summary("", [fact]), *slot.voice.ways(fact))) for fact in facts)
    fresh = [fact for fact, said in ways if not is_told(fact, told, said)]
    chosen: list[Fact] = []
    for fact in fresh:
        if slot.fits(slot.voice.summary("", [*chosen, fact])):
            chosen.append(fact)
    return slot.voice.summary("", chosen) if chosen else ""


def _title(slot: Slot) -> str:
    """The product's name and its figures, as a marketplace shows them: as many as fit, no sentences."""
    material, voice = slot.material, slot.voice
    name = slot.first((name_of(material, voice), material.brief.product))
    chosen: list[Fact] = []
    for told in material.told:
        if _titled(told.fact, voice) and slot.fits(voice.title(name, [*chosen, told.fact])):
            chosen.append(told.fact)
    if not name and not chosen:
        chosen = [told.fact for told in material.told if slot.fits(voice.title("", [told.fact]))][:1]
    return voice.title(name, chosen)


def _titled(fact: Fact, voice: Voice) -> bool:
    if voice.lang == "en":
        return form_of(fact) in ("labelled", "thing")
    return not any(mark in fact.text for mark in "，。！？；")


def _tags(slot: Slot) -> str:
    """The product, its kind, whom it is for and what the facts are about, as tags."""
    brief, persona = slot.material.brief, slot.material.persona
    words = [brief.product, brief.category]
    if persona is not None and persona.lang in (None, brief.lang):
        words.append(persona.community)
    words += [slot.voice.words(told).tag for told in slot.material.told]
    squeezed = ("".join(char for char in word if char.isalnum()) for word in words)
    tags = [f"#{word}" for word in dict.fromkeys(squeezed) if 0 < len(word) <= _TAG]
    tags = tags[: (slot.shape.lines or _TAGS)[1]]
    while tags and not slot.fits(" ".join(tags)):
        tags.pop()
    return " ".join(tags)


_ROLES: Mapping[Role, Callable[[Slot], str]] = {
    "heading": heading,
    "headline": headline,
    "headlines": headlines,
    "lede": _lede,
    "subhead": _subhead,
    "specs": _specs,
    "title": _title,
    "line": line,
    "lines": lines,
    "bullets": bullets,
    "table": table,
    "notes": notes,
    "paragraph": paragraph,
    "body": post,
    "post": post,
    "tags": _tags,
}
