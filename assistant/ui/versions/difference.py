"""What differs between two states of a product: facts line by line, texts of the draft, and what else was entered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from assistant.draft import Change, diff_sentences
from assistant.schema import Lang
from assistant.schema.work import Work

# Of longer sources the rest is not compared: nobody reads so much of what changed.
_MOST_LINES = 2_000
_LINE_CHARS = 2_000
# Lines that share less are two lines, and no change of one.
_ALIKE = 0.4
# Told by facts and texts; `shown` and the like are no content.
_APART = ("source", "facts", "written")

DraftChange = Literal["", "written", "anew", "removed", "edited"]


@dataclass(frozen=True, slots=True)
class TextDifference:
    """One text of the draft that differs: which variant, which field, and how it read before and after."""

    variant: int
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """`facts` are the lines that differ, in order; `fields` the names of what else was entered; `draft` says what became
    of the draft as a whole, `texts` which of its texts differ.
    """

    facts: tuple[Change, ...] = ()
    texts: tuple[TextDifference, ...] = ()
    fields: tuple[str, ...] = ()
    draft: DraftChange = ""

    @property
    def is_empty(self) -> bool:
        """Whether a reader would see no difference."""
        return not (self.facts or self.texts or self.fields or self.draft)


def find_difference(before: Work, after: Work, lang: Lang) -> Difference:
    """What became of one state in the other. Empty for two that read the same."""
    texts = tuple(_texts_between(before, after))
    return Difference(
        tuple(diff_lines(facts_of(before), facts_of(after), lang)),
        texts,
        tuple(
            name for name in Work.model_fields if name not in _APART and getattr(before, name) != getattr(after, name)
        ),
        _became(before, after, bool(texts)),
    )


def facts_of(work: Work) -> list[str]:
    """The lines that say what is true of the product, those left out not among them; of a source as it was pasted."""
    lines = work.source.splitlines() if work.facts is None else [one.text for one in work.facts if one.use]
    return [line.strip() for line in lines if line.strip()]


def texts_of(work: Work, variant: int) -> dict[str, str]:
    """The texts of a variant as a person has left them; empty where there is none."""
    if work.written is None:
        return {}
    # As another Yardstick may have written it.
    variants = work.written.draft.get("variants")
    one = variants[variant] if isinstance(variants, Sequence) and variant < len(variants) else None
    texts = one.get("texts") if isinstance(one, Mapping) else None
    edits = work.written.edits.get(variant)
    found = {str(key): str(text) for key, text in texts.items()} if isinstance(texts, Mapping) else {}
    return {**found, **(edits.texts if edits else {})}


def count_variants(work: Work) -> int:
    """How many variants the draft has; 0 without one."""
    variants = work.written.draft.get("variants") if work.written else None
    return len(variants) if isinstance(variants, Sequence) else 0


def diff_lines(before: Sequence[str], after: Sequence[str], lang: Lang) -> Iterator[Change]:
    """The lines that differ, in reading order; a line that was only changed is one change."""
    old = [line[:_LINE_CHARS] for line in before[:_MOST_LINES]]
    new = [line[:_LINE_CHARS] for line in after[:_MOST_LINES]]
    for tag, start, end, low, high in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            continue
        was, now = old[start:end], new[low:high]
        for place in range(max(len(was), len(now))):
            yield from _line(was[place] if place < len(was) else "", now[place] if place < len(now) else "", lang)


def _line(was: str, now: str, lang: Lang) -> Iterator[Change]:
    if was and now and SequenceMatcher(None, was, now, autojunk=False).quick_ratio() >= _ALIKE:
        found = diff_sentences(was, now, lang)
        # A line of several sentences stays one line.
        yield found[0] if len(found) == 1 and found[0].kind == "changed" else Change("changed", was, now, 0, 0)
        return
    if was:
        yield Change("removed", was, "", 0, 0)
    if now:
        yield Change("added", "", now, 0, 0)


def _texts_between(before: Work, after: Work) -> Iterator[TextDifference]:
    """Of one draft every text that somebody has changed; of a new one those that are looked at."""
    if before.written is None and after.written is None:
        return
    if _same_draft(before, after):
        pairs = [(number, number) for number in range(count_variants(after))]
    else:
        pairs = [(_shown(before), _shown(after))]
    for old, new in pairs:
        was, now = texts_of(before, old), texts_of(after, new)
        for field in dict.fromkeys((*now, *was)):
            if was.get(field, "") != now.get(field, ""):
                yield TextDifference(new, field, was.get(field, ""), now.get(field, ""))


def _became(before: Work, after: Work, texts: bool) -> DraftChange:
    if before.written is None or after.written is None:
        return "" if before.written is after.written else "written" if after.written else "removed"
    if not _same_draft(before, after):
        return "anew"
    return "edited" if texts else ""


def _same_draft(before: Work, after: Work) -> bool:
    return before.written is not None and after.written is not None and before.written.id == after.written.id


def _shown(work: Work) -> int:
    return max(0, min(work.written.shown, count_variants(work) - 1)) if work.written else 0
