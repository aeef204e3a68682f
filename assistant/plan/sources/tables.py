"""A pasted table as lines of facts: an attribute in each row, or a product in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.plan.sources.kinds import find_separator

# A team's list of products, of which one is written about at a time.
ROWS, COLUMNS = 2_000, 60
_RULE = re.compile(r"[\s|:=+-]+")
_FIGURE = re.compile(r"[~≈≤≥<>±约約+\-¥￥$€£]{0,2}\s?[0-9]")
_UNIT = re.compile(
    r"(.{1,60}?)\s{0,3}(?:[(（]\s{0,3}([^()（）]{1,16}?)\s{0,3}[)）]|[,，/]\s{0,3}([A-Za-zµ°%Ω²³]{1,6}))"
)
_BARE = re.compile(r"[~≈≤≥<>±+-]{0,2}\s?[0-9][0-9.,\s]*(?:[-–~×x]\s?[0-9][0-9.,]*)*")
_ATTRIBUTE = re.compile(
    r"(?:attribute|propert(?:y|ies)|parameters?|spec(?:s|ifications?)?|features?|item|characteristics?|criteri(?:on|a)|"
    r"属性|屬性|参数|參數|项目|項目|规格|規格|指标|指標|特性|特征|特徵)(?:名称|名稱|名|项|項)?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:product|model|item|name|title|sku|variant|(?:product|model|item)[ _]name|"
    r"名称|名稱|品名|产品|產品|商品|型号|型號|款式|机型|機型|产品名称|產品名稱|商品名称|商品名稱)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and where it stands in the text."""

    text: str
    start: int
    end: int


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the cells of its columns' names (none where it has no head) and its rows.

    `by_row`: each row is an attribute, with a value for each product; else each row is a product. `products` are the names
    of the products, "" for one without; `cut` says how many rows are past what is read.
    """

    head: Row
    rows: tuple[Row, ...]
    by_row: bool
    products: tuple[str, ...]
    cut: int = 0


def read_sheet(text: str) -> Sheet | None:
    r"""The table in a text; None where there is none.

    >>> sheet = read_sheet("Model\tWeight (kg)\nK2\t1.1\nK3\t1.4")
    >>> sheet and (sheet.products, sheet_facts(sheet, 1))
    (('K2', 'K3'), (('Weight: 1.4 kg', 28, 31),))
    """
    lines = [(found.start(), found[0]) for found in re.finditer(r"[^\r\n]+", text) if found[0].strip()]
    # Where nothing parts them, a single column is still a list of values.
    mark = find_separator([line for _, line in lines[:200]]) or next((m for m in "\t|;," if m in text), "")
    told = [_cells(at, line, mark) for at, line in lines[: ROWS + 1] if not (mark == "|" and _RULE.fullmatch(line))]
    rows = [row for row in told if any(cell.text for cell in row)]
    if not rows:
        return None
    width = max(map(len, rows))
    # In Markdown the rule under it makes the head.
    ruled = mark == "|" and len(lines) > 1 and "-" in lines[1][1] and bool(_RULE.fullmatch(lines[1][1]))
    head: Row = rows.pop(0) if width > 1 and len(rows) > 1 and (ruled or _is_head(rows)) else ()
    by_row = _runs_down(head, rows, width)
    first = head or rows[0]
    if by_row:
        products = tuple(cell.text for cell in first[1:]) if head and width > 2 else ("",)
    else:
        at = _name_column(head)
        products = tuple(row[at].text if len(row) > at else "" for row in rows)
    return Sheet(head, tuple(rows[:ROWS]), by_row, products[:ROWS] or ("",), max(0, len(lines) - ROWS - 1))


def sheet_facts(sheet: Sheet, product: int) -> tuple[tuple[str, int, int], ...]:
    """The facts of one of the products, each with the place of its value; of the last where there are fewer."""
    product = max(0, min(product, len(sheet.products) - 1))
    return tuple(_down(sheet, product) if sheet.by_row else _across(sheet, product))


def _down(sheet: Sheet, product: int) -> Iterator[tuple[str, int, int]]:
    for row in sheet.rows:
        value = row[product + 1] if len(row) > product + 1 else None
        if value is None or not value.text:
            if len(row) == 1 and row[0].text:
                yield row[0].text, row[0].start, row[0].end
            continue
        yield _said(row[0].text, value.text), min(row[0].start, value.start), value.end


def _across(sheet: Sheet, product: int) -> Iterator[tuple[str, int, int]]:
    name = _name_column(sheet.head)
    for place, cell in enumerate(sheet.rows[product]):
        if cell.text and place != name:
            label = sheet.head[place].text if place < len(sheet.head) else ""
            yield _said(label, cell.text), cell.start, cell.end


def _said(label: str, value: str) -> str:
    """Label and value, with the unit that only the label names behind a bare figure."""
    label = label.strip(" :：*")
    unit = _UNIT.fullmatch(label)
    if unit and _BARE.fullmatch(value):
        label, value = unit[1].strip(), _with_unit(value, unit[2] or unit[3])
    if not label:
        return value
    return f"{label}：{value}" if label[-1] >= "\u2e80" else f"{label}: {value}"


def _with_unit(value: str, unit: str) -> str:
    return f"{value}{unit}" if unit[0] >= "\u2e80" else f"{value} {unit}"


def _cells(at: int, line: str, mark: str) -> Row:
    """The cells of a line; quotation marks hold together what they enclose, as spreadsheets write it."""
    if mark == "|":
        stripped = line.strip()
        at += line.index(stripped)
        line = stripped.removeprefix("|")
        at += len(stripped) - len(line)
        line = line.removesuffix("|")
    spans = list(_spans(line, mark))[:COLUMNS] if mark else [(0, len(line))]
    return tuple(_cell(at, line, start, end) for start, end in spans)


def _spans(line: str, mark: str) -> Iterator[tuple[int, int]]:
    start, quoted = 0, False
    for place, char in enumerate(line):
        if char == '"' and mark != "|" and (quoted or not line[start:place].strip()):
            quoted = not quoted
        elif char == mark and not quoted:
            yield start, place
            start = place + 1
    yield start, len(line)


def _cell(at: int, line: str, start: int, end: int) -> Cell:
    said = line[start:end]
    text = said.strip()
    first = at + start + (len(said) - len(said.lstrip()))
    last = first + len(text)
    if len(text) > 1 and text[0] == text[-1] == '"':
        text, first, last = text[1:-1].replace('""', '"').strip(), first + 1, last - 1
    return Cell(" ".join(text.split()), first, last)


def _is_head(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns: no figures in it, and figures below, or words that say so."""
    head = [cell.text for cell in rows[0]]
    if any(_FIGURE.match(cell) for cell in head if cell) or len(set(head)) < len(head):
        return False
    if _ATTRIBUTE.fullmatch(head[0]) or _NAME.fullmatch(head[0]):
        return True
    if len(head) == 2:
        # "Weight, 1.1 kg" below "Brand, Norvik" is a row like the others; alike figures below a name are a column.
        return sum(_BARE.fullmatch(row[1].text) is not None for row in rows[1:] if len(row) > 1) == len(rows) - 1
    return len(head) > 2


