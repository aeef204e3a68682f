"""A page → a brief: what the rules read in it, and what a model reads beside them, held against the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.chain.calls import Calls, Took
from assistant.draft.by_model import what_it_took
from assistant.errors import ModelError
from assistant.plan.pages import PageFacts, brief_from_page, find_page_facts, merge_facts
from assistant.playbook import Playbook
from assistant.schema import Lang
from assistant.schema.brief import Brief

if TYPE_CHECKING:
    from assistant.chain.settings import ModelSettings
    from assistant.chain.taking import ReadFacts

_NOTICE: dict[str, dict[Lang, str]] = {
    "read": {
        "en": "{model} read the page too; facts that the rules had not read: {new}; lines of it not taken: {dropped}.",
        "zh-Hans": "{model}也读了页面：规则没有读到的事实{new}条，未采用的{dropped}条。",
        "zh-Hant": "{model}也讀了頁面：規則沒有讀到的事實{new}筆，未採用的{dropped}筆。",
    },
    "unread": {
        "en": "The model did not read the page ({why}) The facts are those that the rules read.",
        "zh-Hans": "模型没有读成这个页面（{why}）事实只有规则读出的那些。",
        "zh-Hant": "模型沒有讀成這個頁面（{why}）事實只有規則讀出的那些。",
    },
}
_AGAINST: dict[Lang, str] = {
    "en": "The page gives this figure in two ways.",
    "zh-Hans": "页面上这个数值前后不一。",
    "zh-Hant": "頁面上這個數值前後不一。",
}


@dataclass(frozen=True, slots=True)
class PageBrief:
    """A brief out of a page, and how it was read.

    `read` is what the rules found. Where a model has read the page, too, `by` is its name, `new` are the facts that it
    alone found (the brief's last ones), `dropped` its lines that were not taken, each with the reason, and `asked` the
    questions that it leaves for the seller; else all are empty. `notices` are for whoever asked.
    """

    brief: Brief
    read: PageFacts
    by: str = ""
    new: tuple[str, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    asked: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def brief_of_page(
    text: str,
    lang: Lang,
    title: str = "",
    *,
    settings: ModelSettings | None = None,
    calls: Calls | None = None,
    playbook: Playbook | None = None,
) -> PageBrief:
    """The brief that a page makes: by the rules, and with `settings` by a model, whose facts come after the rules'.

    A model that cannot be asked leaves the rules' facts and a notice. It is not asked about a page of several products,
    where each product is one fact. Raises `NoFactsError` for a page that states no facts; `BudgetReached` and `Cancelled`
    as `calls` has it.
    """
    found = find_page_facts(text, lang, playbook=playbook, title=title)
    if settings is None or found.several:
        return PageBrief(brief_from_page(text, lang, title, playbook=playbook, found=found), found)
    asked = replace(calls or Calls(), took=Took())
    notices: list[str] = []
    try:
        said = _ask(text, lang, title, found, settings, asked, playbook, notices)
    finally:
        if calls is not None:
            calls.took.merge(asked.took)
    notices += what_it_took(asked, lang)
    if said is None:
        brief = brief_from_page(text, lang, title, playbook=playbook, found=found)
        return PageBrief(brief, found, notices=tuple(notices))
    return _with(said, text, lang, title, found, settings, playbook, notices)


def _ask(
    text: str,
    lang: Lang,
    title: str,
    found: PageFacts,
    settings: ModelSettings,
    calls: Calls,
    playbook: Playbook | None,
    notices: list[str],
) -> ReadFacts | None:
    # LangChain takes seconds to import: only a page that a model reads pays for it.
    from assistant.chain.reading import read_facts

    names = tuple(name for name in (found.product, found.brand) if name)
    try:
        return read_facts(text, lang, settings, title=title, names=names, playbook=playbook, calls=calls)
    except ModelError as error:
        notices.append(_NOTICE["unread"][lang].format(why=error))
        return None


def _with(
    said: ReadFacts,
    text: str,
    lang: Lang,
    title: str,
    found: PageFacts,
    settings: ModelSettings,
    playbook: Playbook | None,
    notices: Sequence[str],
) -> PageBrief:
    """The brief with what a model has read beside the rules."""
    merged = merge_facts(found.facts, said.facts, found.doubted, lang, playbook=playbook)
    dropped = (*said.dropped, *((fact, _AGAINST[lang]) for fact in merged.against))
    whole = replace(found, facts=merged.facts, kind=found.kind or said.category)
    brief = brief_from_page(text, lang, title, playbook=playbook, found=whole)
    if not brief.product and said.product:
        brief = brief.model_copy(update={"product": said.product})
    counts = {"model": settings.model, "new": len(merged.new), "dropped": len(dropped)}
    return PageBrief(
        brief,
        found,
        settings.model,
        merged.new,
        dropped,
        tuple(dict.fromkeys((*said.asked, *(one.why for one in merged.doubted)))),
        (_NOTICE["read"][lang].format(**counts), *notices),
    )


def page_row(page: PageBrief) -> dict[str, Any]:
    """What a model made of a page, as the JSON of the interface."""
    return {
        "by": page.by,
        "facts": list(page.new),
        "dropped": [{"text": text, "why": why} for text, why in page.dropped],
    }
