"""Inputs built to be slow. Each runs in a process of its own, so that a slow one can be stopped."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from time import perf_counter

from assistant.schema import Lang
from evals.bench.peers import ROOT

CHARS = 10_000_000
PATIENCE_S = 180.0
# name: (what is repeated, language)
INPUTS: dict[str, tuple[str, Lang]] = {
    "digits": ("7", "en"),
    "万": ("万", "zh-Hans"),
    "spaces": (" ", "en"),
    "1,1,1,": ("1,", "en"),
}


@dataclass(frozen=True, slots=True)
class Ordeal:
    """Seconds for one hostile input of `chars` characters; None, with the reason, where there is no answer."""

    name: str
    chars: int
    seconds: float | None
    why: str = ""


def measure_ordeals(chars: int = CHARS, patience_s: float = PATIENCE_S) -> list[Ordeal]:
    """Every input at that size; each is stopped after `patience_s`."""
    return [_measure(name, chars, patience_s) for name in INPUTS]


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
    from assistant.quantities import find_quantities

    name, chars = sys.argv[1], int(sys.argv[2])
    unit, lang = INPUTS[name]
    text = (unit * (chars // len(unit) + 1))[:chars]
    find_quantities("a charge of 5,000 mAh", lang)
    started = perf_counter()
    find_quantities(text, lang)
    print(json.dumps({"seconds": perf_counter() - started}))


if __name__ == "__main__":
    main()
