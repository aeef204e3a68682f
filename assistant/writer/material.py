"""A plan laid out for one variant: its way in, the facts in order, each with what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.playbook import OTHER, Playbook
from assistant.schema import Comparison, Fact, Opening, Plan
from assistant.schema.brief import Brief, Persona

if TYPE_CHECKING:
    from assistant.writer.voice import Voice

PLAIN = Opening("plain", "")
# What stands behind the product when something goes wrong.
_BEHIND = ("warranty", "returns", "support")


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as it will be told: what it is about and the comparison beside it, if any."""

    fact: Fact
    topic: str
    beside: Comparison | None


@dataclass(frozen=True, slots=True)
class Material:
    """What one variant is written from. `told` begins with the opening's lead; `number` tells the variants apart."""

    brief: Brief
    persona: Persona | None
    plan: Plan
    playbook: Playbook
    opening: Opening
    told: tuple[Told, ...]
    number: int

    @property
    def lead(self) -> Told:
        """The fact that the opening leads to."""
        return self.told[0]

    @property
    def seed(self) -> int:
        """What chooses among equals: another for each variant, and for each seed of the brief."""
        return self.brief.seed + self.number

    @property
    def reassuring(self) -> Told | None:
        """The first fact that takes away risk, other than the lead; None where no fact does."""
        for told in self.told[1:]:
            if told.topic in _BEHIND:
                return told
        return None


def lay_out(
    brief: Brief, persona: Persona | None, plan: Plan, playbook: Playbook, number: int, voice: Voice
) -> Material | None:
    """The material of a variant; None where the plan has no fact to tell.

    Variants take the plan's openings in turn. Where there are fewer, the last ones open with another fact, plainly.
    """
    facts = {fact.id: fact for fact in plan.facts}
    order = sorted((one for one in plan.used if one in facts), key=lambda one: not voice.speakable(facts[one]))
    if not order:
        return None
    beside: dict[str, Comparison] = {}
    for comparison in plan.comparisons:
        one = comparison.id.rpartition("-")[0]
        # The first of a fact is the chosen one; alternatives follow it.
        if one in order and voice.stands(Told(facts[one], plan.topics.get(one, OTHER), None), comparison):
            beside.setdefault(one, comparison)
    tellings = {one: Told(facts[one], plan.topics.get(one, OTHER), beside.get(one)) for one in order}
    openings = [
        opening
        for opening in plan.openings
        if opening.lead in tellings and voice.fits(brief, opening, tellings[opening.lead])
    ]
    led = {opening.lead for opening in openings if opening.angle != "plain"}
    spoken = [one for one in order if voice.speakable(facts[one])] or order
    spare = [one for one in spoken if one not in led]
    # Plainly once more what another way in has led to is the same text again.
    openings = [one for one in openings if one.angle != "plain" or one.lead not in led or not spare]
    if number < len(openings):
        opening = openings[number]
    else:
        rest = spare or spoken
        opening = Opening("plain", rest[(number - len(openings)) % len(rest)])
    order.remove(opening.lead)
    order.insert(0, opening.lead)
    told = tuple(tellings[one] for one in order)
    return Material(brief, persona, plan, playbook, opening, told, number)
