"""What a brief says: each fact with what can stand beside it, what it is about, and the praise in its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.beside import rank_fact
from assistant.comparisons import Audience, Ranking
from assistant.playbook import OTHER, Playbook, load_playbook
from assistant.praise import find_praise
from assistant.quantities import find_facts
from assistant.references import Book
from assistant.references.book import group
from assistant.schema import Comparison, Diagnostic, Fact, Quantity, Reference
from assistant.schema.brief import Brief, Persona
from assistant.schema.choices import Choice, choice_key, find_pinned, pinned_for, references_in, rejected_for

# Figures that are no extent: an age, the pressure that a watch withstands written as a depth, the year of a model, what
# switches off by itself. Beside a thing of that length or time they say nothing.
_SHOWS_NOTHING = re.compile(
    r"\bages?d?\b|\byears?[- ]olds?\b|[岁歲]|water[- ]?(?:resist\w+|proof\w*)|防水|auto(?:matic)?(?:ally)? shut[- ]?(?:s )?off|"
    r"自[动動]断?[电電關关斷]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with all that was found for it: the ranking of each quantity and the praise in its words.

    `wanted` is the key of the comparison that a person has pinned to it; empty for none.
    """

    fact: Fact
    rankings: tuple[tuple[Quantity, Ranking], ...]
    praise: tuple[Diagnostic, ...]
    topic: str = OTHER
    wanted: str = ""

    @property
    def pinned(self) -> Comparison | None:
        """The comparison that a text has to use; None where none is pinned, or what is pinned fits no longer."""
        return find_pinned((one for _, ranking in self.rankings for one in ranking.comparisons), self.wanted)

    @property
    def best(self) -> Comparison | None:
        """The comparison with the highest score over all quantities; None where nothing is good enough."""
        found = [c for _, ranking in self.rankings for c in ranking.comparisons if c.kind != "ladder"]
        return max(found, key=lambda c: c.score, default=None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a brief: the text that offsets refer to, and each fact with its findings.

    `added` are the references of the book that are not among the shipped ones.
    """

    text: str
    views: tuple[FactView, ...]
    added: tuple[Reference, ...] = ()


def audience_of(brief: Brief, persona: Persona | None) -> Audience:
    """Whose references fit: the brief's market wins over the persona's."""
    market = brief.market or (persona.market if persona else None)
    interests = frozenset(topic.lower() for topic in persona.knows_by_feel) if persona else frozenset()
    return Audience(brief.lang, market, interests, frozenset(topic.lower() for topic in brief.avoid))


def read(
    brief: Brief,
    persona: Persona | None,
    book: Book,
    playbook: Playbook | None = None,
    choices: Sequence[Choice] = (),
) -> Reading:
    """Reads the facts of a brief, ranks what may stand beside each quantity and flags praise in them.

    Facts stand in the brief's order; without a playbook of a team's own the product's is asked what each is about.
    What `choices` reject is not ranked, what they pin is, however many would be better.
    """
    playbook = playbook or load_playbook()
    audience = audience_of(brief, persona)
    text = "\n".join(brief.facts)
    names = tuple(name for name in (brief.product, *brief.names) if name)
    views = []
    for fact in find_facts(text, brief.lang, audience.market):
        wanted = pinned_for(choices, fact.text)
        rankings = () if _SHOWS_NOTHING.search(fact.text) else _rank(fact, book, audience, choices, wanted)
        praise = find_praise(fact.text, brief.lang, names=names, market=audience.market)
        topic = playbook.topic_of(fact.text, (q.dimension for q in fact.quantities), brief.lang)
        views.append(FactView(fact, rankings, praise, topic, wanted))
    return Reading(text, tuple(views), book.added)


_Rankings = tuple[tuple[Quantity, Ranking], ...]


def _rank(fact: Fact, book: Book, audience: Audience, choices: Sequence[Choice], wanted: str) -> _Rankings:
    """The rankings of a fact without what is rejected, and with what is pinned."""
    rejected = rejected_for(choices, fact.text)
    rankings = rank_fact(fact, book, audience, rejected)
    if rejected:
        rankings = tuple((quantity, _without(ranking, rejected)) for quantity, ranking in rankings)
    meant = [book.by_id[one] for one in references_in(wanted) if one in book.by_id and one not in rejected]
    ranked = (one for _, ranking in rankings for one in ranking.comparisons)
    if not meant or find_pinned(ranked, wanted):
        return rankings
    alone = rank_fact(fact, group(meant), audience)
    return tuple(
        (quantity, _with_pinned(ranking, mine, wanted))
        for (quantity, ranking), (_, mine) in zip(rankings, alone, strict=True)
    )


def _without(ranking: Ranking, rejected: frozenset[str]) -> Ranking:
    """A ranking without comparisons that rest on no reference, of a rejected kind."""
    kept = tuple(one for one in ranking.comparisons if one.references or choice_key(one) not in rejected)
    return ranking if len(kept) == len(ranking.comparisons) else replace(ranking, comparisons=kept)


def _with_pinned(ranking: Ranking, alone: Ranking, wanted: str) -> Ranking:
    """A ranking with the pinned one of another, in its place by its score."""
    found = find_pinned(alone.comparisons, wanted)
    if found is None:
        return ranking
    named = replace(found, id=f"c{len(ranking.comparisons) + 1}")
    every = tuple(sorted((*ranking.comparisons, named), key=lambda one: -one.score))
    return Ranking(every, ranking.ladder, None)
