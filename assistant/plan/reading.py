"""What a brief says: each fact with what can stand beside it, what it is about, and the praise in its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.beside import rank_fact
from assistant.comparisons import Audience, Ranking
from assistant.playbook import OTHER, Playbook, load_playbook
from assistant.praise import find_praise
from assistant.quantities import find_facts
from assistant.references import Book
from assistant.schema import Comparison, Diagnostic, Fact, Quantity
from assistant.schema.brief import Brief, Persona

# Figures that are no extent: an age, the pressure that a watch withstands written as a depth, the year of a model, what
# switches off by itself. Beside a thing of that length or time they say nothing.
_SHOWS_NOTHING = re.compile(
    r"\bages?d?\b|\byears?[- ]olds?\b|[岁歲]|water[- ]?(?:resist\w+|proof\w*)|防水|auto(?:matic)?(?:ally)? shut[- ]?(?:s )?off|"
    r"自[动動]断?[电電關关斷]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with all that was found for it: the ranking of each quantity and the praise in its words."""

    fact: Fact
    rankings: tuple[tuple[Quantity, Ranking], ...]
    praise: tuple[Diagnostic, ...]
    topic: str = OTHER

    @property
    def best(self) -> Comparison | None:
        """The comparison with the highest score over all quantities; None where nothing is good enough."""
        found = [c for _, ranking in self.rankings for c in ranking.comparisons if c.kind != "ladder"]
        return max(found, key=lambda c: c.score, default=None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a brief: the text that offsets refer to, and each fact with its findings."""

    text: str
    views: tuple[FactView, ...]


def audience_of(brief: Brief, persona: Persona | None) -> Audience:
    """Whose references fit: the brief's market wins over the persona's."""
    market = brief.market or (persona.market if persona else None)
    interests = frozenset(topic.lower() for topic in persona.knows_by_feel) if persona else frozenset()
    return Audience(brief.lang, market, interests, frozenset(topic.lower() for topic in brief.avoid))


def read(brief: Brief, persona: Persona | None, book: Book, playbook: Playbook | None = None) -> Reading:
    """Reads the facts of a brief, ranks what may stand beside each quantity and flags praise in them.

    Facts stand in the brief's order; without a playbook of a team's own the product's is asked what each is about.
    """
    playbook = playbook or load_playbook()
    audience = audience_of(brief, persona)
    text = "\n".join(brief.facts)
    names = tuple(name for name in (brief.product, *brief.names) if name)
    views = []
    for fact in find_facts(text, brief.lang, audience.market):
        rankings = () if _SHOWS_NOTHING.search(fact.text) else rank_fact(fact, book, audience)
        praise = find_praise(fact.text, brief.lang, names=names, market=audience.market)
        topic = playbook.topic_of(fact.text, (q.dimension for q in fact.quantities), brief.lang)
        views.append(FactView(fact, rankings, praise, topic))
    return Reading(text, tuple(views))
