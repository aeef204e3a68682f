"""Several processes at one document, and processes that are killed in the middle of a save."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from assistant.store import Outdated, StorePlace, open_store
from assistant.store.history import KEPT
from assistant.store.opening import Store
from tests.store.conftest import env_of, killed_after, python

_SAVE_AND_SAY = """
import sys
from assistant.store import open_store
documents = open_store(workspace="killed").documents
seen = int(sys.argv[1])
while True:
    seen = documents.save("draft", "a", {"after": seen, "text": "x" * 20_000}, expected=seen).version
    print(seen, flush=True)
"""

# Each adds its own name to what it has seen; whoever was slower starts from what the faster one has left.
_ADD_TO_A_LIST = """
import json, sys
import alembic.command
from assistant.store import Outdated, open_store
from assistant.store.opening import Store
name, turns = sys.argv[1], int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
won, outdated = [], 0
with open_store() as store:
    documents = store.documents
    there = documents.load("draft", "a")
    while len(won) < turns:
        seen, names = (there.version, there.body["names"]) if there else (0, [])
        try:
            saved = documents.save("draft", "a", {"names": [*names, name]}, expected=seen, by=name)
        except Outdated as error:
            outdated += 1
            there = error.current
            continue
        assert saved.version == seen + 1
        won.append(saved.version)
        there = documents.load("draft", "a")
print(json.dumps({"won": won, "outdated": outdated}), flush=True)
"""


def _start_together(processes: list[subprocess.Popen[str]]) -> None:
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n", process.communicate()
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
def test_every_version_that_was_acknowledged_survives_a_kill(place: StorePlace) -> None:
    """Killed while it saves, three times over; each next process goes on from what the store holds."""
    newest = 0
    for said in (1, 7, 25):
        process = python(_SAVE_AND_SAY, newest, **env_of(place))
        acknowledged = killed_after(process, said)
        assert acknowledged == list(range(newest + 1, newest + 1 + len(acknowledged)))
        # A fast machine saves more before it is killed than are kept.
        recent = acknowledged[1 - KEPT :]
        with open_store(place, workspace="killed") as store:
            there = store.documents.load("draft", "a")
            found = [store.documents.load_version("draft", "a", version) for version in recent]
        assert [one and one.body["after"] for one in found] == [version - 1 for version in recent]
        # The last may have been saved and not yet acknowledged.
        assert there
        assert there.version in (acknowledged[-1], acknowledged[-1] + 1)
        newest = there.version


def test_of_processes_that_save_one_document_exactly_one_wins_each_version(place: StorePlace) -> None:
    names, turns = "abc", 30
    processes = [python(_ADD_TO_A_LIST, name, turns, **env_of(place)) for name in names]
    _start_together(processes)
    ends = [process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0] * len(names), ends
    said = [json.loads(out) for out, _ in ends]
    versions = sorted(version for one in said for version in one["won"])
    assert versions == list(range(1, len(names) * turns + 1))
    with open_store(place) as store:
        newest = store.documents.load("draft", "a")
        history = store.documents.history("draft", "a")
    # Nobody's addition was overwritten, and each version is its winner's.
    winners = {version: name for name, one in zip(names, said, strict=True) for version in one["won"]}
    assert newest
    assert newest.body["names"] == [winners[version] for version in versions]
    assert {version.version: version.by for version in history} == winners


def test_threads_that_save_at_the_same_moment_are_told_but_for_one(store: Store) -> None:
    threads, rounds = 4, 10
    together = Barrier(threads, timeout=60)

    def save(number: int) -> list[bool]:
        won = []
        for seen in range(rounds):
            together.wait()
            try:
                won.append(store.documents.save("draft", "a", {"n": number}, expected=seen).version == seen + 1)
            except Outdated:
                won.append(False)
            together.wait()
        return won

    with ThreadPoolExecutor(threads) as pool:
        results = list(pool.map(save, range(threads)))
    assert all(sum(turn) == 1 for turn in zip(*results, strict=True))


def test_threads_that_save_the_same_at_the_same_moment_all_have_it(store: Store) -> None:
    """A version is made once; for the others it is there already."""
    threads = 4
    together = Barrier(threads, timeout=60)

    def save(_: int) -> list[int]:
        made = []
        for turn in range(10):
            together.wait()
            made.append(store.documents.save("draft", "a", {"n": turn}, expected=turn).version)
        return made

    with ThreadPoolExecutor(threads) as pool:
        assert list(pool.map(save, range(threads))) == [list(range(1, 11))] * threads
