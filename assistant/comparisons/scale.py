"""References of one property side by side, from the smallest to the largest, and where a figure stands among them.

Sizes stand on a logarithmic axis; temperatures and decibels, which have no multiples, on a plain one. `find_scale` says
where everything stands, for a list that is read and walked through; `render_scale` draws it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import log10

from assistant.comparisons.anchors import ANCHORED, position
from assistant.comparisons.candidates import magnitude
from assistant.comparisons.drawing import (
    DARK,
    GREY,
    INNER,
    MARGIN,
    SOFT,
    document,
    grid_lines,
    text_block,
)
from assistant.comparisons.shelf import Key, in_base_units, key_of
from assistant.comparisons.ticks import Axis, find_ticks
from assistant.comparisons.wording import stated
from assistant.schema import Lang, Quantity, Reference
from assistant.units import render

_RADIUS = 5
_NOTE: dict[Lang, tuple[str, str]] = {
    "en": (
        "Plain scale: equal distances are equal differences.",
        "Logarithmic scale: equal distances are equal multiples.",
    ),
    "zh-Hans": ("等距刻度：相同的距离表示相同的差。", "对数刻度：相同的距离表示相同的倍数。"),
    "zh-Hant": ("等距刻度：相同的距離代表相同的差。", "對數刻度：相同的距離代表相同的倍數。"),
}
_OURS: dict[Lang, str] = {"en": "your figure", "zh-Hans": "你的数值", "zh-Hant": "你的數值"}


@dataclass(frozen=True, slots=True)
class Stand:
    """One thing on the axis: what it is called, its size in words, where it stands (0 to 1 from the left).

    `reference` is None for the figure that is held against them.
    """

    name: str
    value: str
    share: float
    reference: Reference | None


@dataclass(frozen=True, slots=True)
class Scale:
    """Things by rising size, the labelled lines of their axis (share, label) by rising share, and which kind it is."""

    stands: tuple[Stand, ...]
    ticks: tuple[tuple[float, str], ...]
    logarithmic: bool

    @property
    def around(self) -> tuple[Stand | None, Stand | None]:
        """What stands right below and right above the figure; None where nothing does, or where there is no figure."""
        at = next((place for place, stand in enumerate(self.stands) if stand.reference is None), None)
        if at is None:
            return None, None
        return (
            self.stands[at - 1] if at else None,
            self.stands[at + 1] if at + 1 < len(self.stands) else None,
        )


def find_scale(references: Iterable[Reference], lang: Lang, quantity: Quantity | None = None) -> Scale:
    """Where references of one kind stand, and among them a quantity of that kind.

    Of references that cannot be held against one another (two currencies) those of the quantity's kind are kept, without
    a quantity those of the commonest. Without a name in the language, or without a size, nothing stands on an axis.
    """
    named = [reference for reference in references if lang in reference.names]
    key = key_of(quantity.unit) if quantity is not None else _commonest(named)
    linear = key is not None and key[0] in ANCHORED
    sized = [_of(reference, lang) for reference in named]
    if quantity is not None:
        sized.append(_Sized(stated(quantity, lang), "", Fraction(magnitude(quantity)), quantity.unit, None))
    placed = [(one, at) for one in sized if (at := _at(one, key, linear)) is not None]
    if not placed:
        return Scale((), (), not linear)
    placed.sort(key=lambda pair: (pair[1], pair[0].reference is None, pair[0].name))
    low, high = placed[0][1], placed[-1][1]
    axis = Axis(low, high if high > low else low + 1.0)
    stands = tuple(Stand(one.name, one.value, axis.share(at), one.reference) for one, at in placed)
    units = [one.unit for one, _ in placed]
    return Scale(stands, tuple(find_ticks(axis, units, linear, lang)), not linear)


def group_alike(references: Iterable[Reference], quantity: Quantity | None = None) -> list[list[Reference]]:
    """References by what can be held against one another, each group by rising size: first the quantity's, then the largest.

    Prices in two currencies are two groups, temperatures in two units are one. The quantity's group may be empty.
    """
    groups: dict[str, list[Reference]] = {}
    for reference in references:
        groups.setdefault(_kind(reference.unit), []).append(reference)
    own = _kind(quantity.unit) if quantity is not None else ""
    if own:
        groups.setdefault(own, [])
    order = sorted(groups, key=lambda kind: (kind != own, -len(groups[kind]), kind))
    return [sorted(groups[kind], key=lambda one: (_size(one), one.id)) for kind in order]


def _kind(unit: str) -> str:
    key = key_of(unit)
    return key[0] if key[0] in ANCHORED else f"{key}"


def _size(reference: Reference) -> float:
    linear = reference.dimension in ANCHORED
    at = (
        position(Fraction(reference.value), reference.unit)
        if linear
        else in_base_units(Fraction(reference.value), reference.unit)
    )
    return float(at or 0)


@dataclass(frozen=True, slots=True)
class _Sized:
    name: str
    value: str
    size: Fraction
    unit: str
    reference: Reference | None


def _of(reference: Reference, lang: Lang) -> _Sized:
    value = render(reference.value, reference.unit, lang)
    return _Sized(reference.names[lang].name, value, Fraction(reference.value), reference.unit, reference)


def _commonest(references: Sequence[Reference]) -> Key | None:
    counted = Counter(key_of(reference.unit) for reference in references)
    return max(sorted(counted), key=lambda key: counted[key], default=None)


def _at(one: _Sized, key: Key | None, linear: bool) -> float | None:
    """Where it stands on the axis, as a logarithm or as the value itself; None where it cannot stand there."""
    mine = key_of(one.unit)
    if key is None or mine[0] != key[0]:
        return None
    if linear:
        at = position(one.size, one.unit)
        return None if at is None else float(at)
    base = in_base_units(one.size, one.unit)
    return log10(base) if base > 0 and mine == key else None


def render_scale(scale: Scale, lang: Lang, title: str) -> str:
    """An SVG document of the scale, legible in grey; an empty string where nothing stands on it. Nothing is fetched."""
    if not scale.stands:
        return ""
    parts, y = text_block(title, 4, size=18, bold=True)
    labels, y = _axis_labels(scale, y + 6)
    top = y
    rows: list[str] = []
    for stand in scale.stands:
        drawn, y = _row(stand, y + 2, lang)
        rows += drawn
    noted, bottom = text_block(_NOTE[lang][scale.logarithmic], y + 8, size=13, fill=SOFT)
    described = "; ".join(f"{stand.name} {stand.value}".strip() for stand in scale.stands)
    grid = grid_lines([share for share, _ in scale.ticks], top, y)
    return document([*parts, *labels, *grid, *rows, *noted], bottom + 8, lang, title, described)


def _axis_labels(scale: Scale, y: float) -> tuple[list[str], float]:
    drawn = []
    for share, label in scale.ticks:
        x = MARGIN + INNER * share
        anchor = "start" if share < 0.1 else "end" if share > 0.9 else "middle"
        drawn.append(
            f'<text x="{x:.1f}" y="{y + 13:.1f}" font-size="13" text-anchor="{anchor}" fill="{SOFT}">{label}</text>'
        )
    return drawn, y + 20 if drawn else y


def _row(stand: Stand, y: float, lang: Lang) -> tuple[list[str], float]:
    ours = stand.reference is None
    label = f"{stand.name} · {_OURS[lang]}" if ours else f"{stand.name} · {stand.value}"
    parts, below = text_block(label, y, size=14, bold=ours)
    x, middle = MARGIN + INNER * stand.share, below + _RADIUS + 2
    parts.append(f'<line x1="{MARGIN}" x2="{MARGIN + INNER}" y1="{middle:.1f}" y2="{middle:.1f}" stroke="#e4e4e4"/>')
    if ours:
        r = _RADIUS + 2
        corners = f"{x:.1f},{middle - r:.1f} {x + r:.1f},{middle:.1f} {x:.1f},{middle + r:.1f} {x - r:.1f},{middle:.1f}"
        parts.append(f'<polygon points="{corners}" fill="{DARK}"/>')
    else:
        parts.append(f'<circle cx="{x:.1f}" cy="{middle:.1f}" r="{_RADIUS}" fill="{GREY}"/>')
    return parts, middle + _RADIUS + 4
