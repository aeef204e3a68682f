"""A plan laid out for one variant: its way in, the facts in order, each with what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.plan.forms import LABEL, is_entry
from assistant.plan.worth import worth_of
from assistant.playbook import OTHER, Playbook
from assistant.schema import Comparison, Fact, Opening, Plan
from assistant.schema.brief import Brief, Persona
from assistant.writer.telling_once import Telltale

if TYPE_CHECKING:
    from assistant.writer.voice import Voice

# Ways in through the reader's own day, and when they are the first: where a need is felt, and where it has been met.
_FELT = ("pain", "want", "scene")
_FELT_STAGES = ("need", "after")
# As many rows make a table.
_ROWS = 6
PLAIN = Opening("plain", "")
# What stands behind the product when something goes wrong.
_BEHIND = ("warranty", "returns", "support")


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as it will be told: what it is about and the comparison beside it, if any; `pinned` where a person wants it."""

    fact: Fact
    topic: str
    beside: Comparison | None
    pinned: bool = False

    @property
    def is_vivid(self) -> bool:
        """Whether its comparison says what the figure does not; a fair one adds to a line, and carries no text."""
        return self.beside is not None and (self.pinned or worth_of(self.fact, self.beside) == "strong")

    @property
    def is_fair(self) -> bool:
        """Whether its comparison may stand over a text that has nothing better to say."""
        return self.beside is not None and (self.pinned or worth_of(self.fact, self.beside) in ("strong", "fair"))


@dataclass(frozen=True, slots=True)
class Material:
    """What one variant is written from. `told` begins with the opening's lead; `number` tells the variants apart.

    `described` are those of `told` that are sentences about the thing, in the brief's order; `table` stands below it all.
    `telltales` fills as texts are asked what they tell, by the facts' ids: it goes with the variant.
    """

    brief: Brief
    persona: Persona | None
    plan: Plan
    playbook: Playbook
    opening: Opening
    told: tuple[Told, ...]
    number: int
    described: tuple[Told, ...] = ()
    table: tuple[Fact, ...] = ()
    terms: tuple[Fact, ...] = ()
    telltales: dict[str, Telltale] = field(default_factory=dict, compare=False, repr=False)

    @property
    def lead(self) -> Told:
        """The fact that the opening leads to."""
        return self.told[0]

    @property
    def is_list(self) -> bool:
        """Whether the facts are products of their own: a page that lists several."""
        entries = sum(is_entry(told.fact) or told.fact.text.startswith(self._labels) for told in self.told)
        return 2 * entries > len(self.told) > 1

    @property
    def _labels(self) -> tuple[str, ...]:
        return tuple(f"{name}{colon}" for name in self.brief.names for colon in ":：" if len(name) > 1)

    @property
    def is_tabular(self) -> bool:
        """Whether most of what is known are rows: a list that somebody has kept in order stays one."""
        rows = sum(LABEL.match(fact.text) is not None for fact in self.table)
        return rows >= _ROWS and 2 * rows >= len(self.table)

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


def _is_page(playbook: Playbook, brief: Brief) -> bool:
    return any(shape.role == "heading" for shape in playbook.channel(brief.channel).fields.values())


def _apart(openings: list[Opening], spare: bool) -> list[Opening]:
    """The ways in without those that would give an earlier one's text again: two that lead plainly with the same fact,
    and, where another fact is to spare, plainly what an earlier one has led to.
    """
    plainly: set[str] = set()
    led: set[str] = set()
    kept = []
    for opening in openings:
        again = led if opening.angle == "plain" and spare else plainly if opening.angle in ("picture", "saving") else ()
        if opening.lead not in again:
            kept.append(opening)
        led.add(opening.lead)
        plainly |= {opening.lead} if opening.angle in ("picture", "saving") else set()
    return kept


def _told(fact: Fact, plan: Plan, beside: Comparison | None) -> Told:
    return Told(fact, plan.topics.get(fact.id, OTHER), beside, beside is not None and beside.id in plan.pinned)


def lay_out(
    brief: Brief, persona: Persona | None, plan: Plan, playbook: Playbook, number: int, voice: Voice
) -> Material | None:
    """The material of a variant; None where the plan has no fact to tell.

    Variants take the plan's openings in turn. Where there are fewer, the last ones open with another fact, plainly.
    """
    facts = {fact.id: fact for fact in plan.facts}
    speakable = {one: voice.speakable(facts[one]) for one in plan.used if one in facts}
    order = sorted((one for one in plan.used if one in facts), key=lambda one: not speakable[one])
    if not order:
        return None
    beside: dict[str, Comparison] = {}
    for comparison in plan.comparisons:
        one = comparison.id.rpartition("-")[0]
        # The first of a fact is the chosen one; alternatives follow it.
        pinned = comparison.id in plan.pinned
        worth = pinned or (one in plan.pictured and worth_of(facts[one], comparison) != "none")
        if worth and voice.stands(Told(facts[one], plan.topics.get(one, OTHER), None), comparison):
            beside.setdefault(one, comparison)
    tellings = {one: _told(facts[one], plan, beside.get(one)) for one in order}
    openings = [
        opening
        for opening in plan.openings
        if opening.lead in tellings and voice.fits(brief, opening, tellings[opening.lead])
    ]
    led = {opening.lead for opening in openings if opening.angle != "plain"}
    spoken = [one for one in order if speakable[one]] or order
    spare = [one for one in spoken if one not in led]
    openings = _apart(openings, bool(spare))
    if brief.stage not in _FELT_STAGES and _is_page(playbook, brief):
        # Who compares pages wants the thing; a page that begins with their day is another text of the same.
        openings.sort(key=lambda opening: opening.angle in _FELT)
        if openings and openings[0].angle in _FELT:
            openings.insert(0, Opening("plain", (spare or spoken)[0]))
    if number < len(openings):
        opening = openings[number]
    else:
        rest = spare or spoken
        opening = Opening("plain", rest[(number - len(openings)) % len(rest)])
    order.remove(opening.lead)
    order.insert(0, opening.lead)
    told = tuple(tellings[one] for one in order)
    described = tuple(tellings[one] for one in plan.described if one in tellings)
    copied = [fact for fact in plan.facts if fact.id in plan.table or fact.id in tellings]
    terms = tuple(fact for fact in copied if fact.id in plan.terms)
    table = tuple(fact for fact in copied if fact.id not in plan.terms)
    return Material(brief, persona, plan, playbook, opening, told, number, described, table, terms)
