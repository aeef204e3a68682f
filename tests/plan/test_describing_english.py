"""Sentences of English pages and what of them a buyer is told: trimmed of applause, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plan.pages.describing_english import describe, describe_value, is_of_others
from assistant.plan.pages.repeats import without_repeats
from assistant.plan.pages.trimming_english import without_words
from assistant.plan.pages.unrolling import unrolled
from assistant.plan.pages.wording import Line
from assistant.praise import find_praise

TRIMMED = (
    # Adjectives before a noun, with their article, comma and "and".
    ("A sturdy brass nozzle with an impressive 900 degree flame.", "A brass nozzle with a 900 degree flame"),
    ("The case is soft, durable and breathable", "The case is soft, breathable"),
    ("The frame is reliable and easy to clean", "The frame is easy to clean"),
    ("It is made of premium quality plastic", "It is made of plastic"),
    ("Towels of export quality", "Towels"),
    ("An elegant oak table", "An oak table"),
    ("A beautiful LED lamp", "An LED lamp"),
    ("Features advanced cooling technology and reliable performance", "Features cooling technology"),
    # Clauses of applause go where the rest still is a sentence.
    ("The bag holds 20 litres, making it the perfect companion you will love", "The bag holds 20 litres"),
    ("With a 3 m cable, it adds a touch of elegance to your home", "3 m cable"),
    ("Crafted from oak, this shelf offers unmatched beauty and elegance", "Crafted from oak"),
    ("It not only cools the room but also adds visual appeal", "It cools the room"),
    ("Made from Alder resin for reliability and durability", "Made from Alder resin"),
    # What it is for.
    ("Perfect for saltwater fishing", "For saltwater fishing"),
    ("This bar is ideal for city bikes", "This bar is for city bikes"),
    # The seller's voice put aside, the fact kept.
    ("Our towel is 100% cotton, so it is susceptible to shrinkage", "The towel is 100% cotton, so it is susceptible to shrinkage"),
    ("When you purchase the lock, you'll also get a practical mount", "Comes with a practical mount"),
    ("Please switch off the power before cleaning", "Switch off the power before cleaning"),
    ("No need to worry about leakage, the pump is to be used in water", "The pump is to be used in water"),
    # Terms stay.
    ("The thermal carafe is sold separately.", "The thermal carafe is sold separately"),
    ("Does not come with an adapter", "Does not come with an adapter"),
    ("Professional installation required", "Professional installation required"),
    # Mild words stay.
    ("Lets you pour a cup while it brews", "Lets you pour a cup while it brews"),
    ("Folds flat and is easy to clean", "Folds flat and is easy to clean"),
    ("A soft, breathable, lightweight liner", "A soft, breathable, lightweight liner"),
    ("Genuine leather", "Genuine leather"),
)  # fmt: skip

SUNK = (
    "Looking for a lock that lasts?",
    "You will never regret buying it.",
    "The perfect gift for someone you love!",
    "Made of good materials, you can buy it with confidence.",
    "We offer our customers a vast selection of lamps.",
    "Exceptional quality, remarkable durability",
    "Please allow 1-3 cm error due to manual measurement.",
    "Colours may vary slightly on your monitor.",
    "The old type and the new type are sent randomly.",
    "Contact us if you have any question.",
    "Order now and enjoy free shipping",
    "Our pump is a must-have for every pond.",
    "One of the best products of the year",
    "3 kg lighter than other models",
    "Navo is a fast growing brand in ties, scarves, belts",
    "We accept cards, cash, cheques.",
)


@pytest.mark.parametrize(("said", "told"), TRIMMED)
def test_a_sentence_keeps_what_a_buyer_can_use(said: str, told: str) -> None:
    assert describe(said, "en", None, ()) == told


@pytest.mark.parametrize("said", SUNK)
def test_a_sentence_that_only_sells_says_nothing(said: str) -> None:
    assert describe(said, "en", None, ()) == ""


@pytest.mark.parametrize("said", [said for said, _ in TRIMMED] + list(SUNK))
def test_what_is_left_holds_no_praise_and_is_trimmed_no_further(said: str) -> None:
    told = describe(said, "en", None, ())
    assert [one for one in find_praise(told, "en") if one.level != "information"] == []
    assert describe(told, "en", None, ()) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The pouch is good down to -20 degrees", "The pouch is good down to -20 degrees"),
        ("A quality check is done on each bottle of oil", "A quality check is done on each bottle of oil"),
        ("A power bank with solid oak panels", "A power bank with solid oak panels"),
        ("Works with haptic feedback and a contact sensor", "Works with haptic feedback and a contact sensor"),
        ("Clicks into place and takes photos at night", "Clicks into place and takes photos at night"),
    ],
)
def test_words_that_only_look_like_applause_or_chat_stay(said: str, told: str) -> None:
    assert describe(said, "en", None, ()) == told


def test_a_name_is_no_applause() -> None:
    said = "The Ultimate Ears BOOM floats"
    assert describe(said, "en", None, ("Ultimate Ears BOOM",)) == said


def test_a_long_sentence_ends_at_a_clause() -> None:
    told = describe("The pump runs on 12 V, " + "with a hose of two metres for the second pond, " * 8, "en", None, ())
    assert len(told) <= 220
    assert told.endswith("pond")


@pytest.mark.parametrize(
    ("value", "told"),
    [("Steel", "Steel"), ("Premium quality steel", "Steel"), ("3kW - Perfect for demanding shops", "3kW - for demanding shops"), ("Amazing", "")],
)  # fmt: skip
def test_the_value_of_a_row_stands_as_it_is_unless_it_praises(value: str, told: str) -> None:
    assert describe_value(value, "en", None, ()) == told


def test_other_products_and_the_shop_are_told_from_the_product() -> None:
    told = [is_of_others(said) for said in ("2 kg less than the previous model", "Call 800.555.0142", "Weighs 2 kg")]
    assert told == [True, True, False]


def test_a_predicate_cannot_lose_its_only_adjective() -> None:
    assert without_words("The lid is durable", 11, 18) is None


def test_items_that_a_line_counts_are_lines() -> None:
    line = (
        "Features: "
        "1.Folding Frame: It folds flat. 2.Wide Wheels: They roll over gravel and grass. 3.Net: It holds 2 balls."
        + " "
        * 60
    )
    assert unrolled(line).split("\n")[1:] == ["Folding Frame: It folds flat.", "Wide Wheels: They roll over gravel and grass.", "Net: It holds 2 balls."]  # fmt: skip


def test_two_sentences_that_share_few_words_both_stay() -> None:
    lines = [Line("The lid is cork", "", ()), Line("The lid locks with a steel clip", "", ())]
    assert without_repeats(lines) == lines


@given(st.text(alphabet="aB5 .,:;()&\"'-!? andthewitheforpremium", max_size=160))
def test_any_words_are_described_without_praise_or_failure(said: str) -> None:
    told = describe(said, "en", None, ())
    assert len(told) <= 220
    assert [one for one in find_praise(told, "en") if one.level != "information"] == []


@pytest.mark.parametrize(
    "said", ["premium " * 2_000, "it is good, and " * 1_500, "(" * 5_000, "with a lid for " * 1_500]
)
def test_endless_applause_is_cut(said: str) -> None:
    assert len(describe(said, "en", None, ())) <= 220
