"""The rows of the table: the lines of the source with what people did to them, and the rows that they added.

The saved rows are laid over whatever the source says now: an edit stays with the line it was made to, wherever that has
moved, and comes back when the line does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any
from zlib import crc32

from assistant.plan.sources import SourceLine, SourceRead
from assistant.schema.brief import BRIEF_FACTS, FACT_CHARS
from assistant.schema.work import FactLine

# A line that has been changed in the source is still the one that somebody had edited here, if so much of it is the same.
_SAME = 0.6
# Where it is looked for: so many lines from where it stood.
_NEAR = 4
_ID_CHARS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line as it is saved, where it stands in the text that is shown, and what is asked about it.

    `key` is the same for as long as the source says the same. `at` and `to` are equal for what stands nowhere.
    """

    key: str
    line: FactLine
    at: int = 0
    to: int = 0
    question: str = ""

    @property
    def is_edited(self) -> bool:
        """Whether it says something else than the source."""
        return bool(self.line.read) and self.line.text != self.line.read


def rows_of(read: SourceRead, saved: Sequence[FactLine] | None) -> tuple[Row, ...]:
    """The rows in the order of the source, added ones behind those that they were added to; deleted ones among them."""
    lines = read.lines
    of_line, behind = _placed(lines, saved or ())
    rows = [_added(one) for one in behind.get(-1, ())]
    seen: dict[str, int] = {}
    for place, line in enumerate(lines):
        seen[line.text] = seen.get(line.text, 0) + 1
        key = f"s{crc32(line.text.encode()):08x}-{seen[line.text]}"
        known = of_line.get(place)
        fresh = FactLine(
            text=line.text if known is None or known.text == known.read else known.text,
            use=not line.question if known is None else known.use,
            start=line.start if line.to else None,
            end=line.end if line.to else None,
            read=line.text,
            gone=known is not None and known.gone,
        )
        rows.append(Row(key, fresh, line.at, line.to, line.question))
        rows += [_added(one) for one in behind.get(place, ())]
    return tuple(rows)


def lines_of(rows: Iterable[Row], read: SourceRead) -> tuple[FactLine, ...] | None:
    """The rows as they are saved; None where they are what the source says by itself."""
    kept = tuple(row.line for row in rows)
    return None if kept == tuple(row.line for row in rows_of(read, None)) else kept


def used_facts(rows: Iterable[Row]) -> list[str]:
    """The texts of the rows that are used, in order."""
    return [row.line.text for row in rows if row.line.use and not row.line.gone and row.line.text]


def apply(rows: Sequence[Row], deeds: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    """The rows after what somebody did, which comes from a browser: what makes no sense is passed over.

    A deed has `do` and, but for the last three, the key of its `row`: "text" with a `text`, "use" with `use`, "gone", "back"
    (to what the source says), "add" (behind the row, or first for ""; with an `id` and a `text`), "every" with `use`,
    "restore" what was deleted, "reset" everything.
    """
    now = list(rows)
    for deed in deeds:
        now = _after(now, deed)
    return tuple(now)


def _after(rows: list[Row], deed: Mapping[str, Any]) -> list[Row]:
    do, key = deed.get("do"), str(deed.get("row", ""))
    at = next((place for place, row in enumerate(rows) if row.key == key), None)
    if do == "add":
        return _with_added(rows, at, deed) if at is not None or not key else rows
    if do == "every":
        return [row if row.line.gone else _with(row, use=bool(deed.get("use"))) for row in rows]
    if do == "restore":
        return [_with(row, gone=False, use=not row.question) if row.line.gone else row for row in rows]
    if do == "reset":
        kept = [row for row in rows if row.line.read]
        return [_with(row, text=row.line.read, gone=False, use=not row.question) for row in kept]
    if at is None:
        return rows
    row = rows[at]
    if do == "gone":
        return [*rows[:at], *([_with(row, gone=True, use=False)] if row.line.read else []), *rows[at + 1 :]]
    changed = row
    if do == "text":
        changed = _with(row, text=_one_line(deed.get("text")))
    elif do == "use":
        changed = _with(row, use=bool(deed.get("use")))
    elif do == "back" and row.line.read:
        changed = _with(row, text=row.line.read)
    return [*rows[:at], changed, *rows[at + 1 :]]


def _with_added(rows: list[Row], at: int | None, deed: Mapping[str, Any]) -> list[Row]:
    id = "".join(char for char in str(deed.get("id", "")) if char.isalnum())[:_ID_CHARS]
    if not id or any(row.line.id == id for row in rows) or sum(not row.line.read for row in rows) >= BRIEF_FACTS:
        return rows
    place = 0 if at is None else at + 1
    return [*rows[:place], _added(FactLine(text=_one_line(deed.get("text")), id=id)), *rows[place:]]


def _added(line: FactLine) -> Row:
    return Row(f"a{line.id}", line)


def _with(row: Row, **changes: Any) -> Row:
    line = FactLine.model_validate({**dict(row.line), **changes})
    return Row(row.key, line, row.at, row.to, row.question)


def _one_line(text: object) -> str:
    return " ".join(str(text or "").split())[:FACT_CHARS]


def _placed(
    lines: Sequence[SourceLine], saved: Sequence[FactLine]
) -> tuple[dict[int, FactLine], dict[int, list[FactLine]]]:
    """Which saved row belongs to which line of the source, and which added ones stand behind which line (-1: before all)."""
    free: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        free.setdefault(line.text, []).append(number)
    of_line: dict[int, FactLine] = {}
    places: list[int | None] = []
    for one in saved:
        same = free.get(one.read) if one.read else None
        found = same.pop(0) if same else None
        places.append(found)
        if found is not None:
            of_line[found] = one
    behind: dict[int, list[FactLine]] = {}
    last = -1
    for one, place in zip(saved, places, strict=True):
        if not one.read:
            behind.setdefault(last, []).append(one)
            continue
        if place is None and (one.text != one.read or not one.use):
            place = _like(one.read, lines, of_line, last)
            if place is not None:
                of_line[place] = one
        last = place if place is not None else last
    return of_line, behind


def _like(read: str, lines: Sequence[SourceLine], taken: Mapping[int, FactLine], last: int) -> int | None:
    """The line, near where it stood, that a changed line has become."""
    for place in range(last + 1, min(last + 1 + _NEAR, len(lines))):
        if place not in taken and SequenceMatcher(None, read, lines[place].text, autojunk=False).ratio() >= _SAME:
            return place
    return None
