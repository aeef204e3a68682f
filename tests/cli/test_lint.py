"""`yardstick lint` as people and machines use it: files, folders, project file, changes, replacements, questions."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema
import pytest

from assistant.lint import find_settings, load_settings, load_team_rules
from assistant.schema.documents import schema_of
from tests.cli.conftest import Yardstick

PRAISE = "Our world-class kettle.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in; files of an earlier test are not remembered."""
    for cached in (find_settings, load_settings, load_team_rules):
        cached.cache_clear()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    place = tmp_path / "site"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def files_found(out: str) -> list[str]:
    return [line.split(":")[0] for line in out.splitlines() if " warning " in line]


def test_folders_are_searched_for_pages_and_hidden_ones_left_out(yardstick: Yardstick, folder: Path) -> None:
    for name in ("b.md", "a/c.html", "a/d.txt", "a/E.HTM", ".git/e.md", "node_modules/f.md", "a/g.py", ".h.md"):
        write(folder / name, PRAISE)
    ran = yardstick("lint", ".")
    assert ran.status == 1
    assert files_found(ran.out) == ["b.md", "a/E.HTM", "a/c.html", "a/d.txt"]
    assert ran.out.endswith("4 found in 4 of 4 files\n")


def test_files_are_read_once_in_the_order_given_and_globs_spelled_out(yardstick: Yardstick, folder: Path) -> None:
    for name in ("b.md", "a.md", "c.rst"):
        write(folder / name, PRAISE)
    assert files_found(yardstick("lint", "c.rst", "*.md", "a.md").out) == ["c.rst", "a.md", "b.md"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(yardstick: Yardstick, folder: Path) -> None:
    write(folder / "a.md", PRAISE)
    (folder / "b.md").write_bytes(b"caf\xe9")
    ran = yardstick("lint", "b.md", "a.md", "gone.md")
    assert ran.status == 2
    assert files_found(ran.out) == ["a.md"]
    assert ran.err.splitlines() == [
        "yardstick: b.md: byte 3 is not UTF-8. Save the file as UTF-8.",
        "yardstick: gone.md: cannot be read (No such file or directory). Check the path and its permissions.",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_offsets_are_those_of_the_file_whatever_ends_a_line(
    yardstick: Yardstick, folder: Path, end: str
) -> None:
    text = f"# Tea{end}{end}- one{end}- our world-class tea{end}"
    write(folder / "a.md", "\ufeff" + text)
    ran = yardstick("lint", "a.md", "--format", "json")
    jsonschema.Draft202012Validator(schema_of("lint-report")).validate(ran.document)
    (span,) = ran.document[0]["spans"]
    assert (span["line"], span["column"]) == (4, 7)
    assert text[span["start"] : span["end"]] == "world-class"


def test_standard_input_is_html_if_it_starts_like_it_or_is_said_to_be(yardstick: Yardstick) -> None:
    page = "<p title='world-class'>Our <b>world</b>-class kettle"
    (document,) = yardstick("lint", "-", "--format", "json", stdin=page).document
    assert (document["file"], document["kind"], len(document["spans"])) == ("<stdin>", "html", 1)
    (document,) = yardstick("lint", "--kind", "markdown", "--format", "json", stdin="`world-class`").document
    assert (document["kind"], document["spans"]) == ("markdown", [])


def test_json_lines_take_a_kind_of_their_own(yardstick: Yardstick) -> None:
    lines = [{"id": "1", "text": "`world-class`", "kind": "markdown"}, {"id": "2", "text": "x", "kind": "pdf"}]
    ran = yardstick("lint", "--jsonl", stdin="\n".join(map(json.dumps, lines)))
    assert ran.lines[0] == {"id": "1", "spans": []}
    assert "kind: expected one of text, markdown, html, got 'pdf'" in ran.lines[1]["error"]


@pytest.mark.parametrize(
    ("level", "shown", "status"),
    [("information", 4, 1), ("suggestion", 3, 1), ("warning", 2, 1), ("error", 1, 1), (None, 3, 1)],
)
def test_the_level_is_the_least_that_is_shown(
    yardstick: Yardstick, folder: Path, level: str | None, shown: int, status: int
) -> None:
    write(folder / "yardstick.toml", '[levels]\nempty-class = "error"\nempty-superlative = "suggestion"\n')
    write(folder / "a.md", "We brew. Our world-class tea is our best tea. <!-- yardstick: allow x because y -->\n")
    ran = yardstick("lint", "a.md", "--format", "json", *(["--level", level] if level else []))
    assert (len(ran.document[0]["spans"]), ran.status) == (shown, status)


def test_below_a_warning_nothing_fails(yardstick: Yardstick, folder: Path) -> None:
    write(folder / "yardstick.toml", '[levels]\nempty-class = "suggestion"\n')
    write(folder / "a.md", PRAISE)
    assert yardstick("lint", "a.md", "--level", "information").status == 0
    write(folder / "b.md", "The best tea.\n")
    assert yardstick("lint", "b.md", "--level", "error").status == 0


def test_the_project_file_holds_for_the_files_below_it(yardstick: Yardstick, folder: Path) -> None:
    write(folder / "yardstick.toml", 'names = ["World-Class Kettle"]\nignore = ["old"]\n')
    write(folder / "deep/a.md", PRAISE)
    write(folder / "old/b.md", PRAISE)
    assert yardstick("lint", "deep", "old/b.md").out == "deep/a.md: nothing found\n"
    other = write(folder.parent / "other.toml", "")
    assert files_found(yardstick("lint", ".", "--config", str(other)).out) == ["deep/a.md", "old/b.md"]


def test_a_faulty_project_file_is_one_line(yardstick: Yardstick, folder: Path) -> None:
    path = write(folder / "yardstick.toml", "nmaes = []\n")
    ran = yardstick("lint", "-", stdin="tea")
    assert (ran.status, ran.err) == (2, f"yardstick: {path}: nmaes: unknown key. Did you mean 'names'?\n")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[levels]\nempty-clas = "off"\n', "levels.empty-clas"),
        (
            (
                "[[evidence]]\nrule = 'empty-clas'\npattern = 'x'\ntitle = 'x'\nurl = 'https://x'\nyear = 2026\n"
                "scope = 'x'\nexpires = 2027-01-01\n"
            ),
            "evidence 1.rule",
        ),
    ],
)
def test_a_rule_that_does_not_exist_is_refused_with_the_nearest(
    yardstick: Yardstick, folder: Path, text: str, place: str
) -> None:
    path = write(folder / "yardstick.toml", text)
    ran = yardstick("lint", "-", stdin="tea")
    assert (ran.status, ran.err) == (
        2,
        f"yardstick: {path}: {place}: no rule 'empty-clas'. Did you mean 'empty-class'?\n",
    )


