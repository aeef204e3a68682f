"""A reply of which only a beginning has come → its texts so far, for a reader who watches. Nothing is checked here."""

from __future__ import annotations

import json
import re
import threading
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress

# As much as a reply may hold (`reply.MAX_REPLY_CHARS`); nobody watches more of it than that.
_MOST_CHARS = 100_000

_THINKING = ("<think>", "</think>")
_BLANKS = " \t\n\r"
# What stands between the quotes of a JSON string, as far as it is well-formed; possessive, so that it never goes back.
_INSIDE = re.compile(r'(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_BULLETS = ("• ", "- ")


def find_texts(prefix: str) -> dict[str, str]:
    r"""The texts by field in the beginning of a JSON object, in the order in which they come, none of them empty.

    For every beginning of a reply that `parse_reply` accepts, each text is the beginning of the final one: what is cut
    in the middle (an escape, a surrogate pair, a bullet's mark) waits for its rest. Lists of strings are joined by line
    breaks; other values are passed over. A thinking part and a code fence are taken off. Empty before the first text
    begins, and for whatever is no JSON object; where it goes on as no JSON could, what stands before that is returned.
    Linear in the length; never raises.

    >>> find_texts('{"headline": "Six cups, \\u4e')
    {'headline': 'Six cups,'}
    >>> find_texts('```json\n{"bullets": ["1.7 L", "620 g", "- qui')
    {'bullets': '1.7 L\n620 g\nqui'}
    """
    reader = _Reader(_unwrapped(prefix[:_MOST_CHARS]))
    with suppress(_Ended):
        reader.read()
    texts = {name: "\n".join(lines) for name, lines in reader.lines.items()}
    return {name: text for name, text in texts.items() if text}


class SoFar:
    """Gathers the reply that is under way, piece by piece, from any thread; any other may look at its texts."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pieces: list[str] = []
        self._restore: Callable[[str], str] | None = None

    def begin(self, restore: Callable[[str], str] | None = None) -> None:
        """Another reply begins. `restore` brings back what was masked in the question."""
        with self._lock:
            self._pieces, self._restore = [], restore

    def hear(self, piece: str) -> None:
        """A piece of the reply; an empty one says that it begins anew, as `door.call` has it."""
        with self._lock:
            if piece:
                self._pieces.append(piece)
            else:
                self._pieces.clear()

    def texts(self) -> Mapping[str, str]:
        """What `find_texts` finds by now, with what was masked in its place."""
        with self._lock:
            whole, restore = "".join(self._pieces), self._restore
        texts = find_texts(whole)
        if restore is not None:
            texts = {name: restore(_without_half_a_mask(text)) for name, text in texts.items()}
        return texts


class _Ended(Exception):  # noqa: N818 - no error: there is no more
    """The text goes no further, or not as JSON."""


class _Reader:
    """Reads an object from the start of a text until it ends."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self.lines: dict[str, list[str]] = {}

    def read(self) -> None:
        """Fills `lines`. Raises `_Ended` at the text's end, or where it is no longer the beginning of an object."""
        self._take("{")
        while True:
            name, whole = self._string()
            if not whole:
                raise _Ended
            self._take(":")
            self._value(name)
            self._take(",")

    def _value(self, name: str) -> None:
        start = self._next()
        if start == '"':
            self.lines[name] = [_line(self._string()[0])]
        elif start == "[":
            self._list(name)
        else:
            self._pass_over()

    def _list(self, name: str) -> None:
        self._take("[")
        lines = self.lines[name] = []
        if self._next() == "]":
            self._take("]")
            return
        while self._next() == '"':
            item, whole = self._string()
            line = _item(item)
            # A mark of which the blank behind it has not come yet.
            if line and (whole or line not in ("•", "-")):
                lines.append(line)
            if not whole:
                raise _Ended
            if self._next() == "]":
                self._take("]")
                return
            self._take(",")
        # A list of anything but strings is no text of ours.
        del self.lines[name]
        raise _Ended

    def _pass_over(self) -> None:
        try:
            _, self._at = json.JSONDecoder().raw_decode(self._text, self._at)
        except (ValueError, RecursionError):
            raise _Ended from None

    def _string(self) -> tuple[str, bool]:
        """A string as far as it has come, and whether it is whole."""
        self._take('"')
        found = _INSIDE.match(self._text, self._at)
        assert found is not None  # it matches nothing at all, too
        self._at = found.end()
        whole = self._text.startswith('"', self._at)
        self._at += whole
        return _characters(json.loads(f'"{found[0]}"'), whole), whole

    def _next(self) -> str:
        """The next character that is no blank."""
        while self._at < len(self._text) and self._text[self._at] in _BLANKS:
            self._at += 1
        if self._at == len(self._text):
            raise _Ended
        return self._text[self._at]

    def _take(self, expected: str) -> None:
        if self._next() != expected:
            raise _Ended
        self._at += 1


def _unwrapped(text: str) -> str:
    """What stands behind a thinking part and the first line of a code fence; empty while they have not ended."""
    text = text.lstrip()
    opening, closing = _THINKING
    if text.startswith(opening):
        text = text.partition(closing)[2].lstrip()
    return text.partition("\n")[2] if text.startswith("```") else text


def _characters(text: str, whole: bool) -> str:
    """Surrogates made into the characters that they stand for; half a pair at an open end has yet to get the other."""
    if not whole and text and "\ud800" <= text[-1] <= "\udbff":
        text = text[:-1]
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _line(text: str) -> str:
    """One line, as `reply.parse_reply` makes it."""
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) != "Cc").split())


def _item(text: str) -> str:
    line = _line(text)
    for mark in _BULLETS:
        line = line.removeprefix(mark)
    return line


def _without_half_a_mask(text: str) -> str:
    before, bracket, rest = text.rpartition("⟦")
    return before.rstrip() if bracket and "⟧" not in rest else text
