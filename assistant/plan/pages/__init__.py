"""A brief out of a page as it stands: what a colleague would copy, no model.

    products   pages that list several products: one fact each
    unrolling  long lines in which a page ran together, back into lines
    sections   the lines without those about the shop; headings told from lines
    lines      the page in pieces: rows, items, sentences
    runs       lists behind commas, glued sentences and labels behind values, apart again
    tables     rows that ran together, back into rows
    judging    of each piece the row, the sentence without applause, its figures with what they are of, or nothing
    describing_english, describing_chinese
               a sentence as a buyer is told it, without applause; "" where it says nothing
    gathering  the items of a section such as "Applications" as one fact
    repeats    what stands twice
    conflicts  what contradicts itself
    merging    the facts that a model has read beside those of the rules
    titles     the product's name without what is there for search engines
    briefs     all of it as a brief
    spreadsheets
               tables of files as facts; units out of the names of columns
    documents  Markdown and HTML as lines, the cells of their tables as rows

`words` holds the words that pages are made of.
"""

from assistant.plan.pages.briefs import NoFactsError, brief_from_page
from assistant.plan.pages.conflicts import Doubted
from assistant.plan.pages.documents import page_of
from assistant.plan.pages.facts import PageFacts, find_page_facts
from assistant.plan.pages.merging import Merged, merge_facts
from assistant.plan.pages.spreadsheets import NoRowError, facts_of, told_of_tables

__all__ = [
    "Doubted",
    "Merged",
    "NoFactsError",
    "NoRowError",
    "PageFacts",
    "brief_from_page",
    "facts_of",
    "find_page_facts",
    "merge_facts",
    "page_of",
    "told_of_tables",
]
