"""Marks stretches of a text and gives each an explanation that shows on hover, on focus and to screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.ui.markup import Html, el, join, text

MarkKind = Literal["quantity", "number", "error", "warning", "suggestion", "information", "author"]
# A sign besides the colour and the line, so that no level is told by colour alone.
SIGNS: dict[str, str] = {"error": "!", "warning": "?", "suggestion": "~", "information": "i", "author": "+"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open stretch of a text, what kind of thing it is, and its explanation: a head line and rows below it.

    One of kind "author" stands behind a sentence and covers nothing, so that the numbers in it keep their own marks.
    By its `name` a list beside the text finds it.
    """

    start: int
    end: int
    kind: MarkKind
    head: str
    rows: tuple[tuple[str, str], ...] = ()
    name: str = ""

    def moved(self, by: int) -> Mark:
        """The same mark in a text that begins elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by)


def settle(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in the order of the text, without those that overlap an earlier or, at the same place, longer one.

    >>> [(m.start, m.end) for m in settle([Mark(4, 9, "number", ""), Mark(0, 5, "number", "")])]
    [(0, 5)]
    """
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, m.kind != "author", -m.end)):
        if (mark.start < mark.end or mark.kind == "author") and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return tuple(kept)


def render_marked(outside: str, marks: Iterable[Mark], ids: str) -> Html:
    """The text on one run, marked. `ids` starts the ids of the explanations and must differ between texts."""
    parts: list[str | Html] = []
    last = 0
    for place, mark in enumerate(settle(marks)):
        parts += [outside[last : mark.start], _marked(outside[mark.start : mark.end], mark, f"{ids}-{place}")]
        last = mark.end
    return join([*parts, outside[last:]])


def render_lines(outside: str, marks: Iterable[Mark], ids: str) -> list[Html]:
    """The text line by line; a mark that spans a line break is cut at it."""
    placed = settle(marks)
    lines: list[Html] = []
    start = 0
    for number, line in enumerate(outside.split("\n")):
        end = start + len(line)
        here = [
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in placed
            if (start < mark.end <= end if mark.kind == "author" else mark.start < end and mark.end > start)
        ]
        lines.append(render_marked(line, here, f"{ids}-{number}"))
        start = end + 1
    return lines


def _marked(words: str, mark: Mark, tip_id: str) -> Html:
    sign = SIGNS.get(mark.kind)
    return el(
        "span",
        el("span", words, cls="ys-words") if words else Html(),
        el("sup", sign, cls="ys-sign", aria_hidden="true") if sign else Html(),
        el("span", *_tip(mark.head, mark.rows), cls="ys-tip", role="tooltip", id=tip_id),
        cls=f"ys-mark ys-{mark.kind}",
        tabindex="0",
        aria_describedby=tip_id,
        data_mark=mark.name or None,
    )


def _tip(head: str, rows: Sequence[tuple[str, str]]) -> list[Html]:
    said = [
        el("span", el("span", lead, cls="ys-lead") if lead else Html(), text(body), cls="ys-row")
        for lead, body in rows
        if body
    ]
    return [el("strong", head, cls="ys-head"), *said]
