"""The pieces of a picture: an SVG's frame, lines of text that fit their width, bars, a note under them.

Nothing lays text out in an SVG: widths are estimated from above, so that a line may be short but never runs out of its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10
from xml.sax.saxutils import escape

from assistant.schema import Lang

# Above this ratio of longest to shortest bar the shortest is thinner than a hair: bars go logarithmic.
TO_SCALE = 30
WIDTH, MARGIN, LABEL, BAR = 720, 12, 16, 22
INNER = WIDTH - 2 * MARGIN
DARK, GREY, INK, SOFT = "#1f1f1f", "#8a8a8a", "#1a1a1a", "#4a4a4a"
# Behind letters a gridline steps back.
HALO = ' stroke="#ffffff" stroke-width="3" paint-order="stroke"'
_LINE = 1.35
_NARROW, _BROAD = frozenset("iljtfrI.,:;'’|!()[] /-"), frozenset("mwMW@%—→≈")
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


def text_width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text may be in pixels, at most: a full square for each wide character."""
    total = 0.0
    for char in text:
        if ord(char) > 0x2E7F:
            total += 1.0
        elif char in _NARROW:
            total += 0.38
        else:
            total += 0.95 if char in _BROAD else 0.72 if char.isupper() else 0.6
    return total * size * (1.17 if bold else 1.02)


def lines_of(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines that fit: cut at spaces, in Chinese between any two characters that are no Latin word.

    >>> lines_of("a laptop and a phone", 90, 16)
    ['a laptop', 'and a', 'phone']
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line and text_width((line + piece).rstrip(), size, bold) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """What stays together: words with the space before them, single Chinese characters with the mark that follows."""
    word = ""
    for char in text:
        wide = ord(char) > 0x2E7F
        closing = char in "，。；：、）％」』！？"
        if word and (char == " " or (wide and not closing) or (not wide and ord(word[-1]) > 0x2E7F)):
            yield word
            word = ""
        word += char
    if word:
        yield word


def text_block(
    text: str, y: float, *, size: float = LABEL, bold: bool = False, fill: str = INK, width: float = INNER
) -> tuple[list[str], float]:
    """Lines of text below `y`, and the y below them."""
    parts = []
    for line in lines_of(text, width, size, bold):
        y += size * _LINE
        weight = ' font-weight="700"' if bold else ""
        parts.append(
            f'<text x="{MARGIN}" y="{y - size * 0.3:.1f}" font-size="{size:g}"{weight} fill="{fill}"{HALO}>{escape(line)}</text>'
        )
    return parts, y


def lengths(values: Sequence[float]) -> tuple[list[float], list[float]]:
    """Bar lengths as shares of the width, and the positions of the gridlines (empty when to scale)."""
    if max(values) / min(values) <= TO_SCALE:
        return [value / max(values) for value in values], []
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    # The lowest gridline stands at one step, so that the shortest bar is still a bar.
    span = high - low + 1
    bars = [(log10(value) - low + 1) / span for value in values]
    return bars, [(decade - low + 1) / span for decade in range(low, high + 1)]


def bar(y: float, share: float, fill: str) -> str:
    """A bar of this share of the width."""
    return f'<rect x="{MARGIN}" y="{y:.1f}" width="{max(INNER * share, 2):.1f}" height="{BAR}" rx="3" fill="{fill}"/>'


def grid_lines(grid: Sequence[float], top: float, bottom: float) -> list[str]:
    """Vertical lines at these shares of the width."""
    places = [MARGIN + INNER * share for share in grid]
    return [f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top:.1f}" y2="{bottom:.1f}" stroke="#d8d8d8"/>' for x in places]


def axis_note(logarithmic: bool, lang: Lang) -> str:
    """What the lengths mean."""
    return _AXIS[lang][1 if logarithmic else 0]


def document(parts: Sequence[str], height: float, lang: Lang, title: str, description: str) -> str:
    """The whole SVG; title and description are for those who cannot see it. Nothing is fetched."""
    return "\n".join(
        [
            _OPENING.format(width=WIDTH, height=f"{height:.0f}", lang=lang, font=_FONT[lang], size=LABEL),
            f"<title>{escape(title)}</title><desc>{escape(description)}</desc>",
            f'<rect width="{WIDTH}" height="{height:.0f}" fill="#ffffff"/>',
            *parts,
            "</svg>",
        ]
    )
