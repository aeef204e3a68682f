"""What somebody pastes is told apart, read into lines, and each line is found again where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plan.sources import KINDS, SourceKind, guess_source, read_source
from assistant.plan.sources.locating import Locator
from assistant.plan.sources.tables import ROWS, read_sheet
from assistant.schema import LANGS
from assistant.schema.brief import BRIEF_FACTS, FACT_CHARS
from assistant.ui.examples import load_examples

PAGE = """# Lumo Desk Lamp

The best lamp in the world. It weighs 1.8 kg and gives 900 lumens, which is enough for a whole desk.

## Specifications

| Part | Figure |
|---|---|
| Height | 42 cm |
| Power | 9 W |

Free shipping on all orders!
"""
HTML = (
    "<html><body><h1>Lamp &amp; Co</h1><p>It is 42 cm tall.</p><table><tr><td>Weight</td><td><b>1.8</b> kg</td></tr>"
    "</table><script>alert(1)</script></body></html>"
)


def texts(source: str, kind: SourceKind | None = None, **options: object) -> list[str]:
    return [line.text for line in read_source(source, "en", kind, **options).lines]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Weight: 348 g", "facts"),
        ("Weight: 348 g, bare\nHeight: 58 m, with its mast\nPower: 9 W, at most", "facts"),
        ("- 348 g\n- 58 m", "facts"),
        ("Steel, 3 mm\nOak, 12 mm", "facts"),
        (PAGE, "page"),
        (HTML, "page"),
        ("It weighs 348 g and folds flat. " * 10, "page"),
        ("它重348克，可以折叠起来。放在桌上不占地方，也不会晃动。" * 12, "page"),
        ("Model\tWeight\nK2\t1.1 kg", "table"),
        ("| Weight | 348 g |\n| Height | 58 m |", "table"),
        ("Model,Weight (kg)\nK2,1.1\nK3,1.4", "table"),
        ("型号;重量\nK2;1,1公斤\nK3;1,4公斤", "table"),
        ("", "facts"),
        ("x" * 3000, "facts"),
    ],
)
def test_what_was_pasted_is_told_by_its_look(source: str, kind: SourceKind) -> None:
    assert guess_source(source) == kind


@pytest.mark.parametrize("lang", LANGS)
def test_every_example_is_a_list_of_facts(lang: str) -> None:
    assert {guess_source(one.facts) for one in load_examples(lang)} == {"facts"}


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_may_say_otherwise(kind: SourceKind) -> None:
    assert read_source("Weight: 348 g\nHeight: 58 m", "en", kind).kind == kind


def test_lines_come_without_their_bullets_and_know_where_they_stand() -> None:
    source = "• Weight: 348 g\r\n\r\n   - Height: 58 m  \n—\n-5 °C to 40 °C"
    read = read_source(source, "en")
    assert [line.text for line in read.lines] == ["Weight: 348 g", "Height: 58 m", "—", "-5 °C to 40 °C"]
    assert all(source[line.start : line.end] == line.text == read.shown[line.at : line.to] for line in read.lines)


def test_more_lines_than_a_brief_takes_are_counted_and_so_are_those_too_long_for_a_fact() -> None:
    source = "\n".join([*(f"{number} kg" for number in range(BRIEF_FACTS + 7)), "x" * (FACT_CHARS + 1)])
    read = read_source(source, "en")
    assert (len(read.lines), read.many, read.long) == (BRIEF_FACTS, 7, 1)


def test_a_page_gives_its_facts_its_name_and_the_places_where_it_says_so() -> None:
    read = read_source(PAGE, "en")
    assert read.product == "Lumo Desk Lamp"
    found = {line.text: PAGE[line.start : line.end] for line in read.lines}
    assert found["Height: 42 cm"].replace(" ", "") == "Height|42cm"
    assert found["Power: 9 W"].replace(" ", "") == "Power|9W"
    assert not [text for text in found if "shipping" in text or "best" in text]
    assert "1.8 kg" in next(text for text in found if "weighs" in text)
    assert all(line.to > line.at for line in read.lines)


def test_a_page_in_html_is_read_as_its_reader_sees_it() -> None:
    read = read_source(HTML, "en")
    assert "alert" not in read.shown
    assert "Lamp & Co" in read.shown
    weight = next(line for line in read.lines if line.text.startswith("Weight"))
    assert read.shown[weight.at : weight.to].split() == ["Weight", "1.8", "kg"]
    assert HTML[weight.start : weight.end] == "Weight</td><td><b>1.8</b> kg"


def test_what_a_page_says_in_two_ways_is_asked() -> None:
    read = read_source("# Lamp\n\nWeight: 69 g\n\nWeight: 96 g\n\nHeight: 12 cm", "en")
    asked = {line.text: bool(line.question) for line in read.lines}
    assert asked == {"Height: 12 cm": False, "Weight: 69 g": True, "Weight: 96 g": True}


@pytest.mark.parametrize(
    ("source", "product", "said"),
    [
        ("Weight\t348 g\nHeight\t58 m", 0, ["Weight: 348 g", "Height: 58 m"]),
        ("| Part | Figure |\n|---|---|\n| Weight | 69 g |", 0, ["Weight: 69 g"]),
        ("Model,Weight (kg),Colour\nK2,1.1,red\nK3,1.4,blue", 1, ["Weight: 1.4 kg", "Colour: blue"]),
        ("参数\tA\tB\n重量（克）\t348\t400\n高度\t58厘米\t60厘米", 1, ["重量：400克", "高度：60厘米"]),
        ("參數,數值\n重量,348公克\n高度,58公分", 0, ["重量：348公克", "高度：58公分"]),
        ("Spec;K2;K3\nWeight;1,1 kg;1,4 kg\nPower;2200 W;1800 W", 0, ["Weight: 1,1 kg", "Power: 2200 W"]),
        ('Model,Note\nK2,"quiet, ""very"""\nK3,loud', 0, ['Note: quiet, "very"']),
        ("Model\tWeight\nK2\t1.1 kg", 9, ["Weight: 1.1 kg"]),
        ("just a line", 0, ["just a line"]),
    ],
)
def test_a_table_gives_the_facts_of_one_product(source: str, product: int, said: list[str]) -> None:
    assert texts(source, "table", product=product) == said