def test_own_rules_come_by_option_or_project_file_and_what_is_left_out_is_said_once(
    yardstick: Yardstick, folder: Path
) -> None:
    write(folder / "house/Brand/Tea.yml", "extends: existence\nmessage: \"Not '%s'.\"\nlevel: error\ntokens: [tea]\n")
    write(folder / "house/Brand/Other.yml", "extends: metric\nmessage: x\n")
    write(folder / "a.md", "The tea.\n")
    write(folder / "b.md", "The tea.\n")
    ran = yardstick("lint", "a.md", "b.md", "--rules", "house")
    assert ran.status == 1
    assert ran.out.count("error Brand.Tea: Not 'tea'.") == 2
    assert ran.err == "yardstick: Brand/Other.yml: rules that extend 'metric' are not supported\n"
    write(folder / "yardstick.toml", 'rules = ["house"]\n')
    find_settings.cache_clear()
    assert "Brand.Tea" in yardstick("lint", "a.md").out


@pytest.mark.parametrize("form", ["sarif", "github", "junit", "json", "text"])
def test_every_format_is_one_document_on_standard_output(yardstick: Yardstick, folder: Path, form: str) -> None:
    write(folder / "a.md", PRAISE)
    write(folder / "b.md", "Tea.\n")
    ran = yardstick("lint", "a.md", "b.md", "--format", form)
    assert (ran.status, ran.err) == (1, "")
    if form in ("sarif", "json"):
        assert json.loads(ran.out)
    elif form == "junit":
        assert ET.fromstring(ran.out).get("failures") == "1"
    else:
        assert ran.out.count("empty-class") == 1


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    git("init", "--quiet", "--initial-branch=main")
    git("config", "user.email", "a@example.org")
    git("config", "user.name", "A")
    write(folder / "old.md", PRAISE * 3)
    write(folder / "same.md", PRAISE)
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    return folder


