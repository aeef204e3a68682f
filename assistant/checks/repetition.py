"""What a draft says over and over (M12): a sentence, a comparison, the same first word of each bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.checks.messages import say
from assistant.checks.traced import Traced
from assistant.schema import Diagnostic, Lang
from assistant.schema.brief import Brief

# A headline's promise may be taken up once more in the text.
MOST = 2
_SENTENCE = re.compile(r"[^.!?。！？…；;\n]+(?:\.(?=\d)[^.!?。！？…；;\n]+)*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_FEWEST_WORDS, _FEWEST_CHARACTERS, _FEWEST_BULLETS = 3, 5, 3
_FIRST_EN = re.compile(r"\W*([A-Za-z][A-Za-z'’]*)")
_FIRST_ZH = re.compile(r"[^\w]*([\u4e00-\u9fff]{2})")
_Place = tuple[str, int, int]


def find_repetition(texts: Mapping[str, str], traced: Mapping[str, Traced], brief: Brief) -> Iterator[Diagnostic]:
    """A warning at the third place of each sentence or comparison, and at the third bullet that opens alike."""
    for field, start, end in _thirds(_sentences(texts, brief.lang)):
        if any(_bare(texts[field][start:end]) in _bare(line) for line in (*brief.facts, *brief.proof, brief.product)):
            continue  # a fact as it is given is a specification, not a slogan
        yield _warning("repeated-sentence", field, start, end, texts, brief.lang)
    for field, start, end in _thirds(_comparisons(texts, traced)):
        yield _warning("repeated-comparison", field, start, end, texts, brief.lang)
    for field, text in texts.items():
        for start, end in _openings(text, brief.lang):
            yield _warning("repeated-opening", field, start, end, texts, brief.lang)


def _warning(rule: str, field: str, start: int, end: int, texts: Mapping[str, str], lang: Lang) -> Diagnostic:
    return Diagnostic(rule, "warning", start, end, say(rule, lang, texts[field][start:end]), field=field)


def _thirds(places: Mapping[str, list[_Place]]) -> Iterator[_Place]:
    for found in places.values():
        if len(found) > MOST:
            yield found[MOST]


def _sentences(texts: Mapping[str, str], lang: Lang) -> dict[str, list[_Place]]:
    """Where each sentence stands that is long enough to be one."""
    found: dict[str, list[_Place]] = {}
    for field, text in texts.items():
        for match in _SENTENCE.finditer(text):
            words = match[0].strip()
            bare = _bare(words)
            long = len(_WORD.findall(words)) >= _FEWEST_WORDS if lang == "en" else len(bare) >= _FEWEST_CHARACTERS
            if long:
                start = match.start() + match[0].index(words)
                found.setdefault(bare, []).append((field, start, start + len(words)))
    return found


def _bare(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _comparisons(texts: Mapping[str, str], traced: Mapping[str, Traced]) -> dict[str, list[_Place]]:
    """Where each comparison stands; in one sentence it counts once."""
    found: dict[str, list[_Place]] = {}
    for field, one in traced.items():
        last: dict[str, int] = {}
        for comparison, start, end in one.compared:
            sentence = texts[field].count("\n", 0, start) * 1000 + len(re.findall(r"[.!?。！？]", texts[field][:start]))
            if last.get(comparison.id) != sentence:
                found.setdefault(comparison.id, []).append((field, start, end))
            last[comparison.id] = sentence
    return found


def _openings(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """The third line that opens with the word that two before it open with."""
    if text.count("\n") < _FEWEST_BULLETS - 1:
        return
    seen: dict[str, int] = {}
    at = 0
    for line in text.split("\n"):
        match = (_FIRST_EN if lang == "en" else _FIRST_ZH).match(line)
        if match:
            word = match[1].casefold()
            seen[word] = seen.get(word, 0) + 1
            if seen[word] == _FEWEST_BULLETS:
                yield at + match.start(1), at + match.end(1)
        at += len(line) + 1
