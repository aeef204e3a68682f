"""The bench's parts that can be wrong without being slow: pages, peers that are missing, what is imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.prompts import load_prompt
from assistant.quantities import find_quantities
from assistant.schema import LANGS, Lang
from assistant.schema.language import guess_lang
from evals.bench import app
from evals.bench.app import LIMITS, Crowd, Pasted, Served, holds
from evals.bench.hostile import INPUTS, measure_ordeals
from evals.bench.memory import measure_memory
from evals.bench.pace import Pace, measure_pace
from evals.bench.peers import Peer, ask_python_peer, ask_write_good
from evals.bench.prose import make_pages
from evals.bench.run import main
from evals.bench.startup import LIGHT_COMMANDS, Start, find_heavy
from evals.bench.steps import MOST_SHARE, load_work, measure_channels, measure_steps, naive_calls
from evals.bench.table import render_app, render_channels, render_memory, render_races, render_starts, render_steps
from evals.bench.throughput import Race


@pytest.mark.parametrize("lang", LANGS)
def test_pages_are_equal_for_equal_seeds_and_as_long_as_asked(lang: Lang) -> None:
    pages = make_pages(lang, 20_000)
    assert pages == make_pages(lang, 20_000)
    assert pages != make_pages(lang, 20_000, seed=1)
    assert sum(map(len, pages)) >= 20_000
    assert guess_lang(pages[0]) == lang
    assert find_quantities(pages[0], lang)


def test_a_pace_counts_what_was_read_and_stops_when_the_time_is_up() -> None:
    assert measure_pace(len, ["abc", "de"], 60.0)[0::2] == (5, 5)
    assert measure_pace(len, ["abc", "de"], 0.0)[0::2] == (3, 3)


def test_a_peer_that_is_not_installed_is_a_word_in_its_line(tmp_path: Path) -> None:
    for peer in (ask_python_peer("quantulum3", "en", ["a page"], tmp_path), ask_write_good(["a page"], tmp_path)):
        assert peer.pace is None
        assert "not installed" in peer.why


def test_a_peer_that_breaks_is_a_word_in_its_line(tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\necho 'ImportError: no such thing' >&2\nexit 1\n")
    python.chmod(0o755)
    assert ask_python_peer("quantulum3", "en", ["a page"], tmp_path).why == "failed: ImportError: no such thing"
    python.write_text("#!/bin/sh\necho not json\n")
    assert ask_python_peer("quantulum3", "en", ["a page"], tmp_path).why.startswith("failed: ")


def test_a_race_is_told_as_a_ratio_and_a_missing_peer_by_its_reason() -> None:
    peers = (Peer("slow", "en", Pace(100, 10.0, 5), "1.0"), Peer("gone", "en", None, why="not installed"))
    lines = list(render_races([Race("find_quantities", "en", Pace(1000, 1.0, 50), peers)]))
    assert "ours is 100 × as fast" in lines[2]
    assert "not installed" in lines[3]


def test_a_heavy_import_is_named_in_the_table() -> None:
    clean, heavy = Start("lint", 0.2), Start("lint", 0.2, ("pandas",))
    assert "import none of" in list(render_starts(0.1, [clean]))[-1]
    assert "IMPORTS pandas" in list(render_starts(0.1, [clean, heavy]))[-1]


@pytest.mark.parametrize(
    ("arguments", "text"), [(("--help",), ""), (("lint", "-"), "A plain line.\n"), (("compare", "6000 m/s"), "")]
)
def test_help_lint_and_compare_import_nothing_heavy(arguments: tuple[str, ...], text: str) -> None:
    assert arguments[0] in LIGHT_COMMANDS
    assert find_heavy(arguments, text) == ()


def test_a_command_that_imports_pydantic_is_found_out() -> None:
    assert "pydantic" in find_heavy(("schema", "brief"), "")


def test_every_hostile_input_gets_an_answer() -> None:
    ordeals = measure_ordeals(chars=20_000, patience_s=60.0)
    assert [ordeal.name for ordeal in ordeals] == list(INPUTS)
    assert all(ordeal.seconds is not None for ordeal in ordeals), ordeals


def test_an_unknown_part_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["everything"])
    assert caught.value.code == 2
    assert "expected startup, quantities, praise, engine, hostile, memory" in capsys.readouterr().err


def test_memory_is_measured_and_told_as_a_multiple() -> None:
    runs = measure_memory((1, 2))
    assert [run.megabytes for run in runs] == [1, 2]
    assert all(run.peak_mb > 5 for run in runs)
    assert "1.00 × that of 1 MB" in list(render_memory(runs))[1]


def test_the_chain_takes_no_more_than_its_share_of_a_naive_chains_tokens() -> None:
    spent = measure_steps()
    assert {one.name.split()[0] for one in spent} == set(LANGS)
    assert sum(one.ours for one in spent) <= MOST_SHARE * sum(one.naive for one in spent)
    assert all(one.calls == 2 < one.naive_calls for one in spent)
    assert list(render_steps(spent))[-2].split()[3].endswith("%")


def test_several_channels_in_one_call_take_less_than_a_call_for_each() -> None:
    found = measure_channels()
    assert len(found) == len(load_work())
    assert all((one.calls, one.apart_calls) == (2, 6) for one in found)
    assert all(one.together < one.apart for one in found)
    assert list(render_channels(found))[-1].split()[3].endswith("%")


def test_the_naive_chain_says_nothing_that_our_prompts_do_not_and_nothing_twice() -> None:
    for work in load_work():
        ours = load_prompt("write", work.brief.lang).text + load_prompt("critique", work.brief.lang).text
        said = [line for line in ours.split("\n") if line]
        for (system, user), _, _ in naive_calls(work):
            lines = [line for line in system["content"].split("\n") if line]
            assert len(lines) == len(set(lines))
            # A heading has lost its mark.
            assert all(line in said or f"## {line}" in said for line in lines)
            assert user["content"].count("<facts>") == 1


def served(key_s: float = 0.5, errors: int = 0) -> Served:
    pasted = (Pasted("10,000 rows, write", 1.0, 0.2),)
    return Served(2.0, 1.0, 1.2, 0.8, 0.9, 0.05, key_s, 0.8, 0.7, pasted, Crowd(20, 9.0, 400.0, errors))


def test_the_app_is_held_to_each_of_its_limits_and_what_is_over_is_told() -> None:
    assert holds(served())
    assert not holds(served(key_s=2.1))
    assert not holds(served(errors=1))
    fine, slow = list(render_app(served())), list(render_app(served(key_s=2.1)))
    assert not any("OVER" in line for line in fine)
    assert [line.split("  ")[1] for line in slow if "OVER" in line] == ["key → marks in the facts"]
    assert "0 with an error" in fine[-1]


@pytest.mark.browser
@pytest.mark.xdist_group("app")
def test_the_app_is_measured_in_a_real_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"COLD_SERVERS": 1, "KEYS": 1, "SESSIONS": 2, "ROWS": 20, "CHARS": 2_000}.items():
        monkeypatch.setattr(app, name, value)
    try:
        found = app.measure_app()
    except FileNotFoundError as error:
        pytest.skip(str(error))
    assert not found.crowd.errors
    assert found.crowd.peak_mb is None or found.crowd.peak_mb > 50
    assert {one.name.partition(", ")[2] for one in found.pasted} >= {"write"}
    assert all(measured(found) > 0 for name, (measured, _, _) in LIMITS.items() if not name.startswith("longest"))
