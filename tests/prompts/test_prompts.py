"""Prompt files: found, read, versioned; a file that does not keep to the form is named with the place."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import assistant
from assistant.errors import DataFileError
from assistant.prompts import find_folder, load_prompt
from assistant.schema.nouns import LANGS

GOOD = (
    "---\nversion: 3\nnote: n\n---\n<!-- system -->\nBe {brief}.\n<!-- user -->\n{{facts}}\n<!-- words -->\na.b: x: y\n"
)


def stored(folder: Path, text: str) -> Path:
    (folder / "write").mkdir()
    (folder / "write" / "en.md").write_text(text, encoding="utf-8")
    return folder


def test_a_prompt_is_read_into_its_parts(tmp_path: Path) -> None:
    prompt = load_prompt("write", "en", stored(tmp_path, GOOD))
    assert prompt.messages == (("system", "Be {brief}."), ("user", "{{facts}}"))
    assert prompt.variables == {"facts"}
    assert prompt.words == {"a.b": "x: y"}
    assert prompt.version == "3"


def test_the_hash_is_that_of_the_content_and_not_of_the_line_ends(tmp_path: Path) -> None:
    prompt = load_prompt("write", "en", stored(tmp_path, GOOD))
    assert prompt.hash == hashlib.sha256(GOOD.encode()).hexdigest()[:12]
    (tmp_path / "write" / "en.md").write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert load_prompt("write", "en", tmp_path).hash == prompt.hash
    (tmp_path / "write" / "en.md").write_text(GOOD.replace("n: 3", "n: 4"), encoding="utf-8")
    assert load_prompt("write", "en", tmp_path).hash != prompt.hash


@pytest.mark.parametrize(
    "step", ["write", "channels", "repair", "critique", "read", "listen", "rewrite", "opinion", "sentence"]
)
def test_every_step_has_the_same_form_in_every_language(step: str) -> None:
    prompts = [load_prompt(step, lang) for lang in LANGS]
    assert len({prompt.hash for prompt in prompts}) == len(LANGS)
    assert len({prompt.variables for prompt in prompts}) == 1
    assert len({frozenset(prompt.words) for prompt in prompts}) == 1
    assert len({tuple(role for role, _ in prompt.messages) for prompt in prompts}) == 1


def test_in_a_checkout_the_prompts_stand_beside_the_package() -> None:
    assert find_folder() == Path(assistant.__path__[0]).resolve().parent / "prompts"


BAD = [
    ("x", "write/en.md: no header. Begin with ---, version: 1, ---, each on a line of its own."),
    ("---\nnote: n\n---\n<!-- user -->\nx\n", "write/en.md: header: no version. Write version: 1."),
    (
        "---\nversion: 1\n---\n<!-- words -->\na: b\n",
        "write/en.md: no message. Begin one with a line <!-- system --> or",
    ),
    (
        "---\nversion: 1\n---\nHi\n<!-- user -->\nx\n",
        "write/en.md: header: text outside the parts. The parts are system,",
    ),
    ("---\nversion: 1\n---\n<!-- usr -->\nx\n", "write/en.md: usr: text outside the parts. The parts are system, user"),
    (
        "---\nversion: 1\n---\n<!-- user -->\n{{ facts }}\n",
        "write/en.md: user: a variable that is none. Write it {{like_this}}",
    ),
    ("---\nversion: 1\n---\n<!-- user -->\nx\n<!-- words -->\nabc\n", "write/en.md: words: not 'key: text': 'abc'."),
    ("---\nversion: 1\n---\n<!-- user -->\nx\n<!-- words -->\na: b\na: c\n", "write/en.md: words: 'a' stands twice."),
]


@pytest.mark.parametrize(("text", "message"), BAD, ids=[message[:44] for _, message in BAD])
def test_a_prompt_outside_the_form_is_named_with_the_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DataFileError) as caught:
        load_prompt("write", "en", stored(tmp_path, text))
    assert str(caught.value).startswith(message)


def test_a_missing_prompt_lists_those_that_are_there(tmp_path: Path) -> None:
    with pytest.raises(DataFileError) as caught:
        load_prompt("angle", "en", stored(tmp_path, GOOD))
    assert str(caught.value) == "angle/en.md: there is no such prompt. There are: write/en."


def test_a_prompt_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    stored(tmp_path, "")
    (tmp_path / "write" / "en.md").write_bytes(b"\xff\xfe")
    with pytest.raises(DataFileError, match=r"write/en\.md: can't be read \(UnicodeDecodeError\)"):
        load_prompt("write", "en", tmp_path)


def test_an_installed_package_reads_its_own_prompts_and_not_a_folder_beside_it(tmp_path: Path) -> None:
    """The layout of a wheel: the prompt files inside the package, and whatever else is installed beside it."""
    source = Path(assistant.__path__[0])
    package = tmp_path / "assistant"
    shutil.copytree(source / "prompts", package / "prompts")
    for name in ("__init__.py", "errors.py"):
        shutil.copy(source / name, package)
    shutil.copytree(find_folder(), package / "prompt_files")
    (tmp_path / "prompts").mkdir()
    code = "from assistant.prompts import *; print(find_folder(), load_prompt('write', 'zh-Hant').hash)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [str(package / "prompt_files"), load_prompt("write", "zh-Hant").hash]
