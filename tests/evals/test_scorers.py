"""Each scorer fails a draft that it must fail and passes one that it must pass; the drafts are real, then spoilt."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from assistant.checks import RULES, check_texts
from assistant.draft import resolve_persona
from assistant.schema import Draft
from evals.outcome import Outcome, solve
from evals.sample import Sample
from evals.scorers import RULES_OF, SCORERS, Score

FACTS = ["Top speed: 100 km/h", "Weight: 12 kg", "Charging time: 40 minutes", "The frame folds flat"]
ZH_FACTS = ["最高时速：100公里/小时", "重量：12公斤", "充电时间：40分钟", "车架可以折平"]


def sample(facts: list[str] = FACTS, expect: dict[str, Any] | None = None, **brief: Any) -> Sample:
    document = {"facts": facts, "product": "Gallop", "market": "us", **brief}
    return Sample.model_validate({"id": "x", "industry": "x", "brief": document, "expect": expect or {}})


@cache
def _written(one: str) -> Draft:
    return solve(Sample.model_validate_json(one)).draft


def outcome(one: Sample, **texts: str) -> Outcome:
    """A sample's real draft, with some of its texts put in others' words and checked again."""
    draft = _written(one.model_dump_json())
    retold = {**draft.variants[0].texts, **texts}
    checked = check_texts(retold, one.brief, draft.plan, resolve_persona(one.brief))
    variant = replace(draft.variants[0], texts=retold, ledger=checked.ledger, diagnostics=checked.diagnostics)
    spoilt = replace(draft, variants=(variant,))
    return Outcome(one, spoilt, again=spoilt)


def score(name: str, given: Outcome) -> Score:
    return next(scorer for scorer in SCORERS if scorer.name == name).score(given)


def test_every_rule_of_the_checks_has_a_scorer_that_answers_for_it() -> None:
    answered = [rule for rules in RULES_OF.values() for rule in rules]
    assert sorted(answered) == sorted(RULES)
    assert set(RULES_OF) <= {scorer.name for scorer in SCORERS}


def test_the_built_in_draft_of_plain_facts_passes_every_scorer() -> None:
    failed = [(s.name, s.score(outcome(sample())).why) for s in SCORERS if s.score(outcome(sample())).passed is False]
    assert failed == []


@pytest.mark.parametrize(
    ("scorer", "texts", "said"),
    [
        ("numbers", {"headline": "Reaches 140 km/h"}, "140 km/h"),
        ("numbers", {"headline": "At least 100 km/h, more than 130 km/h downhill"}, "130 km/h"),
        ("praise", {"headline": "The ultimate bike with outstanding performance"}, "headline"),
        ("language", {"headline": "最高时速和重量都写在下面"}, "headline"),
        ("markup", {"headline": "**Gallop** folds flat"}, "**"),
        ("markup", {"subhead": "{product} folds flat"}, "{product}"),
        ("whole", {"headline": ""}, "headline"),
        ("claims", {"headline": "Gallop is waterproof"}, "waterproof"),
        ("claims", {"headline": "Quieter than any rival at 100 km/h"}, "any rival"),
        ("manner", {"paragraph": "We built it. We ride it. Our frame folds flat."}, "paragraph"),
    ],
)
def test_what_the_checks_object_to_fails_the_scorer_of_that_rule_alone(
    scorer: str, texts: dict[str, str], said: str
) -> None:
    spoilt, clean = outcome(sample(), **texts), outcome(sample())
    assert score(scorer, spoilt).passed is False
    assert said in score(scorer, spoilt).why
    assert score(scorer, clean).passed is True
    others = {name for name in RULES_OF if name != scorer and score(name, spoilt).passed is False}
    assert others == set()


def test_a_customers_words_that_were_altered_fail_quotes() -> None:
    quote = "I charge it on Sunday and forget about it until Friday"
    one = sample(persona={"evidence": [{"quote": quote, "source": "reviews"}]})
    altered = outcome(one, paragraph=f"“{quote.replace('Friday', 'Christmas')},” says a customer.")
    assert score("quotes", altered).passed is False
    assert "Christmas" in score("quotes", altered).why
    assert score("quotes", outcome(one, paragraph=f"“{quote},” says a customer.")).passed is True


def test_banned_words_of_the_house_and_of_the_sample_fail() -> None:
    house = sample(style={"banned": ["folds"]})
    assert score("words", outcome(house, headline="It folds flat")).passed is False
    own = sample(expect={"must_not_contain": ["times faster"]})
    assert "times faster" in score("words", outcome(own, headline="Gallop, TIMES FASTER")).why
    assert score("words", outcome(own)).passed is True


def test_a_comparison_without_its_exact_figure_fails_spec() -> None:
    one = sample(["Top speed: 100 km/h"])
    noun = _written(one.model_dump_json()).plan.comparisons[0].forms.noun
    lost = dict.fromkeys(("headline", "subhead", "bullets", "paragraph"), noun)
    assert score("spec", outcome(one, **lost)).passed is False
    assert score("spec", outcome(one)).passed is True


def test_a_wording_that_must_stand_fails_spec_where_it_does_not() -> None:
    one = sample(expect={"must_contain": ["100 km/h"]})
    gone = dict.fromkeys(("headline", "subhead", "bullets", "paragraph"), "The frame folds flat")
    assert "100 km/h" in score("spec", outcome(one, **gone)).why
    assert score("spec", outcome(one, **gone)).passed is False
    assert score("spec", outcome(one)).passed is True


@pytest.mark.parametrize(("lang", "other", "facts"), [("zh-Hans", "zh-Hant", ZH_FACTS), ("en", "zh-Hans", FACTS)])
def test_a_draft_in_another_language_than_expected_fails(lang: str, other: str, facts: list[str]) -> None:
    assert score("language", outcome(sample(facts, lang=lang))).passed is True
    wrong = score("language", outcome(sample(facts, {"lang": other}, lang=lang)))
    assert wrong.passed is False
    assert other in wrong.why


def test_no_text_is_in_no_language() -> None:
    one = outcome(sample())
    empty = replace(one.draft.variants[0], texts={}, diagnostics=())
    assert score("language", replace(one, draft=replace(one.draft, variants=(empty,)))).passed is False


def test_a_missing_text_and_a_stand_in_for_the_model_fail_whole() -> None:
    one = outcome(sample())
    texts = {field: text for field, text in one.variant.texts.items() if field != "headline"}
    short = replace(one.variant, texts=texts)
    assert "headline" in score("whole", replace(one, draft=replace(one.draft, variants=(short,)))).why
    assert score("whole", replace(one, writer="gpt-x")).passed is False
    by_model = replace(one.draft, variants=(replace(one.variant, by="gpt-x-2026"),))
    assert score("whole", replace(one, draft=by_model, writer="gpt-x")).passed is True


@pytest.mark.parametrize(
    ("expected", "plain", "compared"), [(True, False, True), (False, True, False), (None, None, None)]
)
def test_a_comparison_is_asked_for_as_the_sample_expects(
    expected: bool | None, plain: bool | None, compared: bool | None
) -> None:
    one = sample(expect={"comparison_present": expected})
    assert score("compare", outcome(one)).passed is compared
    bare = dict.fromkeys(("headline", "subhead", "bullets", "paragraph"), "The frame folds flat")
    assert score("compare", outcome(one, **bare)).passed is plain


def test_a_comparison_in_a_models_own_words_counts_when_its_number_is_traced() -> None:
    one = sample(["Weight: 620 g", "Charging time: 40 minutes", "Battery life: 30 hours"], {"comparison_present": True})
    plan = _written(one.model_dump_json()).plan
    multiple = next(c for c in plan.comparisons if c.kind == "multiple" and c.ratio_shown and c.ratio_shown > 1)
    hedge = "" if multiple.hedge == "exactly" else multiple.hedge
    named = multiple.references[0].names["en"]
    said = f"{multiple.quantity.text}, {hedge} {multiple.ratio_shown} times what we know of it ({named.name})"
    assert not any(form in said for form in (multiple.forms.noun, multiple.forms.clause, multiple.forms.sentence))
    bare = dict.fromkeys(("subhead", "bullets", "paragraph"), "It is what it is")
    assert score("compare", outcome(one, headline=said, **bare)).passed is True


def test_silence_fails_where_a_fact_is_compared_that_should_not_be() -> None:
    assert score("silence", outcome(sample(expect={"silent": ["Top speed"]}))).passed is False
    assert score("silence", outcome(sample(expect={"silent": ["folds flat"]}))).passed is True
    assert score("silence", outcome(sample())).passed is None


def test_silence_fails_where_a_figure_is_given_a_multiple_that_should_have_none() -> None:
    assert score("silence", outcome(sample(["Power: 120 W", "Weight: 12 kg"], {"no_ratio": ["120 W"]}))).passed is False
    loud = sample(["Noise: 62 dB(A)"], {"no_ratio": ["62 dB"], "comparison_present": True})
    assert score("compare", outcome(loud)).passed is True
    assert score("silence", outcome(loud)).passed is True


@pytest.mark.parametrize(
    ("low", "hedge", "shown", "passed"),
    [
        (20, "more than", 9, False),
        (98, "about", 10, True),
        (95, "more than", 9, True),
        (50, "about", 10, False),
        (100, "exactly", 10, True),
    ],
)
def test_what_is_said_of_a_range_must_be_true_of_both_ends(low: int, hedge: Any, shown: int, passed: bool) -> None:
    given = outcome(sample(["Range: 98 km"]))
    quantity = replace(given.compared[0].quantity, low=Decimal(low), high=Decimal(100))
    ratio = Fraction(10)
    planned = replace(given.compared[0], quantity=quantity, ratio_exact=ratio, ratio_shown=Fraction(shown), hedge=hedge)
    plan = replace(given.draft.plan, comparisons=(planned,))
    ranged = Outcome(given.sample, replace(given.draft, plan=plan))
    assert score("range", ranged).passed is passed
    owned = replace(planned, forms=replace(planned.forms, clause="at most that many"))
    assert score("range", Outcome(given.sample, replace(given.draft, plan=replace(plan, comparisons=(owned,))))).passed
    assert score("range", given).passed is None


@pytest.mark.parametrize(("first", "passed"), [(5, True), (6, False)])
def test_a_range_that_is_told_by_both_its_ends_is_held_at_each_of_them(first: int, passed: bool) -> None:
    given = outcome(sample(["Range: 98 km"]))
    quantity = replace(given.compared[0].quantity, low=Decimal(50), high=Decimal(100))
    planned = replace(given.compared[0], quantity=quantity, ratio_exact=Fraction(10), ratio_shown=Fraction(10), hedge="about",
                      numbers=(Fraction(first), Fraction(10)))  # fmt: skip
    ranged = Outcome(given.sample, replace(given.draft, plan=replace(given.draft.plan, comparisons=(planned,))))
    assert score("range", ranged).passed is passed


def test_praise_among_the_facts_must_be_left_out_and_asked_about() -> None:
    proud = sample([*FACTS, "Our flagship product with outstanding performance"], {"left_out": ["flagship product"]})
    given = outcome(proud)
    assert score("left-out", given).passed is True
    mute = replace(given, draft=replace(given.draft, questions=()))
    assert score("left-out", mute).passed is False
    assert score("left-out", outcome(sample(expect={"left_out": ["Weight"]}))).passed is False
    assert score("left-out", outcome(sample())).passed is None


@pytest.mark.parametrize(
    ("told", "share", "passed"),
    [
        ("Top speed: 100 km/h. It weighs 12 kg.", 0.5, True),
        ("Top speed: 100 km/h. It weighs 12 kg.", 0.6, False),
        ("It weighs 12,000 g.", 0.25, False),
        ("Its frame is one that folds quite flat.", 0.25, True),
        ("Nothing of the kind.", 0.0, True),
    ],
)
def test_coverage_counts_facts_by_wording_figure_or_words(told: str, share: float, passed: bool) -> None:
    texts = dict.fromkeys(("headline", "subhead", "bullets", "paragraph"), told)
    assert score("coverage", outcome(sample(expect={"facts_share": share}), **texts)).passed is passed


def test_coverage_fails_without_a_usable_fact_and_leaves_a_headline_alone() -> None:
    assert score("coverage", outcome(sample(["The ultimate flagship of outstanding quality"]))).passed is False
    assert score("coverage", outcome(sample(channel="headline"))).passed is None


@pytest.mark.parametrize(("facts", "bullets", "passed"), [(4, 4, True), (4, 3, False), (3, 4, False), (2, 2, True)])
def test_there_is_a_bullet_for_each_usable_fact_up_to_five(facts: int, bullets: int, passed: bool) -> None:
    given = outcome(sample(FACTS[:facts], channel="bullets"), bullets="\n".join(FACTS[:bullets]))
    assert score("bullets", given).passed is passed


def test_a_channel_without_bullets_is_not_asked_for_them() -> None:
    assert score("bullets", outcome(sample(channel="headline"))).passed is None


def test_two_drafts_that_differ_fail_same() -> None:
    given = outcome(sample())
    assert score("same", given).passed is True
    other = outcome(sample(), headline="It folds flat").draft
    assert "headline" in score("same", replace(given, again=other)).why
    assert score("same", replace(given, again=other)).passed is False
    assert score("same", replace(given, again=replace(given.draft, questions=("?",)))).passed is False
    assert score("same", replace(given, again=None)).passed is None
