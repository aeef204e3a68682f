"""What a person has pinned stands in the draft or a notice says why; what they rejected does not: by either writer."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from assistant.chain import ModelSettings
from assistant.chain.calls import open_calls
from assistant.chain.estimating import estimate_draft
from assistant.draft import REPAIRS, check, write
from assistant.plan import make_plan, read
from assistant.references import load_book
from assistant.schema import LANGS, Comparison, Draft, Lang
from assistant.schema.brief import Brief
from assistant.schema.choices import Choice, choice_key
from tests.chain.servers import Answer, ScriptedServer, completion, serving
from tests.draft.test_draft import FACTS, brief

PIN_MISSING = {
    "headline": "Look up, and it is gone",
    "subhead": "At 6000 m/s, nobody waves for long.",
    "bullets": ["It stands 58 m tall", "It carries 4,200 kg"],
    "paragraph": "You finish tying a shoe. Somewhere above you a rocket that stands 58 m tall is on its way.",
}


def comparisons(given: Brief, fact: str) -> list[Comparison]:
    view = next(view for view in read(given, None, load_book()).views if view.fact.text == fact)
    return [one for _, ranking in view.rankings for one in ranking.comparisons if one.kind != "ladder"]


def used(draft: Draft, one: Comparison) -> list[bool]:
    return [one.working in (entry.proof for entry in variant.ledger) for variant in draft.variants]


@pytest.mark.parametrize("place", [0, 1, 2, 3])
@pytest.mark.parametrize("lang", LANGS)
def test_the_built_in_writer_uses_what_is_pinned_in_every_version(lang: Lang, place: int) -> None:
    given, fact = brief(lang), FACTS[lang][1]
    pinned = comparisons(given, fact)[place]
    draft = write(given, variants=3, choices=[Choice(fact, choice_key(pinned))])
    assert used(draft, pinned) == [True] * 3
    assert [variant.diagnostics for variant in draft.variants] == [()] * 3
    assert not [notice for notice in draft.notices if fact in notice]


@pytest.mark.parametrize("lang", LANGS)
def test_several_pins_all_stand_in_the_text(lang: Lang) -> None:
    given = brief(lang)
    facts = (FACTS[lang][0], FACTS[lang][1], FACTS[lang][3])
    pinned = [comparisons(given, fact)[0] for fact in facts]
    draft = write(given, choices=[Choice(fact, choice_key(one)) for fact, one in zip(facts, pinned, strict=True)])
    missed = [one.working for one in pinned if not used(draft, one)[0]]
    told = [notice for notice in draft.notices if any(fact in notice for fact in facts)]
    assert len(missed) == len(told)
    assert len(missed) <= 1


def test_what_is_rejected_stands_in_no_version() -> None:
    given = brief()
    first = write(given).plan.comparisons[0]
    gone = first.references[0].id
    draft = write(given, variants=3, choices=[Choice("", rejected=(gone,))])
    assert gone not in {reference.id for one in draft.plan.comparisons for reference in one.references}
    assert used(draft, first) == [False] * 3


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("place", "said"),
    [
        (None, {"en": "not among the facts any more", "zh-Hans": "已经没有", "zh-Hant": "已經沒有"}),
        (1, {"en": "fits the figure no longer", "zh-Hans": "对不上", "zh-Hant": "對不上"}),
        (2, {"en": "cannot be stated", "zh-Hans": "不能写进文案", "zh-Hant": "不能寫進文案"}),
    ],
)
def test_a_pin_that_cannot_be_used_is_said_with_the_reason(
    lang: Lang, place: int | None, said: dict[Lang, str]
) -> None:
    fact = "348 kg" if place is None else FACTS[lang][place]
    draft = write(brief(lang), choices=[Choice(fact, "multiple:tennis-ball-mass")])
    told = [notice for notice in draft.notices if fact in notice]
    assert len(told) == 1
    assert said[lang] in told[0]
    if place != 2:
        # By its name, not by its id.
        assert "tennis-ball-mass" not in told[0]


def test_a_pin_of_a_reference_that_the_book_lost_is_named_as_it_was() -> None:
    draft = write(brief(), choices=[Choice(FACTS["en"][1], "multiple:our-old-mast")])
    assert [notice for notice in draft.notices if "multiple:our-old-mast" in notice]


def test_a_check_of_a_text_knows_what_is_pinned() -> None:
    given, fact = brief(), FACTS["en"][1]
    last = comparisons(given, fact)[-1]
    text = f"58 m {last.forms.clause}."
    choices = [Choice(fact, choice_key(last))]
    known = {entry.proof for entry in check(text, given, choices=choices).ledger}
    assert last.working in known


def asked(*replies: dict[str, Any], **options: Any) -> tuple[Draft, list[dict[str, Any]]]:
    server = ScriptedServer([Answer(body=completion(json.dumps(one))) for one in replies])
    with serving(server) as url:
        settings = ModelSettings("unused", url, "test-model", retries=0)
        draft = write(brief(), settings, **options)
    return draft, [request.body for request in server.requests]


def told(body: dict[str, Any]) -> str:
    return "\n".join(str(message["content"]) for message in body["messages"])


def pinned_clause() -> tuple[Choice, Comparison]:
    one = comparisons(brief(), FACTS["en"][1])[1]
    return Choice(FACTS["en"][1], choice_key(one)), one


def with_pin(one: Comparison) -> dict[str, Any]:
    return {**PIN_MISSING, "bullets": [f"At 58 m, {one.forms.noun}", "It carries 4,200 kg"]}


def test_a_model_is_told_which_comparison_the_seller_has_chosen_and_offered_no_other_for_that_fact() -> None:
    choice, one = pinned_clause()
    draft, bodies = asked(with_pin(one), choices=[choice])
    assert "chosen by the seller" in told(bodies[0])
    assert one.forms.noun in told(bodies[0])
    others = [each for each in comparisons(brief(), FACTS["en"][1]) if each != one]
    assert not [each for each in others if each.forms.noun in told(bodies[0])]
    assert draft.variants[0].by == "test-model"
    assert used(draft, one) == [True]


def test_a_model_that_leaves_the_pin_out_is_asked_again_and_then_has_it() -> None:
    choice, one = pinned_clause()
    draft, bodies = asked(PIN_MISSING, with_pin(one), choices=[choice])
    assert len(bodies) == 2
    assert "The seller wants f2-c1 in the text" in told(bodies[1])
    assert used(draft, one) == [True]
    assert draft.variants[0].by == "test-model"
    assert not [notice for notice in draft.notices if "Pinned" in notice]


def test_a_model_that_never_uses_the_pin_keeps_its_text_and_a_notice_says_so() -> None:
    choice, one = pinned_clause()
    draft, bodies = asked(*[PIN_MISSING] * (1 + REPAIRS), choices=[choice])
    assert len(bodies) == 1 + REPAIRS
    assert draft.variants[0].by == "test-model"
    assert used(draft, one) == [False]
    assert len([notice for notice in draft.notices if notice.startswith("Pinned")]) == 1


def test_a_model_is_not_told_of_what_was_rejected_and_may_not_use_it() -> None:
    given = brief()
    one = comparisons(given, FACTS["en"][0])[0]
    names = [reference.names["en"].name for reference in one.references]
    draft, bodies = asked(PIN_MISSING, choices=[Choice("", rejected=tuple(each.id for each in one.references))])
    assert not [name for name in names if name in told(bodies[0])]
    assert one not in draft.plan.comparisons


def test_a_reply_that_was_kept_is_not_taken_for_other_choices() -> None:
    choice, one = pinned_clause()
    server = ScriptedServer([Answer(body=completion(json.dumps(each))) for each in (PIN_MISSING, with_pin(one))])
    with serving(server) as url, open_calls() as calls:
        settings = ModelSettings("unused", url, "test-model", retries=0)
        write(brief(), settings, calls=calls)
        draft = write(brief(), settings, calls=calls, choices=[choice])
        again = write(brief(), settings, calls=calls, choices=[choice])
    assert len(server.requests) == 2
    assert used(draft, one) == used(again, one) == [True]


def test_the_estimate_counts_what_the_choices_add() -> None:
    given, (choice, _) = brief(), pinned_clause()
    settings = ModelSettings("unused", "http://127.0.0.1:1", "test-model", retries=0)
    rejected = Choice("", rejected=tuple(r.id for one in comparisons(given, FACTS["en"][0]) for r in one.references))
    plans = [
        make_plan(read(given, None, load_book(), choices=choices), given, None)
        for choices in ((), (choice,), (rejected,))
    ]
    plain, pinned, without = (estimate_draft(given, None, plan, settings, repairs=REPAIRS).tokens for plan in plans)
    assert len({plain, pinned, without}) == 3
    assert Decimal(plain) > 0
