"""Facts that somebody else has read on the same page, beside those of the rules: what is new, and what contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.plan.pages.conflicts import Doubted, agree, find_conflicts
from assistant.plan.pages.repeats import content_words
from assistant.plan.pages.wording import Line
from assistant.playbook import OTHER, Playbook, load_playbook
from assistant.quantities import find_facts
from assistant.schema import Lang, Market, Quantity
from assistant.schema.brief import BRIEF_FACTS

# A line says something of its own where this many of its words (pairs of characters in Chinese) stand in no other.
_OWN_WORDS, _OWN_PAIRS = 4, 8
# Without figures: it says again what others say where this share of its words stands there.
_AGAIN = 0.8
# A page gives many lengths: of two without a name nobody can say that they are the same.
_NAMED = "size"


@dataclass(frozen=True, slots=True)
class Merged:
    """`facts` of the rules, then the `new` ones; `against` are those that contradict the page, with `doubted` asking."""

    facts: tuple[str, ...]
    new: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    doubted: tuple[Doubted, ...] = ()


def merge_facts(
    facts: Sequence[str],
    more: Iterable[str],
    doubted: Sequence[Doubted],
    lang: Lang,
    market: Market | None = None,
    playbook: Playbook | None = None,
) -> Merged:
    """The rules' `facts` and those of `more` that say something else, at most as many as a brief takes.

    A fact with a figure of the same property, or with the words, of another is not said twice. One with a figure that
    the rules doubt (`doubted`) is left out; two that contradict each other both are, and are asked about.

    >>> merge_facts(["Capacity: 1.7 L"], ["holds 1.7 L", "Cord: 75 cm"], (), "en").new
    ('Cord: 75 cm',)
    """
    book = playbook or load_playbook()
    told = [_line(fact, lang, market) for fact in facts]
    known = list(told)
    disputed = [_line(line, lang, market) for one in doubted for line in one.lines]
    new: list[Line] = []
    against: list[str] = []
    for fact in more:
        line = _line(fact, lang, market)
        if any(_same(q, line, p, other, lang, book) for q, p, other in _pairs(line, disputed)):
            against.append(fact)
        elif not _is_said(line, known, lang, book):
            new.append(line)
            known.append(line)
    _, asked = find_conflicts(known, (), lang)
    # What the rules have let stand among their own is settled.
    asked = tuple(one for one in asked if any(line.text in one.lines for line in new))
    bad = {text for one in asked for text in one.lines}
    kept = [line for line in known if line.text not in bad]
    own = tuple(line.text for line in kept if line in told)[:BRIEF_FACTS]
    added = tuple(line.text for line in kept if line in new)[: BRIEF_FACTS - len(own)]
    return Merged((*own, *added), added, tuple(against), asked)


def _line(fact: str, lang: Lang, market: Market | None) -> Line:
    pieces = find_facts(fact, lang, market)
    quantities = tuple(quantity for piece in pieces for quantity in piece.quantities)
    return Line(fact, (pieces[0].attribute or "") if pieces else "", quantities)


def _is_said(line: Line, known: Sequence[Line], lang: Lang, playbook: Playbook) -> bool:
    """Whether other lines say what a line says."""
    bare = _bare(line.text)
    if any(bare in _bare(other.text) for other in known):
        return True
    words = content_words(line.text, lang)
    others = frozenset(word for other in known for word in content_words(other.text, lang))
    own = [word for word in words - others if not any(char.isdigit() for char in word)]
    if not line.quantities:
        return any(len(words & content_words(other.text, lang)) >= _AGAIN * len(words) for other in known)
    if len(own) >= (_OWN_WORDS if lang == "en" else _OWN_PAIRS):
        return False
    return all(
        any(_same(quantity, line, p, other, lang, playbook) for _, p, other in _pairs(line, known, quantity))
        for quantity in line.quantities
    )


def _pairs(
    line: Line, others: Iterable[Line], quantity: Quantity | None = None
) -> Iterator[tuple[Quantity, Quantity, Line]]:
    """Each figure of a line (or the one given) with each of other lines."""
    for other in others:
        for theirs in other.quantities:
            for ours in (quantity,) if quantity else line.quantities:
                yield ours, theirs, other


def _same(ours: Quantity, line: Line, theirs: Quantity, other: Line, lang: Lang, playbook: Playbook) -> bool:
    """Whether two figures are one figure of one property."""
    if not agree(ours, theirs):
        return False
    names = ours.attribute or line.label, theirs.attribute or other.label
    if all(names):
        return bool(_name_words(names[0], lang) & _name_words(names[1], lang))
    topics = {
        playbook.topic_of(one.text, (quantity.dimension,), lang) for one, quantity in ((line, ours), (other, theirs))
    }
    return len(topics) == 1 and not topics & {OTHER, _NAMED}


def _name_words(name: str, lang: Lang) -> frozenset[str]:
    """The words of a property's name; in Chinese its characters: 净重 is a 重量."""
    return content_words(name, lang) if lang == "en" else frozenset(char for char in name if char.isalnum())


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
