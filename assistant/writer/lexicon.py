"""The words of each language for what facts are about: data, one file a language, written for its own readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from pydantic import BaseModel, ConfigDict, Field

from assistant.schema import Lang
from assistant.schema.data import load_yaml

DATA = Path(__file__).parent / "data"


class TopicWords(BaseModel):
    """How one language speaks of a topic.

    `noun` names it in a sentence, `tag` under a post; `says` are predicates for a labelled value, `labels` the labels that they stand for
    (another label is kept); `asks` the customer's question; `felt` what is noticed, after a moment; `moments`
    ordinary moments in which it is noticed, for anybody.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    noun: str
    tag: str = ""
    says: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    asks: str = ""
    felt: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()


class Lexicon(BaseModel):
    """All words of one language: `topics` by the playbook's ids, `phrases` by what they are for, each with variants."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    topics: Mapping[str, TopicWords]
    phrases: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)


@cache
def load_lexicon(lang: Lang) -> Lexicon:
    """The lexicon of a language, from the product's own data."""
    text = (DATA / f"{lang}.yaml").read_text(encoding="utf-8")
    return Lexicon.model_validate(load_yaml(text))


def pick(choices: Sequence[str], key: str, seed: int) -> str:
    """One of equals, the same for the same key and seed; "" of none.

    >>> pick(("a", "b", "c"), "weight", 0) == pick(("a", "b", "c"), "weight", 3)
    True
    """
    return choices[(crc32(key.encode()) + seed) % len(choices)] if choices else ""
