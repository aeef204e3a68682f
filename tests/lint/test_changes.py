"""Which lines a diff touches, as git and diff write it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.lint.changes import changed_since, find_changed, locate

RENAMED = (
    "diff --git a/old.md b/new.md\nsimilarity index 90%\nrename from old.md\nrename to new.md\n"
    "--- a/old.md\n+++ b/new.md\n@@ -2 +2,2 @@ heading\n-gone\n+one\n+two\n@@ -9,2 +10,0 @@\n-x\n-y\n"
)


def test_a_renamed_file_is_known_by_its_new_name() -> None:
    assert find_changed(RENAMED) == {"new.md": frozenset({2, 3})}


@pytest.mark.parametrize(
    ("diff", "changed"),
    [
        ("", {}),
        ("--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-gone\n", {}),
        ("--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n keep\n+new\n keep\n", {"x": {2}}),
        ("--- x\t2026-01-01\n+++ x\t2026-01-02\n@@ -0,0 +1 @@\n+new\n\\ No newline at end of file\n", {"x": {1}}),
        ('--- a/x\n+++ "b/caf\\303\\251 \\"x\\".md"\n@@ -0,0 +1 @@\n+new\n', {'café "x".md': {1}}),
        ("--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n---- a/y\n+++ b/y\n++++ b/z\n", {"x": {1, 2}}),
    ],
)
def test_only_added_lines_count_and_content_is_never_a_header(diff: str, changed: dict[str, set[int]]) -> None:
    assert find_changed(diff) == {name: frozenset(lines) for name, lines in changed.items()}


def test_a_text_that_is_no_diff_is_refused() -> None:
    with pytest.raises(InputError, match=r"^--diff: not a unified diff\. Make one with: git diff"):
        find_changed("just words\n")


def test_paths_of_a_diff_are_found_in_a_folder_or_above_it(tmp_path: Path) -> None:
    inner = tmp_path / "site"
    inner.mkdir()
    (inner / "page.md").touch()
    lines = frozenset({1})
    assert locate({"site/page.md": lines}, inner) == {inner / "page.md": lines}
    assert locate({"page.md": lines, "gone.md": lines}, inner) == {inner / "page.md": lines}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.email", "a@example.org")
    git(folder, "config", "user.name", "A")
    (folder / "page.md").write_text("one\ntwo\nthree\nfour\nfive\nsix\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    return folder


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def test_changed_staged_renamed_and_new_files_are_seen(repository: Path) -> None:
    git(repository, "mv", "page.md", "续航 page.md")
    (repository / "续航 page.md").write_text("one\nTWO\nthree\nfour\nfive\nsix\nseven\n", encoding="utf-8")
    (repository / "new.md").write_text("all new\n", encoding="utf-8")
    (repository / ".gitignore").write_text("build.md\n", encoding="utf-8")
    (repository / "build.md").write_text("made\n", encoding="utf-8")
    changed = changed_since("main", repository)
    assert changed == {
        repository / "续航 page.md": frozenset({2, 7}),
        repository / "new.md": None,
        repository / ".gitignore": None,
    }


@pytest.mark.parametrize(
    ("ref", "part"),
    [
        ("nowhere", "no commit 'nowhere' in "),
        ("--output=x", "'--output=x' is no commit"),
        ("main:page.md", "no commit 'main:page.md' in "),
    ],
)
def test_a_reference_that_is_no_commit_is_one_line(repository: Path, ref: str, part: str) -> None:
    with pytest.raises(InputError) as caught:
        changed_since(ref, repository)
    assert str(caught.value).startswith("--changed: ")
    assert part in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not (repository / "x").exists()


def test_outside_a_repository_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(InputError, match=r"is not in a git repository\. Use --diff FILE, or leave it out\.$"):
        changed_since("main", tmp_path)


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match=r"git is not installed\. Use --diff FILE with a unified diff\.$"):
        changed_since("main", tmp_path)
