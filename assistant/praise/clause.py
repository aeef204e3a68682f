"""What an English clause tells without a list of nouns: the words around a hit, and the frames they form.

See `assistant.praise.subject`, which asks these tests and describes their answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from assistant.praise.word_classes import (
    ALL,
    AUXILIARIES,
    CALLING,
    DETERMINERS,
    FIGURATIVE,
    FITTING,
    LINKS,
    NOUNISH,
    OBJECT,
    PLURALS_TOO,
    POINTING,
    PREPOSITIONS,
    PRONOUNS,
    REFUSING,
    RIVALLING,
    RULING,
    SAYING,
    SCOPE,
    SIDES,
    STARTING,
    STOPS,
    TERMS,
    TRADING,
    VERBS,
    WELL,
)

_REACH = 240  # characters looked at on either side
_BREAK = re.compile(r"[;:—–](?=\s)|(?<=\s)[-—–]\s")
_BREAKS = re.compile(r"[;:—–-]")
_BRACKETS = re.compile(r"\([^()]*\)")
_TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]")


class Frame(NamedTuple):
    """The words before, of and after a hit, as written; and a lower-case view of each."""

    left: Sequence[str]
    hit: Sequence[str]
    right: Sequence[str]
    before: Sequence[str]
    caught: Sequence[str]
    after: Sequence[str]


def cut_clause(sentence: str, start: int, end: int) -> tuple[str, str, str]:
    """Returns what stands before, in and after a span of a clause cut at colons, semicolons and dashes.

    Parentheses after the span are left out.
    """
    before, after = sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]
    if "(" in after:
        after = _BRACKETS.sub("", after)
    if _BREAKS.search(before):
        before = _BREAK.split(before)[-1]
    if _BREAKS.search(after):
        after = _BREAK.split(after, maxsplit=1)[0]
    return before, sentence[start:end], after


def read_frame(clause: tuple[str, str, str]) -> Frame:
    """Returns the words of a clause."""
    left, hit, right = (_TOKEN.findall(stretch.replace("’", "'")) for stretch in clause)
    return Frame(left, hit, right, _lowered(left), _lowered(hit), _lowered(right))


def _lowered(words: Sequence[str]) -> Sequence[str]:
    return [word.lower() for word in words]


def is_verb(word: str) -> bool:
    """True for a common finite verb, and for any form in -ed."""
    return word in VERBS or word in AUXILIARIES or word in LINKS or (word.endswith("ed") and len(word) > 4)


def tells(words: Sequence[str]) -> bool:
    """True if words hold a finite verb; a form in -ed is one if an object follows."""
    return any(
        word in VERBS
        or word in RULING
        or word in AUXILIARIES
        or word in LINKS
        or (word.endswith("ed") and after in OBJECT)
        for word, after in zip_longest(words, words[1:], fillvalue="")
    )


def goes_on(rest: Sequence[str]) -> bool:
    """True if a plural is followed by a bare word, which then is its verb."""
    return bool(rest) and rest[0].isalpha() and rest[0] not in STOPS


def holds_brand(written: Sequence[str]) -> bool:
    """True if a word has a capital that no preposition of place explains."""
    return any(
        len(word) > 1
        and word[0].isupper()
        and not (at and written[at - 1].lower() in ("in", "at", "of", "near", "from", "says"))
        for at, word in enumerate(written)
    )


def ranks_everywhere(words: Sequence[str]) -> bool:
    """True for "in town", "on the market", "in the world", but not for "the town hall"."""
    return any(
        word in SCOPE and (not after or not after[0].isalpha() or after in STOPS)
        for word, after in zip_longest(words, words[1:], fillvalue="")
    )


def calls(before: Sequence[str]) -> bool:
    """True if something is called something: "critics called the film"."""
    return any(word in CALLING for word in before[-6:])


def is_word(frame: Frame) -> str:
    """The word itself: at the head of a sentence, or what something is called everywhere."""
    after, words = frame.after, frame.caught
    if not frame.before and len(words) == 1 and len(after) > 1 and not words[0].endswith((*NOUNISH, "best")):
        said = after[0] in SAYING and (after[1] in DETERMINERS | PREPOSITIONS | {"row", "number", "not", "one", "two"})
        return "word" if said and not {"us", "word", "way", "only", "what"} & set(after[:5]) else ""
    quoted = len(frame.before) > 0 and frame.before[-1] in "\"“'" and bool(after) and after[0] in "\"”'"
    if quoted and len(frame.before) == 1 and len(after) > 2 and after[1] in SAYING and after[2] != "what":
        return "word"
    number = next((at for at, word in enumerate(frame.before) if word in CALLING), len(frame.before))
    return "word" if any(word in ALL for word in frame.before[number + 1 : number + 2]) else ""


def is_beside(frame: Frame) -> str:
    """Something else that the goods are used with."""
    if not frame.right or not frame.right[0][0].isalpha() or frame.after[0] in STOPS:
        return ""
    words = [*frame.before, *frame.caught][-4 - len(frame.caught) :]
    for number, word in enumerate(words[:-1]):
        if word in FITTING and words[number + 1] in ("most", "all", "any", "other", "many"):
            return "beside"
        if (
            word == "with"
            and number
            and words[number - 1] in WELL
            and words[number + 1] in ("a", "an", "most", "all", "any")
        ):
            return "beside"
    return ""


def is_kind(frame: Frame) -> str:
    """Advice on a kind of thing: "the … X for Y is Z", "the … X starts with Z", where Z is no brand and not at hand."""
    after = frame.after
    if frame.before[-1:] == ["the"] or frame.caught[0] == "the":
        named = frame.before[: len(frame.before) - (frame.caught[0] != "the")]
        if len(named) in (3, 4) and named[0] == "the" and named[-1] == "with" and tells(after):
            offered = any(word in POINTING for word in after) or ranks_everywhere(after)
            return "" if offered or holds_brand(frame.left[1:]) or holds_brand(frame.right) else "kind"
    if any(word not in DETERMINERS for word in frame.before) or not after or after[0] in LINKS:
        return ""
    number = next((at for at, word in enumerate(after[:14]) if word in ("is", "are") or word in STARTING), 0)
    subject, said = after[:number], after[number + 1 :]
    if not number:
        return ""
    if said and subject[0] in ("in", "on", "at") and not holds_brand(frame.right):
        return "" if ranks_everywhere(subject) or any(word in POINTING for word in after) else "kind"
    if not said or "," in subject or "that" in subject or ranks_everywhere(after):
        return ""
    if holds_brand(frame.right[number + 1 :]) or any(word in POINTING for word in said):
        return ""
    if after[number] in STARTING:
        return "kind" if said[0] in ("with", "to", "on", "early", "late", "in", "from") and len(subject) < 3 else ""
    if said[0] in ("at", "on") and said[1:2] == ["the"]:
        return "kind" if said[2:3] and said[2] in SIDES else ""
    if not said[0][0].isalpha() or said[0].endswith(("ed", "made")) or said[0] in PRONOUNS:
        return ""
    return "kind" if any(word in ("for", "of", "to") for word in subject) and "made" not in said else ""


def is_term(frame: Frame) -> str:
    """What a rule or a definition speaks of; "leading" of what goes in front."""
    after, word = frame.after, frame.caught[-1]
    if any(one not in DETERMINERS - {"this", "these"} for one in frame.before):
        return ""
    number = next((at for at, one in enumerate(after[:8]) if one in ("is", "are") or one in RULING), 0)
    subject, said = after[:number], after[number + 1 :]
    if (
        not number
        or len(said) < 2
        or subject[-1] == "to"
        or any(one in subject for one in (",", "that", "which"))
        or holds_brand(frame.right)
    ):
        return ""
    if any(one in POINTING for one in said) or ranks_everywhere(after):
        return ""
    if after[number] in ("fall", "falls"):
        return "term" if said[0] in ("under", "within", "outside") else ""
    if word == "leading":
        return "" if any(one in TRADING or one in ("in", "for", "of") for one in subject) else "term"
    if after[number] in ("is", "are"):
        one_that = said[0] == "one" and said[1] != "of"
        defined = (
            said[0] in ("a", "an")
            and not {"given", "away", "must", "promise"} & set(said)
            and word in TERMS
            and frame.hit[0][0].isupper()
        )
        refused = said[0] in REFUSING and not RIVALLING & set(said)
        return "term" if one_that or defined or refused else ""
    noun = after[number] in PLURALS_TOO and said[0] not in DETERMINERS
    return "" if noun or any(one in FIGURATIVE for one in said[:3]) else "term"
