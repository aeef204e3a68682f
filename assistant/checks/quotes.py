"""Customers' words: quoted as they stand in the persona's evidence, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from assistant.checks.clauses import Clauses
from assistant.checks.messages import say
from assistant.schema import Diagnostic, Lang
from assistant.schema.brief import Brief, Persona

_QUOTED = re.compile(
    r"“(?P<curly>[^“”\n]{2,500})”|「(?P<corner>[^「」\n]{2,500})」|『(?P<double>[^『』\n]{2,500})』"
    r"|(?<![\w”\"])\"(?P<straight>[^\"\n]{2,500})\"|(?<![\w’'])[‘'](?P<single>[^‘’'\n]{2,500}(?:[’'][a-z]{1,2}[^‘’'\n]{1,200}){0,5})[’'](?!\w)"
)
_SPEAKER_EN = re.compile(
    r"\b(?:customers?|users?|buyers?|reviewers?|owners?|shoppers?|readers?|commuters?|students?|reviews?|testimonials?|feedback|tester?s?"
    r"|says|said|say|writes|wrote|told us|tells us|puts it|reports|in their words|in her words|in his words|in your words)\b",
    re.IGNORECASE,
)
_SPEAKER_ZH = re.compile(
    "顾客|顧客|客户|客戶|用户|用戶|使用者|买家|買家|网友|網友|消费者|消費者|车主|車主|评价|評價|评论|評論|评语|評語|反馈|回饋|留言"
    "|写道|寫道|说过|說過|说道|說道|这么说|這麼說|[的他她]说|[的他她]說|位.{0,6}说|位.{0,6}說|原话|原話|心得|口碑"
)
_ADDED_EN = re.compile(
    r"\b(?:customers?|users?|buyers?|reviewers?|owners?|student|commuter)\b[^.!?\n:]{0,40}\b(?:says?|said|writes?|wrote|put it): *",
    re.IGNORECASE,
)
_ADDED_ZH = re.compile(
    "(?:顾客|顧客|客户|客戶|用户|用戶|使用者|买家|買家|网友|網友|消费者|消費者)[^。！？\n：:]{0,12}(?:说|說|写道|寫道|评价|評價|留言|反馈|回饋)[：:] ?"
)
# Somebody speaks, whoever it is.
_SAYS = re.compile(r"says|said|say|[他她的][说說]", re.IGNORECASE)
_FEW_WORDS, _FEW_CHARACTERS = 3, 6
_DASH = re.compile(r"\s*(?:[—–-]{1,2}|——)\s*[^\s—–-]")
_EDGE = " .,;:!?…。，；：！？~～"
_BREAK = ".,;:!?…—–。，；：！？、\n"
# As alike as this, and not the same, a text in quotation marks is a customer's sentence that somebody changed.
ALIKE = 0.75


def find_altered_quotes(field: str, text: str, brief: Brief, persona: Persona | None) -> Iterator[Diagnostic]:
    """Quotations that are put in a customer's mouth and are not, letter for letter, a sentence of the evidence."""
    known = tuple(e.quote for e in persona.evidence) if persona else ()
    clauses = Clauses(text)
    for start, end in _quotations(text, brief.lang):
        said = text[start:end].strip()
        if _verbatim(said, known):
            continue
        if _attributed(text, start, end, clauses, brief.lang) or _resembles(said, known):
            message = say("quote-altered", brief.lang, shown=said)
            yield Diagnostic("quote-altered", "error", start, end, message, field=field)


def _quotations(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    for match in _QUOTED.finditer(text):
        taken.append(match.span(match.lastgroup or 0))
        yield taken[-1]
    for match in (_ADDED_EN if lang == "en" else _ADDED_ZH).finditer(text):
        end = next((at for at in range(match.end(), len(text)) if text[at] in ".!?。！？\n"), len(text))
        if end > match.end() and not any(low <= match.end() + 1 and match.end() - 1 <= high for low, high in taken):
            yield match.end(), end


def _verbatim(said: str, known: Sequence[str]) -> bool:
    """Whether the words are a whole quote, or whole clauses of one: a cut inside a clause can turn its meaning."""
    bare = said.strip(_EDGE)
    if not bare:
        return True
    for quote in known:
        at = quote.find(bare)
        while at >= 0:
            left, right = quote[:at].rstrip(), quote[at + len(bare) :].lstrip()
            if (not left or left[-1] in _BREAK) and (not right or right[0] in _BREAK):
                return True
            at = quote.find(bare, at + 1)
    return False


def _attributed(text: str, start: int, end: int, clauses: Clauses, lang: Lang) -> bool:
    """Whether words around the quotation, in its sentence, give it to a customer."""
    low, high = clauses.sentence(max(0, start - 2))[0], clauses.sentence(min(len(text) - 1, end + 1))[1]
    around = f"{text[low:start]} {text[end : max(end, high)]}"
    speakers = [match[0] for match in (_SPEAKER_EN if lang == "en" else _SPEAKER_ZH).finditer(around)]
    if speakers:
        # 她說「冰的」: a word or two in a scene are nobody's verdict, unless a customer is named.
        words = text[start:end].strip(_EDGE)
        short = len(words.split()) <= _FEW_WORDS if lang == "en" else len(words) <= _FEW_CHARACTERS
        return not (short and all(_SAYS.fullmatch(speaker) for speaker in speakers))
    return bool(_DASH.match(text[end + 1 : end + 8]))


def _resembles(said: str, known: Sequence[str]) -> bool:
    if len(said) < 6 or len(said) > 500:
        return False
    return any(SequenceMatcher(None, said.lower(), quote.lower()).ratio() >= ALIKE for quote in known)
