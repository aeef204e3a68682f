"""The scanner: what it finds in three languages, and what it leaves alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.quantities import find_quantities, tables
from assistant.schema import LANGS, Lang, Market, Quantity
from assistant.units import dimension


def _brief(found: tuple[Quantity, ...]) -> list[str]:
    return [
        f"{q.text} = {q.low.normalize():f}{f'..{q.high.normalize():f}' if q.high is not None else ''} {q.unit}"
        for q in found
    ]


ENGLISH = [
    ("It holds a pint, 60 pages a pound", ["a pint = 1 pint", "60 pages = 60 count"]),
    ("It stands a foot tall", ["a foot = 1 foot"]),
    ("Three pound coins", ["Three pound coins = 3 count"]),
    ("Battery 4,800 mAh, 45W charging", ["4,800 mAh = 4800 milliampere_hour", "45W = 45 watt"]),
    ("Bandwidth 1.6 TB/s over 8 Gb/s links", ["1.6 TB/s = 1.6 terabyte / second", "8 Gb/s = 8 gigabit / second"]),
    ("Dimensions: 14 x 9 x 2.5 cm", ["14 = 14 centimeter", "9 = 9 centimeter", "2.5 cm = 2.5 centimeter"]),
    ('Top 48" x 24", legs 2-1/2 in', ['48" = 48 inch', '24" = 24 inch', "2-1/2 in = 2.5 inch"]),
    ("He is 6'1\" and jumps 3 ft 4 in", ["6'1\" = 73 inch", "3 ft 4 in = 40 inch"]),
    ("Runs 1 h 45 min per load", ["1 h 45 min = 105 minute"]),
    ("Delivered in 3–5 days", ["3–5 days = 3..5 day"]),
    ("An 8- to 12-hour shift", ["8- to 12-hour = 8..12 hour"]),
    ("Operates −20 °C to +60 °C", ["−20 °C to +60 °C = -20..60 degree_Celsius"]),
    ("Response 30 Hz – 18 kHz", ["30 Hz – 18 kHz = 30..18000 hertz"]),
    ("Doses of 20 and 40 mg", ["20 = 20 milligram", "40 mg = 40 milligram"]),
    ("Comes in 256/512 GB", ["256 = 256 gigabyte", "512 GB = 512 gigabyte"]),
    ("a 3/4 inch bolt", ["3/4 inch = 0.75 inch"]),
    ("½ cup of milk", ["½ cup = 0.5 cup"]),
    ("$4.20 per million tokens, $9/month, US$1.5M raised", ["$4.20 per million tokens = 4.2 USD / million_token", "$9/month = 9 USD / month", "US$1.5M = 1500000 USD"]),
    ("NT$990 or €15 or 30 pounds a month", ["NT$990 = 990 TWD", "€15 = 15 EUR", "30 pounds = 30 pound"]),
    ("Uses 6.1 L/100 km, 38 mpg", ["6.1 L/100 km = 6.1 liter / hundred_kilometer", "38 mpg = 38 mile / gallon"]),
    ("Cells of 260 Wh/kg", ["260 Wh/kg = 260 watt_hour / kilogram"]),
    ("Conductivity 0.04 W/m·K", ["0.04 W/m·K = 0.04 watt / meter / kelvin"]),
    ("Torque 90 N·m (66 lb-ft)", ["90 N·m = 90 newton * meter", "66 lb-ft = 66 foot * force_pound"]),
    ("2M IOPS, 40 TOPS, 300 ppi, 280 gsm", ["2M IOPS = 2000000 io_operation / second", "40 TOPS = 40 TOPS", "300 ppi = 300 pixel / inch", "280 gsm = 280 gram / meter ** 2"]),
    ("Quiet: 36 dB(A)", ["36 dB(A) = 36 decibel_a"]),
    ("twenty-two kilometers in half an hour", ["twenty-two kilometers = 22 kilometer", "half an hour = 0.5 hour"]),
    ("Serves 40 countries with 6-core chips", ["40 countries = 40 count", "6-core = 6 count"]),
    ("3x faster, 30 percent lighter", ["3x = 3 dimensionless", "30 percent = 30 percent"]),
    ("A pack of 6 x 250 ml", ["6 = 6 count", "250 ml = 250 milliliter"]),
    ("12\u00a0500 km, 4\u202f200 m", ["12\u00a0500 km = 12500 kilometer", "4\u202f200 m = 4200 meter"]),
    ("Flow 4 m³/h and 9 m^2, 12 µm", ["4 m³/h = 4 meter ** 3 / hour", "9 m^2 = 9 meter ** 2", "12 µm = 12 micrometer"]),
    ("two decades of work", ["two decades = 20 year"]),
    ("between 4 and 6 kg", ["between 4 and 6 kg = 4..6 kilogram"]),
    ("70D nylon shell", ["70D = 70 denier"]),
    ("1 GSa/s sampling", ["1 GSa/s = 1000000000 sample / second"]),
]  # fmt: skip

SIMPLIFIED = [
    ("时速可达每小时300公里", ["每小时300公里 = 300 kilometer / hour"]),
    ("百公里油耗5.9L，续航710公里", ["5.9L = 5.9 liter / hundred_kilometer", "710公里 = 710 kilometer"]),
    ("每秒12万次，每平方米3.1万元", ["每秒12万次 = 120000 count / second", "每平方米3.1万元 = 31000 CNY / meter ** 2"]),
    ("每100克含钙120毫克", ["100克 = 100 gram", "120毫克 = 120 milligram"]),
    ("三千五百万用户，两三天送达", ["两三天 = 2..3 day"]),
    ("半小时烘干，一年半质保，十五斤半", ["半小时 = 0.5 hour", "一年半 = 1.5 year", "十五斤半 = 15.5 jin"]),
    ("七成玩家，打七折", ["七成 = 70 percent", "七折 = 70 percent"]),
    ("水温60度，摄氏8度，耗电2度", ["60度 = 60 degree_Celsius", "8度 = 8 degree_Celsius", "2度 = 2 kilowatt_hour"]),
    ("每年省水20度", ["20度 = 20 meter ** 3"]),
    ("广角150度", ["150度 = 150 degree"]),
    ("身高1米82，裤长3尺1寸", ["1米82 = 1.82 meter", "3尺1寸 = 3.1 chi_cn"]),
    ("12元5角", ["12元5角 = 12.5 CNY"]),
    ("长30*宽20*高10cm", ["30 = 30 centimeter", "20 = 20 centimeter", "10cm = 10 centimeter"]),
    ("电压１１０Ｖ，功率2.2千瓦", ["１１０Ｖ = 110 volt", "2.2千瓦 = 2.2 kilowatt"]),
    ("百分之十二，三成五", ["百分之十二 = 12 percent", "三成五 = 35 percent"]),
    ("内存8G+128G", ["8G = 8 gigabyte", "128G = 128 gigabyte"]),
    ("压力30兆帕，五十兆字节", ["30兆帕 = 30 megapascal", "五十兆字节 = 50 megabyte"]),
    ("三两白酒，二十两", ["三两 = 3 liang", "二十两 = 20 liang"]),
    ("维生素D3600IU，维生素C80毫克", ["600IU = 600 international_unit", "80毫克 = 80 milligram"]),
    ("2小时15分充满", ["2小时15分 = 135 minute"]),
    ("月租5.5元/㎡/天", ["5.5元/㎡/天 = 5.5 CNY / meter ** 2 / day"]),
]  # fmt: skip

TRADITIONAL = [
    ("室內28坪，每坪55萬元", ["28坪 = 28 ping_area", "每坪55萬元 = 550000 TWD / ping_area"]),
    ("茶葉半斤，人參二兩，米3台斤", ["半斤 = 0.5 tw_jin", "二兩 = 2 tw_liang", "3台斤 = 3 tw_jin"]),
    ("長12公分，寬8公釐，重0.4公斤", ["12公分 = 12 centimeter", "8公釐 = 8 millimeter", "0.4公斤 = 0.4 kilogram"]),
    ("售價1,280元，約美金40元", ["1,280元 = 1280 TWD", "美金40元 = 40 USD"]),
    ("市值3兆元", ["3兆元 = 3000000000000 TWD"]),
    ("轉速1,500轉/分，排氣量1,600c.c.", ["1,500轉/分 = 1500 revolutions_per_minute", "1,600c.c. = 1600 centimeter ** 3"]),
    ("年耗電量300度", ["300度 = 300 kilowatt_hour"]),
    ("螢幕27吋，更新率144Hz", ["27吋 = 27 inch", "144Hz = 144 hertz"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_quantities_are_found(text: str, expected: list[str]) -> None:
    assert _brief(find_quantities(text, "en")) == expected


@pytest.mark.parametrize(("text", "expected"), SIMPLIFIED)
def test_simplified_chinese_quantities_are_found(text: str, expected: list[str]) -> None:
    assert _brief(find_quantities(text, "zh-Hans")) == expected


@pytest.mark.parametrize(("text", "expected"), TRADITIONAL)
def test_traditional_chinese_quantities_are_found(text: str, expected: list[str]) -> None:
    assert _brief(find_quantities(text, "zh-Hant")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Part 652564-B21 fits the RTX 4070", "Founded in 1987", "March 3, 2024", "Version v3.1.4", "IP68 and IPX7", "4K at home",
        "a 5G phone", "Wi-Fi 6 and Bluetooth 5.3", "Open 24/7", "a 2-in-1 tablet", "Call 1-800-555-0147", "an aspect of 16:9",
        "360° view", "a 360-degree camera", "1080p video", "Works with 802.11g", "at 2:30 pm", "until 11pm", "the 1990s",
        "ISO 9001 and EN 388", "Class 2 laser", "the Fokker 100-620", "MIL-STD-810H", "WH-1000XM4", "18/8 steel", "f/1.8",
        "It won 3-2", "rated 4.8/5", "one of us", 'the course "Pottery 204"', "SKU 55512 in stock", "Windows 11 in 2021",
        "https://shop.example/p?id=20%25&v=5kg", "abk-512m", "90112L307", "a 7/0 value", "3D printing", "1,000s of hours",
    ],
)  # fmt: skip
def test_what_is_no_quantity_is_left_alone_in_english(text: str) -> None:
    assert find_quantities(text, "en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "RTX 4070显卡", "2023年3月15日", "2024款", "7×24小时服务", "三合一", "4K高清", "5G网络", "IP68防水", "360°旋转", "720度全景",
        "通过ISO 9001和3C认证", "混凝土C30", "SPF50+ PA+++", "抗风6级", "第3代", "双11", "十分安静", "万一", "三明治", "一起来",
        "六角螺母", "民國112年", "型号MX-5000A", "电话400-820-1234", "统一编号12345678", "三元锂", "百公里",
        "隊伍排到門口", "队伍排到门外", "退伍排队", "UPF 50+ 挡太阳",
    ],
)  # fmt: skip
def test_what_is_no_quantity_is_left_alone_in_chinese(text: str) -> None:
    assert find_quantities(text, "zh-Hans") == ()


def _only(text: str, lang: Lang = "en", market: Market | None = None) -> Quantity:
    (found,) = find_quantities(text, lang, market)
    return found


@pytest.mark.parametrize(
    ("text", "lang", "hedge"),
    [
        ("up to 9 hours", "en", "up to"), ("at least 9 hours", "en", "at least"), ("about 9 hours", "en", "about"),
        ("less than 9 hours", "en", "less than"), ("over 9 hours", "en", "more than"), ("≤ 9 hours", "en", "up to"),
        ("9 hours or more", "en", "at least"), ("nearly 9 hours", "en", "nearly"), ("9 hours", "en", ""),
        ("高达9小时", "zh-Hans", "up to"), ("约9小时", "zh-Hans", "about"), ("9小时以上", "zh-Hans", "at least"),
        ("不足9小时", "zh-Hans", "less than"), ("超過9小時", "zh-Hant", "more than"), ("十几公里", "zh-Hans", "more than"),
    ],
)  # fmt: skip
def test_the_words_around_a_number_are_its_hedge(text: str, lang: Lang, hedge: str) -> None:
    assert _only(text, lang).hedge == hedge


@pytest.mark.parametrize(
    ("text", "lang", "statistic"),
    [
        ("Top speed 90 km/h", "en", "maximum"), ("Average speed 90 km/h", "en", "average"), ("Rated power 90 W", "en", "rated"),
        ("Weight 90 g", "en", "unstated"), ("Laptop 90 g", "en", "unstated"), ("额定功率90瓦", "zh-Hans", "rated"), ("最大功率90瓦", "zh-Hans", "maximum"),
        ("平均油耗9升", "zh-Hans", "average"),
    ],
)  # fmt: skip
def test_the_statistic_is_read_from_the_words_before(text: str, lang: Lang, statistic: str) -> None:
    assert _only(text, lang).statistic == statistic


@pytest.mark.parametrize(
    ("text", "lang", "attribute"),
    [
        ("wall thickness 4 mm", "en", "wall thickness"), ("Weight: 4 kg", "en", "Weight"), ("It runs for 4 hours", "en", None),
        ("轴距2700毫米", "zh-Hans", "轴距"), ("最大续航里程约500公里", "zh-Hans", "续航里程"),
    ],
)  # fmt: skip
def test_the_attribute_is_what_the_text_says_is_measured(text: str, lang: Lang, attribute: str | None) -> None:
    assert _only(text, lang).attribute == attribute


@pytest.mark.parametrize(
    ("text", "tolerance"), [("±0.3 °C", "0.3"), ("accurate to ± 2 %", "2"), ("0.45kg±0.05kg", "0.05")]
)
def test_a_tolerance_is_the_half_width(text: str, tolerance: str) -> None:
    assert _only(text).tolerance == Decimal(tolerance)


@pytest.mark.parametrize(
    ("text", "lang", "market", "unit"),
    [
        ("2 gallons", "en", "uk", "imperial_gallon"), ("2 gallons", "en", "us", "gallon"), ("3斤", "zh-Hant", None, "tw_jin"),
        ("3斤", "zh-Hant", "hk", "hk_jin"), ("3斤", "zh-Hans", None, "jin"), ("$30", "en", "tw", "TWD"), ("30元", "zh-Hant", "hk", "HKD"),
        ("¥30", "zh-Hans", None, "CNY"),
    ],
)  # fmt: skip
def test_the_market_settles_what_a_unit_means(text: str, lang: Lang, market: Market | None, unit: str) -> None:
    assert _only(text, lang, market).unit == unit


@pytest.mark.parametrize(
    ("text", "lang", "word"),
    [
        ("¥900", "en", "yen"), ("3000 MAH", "en", "capital M"), ("1,24 kg", "en", "decimal comma"), ("16 inch / 43 cm", "en", "disagree"),
        ("转到25度", "zh-Hans", "度"), ("100兆宽带", "zh-Hans", "兆"), ("打八折", "zh-Hans", "折"), ("128G", "zh-Hans", "gigabyte"),
    ],
)  # fmt: skip
def test_a_dubious_reading_says_so(text: str, lang: Lang, word: str) -> None:
    assert all(any(word in doubt for doubt in q.doubts) for q in find_quantities(text, lang))


def test_figures_that_agree_raise_no_doubt() -> None:
    assert [q.doubts for q in find_quantities("10 inch / 25.4 cm")] == [(), ()]


def test_a_year_is_not_a_quantity_but_years_are() -> None:
    assert _brief(find_quantities("Since 2019, 5 years on")) == ["5 years = 5 year"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a gallon of paint for an hour and a half", ["a gallon = 1 gallon", "an hour and a half = 1.5 hour"]),
        ("apply twice a day", ["twice a day = 2 count / day"]),
        ("$5 a gallon, 60 pages a minute", ["$5 = 5 USD", "60 pages a minute = 60 count / minute"]),
        ("down to absolute zero", ["absolute zero = 0 kelvin"]),
        ("half a dozen of each", []),
    ],
)
def test_an_article_is_one_only_where_it_measures(text: str, expected: list[str]) -> None:
    assert _brief(find_quantities(text)) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("316L stainless", "en", []),
        ("UL 94 V-0", "en", []),
        ("42码鞋，射程300码", "zh-Hans", ["300码 = 300 yard"]),
        ("提高3个百分点至18%", "zh-Hans", ["3个百分点 = 3 percent", "18% = 18 percent"]),
        ("一个半月，一米八的床", "zh-Hans", ["一个半月 = 1.5 month", "一米八 = 1.8 meter"]),
        (
            "每度电0.6元，0.6元/度",
            "zh-Hans",
            ["每度电0.6元 = 0.6 CNY / kilowatt_hour", "0.6元/度 = 0.6 CNY / kilowatt_hour"],
        ),
        ("50+ hours, 1h30m", "en", ["50+ hours = 50 hour", "1h30m = 90 minute"]),
        ("$0.02 per GB-month", "en", ["$0.02 per GB-month = 0.02 USD / gigabyte / month"]),
        ("68° to 72° F", "en", ["68° to 72° F = 68..72 degree_Fahrenheit"]),
    ],
)
def test_readings_that_were_once_wrong_stay_right(text: str, lang: Lang, expected: list[str]) -> None:
    assert _brief(find_quantities(text, lang)) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "6 km every second", ["6 km every second = 6 kilometer / second"]),
        ("en", "drinks 2 L a day", ["2 L a day = 2 liter / day"]),
        ("en", "6,000 metres each second", ["6,000 metres each second = 6000 meter / second"]),
        ("en", "awake 12 hours a day, 5 days a week", ["12 hours = 12 hour", "5 days = 5 day"]),
        ("zh-Hans", "火箭每秒飞6000米", ["6000米 = 6000 meter / second"]),
        ("zh-Hans", "每小时可制水20升", ["20升 = 20 liter / hour"]),
        ("zh-Hant", "每秒可飛行6000公尺", ["6000公尺 = 6000 meter / second"]),
        ("zh-Hans", "每小时休息10分钟", ["10分钟 = 10 minute"]),
    ],
)
def test_a_rate_is_read_however_its_time_is_said(lang: Lang, text: str, expected: list[str]) -> None:
    assert _brief(find_quantities(text, lang)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("folded 200,000 times before it wore out", ["200,000 times = 200000 count"]),
        ("Inserted 20,000 times.", ["20,000 times = 20000 count"]),
        ("570 times Usain Bolt's average", []),
        ("200 times the weight", ["200 times = 200 dimensionless"]),
        ("100 times faster", ["100 times = 100 dimensionless"]),
        ("centrifuged at 21,380 × g", ["21,380 × g = 21380 standard_gravity"]),
        ("10³ cycles, 10⁻⁶ m, over 10¹ days", ["10³ cycles = 1000 count", "10⁻⁶ m = 0.000001 meter"]),
        ("15.0 cm 2\nnext", ["15.0 cm 2 = 15 centimeter ** 2"]),
        ("the 5ft 10 model wears M", ["5ft 10 = 70 inch"]),
    ],
)
def test_signs_and_words_that_change_what_a_number_is(text: str, expected: list[str]) -> None:
    assert _brief(find_quantities(text)) == expected


def test_every_unit_that_the_tables_lead_to_is_in_the_vocabulary() -> None:
    latin = tables.latin()
    targets = {target for table in (latin.exact, latin.loose, latin.words) for target, _ in table.values()}
    for lang in LANGS:
        targets |= {target for rows in tables.chinese(lang).values() for _, (target, _) in rows}
    targets |= set(tables.signs().values())
    assert [target for target in sorted(targets) if not dimension(target)] == []
