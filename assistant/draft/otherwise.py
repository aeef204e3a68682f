"""The built-in writer's other ways to fill a sentence's place: chosen for a wish, held to the gate, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from assistant.draft.pieces import Text
from assistant.draft.place import Judged, Place, is_ended
from assistant.draft.wishes import Wish
from assistant.schema import Comparison
from assistant.writer import BUILT_IN
from assistant.writer.otherwise import Otherwise, compare_otherwise, fill_otherwise, tell_otherwise
from assistant.writer.telling_once import bare_of

MOST = 3
# So many are held to the gate at most: a few milliseconds each, while somebody waits.
_TRIED = 40
_PLAIN = (Wish.NO_COMPARISON, Wish.PLAINER)
# Names and pronouns make no other way of saying a thing.
_SUBJECTS = ("it", "they", "these", "this", "its", "their")


@dataclass(frozen=True, slots=True)
class Way:
    """A way that might stand there; `lost` counts the facts that it leaves out of those told there now."""

    text: str
    comparisons: tuple[str, ...]
    chosen: bool
    lost: int = 0


def say_otherwise(place: Place, wish: Wish | None, besides: Iterable[str] = ()) -> tuple[tuple[str, Judged], ...]:
    """Up to three texts for the place with the gate's word on each, the best first; none equal to what stands there, to
    `besides` or to each other, none with an error of its own. Empty where there is no other true way.

    With a wish, only what fulfils it.
    """
    if place.is_copied:
        return ()
    told = [way for way in dict.fromkeys(_ways(place)) if _may_stand(way, place)]
    passes = _in_turn(told, place) if wish is None else (_wished(told, place, wish),)
    now = sum(one.level == "warning" for one in place.before.diagnostics)
    taken = {_gist(text, place) for text in (*place.beside, place.standing, *besides)}
    spare: list[tuple[str, Judged]] = []
    tried = 0
    for ordered in passes:
        clean: list[tuple[str, Judged]] = []
        for way in ordered:
            gist = _gist(way.text, place)
            if gist in taken or len(clean) == MOST or tried == _TRIED:
                continue
            tried += 1
            judged = place.judge(way.text)
            if judged.faults or (wish in _PLAIN and any(one.kind == "comparison" for one in judged.ledger)):
                continue
            taken.add(gist)
            (clean if judged.warnings <= now else spare).append((way.text, judged))
        if clean:
            return tuple(clean)
    # With a remark is better than not at all.
    return tuple(spare[:MOST])


def _ways(place: Place) -> Iterator[Way]:
    """Everything that the built-in writer knows to say there; repeats come."""
    brief, persona, plan, playbook = place.brief, place.persona, place.plan, place.playbook
    text, facts = place.pieces[place.field], place.facts
    alone = len(text.pieces) == 1
    if not facts and place.compared:
        told = dict.fromkeys(one.rpartition("-")[0] for one in place.compared)
        yield from (Way(*one) for one in compare_otherwise(tuple(told), brief, persona, plan))
    if facts and not text.is_whole and place.shape.role not in ("specs", "tags"):
        for kept in _subsets(facts):
            said = tell_otherwise(kept, place.role, place.is_named_before, brief, persona, plan, playbook)
            yield from (Way(*one, lost=len(facts) - len(kept)) for one in said)
    before = {name: said for name, said in place.texts.items() if _stands_before(name, place)}
    whole = list(fill_otherwise(place.field, brief, persona, plan, playbook, before, facts))
    whole += fill_otherwise(place.field, brief, persona, plan, playbook, before) if alone or text.is_listed else ()
    for one in dict.fromkeys(whole):
        # What is one piece, or stands alone, can be another text; a piece among others only what tells the same.
        yield from [Way(*one, lost=_count_lost(one.text, place))] if alone else _alike(one, place, text, facts)


def _count_lost(text: str, place: Place) -> int:
    return len(frozenset(place.facts) - place.subjects.told(text, ()))


def _subsets(facts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All of them, then fewer: what stands last is missed least."""
    for most in range(len(facts), 0, -1):
        yield tuple(facts[:most])


def _stands_before(name: str, place: Place) -> bool:
    fields = list(place.playbook.channel(place.brief.channel).fields)
    return name in fields and fields.index(name) < fields.index(place.field)


def _alike(one: Otherwise, place: Place, text: Text, facts: Sequence[str]) -> Iterator[Way]:
    """The pieces of another version of the text that tell what this one tells; of what tells nothing, those that stand
    where it stands: first, before the same fact, or last.
    """
    other = Text.of(text.name, text.shape, one.text, BUILT_IN, place.brief.lang)
    tells = [place.subjects.told(piece.text, ()) for piece in other.pieces]
    wanted = frozenset(facts)
    for number, piece in enumerate(other.pieces):
        if not text.is_listed and is_ended(piece.text) != is_ended(place.standing):
            continue  # a line of a list among the sentences of a post
        same = tells[number] == wanted if wanted else not tells[number] and _same_end(number, tells, place, text)
        if same or (text.shape.role == "headlines" and tells[number] and not _is_told(tells[number], text)):
            named = tuple(c.id for c in place.plan.comparisons if c.id in one.comparisons and _is_in(c, piece.text))
            yield Way(piece.text, named, one.chosen)


