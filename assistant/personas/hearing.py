"""What one sentence of a customer says: troubles and wishes by its clauses, and whether it can be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant.personas.cues import Cues
from assistant.schema import Lang

_QUOTED = re.compile(r"“[^”]{1,300}”|\"[^\"\n]{1,300}\"|「[^」]{1,300}」|『[^』]{1,300}』")
_WORDS = re.compile(r"[A-Za-z][\w'’-]*|\d+|[\u3400-\u9fff]")
# How far before a trouble a negation stands, in characters.
_BEFORE = 24
_BEFORE_ZH = 5
_LEAST: dict[Lang, int] = {"en": 5, "zh-Hans": 8, "zh-Hant": 8}
_MOST: dict[Lang, int] = {"en": 40, "zh-Hans": 90, "zh-Hant": 90}
# A field of a persona holds as much.
CHARS = 500

Unmeant = Literal["", "denied", "feared", "supposed", "asked", "quoted"]
# "No" behind what it denies: "smell? none", 异味没有.
_NONE = re.compile(
    r"[ \t]?(?:is|are|was|were|does|do|did|has|have)(?: ?not\b|n['’]t\b)|[ \t]?[:?,–—-]?[ \t]?(?:none|never|not at all)\b"
    r"|[ \t]?(?:几乎|幾乎|基本|完全|根本|倒是)?(?:都|也)?(?:没有|沒有|不存在|不会|不會)",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:if|unless|whether|in case|lest|as if|as though)\b[\s,]{0,3}(?:[a-z']{1,12}\s){0,2}$"
    r"|(?:如果|(?<![主只需重])要是|万一|萬一|假如|除非|若是|免得)[^，。！？,.!?]{0,6}$",
    re.IGNORECASE,
)
_OWN_CLAUSE = re.compile(r"(?:so|because|but|then|which)\b", re.IGNORECASE)
_ASKED_FOR = ("能不能", "可不可以", "能否", "可否")


def count_words(text: str) -> int:
    """How many words, in Chinese characters, a text has.

    >>> count_words("It leaks."), count_words("漏水")
    (2, 2)
    """
    return len(_WORDS.findall(text))


def _clauses(text: str, cues: Cues) -> Iterator[tuple[int, int]]:
    at = 0
    for found in [*cues.clauses.finditer(text), None]:
        end = found.start() if found else len(text)
        low, high = at, end
        lead = cues.lead.match(text[low:high].lstrip())
        low += len(text[low:high]) - len(text[low:high].lstrip()) + (lead.end() if lead else 0)
        high = low + len(text[low:high].rstrip().rstrip(".!?…。！？,，;；~～ "))
        if low < high:
            yield low, high
        at = found.end() if found else end


def find_pains(text: str, cues: Cues, lang: Lang) -> Iterator[tuple[str, int, int]]:
    """Theme and span of each clause in which something bothers whoever speaks."""
    if text.rstrip("”\"'’)）").endswith(("?", "？")) or cues.fears.search(text):
        return
    others = [found.span() for found in _QUOTED.finditer(text)]
    for low, high in _clauses(text, cues):
        clause = text[low:high]
        for themes, negatable in ((cues.pains, True), (cues.lacks, False)):
            theme = next(
                (
                    theme
                    for theme, pattern in themes
                    for found in pattern.finditer(clause)
                    if not any(a <= low + found.start() < b for a, b in others)
                    and not (negatable and _is_denied(clause, found.start(), cues, lang))
                ),
                "",
            )
            if theme:
                yield theme, low, high
                break


def _is_denied(clause: str, at: int, cues: Cues, lang: Lang) -> bool:
    """Whether a negation stands before a trouble: "not too heavy", 一点都不吵."""
    if lang != "en":
        before = clause[max(0, at - _BEFORE_ZH) : at]
        # 不但吵, 不仅重 are no negations.
        return any(before.endswith(word) or _near(before, word) for word in cues.negations) and not before.endswith(
            ("不但", "不仅", "不僅", "不得不")
        )
    before = clause[max(0, at - _BEFORE) : at].lower().replace("’", "'")
    return any(re.search(rf"(?:\b|(?<=\w)(?=n't)){re.escape(word)}\b", before) for word in cues.negations)


def _near(before: str, word: str) -> bool:
    """Whether a Chinese negation stands a degree away: 不会很, 没有太."""
    return any(
        before.endswith(word + degree)
        for degree in (
            "太",
            "很",
            "有",
            "会",
            "會",
            "那么",
            "那麼",
            "怎么",
            "怎麼",
            "特别",
            "特別",
            "觉得",
            "覺得",
            "再",
            "任何",
            "什么",
            "什麼",
            "被",
        )
    )


def find_unmeant(text: str, start: int, end: int, cues: Cues, lang: Lang, real: bool = True) -> Unmeant:
    """Why words of a sentence are no trouble or wish of whoever says it; "" where nothing tells.

    A denial stands before them, behind them, or before each trouble in them; what was asked and what somebody else says
    is nobody's own; nor, where it has to be `real`, what was only feared or supposed.

    >>> from assistant.personas.cues import load_cues
    >>> find_unmeant("Not too heavy, and quiet.", 4, 13, load_cues("en"), "en")
    'denied'
    """
    if text.rstrip("”\"'’)）").endswith(("?", "？")) and not text.startswith(_ASKED_FOR):
        return "asked"
    if real and cues.fears.search(text):
        return "feared"
    if real and _IF.search(text[max(0, start - _BEFORE) : start]):
        return "supposed"
    outside = (
        text[: found.start()] + text[found.end() :] for found in _QUOTED.finditer(text) if _around(found, start, end)
    )
    if any(count_words(rest) for rest in outside):
        return "quoted"
    starts = [low for low, _ in _clauses(text, cues)]

    def denied(at: int) -> bool:
        low = max((low for low in starts if low <= at), default=0)
        return _is_denied(text[low:], at - low, cues, lang)

    # "Without his glasses so he boils too much": a clause of its own, whatever stands in the one before.
    denies = not _OWN_CLAUSE.match(text, start) and denied(start)
    lacking = any(pattern.search(text, start, end) for _, pattern in cues.lacks)
    troubles = [found.start() for _, pattern in cues.pains for found in pattern.finditer(text, start, end)]
    if denies or _NONE.match(text, end) or (troubles and not lacking and all(map(denied, troubles))):
        return "denied"
    return ""


def _around(found: re.Match[str], start: int, end: int) -> bool:
    return found.start() <= start and end <= found.end()


def find_wants(text: str, cues: Cues) -> Iterator[tuple[int, int]]:
    """The span of each clause in which whoever speaks wishes for something; regrets and recommendations are no wishes."""
    if text.endswith(("?", "？")) and not text.startswith(("能不能", "可不可以")):
        return
    if cues.no_wants.search(text):
        return
    for low, high in _clauses(text, cues):
        found = cues.wants.search(text, low, high)
        if found and not any(a <= found.start() < b for a, b in (one.span() for one in _QUOTED.finditer(text))):
            yield low, high


def is_quotable(text: str, cues: Cues, lang: Lang, telling: bool) -> bool:
    """Whether a sentence stands on its own: of a length, no question, about the speaker's own days or trouble."""
    count = count_words(text)
    if not (telling and count > 2) and count < _LEAST[lang]:
        return False
    if count > _MOST[lang] or len(text) > CHARS or text.endswith(("?", "？")):
        return False
    if telling:
        return True
    return bool(cues.concrete.search(text)) and (cues.moments is None or bool(cues.moments.search(text)))
