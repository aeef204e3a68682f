"""The lines of a page that tell of the product: no notes, instructions, ingredients; no bullets and numbers before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant.plan.pages.words import SKIPPED_SECTIONS

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\ufffc\ufffd]|<UNK>")
# Sellers' plurals of symbols.
_UNITS = {
    "cms": "cm",
    "mms": "mm",
    "kgs": "kg",
    "gms": "g",
    "gm": "g",
    "mtrs": "m",
    "mtr": "m",
    "ltrs": "L",
    "ltr": "L",
}
_PLURALS = re.compile(rf"(\d\s?)({'|'.join(_UNITS)})\b", re.IGNORECASE)
_BULLET = re.compile(r"^[\s*#>•·▪◦●■○‣◆★☆✓✔✅√►▶\-–—]+(?=\S)|^[①-⑳]\s*|^\((?:\d{1,2})\)\s*")
_NUMBERED = re.compile(r"^(\d{1,2})(?:[.)、]|[,，](?=\D))\s*(?=\S)")
# A label, its mark, its value.
LABELLED = re.compile(
    r"^(?P<label>[^:：\t|=。！？!?]{1,48}?)[ ]*(?:[:：](?!//)|\t+|\|)[ \u3000]*(?P<value>\S.*)$", re.DOTALL
)


# What is longer is no line of a page.
_LINE_CHARS = 12_000


def told_lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines outside sections that hold no facts, and whether a line is a heading; numbers before items go."""
    text = _PLURALS.sub(lambda match: match[1] + _UNITS[match[2].lower()], text)
    text = _INVISIBLE.sub("", text.replace("\xa0", " ").replace("\u3000", " \u3000"))
    lines = [line.strip()[:_LINE_CHARS] for line in text.splitlines()]
    skipping: Literal["", "section", "numbered"] = ""
    number = 0
    for line in lines:
        line, number = _without_number(_BULLET.sub("", line), number)
        if not line:
            continue
        heading = _heading(line)
        if heading is not None:
            skipping = "section" if SKIPPED_SECTIONS.match(heading) else ""
            if not skipping:
                yield heading, True
            continue
        inline = LABELLED.match(line)
        if inline and SKIPPED_SECTIONS.match(inline["label"].strip(" *【】[]")):
            skipping = "numbered" if re.match(r"1[.、),，]", inline["value"]) else skipping
            number = 1 if skipping == "numbered" else number
            continue
        if skipping == "section" or (skipping == "numbered" and number > 1):
            continue
        skipping = ""
        yield line, False


def _without_number(line: str, before: int) -> tuple[str, int]:
    """The line without its number in a list; "2.4 strands" is a figure unless an item 1 stands before it."""
    match = _NUMBERED.match(line)
    if match is None:
        return line, 0
    number = int(match[1])
    digit = match[0].rstrip()[-1] == "." and line[match.end() : match.end() + 1].isdigit()
    if number == before + 1 and (before or not digit):
        return _BULLET.sub("", line[match.end() :]), number
    return line, 0


def _heading(line: str) -> str | None:
    """What a heading says; None for a line that is none."""
    bare = line.strip(" *【】[]#-=_").rstrip(":： ")
    words = bare.split()
    if not bare or len(bare) > 70 or len(words) > 9:
        return None
    if line.rstrip().endswith((":", "：")):
        return bare
    plain = len(words) <= 5 and not re.search(r"[\d:：,.]", bare)
    if (plain and SKIPPED_SECTIONS.match(bare)) or bare.lower() in _HEADINGS:
        return bare
    if re.fullmatch(r"【[^】]{1,12}】", line.strip()):
        return bare
    return None


_HEADINGS = frozenset(
    "description|product description|features|key features|product features|specifications|specification|specs|spec|technical data|"
    "technical specifications|technical features|product details|details|highlights|overview|benefits|package list|"
    "package included|package contents|package includes|what's in the box|in the box|general|dimensions|materials|care|"
    "产品描述|產品描述|产品参数|產品參數|商品参数|商品參數|规格参数|規格參數|产品特点|產品特點|產品特色|产品特色|商品详情|商品詳情|商品介紹|商品介绍|包装清单|包裝清單|"
    "規格|规格|参数|參數|特色|特点|特點".split("|")
)
