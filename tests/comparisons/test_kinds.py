"""Combinations: what takes how long, lasts how long, how many, what it costs; each true, said natively, or left unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparisons import Audience, rank
from assistant.comparisons.costs import find_rhythm, shown_money
from assistant.comparisons.durations import shown_time
from assistant.schema import LANGS, Comparison, Kind, Lang, Market, Names, Quantity, Reference
from tests.comparisons.conftest import make_quantity, make_reference

AT_HOME: dict[Lang, Market] = {"en": "us", "zh-Hans": "cn", "zh-Hant": "tw"}


def named(
    reference: Reference, en: tuple[str, ...], hans: tuple[str, ...], hant: tuple[str, ...], **more: object
) -> Reference:
    """With names (name, thing, many, counter) in each language; the measured property is of no matter here."""
    names = {
        lang: Names(one[0], one[1], f"{one[0]} (of)", *one[2:])
        for lang, one in zip(LANGS, (en, hans, hant), strict=True)
    }
    return replace(reference, names=names, **more)  # type: ignore[arg-type]


FILM = named(
    make_reference("film", "6", "gigabyte", "data", usable_as=("compare", "load")),
    ("HD movie", "an HD movie", "HD movies"),
    ("高清电影", "一部高清电影", "高清电影", "部"),
    ("HD電影", "一部HD電影", "HD電影", "部"),
    each={"en": "6 GB a movie", "zh-Hans": "每部按6GB计", "zh-Hant": "每部以6GB計"},
)
HOUR = named(
    make_reference("hour", "3", "gigabyte", "data", usable_as=("load",)),
    ("hour of streaming", "an hour of streaming", "hours of streaming"),
    ("在线视频一小时", "一小时在线视频", "在线视频", "小时"),
    ("串流影片一小時", "一小時串流影片", "串流影片", "小時"),
)
CALL = named(
    make_reference("call", "1.2", "megabit / second", "data-rate", usable_as=("compare", "use")),
    ("video call", "a video call", "video calls"),
    ("视频通话", "一路视频通话", "视频通话", "路"),
    ("視訊通話", "一通視訊通話", "視訊通話", "通"),
)
SONGS = named(
    make_reference("songs", "0.32", "megabit / second", "data-rate", usable_as=("compare", "use"), topics=("music",)),
    ("music stream", "a music stream", "music streams"),
    ("在线音乐", "一路在线音乐", "在线音乐", "路"),
    ("音樂串流", "一個音樂串流", "音樂串流", "個"),
)
TUB = named(
    make_reference("tub", "135", "liter", "volume", usable_as=("compare", "load"), topics=("home", "water")),
    ("full bathtub", "a full bathtub", "full bathtubs"),
    ("一浴缸水", "一浴缸水", "水", "浴缸"),
    ("一浴缸水", "一浴缸水", "水", "浴缸"),
)
FLUSH = named(
    make_reference("flush", "6", "liter", "water", usable_as=("compare", "load"), topics=("home", "water")),
    ("toilet flush", "a toilet flush", "toilet flushes"),
    ("冲一次马桶", "冲一次马桶", "冲马桶", "次"),
    ("沖一次馬桶", "沖一次馬桶", "沖馬桶", "次"),
)
LAPTOP = named(
    make_reference("laptop", "50", "watt", "power", usable_as=("compare", "use"), topics=("computing",)),
    ("laptop", "a laptop", "laptops"),
    ("笔记本电脑", "一台笔记本电脑", "笔记本电脑", "台"),
    ("筆電", "一台筆電", "筆電", "台"),
    low=Decimal(20),
    high=Decimal(65),
)
TOASTER = make_reference("toaster", "1100", "watt", "power", usable_as=("compare", "use"), topics=("kitchen",))
PHONE = named(
    make_reference("phone", "5000", "milliampere_hour", "charge", usable_as=("compare", "load"), topics=("phones",)),
    ("phone", "a phone", "phones"),
    ("手机", "一部手机", "手机", "部"),
    ("手機", "一支手機", "手機", "支"),
)
PHONE_WH = named(
    make_reference("full-charge", "19", "watt_hour", "energy", usable_as=("load",), topics=("phones",)),
    ("full charge of a phone", "a full charge of a phone", "full phone charges"),
    ("手机充满一次电", "手机充满一次电", "手机充满电", "次"),
    ("手機充飽一次電", "手機充飽一次電", "手機充飽電", "次"),
    each={"en": "19 Wh a charge", "zh-Hans": "每次按19瓦时计", "zh-Hant": "每次以19瓦時計"},
)


def price(key: str, value: str, currency: str, market: Market, *names: tuple[str, ...]) -> Reference:
    return named(make_reference(key, value, currency, "price", markets=(market,), topics=("drink",)), *names)


_LATTE = (("latte", "a latte", "lattes"), ("拿铁", "一杯拿铁", "拿铁", "杯"), ("拿鐵", "一杯拿鐵", "拿鐵", "杯"))
LATTE = {
    "en": price("latte-us", "5.46", "USD", "us", *_LATTE),
    "zh-Hans": price("latte-cn", "15", "CNY", "cn", *_LATTE),
    "zh-Hant": price("latte-tw", "100", "TWD", "tw", *_LATTE),
}


def tariff(value: str, currency: str, market: Market) -> Reference:
    made = make_reference(
        "tariff", value, f"{currency} / kilowatt_hour", "price-rate", usable_as=("use",), markets=(market,)
    )
    return named(made, ("home tariff", "home power"), ("居民电价", "居民用电"), ("住宅電價", "住宅用電"))


TARIFF = {"en": tariff("0.17", "USD", "us"), "zh-Hans": tariff("0.6", "CNY", "cn"), "zh-Hant": tariff("3", "TWD", "tw")}


def told(quantity: Quantity, known: Sequence[Reference], lang: Lang, *kinds: Kind) -> list[Comparison]:
    return [c for c in rank(quantity, known, Audience(lang, AT_HOME[lang])).comparisons if c.kind in kinds]


SENTENCES: list[tuple[Lang, Quantity, Reference, str]] = [
    ("en", make_quantity("20 Mbit/s", "20", "megabit / second"), FILM, "At 20 Mbit/s, an HD movie takes 40 minutes."),
    ("zh-Hans", make_quantity("20Mbps", "20", "megabit / second"), FILM, "以20Mbps的速度，传完一部高清电影需40分钟。"),
    ("zh-Hant", make_quantity("20Mbps", "20", "megabit / second"), FILM, "以20Mbps的速度，傳完一部HD電影需40分鐘。"),
    ("en", make_quantity("12 L/min", "12", "liter / minute"), TUB, "At 12 L/min, a full bathtub takes about 11 minutes."),
    ("zh-Hans", make_quantity("12升/分", "12", "liter / minute"), TUB, "以12升/分的流量，放满一浴缸水约需11分钟。"),
    ("zh-Hant", make_quantity("12公升/分", "12", "liter / minute"), TUB, "以12公升/分的流量，放滿一浴缸水約需11分鐘。"),
    ("en", make_quantity("500 Wh", "500", "watt_hour"), LAPTOP, "500 Wh is enough to run a laptop for about 10 hours."),
    ("zh-Hans", make_quantity("500瓦时", "500", "watt_hour"), LAPTOP, "500瓦时够一台笔记本电脑用约10小时。"),
    ("zh-Hant", make_quantity("500瓦時", "500", "watt_hour"), LAPTOP, "500瓦時夠一台筆電用約10小時。"),
    ("en", make_quantity("5.3 Mbit/s", "5.3", "megabit / second"), CALL, "5.3 Mbit/s is enough for more than four video calls at once."),
    ("zh-Hans", make_quantity("12Mbps", "12", "megabit / second"), CALL, "12Mbps 够约10路视频通话同时进行。"),
    ("zh-Hant", make_quantity("12Mbps", "12", "megabit / second"), CALL, "12Mbps 夠約10通視訊通話同時進行。"),
    ("en", make_quantity("10,000 mAh", "10000", "milliampere_hour"), PHONE, "10,000 mAh is enough for about two full charges of a phone."),
    ("zh-Hans", make_quantity("10000毫安时", "10000", "milliampere_hour"), PHONE, "10000毫安时够一部手机充满电约两次。"),
    ("zh-Hant", make_quantity("10000mAh", "10000", "milliampere_hour"), PHONE, "10000mAh 夠一支手機充飽電約兩次。"),
    ("en", make_quantity("74 Wh", "74", "watt_hour"), PHONE_WH, "74 Wh is enough for about four full phone charges."),
    ("zh-Hans", make_quantity("74瓦时", "74", "watt_hour"), PHONE_WH, "74瓦时够手机充满电约4次。"),
    ("zh-Hant", make_quantity("74瓦時", "74", "watt_hour"), PHONE_WH, "74瓦時夠手機充飽電約4次。"),
    ("en", make_quantity("50 GB", "50", "gigabyte"), HOUR, "50 GB is as much data as about 17 hours of streaming."),
    ("zh-Hans", make_quantity("50GB", "50", "gigabyte"), HOUR, "50GB 相当于约17小时在线视频的流量。"),
    ("zh-Hant", make_quantity("50GB", "50", "gigabyte"), HOUR, "50GB 相當於約17小時串流影片的流量。"),
    ("en", make_quantity("40 L", "40", "liter", attribute="Water tank"), FLUSH, "40 L is enough for about seven toilet flushes."),
    ("en", make_quantity("20 GB", "20", "gigabyte"), SONGS, "20 GB is as much data as about 140 hours of music streams."),
    ("zh-Hans", make_quantity("20GB", "20", "gigabyte"), SONGS, "20GB 相当于约140小时在线音乐的流量。"),
    ("zh-Hant", make_quantity("20GB", "20", "gigabyte"), SONGS, "20GB 相當於約140小時音樂串流的流量。"),
    ("en", make_quantity("$330", "330", "USD"), LATTE["en"], "$330 is about one latte every six days for a year."),
    ("zh-Hans", make_quantity("900元", "900", "CNY"), LATTE["zh-Hans"], "900元相当于一年里约每6天一杯拿铁。"),
    ("zh-Hant", make_quantity("12,000元", "12000", "TWD"), LATTE["zh-Hant"], "12,000元相當於一年裡約每3天一杯拿鐵。"),
    ("en", make_quantity("$9.99/month", "9.99", "USD / month"), LATTE["en"], "$9.99/month is about 33 cents a day."),
    ("zh-Hans", make_quantity("每月25元", "25", "CNY / month"), LATTE["zh-Hans"], "每月25元相当于每天约0.8元。"),
    ("zh-Hant", make_quantity("每月149元", "149", "TWD / month"), LATTE["zh-Hant"], "每月149元相當於每天約5元。"),
    ("en", make_quantity("2,200 W", "2200", "watt"), TARIFF["en"], "2,200 W uses about 37 cents of electricity an hour."),
    ("zh-Hans", make_quantity("2200瓦", "2200", "watt"), TARIFF["zh-Hans"], "2200瓦，每小时电费约1.3元。"),
    ("zh-Hant", make_quantity("2,200瓦", "2200", "watt"), TARIFF["zh-Hant"], "2,200瓦，每小時電費6.6元。"),
    ("en", make_quantity("28 W", "28", "watt"), TARIFF["en"], "28 W runs about nine days on a dollar of electricity."),
    ("zh-Hans", make_quantity("28瓦", "28", "watt"), TARIFF["zh-Hans"], "28瓦，1元电费可用约2.5天。"),
    ("zh-Hant", make_quantity("28瓦", "28", "watt"), TARIFF["zh-Hant"], "28瓦，10元電費可用約5天。"),
    ("en", make_quantity("180 kWh/year", "180", "kilowatt_hour / year"), TARIFF["en"], "180 kWh/year uses about $30 of electricity a year."),
    ("zh-Hans", make_quantity("0.5度/天", "0.5", "kilowatt_hour / day"), TARIFF["zh-Hans"], "0.5度/天，一年电费约110元。"),
    ("zh-Hant", make_quantity("每年180度", "180", "kilowatt_hour / year"), TARIFF["zh-Hant"], "每年180度，一年電費540元。"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "quantity", "known", "sentence"), SENTENCES)
def test_combinations_are_said_as_people_say_them(
    lang: Lang, quantity: Quantity, known: Reference, sentence: str
) -> None:
    assert sentence in [c.forms.sentence for c in told(quantity, [known], lang, "duration", "count", "cost")]


def test_a_years_electricity_is_told_in_what_it_would_buy() -> None:
    use = make_quantity("180 kWh/year", "180", "kilowatt_hour / year")
    found = [c.text for c in told(use, [TARIFF["en"], LATTE["en"]], "en", "cost")]
    assert "nearly six lattes’ worth of electricity a year" in found
    assert "about $30 of electricity a year" in found


@pytest.mark.parametrize(
    ("rate", "unit", "minutes"),
    [("20", "megabit / second", 40), ("20", "megabyte / second", 5), ("1", "gigabit / second", Fraction(4, 5)), ("100", "mebibyte / second", None)],
)  # fmt: skip
def test_bits_and_bytes_are_eight_apart(rate: str, unit: str, minutes: Fraction | None) -> None:
    speed = make_quantity(f"{rate} {unit}", rate, unit)
    (found,) = told(speed, [FILM], "en", "duration")
    assert found.exact is not None
    if minutes is None:
        assert found.exact == Fraction(6_000_000_000, 100 * 2**20)
    else:
        assert found.exact == minutes * 60
    assert found.assumptions == ("6 GB a movie",)


def test_what_a_count_or_a_time_takes_for_granted_is_stated() -> None:
    (lasts,) = told(make_quantity("500 Wh", "500", "watt_hour"), [LAPTOP], "en", "duration")
    assert lasts.assumptions == ("Without conversion losses; laptop: 50 W.",)
    assert lasts.hedge == "about"
    assert lasts.working == "500 Wh ÷ 50 W = 10 hours ≈ 10 hours"
    (charges,) = told(make_quantity("10 Ah", "10", "ampere_hour"), [PHONE], "en", "count")
    assert charges.assumptions[0] == "Equal voltage on both sides, without conversion losses."
    (uses,) = told(make_quantity("74 Wh", "74", "watt_hour"), [PHONE_WH], "zh-Hans", "count")
    assert uses.assumptions == ("不计转换损耗。", "每次按19瓦时计")
    (year,) = told(make_quantity("$330", "330", "USD"), [LATTE["en"]], "en", "cost")
    assert year.assumptions == ("The price spread over one year of daily use.",)
    (hour,) = told(make_quantity("2,200 W", "2200", "watt"), [TARIFF["en"]], "en", "cost")
    assert hour.assumptions == ("Running at that power; electricity at $0.17/kWh: home tariff (of).",)


@pytest.mark.parametrize(
    ("quantity", "known", "why"),
    [
        (make_quantity("0.9 kWh", "0.9", "kilowatt_hour", attribute="Energy per cycle"), LAPTOP, "used up, not stored"),
        (make_quantity("250 kcal", "250", "kilocalorie"), LAPTOP, "food"),
        (make_quantity("2 kWh", "2", "kilowatt_hour"), TOASTER, "nobody toasts for two hours"),
        (make_quantity("400 m³/h", "400", "meter ** 3 / hour"), TUB, "air"),
        (make_quantity("12 L/min", "12", "liter / minute", attribute="Air flow"), TUB, "air"),
        (make_quantity("400 L", "400", "liter", attribute="Fridge volume"), FLUSH, "no water"),
        (make_quantity("$20", "20", "USD"), LATTE["en"], "too small to spread"),
        (make_quantity("$90,000", "90000", "USD"), LATTE["en"], "too large to spread"),
        (make_quantity("$330", "330", "USD", attribute="Discount"), LATTE["en"], "not what it costs"),
        (make_quantity("£330", "330", "GBP"), LATTE["en"], "another currency"),
        (make_quantity("65 W", "65", "watt", attribute="Charging power"), TARIFF["en"], "an output"),
        (make_quantity("150 hp", "150", "horsepower"), TARIFF["en"], "an engine"),
        (make_quantity("20 GB", "20", "gigabyte"), replace(SONGS, statistic="minimum"), "a rate only recommended"),
        (make_quantity("1.5 Mbit/s", "1.5", "megabit / second"), CALL, "once is no count"),
        (make_quantity("5000 mAh", "5000", "milliampere_hour"), PHONE, "the phone itself"),
        (make_quantity("34 L", "34", "liter", attribute="Water tank"), FLUSH, "nearly six are five in full"),
    ],
)
def test_nothing_is_combined_that_does_not_belong_together(quantity: Quantity, known: Reference, why: str) -> None:
    assert told(quantity, [known], "en", "duration", "count", "cost") == [], why


@pytest.mark.parametrize("quantity", [make_quantity("20–40 Mbit/s", "20", "megabit / second", high=Decimal(40))])
def test_a_range_is_not_combined(quantity: Quantity) -> None:
    assert told(quantity, [FILM, CALL], "en", "duration", "count") == []


@given(st.fractions(min_value=Fraction(1, 2), max_value=10**7, max_denominator=997))
def test_a_shown_time_is_true_of_the_exact_one(seconds: Fraction) -> None:
    found = shown_time(seconds, 2, 60 * 86_400)
    if found is not None:
        shown, unit = found
        exact = seconds / {"second": 1, "minute": 60, "hour": 3600, "day": 86_400}[unit]
        assert abs(shown.value - exact) <= exact / 20
        assert (shown.hedge == "exactly") == (shown.value == exact)
        assert shown.value * 2 == int(shown.value * 2)


@given(st.fractions(min_value=Fraction(1, 10), max_value=60, max_denominator=997))
def test_a_rhythm_is_true_of_the_exact_number_of_days(days: Fraction) -> None:
    found = find_rhythm(days)
    if found is not None:
        period = {"day": Fraction(1), "week": Fraction(7), "month": Fraction(365, 12)}[found.period]
        assert abs(found.every * period / found.count - days) <= days / 20
        assert found.every * period / found.count == found.shown.value


@given(
    st.fractions(min_value=Fraction(1, 900), max_value=10**6, max_denominator=997),
    st.sampled_from(["USD", "CNY", "TWD"]),
)
def test_shown_money_is_within_five_percent_and_no_fraction_of_a_coin(value: Fraction, currency: str) -> None:
    shown = shown_money(value, currency)
    if shown is not None:
        assert abs(shown.value - value) <= value / 20
        assert value >= Fraction(1, 100)


@given(
    st.decimals(min_value="0.5", max_value="99999", places=1, allow_nan=False),
    st.sampled_from(LANGS),
    st.sampled_from(["watt_hour", "kilowatt_hour", "megabit / second", "liter / minute", "USD", "CNY / month", "watt"]),
)
def test_every_number_of_a_combination_stands_in_its_text_and_its_score_is_its_parts(
    value: Decimal, lang: Lang, unit: str
) -> None:
    known = [FILM, HOUR, CALL, TUB, LAPTOP, TOASTER, PHONE_WH, *LATTE.values(), *TARIFF.values()]
    for found in told(make_quantity(f"{value} {unit}", str(value), unit), known, lang, "duration", "count", "cost"):
        product = 1.0
        for part in found.score_parts.values():
            product *= part
        assert found.score == pytest.approx(product, abs=1e-4)
        assert found.text == found.forms.noun
        assert found.forms.sentence.endswith((".", "。"))
        if found.kind == "duration":
            reference = found.references[0]
            assert found.exact is not None
            assert found.ratio_exact is None
            assert reference.usable_as[-1] in ("load", "use")
        if found.kind == "count":
            assert found.ratio_exact is not None
            assert found.ratio_shown in found.numbers


@given(st.decimals(min_value="1", max_value="9999", places=1, allow_nan=False), st.sampled_from(LANGS))
def test_a_cost_comes_to_what_it_says_when_worked_out_again(value: Decimal, lang: Lang) -> None:
    latte, power = Fraction(LATTE[lang].value), Fraction(TARIFF[lang].value)
    currency, amount = LATTE[lang].unit, Fraction(value)
    for found in told(make_quantity(f"{value}", str(value), currency), [LATTE[lang]], lang, "cost"):
        assert found.exact == 365 * 86_400 * latte / amount
    for found in told(make_quantity(f"{value}", str(value), f"{currency} / month"), [LATTE[lang]], lang, "cost"):
        daily = amount * 12 / 365
        assert found.exact == (latte / daily * 86_400 if found.references else daily)
    for found in told(make_quantity(f"{value} W", str(value), "watt"), [TARIFF[lang]], lang, "cost"):
        hourly = amount / 1000 * power
        # Two numbers: how long a little money lasts.
        assert found.exact == (found.numbers[1] / hourly * 3600 if len(found.numbers) == 2 else hourly)
        shown = found.numbers[0]
        if len(found.numbers) == 1:
            assert abs(shown - hourly) <= hourly / 20
    for found in told(make_quantity(f"{value}", str(value), "kilowatt_hour / week"), [TARIFF[lang]], lang, "cost"):
        assert found.exact == amount * Fraction(365, 7) * power


def test_two_entries_that_read_alike_are_told_once() -> None:
    twin = replace(LAPTOP, id="twin", topics=("office",), value=Decimal("50.1"))
    found = told(make_quantity("500 Wh", "500", "watt_hour"), [LAPTOP, twin], "zh-Hans", "duration")
    assert [c.text for c in found] == ["够一台笔记本电脑用约10小时"]


def test_an_english_reader_in_britain_is_told_in_british_words() -> None:
    tap = replace(
        make_reference("tap", "6", "liter / minute", "flow"),
        british=Names("running tap", "a running tap", "the flow of a running tap"),
    )
    flow = make_quantity("12 L/min", "12", "liter / minute")
    texts = {
        market: rank(flow, [tap], Audience("en", market)).comparisons[0].text for market in ("us", "uk", "hk", "eu")
    }
    british = "about twice the flow of a running tap"
    assert texts == {"us": "about twice the flow of a tap", "uk": british, "hk": british, "eu": british}
    assert "tap数值" in rank(flow, [tap], Audience("zh-Hans", "hk")).comparisons[0].text


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (make_quantity("20,000 openings", "20000", "count"), "about five and a half years at 10 a day"),
        (
            make_quantity("200,000 times", "200000", "count", attribute="Folds"),
            "about five and a half years at 100 a day",
        ),
        (make_quantity("12 modes", "12", "count"), None),
        (make_quantity("200,000 customers", "200000", "count"), None),
    ],
)
def test_what_wears_out_lasts_years_at_so_many_a_day(quantity: Quantity, said: str | None) -> None:
    assert [comparison.text for comparison in rank(quantity, [], Audience("en", "us")).comparisons] == (
        [said] if said else []
    )
