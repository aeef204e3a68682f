"""What goes out of an English sentence so that the rest is still one: praise before a noun, a clause of nothing but praise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.rewriting.edits import Edit
from assistant.rewriting.said import Span, said_in
from assistant.rewriting.words import load_words

_BREAK = re.compile(r", |; | – | — | - |—|: ")
_NEXT = re.compile(r" ([A-Za-z][A-Za-z'’-]*)")
_LAST = re.compile(r"([A-Za-z][A-Za-z'’-]*)$")
_ARTICLE = re.compile(r"(?:^|(?<=[\s(“\"]))([Aa]n?) $")
_VOWEL = frozenset("aei")
_CONSONANT = frozenset("bcdfgjklmnpqrstvwxyz")
_SCALE = re.compile(r"(?:ness|ity|cy|ance|ence|ship|ism)$")
_WHICH = re.compile(r"(?: [\w-]+){0,2} (?:of|that|which|who|for|in|on|at)\b")
_PART = re.compile(r"\b(?:with|has|have|having|by|from|of|at|in|to)(?: an?)? $", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z]+")
_DETERMINERS = ("a", "an", "the", "our", "its", "your", "this")
_PRONOUNS = ("it", "you", "we", "they", "these", "those", "that", "each", "every")
_END = ".!?…"
_ADJECTIVAL = re.compile(r"\w{3,}(?:able|ible|ful|less|ous|ive|proof|resistant)$")


def find_cuts(text: str, start: int, end: int, praise: Sequence[Span], names: Sequence[str] = ()) -> list[Edit]:
    """Edits of a sentence, by start; empty where nothing can go and leave a sentence that says something.

    >>> cut = find_cuts("Our industry-leading kettle boils 1.7 L.", 0, 40, [(4, 20)])
    >>> [(edit.start, edit.end, edit.text) for edit in cut]
    [(4, 21, '')]
    """
    found: list[Edit] = []
    reported = any(word[0].lower() in load_words("en").reports for word in _WORDS.finditer(text, start, end))
    for span in _runs(text, praise):
        if any(edit.start < span[1] and span[0] < edit.end for edit in found):
            continue
        edit = _clause(text, start, end, span, praise, names)
        if edit is None and not reported:
            edit = _attribute(text, start, end, span)
        if edit is not None and not any(edit.start < one.end and one.start < edit.end for one in found):
            found.append(edit)
    return sorted(found)


def is_only_praise(text: str, start: int, end: int, praise: Sequence[Span], names: Sequence[str] = ()) -> bool:
    """Whether a sentence says nothing but praise: "Enjoy unparalleled comfort.", "The lid is second to none."."""
    if not praise:
        return False
    if not said_in(text, start, end, praise, "en", names):
        return True
    words = load_words("en")
    for found in re.finditer(r"[a-z]+", text[start:end]):
        if found[0] in words.light:
            at = start + found.start()
            subject = said_in(text, start, at, praise, "en", names)
            if len(subject) > 1 or any(word[0].isdigit() for word in subject) or praise[0][0] < at:
                return False
            return not _BREAK.search(text, start, end) and not said_in(text, at, end, praise, "en", names)
    return False


def _runs(text: str, praise: Sequence[Span]) -> list[Span]:
    """Praise upon praise as one: "innovative, award-winning", "sleek and premium"."""
    runs: list[Span] = []
    for low, high in praise:
        if runs and text[runs[-1][1] : low] in (" ", ", ", " and ", ", and ", " yet "):
            runs[-1] = (runs[-1][0], high)
        else:
            runs.append((low, high))
    return runs


def _clause(text: str, start: int, end: int, span: Span, praise: Sequence[Span], names: Sequence[str]) -> Edit | None:
    """A clause of nothing but praise, with the comma that parts it from the rest."""
    stop = end
    while stop > start and text[stop - 1] in _END:
        stop -= 1
    marks = [found.span() for found in _BREAK.finditer(text, start, stop)]
    lows = [start, *(mark[1] for mark in marks)]
    highs = [*(mark[0] for mark in marks), stop]
    number = next(
        (n for n, (low, high) in enumerate(zip(lows, highs, strict=True)) if low <= span[0] and span[1] <= high), -1
    )
    if number < 0 or len(lows) < 2:
        return None
    low, high = lows[number], highs[number]
    if said_in(text, low, high, praise, "en", names):
        return None
    openers = load_words("en").openers
    before = text[marks[number - 1][0] : low] if number else ""
    after = text[high : marks[number][1]] if number < len(marks) else ""
    if ": " in (before, after) or _continues_a_list(text, low, high, stop):
        return None
    if number == len(lows) - 1:
        # What stands before must be a sentence of its own.
        alone = _first_word(text, start) not in openers
        return Edit(marks[number - 1][0], high) if alone else None
    if number:
        if before != after:
            return None
        # "The blade, a true masterpiece, turns": what it parts belongs together.
        apposed = (
            number == 1
            and before == ", "
            and _first_word(text, low) in _DETERMINERS
            and _is_subject(text[start : highs[0]])
        )
        return Edit(marks[0][0], marks[1][1], " ") if apposed else Edit(marks[number - 1][0], high)
    if not _WORDS.sub("", text[low : span[0]]).strip() and text[low : span[0]].strip().lower() in _DETERMINERS:
        return None  # "a premium, compact fan"
    following = lows[1]
    if _first_word(text, following) not in (*_DETERMINERS, *_PRONOUNS):
        return None
    if len(lows) > 2 and _first_word(text, start) not in openers:
        return None  # what is praise may be the subject, and the next clause stand beside it
    return Edit(start, following + 1, text[following].upper())


def _is_subject(said: str) -> bool:
    """Whether what stands before a comma is a subject that its verb follows: "The blade"."""
    return _first_word(said, 0) in _DETERMINERS and len(said.split()) <= 3 and not any(char.isdigit() for char in said)


def _continues_a_list(text: str, low: int, high: int, stop: int) -> bool:
    """Whether a clause is one adjective or thing of several: those are cut by their own rule."""
    return text.startswith(("and ", "or "), low) or bool(re.match(r",? (?:and|or) [\w-]+$", text[high:stop]))


def _first_word(text: str, at: int) -> str:
    found = re.compile(r"[A-Za-z’']+").match(text, at)
    return found[0].lower() if found else ""


def _attribute(text: str, start: int, end: int, span: Span) -> Edit | None:
    """Praise that stands before a noun, or among the things said of a subject."""
    words = load_words("en")
    low, high = span
    core = _attributive(text, low, high)
    if core is None:
        return _adverb(text, start, low, high)
    high = core
    last = _LAST.search(text[max(start, low - 40) : low].rstrip())
    prior = last[1].lower() if last else ""
    if prior in words.guards or text[low - 1 : low] in ("-", "\u2011", "/"):
        return None
    listed = _listed(text, start, low, high)
    if listed is not None:
        return listed
    gap = text[high : high + 2]
    if gap == ", ":  # "a premium, compact fan"
        follows = _NEXT.match(text, high + 1)
        if not follows or prior not in _DETERMINERS or follows[1].lower() in words.not_nouns:
            return None
        return _fitted(text, start, low, high + 2)
    if text.startswith(" and ", high):
        follows = _NEXT.match(text, high + 4)
        if not follows or prior not in _DETERMINERS:
            return None
        return _fitted(text, start, low, high + 5) if _is_adjective(follows[1]) else None
    follows = _NEXT.match(text, high)
    if not follows or follows.end() > end or follows[1].lower() in words.not_nouns or follows[1].lower() in words.light:
        return None
    noun = follows[1].lower()
    if noun in words.scales or _SCALE.search(noun):
        return None  # "offers comfort", "lenses of sharpness": only the attribute said something
    after = text[follows.end() : follows.end() + 40]
    if prior.endswith(("'s", "’s")) or (prior == "the" and _WHICH.match(after)):
        return None  # "the flagship model of our fleet": the word says which
    if re.match(r"[.!?,;:]|$", after) and _PART.search(text[start:low]):
        return None  # "bread with a superb crust": every bread has one
    if low == start and after[:1] in (",", ":"):
        return None  # one word would open the sentence
    if text[start:low].endswith(" and "):
        other = _LAST.search(text[start : low - 5])
        if other and _is_adjective(other[1]):
            return Edit(low - 5, high)
        return Edit(low, high + 1) if other and not text[high + 1].isupper() else None
    if text[start:low].endswith(", "):
        # "cotton, premium leather" keeps its comma, "a compact, premium fan" loses it.
        other = _LAST.search(text[start : low - 2])
        return Edit(low - 2, high) if other and _is_adjective(other[1]) else None
    return _fitted(text, start, low, high + 1)


def _adverb(text: str, start: int, low: int, high: int) -> Edit | None:
    """An adverb before an adjective: "incredibly fast"."""
    follows = _NEXT.match(text, high)
    if (
        not text[low:high].lower().endswith("ly")
        or " " in text[low:high]
        or not follows
        or not _is_adjective(follows[1])
    ):
        return None
    last = _LAST.search(text[max(start, low - 40) : low].rstrip())
    return None if last and last[1].lower() in load_words("en").guards else _fitted(text, start, low, high + 1)


def _attributive(text: str, low: int, high: int) -> int | None:
    """Where a run of attributes ends, degrees before them included; None where a word of it is no attribute."""
    words = load_words("en")
    said = text[low:high].lower().replace("-", " ").replace("\u2011", " ")
    at = 0
    while at < len(said):
        joint = re.compile(r"(?:, and |, | and | yet | )").match(said, at)
        if joint and at:
            at = joint.end()
        for word in (*words.degrees, *words.attributes):
            if said.startswith(word, at) and not said[at + len(word) : at + len(word) + 1].isalpha():
                at += len(word)
                break
        else:
            # "flagship model": the noun stays.
            done = said[:at].rstrip()
            praised = any(word in done for word in words.attributes)
            return low + len(done) if praised and said[at - 1 : at] == " " and not done.endswith((",", "and")) else None
    return high if not said.endswith(words.degrees) else None


def _listed(text: str, start: int, low: int, high: int) -> Edit | None:
    """Praise among adjectives that are said of a subject: "is light, world-class and quiet", "is light and superb"."""
    copula = "|".join(load_words("en").copulas)
    stop = r"(?=[.!?;]|, |$)"
    before = re.search(rf"\b(?:{copula}) ((?:[\w-]+(?:, | and ))*)$", text[start:low])
    if before is None:
        return None
    items = before[1]
    if items.endswith(", ") and re.match(rf",? and [\w-]+{stop}", text[high:]):
        joint = re.match(r",? and ", text[high:])
        assert joint is not None
        one = items.count(", ") == 1
        return Edit(low - 2, high + joint.end(), " and ") if one else Edit(low - 2, high)
    if items.endswith(" and ") and re.match(stop, text[high:]):
        inner = items[:-5]
        if ", " not in inner:
            return Edit(low - 5, high)
        comma = start + before.start(1) + inner.rindex(", ")
        last = text[comma + 2 : low - 5]
        return Edit(comma, high, f" and {last}")
    if not items and re.match(rf" and [\w-]+{stop}", text[high:]):
        return Edit(low, high + 5)
    if not items and re.match(r", [\w-]+(?:, [\w-]+)*,? and [\w-]+", text[high:]):
        return Edit(low, high + 2)
    return None


def _is_adjective(word: str) -> bool:
    return word.lower() in load_words("en").adjectives or bool(_ADJECTIVAL.match(word.lower()))


def _fitted(text: str, start: int, low: int, high: int) -> Edit | None:
    """The cut with the article and the capital letter that the next word asks for; None where that cannot be told."""
    follows = text[high : high + 1]
    if not follows.isalnum():
        return None
    article = _ARTICLE.search(text, max(start, low - 3), low)
    if article:
        right = _article(text[high : high + 12])
        if right is None:
            return None
        new = right if article[1][0] == "a" else right.capitalize()
        return Edit(low, high) if new == article[1] else Edit(article.start(1), high, f"{new} ")
    opens = low == start or not text[start:low].strip("*•-– “\"'(")
    if opens and text[low].isupper() and follows.islower():
        return Edit(low, high + 1, follows.upper())
    return Edit(low, high)


def _article(word: str) -> str | None:
    """The article before a word; None where its letters do not tell (hour, one, unique, NHS)."""
    if word[:2].isupper() or not word[:1].isalpha():
        return None
    first = word[0].lower()
    return (
        "an" if first in _VOWEL and not word.lower().startswith(("eu", "ew")) else "a" if first in _CONSONANT else None
    )
