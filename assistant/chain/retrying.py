"""When a failed call is repeated: after the pause that the server asks for, else after one that grows and varies."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from assistant.chain.failures import Failure

_FIRST_PAUSE_S = 1.0


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance. `tick` counts seconds from anywhere, `sleep` waits so many, `chance` is in [0, 1)."""

    tick: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random


CLOCK = Clock()


def pause_s(failure: Failure, tries: int, longest_s: float, chance: float) -> float | None:
    """Seconds to wait after so many tries (from 1 on); None where repeating is no use, or the server asks for longer.

    Between half of 1, 2, 4, 8 … s and the whole, so that callers that failed together do not come back together.

    >>> [pause_s(Failure("", passing=True), tries, 10, 0.5) for tries in (1, 2, 3, 9)]
    [0.75, 1.5, 3.0, 7.5]
    >>> pause_s(Failure("", passing=True, asked_s=11), 1, 10, 0.5) is None
    True
    """
    if not failure.passing:
        return None
    if failure.asked_s is not None:
        return failure.asked_s if failure.asked_s <= longest_s else None
    return min(longest_s, _FIRST_PAUSE_S * 2.0 ** min(tries - 1, 30)) * (0.5 + chance / 2)
