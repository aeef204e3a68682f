"""Facts in breaths: which are pictured, which stand plainly, as many as one sentence carries."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.writer.material import Material, Told
from assistant.writer.telling import form_of
from assistant.writer.voice import Voice

# Comparisons in running text besides the lead's.
COMPARED = 1
# As many plain facts as one sentence carries.
TOGETHER = 3


def together(plain: Sequence[Told], voice: Voice, subject: str, seed: int) -> str:
    """Facts in one breath; one by itself is a sentence of its own, unless it is a thing that the product has."""
    if len(plain) == 1 and form_of(plain[0].fact) != "thing":
        return voice.passage(plain[0], subject, seed)
    return voice.together(plain, subject, seed)


def untold(material: Material, voice: Voice, closing: str) -> list[Told]:
    """The facts besides the lead; a closing that tells a fact has told it."""
    return [told for told in material.told[1:] if voice.statement(told.fact).lower() not in closing.lower()]


def pictured_of(rest: Sequence[Told], most: int) -> list[Told]:
    """Those whose comparison is kept: one picture after another is a drumbeat, beyond the best figures stand plain.

    What a person has pinned is kept, however many there are, and takes the places of others.
    """
    pinned = [told for told in rest if told.pinned]
    left = [told for told in rest if told.beside is not None and not told.pinned]
    places = max(0, most - len(pinned))
    scores = sorted((told.beside.score for told in left if told.beside is not None), reverse=True)[:places]
    chosen = [told for told in left if told.beside is not None and told.beside.score in scores][:places]
    return [told for told in rest if told in pinned or told in chosen]


def plain_of(told: Told) -> Told:
    """The fact without its comparison."""
    return Told(told.fact, told.topic, None)
