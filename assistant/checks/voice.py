"""Whose side a draft speaks from (M3): the company's "we" beside the customer's "you"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.checks.messages import say
from assistant.praise.sentences import enclosing
from assistant.schema import Diagnostic, Lang
from assistant.schema.brief import Brief, Persona

FEWEST = 2
_OURS: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|[Oo]urselves|[Ww]e['’](?:re|ve|ll|d))\b"),
    "zh-Hans": re.compile("我们|我司|本公司|我公司|咱们|本店|本品牌|我们家|团队"),
    "zh-Hant": re.compile("我們|我司|本公司|敝公司|我公司|咱們|本店|本品牌|團隊"),
}
_YOURS: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:you|your|yours|yourself|yourselves|you['’](?:re|ve|ll|d))\b", re.IGNORECASE),
    "zh-Hans": re.compile("您|你"),
    "zh-Hant": re.compile("您|你|妳"),
}
_MARKS = frozenset('"“‘「『')


def find_company_voice(texts: Mapping[str, str], brief: Brief, persona: Persona | None) -> Iterator[Diagnostic]:
    """One warning, at the first "we", if the draft says "we" at least twice and more often than "you"; else none.

    What customers say in quotation marks does not count.
    """
    ours = [(field, *span) for field, text in texts.items() for span in _spoken(text, _OURS[brief.lang])]
    if len(ours) < FEWEST:
        return
    yours = sum(1 for text in texts.values() for _ in _spoken(text, _YOURS[brief.lang]))
    if len(ours) > yours:
        field, start, end = ours[0]
        message = say("company-centred-voice", brief.lang, str(len(ours)), str(yours))
        yield Diagnostic("company-centred-voice", "warning", start, end, message, field=field)


def _spoken(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    quotes = not _MARKS.isdisjoint(text)
    for match in pattern.finditer(text):
        if not (quotes and enclosing(text, *match.span(), "quotes")):
            yield match.span()
