"""The draft as a file: plain text, Markdown with its proofs, or the JSON of `yardstick write`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema import Draft, Sentence, Variant

# Texts of one fact a line.
LISTED = ("bullets", "specifications", "notes")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~$])")


def plain_text(variant: Variant) -> str:
    """The copy alone, ready to paste: fields apart by a blank line, bullets with a dot. Empty without texts."""
    parts = []
    for field, text in variant.texts.items():
        parts.append("\n".join(f"• {line}" for line in text.split("\n")) if field in LISTED else text)
    return "\n\n".join(part for part in parts if part)


def markdown(draft: Draft, words: Words) -> str:
    """The first variant as Markdown, with what proves each number and the questions to colleagues.

    Marks of Markdown in the texts are disarmed, so that a viewer shows them as they are.
    """
    variant = draft.variants[0]
    lines: list[str] = []
    for field, text in variant.texts.items():
        if field == "headline":
            lines += [f"# {_plain(text)}", ""]
        elif field == "subhead":
            lines += [f"**{_plain(text)}**", ""]
        elif field in LISTED:
            lines += [*(f"- {_plain(line)}" for line in text.split("\n")), ""]
        else:
            lines += [_plain(text), ""]
    lines += _proofs(variant, words)
    lines += _authors(variant, words)
    if draft.questions:
        lines += [f"## {words('draft.questions')}", "", *(f"- {_plain(question)}" for question in draft.questions), ""]
    return "\n".join(lines)


def document(draft: Draft) -> str:
    """The whole draft as the JSON that `yardstick write --json` prints."""
    from assistant.draft.rows import draft_document

    return json.dumps(draft_document(draft), ensure_ascii=False, indent=2) + "\n"


def proof_source(source: str, kind: str) -> str:
    """Where a proof stands, for a reader: empty where the proof itself is the fact."""
    return "" if kind == "fact" else source


def _proofs(variant: Variant, words: Words) -> list[str]:
    if not variant.ledger:
        return []
    heads = [words(f"ledger.{key}") for key in ("number", "field", "kind", "proof", "source")]
    lines = [f"## {words('draft.proof_file')}", "", f"| {' | '.join(heads)} |", "|---|---|---|---|---|"]
    for entry in variant.ledger:
        cells = (
            entry.text,
            words.name("field", entry.field),
            words.name("proof", entry.kind),
            entry.proof,
            proof_source(entry.source, entry.kind),
        )
        lines.append(f"| {' | '.join(_plain(cell) for cell in cells)} |")
    return [*lines, ""]


def stood_in(variant: Variant) -> tuple[Sentence, ...]:
    """The sentences of the built-in writer that stand where a model's were stopped, in the order of the texts."""
    return tuple(sentence for sentence in variant.sentences if sentence.why)


def _authors(variant: Variant, words: Words) -> list[str]:
    found = stood_in(variant)
    if not found:
        return []
    heads = [words(key) for key in ("draft.sentence", "ledger.field", "draft.stopped_by")]
    lines = [f"## {words('draft.authors', count=len(found))}", "", f"| {' | '.join(heads)} |", "|---|---|---|"]
    for one in found:
        cells = (variant.texts[one.field][one.start : one.end], words.name("field", one.field), one.why)
        lines.append(f"| {' | '.join(_plain(cell) for cell in cells)} |")
    return [*lines, ""]


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", " ")
