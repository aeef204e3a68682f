"""What a brief's own figures come to: which pairs make a sum, which do not, and that the shown number is true."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.hedges import is_true
from assistant.comparisons.derived import find_sums
from assistant.comparisons.derived.amounts import Exact, Rounding, show
from assistant.quantities import find_facts
from assistant.schema import Comparison, Lang


def sums(lang: Lang, *facts: str) -> tuple[Comparison, ...]:
    return find_sums(find_facts("\n".join(facts), lang), lang)


SAID: list[tuple[Lang, tuple[str, ...], str]] = [
    ("en", ("Burrs good for 600 kg of beans", "18 g per cup"), "enough for about 33,000 cups at 18 g each"),
    ("en", ("600 kg of beans at 18 g a dose",), "enough for about 33,000 doses at 18 g each"),
    ("en", ("Hopper: 600 g of beans", "Dose: 16-18 g per cup"), "enough for about 33 to 37 cups at 16 to 18 g each"),
    ("en", ("Hopper: up to 600 g of beans", "20 g per cup"), "enough for up to 30 cups at 20 g each"),
    ("en", ("1.5 L detergent, 35 ml per load",), "enough for about 42 washes at 35 mL each"),
    ("en", ("Water tank: 1.8 L", "250 ml per cup"), "enough for about seven cups at 250 mL each"),
    ("en", ("3.5 L jug", "Filter for 150 L"), "about 42 fillings of the 3.5 L jug"),
    ("en", ("Pack of 60 capsules", "2 capsules a day"), "30 days at 2 capsules a day"),
    ("en", ("4000 hours between services",), "about five and a half months round the clock"),
    ("en", ("LED lifetime: up to 50,000 hours",), "up to about five and a half years round the clock"),
    ("en", ("Range: 170 km (at 30 km/h)",), "more than five and a half hours at 30 km/h"),
    ("en", ("Up to 170 km on a charge at 30 km/h",), "up to about five and a half hours at 30 km/h"),
    ("en", ("Water tank: 4 L", "Mist output: up to 300 ml/h"), "at least about 13 hours at 300 ml/h"),
    ("en", ("Filter price: $890", "A filter lasts 6 to 12 months"), "about $74 to $150 a month over 6 to 12 months"),
    ("en", ("Filter price: $890", "Filter lasts up to 12 months"), "at least about $74 a month over 12 months"),
    ("en", ("£18.99 for 72 capsules",), "about 26p a capsule"),
    ("en", ("38 W, running day and night",), "about 27 kWh over 30 days round the clock"),
    ("en", ("Standby power: 0.5 W",), "about 4.4 kWh a year on standby"),
    ("zh-Hans", ("豆仓600克", "每杯用粉18克"), "按每杯18克算，约够33杯"),
    ("zh-Hans", ("洗衣液2kg，每次30克",), "按每次30克算，约够用66次"),
    ("zh-Hans", ("水壶容量3.5L", "滤芯可过滤150L"), "按3.5升的水壶算，约够装满42次"),
    ("zh-Hans", ("每盒30片，每日1片",), "按每日1片算，够用30天"),
    ("zh-Hans", ("保养周期4000小时",), "按日夜不停算，约5个半月"),
    ("zh-Hans", ("续航里程170公里（30km/h匀速）",), "按时速30公里算，够跑5个半小时以上"),
    ("zh-Hans", ("水箱4L", "最大雾化量300ml/h"), "按300ml/h算，至少约够用13小时"),
    ("zh-Hans", ("滤芯使用寿命6-12个月", "滤芯价格890元"), "按6-12个月换一次算，每月约74至150元"),
    ("zh-Hans", ("每盒72粒，售价18.9元",), "每粒约0.26元"),
    ("zh-Hans", ("功率38W，日夜不停",), "按日夜不停开30天算，约27度电"),
    ("zh-Hant", ("豆槽600公克", "每杯18公克"), "以每杯18公克計算，約夠33杯"),
    ("zh-Hant", ("濾芯可濾150公升", "水壺容量3.5公升"), "以3.5公升的水壺計算，約夠裝滿42次"),
    ("zh-Hant", ("每日2顆，每瓶60顆",), "以每日2顆計算，夠用30天"),
    ("zh-Hant", ("濾芯可用6至12個月", "濾芯售價890元"), "以6至12個月換一次計算，每月約74至150元"),
    ("zh-Hant", ("功率38瓦，24小時不間斷運轉",), "以日夜不停開30天計算，約27度電"),
    ("zh-Hant", ("磨 18 公克約 4 秒", "刀盤壽命：約 600 公斤咖啡豆"), "以每次18公克計算，約夠磨3.3萬次"),
    ("zh-Hant", ("定速 30 公里/小時可騎 170 公里", "0 到 50 公里/小時：3.9 秒"), "以時速30公里計算，夠跑5個半小時以上"),
    ("en", ("Grinds 18 g in 4 seconds", "Hopper: 1.2 kg of beans"), "enough for about 66 doses at 18 g each"),
    ("zh-Hant", ("待機功率0.5瓦",), "以全年待機計算，約4.4度電"),
]


@pytest.mark.parametrize(("lang", "facts", "said"), SAID)
def test_figures_that_belong_together_are_summed(lang: Lang, facts: tuple[str, ...], said: str) -> None:
    assert [one.text for one in sums(lang, *facts)] == [said]


NOTHING: list[tuple[Lang, tuple[str, ...]]] = [
    # A weight by a weight is no uses.
    ("en", ("Weight: 600 g", "Dose: 18 g per cup")),
    ("en", ("Coffee machine weighs 6 kg", "18 g per cup")),
    ("en", ("Hopper: 600 g of beans", "Scale accurate to 0.1 g")),
    ("en", ("Net weight: 5 kg", "18 g per cup")),
    ("en", ("Espresso maker, 5 kg", "18 g per cup")),
    ("zh-Hans", ("咖啡机5公斤", "每杯18克")),
    # Two doses: which?
    ("en", ("Hopper: 600 g of beans", "9 g per shot", "18 g per cup")),
    ("en", ("12-cup coffee maker", "Each cup: 1 cup of coffee")),
    # Another substance.
    ("en", ("500 g dog food", "18 g of coffee per cup")),
    ("en", ("Protein powder: 900 g", "35 ml per load")),
    ("en", ("Grinds 2 kg of beans per hour", "18 g per cup")),
    # Bounds that contradict each other.
    ("en", ("Hopper: up to 600 g of beans", "up to 18 g per cup")),
    ("en", ("Hopper: more than 600 g of beans", "18 g per cup")),
    # At its top speed no range holds.
    ("en", ("Range: 170 km", "Top speed: 30 km/h")),
    ("en", ("Range: 170 km", "Motor assists up to 25 km/h")),
    ("en", ("Bluetooth range: 30 m", "Belt speed at 5 km/h")),
    # What does not run round the clock.
    ("en", ("Power: 2000 W",)),
    ("en", ("Continuous power: 300 W",)),
    ("en", ("Solar output: 38 W, day and night",)),
    ("en", ("Battery lifetime: 4000 hours",)),
    ("en", ("Service hotline: 24 hours",)),
    # A pack, a discount, another part, one that is bought each month.
    ("en", ("Two filters: $890", "A filter lasts 6 to 12 months")),
    ("en", ("Save $89 on filters", "A filter lasts 6 to 12 months")),
    ("en", ("Brush head price: $9", "A filter lasts 6 to 12 months")),
    ("en", ("Filter price: $89", "Replacement filter warranty: 12 months")),
    ("en", ("Save $5 for 72 capsules",)),
    ("en", ("Bluetooth range: 30 m at 3 km/h",)),
    ("en", ("Filter price: $9", "Filter lasts 1 month")),
    ("en", ("$18.99, 72 tablets sold every minute",)),
    ("en", ("Pack of 60 capsules", "2 tablets a day")),
    ("en", ("3.5 L jug", "1.2 L bottle", "Filter for 150 L")),
    ("en", ("3.5 L jug", "Filters 2 L a minute")),
    ("zh-Hans", ("重量600克", "每杯用粉18克")),
    ("zh-Hans", ("续航里程170公里", "最高时速30km/h")),
    ("zh-Hans", ("额定功率38W",)),
    ("zh-Hans", ("质保4000小时",)),
    ("zh-Hans", ("2支滤芯890元", "滤芯使用寿命6-12个月")),
    ("zh-Hans", ("每盒30粒，每日1片",)),
    ("zh-Hans", ("水箱4L", "最大流量300ml/h")),
    ("zh-Hant", ("淨重600公克", "每杯18公克")),
    ("zh-Hant", ("續航170公里", "極速30公里/小時")),
    ("zh-Hant", ("額定功率38瓦",)),
    ("zh-Hant", ("濾芯組合價890元，省200元", "濾芯可用6至12個月")),
    ("zh-Hant", ("水壺容量3.5公升", "每分鐘可濾2公升")),
]


@pytest.mark.parametrize(("lang", "facts"), NOTHING)
def test_what_is_not_plainly_a_pair_is_left_alone(lang: Lang, facts: tuple[str, ...]) -> None:
    assert [one.text for one in sums(lang, *facts)] == []


def test_a_sum_stands_beside_the_figure_it_divides_and_names_both_facts() -> None:
    found = sums("en", "18 g per cup", "Hopper: 600 g of beans")[0]
    assert found.id == "f2-s1"
    assert found.derived is not None
    assert found.derived.facts == ("f2", "f1")
    assert (found.kind, found.references, found.quantity.text) == ("count", (), "600 g")
    assert found.working == "600 g ÷ 18 g = 33.33"


def test_the_only_draw_of_what_is_never_off_is_one_day_and_night() -> None:
    facts = find_facts("Power: 4 W to 38 W")
    assert [one.text for one in find_sums(facts, "en", "Clearnook air purifier")] == [
        "about 2.9 to 27 kWh over 30 days round the clock"
    ]
    assert find_sums(facts, "en", "Clearnook fridge") == ()
    assert find_sums(find_facts("Power: 38 W\nSleep: 4 W"), "en", "Clearnook air purifier") == ()
    hant = find_facts("耗電 4 W 到 38 W", "zh-Hant")
    assert [one.text for one in find_sums(hant, "zh-Hant", "清隅 空氣清淨機")] == [
        "以日夜不停開30天計算，約2.9至27度電"
    ]


def test_the_assumption_behind_a_month_is_said() -> None:
    assert sums("en", "38 W, running day and night")[0].assumptions == ("a month of 30 days",)
    assert sums("zh-Hans", "保养周期4000小时")[0].assumptions == ("一个月按30天算",)


@given(
    st.fractions(min_value=2, max_value=10**6, max_denominator=1000),
    st.sampled_from(["uses", "time", "amount"]),
    st.sampled_from(["", "about", "up to", "at least"]),
)
def test_a_shown_number_is_within_its_hedge(exact: Fraction, rounding: Rounding, bound: str) -> None:
    amount = show(Exact(exact, exact, bound), rounding)  # type: ignore[arg-type]
    if amount is None:
        return
    (value,) = amount.values
    said = "" if amount.hedge == "exactly" else amount.hedge
    assert is_true(said, value, exact)
    assert amount.hedge != "more than" or not bound


@given(st.integers(1, 10**6), st.integers(1, 200))
def test_cups_out_of_a_hopper_are_what_the_grams_give(total: int, dose: int) -> None:
    for one in sums("en", f"Hopper: {total} g of beans", f"{dose} g per cup"):
        exact = Fraction(Decimal(total)) / dose
        assert is_true("" if one.hedge == "exactly" else one.hedge, one.numbers[0], exact)
        assert one.derived is not None
        assert (one.derived.low, one.derived.high) == (exact, exact)
