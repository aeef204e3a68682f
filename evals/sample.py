"""Samples: a brief with what must hold for its draft, one JSON object a line. Unknown keys are rejected by place."""

from __future__ import annotations

import glob
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from assistant.errors import DataFileError, InputError
from assistant.schema import Lang
from assistant.schema.brief import AnyCaseLang, Brief

SAMPLES = str(Path(__file__).parent / "samples" / "*.jsonl")
# Half of the usable facts told is a thin page; the built-in writer has room for four of five.
FACTS_SHARE = 0.6

Wording = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Edge(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Expect(_Edge):
    """What must hold for a sample's draft, beyond what must hold for every draft."""

    comparison_present: bool | None = Field(
        default=None, description="Whether a comparison must stand in the draft; null where either is fine."
    )
    silent: tuple[Wording, ...] = Field(default=(), description="Facts, by a part of their wording, never compared.")
    no_ratio: tuple[Wording, ...] = Field(default=(), description="Figures on a scale that has no multiples.")
    left_out: tuple[Wording, ...] = Field(default=(), description="Facts that must be left out and asked about.")
    must_contain: tuple[Wording, ...] = Field(default=(), description="Wordings that stand in the draft as they are.")
    must_not_contain: tuple[Wording, ...] = Field(default=(), description="Words that stand nowhere, in any case.")
    lang: AnyCaseLang | None = Field(default=None, description="What the draft is written in; the brief's by default.")
    facts_share: float = Field(default=FACTS_SHARE, ge=0, le=1, description="Share of the usable facts to be told.")


class Sample(_Edge):
    """One brief and its expectations; `industry` and `traps` say what it is there for."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    industry: Wording
    brief: Brief
    traps: tuple[Wording, ...] = ()
    expect: Expect = Expect()

    @property
    def lang(self) -> Lang:
        """The language that the draft must be in."""
        return self.expect.lang or self.brief.lang


def load_samples(pattern: str = SAMPLES) -> tuple[Sample, ...]:
    """The samples of every file that the pattern matches, in the order of file names and lines.

    Raises `InputError` if nothing matches, `DataFileError` naming file, line and field for a sample that does not
    follow its schema or whose id is taken.
    """
    # Path.glob takes no absolute pattern.
    names = glob.glob(pattern, recursive=True)  # noqa: PTH207
    paths = [Path(name) for name in sorted(names) if Path(name).is_file()]
    if not paths:
        raise InputError(f"--samples: no file matches {pattern!r}. The project's own are evals/samples/*.jsonl.")
    samples: dict[str, Sample] = {}
    for path in paths:
        for place, sample in _read(path):
            if sample.id in samples:
                advice = "Ids are unique over all files."
                raise DataFileError(str(path), f"{place}.id", f"{sample.id!r} is taken", advice)
            samples[sample.id] = sample
    if not samples:
        raise InputError(f"--samples: {pattern!r} matches no sample, only empty files.")
    return tuple(samples.values())


def _read(path: Path) -> Iterable[tuple[str, Sample]]:
    try:
        # Not splitlines(): a line separator inside a JSON string ends no sample.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check the path and its permissions.") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8. Save the file as UTF-8.") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield f"line {number}", _parse(path, f"line {number}", line)


def _parse(path: Path, place: str, line: str) -> Sample:
    try:
        return Sample.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise DataFileError(str(path), place, f"not JSON ({error.msg})", "One object a line.") from None
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        field = ".".join((place, *(str(part) for part in detail["loc"])))
        raise DataFileError(str(path), field, detail["msg"].removeprefix("Value error, ")) from None
