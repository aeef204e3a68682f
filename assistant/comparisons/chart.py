"""The ladder as a picture: SVG, legible in grey, to scale where the eye can take it, else on a logarithmic axis."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.comparisons.drawing import (
    BAR,
    DARK,
    GREY,
    HALO,
    INNER,
    SOFT,
    WIDTH,
    axis_note,
    bar,
    document,
    grid_lines,
    lengths,
    text_block,
)
from assistant.comparisons.wording import rung_value
from assistant.schema import Lang, Rung
from assistant.units import convert

# What the step to the rung below needs at the right of a label.
_STEP = 64


def render_ladder(ladder: Sequence[Rung], lang: Lang, title: str = "") -> str:
    """An SVG document of the ladder; an empty string for an empty ladder. Text is escaped; nothing is fetched."""
    if not ladder:
        return ""
    unit = ladder[-1].unit
    bars, grid = lengths([float(convert(rung.value, rung.unit, unit)) for rung in ladder])
    parts, y = text_block(title, 4, size=18, bold=True) if title else ([], 4.0)
    top = y
    rows: list[str] = []
    for rung, share in zip(ladder, bars, strict=True):
        drawn, y = _row(rung, unit, share, y + 4, lang)
        rows += drawn
    note, bottom = text_block(axis_note(bool(grid), lang), y + 8, size=13, fill=SOFT)
    described = "; ".join(f"{rung.name}: {rung_value(rung, unit, lang)}" for rung in ladder)
    parts += [*grid_lines(grid, top, y + 4), *rows, *note]
    return document(parts, bottom + 8, lang, title or ladder[-1].name, described)


def _row(rung: Rung, unit: str, share: float, y: float, lang: Lang) -> tuple[list[str], float]:
    ours = rung.reference is None
    label = rung.name if ours else f"{rung.name} · {rung_value(rung, unit, lang)}"
    parts, below = text_block(label, y, bold=ours, width=INNER - _STEP)
    if rung.step is not None:
        step = f"×{float(rung.step):.2g}" if rung.step < 10 else f"×{round(float(rung.step))}"
        parts.append(f'<text x="{WIDTH - 12}" y="{y + 17:.1f}" text-anchor="end" fill="{SOFT}"{HALO}>{step}</text>')
    return [*parts, bar(below + 2, share, DARK if ours else GREY)], below + 2 + BAR + 6
