"""Tables of shops whose rules were lost: "Weight 69 g Connectivity Number of Antennae 2" back into rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.plan.pages.words import PARTS, PROPERTIES, TABLE_LABELS, listed

# Fewer labels than these are words of a sentence.
_ROWS = 4
_VALUE_WORDS = 30
_FEATURE_WORDS = 8
_OPENING = re.compile(
    r",?\s*\b(?=(?:Key Features of|Specifications? of|Product Specifications?|Specifications?:|Technical Specifications?)\s)"
)
_HEAD = re.compile(
    r"^(?:Key Features of|Specifications? of|Product Specifications?|Specifications?:?|Technical Specifications?)\s*"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, written as `label: value`."""

    label: str
    value: str

    @property
    def text(self) -> str:
        """As a line of a brief.

        >>> Row("Weight", "69 g").text
        'Weight: 69 g'
        """
        return f"{self.label}: {self.value}"


_SECOND_WORDS = r"(?:Proof|Safe|Resistant|Indicators?|Included|Alarm|Free|Washable|Mountable|Supported|Compatible|Details|Features)\b"
# A zero, or nothing, is no fact.
_EMPTY = re.compile(r"^(?:NA\b.*|N/A\b.*|0(?:\.0+)?\s*[a-zA-Z]*|Free Size|-+)$")


@cache
def _labels() -> re.Pattern[str]:
    names = sorted(listed(TABLE_LABELS), key=len, reverse=True)
    known = "|".join(re.escape(name) for name in names)
    # Headings of a table's parts ("Shoe Details"), free combinations, and whatever stands before a bare Yes or No.
    section = r"(?:[A-Z]\w*\s&\s)?[A-Z]\w+\s(?:Details|Features)"
    answered = rf"(?:[A-Z]\w*\s(?={_SECOND_WORDS}))?[A-Z][\w-]*(?=\s(?:Yes|No)\b)"
    return re.compile(rf"(?<![\w/-])(?:{section}|(?:{PARTS})\s(?:{PROPERTIES})|{known}|{answered})(?=\s|$)(?!\s?:)")


def split_table(line: str, title: str = "") -> list[Row | str]:
    """The rows of a table that ran together and the prose around it, in order; the line itself where there is none.

    >>> split_table("Specifications Weight 69 g Color White Material Steel Height 9 inch")
    [Row(label='Weight', value='69 g'), Row(label='Color', value='White'), Row(label='Material', value='Steel'), Row(label='Height', value='9 inch')]
    """
    found: list[Row | str] = []
    for part in _parts(line, title):
        head = _HEAD.match(part)
        body = _without_title(part[head.end() :], title) if head else part
        rows = _rows(body)
        if rows is None and head is None:
            found.append(part)
        elif rows is None:
            found += _features(body)
        else:
            found += rows
    return [part for part in found if isinstance(part, Row) or part.strip(" ,.")]


def _parts(line: str, title: str) -> list[str]:
    """The line cut before its table and, where it runs on, wherever the page's title stands again."""
    parts = _OPENING.split(line)
    name = re.sub(r"\s+", " ", title.split(" - ")[0]).strip()
    if len(name) < 8 or len(line) < len(name) + 150:
        return parts
    again = re.compile(rf"(?<=[\w\s]),\s?{re.escape(name)}\s*(?:\([^()]{{1,80}}\)\s*)?")
    return [cut for part in parts for cut in again.split(part)]


def known_tail(words: str) -> str:
    """The longest known label that some words end in; "" where they end in none.

    >>> known_tail("Apple Watch Case Material"), known_tail("Apple Watch")
    ('Case Material', '')
    """
    parts = words.split()
    tails = (" ".join(parts[first:]) for first in range(len(parts)))
    return next((tail for tail in tails if tail.lower() in _known()), "")


@cache
def _known() -> frozenset[str]:
    return frozenset(name.lower() for name in listed(TABLE_LABELS))


# Labels whose value may begin with a word that is a label too: "Type Range Extenders".
_OPEN = (
    "Type",
    "Design",
    "Brand",
    "Model Name",
    "Style",
    "Pattern",
    "Series",
    "Collection",
    "Label",
    "Sub Model",
    "Designed For",
)


def _features(body: str) -> list[Row | str]:
    """Key features up to the name that the page repeats behind them, parted where a capital follows a plain word."""
    if ":" in body or "," in body:
        return [body]
    parts = [""]
    for word, before in zip(body.split(), ["", *body.split()], strict=False):
        if parts[-1] and word[:1].isupper() and before[:1].islower():
            parts.append(word)
        else:
            parts[-1] = f"{parts[-1]} {word}".strip()
    return list(parts) if len(parts) > 1 and all(len(part.split()) <= _FEATURE_WORDS for part in parts) else []


def _without_title(body: str, title: str) -> str:
    name = re.sub(r"\s+", " ", title.split(" - ")[0]).strip()
    body = re.sub(r"\s+", " ", body).strip()
    if name and body.lower().startswith(name.lower()):
        body = body[len(name) :].strip()
        variant = re.match(r"\([^()]{1,60}\)\s*", body)
        return body[variant.end() :] if variant else body
    return body


def _starts(body: str) -> list[re.Match[str]]:
    """Where rows begin: labels, but not those that are words of the value before them."""
    starts: list[re.Match[str]] = []
    for match in _labels().finditer(body):
        before = body[starts[-1].end() : match.start()].strip() if starts else ""
        label = starts[-1][0] if starts else ""
        if body[: match.start()].rstrip().endswith((",", "&")) or (before and match[0] == label):
            continue
        if re.fullmatch(r"\d+", before) and label in ("Sales Package", "In The Box", "In the Box", "In the box"):
            continue
        if match[0] == "Warranty" and "Warranty" in label and before:
            continue
        starts.append(match)
    return starts


def _rows(body: str) -> list[Row | str] | None:
    matches = _starts(body)
    sentences = len(re.findall(r"[a-z]{3}[.!?]\s+[A-Z]", body))
    if len(matches) < max(_ROWS, 2 * sentences + 2):
        return None
    rows: list[Row | str] = []
    glued = -1
    for number, match in enumerate(matches):
        if number == glued:
            continue
        if (
            match[0] in _OPEN
            and number + 1 < len(matches)
            and not body[match.end() : matches[number + 1].start()].strip()
        ):
            glued = number + 1
        after = number + (2 if glued == number + 1 else 1)
        end = matches[after].start() if after < len(matches) else len(body)
        value = re.sub(r"\s*//\s*", " / ", body[match.end() : end].strip(" ,;:-"))
        value = re.sub(r"(?<=\))\s+(?:degrees?|deg)\s?[CF]$", "", value)
        value = re.sub(r"^(Yes|No)\s[A-Z].*$", r"\1", value)
        if value and not _EMPTY.match(value) and len(value.split()) <= _VALUE_WORDS:
            rows.append(Row(match[0], value))
    return rows
