"""Two specifications of one kind side by side: how much more or less, and by what share; never "N times more"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from assistant.comparisons.anchor_wording import LOGARITHM
from assistant.comparisons.candidates import compose, ratio_text
from assistant.comparisons.difference_wording import Gap, difference_forms, percent_text
from assistant.comparisons.rank import SHOWN, Ranking
from assistant.comparisons.reasons import TWO, reason_between
from assistant.comparisons.rounding import CompareHedge, Shown, shown_ratio, significant, within
from assistant.comparisons.score import Audience, whole_part
from assistant.comparisons.shelf import key_of
from assistant.schema import Comparison, Lang, Quantity
from assistant.units import convert, render

# Scales whose numbers cannot be divided: the difference stands, a share of it would mean nothing.
_NO_SHARE = ("temperature", "sound_or_level")
# Below this share a difference is told in its own unit alone.
_LEAST_SHARE = Fraction(1, 100)
# From twice as much on one multiplies: "400 % more" is a sum that nobody does.
_TWICE = Fraction(2)
_SAME_STATISTIC = frozenset({"average", "typical", "rated", "unstated"})


def compare_two(old: Quantity, new: Quantity, audience: Audience) -> Ranking:
    """The difference that `new` makes to `old`: one comparison of kind "difference", or none and the reason.

    Both must be measured alike (one dimension, one statistic, one hedge) and be no ranges. The comparison's `exact` is
    the relative change, negative for less, None where the scale has no share; `numbers` are the difference and the
    percentage (or the multiple of what it was) that its text shows.
    """
    silent = reason_between(old, new, audience.lang) or _unlike(old, new, audience.lang)
    if silent:
        return Ranking((), (), silent)
    return Ranking((replace(_difference(old, new, audience), id="c1"),), (), None)


def beside_the_old(old: Quantity, new: Quantity, ranking: Ranking, audience: Audience) -> Ranking:
    """The ranking of `new` with the difference to `old` in its place among the others; unchanged where there is none."""
    found = compare_two(old, new, audience).comparisons
    if not found:
        return ranking
    kept = [c for c in ranking.comparisons if c.kind == "ladder"]
    others = [c for c in ranking.comparisons if c.kind != "ladder"][: SHOWN - 1]
    every = sorted([*found, *others, *kept], key=lambda c: -c.score)
    return Ranking(tuple(replace(c, id=f"c{at}") for at, c in enumerate(every, 1)), ranking.ladder, None)


def _unlike(old: Quantity, new: Quantity, lang: Lang) -> str | None:
    if old.unit != new.unit and key_of(old.unit) != key_of(new.unit):
        return TWO["unlike"][lang]
    if old.high is not None or new.high is not None:
        return TWO["range"][lang]
    alike = old.statistic == new.statistic or {old.statistic, new.statistic} <= _SAME_STATISTIC
    if not alike or old.hedge != new.hedge or new.hedge not in ("", "about", "up to"):
        return TWO["hedged"][lang]
    if convert(old.low, old.unit, new.unit) == Fraction(new.low):
        return TWO["same"][lang]
    return None


def _difference(old: Quantity, new: Quantity, audience: Audience) -> Comparison:
    lang = audience.lang
    before, now = convert(old.low, old.unit, new.unit), Fraction(new.low)
    gap = now - before
    # "744 GB more" of a terabyte is not 0.744 of one.
    unit = old.unit if abs(gap) < 1 and new.dimension not in _NO_SHARE else new.unit
    amount = _shown_amount(
        abs(gap) * convert(1, new.unit, unit) if unit != new.unit else abs(gap), new.hedge == "about"
    )
    share = None if new.dimension in _NO_SHARE or before <= 0 else gap / before
    told, times = _shown_share(share) if share is not None else (None, False)
    if told is not None and new.hedge == "about":
        told = Shown(told.value, "about", told.error)
    forms = difference_forms(Gap(old, new, gap > 0, amount, unit, told, times), lang)
    numbers = (amount.value,) if told is None else (amount.value, told.value)
    loud = (LOGARITHM[lang],) if new.dimension == "sound_or_level" else ()
    hedges = {amount.hedge, told.hedge if told else amount.hedge}
    parts = {
        "number": whole_part(Shown(Fraction(1), "about", 0.0)),
        # A difference is asked for by whoever gives two figures; one below a tenth is hardly felt.
        "size": 0.95 if share is None or abs(share) >= Fraction(1, 10) else 0.6,
    }
    shown = Shown(amount.value, "exactly" if hedges == {"exactly"} else "about", told.error if told else amount.error)
    return compose(
        new, "difference", (), forms, shown, parts, _working(old, new, before, gap, share, lang), audience,
        numbers=numbers, exact=share, assumptions=loud,
    )  # fmt: skip


def _shown_amount(gap: Fraction, about: bool) -> Shown:
    """The difference as it is where it ends within six figures, else to three, which are about it."""
    exact = significant(gap, 6)
    if exact == gap:
        return Shown(gap, "about" if about else "exactly", 0.0)
    short = significant(gap, 3)
    return Shown(short, "about", float(abs(short - gap) / gap))


def _shown_share(share: Fraction) -> tuple[Shown | None, bool]:
    """A percentage in whole numbers where they are true, else with one decimal; a multiple (True) from twice as much on.

    >>> _shown_share(Fraction(600, 4600))[0].value, _shown_share(Fraction(3))[0].value
    (Fraction(13, 1), Fraction(4, 1))
    """
    if abs(share) < _LEAST_SHARE:
        return None, False
    if share + 1 >= _TWICE:
        times = shown_ratio(share + 1)
        if times is not None and times.hedge in ("about", "exactly"):
            return times, True
    return _percent(share), False


def _percent(share: Fraction) -> Shown:
    exact = abs(share) * 100
    whole = Fraction(round(exact))
    shown = whole if within(whole, exact) else Fraction(round(exact * 10), 10)
    hedge: CompareHedge = "exactly" if shown == exact else "about"
    return Shown(shown, hedge, float(abs(shown - exact) / exact))


def _working(old: Quantity, new: Quantity, before: Fraction, gap: Fraction, share: Fraction | None, lang: Lang) -> str:
    unit = new.unit
    was = render(plain(before), unit, lang)
    if gap > 0:
        taken = f"{render(new.low, unit, lang)} − {was} = {render(plain(gap), unit, lang)}"
    else:
        taken = f"{was} − {render(new.low, unit, lang)} = {render(plain(-gap), unit, lang)}"
    if share is None:
        return taken
    return f"{taken}; {ratio_text(abs(gap))} ÷ {ratio_text(before)} = {percent_text(Fraction(ratio_text(abs(share) * 100).replace(',', '')))}"


def plain(value: Fraction) -> Decimal:
    """A value to six significant figures, without an exponent."""
    short = Decimal(f"{float(significant(value, 6)):.6g}")
    return Decimal(format(short.normalize(), "f"))
