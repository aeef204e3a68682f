"""Reads reference files into `Reference` values and hands them out by dimension.

Shipped files are proven by the test-suite, so that they are read here without a validator; a file that comes from
outside goes through `assistant.references.check` first. Parsing the YAML takes most of a second, so `compiled.json`
keeps what the files say, together with a checksum of them: where that differs, the YAML is read instead, never stale,
only slower. Write it anew with `python -m assistant.references`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.schema import LANGS, Names, Reference, Source
from assistant.schema.data import load_yaml
from assistant.units import dimension

DATA = Path(__file__).parent / "data"
COMPILED = Path(__file__).parent / "compiled.json"
# So many teams' books, or states of one, are kept beside the shipped one.
_MERGED = 16


@dataclass(frozen=True, slots=True)
class Book:
    """References by id and by dimension; the order within a dimension is that of the ids.

    `added` are those that came to the shipped ones, or in the place of one.
    """

    by_id: Mapping[str, Reference]
    by_dimension: Mapping[str, tuple[Reference, ...]]
    added: tuple[Reference, ...] = ()
    # What callers have worked out from this book and would work out again; it lives as long as the book.
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def of(self, dimensions: Iterable[str]) -> tuple[Reference, ...]:
        """The references of these dimensions, in the given order of dimensions; empty if there are none."""
        return tuple(reference for name in dimensions for reference in self.by_dimension.get(name, ()))

    def get(self, reference_id: str) -> Reference:
        """The reference with this id; raises `InputError` with near matches otherwise."""
        try:
            return self.by_id[reference_id]
        except KeyError:
            from difflib import get_close_matches

            near = get_close_matches(reference_id, self.by_id, n=3)
            hint = f" Did you mean {' or '.join(near)}?" if near else " `yardstick references list` shows them all."
            raise InputError(f"no reference is called {reference_id!r}.{hint}") from None


def _names(entry: Mapping[str, Any]) -> Names:
    return Names(
        name=entry["name"],
        thing=entry["thing"],
        of=entry["of"],
        many=entry.get("many") or "",
        counter=entry.get("counter") or "",
    )


def build_reference(reference_id: str, entry: Mapping[str, Any]) -> Reference:
    """A `Reference` out of one entry of a file that follows the schema."""
    value = Decimal(entry["value"])
    low, high = entry.get("spread") or (entry["value"], entry["value"])
    source = entry["source"]
    return Reference(
        id=reference_id,
        value=value,
        unit=entry["unit"],
        dimension=dimension(entry["unit"]),
        aspect=entry["aspect"],
        statistic=entry["statistic"],
        low=Decimal(low),
        high=Decimal(high),
        names={lang: _names(entry["names"][lang]) for lang in LANGS if entry["names"].get(lang)},
        markets=entry["markets"],
        topics=tuple(entry.get("topics") or ()),
        as_of=str(entry["as_of"]),
        source=Source(source["title"], source.get("url") or "", str(source["figure"]), str(source["accessed"])),
        expires=str(entry["expires"]) if entry.get("expires") else None,
        audiences=entry.get("audiences") or {},
        sensitivity=tuple(entry.get("sensitivity") or ()),
        usable_as=tuple(entry.get("usable_as") or ("compare",)),
        working=entry.get("working") or "",
        british=_names(entry["names"]["en-GB"]) if entry["names"].get("en-GB") else None,
        each=entry.get("each") or {},
        own=bool(entry.get("own")),
    )


def group(references: Iterable[Reference]) -> Book:
    """A book of just these references; of two with one id, the later wins."""
    by_id = {reference.id: reference for reference in sorted(references, key=lambda r: r.id)}
    grouped: dict[str, list[Reference]] = {}
    for reference in by_id.values():
        grouped.setdefault(reference.dimension, []).append(reference)
    return Book(by_id, {name: tuple(members) for name, members in grouped.items()})


def _digest(folder: Path) -> int:
    total = 0
    for path in sorted(folder.glob("*.yaml")):
        total = zlib.crc32(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"), total)
    return total


def _read_yaml(folder: Path) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for path in sorted(folder.glob("*.yaml")):
        entries |= load_yaml(path.read_text(encoding="utf-8")) or {}
    return entries


def compile_book(folder: Path = DATA) -> str:
    """What `compiled.json` has to hold for the YAML files of a folder."""
    document = {"digest": _digest(folder), "entries": _read_yaml(folder)}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


@cache
def _shipped() -> tuple[Reference, ...]:
    if COMPILED.is_file():
        document = json.loads(COMPILED.read_bytes())
        entries = document["entries"] if document["digest"] == _digest(DATA) else _read_yaml(DATA)
    else:
        entries = _read_yaml(DATA)
    return tuple(build_reference(reference_id, entry) for reference_id, entry in entries.items())


def load_book(paths: Sequence[Path] = (), today: date | None = None) -> Book:
    """The shipped references and those of `paths` (files or folders), without those that expired before `today`.

    An own reference replaces a shipped one of the same id. Raises `DataFileError` naming file, entry and field.
    """
    shipped = _shipped_on((today or date.today()).isoformat())
    if not paths:
        return shipped
    from assistant.references.check import load_checked

    return merge(shipped, (reference for path in paths for reference in load_checked(path)), today)


def merge(book: Book, added: Iterable[Reference], today: date | None = None) -> Book:
    """A book with these references as well, each in the place of one of the same id; of two given, the later wins.

    Those that expired before `today` are left out, and what they would have replaced with them. The same references
    give the same book again, with all that was worked out from it: an app may ask at every click.

    >>> book = load_book()
    >>> merge(book, []) is book
    True
    """
    day = (today or date.today()).isoformat()
    given = {reference.id: reference for reference in added}
    if not given:
        return book
    # Compared, not hashed: a reference holds mappings.
    made: list[tuple[str, dict[str, Reference], Book]] = book.kept.setdefault("merged", [])
    for known in made:
        if known[0] == day and known[1] == given:
            return known[2]
    merged = _merged(book, given, day)
    made[:] = [*made[-(_MERGED - 1) :], (day, given, merged)]
    return merged


def _merged(book: Book, given: Mapping[str, Reference], day: str) -> Book:
    touched = {reference.dimension for reference in given.values()}
    touched |= {book.by_id[one].dimension for one in given if one in book.by_id}
    valid = {
        one: reference for one, reference in given.items() if reference.expires is None or reference.expires >= day
    }
    by_id = dict(sorted({**{k: v for k, v in book.by_id.items() if k not in given}, **valid}.items()))
    grouped = dict(book.by_dimension)
    for name in sorted(touched):
        members = tuple(reference for reference in by_id.values() if reference.dimension == name)
        grouped.pop(name, None)
        if members:
            grouped[name] = members
    before = tuple(reference for reference in book.added if reference.id not in given)
    return Book(by_id, grouped, (*before, *valid.values()))


@lru_cache(maxsize=2)
def _shipped_on(day: str) -> Book:
    return group(r for r in _shipped() if r.expires is None or r.expires >= day)
