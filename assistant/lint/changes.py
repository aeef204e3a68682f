"""Which lines a diff adds or changes, from a file or from git."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from assistant.errors import InputError

_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_OCTAL = re.compile(rb"\\([0-7]{3})")
_ESCAPES = {b"\\n": b"\n", b"\\t": b"\t", b"\\r": b"\r", b'\\"': b'"', b"\\\\": b"\\"}
_SECONDS = 60

Lines = frozenset[int]


def find_changed(diff: str) -> dict[str, Lines]:
    r"""The lines that a unified diff adds, by path as it is written there without "b/"; renamed files by the new name.

    Deleted files are left out; a file that is only renamed has no lines. Raises InputError for a text that is no diff.

    >>> find_changed("--- a/x.md\n+++ b/y.md\n@@ -1 +1,2 @@\n-old\n+new\n+++ more\n")
    {'y.md': frozenset({1, 2})}
    """
    changed: dict[str, set[int]] = {}
    path = ""
    line = old = new = 0
    begun = False
    for row in diff.split("\n"):
        if old > 0 or new > 0:
            mark = row[:1]
            if mark == "+":
                changed.setdefault(path, set()).add(line)
            line += mark != "-" and mark != "\\"
            new -= mark != "-" and mark != "\\"
            old -= mark != "+" and mark != "\\"
        elif row.startswith("+++ "):
            path = _path(row[4:])
            begun = True
        elif hunk := _HUNK.match(row):
            old, line, new = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
        elif row.startswith(("diff --git ", "rename to ", "Binary files ")):
            begun = True
    if not begun and diff.strip():
        raise InputError("--diff: not a unified diff. Make one with: git diff -U0 main > changes.diff")
    changed.pop("", None)
    return {name: frozenset(lines) for name, lines in changed.items()}


def _path(written: str) -> str:
    """The path after "+++ ", unquoted; "" for a deleted file."""
    name = written.rstrip("\r").split("\t")[0]
    if name.startswith('"') and name.endswith('"'):
        raw = name[1:-1].encode("utf-8", "surrogateescape")
        raw = _OCTAL.sub(lambda code: bytes([int(code[1], 8) & 0xFF]), raw)
        raw = re.sub(rb'\\[ntr"\\]', lambda code: _ESCAPES[code[0]], raw)
        name = raw.decode("utf-8", "surrogateescape")
    if name == "/dev/null":
        return ""
    return name[2:] if name.startswith(("b/", "i/", "w/")) else name


def locate(changed: Mapping[str, Lines], folder: Path) -> dict[Path, Lines]:
    """The files of a diff by their place: paths are relative to `folder` or to a folder above it. Missing ones are left out."""
    found = {}
    for name, lines in changed.items():
        for base in (folder, *folder.parents):
            if (base / name).is_file():
                found[(base / name).resolve()] = lines
                break
    return found


def changed_since(ref: str, folder: Path) -> dict[Path, Lines | None]:
    """The lines that changed since a commit, by file, in the repository that holds a folder; None for a file new to git.

    Renamed files are followed. Raises InputError, in one line, outside a repository, for an unknown commit, without git.
    """
    if ref.startswith("-"):
        raise InputError(f"--changed: {ref!r} is no commit. Name a branch, a tag or a commit, as in --changed main.")
    root = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n")).resolve()
    try:
        _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except InputError:
        raise InputError(f"--changed: no commit {ref!r} in {root}. Name a branch, a tag or a commit.") from None
    options = ("-U0", "-M", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/")
    diff = _git(root, "diff", *options, "--ignore-submodules", ref, "--")
    changed: dict[Path, Lines | None] = {
        (root / name).resolve(): lines for name, lines in find_changed(diff).items() if (root / name).is_file()
    }
    for name in _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0"):
        if name:
            changed[(root / name).resolve()] = None
    return changed


def _git(folder: Path, *arguments: str) -> str:
    """What git answers. Raises InputError with its first line."""
    import subprocess

    # Its messages are read below; and looking must not lock anyone out.
    surroundings = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        ran = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-C", str(folder), *arguments],  # noqa: S607  the git that the caller uses
            capture_output=True,
            check=False,
            env=surroundings,
            timeout=_SECONDS,
        )
    except FileNotFoundError:
        raise InputError("--changed: git is not installed. Use --diff FILE with a unified diff.") from None
    except subprocess.TimeoutExpired:
        raise InputError(f"--changed: git did not answer within {_SECONDS} s. Use --diff FILE.") from None
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        if "not a git repository" in said:
            raise InputError(f"--changed: {folder} is not in a git repository. Use --diff FILE, or leave it out.")
        raise InputError(f"--changed: git says: {said or ran.returncode}")
    return ran.stdout.decode("utf-8", "surrogateescape")


def touches(lines: Lines | None, first: int, last: int) -> bool:
    """Whether a span of lines holds a changed one; every line of a new file (None) is."""
    return lines is None or _any(range(first, last + 1), lines)


def _any(span: Iterable[int], lines: Lines) -> bool:
    return any(line in lines for line in span)
