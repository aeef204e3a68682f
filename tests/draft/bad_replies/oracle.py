"""Which numbers a text may hold: read from facts, comparisons and names by a reader of its own, never by the gate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.schema import Lang, Plan
from assistant.schema.brief import Brief, Persona
from tests.checks.mutants.figures import find_figures

_RUN = re.compile(r"\d+")
_WORD = re.compile(
    r"\b(?:twice|thrice|half|double[sd]?|triple[sd]?|dozens?|hundreds?|thousands?|millions?|quarter|threefold|tenfold)\b"
    r"|[两兩三四五六七八九十百千万萬几幾数數]倍|一半|[三四五]分之[一二三]|翻[倍番]|[数數上成]百|[数數上成]千",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Allowed:
    """The figures by size, the bare numbers, the runs of digits and the number words that stand in what is allowed."""

    sizes: frozenset[tuple[str, Fraction]]
    values: frozenset[Fraction]
    runs: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, brief: Brief, persona: Persona | None, plan: Plan, more: Iterable[str] = ()) -> Allowed:
        """What the facts, the comparisons on offer and the names hold, and `more` texts."""
        said = "\n".join((*_said(brief, persona, plan), *more))
        figures = list(find_figures(said, brief.lang))
        shown = {number for one in plan.comparisons for number in one.numbers}
        return cls(
            frozenset(figure.size for figure in figures),
            frozenset({figure.value for figure in figures} | shown),
            frozenset(_RUN.findall(said)) | {str(number.numerator) for number in shown if number.denominator == 1},
            frozenset(word.lower() for word in _WORD.findall(said)),
        )

    def strange(self, text: str, lang: Lang) -> list[str]:
        """The numbers of a text that are none of these."""
        found = [run for run in _RUN.findall(text) if run not in self.runs]
        found += [word for word in _WORD.findall(text) if word.lower() not in self.words]
        for figure in find_figures(text, lang):
            known = figure.size in self.sizes if figure.dimension else figure.value in self.values
            if not known:
                found.append(text[figure.start : figure.end])
        return found


def _said(brief: Brief, persona: Persona | None, plan: Plan) -> Iterator[str]:
    yield from (brief.product, brief.category, *brief.names, *brief.facts, *brief.proof)
    if persona is not None:
        yield from (*persona.pains, *persona.wants, *(one.quote for one in persona.evidence))
        yield from (one.text for one in persona.moments)
    for one in plan.comparisons:
        yield from (one.text, one.forms.noun, one.forms.clause, one.forms.sentence, one.quantity.text)
        for reference in one.references:
            names = reference.names[brief.lang]
            yield from (names.name, names.thing, names.of, names.many)
