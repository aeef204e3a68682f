"""What was heard, as proposals that somebody takes into a persona one by one, each with the words that it came from.

Nothing goes into a persona that no customer said: a model's summary is shown beside the words, and stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.personas.hearing import CHARS, count_words
from assistant.personas.listen import said_at
from assistant.personas.said import Listening, Point, Said, Told
from assistant.personas.vocabulary import RULES, Word
from assistant.schema.brief import Costs, Evidence, Persona

ProposalKind = Literal["pain", "want", "cost", "value", "word", "quote", "unsorted"]
KINDS: tuple[ProposalKind, ...] = ("pain", "want", "cost", "value", "word", "quote", "unsorted")

# A field of a persona holds as many.
ENTRIES = 100
EVIDENCE = 200
# As many places of a word as somebody looks at.
_PLACES = 12
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something heard: what kind of thing, in the customers' words, all places where it was said, and who found it.

    `id` is the same as long as the same words stand in the same place. `theme` of a cost is money, time, behaviour or
    mind. `summary` is a model's, nobody's words.
    """

    id: str
    kind: ProposalKind
    text: str
    said: tuple[Said, ...]
    voices: int
    theme: str = ""
    summary: str = ""
    by: str = RULES


@dataclass(slots=True)
class Added:
    """A persona with what was taken into it: how many entries are new, and the texts for which there was no room."""

    persona: Persona
    new: int = 0
    left_out: list[str] = field(default_factory=list)


def find_proposals(listening: Listening) -> tuple[Proposal, ...]:
    """All that can be taken from a listening, by kind in the order of `KINDS`, within a kind as it was heard.

    Sentences in which nothing was recognised come last: somebody who has read them may keep them as quotations.
    """
    points: tuple[tuple[ProposalKind, Sequence[Point]], ...] = (
        ("pain", listening.pains),
        ("want", listening.wants),
        ("cost", listening.costs),
        ("value", listening.values),
    )
    found = [_point(kind, point) for kind, those in points for point in those]
    found += [_word(word, listening.told, listening.file) for word in listening.vocabulary]
    quoted = {(quote.voice, quote.line, quote.start) for quote in listening.quotes}
    found += [_quote("quote", quote) for quote in listening.quotes]
    found += [_quote("unsorted", one) for one in listening.unsorted if (one.voice, one.line, one.start) not in quoted]
    first = {one.id: one for one in reversed(found) if len(one.text) <= CHARS}
    return tuple(one for one in found if first.get(one.id) is one)


def add_heard(
    persona: Persona, taken: Iterable[Proposal], quotes: Sequence[Said], source: str, date: str = ""
) -> Added:
    """The persona with the proposals in their fields, each once, behind what stands there.

    What somebody said to a point joins the evidence, in the sentence of `quotes` that holds it, else as it was said;
    `source` and `date` tell where and when.

    >>> from assistant.personas.listen import listen
    >>> heard = listen("The lid leaks in my bag every day.")
    >>> added = add_heard(Persona(), find_proposals(heard)[:1], heard.quotes, "Shop reviews")
    >>> added.persona.pains, added.persona.evidence[0].quote, added.new
    (('The lid leaks in my bag every day',), 'The lid leaks in my bag every day.', 2)
    """
    added = Added(persona)
    fields: dict[str, list[str]] = {
        "pains": [*persona.pains],
        "wants": [*persona.wants],
        "values": [*persona.values],
        "vocabulary": [*persona.vocabulary],
    }
    costs = {kind: [*getattr(persona.costs, kind)] for kind in Costs.model_fields}
    evidence = [*persona.evidence]
    for one in taken:
        into = costs.get(one.theme) if one.kind == "cost" else fields.get(_FIELD.get(one.kind, ""))
        if into is not None:
            _join(into, one.text, added)
        for said in () if one.kind == "word" else one.said:
            _quoted(evidence, _sentence(said, quotes, one.kind), source, date, added)
    lists = {name: tuple(entries) for name, entries in fields.items()}
    added.persona = persona.model_copy(
        update={**lists, "costs": Costs(**{k: tuple(v) for k, v in costs.items()}), "evidence": tuple(evidence)}
    )
    return added


_FIELD: dict[str, str] = {"pain": "pains", "want": "wants", "value": "values", "word": "vocabulary"}


def _join(into: list[str], text: str, added: Added) -> None:
    if text.casefold() in (entry.casefold() for entry in into):
        return
    if len(into) >= ENTRIES:
        added.left_out.append(text)
    else:
        into.append(text)
        added.new += 1


def _quoted(evidence: list[Evidence], quote: str, source: str, date: str, added: Added) -> None:
    if not quote or quote in (one.quote for one in evidence):
        return
    if len(evidence) >= EVIDENCE or len(quote) > CHARS:
        added.left_out.append(quote)
    else:
        evidence.append(Evidence(quote=quote, source=source, date=date))
        added.new += 1


def _sentence(said: Said, quotes: Sequence[Said], kind: ProposalKind) -> str:
    """The sentence that can be quoted and holds the words, else the words if they say something by themselves."""
    if kind in ("quote", "unsorted"):
        return said.quote
    holds = (one for one in quotes if one.voice == said.voice and one.start <= said.start and said.end <= one.end)
    found = next(holds, None)
    return found.quote if found else said.quote if count_words(said.quote) >= _LEAST_WORDS else ""


def _point(kind: ProposalKind, point: Point) -> Proposal:
    first = point.said[0]
    key = f"{kind}.{point.theme}.{first.voice}.{first.line}.{first.start}.{first.end}"
    return Proposal(key, kind, point.text, point.said, point.voices, point.theme, point.summary, point.by)


def _quote(kind: ProposalKind, said: Said) -> Proposal:
    return Proposal(f"{kind}.{said.voice}.{said.line}.{said.start}", kind, said.quote, (said,), 1, by=said.by)


def _word(word: Word, told: Sequence[Told], file: str) -> Proposal:
    return Proposal(
        f"word.{word.text}", "word", word.text, tuple(_places(word.text, told, file)), word.voices, by=word.by
    )


def _places(word: str, told: Sequence[Told], file: str) -> Iterator[Said]:
    blanks = r"\s{1,9}".join(map(re.escape, word.split()))
    # Plural and singular are one word.
    pattern = re.compile(rf"(?<![A-Za-z0-9]){blanks}s?(?![A-Za-z0-9])", re.IGNORECASE)
    left = _PLACES
    for one in told:
        for found in pattern.finditer(one.utterance.text):
            if not left:
                return
            left -= 1
            yield said_at(one.utterance, found.start(), found.end(), file)
