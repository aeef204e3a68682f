"""Where approved wording stands in a text, and which sentence a position belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.schema import Comparison, Lang, LedgerKind, Plan, Reference
from assistant.schema.brief import Brief, Persona

# A full stop inside a number or before a lower-case letter ends nothing.
_END = re.compile(r"[!?。！？；\n]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Approved:
    """A stretch of text whose numbers are proven as they stand."""

    start: int
    end: int
    kind: LedgerKind
    proof: str
    source: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that proves the numbers inside it wherever it stands verbatim."""

    text: str
    kind: LedgerKind
    proof: str
    source: str


def source_of(references: Sequence[Reference]) -> str:
    """Titles and addresses of the references' sources, in order, without repeats."""
    return "; ".join(dict.fromkeys(f"{r.source.title}, {r.source.url}" for r in references))


def _of_comparison(comparison: Comparison) -> Iterator[Wording]:
    source = source_of(comparison.references)
    for form in (comparison.forms.sentence, comparison.forms.clause, comparison.forms.noun):
        yield Wording(form.rstrip(".。"), "comparison", comparison.working, source)


def _of_reference(reference: Reference, lang: Lang) -> Iterator[Wording]:
    names = reference.names[lang]
    for text in (names.of, names.thing, names.name, names.many):
        if text:
            yield Wording(text, "reference", names.of, source_of([reference]))


def approved_wordings(brief: Brief, persona: Persona | None, plan: Plan) -> tuple[Wording, ...]:
    """Everything whose numbers may stand as they are, longest first within a kind; comparisons before facts."""
    found: list[Wording] = []
    for comparison in plan.comparisons:
        found += _of_comparison(comparison)
    references = {r.id: r for c in plan.comparisons for r in c.references}
    references |= {rung.reference.id: rung.reference for rung in plan.ladder if rung.reference}
    for reference in references.values():
        found += _of_reference(reference, brief.lang)
    for fact in plan.facts:
        found.append(Wording(fact.text.rstrip(" .。;；"), "fact", fact.text, fact.id))
        found += [Wording(quantity.text, "fact", fact.text, fact.id) for quantity in fact.quantities]
    found += [Wording(name, "fact", name, "name") for name in (brief.product, brief.category, *brief.names) if name]
    found += [Wording(line, "fact", line, "proof") for line in brief.proof]
    if persona is not None:
        found += [Wording(e.quote, "quote", e.quote, f"{e.source} {e.date}".strip()) for e in persona.evidence]
    return tuple(found)


def find_approved(text: str, wordings: Sequence[Wording]) -> tuple[Approved, ...]:
    """All verbatim occurrences, in the order of the wordings; a number is never cut in two by one."""
    found: list[Approved] = []
    for wording in wordings:
        start = text.find(wording.text)
        while start >= 0:
            end = start + len(wording.text)
            if not _cuts_number(text, start, end):
                found.append(Approved(start, end, wording.kind, wording.proof, wording.source))
            start = text.find(wording.text, end)
    return tuple(found)


def _cuts_number(text: str, start: int, end: int) -> bool:
    """Whether the span begins or ends inside a number or a Latin word: "5,000 mAh" in "15,000 mAh"."""
    return _glued(text, start) or _glued(text, end)


def _glued(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return True
    # "2" in "2.5" or "1,200": a separator with a digit on its far side belongs to the number.
    if left.isdigit() and right in ".," and text[at + 1 : at + 2].isdigit():
        return True
    return right.isdigit() and left in ".,-−" and (left in "-−" or text[at - 2 : at - 1].isdigit())


def sentence_at(text: str, position: int) -> str:
    """The sentence around a position, without its end mark."""
    start = 0
    for mark in _END.finditer(text):
        if mark.start() >= position:
            return text[start : mark.start()]
        start = mark.end()
    return text[start:]


_GENERIC = frozenset(
    "about above across along average between cruising distance energy height length maximum more nearly "
    "over power price size speed standard temperature than thickness times typical volume weight width world".split()
)
_GENERIC_ZH = "的一个之在和与與约約为為平均速度重量高度长度長度面积面積容量温度溫度时间時間最大典型"


def mention_keys(references: Sequence[Reference], lang: Lang) -> Mapping[str, tuple[str, ...]]:
    """For each reference the words that show a sentence speaks of it, lower case."""
    keys: dict[str, tuple[str, ...]] = {}
    for reference in references:
        names = reference.names[lang]
        whole = " ".join((names.name, names.thing, names.of, names.many))
        if lang == "en":
            words = [word.strip("'’s(),").lower() for word in whole.split()]
            keys[reference.id] = tuple({w for w in words if len(w) > 2 and w not in _GENERIC and not w.isdigit()})
        else:
            kept = "".join(" " if char in _GENERIC_ZH else char for char in whole)
            pairs = {part[i : i + 2] for part in kept.split() for i in range(len(part) - 1)}
            keys[reference.id] = tuple(pairs)
    return keys


def mentions(sentence: str, keys: Sequence[str]) -> bool:
    """Whether a sentence names a reference by one of its words."""
    lowered = sentence.lower()
    return any(key in lowered for key in keys)
