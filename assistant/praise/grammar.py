"""The token grammar: a closed notation that spells out into literals, so that matching stays linear.

    literal text      case does not matter; a space or hyphen matches space, hyphen, non-breaking hyphen and space
    (a|b)             alternatives; "(s)" without a bar is optional
    [a] [a|b]         optional
    {0,3}             a gap: up to three words (English) or characters (Chinese), within one sentence (Chinese: one clause); at the end of a
                      token {2,3} takes in two
    ~                 the same as {0,3}

>>> [literal for literal, _ in spell_out("best[-in-class]", "en")]
['best in class', 'best']
>>> spell_out("leads {0,4} (market|field)", "en")
[('leads', ((0, 4, ('market', 'field')),))]
"""

from __future__ import annotations

import re

from assistant.praise.rule import Step
from assistant.schema import Lang

_GAP = re.compile(r"\{(\d{1,2}),(\d{1,2})\}")
_SPACES = re.compile(r" {2,}")
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0e\uff05]")
_NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_NARROW |= {0xFF0E: ord("."), 0xFF05: ord("%")}
_MOST_SPELLINGS = 5000
_MOST_TOGETHER = 12

# An anchor of these words alone would stop the search at every line.
_COMMON = frozenset(
    "a an the in on of as at by to for and or we i it is are our my its their your you with all any one more most no "
    "not every has have had be so that this they he she who what can will first name work makes make made".split()
)

Gap = tuple[int, int]
Part = str | Gap
Spelling = tuple[Part, ...]


class GrammarError(ValueError):
    """A token that does not follow the notation; the message says where."""


def fold(text: str, lang: Lang) -> str:
    """Returns `text` as rules see it: lower case, one kind of space and apostrophe; the same length.

    >>> fold("World‑Class “It’s”", "en")
    "world class “it's”"
    """
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if text.isascii():
        folded = folded.replace("-", " ")
        return folded.replace("\n", " ").replace("\t", " ") if lang == "en" else folded
    folded = folded.replace("-", " ").replace("\u2011", " ").replace("\u00a0", " ").replace("\u2010", " ")
    folded = folded.replace("\u2019", "'").replace("\u2018", "'")
    if lang == "en":
        return folded.replace("\n", " ").replace("\t", " ").replace("\u202f", " ")
    return folded.translate(_NARROW) if _WIDE.search(folded) else folded


def spell_out(token: str, lang: Lang) -> list[tuple[str, tuple[Step, ...]]]:
    """Returns each spelling of a token: the literal it starts with and the steps that follow it, duplicates removed.

    Where alternatives would multiply, the later ones become steps, so that the size stays near the sum of them.
    Raises GrammarError for brackets that do not pair, a token that starts with a gap, or too many spellings.
    """
    parts = _parts(token, lang)
    if parts[0][0] is not None:
        raise GrammarError("a token starts with words")
    branches = [_steps(spelling, lang) for spelling in parts[0][1]]
    if not all(anchor for anchor, _ in branches):
        raise GrammarError("the first word of a token can't be optional alone")
    for gap, spellings in parts[1:]:
        low, high = gap or (0, 0)
        tails = [_steps(spelling, lang) for spelling in spellings]
        if any(steps for _, steps in tails):
            forks = [((low, high, (head,)), *steps) for head, steps in tails]
        else:
            forks = [((low, high, tuple(sorted({head for head, _ in tails}, key=lambda word: (-len(word), word)))),)]
        branches = [(anchor, steps + fork) for anchor, steps in branches for fork in forks]
    return list(dict.fromkeys(branches))


