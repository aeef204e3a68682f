"""The lines of a page that tell of the product: nothing of the shop; no bullets and numbers before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.plan.pages.unrolling import unrolled
from assistant.plan.pages.words import JOINED_SECTIONS, SKIPPED_SECTIONS, UNLABELLED

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
# "Pond light-- for home pools": a headline and its sentence.
_HEADLINED = re.compile(r"^([^:]{3,40}?)\s?--+\s?-?\s*(?=\w)")
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
    skipping = False
    number = 0
    for line in (part for whole in lines for part in unrolled(whole).split("\n")):
        line = _HEADLINED.sub(r"\1: ", line)
        line, number = _without_number(_BULLET.sub("", line), number)
        if not line:
            continue
        heading = _heading(line)
        if heading is not None:
            skipping = bool(SKIPPED_SECTIONS.match(heading))
            if not skipping:
                yield heading, True
            continue
        inline = LABELLED.match(line)
        if skipping or (inline and SKIPPED_SECTIONS.match(inline["label"].strip(" *【】[]"))):
            continue
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
    if plain and any(names.fullmatch(bare) for names in (SKIPPED_SECTIONS, UNLABELLED)):
        return bare
    if plain and JOINED_SECTIONS.fullmatch(bare) and (len(words) <= _BARE_WORDS or _IN_BOX.match(bare)):
        return bare
    if bare.lower() in _HEADINGS:
        return bare
    if re.fullmatch(r"【[^】]{1,12}】", line.strip()):
        return bare
    return None


# "Suitable for all skin types" without a colon is an item.
_BARE_WORDS = 2
_IN_BOX = re.compile(r"(?:pack|product|what|box|in the)", re.IGNORECASE)
_HEADINGS = frozenset(
    (
        "application",
        "usage",
        "function",
        "functions",
        "package list",
        "dimensions",
        "materials",
        "care",
        "规格",
        "規格",
        "参数",
        "參數",
        "包装清单",
        "包裝清單",
    )
)
