"""A brief out of whatever file a person has: a brief in YAML or JSON, else a page, a document or a table."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.cli.reading import brief_from, load_brief, read_bytes, read_text
from assistant.errors import InputError
from assistant.schema.language import guess_lang
from assistant.schema.nouns import Draft, Lang

if TYPE_CHECKING:
    from assistant.chain.calls import Calls
    from assistant.chain.settings import ModelSettings
    from assistant.documents.files import Opened
    from assistant.draft.from_page import PageBrief
    from assistant.playbook import Playbook
    from assistant.schema.brief import Brief

_BRIEFS = (".yaml", ".yml", ".json")
_TABLES = ("csv", "xlsx")
# The count stands in a notice, all of them in the JSON.
_DROPPED_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Given:
    """A brief, and the page that it was read from, None where the file is a brief."""

    brief: Brief
    page: PageBrief | None = None

    def with_questions(self, draft: Draft) -> Draft:
        """A draft with what the reading of the page leaves to ask, and its notices."""
        if self.page is None:
            return draft
        return replace(
            draft,
            questions=tuple(dict.fromkeys((*draft.questions, *self.page.asked))),
            notices=(*self.page.notices, *draft.notices),
        )

    def row(self) -> dict[str, Any]:
        """The key of the JSON that says what a model made of the page; empty where none has read it."""
        if self.page is None or not self.page.by:
            return {}
        from assistant.draft.from_page import page_row

        return {"page": page_row(self.page)}


def load_brief_or_page(
    name: str,
    lang: Lang | None,
    playbook: Playbook | None = None,
    settings: ModelSettings | None = None,
    calls: Calls | None = None,
    row: int | None = None,
) -> Given:
    """The brief in a file, or the brief that comes of reading the file as a page, which standard error says.

    A file that is called YAML or JSON is a brief; any other is one if it holds a brief's keys. `lang` is the page's
    language, else it is guessed. With `settings` a model reads the page, too. `row` chooses a product of a table, from 1.
    Raises `InputError` for a file that is not read, a page that states no facts and a row that is not there;
    `BudgetReached` and `Cancelled` as `calls` has it.
    """
    if name.lower().endswith(_BRIEFS):
        opened = None
        document: Any = None
    else:
        opened = _open(name)
        document = None if opened.tables or opened.kind == "docx" else _as_brief(opened.text)
    if row is not None and (opened is None or not (opened.tables or opened.kind in _TABLES)):
        raise InputError(f"--row: {name} holds no table. It goes with a file such as products.csv or products.xlsx.")
    if opened is None:
        return Given(load_brief(name, playbook))
    if document is not None:
        return Given(brief_from(document, name, playbook))
    return _read_page(opened, name, lang, playbook, settings, calls, row)


def _open(name: str) -> Opened:
    """What stands in a file of any kind, or in text from standard input."""
    from assistant.documents import guess_kind
    from assistant.documents.files import Opened, read_file

    if name != "-":
        return read_file(name, read_bytes(name))
    text = read_text(name)
    kind = guess_kind(name, text)
    return Opened(name, kind, text, kind)


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


def _read_page(
    opened: Opened,
    name: str,
    lang: Lang | None,
    playbook: Playbook | None,
    settings: ModelSettings | None,
    calls: Calls | None,
    row: int | None,
) -> Given:
    from assistant.documents import read_document
    from assistant.documents.files import say_notice
    from assistant.draft.from_page import brief_of_page
    from assistant.plan.pages import NoFactsError, NoRowError, page_of, told_of_tables

    document = read_document(opened.text, opened.kind_of_text)
    lang = guess_lang(document.text) if lang is None or guess_lang(document.text) == "en" else lang
    try:
        if opened.kind in _TABLES or row is not None:
            title, told = told_of_tables(opened.tables, None if row is None else row - 1, lang)
        else:
            title, told = page_of(document)
        page = brief_of_page(told, lang, title, settings=settings, calls=calls, playbook=playbook)
    except (NoFactsError, NoRowError) as error:
        raise InputError(f"{name}: {error}") from None
    _say(f"{name} is no brief in YAML or JSON: read as a page, {len(page.brief.facts)} facts.")
    for notice in opened.notices:
        _say(say_notice(notice, lang))
    for said in (*page.read.notices, *(doubted.why for doubted in page.read.doubted)):
        _say(said)
    for dropped, why in page.dropped[:_DROPPED_SHOWN]:
        _say(f"{page.by}: “{dropped}”: {why}")
    return Given(page.brief, page)


def _say(words: str) -> None:
    print(f"yardstick: {words}", file=sys.stderr)