def _runs_down(head: Row, rows: Sequence[Row], width: int) -> bool:
    """Whether each row is an attribute."""
    if not head:
        return width <= 2 or not _is_figured(rows[0])
    if _ATTRIBUTE.fullmatch(head[0].text) or not head[0].text:
        return True
    if _NAME.fullmatch(head[0].text) or any(_UNIT.fullmatch(cell.text) for cell in head):
        return False
    if width == 2:
        # Values of one kind below each other are a column; else the names of the columns were only a heading.
        return len(rows) == 1 or _alike([row[1].text for row in rows if len(row) > 1]) < 1
    down = sum(_alike([cell.text for cell in row[1:]]) for row in rows) / len(rows)
    columns = [[row[at].text for row in rows if len(row) > at] for at in range(1, width)]
    across = sum(map(_alike, columns)) / max(1, len(columns))
    return down > across


def _is_figured(row: Row) -> bool:
    return any(_FIGURE.match(cell.text) for cell in row[:1])


def _alike(values: Sequence[str]) -> float:
    """How many of the values look the same once their digits are gone, at most 1."""
    shapes = [re.sub(r"[0-9.,\s]+", "0", value) for value in values if value]
    return max((shapes.count(shape) for shape in shapes), default=0) / max(1, len(shapes))


def _name_column(head: Row) -> int:
    """The column of the products' names: the one that is called so, else the first."""
    return next((at for at, cell in enumerate(head) if _NAME.fullmatch(cell.text)), 0)
