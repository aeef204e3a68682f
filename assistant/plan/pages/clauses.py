"""Sentences in clauses, so that the plain one beside the applause can be kept."""

from __future__ import annotations

import re

from assistant.schema import Lang

_LISTED = r"(?<=[\u4e00-\u9fff])[/／](?=[\u4e00-\u9fffA-Z0-9])(?![秒分时時天日年月次小])"
_ZH_BREAKS = (
    r"[，,；;。！!]\s*(?!\d{3}\b)|\s+[/／]\s*|\s*[|｜]\s*"
    rf"|{_LISTED}|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])"
)
_BREAKS: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r",\s+(?!\d{3}\b|which works out|which is [\d.]+ )|\s+[-–]\s+|\s*—\s*|;\s*|\s*\|\s*|\s+(?:and )?(?:while|which(?! works out)|ensuring|making|providing|offering|allowing|so that|but|because|combining|"
        r"ideal for|perfect for|designed to|to ensure|that (?:ensures|keeps|makes|lets|helps|gives))\b"
    ),
    "zh-Hans": re.compile(_ZH_BREAKS),
    "zh-Hant": re.compile(_ZH_BREAKS),
}
_LEAD = re.compile(
    r"^(?:(?:and|but|with|featuring|features?|boasts?|also|plus|or|it (?:is|has|features|comes with)|it also|has|is|"
    r"this \w+ (?:now )?(?:has|is|features)|there (?:is|are)|which|that|standing at)\s+)+(?:(?:an?|the|its)\s+)?|"
    r"^(?:this \w+ (?:now )?(?=(?:includes|comes with|contains)\b))|"
    r"^(?:而且|并且|並且|同时|同時|但是|盡管|尽管|儘管|还新|還新|还|還|以及|可以|可|更|且|并|並|也|又|其|而|宣稱|宣称|首次|新款|搭配了?|(?:新)?配[备備]了?|[采採]用(?:的是|了)?|"
    r"拥有|擁有|具有|搭[載载]了?|[將将])+(?=[\u4e00-\u9fff\dA-Z])",
    re.IGNORECASE,
)
# Strokes and bars between the items of a Chinese list.
_STROKES = re.compile(rf"\s[/／]\s|[｜|]|{_LISTED}")
_LIST = 2
_LEFTOVER: dict[bool, re.Pattern[str]] = {
    True: re.compile(
        r"(?:to|as|when|if|without|because|than|even|not|it|they|he|we|you|making|ensuring|for)\b", re.IGNORECASE
    ),
    False: re.compile(
        r"(?:把|获取|獲取|但是|因为|因為|所以|但|只是|如果|就|不仅|不僅|除|让|讓|使|能|会|會|从|從|这|這|那)"
        r"|.*[这這該该][款件台臺种種个個]|.*[中上时時的后後]$"
    ),
}


def split_clauses(said: str, lang: Lang) -> list[str]:
    """What is said in clauses, brackets kept whole.

    >>> split_clauses("Standing 7 in tall (with stand, folded), this lamp shines", "en")
    ['Standing 7 in tall (with stand, folded)', 'this lamp shines']
    """
    spans: list[str] = []
    start = open_ = counted = 0
    for match in _BREAKS[lang].finditer(said):
        between = said[counted : match.start()]
        open_ += sum(char in "(（" for char in between) - sum(char in ")）" for char in between)
        counted = match.start()
        if open_ > 0:
            continue
        spans.append(said[start : match.start()])
        # A word that opens the next clause belongs to it.
        start = match.start() if lang == "en" and match[0].strip().isalpha() else match.end()
    spans.append(said[start:])
    bare = [span.strip(" ,.;，。；、-–") for span in spans]
    return [span for span in bare if span]


def is_list(said: str, figures: int, lang: Lang) -> bool:
    """Whether words are a specification that runs on, each comma or stroke ending a figure or a part."""
    return said.count(", ") > _LIST < figures if lang == "en" else len(_STROKES.findall(said)) >= _LIST


def without_lead(said: str) -> str:
    """A clause without the words that joined it to the one before.

    >>> without_lead("and features a 40 mm driver")
    '40 mm driver'
    """
    led = _LEAD.sub("", said).strip()
    return led if len(led) >= 4 else said


def stands(clause: str, lang: Lang) -> bool:
    """Whether a clause can stand alone: no leftover of a sentence."""
    return not _LEFTOVER[lang == "en"].match(clause)


def is_keywords(words: list[str]) -> bool:
    """Whether words are names in a row that state nothing: "Water Pump Parts Outdoor Fountain Accessories"."""
    capital = sum(word[:1].isupper() for word in words)
    return len(words) >= 6 and capital >= len(words) - 1 and not any(re.search(r"[,;:.]", word) for word in words)
