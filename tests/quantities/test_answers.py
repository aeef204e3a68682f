"""A doubt is settled by writing the figure otherwise: each answer, read again, leaves nothing doubtful."""

from __future__ import annotations

import pytest

from assistant.quantities import find_facts
from assistant.quantities.answers import MOST, find_answers
from assistant.schema import Lang, Quantity

DOUBTFUL: list[tuple[Lang, str, str]] = [
    ("en", "Memory: 8G", "Memory: 8 GB"),
    ("en", "Memory: 8G", "Memory: 8 g"),
    ("en", "Price: ¥3000", "Price: 3000 yuan"),
    ("en", "Range: 1.234.567 km", "Range: 1,234,567 km"),
    ("en", "Weight: 3,5 kg", "Weight: 3.5 kg"),
    ("en", "Length: 10 cm (5 in), boxed", "Length: 10 cm, boxed"),
    ("en", "Length: 10 cm (5 in), boxed", "Length: 5 in, boxed"),
    ("en", "Air: 6.6 kW/(m³/min)", "Air: 6.6 kW"),
    ("en", "Blade: 3 MM", "Blade: 3 mm"),
    ("en", "Flow: 5 oz/min", "Flow: 5 fl oz/min"),
    ("en", "iPhone 15 128 GB", "iPhone 15, 128 GB"),
    ("zh-Hans", "八折", "80%"),
    ("zh-Hans", "用水5度", "用水5立方米"),
    ("zh-Hans", "宽带100兆", "宽带100MB"),
    ("zh-Hans", "30块", "30个"),
    ("zh-Hans", "售价：300", "售价：300美元"),
    ("zh-Hans", "内存8G", "内存8GB"),
    ("zh-Hant", "$300", "US$300"),
    ("zh-Hant", "售價：300", "售價：300元"),
    ("zh-Hant", "記憶體8G", "記憶體8GB"),
]


def doubted(text: str, lang: Lang) -> list[Quantity]:
    return [q for fact in find_facts(text, lang) for q in fact.quantities if q.doubts]


@pytest.mark.parametrize(("lang", "text", "settled"), DOUBTFUL)
def test_a_doubt_has_an_answer_that_settles_it(lang: Lang, text: str, settled: str) -> None:
    answers = find_answers(text, doubted(text, lang)[0], lang)
    assert settled in [answer.text for answer in answers]
    assert 1 <= len(answers) <= MOST
    for answer in answers:
        assert doubted(answer.text, lang) == []
        assert answer.said in answer.text


@pytest.mark.parametrize(("lang", "text"), sorted({(lang, text) for lang, text, _ in DOUBTFUL}))
def test_no_two_answers_mean_the_same(lang: Lang, text: str) -> None:
    answers = find_answers(text, doubted(text, lang)[0], lang)
    facts = [find_facts(answer.text, lang) for answer in answers]
    read = [tuple((q.low, q.unit) for fact in several for q in fact.quantities) for several in facts]
    assert len(set(read)) == len(read)


def test_the_first_answer_is_how_it_was_read() -> None:
    for lang, text, _ in DOUBTFUL:
        quantity = doubted(text, lang)[0]
        first = find_answers(text, quantity, lang)[0]
        again = [q for fact in find_facts(first.text, lang) for q in fact.quantities]
        assert any((q.low, q.unit) == (quantity.low, quantity.unit) for q in again) or "before it" in quantity.doubts[0]


def test_what_is_not_doubted_asks_for_nothing() -> None:
    text = "Weight: 348 g"
    assert find_answers(text, find_facts(text)[0].quantities[0], "en") == ()


def test_a_settled_figure_leaves_the_other_doubts_alone() -> None:
    text = "Memory: 8G, weight 3,5 kg"
    first, second = doubted(text, "en")
    assert len(doubted(find_answers(text, first, "en")[0].text, "en")) == 1
    assert len(doubted(find_answers(text, second, "en")[0].text, "en")) == 1