def test_a_value_of_a_table_knows_its_cell() -> None:
    source = "Model,Weight (kg)\nK2,1.1\nK3,1.4"
    line = read_source(source, "en", product=1).lines[0]
    assert source[line.start : line.end] == "1.4"


def test_the_products_of_a_table_are_offered() -> None:
    assert read_source("Model,Weight (kg)\nK2,1.1\nK3,1.4", "en").products == ("K2", "K3")
    assert read_source("Spec\tK2\tK3\nWeight\t1.1 kg\t1.4 kg", "en").products == ("K2", "K3")
    assert read_source("Weight\t348 g\nHeight\t58 m", "en").products == ()


def test_a_table_of_thousands_is_bounded_and_says_so() -> None:
    sheet = read_sheet("Model\tWeight\n" + "\n".join(f"K{number}\t{number} kg" for number in range(ROWS + 500)))
    assert sheet is not None
    assert len(sheet.rows) == ROWS
    assert sheet.cut == 500


def test_a_stretch_holds_most_of_what_it_proves_or_nothing_is_shown() -> None:
    locate = Locator("The lamp stands 42 cm tall. Far away: weight. And much later, behind it all, 9 kg of steel.")
    assert locate.find("42 cm tall") == (16, 26)
    assert locate.find("Weight: 700 g") is None
    assert locate.find("") is None


@given(st.text(max_size=400), st.sampled_from(LANGS), st.sampled_from(KINDS))
def test_no_text_breaks_the_reader_and_every_place_is_inside_it(text: str, lang: str, kind: SourceKind) -> None:
    read = read_source(text, lang, kind)  # type: ignore[arg-type]
    guess_source(text)
    for line in read.lines:
        assert line.text
        assert 0 <= line.start <= line.end <= len(text)
        assert 0 <= line.at <= line.to <= len(read.shown)
