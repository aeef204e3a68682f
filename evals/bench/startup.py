"""What a command costs before it does anything, and that it imports nothing heavy on the way."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from evals.bench.peers import ROOT

RUNS = 5
PATIENCE_S = 60.0
# (what is shown, arguments, standard input)
COMMANDS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("--help", ("--help",), ""),
    ("lint", ("lint", "-"), "The battery holds 5,000 mAh.\n"),
    ("compare", ("compare", "6000 m/s"), ""),
    ("quantities", ("quantities", "-"), "The battery holds 5,000 mAh.\n"),
)
HEAVY = ("langchain", "langchain_core", "langchain_openai", "openai", "pandas", "pydantic", "streamlit", "tiktoken")
LIGHT_COMMANDS = ("--help", "lint", "compare")

_LIST_IMPORTS = """\
import sys
from assistant.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("imported:", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Start:
    """The median of `RUNS` runs of one command; `heavy` names what it imported of `HEAVY`, `fault` why it failed."""

    command: str
    seconds: float
    heavy: tuple[str, ...] = ()
    fault: str = ""


def _run(arguments: list[str], text: str) -> tuple[float, subprocess.CompletedProcess[str]]:
    started = perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments], input=text, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=PATIENCE_S,
        check=False,
    )  # fmt: skip
    return perf_counter() - started, done


def measure_python() -> float:
    """Seconds that the interpreter itself takes to start and stop."""
    return median(_run(["-c", "pass"], "")[0] for _ in range(RUNS))


def measure_starts() -> list[Start]:
    """Every command's start, in the order of `COMMANDS`."""
    return [_measure(*command) for command in COMMANDS]


def _measure(name: str, arguments: tuple[str, ...], text: str) -> Start:
    timed = [_run(["-m", "assistant.cli", *arguments], text) for _ in range(RUNS)]
    seconds = median(elapsed for elapsed, _ in timed)
    failed = next((done for _, done in timed if done.returncode != 0), None)
    if failed is not None:
        last = failed.stderr.strip().splitlines()[-1:] or [f"exit status {failed.returncode}"]
        return Start(name, seconds, fault=last[0][:100])
    return Start(name, seconds, find_heavy(arguments, text) if name in LIGHT_COMMANDS else ())


def find_heavy(arguments: tuple[str, ...], text: str) -> tuple[str, ...]:
    """What a command imports of `HEAVY`, by `sys.modules` at its end; empty as it should be."""
    _, done = _run(["-c", _LIST_IMPORTS, *arguments], text)
    lines = [line for line in done.stderr.splitlines() if line.startswith("imported:")]
    if not lines:
        return ("unknown: the command died",)
    imported = set(lines[-1].split()[1:])
    return tuple(name for name in HEAVY if name in imported)
