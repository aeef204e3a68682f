"""English number words in running text: where they start, and the longest run that reads as one number."""

from __future__ import annotations

import re

from assistant.quantities.cardinals_en import CARDINALS, SCALES
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num
from assistant.quantities.numerals_en import PARTS, read_en


def _trie(words: list[str]) -> str:
    """One pattern for many words, sharing their beginnings; matches the longest."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    optional = "" in by_first
    by_first.pop("", None)
    branches = [first + _trie(rest) for first, rest in sorted(by_first.items())]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if optional else body


_SCALES = [word for word in SCALES if len(word) > 3]
_WORD = _trie(sorted({*CARDINALS, *_SCALES, *(s + "s" for s in _SCALES), "half", "a", "an"}))
_JOINED = _trie(
    sorted(
        {*CARDINALS, *_SCALES, *(s + "s" for s in _SCALES), *PARTS, *(p + "s" for p in PARTS), "halves", "point", "a"}
    )
)
_FIRST_WORDS = sorted({*CARDINALS, "half", "quarter", "hundred", "thousand"})
FIRST = _trie(_FIRST_WORDS)
# The letters that these begin with: one look spares most words the search.
INITIALS = "".join(sorted({word[0] for word in _FIRST_WORDS}))
_EN_RUN = lazy(
    rf"(?:an? +)?(?:{FIRST})(?:(?: ?- ?| {{1,3}}|, | and | & | and a )(?:{_JOINED}|[0-9]+/[0-9]+)(?![A-Za-z])){{0,16}}(?![A-Za-z])",
    re.IGNORECASE,
)
_BARE_SCALE = lazy(r"(?:hundred|thousand)", re.IGNORECASE)
_ARTICLE = lazy(r"(?<![A-Za-z])[Aa]n? +$")


def words_at(text: str, at: int) -> Num | None:
    """English number words from `at`: the longest run that reads as one number."""
    article = _ARTICLE.search(text, max(0, at - 4), at)
    if article is None and text[at].lower() in "ht" and _BARE_SCALE.match(text, at):
        return None
    for start in (article.start(), at) if article else (at,):
        match = _EN_RUN.match(text, start)
        if match is None:
            continue
        end = match.end()
        for _ in range(6):
            value = read_en(text[start:end])
            if value is not None and end > at:
                return Num(start, end, value, kind="words")
            cut = max(text.rfind(" ", start, end), text.rfind("-", start, end))
            if cut <= start:
                break
            end = cut
            while end > start and text[end - 1] in " -,&":
                end -= 1
            if text[start:end].lower().endswith(" and"):
                end -= 4
    return None
