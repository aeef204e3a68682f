"""What a figure is per: a year, an hour, a kilometre; and where a text names that period without claiming it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.claims import Claim
from assistant.checks.proofs import Known
from assistant.schema import Quantity

_PERIODS: dict[str, re.Pattern[str]] = {
    unit: re.compile(words, re.IGNORECASE)
    for unit, words in {
        "year": r"\b(?:a|per|each|every|one|in a|over a) year\b|\bannual(?:ly)?\b|\byearly\b|/ ?(?:yr|year)\b|每年|一(?:整)?年|全年|/年|(?<!\w)年[发發省减減产產均耗用]",
        "month": r"\b(?:a|per|each|every) month\b|\bmonthly\b|每[个個]?月|一[个個]月",
        "day": r"\b(?:a|per|each|every) day\b|\bdaily\b|每[天日]|一天|/天",
        "hour": r"\b(?:an|per|each|every) hour\b|\bhourly\b|/h\b|每(?:个|個)?小[时時]|一(?:个|個)?小[时時]|时速|時速",
        "minute": r"\b(?:a|per|each|every) minute\b|/min\b|每分[钟鐘]?|一分[钟鐘]",
        "second": r"\b(?:a|per|each|every) second\b|/s\b|每秒|一秒",
        "kilometer": r"\b(?:a|per|each|every) (?:single )?(?:kilomet(?:re|er)|km)\b|/km\b|每(?:一)?公里|一公里|每千米",
        "mile": r"\b(?:a|per|each|every) mile\b|每英里",
        "hundred_kilometer": r"\b100 ?(?:km|kilomet(?:re|er)s?)\b|\b(?:a|one) hundred kilomet(?:re|er)s\b|百公里|100 ?公里",
        "revolution": r"\b(?:a|per|each|every) (?:turn|revolution|rev)\b|每[转轉圈]|一[圈转轉]",
        "inch": r"\b(?:to the|per|an|each|every) inch\b|每英[寸吋]|每吋",
        "kilogram": r"\b(?:a|per|each|every) (?:kilo(?:gram)?|kg)\b|每公斤|每千克",
    }.items()
}
# A period that is a limit, a promise or an endurance is a claim.
_CLAIMED_BEFORE = re.compile(
    "(?:续航|續航|待机|待機|质保|保固|保修|可用|能用|够用|夠用|只要|只需|需要|不到|不足|超过|超過|至少|最[长長多少短]|長?达|長?達|(?<!跑)(?<!走)满|充|约|約|近|将近|將近|延长|延長|提前)$"
)
_CLAIMED_AFTER = re.compile(
    "的?(?:质保|保固|保修|续航|續航|保质|保質|[之以]?[内內]|[之以]?[后後前]|以上|多|半|左右|就|才|充|不[用换換坏壞]|[免]|一[换換次])"
)
_ONE = re.compile("一(?:整)?(?:年|(?:个|個)?小[时時]|天|[圈趟转轉]|分[钟鐘]|秒)")


def per_unit(unit: str) -> str:
    """What a unit is per, "" for none: "year" of "metric_ton / year"."""
    return unit.rpartition(" / ")[2] if " / " in unit else ""


def is_per(words: str, period: str) -> bool:
    """Whether words, mostly a fact's, say that they are of a period: 每年發電, "per year", 避免碳排放量（噸/年）."""
    return period_in(words, period)


def period_in(words: str, period: str) -> bool:
    """Whether words name a period that something is per."""
    pattern = _PERIODS.get(period)
    return pattern is not None and pattern.search(words) is not None


_CALENDAR = ("year", "month", "day")
_OF_YEAR = re.compile(r"^年|每年|/ ?年|\b(?:per|a|each|every) year\b|\bannual|\byearly\b", re.IGNORECASE)


def clashes(fact: str, quantity: Quantity, text: str, start: int, end: int) -> bool:
    """Whether a figure is said to be of a day or a month, and its fact is of a year; or of water, and it is of current.

    The figure ends at `end`; what may be said of it begins at `start`.
    """
    if is_other_degree(text, end, quantity):
        return True
    before = text[start:end]
    if not _OF_YEAR.search(fact) or period_in(before, "year"):
        return False
    return any(period_in(before, other) and not period_in(fact, other) for other in _CALENDAR[1:])


def is_other_degree(text: str, end: int, quantity: Quantity) -> bool:
    """Whether the 度 before a position is said of water where the fact is of electricity, or the other way."""
    if text[end - 1] != "度" or not quantity.text.endswith("度"):
        return False
    mark = "[，。；、！？]"
    near = re.split(mark, text[max(0, end - 24) : end])[-1] + re.split(mark, text[end : end + 2])[0]
    water, current = "水" in near, "电" in near or "電" in near
    if quantity.dimension == "energy":
        return water and not current
    return quantity.dimension == "volume" and current and not water


def is_idle_period(known: Known, text: str, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether 一年 or 一小时 is what a fact or a cost is told per, and says nothing of its own."""
    match = _ONE.match(text, claim.start)
    if match is None or claim.start >= match.end() or claim.end > match.end():
        return False
    if _CLAIMED_BEFORE.search(text[max(0, claim.start - 4) : claim.start]) or _CLAIMED_AFTER.match(text, match.end()):
        return False
    if any(q.low == 1 and q.dimension == "time" and q.text[1:] == match[0][1:] for _, q in known.quantities):
        return True
    for fact, quantity in known.quantities:
        period = next((name for name, words in _PERIODS.items() if words.fullmatch(match[0].replace("整", ""))), "")
        if period and (per_unit(quantity.unit) == period or is_per(fact.text, period)):
            return True
    if "小" in match[0] and re.search("电费|電費", text[max(0, match.start() - 20) : match.end() + 20]):
        return any(c.kind == "cost" for c in known.comparisons)
    period = match[0].replace("整", "")
    return any(period in names.of for one in known.spoken_in(text) for names in one.names.values())
