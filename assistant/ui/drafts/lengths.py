"""How long each text is, beside the most that its place takes, counted as that place counts."""

from __future__ import annotations

from assistant.playbook import load_playbook
from assistant.schema import Variant
from assistant.schema.brief import Brief
from assistant.ui.export import field_name
from assistant.ui.markup import Html, el
from assistant.ui.words import Words


def length_of(field: str, text: str, brief: Brief, words: Words) -> tuple[str, bool]:
    """What is said of a text's length, and whether it is within the limit."""
    limit = load_playbook().channel(brief.channel).fields[field].limit
    if limit is None:
        return words("drafts.length", count=f"{len(text):,}"), True
    said = {"count": f"{limit.length(text):,}", "most": f"{limit.most:,}", "unit": words.name("counts", limit.counts)}
    key = "drafts.length_each" if limit.each else "drafts.length_of"
    if limit.fits(text):
        return words(key, **said), True
    return words("drafts.too_long" if limit.hard else "drafts.rather_long", said=words(key, **said)), False


def render_lengths(variant: Variant, brief: Brief, words: Words) -> Html:
    """The lengths of all texts in a line, those beyond their limit marked by a sign."""
    parts = []
    for field, text in variant.texts.items():
        said, fits = length_of(field, text, brief, words)
        sign = Html() if fits else el("span", "! ", cls="ys-over", aria_hidden="true")
        parts.append(el("li", sign, el("b", field_name(field, words)), " ", said, cls="" if fits else "ys-over"))
    return el("ul", *parts, cls="ys-lengths")
