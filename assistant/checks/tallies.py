"""A comparison's number that stands apart from its yardstick's name: 换成网球，得17个左右; a sixth of that; 乘以42.

`judge` looks for the yardstick right beside its number. Here it may stand before it, or in the sentence before, as long
as the number counts nothing else and the sentence does not turn the comparison round; where it does, what the turned
sentence says is computed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from fractions import Fraction

from assistant.checks.claims import Claim
from assistant.checks.clauses import Clauses
from assistant.checks.mentions import find_mentions
from assistant.quantities import find_quantities
from assistant.schema import Comparison, Lang, Names
from assistant.units import DimensionMismatch, convert

# What ends a count that names nothing itself.
_END_EN = re.compile(
    r"(?: (?:of (?:them|those|these|the (?:things?|same))))?(?: (?:or so|each|in all|by (?:volume|weight|length)|give or take))?(?=[\s]*(?:$|[,.;:!?)–—]|(?:and|or|will|would|do|does)\b))"
)
_END_ZH = re.compile(
    "(?:左右|上下|多|出头|出頭)?(?=$|[，。；！？、）)\\s]|[还還都也]|才|就|吧|呢|了(?=$|[，。；！？、）])|的(?:[量能份]|[时時][间間]|工夫|功夫)|加起|[来來]|的話|的话|能|[这這那]么|[这這那]麼)"
)
_TIMES_BEFORE = re.compile("(?:乘(?:以|上)?|再乘|翻(?:到|上|了)?)(?:[约約]|大约|大約|近)?$")
_TIMES_BEFORE_EN = re.compile(
    r"multipl(?:y|ied|ies) (?:it |that |this )?by (?:about |roughly |around )?$", re.IGNORECASE
)
# What says that the yardstick itself comes to the number.
_COMES_TO = re.compile(
    r"\b(?:is|are|equals?|makes?|takes?|weighs?|counts? as|comes? to|would)\b|是|等[于於]|抵|顶|頂|相[当當]|="
)
_CHANGED = re.compile("[换換]成|[换換]算成|折合|[换換]作|拿|按|以|用")
_COUNTERS = "个個份只隻顆颗枚张張罐杯桶缸趟座节節头頭支条條块塊瓶根台架包袋部首本集匹盒碗"
_VERB = re.compile(
    r"(?: (?!it|you|we|this|that|he|she)[a-z]{2,12})?(?: of [0-9]{4})?(?:['’]s)?,?(?: (?:is|are|was|were|has|had|have|makes?|takes?|does|accounts? for|comes? to|reaches|manages?|measures?|weighs?|uses?|draws?))?"
    r"(?: (?:just|only|about|around|roughly|nearly|almost|more than|over|some))* ?",
    re.IGNORECASE,
)
_THAT_MUCH_EN = re.compile(
    r"(?: times)? (?:as \w+|that|this|what|it)\b|(?: times)? of (?:that|this|it|what)\b", re.IGNORECASE
)
_THAT_ZH = re.compile("[这這那][个個]?[数數]字?的$")
_WITH_EN = re.compile(
    r"\b(?:compared|next to|beside|against|than|versus|vs|take|put|stack|picture|think)\b", re.IGNORECASE
)
_PERIOD_ZH = re.compile("一(?P<unit>天|年|[个個]月|小[时時])")
_PERIODS = {"天": "day", "年": "year", "个月": "month", "個月": "month", "小时": "hour", "小時": "hour"}


def shows(claim: Claim, comparison: Comparison) -> Fraction | None:
    """The value of a claim as one of a comparison's numbers: 80 percent and 八成 are four fifths; None for another."""
    if len(claim.values) == 2 and claim.values == comparison.numbers:
        return claim.values[1]
    if len(claim.values) != 1:
        return None
    value = claim.values[0]
    if claim.quantity is not None and claim.quantity.unit == "percent":
        value = value / 100
    value = _whole(value)
    return value if value in comparison.numbers else None


def _whole(value: Fraction) -> Fraction:
    """A share that was read as a decimal without end, as the share it is."""
    near = value.limit_denominator(20)
    return near if value.denominator > 10**6 and abs(near - value) < Fraction(1, 10**9) else value


def is_tally(
    text: str, claim: Claim, comparison: Comparison, keys: Collection[str], clauses: Clauses, lang: Lang
) -> bool:
    """Whether a number counts or multiplies a yardstick that the sentence, or the one before, names elsewhere."""
    if claim.kind == "fraction" and claim.quantity is None:
        return False
    start = clauses.clause(claim.start)[0]
    low, high = clauses.sentence(claim.start)
    before = text[start : claim.start]
    times = (_TIMES_BEFORE_EN if lang == "en" else _TIMES_BEFORE).search(before)
    if not times and not _counts_nothing_else(text, claim, comparison, keys, high, lang):
        return False
    here = find_mentions(text, start, claim.start, keys, lang)
    if here and not times and not _CHANGED.search(text[start : here[0][0]]):
        return not _COMES_TO.search(text[here[-1][1] : claim.start])
    if here or find_mentions(text, low, claim.start, keys, lang):
        return True
    after = find_mentions(text, claim.end - (lang != "en"), high, keys, lang)
    previous = clauses.sentence_before(claim.start)
    return bool(after) or (previous is not None and bool(find_mentions(text, *previous, keys, lang)))


