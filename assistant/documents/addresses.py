"""The address of a Markdown link or image, with its title: where it ends."""

from __future__ import annotations

import re

_TITLE = re.compile(r"\s++(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))", re.DOTALL)
_ANGLED = re.compile(r"<[^<>\n]*+>")
_SPACE = re.compile(r"\s*+")
_DEPTH = 8


def address_end(body: str, at: int) -> int:
    """Where "(address 'title')" ends, from the place after its bracket; -1 if it is none."""
    at = _past_space(body, at)
    if angled := _ANGLED.match(body, at):
        at = angled.end()
    else:
        depth = 0
        while at < len(body) and not body[at].isspace():
            char = body[at]
            if char == "\\":
                at += 1
            elif char == "(":
                depth += 1
            elif char == ")":
                if not depth:
                    break
                depth -= 1
            if depth > _DEPTH or char in "<":
                return -1
            at += 1
    if title := _TITLE.match(body, at):
        at = title.end()
    at = _past_space(body, at)
    return at + 1 if body.startswith(")", at) else -1


def _past_space(body: str, at: int) -> int:
    found = _SPACE.match(body, at)
    return found.end() if found else at