def _is_in(comparison: Comparison, text: str) -> bool:
    return comparison.text in text or comparison.forms.clause in text


def _is_told(tells: frozenset[str], text: Text) -> bool:
    return tells <= frozenset().union(*(piece.tells for piece in text.pieces))


def _same_end(number: int, tells: Sequence[frozenset[str]], place: Place, text: Text) -> bool:
    last = len(text.pieces) - 1
    if place.number == 0 and last > 0:
        # A moment of the day leads to its own fact.
        return number == 0 and len(tells) > 1 and bool(tells[1] & text.pieces[1].tells)
    return place.number == last and number == len(tells) - 1


def _may_stand(way: Way, place: Place) -> bool:
    """Whether nothing beside the place speaks against it: a fact compared twice, a comparison that the next sentence
    takes up, one that copy would not choose where none stood.
    """
    compared = {one.rpartition("-")[0] for one in way.comparisons}
    if compared and (place.is_leaned_on or compared & place.compared_beside):
        return False
    if set(way.comparisons) & place.compared_elsewhere - set(place.compared):
        return False
    return bool(way.text.strip()) and "\n" not in way.text


def _in_turn(ways: Sequence[Way], place: Place) -> Iterator[Iterator[Way]]:
    """Without a wish, ways of each kind in turn: other words, another comparison, none; of a text that is one piece,
    another fact's. Where none of these stands, comparisons that copy would not choose.
    """
    whole, compared = [way for way in ways if not way.lost], set(place.compared)
    words = [way for way in whole if set(way.comparisons) == compared]
    others = _one_each([way for way in whole if way.comparisons and not compared & set(way.comparisons)])
    groups = (
        _varied(words, place),
        [way for way in others if way.chosen or compared],
        [way for way in whole if not way.comparisons and compared],
        [way for way in ways if way.lost and place.pieces[place.field].is_whole and way.chosen],
    )
    yield (way for several in zip_longest(*groups) for way in several if way is not None)
    yield iter(others)


def _varied(ways: Sequence[Way], place: Place) -> list[Way]:
    """Those that are most unlike what stands there first; of equal ones in the order given."""
    now = _words(place.standing)
    return sorted(ways, key=lambda way: _likeness(_words(way.text), now))


def _words(text: str) -> frozenset[str]:
    words = "".join(char if char.isalnum() or char == "." else " " for char in text.lower()).split()
    # Chinese has no words between blanks: pairs of characters stand for them.
    pairs = {text[at : at + 2] for at in range(len(text) - 1) if text[at] > "\u3400"}
    return frozenset(words) | pairs


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return round(len(one & other) / max(len(one | other), 1), 2)


def _wished(ways: Sequence[Way], place: Place, wish: Wish) -> Iterator[Way]:
    """The ways that fulfil a wish, those that do it with the least loss first."""
    length, compared = len(place.standing), set(place.compared)
    ids = [one.id for one in place.plan.comparisons]
    fulfils: dict[Wish, Callable[[Way], bool]] = {
        # What is to be shorter gets no comparison that it did not have.
        Wish.SHORTER: lambda way: len(way.text) < length and (bool(compared) or not way.comparisons),
        Wish.LONGER: lambda way: len(way.text) > length,
        Wish.NO_COMPARISON: lambda way: not way.comparisons,
        Wish.OTHER_COMPARISON: lambda way: bool(way.comparisons) and not compared & set(way.comparisons),
        Wish.PLAINER: lambda way: not way.comparisons and len(way.text) <= max(length, _longest(place)),
    }
    order: dict[Wish, Callable[[Way], float]] = {
        Wish.SHORTER: lambda way: len(way.text),
        Wish.LONGER: lambda way: not way.comparisons,
        Wish.NO_COMPARISON: lambda way: 0,
        Wish.OTHER_COMPARISON: lambda way: ids.index(way.comparisons[0]),
        Wish.PLAINER: lambda way: len(way.text),
    }
    may_lose = wish is Wish.SHORTER or place.pieces[place.field].is_whole
    kept = [way for way in ways if fulfils[wish](way) and (may_lose or not way.lost)]
    ordered = sorted(kept, key=lambda way: (way.lost, not way.chosen, order[wish](way)))
    return iter(_one_each(ordered) if wish in (Wish.OTHER_COMPARISON, Wish.LONGER) else ordered)


def _one_each(ways: Sequence[Way]) -> list[Way]:
    """The first way with each comparison, then the others."""
    first: dict[tuple[str, ...], Way] = {}
    for way in ways:
        first.setdefault(way.comparisons, way)
    return [*first.values(), *(way for way in ways if first[way.comparisons] is not way)]


def _longest(place: Place) -> int:
    """How long the facts are as they were given."""
    return sum(len(fact.text) for fact in place.plan.facts if fact.id in place.facts)


def _gist(text: str, place: Place) -> str:
    """What a text says without the name and the pronoun that it begins with, in whatever order: another of these is the
    same again.
    """
    bare = text
    for name in (place.brief.product, place.brief.category):
        bare = bare.replace(name, "") if name else bare
    words = [word for word in bare.lower().split() if word.strip(",.") not in _SUBJECTS]
    return "".join(sorted(bare_of("".join(words)) or bare_of(text)))
