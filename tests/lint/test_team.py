"""A team's own rules: praise rules prove themselves, Vale rules load as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.documents import read_document
from assistant.errors import DataFileError, InputError
from assistant.lint import TeamRules, lint, load_team_rules

RULE = """
family: quality
rules:
  house-synergy:
    level: error
    message: "“{match}” says nothing."
    question: "What does it do?"
    needs: "What it does."
    tokens: ["synerg(y|ies)"]
    exceptions: ["synergy oil"]
    examples:
      flag: ["The [[synergy]] of tea.", "Our [[synergies]]."]
      allow: ["The synergy oil burner weighs 2 kg.", "Tea and water."]
"""
EXISTENCE = (
    "extends: existence\nmessage: \"Don't say '%s'.\"\nlevel: error\nlink: https://example.org\nignorecase: true\n"
)
SUBSTITUTION = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: warning\n"


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def load(folder: Path) -> TeamRules:
    load_team_rules.cache_clear()
    team = load_team_rules((folder,))
    assert team is not None
    return team


def found(team: TeamRules, text: str, kind: str = "text") -> list[tuple[str, str]]:
    document = read_document(text, kind)  # type: ignore[arg-type]
    return [(one.rule, document.original[one.start : one.end]) for one in lint(document, "en", team=team).diagnostics]


def test_an_own_rule_finds_beside_the_built_in_ones(tmp_path: Path) -> None:
    write(tmp_path, "en/house.yaml", RULE)
    team = load(tmp_path)
    assert found(team, "A truly synergy, world-class.") == [
        ("house-synergy", "truly synergy"),
        ("empty-class", "world-class"),
    ]
    assert found(team, "“The synergy of tea,” wrote the Guardian in 2025.") == []
    assert "house-synergy" in team.ids("en")
    assert team.ids("zh-Hans") == set()


def test_where_both_catch_the_same_words_the_own_rule_is_said(tmp_path: Path) -> None:
    write(tmp_path, "en/house.yaml", RULE.replace("synerg(y|ies)", "world-class").replace("synergies", "world-class")
          .replace("[[synergy]]", "[[world-class]]"))  # fmt: skip
    assert found(load(tmp_path), "Our world-class kettle") == [("house-synergy", "world-class")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("level: error", "level: loud", "en/house.yaml: house-synergy.level: unknown level 'loud'"),
        ("    needs:", "    need:", "en/house.yaml: house-synergy.need: unknown key. Did you mean 'needs'?"),
        ("family: quality", "family: house", "en/house.yaml: family: unknown family 'house'"),
        ("house-synergy", "empty-class", "en/house.yaml: empty-class: this id is used in the built-in rules"),
        ('(y|ies)"', '(y|ies"', "en/house.yaml: house-synergy.tokens: "),
        ("[[synergies]]", "synergies", "house-synergy.examples.flag[1]: marks no words."),
        (
            "Our [[synergies]]",
            "Our [[tea]]",
            "en/house.yaml: house-synergy.examples.flag[1]: expected “tea” to be caught, found nothing.",
        ),
        (
            "Tea and water",
            "Tea synergy",
            "en/house.yaml: house-synergy.examples.allow[1]: caught “synergy”. Add an exception or narrow the token.",
        ),
        (', "Tea and water."', "", "en/house.yaml: house-synergy.examples.allow: 1 given. Give at least 2."),
        ("rules:", "rules: [", "house.yaml: line "),
    ],
)
def test_a_faulty_rule_is_refused_by_file_rule_and_field(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in RULE
    write(tmp_path, "en/house.yaml", RULE.replace(old, new))
    with pytest.raises(DataFileError) as caught:
        load(tmp_path)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (EXISTENCE + "tokens: [obviously, 'of course']", "Obviously tea. Of course!", ["Obviously", "Of course"]),
        (EXISTENCE + "tokens: [tea]", "A teary tea.", ["tea"]),
        (EXISTENCE + "nonword: true\ntokens: [tea]", "A teary tea.", ["tea", "tea"]),
        (EXISTENCE + "tokens: ['ve?ry', '\\w+ish']", "Very boyish", ["Very", "boyish"]),
        (EXISTENCE + "nonword: true\ntokens: ['!{2,}']", "Now!!! Then!", ["!!!"]),
        (EXISTENCE + "tokens: [tea\\w*]\nexceptions: [teapot]", "Tea and a Teapot", ["Tea"]),
        (EXISTENCE + "nonword: true\nraw: ['(?:foo', '|bar)s']", "foos bars", ["foos", "bars"]),
        (EXISTENCE.replace("ignorecase: true\n", "") + "tokens: [Tea]", "Tea tea", ["Tea"]),
        (EXISTENCE + "scope: heading\ntokens: [tea]", "# Tea\n\ntea\n", ["Tea"]),
        (EXISTENCE + "scope: list\ntokens: [tea]", "# Tea\n\n- tea\n", ["tea"]),
        (SUBSTITUTION + "swap:\n  utilise: use", "We utilise it.", ["utilise"]),
        (SUBSTITUTION + "swap:\n  (?i)a\\.k\\.a|aka: or\n  Tea: Tee", "AKA tea", ["AKA"]),
        (SUBSTITUTION + "swap:\n  'it is(?!\\.)': it's", "it is tea. So it is.", ["it is"]),
        (SUBSTITUTION + "swap:\n  '[Tt]ea': Tea|Chai", "Tea tea", ["tea"]),
        (SUBSTITUTION + "swap:\n  - (?:e-mail|E-mail): email", "An E-mail by email.", ["E-mail"]),
    ],
)
def test_vale_rules_load_as_they_are(tmp_path: Path, rule: str, text: str, expected: list[str]) -> None:
    write(tmp_path, "House/Words.yml", rule)
    assert found(load(tmp_path), text, "markdown") == [("House.Words", words) for words in expected]


@pytest.mark.parametrize(
    ("rule", "text", "message", "better"),
    [
        (EXISTENCE + "tokens: [tea]", "Tea", "Don't say 'Tea'.", ""),
        (SUBSTITUTION + "swap: {tea: chai|mate}", "tea", "Use 'chai or mate' instead of 'tea'.", "chai or mate"),
        (SUBSTITUTION + "swap: {utilise: use}", "utilise", "Use 'use' instead of 'utilise'.", "use"),
        (SUBSTITUTION + "swap: {'(\\w+)-in': '$1 in'}", "log-in", "Use 'log in' instead of 'log-in'.", "log in"),
        (
            SUBSTITUTION.replace("'%s' instead of '%s'", "%[2]s, 100%%: %[1]s") + "swap: {a: b}",
            "a",
            "Use a, 100%: b.",
            "b",
        ),
    ],
)
def test_messages_of_vale_rules_are_filled_in(tmp_path: Path, rule: str, text: str, message: str, better: str) -> None:
    write(tmp_path, "House/Words.yml", rule)
    (one,) = lint(read_document(text), "en", team=load(tmp_path)).diagnostics
    assert (one.message, one.suggestion) == (message, better)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("extends: occurrence\nmessage: x", "House/Words.yml: rules that extend 'occurrence' are not supported"),
        (EXISTENCE + "scope: raw\ntokens: [tea]", "House/Words.yml: the scope 'raw' is not supported"),
        (EXISTENCE + "tokens: ['(a+)+b', tea]", "House/Words.yml: left out: "),
    ],
)
def test_what_is_not_supported_is_left_out_and_said(tmp_path: Path, rule: str, said: str) -> None:
    write(tmp_path, "House/Words.yml", rule)
    (note,) = load(tmp_path).left_out
    assert note.startswith(said)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (EXISTENCE + "token: [tea]", "House/Words.yml: token: unknown key. Did you mean 'tokens'?"),
        (EXISTENCE + "tokens: tea", "House/Words.yml: tokens: expected a list"),
        (EXISTENCE, "House/Words.yml: tokens: missing"),
        (SUBSTITUTION + "swap: [a]", "House/Words.yml: swap: expected a map"),
        ("extends: existence\ntokens: [a]", "House/Words.yml: message: missing"),
        (EXISTENCE.replace("level: error", "level: high"), "House/Words.yml: level: unknown level 'high'"),
    ],
)
def test_a_faulty_vale_rule_is_refused_by_file_and_field(tmp_path: Path, rule: str, said: str) -> None:
    write(tmp_path, "House/Words.yml", rule)
    with pytest.raises(DataFileError) as caught:
        load(tmp_path)
    assert str(caught.value).startswith(said)


def test_a_vale_rule_in_a_languages_folder_holds_for_it_alone(tmp_path: Path) -> None:
    write(tmp_path, "zh-hans/House/Words.yml", EXISTENCE + "nonword: true\ntokens: [茶]")
    team = load(tmp_path)
    assert (team.ids("zh-Hans"), team.ids("en")) == ({"House.Words"}, set())


def test_a_folder_that_is_missing_or_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no rules"):
        load(tmp_path)
    with pytest.raises(InputError, match="no such folder of rules"):
        load(tmp_path / "gone")
