"""Running text: paragraphs, lines, posts; whole sentences, the last ones left out where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.writer.breaths import COMPARED, TOGETHER, pictured_of, plain_of, together, untold
from assistant.writer.described import described
from assistant.writer.material import Material
from assistant.writer.slot import Slot
from assistant.writer.voice import Voice

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


def paragraph(slot: Slot) -> str:
    """The text in sentences, the opening first and the closing last; of a page, what the thing is and does."""
    said = described(slot)
    return said or ("" if slot.is_above_list else _filled(slot, COMPARED, closing=True))


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
        ways = [slot.voice.passage(one, subject, 0) for subject in (product, "") for one in (told, plain_of(told))]
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
    rest = untold(material, voice, closing)[:most]
    if len(rest) >= fewest:
        pictured = pictured_of(rest, COMPARED)
        listed = [voice.bullet(told if told in pictured else plain_of(told), 0) for told in rest]
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
    for breath in (TOGETHER, 1):
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
    rest = untold(material, voice, closing)
    pictured = pictured_of(rest, compared)
    for turn, told in enumerate(pictured):
        subject = "" if named or not product else product
        ways = [voice.passage(one, subject, turn + 1) for one in (told, plain_of(told))]
        led = voice.bridge(material, told) if bridged and not turn else ""
        # After a moment of the day, the figure follows from it and not from in front.
        parts.append((f"{led} {voice.passage(told, subject, 0)}", *ways) if led and ways[0] else tuple(ways))
        named = named or bool(parts[-1][0])
    plain = [plain_of(told) for told in rest if told not in pictured]
    for turn in range(0, len(plain), breath):
        subject = "" if named or not product else product
        parts.append((together(plain[turn : turn + breath], voice, subject, material.seed),))
        named = named or bool(parts[-1][0])
    return [part for part in parts if part[0]]


def _glance(material: Material) -> int:
    """One comparison in all: the lead's, else the best of the others'."""
    return 0 if material.lead.beside is not None else COMPARED


def _joined(slot: Slot, parts: Sequence[tuple[str, ...]], closing: str) -> tuple[str, int]:
    """The opening and whatever else fits, and how many parts that is; the closing only after all of them.

    The lead alone stands where the opening is too long.
    """
    lead, product = slot.material.lead, slot.voice.named(slot.material.brief)
    shorter = (slot.voice.passage(one, subject, 0) for one in (lead, plain_of(lead)) for subject in (product, ""))
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
