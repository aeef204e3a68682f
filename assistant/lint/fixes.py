"""Replacements that cannot change a fact: a closed list, applied only where nothing else depends on the words.

    an empty intensifier before praise that stays      "our truly unique kettle" → "our unique kettle"
    exclamation marks in a row                         "Out now!!" → "Out now!"

Words in quotation marks and quotations set apart are other people's: they are never touched, nor are names, code,
addresses and attributes. An intensifier goes only if the praise is still found without it; a hedge (nearly,
arguably, quite), a degree (most, more) or a number never goes. Everything else is for a writer to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.documents import Document
from assistant.lint.page import Found, Linted
from assistant.praise import find_praise
from assistant.praise.sentences import enclosing, sentence_around
from assistant.schema import Lang

_EMPTY = {
    "en": r"(?:the )?(truly|really|simply|absolutely|utterly|genuinely|undoubtedly|unquestionably|literally|very) (?=[A-Za-z])",
    "zh-Hans": "(真正(?!的)|着实|实在|极其|十分|非常)(?=[\u4e00-\u9fff])",
    "zh-Hant": "(真正(?!的)|著實|實在|極其|十分|非常)(?=[\u4e00-\u9fff])",
}
_SHOUT = re.compile(r"(?<![!！?？\d)\]])(?:!{2,}|！{2,})(?![!！?？(\w]|\s*[\[=])")
_SHOUT_ZH = re.compile(r"(?<![!！?？])！{2,}(?![!！?？])")
_ARTICLE = re.compile(r"(?:^|(?<=[\s(“\"]))([Aa]n?) $")
_VOWEL = frozenset("aiAI")
_CONSONANT = frozenset("bcdfgjklmnpqrstvwxyzBCDFGJKLMNPQRSTVWXYZ")


class Fix(NamedTuple):
    """A replacement of a span of the original."""

    start: int
    end: int
    text: str


def find_fixes(linted: Linted, names: Sequence[str] = ()) -> list[Fix]:
    """The replacements for a document, by start, none overlapping another."""
    document = linted.document
    fixes = [fix for one in linted.found if (fix := _intensifier(one, linted, names))]
    for expression in (_SHOUT, _SHOUT_ZH):
        for shout in expression.finditer(document.text):
            start, end = shout.span()
            if not _is_anothers(document, start, end) and not _is_named(document.text, start, end, names):
                fix = _placed(document, start, end, shout[0][0])
                fixes += [fix] if fix else []
    kept: list[Fix] = []
    for fix in sorted(set(fixes)):
        if not kept or fix.start >= kept[-1].end:
            kept.append(fix)
    return kept


def apply_fixes(original: str, fixes: Iterable[Fix]) -> str:
    """The text with the replacements made; they come by start and do not overlap.

    >>> apply_fixes("Out now!!", [Fix(7, 9, "!")])
    'Out now!'
    """
    parts, at = [], 0
    for fix in fixes:
        parts += [original[at : fix.start], fix.text]
        at = fix.end
    return "".join([*parts, original[at:]])


def _intensifier(one: Found, linted: Linted, names: Sequence[str]) -> Fix | None:
    text, lang = linted.document.text, linted.lang
    start, end = one.seen
    empty = re.compile(_EMPTY[lang], re.IGNORECASE).match(text, start, end)
    if not empty or empty.end() >= end or _is_anothers(linted.document, start, end):
        return None
    low, high, new = empty.start(1), empty.end(), ""
    if text[low].isupper() and text[high].islower():
        new = text[high].upper()
        high += 1
    if lang == "en" and (article := _ARTICLE.search(text, max(0, low - 3), low)):
        right = _article(text[empty.end() : end])
        if right is None:
            return None
        low = article.start(1)
        new = ("A" if article[1][0] == "A" else "a") + right[1:] + " " + new
    fixed = text[:low] + new + text[high:]
    if not _still_found(fixed, low, end - (high - low) + len(new), lang, names):
        return None
    return _placed(linted.document, low, high, new)


def _article(words: str) -> str | None:
    """The article that sounds right before English words; None where their letters do not tell (hour, one, unique).

    >>> _article("world-class"), _article("amazing"), _article("unique"), _article("NHS")
    ('a', 'an', None, None)
    """
    if words[:2].isupper():
        return None
    return "an" if words[0] in _VOWEL else "a" if words[0] in _CONSONANT else None


def _still_found(text: str, start: int, end: int, lang: Lang, names: Sequence[str]) -> bool:
    """Whether the praise is still found once the intensifier is gone."""
    low, high = sentence_around(text, start, end, lang)
    found = find_praise(text[low:high], lang, names=names)
    return any(low + one.start < end and start < low + one.end for one in found)


def _is_anothers(document: Document, start: int, end: int) -> bool:
    block = document.block_at(start)
    return (block is not None and block.kind == "quote") or bool(enclosing(document.text, start, end, "quotes"))


def _is_named(text: str, start: int, end: int, names: Sequence[str]) -> bool:
    """Whether the marks are part of a name ("Yahoo!!")."""
    around = text[max(0, start - 80) : end + 80].casefold()
    return any("!" in name and name.casefold() in around for name in names)


def _placed(document: Document, start: int, end: int, text: str) -> Fix | None:
    """The replacement at its place in the original; None if the words do not stand there as one piece."""
    low, high = document.span(start, end)
    if high - low != end - start or not document.is_verbatim(start, end):
        return None
    return Fix(low, high, text)
