"""Pieces to facts in the page's order; short items under a heading such as "Applications" as one fact."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.plan.pages import describing_chinese
from assistant.plan.pages.judging import Judge
from assistant.plan.pages.lines import Piece
from assistant.plan.pages.wording import Line
from assistant.plan.pages.words import INGREDIENTS, JOINED_SECTIONS
from assistant.schema.brief import FACT_CHARS

# Items longer than these stand alone, and so do items that together are longer than a sentence.
_ITEM = {"en": 70, "zh-Hans": 28, "zh-Hant": 28}
_TOGETHER = {"en": 330, "zh-Hans": 110, "zh-Hant": 110}
# A list that breaks off, from its last comma.
_CUT_OFF = re.compile(r",[^,]{0,60}(?:…|\.\.\.|\[…?\s*\w{0,8}\])\s*$")
# What is measured is told by itself.
_MEASURED = frozenset(("mass", "volume", "power", "voltage", "charge", "temperature", "time"))


def gather(pieces: Iterable[Piece], judge: Judge) -> list[Line]:
    """The facts of a page's pieces; empty for a page that states none."""
    found: list[Line] = []
    heading = ""
    items: list[Piece] = []
    for piece in pieces:
        if piece.kind == "heading":
            found += _together(heading, items, judge)
            heading, items = (piece.text if JOINED_SECTIONS.fullmatch(piece.text.strip()) else ""), []
        elif heading and (_joins(piece, judge) or INGREDIENTS.fullmatch(heading)):
            items.append(piece)
        else:
            found += _together(heading, items, judge)
            items = []
            found = _with_next(found, piece, judge) or found + judge.lines(piece)
    return found + _together(heading, items, judge)


def _with_next(found: list[Line], piece: Piece, judge: Judge) -> list[Line]:
    """The facts with an item that goes on with the list in the row before it; empty where it does not."""
    if not found or piece.label or not JOINED_SECTIONS.match(found[-1].label or "-"):
        return []
    value = found[-1].text.split(": ", 1)[-1]
    if judge.lang != "en" or len(piece.text) > _ITEM[judge.lang] or piece.text.split()[0] != value.split()[0]:
        return []
    label = found[-1].label
    return [*found[:-1], judge.line(f"{label}: {value}, {piece.text.strip(' .')}", label)]


def _joins(piece: Piece, judge: Judge) -> bool:
    return not piece.label and len(piece.text) <= _ITEM[judge.lang]


def _together(heading: str, items: list[Piece], judge: Judge) -> list[Line]:
    """The items under a heading as one fact where they are short, else each by itself."""
    if not items:
        return []
    if INGREDIENTS.fullmatch(heading):
        return _ingredients(heading, items, judge)
    lines = [line for item in items for line in _item(item, judge)]
    told = list(dict.fromkeys(line.text for line in lines))
    joint = ", " if judge.lang == "en" else "、"
    text = joint.join(one if number == 0 else _in_row(one) for number, one in enumerate(told))
    measured = any(quantity.dimension in _MEASURED for line in lines for quantity in line.quantities)
    priced = any(line.price for line in lines)
    if not told or priced or len(text) > _TOGETHER[judge.lang] or (measured and len(told) > 1):
        return lines
    label = re.sub(r"^(?:this|the|each|your)\s+", "", heading.strip(" :："), flags=re.IGNORECASE)
    label = label[:1].upper() + (label[1:].lower() if label.isupper() or label.istitle() else label[1:])
    return [judge.line(f"{label}{': ' if judge.lang == 'en' else '：'}{text}", label)]


def _item(item: Piece, judge: Judge) -> list[Line]:
    """An item of a list; in Chinese a word says enough there: 登山."""
    if judge.lang == "en":
        return judge.lines(item)
    told = describing_chinese.describe_value(item.text, judge.lang, judge.market, judge.names)
    return [judge.line(told, "")] if told else []


def _in_row(item: str) -> str:
    """An item as it stands behind a comma: its first word small where it is a plain word."""
    return item[0].lower() + item[1:] if re.match(r"(?:[A-Z][a-z]+(?:-[a-z]+)*)(?:\s[a-z]|$)", item) else item


def _ingredients(heading: str, items: list[Piece], judge: Judge) -> list[Line]:
    """Lists of what something is made of, as they stand: a code in them is no figure."""
    label = heading.strip(" :：").capitalize()
    colon = ": " if judge.lang == "en" else "："
    found: list[Line] = []
    for item in items:
        of_part = f"{label} ({item.label.strip()})" if item.label and judge.lang == "en" else label
        of_part = item.label.strip() if INGREDIENTS.match(item.label) else of_part
        value = item.value if item.label and judge.lang == "en" else item.text
        value = judge.value(value)
        if not value:
            continue
        text = f"{of_part}{colon}{value.strip(' .。')}"[:FACT_CHARS]
        text = _CUT_OFF.sub("", judge.line(text, of_part).text)
        if found and not item.label:
            text = f"{found.pop().text}, {value.strip(' .。')}"[:FACT_CHARS]
        found.append(Line(text, of_part, ()))
    return found
