"""What was heard beside the words that it came from: pointing at a proposal marks where it was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.personas.heard import say_skipped
from assistant.personas.proposals import KINDS, Proposal
from assistant.personas.said import RULES, Listening, Said
from assistant.ui.markup import spelled
from assistant.ui.words import Words

HERE = Path(__file__).parent
KEY = "listened_proposals"
# What is shown at once; a longer text is shown where something was heard in it.
_OF_A_KIND = 80
_SOURCE_CHARS = 60_000
_LINE_CHARS = 2_000
_PLACES = 5


@cache
def _component() -> Any:
    return st.components.v2.component(
        "yardstick_heard",
        html='<div id="root"></div>',
        css=(HERE / "heard.css").read_text(encoding="utf-8"),
        js=(HERE / "heard.js").read_text(encoding="utf-8"),
    )


def show_heard(
    listening: Listening, proposals: Sequence[Proposal], taken: Iterable[str], text: str, of: str, words: Words
) -> list[Proposal]:
    """Draws proposals and source; the proposals that are ticked, in their order.

    `of` names what is shown: another one has nothing ticked. `taken` are the ids of what is in a persona already.
    """
    shown = [one for kind in KINDS for one in [p for p in proposals if p.kind == kind][:_OF_A_KIND]]
    chosen = chosen_ids(of)
    _component()(
        key=KEY,
        data={
            "of": of,
            "lang": listening.lang,
            "pageLang": words.lang,
            "chosen": [one.id for one in shown if one.id in chosen],
            "groups": _groups(shown, Counter(one.kind for one in proposals), set(taken), words),
            **_source(listening, shown, text, words),
        },
        on_said_change=_ignore,
    )
    return [one for one in shown if one.id in chosen]


def chosen_ids(of: str) -> frozenset[str]:
    """What is ticked of what is shown under that name."""
    said = (st.session_state.get(KEY) or {}).get("said")
    if not isinstance(said, dict) or said.get("of") != of:
        return frozenset()
    return frozenset(str(one) for one in said.get("chosen", ()))


def _groups(shown: Sequence[Proposal], counts: Counter[Any], taken: set[str], words: Words) -> list[dict[str, Any]]:
    groups = []
    for kind in KINDS:
        items = [
            {
                "id": f"p{number}",
                "key": one.id,
                "text": spelled(one.text),
                "summary": words("personas.in_short", summary=spelled(one.summary)) if one.summary else "",
                "meta": _meta(one, words),
                "places": [words("personas.line", line=said.line) for said in one.said[:_PLACES]],
                "taken": words("personas.taken") if one.id in taken else "",
            }
            for number, one in enumerate(shown)
            if one.kind == kind
        ]
        if items:
            left = counts[kind] - len(items)
            groups.append(
                {
                    "title": words(f"personas.heard.{kind}"),
                    "note": words("personas.unsorted_note") if kind == "unsorted" else "",
                    "more": words("personas.heard_more", count=left) if left else "",
                    "items": items,
                }
            )
    return groups


def _meta(one: Proposal, words: Words) -> str:
    parts = [words("personas.voice") if one.voices == 1 else words("personas.voices", count=one.voices)]
    if one.kind == "cost":
        parts.insert(0, words(f"personas.field.costs.{one.theme}"))
    if one.by != RULES:
        parts.append(words("personas.heard_by", model=spelled(one.by)))
    return " · ".join(parts)


def _source(listening: Listening, shown: Sequence[Proposal], text: str, words: Words) -> dict[str, Any]:
    """The words of the customers in pieces that know what was heard in them, and the lines that nobody listened to."""
    marks: dict[int, list[tuple[Said, str]]] = {}
    for number, one in enumerate(shown):
        for said in one.said:
            marks.setdefault(said.voice, []).append((said, f"p{number}"))
    lines: list[dict[str, Any]] = []
    for told in listening.told:
        utterance = told.utterance
        start, length = utterance.start, len(utterance.text)
        here = [
            (said.start - start, min(said.end - start, length), id)
            for said, id in marks.get(utterance.voice, ())
            if start <= said.start < start + length
        ]
        pieces = list(_pieces(utterance.text[: max([_LINE_CHARS, *(end for _, end, _ in here)])], here))
        lines.append(
            {"number": utterance.line, "lang": told.lang, "pieces": pieces, "skipped": "", "marked": bool(here)}
        )
    own = text.splitlines() if not listening.file.lower().endswith((".csv", ".tsv", ".jsonl", ".ndjson")) else []
    for skipped in listening.skipped:
        whole = own[skipped.line - 1][:_LINE_CHARS] if skipped.line <= len(own) else ""
        why = words("personas.skipped", why=say_skipped(skipped.why, words.lang))
        lines.append(
            {
                "number": skipped.line,
                "lang": listening.lang,
                "pieces": [(spelled(whole), [])],
                "skipped": why,
                "marked": False,
            }
        )
    lines.sort(key=lambda line: line["number"])
    cut = sum(len(piece) for line in lines for piece, _ in line["pieces"]) > _SOURCE_CHARS
    kept = [{**line, "head": str(line["number"])} for line in lines if line["marked"] or not cut]
    said_words = {
        "source": words("personas.source"),
        "every": words("personas.every"),
        "cut": words("personas.source_cut") if cut else "",
    }
    return {"lines": kept, "words": said_words}


def _pieces(text: str, marks: Sequence[tuple[int, int, str]]) -> Iterator[tuple[str, list[str]]]:
    """The text apart at every end of a mark, each piece with the marks that it lies in.

    >>> list(_pieces("too loud at night", [(0, 8, "a"), (4, 17, "b")]))
    [('too ', ['a']), ('loud', ['a', 'b']), (' at night', ['b'])]
    """
    edges = sorted({0, len(text), *(edge for start, end, _ in marks for edge in (start, end) if edge <= len(text))})
    for start, end in pairwise(edges):
        yield spelled(text[start:end]), [id for low, high, id in marks if low <= start and end <= high]


def _ignore() -> None:
    """What is ticked is read when the page is drawn; the component wants to be given something to call."""
