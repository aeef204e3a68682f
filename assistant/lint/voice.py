"""What concerns the whole text, shown as information: whose side it speaks from, and what it says over and over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.documents import OBJECT, Document
from assistant.lint.messages import ask, say
from assistant.praise.sentences import enclosing
from assistant.schema import Diagnostic, Lang

_OURS = {
    "en": r"\b(?:we|us|our|ours|ourselves|we['’](?:re|ve|ll|d))\b",
    "zh-Hans": "我们|我司|本公司|我公司|咱们|本店|本品牌",
    "zh-Hant": "我們|我司|本公司|敝公司|我公司|咱們|本店|本品牌",
}
_YOURS = {
    "en": r"\b(?:you|your|yours|yourself|yourselves|you['’](?:re|ve|ll|d))\b",
    "zh-Hans": "您|你",
    "zh-Hant": "您|你|妳",
}
_FEWEST = 3
_QUOTE_MARKS = frozenset("\"'“‘「『«")
_SENTENCE = re.compile(r"[^.!?。！？…；;\n" + OBJECT + r"]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORDS = (3, 12)  # of a slogan in English
_CHARACTERS = (4, 20)  # of one in Chinese


def find_voice(document: Document, lang: Lang) -> list[Diagnostic]:
    """One finding, at the first "we", if the text says "we" at least three times and more often than "you"; else none.

    What others say, in quotation marks or a quotation set apart, does not count.
    """
    ours = list(_spoken(document, _OURS[lang]))
    if len(ours) < _FEWEST:
        return []
    yours = sum(1 for _ in _spoken(document, _YOURS[lang]))
    if len(ours) <= yours:
        return []
    rule = "company-centred-voice"
    message = say(rule, lang, ours=len(ours), yours=yours)
    return [Diagnostic(rule, "information", *ours[0], message, ask(rule, lang))]


def find_repeated(document: Document, lang: Lang) -> list[Diagnostic]:
    """One finding for each short sentence that stands three times or more, at the second, by start."""
    places: dict[str, list[tuple[int, int]]] = {}
    for block in document.blocks:
        if block.kind in ("cell", "quote"):
            continue
        for part in _SENTENCE.finditer(document.text, block.start, block.end):
            words = part[0].strip(" ,，、:：—–-\"'“”‘’「」*")
            if _is_slogan(words, lang):
                start = part.start() + part[0].index(words)
                places.setdefault(words.casefold(), []).append((start, start + len(words)))
    rule = "repeated-slogan"
    found = []
    for spans in places.values():
        if len(spans) >= _FEWEST:
            start, end = spans[1]
            message = say(rule, lang, match=document.text[start:end], count=len(spans))
            found.append(Diagnostic(rule, "information", start, end, message, ask(rule, lang)))
    return sorted(found, key=lambda one: one.start)


@lru_cache(maxsize=8)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _spoken(document: Document, source: str) -> Iterator[tuple[int, int]]:
    quotes = not _QUOTE_MARKS.isdisjoint(document.text)
    for match in _compiled(source).finditer(document.text):
        if match[0] == "US":
            continue
        block = document.block_at(match.start())
        if (block is None or block.kind != "quote") and not (
            quotes and enclosing(document.text, *match.span(), "quotes")
        ):
            yield match.span()


def _is_slogan(words: str, lang: Lang) -> bool:
    """Words alone, of a slogan's length: what holds figures is a specification."""
    if any(char.isdigit() for char in words):
        return False
    if lang == "en":
        return _WORDS[0] <= len(_WORD.findall(words)) <= _WORDS[1]
    return _CHARACTERS[0] <= len(words) <= _CHARACTERS[1]
