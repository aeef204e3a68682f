"""Recomputes what the engine offers: ratio, hedge, the number in the text and the arithmetic beside it.

Nothing here asks the product's units: the table below has its own, and a unit that it lacks fails the test that met it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from assistant.schema import Comparison, Lang, Reference

F = Fraction
# Each unit as a number and a dimension: powers of length (m), mass (kg), time (s), current (A), information (bit), light …
_PLAIN: dict[str, tuple[Fraction, str]] = {
    "meter": (F(1), "L"), "inch": (F(254, 10_000), "L"), "foot": (F(3048, 10_000), "L"), "yard": (F(9144, 10_000), "L"),
    "mile": (F(1_609_344, 1000), "L"), "hundred_kilometer": (F(100_000), "L"),
    "gram": (F(1, 1000), "M"), "kilogram": (F(1), "M"), "metric_ton": (F(1000), "M"),
    "pound": (F(45_359_237, 100_000_000), "M"), "ounce": (F(45_359_237, 1_600_000_000), "M"),
    "second": (F(1), "T"), "minute": (F(60), "T"), "hour": (F(3600), "T"), "day": (F(86_400), "T"),
    "week": (F(604_800), "T"), "month": (F(2_629_800), "T"), "year": (F(31_557_600), "T"), "hertz": (F(1), "T-1"),
    "liter": (F(1, 1000), "L3"), "gallon": (F(3_785_411_784, 10**12), "L3"),
    "imperial_gallon": (F(454_609, 10**8), "L3"),
    "acre": (43_560 * F(1200, 3937) ** 2, "L2"), "hectare": (F(10_000), "L2"), "ping_area": (F(400, 121), "L2"),
    "mile_per_hour": (F(44_704, 100_000), "L1T-1"), "standard_gravity": (F(980_665, 100_000), "L1T-2"),
    "newton": (F(1), "L1M1T-2"), "pascal": (F(1), "L-1M1T-2"), "bar": (F(100_000), "L-1M1T-2"),
    "millimeter_Hg": (F(133_322_387_415, 10**9), "L-1M1T-2"),
    "pound_force_per_square_inch": (F(45_359_237, 10**8) * F(980_665, 10**5) / F(254, 10_000) ** 2, "L-1M1T-2"),
    "joule": (F(1), "L2M1T-2"), "calorie": (F(4184, 1000), "L2M1T-2"), "watt": (F(1), "L2M1T-3"),
    "watt_hour": (F(3600), "L2M1T-2"),
    "horsepower": (550 * F(3048, 10_000) * F(45_359_237, 10**8) * F(980_665, 10**5), "L2M1T-3"),
    "ampere_hour": (F(3600), "A1T1"), "bit": (F(1), "B"), "byte": (F(8), "B"),
    "lumen": (F(1), "C"), "candela": (F(1), "C"), "lux": (F(1), "C1L-2"),
    "pixel": (F(1), "X"), "frame": (F(1), "R"), "person": (F(1), "P"), "count": (F(1), "N"),
    "request": (F(1), "N"), "transaction": (F(1), "N"),
    "revolutions_per_minute": (F(1, 60), "V1T-1"), "percent": (F(1, 100), ""), "ppm": (F(1, 10**6), ""),
    "degree_Celsius": (F(1), "K"), "degree_Fahrenheit": (F(5, 9), "K"),
    "decibel_a": (F(1), "Sa"), "decibel_plain": (F(1), "Sp"),
    **{code: (F(1), code) for code in ("USD", "GBP", "EUR", "CNY", "TWD", "HKD")},
}  # fmt: skip
_PREFIXES: dict[str, Fraction | int] = {
    "giga": 10**9, "mega": 10**6, "kilo": 10**3, "centi": F(1, 100), "milli": F(1, 1000), "micro": F(1, 10**6),
    "nano": F(1, 10**9),
}  # fmt: skip
_POWER = re.compile(r"([A-Z]+[a-z]?)(-?\d+)?")
Sized = tuple[Fraction, dict[str, int]]


def one_unit(name: str) -> tuple[Fraction, str]:
    if name in _PLAIN:
        return _PLAIN[name]
    for prefix, factor in _PREFIXES.items():
        if name.startswith(prefix) and name.removeprefix(prefix) in _PLAIN:
            size, dimension = _PLAIN[name.removeprefix(prefix)]
            return factor * size, dimension
    raise AssertionError(f"this table has no {name!r}: add it, from a source that is not the product")


def unit(expression: str) -> Sized:
    """The factor of "mile / hour", "meter ** 2", with the powers of its dimension."""
    factor, powers, sign = F(1), dict[str, int](), 1
    words = expression.split()
    for place, word in enumerate(words):
        if word in ("/", "*"):
            sign = -1 if word == "/" else 1
        elif word != "**" and words[place - 1] != "**":
            times = sign * (int(words[place + 2]) if words[place + 1 : place + 2] == ["**"] else 1)
            size, dimension = one_unit(word)
            factor *= size**times
            for name, power in _POWER.findall(dimension):
                powers[name] = powers.get(name, 0) + int(power or 1) * times
    return factor, {name: power for name, power in powers.items() if power}


def in_base(value: Decimal, expression: str) -> Sized:
    factor, powers = unit(expression)
    return Fraction(value) * factor, powers


_SHARES = {
    "two thirds": F(2, 3), "three quarters": F(3, 4), "four fifths": F(4, 5), "a third": F(1, 3), "a quarter": F(1, 4), "a fifth": F(1, 5),
    "half": F(1, 2), "三分之二": F(2, 3), "四分之三": F(3, 4), "五分之四": F(4, 5), "三分之一": F(1, 3), "四分之一": F(1, 4),
    "五分之一": F(1, 5), "一半": F(1, 2),
}  # fmt: skip
WORDS = {
    word: F(n) for n, word in enumerate("one two three four five six seven eight nine".split(), 1)
} | {"twice": F(2), "两": F(2), "兩": F(2)}  # fmt: skip
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BEFORE_HALF = re.compile(r"(\w+) and a half")


def told(rest: str) -> Fraction | None:
    """The one number in what remains of a text without its names; None where there is none."""
    half = _BEFORE_HALF.search(rest)
    if half:
        return WORDS[half[1]] + F(1, 2)
    for words, value in _SHARES.items():
        if words in rest:
            return value
    digits = _DIGITS.search(rest)
    if digits:
        many = 10_000 if rest[digits.end() : digits.end() + 1] in ("万", "萬") else 1
        return F(digits[0].replace(",", "")) * many
    found = [value for word, value in WORDS.items() if re.search(rf"\b{word}\b" if word.isascii() else word, rest)]
    assert len(found) <= 1, rest
    return found[0] if found else None


def without_names(text: str, reference: Reference, lang: Lang) -> str:
    names = reference.names[lang]
    for name in sorted({names.of, names.thing, names.many, names.name} - {""}, key=len, reverse=True):
        # One 的 may go from inside a name before the 的 of the sentence.
        loose = re.compile("的?".join(re.escape(part) for part in name.split("的")))
        # The longest alone: "a quarter of the width of a quarter" says a share and a coin.
        if loose.search(text):
            return loose.sub(" ", text)
    return text


def step_of(shown: Fraction, hedge: str) -> Fraction:
    """One step of the rounding that shows two figures at most, halves and whole numbers, and tenths below one."""
    if shown < 1 or (shown == 1 and hedge == "nearly"):
        return F(1, 10)
    if shown.denominator == 2:
        return F(1, 2)
    return F(10) ** max(0, len(str(int(shown))) - 2)


def check_hedge(comparison: Comparison, exact: Fraction, shown: Fraction) -> None:
    if comparison.hedge == "about":
        assert abs(shown - exact) <= exact / 20
    elif comparison.hedge == "more than":
        assert shown < exact <= shown + step_of(shown, comparison.hedge)
    elif comparison.hedge == "nearly":
        assert shown - step_of(shown, comparison.hedge) <= exact < shown
    else:
        assert comparison.hedge == "exactly"
        assert shown == exact
    assert comparison.error == pytest.approx(float(abs(shown - exact) / exact))


_SAID = {
    "about": ("about ", "约", "約"), "more than": ("more than ", "超过", "超過"), "nearly": ("nearly ", "近"),
}  # fmt: skip


def check_text(comparison: Comparison, reference: Reference, shown: Fraction, lang: Lang) -> None:
    for text in (comparison.text, comparison.forms.noun, comparison.forms.clause):
        rest = without_names(text, reference, lang).replace("at most ", "").replace("最多", "")
        if len(comparison.numbers) == 2:
            start, _, rest = rest.partition(" to " if lang == "en" else "到")
            assert told(start) == comparison.numbers[0], text
            rest = next((word for word in _SAID["about"] if word in start), "") + rest
        assert told(rest) == (None if shown == 1 else shown), text
        # 与…相当 is about as much, and says so.
        if not (shown == 1 and lang != "en" and comparison.hedge == "about"):
            said = {hedge for hedge, words in _SAID.items() if any(word in rest for word in words)}
            assert said == {comparison.hedge} - {"exactly"}, text
    assert comparison.forms.sentence.endswith((comparison.forms.clause + ".", comparison.forms.clause + "。"))
    if len(comparison.numbers) == 2:
        lower, upper = comparison.numbers
        exact = (
            in_base(comparison.quantity.low, comparison.quantity.unit)[0] / in_base(reference.value, reference.unit)[0]
        )
        assert comparison.quantity.high is not None
        assert comparison.hedge == "about"
        assert abs(lower - exact) <= exact / 20
        assert 2 <= lower < upper == shown
        return
    assert comparison.numbers == (() if shown == 1 else (shown,))


def numbers_of(working: str) -> list[tuple[Fraction, str]]:
    found = re.finditer(rf"({_DIGITS.pattern}(?:e[+-]?\d+)?)\s*([万萬亿億])?", working)
    many = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "": 1}
    return [(F(match[1].replace(",", "")) * many[match[2] or ""], match[0]) for match in found]


def check_division(comparison: Comparison, exact: Fraction) -> None:
    """Both sides of "6,000 m/s ÷ 10.4384 m/s = 574.8" agree to the figures shown."""
    left, _, right = comparison.working.partition("÷")
    # A conversion stands before: "20 mph = 8.9408 m/s ÷ …"; what is divided is what stands last.
    dividend = numbers_of(left.rpartition("=")[2])[0][0]
    divisor, quotient = numbers_of(right)[0][0], numbers_of(right.rpartition("=")[2])[0][0]
    assert abs(dividend / divisor - quotient) <= quotient / 1000, comparison.working
    assert abs(quotient - exact) <= exact / 2000, comparison.working


def check_ratio(comparison: Comparison, lang: Lang) -> None:
    quantity, reference = comparison.quantity, comparison.references[0]
    size, powers = in_base(quantity.high or quantity.low, quantity.unit)
    other, other_powers = in_base(reference.value, reference.unit)
    assert powers == other_powers, (quantity.unit, reference.unit)
    exact, shown = size / other, comparison.ratio_shown
    assert comparison.ratio_exact == exact
    assert shown is not None
    assert len(comparison.references) == 1
    assert comparison.kind == "count" or comparison.kind == (
        "equal" if shown == 1 else "multiple" if shown > 1 else "share"
    )
    assert shown < 1 or len(str(int(shown)).rstrip("0")) <= 2
    assert shown <= 100_000
    check_hedge(comparison, exact, shown)
    check_text(comparison, reference, shown, lang)
    check_division(comparison, exact)


TIMES = {"second": 1, "秒": 1, "minute": 60, "分": 60, "hour": 3600, "小": 3600, "day": 86_400, "天": 86_400}


def check_time(comparison: Comparison, lang: Lang) -> None:
    """A distance by a speed, a capacity by a use: whichever of the two quotients is a time."""
    quantity, reference = comparison.quantity, comparison.references[-1]
    size, powers = in_base(quantity.high or quantity.low, quantity.unit)
    other, other_powers = in_base(reference.value, reference.unit)
    names = {*powers, *other_powers}
    over = {name: p for name in names if (p := powers.get(name, 0) - other_powers.get(name, 0))}
    exact = size / other if over == {"T": 1} else other / size
    assert over in ({"T": 1}, {"T": -1}), (quantity.unit, reference.unit)
    assert comparison.exact == exact
    rest = without_names(comparison.text, reference, lang)
    word = next(word for word in TIMES if word in rest)
    said = told(rest) or F(1)
    check_hedge(comparison, exact, said * TIMES[word])
    assert comparison.numbers == (said,)
    came_to = comparison.working.rpartition("=")[2].partition("≈")[0]
    word = next((word for word in TIMES if word in came_to), "second")
    assert numbers_of(came_to)[0][0] == pytest.approx(float(exact / TIMES[word]), rel=1e-3)
    operands = [value for value, _ in numbers_of(comparison.working)]
    assert {Fraction(quantity.low), Fraction(reference.value)} <= set(operands), comparison.working


def check_anchor(comparison: Comparison) -> None:
    assert comparison.ratio_exact is None
    assert comparison.ratio_shown is None

    def degrees(value: Decimal, name: str) -> Fraction:
        return (Fraction(value) - 32) * F(5, 9) if name == "degree_Fahrenheit" else Fraction(value)

    here = degrees(comparison.quantity.low, comparison.quantity.unit)
    there = [degrees(reference.value, reference.unit) for reference in comparison.references]
    if comparison.quantity.high is not None:
        ends = (here, degrees(comparison.quantity.high, comparison.quantity.unit))
        assert len(there) == 2
        assert all(abs(end - at) <= 6 for end, at in zip(ends, there, strict=True))
        assert comparison.hedge == ""
        return
    if len(there) == 2:
        assert there[0] < here < there[1]
        assert comparison.hedge == ""
    else:
        gap = here - there[0]
        assert abs(gap) <= 6
        assert comparison.hedge == (
            "exactly" if gap == 0 else "about" if abs(gap) <= 2 else "more than" if gap > 0 else "nearly"
        )


def check_ladder(comparison: Comparison, lang: Lang) -> None:
    quantity = comparison.quantity
    for reference in comparison.references:
        # Each rung stands in the unit of the specification, to three figures, or in its own.
        rung = comparison.text.split(reference.names[lang].name, 1)[1]
        in_that_unit = in_base(reference.value, reference.unit)[0] / unit(quantity.unit)[0]
        written = numbers_of(rung)[0][0]
        assert any(abs(written - size) <= size / 200 for size in (in_that_unit, Fraction(reference.value))), rung
    sizes = [in_base(reference.value, reference.unit)[0] for reference in comparison.references]
    sizes.append(in_base(quantity.low, quantity.unit)[0])
    steps = [above / below for below, above in pairwise(sizes)]
    assert all(1 < step <= F(20) + F(1, 10**6) for step in steps)
    factors = [value for value, _ in numbers_of(comparison.working)]
    assert factors == pytest.approx([float(step) for step in steps], rel=0.005)
    assert comparison.numbers == tuple(Fraction(reference.value) for reference in comparison.references)


def check(comparison: Comparison, lang: Lang) -> None:
    from tests.comparisons.recomputed_rhythms import check_bare, check_drops

    if comparison.kind == "anchor":
        check_anchor(comparison)
    elif not comparison.references and comparison.kind in ("duration", "share"):
        check_bare(comparison, lang)
    elif comparison.kind == "share" and comparison.ratio_exact is None:
        check_drops(comparison, lang)
    elif comparison.kind == "ladder":
        check_ladder(comparison, lang)
    elif comparison.kind == "duration":
        check_time(comparison, lang)
    elif comparison.kind == "cost":
        from tests.comparisons.recomputed_costs import check_cost

        check_cost(comparison, lang)
    else:
        assert comparison.kind in ("equal", "multiple", "share", "count"), f"nothing recomputes {comparison.kind}"
        check_ratio(comparison, lang)
    assert (
        comparison.references
        or comparison.kind in ("duration", "share")
        or comparison.quantity.dimension == "currency_rate"
    )
