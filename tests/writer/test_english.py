"""English: each fact as a sentence that a person would say aloud, and no text with the marks of a machine."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.personas import load_personas
from assistant.plan import make_plan, read
from assistant.quantities import find_quantities
from assistant.references import load_book
from assistant.schema import Fact
from assistant.schema.brief import Brief
from assistant.writer import write
from assistant.writer.fitting import suits
from assistant.writer.predicates import clause_of, is_sayable, joined, load_labels, predicate_of, short_of, yours_of
from assistant.writer.telling import article, is_plural, plural_verb
from assistant.writer.voices import VOICES
from tests.writer.facts import fact_of

_ENGLISH = [persona for persona in load_personas().values() if persona.lang == "en"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Weight: 13.8 kg", "weighs 13.8 kg"),
        ("Heating capacity: 40 kW", "has a heating capacity of 40 kW"),
        ("Output: 350 L/min", "delivers 350 L/min"),
        ("Maximum pressure: 10 bar", "has a maximum pressure of 10 bar"),
        ("Energy efficiency: 91.3%", "has an energy efficiency of 91.3%"),
        ("Width: 60 cm", "is 60 cm wide"),
        ("Diameter: 22 mm", "measures 22 mm across"),
        ("Tank capacity: 8 L", "has an 8 L tank"),
        ("Memory: 32 GB", "has 32 GB of memory"),
        ("Battery life: up to 30 hours", "runs on its battery for up to 30 hours"),
        ("Protein: 12 g", "has 12 g of protein"),
        ("Number of Sensors: 4", "has 4 sensors"),
        ("LED Indicators: Yes", "has LED indicators"),
        ("Color: Silver", "comes in silver"),
        ("Material: ABS plastic", "is made of ABS plastic"),
        ("Cup warmer", "has its own cup warmer"),
        ("USB-C port", "has a USB-C port"),
        ("LED display", "has an LED display"),
        ("Automatic defrost", "has automatic defrost"),
        ("Fully taped seams", "has fully taped seams"),
        ("Recycled nylon", "is made of recycled nylon"),
        ("10-year compressor warranty", "comes with a 10-year compressor warranty"),
        ("18lb ice bank", "has an 18lb ice bank"),
        ('includes 3-1/2" basket strainer', 'includes a 3-1/2" basket strainer'),
        ("Includes two keys", "includes two keys"),
        ("Standing at 7.5 inches tall", "stands at 7.5 inches tall"),
        ("7.5 inches tall with the stand", "is 7.5 inches tall with the stand"),
        ("Waterproof to 10 m", "is waterproof to 10 m"),
        ("Washable filter", "has a washable filter"),
        ("ETL certified", "is ETL certified"),
        ("IP67", "is rated IP67"),
        ("Rated for 100,000 pushes", "is rated for 100,000 pushes"),
        ("Returns within 30 days", "can be returned within 30 days"),
        ("three-piece set", "is a three-piece set"),
        ("Sleeps 4", "sleeps 4"),
        ("The lid is oak.", ""),
        ("1*5m clamp belt + 10* clamp heads", ""),
        ("Operating: 10% / Storage: 5% to 95%", ""),
    ],
)
def test_a_fact_follows_the_name_of_the_product(text: str, said: str) -> None:
    assert predicate_of(fact_of(text), 0) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dial shape: Round", "Its dial shape is round"),
        ("Professional installation required", "Professional installation is required"),
        ("Body and lid made from oak", "The body and lid are made from oak"),
        ("this torch is new", "This torch is new"),
        ("Rinse it under the tap", "Rinse it under the tap"),
        ("In the Box: Extender Plug", "In the box you will find extender plug"),
    ],
)
def test_what_is_no_predicate_is_a_sentence_of_its_own(text: str, said: str) -> None:
    assert predicate_of(fact_of(text), 0) == ""
    assert clause_of(fact_of(text)) == said


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Storage: 1 TB", "1 TB storage"),
        ("Weight: 990 g", "990 g"),
        ("Heating capacity: 40 kW", "40 kW heating capacity"),
        ("Wireless Speed: 300 Mbps", "300 Mbps wireless speed"),
        ("Stainless steel housing", "stainless steel housing"),
        ("Width: 60 cm", "60 cm wide"),
        ("Number of folds: 2", "2 folds"),
    ],
)
def test_a_title_has_figures_and_no_labels_with_a_colon(text: str, short: str) -> None:
    assert short_of(fact_of(text)) == short


@pytest.mark.parametrize(
    ("predicates", "said"),
    [
        (["weighs 1 kg"], "weighs 1 kg"),
        (["has a lid", "weighs 1 kg", "has a strap"], "weighs 1 kg and has a lid and a strap"),
        (["weighs 1 kg", "is made of oak", "sleeps 4"], "weighs 1 kg, is made of oak and sleeps 4"),
    ],
)
def test_predicates_share_their_verb(predicates: list[str], said: str) -> None:
    assert joined(predicates) == said


@pytest.mark.parametrize(
    ("thing", "wanted"),
    [("8-year warranty", "an"), ("18lb bank", "an"), ("USB cable", "a"), ("LED lamp", "an"), ("unit", "a"), ("11 kg load", "an"), ("hour", "an"), ("UV lamp", "a")],
)  # fmt: skip
def test_the_article_follows_the_sound(thing: str, wanted: str) -> None:
    assert article(thing) == wanted


@pytest.mark.parametrize(("verb", "wanted"), [("has", "have"), ("carries", "carry"), ("washes", "wash"), ("is", "are")])
def test_several_things_take_the_plural_verb(verb: str, wanted: str) -> None:
    assert plural_verb(verb) == wanted


def test_a_product_in_the_plural_agrees_with_its_verbs() -> None:
    brief = Brief(facts=("Color: clear", "20 rolls per case"), product="Flat-Bottom Trash Bags")
    said = "Flat-Bottom Trash Bags measure 33 in, come in clear and have a seam. They are clear. Their rim is red."
    given_text = "Flat-Bottom Trash Bags measures 33 in, comes in clear and has a seam. It is clear. Its rim is red."
    assert VOICES["en"].finished(given_text, brief) == said


@pytest.mark.parametrize(
    ("words", "category", "wanted"),
    [
        ("On the stairs at King's Cross", "rain jacket", True),
        ("On the stairs at King's Cross", "gas boiler", False),
        ("Up a ladder above the suspended ceiling", "LED tube", True),
        ("Up a ladder above the suspended ceiling", "headphones", False),
        ("a board that feels heavy", "action camera", False),
        ("in a small kitchen", "button switch", False),
        ("On a morning that is late already", "button switch", True),
    ],
)
def test_a_moment_suits_the_product_or_is_left_to_another(words: str, category: str, wanted: bool) -> None:
    assert suits(words, Brief(facts=("Weight: 1 kg",), category=category)) is wanted


def test_noise_that_wakes_is_not_answered_with_72_decibels() -> None:
    loud, quiet = ("Noise: 72 dB(A)",), ("Noise: 38 dB(A)",)
    for facts, wanted in ((loud, False), (quiet, True)):
        brief = Brief(facts=facts, product="Moth", category="vacuum", persona="us-parent", market="us", stage="need")
        persona = load_personas()["us-parent"]
        plan = make_plan(read(brief, persona, load_book()), brief, persona)
        texts = " ".join(" ".join(write(brief, persona, plan, number).values()) for number in range(2))
        assert ("oise that wakes the baby" in texts) is wanted


def test_a_heating_capacity_costs_no_electricity() -> None:
    brief = Brief(facts=("Heating capacity: 40 kW",), product="Aquila", market="eu")
    plan = make_plan(read(brief, None, load_book()), brief, None)
    for number in range(3):
        assert "electricity" not in " ".join(write(brief, None, plan, number).values())


def test_every_pattern_of_the_labels_reads_with_any_figure() -> None:
    for entry in load_labels():
        for pattern in (*entry.says, *entry.yours, entry.short):
            filled = pattern.format(value="5 kg", label="fat", lower="oak")
            assert not re.search(r"[{}]|  |\.$", filled), filled


_ROWS = (
    ("Weight", "{} g"), ("Battery life", "up to {} hours"), ("Charging time", "{} minutes"), ("Height", "{} cm"),
    ("Water tank", "{} L"), ("Noise level", "{} dB(A)"), ("Top speed", "{} km/h"), ("Payload", "at least {} kg"),
    ("Storage", "{} GB"), ("Rated power", "about {} W"), ("Heating capacity", "{} kW"), ("Folded size", "{} x 20 x 30 cm"),
)  # fmt: skip
_THINGS = (
    "Cup warmer", "Stainless steel housing", "Solid rubber tires", "Vegan", "IP67", "Recycled nylon", "2-year warranty",
    "ETL certified", "Oak base", "Automatic defrost", "Charges to 80% in 25 minutes", "Dial shape: Round", "Returns within 30 days",
)  # fmt: skip


@st.composite
def _briefs(draw: st.DrawFn) -> Brief:
    rows = draw(st.lists(st.sampled_from(_ROWS), min_size=1, max_size=4, unique=True))
    things = draw(st.lists(st.sampled_from(_THINGS), max_size=4, unique=True))
    facts = [f"{label}: {form.format(draw(st.integers(2, 400)))}" for label, form in rows]
    persona = draw(st.sampled_from([None, *(one.id for one in _ENGLISH)]))
    return Brief(
        product=draw(st.sampled_from(["Ora", "Model 7", "Kestrel Flat-Bottom Travel Bags"])),
        category=draw(st.sampled_from(["", "folding bike", "heat pump", "laptop"])),
        facts=(*facts, *things),
        persona=persona,
        market="us",
        stage=draw(st.sampled_from(["need", "search", "evaluation", "choice", "after"])),
        seed=draw(st.integers(0, 5)),
    )


_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_ARTICLE_BEFORE = re.compile(r"\b(?:a (?=[aeio8]|11\b|18\b)|an (?=[bcdfgjklmnpqrstvwxyz]|[1-79](?!1\b|8\b)))")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_briefs())
def test_every_paragraph_is_whole_sentences(brief: Brief) -> None:
    persona = load_personas()[brief.persona] if isinstance(brief.persona, str) else None
    plan = make_plan(read(brief, persona, load_book()), brief, persona)
    drafts = [write(brief, persona, plan, number) for number in range(3)]
    for texts in drafts:
        for text in texts.values():
            assert not re.search(r"  | ,|\.\.|has is|has has", text), text
            assert not _ARTICLE_BEFORE.search(text), text
        for sentence in filter(None, _SENTENCES.split(texts.get("paragraph", ""))):
            assert sentence[0].isupper() or sentence[0] in "“0123456789€£$", sentence
            assert sentence[-1] in ".?!", sentence
            # A label with its colon is a row of a table.
            assert not re.search(
                r"\b(?:weight|battery life|noise level|storage|height|capacity|shape): ", sentence, re.I
            ), sentence


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_briefs())
def test_variants_do_not_begin_alike(brief: Brief) -> None:
    persona = load_personas()[brief.persona] if isinstance(brief.persona, str) else None
    plan = make_plan(read(brief, persona, load_book()), brief, persona)
    if len(plan.openings) < 3 or len(plan.used) < 3:
        return
    texts = [write(brief, persona, plan, number) for number in range(3)]
    begun = [(one["headline"], _SENTENCES.split(one.get("paragraph", ""))[0]) for one in texts]
    assert len(set(begun)) >= 2, begun


def test_a_piece_of_a_table_is_no_sentence() -> None:
    for text in ("38.4*35mm", "Line Number 1.0#: 0.165mm / 18LB", "25/Roll", "Included Qty: 1"):
        fact = fact_of(text)
        assert not is_sayable(fact), text
        assert not predicate_of(fact, 0) + clause_of(fact) + yours_of(fact, 0), text


@pytest.mark.parametrize(("thing", "many"), [("solid rubber tires", True), ("glass", False), ("GPS", False)])
def test_things_are_counted_as_they_are(thing: str, many: bool) -> None:
    assert is_plural(thing) is many


def test_a_label_that_says_when_is_had_by_nothing() -> None:
    text = "From ignition to leaving the tower: 8 seconds"
    assert clause_of(Fact("f1", text, 0, len(text), find_quantities(text))) == ""
    text = "Payload to low orbit: 2,500 kg"
    assert clause_of(Fact("f1", text, 0, len(text), find_quantities(text))) == "Its payload to low orbit is 2,500 kg"
