"""Times that a specification makes: a route at a speed, a film at a data rate, a bath at a flow, a battery at a draw."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import log10

from assistant.comparisons.candidates import compose, magnitude, ratio_text
from assistant.comparisons.combined_wording import (
    journey_forms,
    load_forms,
    streamed_forms,
    time_text,
    time_word,
    use_forms,
    without_losses,
)
from assistant.comparisons.roles import is_store, is_water_flow
from assistant.comparisons.rounding import Shown, significant
from assistant.comparisons.score import FAMILIARITY, Audience, spread_part, whole_part
from assistant.comparisons.shelf import Place, View, in_base_units
from assistant.comparisons.wording import figure, stated
from assistant.schema import Comparison, Forms, Lang, Quantity, Reference
from assistant.units import convert, render

_SIZES = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400}
# A wait that a person can feel: from a breath to a day's drive.
SHORTEST_S, LONGEST_S = 2, 12 * 3600
# How long a store lasts can be felt from some minutes up to two months.
SHORTEST_USE_S, LONGEST_USE_S = 600, 60 * 86_400
# Half a year of streaming without sleep is no longer a picture.
MOST_STREAMED_S = 5_000 * 3600
# Up to here people count hours, then days; beyond these, "200 minutes" is a sum and no wait.
_HOURS_S = 48 * 3600
_MOST: dict[str, float] = {"second": 100, "minute": 120}
# What heats in a kitchen or a bathroom runs for minutes, whatever a battery could do.
_BURST_W, _BURST_S = 200, 45 * 60
_BURSTS = frozenset({"kitchen", "beauty", "water"})
# So many of the best-known things are put into words; the others could hardly win.
LOOKED_AT = 4

# What a rate gets through, by dimension: (dimension of the amount, what the reference must be usable as).
_AMOUNTS = {"speed": ("length", "distance"), "data_rate": ("data", "load"), "flow": ("volume", "load")}


def shown_time(
    seconds: Fraction, shortest_s: int = SHORTEST_S, longest_s: int = LONGEST_S, days: bool = True
) -> tuple[Shown, str] | None:
    """A time as a person would say it: at most two figures of one unit; None where none is honest.

    Without `days` long times stay in hours, as what is watched or heard is counted.

    >>> shown_time(Fraction(178))
    (Shown(value=Fraction(3, 1), hedge='about', error=0.0112...), 'minute')
    >>> shown_time(Fraction(1, 10)) is None
    True
    >>> shown_time(Fraction(100 * 3600), 600, 60 * 86_400)[1]
    'day'
    """
    # Which units can serve at all is settled in floats: a ranking asks for dozens of times.
    rough = float(seconds)
    if not shortest_s <= rough <= longest_s:
        return None
    for unit in ("day", "hour", "minute", "second"):
        size = _SIZES[unit]
        if rough < 0.95 * size or (unit == "day" and (rough <= _HOURS_S or not days)):
            continue
        if rough > _MOST.get(unit, rough) * size:
            return None
        top, bottom = seconds.numerator, seconds.denominator * size
        whole = round(rough / size) if rough < 100 * size else int(significant(Fraction(top, bottom)))
        for twice in (2 * whole, round(2 * rough / size)):
            # twice / 2 beside top / bottom, in whole numbers.
            gap = abs(twice * bottom - 2 * top)
            if twice >= 2 and 20 * gap <= 2 * top:
                return Shown(Fraction(twice, 2), "about" if gap else "exactly", gap / (2 * top)), unit
    return None


def find_durations(quantity: Quantity, view: View, audience: Audience) -> Iterator[Comparison]:
    """How long the best-known things take or last with this specification; empty for a range and other dimensions."""
    if quantity.high is not None:
        return
    base = in_base_units(Fraction(magnitude(quantity)), quantity.unit)
    if base <= 0:
        return
    if quantity.dimension in _AMOUNTS:
        yield from _covered(quantity, base, view, audience)
    elif quantity.dimension == "data":
        yield from _streamed(quantity, base, view, audience)
    elif quantity.dimension == "energy" and is_store(quantity):
        log = log10(float(base))
        draws = [p for p in view.used("use", "power") if log - p.log <= log10(_BURST_S) or not _is_burst(p)]
        for place in _best(draws, log, -1, SHORTEST_USE_S, LONGEST_USE_S):
            timed = shown_time(base / place.base, SHORTEST_USE_S, LONGEST_USE_S)
            if timed is not None:
                yield _lasting(quantity, place, base / place.base, timed, audience)


def _covered(quantity: Quantity, base: Fraction, view: View, audience: Audience) -> Iterator[Comparison]:
    """What the rate gets through: routes, files, vessels of water."""
    amount, use = _AMOUNTS[quantity.dimension]
    if quantity.dimension == "flow" and not is_water_flow(quantity):
        return
    places = [place for place in view.used(use, amount) if _filled(place.reference, quantity.dimension)]
    for place in _best(places, log10(float(base)), 1, SHORTEST_S, LONGEST_S):
        timed = shown_time(place.base / base)
        if timed is not None:
            yield _waiting(quantity, place, place.base / base, timed, audience)


def _streamed(quantity: Quantity, base: Fraction, view: View, audience: Audience) -> Iterator[Comparison]:
    """Hours of what flows at a rate of its own; a rate that is only recommended is not what flows."""
    lang = audience.lang
    streams = [p for p in view.used("use", "data_rate") if p.reference.names[lang].many]
    streams = [p for p in streams if p.reference.statistic != "minimum"]
    for place in _best(streams, log10(float(base)), -1, 3600, MOST_STREAMED_S):
        timed, stream = shown_time(base / place.base, 3600, MOST_STREAMED_S, False), place.reference
        if timed is None:
            continue
        shown = rounded(timed[0], stream)
        forms = streamed_forms(stated(quantity, lang), stream, shown, timed[1], lang)
        parts = {**_parts(place, shown, _use_size(float(base / place.base))), "spread": round(spread_part(stream), 4)}
        spec, rate = _amount(quantity, stream.unit, lang), render(stream.value, stream.unit, lang)
        hours = f"{ratio_text(base / place.base / 3600)}{' ' if lang == 'en' else ''}{time_word('hour', lang)}"
        yield compose(
            quantity, "duration", (stream,), forms, shown, parts,
            f"{spec} ÷ {rate} = {hours}", audience,
            numbers=(shown.value,), exact=base / place.base, assumptions=_taken(stream, lang),
        )  # fmt: skip


def _filled(reference: Reference, dimension: str) -> bool:
    """Whether a rate of this dimension gets through the thing: water fills what holds water; an hour is no file."""
    if dimension == "flow":
        return reference.aspect == "volume" and "water" in reference.topics
    return dimension != "data_rate" or not hourly(reference)


def hourly(reference: Reference) -> bool:
    """Whether a load is counted in hours: the data of an hour of streaming."""
    chinese = reference.names.get("zh-Hans")
    return chinese is not None and chinese.counter == "小时"


def _is_burst(place: Place) -> bool:
    return float(place.base) > _BURST_W and not _BURSTS.isdisjoint(place.reference.topics)


def _best(places: list[Place], log: float, sign: int, shortest_s: int, longest_s: int) -> list[Place]:
    """The few whose time can be felt and that are best known, by falling promise; judged by logarithms alone."""
    low, high = log10(shortest_s), log10(longest_s)
    size = _wait_size if sign > 0 else _use_size
    promising = [
        (-FAMILIARITY[place.level] * size(10**span), place.reference.id, place)
        for place in places
        if low <= (span := sign * (place.log - log)) <= high
    ]
    promising.sort(key=lambda entry: entry[:2])
    return [place for _, _, place in promising[:LOOKED_AT]]


def _wait_size(seconds: float) -> float:
    """Of waits minutes are felt best, better than seconds or hours."""
    return 0.7 if seconds < 57 else 1.0 if seconds <= 3600 else 0.85


def _use_size(seconds: float) -> float:
    """Of what lasts hours are felt best: an evening, a night, a working day."""
    if seconds < 3500:
        return 0.65
    return 1.0 if seconds <= _HOURS_S else 0.85 if seconds <= 14 * 86_400 else 0.6


def _parts(place: Place, shown: Shown, size: float) -> dict[str, float]:
    return {"familiarity": FAMILIARITY[place.level], "size": size, "number": whole_part(shown), "combination": 0.9}


def rounded(shown: Shown, thing: Reference) -> Shown:
    """With "about" for "exactly" where the thing varies: what a laptop draws or a film holds is a round figure."""
    varies = shown.hedge == "exactly" and thing.low != thing.high
    return Shown(shown.value, "about", shown.error) if varies else shown


def _waiting(
    quantity: Quantity, place: Place, seconds: Fraction, timed: tuple[Shown, str], audience: Audience
) -> Comparison:
    (shown, unit), lang, thing = timed, audience.lang, place.reference
    parts = _parts(place, shown, _wait_size(float(seconds)))
    forms: Forms
    if quantity.dimension == "speed":
        forms = journey_forms(figure(quantity, lang), thing, shown, unit, lang)
    else:
        shown = rounded(shown, thing)
        forms = load_forms(figure(quantity, lang), thing, shown, unit, quantity.dimension == "flow", lang)
        parts["spread"] = round(spread_part(thing), 4)
    spec = render(magnitude(quantity), quantity.unit, lang)
    working = f"{_amount(thing, quantity.unit, lang)} ÷ {spec} = {_came_to(seconds, timed, lang)}"
    return compose(
        quantity, "duration", (thing,), forms, shown, parts, working, audience,
        numbers=(shown.value,), exact=seconds, assumptions=_taken(thing, lang),
    )  # fmt: skip


def _taken(thing: Reference, lang: Lang) -> tuple[str, ...]:
    return (thing.each[lang],) if thing.each else ()


def _amount(thing: Reference | Quantity, rate: str, lang: Lang) -> str:
    """The amount, and the same in the unit of the rate where that is another: "6 GB = 48,000 Mb"."""
    value = thing.value if isinstance(thing, Reference) else magnitude(thing)
    own = render(value, thing.unit, lang)
    unit = rate.partition(" / ")[0]
    if unit == rate or unit == thing.unit or unit.startswith("mile"):
        return own
    return f"{own} = {_plain(convert(value, thing.unit, unit), unit, lang)}"


def _plain(value: Fraction, unit: str, lang: Lang) -> str:
    """A value to six significant figures, with its unit."""
    short = Decimal(f"{float(value):.6g}")
    return render(Decimal(format(short.normalize(), "f")), unit, lang)


def _came_to(seconds: Fraction, timed: tuple[Shown, str], lang: Lang) -> str:
    """The exact time and what it is rounded to: "2,400 s ≈ 40 minutes"."""
    shown, unit = timed
    second = "s" if lang == "en" else "秒"
    return f"{ratio_text(seconds)} {second} ≈ {time_text(shown.value, unit, lang)}"


def _lasting(
    quantity: Quantity, place: Place, seconds: Fraction, timed: tuple[Shown, str], audience: Audience
) -> Comparison:
    unit, lang, thing = timed[1], audience.lang, place.reference
    shown = rounded(timed[0], thing)
    spec, draw = render(magnitude(quantity), quantity.unit, lang), render(thing.value, thing.unit, lang)
    exact = f"{ratio_text(seconds / _SIZES[unit])}{' ' if lang == 'en' else ''}{time_word(unit, lang)}"
    return compose(
        quantity, "duration", (thing,), use_forms(stated(quantity, lang), thing, shown, unit, lang), shown,
        {**_parts(place, shown, 0.65 if unit == "minute" else _use_size(float(seconds))), "spread": round(spread_part(thing), 4)},
        f"{spec} ÷ {draw} = {exact} ≈ {time_text(shown.value, unit, lang)}", audience,
        numbers=(shown.value,), exact=seconds, assumptions=(without_losses(thing, draw, lang), *_taken(thing, lang)),
    )  # fmt: skip