def test_only_changed_lines_are_looked_at(yardstick: Yardstick, repository: Path) -> None:
    git("mv", "old.md", "new name.md")
    write(repository / "new name.md", PRAISE + "A world-class pot.\n" + PRAISE * 2)
    write(repository / "fresh.html", "<p>A world-class pan.")
    write(repository / "code.py", PRAISE)
    ran = yardstick("lint", "--changed", "main")
    assert [line.split(": ")[0] for line in ran.out.splitlines() if " warning " in line] == [
        "fresh.html:1:6",
        "new name.md:2:3",
    ]
    assert files_found(yardstick("lint", "--changed", "main", "same.md", "fresh.html").out) == ["fresh.html"]
    git("add", ".")
    git("commit", "--quiet", "-m", "second")
    clean = yardstick("lint", "--changed", "HEAD")
    assert (clean.status, clean.out) == (0, "0 files: nothing found\n")


def test_a_diff_from_elsewhere_serves_as_well(yardstick: Yardstick, repository: Path) -> None:
    write(repository / "same.md", "A world-class pot.\n" + PRAISE)
    diff = subprocess.run(["git", "diff", "-U0"], check=True, capture_output=True, text=True).stdout
    ran = yardstick("lint", "--diff", "-", stdin=diff)
    assert ran.out.startswith("same.md:1:3: warning empty-class")
    assert ran.out.count("empty-class") == 1
    write(repository / "x.diff", diff)
    assert yardstick("lint", "--diff", "x.diff", "same.md").out == ran.out.replace("1 found in 1 of 1 files\n", "")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--changed", "main"], "--changed: . is not in a git repository. Use --diff FILE, or leave it out."),
        (["--dry-run"], "--dry-run: goes with --fix. Try: yardstick lint page.md --fix --dry-run"),
        (["--fix", "-"], "--fix: works on files. Name one, or leave it out."),
        (["--questions", "x.pdf"], "--questions: expected a name ending in .md or .csv, got 'x.pdf'."),
        (["--rules", "gone", "-"], "gone: no such folder of rules. Check --rules and `rules` in yardstick.toml."),
        (["--config", "gone.toml", "-"], "gone.toml: cannot be read (No such file or directory). Check the path given as --config."),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_with_the_next_step(
    yardstick: Yardstick, folder: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], said: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    ran = yardstick("lint", *args, stdin="tea")
    assert (ran.status, ran.out, ran.err) == (2, "", f"yardstick: {said}\n")


