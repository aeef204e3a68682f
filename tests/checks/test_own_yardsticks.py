"""What a team says that its customers know: offered in its language, proven by the gate, and known to it where it is not chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.beside.own import Wanted, read_own
from assistant.checks import check_texts
from assistant.draft import write
from assistant.draft.rows import draft_document
from assistant.plan import make_plan, read
from assistant.references import Book, load_book, merge
from assistant.rewriting import rewrite
from assistant.schema import Lang, Plan, Reference
from assistant.schema.brief import Brief, Persona

FACTS: dict[Lang, str] = {"en": "Weight: 696 g", "zh-Hans": "重量：696克", "zh-Hant": "重量：696公克"}
NAMED: dict[Lang, tuple[str, str]] = {
    "en": ("our last model", "348 g"),
    "zh-Hans": ("我们上一代", "348克"),
    "zh-Hant": ("我們上一代", "348公克"),
}
LANGUAGES: tuple[Lang, ...] = ("en", "zh-Hans", "zh-Hant")


def given(name: str, figure: str, lang: Lang, wanted: Wanted | None = None) -> Reference:
    made = read_own(name, figure, lang, wanted=wanted or Wanted(who="Mei")).reference
    assert made is not None
    return made


def planned(lang: Lang, book: Book, *facts: str) -> tuple[Brief, Plan]:
    brief = Brief(facts=facts or (FACTS[lang],), product="Halden", lang=lang)
    return brief, make_plan(read(brief, None, book), brief, None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_draft_compares_with_it_and_its_ledger_says_whose_figure_it_is(lang: Lang) -> None:
    mine = given(*NAMED[lang], lang)
    book = merge(load_book(), [mine])
    brief, _ = planned(lang, book)
    draft = write(brief, book=book)
    variant = draft.variants[0]
    assert not variant.needs_review
    assert any(NAMED[lang][0] in text for text in variant.texts.values())
    assert any(entry.source == mine.source.title and "Mei" in entry.source for entry in variant.ledger)
    assert draft_document(draft)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_offered_in_no_language_that_it_has_no_name_in(lang: Lang) -> None:
    others = [given(*NAMED[other], other) for other in LANGUAGES if other != lang]
    _, plan = planned(lang, merge(load_book(), others))
    assert plan.comparisons
    assert not {reference.id for c in plan.comparisons for reference in c.references} & {one.id for one in others}


SAID = {
    "en": ("It weighs 696 g, about three times the weight of our last model.", "It weighs 696 g, about twice the weight of our last model."),
    "zh-Hans": ("重696克，约为我们上一代重量的3倍。", "重696克，约为我们上一代重量的2倍。"),
    "zh-Hant": ("重696公克，約為我們上一代重量的3倍。", "重696公克，約為我們上一代重量的2倍。"),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_false_of_it_is_stopped_and_what_is_true_passes(lang: Lang) -> None:
    mine = given(*NAMED[lang], lang)
    brief, plan = planned(lang, merge(load_book(), [mine]))
    false, true = SAID[lang]

    def errors(text: str) -> set[str]:
        found = check_texts({"paragraph": text}, brief, plan, None).diagnostics
        return {one.rule for one in found if one.level == "error"}

    assert errors(false) == {"number-untraced"}
    assert errors(true) == set()


def test_the_gate_knows_it_even_where_the_plan_has_not_chosen_it() -> None:
    elsewhere = given("our shipping crate", "900 g", "en")
    text = "It weighs 696 g, the weight of our shipping crate."
    brief, plan = planned("en", load_book())
    known = planned("en", merge(load_book(), [elsewhere]))[1]
    without = [one for one in known.comparisons if elsewhere not in one.references]
    known = replace(known, comparisons=tuple(without), ladder=())

    def errors(held_to: Plan) -> set[str]:
        found = check_texts({"paragraph": text}, brief, held_to, None).diagnostics
        return {one.rule for one in found if one.level == "error"}

    assert errors(plan) == set()
    assert errors(known) == {"comparison-untraced"}


def test_every_channels_plan_carries_it() -> None:
    mine = given("our last model", "348 g", "en")
    brief = Brief(facts=(FACTS["en"],), product="Halden", channel=("product_page", "email"))
    plan = make_plan(read(brief, None, merge(load_book(), [mine])), brief, None)
    assert plan.added == (mine,)
    assert all(part.added == (mine,) for part in plan.parts.values())


def test_a_page_is_rewritten_with_it() -> None:
    book = merge(Book({}, {}), [given("our last model", "348 g", "en")])
    rewritten = rewrite("The kettle weighs 696 g. It comes in blue.", "text", "en", book=book)
    assert "the weight of our last model" in rewritten.text
    assert any("given by Mei" in entry.source for entry in rewritten.ledger)


def test_of_several_things_of_ones_own_none_is_a_repetition_of_the_other() -> None:
    names = ("our first crate", "Mei's suitcase", "the old kettle", "our workshop door")
    mine = [given(name, f"{350 + step} g", "en") for step, name in enumerate(names)]
    _, plan = planned("en", merge(Book({}, {}), mine))
    view = read(Brief(facts=(FACTS["en"],)), None, merge(Book({}, {}), mine)).views[0]
    offered = {c.references[0].id for _, ranking in view.rankings for c in ranking.comparisons}
    assert offered == {one.id for one in mine}
    assert plan.comparisons


def test_only_those_with_the_interest_are_offered_what_they_alone_know() -> None:
    mine = given("our race bike", "348 g", "en", Wanted(interests=("cycling",)))
    book = merge(load_book(), [mine])
    brief = Brief(facts=("Weight: 900 g",), product="Halden", lang="en")
    for persona, offered in ((None, False), (Persona(knows_by_feel=("cycling",)), True)):
        plan = make_plan(read(brief, persona, book), brief, persona)
        assert (mine.id in {reference.id for c in plan.comparisons for reference in c.references}) is offered
