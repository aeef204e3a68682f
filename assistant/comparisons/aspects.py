"""Which measured properties may stand beside each other.

One dimension can hold several properties (a length is a height, a thickness, a distance). A specification says
which by its attribute ("battery", 厚度); one that says nothing may stand beside any of its dimension.
"""

from __future__ import annotations

from functools import cache

# Words that tell a property, in the three languages; the first property with a matching word wins.
_WORDS: dict[str, tuple[str, ...]] = {
    "thickness": ("thick", "thin", "slim", "厚", "薄"),
    "height": ("height", "tall", "altitude", "high", "高", "海拔"),
    "width": ("width", "wide", "宽", "寬"),
    "depth": ("depth", "deep", "深", "waterproof", "防水"),
    "diameter": ("diameter", "直径", "直徑", "口径", "口徑"),
    "distance": ("range", "distance", "mileage", "续航", "續航", "里程", "距离", "距離", "射程"),
    "length": ("length", "long", "长", "長"),
    "screen": ("screen", "display", "monitor", "屏", "螢幕", "荧幕", "显示", "顯示"),
}
_NEAR: dict[str, frozenset[str]] = {
    "thickness": frozenset({"thickness", "width", "diameter"}),
    "height": frozenset({"height", "length"}),
    "width": frozenset({"width", "length", "diameter"}),
    "depth": frozenset({"depth", "height"}),
    "diameter": frozenset({"diameter", "width", "length"}),
    "distance": frozenset({"distance", "length"}),
    "length": frozenset({"length", "width", "height", "distance"}),
    "screen": frozenset(),
}


@cache
def aspect_of(attribute: str | None) -> str | None:
    """The property an attribute names, or None.

    >>> aspect_of("Max. height"), aspect_of("机身厚度"), aspect_of("Colour")
    ('height', 'thickness', None)
    """
    if not attribute:
        return None
    lowered = attribute.lower()
    return next((aspect for aspect, words in _WORDS.items() if any(word in lowered for word in words)), None)


def fit(aspect: str | None, reference_aspect: str) -> float:
    """How well a reference's property fits the specification's: 1 the same, 0 never beside each other."""
    if aspect is None:
        return 0.9
    if aspect == reference_aspect:
        return 1.0
    if aspect not in _NEAR:
        return 0.9
    return 0.8 if reference_aspect in _NEAR[aspect] else 0.0
