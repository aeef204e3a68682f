"""Costs and differences in free wording: true sums pass, wrong ones and wrong directions reach no reader."""

from __future__ import annotations

import pytest

from assistant.checks import check_texts
from assistant.plan import make_plan, read
from assistant.references import Book
from assistant.schema import Lang, Market, Reference
from assistant.schema.brief import Brief
from assistant.writer import write
from tests.comparisons.test_kinds import FILM, LAPTOP, LATTE, TARIFF

MARKET: dict[Lang, Market] = {"en": "us", "zh-Hans": "cn", "zh-Hant": "tw"}


def book(lang: Lang) -> Book:
    known: list[Reference] = [FILM, LAPTOP, LATTE[lang], TARIFF[lang]]
    dimensions = {r.dimension for r in known}
    return Book({r.id: r for r in known}, {d: tuple(r for r in known if r.dimension == d) for d in dimensions})


def broken(lang: Lang, fact: str, text: str) -> list[str]:
    brief = Brief(facts=(fact,), lang=lang, market=MARKET[lang])
    plan = make_plan(read(brief, None, book(lang)), brief, None)
    checked = check_texts({"paragraph": text}, brief, plan, None)
    return [d.rule for d in checked.diagnostics if d.level == "error"]


GREW, LIGHTER = "Battery: 4,600 mAh → 5,200 mAh", "重量：320克→230克"
TRUE: list[tuple[Lang, str, str]] = [
    ("en", GREW, "5,200 mAh: about 13% more than before."),
    ("en", GREW, "The battery grew from 4,600 mAh to 5,200 mAh. That is 600 mAh more."),
    ("en", GREW, "Up from 4,600 mAh, it has 600 mAh more: 5,200 mAh."),
    ("zh-Hans", LIGHTER, "230克，比上一代轻90克。"),
    ("zh-Hans", LIGHTER, "230克，轻了约28%。"),
    ("en", "Price: $330", "At $330, that is a latte about every six days for a year."),
    ("en", "Subscription: $9.99/month", "$9.99/month is roughly 33 cents each day."),
    ("en", "Power consumption: 2200 W", "It draws 2200 W: about 37 cents of electricity an hour."),
    ("en", "Capacity: 500 Wh", "Its 500 Wh run a laptop for about 10 hours."),
    ("zh-Hant", "電池容量：500Wh", "500Wh，筆電可以用大約10小時。"),
    ("en", "Download: 20 Mbit/s", "At 20 Mbit/s you have an HD movie in about 40 minutes."),
]
FALSE: list[tuple[Lang, str, str]] = [
    ("en", GREW, "5,200 mAh, about 15% more."),
    ("en", GREW, "5,200 mAh, about 30% more."),
    ("en", GREW, "5,200 mAh, 600 mAh less than before."),
    ("en", GREW, "5,200 mAh, 700 mAh more."),
    ("en", GREW, "The battery grew from 4,200 mAh to 5,200 mAh."),
    ("zh-Hans", LIGHTER, "230克，重了90克。"),
    ("zh-Hans", LIGHTER, "230克，轻了约20%。"),
    ("en", "Price: $330", "At $330, that is a latte about every five days for a year."),
    ("en", "Subscription: $9.99/month", "$9.99/month is about 20 cents a day."),
    ("en", "Subscription: $9.99/month", "$9.99/month is about 33 cents an hour."),
    ("en", "Power consumption: 2200 W", "It draws 2200 W: about 17 cents of electricity an hour."),
    ("en", "Capacity: 500 Wh", "Its 500 Wh run a laptop for about 15 hours."),
    ("en", "Download: 20 Mbit/s", "At 20 Mbit/s you have an HD movie in about 30 minutes."),
]


@pytest.mark.parametrize(("lang", "fact", "text"), TRUE)
def test_a_true_sum_in_other_words_passes(lang: Lang, fact: str, text: str) -> None:
    assert broken(lang, fact, text) == []


@pytest.mark.parametrize(("lang", "fact", "text"), FALSE)
def test_a_false_sum_is_stopped(lang: Lang, fact: str, text: str) -> None:
    assert broken(lang, fact, text)


FACTS: list[tuple[Lang, tuple[str, ...]]] = [
    ("en", (GREW, "Price: $330", "Subscription: $9.99/month", "Power consumption: 2200 W", "Download: 20 Mbit/s")),
    ("zh-Hans", ("电池容量从4600毫安时提升到5200毫安时", LIGHTER, "价格：900元", "功耗：28瓦", "下载速率：20Mbps")),
    ("zh-Hant", ("電池容量由4600mAh增加至5200mAh", "售價：12,000元", "每月149元", "耗電功率：28瓦", "電池：500Wh")),
]


@pytest.mark.parametrize(("lang", "facts"), FACTS)
@pytest.mark.parametrize("variant", range(3))
def test_the_built_in_writer_places_every_kind_so_that_it_passes(
    lang: Lang, facts: tuple[str, ...], variant: int
) -> None:
    brief = Brief(facts=facts, lang=lang, market=MARKET[lang], product="Ora")
    plan = make_plan(read(brief, None, book(lang)), brief, None)
    assert {c.kind for c in plan.comparisons} >= {"difference", "cost", "duration"}
    texts = write(brief, None, plan, variant)
    checked = check_texts(texts, brief, plan, None)
    assert [(d.rule, texts[d.field][d.start : d.end]) for d in checked.diagnostics if d.level == "error"] == []
