"""YAML that would end the program or fill its memory is refused before it is read in one go."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from assistant.errors import DataFileError
from assistant.personas import load_persona
from assistant.schema.data import check_plain, load_yaml
from assistant.ui.personas.exchange import read_yaml

DEEP = ["[" * 100_000, "[" * 5_000 + "]" * 5_000, "{a: " * 5_000, "- " * 5_000 + "x", "? " * 5_000 + "x"]
LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize("text", DEEP, ids=lambda text: text[:4])
def test_what_is_nested_deeper_than_people_write_is_refused_everywhere(text: str, tmp_path: Path) -> None:
    with pytest.raises(yaml.YAMLError):
        check_plain(text)
    assert read_yaml(text)[0] is None
    path = tmp_path / "deep.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=r"deep\.yaml"):
        load_persona(path)


def test_an_alias_is_refused_from_a_browser_and_may_stand_in_a_file_of_ones_own() -> None:
    with pytest.raises(yaml.YAMLError, match="alias"):
        check_plain(LAUGHS)
    check_plain(LAUGHS, aliases=True)


@pytest.mark.parametrize("text", ["name: Ada\nwants: [quiet, light]\n", "- {a: {b: [c]}}\n", "", "a: 1\n---\nb: 2\n"])
def test_what_people_write_is_let_through(text: str) -> None:
    check_plain(text)
    if "---" not in text:
        load_yaml(text)
