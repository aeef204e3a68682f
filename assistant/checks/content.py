"""Everything about a draft that is not a number: praise, language, script, banned words, markup, the specification."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from assistant.checks.messages import say
from assistant.checks.spans import find_approved, Wording
from assistant.praise import find_praise
from assistant.quantities import find_quantities
from assistant.schema import Comparison, Diagnostic, Lang, Plan
from assistant.schema.brief import Brief, Persona
from assistant.schema.language import other_script

_MARKUP = re.compile(r"\{\{[^{}]{0,60}\}\}|\{[a-z_]{1,30}\}|<[a-zA-Z/!][^<>]{0,200}>|\*\*|```|^#{1,6} |\[[^\]]{1,80}\]\(", re.M)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_LANGUAGE: dict[Lang, dict[Lang, str]] = {
    "en": {"en": "English", "zh-Hans": "Simplified Chinese", "zh-Hant": "Traditional Chinese"},
    "zh-Hans": {"en": "英文", "zh-Hans": "简体中文", "zh-Hant": "繁体中文"},
    "zh-Hant": {"en": "英文", "zh-Hans": "簡體中文", "zh-Hant": "繁體中文"},
}


def find_content_faults(
    field: str, text: str, brief: Brief, persona: Persona | None
) -> Iterator[Diagnostic]:
    """Findings about one text, rule by rule."""
    if not text.strip():
        yield Diagnostic("field-empty", "error", 0, 0, say("field-empty", brief.lang), field=field)
        return
    yield from _praise(field, text, brief, persona)
    for word in brief.style.banned:
        for match in re.finditer(re.escape(word), text, re.IGNORECASE):
            yield _finding("banned-word", field, text, match.start(), match.end(), brief.lang)
    for match in _MARKUP.finditer(text):
        yield _finding("markup-left", field, text, match.start(), match.end(), brief.lang)
    yield from _language(field, text, brief.lang)


def _finding(rule: str, field: str, text: str, start: int, end: int, lang: Lang, detail: str = "") -> Diagnostic:
    return Diagnostic(rule, "error", start, end, say(rule, lang, text[start:end], detail), field=field)


def _praise(field: str, text: str, brief: Brief, persona: Persona | None) -> Iterator[Diagnostic]:
    """Praise in a draft is an error whatever its level in a text that comes in; a customer's quotation is not ours."""
    names = tuple(name for name in (brief.product, *brief.names) if name)
    market = brief.market or (persona.market if persona else None)
    quotes = [Wording(e.quote, "quote", e.quote, e.source) for e in persona.evidence] if persona else []
    quoted = find_approved(text, quotes)
    for finding in find_praise(text, brief.lang, names=names, market=market):
        if finding.level == "information" or any(q.start <= finding.start and finding.end <= q.end for q in quoted):
            continue
        message = say("praise", brief.lang, text[finding.start : finding.end], finding.message)
        yield replace(finding, level="error", field=field, message=message)


def _language(field: str, text: str, lang: Lang) -> Iterator[Diagnostic]:
    han, latin = len(_HAN.findall(text)), sum(len(word) for word in _LATIN.findall(text))
    wrong = han > latin if lang == "en" else han * 2 < latin and latin > 20
    if wrong:
        detail = _LANGUAGE[lang][lang]
        yield _finding("wrong-language", field, text, 0, len(text), lang, detail)
        return
    if lang != "en":
        for place, char in enumerate(text):
            if other_script(char, lang):
                yield _finding("wrong-script", field, text, place, place + 1, lang)


def find_lost_specifications(
    texts: Mapping[str, str], plan: Plan, brief: Brief, persona: Persona | None
) -> Iterator[Diagnostic]:
    """A comparison whose exact figure stands nowhere in the draft."""
    whole = "\n".join(texts.values())
    market = brief.market or (persona.market if persona else None)
    given = {(q.low, q.high, q.unit) for q in find_quantities(whole, brief.lang, market)}
    for field, text in texts.items():
        for comparison in plan.comparisons:
            start = text.find(comparison.forms.noun)
            if start < 0 or _stated(comparison, whole, given):
                continue
            end = start + len(comparison.forms.noun)
            yield _finding("specification-lost", field, text, start, end, brief.lang, comparison.quantity.text)


def _stated(comparison: Comparison, whole: str, given: set[tuple[object, object, str]]) -> bool:
    quantity = comparison.quantity
    return quantity.text in whole or (quantity.low, quantity.high, quantity.unit) in given
