"""Which texts a channel has, and each text within the length that its place allows.

Titles, lists and tags are composed here, running text in `running`; a `Slot` is one text to be filled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.comparisons.wording import stated
from assistant.plan.forms import LABEL, is_entry
from assistant.playbook import OTHER, FieldShape
from assistant.playbook.entries import Role
from assistant.quantities import find_numbers
from assistant.schema import Fact
from assistant.writer.material import Material, Told
from assistant.writer.running import line, lines, paragraph, post
from assistant.writer.slot import Slot
from assistant.writer.telling import form_of
from assistant.writer.telling_once import is_told
from assistant.writer.voice import Voice

# Specifications that a line can carry before it becomes a table.
SUMMARY = 3
_BULLETS = (1, 5)
_HEADLINES = (1, 3)
_TAGS = (1, 5)
_ROWS = (1, 60)
# Words that can stand behind a name.
_SHORT = 40
# Figures that a list has above a table, besides those that are compared.
_FIGURES = 3
# Ways in that lead with the thing itself.
_NAMED = ("plain", "picture", "saving", "proof")
# What comes with a thing, or stands behind it, does not say what it is.
_ABOUT_ELSE = frozenset("included warranty returns delivery support care setup part-number packing price".split())
_PLAIN = frozenset({"size", "weight", "look", OTHER})
# What a first sentence says of a thing, and how many facts are worth one.
_INTRODUCED, _ENOUGH = 2, 5
# So many of the sentences about a thing can stand first.
_FIRST = 2
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


def _heading(slot: Slot) -> str:
    """What stands over a page: the product's name, and the one figure that says something beside what it is like.

    A way in of its own (a question, a moment) has the headline that goes with it.
    """
    material, voice = slot.material, slot.voice
    name = _name(material, voice)
    if material.is_list:
        return slot.first(_listing(material, voice))
    if material.opening.angle not in _NAMED:
        return _headline(slot)
    if not name:
        pictured = replace(material.opening, angle="picture") if material.lead.is_vivid else material.opening
        return _headline(replace(slot, material=replace(material, opening=pictured)))
    lead, names = material.lead, dict.fromkeys((name, material.brief.product))
    compared = lead.is_vivid or (not material.described and lead.is_fair)
    compared = compared and (material.opening.angle != "plain" or not material.number)
    told = [voice.heading(one, lead) for one in names] if compared else []
    if not told and (material.number or not (material.described or material.is_tabular)):
        told = [voice.summary(one, [fact]) for fact in _heads(slot, bool(material.number))[:1] for one in names]
    return slot.first((*told, *names, *_titles(slot)))


def _listing(material: Material, voice: Voice) -> Iterator[str]:
    """The names of the products that a page lists, as many as fit."""
    names = [re.split("[:：]", told.fact.text)[0].strip() for told in sorted(material.told, key=_place)]
    for most in range(len(names), 0, -1):
        yield voice.several(names[:most], most < len(names))


def _place(told: Told) -> int:
    return told.fact.start


def _heads(slot: Slot, any_of: bool) -> list[Fact]:
    """The facts that can stand beside a name: no sentence, no row of a table, no price; of the first text no mere size."""
    material, voice = slot.material, slot.voice
    others = (told for told in material.told if told not in material.described and told.beside is None)
    fit = (told.fact for told in others if told.topic not in (_ABOUT_ELSE if any_of else _ABOUT_ELSE | _PLAIN))
    short = (fact for fact in fit if len(fact.quantities) == 1 or (not LABEL.match(fact.text) and _is_short(fact.text)))
    return [fact for fact in short if voice.flows(fact)]


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


def _is_short(text: str) -> bool:
    return sum(1 if char.isascii() else 2 for char in text) <= _SHORT


def _lede(slot: Slot) -> str:
    """What the thing is and does: its first sentence, else its kind with two things that it does; "" of neither."""
    material, voice = slot.material, slot.voice
    if material.is_list:
        return ""
    says = {told.fact.id: voice.introduces(told.fact, material.brief) for told in material.described}
    first = [told for told in material.described if says[told.fact.id] or told.topic not in _ABOUT_ELSE]
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


def _name(material: Material, voice: Voice) -> str:
    """The product and what kind of thing it is: "Otter kettle"; once where the one says the other."""
    product, category = material.brief.product, material.brief.category
    if not product or not category:
        return product or category
    if category.lower() in product.lower() or find_numbers(product.split()[-1], material.brief.lang):
        # "Aria One headphones" counts headphones.
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
    for turn, told in enumerate(_listed(slot)):
        if is_entry(told.fact) and slot.material.is_list:
            found.append(slot.voice.entry(told.fact))
            continue
        plain = slot.voice.bullet(Told(told.fact, told.topic, None), 0)
        # What the headline has just compared stands in the list as a figure.
        full = plain if slot.compared(told) else slot.voice.bullet(told, turn + slot.material.number)
        text = slot.first((full, plain)) if each else full
        if text and text not in found:
            found.append(text)
    while found and not slot.fits("\n".join(found)):
        found.pop()
    return "\n".join(found)


def _listed(slot: Slot) -> Sequence[Told]:
    """The facts of a list, the most telling first; above a table what it does, in the brief's order, and a few figures."""
    most = (slot.shape.lines or _BULLETS)[1]
    if not slot.material.table or not slot.is_above_table:
        return slot.fresh[:most]
    if (
        not slot.material.is_tabular
        and len(slot.fresh) <= most
        and all(slot.voice.speakable(told.fact) for told in slot.fresh)
    ):
        return sorted(slot.fresh, key=_in_order)
    kept: list[Told] = []
    figures, tabular = 0, slot.material.is_tabular
    for told in slot.fresh:
        labelled = LABEL.match(told.fact.text) is not None and told.beside is None
        row = labelled and (told.topic == OTHER or not slot.voice.speakable(told.fact))
        figures += labelled and not row
        figure = labelled and not row and figures <= (0 if tabular else _FIGURES)
        if not labelled or figure or slot.material.is_list:
            kept.append(told)
    return sorted(kept[:most], key=_in_order)


def _in_order(told: Told) -> tuple[bool, int]:
    """The brief's order, the price last."""
    return told.topic == "price" and not is_entry(told.fact), told.fact.start


def _table(slot: Slot) -> str:
    """What no text before this one has told, as given, a row a line, in the brief's order."""
    return _copied(slot, slot.material.table)


def _notes(slot: Slot) -> str:
    """How it is used and kept, what is sold apart, what to mind: as given, a line each."""
    return _copied(slot, slot.material.terms)


def _copied(slot: Slot, facts: Sequence[Fact]) -> str:
    rows = (slot.voice.row(fact) for fact in facts if not slot.has_told(fact) and not _is_known(slot, fact))
    return "\n".join(list(dict.fromkeys(rows))[: (slot.shape.lines or _ROWS)[1]])


def _is_known(slot: Slot, fact: Fact) -> bool:
    """Whether a row says no more than what the thing is called: "Type: watch"."""
    value = re.split("[:：]", fact.text)[-1].strip().lower()
    return value in (slot.material.brief.product.lower(), slot.material.brief.category.lower())


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
    "heading": _heading,
    "headline": _headline,
    "headlines": _headlines,
    "lede": _lede,
    "subhead": _subhead,
    "specs": _specs,
    "title": _title,
    "line": line,
    "lines": lines,
    "bullets": _bullets,
    "table": _table,
    "notes": _notes,
    "paragraph": paragraph,
    "body": post,
    "post": post,
    "tags": _tags,
}
