"""Whether a text is written in the language and the script that its readers were promised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.clauses import Clauses
from assistant.checks.messages import say
from assistant.checks.scripts import is_other_script
from assistant.schema import Diagnostic, Lang
from assistant.schema.brief import Brief, Persona

_HAN = re.compile(r"[\u4e00-\u9fff]")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_LATIN_WORDS = re.compile(r"[A-Za-z’']{2,}(?:[ ,]{1,2}[A-Za-z’']+){3,60}")
# Scripts that none of the three languages is written in.
_FOREIGN = re.compile(r"[\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af]{2,}")
_FUNCTION_EN = frozenset(
    "the and of to in is it for on with that you your at this a an are from as by be can will or not its".split()
)
_FUNCTION_OTHER = frozenset(
    "le la les des du est et une dans pour avec qui sur pas plus der die das und ist ein eine nicht mit für auf den dem sich "
    "el los las del es una por para con que como más il gli che di della per non sono een het van niet voor zijn".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGE: dict[Lang, dict[Lang, str]] = {
    "en": {"en": "English", "zh-Hans": "Simplified Chinese", "zh-Hant": "Traditional Chinese"},
    "zh-Hans": {"en": "英文", "zh-Hans": "简体中文", "zh-Hant": "繁体中文"},
    "zh-Hant": {"en": "英文", "zh-Hans": "簡體中文", "zh-Hant": "繁體中文"},
}


def find_language_faults(field: str, text: str, brief: Brief, persona: Persona | None) -> Iterator[Diagnostic]:
    """Stretches in another language or script; what the brief itself writes so (names, facts, quotes) stays."""
    lang = brief.lang
    known = _known(brief, persona)
    # Names are written as they are, in whatever letters: a list of them is in no language.
    own = text
    for name in (brief.product, *brief.names):
        own = own.replace(name, "") if len(name) > 1 else own
    spans = [(0, len(text))] if _whole(own, lang) else list(_stretches(text, lang, known))
    for start, end in spans:
        yield _finding("wrong-language", field, text, start, end, lang, _LANGUAGE[lang][lang])
    if lang != "en" and not spans:
        yield from _script(field, text, lang, known)


def _known(brief: Brief, persona: Persona | None) -> str:
    quotes = [e.quote for e in persona.evidence] if persona else []
    return "\n".join((brief.product, brief.category, *brief.names, *brief.facts, *brief.proof, *quotes)).lower()


def _whole(text: str, lang: Lang) -> bool:
    han, latin = len(_HAN.findall(text)), sum(len(word) for word in _LATIN.findall(text))
    return han > latin if lang == "en" else han * 2 < latin and latin > 20


def _stretches(text: str, lang: Lang, known: str) -> Iterator[tuple[int, int]]:
    for match in _FOREIGN.finditer(text):
        if match[0].lower() not in known:
            yield match.span()
    if lang == "en":
        for match in _HAN_RUN.finditer(text):
            if match[0] not in known:
                yield match.span()
        yield from _other_sentences(text)
        return
    for match in _LATIN_WORDS.finditer(text):
        words = [word.strip("’'") for word in match[0].replace(",", " ").split()]
        if match[0].lower() not in known and sum(word.islower() for word in words) >= 3:
            yield match.span()


def _other_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences whose small words are those of another Latin-script language."""
    clauses, at = Clauses(text), 0
    while at < len(text):
        start, end = clauses.sentence(at)
        words = [word.lower() for word in _WORD.findall(text[start:end])]
        other = sum(word in _FUNCTION_OTHER for word in words)
        if other >= 3 and other > sum(word in _FUNCTION_EN for word in words):
            yield start, end
        at = max(end, at) + 1


def _script(field: str, text: str, lang: Lang, known: str) -> Iterator[Diagnostic]:
    for run in _HAN_RUN.finditer(text):
        for place in range(run.start(), run.end()):
            if is_other_script(text[place], lang) and text[max(run.start(), place - 1) : place + 2] not in known:
                yield _finding("wrong-script", field, text, place, place + 1, lang)


def _finding(rule: str, field: str, text: str, start: int, end: int, lang: Lang, detail: str = "") -> Diagnostic:
    return Diagnostic(rule, "error", start, end, say(rule, lang, text[start:end], detail), field=field)
