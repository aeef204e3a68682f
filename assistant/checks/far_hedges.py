"""Hedges that stand away from their number: before what is multiplied, behind what is counted, or in a turned comparison.

"Two ten-yuan notes end to end are still not as long" says that it is more than two of them; "three sheets are a little
longer" that it is nearly three. Whether the hedge is true is computed elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.checks.claims import Claim
from assistant.checks.clauses import Clauses
from assistant.checks.hedges import Said, hedge_of_predicate
from assistant.schema import Lang

_SIZE_ZH = "[长長重高大多宽寬厚沉贵貴久]"
_SMALL_ZH = "[短轻輕矮小少窄薄低]"
_SLIGHT_ZH = "(?:出)?(?:一|了|那么|那麼)?(?:丁)?(?:点|點|些)"
_NOT_AS_ZH = re.compile(
    "[^。！？；0-9]{0,16}?(?:还是|還是|[还還都也仍])?(?:没有?|沒有?|不如|不及|[还還]?不[够夠])(?:有|它|他|[这這那]|[\u4e00-\u9fff]{2})?(?:[这這那]?[么麼])?"
    f"(?:{_SIZE_ZH}|[，。！；]|$)"
)
_STILL_ZH = re.compile(
    f"[^，。！？；0-9]{{0,16}}?(?:[还還](?:要)?{_SIZE_ZH}|[都也]?[还還]是?，?比(?:它|[这這]个?|[这這]個)[数數]?{_SMALL_ZH})"
)
_STILL_LESS_ZH = re.compile(f"[^。！？；0-9]{{0,10}}?[还還]是?比(?:它|[这這][个個]?)[数數]?{_SMALL_ZH}")
_THAN_IT_ZH = re.compile(
    f"[^。！？；0-9]{{0,14}}，?[^，。！？；0-9]{{0,8}}?比(?:它|[这這][个個]?|[\u4e00-\u9fff]{{2,4}}?)(?:稍微?|略微?|要|再)*(?P<more>{_SIZE_ZH})?(?P<less>{_SMALL_ZH})?{_SLIGHT_ZH}"
)
_THAN_THEM_ZH = re.compile(
    f"[^。！？；，0-9]{{0,20}}?(?:稍微?|略微?|要|再|还|還)*(?:(?P<more>{_SIZE_ZH})|(?P<less>{_SMALL_ZH})){_SLIGHT_ZH}"
)
_THAN_ZH = re.compile("(?<![对對])比(?![赛賽例率如])[^，。；]{0,30}$")
# 一头非洲象的一半体重，还不到3300公斤: the figure is more than that.
_BELOW_ZH = re.compile("[^，。！？；0-9]{0,8}，?(?:[还還]|也)不到(?=[0-9])")
_HEDGED_AFTER_ZH = re.compile(
    "[^。！？；0-9]{0,24}?(?:差不多|大约|大約|大概|大致|约莫|約莫|[约約])(?:[就也]|正好)*"
    "(?:是|[这這那][么麼]|等[于於]|相[当當]|[够夠有]|到[这這])(?![约約]?[0-9一二两兩三四五六七八九十半])"
)
_LONGER_EN = re.compile(
    r"[^.;!?]{0,40}?\b(?:is|are|would be|come out|comes out|run|runs|weigh|weighs|hold|holds)"
    r" (?:just |only )?(?:a bit|slightly|a little|a touch|a shade|somewhat) (?:(?P<more>longer|heavier|taller|wider|bigger|larger|more|thicker|louder)"
    r"|(?P<less>shorter|lighter|smaller|narrower|less|thinner|quieter))\b"
)
_BEHIND_EN = re.compile(
    r" of (?:them|those|these|the things),? (?:or so|or thereabouts|give or take|roughly|approximately|more or less)\b",
    re.IGNORECASE,
)
# 六个苹果上下, 七节7号电池左右: the hedge closes what is counted.
_CLOSED_ZH = re.compile(
    "[^，。！？；0-9]{0,14}(?:左右|上下|差不多(?:一[样樣])?[重沉长長高大宽寬厚快久贵貴]?)(?=$|[，。；！？、）的])"
)
# 快六包了, 都快上完四节课了: it nearly comes to that.
_SOON_ZH = re.compile("快[^，。！？；0-9]{0,6}$")
_DONE_ZH = re.compile("[^，。！？；0-9]{0,10}了(?=$|[，。；！？、）（(])")
_ALIKE_ZH = re.compile("差不多(?:一[样樣])?[重沉长長高大宽寬厚快久](?=$|[，。；！？、）])")
# Words that make a whole likeness a rough one, whatever figure stands beside them.
_LOOSE_EN = re.compile(
    r"\b(?:about|roughly|around|approximately) (?=(?:the (?:same|weight|height|length|width|thickness|size|capacity|volume|area|power|light|price|cost|time"
    r"|diameter|depth|speed|sound)|that\b|as \w+ as|what\b|level|got|there\b|it\b|equal|on a par))"
    r"|\bmore or less\b|\bmuch like\b|\bgive or take\b|\bor thereabouts\b|\bpretty much\b|\bnear enough\b|\bjust about\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:\bor |\band |\bto |[–-]|或者?|[和与與、]|以及)$")
_SHARED_EN = re.compile(
    r"\b(about|some|around|roughly|approximately|nearly|almost|more than|over)(?: the same as| that of| as much as)? (?:an? |one )?[\w.-]+[^,;.!?]*$",
    re.IGNORECASE,
)
_SHARED: dict[str, Said] = {"nearly": "nearly", "almost": "nearly", "more than": "more than", "over": "more than"}
_MUCH_EN = re.compile(r"\b(?:about|roughly|around|nearly) (?:that|what|the same)\b[^,;.!?0-9]{0,30}$", re.IGNORECASE)


def said_far(
    text: str, claim: Claim, said: tuple[Said, ...], clauses: Clauses, names: Collection[str], lang: Lang
) -> tuple[Said, ...]:
    """The hedges of a ratio or count: those beside it, else one farther off; `names` are the numbers in the yardstick's name."""
    high = clauses.sentence(claim.start)[1]
    start = clauses.clause(claim.start)[0]
    if text[high : high + 1] == "？":
        # "Have you held seven apples? It weighs about as much."
        text, high = f"{text[:high]}，{text[high + 1 :]}", clauses.sentence(min(high + 1, len(text) - 1))[1]
    before, after = _without(text[start : claim.start], names), _without(text[claim.end : high], names)
    if lang == "en":
        turned = _turned_en(after)
        behind: tuple[Said, ...] = ("about",) if _BEHIND_EN.match(after) else ()
        near = said or behind or _shared(before)
        if turned or near:
            return turned or near
        # "Pop eight coins into your palm. That's roughly the weight of it."
        answer = clauses.sentence(min(high + 1, len(text) - 1))[1]
        if text[answer : answer + 1] == "?":
            answer = clauses.sentence(min(answer + 1, len(text) - 1))[1]
        told = text[clauses.sentence(claim.start)[0] : answer]
        return ("about",) if _LOOSE_EN.search(told) else ()
    turned = _turned_zh(before, after)
    if turned or said:
        return turned or said
    if _SOON_ZH.search(before) and _DONE_ZH.match(after):
        return ("nearly",)
    far = hedge_of_predicate(before)
    if far:
        return (far,)
    loose = _HEDGED_AFTER_ZH.match(after) or _ALIKE_ZH.search(after) or _CLOSED_ZH.match(after) or _joined_zh(before)
    return ("about",) if loose else ()


