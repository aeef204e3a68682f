"""The vocabulary comes with the package, is the one that tiktoken uses, and is read without any network."""

from __future__ import annotations

import hashlib
import importlib
import lzma
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import tiktoken
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.errors import DataFileError
from assistant.tokens import vocabulary
from assistant.tokens.vocabulary import FILE, SHA256, load_encoding, unpack

openai_public = importlib.import_module("tiktoken_ext.openai_public")  # has no types
ROOT = Path(__file__).resolve().parents[2]
# Where tiktoken looks before it goes to the network: a folder that the user names, by the SHA-1 of the address.
ADDRESS = "https://openaipublic.blob.core.windows.net/encodings/o200k_base.tiktoken"

_CLOSED = """
import socket, sys

def closed(*args, **kwargs):
    raise AssertionError("a socket was opened")

socket.socket = socket.create_connection = socket.getaddrinfo = closed
from assistant.tokens import count
print(count("a kettle, 一把水壶", "gpt-4.1"))
"""

_IMPORT = "import sys, assistant.tokens; print(*sys.modules)"


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> tiktoken.Encoding:
    """The encoding as tiktoken itself makes it, from our file."""
    folder = tmp_path_factory.mktemp("cache")
    (folder / hashlib.sha1(ADDRESS.encode(), usedforsecurity=False).hexdigest()).write_bytes(unpack())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIKTOKEN_CACHE_DIR", str(folder))
        return tiktoken.Encoding(**openai_public.o200k_base())


@given(text=st.text())
@example(text="It's 6,000 m/s — 每秒六千米。\r\n\n  \t x<|endoftext|>")
def test_it_cuts_as_tiktoken_itself_does(theirs: tiktoken.Encoding, text: str) -> None:
    assert load_encoding().encode_ordinary(text) == theirs.encode_ordinary(text)


def test_the_file_is_the_one_that_tiktoken_checks_for() -> None:
    assert hashlib.sha256(unpack()).hexdigest() == SHA256
    assert SHA256 in Path(str(openai_public.__file__)).read_text(encoding="utf-8")


def test_its_licence_stands_beside_it() -> None:
    notice = (FILE.parent / "LICENSE-tiktoken.txt").read_text(encoding="utf-8")
    assert SHA256 in notice
    assert "MIT License\n\nCopyright (c) 2022 OpenAI, Shantanu Jain" in notice


def test_a_count_opens_no_socket() -> None:
    done = subprocess.run([sys.executable, "-c", _CLOSED], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == "Count(tokens=8, exact=True, how='o200k_base', at_least=0)\n", done.stderr


def test_importing_the_package_loads_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", _IMPORT], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.split())
    assert "assistant.tokens.budget" in loaded
    assert loaded & {"tiktoken", "pydantic", "yaml", "lzma", "regex", "requests"} == set()


def test_threads_that_ask_at_once_get_the_same_one() -> None:
    vocabulary._encoding.cache_clear()
    together = threading.Barrier(4)

    def load(_: int) -> tiktoken.Encoding:
        together.wait()
        return load_encoding()

    with ThreadPoolExecutor(4) as pool:
        first, *others = pool.map(load, range(4))
    assert all(other is first for other in others)


def damaged(tmp_path: Path) -> list[Path]:
    """A file cut short, one that is something else, one that is whole but another vocabulary, one that is not there."""
    short, other, changed = (tmp_path / name for name in ("short.xz", "other.xz", "changed.xz"))
    short.write_bytes(FILE.read_bytes()[:-1000])
    other.write_bytes(b"<!DOCTYPE html>")
    changed.write_bytes(lzma.compress(unpack()[:-1], preset=0))
    return [short, other, changed, tmp_path / "missing.xz"]


def test_a_damaged_file_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    for file in damaged(tmp_path):
        with pytest.raises(DataFileError) as caught:
            unpack(file)
        assert str(caught.value) == f"{file.name}: is missing or damaged. Install Yardstick again."
