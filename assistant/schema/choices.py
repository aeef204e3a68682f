"""What a person has chosen among comparisons: those that a text has to use, and those that it may never use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.schema.nouns import Comparison


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody said of the comparisons of one fact, which `fact` gives as it stands; empty means every fact.

    `pinned` is the key of the comparison that a text has to use (see `choice_key`), empty for none. `rejected` are the
    ids of references that are never used; for a comparison without any, its key.
    """

    fact: str
    pinned: str = ""
    rejected: tuple[str, ...] = ()


def choice_key(comparison: Comparison) -> str:
    """What a comparison is called in a choice: how it compares, and with what; the same when the figure has changed."""
    return f"{comparison.kind}:{'+'.join(reference.id for reference in comparison.references)}"


def references_in(key: str) -> tuple[str, ...]:
    """The ids of the references of a key, in order; empty for a comparison that has none.

    >>> references_in("count:bathtub+football-pitch")
    ('bathtub', 'football-pitch')
    """
    return tuple(one for one in key.partition(":")[2].split("+") if one)


def rejections_of(comparison: Comparison) -> tuple[str, ...]:
    """What has to be among the rejected for this comparison to be gone: its references, else its own key."""
    return tuple(reference.id for reference in comparison.references) or (choice_key(comparison),)


def rejected_for(choices: Iterable[Choice], fact: str) -> frozenset[str]:
    """What is never used beside a fact: its own rejections and those for the whole product."""
    return frozenset(one for choice in choices if choice.fact in ("", fact) for one in choice.rejected)


def pinned_for(choices: Iterable[Choice], fact: str) -> str:
    """The key of the comparison pinned to a fact; empty for none."""
    return next((choice.pinned for choice in choices if choice.fact == fact and choice.pinned), "")


def find_pinned(comparisons: Iterable[Comparison], key: str) -> Comparison | None:
    """The pinned one among these: of the same kind with the same references, else the best with the same references.

    None for an empty key and where there is none. A twofold that has become an equal is still the thing that was meant.
    """
    if not key:
        return None
    found = [one for one in comparisons if one.kind != "ladder"]
    same = next((one for one in found if choice_key(one) == key), None)
    meant = references_in(key)
    alike = (one for one in found if meant and tuple(reference.id for reference in one.references) == meant)
    return same or max(alike, key=lambda one: one.score, default=None)
