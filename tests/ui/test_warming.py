"""What is read ahead: enough that nobody waits for it, nothing that was not asked for, and nothing is written."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from assistant.store import find_place
from assistant.ui import warming
from tests.conftest import ROOT

_LOOK = """
import sys
from assistant.ui import warming
def refuse(event, args):
    if event == "socket.connect":
        raise RuntimeError("asked the network")
sys.addaudithook(refuse)
warming.warm()
read = {name for name in sys.modules}
print(*sorted(read & set(sys.argv[1].split(","))))
"""


def imported(names: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _LOOK, names], capture_output=True, encoding="utf-8", cwd=ROOT, timeout=120, check=True
    )
    return set(done.stdout.split())


def test_what_the_first_facts_need_is_there_and_no_model_is() -> None:
    wanted = {"assistant.draft", "assistant.store.opening", "assistant.ui.pages.write", "alembic", "numpy"}
    heavy = {"langchain", "langchain_core", "langchain_openai", "openai", "langsmith", "pandas", "pyarrow"}
    assert imported(",".join(wanted | heavy)) == wanted


def test_nothing_is_written() -> None:
    place = find_place()
    assert place.path is not None
    warming.warm()
    assert not place.path.parent.exists()


def test_a_part_that_fails_keeps_none_of_the_others_from_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def fails() -> None:
        raise OSError("no such file")

    monkeypatch.setattr(warming, "FOR_FIRST_PAGE", (fails, lambda: done.append("read")))
    monkeypatch.setattr(warming, "FOR_FACTS", ())
    warming.warm()
    assert done == ["read"]


def test_what_the_facts_need_waits_for_the_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    read = threading.Event()

    def first() -> None:
        done.append("page")
        read.set()

    monkeypatch.setattr(warming, "FIRST_PAGE_S", 60.0)
    monkeypatch.setattr(warming, "_drawn", threading.Event())
    monkeypatch.setattr(warming, "FOR_FIRST_PAGE", (first,))
    monkeypatch.setattr(warming, "FOR_FACTS", (lambda: done.append("facts"),))
    thread = warming.start_warming()
    assert read.wait(30)
    assert done == ["page"]
    warming.page_drawn()
    thread.join(30)
    assert done == ["page", "facts"]
