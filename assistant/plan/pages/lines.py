"""A page in pieces: lines, bullets, table rows that ran together, sentences; without sections about the shop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.plan.pages.gaps_chinese import gap_ends
from assistant.plan.pages.runs import split_glued, split_runs
from assistant.plan.pages.sections import LABELLED, told_lines
from assistant.plan.pages.tables import Row, split_table
from assistant.plan.pages.words import UNLABELLED
from assistant.schema import Lang

Kind = Literal["row", "item", "sentence", "heading"]

_ATTRIBUTES = re.compile(r"([\w\u4e00-\u9fff]{1,12})#([^#*]{1,40})(?=\*|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:approx|max|min|incl|no|vs|e\.g|i\.e|fl|sq|cu|lbs?|oz|in|ft|dia|diam|typ|avg|est|ca|rs|mr|mrs|ms|dr|st|wt|qty|temp|"
    r"ltd|inc|co|corp|u\.s|n\.v|b\.v|[a-z])|\b[A-Z](?:\.[A-Z])+)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]+\s)|[.!?]+[\"”')]*(?=\s+[\"“(]?[A-Z0-9])|[。！？!?；;]+[”」』]*|;(?=\s)"
)
# "Number of Folds 2": a row that has lost its rule.
_BARE_ROW = re.compile(
    r"^(?P<label>(?:[A-Z][A-Za-z/-]*|\([^()]{1,30}\))(?:\s(?:of|per|in|[A-Z][A-Za-z/.-]*|\([^()]{1,30}\))){0,5})\s(?P<value>\d[\d\s.,/x×-]*(?:\s?[a-zA-Z\"”%°]{1,4})?)$"
)
_ROW_CHARS = 110
_TRUNCATED = re.compile(r"(?:…|\.\.\.|\[…?\s*\w{0,8}\])\s*$")
# Rows that go on in the next lines, each beginning with a figure or a size.
_STARTS_LABEL = re.compile(
    r"(?:尺寸|规格|規格|尺码|尺碼|重量|承重\w{0,2}|^sizes?|^dimensions?|^available sizes?)$", re.IGNORECASE
)
_GOES_ON = re.compile(r"\d(?!\d?\s?[.、)]\s?[\u4e00-\u9fff])|X{0,3}[SML]\s|[方圆圓長长]形")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page that says one thing; `label` is what stands before its colon, or its place in a table."""

    text: str
    kind: Kind
    label: str = ""
    value: str = ""


def find_pieces(text: str, lang: Lang, title: str = "") -> tuple[Piece, ...]:
    r"""The pieces of a page in its order, lines that stand twice once; headings are kept as such.

    >>> [piece.text for piece in find_pieces("Features:\n- Steel blade\nShipping:\n- Ten days", "en")]
    ['Features', 'Steel blade']
    """
    pieces: list[Piece] = []
    seen: set[str] = set()
    last = ""
    told = list(told_lines(text))
    for number, (line, closed) in enumerate(told):
        key = re.sub(r"[\W_]+", "", line).lower()
        if key in seen:
            continue
        seen.add(key)
        for piece in _line(line, lang, title, closed, number == len(told) - 1):
            if piece.kind != "heading" and last and _GOES_ON.match(piece.text):
                piece = Piece(f"{last} {piece.text}", "row", f"{last} {piece.label}".strip(), piece.value or piece.text)
            else:
                last = piece.label if piece.kind == "row" and _STARTS_LABEL.match(piece.label) else ""
            pieces.append(piece)
    return tuple(pieces)


def _line(line: str, lang: Lang, title: str, heading: bool, final: bool) -> Iterator[Piece]:
    if heading:
        yield Piece(line, "heading")
        return
    attributes = _ATTRIBUTES.findall(line)
    if len(attributes) > 1:
        values: dict[str, list[str]] = {}
        for label, value in attributes:
            values.setdefault(label, []).append(value)
        for label, several in values.items():
            value = "、".join(dict.fromkeys(several))
            yield Piece(f"{label}：{value}", "row", label, value)
        return
    if lang == "en":
        for chunk in split_glued(line):
            for part in split_table(chunk, title):
                if isinstance(part, Row):
                    yield Piece(part.text, "row", part.label, part.value)
                else:
                    yield from _prose(part, lang, final, listed=chunk != line)
        return
    yield from _prose(line, lang, final)


