"""Figures and yardsticks that stand in for others: true beside their own words, false beside another's."""

from __future__ import annotations

import pytest

from assistant.checks import check_texts
from assistant.plan import make_plan, read
from assistant.references import load_book
from assistant.references.book import group
from assistant.schema import Lang
from assistant.schema.brief import Brief


def rules(lang: Lang, facts: tuple[str, ...], text: str, references: tuple[str, ...] = ()) -> set[str]:
    shipped = load_book().by_id
    brief = Brief(facts=facts, product="Halden", lang=lang)
    plan = make_plan(read(brief, None, group(shipped[one] for one in references)), brief, None)
    found = check_texts({"paragraph": text}, brief, plan, None).diagnostics
    return {one.rule for one in found if one.level == "error"}


LIGHT = ("Battery: 6 hours steady, 22 hours flashing", "Power: 58 W in use, 21 W asleep")
CHAIR = ("坐高可调：44～54厘米", "扶手可升降8厘米")


@pytest.mark.parametrize(
    ("lang", "facts", "text"),
    [
        ("en", LIGHT, "It runs 22 hours steady."),
        ("en", LIGHT, "22 hours steady and 6 hours flashing."),
        ("en", LIGHT, "58 W asleep, 21 W in use."),
        ("zh-Hans", CHAIR, "坐高可调8厘米。"),
        ("zh-Hans", CHAIR, "扶手可升降44～54厘米。"),
    ],
)
def test_a_figure_beside_the_words_of_another_has_moved(lang: Lang, facts: tuple[str, ...], text: str) -> None:
    assert rules(lang, facts, text) == {"attribute-moved"}


@pytest.mark.parametrize(
    ("lang", "facts", "text"),
    [
        ("en", LIGHT, "6 hours steady or 22 hours flashing."),
        ("en", LIGHT, "Flashing, it lasts 22 hours; steady, 6 hours."),
        ("en", LIGHT, "58 W in use and 21 W asleep."),
        ("zh-Hans", CHAIR, "坐高可调44～54厘米，扶手可升降8厘米。"),
    ],
)
def test_a_figure_beside_its_own_words_stands_right(lang: Lang, facts: tuple[str, ...], text: str) -> None:
    assert rules(lang, facts, text) == set()


BULB = "incandescent-bulb-power"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("240 W, the power of four old-style 60-watt bulbs.", set()),
        ("240 W: four such 60-watt bulbs.", set()),
        ("240 W, the power of four LED bulbs.", {"comparison-untraced"}),
        ("240 W, the power of four incandescent mini Christmas bulbs.", {"comparison-untraced"}),
    ],
)
def test_a_yardstick_is_known_by_its_whole_name(text: str, found: set[str]) -> None:
    assert rules("en", ("Power: 240 W",), text, (BULB,)) == found


@pytest.mark.parametrize(
    ("lang", "text", "rule"),
    [
        ("en", "A Yeti would have leaked.", "new-name"),
        ("en", "My Osprey broke.", "new-name"),
        ("en", "Use a coupon.", "new-guarantee"),
        ("zh-Hans", "点击下方链接领券。", "new-guarantee"),
        ("zh-Hant", "點擊下方連結領券。", "new-guarantee"),
    ],
)
def test_a_rival_and_an_offer_that_nobody_named_are_stopped(lang: Lang, text: str, rule: str) -> None:
    assert rule in rules(lang, LIGHT, text)
    assert rule not in rules(lang, (*LIGHT, text), text)
