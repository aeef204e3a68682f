"""What a mended sentence must still say: its figures in their order, what they are true of, its "not", most of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.quantities import find_quantities
from assistant.rewriting.gate import Gate
from assistant.rewriting.said import Span, said_in

# Of the words that say something, a sentence keeps at least this share: it is mended, not made anew.
_KEPT = 0.75
# Before a figure a word may be another; behind it stands what the figure is true of.
_OTHER, _OTHER_ZH = 1, 2
_SHOWN = 80
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_CLAUSE = re.compile(r"[;，；。！？]|[,.:!?](?!\d)")
# A word that turns a statement round; 不锈 and 不仅 turn nothing.
_DENIAL = re.compile(
    r"\b(?:not|no|non|never|without|cannot|except|excluding|nor)\b|n['’]t\b|不(?![锈鏽仅僅但只])|[没沒未無无非勿](?![线線])",
    re.IGNORECASE,
)
# Small words that say when or for what a statement holds.
_LIMITS = re.compile(r"\b(?:only|on|off|per|each|if|when|while|until|unless|under|over|above|below|during|optional)\b")


def find_losses(
    old: str, new: str, praise: Sequence[Span], gate: Gate, names: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """What a new sentence has lost of the old one, praise aside: the kind of loss, and the words, "" where it is all.

    Kinds: "figures", "order" of them, what "states" something, a "denial" (lost or gained), "limits" of a figure.
    """
    gone = _gone(old, new, praise, gate)
    if gone:
        yield "figures", gone
    elif not _in_order(old, new, praise):
        yield "order", ""
    if not _keeps(old, new, praise, gate, names):
        yield "states", ""
    if len(_DENIAL.findall(_without(old, praise))) != len(_DENIAL.findall(new)):
        yield "denial", ""
    lost = _beside_figures(old, new, praise, gate, names)
    if lost:
        yield "limits", lost


def _gone(old: str, new: str, praise: Sequence[Span], gate: Gate) -> str:
    """The first figure of the old sentence, outside its praise, that the new one does not give; "" if it gives all."""
    kept = find_quantities(new, gate.lang, gate.market)
    digits = _DIGITS.findall(new)
    for one in find_quantities(old, gate.lang, gate.market):
        if _lies_in(one.start, one.end, praise):
            continue
        if not any((one.low, one.high, one.unit) == (other.low, other.high, other.unit) for other in kept):
            return one.text
    for found in _DIGITS.finditer(old):
        if not _lies_in(found.start(), found.end(), praise):
            if found[0] not in digits:
                return found[0]
            digits.remove(found[0])
    return ""


def _in_order(old: str, new: str, praise: Sequence[Span]) -> bool:
    """Whether the figures of the old sentence follow one another in the new one as they did."""
    numbers = iter(_DIGITS.findall(new))
    wanted = (one[0] for one in _DIGITS.finditer(old) if not _lies_in(one.start(), one.end(), praise))
    return all(number in numbers for number in wanted)


def _keeps(old: str, new: str, praise: Sequence[Span], gate: Gate, names: Sequence[str]) -> bool:
    """Whether most of what the old sentence says, praise aside, stands in the new one."""
    lang = gate.lang
    said = [stem(word) for word in said_in(old, 0, len(old), praise, lang, names)]
    there = {stem(word) for word in said_in(new, 0, len(new), (), lang)} | set(word_stems(new))
    return sum(word in there for word in said) >= _KEPT * len(said)


def _beside_figures(old: str, new: str, praise: Sequence[Span], gate: Gate, names: Sequence[str]) -> str:
    """What a clause of the old sentence says beside its figure and the new one does not; "" if it does."""
    there = set(word_stems(new))
    limits = [word for word in _LIMITS.findall(_without(old, praise).lower()) if stem(word) not in there]
    if limits:
        return " ".join(limits)[:_SHOWN]
    ends = [0, *(found.end() for found in _CLAUSE.finditer(old)), len(old)]
    for figure in find_quantities(old, gate.lang, gate.market):
        low = max(end for end in ends if end <= figure.start)
        high = min(end for end in ends if end >= figure.end)
        before = said_in(old, low, figure.start, praise, gate.lang, names)
        behind = said_in(old, figure.end, high, praise, gate.lang, names)
        lost = [[word for word in words if stem(word) not in there] for words in (before, behind)]
        if lost[1] or len(lost[0]) > (_OTHER if gate.lang == "en" else _OTHER_ZH):
            return (" " if gate.lang == "en" else "").join((*lost[0], *lost[1]))[:_SHOWN]
    return ""


def _without(text: str, spans: Iterable[Span]) -> str:
    chars = list(text)
    for low, high in spans:
        chars[low:high] = " " * (high - low)
    return "".join(chars)


def _lies_in(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(low <= start and end <= high for low, high in spans)


def word_stems(text: str) -> list[str]:
    """The words of a text, cut to their stems; single characters of Chinese."""
    return [stem(word.lower()) for word in re.findall(r"[A-Za-z][A-Za-z'’]*|\d[\d.,]*|[^\x00-\x7f]", text)]


def stem(word: str) -> str:
    """A word without its ending, roughly: weighs and weighing are one."""
    word = word.rstrip(".,")
    return word[:5] if word.isascii() else word
