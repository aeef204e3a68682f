"""What a person has pinned or rejected among comparisons decides what the plan offers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.plan import Reading, make_plan, read
from assistant.references import load_book
from assistant.schema import LANGS, Comparison, Lang, Plan
from assistant.schema.brief import Brief
from assistant.schema.choices import Choice, choice_key, find_pinned, references_in, rejections_of

FACTS: dict[Lang, tuple[str, ...]] = {
    "en": ("Speed well into its climb: 6000 m/s", "Height: 58 m", "Weight: 348 g"),
    "zh-Hans": ("爬升途中的速度：6000米/秒", "高度：58米", "重量：348克"),
    "zh-Hant": ("爬升途中的速度：6000公尺/秒", "高度：58公尺", "重量：348公克"),
}


def brief(lang: Lang = "en", **changes: object) -> Brief:
    return Brief.model_validate({"facts": FACTS[lang], "product": "Skylark", "lang": lang, **changes})


def reading(given: Brief, *choices: Choice) -> Reading:
    return read(given, None, load_book(), choices=choices)


def offered(found: Reading, place: int) -> list[Comparison]:
    ranked = [one for _, ranking in found.views[place].rankings for one in ranking.comparisons]
    return [one for one in ranked if one.kind != "ladder"]


def planned(given: Brief, *choices: Choice) -> Plan:
    return make_plan(reading(given, *choices), given, None)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_pinned_stands_beside_its_fact_alone_and_is_pictured(lang: Lang) -> None:
    given = brief(lang)
    # Of a weight that everybody has held nothing would be pictured, and never the last of the list.
    last = offered(reading(given), 2)[-1]
    plan = planned(given, Choice(FACTS[lang][2], choice_key(last)))
    mine = [one for one in plan.comparisons if one.id.startswith("f3-")]
    assert [choice_key(one) for one in mine] == [choice_key(last)]
    assert plan.pinned == (mine[0].id,)
    assert "f3" in plan.pictured


def test_without_choices_nothing_is_pinned_and_the_rankings_are_the_usual() -> None:
    given = brief()
    assert planned(given).pinned == ()
    assert reading(given) == reading(given, Choice("Another fact: 3 kg", "multiple:apple-mass", ("apple-mass",)))


def test_a_pinned_fact_is_told_though_a_channel_has_room_for_fewer() -> None:
    facts = (*FACTS["en"][:2], "Payload: 4,200 kg", "Range: 900 km", "Power: 40 MW", FACTS["en"][2])
    given = Brief(facts=facts, product="Skylark", channel="push")
    assert "f6" not in planned(given).used
    pin = choice_key(offered(reading(given), 5)[0])
    assert planned(given, Choice(facts[5], pin)).used[0] == "f6"


def test_what_is_rejected_for_a_fact_gives_its_place_to_the_next_best() -> None:
    given = brief()
    before = offered(reading(given), 1)
    rejected = tuple(one for comparison in before for one in rejections_of(comparison))
    after = offered(reading(given, Choice(FACTS["en"][1], rejected=rejected)), 1)
    assert after
    assert not {reference.id for one in after for reference in one.references} & set(rejected)


def test_a_rejection_for_a_fact_leaves_other_facts_alone_and_one_for_the_product_does_not() -> None:
    facts = ("Height: 58 m", "Mast: 57 m")
    given = Brief(facts=facts)
    gone = offered(reading(given), 0)[0].references[0].id

    def uses(found: Reading, place: int) -> bool:
        return any(gone in (reference.id for reference in one.references) for one in offered(found, place))

    assert uses(reading(given), 1)
    for_one = reading(given, Choice(facts[0], rejected=(gone,)))
    assert (uses(for_one, 0), uses(for_one, 1)) == (False, True)
    for_all = reading(given, Choice("", rejected=(gone,)))
    assert (uses(for_all, 0), uses(for_all, 1)) == (False, False)


def test_a_rejected_rung_is_climbed_no_more() -> None:
    given = brief()
    ladder = next(ranking.ladder for _, ranking in reading(given).views[0].rankings)
    gone = next(rung.reference.id for rung in ladder if rung.reference)
    after = next(ranking.ladder for _, ranking in reading(given, Choice("", rejected=(gone,))).views[0].rankings)
    assert gone not in {rung.reference.id for rung in after if rung.reference}


def test_what_rests_on_no_reference_is_rejected_by_its_kind() -> None:
    given = Brief(facts=("Battery: 4600 → 5200 mAh",))
    difference = next(one for one in offered(reading(given), 0) if one.kind == "difference")
    assert rejections_of(difference) == ("difference:",)
    after = offered(reading(given, Choice(given.facts[0], rejected=("difference:",))), 0)
    assert [one for one in after if one.kind == "difference"] == []


def test_a_pin_that_others_have_overtaken_is_still_offered() -> None:
    # A goal comes up only when the six that are shown have been rejected.
    given = Brief(facts=("Height: 58 m",))
    pin = "multiple:soccer-goal-height"
    assert find_pinned(offered(reading(given), 0), pin) is None
    found = reading(given, Choice("Height: 58 m", pin)).views[0].pinned
    assert found is not None
    assert references_in(choice_key(found)) == ("soccer-goal-height",)


def test_a_pin_that_fits_no_longer_is_not_there() -> None:
    given = Brief(facts=("Weight: 348 t",))
    view = reading(given, Choice("Weight: 348 t", "multiple:tennis-ball-mass")).views[0]
    assert view.wanted
    assert view.pinned is None
    assert planned(given, Choice("Weight: 348 t", "multiple:tennis-ball-mass")).pinned == ()


def test_a_thing_that_has_become_as_large_is_still_the_thing_that_was_pinned() -> None:
    found = offered(reading(brief()), 1)
    one = next(each for each in found if each.kind == "multiple")
    equal = replace(one, kind="equal", score=0.2)
    assert find_pinned([equal], choice_key(one)) == equal
    assert find_pinned([replace(one, kind="ladder")], choice_key(one)) is None
    assert find_pinned(found, "") is None


def test_an_unknown_pin_changes_nothing() -> None:
    given = brief()
    assert planned(given, Choice(FACTS["en"][1], "multiple:no-such-thing")).comparisons == planned(given).comparisons


def test_a_pinned_figure_among_several_is_compared_though_a_reader_could_guess() -> None:
    given = Brief(facts=("Cabin: 40 × 55 × 20 cm",))
    found = offered(reading(given), 0)
    assert planned(given).pictured == ()
    if found:
        assert planned(given, Choice(given.facts[0], choice_key(found[0]))).pictured == ("f1",)


def test_every_channel_of_a_brief_has_the_pin() -> None:
    given = brief(channel=("product_page", "email"))
    pin = choice_key(offered(reading(given), 2)[1])
    plan = planned(given, Choice(FACTS["en"][2], pin))
    assert plan.pinned == ("f3-c1",)
    assert all(part.pinned == ("f3-c1",) for part in plan.parts.values())


def test_a_figure_of_a_rejected_reference_is_exact_for_the_others() -> None:
    given = brief()
    after = offered(reading(given, Choice("", rejected=("giraffe-height",))), 1)
    assert all(one.quantity.low == Decimal(58) for one in after)
