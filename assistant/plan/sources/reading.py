"""The lines that a pasted source gives, each with its place, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.documents import guess_kind, read_document
from assistant.plan.pages.briefs import name_page
from assistant.plan.pages.documents import page_of
from assistant.plan.pages.facts import PAGE_CHARS, find_page_facts
from assistant.plan.sources.kinds import SourceKind, guess_source
from assistant.plan.sources.locating import Locator
from assistant.plan.sources.tables import read_sheet, sheet_facts
from assistant.playbook import Playbook
from assistant.schema import Lang, Market
from assistant.schema.brief import BRIEF_FACTS, FACT_CHARS

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-*•·▪◦●■○‣–—]+[ \t\u3000]+|[●■•◆★☆✓✔√►▶]+[ \t\u3000]*)(?=\S)")
_MARKDOWN = re.compile(r"^(?:#{1,6}[ \t]+\S|[ \t]*\|.*\|[ \t]*$|```)|\*\*[^*\n]{1,200}\*\*|\]\(https?:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that could be a fact, and the stretch of `SourceRead.shown` that it was read from (0, 0: nowhere in one piece).

    `start` and `end` are the same stretch in the source itself. `question` is what has to be settled before it can be
    used: two figures of a page that cannot both be true.
    """

    text: str
    at: int = 0
    to: int = 0
    start: int = 0
    end: int = 0
    question: str = ""


@dataclass(frozen=True, slots=True)
class SourceRead:
    """What was read from a source, taken for `kind`.

    `shown` is what a reader sees of it. `products` are what a table offers to choose from, where it has several; `product`,
    `category` and `names` what a page calls the thing. `many`: lines past what a brief takes; `long`: lines too long for
    a fact; `beyond`: characters, or rows, past what is read. `notices` are the reader's own, in the language of the facts.
    """

    kind: SourceKind
    shown: str
    lines: tuple[SourceLine, ...]
    products: tuple[str, ...] = ()
    product: str = ""
    category: str = ""
    names: tuple[str, ...] = ()
    many: int = 0
    long: int = 0
    beyond: int = 0
    notices: tuple[str, ...] = ()


def read_source(
    text: str,
    lang: Lang,
    kind: SourceKind | None = None,
    *,
    name: str = "",
    product: int = 0,
    market: Market | None = None,
    playbook: Playbook | None = None,
) -> SourceRead:
    r"""The lines of a source, at most as many as a brief takes. Never raises.

    `kind` is what somebody says it is, None to guess; `name` that of the file it came in; `product` which of a table's.

    >>> [(line.text, line.at, line.to) for line in read_source("• Weight: 348 g\n\nHeight: 58 m", "en").lines]
    [('Weight: 348 g', 2, 15), ('Height: 58 m', 17, 29)]
    """
    taken = kind or guess_source(text, name)
    if taken == "page":
        return _read_page(text, lang, name, market, playbook)
    return (_read_table(text, product) if taken == "table" else None) or _read_lines(text, taken)


def _read_lines(text: str, kind: SourceKind) -> SourceRead:
    found: list[SourceLine] = []
    many = long = 0
    for line in _LINE.finditer(text):
        start, end = line.start(), line.end()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        bullet = _BULLET.match(text, start, end)
        start = bullet.end() if bullet else start
        if start == end:
            continue
        if end - start > FACT_CHARS:
            long += 1
        elif len(found) == BRIEF_FACTS:
            many += 1
        else:
            found.append(SourceLine(text[start:end], start, end, start, end))
    return SourceRead(kind, text, tuple(found), many=many, long=long)


def _read_table(text: str, product: int) -> SourceRead | None:
    sheet = read_sheet(text)
    if sheet is None:
        return None
    said = sheet_facts(sheet, product)
    fitting = [SourceLine(fact, at, to, at, to) for fact, at, to in said if len(fact) <= FACT_CHARS]
    products = sheet.products if len(sheet.products) > 1 else ()
    named = sheet.products[min(product, len(sheet.products) - 1)]
    return SourceRead(
        "table",
        text,
        tuple(fitting[:BRIEF_FACTS]),
        products,
        named,
        many=max(0, len(fitting) - BRIEF_FACTS),
        long=len(said) - len(fitting),
        beyond=sheet.cut,
    )


def _read_page(text: str, lang: Lang, name: str, market: Market | None, playbook: Playbook | None) -> SourceRead:
    looked = guess_kind(name, text)
    document = read_document(text, "markdown" if looked == "text" and _MARKDOWN.search(text) else looked)
    title, told = page_of(document)
    found = find_page_facts(told, lang, market, playbook, title)
    product, category, names = name_page(found, title, lang)
    locate = Locator(document.text[: 2 * PAGE_CHARS])

    def line(fact: str, question: str = "") -> SourceLine:
        place = locate.find(fact)
        if place is None:
            return SourceLine(fact, question=question)
        return SourceLine(fact, *place, *document.span(*place), question)

    lines = [line(fact) for fact in found.facts]
    lines += [line(fact, doubted.why) for doubted in found.doubted for fact in doubted.lines]
    kept = tuple(_each(lines))
    return SourceRead(
        "page",
        document.text,
        kept[:BRIEF_FACTS],
        product=product,
        category=category,
        names=names,
        many=max(0, len(kept) - BRIEF_FACTS),
        beyond=max(0, len(told) - PAGE_CHARS),
        notices=found.notices,
    )


def _each(lines: Iterable[SourceLine]) -> list[SourceLine]:
    """The lines, each text once."""
    return list({line.text: line for line in reversed(list(lines))}.values())[::-1]
