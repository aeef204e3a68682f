"""The project file `yardstick.toml`: names, evidence, own rules, market, levels, ignored paths. Unknown keys are refused.

names = ["Best Western", "Acme Ultimate"]      innocent wherever they stand
market = "uk"                                  whose rules for absolute terms hold
level = "warning"                              the least level that is shown
rules = ["house-rules"]                        folders of own rules, relative to this file
ignore = ["drafts/*"]                          paths relative to this file; * stands for anything

[levels]                                       another level for a rule, or "off"
puffed-quality = "off"

[[evidence]]                                   a claim that is settled, until it expires
claim = "Britain's best-selling kettle"        its words; or `rule` and `pattern`, a regular expression
title = "Kettles in Britain, units sold"
url = "https://example.org/kettles-2026"
year = 2026
scope = "United Kingdom, units, January to June"
expires = 2027-06-30
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from fnmatch import translate
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from assistant.errors import DataFileError, InputError
from assistant.lint.patterns import PatternError, compile_bounded
from assistant.schema.nouns import LANGS, MARKETS, Lang, Level, Market

FILE = "yardstick.toml"
LEVELS: tuple[Level, ...] = ("information", "suggestion", "warning", "error")
_KEYS = ("names", "market", "lang", "level", "rules", "ignore", "levels", "evidence")
_EVIDENCE = ("claim", "rule", "pattern", "title", "url", "year", "scope", "expires")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What settles a claim: where it holds (`claim`, or `rule` and `pattern`), the source, and until when."""

    title: str
    url: str
    year: int
    scope: str
    expires: date
    claim: str = ""
    rule: str = ""
    pattern: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled; empty where nothing is. `folder` is where its `file` stands."""

    names: tuple[str, ...] = ()
    market: Market | None = None
    lang: Lang | None = None
    level: Level | None = None
    rules: tuple[Path, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    folder: Path | None = None
    file: Path | None = None

    def ignores(self, path: Path) -> bool:
        """Whether a path, or a folder it lies in, is among the ignored ones."""
        if not self.ignore or self.folder is None or not path.is_relative_to(self.folder):
            return False
        inside = path.relative_to(self.folder)
        names = [inside.as_posix(), *(parent.as_posix() for parent in inside.parents)][:-1]
        return any(_glob(pattern).match(name) for pattern in self.ignore for name in names)


@lru_cache(maxsize=256)
def _glob(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern.rstrip("/").removeprefix("./")))


@lru_cache(maxsize=4096)
def find_settings(folder: Path) -> Settings:
    """The settings of the nearest `yardstick.toml` in a folder or above it; empty ones if there is none."""
    path = folder / FILE
    if path.is_file():
        return load_settings(path)
    return find_settings(folder.parent) if folder.parent != folder else Settings()


@lru_cache(maxsize=64)
def load_settings(path: Path) -> Settings:
    """Reads a project file. Raises DataFileError naming file and key, InputError where it cannot be read."""
    import tomllib  # only where a project file is found: start-up counts

    name = str(path)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}). Check the path given as --config.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(name, "", f"not TOML: {error}", "See the example in the README.") from None
    _known(name, "", data, _KEYS)
    folder = path.resolve().parent
    levels = _table(name, "levels", data.get("levels", {}))
    for rule, level in levels.items():
        _one_of(name, f"levels.{rule}", level, (*LEVELS, "off"))
    return Settings(
        names=_texts(name, "names", data),
        market=cast("Market | None", _one_of(name, "market", data.get("market"), MARKETS)),
        lang=cast("Lang | None", _one_of(name, "lang", data.get("lang"), LANGS)),
        level=cast("Level | None", _one_of(name, "level", data.get("level"), LEVELS)),
        rules=tuple(folder / one for one in _texts(name, "rules", data)),
        ignore=_texts(name, "ignore", data),
        levels=levels,
        evidence=_evidence(name, data.get("evidence", [])),
        folder=folder,
        file=path,
    )


def _evidence(name: str, rows: object) -> tuple[Evidence, ...]:
    if not isinstance(rows, list):
        raise DataFileError(name, "evidence", "expected entries", "Write each under [[evidence]].")
    entries = []
    for number, row in enumerate(rows, 1):
        place = f"evidence {number}"
        _known(name, place, _table(name, place, row), _EVIDENCE)
        entries.append(_entry(name, place, row))
    return tuple(entries)


def _entry(name: str, place: str, row: Mapping[str, Any]) -> Evidence:
    for key in ("title", "url", "year", "scope", "expires"):
        if key not in row:
            raise DataFileError(name, f"{place}.{key}", "missing", "Evidence has title, url, year, scope and expires.")
    for key in ("title", "url", "scope", "claim", "rule", "pattern"):
        if key in row and (not isinstance(row[key], str) or not row[key].strip()):
            raise DataFileError(name, f"{place}.{key}", f"expected text, got {row[key]!r}", "")
    if "claim" not in row and not ("rule" in row and "pattern" in row):
        raise DataFileError(name, place, "says no claim", "Give `claim`, or `rule` and `pattern`.")
    if not row["url"].startswith(("https://", "http://")):
        raise DataFileError(
            name, f"{place}.url", f"expected an address, got {row['url']!r}", "It starts with https://."
        )
    if isinstance(row["year"], bool) or not isinstance(row["year"], int):
        raise DataFileError(name, f"{place}.year", f"expected a year, got {row['year']!r}", "Write it as 2026.")
    expires = row["expires"]
    if not isinstance(expires, date) or isinstance(expires, datetime):
        raise DataFileError(name, f"{place}.expires", f"expected a date, got {expires!r}", "Write it as 2027-06-30.")
    pattern = None
    if "pattern" in row:
        try:
            pattern = compile_bounded(row["pattern"], re.IGNORECASE)
        except PatternError as error:
            raise DataFileError(name, f"{place}.pattern", str(error), "") from None
    return Evidence(
        row["title"], row["url"], row["year"], row["scope"], expires, row.get("claim", ""), row.get("rule", ""), pattern
    )


def _known(name: str, place: str, data: Mapping[str, Any], keys: Sequence[str]) -> None:
    for key in data:
        if key not in keys:
            where = f"{place}.{key}" if place else key
            raise DataFileError(name, where, "unknown key", _nearest(key, keys))


def _one_of(name: str, key: str, value: object, known: Sequence[str]) -> str | None:
    if value is None:
        return None
    for one in known:
        if isinstance(value, str) and value.lower() == one.lower():
            return one
    raise DataFileError(name, key, f"unknown value {value!r}", _nearest(str(value), known))


def _texts(name: str, key: str, data: Mapping[str, Any]) -> tuple[str, ...]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise DataFileError(name, key, "expected a list of texts", f'Write it as {key} = ["…"].')
    return tuple(value)


def _table(name: str, key: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise DataFileError(name, key, "expected a table", f"Write [{key}] and its keys below.")
    return value


def _nearest(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(known)}."
