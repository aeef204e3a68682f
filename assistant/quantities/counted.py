"""Counted things behind a number: "60 countries", "3-node", "200 concurrent users"."""

from __future__ import annotations

from assistant.quantities import alone
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num
from assistant.quantities.page import Page
from assistant.quantities.unit_word import Measure
from assistant.quantities.units_at import measure_at

_NOUN = lazy(r"(?: ?\+)?(?: |-)([a-z]+)(?![A-Za-z])")
_NOT_NOUNS = frozenset(
    [
        "is",
        "was",
        "as",
        "its",
        "this",
        "has",
        "plus",
        "less",
        "across",
        "us",
        "yes",
        "always",
        "perhaps",
        "thus",
        "does",
        "goes",
        "times",
        "versus",
        "minus",
        "degrees",
        "series",
        "pros",
        "ups",
        "plus",
        "s",
        "ours",
        "hers",
        "theirs",
        "yours",
        "gas",
        "bus",
        "lens",
        "process",
        "access",
        "focus",
        "glass",
        "class",
        "pass",
        "press",
        "bass",
        "mass",
        "chess",
        "dress",
        "cross",
        "loss",
        *"lasts weighs holds runs fits comes keeps delivers offers costs measures features supports uses takes makes gives includes"
        " provides produces reaches gets needs works sits lets means helps".split(),
    ]
)
_NOT_ADJECTIVES = frozenset(
    "with from that than then this these those into onto over under when while where which after before about between through times"
    " more less only also plus minus inch times percent point".split()
)
_COUNT_SINGULAR = frozenset(
    [
        "people",
        "children",
        "node",
        "night",
        "core",
        "pack",
        "piece",
        "ply",
        "port",
        "port-hub",
        "speaker",
        "speed",
        "way",
        "stage",
        "zone",
        "tier",
        "layer",
        "bay",
        "slot",
        "pin",
        "band",
        "blade",
        "cup-holder",
        "burner",
        "drawer",
        "seat",
        "seater",
        "door",
        "cell",
        "lens",
        "channel",
        "axis",
        "person",
        "player",
        "digit",
        "key",
        "button",
        "point",
        "cylinder",
        "burner",
        "room",
        "bedroom",
        "page",
        "item",
        "men",
        "women",
        "feet",
        "teeth",
        "mice",
        "series",
    ]
)
_PROPER = lazy(r"[a-z0-9,] [A-Z][A-Za-z]+ $")
_YEAR_LIKE = lazy(r"(?:1[89]|20)[0-9]{2}")
_PER = lazy(r" ?/ ?| per | (?:an?|each|every) ")
PERIODS = ("second", "minute", "hour", "day", "week", "month", "year")


def _is_counted(noun: str) -> bool:
    plural = noun.endswith("s") and len(noun) > 3 and noun not in _NOT_NOUNS and not noun.endswith(("ss", "us", "ous"))
    return plural or noun in _COUNT_SINGULAR


def counted(page: Page, number: Num, at: int) -> Measure | None:
    """A counted noun: "60 countries", "3-node". The noun belongs to the span."""
    match = _NOUN.match(page.text, at)
    if (
        match is None
        or number.low != int(number.low)
        or (page.text[number.start] == "0" and number.low > 0)
        or _YEAR_LIKE.fullmatch(page.text, number.start, number.end)
    ):
        return None
    if (
        number.kind == "digits"
        and page.text[at] != "-"
        and (alone.is_name(page, number) or _PROPER.search(page.text, max(0, number.start - 20), number.start))
    ):
        return None
    end = match.end()
    if not _is_counted(match[1]):
        # One adjective may stand between: "200 concurrent users".
        more = _NOUN.match(page.text, end) if len(match[1]) > 3 and match[1] not in _NOT_ADJECTIVES else None
        if (
            more is None
            or page.text[at] == "-"
            or page.text[end] != " "
            or not _is_counted(more[1])
            or more[1] in _COUNT_SINGULAR
        ):
            return None
        end = more.end()
    unit = Measure("count", end, surface=match[1])
    per = _PER.match(page.text, unit.end)
    below = measure_at(page, per.end()) if per else None
    if below and below.unit in PERIODS:
        unit.unit, unit.end = f"count / {below.unit}", below.end
    return unit
