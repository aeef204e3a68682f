"""The lists themselves: each word is found, and carried by a fact that says it, and by none that denies it."""

from __future__ import annotations

import pytest

from assistant.checks.carried import carried_by
from assistant.checks.concepts import DATA, FILES, claim_lookup, proof_lookup, spell
from assistant.checks.new_claims import find_new_claims
from assistant.praise.grammar import fold
from assistant.schema import LANGS, Lang
from assistant.schema.brief import Brief
from assistant.schema.data import load_yaml
from tests.checks.plans import rocket


def _words(family: str, lang: Lang) -> list[str]:
    entries = load_yaml((DATA / f"{family}.yaml").read_text(encoding="utf-8")).values()
    return [word for entry in entries for pattern in entry.get(lang, ()) for word in spell(pattern)]


def _rules(text: str, lang: Lang, fact: str) -> set[str]:
    _, plan, _ = rocket(lang)
    return {d.rule for d in find_new_claims("", text, Brief(facts=(fact,), lang=lang), plan, None)}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("family", FILES)
def test_each_word_claims_where_no_fact_says_it_and_only_there(family: str, lang: Lang) -> None:
    plain = "Weight" if lang == "en" else "重量"
    silent = [word for word in _words(family, lang) if f"new-{family}" not in _rules(word, lang, plain)]
    assert silent == []
    assert [word for word in _words(family, lang) if _rules(word, lang, word)] == []


@pytest.mark.parametrize(
    ("lang", "text", "fact"),
    [
        ("en", "It is waterproof.", "Waterproof: no"),
        ("en", "It is waterproof.", "Not waterproof"),
        ("en", "Charges wirelessly.", "Wireless charging: not supported"),
        ("zh-Hans", "全身防水。", "防水：否"),
        ("zh-Hans", "支持快充。", "不支持快充"),
        ("zh-Hant", "全機防水。", "防水：無"),
        ("zh-Hant", "支援快充。", "不支援快充"),
    ],
)
def test_a_fact_that_denies_carries_nothing(lang: Lang, text: str, fact: str) -> None:
    assert _rules(text, lang, fact) == {"new-capability"}


@pytest.mark.parametrize(
    ("lang", "text", "fact"),
    [
        ("en", "It is waterproof.", "IPX7"),
        ("en", "A stainless steel body.", "Body: 304 steel"),
        ("en", "The guarantee covers it.", "Warranty: 2 years"),
        ("en", "Wireless at last.", "Bluetooth 5.3"),
        ("en", "Assembled by hand.", "Hand-assembled"),
        ("zh-Hans", "防水。", "IPX7"),
        ("zh-Hans", "两年质保。", "保修：2年"),
        ("zh-Hans", "不锈钢机身。", "机身：SUS304"),
        ("zh-Hans", "无线。", "Bluetooth 5.3"),
        ("zh-Hant", "防水。", "IPX7"),
        ("zh-Hant", "兩年保固。", "保修：2年"),
        ("zh-Hant", "不鏽鋼機身。", "機身：304不銹鋼"),
    ],
)
def test_a_fact_carries_what_it_says_in_other_words(lang: Lang, text: str, fact: str) -> None:
    assert _rules(text, lang, fact) == set()


@pytest.mark.parametrize(
    ("lang", "text", "fact"),
    [
        ("en", "It is waterproof.", "IPX4"),
        ("en", "Breathable all day.", "Ergonomic handle"),
        ("en", "German engineering.", "Test report by a laboratory in Germany"),
        ("en", "A leather strap.", "Strap: nylon"),
        ("zh-Hans", "胡桃木外壳。", "外壳：橡木"),
        ("zh-Hans", "德国工艺。", "德国莱茵检测报告"),
        ("zh-Hant", "免費換新。", "維修：需付費"),
    ],
)
def test_a_near_fact_does_not_carry_it(lang: Lang, text: str, fact: str) -> None:
    assert _rules(text, lang, fact)


def test_every_entry_is_a_word() -> None:
    found: list[object] = []
    for path in sorted(DATA.glob("*.yaml")):
        waiting = [load_yaml(path.read_text(encoding="utf-8"))]
        while waiting:
            one = waiting.pop()
            if isinstance(one, dict):
                waiting += one.values()
            elif isinstance(one, list):
                waiting += one
            elif not isinstance(one, (str, bool)):
                found.append((path.name, one))
    assert found == []


def test_a_word_in_capitals_is_found_in_capitals_alone() -> None:
    def ids(text: str) -> list[str]:
        return [mention.concept.id for mention in claim_lookup("en").find(text, fold(text, "en"))]

    assert ids("It has AI and CE.") == ["ai", "ce"]
    assert ids("the ai is a sloth, and ce is nothing") == []
    assert ids("said, paid, maid, aids") == []


def test_a_brief_without_claims_carries_none() -> None:
    assert carried_by(Brief(facts=("Weight: 5 g",)), None).concepts == frozenset()
    assert list(proof_lookup().find("Weight: 5 g", "weight: 5 g")) == []
