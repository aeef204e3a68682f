"""Product pages and plain prose made up from templates: equal seeds give equal pages, in any amount."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from assistant.schema import Lang

SEED = 20_260
# About what a product page holds; every contender reads the same pages, one at a time.
PAGE_CHARS = 1_200

_SENTENCES: dict[Lang, tuple[str, ...]] = {
    "en": (
        "The {thing} weighs {n} g and measures {a} x {b} x {c} cm.",
        "A full charge takes {n} minutes and lasts up to {a} hours.",
        "It draws {n} W under load and about {a} W when nobody is in the room.",
        "The {thing} keeps its noise below {a} dB at a distance of {b} m.",
        "You fold it with one hand, slide it under the bed and forget about it until the weekend.",
        "The handle sits where your hand already is, and the cover comes off without a tool.",
        "Storage: {m} GB, of which the system takes {a} GB.",
        "Works from -{a} to {b} °C.",
        "The lid opens at {a} km/h of wind without rattling, and the hinge is rated for {k} openings.",
        "Nobody reads a manual on the first evening, so the three buttons say what they do.",
        "It costs ${n} and comes with a cable of {b} m.",
        "Spare parts are kept for {c} years, and the seams can be opened and closed again.",
        "You can move it from room to room without asking anyone to hold the door.",
        "On a rainy evening it stays by the window, out of the way, and does its work while you cook.",
        "The colours were chosen to sit beside wood and linen, so the {thing} does not look like a machine.",
        "When something breaks, you order the part, turn two screws and carry on.",
        "It fits in the corner that is left over in every kitchen, and the cord winds up underneath.",
        "People who share a flat will like that it does not wake anyone.",
    ),
    "zh-Hans": (
        "这款{thing}重{n}克，尺寸{a}×{b}×{c}厘米。",
        "充满电需要{n}分钟，最长可用{a}小时。",
        "满载功率{n}瓦，待机时约{a}瓦。",
        "在{b}米外，{thing}的噪音低于{a}分贝。",
        "单手就能折起来，推到床底下，周末再拿出来。",
        "提手就在手边，外罩不用工具也能拆下来洗。",
        "存储空间{m}GB，其中系统占用{a}GB。",
        "工作温度：-{a}到{b}℃。",
        "铰链可开合{c}万次，时速{a}公里的风里也不晃。",
        "第一晚谁也不想看说明书，所以三个按钮上都写着它们做什么。",
        "售价{n}元，附一根{b}米长的电源线。",
        "零件保存{c}年，缝线可以拆开再缝上。",
        "从客厅搬到卧室，不用喊人帮忙开门。",
        "下雨的晚上把它放在窗边，不碍事，你做饭的时候它自己忙自己的。",
        "颜色是照着木头和亚麻挑的，摆在家里，{thing}看上去不像一台机器。",
        "哪里坏了，买个配件，拧两颗螺丝就能接着用。",
        "厨房里总会剩一个角落，刚好放得下它，线可以绕在底下收好。",
        "和别人合租也不用担心，它不会把谁吵醒。",
        "说明写得像朋友之间聊天，看一遍就知道该按哪里。",
        "孩子碰倒了也没关系，边角都磨圆了，水也流不出来。",
    ),
    "zh-Hant": (
        "這款{thing}重{n}公克，尺寸{a}×{b}×{c}公分。",
        "充飽電需要{n}分鐘，最長可用{a}小時。",
        "滿載功率{n}瓦，待機時約{a}瓦。",
        "在{b}公尺外，{thing}的噪音低於{a}分貝。",
        "單手就能折起來，推到床底下，週末再拿出來。",
        "提把就在手邊，外罩不用工具也能拆下來洗。",
        "儲存空間{m}GB，其中系統占用{a}GB。",
        "工作溫度：-{a}到{b}℃。",
        "鉸鏈可開合{c}萬次，時速{a}公里的風裡也不晃。",
        "第一晚誰也不想看說明書，所以三個按鈕上都寫著它們做什麼。",
        "售價{n}元，附一條{b}公尺長的電源線。",
        "零件保存{c}年，縫線可以拆開再縫上。",
        "從客廳搬到臥室，不用叫人幫忙開門。",
        "下雨的晚上把它擺在窗邊，不礙事，你煮飯的時候它自己忙自己的。",
        "顏色是照著木頭和亞麻挑的，擺在家裡，{thing}看起來不像一台機器。",
        "哪裡壞了，買個零件，轉兩顆螺絲就能繼續用。",
        "廚房裡總會剩一個角落，剛好放得下它，線可以繞在底下收好。",
        "跟別人合租也不用擔心，它不會把誰吵醒。",
        "說明寫得像朋友之間聊天，看一遍就知道該按哪裡。",
        "孩子碰倒了也沒關係，邊角都磨圓了，水也流不出來。",
    ),
}
# What product pages say of themselves besides.
_BOASTS: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Our flagship {thing} is the ultimate choice for people who deserve the very best.",
        "A revolutionary {thing} with unrivalled performance and world-class design.",
    ),
    "zh-Hans": (
        "我们的旗舰{thing}品质卓越，行业领先，是高端人士的不二之选。",
        "颠覆性的{thing}，带来极致体验，堪称业界标杆。",
    ),
    "zh-Hant": (
        "我們的旗艦{thing}品質卓越，業界領先，是您的不二選擇。",
        "顛覆想像的{thing}，帶來極致體驗，堪稱業界標竿。",
    ),
}
_THINGS: dict[Lang, tuple[str, ...]] = {
    "en": ("heater", "lamp", "backpack", "blender", "camera", "pump", "speaker", "kettle"),
    "zh-Hans": ("取暖器", "台灯", "背包", "料理机", "相机", "水泵", "音箱", "水壶"),
    "zh-Hant": ("電暖器", "檯燈", "背包", "調理機", "相機", "水泵", "喇叭", "水壺"),
}
_SLOTS: dict[str, Callable[[Random], str]] = {
    "n": lambda random: f"{random.randrange(40, 1_900)}",
    "k": lambda random: f"{random.randrange(10, 90) * 1_000:,}",
    "m": lambda random: str(2 ** random.randrange(5, 11)),
    "a": lambda random: str(random.randrange(12, 60)),
    "b": lambda random: f"{random.randrange(15, 60) / 10:g}",
    "c": lambda random: str(random.randrange(2, 12)),
}


def make_pages(lang: Lang, chars: int, seed: int = SEED, *, boasts: bool = True) -> list[str]:
    """Pages of about `PAGE_CHARS` characters, together at least `chars`.

    About one sentence in ten praises itself; without `boasts` none does, which is how most prose is.
    """
    random = Random(f"{seed}-{lang}")
    templates = _SENTENCES[lang] + _BOASTS[lang] if boasts else _SENTENCES[lang]
    joint = " " if lang == "en" else ""
    pages: list[str] = []
    total = 0
    while total < chars:
        pages.append(joint.join(_page(lang, templates, random)))
        total += len(pages[-1])
    return pages


def _page(lang: Lang, templates: Sequence[str], random: Random) -> list[str]:
    """Sentences in random order, none twice before all were used."""
    sentences: list[str] = []
    while sum(map(len, sentences)) < PAGE_CHARS:
        for template in random.sample(templates, len(templates)):
            slots = {name: fill(random) for name, fill in _SLOTS.items()}
            sentences.append(template.format(thing=random.choice(_THINGS[lang]), **slots))
    return sentences


def load_pages(path: Path, lang: Lang, chars: int) -> Sequence[str]:
    """Texts of one language out of JSON lines with "lang" and "text" (or "value"), repeated up to so many characters.

    Empty if the file has none in this language.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    texts = [row.get("text") or row.get("value") or "" for row in rows if str(row.get("lang")).lower() == lang.lower()]
    pages: list[str] = []
    read = 0
    while any(texts) and read < chars:
        pages += texts
        read += sum(map(len, texts))
    return pages
