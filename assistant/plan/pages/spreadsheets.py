"""Tables of files as lines of a brief: a specification sheet as it is, of a table of products one product or all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.documents.files import Shape, Table, labelled, products_of, shape_of, value_of
from assistant.errors import InputError
from assistant.plan.pages.words import MUTE_LABELS, NOTHING, listed
from assistant.plan.pages.words_chinese import MUTE as MUTE_CHINESE
from assistant.quantities import find_quantities
from assistant.schema import Lang
from assistant.schema.brief import FACT_CHARS
from assistant.schema.language import guess_lang

_MUTE = frozenset((*listed(MUTE_LABELS), *listed(MUTE_CHINESE)))
_BRACKET = re.compile(r"(?P<name>[^()（）\[\]【】]{1,80}?)\s?[（(\[【](?P<inside>[^()（）\[\]【】]{1,40})[)）\]】]")
_COMMA = re.compile(r"(?P<name>[^,，]{1,80}), ?(?P<inside>[^,，\s]{1,12})")
_PARTS = re.compile(r"[,，;；、]\s?")
# Figures without a unit of their own: one, a range, sides.
_BARE = re.compile(
    r"[-+~≈≤≥<>±约約]{0,2}\s?\d[\d.,]*(?:\s?(?:[x×*X/~–—至到-]|to|\+/-|±)\s?[-+]?\d[\d.,]*){0,5}", re.IGNORECASE
)
_SIGNS = frozenset("$€£¥￥")
_CJK = "\u2e80"


class NoRowError(InputError):
    """A product that a table does not list."""


def facts_of(table: Table, row: int | None = None, lang: Lang | None = None) -> tuple[str, ...]:
    """The facts of a table as lines "attribute: value unit", in the table's order; empty where it states none.

    `row` is the number of a product, from 0, in the order of `products_of`; None takes the only product, and of several
    one line each. A unit in the name of a column or row goes to the bare figures below or beside it. Codes of a warehouse and
    empty values are left out. `lang` is that of the table, else it is guessed. Raises `NoRowError` for a row that is not
    there.

    >>> kettles = Table(("Model", "Weight (kg)", "Price (USD)"), (("K2", "1.1", "49"), ("K3", "1.4", "59")))
    >>> facts_of(kettles, 1)
    ('Model: K3', 'Weight: 1.4 kg', 'Price: 59 USD')
    >>> facts_of(kettles)
    ('K2: Weight 1.1 kg, Price 49 USD', 'K3: Weight 1.4 kg, Price 59 USD')
    >>> facts_of(Table(("参数", "数值"), (("重量（公斤）", "1.1"), ("颜色", "白色"))))
    ('重量：1.1公斤', '颜色：白色')
    """
    shape = shape_of(table)
    lang = lang or _lang_of(table)
    count = len(products_of(table))
    if row is not None and not 0 <= row < count:
        raise NoRowError(
            f"row {row + 1}: expected 1 to {count}, the products of the table."
            if count
            else f"row {row + 1}: the table is empty."
        )
    if not count:
        return ()
    if row is None and count > 1:
        told = (_one_line(table, shape, number, lang) for number in range(count))
        return tuple(dict.fromkeys(line for line in told if line))
    return tuple(
        dict.fromkeys(labelled(name, value) for name, value in _entries(table, shape, row or 0, lang, named=True))
    )


def told_of_tables(tables: Sequence[Table], row: int | None = None, lang: Lang | None = None) -> tuple[str, str]:
    r"""What a file of tables tells, as `page_of` tells it of a document: a title, "" where there is none, and lines.

    `row` chooses a product of the first table that lists several. Raises `NoRowError` for a row that is not there.

    >>> told_of_tables([Table(("Model", "Weight (kg)"), (("K2", "1.1"), ("K3", "1.4")))], 1)
    ('K3', 'Model: K3\nWeight: 1.4 kg')
    """
    if row is not None:
        chosen = next(
            (table for table in tables if len(products_of(table)) > 1), tables[0] if tables else Table((), ())
        )
        facts = facts_of(chosen, row, lang)
        return products_of(chosen)[row], "\n".join(facts)
    names = [products_of(table) for table in tables]
    alone = names[0][0] if len(names) == 1 and len(names[0]) == 1 else ""
    lead = next((table.lead[0] for table in tables if table.lead), "")
    return alone or lead, "\n".join(fact for table in tables for fact in facts_of(table, None, lang))


def _lang_of(table: Table) -> Lang:
    return guess_lang(" ".join([*table.columns, *(" ".join(row) for row in table.rows[:20])]))


def _entries(table: Table, shape: Shape, number: int, lang: Lang, *, named: bool) -> Iterator[tuple[str, str]]:
    """The names and values of a product; its own name first if it is `named`."""
    if shape.by_row:
        column = shape.values[number]
        if named and len(shape.values) > 1 and table.columns[column]:
            yield "", table.columns[column]
        pairs = [(row[shape.label], value_of(row, column, shape)) for row in table.rows if row[column]]
    else:
        row = table.rows[number]
        columns = range(len(table.columns)) if named else shape.values
        pairs = [(table.columns[column], row[column]) for column in columns]
    for name, value in pairs:
        name, value = _with_unit(name, value, lang)
        if value and value.lower() not in NOTHING and name.lower() not in _MUTE:
            yield name, value


def _one_line(table: Table, shape: Shape, number: int, lang: Lang) -> str:
    """A product among several: its name and what is said of it, as much as a fact holds."""
    comma, colon = (", ", ": ") if lang == "en" else ("，", "：")
    said = products_of(table)[number]
    joint = colon if said else ""
    for name, value in _entries(table, shape, number, lang, named=False):
        one = f"{name} {value}".strip() if lang == "en" or name[-1:] < _CJK or value[:1] >= _CJK else f"{name}{value}"
        if len(said) + len(joint) + len(one) > FACT_CHARS:
            break
        said, joint = f"{said}{joint}{one}", comma
    return said


def _with_unit(name: str, value: str, lang: Lang) -> tuple[str, str]:
    """A name without its unit, and the value with it; as they are where the name holds none.

    >>> _with_unit("Size (L×W×H, mm)", "120×80×30", "en"), _with_unit("Depth (D)", "30 cm", "en")
    (('Size (L×W×H)', '120×80×30 mm'), ('Depth (D)', '30 cm'))
    """
    found = _BRACKET.fullmatch(name) or _COMMA.fullmatch(name)
    if found is None or not value:
        return name, value
    *others, unit = _PARTS.split(found["inside"].strip())
    rest = f"{found['name']} ({', '.join(others)})" if others else found["name"]
    if not _is_unit(found["name"], unit, lang):
        return name, value
    if _BARE.fullmatch(value.strip()):
        return rest, _joined(value.strip(), unit)
    return (rest, value) if unit.lower() in value.lower() else (name, value)


def _joined(value: str, unit: str) -> str:
    """A figure and its unit as they are written: 1.1 kg, 1.1公斤, 20%, $49."""
    if unit in _SIGNS:
        return f"{unit}{value}"
    return f"{value}{unit}" if unit == "%" or unit[0] >= _CJK else f"{value} {unit}"


def _is_unit(name: str, unit: str, lang: Lang) -> bool:
    """Whether words in brackets are a unit: of a measure, as the reader of quantities reads a label, or of a count."""
    if not unit or re.search(r"\d", unit):
        return False
    if unit in _SIGNS:
        return True
    read = find_quantities(f"{name} ({unit}): 7", lang)
    if len(read) == 1 and read[0].text == "7" and read[0].dimension not in ("dimensionless", "count"):
        return True
    said = f"7 {unit}"
    read = find_quantities(said, lang) if len(unit) > 1 or unit[0] >= _CJK or unit == "%" else ()
    return len(read) == 1 and read[0].text == said
