"""The JSON of `yardstick compare`: numbers as JSON numbers, with the exact decimal beside them as text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from assistant.comparisons.candidates import magnitude
from assistant.comparisons.rank import Ranking
from assistant.schema import Comparison, Lang, Quantity, Reference, Rung


def number(value: Decimal | Fraction | None) -> int | float | None:
    """A JSON number: an int where the value is whole, else the nearest float; None stays None."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def exact(value: Decimal | Fraction | None) -> str | None:
    """The value as text, exact: a decimal where it ends, else a fraction "1/3"."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        return format(value, "f")
    whole = value.denominator
    while whole % 2 == 0:
        whole //= 2
    while whole % 5 == 0:
        whole //= 5
    if whole == 1:
        return format(Decimal(value.numerator) / Decimal(value.denominator), "f")
    return f"{value.numerator}/{value.denominator}"


def quantity_row(quantity: Quantity) -> dict[str, Any]:
    """The quantity that was compared."""
    return {
        "text": quantity.text,
        "value": number(magnitude(quantity)),
        "value_exact": exact(magnitude(quantity)),
        "unit": quantity.unit,
        "dimension": quantity.dimension,
        "statistic": quantity.statistic,
    }


def _reference_row(reference: Reference, lang: Lang) -> dict[str, Any]:
    source = reference.source
    return {
        "id": reference.id,
        "name": reference.names[lang].name,
        "value": number(reference.value),
        "value_exact": exact(reference.value),
        "unit": reference.unit,
        "statistic": reference.statistic,
        "as_of": reference.as_of,
        "source": {"title": source.title, "url": source.url, "accessed": source.accessed},
        "own": reference.own,
    }


def comparison_row(comparison: Comparison, lang: Lang) -> dict[str, Any]:
    """One comparison."""
    forms = comparison.forms
    return {
        "id": comparison.id,
        "kind": comparison.kind,
        "references": [_reference_row(reference, lang) for reference in comparison.references],
        "ratio_exact": number(comparison.ratio_exact),
        "ratio_exact_text": exact(comparison.ratio_exact),
        "ratio_shown": number(comparison.ratio_shown),
        "ratio_shown_text": exact(comparison.ratio_shown),
        "hedge": comparison.hedge,
        "text": comparison.text,
        "forms": {"noun": forms.noun, "clause": forms.clause, "sentence": forms.sentence},
        "assumptions": list(comparison.assumptions),
        "working": comparison.working,
        "score": comparison.score,
        "score_parts": dict(comparison.score_parts),
    }


def _rung_row(rung: Rung) -> dict[str, Any]:
    return {
        "reference": rung.reference.id if rung.reference else None,
        "name": rung.name,
        "value": number(rung.value),
        "value_exact": exact(rung.value),
        "unit": rung.unit,
        "step": round(float(rung.step), 4) if rung.step is not None else None,
    }


def ranking_document(quantity: Quantity | None, ranking: Ranking, lang: Lang) -> dict[str, Any]:
    """The whole answer to `yardstick compare --json`."""
    return {
        "quantity": quantity_row(quantity) if quantity else None,
        "comparisons": [comparison_row(comparison, lang) for comparison in ranking.comparisons],
        "ladder": [_rung_row(rung) for rung in ranking.ladder],
        "reason": ranking.reason,
    }
