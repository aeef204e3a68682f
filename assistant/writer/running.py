"""Running text: paragraphs, lines, posts; whole sentences, the last ones left out where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.plan.forms import LABEL
from assistant.playbook import OTHER
from assistant.writer.material import Material, Told
from assistant.writer.slot import Slot
from assistant.writer.telling import form_of
from assistant.writer.telling_once import is_told
from assistant.writer.voice import Voice

# Comparisons in running text besides the lead's.
_COMPARED = 1
# As many plain facts as one sentence carries.
_BREATH = 3
# Sentences of a line: what it opens with, and what else is told.
_LINE = 3
# A post within this limit is read at a glance: one comparison, no list.
_GLANCE = 300
# Texts with room for a moment before the second figure.
_ROOMY = ("paragraph", "body")
# Fewer than these make no list.
_LIST = (2, 5)
_LINES = (1, 3)
_NAMED = 2
# Of so few facts, those that don't flow can stand below in the list.
_SHORT = 4
# Ways in that lead with the thing itself.
_PLAIN_WAYS = ("plain", "picture", "saving", "proof")


def paragraph(slot: Slot) -> str:
    """The text in sentences, the opening first and the closing last; of a thing that is described, the description."""
    if slot.material.is_list and slot.is_above_list:
        return ""
    said = _description(slot) if slot.material.described else ""
    if said or not slot.is_above_list:
        return said or _filled(slot, _COMPARED, closing=True)
    return _beginning(slot) if _is_woven(slot) else ""


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
    for told in pictured[: _COMPARED + 1]:
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
    untold = _untold(material, voice, closing)
    rest = [told for told in slot.fresh if told in untold and voice.flows(told.fact)]
    rest = [told for told in rest if told.is_vivid or (told.beside is None and not _is_listed(told))]
    pictured = _pictured(rest, _COMPARED)
    rest = [told for told in rest if told not in pictured]
    turn = material.number % len(rest) if rest else 0
    plain = [_plain(told) for told in (*rest[turn:], *rest[:turn])[:_BREATH]]

    def subject() -> str:
        return "" if any(product in part for part in parts) else product

    # The first text begins with what it is like, the others with what it has.
    for first in (material.number > 0, material.number == 0):
        if first and plain:
            parts.append(_together(plain, voice, subject(), material.seed))
        elif not first:
            parts.extend(voice.passage(told, "" if turn else subject(), 1) for turn, told in enumerate(pictured))
    if not parts and (len(material.told) <= _BREATH or not slot.fresh) and not material.described:
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


def line(slot: Slot) -> str:
    """A sentence or two that stand by themselves: the opening, and as much of the rest as fits; one comparison."""
    slot = slot.after
    text = _line(slot)
    lead, beside = slot.material.lead, [_bare(one) for one in slot.said.values()]
    compared = lead.beside is not None and lead.beside.text.lower() in text.lower()
    if len(slot.material.told) > 1 and not compared and any(one and _bare(text).startswith(one) for one in beside):
        # The lead stands beside it in the same words: what is left to say is the rest.
        opening = replace(slot.material.opening, angle="plain", words="", source="")
        text = _line(replace(slot, material=replace(slot.material, told=slot.material.told[1:], opening=opening)))
    return text


def _line(slot: Slot) -> str:
    return _filled(slot, _glance(slot.material), closing=False, most=_LINE)


def _bare(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def lines(slot: Slot) -> str:
    """Several short texts, one a line, each of another fact and whole by itself."""
    found: list[str] = []
    product, english = slot.material.brief.product, slot.voice.lang == "en"
    for told in slot.material.told:
        ways = [slot.voice.passage(one, subject, 0) for subject in (product, "") for one in (told, _plain(told))]
        listed = slot.voice.bullet(told, 0) if english else slot.voice.passage(told, "", 0)
        # Two that begin with the product's name are enough.
        text = slot.first((listed, *ways) if len(found) >= _NAMED else (*ways, listed))
        if text and text not in found:
            found.append(text)
    return "\n".join(found[: (slot.shape.lines or _LINES)[1]])


def post(slot: Slot) -> str:
    """Where there is room, the opening and the other facts line by line; else running text with one comparison."""
    material, voice, limit = slot.material, slot.voice, slot.shape.limit
    if limit is not None and limit.most <= _GLANCE:
        return _filled(slot, _glance(material), closing=True)
    closing = voice.closing(material)
    fewest, most = slot.shape.lines or _LIST
    rest = _untold(material, voice, closing)[:most]
    if len(rest) >= fewest:
        pictured = _pictured(rest, _COMPARED)
        listed = [voice.bullet(told if told in pictured else _plain(told), 0) for told in rest]
        while listed and len(listed) >= fewest:
            parts = (voice.opening(material), "\n".join(listed), closing)
            text = "\n\n".join(part for part in parts if part)
            if slot.fits(text):
                return text
            listed.pop()
    return paragraph(slot)


def _filled(slot: Slot, compared: int, closing: bool, most: int | None = None) -> str:
    """The sentences that fit: facts of one kind in one breath, one by one where there is no room for them together."""
    last = slot.voice.closing(slot.material) if closing else ""
    texts = []
    for breath in (_BREATH, 1):
        parts = _sentences(slot.material, slot.voice, compared, last, breath, slot.shape.role in _ROOMY)[:most]
        text, told = _joined(slot, parts, last)
        if told == len(parts):
            return text
        texts.append(text)
    return max(texts, key=len)


def _sentences(
    material: Material, voice: Voice, compared: int, closing: str, breath: int, bridged: bool
) -> list[tuple[str, ...]]:
    """The opening and the facts by weight, with so many comparisons besides the lead's; each with a shorter way to say it."""
    product = voice.named(material.brief)
    opening = voice.opening(material)
    parts: list[tuple[str, ...]] = [(opening,)]
    named = bool(product) and product in opening
    rest = _untold(material, voice, closing)
    pictured = _pictured(rest, compared)
    for turn, told in enumerate(pictured):
        subject = "" if named or not product else product
        ways = [voice.passage(one, subject, turn + 1) for one in (told, _plain(told))]
        led = voice.bridge(material, told) if bridged and not turn else ""
        # After a moment of the day, the figure follows from it and not from in front.
        parts.append((f"{led} {voice.passage(told, subject, 0)}", *ways) if led and ways[0] else tuple(ways))
        named = named or bool(parts[-1][0])
    plain = [_plain(told) for told in rest if told not in pictured]
    for turn in range(0, len(plain), breath):
        subject = "" if named or not product else product
        parts.append((_together(plain[turn : turn + breath], voice, subject, material.seed),))
        named = named or bool(parts[-1][0])
    return [part for part in parts if part[0]]


