"""Every reference that could honestly stand beside a quantity, scored: equal, multiple, share, count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from assistant.comparisons.aspects import aspect_of, fit
from assistant.comparisons.numbers import decimal_text
from assistant.comparisons.rounding import LARGEST, LARGEST_COUNT, Shown, shown_ratio
from assistant.comparisons.score import Audience, familiarity, parts_of, total, wording_part
from assistant.comparisons.wording import at_most, item_count_forms, ratio_forms, stated
from assistant.schema import Comparison, Kind, Lang, Quantity, Reference
from assistant.units import convert, lookup, render

# What is printed on food is not what runs a machine.
_FOOD_UNITS = ("calorie", "kilocalorie", "kilojoule")


def magnitude(quantity: Quantity) -> Decimal:
    """What a comparison stands on: the magnitude, or for a range its upper end."""
    return quantity.high if quantity.high is not None else quantity.low


def same_kind(quantity: Quantity, reference: Reference) -> bool:
    """Whether the two can be divided: the same dimension, the same currency, food with food."""
    if lookup(quantity.unit).exponents != lookup(reference.unit).exponents:
        return False
    if quantity.dimension == "energy":
        return (quantity.unit in _FOOD_UNITS) == (reference.unit in _FOOD_UNITS or "food" in reference.topics)
    return True


def exact_ratio(quantity: Quantity, reference: Reference) -> Fraction:
    """Specification divided by reference, exact; both positive."""
    return convert(magnitude(quantity), quantity.unit, reference.unit) / Fraction(reference.value)


def division(quantity: Quantity, reference: Reference, ratio: Fraction, audience: Audience) -> str:
    """The arithmetic in one line: "6,000 m/s ÷ 10.4384 m/s = 574.8"."""
    spec = render(magnitude(quantity), quantity.unit, audience.lang)
    converted = convert(magnitude(quantity), quantity.unit, reference.unit)
    if quantity.unit != reference.unit:
        exact = Decimal(converted.numerator) / Decimal(converted.denominator)
        spec += f" = {render(_short(exact), reference.unit, audience.lang)}"
    return f"{spec} ÷ {render(reference.value, reference.unit, audience.lang)} = {ratio_text(ratio)}"


def _short(value: Decimal) -> Decimal:
    """Six significant figures without an exponent: enough to check by hand."""
    return Decimal(format(Decimal(f"{value:.6g}").normalize(), "f"))


def ratio_text(ratio: Fraction) -> str:
    """A ratio to four significant figures for the working: 574.8, 0.3333."""
    return decimal_text(Fraction(f"{float(ratio):.4g}"))


def _kind(shown: Shown) -> Kind:
    return "equal" if shown.value == 1 else "multiple" if shown.value > 1 else "share"


def counts_items(reference: Reference, lang: Lang) -> bool:
    """Whether the reference is an item that fills a store: songs, photos, films."""
    return reference.aspect == "data" and bool(reference.names[lang].many)


def build(
    quantity: Quantity, reference: Reference, shown: Shown, ratio: Fraction, audience: Audience, level: int
) -> Comparison:
    """One scored comparison of a quantity with one reference."""
    parts = parts_of(quantity, reference, shown, ratio, level, fit(aspect_of(quantity.attribute), reference.aspect))
    assumptions: tuple[str, ...] = ()
    kind, subject = _kind(shown), stated(quantity, audience.lang)
    if counts_items(reference, audience.lang) and shown.value >= 2:
        kind = "count"
        parts["size"] = max(parts["size"], 0.7 if shown.value <= 10_000 else 0.5)
        size = render(reference.value, reference.unit, audience.lang)
        forms, assumptions = item_count_forms(subject, reference, shown, size, audience.lang)
    else:
        forms = ratio_forms(subject, reference, shown, audience.lang)
    if quantity.high is not None:
        forms = at_most(forms, subject, audience.lang)
    parts["wording"] = round(wording_part(forms.noun, audience.lang), 4)
    return Comparison(
        id="",
        quantity=quantity,
        kind=kind,
        references=(reference,),
        ratio_exact=ratio,
        ratio_shown=shown.value,
        hedge=shown.hedge,
        error=shown.error,
        text=forms.noun,
        forms=forms,
        working=division(quantity, reference, ratio, audience),
        score=total(parts),
        score_parts=parts,
        assumptions=assumptions,
        numbers=() if shown.value == 1 else (shown.value,),
    )


def find_candidates(
    quantity: Quantity, references: Iterable[Reference], audience: Audience
) -> Iterator[tuple[Comparison, int]]:
    """Scored comparisons with their familiarity level, in the order of the references."""
    aspect = aspect_of(quantity.attribute)
    for reference in references:
        if "compare" not in reference.usable_as or reference.value <= 0 or not same_kind(quantity, reference):
            continue
        level = familiarity(reference, audience)
        if level == 0 or fit(aspect, reference.aspect) == 0:
            continue
        ratio = exact_ratio(quantity, reference)
        shown = shown_ratio(ratio, LARGEST_COUNT if counts_items(reference, audience.lang) else LARGEST)
        if shown is not None and (quantity.high is None or shown.hedge in ("about", "exactly")):
            yield build(quantity, reference, shown, ratio, audience, level), level
