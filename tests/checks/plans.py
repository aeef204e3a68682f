"""Four small products in three languages, with yardsticks that do not move when the shipped book does."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from assistant.checks import check_texts
from assistant.plan import make_plan, read
from assistant.references import Book
from assistant.schema import Lang, Names, Plan, Reference
from assistant.schema.brief import Brief, Evidence, Persona, Style
from tests.comparisons.conftest import make_reference


def _named(reference: Reference, en: Names, hans: Names, hant: Names) -> Reference:
    return replace(reference, names={"en": en, "zh-Hans": hans, "zh-Hant": hant})


BOLT = _named(
    make_reference("bolt", "10.4384", "meter / second", "speed", statistic="average", usable_as=("compare", "rung")),
    Names("Usain Bolt's 100 m average", "Usain Bolt in his 100 m record run", "Usain Bolt's average over 100 m"),
    Names("博尔特百米平均速度", "百米破纪录时的博尔特", "博尔特百米世界纪录的平均速度"),
    Names("波特百公尺平均速度", "百公尺破紀錄時的波特", "波特百公尺世界紀錄的平均速度"),
)
BOEING = _named(
    make_reference("boeing", "910", "kilometer / hour", "speed", usable_as=("rung",)),
    Names("Boeing 747 at cruise", "a Boeing 747 at cruising speed", "the cruising speed of a Boeing 747"),
    Names("波音747巡航", "巡航中的波音747", "波音747的巡航速度"),
    Names("波音747巡航", "巡航中的波音747", "波音747的巡航速度"),
)
ROUTE = _named(
    make_reference("route", "1067", "kilometer", "distance", usable_as=("distance",)),
    Names("Beijing to Shanghai", "Beijing to Shanghai", "the distance from Beijing to Shanghai"),
    Names("北京到上海", "从北京到上海", "北京到上海的距离"),
    Names("北京到上海", "從北京到上海", "北京到上海的距離"),
)
GIRAFFE = _named(
    make_reference("giraffe", "5.2", "meter", "height", many="giraffes"),
    Names("giraffe", "a giraffe", "the height of a giraffe", "giraffes"),
    Names("长颈鹿", "一只长颈鹿", "一只长颈鹿的高度", "长颈鹿", "只"),
    Names("長頸鹿", "一隻長頸鹿", "一隻長頸鹿的高度", "長頸鹿", "隻"),
)
PIANO = _named(
    make_reference("piano", "480", "kilogram", "mass", many="concert grand pianos"),
    Names(
        "concert grand piano", "a concert grand piano", "the weight of a concert grand piano", "concert grand pianos"
    ),
    Names("三角钢琴", "一架三角钢琴", "一架三角钢琴的重量", "三角钢琴", "架"),
    Names("平台鋼琴", "一架平台鋼琴", "一架平台鋼琴的重量", "平台鋼琴", "架"),
)
NOODLES = _named(
    make_reference("noodles", "3", "minute", "duration"),
    Names("instant noodles", "making instant noodles", "the wait for instant noodles"),
    Names("泡面", "泡一碗面", "泡一碗面的时间"),
    Names("泡麵", "泡一碗麵", "泡一碗麵的時間"),
)
NIGHT = _named(
    make_reference("night", "8", "hour", "duration"),
    Names("a full night's sleep", "a full night's sleep", "a full night's sleep"),
    Names("一整夜的睡眠", "一整夜的睡眠", "一整夜睡眠的时间"),
    Names("一整晚的睡眠", "一整晚的睡眠", "一整晚睡眠的時間"),
)
SHEET = _named(
    make_reference("sheet", "5", "gram", "mass"),
    Names("sheet of A4 paper", "a sheet of A4 paper", "the weight of a sheet of A4 paper"),
    Names("A4纸", "一张A4纸", "一张A4纸的重量"),
    Names("A4紙", "一張A4紙", "一張A4紙的重量"),
)
ROOM = _named(
    make_reference("room", "38", "decibel_a", "sound"),
    Names("quiet living room", "a quiet living room", "the sound level of a quiet living room"),
    Names("安静的客厅", "安静的客厅", "安静客厅里的音量"),
    Names("安靜的客廳", "安靜的客廳", "安靜客廳裡的音量"),
)
BATHTUB = _named(
    make_reference("bathtub", "150", "liter", "volume", many="bathtubs"),
    Names("bathtub", "a bathtub", "the volume of a bathtub", "bathtubs"),
    Names("浴缸", "一个浴缸", "一个浴缸的容量", "浴缸", "个"),
    Names("浴缸", "一個浴缸", "一個浴缸的容量", "浴缸", "個"),
)


def book_of(*references: Reference) -> Book:
    """A book of these references alone."""
    dimensions = {r.dimension for r in references}
    return Book(
        {r.id: r for r in references}, {d: tuple(r for r in references if r.dimension == d) for d in sorted(dimensions)}
    )


SPRINT = book_of(BOLT, BOEING, GIRAFFE, PIANO, NOODLES)
JOURNEY = book_of(BOLT, BOEING, ROUTE, GIRAFFE, PIANO, NOODLES)
HOME = book_of(NIGHT, NOODLES, SHEET, ROOM, BATHTUB)

COMMUTER = Persona(
    name="Commuter",
    pains=("noise that is still there after half the ride",),
    evidence=(
        Evidence(quote="I put them in at the platform and forget the train. Not once have they fallen out.", source="App store review", date="2024-05-01"),
        Evidence(quote="Two trips on one charge, that settled it for me.", source="Support ticket 4711", date="2024-06-12"),
    ),
)  # fmt: skip
STUDENT = Persona(
    name="大学生",
    lang="zh-Hans",
    pains=("用到一半没电",),
    evidence=(
        Evidence(quote="寝室熄灯以后刷牙，室友没有醒过。", source="电商评价", date="2024-05-01"),
        Evidence(quote="充一次电能撑过整个军训，省心。", source="问卷", date="2024-09-12"),
    ),
)
HOMEMAKER = Persona(
    name="家庭主婦",
    lang="zh-Hant",
    pains=("用到一半沒電",),
    evidence=(
        Evidence(quote="半夜運轉，小孩沒有醒過。", source="網購評價", date="2024-05-01"),
        Evidence(quote="一個月的電費單沒有變厚，放心。", source="訪談", date="2024-09-12"),
    ),
)
_ROCKET: dict[Lang, tuple[str, tuple[str, ...], str]] = {
    "en": ("Skylark 3", ("Speed well into its climb: 6000 m/s", "Height: 58 m", "Payload: 4,200 kg", "Mission time to orbit: 9 minutes", "First flight in 2021"), "rocket"),
    "zh-Hans": ("云雀3号", ("爬升段速度：6000米/秒", "高度：58米", "载重：4200公斤", "入轨时间：9分钟", "2021年首飞"), "火箭"),
    "zh-Hant": ("雲雀3號", ("爬升段速度：6000公尺/秒", "高度：58公尺", "載重：4200公斤", "入軌時間：9分鐘", "2021年首飛"), "火箭"),
}  # fmt: skip
_SMALL: dict[Lang, tuple[str, tuple[str, ...], str, Persona]] = {
    "en": ("Hush Mini", ("Battery: up to 8 hours", "Weight: 5 g per earbud", "Noise in the cabin: 38 dB(A)", "Charging time: 15 minutes", "Case opens at least 20,000 times", "12 listening modes", "Bluetooth 5.3 and IP55"), "earbuds", COMMUTER),
    "zh-Hans": ("小白刷X2", ("续航：最长8小时", "重量：5克", "噪音：38 dB(A)", "充电时间：15分钟", "刷头可用至少2万次", "12种清洁模式", "支持蓝牙5.3和IP55防水"), "牙刷", STUDENT),
    "zh-Hant": ("靜涼X2", ("續航：最長8小時", "重量：5公克", "噪音：38 dB(A)", "充電時間：15分鐘", "按鍵可用至少2萬次", "12種清潔模式", "支援藍牙5.3與IP55防水"), "風扇", HOMEMAKER),
}  # fmt: skip


@cache
def rocket(lang: Lang, book: str = "sprint") -> tuple[Brief, Plan, None]:
    """A rocket: the golden example, by sprint (570 times) or by journey (three minutes)."""
    product, facts, category = _ROCKET[lang]
    brief = Brief(product=product, facts=facts, category=category, lang=lang)
    return brief, make_plan(read(brief, None, SPRINT if book == "sprint" else JOURNEY), brief, None), None


@cache
def small(lang: Lang) -> tuple[Brief, Plan, Persona]:
    """A thing with a battery, a hedge each way, a count, a code, a customer's words and a banned word."""
    product, facts, category, persona = _SMALL[lang]
    banned = {"en": ("gadget",), "zh-Hans": ("神器",), "zh-Hant": ("神器",)}[lang]
    brief = Brief(
        product=product, facts=facts, category=category, lang=lang, persona=persona, style=Style(banned=banned)
    )
    return brief, make_plan(read(brief, persona, HOME), brief, persona), persona


def rules_broken(key: str, lang: Lang, text: str) -> list[tuple[str, str]]:
    """(rule, words) of every error in a text about one of the products: "rocket", "journey" or "small"."""
    brief, plan, persona = small(lang) if key == "small" else rocket(lang, "sprint" if key == "rocket" else key)
    checked = check_texts({"paragraph": text}, brief, plan, persona)
    return [(d.rule, text[d.start : d.end]) for d in checked.diagnostics if d.level == "error"]
