"""One familiar thing beside the specification, as a picture: bars, or a row of the thing repeated, to scale.

Where one is too large for the other to be seen the axis is logarithmic and says so. A difference is drawn as what it was
and what it is. What has no size (a temperature, a price a day) has no picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from assistant.comparisons.candidates import magnitude
from assistant.comparisons.differences import plain
from assistant.comparisons.drawing import (
    BAR,
    DARK,
    GREY,
    INNER,
    MARGIN,
    SOFT,
    TO_SCALE,
    axis_note,
    bar,
    document,
    grid_lines,
    lengths,
    text_block,
)
from assistant.comparisons.wording import stated
from assistant.schema import Comparison, Lang, Reference
from assistant.units import render

# So many repeated things the eye still counts.
_ROW = 20
_GAP = 2.0
_BLOCK: dict[Lang, str] = {"en": "One block: {thing}.", "zh-Hans": "一格：{thing}。", "zh-Hant": "一格：{thing}。"}
_BEFORE: dict[Lang, str] = {"en": "before", "zh-Hans": "原来", "zh-Hant": "原來"}


def drawable(comparisons: Sequence[Comparison]) -> Comparison | None:
    """The best comparison that has two sizes to draw; None where none has. Of equals, one that needs no logarithm."""
    sized = [c for c in comparisons if _ratio(c) is not None]
    seen = [c for c in sized if Fraction(1, TO_SCALE) <= (_ratio(c) or 0) <= TO_SCALE]
    return next(iter(seen or sized), None)


def _ratio(comparison: Comparison) -> Fraction | None:
    """The specification over what it is drawn beside."""
    if comparison.kind == "difference":
        return 1 + comparison.exact if comparison.exact is not None else None
    return comparison.ratio_exact


def render_beside(comparison: Comparison, lang: Lang) -> str:
    """An SVG document of the comparison under its sentence; an empty string for one without two sizes."""
    ratio = _ratio(comparison)
    if ratio is None or ratio <= 0:
        return ""
    ours, theirs = stated(comparison.quantity, lang), _theirs(comparison, ratio, lang)
    shares, grid = lengths([1.0, float(ratio)])
    parts, y = text_block(comparison.forms.sentence, 4, size=18, bold=True)
    top = y
    repeated = _repeated(comparison, ratio)
    label, below = text_block(theirs, y + 4)
    drawn = _blocks(below + 2, ratio) if repeated else [bar(below + 2, shares[0], GREY)]
    own, under = text_block(ours, below + 2 + BAR + 10, bold=True)
    rows = [*label, *drawn, *own, bar(under + 2, shares[1], DARK)]
    end = under + 2 + BAR
    note = axis_note(bool(grid), lang)
    if repeated:
        # A full stop in Chinese brings its own space.
        note = f"{_BLOCK[lang].format(thing=repeated.names[lang].thing)}{' ' if lang == 'en' else ''}{note}"
    noted, bottom = text_block(note, end + 8, size=13, fill=SOFT)
    parts += [*grid_lines(grid, top + 4, end + 4), *rows, *noted]
    return document(parts, bottom + 8, lang, comparison.forms.sentence, f"{theirs}; {ours}")


def _theirs(comparison: Comparison, ratio: Fraction, lang: Lang) -> str:
    """What the specification stands beside, with its figure."""
    quantity = comparison.quantity
    if comparison.kind == "difference":
        old = Fraction(magnitude(quantity)) / ratio
        return f"{_BEFORE[lang]} · {render(plain(old), quantity.unit, lang)}"
    reference = comparison.references[0]
    return f"{reference.names[lang].name} · {render(reference.value, reference.unit, lang)}"


def _repeated(comparison: Comparison, ratio: Fraction) -> Reference | None:
    """The thing to draw many times, where it is one that people count and few enough of it."""
    if not comparison.references or not 2 <= ratio <= _ROW:
        return None
    reference = comparison.references[0]
    return reference if any(names.many for names in reference.names.values()) else None


def _blocks(y: float, ratio: Fraction) -> list[str]:
    """As many blocks as the specification holds, the last one cut where it ends: together exactly as long."""
    size = INNER / float(ratio)
    parts = []
    for at in range(ceil(ratio)):
        left = MARGIN + at * size
        width = min(size, MARGIN + INNER - left) - (_GAP if at + 1 < ratio else 0)
        if width > 0.5:
            parts.append(f'<rect x="{left:.1f}" y="{y:.1f}" width="{width:.1f}" height="{BAR}" rx="2" fill="{GREY}"/>')
    return parts
