"""What could stand in the place of one finding, without rewriting the page: the cut that the rewriter would make there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.comparisons import Audience
from assistant.documents import Block
from assistant.lint import Linted
from assistant.lint.page import Found
from assistant.references import load_book
from assistant.rewriting.cutting import find_cuts
from assistant.rewriting.edits import Edit, apply_edits
from assistant.rewriting.gate import Gate
from assistant.rewriting.nouns import Change, Page, Step
from assistant.rewriting.page import kept_whole
from assistant.rewriting.sentences import Sentence, find_sentences
from assistant.schema import Market


def find_replacements(
    linted: Linted, wanted: Sequence[Found], names: Sequence[str] = (), market: Market | None = None
) -> dict[Found, Change]:
    """For each of the wanted findings whose sentence can do without it, the change of that sentence, or of a whole block.

    Spans are of the original. Findings of one sentence share a change. Empty where nothing safe is known.
    """
    document, lang = linted.document, linted.lang
    blocks = _blocks(linted, wanted)
    sentences = tuple(find_sentences(document, lang, blocks))
    inside = {id(block) for block in blocks}
    found = tuple(one for one in linted.found if id(document.block_at(one.seen[0])) in inside)
    gate = Gate(lang, market, tuple(names), None, None, None)
    page = Page(document, sentences, found, tuple(names), gate, Audience(lang, market), load_book())
    changes: dict[Found, Change] = {}
    for steps in _by_sentence(kept_whole(page, find_cuts(page)), sentences):
        change = _joined(document.original, steps)
        for one in wanted:
            if any(step.seen.start < one.seen[1] and one.seen[0] < step.seen.end for step in steps):
                changes[one] = change
    return changes


def _blocks(linted: Linted, wanted: Sequence[Found]) -> list[Block]:
    found = (linted.document.block_at(one.seen[0]) for one in wanted if one.seen[0] < one.seen[1])
    return sorted({block for block in found if block is not None}, key=lambda block: block.start)


def _by_sentence(steps: Sequence[Step], sentences: Sequence[Sentence]) -> list[list[Step]]:
    """Cuts of one sentence were weighed together, and stand or fall together."""

    def home(step: Step) -> int:
        return next((one.start for one in sentences if one.start <= step.seen.start < one.end), step.seen.start)

    return [list(group) for _, group in groupby(steps, key=home)]


def _joined(original: str, steps: Sequence[Step]) -> Change:
    start, end = steps[0].edit.start, max(step.edit.end for step in steps)
    local = [Edit(step.edit.start - start, step.edit.end - start, step.edit.text) for step in steps]
    before = original[start:end]
    return Change(start, end, before, apply_edits(before, local), tuple(step.reason for step in steps))