@pytest.mark.parametrize(("mark", "encoding"), [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")])
def test_a_replacement_keeps_every_other_byte(yardstick: Yardstick, folder: Path, mark: bytes, encoding: str) -> None:
    text = "# Tea\r\n\r\nOur truly world-class tea!!\r\rOut now!!\n```\nx!!\n```\n 续航"
    path = folder / "a.md"
    path.write_bytes(mark + text.encode(encoding))
    path.chmod(0o640)
    ran = yardstick("lint", "a.md", "--fix")
    assert ran.err == "yardstick: a.md: replaced what cannot change a fact\n"
    assert ran.status == 1
    new = text.replace("truly ", "").replace("tea!!", "tea!").replace("now!!", "now!")
    assert path.read_bytes() == mark + new.encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(one.name for one in folder.iterdir()) == ["a.md"]
    assert yardstick("lint", "a.md", "--fix").err == ""


def test_a_dry_run_shows_a_diff_that_patch_would_take_and_writes_nothing(yardstick: Yardstick, folder: Path) -> None:
    path = write(folder / "a.md", "Tea.\n\nOut now!!")
    ran = yardstick("lint", "a.md", "--fix", "--dry-run")
    assert ran.out == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n Tea.\n \n-Out now!!\n\\ No newline at end of file\n"
        "+Out now!\n\\ No newline at end of file\n"
    )
    assert path.read_text(encoding="utf-8") == "Tea.\n\nOut now!!"


def test_a_link_stays_a_link_when_its_file_is_written(yardstick: Yardstick, folder: Path) -> None:
    real = write(folder / "real/a.md", "Out now!!\n")
    (folder / "link.md").symlink_to(real)
    yardstick("lint", "link.md", "--fix")
    assert (folder / "link.md").is_symlink()
    assert real.read_text(encoding="utf-8") == "Out now!\n"


def test_replacements_keep_to_the_changed_lines(yardstick: Yardstick, repository: Path) -> None:
    write(repository / "same.md", PRAISE + "One!!\n")
    git("commit", "--quiet", "-am", "second")
    write(repository / "same.md", PRAISE + "One!!\nTwo!!\n")
    yardstick("lint", "--changed", "HEAD", "--fix")
    assert (repository / "same.md").read_text(encoding="utf-8") == PRAISE + "One!!\nTwo!\n"


@pytest.mark.parametrize("name", ["q.md", "q.csv"])
def test_the_questions_of_all_files_go_into_one_list(yardstick: Yardstick, folder: Path, name: str) -> None:
    write(folder / "a.md", PRAISE)
    write(folder / "b.html", "<p>国内领先的茶")
    ran = yardstick("lint", ".", "--questions", name)
    assert (ran.status, ran.err) == (1, f"yardstick: {name}: 2 questions\n")
    again = yardstick("lint", ".", "--questions", name)
    assert again.out == ran.out
    listed = (folder / name).read_bytes().decode("utf-8")
    assert listed.startswith("\ufeffcolleague,file" if name == "q.csv" else "# Questions that the copy")
    assert all(part in listed for part in ("world", "国内领先", "a.md", "b.html"))


def test_explain_knows_the_rules_of_linting_itself(yardstick: Yardstick) -> None:
    ran = yardstick("explain", "company-centred-voice", "--lang", "zh-Hant")
    assert (ran.status, "讀者" in ran.out) == (0, True)


@pytest.mark.parametrize(
    "args", [("-",), ("-", "--kind", "html"), ("-", "--format", "sarif"), ("-", "--format", "junit")], ids=" ".join
)
def test_no_format_or_kind_loads_anything_heavy(args: tuple[str, ...]) -> None:
    code = (
        "import sys; from assistant.cli import main\n"
        f"main(['lint', *{list(args)!r}])\n"
        "heavy = {'langchain', 'openai', 'pandas', 'streamlit', 'pydantic', 'yaml', 'tomllib', 'subprocess', 'difflib'}\n"
        "print('\\nHEAVY', sorted(heavy & set(sys.modules)))"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input="<p>Tea.",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert ran.stdout.splitlines()[-1] == "HEAVY []"


def test_the_pre_commit_hook_names_a_command_that_exists(yardstick: Yardstick, folder: Path) -> None:
    import yaml

    (hook,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *args = hook["entry"].split()
    assert program == "yardstick"
    write(folder / "a.md", PRAISE)
    write(folder / "b.md", PRAISE)
    assert yardstick(*args, "a.md", "b.md").status == 1
    assert hook["language"] == "python"
    assert set(hook["types_or"]) == {"plain-text", "markdown", "html"}
