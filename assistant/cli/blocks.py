"""Reads a text of any size in blocks that fit in memory, and scans each with the table header it may lie under."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from assistant.cli.reading import whole_characters
from assistant.errors import InputError
from assistant.schema import Quantity

BLOCK_CHARS = 262_144
# A header longer than this is no header.
HEADER_CHARS = 4_000
# Tried in this order; a unit stands behind the space after a number, so that not every space will do.
_STOPS = (
    re.compile(r"\n\n"),
    re.compile(r"\n"),
    re.compile(r"[。！？；]|[.!?;] (?=[^\W\d])"),
    re.compile(r"[，、]|, (?=[^\W\d])"),
    re.compile(r"[^\W\d] (?=[^\W\d])"),
    re.compile(r"\s"),
)


@contextmanager
def open_text(name: str, stdin: TextIO) -> Iterator[TextIO]:
    """The file, or standard input for "-". Raises `InputError` naming the file and what to do."""
    if name == "-":
        yield stdin
        return
    try:
        with Path(name).open(encoding="utf-8-sig", errors="surrogateescape") as file:
            yield file
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}). Check the path and its permissions.") from None


def _cut(text: str) -> int:
    """Where a full block ends best: after a blank line, a line, a sentence or a word; its last quarter is searched."""
    least = len(text) * 3 // 4
    for stop in _STOPS:
        ends = [match.end() for match in stop.finditer(text, least)]
        if ends:
            return ends[-1]
    return len(text)


def find_blocks(stream: TextIO, name: str, chars: int = BLOCK_CHARS) -> Iterator[tuple[str, str]]:
    """(block, header) of a text in order, together all of it; the header is what a cut table goes on under, else "".

    Raises `InputError` naming the first byte that is not UTF-8.
    """
    rest, header, passed = "", "", 0
    while True:
        read = stream.read(chars)
        text = rest + whole_characters(read, name, passed)
        passed += len(read.encode("utf-8", "surrogateescape"))
        at = _cut(text) if read else len(text)
        block, rest = text[:at], text[at:]
        if block:
            yield block, header
            header = _open_header(block, header)
        if not read:
            return


def _open_header(block: str, before: str) -> str:
    """The first two lines of the paragraph that a block breaks off in; a table's header and rule are there."""
    if block.endswith("\n\n") or not block.endswith("\n"):
        return ""
    start = block.rfind("\n\n")
    if start < 0 and before:
        return before
    lines = block[start + 2 if start >= 0 else 0 :].split("\n", 2)[:2]
    header = "".join(f"{line}\n" for line in lines)
    return header if len(header) <= HEADER_CHARS else ""


def scan(block: str, header: str, find: Callable[[str], tuple[Quantity, ...]]) -> tuple[Quantity, ...]:
    """The quantities of a block, offsets into the block, read as if its header stood above it."""
    if not header:
        return find(block)
    shift = len(header)
    return tuple(
        replace(quantity, start=quantity.start - shift, end=quantity.end - shift)
        for quantity in find(header + block)
        if quantity.start >= shift
    )
