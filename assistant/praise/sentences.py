"""Where the sentence, clause and quotation around a hit begin and end. Spans are half-open."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.schema import Lang

Span = tuple[int, int]

_REACH = 700  # characters looked at on either side: keeps the cost of a hit bounded in a text without full stops

# Each mark begins with a plain set of characters, so that the search skips what cannot begin one.
_END = (
    r"[.!?…\n](?:(?<!\n)(?<!\b[Nn]o[.!?…])(?<!\b[A-Z][.!?…])(?<!\bMr[.!?…])(?<!\bMs[.!?…])(?<!\bDr[.!?…])"
    r"(?<!\bSt[.!?…])(?<!\bvs[.!?…])(?<!\bMrs[.!?…])(?<!\be\.g[.!?…])(?<!\bi\.e[.!?…])(?<!\bapprox[.!?…])"
    r"(?<!\bInc[.!?…])(?<!\bLtd[.!?…])(?<!\bCo[.!?…])"
    r"[.!?…]*[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])"
    r"|(?<=\n)(?:\s*\n|(?![ \t]*[a-z])))"
)
_END_ZH = r"[。！？!?]+[”’」』）)]*|\n"
_CLAUSE = (
    r"[,;:\s—–，；：、](?:(?<=[,;:])(?=\s)|(?<=\s)[–—-]\s|(?<=[—–，；：、])|(?<=\s)(?=(?:and|but|while|yet|or)\s))"
)
_CLAUSE_ZH = r"[，；：,;:]|——"
_QUOTED = (
    r"“[^”\n]{1,500}”|(?<!\w)\"[^\"\n]{1,500}\"|「[^」\n]{1,500}」|『[^』\n]{1,500}』|«[^»\n]{1,500}»"
    r"|(?<!\w)‘[^‘\n]{1,500}?’(?!\w)|(?<!\w)'[^'\n]{1,300}'(?!\w)"
)
_TITLED = r"《[^》\n]{1,100}》|〈[^〉\n]{1,100}〉|【[^】\n]{1,100}】"
_BRACKETED = r"\([^()\n]{1,300}\)|（[^（）\n]{1,300}）"
_SHAPES = {"quotes": _QUOTED, "title": _TITLED, "brackets": _BRACKETED}
_OPENERS = {"quotes": "[“\"「『«‘']", "title": "[《〈【]", "brackets": "[(（]"}


def enclosing(text: str, start: int, end: int, shape: str) -> Span | None:
    """Returns the quotation ("quotes"), title ("title", 《…》) or parenthesis ("brackets") that holds a span, or None.

    >>> enclosing('He said "a best buy" twice.', 11, 15, "quotes")
    (8, 20)
    """
    low = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    opener = _compiled(_OPENERS[shape]).search(text, low, start + 1)
    if opener is None:
        return None
    for found in _compiled(_SHAPES[shape]).finditer(text, opener.start(), end + _REACH):
        if found.start() <= start and end <= found.end():
            return found.span()
        if found.start() > start:
            return None
    return None


def sentence_around(text: str, start: int, end: int, lang: Lang) -> Span:
    """Returns the sentence that holds a span; a quotation that holds the span is never cut in two.

    >>> sentence_around("No. 1 here. We are the best. So?", 23, 27, "en")
    (12, 29)
    """
    quoted = enclosing(text, start, end, "quotes")
    if quoted:
        start, end = quoted
    return _between(text, start, end, _END if lang == "en" else _END_ZH)


def clause_around(text: str, start: int, end: int, sentence: Span, lang: Lang) -> Span:
    """Returns the part of the sentence between commas, colons, dashes or conjunctions that holds a span."""
    low, high = _between(text, start, end, _CLAUSE if lang == "en" else _CLAUSE_ZH)
    return max(low, sentence[0]), min(high, sentence[1])


@lru_cache(maxsize=8)
def _compiled(source: str) -> re.Pattern[str]:
    """Compiles on first use: most runs need one language's marks only, and start-up counts."""
    return re.compile(source)


def _between(text: str, start: int, end: int, source: str) -> Span:
    mark = _compiled(source)
    low = max(0, start - _REACH)
    # The mark looks ahead to the first letter of the next sentence, which may be the span itself.
    for found in mark.finditer(text, low, start + 2):
        if found.end() <= start:
            low = found.end()
    after = mark.search(text, end, min(len(text), end + _REACH))
    return low, after.end() if after else min(len(text), end + _REACH)
