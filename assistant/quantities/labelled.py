"""Units that a label or a column's header names, and the numbers behind carry bare: "Weight (kg): 2.5", Price_euros, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num
from assistant.quantities.page import Page
from assistant.quantities.part import Part
from assistant.quantities.unit_word import Measure
from assistant.quantities.units_at import measure_at

# Words before the bracket keep "20 (kg)" out: there the bracket belongs to the number.
_BRACKET = lazy(r"(?:\(|\[)([^()\[\]\n]{1,12})(?:\)|\])")
_BEFORE = lazy(r"[A-Za-z\u2e80-\U0010ffff][0-9²³]? ?$")
_GAP = lazy(r"[*_ ]{0,4}(?:[:=|][*_ ]{0,4})?(?:(?:approx\.?|about|up to|max\.?|min\.?|[~≈≤≥<>±约約]) ?)?")
_SUFFIX = lazy(r"[A-Za-z]_([A-Za-z%]{1,10})[\"']? ?[:=] ?")
_FIGURE = lazy(
    r"([-+]?[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?|[-+]?[0-9]{1,15}(?:\.[0-9]{1,9})?)(?![.,]*[0-9]|[A-WYZa-wyz])"
)
_RANGE = lazy(r"(?: ?[-–~至到] ?| to )(?=[-+]?[0-9])")
_LABEL = lazy(r"[^\n|;,，；。、:(\[]{1,40}$")
_NEXT = lazy(r" ?[x×*X/、] ?(?:[长長宽寬高深厚LWHD]{1,2} ?)?(?=[0-9])")
# The number has a unit of its own, or is a part of something longer.
_OWN = lazy(r" ?[A-Za-z°%℃\"'\u2e80-\u9fff$€£]")
_SIDES = lazy(
    r"([0-9]{1,5}(?:\.[0-9]{1,3})?)[长長宽寬高深厚] ?[x×*X] ?([0-9]{1,5}(?:\.[0-9]{1,3})?)[长長宽寬高深厚]"
    r"(?: ?[x×*X] ?([0-9]{1,5}(?:\.[0-9]{1,3})?)[长長宽寬高深厚])? ?\((cm|mm|m|公分|厘米|毫米|公釐)\)"
)
_CELL = lazy(
    r"\**[~≈±]? ?([-+]?[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?|[-+]?[0-9]{1,15}(?:\.[0-9]{1,9})?)"
    r"(?: ?[-–~] ?([0-9]{1,15}(?:\.[0-9]{1,9})?))?\**"
)
_RULE = lazy(r"[|:\- \t]+")
_NAMED = lazy(r"[A-Za-z]_([A-Za-z%]{1,10})$")


def hinted(text: str) -> bool:
    """Whether a label with a unit can stand anywhere in the text."""
    return "(" in text or "（" in text or "[" in text or "_" in text


def _whole_unit(page: Page, start: int, end: int) -> Measure | None:
    """The unit that fills `start`:`end` to the last character."""
    while start < end and page.text[start] == " ":
        start += 1
    while end > start and page.text[end - 1] == " ":
        end -= 1
    found = measure_at(page, start) if start < end else None
    if found is None or found.end != end or found.unit in ("count", "dimensionless"):
        return None
    if found.surface in _NO_LABEL:
        return None
    return found


# A lone letter in brackets is as often an abbreviation: "Depth (D) 30".
_NO_LABEL = frozenset("DFCdBHTl'\"")


def _part(start: int, end: int, low: Decimal, high: Decimal | None, unit: Measure, label: str = "") -> Part:
    if high is not None and high < low:
        high = None
    low = low * unit.factor
    return Part(Num(start, end, low), start, end, unit.unit, low, high if high is None else high * unit.factor, [],
                surface=label)  # fmt: skip


def _figure(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _numbers(page: Page, at: int, unit: Measure, label: str) -> list[Part]:
    """The bare numbers from `at`: one, a range, or sides and lists; empty if they have a unit of their own."""
    text, parts = page.text, []
    for _ in range(8):
        match = _FIGURE.match(text, at)
        if match is None:
            break
        start, end, low = match.start(), match.end(), _figure(match[1])
        high = None
        between = _RANGE.match(text, end)
        other = _FIGURE.match(text, between.end()) if between else None
        if other:
            high, end = _figure(other[1]), other.end()
        parts.append(_part(start, end, low, high, unit, label))
        more = _NEXT.match(text, end)
        if more is None:
            break
        at = more.end()
    if not parts:
        return []
    own = _OWN.match(text, parts[-1].end)
    if own is None:
        return parts
    # After a space a word may simply begin, but not a unit.
    spaced = own[0][0] == " " and measure_at(page, own.end() - 1) is None
    return parts if spaced and own[0][-1] not in "\"'°" else []


def _label(page: Page, end: int) -> str:
    """The words right before a unit in brackets."""
    match = _LABEL.search(page.text, max(0, end - 40), end)
    return match[0].strip(" *•-\t") if match else ""


def _labels(page: Page, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, list[Part]]]:
    """Every label that names a unit: the span of the unit, and the numbers behind; not the (A) of 35 dB(A)."""
    text, index = page.text, 0
    for match in _BRACKET.finditer(text):
        if not _BEFORE.search(text, max(0, match.start() - 4), match.start()):
            continue
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        if index < len(taken) and taken[index][0] < match.start():
            continue
        unit = _whole_unit(page, match.start(1), match.end(1))
        if unit:
            label = _label(page, match.start())
            gap = _GAP.match(text, match.end())
            yield match.start(), match.end(), _numbers(page, gap.end(), unit, label) if gap else []
    if "_" in text:
        for match in _SUFFIX.finditer(text):
            unit = _whole_unit(page, match.start(1), match.end(1))
            if unit:
                yield match.start(1), match.end(1), _numbers(page, match.end(), unit, _label(page, match.start() + 1))


def _sides(page: Page) -> Iterator[Part]:
    """60长*24宽*150高(cm)."""
    for match in _SIDES.finditer(page.text):
        unit = measure_at(page, match.start(4))
        if unit:
            for group in (1, 2, 3):
                if match[group]:
                    yield _part(match.start(group), match.end(group), Decimal(match[group]), None, unit)


def _cells(line: str, start: int, mark: str) -> list[tuple[int, int]]:
    """The spans of a row's cells."""
    spans, at = [], start
    pieces = line.split(mark)
    if mark in ",;" and '"' in line:
        pieces = _unquoted(pieces, mark)
    for cell in pieces:
        spans.append((at, at + len(cell)))
        at += len(cell) + 1
    return spans


