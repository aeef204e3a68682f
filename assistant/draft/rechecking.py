"""A draft after somebody has edited it by hand: checked anew, and who wrote which sentence of it now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.checks import check_texts
from assistant.draft.by_model import finished
from assistant.draft.write import resolve_persona
from assistant.errors import InputError
from assistant.playbook import Playbook, load_playbook
from assistant.schema import Draft, Sentence, Variant
from assistant.schema.brief import Brief

# Who wrote what nobody but the person at the screen can have written.
YOU = "you"


def variant_in(draft: Draft, variant: int) -> Variant:
    """The variant of this number, from 0. Raises `InputError` for one that the draft does not have."""
    if not 0 <= variant < len(draft.variants):
        raise InputError(f"variant: expected 0 to {len(draft.variants) - 1}, got {variant}.")
    return draft.variants[variant]


def recheck(
    brief: Brief,
    draft: Draft,
    variant: int,
    texts: Mapping[str, str],
    playbook: Playbook | None = None,
    written: Iterable[tuple[str, str, str]] = (),
) -> Variant:
    """The variant with its texts as they are now: findings, ledger and sentences fresh, the rest as it was.

    A sentence that stands as it stood, wherever in its text, stays whose it was; any other is "you", but for those
    `written` by somebody else, as (field, sentence, by). Texts that are not given are gone. A few milliseconds for a page
    of copy. Raises `InputError` for an unknown variant and for a text that the brief's channels do not have.
    """
    old, book = variant_in(draft, variant), playbook or load_playbook()
    shapes = book.channel(brief.channel).fields
    strange = next((name for name in texts if name not in shapes), None)
    if strange is not None:
        raise InputError(f"field: {', '.join(brief.channels)} has {', '.join(shapes)}, got {strange!r}.")
    kept = {name: text for name in shapes if (text := texts.get(name, "")).strip()}
    checked = check_texts(kept, brief, draft.plan, resolve_persona(brief), book)
    fresh = finished(kept, checked, old.by, brief, book)
    authors = _Authors(old, written)
    sentences = tuple(authors.sign(one, kept[one.field][one.start : one.end]) for one in fresh.sentences)
    return replace(
        old,
        texts=kept,
        ledger=fresh.ledger,
        diagnostics=fresh.diagnostics,
        needs_review=fresh.needs_review,
        sentences=sentences,
    )


class _Authors:
    """Who wrote which sentence of a version, each to be claimed once."""

    def __init__(self, old: Variant, written: Iterable[tuple[str, str, str]]) -> None:
        self._known: dict[tuple[str, str], list[Sentence]] = {}
        for one in old.sentences:
            said = old.texts.get(one.field, "")[one.start : one.end]
            self._known.setdefault((one.field, said), []).append(one)
        for field, said, by in written:
            self._known.setdefault((field, said), []).insert(0, Sentence(field, 0, len(said), by))

    def sign(self, one: Sentence, said: str) -> Sentence:
        """The sentence with its author, and with the rules that stopped what stood there before."""
        own = self._known.get((one.field, said))
        known = own.pop(0) if own else None
        return replace(one, by=known.by if known else YOU, why=known.why if known else "")
