"""What `yardstick quantities` holds in memory while it reads a small and a large file."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from evals.bench.peers import ROOT
from evals.bench.prose import make_pages

MEGABYTE = 1_000_000
SIZES_MB = (1, 100)


@dataclass(frozen=True, slots=True)
class Held:
    """One run: the file's size, the peak of resident memory, seconds."""

    megabytes: int
    peak_mb: float
    seconds: float


def measure_memory(sizes_mb: tuple[int, ...] = SIZES_MB) -> list[Held]:
    """One run for each size, in that order; each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return [_measure(Path(folder) / f"{size}.txt", size) for size in sizes_mb]


def _measure(path: Path, megabytes: int) -> Held:
    megabyte = "\n".join(make_pages("en", MEGABYTE))[: MEGABYTE - 1] + "\n"
    with path.open("w", encoding="utf-8") as file:
        for _ in range(megabytes):
            file.write(megabyte)
    started = perf_counter()
    command = [sys.executable, "-m", "assistant.cli", "quantities", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    path.unlink()
    if process.returncode:
        raise RuntimeError(f"yardstick quantities ended with status {process.returncode}")
    # Linux counts kilobytes, macOS bytes.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Held(megabytes, peak / MEGABYTE, perf_counter() - started)