def _parts(token: str, lang: Lang) -> list[tuple[Gap | None, list[Spelling]]]:
    """Cuts a token at its top-level gaps, and where more spellings would multiply than one anchor should have."""
    parts: list[tuple[Gap | None, list[Spelling]]] = []
    gap: Gap | None = None
    current: list[Spelling] = [()]
    for segment in _segments(token, lang):
        written = _GAP.fullmatch(segment.strip().replace("~", "{0,3}"))
        if written and int(written[1]) <= int(written[2]):
            if any(current) or gap:
                parts.append((gap, current))
            gap, current = (int(written[1]), int(written[2])), [()]
            continue
        spellings, end = _sequence(segment, 0, "")
        if end != len(segment):
            raise GrammarError(f"'{segment[end]}' closes nothing")
        # One spelling beside many adds anchors and no product; only Chinese, where a lone word anchors badly, wants them.
        multiplies = lang == "en" or (len(current) > 1 and len(spellings) > 1)
        full = any(current) and multiplies and len(current) * len(spellings) > _MOST_TOGETHER
        if full and (parts or all(_is_telling(spelling) for spelling in current)):
            parts.append((gap, current))
            gap, current = None, [()]
        current = [before + after for before in current for after in spellings]
        if len(current) > _MOST_SPELLINGS:
            raise GrammarError(f"more than {_MOST_SPELLINGS} spellings: split the token")
    return [*parts, (gap, current)] if any(current) or gap else parts


def _is_telling(spelling: Spelling) -> bool:
    """True if a spelling holds a word rare enough to anchor a search."""
    words = "".join(part if isinstance(part, str) else " " for part in spelling).split()
    return any(word.lower() not in _COMMON for word in words)


def _segments(token: str, lang: Lang) -> list[str]:
    """Cuts a token at its top-level spaces (English) or groups (Chinese); nothing is lost."""
    segments = [""]
    depth = 0
    for char in token:
        depth += (char in "([") - (char in ")]")
        english = lang == "en"
        opens = depth == 1 and char in "([" and not english
        if opens or (not depth and char in (" " if english else "{~")):
            segments.append("")
        segments[-1] += char
        if not english and not depth and char in ")]}~":
            segments.append("")
    return [segment for segment in segments if segment]


def _steps(spelling: Spelling, lang: Lang) -> tuple[str, tuple[Step, ...]]:
    """Returns the first literal of a spelling, and its gaps with what follows them; neighbouring gaps add up."""
    literals = [""]
    gaps: list[Gap] = []
    for part in spelling:
        if isinstance(part, str):
            literals[-1] += part
        elif gaps and not literals[-1].strip():
            gaps[-1] = gaps[-1][0] + part[0], gaps[-1][1] + part[1]
        else:
            gaps.append(part)
            literals.append("")
    words = [_SPACES.sub(" ", fold(literal, lang)).strip() for literal in literals]
    if gaps and not words[0]:
        raise GrammarError("a gap has words before it")
    return words[0], tuple((low, high, (word,)) for (low, high), word in zip(gaps, words[1:], strict=True))


def _sequence(token: str, at: int, closing: str) -> tuple[list[Spelling], int]:
    """Reads up to `closing` or a bar; returns the spellings and where reading stopped."""
    spellings: list[Spelling] = [()]
    while at < len(token) and token[at] not in ")]|":
        char = token[at]
        if char in "([":
            options, at = _group(token, at)
        elif char == "~":
            options, at = [((0, 3),)], at + 1
        elif char == "{":
            gap = _GAP.match(token, at)
            if gap is None or int(gap[1]) > int(gap[2]):
                raise GrammarError("a gap is written {0,3}, fewest first")
            options, at = [((int(gap[1]), int(gap[2])),)], gap.end()
        else:
            options, at = [(char,)], at + 1
        spellings = [before + after for before in spellings for after in options]
        if len(spellings) > _MOST_SPELLINGS:
            raise GrammarError(f"more than {_MOST_SPELLINGS} spellings: split the token")
    if closing and (at >= len(token) or token[at] not in closing + "|"):
        raise GrammarError(f"'{closing}' is missing")
    return spellings, at


def _group(token: str, at: int) -> tuple[list[Spelling], int]:
    """Reads "(…)" or "[…]" from its bracket; returns its options and the place after it."""
    closing = ")" if token[at] == "(" else "]"
    options: list[Spelling] = []
    bars = -1
    while True:
        spellings, at = _sequence(token, at + 1, closing)
        options += spellings
        bars += 1
        if token[at] == closing:
            break
    if closing == "]" or not bars:
        options.append(())
    return options, at + 1
