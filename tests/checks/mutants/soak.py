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
    # A draft that gave no mutant of a kind is not asked again for it.
    pools = {kind: rng.sample(list(drafts), len(drafts)) for kind in KINDS}
    misses = Counter[str]()
    while len(found) < count and pools:
        for kind in tuple(pools):
            mutant = _draw(pools[kind], kind, rng)
            if mutant is None:
                del pools[kind]
            elif (mutant.field, mutant.text) not in found:
                found[mutant.field, mutant.text] = mutant
            else:
                misses[kind] += 1
                if misses[kind] > 400:
                    del pools[kind]
    return list(found.values())[:count]


def _draw(pool: list[Draft], kind: str, rng: random.Random) -> Mutant | None:
    while pool:
        at = rng.randrange(len(pool))
        mutant = find_mutant(pool[at], kind, rng)
        if mutant is not None:
            return mutant
        pool[at] = pool[-1]
        pool.pop()
    return None


def is_stopped(mutant: Mutant) -> bool:
    """Whether the gate objects with an error to a mutant."""
    draft = mutant.draft
    checked = check_texts(mutant.texts, draft.brief, draft.plan, draft.persona)
    return any(finding.level == "error" for finding in checked.diagnostics)


def passed(mutants: Sequence[Mutant]) -> tuple[dict[str, int], list[Mutant]]:
    """How many of each kind there were, and those that the gate let through."""
    return dict(Counter(m.kind for m in mutants)), [m for m in mutants if not is_stopped(m)]
