"""A rule file that does not follow the format is refused, with the place and the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import DataFileError
from assistant.praise.reading import read_rules

GOOD = """\
family: class
rules:
  empty-class:
    level: warning
    message: "“{match}” names no class."
    question: "Which class?"
    needs: "The grade."
    tokens: ["world-class"]
    examples: {flag: ["[[World-class]] tea."], allow: ["Class A."]}
"""


def read(folder: Path, rules: str, context: str = "checks: {}\n") -> dict[str, object]:
    (folder / "rules" / "en").mkdir(parents=True)
    (folder / "context").mkdir()
    (folder / "rules" / "en" / "class.yaml").write_text(rules, encoding="utf-8")
    (folder / "context" / "en.yaml").write_text(context, encoding="utf-8")
    return read_rules("en", folder)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD)["entries"] == [[["world class"], 0, ()]]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("level:", "levle:", "en/class.yaml: empty-class.levle: unknown key. Did you mean 'level'?"),
        ("family: class", "family: clas", "en/class.yaml: family: unknown family 'clas'. Did you mean 'class'?"),
        ("level: warning", "level: warn", "en/class.yaml: empty-class.level: unknown level 'warn'. Did you mean 'warning'?"),
        ('needs: "The grade."', 'needs: ""', "en/class.yaml: empty-class.needs: missing. Every rule has one."),
        ('["world-class"]', "[on]", "en/class.yaml: empty-class.tokens: 'True' is not text. Put it in quotation marks."),
        ("world-class", "world-(class", "en/class.yaml: empty-class.tokens: 'world-(class': ')' is missing."),
        ("tokens:", "unless: [names]\n    tokens:", "en/class.yaml: empty-class.unless: unknown unless 'names'. Did you mean 'name'?"),
    ],
)  # fmt: skip
def test_a_faulty_rule_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, GOOD.replace(old, new, 1))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("context", "message"),
    [
        ("chekcs: {}", "context/en.yaml: chekcs: unknown key. Did you mean 'checks'?"),
        (
            "checks: {negation: [{befor: x}]}",
            "context/en.yaml: checks.negation[0].befor: unknown key. Did you mean 'before'?",
        ),
        (
            "macros: {year: x}\nchecks: {measured: [{clause: '<yaer>'}]}",
            "context/en.yaml: checks.measured[0].clause: unknown macro '<yaer>'. Did you mean 'year'?",
        ),
    ],
)
def test_faulty_context_is_refused(tmp_path: Path, context: str, message: str) -> None:
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, GOOD, context)
    assert str(caught.value) == message
