"""Rated tasks: a number, the descriptions that were offered for it, and which of them most raters found useful."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from assistant.errors import DataFileError, InputError

RATINGS = Path(__file__).with_name("ratings.tsv")
FactKind = Literal["clock", "thing", "statistic"]
_KINDS: Mapping[str, FactKind] = {"clock": "clock", "thing": "thing", "statistic": "statistic"}


@dataclass(frozen=True, slots=True)
class Rating:
    """How well a fact is known (1 to 5), and whether it is a span of time, a thing, or only read about."""

    level: int
    kind: FactKind


@dataclass(frozen=True, slots=True)
class Description:
    """One description of a number, the facts that it combines, and the verdict of most raters."""

    text: str
    facts: tuple[str, ...]
    useful: bool


@dataclass(frozen=True, slots=True)
class Task:
    """A number (in the norm unit of its kind) with one or more descriptions; `mention` is the sentence it stood in."""

    mention: int
    value: float
    kind: str
    descriptions: tuple[Description, ...]


def key_of(fact: str) -> str:
    """The key of a fact in the ratings: names are someone else's text, their hashes are not.

    >>> key_of("height of a table "), key_of("height of a table") == key_of("height of a table ")
    ('8dfc0698ca', True)
    """
    return sha256(fact.strip().encode()).hexdigest()[:10]


def load_ratings(path: Path = RATINGS) -> dict[str, Rating]:
    """Ratings by key; lines that begin with # are remarks."""
    ratings: dict[str, Rating] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, level, kind = line.split("\t")
            ratings[key] = Rating(int(level), _KINDS[kind])
    return ratings


def load_tasks(path: Path) -> tuple[Task, ...]:
    """The tasks of a JSON-lines file, in its order. Raises `InputError` with file and line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from error
    tasks = tuple(_tasks(lines, path))
    if not tasks:
        raise InputError(f"{path}: holds no task.")
    return tasks


def _tasks(lines: list[str], path: Path) -> Iterator[Task]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield task_of(json.loads(line))
        except (KeyError, TypeError, ValueError) as error:
            raise DataFileError(str(path), f"line {number}", f"no task ({type(error).__name__}: {error})") from error


def task_of(row: Mapping[str, Any]) -> Task:
    """A task out of a row of the file."""
    return Task(
        mention=int(row["mention_id"]),
        value=float(row["norm_value"]),
        kind=str(row["norm_unit"]),
        descriptions=tuple(description_of(entry) for entry in row["candidates"]),
    )


def description_of(entry: Mapping[str, Any]) -> Description:
    """A description out of a candidate of the file."""
    return Description(str(entry["text"]), tuple(str(fact) for fact in entry["facts"]), bool(entry.get("label", 0)))
