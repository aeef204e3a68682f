"""The scanner looks at one or two characters before it searches; no form it knows may fail that look."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.quantities import find_quantities, hedges
from assistant.quantities.lazy import lazy
from assistant.quantities.normal import fold
from assistant.schema import Lang


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("5 - 10 kg", "en", [("5", "10", None)]),
        ("5–10 kg", "en", [("5", "10", None)]),
        ("5 to 10 kg", "en", [("5", "10", None)]),
        ("5...10 kg", "en", [("5", "10", None)]),
        ("between 5 and 10 kg", "en", [("5", "10", None)]),
        ("5至10公斤", "zh-Hans", [("5", "10", None)]),
        ("5 ~ 10 公斤", "zh-Hans", [("5", "10", None)]),
        ("3 x 4 cm", "en", [("3", None, None), ("4", None, None)]),
        ("3×4cm", "zh-Hans", [("3", None, None), ("4", None, None)]),
        ("3 by 4 cm", "en", [("3", None, None), ("4", None, None)]),
        ("10, 16 and 25 MPa", "en", [("10", None, None), ("16", None, None), ("25", None, None)][1:]),
        ("8、16 GB", "zh-Hans", [("8", None, None), ("16", None, None)]),
        ("5 ±0.1 kg", "en", [("5", None, "0.1")]),
        ("5kg +/- 0.1kg", "en", [("5", None, "0.1")]),
        ("minus 5 °C", "en", [("-5", None, None)]),
        ("负5℃", "zh-Hans", [("-5", None, None)]),
        ("3×10^3 m", "en", [("3000", None, None)]),
        ("1 3/4 cup", "en", [("1.75", None, None)]),
        ("5 m 2", "en", [("5", None, None)]),
        ("时速120公里", "zh-Hans", [("120", None, None)]),
    ],
)
def test_what_joins_numbers_passes_the_look_ahead(
    text: str, lang: Lang, found: list[tuple[str, str | None, str | None]]
) -> None:
    def plain(value: object) -> str | None:
        return None if value is None else f"{value:f}"

    answer = [(plain(q.low), plain(q.high), plain(q.tolerance)) for q in find_quantities(text, lang)]
    assert answer == found


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        *((word, "en") for word in (
            "up to", "as much as", "as many as", "as fast as", "max", "max.", "maximum", "maximum of", "no more than", "at most",
            "not exceeding", "more than", "over", "above", "exceeds", "exceeding", "greater than", "beyond", "in excess of",
            "at least", "min.", "minimum of", "no less than", "starting at", "starting from", "from only", "as low as",
            "less than", "under", "below", "fewer than", "within", "nearly", "almost", "close to", "just under", "about",
            "around", "approx", "approx.", "approximately", "roughly", "some", "circa", "ca.", "an estimated", "estimated",
            "≤", "≥", "<", ">", "~", "≈", "at least about", "UP TO", "up to a",
        )),
    ],
)  # fmt: skip
def test_every_english_hedge_passes_the_look_back(word: str, lang: Lang) -> None:
    (quantity,) = find_quantities(f"It weighs {word} 5 kg", lang)
    assert quantity.hedge != ""


def test_every_chinese_hedge_passes_the_look_back() -> None:
    words = [word for words, _ in hedges._HEDGES_ZH for word in words.split("|") if "(" not in word]
    missed = [
        word for word in words if not hedges.hedge_of(f"重量{word}5公斤", 2 + len(word), 5 + len(word), "zh-Hans")
    ]
    assert missed == []


@given(st.text(alphabet="0123456789^+-eE ×x*10/½.,", max_size=12))
def test_no_spelling_of_a_power_is_an_error(text: str) -> None:
    assert isinstance(find_quantities(text + " kg", "en"), tuple)
    assert isinstance(find_quantities(text + "公斤", "zh-Hans"), tuple)


def test_a_power_with_two_signs_takes_the_minus() -> None:
    (quantity,) = find_quantities("10^+-2 kg", "en")
    assert f"{quantity.low:f}" == "0.01"


@given(st.text(max_size=30))
def test_folding_keeps_the_length_and_is_done_after_one_pass(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="ab1", max_size=8))
def test_a_lazy_pattern_answers_as_the_compiled_one(text: str) -> None:
    late, compiled = lazy("a+b?"), re.compile("a+b?")
    assert late.findall(text) == compiled.findall(text)
    assert [match.span() for match in late.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert late.sub("-", text) == compiled.sub("-", text)
