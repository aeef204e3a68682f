"""Raised and lowered digits as characters of their own: a raised 6 behind 10 is no 106."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_OFF = ("0", "false", "off", "none")


def placed(text: str, run: Element | None) -> str:
    """The text of a run as its properties (rPr) place it.

    >>> from assistant.documents.files.bounded_xml import Xml
    >>> (rpr,) = Xml("", b"<r><rPr><vertAlign val='superscript'/></rPr></r>").children("r")
    >>> "10" + placed("6", rpr)
    '10⁶'
    """
    place = run.find("vertAlign") if run is not None else None
    value = place.get("val", "") if place is not None else ""
    if value == "superscript":
        return raised(text)
    return lowered(text) if value == "subscript" else text


def raised(text: str) -> str:
    """Digits and signs as exponents: 6 is ⁶; what has no such form stays."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """Digits and signs as indices: 2 is ₂; what has no such form stays."""
    return text.translate(_LOWERED)


def is_on(run: Element | None, *names: str) -> bool:
    """Whether one of these properties, such as strike or vanish, is set."""
    if run is None:
        return False
    found = (run.find(name) for name in names)
    return any(one is not None and one.get("val", "1").lower() not in _OFF for one in found)
