"""English quantities without a number word to start from: "a gallon", "twice a day", "absolute zero"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num
from assistant.quantities.page import Page
from assistant.quantities.part import Part
from assistant.quantities.units_at import measure_at

_PER_TIMES = lazy(
    r"(once|twice|thrice)(?: (?:a|per|an|each|every) (second|minute|hour|day|week|month|year)"
    r"| (daily|weekly|monthly|yearly|hourly))(?![A-Za-z])"
)
_TIMES = {"once": Decimal(1), "twice": Decimal(2), "thrice": Decimal(3)}
_PERIODS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "hourly": "hour"}
_ABSOLUTE = lazy(r"(?<![A-Za-z])absolute zero(?![A-Za-z])")
_BAKERS = lazy(r"(?<![A-Za-z])(?:[Aa] )?baker's dozen(?![A-Za-z])")
_AND_HALF = lazy(r" and (?:a )?half(?![A-Za-z])")
_THINGS = (
    "gallon|pint|quart|cup|lit(?:er|re)|kilo(?:gram|met(?:er|re))?|pound|ounce|mile|foot|inch|met(?:er|re)|ton(?:ne)?"
    "|hectare|acre|fortnight|decade|century|kibibyte|mebibyte|gibibyte|kilobyte|megabyte|gigabyte|terabyte|petabyte"
    "|tablespoon|teaspoon|kilowatt|penny|dozen"
)
_SPELLS = "second|minute|hour|day|week|month|year"
# "a gallon" is one gallon; "an hour" only where a word before it measures ("for an hour"), for "a day" is a rate.
_ARTICLE = lazy(
    rf"[Aa](?:(?<![A-Za-z].)(?<!half .)n? (?=(?:{_THINGS})(?: of | |[.,;!?)]|$))"
    rf"|(?<![A-Za-z].)n? (?=(?:{_SPELLS}) and a half)"
    rf"|(?<=for a)n? (?=(?:{_SPELLS})(?![A-Za-z]))|(?<=in a)n? (?=(?:second|minute|hour)(?![A-Za-z]))"
    rf"|(?<=than a)n? (?=(?:{_SPELLS})(?![A-Za-z]))|(?<=under a)n? (?=(?:second|minute|hour|day|week)(?![A-Za-z])))"
)


# What a thing does with an amount; the words end in s, as things that are counted do.
_DOES = lazy(
    r"(?<![A-Za-z])(?:holds|weighs|takes|makes|carries|boils|measures|needs|uses|saves|pumps|fills|stands|lifts|draws|drinks|moves|reaches|is|was) $"
)
_LONGEST_VERB = 10


def _articles(page: Page) -> Iterator[Part]:
    text = page.text
    for match in _ARTICLE.finditer(text):
        at = match.start()
        unit = measure_at(page, match.end())
        # "60 pages a pound" and "$5 a gallon" are rates; "holds a pint" is not.
        if unit is None or (at > 1 and text[at - 2] == "s" and not _DOES.search(text, max(0, at - _LONGEST_VERB), at)):
            continue
        half = _AND_HALF.match(text, unit.end)
        value = unit.factor + (Decimal("0.5") if half else 0)
        end = half.end() if half else unit.end
        yield Part(Num(at, match.end(), Decimal(1), kind="words"), at, end, unit.unit, value, None, [])


def _fixed(match: re.Match[str], value: Decimal, unit: str) -> Part:
    start, end = match.span()
    return Part(Num(start, end, value, kind="words"), start, end, unit, value, None, [])


def find_parts(page: Page, taken: Sequence[tuple[int, int]]) -> list[Part]:
    """The quantities of these forms, by start, that neither touch nor overlap a span of `taken` (sorted) or each other."""
    text = page.text
    parts = list(_articles(page))
    if "baker's dozen" in text:
        parts += [_fixed(match, Decimal(1), "bakers_dozen") for match in _BAKERS.finditer(text)]
    if "absolute zero" in text:
        parts += [_fixed(match, Decimal(0), "kelvin") for match in _ABSOLUTE.finditer(text)]
    if "ice " in text or "once " in text:
        for match in _PER_TIMES.finditer(text):
            period = match[2] or _PERIODS[match[3]]
            parts.append(_fixed(match, _TIMES[match[1]], f"count / {period}"))
    if not parts:
        return parts
    starts = [start for start, _ in taken]
    kept: list[Part] = []
    end = -1
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        index = bisect_right(starts, part.start)
        before = taken[index - 1][1] if index else -2
        after = starts[index] if index < len(starts) else part.end
        if part.start > before + 1 and part.end <= after and part.start >= end:
            kept.append(part)
            end = part.end
    return kept
