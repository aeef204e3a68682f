"""What a person changes in the draft on the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.schema import Variant
from assistant.schema.work import Author, Edits, WrittenFor
from assistant.ui.desk import change, desk, put


def written() -> WrittenFor:
    """The draft on the desk; there must be one."""
    found = desk().work.written
    assert found is not None
    return found


def edits_of(variant: int) -> Edits:
    """What was changed in a variant; nothing at first."""
    return written().edits.get(variant, Edits())


def put_texts(variant: int, now: Variant, texts: dict[str, str]) -> None:
    """Puts texts into a variant that have been typed; those that are as they were change nothing."""
    changed = {field: text for field, text in texts.items() if text != now.texts.get(field, "")}
    if changed:
        _edit(variant, texts={**edits_of(variant).texts, **changed})


def put_sentence(variant: int, texts: dict[str, str], field: str, sentences: Sequence[str], by: str) -> None:
    """Puts texts in which somebody else than the person at the screen wrote `sentences` of a field."""
    known = edits_of(variant)
    authors = (*known.authors, *(Author(field=field, sentence=one, by=by) for one in sentences))
    _edit(variant, texts={**known.texts, **texts}, authors=authors[-200:])
    # The fields that are typed in take their texts from here.
    put()


def approve(variant: int, sentences: Sequence[str], approved: bool) -> None:
    """Approves sentences as they stand, or takes the approval back."""
    known = edits_of(variant)
    kept = tuple(one for one in known.accepted if one not in sentences)
    _edit(variant, accepted=(*kept, *dict.fromkeys(sentences)) if approved else kept)


def as_written(variant: int, field: str | None = None) -> None:
    """Gives a text, or all of a variant, back the words that the writer gave it."""
    known = edits_of(variant)
    _edit(variant, texts={} if field is None else {name: text for name, text in known.texts.items() if name != field})
    put()


def show_variant(variant: int) -> None:
    """Goes to another variant."""
    change(written=written().model_copy(update={"shown": variant}))


def _edit(variant: int, **fields: Any) -> None:
    now = written()
    new = edits_of(variant).model_copy(update=fields)
    change(written=now.model_copy(update={"edits": {**now.edits, variant: new}}))
