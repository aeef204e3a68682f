"""Recorded chains by name: their briefs, what the model answered step by step, and the draft that comes of replaying them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.chain import ModelSettings
from assistant.checks import check_texts
from assistant.cli.reading import load_brief
from assistant.draft import write
from assistant.draft.write import resolve_persona
from assistant.plan import make_plan, read
from assistant.playbook import load_playbook
from assistant.references import Book
from assistant.references.book import group
from assistant.references.check import load_checked
from assistant.schema import Diagnostic, Draft, Lang, Plan
from assistant.schema.brief import Brief

FIXTURES = Path(__file__).parents[1] / "fixtures"
BRIEFS = FIXTURES / "chain" / "briefs"
RECORDING = FIXTURES / "recordings" / "real.jsonl"
GOOD = tuple(sorted(path.stem for path in BRIEFS.glob("*.yaml")))

# The steps of a draft in their order; a chain has those that it needed.
_STEPS = ("write", "critique", "repair-1", "repair-2")
_NOTES = {"insight", "rests_on", "angle", "proposed_reference", "objections"}
_END_EN = re.compile(r"[.!?…]+[\"'”’)]{0,2}(?=\s|$)")
_END_ZH = re.compile(r"[。！？…]+[”’」』）]{0,2}")


@cache
def book() -> Book:
    """The references as they stood when the replies were recorded: later ones don't change what was on offer."""
    return group(load_checked(FIXTURES / "chain" / "references.yaml"))


@cache
def brief_of(stem: str) -> Brief:
    """The brief of this name."""
    return load_brief(str(BRIEFS / f"{stem}.yaml"))


@cache
def plan_of(stem: str) -> Plan:
    """What the model was offered."""
    brief, playbook = brief_of(stem), load_playbook()
    persona = resolve_persona(brief)
    return make_plan(read(brief, persona, book(), playbook), brief, persona, playbook)


@cache
def _answers() -> Mapping[str, dict[str, Any]]:
    lines = map(json.loads, RECORDING.read_text(encoding="utf-8").splitlines())
    return {line["key"]: json.loads(line["answer"]) for line in lines}


def replies_of(name: str) -> dict[str, dict[str, str]]:
    """The texts by field after each step of a chain, in order; what a later reply leaves is as it was before."""
    texts: dict[str, str] = {}
    replies: dict[str, dict[str, str]] = {}
    for step in _STEPS:
        given = _answers().get(f"{name}/{step}")
        if given is None:
            continue
        fresh = {field: said for field, said in given.items() if field not in _NOTES and said is not None}
        texts = texts | {field: "\n".join(said) if isinstance(said, list) else said for field, said in fresh.items()}
        replies[step] = texts
    return replies


def errors_of(stem: str, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What the gate refuses in these texts."""
    brief = brief_of(stem)
    found = check_texts(texts, brief, plan_of(stem), resolve_persona(brief), load_playbook()).diagnostics
    return tuple(finding for finding in found if finding.level == "error")


def replay(name: str, stem: str, base_url: str, critique: bool = False) -> Draft:
    """The draft for a brief from the replies recorded under a name."""
    settings = ModelSettings("unused", base_url, "recorded", replay_key=name, retries=0)
    return write(brief_of(stem), settings, book=book(), critique=critique)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a line, with its field and the half-open stretch that it takes there."""

    field: str
    start: int
    end: int
    text: str


def sentences_of(texts: Mapping[str, str], lang: Lang) -> Iterator[Sentence]:
    """The sentences of each field in order; a line ends a sentence."""
    ends = _END_EN if lang == "en" else _END_ZH
    for field, text in texts.items():
        at = 0
        for line in text.splitlines(keepends=True):
            stops = [match.end() for match in ends.finditer(line)]
            for low, high in zip([0, *stops], [*stops, len(line)], strict=True):
                if said := line[low:high].strip():
                    yield Sentence(field, at + low, at + high, said)
            at += len(line)


def figures_not_in(text: str, sources: str) -> list[str]:
    """The figures of a text, each with the word behind it if that is a unit, that stand nowhere in `sources`.

    Looks at characters only and knows nothing of the gate.
    """
    given = re.sub(r"(?<=\d)[^\S\n](?=[^\d\s])|(?<=\d)-(?=[A-Za-z])", "", sources)
    shown = [f"{match[1]}{match[2] or ''}" for match in _FIGURE.finditer(text)]
    return [one for one in shown if not re.search(rf"(?<!\d)(?<!\d[.,])(?<!\s-){re.escape(one)}(?!\d)", given)]


_FIGURE = re.compile(
    r"((?:(?<=\s)-)?\d+(?:[.,]\d+)*)(?:[ \u00a0-]?(%|°C|dB(?:\(A\))?|[kmMGT]?[Bb]/s|TB|GbE|GB|[kmM]?W(?![a-z])|kg|lbs?\b|oz\b|gal|cfm|lumens?|[cmk]?m(?![a-z³])|g\b"
    r"|hours?|minutes?|seconds?|years?|months?|days?|miles?|in\b|ft\b|公斤|千克|公克|克|分贝|分貝|小时|小時|分钟|分鐘|秒|天|个月|個月|年|元"
    r"|厘米|公分|公釐|毫米|米|公里|公升|坪|呎|度))?"
)


def number_words_of(text: str, lang: Lang) -> list[str]:
    """The words of a text that name a number or a share, in order; in Chinese with the character behind them."""
    found = (_WORD_EN if lang == "en" else _WORD_ZH).finditer(text)
    return [match[0].lower() for match in found]


_WORD_EN = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|halves"
    r"|thirds?|quarters?|twice|double[sd]?|triple[sd]?|first|second|fifth)\b",
    re.IGNORECASE,
)
_WORD_ZH = re.compile(
    r"(?!一[^一二三四五六七八九十百千万萬半倍])[一二两兩三四五六七八九十百千万萬亿億半倍]+[\u4e00-\u9fff]?"
)
