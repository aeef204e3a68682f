"""The draft as HTML: a fragment to paste into a page, and a page of its own with what proves each number."""

from __future__ import annotations

from assistant.schema import Draft, Lang, Variant
from assistant.ui.export import LISTED, channel_name, field_name, places, proof_source
from assistant.ui.markup import Html, el, join
from assistant.ui.words import Words

_STYLE = (
    "body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2730}"
    "table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;"
    "padding:.35rem .6rem .35rem 0;border-bottom:1px solid #dfdcd3}"
)


def html_fragment(variant: Variant, lang: Lang) -> str:
    """The copy alone, as headings, paragraphs and lists; several channels under a heading each. Empty without texts."""
    return "\n".join(_parts(variant, lang))


def html_page(draft: Draft, lang: Lang, words: Words) -> str:
    """A file that opens anywhere and fetches nothing: the first variant, its proofs, the questions to colleagues."""
    variant = draft.variants[0]
    parts = [el("main", join(_parts(variant, lang)), lang=lang)]
    if variant.ledger:
        heads = ("number", "field", "kind", "proof", "source")
        head = el("tr", *(el("th", words(f"ledger.{key}"), scope="col") for key in heads))
        rows = [
            el(
                "tr",
                el("td", entry.text, lang=lang),
                el("td", field_name(entry.field, words)),
                el("td", words.name("proof", entry.kind)),
                el("td", entry.proof, lang=lang),
                el("td", proof_source(entry.source, entry.kind)),
            )
            for entry in variant.ledger
        ]
        parts.append(el("h2", words("draft.proof_file")))
        parts.append(el("table", el("thead", head), el("tbody", *rows)))
    if draft.questions:
        parts.append(el("h2", words("draft.questions")))
        parts.append(el("ul", *(el("li", question) for question in draft.questions), lang=lang))
    head_of_page = f'<meta charset="utf-8"><title>Yardstick</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="{words.lang}">\n<head>{head_of_page}</head>\n<body>\n{join(parts)}\n</body>\n</html>\n'


def _parts(variant: Variant, lang: Lang) -> list[Html]:
    parts: list[Html] = []
    for channel, texts in places(variant):
        parts += [el("h1", channel_name(channel, lang))] if channel else []
        for field, text in texts.items():
            if field == "headline":
                parts.append(el("h2" if channel else "h1", text))
            elif field in LISTED:
                parts.append(el("ul", *(el("li", line) for line in text.split("\n"))))
            else:
                parts += [el("p", line) for line in text.split("\n") if line]
    return parts
