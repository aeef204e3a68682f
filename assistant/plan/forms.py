"""What form a fact has: a sentence about the thing, a point of a list, or terms of its use."""

from __future__ import annotations

import re
from typing import Literal

from assistant.schema import Fact, Lang

Form = Literal["description", "point", "terms"]

LABEL = re.compile(r"(?:[^:：。.!?！？]|\.(?=\d)){1,48}[:：]\s*\S")
# Words, in Chinese characters, from which on a fact is a sentence.
_WORDS, _CHARACTERS = 6, 10
# As long as names of products are.
_LEAST, _MOST = 4, 60
_LISTED = re.compile("[、,，;]")
_PRICED = re.compile(r"[,，]\s?(?:[¥￥$€£]|Rs|NT\$|HK\$)?\s?\d[\d,.]*\s?(?:元|円|USD|EUR|GBP)?[。.]?$")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|can|cannot|will|must|should|may|does|do|that's|it's|comes|keeps|makes|lets|holds|gives|helps|"
    r"fits|includes|protects|prevents|detects|offers|provides|allows|reduces|stays|adds|removes|dries|stores|opens|closes|"
    r"stands|sits|reaches|measures|weighs|carries|charges|cleans|cools|heats|cuts|grips|resists|absorbs|glides|spins|rolls|clips|"
    r"attaches|connects|adjusts|slides|swivels|tilts|leaves|lasts|starts|lights|plays|takes|turns|folds|requires|suits|delivers|generates|softens|optimizes|optimises|ensures|increases|distributes|indicates|"
    r"(?<=[a-z] )(?:features|uses|works|covers|supports|shows|turns|stops|runs|locks|needs) (?:a|an|the|your|its|it|you|to|\d|[a-z]+ly\b))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:the|this|these|it|each|every)\b", re.IGNORECASE)
_TERMS = re.compile(
    r"^(?:do not|don['’]t|never|avoid|keep|store|switch|turn|use only|only use|wash|rinse|clean|check|allow|make sure|ensure|before|"
    r"not for|not suitable|not included|warning|caution|care|note)\b"
    r"|\b(?:sold separately|not included|does not come with|is not included|must be|susceptible|shrink\w*)\b"
    r"|建议|建議|避免|注意|请勿|請勿|切勿|不要|不可|需要.{0,8}保存|晾|洗|保养|保養|存放|收纳时|收納時|如有|如遇|初次|异味|異味|味道|不含|不包含|另购|另購|另售|适合.{0,12}人群",
    re.IGNORECASE,
)


def is_entry(fact: Fact) -> bool:
    """Whether a fact is a whole product among several: its name, what it has, its price.

    >>> text = "极光路由器 R3：四核处理器、6根天线、512MB内存，299元"
    >>> is_entry(Fact("f1", text, 0, len(text)))
    True
    """
    name, _, told = fact.text.replace("：", ":", 1).partition(":")
    return _LEAST <= len(name) <= _MOST and bool(_LISTED.search(told) and _PRICED.search(told))


def form_of(fact: Fact, lang: Lang) -> Form:
    """Whether a fact describes the thing in a sentence, is a point of a list, or says how it is used, kept and sold.

    >>> [
    ...     form_of(Fact("f", text, 0, len(text)), "en")
    ...     for text in ("The lid folds flat, so it fits a drawer", "Weight: 620 g", "Do not put it in the dishwasher")
    ... ]
    ['description', 'point', 'terms']
    """
    text = fact.text.strip()
    if LABEL.match(text) and not text.endswith((".", "。")):
        return "point"
    if _TERMS.search(text):
        return "terms"
    if lang == "en":
        words = len(text.split())
        verb = _FINITE.search(text)
        # "Charges to 80% in 25 minutes" is a point; a longer one without its subject says more.
        sentence = verb is not None and words >= (_WORDS if verb.start() else _WORDS + 3)
        sentence = sentence or (words >= _WORDS + 2 and _SUBJECT.match(text) is not None)
    else:
        sentence = len(text) >= _CHARACTERS and bool(re.search("[，,]|。$", text))
    return "description" if sentence else "point"
