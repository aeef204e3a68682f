"""Why a file is not read."""

from __future__ import annotations

from enum import StrEnum

from assistant.documents.files.limits import NAME_CHARS
from assistant.errors import InputError


class Fault(StrEnum):
    """The reasons for refusing a file; `wording.say_fault` puts each into words."""

    TOO_LARGE = "too_large"
    UNKNOWN_KIND = "unknown_kind"
    OLD_OFFICE = "old_office"
    ARCHIVE = "archive"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNPACKED = "unpacked"
    PARTS = "parts"
    ENTITIES = "entities"
    DEEP = "deep"
    COMPLEX = "complex"


class FileError(InputError):
    """A file that is not read; `fault` says why, `limit` and `what` what the words of it need.

    >>> error = FileError("specs.docx", Fault.TOO_LARGE, limit=10)
    >>> error.fault, error.limit
    (<Fault.TOO_LARGE: 'too_large'>, 10)
    """

    def __init__(self, file: str, fault: Fault, *, limit: int = 0, what: str = "") -> None:
        from assistant.documents.files.wording import say_fault

        self.file, self.fault, self.limit, self.what = shown_name(file), fault, limit, what
        super().__init__(say_fault(self, "en"))


def shown_name(name: str) -> str:
    r"""A file's name as one bounded line may show it.

    >>> shown_name("specs\n\u202efdp.docx")
    'specs??fdp.docx'
    """
    shown = "".join(char if char.isprintable() else "?" for char in name[-4 * NAME_CHARS :])
    return shown if len(shown) <= NAME_CHARS else f"…{shown[1 - NAME_CHARS :]}"
