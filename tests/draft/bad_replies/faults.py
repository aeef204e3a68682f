"""Spoils good replies, one or several faults at a time, the same ones for the same seed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.chain.forms import wire_names
from tests.chain.servers import Answer, completion
from tests.checks.mutants.mutate import Draft, find_mutant
from tests.checks.mutants.oracle import sentence_of
from tests.draft.bad_replies.cases import Case
from tests.draft.bad_replies.words import ELSEWHERE, FALSE, ODD

# Kinds of changed figures that the gate lets none through of.
_FIGURES = ("digit", "unit", "myriad", "ratio", "up to", "range", "year")
_WORDED = ("hedge", "reference", "attribute", "quote", "comparison", "yardstick")
HUGE = 30_000


@dataclass
class Spoilt:
    """A reply while it is spoilt; `gone` are words that must not reach a reader."""

    case: Case
    texts: dict[str, str]
    gone: list[str] = field(default_factory=list)

    def document(self) -> dict[str, Any]:
        """The reply as a model sends it."""
        wire = wire_names(self.case.brief.channel)
        return {wire[name]: said.split("\n") if name in self.case.listed else said for name, said in self.texts.items()}


Fault = Callable[[Spoilt, random.Random], None]


def _changed(kinds: Sequence[str]) -> Fault:
    def fault(spoilt: Spoilt, rng: random.Random) -> None:
        case = spoilt.case
        draft = Draft(case.brief, case.plan, case.persona, spoilt.texts, case.book)
        kind = rng.choice(kinds)
        mutant = find_mutant(draft, kind, rng)
        if mutant is None:
            return
        before = spoilt.texts[mutant.field]
        at = next((i for i, (a, b) in enumerate(zip(before, mutant.text, strict=False)) if a != b), 0)
        spoilt.texts[mutant.field] = mutant.text
        if kind in ("digit", "unit", "myriad", "ratio"):
            spoilt.gone.append(sentence_of(mutant.text, at).strip(" 。.!?！？"))

    return fault


def _place(text: str, rng: random.Random) -> int:
    """Where a sentence can be put in: the start, or behind an end."""
    ends = [at + 1 for at, char in enumerate(text) if char in "。！？\n" or text[at : at + 2] in (". ", "! ", "? ")]
    return rng.choice([0, *ends, len(text)])


def _put(spoilt: Spoilt, said: str, rng: random.Random) -> None:
    name = rng.choice(sorted(spoilt.texts))
    text = spoilt.texts[name]
    at = _place(text, rng)
    gap, stop = (" ", ".") if spoilt.case.brief.lang == "en" else ("", "。")
    before, after = text[:at], text[at:]
    # Run on into another sentence, praise may read as something else.
    before += stop if before and before[-1] not in ".!?。！？\n " else ""
    glued = "\n" if name in spoilt.case.listed and rng.random() < 0.5 else gap
    spoilt.texts[name] = f"{before}{glued if before and not before.endswith(glued) else ''}{said}{glued}{after}".strip()


def _false(spoilt: Spoilt, rng: random.Random) -> None:
    said = rng.choice(FALSE[spoilt.case.brief.lang])
    _put(spoilt, said, rng)
    spoilt.gone.append(said.strip("。."))


def _odd(spoilt: Spoilt, rng: random.Random) -> None:
    _put(spoilt, rng.choice(ODD[spoilt.case.brief.lang]), rng)


def _in_another_language(spoilt: Spoilt, rng: random.Random) -> None:
    name, said = rng.choice(sorted(spoilt.texts)), ELSEWHERE[spoilt.case.brief.lang]
    spoilt.texts[name] = said if rng.random() < 0.5 else spoilt.texts[name][: len(spoilt.texts[name]) // 2] + said
    spoilt.gone.append(said)


def _huge(spoilt: Spoilt, rng: random.Random) -> None:
    name = rng.choice(sorted(spoilt.texts))
    said = rng.choice([*FALSE[spoilt.case.brief.lang], *ODD[spoilt.case.brief.lang]])
    spoilt.texts[name] += f" {said}" * (rng.choice((1_000, 2_000, 4_000, HUGE)) // (len(said) + 1))


def _without_a_figure(spoilt: Spoilt, rng: random.Random) -> None:
    """The list that had the exact figures goes: comparisons stand alone."""
    for name in spoilt.texts:
        if name in spoilt.case.listed:
            spoilt.texts[name] = spoilt.texts[name].split("\n")[0]
    _false(spoilt, rng)


_OFTEN: tuple[Fault, ...] = (
    _changed(_FIGURES), _changed(_FIGURES), _changed(_FIGURES), _changed(_WORDED), _false, _false, _false, _odd,
    _in_another_language, _without_a_figure,
)  # fmt: skip
TEXT_FAULTS: tuple[Fault, ...] = (*_OFTEN, *_OFTEN, *_OFTEN, _huge)


def _missing(given: dict[str, Any], rng: random.Random) -> Any:
    return {name: said for name, said in given.items() if name != rng.choice(sorted(given))}


def _emptied(given: dict[str, Any], rng: random.Random) -> Any:
    name = rng.choice(sorted(given))
    return {**given, name: rng.choice(["", "  ", [], [""], None, "\u0000"])}


def _mistyped(given: dict[str, Any], rng: random.Random) -> Any:
    name = rng.choice(sorted(given))
    return {**given, name: rng.choice([7, True, {"text": given[name]}, [[1]], [given[name]], 1e400])}


def _added(given: dict[str, Any], rng: random.Random) -> Any:
    return {**given, rng.choice(["notes", "specifications", "__class__", ""]): "A 90 % saving."}


SHAPE_FAULTS: tuple[Callable[[dict[str, Any], random.Random], Any], ...] = (_missing, _emptied, _mistyped, _added)
WIRE_FAULTS: tuple[Callable[[str], Answer], ...] = (
    lambda said: Answer(body=completion(said[: len(said) // 2])),
    lambda said: Answer(body=completion(said, finish="length")),
    lambda said: Answer(body=completion(said, finish="content_filter")),
    lambda said: Answer(body=completion(f"```json\n{said}\n```")),
    lambda said: Answer(body=completion(f"Here you are: {said} Anything else?")),
    lambda said: Answer(body=completion(said + said)),
    lambda said: Answer(body=completion(f"[{said}]")),
    lambda said: Answer(body=completion("")),
    lambda said: Answer(body=completion(None)),
    lambda said: Answer(body=completion(None, refusal="I would rather not.")),
    lambda said: Answer(body=completion(said.replace('"', "'"))),
    lambda said: Answer(body=completion("[" * 5000)),
    lambda said: Answer(body=completion(said.replace(":", ': "\\ud800",', 1))),
    lambda said: Answer(body=said),
    lambda said: Answer(500, {"error": {"message": said[:50]}}),
)


@dataclass(frozen=True)
class Bad:
    """What a server answers to one draft, again and again, and what of it must not reach a reader."""

    case: Case
    answers: tuple[Answer, ...]
    replies: tuple[dict[str, Any], ...]
    gone: tuple[str, ...]


def bad_replies(cases: Sequence[Case], count: int, seed: int) -> Iterator[Bad]:
    """`count` exchanges of three answers each: the first reply and the two repairs, each bad in its own way or the same."""
    rng = random.Random(seed)
    for number in range(count):
        case = cases[number % len(cases)]
        first = _answer(case, rng)
        rest = [first if rng.random() < 0.6 else _answer(case, rng) for _ in range(2)]
        made = [first, *rest]
        yield Bad(
            case,
            tuple(answer for answer, _, _ in made),
            tuple(reply for _, reply, _ in made),
            tuple(dict.fromkeys(said for _, _, gone in made for said in gone)),
        )


def _answer(case: Case, rng: random.Random) -> tuple[Answer, dict[str, Any], list[str]]:
    spoilt = Spoilt(case, dict(case.texts))
    for _ in range(rng.choice((1, 1, 2, 2, 3, 5))):
        rng.choice(TEXT_FAULTS)(spoilt, rng)
    given, chance = spoilt.document(), rng.random()
    if chance < 0.08:
        given = rng.choice(SHAPE_FAULTS)(given, rng)
    said = json.dumps(given, ensure_ascii=rng.random() < 0.5)
    answer = rng.choice(WIRE_FAULTS)(said) if 0.08 <= chance < 0.16 else Answer(body=completion(said))
    return answer, given, spoilt.gone
