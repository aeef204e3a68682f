"""What stands over a text: headlines for each way in, and the heading of a page, which names the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.comparisons.wording import stated
from assistant.plan.forms import LABEL
from assistant.playbook import OTHER
from assistant.quantities import find_numbers
from assistant.schema import Fact
from assistant.writer.breaths import plain_of
from assistant.writer.material import Material, Told
from assistant.writer.slot import Slot
from assistant.writer.voice import Voice

# What comes with a thing, or stands behind it, does not say what it is.
ABOUT_ELSE = frozenset("included warranty returns delivery support care setup part-number packing price".split())
_PLAIN = frozenset({"size", "weight", "look", OTHER})
_HEADLINES = (1, 3)
# Words that can stand behind a name.
_SHORT = 40
# Ways in that lead with the thing itself.
_NAMED = ("plain", "picture", "saving", "proof")


def headline(slot: Slot) -> str:
    """One headline for the way in: the fullest that fits."""
    return slot.first(_titles(_without_sums(slot.after)))


def _without_sums(slot: Slot) -> Slot:
    """The same without what figures come to together: over a text a bare "890" is taken for the product's own price."""
    told = tuple(plain_of(one) if one.beside and one.beside.derived else one for one in slot.material.told)
    return replace(slot, material=replace(slot.material, told=told))


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


def heading(slot: Slot) -> str:
    """What stands over a page: the product's name, and the one figure that says something beside what it is like.

    A way in of its own (a question, a moment) has the headline that goes with it.
    """
    slot = _without_sums(slot)
    material, voice = slot.material, slot.voice
    name = name_of(material, voice)
    if material.is_list:
        return slot.first(_listing(material, voice))
    if material.opening.angle not in _NAMED:
        return headline(slot)
    if not name and material.described and not material.lead.is_vivid:
        return slot.first(voice.described(told.fact).rstrip(".。") for told in material.described)
    if not name:
        pictured = replace(material.opening, angle="picture") if material.lead.is_vivid else material.opening
        return headline(replace(slot, material=replace(material, opening=pictured)))
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
    fit = (told.fact for told in others if told.topic not in (ABOUT_ELSE if any_of else ABOUT_ELSE | _PLAIN))
    short = (fact for fact in fit if len(fact.quantities) == 1 or (not LABEL.match(fact.text) and _is_short(fact.text)))
    return [fact for fact in short if voice.flows(fact)]


def _is_short(text: str) -> bool:
    return sum(1 if char.isascii() else 2 for char in text) <= _SHORT


def headlines(slot: Slot) -> str:
    """Several headlines, one a line, each of another fact and whole by itself, and one that names the product."""
    slot = _without_sums(slot)
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
    name = slot.first((name_of(material, voice), material.brief.product))
    return "\n".join([text for text in found if text][: most - bool(name)] + ([name] if name else []))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _about(material: Material, told: Told) -> Material:
    if told is material.lead:
        return material
    rest = tuple(one for one in material.told if one is not told)
    opening = replace(material.opening, angle="picture", words="", source="")
    return replace(material, told=(told, *rest), opening=opening)


def name_of(material: Material, voice: Voice) -> str:
    """The product and what kind of thing it is: "Otter kettle"; once where the one says the other."""
    product, category = material.brief.product, material.brief.category
    if not product or not category:
        return product or category
    if category.lower() in product.lower() or find_numbers(product.split()[-1], material.brief.lang):
        # "Aria One headphones" counts headphones.
        return product
    # Chinese has no space between words; between scripts it has one.
    between = "" if product[-1] >= "\u3400" and category[0] >= "\u3400" else " "
    return f"{product}{between}{category}"
