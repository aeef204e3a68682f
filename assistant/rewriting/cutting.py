"""The cuts of praise on a page, block by block and sentence by sentence, each through the gate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from assistant.documents import Block, Document
from assistant.lint.page import Found
from assistant.praise import find_praise
from assistant.praise.sentences import enclosing
from assistant.rewriting import chinese, english
from assistant.rewriting.edits import Edit, apply_edits, place
from assistant.rewriting.messages import say
from assistant.rewriting.nouns import Page, Reason, Step
from assistant.rewriting.said import Span, said_in
from assistant.rewriting.sentences import Sentence
from assistant.rewriting.whole import remove_block
from assistant.schema import Diagnostic, Lang

_TORN = re.compile(
    r"  | [,.;:!?]|[,;:]{2}|[,;:][.!?]|[，；：、]{2,}|[，；：、][。！？]|^[\s,.;:!?，。；：！？、]|\b[Aa] (?:[aeio])|\b[Aa]n (?:[bcdfgjklmnpqrstvwxyz])"
)
# Words, in Chinese characters, that a sentence must have left to say something.
_LEAST = 2
_LEAST_ZH = 5
_DIGITS = re.compile(r"\d+")


def find_cuts(page: Page) -> list[Step]:
    """The cuts of praise, block by block."""
    found = [one for one in page.found if one.seen[0] < one.seen[1] and one.diagnostic.question]
    if not found:
        return []
    steps: list[Step] = []
    at = gone = 0
    for block, group in groupby(page.sentences, key=lambda one: one.block):
        sentences = list(group)
        inside = []
        while at < len(found) and found[at].seen[0] < block.end:
            if found[at].seen[0] >= block.start and found[at].seen[1] <= block.end:
                inside.append(found[at])
            at += 1
        if inside and block.kind != "quote":
            made = _in_block(page, block, sentences, inside, gone)
            gone += any(step.seen.start <= block.start and step.seen.end >= block.end for step in made)
            steps += made
    return steps


def _in_block(page: Page, block: Block, sentences: Sequence[Sentence], found: Sequence[Found], gone: int) -> list[Step]:
    text, lang = page.document.text, page.gate.lang
    by_sentence = [
        [one for one in found if sentence.start <= one.seen[0] and one.seen[1] <= sentence.end]
        for sentence in sentences
    ]
    spans = [[one.seen for one in own] for own in by_sentence]
    only = [
        bool(own) and not is_anothers(page, own) and _is_only_praise(text, sentence, spans[n], lang, page.names)
        for n, (sentence, own) in enumerate(zip(sentences, by_sentence, strict=True))
    ]
    if all(only):
        edit = remove_block(page.document, block) if gone < len(page.document.blocks) - 1 else None
        if edit is None:
            return []
        reason = praise_reason("sentence", text[block.start : block.end], [one.diagnostic for one in found], lang)
        return [Step(edit, _block_seen(page.document, block), reason, block)]
    steps = []
    for number, sentence in enumerate(sentences):
        own = by_sentence[number]
        if only[number]:
            seen = _sentence_seen(sentences, only, number)
            edit = place(page.document, seen)
            if edit is not None:
                shown = text[sentence.start : sentence.end]
                steps.append(
                    Step(edit, seen, praise_reason("sentence", shown, [one.diagnostic for one in own], lang), block)
                )
        elif own and not is_anothers(page, own):
            steps += _in_sentence(page, sentence, own)
    return steps


def _in_sentence(page: Page, sentence: Sentence, own: Sequence[Found]) -> list[Step]:
    """The cuts of one sentence, as many as leave a sentence that passes; none where they do not."""
    text, lang = page.document.text, page.gate.lang
    spans = [one.seen for one in own]
    low, high = sentence.start, sentence.end
    cuts = (
        english.find_cuts(text, low, high, spans, page.names)
        if lang == "en"
        else chinese.find_cuts(text, low, high, spans, lang, page.names)
    )
    placed = [(cut, place(page.document, cut)) for cut in cuts]
    placed = [(cut, edit) for cut, edit in placed if edit is not None]
    while placed:
        new = apply_edits(text[low:high], [Edit(c.start - low, c.end - low, c.text) for c, _ in placed])
        if _is_better(page, text[low:high], new, len(own), heading=sentence.block.kind == "heading"):
            break
        placed = placed[:1] if len(placed) > 1 else []
    steps = []
    for cut, edit in placed:
        inside = [one.diagnostic for one in own if one.seen[0] < cut.end and cut.start < one.seen[1]]
        shown = ", ".join(text[one.seen[0] : one.seen[1]] for one in own if one.diagnostic in inside)
        assert edit is not None
        steps.append(Step(edit, cut, praise_reason("word", shown, inside, lang), sentence.block))
    return steps


def _is_better(page: Page, old: str, new: str, had: int, *, heading: bool) -> bool:
    """Whether a sentence without its praise is one, says something, and passes the gate."""
    gate = page.gate
    praise = find_praise(new, gate.lang, names=page.names, market=gate.market)
    if len(praise) >= had or (_TORN.search(new) and not _TORN.search(old)):
        return False
    if _DIGITS.findall(new) != _DIGITS.findall(old):
        return False
    left = said_in(new, 0, len(new), [(one.start, one.end) for one in praise], gate.lang, page.names)
    least = 1 if heading else _LEAST if gate.lang == "en" else _LEAST_ZH
    if len(left) < least and not _DIGITS.search(new):
        return False
    return gate.passes(new, old)


def _is_only_praise(text: str, sentence: Sentence, spans: Sequence[Span], lang: Lang, names: Sequence[str]) -> bool:
    if lang == "en":
        return english.is_only_praise(text, sentence.start, sentence.end, spans, names)
    return chinese.is_only_praise(text, sentence.start, sentence.end, spans, lang, names)


def is_only_praise(page: Page, sentence: Sentence, praise: Sequence[Span]) -> bool:
    """Whether a sentence says nothing but praise; the spans are of the sentence."""
    text, spans = page.document.text, [(low + sentence.start, high + sentence.start) for low, high in praise]
    return bool(spans) and _is_only_praise(text, sentence, spans, page.gate.lang, page.names)


def is_anothers(page: Page, own: Sequence[Found]) -> bool:
    """Whether one of the findings stands in words that are quoted."""
    return any(enclosing(page.document.text, *one.seen, "quotes") for one in own)


def _sentence_seen(sentences: Sequence[Sentence], only: Sequence[bool], number: int) -> Edit:
    """A sentence with the space that parts it from a neighbour that stays."""
    if not all(only[number:]):
        return Edit(sentences[number].start, sentences[number + 1].start)
    return Edit(sentences[number - 1].end, sentences[number].end)


def _block_seen(document: Document, block: Block) -> Edit:
    number = document.blocks.index(block)
    if number + 1 < len(document.blocks):
        return Edit(block.start, document.blocks[number + 1].start)
    return Edit(document.blocks[number - 1].end, block.end)


def praise_reason(name: str, shown: str, found: Iterable[Diagnostic], lang: Lang) -> Reason:
    """Why praise went: the words shown, the rules, the customers' questions."""
    found = list(found)
    questions = " ".join(dict.fromkeys(one.question for one in found))
    rules = ", ".join(dict.fromkeys(one.rule for one in found))
    return Reason(say(name, lang, shown=" ".join(shown.split())), rules, questions)
