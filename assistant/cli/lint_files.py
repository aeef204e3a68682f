"""Which files `yardstick lint` reads, and their text without a change: byte order mark and line ends are kept in mind."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.cli.reading import FILE_BYTES, whole_characters
from assistant.errors import InputError

ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm")
_PASSED_OVER = frozenset(("node_modules", "__pycache__"))
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Source:
    """A text to lint: the name it is shown by, its path (None for standard input), how it was written."""

    name: str
    path: Path | None
    text: str
    encoding: str = "utf-8"
    mark: bytes = b""


def find_files(names: Sequence[str]) -> Iterator[str]:
    """The files that names stand for, folders and globs spelled out, each once; "-" stays. Raises InputError for a missing one."""
    seen = set()
    for name in names:
        for one in _spelled(name):
            if one not in seen:
                seen.add(one)
                yield one


def _spelled(name: str) -> Sequence[str]:
    if name == "-" or Path(name).is_file():
        return [name]
    if Path(name).is_dir():
        return list(_inside(name))
    import glob

    # A pattern may name folders above or a drive, which Path.glob refuses.
    if glob.has_magic(name) and (found := sorted(glob.glob(name, recursive=True))):  # noqa: PTH207
        return [one for each in found for one in _spelled(each)]
    return [name]  # reading it says what is wrong


def _inside(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith(".") and one not in _PASSED_OVER)
        for file in sorted(files):
            if file.lower().endswith(ENDINGS) and not file.startswith("."):
                yield str(Path(place) / file)


def read_source(name: str) -> Source:
    """A file, or standard input for "-", line ends as they are. Raises InputError naming the file and what to do."""
    if name == "-":
        text = sys.stdin.read(FILE_BYTES).removeprefix("\ufeff")
        return Source("<stdin>", None, whole_characters(text, "standard input"))
    path = Path(name)
    try:
        if path.stat().st_size > FILE_BYTES:
            raise InputError(f"{name}: larger than {FILE_BYTES // 1_000_000} MB. Split it.")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}). Check the path and its permissions.") from None
    mark, encoding = next(((mark, code) for mark, code in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        # A name that is not UTF-8 is still read; it is shown with its odd bytes as question marks.
        shown = name.encode("utf-8", "replace").decode("utf-8")
        return Source(shown, path, data[len(mark) :].decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        place = error.start + len(mark)
        raise InputError(f"{name}: byte {place} is not {encoding.upper()}. Save the file as UTF-8.") from None


def write_source(source: Source, text: str) -> None:
    """Puts a text in the place of a file, in one step, in the encoding it had. Raises InputError where it cannot."""
    if source.path is not None:
        write_whole(source.path, source.mark + text.encode(source.encoding))


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file in one step: readers see the old one or the new one. Raises InputError where it cannot."""
    import tempfile

    target = path.resolve()
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        handle, made = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
            Path(made).chmod(mode)
            Path(made).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(made).unlink()
            raise
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written ({error.strerror}). Check the folder and its permissions."
        ) from None


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