def _plain(told: Told) -> Told:
    return Told(told.fact, told.topic, None)


def _together(plain: Sequence[Told], voice: Voice, subject: str, seed: int) -> str:
    """Facts in one breath; one by itself is a sentence of its own, unless it is a thing that the product has."""
    if len(plain) == 1 and form_of(plain[0].fact) != "thing":
        return voice.passage(plain[0], subject, seed)
    return voice.together(plain, subject, seed)


def _glance(material: Material) -> int:
    """One comparison in all: the lead's, else the best of the others'."""
    return 0 if material.lead.beside is not None else _COMPARED


def _untold(material: Material, voice: Voice, closing: str) -> list[Told]:
    """The facts besides the lead; a closing that tells a fact has told it."""
    return [told for told in material.told[1:] if voice.statement(told.fact).lower() not in closing.lower()]


def _pictured(rest: Sequence[Told], most: int) -> list[Told]:
    """Those whose comparison is kept: one picture after another is a drumbeat, beyond the best figures stand plain."""
    scores = sorted((told.beside.score for told in rest if told.beside is not None), reverse=True)[:most]
    return [told for told in rest if told.beside is not None and told.beside.score in scores][:most]


def _joined(slot: Slot, parts: Sequence[tuple[str, ...]], closing: str) -> tuple[str, int]:
    """The opening and whatever else fits, and how many parts that is; the closing only after all of them.

    The lead alone stands where the opening is too long.
    """
    lead, product = slot.material.lead, slot.voice.named(slot.material.brief)
    shorter = (slot.voice.passage(one, subject, 0) for one in (lead, _plain(lead)) for subject in (product, ""))
    opening = slot.first((*(text for part in parts[:1] for text in part), *shorter))
    if not opening:
        return "", 0
    chosen = [opening]
    for part in parts[1:]:
        fitting = next((text for text in part if slot.fits(slot.voice.join([*chosen, text]))), "")
        chosen += [fitting] if fitting else []
    told = len(chosen)
    if told == len(parts) and closing and slot.fits(slot.voice.join([*chosen, closing])):
        chosen.append(closing)
    return slot.voice.join(chosen), told
