"""What is left of a stretch of text once its praise and its empty words are taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assistant.rewriting.words import load_words
from assistant.schema import Lang

Span = tuple[int, int]

_WORD = re.compile(r"[A-Za-z][A-Za-z’']*|\d[\d.,]*|[^\x00-\x7f]")
_CHAR = re.compile(r"[A-Za-z][A-Za-z’'-]*|\d[\d.,]*|[\u3400-\u9fff]|[^\x00-\u2fff]")


@cache
def _generic(lang: Lang) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load_words(lang).generic)))


def said_in(
    text: str, start: int, end: int, praise: Iterable[Span], lang: Lang, names: Sequence[str] = ()
) -> list[str]:
    """The words of a stretch that say something: no praise, no name, no generic word; numbers always do.

    >>> said_in("Enjoy unparalleled comfort.", 0, 27, [(6, 18)], "en")
    []
    >>> said_in("续航14小时，国内领先。", 0, 12, [(7, 11)], "zh-Hans")
    ['续', '航', '14', '小', '时']
    """
    words = load_words(lang)
    chars = list(text[start:end])
    for low, high in praise:
        for at in range(max(low, start), min(high, end)):
            chars[at - start] = " "
    left = "".join(chars)
    for name in names:
        left = left.replace(name, " " * len(name))
    if lang == "en":
        left = left.replace("-", " ").replace("’", "'")
        found = [word.lower().removesuffix("'s") for word in _WORD.findall(left)]
        return [
            word
            for word in found
            if (word.isascii() or word.isalnum()) and word not in words.empty and word not in words.generic
        ]
    left = _generic(lang).sub(lambda found: " " * len(found[0]), left)
    return [char for char in _CHAR.findall(left) if char not in words.empty and char.isalnum()]
