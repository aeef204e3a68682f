"""How long a number of times lasts: 200,000 folds are about five and a half years at 100 a day, 500 charges five at two a week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from assistant.comparisons.aspects import fits, what_is_counted
from assistant.comparisons.candidates import magnitude
from assistant.comparisons.combined_wording import time_text
from assistant.comparisons.numbers import count_text
from assistant.comparisons.roles import Habit, habit_of
from assistant.comparisons.rounding import CompareHedge, Shown, within
from assistant.comparisons.score import Audience, references_part, total, whole_part, wording_part
from assistant.comparisons.shelf import View
from assistant.comparisons.wording import sentence, stated
from assistant.schema import Comparison, Forms, Lang, Quantity

DAYS = 365


class _Rate(NamedTuple):
    """So many times in a period of so many days."""

    times: int
    period: str
    days: Fraction


# How often a thing is used: a dishwasher once a day, a door a few times, a phone a hundred times, a key thousands.
_DAILY = tuple(_Rate(n, "day", Fraction(1)) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000))
# A razor every other day, a toothbrush's battery once a week, a drill's once a month.
_WEEKLY = tuple(_Rate(n, "week", Fraction(7)) for n in (1, 2, 3, 5))
_MONTHLY = tuple(_Rate(n, "month", Fraction(DAYS, 12)) for n in (1, 2))
# How often what is counted is done, as far as the words say: nobody charges a phone fifty times a day.
_HABITS: Mapping[Habit | None, tuple[_Rate, ...]] = {
    "charges": (*_DAILY[:2], *_WEEKLY),
    "washes": (*_DAILY[:1], *_WEEKLY[:3], *_MONTHLY),
    "folds": _DAILY[2:],
    "presses": _DAILY[2:],
    "openings": _DAILY[:8],
    None: (*_DAILY, *_WEEKLY, *_MONTHLY),
}
# Fewer times than these are a number of uses ("enough for 50 charges"), not a life.
LEAST_TIMES = 100
SHORTEST_YEARS, LONGEST_YEARS = Fraction(1), Fraction(15)
# What people plan for.
PLANNED_YEARS = 5
_EACH: dict[Lang, dict[str, str]] = {
    "en": {"day": "a day", "week": "a week", "month": "a month"},
    "zh-Hans": {"day": "每天", "week": "每周", "month": "每月"},
    "zh-Hant": {"day": "每天", "week": "每週", "month": "每月"},
}
_HEDGE: dict[Lang, str] = {"en": "about ", "zh-Hans": "约", "zh-Hant": "約"}


def _years(times: Fraction, rate: _Rate) -> Shown | None:
    exact = times / rate.times * rate.days / DAYS
    if not SHORTEST_YEARS <= exact <= LONGEST_YEARS:
        return None
    for value in (Fraction(round(exact)), Fraction(round(exact * 2), 2)):
        if value >= 1 and within(value, exact):
            hedge: CompareHedge = "exactly" if value == exact else "about"
            return Shown(value, hedge, float(abs(value - exact) / exact))
    return None


def find_wear(quantity: Quantity, _: View, audience: Audience) -> Iterator[Comparison]:
    """The years that a thing lasts at a plain number of uses a day; empty unless the attribute says that it wears out."""
    lasting = fits(quantity.dimension, quantity.unit, what_is_counted(quantity))
    if quantity.dimension != "count" or "durability" not in lasting or quantity.high is not None:
        return
    times = Fraction(magnitude(quantity))
    if times < LEAST_TIMES:
        return
    habits = _HABITS[habit_of(what_is_counted(quantity))]
    told = [(rate, shown) for rate in habits if (shown := _years(times, rate))]
    if told:
        # What people plan for, then what needs no other period than a day.
        rate, shown = min(told, key=lambda entry: (abs(entry[1].value - PLANNED_YEARS), entry[0].days))
        yield _wear(quantity, times, rate, shown, audience)


def _working(times: Fraction, rate: _Rate) -> str:
    """The division, with the days of a period where that is no day: "500 ÷ 2 × 7 ÷ 365 = 4.795"."""
    period = "" if rate.period == "day" else " × 7" if rate.period == "week" else f" × {DAYS} ÷ 12"
    return f"{times} ÷ {rate.times}{period} ÷ {DAYS} = {float(times / rate.times * rate.days / DAYS):.4g}"


def _wear(quantity: Quantity, times: Fraction, rate: _Rate, shown: Shown, audience: Audience) -> Comparison:
    lang = audience.lang
    hedge = _HEDGE[lang] if shown.hedge == "about" else ""
    years, often = time_text(shown.value, "year", lang), count_text(Fraction(rate.times), lang)
    each = _EACH[lang][rate.period]
    subject = stated(quantity, lang)
    if lang == "en":
        noun = f"{hedge}{years} at {often} {each}"
        forms = Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    else:
        by, last = ("按", "约够用") if lang == "zh-Hans" else ("以", "約夠用")
        noun = f"{by}{each}{often}次算，{last if hedge else last[1:]}{years}"
        forms = Forms(noun, noun, f"{subject}，{noun}。")
    parts = {
        "number": whole_part(shown),
        "references": references_part(2),
        "wording": round(wording_part(noun, lang), 4),
    }
    exact = times / rate.times * rate.days * 86_400
    return Comparison(
        id="",
        quantity=quantity,
        kind="duration",
        references=(),
        ratio_exact=None,
        ratio_shown=None,
        hedge=shown.hedge,
        error=shown.error,
        text=noun,
        forms=forms,
        working=_working(times, rate),
        score=total(parts),
        score_parts=parts,
        assumptions=(f"{often} {each}" if lang == "en" else f"{each}{often}次",),
        numbers=(shown.value, Fraction(rate.times)),
        exact=exact,
    )
