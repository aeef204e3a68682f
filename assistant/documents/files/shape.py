"""Which way a table runs: an attribute in each row, as on a specification sheet, or a product in each row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from assistant.documents.files.opened import Table

_FIGURE = re.compile(
    r"(?:[~≈≤≥<>±约約+-]|[¥￥$€£]|approx\.?|up to|about|max\.?|min\.?)?\s{0,3}[0-9][0-9.,]{0,20}(?P<rest>.*)",
    re.I | re.S,
)
_UNIT = re.compile(r"\s{0,3}([^\W\d_]{1,12}|[%°℃\"'²³/]{1,3})")
_EDGES = " *:：()（）[]【】"
# What the columns of a specification sheet are called, in its three languages.
_ATTRIBUTE = frozenset(
    "attribute attributes property properties parameter parameters spec specs specification specifications feature features "
    "characteristic characteristics criterion criteria item field metric 属性 參數 参数 项目 項目 规格 規格 指标 指標 特性 特征 特徵 "
    "参数名 参数名称 參數名稱 规格项 規格項 规格参数 規格參數 属性名 屬性 屬性名稱 配置 技术参数 技術參數 检测项目 檢測項目".split()
)
_VALUE = frozenset(
    "value values figure figures data detail details description content contents specification specifications spec specs result "
    "数值 數值 值 参数值 參數值 内容 內容 数据 數據 资料 資料 说明 說明 描述 规格 規格 参数 參數 规格值 規格值 结果 結果 配置".split()
)
_UNITS = frozenset("unit units uom 单位 單位 计量单位 計量單位".split())
_NAMES = frozenset(
    "name product model item title product_name model_name 名称 名稱 品名 产品 產品 商品 型号 型號 款式 产品名称 產品名稱 商品名称 "
    "商品名稱 产品型号 產品型號 机型 機型 车型 車型".split()
) | {"product name", "model name", "item name", "model number", "model no.", "model no"}
_SAMPLE = 200
# Rows that are more alike than columns by so much are attributes.
_MORE = 0.1


class Shape(NamedTuple):
    """How a table is to be read.

    `by_row`: each row is an attribute, `label` the column of its name, `values` those of its values, one a product, `unit`
    that of its unit, `notes` what else is said of it. Else each row is a product and `label` the column of its name. -1
    for a column that there is none of.
    """

    by_row: bool
    label: int
    values: tuple[int, ...]
    unit: int = -1
    notes: tuple[int, ...] = ()


def is_figure(cell: str) -> bool:
    """Whether a cell begins with a figure: a value, not a name.

    >>> [is_figure(cell) for cell in ("1.1 kg", "≤45 dB", "K2", "€49", "约14小时")]
    [True, True, False, True, True]
    """
    return bool(_FIGURE.match(cell.strip()))


def names_its_columns(body: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a table is the names of its columns."""
    head, rest = body[0], body[1 : _SAMPLE + 1]
    words = [_word(cell) for cell in head]
    if any(is_figure(cell) for cell in head):
        return False
    if len(head) > 2 or _is_sheet(words):
        return len({cell for cell in head if cell}) == sum(map(bool, head))
    # "Model, Price" stands above names and figures of one kind; "Product, Norvik K2" is a row like those below it.
    values = [row[1] for row in rest if row[1]]
    alike = len({_kind(value) for value in values}) == 1 and all(map(is_figure, values))
    enough = len(values) > 1 or words[0] in _NAMES
    return alike and enough and not re.search(r"\d", head[1])


def shape_of(table: Table) -> Shape:
    """Which way a table runs, by the names of its columns, else by what is alike: a row's values, or a column's.

    >>> shape_of(Table(("Parameter", "Value", "Unit"), (("Weight", "1.1", "kg"),)))
    Shape(by_row=True, label=0, values=(1,), unit=2, notes=())
    """
    count = len(table.columns)
    if count < 2:
        return Shape(by_row=False, label=-1, values=tuple(range(count)))
    words = [_word(name) for name in table.columns]
    unit = next((number for number, word in enumerate(words) if word in _UNITS), -1)
    if _is_sheet(words):
        label = next(number for number, word in enumerate(words) if word in _ATTRIBUTE)
        value = next(number for number, word in enumerate(words) if word in _VALUE and number != label)
        notes = tuple(number for number in range(max(label, value) + 1, count) if number != unit)
        return Shape(by_row=True, label=label, values=(value,), unit=unit, notes=notes)
    across = tuple(number for number in range(1, count) if number != unit)
    if not table.headed:
        return Shape(by_row=True, label=0, values=across[:1], unit=unit, notes=across[1:])
    if across and (not words[0] or words[0] in _ATTRIBUTE or _rows_are_alike(table, across)):
        return Shape(by_row=True, label=0, values=across, unit=unit)
    label = next((number for number, word in enumerate(words) if word in _NAMES), -1)
    if label < 0 and not is_figure(table.rows[0][0] if table.rows else "1"):
        label = 0
    return Shape(by_row=False, label=label, values=tuple(number for number in range(count) if number != label))


def products_of(table: Table) -> tuple[str, ...]:
    """The products of a table in order, "" for one without a name.

    >>> products_of(Table(("Model", "Weight (kg)"), (("K2", "1.1"), ("K3", "1.4"))))
    ('K2', 'K3')
    >>> products_of(Table(("", ""), (("Product", "Norvik K2"), ("Weight", "1.1 kg"))))
    ('Norvik K2',)
    """
    shape = shape_of(table)
    if shape.by_row:
        if len(shape.values) > 1:
            return tuple(table.columns[number] for number in shape.values)
        (value,) = shape.values
        named = (row[value] for row in table.rows if _word(row[shape.label]) in _NAMES and not is_figure(row[value]))
        return (next(named, ""),)
    return tuple(row[shape.label] if shape.label >= 0 else "" for row in table.rows)


def _word(name: str) -> str:
    return " ".join(name.strip(_EDGES).lower().split())


def _is_sheet(words: Sequence[str]) -> bool:
    """Whether two columns are called as the attribute and the value of a specification sheet are."""
    labels = [number for number, word in enumerate(words) if word in _ATTRIBUTE]
    return any(word in _VALUE and labels and number != labels[0] for number, word in enumerate(words))


def _kind(cell: str) -> str:
    """What kind of value a cell holds: its unit for a figure, else that it is text."""
    found = _FIGURE.match(cell.strip())
    if found is None:
        return "text"
    unit = _UNIT.match(found["rest"])
    return f"figure {unit[1].lower()}" if unit else "figure"


def _rows_are_alike(table: Table, columns: Sequence[int]) -> bool:
    """Whether the values of a row are more alike than those of a column: products stand side by side."""
    kinds = [[_kind(row[number]) if row[number] else "" for number in columns] for row in table.rows[:_SAMPLE]]
    if len(columns) < 2 or len(kinds) < 3:
        return False
    return _alike(kinds) > _alike([list(column) for column in zip(*kinds, strict=True)]) + _MORE


def _alike(lines: Sequence[Sequence[str]]) -> float:
    """How large a part the most common kind is of a line, on average."""
    shares = []
    for line in lines:
        filled = Counter(kind for kind in line if kind)
        if filled:
            shares.append(filled.most_common(1)[0][1] / filled.total())
    return sum(shares) / len(shares) if shares else 0.0
