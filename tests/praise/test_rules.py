"""Each rule proves itself both ways, in its own language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.praise import FAMILIES, Rule, explain, find_praise, load_rules
from assistant.praise.loading import HERE, write_compiled
from assistant.schema import LANGS, Lang

RULES = [(lang, rule) for lang in LANGS for rule in load_rules(lang).rules]
EACH = pytest.mark.parametrize(("lang", "rule"), RULES, ids=[f"{lang}:{rule.id}" for lang, rule in RULES])


def marked(example: str) -> tuple[str, list[str]]:
    return example.replace("[[", "").replace("]]", ""), re.findall(r"\[\[(.*?)\]\]", example)


@EACH
def test_a_rule_catches_exactly_the_marked_words(lang: Lang, rule: Rule) -> None:
    for example in rule.flag:
        text, wanted = marked(example)
        found = find_praise(text, lang, market=next(iter(rule.markets), None))
        assert [text[one.start : one.end] for one in found] == wanted, example
        assert rule.id in [one.rule for one in found], example


@EACH
def test_no_rule_objects_to_an_honest_example(lang: Lang, rule: Rule) -> None:
    for text in rule.allow:
        found = find_praise(text, lang, market=next(iter(rule.markets), None))
        assert [(text[one.start : one.end], one.rule) for one in found] == []


@EACH
def test_a_rule_has_near_misses_and_says_what_would_settle_the_claim(lang: Lang, rule: Rule) -> None:
    assert len(rule.flag) >= 2
    assert len(rule.allow) >= 2
    assert rule.family in FAMILIES
    assert "{match}" in rule.message
    assert rule.question.rstrip().endswith(("?", "？"))
    assert rule.needs


@pytest.mark.parametrize("lang", LANGS)
def test_no_message_speaks_of_the_law(lang: Lang) -> None:
    for rule in load_rules(lang).rules:
        assert not re.search("illegal|unlawful|违法|違法", rule.message + rule.suggestion)


def test_english_rules_cover_the_ten_families() -> None:
    rules = load_rules("en").rules
    assert {rule.family for rule in rules} >= set(FAMILIES[:10])
    assert len(rules) >= 30


@pytest.mark.parametrize("lang", LANGS)
def test_compiled_rules_say_what_the_files_say(lang: Lang, tmp_path: Path) -> None:
    kept = (HERE / "compiled" / f"{lang.lower()}.json").read_text(encoding="utf-8")
    assert kept == write_compiled(lang, tmp_path).read_text(encoding="utf-8"), "run: python -m assistant.praise"


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError) as caught:
        explain("empty-superlativ", "en")
    assert str(caught.value) == "no rule 'empty-superlativ' in en. Did you mean 'empty-superlative'?"


def test_a_rule_explains_itself() -> None:
    rule = explain("empty-superlative", "en")
    assert (rule.family, rule.level, rule.file) == ("superlative", "warning", "en/superlative.yaml")


@pytest.mark.parametrize("lang", LANGS)
def test_a_rule_of_a_market_names_the_law_and_where_it_can_be_read(lang: Lang) -> None:
    of_markets = [rule for rule in load_rules(lang).rules if rule.markets]
    assert of_markets
    for rule in of_markets:
        assert rule.law, rule.id
        assert rule.link.startswith("http"), rule.id
        assert "illegal" not in rule.message.lower()
        assert "违法" not in rule.message
        assert "違法" not in rule.message
