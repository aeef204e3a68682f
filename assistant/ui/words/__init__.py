"""Every word of the interface, one file a language, each written for its own readers.

What all pages share stands here; what is one page's stands in a folder with its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.schema import Lang
from assistant.schema.data import load_yaml

DATA = Path(__file__).parent


class Words:
    """The words of one language by dotted key.

    >>> load_words("en")("write.button"), load_words("zh-Hant").name("statistic", "average")
    ('Write', '平均值')
    """

    def __init__(self, lang: Lang, table: Mapping[str, str]) -> None:
        self.lang, self._table = lang, table

    def __call__(self, key: str, **values: str | int) -> str:
        """The words of a key with its placeholders filled; raises `KeyError` for an unknown key."""
        said = self._table[key]
        return said.format_map(values) if values else said

    def name(self, group: str, key: str) -> str:
        """The name of a value of the program ("speed", "rated") in this language; the value itself if it has none."""
        return self._table.get(f"{group}.{key.replace(' ', '_')}", key.replace("_", " "))

    def lead(self, key: str) -> str:
        """The words of a key as a lead-in, with the colon that the language writes."""
        return f"{self(key)}: " if self.lang == "en" else f"{self(key)}："

    def listed(self, entries: Iterable[str]) -> str:
        """Entries in one line, parted as the language parts them."""
        return (", " if self.lang == "en" else "、").join(entries)

    def __iter__(self) -> Iterator[str]:
        """All keys in the order of the file."""
        return iter(self._table)


def _flat(tree: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", str(value)


@cache
def load_words(lang: Lang) -> Words:
    """The words of one language, read once."""
    table: dict[str, str] = {}
    for path in (DATA / f"{lang}.yaml", *sorted(DATA.glob(f"*/{lang}.yaml"))):
        said = dict(_flat(load_yaml(path.read_text(encoding="utf-8"))))
        if twice := sorted(table.keys() & said):
            raise ValueError(f"{path}: {twice[0]} is said twice")
        table |= said
    return Words(lang, table)