def _counts_nothing_else(
    text: str, claim: Claim, comparison: Comparison, keys: Collection[str], high: int, lang: Lang
) -> bool:
    if claim.kind in ("multiple", "percent"):
        return False
    if lang == "en":
        found = find_mentions(text, claim.end, min(high, claim.end + 24), keys, lang)
        return claim.quantity is None and (
            bool(_END_EN.match(text, claim.end))
            or bool(found and _is_own_figure(text[claim.end : found[0][0]], comparison, lang))
        )
    # 两张半: the measure word stands before the half.
    last = text[claim.end - 1 - text.startswith("半", claim.end - 1)]
    at = claim.end
    if claim.quantity is None:
        if text[at : at + 1] not in _counters(comparison, lang):
            return False
        at += 1
    elif last not in _counters(comparison, lang):
        return False
    if _END_ZH.match(text, at, high):
        return True
    found = find_mentions(text, at - 1, min(high, at + 16), keys, lang)
    if not found:
        return False
    between = text[at : found[0][0]]
    return bool(re.fullmatch("(?:左右|上下)?的?(?:[0-9]{4}年的?)?", between)) or _is_own_figure(
        between, comparison, lang
    )


def _is_own_figure(words: str, comparison: Comparison, lang: Lang) -> bool:
    """Whether words are a yardstick's own figure, as in its name or in another unit: 12罐330毫升的可乐."""
    bare = re.sub(r"^[ -]|[ 的-]+$", "", words)
    if not bare or not any(char.isdigit() or char in "两兩一二三四五六七八九十半" for char in bare):
        return False
    if any(bare in names.of + " " + names.many + " " + names.name for names in _names(comparison, lang)):
        return True
    for figure in find_quantities(bare, lang, None):
        for reference in comparison.references:
            with suppress(DimensionMismatch):
                if figure.text == bare and convert(figure.low, figure.unit, reference.unit) == Fraction(
                    reference.value
                ):
                    return True
    return False


def _names(comparison: Comparison, lang: Lang) -> Iterator[Names]:
    return (reference.names[lang] for reference in comparison.references)


def _counters(comparison: Comparison, lang: Lang) -> str:
    """Measure words that may count a yardstick: its own, those in its name, and 个 and 份 for anything."""
    own = "".join(r.names[lang].counter + r.names[lang].of + r.names[lang].many for r in comparison.references)
    # What takes a time is gone through so many times.
    turns = "趟回次遍圈下" if any(r.dimension == "time" for r in comparison.references) else ""
    return "个個份" + turns + "".join(one for one in _COUNTERS if one in own)


def is_period_of(
    text: str, claim: Claim, comparison: Comparison, keys: Collection[str], clauses: Clauses, lang: Lang
) -> bool:
    """Whether 五天 counts the days of a yardstick that is one day's: 台北市平均一天用電量."""
    if claim.quantity is None or claim.quantity.dimension != "time" or lang == "en":
        return False
    units = {_PERIODS.get(m["unit"]) for r in comparison.references for m in _PERIOD_ZH.finditer(r.names[lang].of)}
    start, end = clauses.sentence(claim.start)
    return claim.quantity.unit in units and bool(find_mentions(text, start, end, keys, lang))


def turned(
    text: str, claim: Claim, comparison: Comparison, keys: Collection[str], clauses: Clauses, lang: Lang
) -> bool:
    """Whether a sentence says what share or multiple of the product the yardstick is: "a rider makes half of that"."""
    start, end = clauses.clause(claim.start)
    low = clauses.sentence(claim.start)[0]
    before = find_mentions(text, start, claim.start, keys, lang) or find_mentions(text, low, claim.start, keys, lang)
    if not before or find_mentions(text, claim.end, end, keys, lang) or comparison.ratio_exact is None:
        return False
    if lang == "en":
        if _WITH_EN.search(text[low : before[-1][1]]):
            return False
        return bool(_THAT_MUCH_EN.match(text, claim.end)) and _follows_subject(text[before[-1][1] : claim.start])
    return bool(_THAT_ZH.search(text[start : claim.start])) and "比" not in text[low : before[0][0]]


def _follows_subject(between: str) -> bool:
    """Whether nothing but a verb and hedges stands between the yardstick and its number: no other subject."""
    return _VERB.fullmatch(between) is not None
