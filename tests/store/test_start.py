"""A store costs nothing until one is opened."""

from __future__ import annotations

import pytest

from tests.store.conftest import python

HEAVY = {"sqlalchemy", "alembic", "mako", "platformdirs", "sqlite3", "pydantic"}

_LOADED = """
import sys
from assistant.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("loaded:", *sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["cache", "--help"], ["lint", "-"], ["compare", "6000 m/s"], ["compare", "620 g", "--json"]],
)
def test_a_quick_command_loads_no_database(arguments: list[str]) -> None:
    process = python(_LOADED, *arguments)
    _, err = process.communicate("The best kettle, 1.7 L.")
    loaded = set(err.splitlines()[-1].split())
    assert "assistant.cli" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("code", ["import assistant.store", "from assistant.store import *"])
def test_the_way_to_a_key_and_a_place_loads_no_database(code: str) -> None:
    use = "find_place({'YARDSTICK_DATA': '/x'}); reply_key('m', 'https://h', [], {}, {})"
    process = python(f"{code}\nfrom assistant.store import *\n{use}\nimport sys; print(*sys.modules)")
    out, err = process.communicate()
    assert set(out.split()) & {"sqlalchemy", "alembic", "mako", "pydantic"} == set()
    assert "assistant.store" in out.split(), err


def test_opening_a_store_that_is_up_to_date_does_without_alembic(tmp_path: object) -> None:
    code = "from assistant.store import open_store; import sys; open_store().close(); print(*sys.modules)"
    loads = []
    for _ in range(2):
        out, err = python(code, YARDSTICK_DATA=str(tmp_path), YARDSTICK_STORE="").communicate()
        assert "sqlalchemy" in out.split(), err
        loads.append("alembic" in out.split())
    assert loads == [True, False]
