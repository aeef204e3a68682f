"""Who said what: a pasted text as the utterances of its customers, everybody else's words left out and named.

plain text     a review a line, or in paragraphs where blank lines part them; transcripts by their labels
mail           headers, quoted lines and signatures are nobody's words
CSV, JSON lines  the column of the text; rows of another speaker are left out
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, field
from typing import Any

from assistant.errors import InputError
from assistant.personas.cues import load_speakers

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_LABEL = re.compile(
    r"[ \t>*\-•]*(?:\[[\d:. ]{1,12}\]\s*|\d{1,2}:\d{2}(?::\d{2})?\s+)?\**([^\s:：\[\]()（）*][^:：\n\[\]()（）*]{0,30}?)\**[ \t]*(?:[\[(（]([^\])）\n]{1,20})[\])）])?[ \t]*(?:：|:(?!//))\**[ \t]*"
)
_NUMBER = re.compile(r"[\s#]*\d{0,3}$")
_RULE = re.compile(
    r"\s*(?:[-=*_—]{3,}|(?:ticket|review|interview|case|工单|工單|访谈|訪談|评价|評價)\s*#?\s*\d+)\s*[:：.]?\s*$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\s*(?:On .{4,120} wrote:|.{4,60}(?:写道|寫道)[:：])\s*$|\s*-{2,}\s*(?:Original Message|原始邮件|原始郵件|Forwarded message)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*(?:[-*•·]|\d{1,3}[.)、])[ \t]+")
# A pasted text is read in one go; what is longer belongs in pieces.
MOST_ROWS = 200_000


class NobodySpeaks(InputError):  # noqa: N818 - reads as the fault, like the other errors
    """A text in which no customer says anything; `others` tells whether somebody else does."""

    def __init__(self, name: str, others: bool) -> None:
        self.others = others
        why = "only sellers', interviewers' or quoted words" if others else "nothing"
        super().__init__(
            f"{'standard input' if name == '-' else name}: {why} in it; nobody to listen to. "
            "Paste reviews, one a line, or tickets with Customer: and Agent:."
        )


class NoColumn(InputError):  # noqa: N818
    """A table without a column of text: how such columns may be `called`, and those that it has."""

    def __init__(self, name: str, called: tuple[str, ...], columns: tuple[str, ...]) -> None:
        self.called, self.columns = ", ".join(called[:6]), ", ".join(columns)[:80]
        super().__init__(f"{name}: no column of text. Call it one of {self.called}; found: {self.columns}.")


class NoTable(InputError):  # noqa: N818
    """A file that ends in .csv or .tsv and is none, seen at a `line`."""

    def __init__(self, name: str, line: int, why: str) -> None:
        self.line = line
        super().__init__(f"{name}: line {line}: not CSV ({why}).")


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one customer said in one go: `start` is its offset in the file, or in the row's text for CSV and JSON lines."""

    voice: int
    text: str
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that was not listened to, and why: another's words, quoted, a header, a signature, irony, a bad row."""

    line: int
    why: str


@dataclass(slots=True)
class Heard:
    """The utterances of a text in order, and what was left out of it."""

    utterances: list[Utterance] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    voices: int = 0

    def new_voice(self) -> int:
        """The number of one more customer."""
        self.voices += 1
        return self.voices


def find_utterances(text: str, name: str = "-") -> Heard:
    r"""Who said what in a text; CSV and JSON lines by the file's name, else by what the first line looks like.

    Raises `InputError` for a table without a column of text.

    >>> [one.text for one in find_utterances("It leaks.\nSeller response: Sorry that it leaks!").utterances]
    ['It leaks.']
    """
    lowered = name.lower()
    heard = Heard()
    first = text.lstrip("\ufeff \t\r\n")[:1]
    if lowered.endswith((".jsonl", ".ndjson")) or (first == "{" and not lowered.endswith((".txt", ".md", ".csv"))):
        _read_json(text, name, heard)
    elif lowered.endswith((".csv", ".tsv")):
        _read_table(text, name, heard)
    else:
        _Reader(text, heard).read()
    return heard