def _unquoted(pieces: list[str], mark: str) -> list[str]:
    """Joins again what was split inside of double quotes (RFC 4180)."""
    cells: list[str] = []
    open_quote = False
    for piece in pieces:
        if open_quote:
            cells[-1] += mark + piece
        else:
            cells.append(piece)
        if piece.count('"') % 2:
            open_quote = not open_quote
    return cells


def _header_unit(page: Page, low: int, high: int) -> Measure | None:
    brackets = list(_BRACKET.finditer(page.text, low, high))
    if brackets:
        bracket = brackets[-1]
        return _whole_unit(page, bracket.start(1), bracket.end(1))
    named = _NAMED.search(page.text[low:high].rstrip(' "*\r'))
    return _whole_unit(page, low + named.start(1), low + named.end(1)) if named else None


def _tables(page: Page) -> Iterator[Part]:
    """The bare numbers of every row below a header whose cells name units; Markdown, tabs or commas."""
    units: dict[int, tuple[Measure, str]] = {}
    mark, width, start, end = "", 0, 0, -1
    for line in page.original.split("\n"):
        start, end = end + 1, end + 1 + len(line)
        if units and mark in line:
            if _RULE.fullmatch(line):
                continue
            cells = _cells(line, start, mark)
            if len(cells) == width:
                yield from _row(page, cells, units)
                continue
        units = {}
        if "(" not in line and "[" not in line and "_" not in line and "（" not in line:
            continue
        mark = next((sign for sign in "|\t;," if sign in line), "")
        cells = _cells(line, start, mark) if mark else []
        width = len(cells)
        for column, (low, high) in enumerate(cells if width > 1 else ()):
            unit = _header_unit(page, low, high)
            if unit and not page.text[low:high].strip()[:1].isdigit():
                units[column] = unit, page.text[low:high].partition("(")[0].partition("_")[0].strip(' *"')


def _row(page: Page, cells: list[tuple[int, int]], units: dict[int, tuple[Measure, str]]) -> Iterator[Part]:
    for column, (unit, label) in units.items():
        low, high = cells[column]
        while low < high and page.text[low] in ' "':
            low += 1
        while high > low and page.text[high - 1] in ' "\r':
            high -= 1
        match = _CELL.fullmatch(page.text, low, high)
        if match:
            end = match.end(2) if match[2] else match.end(1)
            yield _part(match.start(1), end, _figure(match[1]), Decimal(match[2]) if match[2] else None, unit, label)


def find_parts(page: Page, taken: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[Part]]:
    """The spans of the units in labels, which are no quantities, and the numbers those units belong to, by start; `taken` are the
    spans of the quantities found so far. A part's surface is its label.
    """
    spans, parts = [], []
    for start, end, numbers in _labels(page, taken):
        spans.append((start, end))
        parts += numbers
    if page.lang != "en":
        parts += _sides(page)
    if "\n" in page.text:
        parts += _tables(page)
    kept: list[Part] = []
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
    return spans, kept
