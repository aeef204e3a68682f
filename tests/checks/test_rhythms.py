"""Paces, downtimes and frequencies in free wording: what the comparison comes to passes, anything else reaches no reader."""

from __future__ import annotations

import pytest

from assistant.checks import check_texts
from assistant.plan import make_plan, read
from assistant.references import Book
from assistant.schema import Lang, Plan
from assistant.schema.brief import Brief
from assistant.writer import write
from tests.comparisons.test_portions import BATH, DROP

KNOWN = Book({r.id: r for r in (DROP, BATH)}, {"volume": (DROP, BATH)})


def planned(lang: Lang, fact: str) -> tuple[Brief, Plan]:
    brief = Brief(facts=(fact,), lang=lang)
    return brief, make_plan(read(brief, None, KNOWN), brief, None)


def broken(lang: Lang, fact: str, text: str) -> list[str]:
    brief, plan = planned(lang, fact)
    checked = check_texts({"paragraph": text}, brief, plan, None)
    return [d.rule for d in checked.diagnostics if d.level == "error"]


ORDERS, DAILY, DAILY_TW = "Throughput: 10,000 orders a day", "订单量：每天1万单", "訂單量：每天1萬筆"
UPTIME, FILTER, COCOA, FAULTS = "Uptime: 99.9%", "Filtration efficiency: 99.97%", "Cocoa: 70%", "Failure rate: 4.9%"
TRACE = "Free chlorine: 1 ppm"
TRUE: list[tuple[Lang, str, str]] = [
    ("en", ORDERS, "10,000 orders a day. Day and night, that is one about every nine seconds."),
    ("en", ORDERS, "It takes 10,000 orders a day, roughly 7 orders a minute."),
    ("en", ORDERS, "It takes 10,000 orders a day: nearly nine seconds for each."),
    ("en", UPTIME, "99.9% uptime leaves about 8.8 hours of downtime in a year."),
    ("en", UPTIME, "With 99.9% uptime it is down about 9 hours a year at most."),
    ("en", FILTER, "It filters 99.97%, so three particles in 10,000 get through."),
    ("en", COCOA, "70% cocoa: seven in every 10 grams."),
    ("en", FAULTS, "4.9% fail, about one in 20."),
    ("en", TRACE, "1 ppm of chlorine is like about three drops of water in a full bathtub."),
    ("zh-Hans", DAILY, "每天1万单，大约每9秒一单。"),
    ("zh-Hans", "可用性：99.9%", "可用性99.9%，一年停机大约8.8小时。"),
    ("zh-Hant", DAILY_TW, "每天1萬筆，大約每9秒一筆。"),
]
FALSE: list[tuple[Lang, str, str]] = [
    ("en", ORDERS, "10,000 orders a day. Day and night, that is one about every eight seconds."),
    ("en", ORDERS, "10,000 orders a day. Day and night, that is one every nine seconds."),
    ("en", ORDERS, "10,000 orders a day. That is more than nine seconds for each."),
    ("en", ORDERS, "It takes 10,000 orders a day, roughly 8 orders a minute."),
    ("en", ORDERS, "It takes 10,000 orders a day. Delivery takes nine seconds."),
    ("en", UPTIME, "99.9% uptime leaves about 7 hours of downtime in a year."),
    ("en", UPTIME, "99.9% uptime: the battery lasts 8.8 hours."),
    ("en", FILTER, "It filters 99.97%, so two particles in 10,000 get through."),
    ("en", FILTER, "It filters 99.97%, so three particles in 1,000 get through."),
    ("en", FAULTS, "4.9% fail, one in 20."),
    ("en", FAULTS, "4.9% fail, about one in 30."),
    ("zh-Hans", DAILY, "每天1万单，大约每7秒一单。"),
    ("zh-Hans", "可用性：99.9%", "可用性99.9%，一年停机大约7小时。"),
    ("zh-Hant", DAILY_TW, "每天1萬筆，每9秒一筆。"),
]


@pytest.mark.parametrize(("lang", "fact", "text"), TRUE)
def test_what_it_comes_to_passes_in_any_true_wording(lang: Lang, fact: str, text: str) -> None:
    assert broken(lang, fact, text) == []


@pytest.mark.parametrize(("lang", "fact", "text"), FALSE)
def test_what_it_does_not_come_to_reaches_no_reader(lang: Lang, fact: str, text: str) -> None:
    assert broken(lang, fact, text)


@pytest.mark.parametrize(
    ("lang", "fact"),
    [
        ("en", ORDERS), ("en", UPTIME), ("en", FILTER), ("en", COCOA), ("en", FAULTS), ("en", TRACE),
        ("en", "Cycle life: 500 charges"), ("en", "Operations: 1,000,000 orders a day"),
        ("zh-Hans", DAILY), ("zh-Hans", "可用性：99.9%"), ("zh-Hans", "过滤效率：99.97%"), ("zh-Hans", "可可含量：70%"),
        ("zh-Hans", "循环寿命：500次"), ("zh-Hans", "余氯：1ppm"),
        ("zh-Hant", DAILY_TW), ("zh-Hant", "可用率：99.9%"), ("zh-Hant", "過濾效率：99.97%"), ("zh-Hant", "餘氯：1ppm"),
    ],
)  # fmt: skip
def test_the_built_in_writer_says_it_and_its_numbers_are_proven(lang: Lang, fact: str) -> None:
    brief, plan = planned(lang, fact)
    assert plan.comparisons
    texts = write(brief, None, plan)
    assert any(c.text.lower() in text.lower() for c in plan.comparisons[:1] for text in texts.values())
    checked = check_texts(texts, brief, plan, None)
    assert [d.rule for d in checked.diagnostics if d.level == "error"] == []
    assert "comparison" in {entry.kind for entry in checked.ledger}
