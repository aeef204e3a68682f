"""House style: a team's own terms, and the spelling of the market."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from assistant.schema.brief import Brief, Persona

# American to British, for the words that the built-in writer and its units use.
_BRITISH: Mapping[str, str] = {
    "millimeter": "millimetre", "millimeters": "millimetres", "centimeter": "centimetre", "centimeters": "centimetres",
    "meter": "metre", "meters": "metres", "kilometer": "kilometre", "kilometers": "kilometres", "liter": "litre",
    "liters": "litres", "milliliter": "millilitre", "milliliters": "millilitres", "color": "colour", "colors": "colours",
    "gray": "grey", "favorite": "favourite", "aluminum": "aluminium", "tire": "tyre", "tires": "tyres",
    "outlet": "socket", "outlets": "sockets", "vise": "vice", "fiber": "fibre", "center": "centre", "catalog": "catalogue",
}  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+")


def in_house_style(text: str, brief: Brief, persona: Persona | None) -> str:
    """The text with the house's terms and units as it writes them, and British words where its readers are British.

    Facts are quoted as they were given; only the writer's own words change their spelling.
    """
    if brief.lang == "en" and _is_british(brief, persona):
        given = " ".join((brief.product, *brief.facts))
        text = _WORD.sub(lambda match: _british(match[0], given), text)
    for term, preferred in (*brief.style.units.items(), *brief.style.terms.items()):
        text = _whole(term).sub(lambda _, wanted=preferred: wanted, text)  # type: ignore[misc]
    return text


def _is_british(brief: Brief, persona: Persona | None) -> bool:
    market = brief.market or (persona.market if persona else None)
    return brief.style.spelling == "british" or (not brief.style.spelling and market in ("uk", "hk", "eu"))


def _british(word: str, given: str) -> str:
    wanted = _BRITISH.get(word.lower())
    if wanted is None or word in given:
        return word
    return wanted.capitalize() if word[0].isupper() else wanted


@lru_cache(maxsize=512)
def _whole(term: str) -> re.Pattern[str]:
    """The term on its own: "app" is not a part of "apple"."""
    left = r"(?<![A-Za-z0-9])" if term[:1].isascii() and term[:1].isalnum() else ""
    right = r"(?![A-Za-z0-9])" if term[-1:].isascii() and term[-1:].isalnum() else ""
    return re.compile(left + re.escape(term) + right)
