"""The draft as a file: plain text, Markdown with its proofs, or the JSON of `yardstick write`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from assistant.schema.channels import parted_name
from assistant.ui.words import Words

if TYPE_CHECKING:
    from assistant.schema import Draft, Lang, Sentence, Variant

# Texts of one fact a line.
LISTED = ("bullets", "specifications", "notes")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~$])")


def plain_text(variant: Variant, lang: Lang) -> str:
    """The copy alone, ready to paste: fields apart by a blank line, bullets with a dot. Empty without texts.

    Several channels stand each under a line with its name.
    """
    parts = []
    for channel, texts in places(variant):
        parts += [f"═══ {channel_name(channel, lang)}"] if channel else []
        for field, text in texts.items():
            parts.append("\n".join(f"• {line}" for line in text.split("\n")) if field in LISTED else text)
    return "\n\n".join(part for part in parts if part)


def channel_name(channel: str, lang: Lang) -> str:
    """What a channel is called; its id where the playbook has no name for it."""
    from assistant.playbook import load_playbook

    entry = load_playbook().channels.get(channel)
    return channel if entry is None else entry.name.get(lang, channel)


def field_name(field: str, words: Words) -> str:
    """What a text is called, with its channel where a draft has several."""
    channel, alone = parted_name(field)
    said = words.name("field", alone)
    return f"{channel_name(channel, words.lang)} · {said}" if channel else said


def places(variant: Variant) -> list[tuple[str, dict[str, str]]]:
    """The texts by channel, in their order; all under "" where there is but one."""
    found: dict[str, dict[str, str]] = {}
    for name, text in variant.texts.items():
        channel, field = parted_name(name)
        found.setdefault(channel, {})[field] = text
    return list(found.items())


def markdown(draft: Draft, words: Words, proofs: bool = True) -> str:
    """The first variant as Markdown, with what proves each number and the questions to colleagues; without `proofs` the
    copy alone.

    Marks of Markdown in the texts are disarmed, so that a viewer shows them as they are. Several channels have a
    heading each.
    """
    variant = draft.variants[0]
    lines: list[str] = []
    for channel, texts in places(variant):
        lines += [f"# {_plain(channel_name(channel, words.lang))}", ""] if channel else []
        lines += _texts(texts, "##" if channel else "#")
    if not proofs:
        return "\n".join(lines).rstrip() + "\n"
    lines += _proofs(variant, words)
    lines += _authors(variant, words)
    if draft.questions:
        lines += [f"## {words('draft.questions')}", "", *(f"- {_plain(question)}" for question in draft.questions), ""]
    return "\n".join(lines)


def _texts(texts: Mapping[str, str], level: str) -> list[str]:
    lines: list[str] = []
    for field, text in texts.items():
        if field == "headline":
            lines += [f"{level} {_plain(text)}", ""]
        elif field == "subhead":
            lines += [f"**{_plain(text)}**", ""]
        elif field in LISTED:
            lines += [*(f"- {_plain(line)}" for line in text.split("\n")), ""]
        else:
            lines += [_plain(text), ""]
    return lines


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
            field_name(entry.field, words),
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
        cells = (variant.texts[one.field][one.start : one.end], field_name(one.field, words), one.why)
        lines.append(f"| {' | '.join(_plain(cell) for cell in cells)} |")
    return [*lines, ""]


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", " ")
