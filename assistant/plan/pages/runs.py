"""Lines that ran together, apart again: glued sentences, lists behind commas, labels behind values."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from assistant.plan.pages.tables import known_tail
from assistant.schema import Lang

# "per roll.COLOR: ClearUPC": sentences whose line ends were lost.
_JOIN = re.compile(
    r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})|(?<=[a-z)\d][.!?])(?=[A-Z])|(?<=[a-z]{3})(?=[A-Z]{3,}[\s:])|(?<=[)”\"])(?=[A-Z][a-z]{2})"
    r"|(?<=[A-Z0-9]{3})(?=[A-Z][a-z]{3})|(?<=[a-z]\.)(?=\d)|(?<=\d)(?=[A-Z][a-z]{4}|[A-Z]{3,}[\s:])|(?<=\))(?=\d)|(?<=\d\s[a-z]{2})(?=[A-Z][a-z]{3})|(?<=\d[a-z]{2})(?=[A-Z][a-z]{3})"
    r"|(?<=[a-z]{4})(?=(?:In|On|At|By|To|It|Is|No|A)\s)|(?<=[a-z]{4})(?=\d[\d.]*[- ](?:inch|mm|cm)\b)|(?<=[a-z]\))(?=[A-Z]{3,}\s)"
)
_LONG_LINE = 150
_WORD = re.compile(r"[\w&'-]+")
# A label in the midst of a line: behind a comma, else words of which the first is a capital.
_INLINE_LABEL = re.compile(
    r"(?:^|(?<=[,;])|(?<=[ ,;]))\s?(?P<label>[A-Z][\w/&()#.-]*(?: [a-z]{1,12}){0,2}(?: [A-Z][\w/&()#.-]*){0,4})\s?[:：](?!//)(?=\s?\S)"
)
_SPLIT_PRICE = re.compile(
    r"(\b(?:Price|MRP|RRP)\s?:\s?\D{0,5}\d[\d,]*(?:\.\d+)?)[\s\"“]+(?=[A-Z\"“])(?!(?:USD|EUR|GBP|CNY|TWD|HKD)\b)"
)
_ZH_LABEL = re.compile(
    r"(?:^|(?<=[；;，,。])|(?<=[^/：:\s][ \u3000]))[ \u3000]*(?:【[^】]{1,10}】|[\u4e00-\u9fff]{2,6}[：:])(?=\s?\S)"
)


def split_runs(line: str, lang: Lang) -> list[str]:
    """A line's rows, items and sentences as far as commas, labels and prices part them; the line where nothing does."""
    if lang != "en":
        return _zh_labels_apart(line)
    priced = _SPLIT_PRICE.sub(r"\1\n", line).split("\n")
    return [part for chunk in priced for item in _comma_list(chunk) for part in _labels_apart(item)]


def split_glued(line: str) -> list[str]:
    """The line cut where sentences were glued; words that stand glued twice (EqualLogic) are names."""
    if (
        len(line) < _LONG_LINE
        and len(_JOIN.findall(line)) < 3
        and not re.search(r"[a-z]\.[A-Z]{3}|[a-z][A-Z]{3,}:", line)
    ):
        return [line]
    words = list(_WORD.finditer(line))
    known = Counter(word[0] for word in words)
    names = [(word.start(), word.end()) for word in words if known[word[0]] > 1]
    cuts = [match.start() for match in _JOIN.finditer(line)]
    at = 0
    kept = []
    for cut in cuts:
        while at < len(names) and names[at][1] <= cut:
            at += 1
        if not (at < len(names) and names[at][0] < cut):
            kept.append(cut)
    cuts = kept
    if len(cuts) < 2:
        return [line]
    ends = [0, *cuts, len(line)]
    return [line[a:b].strip() for a, b in pairwise(ends) if line[a:b].strip()]


def _comma_list(line: str) -> list[str]:
    """The items of "Digital display,Automatic movement,…": commas that no space follows part a list."""
    tight = re.findall(r"(?<=[\w ]),(?=[A-Za-z0-9])(?<!\d,)", line)
    loose = line.count(", ")
    if line.count(":") == 1 and re.match(r"[A-Z][\w ()/-]{1,30}:", line):
        return [line]
    parts = re.findall(r"(?:^|,)\s?([A-Z0-9]?)", line)
    if 2 * sum(map(bool, parts)) < len(parts):
        return [line]
    if len(tight) < 4 or len(tight) < loose or len(line.split()) > 7 * len(tight):
        return [line]
    return [part.strip() for part in re.split(r"(?<=[\w )]),\s?(?=[A-Za-z]|\d+\s?[A-Za-z])", line) if part.strip()]


def _labels_apart(line: str) -> list[str]:
    """Each label of "Size: small Height: 9 inch GSM: 360" with its own value."""
    cuts: list[int] = []
    labels = list(_INLINE_LABEL.finditer(line))
    if len(labels) < 2:
        return [line]
    for match in labels:
        start = match.start("label")
        known = known_tail(match["label"])
        before = line[:start].rstrip()
        if known and known != match["label"] and (cuts or not before.endswith((",", "."))) and match.start("label") > 0:
            start = match.end("label") - len(known)
            owner = re.search(r"\b(?:Product|Item|Package) $", line[match.start("label") : start])
            start -= len(owner[0]) if owner else 0
        if start:
            cuts.append(start)
    ends = [0, *cuts, len(line)]
    return [line[a:b].strip(" ,") for a, b in pairwise(ends) if line[a:b].strip(" ,")]


def _zh_labels_apart(line: str) -> list[str]:
    cuts = [match.start() for match in _ZH_LABEL.finditer(line)]
    first = [cut for cut in cuts if cut]
    # A label right after a label's colon is its value: 材质：面料：100%棉  填充物：65%棉.
    if not first or re.match(r"[^：:]{1,6}[：:]\s?[\u4e00-\u9fff]{1,4}[：:]", line):
        return [line]
    ends = [0, *first, len(line)]
    return [line[a:b].strip(" \u3000，,；;") for a, b in pairwise(ends)]
