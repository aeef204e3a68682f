"""The drafts of single channels and the draft of all of them: in the sum each field is called "<channel>.<field>"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from assistant.schema import Diagnostic, LedgerEntry, Sentence, Variant
from assistant.schema.channels import by_channel, joined_name, parted_name, under_joined_names

# Of the reader, and not of a text: said once.
_OF_THE_READER = "persona-language"

_Row = TypeVar("_Row", Diagnostic, LedgerEntry, Sentence)


def join_rows(parts: Mapping[str, Iterable[_Row]]) -> tuple[_Row, ...]:
    """Findings, proofs or sentences of all channels; what is found of the reader stands with the first channel only."""
    found: list[_Row] = []
    for channel, rows in parts.items():
        known = {_rule(row) for row in found} & {_OF_THE_READER}
        found += [replace(row, field=joined_name(channel, row.field)) for row in rows if _rule(row) not in known]
    return tuple(found)


def join_variants(parts: Mapping[str, Variant], by: str) -> Variant:
    """The variants of single channels as one, by this hand; it needs review where one of them does."""
    return Variant(
        under_joined_names({channel: part.texts for channel, part in parts.items()}),
        join_rows({channel: part.ledger for channel, part in parts.items()}),
        join_rows({channel: part.diagnostics for channel, part in parts.items()}),
        by,
        any(part.needs_review for part in parts.values()),
        join_rows({channel: part.sentences for channel, part in parts.items()}),
    )


def variant_of(channel: str, variant: Variant) -> Variant:
    """The part of a variant that is one channel's; it needs review where it is empty itself, or has an error."""
    texts, findings = by_channel(variant.texts, [channel])[channel], _rows_of(channel, variant.diagnostics)
    return replace(
        variant,
        texts=texts,
        ledger=_rows_of(channel, variant.ledger),
        diagnostics=findings,
        needs_review=not texts or any(one.level == "error" for one in findings),
        sentences=_rows_of(channel, variant.sentences),
    )


def better(new: Variant, old: Variant, channels: tuple[str, ...]) -> tuple[Variant, tuple[str, ...]]:
    """Of two versions the new one, but the old one's texts in channels where the new has errors or more warnings.

    Comes with the names of those channels; `old` needs no review.
    """
    if len(channels) == 1:
        return (old, channels) if _is_worse(new, old) else (new, ())
    kept = tuple(name for name in channels if _is_worse(variant_of(name, new), variant_of(name, old)))
    if len(kept) in (0, len(channels)):
        return (old if kept else new), kept
    return join_variants({name: variant_of(name, old if name in kept else new) for name in channels}, new.by), kept


def _is_worse(new: Variant, old: Variant) -> bool:
    return new.needs_review or _warnings(new) > _warnings(old)


def _warnings(variant: Variant) -> int:
    return sum(finding.level == "warning" for finding in variant.diagnostics)


def _rule(row: Diagnostic | LedgerEntry | Sentence) -> str:
    return row.rule if isinstance(row, Diagnostic) else ""


def _rows_of(channel: str, rows: Iterable[_Row]) -> tuple[_Row, ...]:
    return tuple(replace(row, field=parted_name(row.field)[1]) for row in rows if parted_name(row.field)[0] == channel)
