"""The playbook as the plan asks it: what a fact is about, and what a situation calls for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

from assistant.errors import InputError
from assistant.playbook.entries import ChannelEntry, Emphasis, TopicEntry
from assistant.schema.channels import under_joined_names
from assistant.schema.nouns import LANGS, Lang

_Name = TypeVar("_Name", bound=str)
_LABEL = re.compile(r"[^:：]{1,40}(?=[:：])")
# A persona's words are asked after for every draft of a batch; so many are remembered.
_REMEMBERED = 5_000
# What a fact is about where no topic knows it.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Call:
    """What a situation calls for: the weights of all its emphases added up, by what they weigh; closes in order."""

    gains: Mapping[str, float]
    angles: Mapping[str, float]
    kinds: Mapping[str, float]
    concerns: Mapping[str, float]
    closes: tuple[str, ...]


@dataclass(frozen=True)
class Playbook:
    """All entries by id. Read-only; `load_playbook` makes it."""

    channels: Mapping[str, ChannelEntry]
    topics: Mapping[str, TopicEntry]
    stages: Mapping[str, Emphasis]
    lifecycles: Mapping[str, Emphasis]
    motives: Mapping[str, Emphasis]
    purposes: Mapping[str, Emphasis]
    _touched: dict[tuple[Lang, str], frozenset[str]] = field(default_factory=dict, init=False, repr=False)
    _words: dict[tuple[Lang, bool], list[tuple[re.Pattern[str], str]]] = field(
        default_factory=dict, init=False, repr=False
    )
    _several: dict[tuple[str, ...], ChannelEntry] = field(default_factory=dict, init=False, repr=False)

    def channel(self, name: str | tuple[str, ...]) -> ChannelEntry:
        """The channel of this name; of several names one that has the fields of all, each called "<channel>.<field>".

        Raises `InputError` with the near ones for a name that is not there.
        """
        if not isinstance(name, str):
            return self._all_of(name)
        if name in self.channels:
            return self.channels[name]
        near = get_close_matches(name, self.channels, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise InputError(f"channel: expected one of {', '.join(self.channels)}, got {name!r}.{hint}")

    def _all_of(self, names: tuple[str, ...]) -> ChannelEntry:
        if names not in self._several:
            if len(self._several) > _REMEMBERED:
                self._several.clear()
            entries = [self.channel(name) for name in names]
            self._several[names] = ChannelEntry.model_construct(
                name=entries[0].name,
                fields=under_joined_names({name: entry.fields for name, entry in zip(names, entries, strict=True)}),
                facts=max(entry.facts for entry in entries),
                sentences=max(entry.sentences for entry in entries),
                angles={},
                langs=tuple(lang for lang in LANGS if all(lang in entry.langs for entry in entries)),
            )
        return self._several[names]

    def call(self, stage: str, lifecycle: str, purpose: str, motives: Iterable[str], channel: str) -> Call:
        """What the situation calls for; two motives count half each, as people have both at once."""
        moved = [name for name in motives if name in self.motives]
        weighed: list[tuple[float, Emphasis]] = [(1.0, self.stages[stage]), (0.8, self.lifecycles[lifecycle])]
        weighed.append((0.6, self.purposes[purpose]))
        weighed += [(1.0 / len(moved), self.motives[name]) for name in moved]
        angles = [(share, one.angles) for share, one in weighed] + [(1.0, self.channel(channel).angles)]
        return Call(
            gains=_sum([(share, one.gains) for share, one in weighed]),
            angles=_sum(angles),
            kinds=_sum([(share, one.kinds) for share, one in weighed]),
            concerns=_sum([(share, one.concerns) for share, one in weighed]),
            closes=tuple(dict.fromkeys(close for _, one in weighed for close in one.closes)),
        )

    def topic_of(self, text: str, dimensions: Iterable[str], lang: Lang) -> str:
        """What a fact is about: by the words of its label, else of all of it, else by its first dimension alone.

        `OTHER` where nothing is known of it. The topic whose word stands first in the text wins, the longer word
        among those that begin at one place.
        """
        measured = tuple(dimensions)
        label = _LABEL.match(text)
        if label:
            whole = label[0].strip()
            for name, topic in self.topics.items():
                if whole in topic.words.get(lang, ()) and (
                    not topic.dimensions or not {*measured}.isdisjoint(topic.dimensions)
                ):
                    return name
        for part in (label[0], text) if label else (text,):
            found = self._by_words(part, measured, lang)
            if found:
                return found
        bare = ((name, topic) for name, topic in self.topics.items() if topic.bare)
        return next((name for name, topic in bare if measured and measured[0] in topic.dimensions), OTHER)

    def touched(self, text: str, lang: Lang) -> frozenset[str]:
        """The topics that a customer's words speak of, whatever is measured in them; empty where none is known."""
        if (lang, text) not in self._touched:
            if len(self._touched) > _REMEMBERED:
                self._touched.clear()
            found = frozenset(name for pattern, name in self._patterns(lang, felt=True) if pattern.search(text))
            self._touched[lang, text] = found
        return self._touched[lang, text]

    def _by_words(self, text: str, measured: tuple[str, ...], lang: Lang) -> str | None:
        best: tuple[int, int, str] | None = None
        for pattern, name in self._patterns(lang):
            topic = self.topics[name]
            if topic.dimensions and not any(one in topic.dimensions for one in measured):
                continue
            match = pattern.search(text)
            if match is not None and (best is None or (match.start(), -len(match[0])) < best[:2]):
                best = (match.start(), -len(match[0]), name)
        return best[2] if best else None

    def _patterns(self, lang: Lang, felt: bool = False) -> list[tuple[re.Pattern[str], str]]:
        if (lang, felt) not in self._words:
            listed = [
                (name, (*topic.words.get(lang, ()), *(topic.felt.get(lang, ()) if felt else ())))
                for name, topic in self.topics.items()
            ]
            # A single Chinese character (高, 重) means a topic only where it is the whole label.
            long = [(name, [word for word in words if lang == "en" or len(word) > 1]) for name, words in listed]
            self._words[lang, felt] = [(_any_of(words, lang), name) for name, words in long if words]
        return self._words[lang, felt]


def _any_of(words: Iterable[str], lang: Lang) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})(?:s|es)?\b" if lang == "en" else listed, re.IGNORECASE)


def _sum(weighed: Iterable[tuple[float, Mapping[_Name, float]]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for share, weights in weighed:
        for name, weight in weights.items():
            total[name] = total.get(name, 0.0) + share * weight
    return total
