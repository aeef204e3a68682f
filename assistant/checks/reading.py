"""Sentences that are hard to read: too many words, or too many long ones; in Chinese too many characters.

Plain counts, not a formula: what is counted can be shown and mended. Someone new to a subject is given shorter
sentences, an expert longer ones. Facts as they are given stand as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.messages import say
from assistant.schema import Diagnostic
from assistant.schema.brief import Brief, Persona

# (suggestion, warning) by what the reader knows: words of a sentence in English, characters in Chinese.
_WORDS = {"new": (24, 34), "familiar": (30, 42), "expert": (38, 52)}
_CHARACTERS = {"new": (48, 72), "familiar": (60, 90), "expert": (80, 120)}
_LONG_LETTERS, _MOST_LONG = 11, {"new": 3, "familiar": 4, "expert": 6}
_SENTENCE = re.compile(r"(?:[^.!?。！？\n]|\.(?=\S))+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|\d[\d.,]*")


def find_hard_sentences(field: str, text: str, brief: Brief, persona: Persona | None) -> Iterator[Diagnostic]:
    """A finding for each sentence above the reader's limits, by position; a warning far above them."""
    known = persona.expertise if persona else "familiar"
    english = brief.lang == "en"
    soft, hard = (_WORDS if english else _CHARACTERS)[known]
    for match in _SENTENCE.finditer(text):
        start, end = match.start() + len(match[0]) - len(match[0].lstrip()), match.end()
        if end - start <= (_LONG_LETTERS * _MOST_LONG[known] if english else soft):
            continue
        words = _WORD.findall(text, start, end) if english else []
        size = len(words) if english else sum(not char.isspace() for char in text[start:end])
        long = sum(len(word) >= _LONG_LETTERS for word in words)
        if size <= soft and long < _MOST_LONG[known]:
            continue
        said = text[start:end].lower()
        if any(len(fact) * 2 > end - start and fact.lower().rstrip(" .。") in said for fact in brief.facts):
            continue
        shown = text[start : start + 24].strip() + ("…" if end - start > 24 else "")
        rule = "sentence-long" if size > soft else "words-long"
        message = say(rule, brief.lang, shown, str(size if size > soft else long))
        yield Diagnostic(rule, "warning" if size > hard else "suggestion", start, end, message, field=field)
