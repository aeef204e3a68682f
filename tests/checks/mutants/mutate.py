"""Changes a true draft in one place, kind by kind; each knows what it changed, so truth is arithmetic on that place alone."""

from __future__ import annotations

import random
from collections.abc import Mapping

from tests.checks.mutants.changed_bonds import attribute, comparison, quote, reference, yardstick
from tests.checks.mutants.changed_limits import hedge, reach, span
from tests.checks.mutants.changed_numbers import digit, myriad, ratio, unit, year
from tests.checks.mutants.oracle import Draft, Kind, Mutant

KINDS: Mapping[str, Kind] = {
    "digit": digit, "unit": unit, "myriad": myriad, "ratio": ratio, "hedge": hedge, "up to": reach, "range": span,
    "year": year, "reference": reference, "attribute": attribute, "quote": quote, "comparison": comparison, "yardstick": yardstick,
}  # fmt: skip


def find_mutant(draft: Draft, kind: str, rng: random.Random) -> Mutant | None:
    """One false mutant of a draft; None where this kind finds no place in it, or the change left it true."""
    fields = sorted(draft.texts)
    rng.shuffle(fields)
    for field in fields:
        text = draft.texts[field]
        found = KINDS[kind](draft, text, rng)
        if found is not None and found[0] != text:
            return Mutant(draft, kind, field, *found)
    return None


__all__ = ["KINDS", "Draft", "Mutant", "find_mutant"]
