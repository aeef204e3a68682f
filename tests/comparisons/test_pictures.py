"""Pictures: to scale or with a named logarithm, in three languages, no text out of its place, nothing drawn without a size."""

from __future__ import annotations

from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.beside import rank_one
from assistant.comparisons import Audience, compare_two, rank
from assistant.comparisons.chart import render_ladder
from assistant.comparisons.drawing import INNER, lines_of, text_width
from assistant.comparisons.picture import drawable, render_beside
from assistant.quantities import find_quantities
from assistant.references import load_book
from assistant.schema import LANGS, Comparison, Lang
from tests.comparisons.conftest import make_quantity, make_reference

SVG = "{http://www.w3.org/2000/svg}"
EGG = make_reference("egg", "50", "gram", "mass", many="eggs")
TOWER = make_reference("tower", "100", "meter", "height")


def first(text: str, value: str, unit: str, known: object, lang: Lang = "en") -> Comparison:
    return rank(make_quantity(text, value, unit), [known], Audience(lang, "us")).comparisons[0]  # type: ignore[list-item]


def bars(svg: str) -> list[float]:
    """Widths of what is drawn, from the top; the background is left out."""
    shapes = ElementTree.fromstring(svg).iter(f"{SVG}rect")
    return [float(shape.attrib["width"]) for shape in shapes if shape.attrib["fill"] != "#ffffff"]


def words(svg: str) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_two_bars_are_as_long_as_the_two_things_are_large() -> None:
    theirs, ours = bars(render_beside(first("250 m", "250", "meter", TOWER), "en"))
    assert ours / theirs == pytest.approx(2.5, rel=0.001)
    assert ours == pytest.approx(INNER)


def test_what_is_counted_up_to_twenty_is_drawn_as_a_row_as_long_as_all_of_it() -> None:
    svg = render_beside(first("620 g", "620", "gram", EGG), "en")
    *blocks, ours = bars(svg)
    assert len(blocks) == 13
    assert blocks[-1] / blocks[0] == pytest.approx(0.4, rel=0.05)
    assert sum(blocks) + 2 * (len(blocks) - 1) == pytest.approx(ours, abs=0.5)
    assert words(svg)[-1] == "One block: a egg. Bar lengths are to scale."


@pytest.mark.parametrize(
    ("lang", "note"),
    [("en", "Logarithmic scale"), ("zh-Hans", "对数刻度"), ("zh-Hant", "對數刻度")],
)
def test_where_the_eye_cannot_take_the_scale_the_axis_says_that_it_is_a_logarithm(lang: Lang, note: str) -> None:
    svg = render_beside(first("6 km", "6", "kilometer", TOWER, lang), lang)
    theirs, ours = bars(svg)
    assert ours / theirs < 10
    assert any(line.startswith(note) for line in words(svg))
    assert "<line" in svg


def test_a_difference_is_drawn_as_what_it_was_and_what_it_is() -> None:
    old, new = (make_quantity(f"{n} mAh", n, "milliampere_hour") for n in ("4600", "5200"))
    (found,) = compare_two(old, new, Audience("en")).comparisons
    svg = render_beside(found, "en")
    was, now = bars(svg)
    assert now / was == pytest.approx(5200 / 4600, rel=0.001)
    assert "before · 4,600 mAh" in words(svg)


def test_what_has_no_size_is_not_drawn() -> None:
    heat = make_reference("tea", "93", "degree_Celsius", "temperature")
    film = make_reference("film", "6", "gigabyte", "data", usable_as=("load",))
    for found in (
        first("93 °C", "93", "degree_Celsius", heat),
        first("20 Mbit/s", "20", "megabit / second", film),
    ):
        assert render_beside(found, "en") == ""
        assert drawable([found]) is None


def test_of_several_the_best_that_needs_no_logarithm_is_drawn() -> None:
    book = [TOWER, make_reference("step", "1", "meter", "height", many="steps")]
    ranking = rank(make_quantity("250 m", "250", "meter"), book, Audience("en", "us"))
    chosen = drawable(ranking.comparisons)
    assert chosen is not None
    assert chosen.references == (TOWER,)


@given(st.text(alphabet="Wimg ,.长頸鹿的高度°0%", max_size=160), st.sampled_from([13.0, 16.0, 18.0]))
def test_lines_hold_all_the_text_and_fit_their_width(text: str, size: float) -> None:
    lines = lines_of(text, INNER, size, bold=True)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        longest = max(text_width(word, size, bold=True) for word in line.split(" "))
        assert text_width(line, size, bold=True) <= max(INNER, longest)


@pytest.mark.parametrize("lang", LANGS)
def test_no_line_of_a_real_picture_is_wider_than_the_picture(lang: Lang) -> None:
    audience = Audience(lang, {"en": "us", "zh-Hans": "cn", "zh-Hant": "tw"}[lang])  # type: ignore[arg-type]
    drawn = 0
    for text in ("6000 m/s", "620 g", "74 Wh", "3 L", "500 cd/m²", "150 Hz", "250 kPa", "20 Mbit/s", "12 hours"):
        ranking = rank_one(find_quantities(text, lang)[0], load_book(), audience)
        pictures = [render_ladder(ranking.ladder, lang, text), *(render_beside(c, lang) for c in ranking.comparisons)]
        for svg in filter(None, pictures):
            drawn += 1
            for line in ElementTree.fromstring(svg).iter(f"{SVG}text"):
                size = float(line.attrib.get("font-size", 16))
                assert text_width(line.text or "", size, "font-weight" in line.attrib) <= INNER
    assert drawn > 20


def test_names_are_escaped() -> None:
    odd = make_reference("<b>&", "100", "meter", "height")
    assert "<b>" not in render_beside(first("250 m", "250", "meter", odd), "en")


@given(st.fractions(min_value=Fraction(1, 25), max_value=25, max_denominator=99))
def test_every_size_within_sight_is_drawn_to_scale(ratio: Fraction) -> None:
    quantity = make_quantity("x m", str(round(float(100 * ratio), 6)), "meter")
    for found in rank(quantity, [TOWER], Audience("en", "us")).comparisons:
        theirs, ours = bars(render_beside(found, "en"))
        assert ours / theirs == pytest.approx(float(ratio), rel=0.01)
