"""Findings that somebody lets stand, each with the reason: kept for the whole workspace, and not flagged again.

A dismissal holds for the words in their sentence, or for the words wherever they stand, under one rule.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import streamlit as st
from pydantic import ValidationError

from assistant.schema.pasted import Dismissal
from assistant.store.versions import Row
from assistant.ui.people import signature
from assistant.ui.stores import documents

KIND = "dismissal"
# The newest of so many are looked at: more would not be read by anybody.
MOST = 2_000
_CHARS = 500


class Key(NamedTuple):
    """What a finding is about, however its text is spaced: the rule, the words, and the sentence that they stand in."""

    rule: str
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class KeptDismissal:
    """A dismissal with its place in the store and the time when it was made (UTC)."""

    id: str
    version: int
    at: datetime
    by: str
    said: Dismissal


def key_of(rule: str, words: str, sentence: str) -> Key:
    r"""The key of a finding.

    >>> key_of("empty-class", "World-class", "Our  World-class\nkettle.")
    Key(rule='empty-class', words='world-class', sentence='our world-class kettle.')
    """
    return Key(rule, _folded(words), _folded(sentence))


def load_dismissals() -> tuple[KeptDismissal, ...]:
    """All that are kept, the newest first; those that this Yardstick can't read are passed over."""
    if "dismissals" not in st.session_state:
        refresh()
    kept: tuple[KeptDismissal, ...] = st.session_state["dismissals"]
    return kept


def refresh() -> None:
    """Reads the store anew: a colleague may have dismissed something."""
    known: dict[tuple[str, int], KeptDismissal | None] = st.session_state.setdefault("dismissals_read", {})
    rows = documents().list(KIND, limit=MOST)
    for row in rows:
        if (row.id, row.version) not in known:
            known[row.id, row.version] = _read(row)
    found = (known[row.id, row.version] for row in rows)
    st.session_state["dismissals"] = tuple(one for one in found if one is not None)


def dismiss(key: Key, shown: str, reason: str, everywhere: bool = False) -> None:
    """Lets a finding stand. Raises `StoreError`, and `InputError` for a reason that is too long."""
    said = Dismissal(
        rule=key.rule,
        words=key.words,
        sentence="" if everywhere else key.sentence,
        shown=shown[:_CHARS],
        reason=reason.strip()[:_CHARS],
    )
    name = f"{key.rule}: {' '.join(shown.split())}"[:200]
    body = said.model_dump(exclude_defaults=True)
    documents().save(KIND, _id_of(said), body, name=name, expected=None, by=signature())
    refresh()


def take_back(kept: KeptDismissal) -> None:
    """Flags it again. Nothing happens where somebody has taken it back already. Raises `StoreError`."""
    documents().delete(KIND, kept.id, None, by=signature())
    refresh()


def find_dismissed(keys: Iterable[Key], kept: Iterable[KeptDismissal]) -> dict[Key, KeptDismissal]:
    """Those of the keys that are dismissed, with the dismissal: of the sentence rather than of the words alone."""
    said = {(one.said.rule, one.said.words, one.said.sentence): one for one in kept}
    found: dict[Key, KeptDismissal] = {}
    for key in keys:
        one = said.get((key.rule, key.words, key.sentence)) or said.get((key.rule, key.words, ""))
        if one is not None:
            found[key] = one
    return found


def _read(row: Row) -> KeptDismissal | None:
    document = documents().load(KIND, row.id)
    if document is None:
        return None
    try:
        said = Dismissal.model_validate(document.body)
    except ValidationError:
        return None
    return KeptDismissal(row.id, document.version, document.at, document.by, said)


def _id_of(said: Dismissal) -> str:
    about = "\n".join((said.rule, said.words, said.sentence))
    return hashlib.blake2s(about.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _folded(text: str) -> str:
    # What is stored is bounded, so what is compared is.
    return " ".join(text.split()).casefold()[:_CHARS].strip()
