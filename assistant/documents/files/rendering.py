"""Tables as text that facts can be read from: "column: value", a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.documents.files.limits import TEXT_CHARS
from assistant.documents.files.opened import Table
from assistant.documents.files.shape import Shape, products_of, shape_of

_CJK = "\u2e80"


def render_tables(tables: Sequence[Table]) -> tuple[str, int]:
    r"""The text of tables in order, and about how many of their characters were left out for its length.

    >>> render_tables([Table(("Model", "Weight (kg)"), (("K2", "1.1"), ("K3", "1.4")), lead=("Kettles",))])[0]
    'Kettles\n\nModel: K2\nWeight (kg): 1.1\n\nModel: K3\nWeight (kg): 1.4'
    """
    parts: list[str] = []
    length = left = 0
    for table in tables:
        for part in _parts(table, named=len(tables) > 1):
            if length + len(part) > TEXT_CHARS:
                left += len(part)
            else:
                parts.append(part)
                length += len(part) + 2
    return "\n\n".join(parts), left


def _parts(table: Table, *, named: bool) -> Iterator[str]:
    """Paragraphs: what stands above the table, then each product, or the sheet as one."""
    heads = ([table.name] if named and table.name else []) + list(table.lead)
    if heads:
        yield "\n".join(heads)
    shape = shape_of(table)
    if shape.by_row:
        yield from _sheet(table, shape)
        return
    for row in table.rows:
        lines = (labelled(name, value) for name, value in zip(table.columns, row, strict=True) if value)
        yield "\n".join(lines)


def _sheet(table: Table, shape: Shape) -> Iterator[str]:
    """The lines of each product of a specification sheet."""
    names = products_of(table)
    for name, column in zip(names, shape.values, strict=False):
        lines = [name] if name and len(names) > 1 else []
        lines += [
            labelled(row[shape.label], value_of(row, column, shape))
            for row in table.rows
            if row[column] or row[shape.label]
        ]
        yield "\n".join(lines)


def value_of(row: Sequence[str], column: int, shape: Shape) -> str:
    """A value of a specification sheet with its unit, and in brackets what else its row says."""
    value = row[column]
    if value and shape.unit >= 0 and row[shape.unit]:
        value = f"{value} {row[shape.unit]}"
    notes = ", ".join(row[number] for number in shape.notes if row[number])
    return f"{value} ({notes})" if value and notes else value or notes


def labelled(name: str, value: str) -> str:
    """A line of a name and a value; either alone where the other is missing.

    >>> labelled("Weight:", "1.1 kg"), labelled("重量", "1.1公斤"), labelled("", "quiet")
    ('Weight: 1.1 kg', '重量：1.1公斤', 'quiet')
    """
    name = name.strip().rstrip(":：").rstrip()
    if not (name and value):
        return name or value
    colon = "：" if name[-1] >= _CJK else ": "
    return f"{name}{colon}{value}"
