"""Notes in a document that allow a finding: each names its rule and its reason, and is found out if it is idle.

<!-- yardstick: allow empty-superlative because the test is quoted below -->   this line and the next with words
<!-- yardstick: allow-file puffed-quality because house style -->               the whole file
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.documents import Comment
from assistant.lint.messages import level_of, say
from assistant.lint.places import Lines
from assistant.schema import Diagnostic, Lang

_NOTE = re.compile(r"yardstick\b\s*:?\s*", re.IGNORECASE)
_ALLOW = re.compile(r"(allow(?:-file)?)\s+(?=\S)", re.IGNORECASE)
_BECAUSE = re.compile(r"(?:^|(?<=\s))because(?![\w-])|因为|因為", re.IGNORECASE)
_SHOWN = 60


_SUGGESTED = 20  # unknown rules that get a suggestion: looking for a near name takes long


@dataclass(frozen=True, slots=True)
class Note:
    """A comment that allows rules on some lines, in the whole file if there are none."""

    rules: tuple[str, ...]
    reason: str
    lines: frozenset[int]
    start: int
    end: int


class Notes:
    """The notes of a document; keeps count of those that are at work."""

    __slots__ = ("_notes", "_reasons", "_used")

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = notes
        self._reasons: dict[tuple[str, int], str] = {}
        self._used: set[tuple[str, int]] = set()
        for note in notes:
            for place in _places(note):
                self._reasons[place] = self._reasons.get(place) or note.reason

    def __bool__(self) -> bool:
        return bool(self._notes)

    def names(self, rules: Iterable[str]) -> bool:
        """Whether a note allows one of these rules anywhere."""
        return any(rule in note.rules for note in self._notes for rule in rules)

    def reason(self, rule: str, first: int, last: int) -> str:
        """Why a finding on these lines is allowed, "" if it is not."""
        found = [place for line in (0, *range(first, last + 1)) if (place := (rule, line)) in self._reasons]
        self._used.update(found)
        return next((self._reasons[place] for place in found if self._reasons[place]), "")

    def faults(self, known: Iterable[str], lang: Lang) -> list[Diagnostic]:
        """What is wrong with the notes: no such rule, no reason, nothing to allow."""
        ids = set(known)
        faults: list[Diagnostic] = []
        unknown = 0
        for note in self._notes:
            for rule in note.rules:
                if rule not in ids:
                    unknown += 1
                    near = _near(rule, ids, lang) if unknown <= _SUGGESTED else ""
                    faults.append(fault("suppression-unknown-rule", note, lang, rule=rule, near=near))
                elif not note.reason:
                    faults.append(fault("suppression-without-reason", note, lang, rule=rule))
                elif not any((rule, line) in self._used for line in note.lines or (0,)):
                    faults.append(fault("suppression-unused", note, lang, rule=rule))
        return faults


def _places(note: Note) -> Iterator[tuple[str, int]]:
    for rule in note.rules:
        for line in note.lines or (0,):
            yield rule, line


def _near(rule: str, ids: Iterable[str], lang: Lang) -> str:
    from difflib import get_close_matches

    near = get_close_matches(rule[:100], ids, 1)
    return say("near", lang, near=near[0]) if near else ""


def find_notes(comments: Iterable[Comment], lines: Lines, lang: Lang) -> tuple[Notes, list[Diagnostic]]:
    """The notes among the comments of a document, in order, and what is wrong with those that can't be read."""
    notes: list[Note] = []
    faults: list[Diagnostic] = []
    following: dict[int, int] = {}
    for comment in comments:
        begun = _NOTE.match(comment.text)
        if not begun:
            continue
        body = comment.text[begun.end() :]
        allow = _ALLOW.match(body)
        because = _BECAUSE.search(body)
        named = body[allow.end() : because.start() if because else len(body)] if allow else ""
        rules = tuple(named.replace(",", " ").replace("，", " ").replace("、", " ").split())
        if not rules or allow is None or (not because and len(rules) > 1 and "," not in named):
            # Without "because", words after the first rule are a reason that lacks its word, or a slip.
            if allow is None or not rules:
                faults.append(fault("suppression-unreadable", comment, lang, note=comment.text[:_SHOWN]))
                continue
            rules = rules[:1]
        at: frozenset[int] = frozenset()
        if allow[1].lower() == "allow":
            last = lines.last(comment.start, comment.end)
            if last not in following:
                following[last] = _next_with_words(lines, last)
            at = frozenset((lines.at(comment.start)[0], last, following[last]))
        reason = body[because.end() :].strip(" :：，,") if because else ""
        notes.append(Note(rules, reason, at, comment.start, comment.end))
    return Notes(notes), faults


def fault(rule: str, where: Comment | Note, lang: Lang, /, **words: object) -> Diagnostic:
    """A finding about a note itself."""
    return Diagnostic(rule, level_of(rule), where.start, where.end, say(rule, lang, **words))


def _next_with_words(lines: Lines, line: int) -> int:
    """The first line after `line` that is not blank; `line` itself at the end of the text."""
    for number in range(line + 1, len(lines) + 1):
        if lines.text(number).strip():
            return number
    return line
