"""A brief out of whatever file a person has: a brief in YAML or JSON, else a page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from assistant.cli.reading import brief_from, load_brief, read_text
from assistant.errors import InputError
from assistant.schema.language import guess_lang
from assistant.schema.nouns import Lang

if TYPE_CHECKING:
    from assistant.playbook import Playbook
    from assistant.schema.brief import Brief

_BRIEFS = (".yaml", ".yml", ".json")


def load_brief_or_page(name: str, lang: Lang | None, playbook: Playbook | None = None) -> Brief:
    """The brief in a file, or the brief that comes of reading the file as a page, which standard error says.

    A file that is called YAML or JSON is a brief; any other is one if it holds a brief's keys. `lang` is the page's
    language, else it is guessed. Raises `InputError` for a page that states no facts.
    """
    if name.lower().endswith(_BRIEFS):
        return load_brief(name, playbook)
    text = read_text(name)
    document = _as_brief(text)
    if document is not None:
        return brief_from(document, name, playbook)
    return _read_page(text, name, lang, playbook)


def _as_brief(text: str) -> dict[str, Any] | None:
    """The document of a text that is a brief in YAML or JSON; None for any other text."""
    import yaml

    from assistant.schema.brief import Brief

    try:
        document = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    known = isinstance(document, dict) and not Brief.model_fields.keys().isdisjoint(document)
    # "Weight: 69 g" is YAML too.
    return document if known else None


def _read_page(text: str, name: str, lang: Lang | None, playbook: Playbook | None) -> Brief:
    from assistant.documents import guess_kind, read_document
    from assistant.plan.pages import brief_from_page, find_page_facts, page_of

    document = read_document(text, guess_kind(name, text))
    title, told = page_of(document)
    lang = guess_lang(document.text) if lang is None or guess_lang(document.text) == "en" else lang
    found = find_page_facts(told, lang, playbook=playbook, title=title)
    _say(f"{name} is no brief in YAML or JSON: read as a page, {len(found.facts)} facts.")
    for notice in (*found.notices, *(doubted.why for doubted in found.doubted)):
        _say(notice)
    try:
        return brief_from_page(told, lang, title, playbook=playbook, found=found)
    except InputError as error:
        raise InputError(f"{name}: {error}") from None


def _say(words: str) -> None:
    print(f"yardstick: {words}", file=sys.stderr)
