"""What the copywriter says of comparisons: this one, not this one here, never this thing. Each a step that undo takes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from assistant.plan import FactView
from assistant.schema import Comparison, Reference
from assistant.schema.choices import choice_key, rejections_of
from assistant.schema.work import Chosen
from assistant.ui.desk import change, desk

# What is rejected for the whole product is rejected for every fact of it.
EVERYWHERE = ""


def chosen_for(fact: str) -> Chosen:
    """What has been chosen for a fact, or for the whole product; an empty choice where nothing has."""
    return next((one for one in desk().work.chosen if one.fact == fact), Chosen(fact=fact))


def pin(fact: str, comparison: Comparison) -> None:
    """The draft has to use this one; what was pinned to the fact before is let go, and so is its rejection."""
    gone = set(rejections_of(comparison))
    for place in (fact, EVERYWHERE):
        before = chosen_for(place)
        if gone & set(before.rejected):
            _put(place, rejected=tuple(one for one in before.rejected if one not in gone))
    _put(fact, pinned=choice_key(comparison))


def pin_reference(fact: str, reference: Reference) -> None:
    """The draft has to use this reference, in whatever way it fits best."""
    _put(fact, pinned=f"equal:{reference.id}")


def unpin(fact: str) -> None:
    """The draft may use what fits best again."""
    _put(fact, pinned="")


def reject(place: str, fact: str, comparison: Comparison) -> None:
    """Never this reference: for a fact (`place` is the fact), or for the product (`place` is `EVERYWHERE`)."""
    before = chosen_for(place)
    _put(place, rejected=tuple(dict.fromkeys((*before.rejected, *rejections_of(comparison))))[:100])
    if chosen_for(fact).pinned == choice_key(comparison):
        _put(fact, pinned="")


def take_back(place: str, rejected: str) -> None:
    """What was rejected for a fact, or for the product, may be used again."""
    _put(place, rejected=tuple(one for one in chosen_for(place).rejected if one != rejected))


def orphans(views: Sequence[FactView]) -> tuple[Chosen, ...]:
    """Choices for facts that are not there, or not used, any more."""
    known = {view.fact.text for view in views}
    return tuple(one for one in desk().work.chosen if one.fact and one.fact not in known)


def forget(fact: str) -> None:
    """Everything that was chosen for a fact."""
    change(chosen=_kept(one for one in desk().work.chosen if one.fact != fact))


def _put(fact: str, **changes: Any) -> None:
    changed = chosen_for(fact).model_copy(update=changes)
    others = [one for one in desk().work.chosen if one.fact != fact]
    change(chosen=_kept([*others, changed]))


def _kept(chosen: Iterable[Chosen]) -> tuple[Chosen, ...]:
    return tuple(one for one in chosen if one.pinned or one.rejected)
