"""Rewrites a page: rounds of cuts until none is left, then comparisons, each edit through the gate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from assistant.comparisons import Audience
from assistant.documents import Block, Document, read_document
from assistant.documents.document import Kind
from assistant.lint import Settings, lint
from assistant.lint.page import NOTHING
from assistant.personas import get_persona
from assistant.quantities import find_facts
from assistant.references import Book, load_book
from assistant.rewriting.beside import MOST, Yardsticks, count_compared, find_places, tie
from assistant.rewriting.cutting import find_cuts
from assistant.rewriting.edits import Edit, apply_edits, compose, place
from assistant.rewriting.gate import Gate
from assistant.rewriting.messages import say
from assistant.rewriting.nouns import Change, Page, Reason, Rewritten, Step
from assistant.rewriting.sentences import Sentence, find_sentences
from assistant.rewriting.words import is_compared
from assistant.schema import Comparison, Diagnostic, Lang, LedgerEntry, Market
from assistant.schema.brief import Brief, Persona

# A cut can lay open another; praise only ever gets less.
ROUNDS = 6

# Sentences that somebody else writes: steps in the order of the page, each sentence's own beside one another.
First = Callable[[Page], list[Step]]


def rewrite(
    text: str,
    kind: Kind,
    lang: Lang,
    *,
    brief: Brief | None = None,
    persona: Persona | None = None,
    market: Market | None = None,
    settings: Settings = NOTHING,
    book: Book | None = None,
    first: First | None = None,
) -> Rewritten:
    """A page with its praise cut to what the facts carry and its bare figures set beside what the reader knows.

    Deterministic; rewriting the result changes nothing. `first` may write sentences of its own, which stand as they are:
    the rest of the page is rewritten around them. Raises `InputError` for a brief's unknown persona.

    >>> rewrite("Our industry-leading kettle boils 1.7 L in 4 minutes.", "text", "en").text.partition(" boils")[0]
    'Our kettle'
    """
    if persona is None and brief is not None and brief.persona:
        persona = (
            brief.persona if isinstance(brief.persona, Persona) else get_persona(brief.persona, lang, brief.market)
        )
    market = market or (brief.market if brief else None) or (persona.market if persona else None) or settings.market
    own = (brief.product, *brief.names) if brief else ()
    names = tuple(name for name in (*own, *settings.names) if name)
    facts = find_facts("\n".join(brief.facts), lang, market) if brief else None
    brief = brief.model_copy(update={"lang": lang, "market": market}) if brief else None
    gate = Gate(lang, market, names, brief, persona, facts, book.added if book else ())
    interests = frozenset(topic.lower() for topic in persona.knows_by_feel) if persona else frozenset()
    avoided = frozenset(topic.lower() for topic in brief.avoid) if brief else frozenset()
    audience = Audience(lang, market, interests, avoided)
    settings = replace(settings, names=names)

    def read(original: str) -> Page:
        document = read_document(original, kind)
        found = lint(document, lang, settings, market=market).found
        return Page(document, tuple(find_sentences(document, lang)), found, names, gate, audience, book or load_book())

    page, changes = _in_rounds(text, read, first)
    ledger, diagnostics = _prove(page, [r.comparison for c in changes for r in c.reasons if r.comparison])
    left = tuple(one.diagnostic for one in page.found if one.diagnostic.question)
    before = read_document(text, kind)
    kept = _count_kept(before, find_sentences(before, lang), changes)
    return Rewritten(page.document.original, kind, lang, changes, kept, left, ledger, diagnostics)


def _in_rounds(text: str, read: Callable[[str], Page], first: First | None) -> tuple[Page, tuple[Change, ...]]:
    """The page as it is in the end, and the changes that lead to it from the text: cuts, then comparisons."""
    page = read(text)
    steps = kept_whole(page, first(page)) if first else []
    edits = [step.edit for step in steps]
    reasons: list[tuple[Reason, ...]] = [(step.reason,) for step in steps]
    page = read(apply_edits(text, edits)) if steps else page
    own = _sentences_at(page, [step.seen for step in steps])
    find: Callable[[Page], list[Step]] = find_cuts
    for _ in range(ROUNDS):
        steps = kept_whole(page, find(page))
        if not steps and find is find_cuts:
            find = partial(_find_comparisons, own=own)
            steps = kept_whole(page, find(page))
        if not steps:
            break
        made = [step.edit for step in steps]
        composed = compose(text, edits, made)
        reasons = [
            (*(reason for n in one.first for reason in reasons[n]), *(steps[n].reason for n in one.second))
            for one in composed
        ]
        edits = [one.edit for one in composed]
        page = read(apply_edits(page.document.original, made))
        if find is not find_cuts:
            break
    return page, tuple(
        Change(edit.start, edit.end, text[edit.start : edit.end], edit.text, why)
        for edit, why in zip(edits, reasons, strict=True)
        if edit.text != text[edit.start : edit.end]
    )


def _count_kept(document: Document, sentences: Iterable[Sentence], changes: Sequence[Change]) -> int:
    """How many sentences no change lies in."""
    ends = [change.end for change in changes]
    kept = 0
    for sentence in sentences:
        low, high = document.span(sentence.start, sentence.end)
        number = bisect_left(ends, low + 1)  # the first change that ends behind the sentence's first character
        kept += number == len(changes) or changes[number].start > high - (changes[number].start < changes[number].end)
    return kept


def _sentences_at(page: Page, made: Sequence[Edit]) -> frozenset[str]:
    """The sentences that edits have made, on the page after them."""
    spans: list[tuple[int, int]] = []
    shift = 0
    for edit in made:
        spans.append((edit.start + shift, edit.start + shift + len(edit.text)))
        shift += len(edit.text) - (edit.end - edit.start)
    text = page.document.text
    return frozenset(
        text[one.start : one.end]
        for one in page.sentences
        if any(low < one.end and one.start < high for low, high in spans)
    )


def _find_comparisons(page: Page, own: frozenset[str] = frozenset()) -> list[Step]:
    """At most one comparison to a sentence, each yardstick once; `own` are sentences that stand as they are."""
    document, gate, lang = page.document, page.gate, page.gate.lang
    left = MOST - count_compared(document, page.sentences, lang)
    yardsticks = Yardsticks(document.text, lang)
    steps: list[Step] = []
    for offered in find_places(document, page.sentences, page.audience, page.book, gate.facts):
        if left <= 0:
            break
        if document.text[offered[0].sentence.start : offered[0].sentence.end] in own:
            continue
        for one in offered:
            if not yardsticks.is_fresh(one.comparison):
                continue
            old = document.text[one.sentence.start : one.sentence.end]
            local = Edit(one.edit.start - one.sentence.start, one.edit.end - one.sentence.start, one.edit.text)
            new = apply_edits(old, [local])
            edit = place(document, one.edit)
            if edit is None or not is_compared(new, lang) or not is_compared(one.edit.text.strip(), lang):
                continue
            if gate.passes(new, old, [one.comparison]):
                yardsticks.take(one.comparison)
                reason = comparison_reason(one.comparison, lang)
                steps.append(Step(edit, one.edit, reason, one.sentence.block))
                left -= 1
                break
    return steps


def comparison_reason(comparison: Comparison, lang: Lang) -> Reason:
    """Why a comparison stands where it does, with its working and its sources."""
    sources = "; ".join(dict.fromkeys(one.source.line for one in comparison.references))
    why = say("comparison", lang, shown=comparison.quantity.text)
    proof = "; ".join(part for part in (comparison.working, *comparison.assumptions, sources) if part)
    return Reason(why, comparison=comparison, proof=proof)


def kept_whole(page: Page, steps: list[Step]) -> list[Step]:
    """The steps after which a reader sees what was meant and nothing else has moved; block by block where some do not."""
    if not steps or _reads_as_meant(page.document, steps):
        return steps
    kept: list[Step] = []
    for _, group in groupby(steps, key=lambda step: step.block):
        own = list(group)
        if _reads_as_meant(page.document, [*kept, *own]):
            kept += own
    return kept


def _reads_as_meant(document: Document, steps: Sequence[Step]) -> bool:
    read = read_document(apply_edits(document.original, [step.edit for step in steps]), document.kind)
    seen: list[Edit] = []
    for step in steps:  # two neighbours that go share the space between them
        edit = step.seen
        if seen and edit.start < seen[-1].end:
            edit = Edit(seen[-1].end, max(edit.end, seen[-1].end), edit.text)
        seen.append(edit)
    return read.text == apply_edits(document.text, seen) and len(read.comments) == len(document.comments)


def _prove(page: Page, comparisons: Sequence[Comparison]) -> tuple[tuple[LedgerEntry, ...], tuple[Diagnostic, ...]]:
    """What proves each number of the new text, and what the checks object to, at their places in the file."""
    document, gate = page.document, page.gate
    entries: list[LedgerEntry] = []
    findings: list[Diagnostic] = []
    whole = (
        [Block("paragraph", 0, len(document.text))]
        if gate.facts is not None and document.text.strip()
        else document.blocks
    )
    for block in whole:
        text = document.text[block.start : block.end]
        given = text
        for comparison in comparisons:
            # What was put in proves nothing about the page.
            for form in (comparison.forms.clause, comparison.text):
                given = given.replace(form, "")
        facts = find_facts(given, gate.lang, gate.market) if gate.facts is None else gate.facts
        own = [c for c in comparisons if c.text in text or c.forms.clause in text]
        tied = [one[0] for c in own if (one := tie(c, facts))]
        checked = gate.check(text, given, tied)
        for entry in checked.ledger:
            low, high = document.span(block.start + entry.start, block.start + entry.end)
            entries.append(replace(entry, start=low, end=high))
        for finding in checked.diagnostics:
            if not gate.counts(finding.rule):
                continue
            low, high = document.span(block.start + finding.start, block.start + finding.end)
            findings.append(replace(finding, start=low, end=high))
    return tuple(entries), tuple(findings)
