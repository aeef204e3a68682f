"""A difference between two states of a product: in a line, or in two columns with what differs marked."""

from __future__ import annotations

from collections import Counter

from assistant.draft import Change, diff_sentences
from assistant.schema import Lang
from assistant.schema.brief import Persona
from assistant.schema.work import Work
from assistant.ui.drafts.changes import render_changes
from assistant.ui.export import channel_name, field_name
from assistant.ui.language import NAMES
from assistant.ui.markup import Html, el, join
from assistant.ui.versions.difference import Difference, count_variants
from assistant.ui.words import Words

# The label that the form gives a field; of the others it is only said that they differ.
_LABELS = {
    "product": "facts.product",
    "persona": "persona.label",
    "channel": "drafts.channels",
    "market": "facts.market",
    "lang": "facts.text_lang",
    "stage": "facts.stage",
    "variants": "drafts.asked",
}


def say_difference(found: Difference, words: Words) -> str:
    """What differs, in a line: which facts came and went, what became of the draft, which other fields."""
    said = []
    if found.facts:
        count = Counter(one.kind for one in found.facts)
        parts = [
            words(f"versions.{kind}", count=count[kind]) for kind in ("added", "changed", "removed") if count[kind]
        ]
        said.append(words("versions.facts", said=_listed(parts, words)))
    if found.draft == "edited":
        fields = dict.fromkeys(field_name(one.field, words) for one in found.texts)
        said.append(words("versions.draft_edited", fields=_listed(list(fields), words)))
    elif found.draft:
        said.append(words(f"versions.draft_{found.draft}"))
    said += _fields(found, words)
    return " · ".join(said) or words("versions.same")


def render_difference(
    found: Difference, before: Work, after: Work, lang: Lang, words: Words, heads: tuple[str, str], most: int = 400
) -> Html:
    """Facts, other fields and texts of the draft, each in two columns under `heads`; at most so many rows of each."""
    parts: list[Html] = []
    if found.facts:
        parts += [el("h3", words("facts.heading")), *_rows(found.facts, lang, words, heads, most)]
    if rows := [_field(name, before, after, words) for name in found.fields if name in _LABELS]:
        parts += [el("h3", words("versions.form")), *_rows(tuple(rows), words.lang, words, heads, most)]
    if set(found.fields) - _LABELS.keys():
        parts.append(el("p", words("versions.others"), cls="ys-hint"))
    numbered = max(count_variants(before), count_variants(after)) > 1
    for one in found.texts[:most]:
        name = field_name(one.field, words)
        changes = diff_sentences(one.before, one.after, lang)
        title = f"{words('draft.heading')} {one.variant + 1} · {name}" if numbered else name
        parts += [el("h3", title), *_rows(changes, lang, words, heads, most)]
    if len(found.texts) > most:
        parts.append(el("p", words("versions.more", count=len(found.texts) - most), cls="ys-hint"))
    if found.draft in ("written", "removed") and not found.texts:
        parts.append(el("p", words(f"versions.draft_{found.draft}")))
    return join(parts or [el("p", words("versions.same"), cls="ys-hint")])


def _rows(changes: tuple[Change, ...], lang: Lang, words: Words, heads: tuple[str, str], most: int) -> list[Html]:
    table = render_changes(changes[:most], lang, words, heads)
    more = len(changes) - most
    return [table, el("p", words("versions.more", count=more), cls="ys-hint")] if more > 0 else [table]


def _fields(found: Difference, words: Words) -> list[str]:
    said = [words(_LABELS[name]) for name in found.fields if name in _LABELS]
    return [*said, words("versions.others")] if set(found.fields) - _LABELS.keys() else said


def _field(name: str, before: Work, after: Work, words: Words) -> Change:
    label = words.lead(_LABELS[name])
    was, now = (_value(name, getattr(work, name), words) for work in (before, after))
    return Change("changed", label + was, label + now, 0, 0)


def _value(name: str, value: object, words: Words) -> str:
    """A field's value as the form says it."""
    if name == "persona":
        return _persona(value, words)
    if not value:
        return words("versions.nothing")
    if name == "channel":
        return _listed(
            [channel_name(str(one), words.lang) for one in ([value] if isinstance(value, str) else _many(value))], words
        )
    if name == "lang":
        return {str(key): said for key, said in NAMES.items()}.get(str(value), str(value))
    if name in ("market", "stage"):
        return words.name(name, str(value))
    return str(value)


def _persona(value: object, words: Words) -> str:
    from assistant.personas import load_personas

    if not value:
        return words("persona.nobody")
    known = value if isinstance(value, Persona) else load_personas().get(str(value))
    return (known.name or known.id) if known else str(value)


def _many(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _listed(parts: list[str], words: Words) -> str:
    return (", " if words.lang == "en" else "、").join(parts)
