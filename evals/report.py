"""Scores for people (a table) and for programs (JSON)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.draft.rows import draft_document
from assistant.schema import LANGS
from evals.outcome import Outcome
from evals.scorers import SCORERS, Score

_MARKS = {True: "✓", False: "✗", None: "·"}


@dataclass(frozen=True, slots=True)
class Scored:
    """One draft with all its scores, in the order of `SCORERS`."""

    outcome: Outcome
    scores: tuple[Score, ...]

    @property
    def failed(self) -> bool:
        """Whether a scorer of level error objects."""
        return any(score.failed for score in self.scores)


def _mark(score: Score) -> str:
    return "!" if score.passed is False and score.level == "warning" else _MARKS[score.passed]


def _tally(scores: Sequence[Score]) -> str:
    """Passes out of those that apply: 11/12; "·" where the scorer never applies."""
    apply = [score for score in scores if score.passed is not None]
    return f"{sum(score.passed is True for score in apply)}/{len(apply)}" if apply else "·"


def render_table(rows: Sequence[Scored]) -> str:
    """A line a sample, a column a scorer, totals by scorer and language, then a sentence for each objection."""
    names = [scorer.name for scorer in SCORERS]
    first = max(len("sample"), *(len(row.outcome.sample.id) for row in rows))
    widths = [max(len(name), 5) for name in names]

    def line(head: str, cells: Sequence[str]) -> str:
        centred = [cell.center(width) for cell, width in zip(cells, widths, strict=True)]
        return "  ".join([head.ljust(first), *centred]).rstrip()

    lines = [line("sample", names)]
    lines += [line(row.outcome.sample.id, [_mark(score) for score in row.scores]) for row in rows]
    lines.append(line("─" * first, ["─" * width for width in widths]))
    for lang in (*LANGS, "all"):
        members = [row for row in rows if lang in ("all", row.outcome.sample.lang)]
        if members:
            lines.append(line(lang, [_tally(column) for column in zip(*(row.scores for row in members), strict=True)]))
    lines += ["", *_objections(rows), _verdict(rows)]
    return "\n".join(lines)


def _objections(rows: Sequence[Scored]) -> list[str]:
    said = [
        f"{_mark(score)} {row.outcome.sample.id}, {score.scorer}: {score.why}"
        for row in rows
        for score in row.scores
        if score.passed is False
    ]
    return [*said, ""] if said else []


def _verdict(rows: Sequence[Scored]) -> str:
    failed = sum(row.failed for row in rows)
    warned = sum(score.passed is False and score.level == "warning" for row in rows for score in row.scores)
    writer = rows[0].outcome.writer
    passing = f"{len(rows) - failed} of {len(rows)} drafts by {writer} pass every scorer of level error"
    return f"{passing}; warnings: {warned}."


def run_document(rows: Sequence[Scored], elapsed_s: float) -> dict[str, Any]:
    """The whole run: every draft as `yardstick write --json` prints it, every score with its sentence."""
    return {
        "writer": rows[0].outcome.writer,
        "elapsed_s": round(elapsed_s, 3),
        "ok": not any(row.failed for row in rows),
        "scorers": [{"name": scorer.name, "level": scorer.level} for scorer in SCORERS],
        "samples": [
            {
                "id": row.outcome.sample.id,
                "lang": row.outcome.sample.lang,
                "industry": row.outcome.sample.industry,
                "traps": list(row.outcome.sample.traps),
                "scores": {score.scorer: {"passed": score.passed, "why": score.why} for score in row.scores},
                "draft": draft_document(row.outcome.draft),
            }
            for row in rows
        ],
    }
