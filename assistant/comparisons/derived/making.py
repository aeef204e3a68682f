"""Makes a comparison of two facts' sum, once the table has said what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from assistant.comparisons.candidates import ratio_text
from assistant.comparisons.derived.amounts import Amount, Bound, Exact, Rounding, bound_of, show
from assistant.comparisons.derived.figures import Figure
from assistant.comparisons.wording import figure, stated
from assistant.schema import Comparison, Derived, Forms, Kind, Lang

# Computed from what the brief itself says: nothing has to be pictured, and nothing is nearer to the product.
# What is counted in uses or in time is nearer to a reader's day than money and kilowatt-hours.
SCORES: dict[Kind, float] = {"count": 0.92, "duration": 0.9, "cost": 0.88}
# Days and hours as the wording states them: a month of 30 days, a year of 365.
HOURS = {"hour": Fraction(1), "day": Fraction(24), "month": Fraction(720), "year": Fraction(8760)}

# A result that would not say what it is.
_WORKED = {"kilowatt_hour": " kWh"}


class Lines(NamedTuple):
    """One condition in English and in Chinese."""

    english: str
    chinese: str

    def of(self, lang: Lang) -> str:
        """The condition in a language."""
        return self.english if lang == "en" else self.chinese


Say = Callable[[str, Amount, Bound], Forms]


def division(total: Figure, by: str, lang: Lang) -> str:
    """The arithmetic up to its result: "600 kg ÷ 18 g"."""
    return f"{figure(total.quantity, lang)} ÷ {by}"


def ends_text(exact: Exact) -> str:
    """The exact ends to four figures, joined where they differ."""
    return "–".join(ratio_text(value) for value in dict.fromkeys((exact.low, exact.high)))


def make(
    figures: tuple[Figure, ...],
    kind: Kind,
    exact: Exact | None,
    unit: str,
    rounding: Rounding,
    say: Say,
    words: tuple[tuple[str, ...], ...],
    working: str,
    lang: Lang,
    assumptions: tuple[str, ...] = (),
) -> Iterator[Comparison]:
    """The comparison beside the first figure, `working` being the arithmetic; nothing where no honest number exists."""
    amount = None if exact is None else show(exact, rounding)
    if exact is None or amount is None:
        return
    first = figures[0].quantity
    forms = say(stated(first, lang), amount, exact.bound)
    if exact.bound == bound_of(first):
        # "Up to 170 km is up to about five and a half hours" says it twice.
        forms = replace(forms, sentence=say(stated(first, lang), amount, "").sentence)
    yield Comparison(
        id="",
        quantity=first,
        kind=kind,
        references=(),
        ratio_exact=None,
        ratio_shown=None,
        hedge=amount.hedge,
        error=amount.error,
        text=forms.noun,
        forms=forms,
        working=f"{working} = {ends_text(exact)}{_WORKED.get(unit, '')}",
        score=SCORES[kind],
        score_parts={"own figures": SCORES[kind]},
        assumptions=assumptions,
        numbers=amount.values,
        exact=exact.low * HOURS[unit] * 3600 if unit in HOURS else None,
        derived=Derived(
            facts=tuple(dict.fromkeys(one.fact.id for one in figures)),
            parts=tuple(one.quantity for one in figures),
            unit=unit,
            low=exact.low,
            high=exact.high,
            words=words,
            bound=exact.bound,
        ),
    )
