"""The bench for people: one line a measurement, ratios first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from unicodedata import east_asian_width

from evals.bench.app import COLD_SERVERS, LIMITS, Served
from evals.bench.engine import Engine
from evals.bench.hostile import INPUTS, Ordeal
from evals.bench.memory import Held
from evals.bench.startup import HEAVY, RUNS, Start
from evals.bench.steps import MODEL, Spent, Together
from evals.bench.throughput import Race


def _pad(text: str, width: int) -> str:
    """Padded to columns of a terminal, where a Chinese character takes two."""
    return text + " " * max(0, width - len(text) - sum(east_asian_width(char) in "WF" for char in text))


def _line(name: str, measured: str, remark: str = "") -> str:
    return f"  {_pad(name, 30)}{measured:>16}   {remark}".rstrip()


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.2f} ms"


def _rate(chars_per_s: float) -> str:
    return f"{chars_per_s:,.0f} chars/s"


def render_starts(python_s: float, starts: Sequence[Start]) -> Iterator[str]:
    """Cold starts as multiples of the interpreter's own; what is imported that should not be."""
    yield f"Cold start (median of {RUNS})"
    yield _line("python -c pass", _milliseconds(python_s), "1.0 ×")
    for start in starts:
        remark = f"{start.seconds / python_s:.1f} ×"
        if start.fault:
            remark = f"FAILED: {start.fault}"
        elif start.heavy:
            remark += f"   IMPORTS {', '.join(start.heavy)}"
        yield _line(f"yardstick {start.command}", _milliseconds(start.seconds), remark)
    if not any(start.fault or start.heavy for start in starts):
        yield f"  --help, lint and compare import none of {', '.join(HEAVY)}."


def render_races(races: Sequence[Race]) -> Iterator[str]:
    """Each scanner with its peers below it: theirs as a share of ours."""
    yield f"{races[0].scanner} over {races[0].texts}, page by page, beside other tools"
    if len(races) > 1:
        chars, seconds = sum(race.ours.chars for race in races), sum(race.ours.seconds for race in races)
        yield _line("all languages", _rate(chars / seconds), f"{chars:,} characters")
    for race in races:
        found = f"{race.ours.found_per_1000:.1f} found in 1,000; {race.ours.chars:,} characters"
        yield _line(race.lang, _rate(race.ours.chars_per_s), found)
        for peer in race.peers:
            if peer.pace is None:
                yield _line(f"  {peer.name}", "–", peer.why)
                continue
            ratio = race.ours.chars_per_s / peer.pace.chars_per_s
            found = f"{peer.pace.found_per_1000:.1f} found in 1,000; {peer.pace.chars:,} characters"
            name = f"  {peer.name} {peer.version}"
            yield _line(name, _rate(peer.pace.chars_per_s), f"ours is {ratio:,.3g} × as fast; {found}")


def render_engine(engine: Engine) -> Iterator[str]:
    """Ranking and drafting."""
    yield "Engine (everything loaded)"
    yield _line("load the book", _milliseconds(engine.load_s), f"{engine.references} references")
    yield _line("rank one quantity", _milliseconds(engine.rank_s), "against the whole book")
    for size, seconds in engine.shelves_s:
        yield _line("rank one quantity", _milliseconds(seconds), f"against {size:,} references of its dimension")
    yield _line("write one draft", _milliseconds(engine.draft_s), f"median of {engine.drafts} samples")
    yield _line("write the slowest draft", _milliseconds(engine.slowest_draft_s))


def render_ordeals(ordeals: Sequence[Ordeal], normal_chars_per_s: Mapping[str, float]) -> Iterator[str]:
    """Hostile inputs as multiples of the time that English product pages of the same length take; by scanner."""
    for scanner, normal in normal_chars_per_s.items():
        yield f"Hostile inputs, {scanner} (English product pages: {_rate(normal)})"
        for ordeal in ordeals:
            if INPUTS[ordeal.name].scanner != scanner:
                continue
            name = f"{ordeal.chars / 1e6:g} million of {ordeal.name}"
            if ordeal.seconds is None:
                yield _line(name, "–", ordeal.why)
                continue
            ratio = ordeal.seconds * normal / ordeal.chars
            yield _line(name, f"{ordeal.seconds:,.2f} s", f"{ratio:.2f} × the time of product pages")


def render_memory(runs: Sequence[Held]) -> Iterator[str]:
    """Peak memory by file size, as a multiple of the smallest file's."""
    yield "Memory of yardstick quantities FILE (peak, resident)"
    for run in runs:
        remark = f"{run.peak_mb / runs[0].peak_mb:.2f} × that of {runs[0].megabytes} MB; {run.seconds:,.1f} s"
        yield _line(f"{run.megabytes} MB", f"{run.peak_mb:,.0f} MB", remark)


def render_steps(spent: Sequence[Spent]) -> Iterator[str]:
    """Tokens of the chain's two calls as a share of the naive chain's, by brief and over all; and what a cache can keep."""
    yield f"Tokens of a draft with its critique, in and out ({MODEL}), beside a call for each step"
    for one in spent:
        calls = f"{one.calls} calls for {one.naive_calls}"
        yield _line(one.name, f"{one.ours / one.naive:.0%}", f"{one.ours:,} of {one.naive:,}; {calls}")
    ours, naive = sum(one.ours for one in spent), sum(one.naive for one in spent)
    yield _line(f"all {len(spent)} briefs", f"{ours / naive:.0%}", f"{ours:,} of {naive:,}")
    fixed, first = sum(one.fixed for one in spent), sum(one.first for one in spent)
    yield _line("the same in every request", f"{fixed / first:.0%}", "of the first request, at its beginning")


def render_channels(found: Sequence[Together]) -> Iterator[str]:
    """Tokens of several channels in one call as a share of those of a call for each, by brief and over all."""
    yield f"Tokens of a draft of several channels with its critique, in and out ({MODEL}), beside a draft of each"
    for one in found:
        calls = f"{one.calls} calls for {one.apart_calls}"
        yield _line(one.name, f"{one.together / one.apart:.0%}", f"{one.together:,} of {one.apart:,}; {calls}")
    together, apart = sum(one.together for one in found), sum(one.apart for one in found)
    yield _line(f"all {len(found)} briefs", f"{together / apart:.0%}", f"{together:,} of {apart:,}")


def render_app(served: Served) -> Iterator[str]:
    """What people wait for in the browser, each beside what it may take."""
    yield f"The browser app (median of {COLD_SERVERS} cold servers; keys include the pause of the field)"
    for name, (measured, most, remark) in LIMITS.items():
        found = measured(served)
        shown = f"{found:,.0f} MB" if name.startswith("memory") else _milliseconds(found)
        limit = f"{most:,.0f} MB" if name.startswith("memory") else _milliseconds(most)
        yield _line(name, shown, f"{'of' if found <= most else 'OVER'} {limit}; {remark}")
    for one in served.pasted:
        yield _line(f"paste {one.name}", _milliseconds(one.settled_s), f"longest block {_milliseconds(one.longest_s)}")
    crowd = served.crowd
    yield _line(f"{crowd.sessions} sessions write at once", f"{crowd.seconds:,.1f} s", f"{crowd.errors} with an error")
