"""Runs the samples through a writer and scores what comes out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from assistant.chain.settings import load_settings
from assistant.draft import write
from assistant.errors import Exit, InputError, YardstickError
from assistant.writer import BUILT_IN
from evals.outcome import Outcome, Solver, solve
from evals.report import Scored, render_table, run_document
from evals.sample import SAMPLES, Sample, load_samples
from evals.scorers import SCORERS


def score(outcome: Outcome) -> Scored:
    """A draft with the answer of every scorer."""
    return Scored(outcome, tuple(scorer.score(outcome) for scorer in SCORERS))


def run(samples: Sequence[Sample], solver: Solver = write, writer: str = BUILT_IN) -> tuple[Scored, ...]:
    """Every sample's draft and scores, in the samples' order."""
    return tuple(score(solve(sample, solver, writer)) for sample in samples)


def _solver(model: str) -> Solver:
    if model == BUILT_IN:
        return write
    settings = load_settings(model=model)
    if settings is None:
        raise InputError(
            f"--model {model}: no model can be asked. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own."
        )
    return partial(write, settings=settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description="Drafts every sample and scores the draft: numbers traced, no praise, what the sample expects.",
        epilog="examples:\n  python -m evals\n  python -m evals --samples 'evals/samples/zh-*.jsonl' --json run.json\n"
        "  python -m evals --model gpt-5-mini\n\n"
        "exit status: 0 fine · 1 a scorer of level error fails · 2 usage or bad samples · 3 interrupted",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--samples", default=SAMPLES, metavar="GLOB", help="files (default: evals/samples/*.jsonl)")
    parser.add_argument("--json", metavar="FILE", help="write drafts and scores to a file, - for standard output")
    parser.add_argument("--model", default=BUILT_IN, metavar="NAME", help=f"the writer to ask (default: {BUILT_IN})")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Runs, prints, and returns the exit status; a mistake in options or samples is one line on stderr."""
    args = _parser().parse_args(argv)
    try:
        started = perf_counter()
        rows = run(load_samples(args.samples), _solver(args.model), args.model)
        elapsed_s = perf_counter() - started
        if args.json:
            _save(args.json, json.dumps(run_document(rows, elapsed_s), ensure_ascii=False, indent=2) + "\n")
    except YardstickError as error:
        print(f"evals: {error}", file=sys.stderr)
        return int(error.status)
    except KeyboardInterrupt:
        print("evals: interrupted.", file=sys.stderr)
        return int(Exit.INTERRUPTED)
    # Standard output belongs to the document where one was asked for.
    print(f"{render_table(rows)} {elapsed_s:.1f} s.", file=sys.stderr if args.json == "-" else sys.stdout)
    return int(Exit.FINDINGS if any(row.failed for row in rows) else Exit.FINE)


def _save(name: str, document: str) -> None:
    if name == "-":
        sys.stdout.write(document)
        return
    try:
        Path(name).write_text(document, encoding="utf-8")
    except OSError as error:
        raise InputError(f"--json {name}: cannot be written ({error.strerror}). Check the folder.") from None
