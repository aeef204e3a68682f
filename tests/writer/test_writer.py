"""The built-in writer: sentences a person would say, in each language, from nothing but the plan."""

from __future__ import annotations

import pytest

from assistant.plan import make_plan, read
from assistant.references import load_book
from assistant.references.book import Book
from assistant.schema import Fact, Lang, Reference
from assistant.schema.brief import Brief, Persona
from assistant.writer import write
from assistant.writer.telling import label_and_value
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
        ("en", ("Battery: up to 8 hours",), "Otter runs on its battery for up to 8 hours, the duration of a night."),
        ("en", ("Colour: red",), "Otter comes in red."),
        ("en", ("Charges to 80% in 25 minutes",), "Otter charges to 80% in 25 minutes."),
        ("en", ("Rinse it under the tap",), "Rinse it under the tap."),
        ("zh-Hans", ("重量：6公斤",), "Otter 提起来6公斤，相当于约6个balls的重量。"),
        ("zh-Hant", ("重量：6公斤",), "Otter 搬起來6公斤，相當於約6個balls的重量。"),
    ],
)
def test_a_fact_is_said_as_a_person_would_say_it(lang: Lang, facts: tuple[str, ...], paragraph: str) -> None:
    assert texts_of(facts, lang, channel="google_merchant")["description"].count(paragraph) == 1


def test_a_headline_is_the_comparison_and_the_subhead_the_exact_figure() -> None:
    texts = texts_of(("Weight: 6 kg", "Colour: red"), "en", channel="headline")
    assert texts["headline"] == "6 kg: the weight of about six balls"
    assert texts["subhead"] == "Otter: 6 kg, red"
    alone = texts_of(("Weight: 6 kg", "Colour: red"), "en", channel="bullets")
    assert alone["bullets"] == "Weighs 6 kg – the weight of about six balls\nComes in red"


def test_the_reader_is_met_in_their_own_words_at_the_stage_they_are_in() -> None:
    persona = Persona(
        pains=("noise at night", "a flat battery at noon"), wants=("a whole day of battery away from the wall",)
    )
    facts = ("Battery: up to 8 hours",)
    assert texts_of(facts, "en", persona, stage="need")["headline"].startswith("A flat battery at noon?")
    brief = Brief(facts=facts, stage="search", market="us", channel="email")
    plan = make_plan(read(brief, persona, small_book(BALL, NIGHT)), brief, persona)
    openings = [write(brief, persona, plan, number)["body"].split(".")[0] for number in range(3)]
    assert any("a whole day of battery away from the wall" in opening for opening in openings)


def test_a_moment_of_the_persona_opens_with_what_is_felt_in_it() -> None:
    moment = {"text": "On the ferry at dawn", "about": ["battery"]}
    persona = Persona.model_validate({"moments": [moment]})
    texts = texts_of(("Battery: up to 8 hours",), "en", persona, stage="after")
    assert texts["headline"] == "On the ferry at dawn – up to 8 hours on the battery"


def test_words_of_a_persona_in_another_language_do_not_enter_the_text() -> None:
    persona = Persona(pains=("用到一半没电",), lang="zh-Hans")
    assert texts_of(("Battery: up to 8 hours",), "en", persona, stage="need")["paragraph"].isascii()


def test_a_wish_that_no_fact_touches_is_not_promised() -> None:
    persona = Persona(wants=("a quieter hour on the train",))
    for stage in ("need", "search", "evaluation", "choice", "after"):
        assert "quieter" not in " ".join(texts_of(("Weight: 6 kg",), "en", persona, stage=stage).values())


@pytest.mark.parametrize(
    ("lang", "fact", "headline"),
    [
        ("en", "Weight (kg): 6", "6 kg: the weight of about six balls"),
        ("zh-Hans", "重量(kg)：6", "6公斤，相当于约6个balls的重量"),
        ("zh-Hant", "重量(公斤)：6", "6公斤，相當於約6個balls的重量"),
    ],
)
def test_a_unit_that_only_the_label_has_stands_beside_its_figure(lang: Lang, fact: str, headline: str) -> None:
    assert texts_of((fact,), lang, channel="headline")["headline"] == headline


def test_a_headline_keeps_up_to() -> None:
    assert (
        texts_of(("Battery: up to 8 hours",), "en", channel="headline")["headline"]
        == "Up to 8 hours: the duration of a night"
    )


def test_house_style_replaces_terms() -> None:
    style = {"terms": {"red": "crimson"}}
    assert "Comes in crimson" in texts_of(("Colour: red",), "en", style=style, channel="bullets")["bullets"]


def test_two_figures_of_a_kind_in_one_fact_are_stated_plainly() -> None:
    texts = texts_of(("Load: 4 kg front, 8 kg rear",), "en", channel="bullets")
    assert texts["bullets"] == "Carries 4 kg front, 8 kg rear"


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


def test_the_rocket_is_climbed_to_where_it_is_new() -> None:
    brief = Brief(facts=("Speed well into its climb: 6000 m/s",), product="Skylark", lifecycle="introduction")
    plan = make_plan(read(brief, None, load_book()), brief, None)
    climbs = [write(brief, None, plan, number)["paragraph"] for number in range(3)]
    climb = next(text for text in climbs if text.startswith("Usain Bolt's average over 100 m is 10.4 m/s. "))
    assert "Concorde's cruising speed is " in climb
    assert "For Skylark, it is 6000 m/s." in climb


def test_variants_differ_in_opening_and_lead() -> None:
    facts = ("Weight: 6 kg", "Battery: up to 8 hours", "Colour: red")
    brief = Brief(facts=facts, product="Otter", market="us")
    plan = make_plan(read(brief, None, small_book(BALL, NIGHT)), brief, None)
    texts = [write(brief, None, plan, number) for number in range(3)]
    assert len({one["headline"] for one in texts}) == 3
    assert len({one["paragraph"].split(".")[0] for one in texts}) == 3


def test_a_warranty_closes_the_text_of_a_choice() -> None:
    paragraph = texts_of(("Weight: 6 kg", "2-year warranty"), "en", stage="choice", lifecycle="maturity")["paragraph"]
    assert paragraph.count("2-year warranty") == 1
