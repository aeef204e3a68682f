"""Everything about one text that is not a number: praise, banned words, markup, an empty field, its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.checks.language import find_language_faults
from assistant.checks.messages import say
from assistant.checks.spans import Approved
from assistant.praise import find_praise
from assistant.schema import Diagnostic, Lang
from assistant.schema.brief import Brief, Persona

_MARKUP = re.compile(
    r"\{\{[^{}]{0,60}\}\}|\$?\{[A-Za-z_][A-Za-z0-9_.]{0,30}\}|</?[a-zA-Z][^<>\n]{0,200}>|<!--|\*\*|__[A-Za-z]|```|`[^`\n]{1,60}`"
    r"|^#{1,6} |!?\[[^\]\n]{1,80}\]\(|^\|.{0,200}\|[ \t]*$|&(?:nbsp|amp|lt|gt|quot|#[0-9]{1,5});"
    r"|\[(?:(?i:product|brand|name|price|insert|your|company)|f[0-9]+|[A-Z][A-Z _-]{2,30})[^\]\n]{0,40}\]|【(?:产品|產品|品牌|名称|名稱|此处|此處)[^】\n]{0,20}】"
    r"|\b(?:TODO|TBD|FIXME|XXX+|lorem ipsum)\b|\bf[0-9]+-c[0-9]+\b|XX+(?=[元小克天倍公米])|(?<![0-9])%s\b",
    re.MULTILINE,
)


def find_content_faults(
    field: str, text: str, brief: Brief, approved: Sequence[Approved], persona: Persona | None
) -> Iterator[Diagnostic]:
    """Findings about one text, rule by rule; `approved` are its stretches of approved wording."""
    if not text.strip():
        yield Diagnostic("field-empty", "error", 0, 0, say("field-empty", brief.lang), field=field)
        return
    yield from _praise(field, text, brief, approved, persona)
    for finding in find_banned(text, brief.style.banned, brief.lang):
        yield replace(finding, field=field)
    for match in _MARKUP.finditer(text):
        yield _finding("markup-left", field, text, match.start(), match.end(), brief.lang)
    yield from find_language_faults(field, text, brief, persona)


def find_banned(text: str, banned: Iterable[str], lang: Lang) -> Iterator[Diagnostic]:
    """The words of a house's list that stand in a text, word by word.

    >>> [(one.start, one.end) for one in find_banned("Apps for an apple.", ["app"], "en")]
    [(0, 4)]
    """
    for word in banned:
        for match in _banned(word).finditer(text):
            yield _finding("banned-word", "", text, match.start(), match.end(), lang)


def _banned(word: str) -> re.Pattern[str]:
    """The word on its own: banning "app" does not ban "apple"; plurals are the word."""
    left = r"(?<![A-Za-z0-9])" if word[:1].isascii() and word[:1].isalnum() else ""
    right = r"(?:s|es|’s|'s)?(?![A-Za-z0-9])" if word[-1:].isascii() and word[-1:].isalnum() else ""
    return re.compile(left + re.escape(word) + right, re.IGNORECASE)


def _finding(rule: str, field: str, text: str, start: int, end: int, lang: Lang, detail: str = "") -> Diagnostic:
    return Diagnostic(rule, "error", start, end, say(rule, lang, text[start:end], detail), field=field)


def _praise(
    field: str, text: str, brief: Brief, approved: Sequence[Approved], persona: Persona | None
) -> Iterator[Diagnostic]:
    """Praise in a draft is an error whatever its level elsewhere; a customer's words and a yardstick's name are not ours."""
    names = tuple(name for name in (brief.product, *brief.names) if name)
    market = brief.market or (persona.market if persona else None)
    quoted = [s for s in approved if s.wording.kind in ("quote", "comparison", "derived", "reference")]
    for finding in find_praise(text, brief.lang, names=names, market=market):
        if finding.level == "information" or any(q.start <= finding.start and finding.end <= q.end for q in quoted):
            continue
        message = say("praise", brief.lang, text[finding.start : finding.end], finding.message)
        yield replace(finding, level="error", field=field, message=message)