@dataclass(slots=True)
class _Reader:
    """Reads plain text line by line; `role` is whose words follow, `voice` who of the customers speaks."""

    text: str
    heard: Heard
    base_line: int = 1
    own_voice: int = 0  # of a row: all its words are one customer's
    role: str = ""
    voice: int = 0
    run: tuple[int, int, int] | None = None  # start, end and line of the words that go on
    named: dict[str, int] = field(default_factory=dict)

    def read(self) -> None:
        """Fills `heard`."""
        lines = [
            (found.start(1), found.end(1))
            for found in _LINE.finditer(self.text)
            if found[0] or found.start() < len(self.text)
        ]
        in_paragraphs = any(not self.text[a:b].strip() for a, b in lines[1:-1]) or self.own_voice
        for number, (start, end) in enumerate(lines, self.base_line):
            self._line(number, start, end, bool(in_paragraphs))
        self._end()

    def _line(self, number: int, start: int, end: int, in_paragraphs: bool) -> None:
        line = self.text[start:end]
        if not line.strip():
            self._end()
            if self.role in ("reply", "signature", "header"):
                self.role = ""
            if not self.role:
                self.voice = self.own_voice
            return
        if _RULE.match(line):
            self._end()
            self.role, self.voice = "", self.own_voice
            self.named.clear()
            return
        if self.role == "signature":
            self._skip(number, "signature")
            return
        reason = self._mail(line)
        if reason:
            self._end()
            self._skip(number, reason)
            return
        label = _LABEL.match(line)
        if label and (self._label(label[1]) or (label[2] and self._label(label[2]))):
            self._end()
            start += label.end()
            if not self.text[start:end].strip():
                return
        if self.role in ("other", "reply", "quoted"):
            self._skip(number, "quoted" if self.role == "quoted" else "another speaker")
            if self.role == "reply" and not in_paragraphs:
                self.role = ""
            return
        bullet = _BULLET.match(self.text, start, end)
        if bullet and not self.role:
            self._end()
            start = bullet.end()
            self.voice = self.own_voice
        if not self.voice:
            self.voice = self.own_voice or self.heard.new_voice()
        self.run = (self.run[0], end, self.run[2]) if self.run else (start, end, number)
        if not in_paragraphs:
            self._end()
            if not self.role:
                self.voice = self.own_voice

    def _mail(self, line: str) -> str:
        """Why a line of a mail is nobody's words here; "" where it is a customer's."""
        known = load_speakers()
        if line.lstrip().startswith(">"):
            return "quoted"
        if _WROTE.match(line):
            # What follows unmarked is still somebody's letter.
            self.role = "quoted" if "-" in line[:4] else self.role
            return "quoted"
        head = line.partition(":")[0] if ":" in line else line.partition("：")[0]
        if head != line and head.strip().lower() in known.headers:
            return "mail header"
        said = line.strip().rstrip(",.!，。！ ").lower()
        if (
            line.rstrip() in ("--", "-- ")
            or said in known.closings
            or said.startswith(("sent from my", "发自我的", "從我的"))
        ):
            self.role = "signature"
            return "signature"
        return ""

    def _label(self, label: str) -> bool:
        """Whether a label says who speaks; sets role and voice."""
        known = load_speakers()
        name = label.strip().lower()
        plain = _NUMBER.sub("", name).strip()
        words = plain.split()
        parts = [name, plain, *(words if len(words) == 2 else words[-1:])]
        if plain not in known.customer | known.other and not name.isascii():
            # 受访者A, 客服小王: the word that says what somebody is stands first.
            parts += [
                word
                for word in (*known.other, *known.customer)
                if not word.isascii() and len(word) > 1 and plain.startswith(word)
            ]
        if any(part in known.reply for part in parts):
            self.role = "reply"
        elif any(part in known.other for part in parts):
            self.role = "other"
        elif any(part in known.customer for part in parts):
            self.role = "customer"
            if name not in self.named:
                self.named[name] = self.own_voice or self.heard.new_voice()
            self.voice = self.named[name]
        else:
            return False
        return True

    def _skip(self, number: int, why: str) -> None:
        self.heard.skipped.append(Skipped(number, why))

    def _end(self) -> None:
        """Hands over the words that went on so far."""
        if self.run:
            start, end, line = self.run
            self.heard.utterances.append(Utterance(self.voice, self.text[start:end], start, line))
            self.run = None


def _read_row(text: str, row: dict[str, Any], line: int, heard: Heard) -> None:
    known = load_speakers()
    for key, value in row.items():
        # A table's row may have more cells than columns: they stand under None, as a list.
        told = str(key).strip().lower() in known.roles and isinstance(value, str)
        if told and value.strip().lower() in known.other:
            heard.skipped.append(Skipped(line, "another speaker"))
            return
    if text.strip():
        _Reader(text, heard, line, heard.new_voice()).read()


def _read_table(text: str, name: str, heard: Heard) -> None:
    sample = text[:4000].partition("\n")[0]
    delimiter = max(",;\t", key=sample.count)
    csv.field_size_limit(5_000_000)
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    try:
        columns = list(table.fieldnames or ())
        known = load_speakers().columns
        column = next((one for want in known for one in columns if one.strip().lower() == want), None)
        if column is None:
            raise NoColumn(name, known, tuple(columns))
        last = table.line_num
        for row in table:
            line, last = last + 1, table.line_num
            _read_row(row[column] or "", row, line, heard)
    except csv.Error as error:
        raise NoTable(name, table.line_num, str(error)) from None


def _read_json(text: str, name: str, heard: Heard) -> None:
    known = load_speakers().columns
    for number, found in enumerate(_LINE.finditer(text), 1):
        line = found[1].strip()
        if not line:
            continue
        try:
            row = json.loads(line.removeprefix("\ufeff"))
        except (ValueError, RecursionError):
            heard.skipped.append(Skipped(number, "not JSON"))
            continue
        said = (
            next((row[key] for want in known for key in row if key.lower() == want), None)
            if isinstance(row, dict)
            else None
        )
        if not isinstance(said, str):
            heard.skipped.append(Skipped(number, "no text"))
            continue
        _read_row(said, row, number, heard)
