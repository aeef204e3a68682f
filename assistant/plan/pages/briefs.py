"""A page as a brief."""

from __future__ import annotations

import re

from assistant.errors import InputError
from assistant.plan.pages.facts import PageFacts, find_page_facts
from assistant.plan.pages.titles import clean_title
from assistant.playbook import Playbook
from assistant.schema import Lang, Market
from assistant.schema.brief import Brief

# What a table calls the thing; a longer entry is a description.
_KIND = 40


class NoFactsError(InputError):
    """A page that states nothing about a product."""


def brief_from_page(
    text: str,
    lang: Lang,
    title: str = "",
    market: Market | None = None,
    playbook: Playbook | None = None,
    found: PageFacts | None = None,
) -> Brief:
    """A brief with the facts of a page, the product's name out of its title, and the names that are no praise.

    `found` are the facts where they have been read already. Raises `NoFactsError` for a page without any.

    >>> brief_from_page("Weight: 350 grams", "en", "KEN - Mid Rise Bar - 72cm").product
    'KEN Mid Rise Bar'
    """
    found = found or find_page_facts(text, lang, market, playbook, title)
    if not found.facts:
        raise NoFactsError("the page states no facts. Give a brief with its facts, one a line.")
    product, category, names = name_page(found, title, lang)
    return Brief(
        facts=found.facts,
        product=product,
        category=category,
        names=names,
        lang=lang,
        market=market,
    )


def name_page(found: PageFacts, title: str, lang: Lang) -> tuple[str, str, tuple[str, ...]]:
    """What a page calls the product, its kind, and the names on it that are no praise; "" and none where it does not say."""
    product = clean_title(found.product if found.several else title, lang)
    maker = found.brand if len(found.brand) <= 40 else ""
    codes = [] if found.several else re.findall(r"\b[A-Z][A-Za-z]{2,}\b", title)
    listed = [re.split("[:：]", fact)[0].strip() for fact in found.facts] if found.several else []
    known = (maker, *codes[:1], *listed)
    names = tuple(dict.fromkeys(name for name in known if name and name != product))
    return product, found.kind if len(found.kind) <= _KIND else "", names
