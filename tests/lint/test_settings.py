"""The project file: what it says holds, what it cannot mean is refused with place and suggestion."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.lint import find_settings, load_settings

ENTRY = """
[[evidence]]
claim = "Britain's best-selling kettle"
title = "Kettles in Britain"
url = "https://example.org/kettles"
year = 2026
scope = "UK, units"
expires = 2027-06-30
"""


def config(folder: Path, text: str) -> Path:
    path = folder / "yardstick.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_that_a_project_settles_is_read(tmp_path: Path) -> None:
    head = 'names = ["Best Western"]\nmarket = "UK"\nlang = "zh-hant"\nlevel = "warning"\nrules = ["ours"]\nignore = ["old/*"]\n'
    settings = load_settings(config(tmp_path, head + '[levels]\nempty-rank = "off"\n' + ENTRY))
    assert (settings.names, settings.market, settings.lang, settings.level) == (
        ("Best Western",),
        "uk",
        "zh-Hant",
        "warning",
    )
    assert settings.rules == (tmp_path / "ours",)
    assert settings.levels == {"empty-rank": "off"}
    assert settings.evidence[0].expires == date(2027, 6, 30)


def test_the_file_is_found_in_the_nearest_folder_above(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    config(tmp_path, 'names = ["Far"]')
    config(tmp_path / "a", 'names = ["Near"]')
    assert find_settings(deep).names == ("Near",)
    assert find_settings(tmp_path).names == ("Far",)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("name = []", "name: unknown key. Did you mean 'names'?"),
        ('names = "x"', 'names: expected a list of texts. Write it as names = ["…"].'),
        ('market = "mars"', "market: unknown value 'mars'. Known: us, uk"),
        ('level = "warnings"', "level: unknown value 'warnings'. Did you mean 'warning'?"),
        ("levels = 1", "levels: expected a table"),
        ('[levels]\nx = "loud"', "levels.x: unknown value 'loud'"),
        ("names = [", "not TOML"),
        ("evidence = 1", "evidence: expected entries"),
        (ENTRY.replace("scope", "scopes"), "evidence 1.scopes: unknown key. Did you mean 'scope'?"),
        (ENTRY.replace("year = 2026", ""), "evidence 1.year: missing"),
        (ENTRY.replace("2026", '"2026"'), "evidence 1.year: expected a year"),
        (ENTRY.replace("2027-06-30", '"soon"'), "evidence 1.expires: expected a date, got 'soon'"),
        (ENTRY.replace("https://", ""), "evidence 1.url: expected an address"),
        (ENTRY.replace("claim", "rule"), "evidence 1: says no claim. Give `claim`, or `rule` and `pattern`."),
        (ENTRY + 'pattern = "(a+)+"', "evidence 1.pattern: '(a+)+' can match in more than"),
    ],
)
def test_what_is_unknown_or_malformed_is_refused_by_place(tmp_path: Path, text: str, part: str) -> None:
    path = config(tmp_path, text)
    with pytest.raises(InputError) as caught:
        load_settings(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert part in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("pattern", "path", "ignored"),
    [
        ("old/*", "old/page.md", True),
        ("old/", "old/deep/page.md", True),
        ("old", "older/page.md", False),
        ("*.txt", "deep/in/notes.txt", True),
        ("./page.md", "page.md", True),
        ("page.md", "deep/page.md", False),
    ],
)
def test_ignored_paths_are_relative_to_the_file(tmp_path: Path, pattern: str, path: str, ignored: bool) -> None:
    settings = load_settings(config(tmp_path, f'ignore = ["{pattern}"]'))
    assert settings.ignores(tmp_path / path) is ignored
    assert not settings.ignores(Path("/elsewhere") / path)
