"""The reach over facts of products out of a JSON-lines file: `attribute`, `value`, `lang` on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from assistant.beside import rank_one
from assistant.beside.shares import with_its_noun
from assistant.comparisons import Audience
from assistant.comparisons.reasons import reason_before
from assistant.errors import DataFileError, InputError
from assistant.quantities import find_quantities
from assistant.references import Book
from assistant.schema import LANGS, Lang, Market, Quantity
from evals.coverage.ranges import MONEY
from evals.coverage.reach import reached

HOME: Mapping[Lang, Market] = {"en": "us", "zh-Hans": "cn", "zh-Hant": "tw"}
# What a unit says about where a text in English is read: euros and liters per 100 km are no American's.
_AT: Mapping[str, Market] = {
    **{currency: market for market, (currency, _) in MONEY.items()},
    "liter / hundred_kilometer": "eu",
    "gram / kilometer": "eu",
}
Answer = Literal["reached", "plain", "unread", "missed"]


@dataclass(frozen=True, slots=True)
class FactReach:
    """What a fact gets: something felt, its figure left plain by rule, nothing read in it, or nothing found for it."""

    text: str
    answer: Answer
    why: str = ""


def load_facts(path: Path) -> tuple[tuple[str, Lang], ...]:
    """Facts as "attribute: value" with their language. Raises `InputError` with file and line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from error
    return tuple(_facts(lines, path))


def _facts(lines: list[str], path: Path) -> Iterator[tuple[str, Lang]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row: Any = json.loads(line)
            lang = next(lang for lang in LANGS if lang == row["lang"])
            yield f"{row['attribute']}: {row['value']}", lang
        except (KeyError, TypeError, ValueError, StopIteration) as error:
            raise DataFileError(str(path), f"line {number}", f"no fact ({type(error).__name__}: {error})") from error


def market_for(quantity: Quantity, lang: Lang) -> Market:
    """Where a fact is at home."""
    if lang != "en":
        return HOME[lang]
    return _AT.get(quantity.unit) or _AT.get(quantity.unit.partition(" / ")[0]) or HOME[lang]


def reach_of(text: str, lang: Lang, book: Book) -> FactReach:
    """What the best of a fact's quantities gets, in the market of its language or, in English, of its units."""
    quantities = [with_its_noun(text, quantity) for quantity in find_quantities(text, lang, HOME[lang])]
    if not quantities:
        return FactReach(text, "unread")
    told = [quantity for quantity in quantities if reason_before(quantity, lang) is None]
    if not told:
        return FactReach(text, "plain", reason_before(quantities[0], lang) or "")
    rankings = [rank_one(quantity, book, Audience(lang, market_for(quantity, lang))) for quantity in told]
    if any(reached(ranking) for ranking in rankings):
        return FactReach(text, "reached")
    why = next((ranking.reason for ranking in rankings if ranking.reason), "only far multiples")
    return FactReach(text, "missed", f"{told[0].dimension}: {why}")
