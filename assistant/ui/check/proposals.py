"""What the built-in rewriter proposes, sentence by sentence, and what became of each proposal."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.documents import Document
from assistant.rewriting import Change, Rewritten
from assistant.rewriting.edits import Edit, apply_edits
from assistant.rewriting.sentences import find_sentences
from assistant.schema import Lang
from assistant.ui.check.paper import paper
from assistant.ui.check.reading import Sorted


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence, or what was cut across several, as it could stand: spans are of the original, `edits` within them."""

    id: str
    start: int
    end: int
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A rewritten text and its proposals, by place."""

    rewritten: Rewritten
    proposals: tuple[Proposal, ...]


def find_proposals(rewritten: Rewritten, document: Document, lang: Lang) -> tuple[Proposal, ...]:
    """The changes of a rewrite by the sentences that they lie in; what lies across sentences joins them."""
    spans = [document.span(one.start, one.end) for one in find_sentences(document, lang)]
    ends = [end for _, end in spans]
    groups: list[tuple[int, int, list[Change]]] = []
    for made in rewritten.changes:
        first = bisect_left(ends, made.start + (made.start < made.end))
        start, end = made.start, made.end
        while first < len(spans) and spans[first][0] < max(made.end, made.start + 1):
            start, end = min(start, spans[first][0]), max(end, spans[first][1])
            first += 1
        if groups and start < groups[-1][1]:
            low, high, own = groups[-1]
            groups[-1] = (min(low, start), max(high, end), [*own, made])
        else:
            groups.append((start, end, [made]))
    return tuple(_proposal(*group) for group in groups)


def _proposal(start: int, end: int, changes: Sequence[Change]) -> Proposal:
    edits = tuple(Edit(one.start - start, one.end - start, one.after) for one in changes)
    about = f"{start} {end} {edits}"
    id = hashlib.blake2s(about.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return Proposal(id, start, end, edits, tuple(changes))


def decide(proposals: Iterable[Proposal], found: Sorted) -> dict[str, str]:
    """Each proposal's state: taken, refused, or empty. What would cut words that somebody let stand is refused, unless it is taken."""
    taken, refused = set(paper().pasted.taken), set(paper().pasted.refused)
    let_stand = sorted((one.found.diagnostic.start, one.found.diagnostic.end) for one, _ in found.dismissed)
    starts = [start for start, _ in let_stand]
    states: dict[str, str] = {}
    for one in proposals:
        near = let_stand[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
        cuts = any(low < change.end and change.start < high for low, high in near for change in one.changes)
        states[one.id] = "taken" if one.id in taken else "refused" if one.id in refused or cuts else ""
    return states


def result_of(text: str, proposals: Iterable[Proposal], states: dict[str, str]) -> str:
    """The text with what was taken, and nothing else changed."""
    return apply_edits(text, edits_of(proposals, states))


def edits_of(proposals: Iterable[Proposal], states: dict[str, str]) -> list[Edit]:
    """The edits of the original that were taken, by place."""
    taken = (one for one in proposals if states[one.id] == "taken")
    return [Edit(edit.start + one.start, edit.end + one.start, edit.text) for one in taken for edit in one.edits]
