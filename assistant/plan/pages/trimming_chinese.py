"""A clause of Chinese without its applause: what is left may stand alone, or be nothing."""

from __future__ import annotations

import re

from assistant.plan.pages.words_chinese import (
    ADDRESSED,
    BARE_HALF,
    BEFORE_NOUN,
    BEFORE_VERB,
    CHAT,
    EMPTY,
    ENDING,
    EXCUSED,
    FIRST_PERSON,
    GIVEN,
    GUESSED,
    LARGE,
    OWN_VOICE,
    PREDICATE,
    RIVALS,
    SINKING,
    STRONGER,
    TAIL,
    TELLS,
    VAGUER,
)
from assistant.schema.characters import simplified

# A clause of so many characters says something even where no word of the lists is in it.
_PROSE = 15
_STUMP = 5
_STUFF = re.compile(
    r"棉|麻|绒|丝|毛|金|皮|钢|木|竹|玻璃|陶|矽胶|硅胶|尼龙|纤维|海绵|绣|织|铝|铜|铁|胶|^(?:耐|防|抗|透|柔|轻|可|易|不|免|隔|保)"
)
# What governed the applause that has gone.
_GOVERNING = re.compile(
    r"(?:让|使得?|令|将|把|给|为)[^，]*$|(?:呈现|具有|有|拥有|是|成为|采用|带有|充满)(?:出|了|着)?(?:一?[种款个条份])?[“「]?$"
)
_JOINER = re.compile(r"^(?:不仅|不但|不只|不单|虽然?|尽管|既)")
_EDGES = " 　、，,.：:;；-—~～·|/／+"
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"))
# 一款美裙: a thing of its kind, and no more.
_A_THING = re.compile(
    r"^(?:(?:这|这是|这就是|就是)?一|这)[款件条双种][^\d，]{1,3}$|^.{0,4}(?:体验|享受|感受|生活|时光|选择|境界)$"
)
_HELD = re.compile("[\ue000-\uf8ff]")


def cut(text: str, pattern: re.Pattern[str], instead: str = "") -> str:
    """A text without what a pattern of Simplified characters finds in it, whichever script it is in.

    >>> cut("優質矽膠", BEFORE_NOUN)
    '矽膠'
    """
    for match in reversed(list(pattern.finditer(simplified(text)))):
        before = text[: match.start()]
        gap = not instead and re.search(r"[\u4e00-\u9fff] +$", before)
        text = (before.rstrip(" ") if gap else before) + instead + text[match.end() :]
    return text


def trim(clause: str) -> tuple[str, bool]:
    """A clause without applause, "" where nothing is left; and whether it broke off at its applause.

    >>> trim("精緻的小翻領"), trim("胸前白色扣子设计更显时尚的气息"), trim("做工非常精致")
    (('小翻領', False), ('胸前白色扣子设计', True), ('', True))
    """
    said = simplified(clause)
    if CHAT.search(said) or RIVALS.search(said) or GUESSED.search(said):
        return "", False
    if SINKING.search(said):
        return "", True
    given = GIVEN.search(said)
    if given:
        return _stump(clause[: given.start()]), True
    clause = cut(clause.strip(_EDGES), ENDING)
    clause = _unaddressed(cut(clause, OWN_VOICE))
    if FIRST_PERSON.search(simplified(clause)) or re.search(r"[您你]", clause):
        return "", False
    clause = cut(cut(cut(clause, EXCUSED), VAGUER), STRONGER)
    clause = re.sub(r"^[轻輕][松鬆](?=[\u4e00-\u9fff]{2,}[\u4e00-\u9fffA-Za-z])", "可", clause)
    for pattern in (BEFORE_VERB, BEFORE_NOUN, BEFORE_NOUN, LARGE):
        clause = cut(clause, pattern)
    found = PREDICATE.search(simplified(clause))
    if found is None:
        return _bared(clause), False
    return _stump(clause[: found.start()]), True


def _unaddressed(clause: str) -> str:
    """A clause that speaks of the thing instead of to the shopper: 让您收纳雨伞 as 可收纳雨伞."""
    clause = re.sub(r"可可以?(?=[\u4e00-\u9fff])", "可", cut(clause, ADDRESSED, "可"))
    return re.sub(r"(?:[为為給给])?[您你][们們]?的?(?![和与與及])", "", clause)


def _stump(left: str) -> str:
    """What stands before applause, as far as it stands alone."""
    left = cut(cut(left, TAIL), _GOVERNING)
    left = _bared(cut(left, TAIL))
    said = _HELD.sub("", re.sub(r"[A-Za-z]", "", simplified(left)))
    if EMPTY.match(_JOINER.sub("", said)):
        return ""
    if len(left) < _STUMP and not _STUFF.search(said):
        return ""
    told = TELLS.search(said) and not BARE_HALF.match(said) and not said.endswith(("表现", "评价"))
    return left if told else ""


def _bared(clause: str) -> str:
    clause = clause.strip(_EDGES)
    clause = re.sub(r"^(?:[的和与與及]|之(?![后後前间間外]))(?=[\u4e00-\u9fff])|[的之](?=$|[，、])", "", clause).strip(
        _EDGES
    )
    for opened, closed in _QUOTES:
        if clause.count(opened) != clause.count(closed):
            clause = clause.replace(opened, "").replace(closed, "")
    return re.sub(r"、{2,}", "、", clause)


def is_empty(clause: str) -> bool:
    """Whether a clause names nothing: 設計, 新选择, 产品描述."""
    return not clause or bool(EMPTY.match(simplified(clause)) or _A_THING.match(simplified(clause)))


def is_stuff(clause: str) -> bool:
    """Whether a clause names what something is made of, or how it is: 钢材, 耐磨."""
    return bool(_STUFF.search(simplified(clause)))


def tells(clause: str) -> bool:
    """Whether a clause says something to a buyer: a part, a stuff, a use, a figure; or is prose.

    >>> tells("酥脆爽口"), tells("与众同乐")
    (True, False)
    """
    return not is_empty(clause) and (
        len(clause) >= _PROSE or bool(TELLS.search(simplified(clause)) or _HELD.search(clause))
    )
