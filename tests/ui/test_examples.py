"""The examples show what the product does: quantities, comparisons, and a line of praise that is flagged."""

from __future__ import annotations

import pytest

from assistant.draft import resolve_persona, write
from assistant.personas import load_personas
from assistant.plan import read
from assistant.references import load_book
from assistant.schema import LANGS, Lang
from assistant.schema.brief import Brief
from assistant.schema.language import guess_lang
from assistant.ui.examples import Example, load_examples

EVERY = [(lang, example) for lang in LANGS for example in load_examples(lang)]
IDS = [f"{lang}-{example.id}" for lang, example in EVERY]


def brief_of(lang: Lang, example: Example) -> Brief:
    return Brief(facts=tuple(example.facts.splitlines()), product=example.product, persona=example.persona, lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_each_language_offers_as_many_examples(lang: Lang) -> None:
    assert len(load_examples(lang)) == 3


@pytest.mark.parametrize(("lang", "example"), EVERY, ids=IDS)
def test_an_example_is_for_someone_who_reads_its_language(lang: Lang, example: Example) -> None:
    assert load_personas()[example.persona].lang == lang
    assert guess_lang(example.facts) == lang


@pytest.mark.parametrize(("lang", "example"), EVERY, ids=IDS)
def test_an_example_has_quantities_with_comparisons_and_just_one_line_of_praise(lang: Lang, example: Example) -> None:
    brief = brief_of(lang, example)
    views = read(brief, resolve_persona(brief), load_book()).views
    assert sum(bool(view.fact.quantities) for view in views) >= 4
    assert sum(bool(view.best) for view in views) >= 3
    assert [bool(view.praise) for view in views] == [False] * (len(views) - 1) + [True]


@pytest.mark.parametrize("lang", LANGS)
def test_the_rocket_climbs_a_ladder(lang: Lang) -> None:
    brief = brief_of(lang, load_examples(lang)[0])
    views = read(brief, resolve_persona(brief), load_book()).views
    assert len(views[0].rankings[0][1].ladder) >= 3


@pytest.mark.parametrize(("lang", "example"), EVERY, ids=IDS)
def test_the_draft_of_an_example_passes_the_checks(lang: Lang, example: Example) -> None:
    variant = write(brief_of(lang, example)).variants[0]
    assert [f"{finding.rule}: {finding.message}" for finding in variant.diagnostics if finding.level == "error"] == []
    assert variant.ledger
