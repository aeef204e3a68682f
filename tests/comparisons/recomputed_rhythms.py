"""Recomputes what stands without a multiplier: paces, downtimes, years of wear, so many in so many, drops in a vessel."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from assistant.schema import Comparison, Lang
from tests.comparisons.recomputed import TIMES, WORDS, F, check_hedge, in_base, numbers_of, unit

_DAYS = {
    "a day": F(1),
    "每天": F(1),
    "a week": F(7),
    "每周": F(7),
    "每週": F(7),
    "a month": F(365, 12),
    "每月": F(365, 12),
}
_NUMBER = re.compile(
    r"\d[\d,]*(?:\.\d+)?[万萬]?|(?:one|two|three|four|five|six|seven|eight|nine) and a half|[A-Za-z]+|[两兩]"
)


def said_numbers(text: str) -> list[Fraction]:
    """Every number that a text says, in order, words and digits alike; not the articles."""
    found: list[Fraction] = []
    for match in _NUMBER.finditer(text):
        word = match[0].lower()
        if word.endswith(" and a half"):
            found.append(WORDS[word.split()[0]] + F(1, 2))
        elif word[0].isdigit():
            many = 10_000 if word[-1] in "万萬" else 1
            found.append(F(word.rstrip("万萬").replace(",", "")) * many)
        elif word in WORDS and word != "twice":
            found.append(WORDS[word])
    return found


def check_wear(comparison: Comparison, lang: Lang) -> None:
    """So many times, so often: the days they last are years of 365."""
    years, often = comparison.numbers
    period = next(days for words, days in _DAYS.items() if words in comparison.text)
    days = Fraction(comparison.quantity.low) / often * period
    assert comparison.exact == days * 86_400
    check_hedge(comparison, days / 365, years)
    assert sorted(said_numbers(comparison.text)) == sorted((years, often)), comparison.text
    assert numbers_of(comparison.working)[-1][0] == pytest.approx(float(days / 365), rel=1e-3)
    assert comparison.assumptions
    assert comparison.assumptions[0] in comparison.text


def check_pace(comparison: Comparison, lang: Lang) -> None:
    """One every so often, or so many in a shorter time: both the inverse of the rate."""
    rate, powers = in_base(comparison.quantity.low, comparison.quantity.unit)
    assert powers.pop("T") == -1
    eight = F(8) in comparison.numbers[1:]
    # Of an eight-hour day sixteen hours are off.
    interval = 1 / rate / (3 if eight else 1)
    assert comparison.exact == interval
    shown = comparison.numbers[0]
    word, size = next((word, size) for word, size in TIMES.items() if word in comparison.text.replace("小时算", ""))
    per = re.search(rf" an? {word}|平均每{word}", comparison.text) is not None
    check_hedge(comparison, size / interval if per else interval / size, shown)
    wanted = [shown, *([F(8)] if eight else [])]
    told = [n for n in said_numbers(comparison.text) if n != 1] + ([F(1)] if shown == 1 else [])
    assert sorted(told) == sorted(wanted), comparison.text
    came_to = float(numbers_of(comparison.working.partition("=")[2])[0][0])
    assert came_to == pytest.approx(float(size / interval if per else interval), rel=1e-3)
    day_long = comparison.quantity.unit.split()[-1] in ("day", "week", "month", "year")
    assert day_long == any(words in comparison.text for words in ("day", "昼夜", "晝夜", "一天"))
    assert comparison.assumptions


def check_downtime(comparison: Comparison, lang: Lang) -> None:
    """What a year of 365 days has left when the share is up."""
    seconds = (1 - Fraction(comparison.quantity.low) / 100) * 365 * 86_400
    assert comparison.exact == seconds
    (shown,) = comparison.numbers
    size = next(size for word, size in TIMES.items() if word in comparison.text)
    check_hedge(comparison, seconds / size, shown)
    assert said_numbers(comparison.text.removeprefix("一年")) == [shown], comparison.text
    assert "at most" in comparison.text or "最多" in comparison.text
    assert numbers_of(comparison.working)[-1][0] == pytest.approx(float(seconds / size), rel=1e-3)
    assert comparison.assumptions


def check_portion(comparison: Comparison, lang: Lang) -> None:
    """So many in so many are the share, or what it leaves; a clock's second in so long is the trace."""
    share = Fraction(comparison.quantity.low) * unit(comparison.quantity.unit)[0]
    count, among = comparison.numbers
    text = comparison.text
    if "second in" in text or "的1秒" in text:
        size = next(size for word, size in TIMES.items() if word in text.replace("one second", "").replace("1秒", ""))
        assert comparison.exact == share
        assert count == 1
        check_hedge(comparison, 1 / share / size, among)
        return
    left = "left" in text or "剩" in text
    exact = 1 - share if left else share
    assert comparison.exact == exact
    assert 0 < count < among
    check_hedge(comparison, exact, count / among)
    assert (comparison.hedge == "exactly") == (count / among == exact)
    assert sorted(said_numbers(text)) == sorted((count, among)), text
    figures = [value for value, _ in numbers_of(comparison.working)]
    assert figures[-2:] == [count, among]
    assert figures[-3] == pytest.approx(float(exact * 100), rel=1e-3)


def check_drops(comparison: Comparison, lang: Lang) -> None:
    """So many small things in a vessel: their share of it is the trace within 5 %."""
    share = Fraction(comparison.quantity.low) * unit(comparison.quantity.unit)[0]
    small, vessel = (in_base(reference.value, reference.unit) for reference in comparison.references)
    assert small[1] == vessel[1] == {"L": 3}
    (number,) = comparison.numbers
    assert 1 <= number <= 20
    made = number * small[0] / vessel[0]
    assert comparison.exact == share
    assert comparison.hedge == "about"
    assert abs(made - share) <= share / 20
    assert comparison.error == pytest.approx(float(abs(made - share) / share))
    assert comparison.references[1].names[lang].thing in comparison.text
    assert said_numbers(comparison.text)[-1 if lang != "en" else 0] == number, comparison.text
    assert numbers_of(comparison.working)[-1][0] == pytest.approx(float(made * 10**6), rel=1e-3)
    assert comparison.assumptions
    for reference in comparison.references:
        assert format(reference.value, "f") in comparison.working.replace(",", "")


def check_bare(comparison: Comparison, lang: Lang) -> None:
    """What stands beside no thing at all."""
    dimension = comparison.quantity.dimension
    if comparison.kind == "share":
        check_portion(comparison, lang)
    elif dimension == "percentage":
        check_downtime(comparison, lang)
    elif dimension == "count":
        check_wear(comparison, lang)
    else:
        check_pace(comparison, lang)
