"""What was heard, as values: words with their place, the points that they make, and all of it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.personas.speaking import Skipped, Utterance
from assistant.personas.vocabulary import RULES, Word
from assistant.schema import Lang

__all__ = ["RULES", "Listening", "Point", "Said", "Told"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words as a customer wrote them: `quote` is them with names, telephone numbers and addresses masked.

    `start` and `end` are offsets of the file, or of the row's text for CSV and JSON lines; `line` counts from 1. `by`
    is who found them: the rules, or a model by its name.
    """

    quote: str
    file: str
    line: int
    start: int
    end: int
    voice: int
    masked: tuple[str, ...] = ()
    by: str = RULES

    @property
    def source(self) -> str:
        """Where it stands: file and line."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Point:
    """A pain, a want, a cost or a value: its theme, the plainest wording, all that said it, and how many voices that is.

    The theme of a cost is what it costs: money, time, behaviour or mind. `summary` is a model's, in the language of the
    listening: nobody's words, shown beside theirs; "" where there is none. `by` is who found it.
    """

    theme: str
    text: str
    said: tuple[Said, ...]
    summary: str = ""
    by: str = RULES

    @property
    def voices(self) -> int:
        """How many customers said it."""
        return len({one.voice for one in self.said})


@dataclass(frozen=True, slots=True)
class Told:
    """What one customer said in one go and meant as it was said, and the language of it."""

    utterance: Utterance
    lang: Lang


@dataclass(frozen=True, slots=True)
class Listening:
    """What was heard; points and words by how many said them, then as they came, quotes as they came.

    `unsorted` are sentences in which nothing was recognised: to be read by somebody. `told` is all that was listened to.
    `costs` and `values` are heard by a model only, and what it alone has heard comes after what the rules have.
    """

    file: str
    lang: Lang
    voices: int
    pains: tuple[Point, ...]
    wants: tuple[Point, ...]
    vocabulary: tuple[Word, ...]
    quotes: tuple[Said, ...]
    unsorted: tuple[Said, ...]
    skipped: tuple[Skipped, ...]
    told: tuple[Told, ...] = ()
    costs: tuple[Point, ...] = ()
    values: tuple[Point, ...] = ()
