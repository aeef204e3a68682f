"""Which texts a channel has, and each text within the length that its place allows.

Titles, lists and tags are composed here, running text in `running`; a `Slot` is one text to be filled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from assistant.comparisons.wording import stated
from assistant.playbook import FieldShape
from assistant.playbook.entries import Role
from assistant.schema import Fact
from assistant.writer.material import Material, Told
from assistant.writer.running import line, lines, paragraph, post
from assistant.writer.slot import Slot
from assistant.writer.telling import form_of, label_and_value
from assistant.writer.voice import Voice

# Specifications that a line can carry before it becomes a table.
SUMMARY = 3
_BULLETS = (1, 5)
_HEADLINES = (1, 3)
_TAGS = (1, 5)
# A tag longer than this is a sentence.
_TAG = 24


def compose(shape: FieldShape, material: Material, voice: Voice, said: Mapping[str, str] | None = None) -> str:
    """One text of a channel, beside those `said` before it: the fullest that fits its limit; "" where nothing fits."""
    return _ROLES[shape.role](Slot(shape, material, voice, said or {}))


def _headline(slot: Slot) -> str:
    return slot.first(_titles(slot.after))


def _titles(slot: Slot) -> Iterator[str]:
    """Headlines, the fullest first; a bare figure only after what says whose it is."""
    material, voice = slot.material, slot.voice
    *fuller, bare = voice.headline(material)
    yield from fuller
    yield voice.statement(material.lead.fact)
    product, quantities = material.brief.product, material.lead.fact.quantities
    if product and len(quantities) == 1:
        colon = ": " if voice.lang == "en" else "："
        yield f"{product}{colon}{stated(quantities[0], voice.lang)}"
    yield bare


def _headlines(slot: Slot) -> str:
    """Several headlines, one a line, each of another fact and whole by itself, and one that names the product."""
    material, voice = slot.material, slot.voice
    found: list[str] = []
    for told in material.told:
        about = _about(material, told)
        *fuller, _ = voice.headline(about)
        # The product's name in every one of them would be read three times over.
        plain = voice.summary(material.brief.product, [told.fact])
        ways = (*(text for text in fuller if text != plain), _upper(voice.statement(told.fact)), plain)
        found.append(slot.first(text for text in ways if text not in found))
    most = (slot.shape.lines or _HEADLINES)[1]
    name = slot.first((_name(material, voice), material.brief.product))
    return "\n".join([text for text in found if text][: most - bool(name)] + ([name] if name else []))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _about(material: Material, told: Told) -> Material:
    if told is material.lead:
        return material
    rest = tuple(one for one in material.told if one is not told)
    opening = replace(material.opening, angle="picture", words="", source="")
    return replace(material, told=(told, *rest), opening=opening)


def _subhead(slot: Slot) -> str:
    facts = [told.fact for told in slot.material.told]
    names = dict.fromkeys((slot.material.brief.product, ""))
    introduced = (slot.voice.introduction(slot.material, most) for most in range(SUMMARY, 1, -1))
    listed = (slot.voice.summary(name, facts[:most]) for most in range(SUMMARY, 0, -1) for name in names)
    return slot.first((*introduced, *listed))


def _specs(slot: Slot) -> str:
    """Plain specifications in a row, as many as fit: those that no text beside them has."""
    told = "\n".join(slot.said.values()).lower()
    facts = [one.fact for one in slot.material.told]
    fresh = [fact for fact in facts if slot.voice.summary("", [fact]).lower() not in told and not _given(fact, told)]
    chosen: list[Fact] = []
    for fact in fresh:
        if slot.fits(slot.voice.summary("", [*chosen, fact])):
            chosen.append(fact)
    return slot.voice.summary("", chosen) if chosen else ""


def _given(fact: Fact, told: str) -> bool:
    pair = label_and_value(fact)
    return (pair[1] if pair else fact.text).lower().rstrip(" .。") in told


def _name(material: Material, voice: Voice) -> str:
    """The product and what kind of thing it is: "Otter kettle"; once where the one says the other."""
    product, category = material.brief.product, material.brief.category
    if not product or not category:
        return product or category
    if category.lower() in product.lower():
        return product
    return f"{product} {category}"


def _title(slot: Slot) -> str:
    """The product's name and its figures, as a marketplace shows them: as many as fit, no sentences."""
    material, voice = slot.material, slot.voice
    name = slot.first((_name(material, voice), material.brief.product))
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


def _bullets(slot: Slot) -> str:
    found = []
    each = slot.shape.limit is not None and slot.shape.limit.each
    for turn, told in enumerate(slot.material.told[: (slot.shape.lines or _BULLETS)[1]]):
        plain = slot.voice.bullet(Told(told.fact, told.topic, None), 0)
        # What the headline has just compared stands in the list as a figure.
        full = plain if slot.compared(told) else slot.voice.bullet(told, turn + slot.material.number)
        text = slot.first((full, plain)) if each else full
        if text and text not in found:
            found.append(text)
    while found and not slot.fits("\n".join(found)):
        found.pop()
    return "\n".join(found)


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
    "headline": _headline,
    "headlines": _headlines,
    "subhead": _subhead,
    "specs": _specs,
    "title": _title,
    "line": line,
    "lines": lines,
    "bullets": _bullets,
    "paragraph": paragraph,
    "body": post,
    "post": post,
    "tags": _tags,
}
