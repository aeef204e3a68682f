"""Whether a fact's number stands beside the name of another fact's property."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.mentions import content_words, stem
from assistant.schema import Fact, Lang, Plan

Span = tuple[int, int]

# Properties by the words that name them: English stems, then Chinese of both scripts.
_FAMILIES: dict[str, tuple[str, str]] = {
    "battery": (
        "battery batteries runtime playback endurance standby",
        "续航 續航 电池 電池 待机 待機 播放 续航时间 可用",
    ),
    "charging": ("charge charges charging recharge recharges recharging charged", "充电 充電 充满 充滿 快充 充好"),
    "mass": ("weight weighs weigh weighing heavy", "重量 净重 淨重 体重 體重 机重 自重 重达 重達 仅重 只重 重约 重約"),
    "payload": ("payload carries carry lifts load", "载重 載重 运力 運力 承重 载荷 載荷 负重"),
    "height": ("height tall stands", "高度 身高 机高 機高 全高 站高"),
    "width": ("width wide", "宽 寬"),
    "thickness": ("thickness thick thin slim", "厚 薄"),
    "depth": ("depth deep", "深度 深达 深達"),
    "price": ("price costs cost priced", "价格 價格 售价 售價 定价 定價 卖价"),
    "noise": (
        "noise quiet loud sound hum hums louder quieter",
        "噪音 噪声 噪聲 音量 运转声 運轉聲 安静 安靜 声音 聲音",
    ),
    "capacity": ("capacity holds hold", "容量 容积 容積 装得下 裝得下 能装 能裝"),
    "consumption": ("consumption consumes", "耗电 耗電 用电 用電 功耗 能耗"),
    "power": ("power wattage", "功率"),
    "speed": ("speed velocity top-speed", "速度 时速 時速 航速"),
    "warranty": ("warranty guarantee", "质保 質保 保修 保固"),
    "delivery": ("delivery delivered delivers ships shipping", "发货 發貨 出货 出貨 送达 送達 配送 到货 到貨"),
    "returns": ("return returns refund returnable", "退货 退貨 退换 退換 鉴赏 鑑賞"),
    "boiling": ("boil boils boiling", "烧开 燒開 煮开 煮開 煮滚 煮滾"),
    "temperature": ("temperature", "温度 溫度 水温 水溫"),
}
_OF_STEM: dict[str, tuple[str, ...]] = {}
for _name, (_latin, _) in _FAMILIES.items():
    for _root in dict.fromkeys(stem(word) for word in _latin.split()):
        _OF_STEM[_root] = (*_OF_STEM.get(_root, ()), _name)
_WORDS_ZH = {name: tuple(chinese.split()) for name, (_, chinese) in _FAMILIES.items()}
_LINK_EN = re.compile(
    r"(?:[ :=]|is|are|of|was|in|for|at about|to|only|just|a|an|the|about|around|roughly|nearly|almost|over|under|up|more|less|than|life|time|level)*"
)
_OCCASION_EN = re.compile(
    r"\b(?:(?:per|each|every|after|between)|(?:on|from|with|after) (?:a|one|each|every))(?: (?:single|full|complete))? $",
    re.IGNORECASE,
)
_FOR_ONE_EN = re.compile(r"(?:hours?|minutes?|min|km|miles?|h) a $", re.IGNORECASE)
_OCCASION_BEFORE_ZH = re.compile("就[得要该該]$|才[要需]要?$")
_OCCASION_ZH = re.compile("[之以]?[后後]|一[次回]|完")
_LINK_ZH = re.compile("[ ：:为為是有约約达達仅僅只最长長高低大多少超过過近不到至]*")
_LINK_AFTER_EN = re.compile(r"(?:[ -]|of|to|for|a|the|on|its|full|fully)*")
_LINK_AFTER_ZH = re.compile("[ 的就可能]*")
_WORD = re.compile(r"[A-Za-z]+")
_HAN = re.compile("[\u4e00-\u9fff]+")
_SHORT_LEAD = 8
_LIMIT = re.compile(
    "(?:可用|可)?(?:至少|最[多高长長大小少低]|[大]?[约約]|不超[过過]|不到|可[达達]|[仅僅]|只要|可以|可用)$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What names one fact: `own` are all families and words of its text, `names` those of its label alone."""

    fact_id: str
    own: frozenset[str]
    names: frozenset[str]
    dimensions: frozenset[str]


@lru_cache(maxsize=1024)
def families_in(text: str, lang: Lang) -> tuple[tuple[str, int, int], ...]:
    """Families of properties that a text names, each with its span."""
    return tuple(_families_in(text, lang))


def _families_in(text: str, lang: Lang) -> Iterator[tuple[str, int, int]]:
    if lang == "en":
        for match in _WORD.finditer(text):
            for name in _OF_STEM.get(stem(match[0]), ()):
                yield name, match.start(), match.end()
        return
    for name, words in _WORDS_ZH.items():
        for word in words:
            at = text.find(word)
            while at >= 0:
                yield name, at, at + len(word)
                at = text.find(word, at + 1)


def labels_of(plan: Plan, lang: Lang) -> tuple[Label, ...]:
    """The labels of a plan's facts, in their order."""
    return tuple(_label(fact, lang) for fact in plan.facts)


