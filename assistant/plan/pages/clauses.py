"""Lists that stand as one line: their entries, without what joined them."""

from __future__ import annotations

import re

from assistant.schema import Lang

_LEAD = re.compile(
    r"^(?:(?:and|but|with|featuring|features?|boasts?|also|plus|or|it (?:is|has|features|comes with)|it also|has|is|"
    r"there (?:is|are)|which|that|standing at)\s+)+(?:(?:an?|the|its)\s+)?",
    re.IGNORECASE,
)
_LISTED = r"(?<=[\u4e00-\u9fff])[/／](?=[\u4e00-\u9fffA-Z0-9])(?![秒分时時天日年月次小])"
# Strokes and bars between the items of a Chinese list.
_STROKES = re.compile(rf"\s[/／]\s|[｜|]|{_LISTED}")
_FINITE = re.compile(r"\b(?:is|are|was|has|have|can|will|it|this|you|your)\b", re.IGNORECASE)
_BREAK = re.compile(r",\s+(?!\d{3}\b)|;\s+|\s+\|\s+")
_LIST = 2


def split_list(said: str) -> list[str]:
    """The entries of a list behind commas, brackets kept whole.

    >>> split_list('18" bowl (deep, wide), 2 legs, includes a strainer')
    ['18" bowl (deep, wide)', '2 legs', 'includes a strainer']
    """
    found: list[str] = []
    start = depth = counted = 0
    for match in _BREAK.finditer(said):
        between = said[counted : match.start()]
        depth += between.count("(") - between.count(")")
        counted = match.start()
        if depth <= 0:
            found.append(said[start : match.start()])
            start = match.end()
    found.append(said[start:])
    return [entry.strip(" ,.;-–") for entry in found if entry.strip(" ,.;-–")]


def is_list(said: str, figures: int, lang: Lang) -> bool:
    """Whether words are a specification that runs on, each comma or stroke ending a figure or a part."""
    if lang != "en":
        return len(_STROKES.findall(said)) >= _LIST
    return said.count(", ") > _LIST < figures and not _FINITE.search(said)


def without_lead(said: str) -> str:
    """A clause without the words that joined it to the one before.

    >>> without_lead("and features a 40 mm driver")
    '40 mm driver'
    """
    led = _LEAD.sub("", said).strip()
    return led if len(led) >= 4 else said


def is_keywords(words: list[str]) -> bool:
    """Whether words are names in a row that state nothing: "Water Pump Parts Outdoor Fountain Accessories"."""
    capital = sum(word[:1].isupper() for word in words)
    return len(words) >= 6 and capital >= len(words) - 1 and not any(re.search(r"[,;:.#]", word) for word in words)
