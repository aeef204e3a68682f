"""The errors a user can cause, and the exit status each one ends with.

Every message is one line: the file, the place in it, what was expected, what to do next. The command line prints
it and exits with the error's status; the browser shows it where it happened. Anything that is not a
`YardstickError` is a defect and may show a traceback.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Documented exit statuses of the `yardstick` command."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    INTERRUPTED = 3
    FAILED = 4
    BUDGET = 5


class YardstickError(Exception):
    """Root of every error that a user's input or surroundings can cause."""

    status: Exit = Exit.FAILED


class InputError(YardstickError):
    """Bad input: an unreadable file, an empty brief, an unknown name, an option that does not exist."""

    status = Exit.USAGE


class DataFileError(InputError):
    """A data file (references, rules, persona, brief) that does not follow its schema.

    >>> str(DataFileError("length.yaml", "marathon.unit", "unknown unit 'kilometre'", "Did you mean 'kilometer'?"))
    "length.yaml: marathon.unit: unknown unit 'kilometre'. Did you mean 'kilometer'?"
    """

    def __init__(self, file: str, place: str, problem: str, advice: str = "") -> None:
        self.file, self.place, self.problem, self.advice = file, place, problem, advice
        where = f"{file}: {place}" if place else file
        super().__init__(f"{where}: {problem}." + (f" {advice}" if advice else ""))


class ModelError(YardstickError):
    """The language model could not be reached, refused, or answered with something unusable."""

    status = Exit.FAILED
