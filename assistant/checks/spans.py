"""Wording that proves the numbers inside it wherever it stands verbatim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.schema import Comparison, Fact, Lang, LedgerKind, Plan, Reference
from assistant.schema.brief import Brief, Persona


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that proves the numbers inside it wherever it stands verbatim; `fact` where it is a fact's own text."""

    text: str
    kind: LedgerKind
    proof: str
    source: str
    fact: Fact | None = None
    comparison: Comparison | None = None
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Approved:
    """A stretch of text that is such a wording."""

    start: int
    end: int
    wording: Wording


def source_of(references: Sequence[Reference]) -> str:
    """Titles and addresses of the references' sources, in order, without repeats."""
    return "; ".join(dict.fromkeys(r.source.line for r in references))


def proof_of(comparison: Comparison) -> tuple[str, LedgerKind]:
    """Where a comparison comes from and what the ledger calls it: the references' sources, or the facts that it sums."""
    if comparison.derived is not None:
        return "; ".join(comparison.derived.facts), "derived"
    return source_of(comparison.references), "comparison"


def references_of(plan: Plan) -> tuple[Reference, ...]:
    """The references of a plan's comparisons and of its ladder, each once."""
    found = {r.id: r for c in plan.comparisons for r in c.references}
    found |= {rung.reference.id: rung.reference for rung in plan.ladder if rung.reference}
    return tuple(found.values())


def _of_comparison(comparison: Comparison) -> Iterator[Wording]:
    source, kind = proof_of(comparison)
    for form in (comparison.forms.sentence, comparison.forms.clause, comparison.forms.noun):
        yield Wording(form.rstrip(".。"), kind, comparison.working, source, comparison=comparison)


# References live as long as their book, and make no hash: what is made of one is kept beside it.
_KEPT: dict[tuple[int, Lang], tuple[Reference, tuple[Wording, ...]]] = {}
_MOST_KEPT = 4096


def _of_reference(reference: Reference, lang: Lang) -> tuple[Wording, ...]:
    kept = _KEPT.get((id(reference), lang))
    if kept is not None and kept[0] is reference:
        return kept[1]
    names, source = reference.names[lang], source_of([reference])
    made = tuple(
        Wording(text, "reference", names.of, source, reference=reference)
        for text in (names.of, names.thing, names.name, names.many)
        if text
    )
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    _KEPT[id(reference), lang] = (reference, made)
    return made


def wordings_of_references(plan: Plan, lang: Lang) -> list[Wording]:
    """The forms of the plan's comparisons, then the names of its references."""
    found = [wording for comparison in plan.comparisons for wording in _of_comparison(comparison)]
    return found + [wording for reference in references_of(plan) for wording in _of_reference(reference, lang)]


def approved_wordings(brief: Brief, persona: Persona | None, plan: Plan) -> tuple[Wording, ...]:
    """Everything whose numbers may stand as they are; comparisons before facts. A name of digits alone proves nothing."""
    found = wordings_of_references(plan, brief.lang)
    for fact in plan.facts:
        found.append(Wording(fact.text.rstrip(" .。;；"), "fact", fact.text, fact.id, fact))
    names = [name for name in (brief.product, brief.category, *brief.names) if _worded(name)]
    # As a tag, a name has no spaces: #Nimbus14.
    squeezed = ["".join(char for char in name if char.isalnum()) for name in names]
    found += [Wording(name, "fact", name, "name") for name in dict.fromkeys((*names, *squeezed))]
    found += [Wording(line, "fact", line, "proof") for line in brief.proof]
    if persona is not None:
        found += [Wording(e.quote, "quote", e.quote, f"{e.source} {e.date}".strip()) for e in persona.evidence]
        # What the brief says of the customer's day is a stated assumption; it is theirs, not the product's.
        mine = (*persona.pains, *persona.wants)
        found += [
            Wording(phrase, "assumption", phrase, persona.name or persona.id) for phrase in mine if _worded(phrase)
        ]
    return (*found, *_in_house_style(found, brief))


def _worded(name: str) -> bool:
    return any(char.isalpha() for char in name)


def _in_house_style(wordings: Sequence[Wording], brief: Brief) -> Iterator[Wording]:
    """The same wordings with the house's terms, as long as no digit changes."""
    for wording in wordings if brief.style.terms else ():
        text = wording.text
        for term, preferred in brief.style.terms.items():
            text = text.replace(term, preferred)
        if text != wording.text and _digits(text) == _digits(wording.text):
            yield Wording(text, wording.kind, wording.proof, wording.source, wording.fact, wording.comparison)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isnumeric())


def find_approved(text: str, wordings: Sequence[Wording]) -> tuple[Approved, ...]:
    """All verbatim occurrences, in the order of the wordings; a number is never cut in two by one."""
    found: list[Approved] = []
    for wording in wordings:
        # Its first character may be a capital: the rest is looked for once.
        first, rest = wording.text[:1], wording.text[1:]
        if not first or rest not in text:
            continue
        for said in {wording.text, first.upper() + rest}:
            start = text.find(said)
            while start >= 0:
                end = start + len(said)
                if not is_inside(text, start) and not is_inside(text, end):
                    found.append(Approved(start, end, wording))
                start = text.find(said, end)
    return tuple(found)


def is_inside(text: str, at: int) -> bool:
    """Whether a position lies inside a number or a Latin word: "5,000 mAh" in "15,000 mAh"."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return True
    # "2" in "2.5" or "1,200": a separator with a digit on its far side belongs to the number.
    if left.isdigit() and right in ".," and text[at + 1 : at + 2].isdigit():
        return True
    return right.isdigit() and left in ".,-−" and (left in "-−" or text[at - 2 : at - 1].isdigit())
