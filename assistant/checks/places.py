"""Texts that are longer than their place takes, as the place counts."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checks.messages import UNITS, say
from assistant.playbook import FieldShape, Limit, Playbook
from assistant.playbook.entries import Role
from assistant.schema import Diagnostic, Lang
from assistant.schema.brief import Brief

RULE = "channel-limit"
_LISTED: frozenset[Role] = frozenset({"bullets", "headlines", "lines"})


def find_overlong(field: str, text: str, brief: Brief, playbook: Playbook) -> Iterator[Diagnostic]:
    """One finding for each text, or each of its lines, beyond the limit; an error where the place refuses it.

    `field` is one of the brief's channel; a text of no field is of the channel's only one, and of none where it has
    several. More tags, or more lines where the place limits each of them, than it takes are a warning.
    """
    shape = shape_of(field, brief, playbook)
    if shape is None:
        return
    limit = shape.limit
    if limit is not None:
        for start, end in _parts(text, limit):
            length = limit.length(text[start:end])
            if length > limit.most:
                unit = UNITS[limit.counts][brief.lang]
                detail = _DETAIL[brief.lang].format(length=length, most=limit.most, unit=unit)
                if limit.source is None and not limit.hard:
                    detail += _ADVICE[brief.lang]
                yield _finding(field, text, start, end, limit.hard, brief.lang, detail)
    most = shape.lines[1] if shape.lines is not None else None
    count, unit = _several(shape, text)
    if most is not None and count > most:
        detail = _DETAIL[brief.lang].format(length=count, most=most, unit=UNITS[unit][brief.lang])
        yield _finding(field, text, 0, len(text), False, brief.lang, detail)


_DETAIL: dict[Lang, str] = {
    "en": "{length:,} {unit}, of {most:,}",
    "zh-Hans": "{length}{unit}，最多{most}",
    "zh-Hant": "{length}{unit}，最多{most}",
}
_ADVICE: dict[Lang, str] = {
    "en": " (advice, not a rule of the place)",
    "zh-Hans": "（这是建议，不是平台的规定）",
    "zh-Hant": "（這是建議，不是平台的規定）",
}


def shape_of(field: str, brief: Brief, playbook: Playbook) -> FieldShape | None:
    """The field that a text is of; None where the channel has no such field, or several for a text of no field."""
    fields = playbook.channel(brief.channel).fields
    if not field and len(fields) == 1:
        return next(iter(fields.values()))
    return fields.get(field)


def _parts(text: str, limit: Limit) -> list[tuple[int, int]]:
    if not limit.each:
        return [(0, len(text))]
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _several(shape: FieldShape, text: str) -> tuple[int, str]:
    if shape.role == "tags":
        return text.count("#"), "tags"
    limited = shape.role in _LISTED and shape.limit is not None and shape.limit.each
    return (sum(1 for line in text.split("\n") if line.strip()) if limited else 0), "lines"


def _finding(field: str, text: str, start: int, end: int, hard: bool, lang: Lang, detail: str) -> Diagnostic:
    first = text[start:end].strip().split("\n")[0]
    shown = first if len(first) <= _SHOWN else f"{first[:_SHOWN].rstrip()}…"
    return Diagnostic(RULE, "error" if hard else "warning", start, end, say(RULE, lang, shown, detail), field=field)


# A finding about a long text shows how it begins.
_SHOWN = 40
