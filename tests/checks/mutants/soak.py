"""Runs mutants through the gate and counts what was stopped."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from assistant.checks import check_texts
from tests.checks.mutants.mutate import KINDS, Draft, Mutant, find_mutant


def find_mutants(drafts: Sequence[Draft], count: int, seed: int) -> list[Mutant]:
    """`count` different false mutants, all kinds in turn; fewer where the drafts hold no more places."""
    rng = random.Random(seed)
    found: dict[tuple[str, str], Mutant] = {}
    kinds, misses = list(KINDS), Counter[str]()
    while len(found) < count and kinds:
        for kind in tuple(kinds):
            mutant = next((m for m in (find_mutant(rng.choice(drafts), kind, rng) for _ in range(20)) if m), None)
            if mutant is None or (mutant.field, mutant.text) in found:
                misses[kind] += 1
                if misses[kind] > 60:
                    kinds.remove(kind)
                continue
            found[mutant.field, mutant.text] = mutant
    return list(found.values())[:count]


def is_stopped(mutant: Mutant) -> bool:
    """Whether the gate objects with an error to a mutant."""
    draft = mutant.draft
    checked = check_texts(mutant.texts, draft.brief, draft.plan, draft.persona)
    return any(finding.level == "error" for finding in checked.diagnostics)


def passed(mutants: Sequence[Mutant]) -> tuple[dict[str, int], list[Mutant]]:
    """How many of each kind there were, and those that the gate let through."""
    return dict(Counter(m.kind for m in mutants)), [m for m in mutants if not is_stopped(m)]
