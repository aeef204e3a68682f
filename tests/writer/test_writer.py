"""The built-in writer: sentences a person would say, in each language, from nothing but the plan."""

from __future__ import annotations

import pytest

from assistant.plan import make_plan, read
from assistant.references import load_book
from assistant.references.book import Book
from assistant.schema import Fact, Lang, Reference
from assistant.schema.brief import Brief, Persona
from assistant.writer import write
from assistant.writer.phrases import PHRASES, label_and_value
from tests.comparisons.conftest import make_reference

BALL = make_reference("ball", "1", "kilogram", "mass", many="balls")
NIGHT = make_reference("night", "8", "hour", "duration")


def small_book(*references: Reference) -> Book:
    grouped: dict[str, tuple[Reference, ...]] = {}
    for reference in references:
        grouped[reference.dimension] = (*grouped.get(reference.dimension, ()), reference)
    return Book({reference.id: reference for reference in references}, grouped)


def texts_of(facts: tuple[str, ...], lang: Lang, persona: Persona | None = None, **changes: object) -> dict[str, str]:
    brief = Brief.model_validate({"facts": facts, "lang": lang, "product": "Otter", "market": "us", **changes})
    plan = make_plan(read(brief, persona, small_book(BALL, NIGHT)), brief, persona)
    return write(brief, persona, plan)


@pytest.mark.parametrize(
    ("lang", "facts", "paragraph"),
    [
        ("en", ("Weight: 6 kg",), "Otter weighs 6 kg, the weight of about six balls."),
        ("en", ("Battery: up to 8 hours",), "Otter runs for up to 8 hours on its battery, the duration of a night."),
        ("en", ("Colour: red",), "Colour: red."),
        ("en", ("Rinse it under the tap",), "Rinse it under the tap."),
        ("zh-Hans", ("重量：6公斤",), "Otter重量6公斤，相当于约6个balls的重量。"),
        ("zh-Hant", ("重量：6公斤",), "Otter重量6公斤，相當於約6個balls的重量。"),
    ],
)
def test_a_fact_is_said_as_a_person_would_say_it(lang: Lang, facts: tuple[str, ...], paragraph: str) -> None:
    assert texts_of(facts, lang, stage="need")["paragraph"] == paragraph


def test_a_headline_is_the_comparison_and_the_subhead_the_exact_figure() -> None:
    texts = texts_of(("Weight: 6 kg", "Colour: red"), "en")
    assert texts["headline"] == "6 kg: the weight of about six balls"
    assert texts["subhead"] == "Otter: weight 6 kg, colour red"
    assert texts["bullets"] == "Weight: 6 kg – the weight of about six balls\nColour: red"


def test_the_reader_is_met_in_their_own_words_at_the_stage_they_are_in() -> None:
    persona = Persona(
        pains=("noise at night", "a flat battery at noon"), wants=("a whole day of battery away from the wall",)
    )
    facts = ("Battery: up to 8 hours",)
    assert texts_of(facts, "en", persona, stage="need")["paragraph"].startswith("Think of a flat battery at noon.")
    assert texts_of(facts, "en", persona, stage="choice")["paragraph"].startswith("You want a whole day of battery")


def test_a_wish_that_no_fact_touches_is_not_promised() -> None:
    persona = Persona(wants=("a quieter hour on the train",))
    assert texts_of(("Weight: 6 kg",), "en", persona)["paragraph"].startswith("Otter weighs 6 kg")


@pytest.mark.parametrize(
    ("lang", "fact", "headline"),
    [
        ("en", "Weight (kg): 6", "6 kg: the weight of about six balls"),
        ("zh-Hans", "重量(kg)：6", "6公斤，相当于约6个balls的重量"),
        ("zh-Hant", "重量(公斤)：6", "6公斤，相當於約6個balls的重量"),
    ],
)
def test_a_unit_that_only_the_label_has_stands_beside_its_figure(lang: Lang, fact: str, headline: str) -> None:
    assert texts_of((fact,), lang)["headline"] == headline


def test_a_headline_keeps_up_to() -> None:
    assert texts_of(("Battery: up to 8 hours",), "en")["headline"] == "Up to 8 hours: the duration of a night"


def test_house_style_replaces_terms() -> None:
    assert "Colour: crimson" in texts_of(("Colour: red",), "en", style={"terms": {"red": "crimson"}})["bullets"]


def test_two_figures_of_a_kind_in_one_fact_are_stated_plainly() -> None:
    assert texts_of(("Load: 4 kg front, 8 kg rear",), "en")["bullets"] == "Load: 4 kg front, 8 kg rear"


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Weight: 620 g", ("Weight", "620 g")),
        ("电池容量：5000毫安时。", ("电池容量", "5000毫安时")),
        ("It weighs 620 g.", None),
        ("Ready at 7:30", None),
        ("A: b: c", ("A", "b: c")),
    ],
)
def test_label_and_value_are_told_apart(text: str, pair: tuple[str, str] | None) -> None:
    assert label_and_value(Fact("f1", text, 0, len(text))) == pair


def test_every_language_has_a_closing_for_every_stage() -> None:
    for phrases in PHRASES.values():
        assert set(phrases.closings) == {"need", "search", "evaluation", "choice", "after"}


def test_the_rocket_is_climbed_to_in_the_paragraph() -> None:
    brief = Brief(facts=("Speed well into its climb: 6000 m/s",), product="Skylark")
    paragraph = write(brief, None, make_plan(read(brief, None, load_book()), brief, None))["paragraph"]
    assert paragraph.startswith("Start from what you know: Usain Bolt's 100 m average, 10.4 m/s; ")
    assert "Concorde at cruise, 604 m/s. Then Skylark: 6000 m/s." in paragraph
