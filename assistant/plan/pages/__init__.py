"""A brief out of a page as it stands: what a colleague would copy, no model.

    products   of a page that lists several products, the first
    lines      the page in pieces: rows, items, sentences; without the sections that say no facts
    tables     rows that ran together, back into rows
    judging    of each piece the whole, its clean clauses, its figures with what they are of, or nothing
    conflicts  what stands twice, and what contradicts itself
    titles     the product's name without what is there for search engines
    briefs     all of it as a brief
    documents  Markdown and HTML as lines, the cells of their tables as rows

`words` holds the words that pages are made of.
"""

from assistant.plan.pages.briefs import brief_from_page
from assistant.plan.pages.conflicts import Doubted
from assistant.plan.pages.documents import page_of
from assistant.plan.pages.facts import PageFacts, find_page_facts

__all__ = ["Doubted", "PageFacts", "brief_from_page", "find_page_facts", "page_of"]
