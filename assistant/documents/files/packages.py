"""Packages of parts (docx, xlsx): a zip file from anywhere, read in memory and never past its bounds.

Only parts that a reader asks for are unpacked, nothing is written, nothing outside the package is looked up: a part with
a name such as "../../passwd", a zip within, a remote template are never asked for.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from assistant.documents.files.bounded_xml import Xml
from assistant.documents.files.faults import Fault, FileError
from assistant.documents.files.limits import PART_BYTES, PARTS, RATIO, RATIO_FROM_BYTES, UNPACKED_BYTES

_MB = 1_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, struct.error)
_ENCRYPTED_FLAG = 0x1
_MAIN = ("/officeDocument",)


class Package:
    """The parts of a zip file by name. Raises `FileError` for one that is damaged, encrypted or made of too many parts."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._unpacked = 0
        self._read: dict[str, bytes] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise FileError(name, Fault.DAMAGED) from None
        infos = self._zip.infolist()
        if len(infos) > PARTS:
            raise FileError(name, Fault.PARTS, limit=PARTS)
        if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
            raise FileError(name, Fault.ENCRYPTED)
        self._parts = {info.filename: info for info in infos}

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def read(self, part: str) -> bytes:
        """The bytes of a part, b"" where there is none. Raises `FileError` where it is damaged or too large."""
        if part in self._read or part not in self._parts:
            return self._read.get(part, b"")
        info = self._parts[part]
        bound = min(PART_BYTES, UNPACKED_BYTES - self._unpacked)
        packed_tight = info.file_size > RATIO_FROM_BYTES and info.file_size > RATIO * max(info.compress_size, 1)
        if packed_tight or info.file_size > bound:
            raise FileError(self.name, Fault.UNPACKED, limit=UNPACKED_BYTES // _MB)
        try:
            with self._zip.open(info) as stream:
                # The size that the zip states is its own word; what is read is not.
                data = stream.read(bound + 1)
        except RuntimeError:
            raise FileError(self.name, Fault.ENCRYPTED) from None
        except _BROKEN:
            raise FileError(self.name, Fault.DAMAGED) from None
        if len(data) > bound:
            raise FileError(self.name, Fault.UNPACKED, limit=UNPACKED_BYTES // _MB)
        self._unpacked += len(data)
        if len(data) < _MB:
            self._read[part] = data
        return data

    def xml(self, part: str) -> Xml:
        """A part as XML, an empty one where it is missing."""
        return Xml(self.name, self.read(part))

    def main_part(self) -> str:
        """The part that holds the document. Raises `FileError` where the package names none."""
        for target, kind in self.related("").values():
            if kind.endswith(_MAIN):
                return target
        raise FileError(self.name, Fault.DAMAGED)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the package, by id: the part's name and the kind of relationship."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}
        for one in self.xml(posixpath.join(folder, "_rels", f"{name}.rels")).children("Relationships"):
            target = one.get("Target", "")
            if one.get("TargetMode") == "External" or urlsplit(target).scheme:
                continue
            path = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            if path in self._parts:
                found[one.get("Id", "")] = (path, one.get("Type", ""))
        return found

    def related_of(self, part: str, kind: str) -> list[str]:
        """The parts of one kind ("/styles") that a part refers to, in order."""
        return [target for target, type_ in self.related(part).values() if type_.endswith(kind)]