def _label(fact: Fact, lang: Lang) -> Label:
    attributes = fact.attribute or " ".join(dict.fromkeys(q.attribute for q in fact.quantities if q.attribute))
    if not attributes and fact.quantities and lang != "en":
        # 扶手可升降8厘米: what leads to the one figure of a short fact is its label.
        lead = _LIMIT.sub("", fact.text[: fact.quantities[0].start - fact.start])
        if len(fact.quantities) == 1 and 1 < len(lead) <= _SHORT_LEAD and _HAN.fullmatch(lead):
            attributes = lead
    names = {f"family:{name}" for name, _, _ in families_in(attributes or fact.text, lang)} | content_words(
        attributes, lang
    )
    own = {f"family:{name}" for name, _, _ in families_in(fact.text, lang)} | content_words(fact.text, lang)
    return Label(fact.id, frozenset(own | names), frozenset(names), frozenset(q.dimension for q in fact.quantities))


def _hits(text: str, clause: Span, labels: Sequence[Label], lang: Lang) -> Iterator[tuple[str, int, int]]:
    start, end = clause
    piece = text[start:end]
    for name, low, high in families_in(piece, lang):
        yield f"family:{name}", start + low, start + high
    wanted = {word for label in labels for word in label.names if not word.startswith("family:")}
    if lang == "en":
        for match in _WORD.finditer(piece):
            if stem(match[0]) in wanted:
                yield stem(match[0]), start + match.start(), start + match.end()
        return
    for at in range(len(piece) - 1):
        if piece[at : at + 2] in wanted:
            yield piece[at : at + 2], start + at, start + at + 2


# "A top that stands anywhere from 62 to 127 cm" is said of what follows.
_LEADS_ON = re.compile(r" (?:anywhere |somewhere )?(?:from|between) ", re.IGNORECASE)


# "A 20-litre bag" is said of the bag, whatever is told of it next.
_ATTRIBUTE = re.compile(r"[0-9][0-9.,]*-[a-z]+", re.IGNORECASE)


def other_label(
    text: str, clause: Span, number: Span, numbers: Sequence[Span], fact_id: str, labels: Sequence[Label], lang: Lang,
    free: Sequence[Span] = (),
) -> str | None:  # fmt: skip
    """The word of another fact's label that belongs to this number in its clause, if no word of its own fact's does.

    A label belongs to the number that stands nearest to it. One of another dimension ("quiet at 5 g") is only taken
    for this number's where it leads straight to it ("height: 5 g"). Words inside `free` stretches label nothing.
    """
    mine = next((label for label in labels if label.fact_id == fact_id), None)
    if mine is None or not mine.names or (lang == "en" and _ATTRIBUTE.fullmatch(text, *number)):
        return None
    others = {
        word: label.dimensions
        for label in labels
        if label.fact_id != fact_id
        for word in label.names
        if word not in mine.own
    }
    hits = [
        (word, low, high)
        for word, low, high in _hits(text, clause, labels, lang)
        if not any(start <= low and high <= end for start, end in free) and not _says_when(text, low, high)
    ]
    # A clause that opens with a label goes on so: 续航8小时充电15分钟.
    forward = lang != "en" and any(high <= min(start for start, _ in numbers) for _, _, high in hits)
    wrong: str | None = None
    for word, low, high in hits:
        if number[1] <= low and _LEADS_ON.match(text, high):
            continue
        if not _belongs(low, high, number, numbers, 4 if forward else 0):
            continue
        if word in mine.own:
            return None
        misleads = word in others and (others[word] & mine.dimensions or _leads(text[high : number[0]], lang))
        wrong = wrong or (text[low:high] if misleads else None)
    return wrong


def leading_label(text: str, clause: Span, number: Span, labels: Sequence[Label], lang: Lang) -> str | None:
    """The word of a fact's label that leads straight to a number or follows it at once; None for none."""
    for _, low, high in _hits(text, clause, labels, lang):
        if high <= number[0] and _leads(text[high : number[0]], lang):
            return text[low:high]
        if number[1] <= low and (_LINK_AFTER_EN if lang == "en" else _LINK_AFTER_ZH).fullmatch(text[number[1] : low]):
            return text[low:high]
    return None


def _belongs(low: int, high: int, number: Span, numbers: Sequence[Span], backward: int) -> bool:
    def gap(span: Span) -> int:
        return span[0] - high if span[0] >= high else low - span[1] + backward

    mine = gap(number)
    return all(mine < gap(span) for span in numbers if span != number)


def _says_when(text: str, low: int, high: int) -> bool:
    """Whether a word names an occasion, not a property: per charge, on a single charge, 充满后."""
    before = text[max(0, low - 24) : low]
    if _FOR_ONE_EN.search(before) or _OCCASION_BEFORE_ZH.search(before):
        return True
    return bool(_OCCASION_EN.search(before) or _OCCASION_ZH.match(text[high : high + 3]))


def _leads(between: str, lang: Lang) -> bool:
    """Whether nothing but links and hedges stands between a label and the number after it."""
    return len(between) <= 40 and bool((_LINK_EN if lang == "en" else _LINK_ZH).fullmatch(between))
