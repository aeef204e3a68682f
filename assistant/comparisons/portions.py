"""What a percentage is of so many: cases out of 20, grams out of 10, what a filter leaves, hours of downtime a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from assistant.comparisons.candidates import compose, magnitude, ratio_text
from assistant.comparisons.combined_wording import time_word
from assistant.comparisons.frequencies import Frequency, is_clean, natural
from assistant.comparisons.portion_wording import ALL_YEAR, OPPOSITE, down_forms, left_forms, portion_forms
from assistant.comparisons.roles import Share, share_role
from assistant.comparisons.rounding import CompareHedge, Shown, significant
from assistant.comparisons.score import Audience, whole_part
from assistant.comparisons.shelf import View, in_base_units
from assistant.comparisons.wording import stated
from assistant.schema import Comparison, Hedge, Quantity

DAYS = 365
YEAR_S = DAYS * 86_400
_UNITS = (("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1))
# Fewer parts in a million than this are a trace: drops tell it better than one in so many.
TRACE = Fraction(1, 1000)
LEAST_REMOVED = Fraction(4, 5)
# What is never down, or down all the time, is no service.
_MOST_DOWN, _LEAST_DOWN_S = Fraction(1, 4), Fraction(1)


def find_portions(quantity: Quantity, _: View, audience: Audience) -> Iterator[Comparison]:
    """So many in so many, where the attribute says of what; without one, only a share that comes out to the dot."""
    if quantity.dimension != "percentage" or quantity.high is not None:
        return
    share = in_base_units(Fraction(magnitude(quantity)), quantity.unit)
    if not 0 < share < 1:
        return
    role = share_role(quantity.attribute)
    found: Comparison | None
    if role == "uptime":
        found = _downtime(quantity, share, audience)
    elif role == "removed":
        found = _left(quantity, share, audience)
    else:
        found = _portion(quantity, share, role, audience)
    if found is not None:
        yield found


def is_portion(quantity: Quantity) -> bool:
    """Whether a percentage is said to be of something, or comes out to the dot: then it may be told as a frequency."""
    if quantity.dimension != "percentage":
        return False
    if quantity.unit != "percent":
        return True
    bare = quantity.attribute is None and not quantity.hedge and quantity.statistic == "unstated"
    if share_role(quantity.attribute) is not None:
        return True
    return bare and is_clean(Fraction(quantity.low) / 100)


def _portion(quantity: Quantity, share: Fraction, role: Share | None, audience: Audience) -> Comparison | None:
    if role is None and quantity.unit != "percent":
        role = "parts"
    if (role is None and not is_portion(quantity)) or (quantity.unit != "percent" and share < TRACE):
        return None
    found, lang = natural(share), audience.lang
    if found is None or not _stands(found, quantity.hedge):
        return None
    if role in ("grams", "milliliters"):
        if not _in_a_recipe(found):
            return None
        if found.among in (2, 5):
            # A recipe is written for ten.
            times = 10 // found.among
            found = replace(found, count=found.count * times, among=10)
    british = audience.market in ("uk", "eu", "hk")
    return compose(
        quantity, "share", (), portion_forms(stated(quantity, lang), found, role, quantity.hedge, british, lang),
        found.shown, _parts(found), _working(share, found), audience, numbers=_numbers(found), exact=share,
    )  # fmt: skip


def _in_a_recipe(found: Frequency) -> bool:
    """Whether an amount is weighed out so: nine of every 20 grams is no plainer than 45 %."""
    if found.count == 1:
        return True
    return found.shown.hedge == "exactly" and (found.among <= 10 or found.count == found.among - 1)


def _left(quantity: Quantity, share: Fraction, audience: Audience) -> Comparison | None:
    # What keeps out less than this is more likely a part of something else.
    if share < LEAST_REMOVED:
        return None
    rest, lang = 1 - share, audience.lang
    found, hedge = natural(rest), OPPOSITE[quantity.hedge]
    if found is None or not _stands(found, hedge):
        return None
    forms = left_forms(stated(quantity, lang), found, quantity.attribute or "", hedge, lang)
    return compose(
        quantity, "share", (), forms, found.shown, _parts(found), f"100 % − {_percent(share)} = {_working(rest, found)}",
        audience, numbers=_numbers(found), exact=rest,
    )  # fmt: skip


def _stands(found: Frequency, hedge: Hedge) -> bool:
    """Whether the hedge of the specification and that of the frequency can be said at once: "at least about" says nothing."""
    return hedge in ("", "about") or found.shown.hedge == "exactly"


def _parts(found: Frequency) -> dict[str, float]:
    # One in ten thousand is read, one in ten is seen.
    return {"number": whole_part(found.shown), "size": 0.9 if found.among <= 100 else 0.75, "combination": 0.8}


def _numbers(found: Frequency) -> tuple[Fraction, ...]:
    return Fraction(found.count), Fraction(found.among)


def _percent(share: Fraction) -> str:
    return f"{ratio_text(share * 100)} %"


def _working(share: Fraction, found: Frequency) -> str:
    sign = "=" if found.shown.hedge == "exactly" else "≈"
    return f"{_percent(share)} {sign} {found.count:,} ÷ {found.among:,}"


def _downtime(quantity: Quantity, share: Fraction, audience: Audience) -> Comparison | None:
    down, lang = 1 - share, audience.lang
    seconds = down * YEAR_S
    # "Up to 99.9 %" promises no time at all.
    if quantity.hedge not in ("", "at least", "more than") or not (seconds >= _LEAST_DOWN_S and down <= _MOST_DOWN):
        return None
    unit, size = next((name, size) for name, size in _UNITS if seconds >= (2 * size if name == "day" else size))
    exact = seconds / size
    value = significant(exact)
    # "One hour" and "two days" need no decimals where they are near enough.
    if abs(round(exact) - exact) * 100 <= exact:
        value = Fraction(round(exact))
    hedge: CompareHedge = "exactly" if value == exact else "about"
    shown = Shown(value, hedge, float(abs(value - exact) / exact))
    gap = " " if lang == "en" else ""
    working = f"(100 % − {_percent(share)}) × {DAYS} × 24 × 3,600 s = {ratio_text(exact)}{gap}{time_word(unit, lang)}"
    return compose(
        quantity, "duration", (), down_forms(stated(quantity, lang), shown, unit, lang), shown,
        {"number": whole_part(Shown(Fraction(1), hedge, 0.0)), "combination": 0.9}, working, audience,
        numbers=(value,), exact=seconds, assumptions=(ALL_YEAR[lang],),
    )  # fmt: skip
