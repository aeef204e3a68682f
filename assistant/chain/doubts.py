"""What a model is asked about findings in doubt: the messages and the form of its reply. Imports no LangChain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.chain.request import as_data
from assistant.praise.sentences import sentence_around
from assistant.prompts import Prompt
from assistant.schema import Lang

# As many findings as one reply answers with ease.
PART = 40

# How much of a neighbour is shown: a text without full stops is one sentence.
_NEIGHBOUR, _SENTENCE = 160, 600


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding in doubt: its span in the text, and what its rule says of it."""

    start: int
    end: int
    message: str


def opinions_schema() -> dict[str, Any]:
    """The JSON Schema of a reply, within what servers accept as strict."""
    verdict = {"type": "string", "enum": ["keep", "fine here"]}
    row = _object({"id": {"type": "integer"}, "verdict": verdict, "why": {"type": "string"}})
    return _object({"opinions": {"type": "array", "items": row}})


def request_of_doubts(
    text: str, lang: Lang, doubts: Sequence[Doubt], prompt: Prompt
) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Messages and variables: each finding with the sentence that it stands in, marked, and the neighbours of that."""
    findings = (_finding(text, lang, doubt, number, prompt.words) for number, doubt in enumerate(doubts, 1))
    return list(prompt.messages), {"findings": "\n".join(findings)}


def _finding(text: str, lang: Lang, doubt: Doubt, number: int, words: Mapping[str, str]) -> str:
    low, high = sentence_around(text, doubt.start, doubt.end, lang)
    low, high = max(low, doubt.start - _SENTENCE), min(high, doubt.end + _SENTENCE)
    parts = (text[low : doubt.start], text[doubt.start : doubt.end], text[doubt.end : high])
    # Spaces at the borders are lost on the way to one line.
    before, caught, after = (_data(part) for part in parts)
    left = " " if parts[0][-1:].isspace() and before else ""
    right = " " if parts[2][:1].isspace() and after else ""
    lines = [_said(words["finding.head"], id=str(number), sentence=f"{before}{left}[[{caught}]]{right}{after}")]
    around = ((text[max(0, low - _NEIGHBOUR) : low], "before"), (text[high : high + _NEIGHBOUR], "after"))
    for piece, where in around:
        neighbour = _data(piece)
        if neighbour:
            lines.append("  " + _said(words[f"finding.{where}"], text=neighbour))
    lines.append("  " + _said(words["finding.message"], text=_data(doubt.message)))
    return "\n".join(lines)


def _data(text: str) -> str:
    return as_data(text.replace("[[", "[").replace("]]", "]"))


def _said(form: str, **values: str) -> str:
    """The form with its gaps filled in, once: what is put in may hold braces of its own."""
    return re.sub(r"\{([a-z]+)\}", lambda gap: values[gap[1]], form)


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
