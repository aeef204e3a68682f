"""What a brief's own figures come to is offered first, to the built-in writer and to a model."""

from __future__ import annotations

from assistant.chain.request import render_brief
from assistant.draft import write
from assistant.plan import make_plan, read
from assistant.prompts import load_prompt
from assistant.references import load_book
from assistant.schema import Plan
from assistant.schema.brief import Brief

BRIEF = Brief(
    product="Grindstone 64",
    category="coffee grinder",
    facts=(
        "Hopper: 600 g of beans",
        "Dose: 18 g per cup",
        "4000 hours between services",
        "Draws 38 W, running day and night",
        "Replacement filter: $89",
        "Filter lasts 12 months",
    ),
    channel="product_page",
)


def planned(brief: Brief = BRIEF) -> Plan:
    return make_plan(read(brief, None, load_book()), brief, None)


def test_a_sum_is_the_first_of_its_facts_comparisons() -> None:
    plan = planned()
    first: dict[str, str] = {}
    for one in plan.comparisons:
        first.setdefault(one.id.rpartition("-")[0], one.id)
    used = [one for one in ("f1", "f3", "f4", "f5") if one in plan.used]
    assert used
    assert [first[one] for one in used] == [f"{one}-s1" for one in used]


def test_two_sums_are_worth_their_place_in_copy_and_no_third() -> None:
    plan = planned()
    assert len(plan.pictured) == 2
    assert "f1" in plan.pictured


def test_a_model_is_offered_every_sum() -> None:
    plan = planned()
    offered = render_brief(BRIEF, None, plan, load_prompt("write", "en"))["comparisons"]
    sums = [one for one in plan.comparisons if one.derived is not None]
    assert len(sums) > 2
    assert all(one.id in offered and one.text in offered for one in sums)


def test_the_built_in_writer_tells_a_sum_behind_its_figure_and_never_over_a_text() -> None:
    variant = write(BRIEF, variants=1).variants[0]
    assert not variant.needs_review
    assert "That is enough for about 33 cups at 18 g each." in variant.texts["paragraph"]
    assert "round the clock" not in variant.texts["headline"]
    assert any(entry.kind == "derived" and entry.source == "f1; f2" for entry in variant.ledger)


def test_praise_has_no_part_in_a_sum() -> None:
    brief = Brief(facts=("World-leading hopper: 600 g of beans, unmatched quality", "Dose: 18 g per cup"))
    assert not [one for one in planned(brief).comparisons if one.derived is not None]
