"""Whether a ratio in free wording says what the comparison says: its shape, its direction, its property."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

from assistant.checks.claims import Claim
from assistant.checks.clauses import Clauses
from assistant.checks.mentions import content_words, find_mentions
from assistant.schema import Comparison, Lang

Verdict = Literal["true", "inverted", "faster", "elsewhere"]

_TIMES = re.compile(r" ?(?:times|x|×|-?fold)(?![A-Za-z])| (?:the|that|what|its|as)\b")
_MORE = re.compile(
    r"(?: ?(?:times|x|×))? (?:faster|slower|heavier|lighter|longer|shorter|taller|higher|lower|bigger|larger|smaller|louder|quieter"
    r"|cheaper|wider|thicker|thinner|more|less|greater|fewer)\b"
)
_MORE_ZH = re.compile(
    "(?:大(?![约約概致])|[快慢小高低多少重轻輕长長短强強远遠厚薄宽寬贵貴])(?:出|了|上|达|達|约|約|将近|將近|近|超过|超過)*$"
)
_WITH = re.compile(
    r"\b(?:compared|next to|beside|against|than|versus|vs|take|as \w+ as|put|stack|line up)\b", re.IGNORECASE
)
# 1.4 times that: what is multiplied was named before.
_OF_THAT = re.compile(r" times (?:that|those)\b")
_INTO = re.compile(
    r"\b(?:fits?|goes|go) (?:into|in)\b|\btimes over\b|\btimes (?:by then|in that time|in the same time|meanwhile|while)\b"
)
# "Three cups of instant noodles", where the unit may already belong to the number.
_MEASURED_OUT = re.compile(r"(?: [a-z]+)? of (?:the |an? |those |these )?")
_SOME_ZH = re.compile("(?:左右|上下|多)的(?:[0-9]+元)?")
# What stands between a number and the thing that it would count, if it counts something else.
_OWN_NOUN = re.compile(r"\b(?:of|is|are|make|makes|equal|equals|than|as|and|or)\b|[,;:.，；：、。是比的]")
_VERBLESS = re.compile(r"\s*(?:is|are|was|runs?|moves?|flies|goes|would|about|nearly|roughly|or|at)\b", re.IGNORECASE)
_IS_ZH = re.compile("是|为|為|等于|等於|相当于|相當於|达到|達到|超过|超過|有")
_STARTS_ZH = re.compile(f"\\s*(?:大约|大約|约|約|大概|差不多|将近|將近|近|几乎|幾乎|就|也|正好)*(?:{_IS_ZH.pattern})")
_WITH_ZH = re.compile("和|与|與|跟|比|同|较|較|拿|以|不到|不及|不如|赶不上|趕不上")
# 日本最快的新干线，最高时速的一半: what is shared is the yardstick's own property.
_ITS_SHARE = re.compile(
    "[它其]?(?:[平最总總][\u4e00-\u9fff])?(?:时速|時速|速度|体重|體重|重量|功率|高度|身高|[长長]度|[宽寬]度|容量|[体體][积積]|面[积積]|价格|價格|均价|均價|[电電]量)的"
)
_THAT = re.compile(r"\b(?:that|it|his|her|their|its|as \w+|them|this)\b", re.IGNORECASE)
_THAT_ZH = re.compile("[它他她其牠]|这|這|那|前者|后者|後者|上面|前面")
# Words that name a property, by the dimensions that they may speak of.
_PROPERTY: tuple[tuple[str, str], ...] = (
    (r"\b(?:fast(?! charg)|quick|speed|pace|速度|时速|時速)\b", "speed"),
    (r"\b(?:heavy|light|weight|mass)\b|重量|体重|體重|一样重|一樣重", "mass"),
    (r"\b(?:tall|high|height|long|length|wide|width|thick|deep)\b|高度|身高|长度|長度|宽度|寬度|厚度", "length"),
    (r"\b(?:loud|noisy)\b|音量", "sound_or_level"),
    (r"\b(?:expensive|dear|price|cost)\b|价格|價格|售价|售價", "currency"),
    (r"\b(?:bright|brightness)\b|亮度", "luminance"),
)
_DIMENSIONS = {"speed": {"speed", "data_rate"}, "mass": {"mass"}, "length": {"length", "time"}, "sound_or_level": {"sound_or_level"},
               "currency": {"currency"}, "luminance": {"luminance", "luminous_flux", "illuminance"}}  # fmt: skip
_PROPERTIES = tuple((re.compile(pattern, re.IGNORECASE), _DIMENSIONS[name]) for pattern, name in _PROPERTY)


def judge(
    text: str, claim: Claim, comparison: Comparison, keys: Collection[str], clauses: Clauses, lang: Lang
) -> Verdict:
    """Whether a bare number stands for this comparison in its sentence, and says it the right way round."""
    low, high = clauses.sentence(claim.start)
    if _counts(text, claim, comparison, keys, high, lang):
        return "true"
    if not _is_multiple(text, claim, lang):
        return "elsewhere"
    start, end = clauses.clause(claim.start)
    if _more(text, claim, start, lang):
        return "faster"
    if _other_property(text[start:end], comparison):
        return "elsewhere"
    if lang == "en":
        return _english(text, claim, keys, clauses, (low, high))
    return _chinese(text, claim, keys, clauses, (low, high))


def _counts(
    text: str, claim: Claim, comparison: Comparison, keys: Collection[str], sentence_end: int, lang: Lang
) -> bool:
    """Whether the thing that is counted follows its number: "eleven giraffes"."""
    if _TIMES.match(text[claim.end : claim.end + 12]) or claim.kind in ("multiple", "fraction"):
        return False
    reach = min(sentence_end, claim.end + (40 if lang == "en" else 12))
    for reference in comparison.references:
        many = reference.names[lang].many
        words = content_words(many, lang) if many else keys
        found = find_mentions(text, claim.start, reach, words, lang)
        if found and _MEASURED_OUT.fullmatch(text[claim.end : max(claim.end, found[0][0])]):
            return True
        if found and _SOME_ZH.fullmatch(text[claim.end : max(claim.end, found[0][0])]):
            return True
        if found and not _OWN_NOUN.search(text[claim.end : max(claim.end, found[0][0])]):
            return many != "" or found[0][0] - claim.end <= (16 if lang == "en" else 3)
    return False


def _is_multiple(text: str, claim: Claim, lang: Lang) -> bool:
    if claim.kind in ("multiple", "fraction"):
        return True
    after = text[claim.end : claim.end + 12]
    return after.lstrip().startswith("倍") if lang != "en" else bool(_TIMES.match(after))


def _more(text: str, claim: Claim, clause_start: int, lang: Lang) -> bool:
    """Whether it says 570 times faster, 快570倍: not the same as 570 times as fast."""
    if lang == "en":
        return bool(_MORE.match(text[claim.end : claim.end + 24]))
    return bool(_MORE_ZH.search(text[clause_start : claim.start]))


def _other_property(clause: str, comparison: Comparison) -> bool:
    named = [dimensions for pattern, dimensions in _PROPERTIES if pattern.search(clause)]
    return bool(named) and not any(comparison.quantity.dimension in dimensions for dimensions in named)


def _english(text: str, claim: Claim, keys: Collection[str], clauses: Clauses, sentence: tuple[int, int]) -> Verdict:
    start, end = clauses.clause(claim.start)
    if find_mentions(text, claim.end, end, keys, "en"):
        return "true"
    before = find_mentions(text, start, claim.start, keys, "en")
    if before:
        marked = _WITH.search(text[start : before[0][1]]) or _INTO.search(text[start:end])
        return "true" if marked else "inverted"
    if find_mentions(text, claim.end, sentence[1], keys, "en"):
        return "true"
    if text.startswith(" times over", claim.end) and find_mentions(text, *sentence, keys, "en"):
        return "true"
    if _OF_THAT.match(text, claim.end) and find_mentions(text, sentence[0], start, keys, "en"):
        return "true"
    earlier = clauses.clause_before(claim.start)
    if _VERBLESS.match(text[start : claim.end]) or not text[start : claim.start].strip():
        found = find_mentions(text, sentence[0], start, keys, "en")
        if found and earlier is not None:
            return "true" if _WITH.search(text[sentence[0] : start]) else "inverted"
    elif find_mentions(text, sentence[0], start, keys, "en"):
        return "true"
    previous = clauses.sentence_before(claim.start)
    spoken = previous is not None and find_mentions(text, *previous, keys, "en")
    return "true" if spoken and _THAT.search(text[claim.start : end]) else "elsewhere"


def _chinese(text: str, claim: Claim, keys: Collection[str], clauses: Clauses, sentence: tuple[int, int]) -> Verdict:
    start, end = clauses.clause(claim.start)
    before = find_mentions(text, start, claim.start, keys, "zh-Hans")
    if before:
        if not _IS_ZH.search(text[before[-1][1] : claim.start]):
            return "true"
        return (
            "true"
            if _WITH_ZH.search(text[start : before[0][0]]) or "比" in text[before[-1][1] : claim.start]
            else "inverted"
        )
    if re.match("倍?[于於的]", text[claim.end : claim.end + 2]) and find_mentions(
        text, claim.end, end, keys, "zh-Hans"
    ):
        return "true"
    earlier = find_mentions(text, sentence[0], start, keys, "zh-Hans")
    if earlier:
        marked = _WITH_ZH.search(text[sentence[0] : start])
        if _ITS_SHARE.fullmatch(text, start, claim.start):
            return "true"
        if _STARTS_ZH.match(text[start:end]) or not text[start : claim.start].strip("约約近超过過大概"):
            return "true" if marked else "inverted"
        return "true" if marked or _THAT_ZH.search(text[start : claim.start]) else "elsewhere"
    previous = clauses.sentence_before(claim.start)
    spoken = previous is not None and find_mentions(text, *previous, keys, "zh-Hans")
    return "true" if spoken and _THAT_ZH.search(text[start : claim.start]) else "elsewhere"
