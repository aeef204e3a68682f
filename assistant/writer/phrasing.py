"""What a Chinese sentence does with a labelled value: 噪音：38分贝 is 开起来38分贝, and 材质：纯棉 is 用的是纯棉."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.plan.forms import is_entry
from assistant.schema import Fact, Lang, Quantity
from assistant.schema.data import load_yaml
from assistant.units import DimensionMismatch, UnknownUnit, convert
from assistant.writer.lexicon import pick
from assistant.writer.telling import label_and_value

_DATA = Path(__file__).parent / "data"
_TAIL = " 。；，;,."
# Hedges that say how far something goes: they stand before the verb.
_FURTHEST = ("最长", "最長", "最高", "最多", "最大", "长达", "長達", "高达", "高達", "可达", "可達")
_HEDGES = (
    *_FURTHEST,
    "约",
    "約",
    "大约",
    "大約",
    "至少",
    "不到",
    "超过",
    "超過",
    "近",
    "小于",
    "小於",
    "低于",
    "低於",
    "≤",
    "",
)
_CHINESE = "\u4e00-\u9fff"
_COMMA = re.compile(rf"(?<=[{_CHINESE}])\s*,\s*(?=[{_CHINESE}])")
_SLASHED = re.compile(rf"(?<=[{_CHINESE}])\s*/\s+(?=[{_CHINESE}\d])|(?<=[{_CHINESE}])\s+/\s*(?=[{_CHINESE}\d])")
_AFTER_COLON = re.compile(r"([：，；])\s+")
_SEVERAL = re.compile("[、/／,，]")
# What a figure before it may be of: a few characters, none of them a verb's.
_NAME = re.compile(rf"(?![内內以之后後可能就即])[{_CHINESE}]{{2,6}}(?<![用听聽看换換到装裝])")
_UNNAMED = frozenset({"count", "percentage", "dimensionless", "ratio", "currency"})
_MADE_OF = re.compile(
    rf"[{_CHINESE}A-Za-z0-9%]{{0,8}}(?:[棉麻丝絲毛]|羽绒|羽絨|不锈钢|不鏽鋼|不銹鋼|铝合金|鋁合金|钛|鈦|尼龙|尼龍|硅胶|矽膠|陶瓷|玻璃|实木|實木|橡木|真皮|乳胶|乳膠|记忆棉|記憶棉)"
)
_SENTENCE = re.compile("[用由是有含采採包覆可为為製制]")
# Beyond these a fact is a row of a table: sentences leave it there.
_LONGEST, _MOST_FIGURES = 44, 5


class Label(BaseModel):
    """What stands for the labels of one kind.

    `says` follow the product's name; {value} is the value as given, {hedge} and {figure} its parts, {label} the label.
    `short` stands in a marketplace's title ("" leaves the fact out). `dimensions` are those of the figures meant; with
    `unit`, figures from `over` up to below `under` of it. `several` asks for a value that lists things, or for one
    that does not. `asks` replaces the topic's question.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    labels: tuple[str, ...]
    dimensions: tuple[str, ...] = ()
    unit: str = ""
    over: Decimal | None = None
    under: Decimal | None = None
    several: bool | None = None
    says: tuple[str, ...] = ()
    short: str | None = None
    asks: str = ""


@cache
def load_phrasings(lang: Lang) -> Mapping[str, tuple[Label, ...]]:
    """The entries by label, each label's in the order of the file, from the product's own data."""
    found: dict[str, list[Label]] = {}
    for entry in load_yaml((_DATA / f"labels.{lang}.yaml").read_text(encoding="utf-8")):
        label = Label.model_validate(entry)
        for name in label.labels:
            found.setdefault(name, []).append(label)
    return {name: tuple(entries) for name, entries in found.items()}


