"""Inputs built to be slow. Each runs in a process of its own, so that a slow one can be stopped."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

from assistant.schema import Lang
from evals.bench.peers import ROOT

CHARS = 10_000_000
# Each hit is weighed in its context, so an endless line of hits is measured at a size of its own.
PRAISE_CHARS = 1_000_000
PATIENCE_S = 180.0


class Hostile(NamedTuple):
    """What is repeated, and who has to read it."""

    unit: str
    lang: Lang
    scanner: str = "find_quantities"
    chars: int = CHARS


INPUTS: dict[str, Hostile] = {
    "digits": Hostile("7", "en"),
    "万": Hostile("万", "zh-Hans"),
    "spaces": Hostile(" ", "en"),
    "1,1,1,": Hostile("1,", "en"),
    "Our best!!": Hostile("Our best!! ", "en", "find_praise", PRAISE_CHARS),
    "our best, without an end": Hostile("our best ", "en", "find_praise", PRAISE_CHARS),
    "全球领先，": Hostile("全球领先，", "zh-Hans", "find_praise", PRAISE_CHARS),
    "full stops, one hit": Hostile(".", "en", "find_praise"),
}


@dataclass(frozen=True, slots=True)
class Ordeal:
    """Seconds for one hostile input of `chars` characters; None, with the reason, where there is no answer."""

    name: str
    chars: int
    seconds: float | None
    why: str = ""


def measure_ordeals(chars: int | None = None, patience_s: float = PATIENCE_S) -> list[Ordeal]:
    """Every input at that size, or each at its own; each is stopped after `patience_s`."""
    return [_measure(name, chars or one.chars, patience_s) for name, one in INPUTS.items()]


def _measure(name: str, chars: int, patience_s: float) -> Ordeal:
    command = [sys.executable, "-m", "evals.bench.hostile", name, str(chars)]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=patience_s, check=True)
    except subprocess.TimeoutExpired:
        return Ordeal(name, chars, None, f"no answer within {patience_s:.0f} s")
    except subprocess.CalledProcessError as error:
        last = (error.stderr or "").strip().splitlines()[-1:] or [f"exit status {error.returncode}"]
        return Ordeal(name, chars, None, f"failed: {last[0][:100]}")
    return Ordeal(name, chars, float(json.loads(done.stdout)["seconds"]))


def main() -> None:
    """Scans one hostile input and prints the seconds it took."""
    from assistant.praise import find_praise
    from assistant.quantities import find_quantities

    name, chars = sys.argv[1], int(sys.argv[2])
    unit, lang, scanner, _ = INPUTS[name]
    # The tail makes sure that something is found: a text without a hit is not looked at twice.
    tail = "\nOur best." if scanner == "find_praise" else ""
    text = (unit * (chars // len(unit) + 1))[:chars] + tail
    find = find_praise if scanner == "find_praise" else find_quantities
    find("our best charge of 5,000 mAh", lang)
    started = perf_counter()
    find(text, lang)
    print(json.dumps({"seconds": perf_counter() - started}))


if __name__ == "__main__":
    main()
