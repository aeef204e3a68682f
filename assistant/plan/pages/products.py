"""Pages that list several products: one fact for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from assistant.plan.pages import describing_chinese, describing_english
from assistant.plan.pages.wording import word_line
from assistant.schema import Lang, Market
from assistant.schema.brief import BRIEF_FACTS

_NOTICE: dict[Lang, str] = {
    "en": "The page lists {count} products; each is one fact.",
    "zh-Hans": "页面上有{count}件商品，每件各列为一条资料。",
    "zh-Hant": "頁面上有{count}件商品，每件各列為一項資料。",
}
_PRICE_LINE = re.compile(
    r"^(?:(?:[\u4e00-\u9fff]{0,3}[价價]|[Pp]rice)\s?[:：]?\s?)?(?:[¥￥$€£]|NT\$|HK\$|RMB)?\s?\d[\d,.]*\s?(?:元|円|USD|EUR)?(?:起)?$"
)
_ENTRY = re.compile(r"^(?:[-*•]|\d{1,2}[.)])?[ ]*((?:[A-Z\d][\w&'’.]*[ ]){1,6}[A-Z\d][\w&'’.]*)[ ]+[-–—:]\s+\S.{60,}")
_ZH_ENTRY = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.、])\s*([^\s：:，。]{3,20})\s*[：:—–-]\s*\S.{30,}")
# As much of a line as shows that it is about a product of its own.
_ENTRY_CHARS = 400
_NAME_CHARS = 60
_ENTRY_LINES = 4
# What is told of one product among several.
_TOLD: dict[Lang, int] = {"en": 400, "zh-Hans": 160, "zh-Hant": 160}
_STROKES = re.compile(
    r"\s*[|｜]\s*|\s+[/／]\s*|\s*[/／]\s+|(?<=[\u4e00-\u9fff])[/／](?=[\u4e00-\u9fffA-Z0-9])(?![秒分时時天日年月次小])"
)
_ZH_MARKS = re.compile(r"[，；;。！!]|,(?!\d{3})")
_OPENING = re.compile(r"^(?:The|This|These|It|They|Its|With|And|But|Then|There)\b")
_FEATURE = 24
# What would part a fact in two.
_STOPS = re.compile(r"[。！!；;？?]+\s*")
_SENTENCES = re.compile(r"(?<=[a-z\d)][.!?])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Listed:
    """The products of a page in its order, each as one fact; `name` is what their names share, "" for nothing."""

    facts: tuple[str, ...]
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    lines: tuple[str, ...]
    price: str = ""


def product_facts(
    text: str, lang: Lang, title: str = "", market: Market | None = None, names: Sequence[str] = ()
) -> Listed | None:
    r"""The products that a page lists; None for a page about one product, or one that says nothing of its products.

    >>> page = "极光路由器 R3\n四核处理器 / 6根高性能天线\n299元\n极光音箱 S1\n蓝牙5.0 / 30W大功率\n199元"
    >>> listed = product_facts(page, "zh-Hans")
    >>> listed.facts
    ('极光路由器 R3：四核处理器、6根天线，299元', '极光音箱 S1：蓝牙5.0、30W功率，199元')
    >>> listed.name
    '极光'
    """
    entries = _entries([line.strip() for line in text.splitlines()], title)
    if len(entries) < 2:
        return None
    known = (*names, *(entry.name for entry in entries))
    facts = [_fact(entry, lang, market, known) for entry in entries]
    told = tuple(dict.fromkeys(fact for fact in facts if fact))[:BRIEF_FACTS]
    return Listed(told, _shared([entry.name for entry in entries], lang), len(entries)) if told else None


def notice(listed: Listed, lang: Lang) -> str:
    """What a reader of the brief is told of a page that lists several products."""
    return _NOTICE[lang].format(count=listed.count)


def _entries(lines: list[str], title: str) -> list[_Entry]:
    named = [name.strip() for name in re.split(r"\s/\s", title) if name.strip()]
    starts = [number for number, line in enumerate(lines) if line in named] if len(named) > 1 else []
    priced = _priced(lines)
    starts = priced if len(priced) > len(starts) else starts
    if len(starts) >= 2:
        return [_block(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return _told_in_lines(lines)


def _block(lines: list[str]) -> _Entry:
    name, *rest = [line for line in lines if line]
    prices = [line for line in rest if _PRICE_LINE.match(line)]
    return _Entry(name, tuple(line for line in rest if line not in prices), prices[0] if prices else "")


def _told_in_lines(lines: list[str]) -> list[_Entry]:
    """Products that are told of in a line each, "- Name - what it is …", where most of the page is such lines."""
    filled = [line for line in lines if line]
    matches = [_ENTRY.match(line[:_ENTRY_CHARS]) or _ZH_ENTRY.match(line[:_ENTRY_CHARS]) for line in filled]
    if sum(match is not None for match in matches) < max(2, len(filled) * 0.6):
        return []
    entries: list[_Entry] = []
    for line, match in zip(filled, matches, strict=True):
        if match:
            entries.append(_Entry(match[1].strip(), (line[match.end(1) :].lstrip(" -–—:："),)))
        elif entries:
            entries[-1] = _Entry(entries[-1].name, (*entries[-1].lines, line))
    return entries


def _priced(lines: list[str]) -> list[int]:
    """Where entries begin that each end in a line with a price and nothing else."""
    filled = [number for number, line in enumerate(lines) if line]
    starts: list[int] = []
    entry: list[int] = []
    for number in filled:
        if not _PRICE_LINE.match(lines[number]):
            entry.append(number)
            continue
        if not entry or len(entry) > _ENTRY_LINES or len(lines[entry[0]]) > _NAME_CHARS:
            return []
        starts.append(entry[0])
        entry = []
    return starts if len(starts) > 1 else []


def _fact(entry: _Entry, lang: Lang, market: Market | None, names: Sequence[str]) -> str:
    """A product as one fact: its name, what it is and has, its price."""
    comma, colon, pause = (", ", ": ", ", ") if lang == "en" else ("，", "：", "、")
    found: list[str] = []
    for line in entry.lines:
        features = _features(line, lang)
        if len(features) > 1:
            told = [_feature(feature, lang, market, names) for feature in features]
            found.append(pause.join(dict.fromkeys(one for one in told if one)))
        else:
            found.append(_described(line, lang, market, names))
    told_of = ""
    for one in (_STOPS.sub(comma, part).strip(" ,，、") for part in found):
        if one and len(told_of) + len(one) <= _TOLD[lang]:
            told_of += f"{comma if told_of else ''}{one}"
    name = re.sub(r"\s+", " ", re.sub(r"[；;。！!]", " ", entry.name)).strip(" .")
    text = f"{name}{colon}{told_of}" if told_of else (name if entry.price else "")
    return word_line(f"{text}{comma}{entry.price}" if entry.price and text else text, "", lang, market)


def _features(line: str, lang: Lang) -> list[str]:
    """The features that a line lists; the line itself where it is a sentence."""
    parts = [part for part in _STROKES.split(line) if part.strip()]
    if lang == "en":
        return parts if len(parts) > 1 else [line]
    parts = [part.strip() for stroke in parts for part in _ZH_MARKS.split(stroke) if part.strip()]
    return parts if max(map(len, parts), default=0) <= _FEATURE else [line]


def _feature(said: str, lang: Lang, market: Market | None, names: Sequence[str]) -> str:
    if lang == "en":
        return describing_english.describe_value(said, lang, market, tuple(names))
    return describing_chinese.describe_item(said, lang, market, names)


def _described(line: str, lang: Lang, market: Market | None, names: Sequence[str]) -> str:
    """A line of prose about one product among several."""
    if lang != "en":
        return "，".join(describing_chinese.describe_all(line, lang, market, names))
    sentences = (describing_english.describe(one, lang, market, tuple(names)) for one in _SENTENCES.split(line))
    first, *others = [one.rstrip(". ") for one in sentences if one] or [""]
    return ", ".join([first, *(_OPENING.sub(lambda word: word[0].lower(), one) for one in others)])


def _shared(names: Sequence[str], lang: Lang) -> str:
    """What all names begin with, by words or by characters; "" where they share nothing that is a name."""
    parts = [name.split() if lang == "en" else list(name) for name in names]
    same = takewhile(lambda column: len(set(column)) == 1, zip(*parts, strict=False))
    common = (" " if lang == "en" else "").join(column[0] for column in same)
    if lang == "en":
        return common
    if re.search(r"[A-Za-z\d]$", common):
        common = re.sub(r"[A-Za-z\d.]+$", "", common)
    return common.strip(" -") if len(common.strip(" -")) > 1 else ""