def _without(stretch: str, names: Collection[str]) -> str:
    """A stretch with the numbers of the yardstick's name made letters: 一桶18.9公升桶裝水."""
    for number in sorted(set(names), key=len, reverse=True):
        stretch = re.sub(re.escape(number), "某" * len(number), stretch, flags=re.IGNORECASE)
    return stretch


def _turned_zh(before: str, after: str) -> tuple[Said, ...]:
    if _THAN_ZH.search(before):
        than = _THAN_THEM_ZH.match(after)
        if than:
            return ("more than",) if than["more"] else ("nearly",)
        return ("more than",) if _STILL_ZH.match(after) else ()
    if _NOT_AS_ZH.match(after) or _STILL_LESS_ZH.match(after):
        return ("more than",)
    if _BELOW_ZH.match(after):
        return ("more than",)
    than = _THAN_IT_ZH.match(after)
    if than and (than["more"] or than["less"]):
        return ("nearly",) if than["more"] else ("more than",)
    return ()


def _turned_en(after: str) -> tuple[Said, ...]:
    than = _LONGER_EN.match(after)
    if than is None:
        return ()
    return ("nearly",) if than["more"] else ("more than",)


def _shared(before: str) -> tuple[Said, ...]:
    """The hedge of the first of two: about 26 of these or 36 of those."""
    if _JOINED.search(before):
        found = _SHARED_EN.search(before)
        if found:
            return (_SHARED.get(found[1].lower(), "about"),)
    return ("about",) if _MUCH_EN.search(before) else ()


def _joined_zh(before: str) -> bool:
    return bool(
        _JOINED.search(before) and re.search("(?:[约約]等[于於]?|差不多|大约|大約|大概|[约約])[^，。；]*$", before)
    )
