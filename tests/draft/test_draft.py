"""The waist: whoever writes, the same checks hold, and what fails them reaches nobody."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant.chain import ModelSettings
from assistant.chain.calls import open_calls
from assistant.draft import REPAIRS, check, write
from assistant.errors import InputError
from assistant.schema import LANGS, Lang
from assistant.schema.brief import Brief, Evidence, Persona
from assistant.tokens import Budget, BudgetReached
from tests.chain.servers import Answer, ScriptedServer, completion, serving

FACTS: dict[Lang, tuple[str, ...]] = {
    "en": ("Speed well into its climb: 6000 m/s", "Height: 58 m", "Our flagship rocket", "Payload: 4,200 kg"),
    "zh-Hans": ("爬升途中的速度：6000米/秒", "高度：58米", "国内领先的旗舰产品", "载荷：4200公斤"),
    "zh-Hant": ("爬升途中的速度：6000公尺/秒", "高度：58公尺", "業界第一的領導品牌", "酬載：4,200公斤"),
}
GOOD = {
    "headline": "Look up, and it is gone",
    "subhead": "At 6000 m/s, Skylark goes at about 570 times Usain Bolt's average over 100 m.",
    "bullets": ["It stands 58 m tall", "It carries 4,200 kg", "Speed well into its climb: 6000 m/s"],
    "paragraph": "You finish tying a shoe. Somewhere above you a rocket that stands 58 m tall is on its way.",
}


def brief(lang: Lang = "en", **changes: Any) -> Brief:
    return Brief(facts=FACTS[lang], product="Skylark", lang=lang, **changes)


def reply(**changes: Any) -> Answer:
    return Answer(body=completion(json.dumps({**GOOD, **changes})))


def settings(url: str) -> ModelSettings:
    return ModelSettings("unused", url, "test-model", retries=0)


@pytest.mark.parametrize("lang", LANGS)
def test_the_built_in_draft_passes_every_check_and_says_that_it_is_built_in(lang: Lang) -> None:
    draft = write(brief(lang), variants=3)
    assert [variant.by for variant in draft.variants] == ["built-in"] * 3
    for variant in draft.variants:
        assert variant.diagnostics == ()
        assert not variant.needs_review
        assert {"headline", "paragraph"} <= set(variant.texts)
        said = "".join(variant.texts.values())
        assert all(figure in said for figure in ("6000", "58", "200"))
    assert draft.notices


@pytest.mark.parametrize("lang", LANGS)
def test_praise_in_the_facts_stays_out_of_the_copy_and_becomes_a_question(lang: Lang) -> None:
    draft = write(brief(lang))
    assert FACTS[lang][2] not in "".join(draft.variants[0].texts.values())
    assert [why for fact, why in draft.plan.left if fact == "f3"]
    assert draft.questions


@pytest.mark.parametrize("lang", LANGS)
def test_each_number_in_a_draft_stands_in_the_ledger_with_its_place(lang: Lang) -> None:
    variant = write(brief(lang)).variants[0]
    for entry in variant.ledger:
        assert variant.texts[entry.field][entry.start : entry.end] == entry.text
    whole = {(field, i) for field, text in variant.texts.items() for i, char in enumerate(text) if char.isdigit()}
    proven = {(entry.field, i) for entry in variant.ledger for i in range(entry.start, entry.end)}
    names = {(field, i) for field, i in whole - proven}
    # What the ledger does not list is part of a name (737, 100 m): the gate has let it stand as one.
    for field, place in names:
        assert variant.texts[field][max(0, place - 12) : place + 12].strip("0123456789 ")


def test_the_same_brief_gives_the_same_draft() -> None:
    assert write(brief(), variants=2) == write(brief(), variants=2)


def test_variants_open_differently() -> None:
    headlines = [variant.texts["headline"] for variant in write(brief(), variants=3).variants]
    assert len(set(headlines)) == 3


def test_channels_have_their_own_fields() -> None:
    assert set(write(brief(channel="headline")).variants[0].texts) == {"headline", "subhead"}
    assert set(write(brief(channel="bullets")).variants[0].texts) == {"bullets"}


def test_a_brief_of_praise_alone_gives_questions_and_no_copy() -> None:
    draft = write(Brief(facts=("Our flagship product", "The world's best kettle")))
    assert draft.variants[0].texts == {}
    assert draft.variants[0].needs_review
    assert draft.questions
    assert any("praise" in notice for notice in draft.notices)


def test_a_good_reply_of_a_model_is_taken_as_it_is() -> None:
    with serving(ScriptedServer([reply()])) as url:
        variant = write(brief(), settings(url)).variants[0]
    assert variant.by == "test-model"
    assert variant.texts["subhead"] == GOOD["subhead"]
    assert variant.diagnostics == ()
    written = {one.field for one in variant.sentences if one.by == "test-model"}
    assert (written, [one for one in variant.sentences if one.why]) == (set(GOOD), [])


def test_a_false_number_goes_back_with_the_finding_and_the_mended_text_is_taken() -> None:
    server = ScriptedServer([reply(headline="About 580 times Usain Bolt's average"), reply()])
    with serving(server) as url:
        variant = write(brief(), settings(url)).variants[0]
    assert variant.by == "test-model"
    assert "580" in json.dumps(server.requests[1].body["messages"][-1], ensure_ascii=False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"headline": "More than 580 times Usain Bolt's average over 100 m"},
        {"headline": "A rocket of 6001 m/s"},
        {"headline": "Twice the height of Big Ben"},
        {"headline": "The world's leading rocket"},
        {"paragraph": "It stands 58 km tall."},
        {"paragraph": "它有58米高，速度很快，载荷很大，值得期待。"},
        {"bullets": ["It stands **58 m** tall", "It carries 4,200 kg", "6000 m/s"]},
    ],
)
def test_what_fails_to_the_end_is_replaced_and_the_rest_stands_as_it_was_written(wrong: dict[str, Any]) -> None:
    with serving(ScriptedServer([reply(**wrong)] * (1 + REPAIRS))) as url:
        draft = write(brief(), settings(url))
    variant = draft.variants[0]
    assert (variant.by, variant.needs_review) == ("test-model", False)
    assert [one for one in variant.diagnostics if one.level == "error"] == []
    for field, said in {**GOOD, **wrong}.items():
        own = "\n".join(said) if isinstance(said, list) else said
        assert (variant.texts[field] == own) == (field not in wrong)
    assert any(f"after {REPAIRS} repairs" in notice for notice in draft.notices)


def test_a_text_of_which_hardly_anything_holds_gives_way_to_the_built_in_draft_and_is_said() -> None:
    wrong = {
        "headline": "The world's leading rocket",
        "subhead": "It stands 58 km tall.",
        "bullets": ["**58 m**", "6001 m/s"],
    }
    with serving(ScriptedServer([reply(**wrong, paragraph="It carries 4,300 kg.")] * (1 + REPAIRS))) as url:
        draft = write(brief(), settings(url))
    assert draft.variants[0].by == "built-in"
    assert {sentence.by for sentence in draft.variants[0].sentences} == {"built-in"}
    assert not draft.variants[0].needs_review
    assert any(f"after {REPAIRS} repairs" in notice and "built-in draft" in notice for notice in draft.notices)


def test_a_model_that_answers_nonsense_leaves_the_built_in_draft_and_the_reason() -> None:
    with serving(ScriptedServer([Answer(body="<html>busy</html>", content_type="text/html")])) as url:
        draft = write(brief(), settings(url))
    assert draft.variants[0].by == "built-in"
    assert any("web page" in notice for notice in draft.notices)


def test_a_plan_without_facts_never_calls_the_model() -> None:
    with serving(ScriptedServer([])) as url:
        assert write(Brief(facts=("Our flagship product",)), settings(url)).variants[0].texts == {}


def test_a_text_of_ones_own_is_held_to_the_same_checks() -> None:
    assert check("It stands 58 m tall.", brief()).diagnostics == ()
    assert [finding.rule for finding in check("It stands 59 m tall.", brief()).diagnostics] == ["number-untraced"]


@pytest.mark.parametrize("variants", [0, 6])
def test_the_number_of_variants_is_bounded(variants: int) -> None:
    with pytest.raises(InputError, match="expected 1 to 5"):
        write(brief(), variants=variants)


@pytest.mark.parametrize(
    ("lang", "category", "fact", "figure"),
    [("en", "kettle", "Power: 2,200 W", "2,200 W"), ("zh-Hans", "充电宝", "容量：20000毫安时", "20000毫安时")],
)
def test_a_figure_behind_the_products_own_name_is_not_another_ones(
    lang: Lang, category: str, fact: str, figure: str
) -> None:
    draft = write(Brief(facts=(fact,), product="Otter", category=category, lang=lang, market="uk"))
    assert draft.plan.left == ()
    assert figure in "".join(draft.variants[0].texts.values())


def test_a_reply_that_was_paid_for_is_not_asked_for_again_and_the_draft_says_so() -> None:
    server = ScriptedServer([reply()])
    with serving(server) as url:
        for asked_again in (False, True):
            with open_calls() as calls:
                draft = write(brief(), settings(url), calls=calls)
            assert draft.variants[0].texts["subhead"] == GOOD["subhead"]
            assert (calls.took.replies, calls.took.from_cache) == (1, int(asked_again))
            assert any("nothing was paid" in notice for notice in draft.notices) == asked_again
    assert len(server.requests) == 1


def test_a_reply_that_failed_the_checks_is_kept_too_so_that_the_whole_exchange_costs_nothing_again() -> None:
    server = ScriptedServer([reply(headline="A rocket of 6001 m/s"), reply()])
    with serving(server) as url:
        for _ in range(2):
            with open_calls() as calls:
                assert write(brief(), settings(url), calls=calls).variants[0].by == "test-model"
    assert len(server.requests) == 2


def test_each_variant_is_asked_for_from_another_angle() -> None:
    server = ScriptedServer([reply()] * 3)
    with serving(server) as url, open_calls() as calls:
        write(brief(), settings(url), variants=3, calls=calls)
    asked = {json.dumps(request.body["messages"], ensure_ascii=False) for request in server.requests}
    assert (len(server.requests), len(asked), calls.took.from_cache) == (3, 3, 0)


def test_a_budget_stops_the_draft_before_it_is_passed() -> None:
    priced = ModelSettings("unused", "https://api.openai.com/v1", "gpt-4.1", retries=0)
    with open_calls(budget=Budget(Decimal("0.000001"))) as calls, pytest.raises(BudgetReached):
        write(brief(), priced, calls=calls)
    assert calls.took.replies == 0


def test_a_store_that_cannot_be_used_stops_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    monkeypatch.setenv("YARDSTICK_DATA", str(in_the_way))
    with serving(ScriptedServer([reply()])) as url, open_calls() as calls:
        draft = write(brief(), settings(url), calls=calls)
    assert draft.variants[0].by == "test-model"
    assert any(str(in_the_way) in notice for notice in draft.notices)


def test_a_customers_name_stays_on_the_machine_and_stands_in_the_draft() -> None:
    listened = Persona(
        name="Neighbours",
        evidence=(Evidence(quote="I hear it go and I wave, says Priya Natarajan.", source="priya.n@example.com"),),
    )
    for masks in (True, False):
        said = "⟦person-1⟧" if masks else "Priya Natarajan"
        quoted = f"“I hear it go and I wave, says {said}.” A rocket that stands 58 m tall is on its way."
        server = ScriptedServer([reply(paragraph=quoted)])
        with serving(server) as url:
            variant = write(brief(persona=listened), replace(settings(url), masks=masks)).variants[0]
        sent = json.dumps(server.requests[0].body, ensure_ascii=False)
        assert ("Priya" in sent, "priya.n@example.com" in sent) == (not masks, not masks)
        assert (variant.by, variant.diagnostics) == ("test-model", ())
        assert "says Priya Natarajan.”" in variant.texts["paragraph"]
