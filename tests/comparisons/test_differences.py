"""An old figure and a new one: found in a text, told truly in three languages, and left alone where nothing says so."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.beside import find_pair, rank_fact
from assistant.comparisons import Audience, compare_two
from assistant.quantities import find_facts, find_quantities
from assistant.references import load_book
from assistant.schema import LANGS, Lang, Quantity
from tests.comparisons.conftest import make_quantity

TOLD: list[tuple[Lang, str, str]] = [
    ("en", "Battery: 4,600 mAh → 5,200 mAh", "5,200 mAh is 600 mAh more than 4,600 mAh, about 13% more."),
    ("en", "4600 → 5200 mAh", "5200 mAh is 600 mAh more than 4600 mAh, about 13% more."),
    ("en", "from 4,600 to 5,200 mAh", "5,200 mAh is 600 mAh more than 4,600 mAh, about 13% more."),
    ("en", "last year's model: 4,600 mAh; this one: 5,200", "5,200 mAh is 600 mAh more than 4,600 mAh, about 13% more."),
    ("en", "5,200 mAh (last year's model: 4,600 mAh)", "5,200 mAh is 600 mAh more than 4,600 mAh, about 13% more."),
    ("en", "Weight: 230 g instead of 320 g", "230 g is 90 g lighter than 320 g, about 28% lighter."),
    ("en", "Weight: 320 g -> 230 g", "230 g is 90 g lighter than 320 g, about 28% lighter."),
    ("en", "Price down from $1,299 to $999", "$999 is $300 less than $1,299, about 23% less."),
    ("en", "Battery went up from 8 to 10 hours", "10 hours is 2 hours more than 8 hours, 25% more."),
    ("en", "up to 8 hours → up to 10 hours", "Up to 10 hours is 2 hours more than up to 8 hours, 25% more."),
    ("en", "Storage: 256 GB → 1 TB", "1 TB is 744 GB more than 256 GB, about four times as much."),
    ("en", "Download: 500 Mbit/s → 600 Mbit/s", "600 Mbit/s is 100 Mbit/s faster than 500 Mbit/s, 20% faster."),
    ("en", "from 45 to 38 dB(A)", "38 dB(A) is 7 dB(A) lower than 45 dB(A)."),
    ("zh-Hans", "上一代4600毫安时，这一代5200毫安时", "5200毫安时比4600毫安时多600毫安时，约多13%。"),
    ("zh-Hans", "上代4600→5200毫安时", "5200毫安时比4600毫安时多600毫安时，约多13%。"),
    ("zh-Hans", "电池容量从4600毫安时提升到5200毫安时", "5200毫安时比4600毫安时多600毫安时，约多13%。"),
    ("zh-Hans", "重量：320克→230克", "230克比320克轻90克，约轻28%。"),
    ("zh-Hans", "水温 60℃ → 93℃", "93℃比60℃高33℃。"),
    ("zh-Hant", "電池容量由4600mAh增加至5200mAh", "5200mAh 比4600mAh多600mAh，約多13%。"),
    ("zh-Hant", "售價：NT$12,900→NT$9,900", "NT$9,900 比NT$12,900便宜3,000元，約便宜23%。"),
    ("zh-Hant", "厚度從9.5公釐減至7.9公釐", "7.9公釐比9.5公釐薄1.6公釐，約薄17%。"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "sentence"), TOLD)
def test_a_successor_is_told_by_how_much_and_by_what_share(lang: Lang, text: str, sentence: str) -> None:
    pair = find_pair(text, find_quantities(text, lang), lang)
    assert pair is not None
    (found,) = compare_two(pair.old, pair.new, Audience(lang)).comparisons
    assert (found.kind, found.forms.sentence, found.references) == ("difference", sentence, ())


def test_the_noun_is_short_and_the_working_can_be_followed() -> None:
    old, new = (make_quantity(f"{n}毫安时", n, "milliampere_hour") for n in ("4600", "5200"))
    (found,) = compare_two(old, new, Audience("zh-Hans")).comparisons
    assert found.text == "多出600毫安时，约多13%"
    assert found.working == "5200mAh − 4600mAh = 600mAh; 600 ÷ 4,600 = 13.04%"
    assert found.exact == Fraction(600, 4600)
    assert [int(number) for number in found.numbers] == [600, 13]
    assert found.hedge == "about"
    assert found.ratio_exact is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "40 × 8 cm"),
        ("en", "Weighs 2 kg, carries 5 kg"),
        ("en", "Operating from 5 to 35 °C"),
        ("en", "from 220 to 240 V"),
        ("en", "0 to 100 km/h in 5 s"),
        ("en", "10 hours, or 14 hours with the large battery"),
        ("en", "Old: 4 kg. New: 5 hours"),
        ("zh-Hans", "2公斤，可承重5公斤"),
        ("zh-Hans", "适用温度：从5到35℃"),
        ("zh-Hant", "長40公分，寬8公分"),
    ],
)
def test_two_figures_are_no_pair_by_themselves(lang: Lang, text: str) -> None:
    assert find_pair(text, find_quantities(text, lang), lang) is None


def spec(value: str, unit: str = "hour", **more: object) -> Quantity:
    return make_quantity(f"{value} {unit}", value, unit, **more)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (spec("8"), spec("10", "kilogram"), "different things"),
        (spec("3", high=Decimal(5)), spec("6"), "ranges"),
        (spec("8", statistic="average"), spec("10", statistic="maximum"), "average"),
        (spec("8", hedge="at least"), spec("10", hedge="at least"), "at least"),
        (spec("8"), spec("480", "minute"), "the same"),
        (spec("8", doubts=("capital-m",)), spec("10"), "uncertain"),
    ],
)
def test_no_honest_difference_is_no_difference_and_says_why(old: Quantity, new: Quantity, why: str) -> None:
    ranking = compare_two(old, new, Audience("en"))
    assert ranking.comparisons == ()
    assert ranking.reason is not None
    assert why in ranking.reason


_AMOUNTS = st.decimals(min_value="0.1", max_value="99999", places=1, allow_nan=False)


@given(_AMOUNTS, _AMOUNTS, st.sampled_from(LANGS), st.sampled_from(["gram", "hour", "gigabyte", "USD"]))
def test_amount_share_and_hedge_hold_when_worked_out_again(old: Decimal, new: Decimal, lang: Lang, unit: str) -> None:
    a, b = (make_quantity(f"{value} {unit}", str(value), unit) for value in (old, new))
    for found in compare_two(a, b, Audience(lang)).comparisons:
        before, now = Fraction(old), Fraction(new)
        gap, share = now - before, (now - before) / before
        assert found.exact == share
        amount, *rest = found.numbers
        assert amount == abs(gap)
        for shown in rest:
            times = "times" in found.text or "twice" in found.text or "倍" in found.text
            exact = now / before if times else abs(share) * 100
            assert abs(shown - exact) <= exact / 20
            if found.hedge == "exactly":
                assert shown == exact
        for said in (found.forms.noun, found.forms.clause, found.forms.sentence):
            assert not re.search("times (?:more|heavier|cheaper|dearer)", said)
            if gap < 0:
                assert "倍" not in said
                assert "times" not in said


def test_a_fact_with_an_old_and_a_new_figure_is_ranked_by_the_new_one() -> None:
    (fact,) = find_facts("Battery: 4,600 mAh → 5,200 mAh", "en")
    ((quantity, ranking),) = rank_fact(fact, load_book(), Audience("en", "us"))
    assert quantity.low == 5200
    assert ranking.comparisons[0].kind == "difference"
    assert {c.kind for c in ranking.comparisons} > {"difference"}
