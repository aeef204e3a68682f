"""The paragraph of a page: what the thing is and does, in its own sentences or in sentences made of its facts."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.plan.forms import LABEL
from assistant.playbook import OTHER
from assistant.writer.breaths import COMPARED, TOGETHER, pictured_of, plain_of, together, untold
from assistant.writer.material import Told
from assistant.writer.slot import Slot
from assistant.writer.telling_once import is_told
from assistant.writer.voice import Voice

# Of so few facts, those that don't flow can stand below in the list.
_SHORT = 4
# Ways in that lead with the thing itself.
_PLAIN_WAYS = ("plain", "picture", "saving", "proof")


def described(slot: Slot) -> str:
    """The paragraph of a page above its list; "" where a list says it better."""
    if slot.material.is_list and slot.is_above_list:
        return ""
    said = _description(slot) if slot.material.described else ""
    return said or (_beginning(slot) if slot.is_above_list and _is_woven(slot) else "")


def _description(slot: Slot) -> str:
    """What the thing is and does in its own sentences, with the figures that are pictured.

    A way in of its own comes first; else the thing does, and the figure after it. No sentence stands twice on a page.
    """
    material, voice = slot.material, slot.voice
    sentences = [told for told in material.described if told in slot.fresh]
    parts = [] if material.opening.angle in _PLAIN_WAYS else [voice.opening(slot.after.material)]
    for told in sentences:
        if not is_told(told.fact, "".join(parts)):
            parts.append(_in_view(told, voice))
    pictured = [told for told in slot.fresh if told.is_vivid and told not in sentences]
    for told in pictured[: COMPARED + 1]:
        if not is_told(told.fact, "".join(parts), voice.ways(told.fact)):
            parts.append(voice.passage(told, "" if parts else voice.named(material.brief), 0))
    return _fitting(slot, parts)


def _is_woven(slot: Slot) -> bool:
    """Whether sentences can be made of the facts: all flow, and no table would be torn apart for them."""
    material = slot.material
    facts = [told.fact for told in material.told if told.topic != "price"]
    flowing = sum(slot.voice.flows(fact) for fact in facts)
    whole = flowing == len(facts) or (len(facts) <= _SHORT and 2 * flowing >= len(facts))
    return whole and not material.is_tabular and not material.described


def _in_view(told: Told, voice: Voice) -> str:
    """A sentence about the thing, with what its one figure is like behind it where that says more."""
    said = voice.described(told.fact)
    if told.beside is None or not told.is_vivid or len(told.fact.quantities) != 1:
        return said
    return voice.join([said, voice.beside(told.beside)])


def _beginning(slot: Slot) -> str:
    """The opening and a breath of facts, above a list that has the others; nothing that stands in a text before it."""
    material, voice = slot.material, slot.voice
    product = voice.named(material.brief)
    lead = material.lead
    listed = slot.has_told(lead.fact) or slot.compared(lead) or (lead.beside is not None and not lead.is_vivid)
    listed = listed or not voice.flows(lead.fact)
    parts = [] if listed and material.opening.angle in _PLAIN_WAYS else [voice.opening(slot.after.material)]
    closing = voice.closing(material)
    left = untold(material, voice, closing)
    rest = [told for told in slot.fresh if told in left and voice.flows(told.fact)]
    rest = [told for told in rest if told.is_vivid or (told.beside is None and not _is_listed(told))]
    pictured = pictured_of(rest, COMPARED)
    rest = [told for told in rest if told not in pictured]
    turn = material.number % len(rest) if rest else 0
    plain = [plain_of(told) for told in (*rest[turn:], *rest[:turn])[:TOGETHER]]

    def subject() -> str:
        return "" if any(product in part for part in parts) else product

    # The first text begins with what it is like, the others with what it has.
    for first in (material.number > 0, material.number == 0):
        if first and plain:
            parts.append(together(plain, voice, subject(), material.seed))
        elif not first:
            parts.extend(voice.passage(told, "" if turn else subject(), 1) for turn, told in enumerate(pictured))
    if not parts and (len(material.told) <= TOGETHER or not slot.fresh) and not material.described:
        parts = [voice.opening(slot.after.material)]
    return _fitting(slot, [*parts, closing])


def _is_listed(told: Told) -> bool:
    """Whether a fact is for the list below: a price, or a row of nobody knows what."""
    return told.topic == "price" or (told.topic == OTHER and LABEL.match(told.fact.text) is not None)


def _fitting(slot: Slot, parts: Sequence[str]) -> str:
    chosen: list[str] = []
    for part in parts:
        if part and slot.fits(slot.voice.join([*chosen, part])):
            chosen.append(part)
    return slot.voice.join(chosen)