# Every sentence about a fact asks for it again.
@lru_cache(maxsize=512)
def tidy(text: str) -> str:
    """A fact's text in the marks of Chinese print; digits, units and names stay as they are.

    >>> tidy("颜色：烟草绿/ 木兰黄"), tidy("分别是说明书,主机,充电座。")
    ('颜色：烟草绿、木兰黄', '分别是说明书，主机，充电座')
    """
    return _AFTER_COLON.sub(r"\1", _SLASHED.sub("、", _COMMA.sub("，", text.strip().rstrip(_TAIL))))


def parts_of(fact: Fact) -> tuple[str, str] | None:
    """The tidied label and value, 刷新率 and 144Hz of 144Hz刷新率 too; None where the fact is written otherwise."""
    pair = label_and_value(fact)
    if pair is not None:
        return pair[0], tidy(pair[1])
    text = tidy(fact.text)
    if len(fact.quantities) != 1 or fact.quantities[0].dimension in _UNNAMED:
        return None
    figure = tidy(fact.quantities[0].text)
    named = text.removeprefix(figure).strip()
    return (named, figure) if text.startswith(figure) and _NAME.fullmatch(named) else None


def phrasing_of(fact: Fact, lang: Lang) -> Label | None:
    """The entry that a fact's label and value call for; None where there is none."""
    pair = parts_of(fact)
    if pair is None:
        return None
    return next((entry for entry in load_phrasings(lang).get(pair[0], ()) if _meant(entry, fact, pair[1])), None)


def predicate_of(fact: Fact, lang: Lang, seed: int) -> str:
    """What the product does or is, as it follows its name: 开起来38分贝; "" where only label and value can be said."""
    entry, pair = phrasing_of(fact, lang), parts_of(fact)
    text = tidy(fact.text)
    if pair is None and _MADE_OF.fullmatch(text) and not _SENTENCE.search(text):
        return f"用的是{text}"
    if entry is None or pair is None or not entry.says:
        return ""
    hedge, figure = _hedged(fact, pair[1])
    ways = entry.says
    if hedge in _FURTHEST:
        ways = tuple(way for way in ways if "{hedge}" in way)
    return pick(ways, entry.labels[0], seed).format(value=pair[1], label=pair[0], hedge=hedge, figure=figure)


def is_row(fact: Fact) -> bool:
    """Whether a fact is a row of a table, which no sentence can carry."""
    text = fact.text
    return (
        is_entry(fact)
        or len(text) > _LONGEST
        or len(fact.quantities) > _MOST_FIGURES
        or text.count("：") + text.count(":") > 1
    )


def _hedged(fact: Fact, value: str) -> tuple[str, str]:
    """The hedge before a value's one figure, and the figure; ("", value) where the value is not just that."""
    if len(fact.quantities) != 1:
        return "", value
    figure = tidy(fact.quantities[0].text)
    hedge = value.removesuffix(figure).strip()
    return (hedge, figure) if value.endswith(figure) and hedge in _HEDGES else ("", value)


def _meant(entry: Label, fact: Fact, value: str) -> bool:
    if entry.several is not None and bool(_SEVERAL.search(value)) != entry.several:
        return False
    if not entry.dimensions:
        return True
    if any(quantity.dimension not in entry.dimensions for quantity in fact.quantities) or not fact.quantities:
        return False
    # A figure with more than a hedge before it, or with a unit that only the label has, is left as it stands.
    alone = (
        len(fact.quantities) > 1
        or (value.endswith(tidy(fact.quantities[0].text)) and _hedged(fact, value)[1] != value)
        or value == tidy(fact.quantities[0].text)
    )
    return (
        alone
        and any(not char.isdigit() and char not in ".,×xX*~–-" for char in value)
        and _within(entry, fact.quantities[0])
    )


def _within(entry: Label, quantity: Quantity) -> bool:
    if not entry.unit:
        return True
    try:
        size = convert(quantity.low, quantity.unit, entry.unit)
    except (DimensionMismatch, UnknownUnit):
        return False
    return (entry.over is None or size >= entry.over) and (entry.under is None or size < entry.under)
