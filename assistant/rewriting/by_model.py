"""A page rewritten by a model, sentence by sentence: what passes stands, all else is the built-in rewriting's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.documents import Document
from assistant.documents.differences import find_differences
from assistant.documents.document import Kind
from assistant.errors import ModelError
from assistant.praise.sentences import ended_as
from assistant.prompts import load_prompt
from assistant.rewriting.cutting import praise_reason
from assistant.rewriting.edits import Edit, place
from assistant.rewriting.judging import Judge, is_used
from assistant.rewriting.messages import say
from assistant.rewriting.nouns import Page, Reason, Rewritten, Step
from assistant.rewriting.offers import Offer, facts_elsewhere, find_offers
from assistant.rewriting.page import comparison_reason, kept_whole, rewrite
from assistant.schema import Lang

if TYPE_CHECKING:
    from assistant.chain.calls import Calls
    from assistant.chain.sentences import Again, Offered, Task
    from assistant.chain.settings import ModelSettings

# A model that has not mended a sentence in two tries will not in a third.
REPAIRS = 2
# As many sentences as one reply holds with ease.
PART = 30


def rewrite_by_model(
    text: str, kind: Kind, lang: Lang, model: ModelSettings, calls: Calls | None = None, **more: Any
) -> Rewritten:
    """As `rewrite`, whose other options `more` are; sentences that praise or that have a bare figure go to a model first.

    Each of its sentences passes the gate in its place, after two repairs at most; one that does not is left to the
    built-in rewriting, and a notice says how many. So is all of a page whose model cannot be asked. Raises as `rewrite`
    does; `BudgetReached` and `Cancelled` as `calls` has it.
    """
    writer = _ByModel(model, calls)
    rewritten = rewrite(text, kind, lang, first=writer, **more)
    return replace(rewritten, by=writer.by, notices=tuple(writer.notices))


class _ByModel:
    """Writes sentences of a page. `by` is the model's name, `notices` what a reader of the page should know."""

    def __init__(self, settings: ModelSettings, calls: Calls | None) -> None:
        self._settings, self._calls = settings, calls
        self.by = settings.model
        self.notices: list[str] = []
        self._failed = False
        self._left: dict[int, tuple[str, ...]] = {}

    def __call__(self, page: Page) -> list[Step]:
        """The steps that put the model's sentences in their places."""
        offers = find_offers(page)
        judge = Judge(page, load_prompt("rewrite", page.gate.lang).words)
        steps: list[Step] = []
        for at in range(0, len(offers), PART):
            if self._failed:
                break
            numbered = dict(enumerate(offers[at : at + PART], at + 1))
            for n, text in self._written(page, judge, numbered, offers).items():
                made = _steps(page, numbered[n], text, self.by)
                if made is None or len(kept_whole(page, made)) < len(made):
                    self._left[n] = ("rewrite-place",)
                else:
                    steps += made
        if self._left:
            rules = ", ".join(sorted({rule for rules in self._left.values() for rule in rules}))
            left = {"count": len(self._left), "rules": rules, "tries": REPAIRS}
            self.notices.append(say("left", page.gate.lang, **left))
        return steps

    def _written(self, page: Page, judge: Judge, numbered: dict[int, Offer], offers: Sequence[Offer]) -> dict[int, str]:
        """The model's texts that stand, by number; without those that it would rather leave out."""
        from assistant.chain.sentences import Again, Task

        lang = page.gate.lang
        sentences = tuple(_offered(page, n, offer) for n, offer in numbered.items())
        task = Task(lang, sentences, facts_elsewhere(page, offers), page.names, page.gate.market)
        first = min(numbered)
        texts: dict[int, str] = {}
        faults: dict[int, tuple[tuple[str, str], ...]] = dict.fromkeys(numbered, ())
        again: Again | None = None
        for _ in range(1 + REPAIRS):
            new = self._ask(task, again, lang)
            if new is None:
                break
            new = {n: ended_as(text, task.sentences[n - first].text) for n, text in new.items()}
            texts |= new
            judged = {n: self._judged(judge, numbered[n], new.get(n)) for n in faults}
            faults = {n: found for n, found in judged.items() if found}
            if not faults:
                break
            again = Again(texts, {n: tuple(what for _, what in found) for n, found in faults.items()})
        self._left |= {n: tuple(rule for rule, _ in found) for n, found in faults.items() if found}
        return {n: text for n, text in sorted(texts.items()) if n not in faults and text}

    def _ask(self, task: Task, again: Again | None, lang: Lang) -> dict[int, str] | None:
        # LangChain takes seconds to import: only a page that the model has to see pays for it.
        from assistant.chain.sentences import write_sentences

        try:
            texts, self.by = write_sentences(task, self._settings, again, self._calls)
        except ModelError as error:
            self._failed = True
            self.notices.append(say("unreachable", lang, why=error))
            return None
        return texts

    def _judged(self, judge: Judge, offer: Offer, text: str | None) -> tuple[tuple[str, str], ...]:
        if text is None:
            return (judge.missing,)
        return judge.faults(offer.sentence, text, offer.comparisons)


def _offered(page: Page, n: int, offer: Offer) -> Offered:
    from assistant.chain.sentences import Offered

    text = page.document.text
    praise = tuple((text[one.seen[0] : one.seen[1]], one.diagnostic.message) for one in offer.found)
    said = text[offer.sentence.start : offer.sentence.end]
    return Offered(n, said, offer.sentence.block.kind, praise, offer.comparisons)


def _steps(page: Page, offer: Offer, new: str, by: str) -> list[Step] | None:
    """The edits that make a sentence the new one; empty if nothing of what was asked is done, None if markup is in the way."""
    sentence, document = offer.sentence, page.document
    used = [one for one in offer.comparisons if is_used(one, new)]
    if new == document.text[sentence.start : sentence.end] or not (offer.found or used):
        return []
    reasons = [comparison_reason(one, page.gate.lang) for one in used]
    if offer.found:
        shown = ", ".join(document.text[one.seen[0] : one.seen[1]] for one in offer.found)
        diagnostics = [one.diagnostic for one in offer.found]
        reasons.insert(0, praise_reason("word", shown, diagnostics, page.gate.lang))
    reason = Reason(
        "; ".join(one.why for one in reasons),
        ", ".join(one.rule for one in reasons if one.rule),
        " ".join(one.question for one in reasons if one.question),
        used[0] if used else None,
        "; ".join(one.proof for one in reasons if one.proof),
        by,
    )
    steps = []
    for seen in _seen(document, sentence.start, sentence.end, new):
        edit = place(document, seen)
        if edit is None:
            return None
        steps.append(Step(edit, seen, reason, sentence.block))
    return steps


def _seen(document: Document, start: int, end: int, new: str) -> Iterator[Edit]:
    """The edits of the visible text: the whole sentence where it stands in one stretch, else word by word around markup."""
    if len(document.stretches(start, end)) == 1:
        yield Edit(start, end, new)
        return
    for low, high, new_low, new_high in find_differences(document.text[start:end], new):
        yield from _apart(document, Edit(start + low, start + high, new[new_low:new_high]))


def _apart(document: Document, edit: Edit) -> Iterator[Edit]:
    """An edit that no markup runs through: the new words in the first stretch, the others emptied."""
    if not edit.text or len(document.stretches(edit.start, edit.end)) < 2:
        yield edit
        return
    at = edit.start + 1
    while len(document.stretches(edit.start, at + 1)) == 1:
        at += 1
    yield Edit(edit.start, at, edit.text)
    yield Edit(at, edit.end)
