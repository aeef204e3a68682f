"""Several processes at one store, and processes that are killed."""

from __future__ import annotations

import sys

import pytest

from assistant.store import StorePlace, open_store
from tests.store.conftest import REPLY, env_of, key, killed_after, python

_SAVE_AND_SAY = """
import sys
from assistant.store import open_store
from tests.store.conftest import REPLY, key
store = open_store()
number = 0
while True:
    store.replies.save(key(str(number)), REPLY)
    print(number, flush=True)
    number += 1
"""

_SAVE_THE_SAME = """
import sys
from dataclasses import replace
import assistant.store.opening, alembic.command
from assistant.store import open_store
from tests.store.conftest import REPLY, key
print("ready", flush=True)
sys.stdin.readline()
with open_store() as store:
    for turn in range(50):
        store.replies.save(key(), replace(REPLY, content=f"{sys.argv[1]}-{turn}"))
        assert store.replies.find(key()) is not None
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
@pytest.mark.parametrize("said", [1, 25])
def test_a_reply_that_was_saved_survives_a_kill(place: StorePlace, said: int) -> None:
    process = python(_SAVE_AND_SAY, **env_of(place))
    saved = killed_after(process, said)
    assert saved == list(range(len(saved)))
    with open_store(place) as store:
        assert [number for number in saved if store.replies.find(key(str(number))) != REPLY] == []


def test_processes_that_make_a_store_and_save_the_same_key_at_once_all_survive(place: StorePlace) -> None:
    processes = [python(_SAVE_THE_SAME, name, **env_of(place)) for name in "abcd"]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    ends = [process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0] * 4, ends
    with open_store(place) as store:
        found = store.replies.find(key())
        assert (store.replies.size(), found and found.content.endswith("-49")) == (1, True)