def _prose(line: str, lang: Lang, final: bool, listed: bool = False) -> Iterator[Piece]:
    chunks = split_runs(line, lang)
    single = len(chunks) == 1 and not listed
    for number, chunk in enumerate(chunks):
        yield from _sentences(chunk, lang, last=final and number == len(chunks) - 1, listed=not single)


def _sentences(chunk: str, lang: Lang, last: bool, listed: bool) -> Iterator[Piece]:
    bracket = re.match(r"【([^】]{1,10})】\s*(\S.*)$", chunk)
    if bracket:
        chunk = f"{bracket[1]}：{bracket[2]}"
    row = LABELLED.match(chunk)
    if row and not re.search(r"[^\W\d]", row["label"]):
        row = None
    if row and UNLABELLED.fullmatch(row["label"].strip(" *【】[]")):
        chunk, row = row["value"], None
    spans = _cuts(chunk, lang, whole=row is not None and len(chunk) <= _ROW_CHARS)
    if row and (len(spans) == 1 or spans[0][1] > row.start("value")) and _is_label(row["label"], lang):
        first = chunk[: spans[0][1]]
        value = LABELLED.match(first)
        if value:
            yield Piece(first.strip(), "row", value["label"].strip(" *-•"), value["value"].strip())
            spans = spans[1:]
    for number, (start, end) in enumerate(spans):
        said = chunk[start:end].strip(" ,/、")
        if not said:
            continue
        if last and number == len(spans) - 1 and _is_cut(chunk, said, len(spans), lang):
            said = _whole_part(said)
            if not said:
                continue
        ended = said[-1] in ".。!！?？"
        bare = _BARE_ROW.match(said) if lang == "en" and listed else None
        if bare:
            label = bare["label"].strip()
            yield Piece(f"{label}: {bare['value']}", "row", label, bare["value"])
            continue
        yield Piece(said, "item" if (listed or len(spans) == 1) and not ended else "sentence")


def _cuts(chunk: str, lang: Lang, whole: bool) -> list[tuple[int, int]]:
    spans, start = [], 0
    ends = [match.end() for match in _SENTENCE_END.finditer(chunk) if not _abbreviated(chunk, match)]
    if lang != "en" and not whole:
        ends += gap_ends(chunk)
    for end in sorted({*ends, len(chunk)}):
        if chunk[start:end].strip():
            spans.append((start, end))
        start = end
    return spans


def _abbreviated(chunk: str, match: re.Match[str]) -> bool:
    if re.search(
        r"\b(?:vitamins?|type|class|grade|size|and|or) [A-Z]$", chunk[max(0, match.start() - 12) : match.start()]
    ):
        return False
    return match[0] == "." and bool(_ABBREVIATION.search(chunk[max(0, match.start() - 8) : match.start()]))


def _is_label(label: str, lang: Lang) -> bool:
    return len(label.split()) <= 6 if lang == "en" else len(label) <= 16


def _is_cut(chunk: str, said: str, sentences: int, lang: Lang) -> bool:
    """Whether a text breaks off: an open bracket, dots, or prose whose last sentence alone has no end."""
    if _TRUNCATED.search(said) or said.count("(") + said.count("（") > said.count(")") + said.count("）"):
        return True
    ended = len(re.findall(r"[.!?](?=\s)|[。！？]", chunk[: len(chunk) - len(said)]))
    return ended >= 1 and sentences >= 2 and said[-1] not in '.。!！?？)）"”」'


def _whole_part(said: str) -> str:
    """What stands before the last comma of a sentence that breaks off; "" where it has none."""
    opening = max(said.rfind("("), said.rfind("（"))
    if said.count("(") + said.count("（") > said.count(")") + said.count("）"):
        # What breaks off within a bracket breaks off before it.
        said = said[:opening].strip()
        if re.search(r"[\u3400-\u9fff]{4}$", said):
            return said
    at = max(said.rfind(mark) for mark in (",", "，", "；", ";"))
    kept = said[:at].strip() if at > 0 else ""
    return kept if kept.count("(") + kept.count("（") <= kept.count(")") + kept.count("）") else ""
