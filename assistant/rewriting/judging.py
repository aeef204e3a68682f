"""A sentence that somebody else wrote for a page, held to all that the page's own sentences are held to, in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.praise import find_praise
from assistant.quantities import find_facts
from assistant.rewriting.beside import tie
from assistant.rewriting.cutting import is_only_praise
from assistant.rewriting.gate import NUMBERS, Gate
from assistant.rewriting.keeping import find_losses, stem, word_stems
from assistant.rewriting.nouns import Page
from assistant.rewriting.said import Span, said_in
from assistant.rewriting.sentences import Sentence
from assistant.rewriting.words import is_compared
from assistant.schema import Comparison, Diagnostic, Fact
from assistant.schema.addresses import ADDRESS
from assistant.schema.brief import BRIEF_FACTS, FACT_CHARS, Brief

# Of its own words at most this share stands neither there nor elsewhere on the page nor in its comparison.
_STRANGE = 0.1
# How much longer it may be than the old one and its comparison.
_LONGER, _AND = 2, 60
_SHOWN = 80
_MARKUP = re.compile(r"<[A-Za-z/!]|\*\*|__|`|\]\(|&(?:#\d{1,6}|[a-z]{2,8});|^(?:#{1,6}|[>*+-]) ")


class Judge:
    """Holds new sentences of a page to the rules; `words` are the prompt's, for what no rule has words for."""

    def __init__(self, page: Page, words: Mapping[str, str]) -> None:
        self._page, self._words = page, words
        gate, text = page.gate, page.document.text
        facts = find_facts(text, gate.lang, gate.market) if gate.facts is None else gate.facts
        self._known = frozenset(word_stems("\n".join((text, *(fact.text for fact in facts)))))
        self.missing = self._own("missing")
        # What the page says anywhere is no new claim; its figures stay in their own block.
        self._claims = gate if gate.brief else replace(gate, brief=_brief_of(facts, gate), facts=facts)

    def faults(self, sentence: Sentence, new: str, offered: Sequence[Comparison]) -> tuple[tuple[str, str], ...]:
        """What keeps a new text from standing in a sentence's place, (rule, what is wrong); empty if nothing does.

        "" is judged as the wish to leave the sentence out.
        """
        page = self._page
        old = page.document.text[sentence.start : sentence.end]
        praise = praise_in(page, sentence)
        if is_only_praise(page, sentence, praise):
            return (self._own("nothing"),) if new else ()
        if not new:
            return (self._own("states"),)
        return tuple(dict.fromkeys(self._find(sentence, old, new, praise, offered)))

    def _find(
        self, sentence: Sentence, old: str, new: str, praise: Sequence[Span], offered: Sequence[Comparison]
    ) -> Iterator[tuple[str, str]]:
        page, gate = self._page, self._page.gate
        boasts = [
            one
            for one in find_praise(new, gate.lang, names=page.names, market=gate.market)
            if one.level != "information"
        ]
        for finding in boasts:
            yield finding.rule, finding.message
        used = [one for one in offered if is_used(one, new)]
        if len(new) > _LONGER * len(old) + _AND + max((len(one.forms.sentence) for one in used), default=0):
            yield self._own("long")
        if _MARKUP.search(new) and not _MARKUP.search(old):
            yield self._own("markup")
        if is_compared(new, gate.lang) and not used and not is_compared(old, gate.lang):
            yield self._own("compared")
        if ADDRESS.search(new) and not ADDRESS.search(old):
            yield self._own("address")
        for key, what in find_losses(old, new, praise, gate, page.names):
            yield self._own(key, what)
        strange = self._strange(new, used)
        if strange:
            yield self._own("new", strange)
        said = {new[one.start : one.end] for one in boasts}
        for finding, words in self._objections(sentence, old, new, used):
            if words not in said:
                yield finding.rule, finding.message

    def _own(self, key: str, what: str = "") -> tuple[str, str]:
        return f"rewrite-{key}", self._words[f"fault.{key}"].replace("{what}", what)

    def _strange(self, new: str, used: Sequence[Comparison]) -> str:
        """The words of a new sentence that nothing on the page or beside it has said, if they are many; else ""."""
        lang, names = self._page.gate.lang, self._page.names
        said = said_in(new, 0, len(new), (), lang, names)
        forms = (form for one in used for form in (one.text, one.forms.noun, one.forms.clause))
        known = self._known.union(*map(word_stems, forms))
        strange = [word for word in said if stem(word) not in known]
        if len(strange) <= max(1 if lang == "en" else 2, _STRANGE * len(said)):
            return ""
        return (" " if lang == "en" else "").join(strange)[:_SHOWN]

    def _objections(
        self, sentence: Sentence, old: str, new: str, used: Sequence[Comparison]
    ) -> Iterator[tuple[Diagnostic, str]]:
        """What the gate says of the sentence, by itself and in its block, with the words that it is about."""
        page, gate = self._page, self._page.gate
        block = page.document.text[sentence.block.start : sentence.block.end]
        low, high = sentence.start - sentence.block.start, sentence.end - sentence.block.start
        held = gate if gate.facts is not None else replace(gate, facts=find_facts(block, gate.lang, gate.market))
        tied = _tied(used, held.facts or ())
        whole = block[:low] + new + block[high:]
        for text, before in ((new, old), *(((whole, block),) if block != old else ())):
            claimed: set[tuple[str, str]] | None = None
            for finding in held.objections(text, before, tied, given=block):
                words = text[finding.start : finding.end]
                if finding.rule not in NUMBERS:
                    if claimed is None:
                        again = self._claims.objections(text, before, _tied(used, self._claims.facts or ()))
                        claimed = {(one.rule, text[one.start : one.end]) for one in again}
                    if (finding.rule, words) not in claimed:
                        continue
                yield finding, words


def praise_in(page: Page, sentence: Sentence) -> list[Span]:
    """The spans of praise in a sentence, from its start."""
    return [
        (one.seen[0] - sentence.start, one.seen[1] - sentence.start)
        for one in page.found
        if one.diagnostic.question and sentence.start <= one.seen[0] < one.seen[1] <= sentence.end
    ]


def is_used(comparison: Comparison, text: str) -> bool:
    """Whether a text names what a comparison puts beside its figure.

    A model may inflect the wording and leave "regulation" out of "regulation soccer ball"; the thing keeps its noun.
    """
    said = text.lower()
    if any(form and form.lower() in said for form in (comparison.forms.noun, comparison.forms.clause)):
        return True
    for reference in comparison.references:
        for names in reference.names.values():
            told = (names.name, names.thing, names.of, names.many)
            if any(name and (name.lower() in said or _has_noun(said, name)) for name in told):
                return True
    return False


def _has_noun(said: str, name: str) -> bool:
    noun = name.lower().rpartition(" ")[2]
    return noun.isascii() and noun.isalpha() and re.search(rf"\b{noun}\b", said) is not None


def _tied(comparisons: Iterable[Comparison], facts: Sequence[Fact]) -> list[Comparison]:
    return [found[0] for one in comparisons if (found := tie(one, facts))]


def _brief_of(facts: Sequence[Fact], gate: Gate) -> Brief:
    lines = tuple(fact.text.strip()[:FACT_CHARS] for fact in facts if fact.text.strip())[:BRIEF_FACTS]
    return Brief(facts=lines or ("-",), lang=gate.lang, market=gate.market, names=gate.names[:100])
