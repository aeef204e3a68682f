"""The sides of a thing: 12 x 8 x 3 cm, 长4797宽1920高1624mm, and packs such as 6 x 330 ml."""

from __future__ import annotations

from assistant.quantities.lazy import lazy
from assistant.quantities.page import Page
from assistant.quantities.part import Part
from assistant.quantities.reading import next_part
from assistant.units import dimension

_BY = lazy(
    r"(?:(?<=\")[WLHD])? ?[x×*X] ?(?:[长長宽寬闊阔高深厚直径徑]{1,2}|[LWHDlwhd]:? ?)?(?=[0-9½¼¾.])| by (?=[0-9])"
)
BY_STARTS = frozenset("x×*XbWLHD")
_SIDES = frozenset(("length", "pixels", "resolution"))
# 长4797宽1920高1624mm: each side is named, the unit stands at the end.
_SIDE_NAMES = frozenset("长長宽寬高深厚")
_NAMED_SIDE = lazy("[、，, /]{0,2}(?:[车車机機总總]身?)?[长長宽寬高深厚]度?(?:约|約)?(?=[0-9])")
NAMED_SIDE_STARTS = _SIDE_NAMES | frozenset("、，,车車机機总總")


def read_sides(page: Page, first: Part) -> list[Part] | None:
    """The parts of "12 x 8 x 3 cm", each with its unit; None if no dimensions follow.

    "6 x 330 ml" is a count and a volume: the first part comes back without a unit.
    """
    following = page.text[first.end : first.end + 1]
    if (page.text[first.end + 1 : first.end + 2] if following == " " else following) not in BY_STARTS:
        return _read_named_sides(page, first) if following in NAMED_SIDE_STARTS else None
    if first.high is not None:
        return None
    parts = [first]
    text, end = page.text, first.end
    while (
        len(parts) < 6 and (text[end + 1 : end + 2] if text[end : end + 1] == " " else text[end : end + 1]) in BY_STARTS
    ):
        match = _BY.match(text, end)
        other = next_part(page, match.end()) if match else None
        if other is None:
            break
        parts.append(other)
        end = other.end
    if len(parts) == 1:
        return None
    unit = None
    for part in reversed(parts):
        if part.unit is None:
            part.unit = unit
        elif part.unit not in ("dimensionless",):
            unit = part.unit
        else:
            part.unit = unit
    if unit is None:
        return parts
    kinds = {dimension(part.unit) for part in parts if part.unit}
    if len(kinds) == 1 and kinds <= _SIDES:
        return parts
    # A pack: the factor counts, the last part measures.
    for part in parts[:-1]:
        if part.end == part.number.end:
            part.unit = "count"
    return parts


def _read_named_sides(page: Page, first: Part) -> list[Part] | None:
    """The parts of 长4797宽1920高1624mm and 車長4,665、車寬1,865、車高1,650mm; None if that is not what stands here."""
    text = page.text
    if (
        first.unit is not None
        or first.high is not None
        or text[first.start - 1 : first.start] not in _SIDE_NAMES | {"度"}
    ):
        return None
    parts = [first]
    while len(parts) < 4 and parts[-1].unit is None:
        match = _NAMED_SIDE.match(text, parts[-1].end)
        other = next_part(page, match.end()) if match else None
        if other is None:
            return None
        parts.append(other)
    unit = parts[-1].unit
    if unit is None or dimension(unit) != "length":
        return None
    for part in parts[:-1]:
        part.unit = unit
    return parts
