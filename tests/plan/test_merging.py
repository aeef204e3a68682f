"""Facts that a model has read on a page join those of the rules: nothing twice, nothing that the page contradicts."""

from __future__ import annotations

import pytest

from assistant.plan.pages import Doubted, merge_facts
from assistant.schema import Lang


@pytest.mark.parametrize(
    ("fact", "more", "lang"),
    [
        ("Capacity: 1.7 L", "capacity 1.7 L", "en"),
        ("Capacity: 1.7 L", "holds 1.7 L", "en"),
        ("Capacity: 1.7 L", "Capacity: 1,700 ml", "en"),
        ("Net weight: 1.1 kg", "Weight: 1.1 kg", "en"),
        ("Steel body with a brass spout that pours slowly", "Brass spout", "en"),
        ("重量：1.1千克", "净重：1.1千克", "zh-Hans"),
        ("容量：0.9公升", "容量 0.9公升", "zh-Hant"),
    ],
)
def test_a_fact_that_is_said_already_is_not_doubled(fact: str, more: str, lang: Lang) -> None:
    merged = merge_facts([fact], [more], (), lang)
    assert (merged.facts, merged.new) == ((fact,), ())


@pytest.mark.parametrize(
    ("fact", "more", "lang"),
    [
        ("Capacity: 1.7 L", "Boils 1.7 L in about 4 minutes", "en"),
        ("Height: 75 cm", "Cord: 75 cm", "en"),
        ("Cord: 75 cm", "75 cm tall", "en"),
        ("Capacity: 1.7 L", "The lid opens with one thumb", "en"),
        ("Capacity: 1.7 L", "1.7 L go through the brass spout slowly enough for drip coffee", "en"),
        ("高度：75厘米", "电源线：75厘米", "zh-Hans"),
        ("容量：0.9公升", "壺嘴由整塊黃銅彎成", "zh-Hant"),
    ],
)
def test_a_fact_that_says_something_else_comes_after_those_of_the_rules(fact: str, more: str, lang: Lang) -> None:
    merged = merge_facts([fact], [more], (), lang)
    assert (merged.facts, merged.new) == ((fact, more), (more,))


def test_a_figure_that_the_rules_doubt_stays_out() -> None:
    doubted = Doubted(("Weight: 1.1 kg", "Weight: 1.4 kg"), "Which is right?")
    merged = merge_facts(["Capacity: 1.7 L"], ["weighs 1.4 kg", "Lid: 1.4 cm"], [doubted], "en")
    assert (merged.new, merged.against) == (("Lid: 1.4 cm",), ("weighs 1.4 kg",))


def test_two_facts_that_contradict_each_other_are_both_left_out_and_asked_about() -> None:
    merged = merge_facts(["Weight: 1.1 kg", "Capacity: 1.7 L"], ["Weight: 1,400 g"], (), "en")
    assert merged.facts == ("Capacity: 1.7 L",)
    (doubted,) = merged.doubted
    assert doubted.why == "The page gives “Weight: 1.1 kg” and “Weight: 1,400 g” for Weight. Which is right?"


def test_a_brief_takes_two_hundred_facts_and_the_rules_come_first() -> None:
    own = [f"Part {number} is made of steel" for number in range(1000, 1199)]
    merged = merge_facts(own, ["The lid is walnut", "The base is cork"], (), "en")
    assert len(merged.facts) == 200
    assert merged.new == ("The lid is walnut",)


def test_nothing_from_nobody_is_nothing() -> None:
    assert merge_facts((), (), (), "en").facts == ()
