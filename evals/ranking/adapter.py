"""Maps a rated description onto the parts of the product's own score, by the product's own functions.

`score(task, candidate)` takes the rows of the file as they are, so that other programs can ask for a score.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from assistant.comparisons.rounding import Shown
from assistant.comparisons.score import (
    familiarity_part,
    felt_shape,
    references_shape,
    size_shape,
    total,
    weighted,
    whole_part,
    wording_shape,
)
from assistant.errors import InputError
from evals.ranking.tasks import Description, Rating, description_of, key_of, load_ratings

_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_SLASH = re.compile(r"\b(\d{1,3}) ?/ ?(\d{1,3})(?!\d)")
_SHARE = re.compile(rf"\b(?:({'|'.join(_NUMBERS)}|a|1)[ -])?({'|'.join(_PARTS)})s?\b")
_TIMES = re.compile(rf"\b(\d{{1,7}}|{'|'.join(_NUMBERS)}) (?:times|x)\b")


def multiplier(text: str) -> Fraction:
    """The multiple or share that a description says; 1 where it says none.

    >>> [str(multiplier(t)) for t in ("6 times a mile", "two thirds of a mile", "1/4 of it", "twice a mile", "a mile")]
    ['6', '2/3', '1/4', '2', '1']
    """
    text = text.lower()
    slash = _SLASH.search(text)
    if slash and int(slash[2]):
        return Fraction(int(slash[1]), int(slash[2]))
    share = _SHARE.search(text)
    if share:
        return Fraction(_NUMBERS.get(share[1] or "", 1), _PARTS[share[2]])
    for word, value in (("half", Fraction(1, 2)), ("twice", Fraction(2)), ("double", Fraction(2))):
        if word in text:
            return value
    if "thrice" in text or "triple" in text:
        return Fraction(3)
    times = _TIMES.search(text)
    return Fraction(_NUMBERS.get(times[1]) or int(times[1])) if times else Fraction(1)


def rating_of(fact: str, ratings: Mapping[str, Rating]) -> Rating:
    """How a fact is rated; `InputError` names a fact that is not."""
    try:
        return ratings[key_of(fact)]
    except KeyError:
        raise InputError(f"no rating for the fact {fact!r}: add {key_of(fact)} to the ratings.") from None


def shapes_of(description: Description, ratings: Mapping[str, Rating]) -> dict[str, float]:
    """The product's parts of a description before they are weighted.

    Their texts carry no hedge and their facts no spread, statistic or property; those parts are left out.
    """
    rated = [rating_of(fact, ratings) for fact in description.facts]
    said = multiplier(description.text)
    return {
        "familiarity": familiarity_part(rating.level for rating in rated),
        "references": references_shape(sum(rating.kind != "clock" for rating in rated)),
        "size": size_shape(said or Fraction(1, 1000)),
        "number": whole_part(Shown(said, "about", 0.0)),
        "wording": wording_shape(description.text.rstrip(". "), "en"),
        "felt": felt_shape(all(rating.kind != "statistic" for rating in rated)),
    }


def score_of(description: Description, ratings: Mapping[str, Rating]) -> float:
    """The score that the product gives it, with the weights that it ships."""
    return total({name: weighted(name, shape) for name, shape in shapes_of(description, ratings).items()})


@cache
def _ratings() -> dict[str, Rating]:
    return load_ratings()


def score(task: Mapping[str, Any], candidate: Mapping[str, Any]) -> float:
    """The product's score of one candidate, out of the file's own rows."""
    return score_of(description_of(candidate), _ratings())
