"""The ways into a text: which angles the facts and the persona carry, in the order that the situation calls for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.playbook import OTHER, Call, Playbook
from assistant.schema import Comparison, Fact, Lang, Opening, Rung
from assistant.schema.brief import Brief, Persona

# A comparison that shows what is saved, or what a day costs, opens with money or time.
_SAVING = frozenset({"cost"})
_TRUST = frozenset({"trust", "responsiveness"})
# Facts are led to in their order; each step down the list costs so much.
_STEP = 0.12
# This persona's own words say more than what anybody might say.
_OWN = 0.6


@dataclass(frozen=True, slots=True)
class Material:
    """What is going to be said: used facts in order, the comparison chosen for each, topics, the ladder's fact."""

    facts: Sequence[Fact]
    beside: Mapping[str, Comparison]
    topics: Mapping[str, str]
    ladder: tuple[Rung, ...]
    ladder_fact: str


def words_for(persona: Persona | None, lang: Lang) -> Persona | None:
    """The persona where its own words can stand in a text of this language; None where they would be foreign."""
    return persona if persona is not None and persona.lang in (None, lang) else None


def find_openings(
    material: Material, call: Call, playbook: Playbook, brief: Brief, persona: Persona | None
) -> tuple[Opening, ...]:
    """Every way in that something carries, the fittest first; of equal ones the angle named first in `_ways`.

    An angle appears once. A lead that a fitter opening has is avoided where the angle has another.
    """
    weighed = [
        (call.angles.get(opening.angle, 0.0) - _STEP * place + (_OWN if opening.words else 0.0), opening)
        for place, opening in _ways(material, playbook, brief, words_for(persona, brief.lang))
    ]
    weighed.sort(key=lambda entry: -entry[0])
    chosen: list[Opening] = []
    while weighed:
        taken = {opening.angle for opening in chosen}
        leads = {opening.lead for opening in chosen}
        left = [(weight, opening) for weight, opening in weighed if opening.angle not in taken]
        if not left:
            break
        fresh = [(weight - (0.5 if o.lead in leads else 0.0), o) for weight, o in left]
        best = max(fresh, key=lambda entry: entry[0])[1]
        chosen.append(best)
        weighed = left
        weighed.remove(next(entry for entry in left if entry[1] is best))
    return tuple(chosen)


def _ways(
    material: Material, playbook: Playbook, brief: Brief, persona: Persona | None
) -> Iterator[tuple[int, Opening]]:
    """Each way in with the place of its lead among the facts."""
    for place, fact in enumerate(material.facts):
        topic, comparison = material.topics.get(fact.id, OTHER), material.beside.get(fact.id)
        if comparison is not None:
            yield place, Opening("picture", fact.id)
            if comparison.kind in _SAVING:
                yield place, Opening("saving", fact.id)
            if comparison.kind == "difference":
                yield place, Opening("change", fact.id)
            if topic != OTHER and len(fact.quantities) == 1:
                yield place, Opening("question", fact.id)
        if topic != OTHER:
            moment = _moment(persona, topic)
            # What anybody might live through needs a figure to lead to.
            if moment or fact.quantities:
                yield place, Opening("scene", fact.id, moment)
            if playbook.topics[topic].concern in _TRUST:
                yield place, Opening("proof", fact.id)
        if fact.id == material.ladder_fact:
            yield place, Opening("climb", fact.id)
        yield from _in_their_words(place, fact, topic, playbook, brief, persona)
    yield 0, Opening("plain", material.facts[0].id)


def _moment(persona: Persona | None, topic: str) -> str:
    moments = persona.moments if persona else ()
    return next((moment.text for moment in moments if topic in moment.about), "")


def _in_their_words(
    place: int, fact: Fact, topic: str, playbook: Playbook, brief: Brief, persona: Persona | None
) -> Iterator[tuple[int, Opening]]:
    """Pains, wants and quotations that speak of what the fact is about: any other would promise what it doesn't do."""
    if persona is None or topic == OTHER:
        return
    for angle, said in (("pain", persona.pains), ("want", persona.wants)):
        for words in said:
            if topic in playbook.touched(words, brief.lang):
                yield place, Opening(angle, fact.id, words)
    for evidence in persona.evidence:
        if topic in playbook.touched(evidence.quote, brief.lang):
            yield place, Opening("quote", fact.id, evidence.quote, evidence.source)
