"""What there is to say of a document and its versions, what may be kept as one, and that somebody else was faster.

Pure: knows no database.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assistant.errors import InputError
from assistant.store.failures import StoreError

# Of one version's body, written as JSON.
MOST_BYTES = 2_000_000
# Deeper ones can be written and then not be read, by a program that stands deep in its own calls.
MOST_LEVELS = 100
MOST_CHARACTERS = 255

# No document has so many versions, no workspace so many documents, and no larger number fits a database's.
_LARGEST = 2**31 - 1

_KIND = re.compile(r"[a-z][a-z0-9-]{0,31}")


@dataclass(frozen=True, slots=True)
class Saved:
    """The version that holds what was to be saved, and when it was made (UTC)."""

    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Document:
    """A version of a document: the newest, unless another was asked for. `at` is UTC; `by` may be empty."""

    kind: str
    id: str
    name: str
    version: int
    body: dict[str, Any]
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Row:
    """A document as a list shows it. `size` is that of its body in bytes, 0 for a deleted one."""

    kind: str
    id: str
    name: str
    version: int
    at: datetime
    by: str
    size: int


@dataclass(frozen=True, slots=True)
class Version:
    """A version as a history shows it; `deleted` where it is the document's deletion, `auto` where nobody asked for
    it, a label where somebody gave it one.
    """

    version: int
    name: str
    at: datetime
    by: str
    size: int
    deleted: bool
    auto: bool = False
    label: str = ""


class Outdated(StoreError):  # noqa: N818 - what it is to whoever saves, not a fault
    """Another version is there than the one that was seen; nothing was written.

    `current` is the document as it is now, None where it was deleted or never made.
    """

    def __init__(self, kind: str, id: str, expected: int | None, current: Document | None) -> None:
        self.kind, self.id, self.expected, self.current = kind, id, expected, current
        seen = f"version {expected} was seen" if expected else "none was seen"
        there = (
            f"version {current.version} of {current.at:%Y-%m-%d %H:%M} UTC is there"
            if current
            else "it has been deleted, or was never saved"
        )
        super().__init__(f"{kind} {id!r}: {seen}, {there}; nothing was overwritten. Load it, then save again.")


def check_kind(kind: str) -> str:
    """The kind, if it is one: a short word that a program made up. Raises `InputError`."""
    if not _KIND.fullmatch(kind):
        raise InputError(f"a document's kind: expected a word like draft, in a-z, 0-9 and -, not {_shown(kind)}.")
    return kind


def check_key(what: str, key: str) -> str:
    """An id or a workspace, if it can be one: a line of its own, not too long. Raises `InputError`.

    >>> check_key("a document's id", "Rocket, 2nd stage · 火箭")
    'Rocket, 2nd stage · 火箭'
    >>> check_key("a document's id", " rocket")
    Traceback (most recent call last):
    assistant.errors.InputError: a document's id: expected 1 to 255 printable characters, none of them a space at an
    end, not ' rocket'.
    """
    if not 0 < len(key) <= MOST_CHARACTERS or not key.isprintable() or key != key.strip():
        raise InputError(
            f"{what}: expected 1 to {MOST_CHARACTERS} printable characters, none of them a space at an end, "
            f"not {_shown(key)}."
        )
    return key


def check_name(what: str, name: str) -> str:
    """A name that somebody typed, or nothing. Raises `InputError` for one that is too long."""
    if len(name) > MOST_CHARACTERS:
        raise InputError(f"{what}: expected at most {MOST_CHARACTERS} characters, not {len(name):,}. Make it shorter.")
    return name


def check_label(label: str) -> str:
    """A version's label, or nothing. Raises `InputError` for one that is too long, blank, or more than a line."""
    if label and (label.splitlines() != [label] or not label.strip()):
        raise InputError(f"a version's label: expected a line of text, not {_shown(label)}.")
    return check_name("a version's label", label)


def fold_name(name: str) -> str:
    """A name as it is searched: its case, its width, its blanks and how its letters are composed make no difference.

    >>> fold_name("ＲＯＣＫＥＴ  火箭") == fold_name("rocket\u3000火箭")
    True
    >>> (
    ...     fold_name("İSTANBUL") == fold_name("istanbul"),
    ...     fold_name("ΟΔΟΣ") == fold_name("οδος"),
    ...     fold_name("Straße") == fold_name("STRASSE"),
    ... )
    (True, True, True)
    """
    # Unicode's own steps for comparing without case or width (its definition D146).
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFD", name).casefold())
    folded = unicodedata.normalize("NFKD", folded.casefold())
    # Turkish has two letters i, and the capital of either is another language's other.
    return " ".join(folded.replace("i\u0307", "i").replace("ı", "i").split())


def storable(number: int) -> int:
    """The same number, or one that there is none of either."""
    return max(0, min(number, _LARGEST))


def write_body(what: str, body: Mapping[str, Any]) -> bytes:
    r"""The body as JSON, in its own order. Raises `InputError` for what JSON can't say, and for one that is too big.

    >>> write_body("draft 'a'", {"text": "半升", "facts": [1, None]})
    b'{"text":"\xe5\x8d\x8a\xe5\x8d\x87","facts":[1,null]}'
    """
    problem = _find_problem(body)
    if problem:
        raise InputError(f"{what}: {problem}; expected what JSON can say.")
    try:
        text = json.dumps(dict(body), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError) as error:
        raise InputError(f"{what}: {error}; expected what JSON can say.") from None
    # Half a surrogate pair has no bytes in UTF-8 proper; JSON reads it back all the same.
    written = text.encode("utf-8", "surrogatepass")
    if len(written) > MOST_BYTES:
        raise InputError(
            f"{what}: is {len(written) / 1e6:.1f} MB, more than the {MOST_BYTES / 1e6:.0f} MB that are kept of one. "
            "Make it shorter, or make two of it."
        )
    return written


def read_body(written: bytes) -> dict[str, Any]:
    """What `write_body` wrote. Raises `ValueError` for anything else."""
    body = json.loads(written.decode("utf-8", "surrogatepass"))
    if not isinstance(body, dict):
        raise ValueError("not an object")
    return body


def _find_problem(body: Mapping[str, Any]) -> str:
    """What would come back otherwise than it was given, or not at all; empty if nothing would."""
    left: list[tuple[Any, int]] = [(body, 1)]
    while left:
        value, level = left.pop()
        if level > MOST_LEVELS:
            return f"nested more than {MOST_LEVELS} levels deep"
        if isinstance(value, Mapping):
            if not all(isinstance(name, str) for name in value):
                return "a name in it is no text"
            left += ((inner, level + 1) for inner in value.values())
        elif isinstance(value, list | tuple):
            left += ((inner, level + 1) for inner in value)
    return ""


def _shown(text: str) -> str:
    return repr(text[:40]) + ("…" if len(text) > 40 else "")
