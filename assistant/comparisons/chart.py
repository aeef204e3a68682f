"""The ladder as a picture: SVG, legible in grey, to scale where the eye can take it, else on a logarithmic axis."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from xml.sax.saxutils import escape

from assistant.comparisons.wording import rung_value
from assistant.schema import Lang, Rung
from assistant.units import convert

# Above this ratio of longest to shortest bar the shortest is thinner than a hair: bars go logarithmic.
TO_SCALE = 30
_WIDTH, _ROW, _LABEL, _BAR = 720, 64, 16, 22
_AXIS: dict[Lang, tuple[str, str]] = {
    "en": ("Bar lengths are to scale.", "Logarithmic scale: each gridline is ten times the one before."),
    "zh-Hans": ("条形长度按比例绘制。", "对数刻度：每一格是前一格的10倍。"),
    "zh-Hant": ("長條依比例繪製。", "對數刻度：每一格是前一格的10倍。"),
}
_LATIN = "system-ui, 'Noto Sans'"
# The same code points are drawn differently in the two scripts: the reader's own font comes first.
_FONT: dict[Lang, str] = {
    "en": f"{_LATIN}, sans-serif",
    "zh-Hans": f"{_LATIN}, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
    "zh-Hant": f"{_LATIN}, 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', sans-serif",
}
_OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="100%" role="img" lang="{lang}"'
    ' font-family="{font}" font-size="{size}">'
)


def _lengths(values: Sequence[float]) -> tuple[list[float], list[float]]:
    """Bar lengths as shares of the width, and the positions of the gridlines (empty when to scale)."""
    if max(values) / min(values) <= TO_SCALE:
        return [value / max(values) for value in values], []
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    # The lowest gridline stands at one step, so that the shortest bar is still a bar.
    span = high - low + 1
    bars = [(log10(value) - low + 1) / span for value in values]
    return bars, [(decade - low + 1) / span for decade in range(low, high + 1)]


def render_ladder(ladder: Sequence[Rung], lang: Lang, title: str = "") -> str:
    """An SVG document of the ladder; an empty string for an empty ladder. Text is escaped; nothing is fetched."""
    if not ladder:
        return ""
    unit = ladder[-1].unit
    values = [float(convert(rung.value, rung.unit, unit)) for rung in ladder]
    bars, grid = _lengths(values)
    top = 40 if title else 12
    height = top + _ROW * len(ladder) + 36
    described = "; ".join(f"{rung.name}: {rung_value(rung, unit, lang)}" for rung in ladder)
    parts = [
        _OPENING.format(width=_WIDTH, height=height, lang=lang, font=_FONT[lang], size=_LABEL),
        f"<title>{escape(title or ladder[-1].name)}</title><desc>{escape(described)}</desc>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    if title:
        parts.append(f'<text x="12" y="26" font-weight="700" font-size="18" fill="#1a1a1a">{escape(title)}</text>')
    inner = _WIDTH - 24
    for share in grid:
        x = 12 + inner * share
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{height - 30}" stroke="#d8d8d8"/>')
    for place, (rung, share) in enumerate(zip(ladder, bars, strict=True)):
        parts += _row(rung, unit, inner * share, top + place * _ROW, lang)
    note = _AXIS[lang][1 if grid else 0]
    parts.append(f'<text x="12" y="{height - 10}" font-size="13" fill="#4a4a4a">{escape(note)}</text></svg>')
    return "\n".join(parts)


def _row(rung: Rung, unit: str, length: float, y: float, lang: Lang) -> list[str]:
    ours = rung.reference is None
    value = rung.name if ours else f"{rung.name} · {rung_value(rung, unit, lang)}"
    step = f"×{float(rung.step):.2g}" if rung.step is not None and rung.step < 10 else ""
    if rung.step is not None and rung.step >= 10:
        step = f"×{round(float(rung.step))}"
    weight, fill = ("700", "#1f1f1f") if ours else ("400", "#8a8a8a")
    right = _WIDTH - 12
    return [
        f'<text x="12" y="{y + 20}" font-weight="{weight}" fill="#1a1a1a">{escape(value)}</text>',
        f'<text x="{right}" y="{y + 20}" text-anchor="end" fill="#4a4a4a">{step}</text>',
        f'<rect x="12" y="{y + 28}" width="{max(length, 2):.1f}" height="{_BAR}" rx="3" fill="{fill}"/>',
    ]
