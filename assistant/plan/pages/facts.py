"""The facts of a page, and what is doubted on it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.plan.pages.conflicts import Doubted, find_conflicts
from assistant.plan.pages.gathering import gather
from assistant.plan.pages.judging import Judge
from assistant.plan.pages.lines import find_pieces
from assistant.plan.pages.products import notice, product_facts
from assistant.plan.pages.repeats import without_repeats
from assistant.plan.pages.titles import clean_title
from assistant.playbook import Playbook, load_playbook
from assistant.quantities import find_quantities
from assistant.schema import Lang, Market
from assistant.schema.brief import BRIEF_FACTS

# A page is a few screens.
PAGE_CHARS = 60_000
# A page is no catalogue: more than this is not compared line with line.
_LINES = 2 * BRIEF_FACTS


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page gives a brief: lines in the page's order with the price last; what it says in two ways; notices.

    `brand` and `kind` are what its table says. Where the page lists `several` products each is one fact, and `product` is
    what their names share.
    """

    facts: tuple[str, ...]
    doubted: tuple[Doubted, ...] = ()
    notices: tuple[str, ...] = ()
    product: str = ""
    brand: str = ""
    kind: str = ""
    several: bool = False


def find_page_facts(
    text: str, lang: Lang, market: Market | None = None, playbook: Playbook | None = None, title: str = ""
) -> PageFacts:
    r"""The facts of a page as lines of a brief, without repeats; no facts for a page that states none. Never raises.

    At most as many as a brief takes. Praise is left out and its figures stay under their labels; figures that
    contradict each other are both left out and doubted.

    >>> find_page_facts("Weight: 69 g\nColour: White\nOur world-leading design!\nPrice: £20", "en").facts
    ('Weight: 69 g', 'Colour: White', 'Price: £20')
    >>> find_page_facts("Weight: 69 g\nWeight: 96 g", "en").doubted[0].why
    'The page gives “Weight: 69 g” and “Weight: 96 g” for Weight. Which is right?'
    """
    playbook = playbook or load_playbook()
    told = text[:PAGE_CHARS]
    listed = product_facts(told, lang, title, market)
    if listed:
        return PageFacts(listed.facts, notices=(notice(listed, lang),), product=listed.name, several=True)
    pieces = find_pieces(told, lang, title)
    brand = next((p.value for p in pieces if p.label.lower() in ("brand", "品牌")), "")
    names = tuple(one for one in (clean_title(title, lang), brand) if one)
    lines = gather(pieces, Judge(lang, market, playbook, title, names))[:_LINES]
    # What a heading, the title and the opening line claim is claimed of the product as a whole.
    claims = [title, *(piece.text for piece in pieces[:1] if not piece.label and len(piece.text) < 120)]
    claims += [piece.text for piece in pieces if piece.kind == "heading"]
    headlines = [quantity for claim in claims for quantity in find_quantities(claim, lang, market)]
    stated, doubted = find_conflicts(without_repeats(lines, lang), headlines, lang)
    ordered = [line.text for line in stated if not line.price] + [line.text for line in stated if line.price][:1]
    return PageFacts(
        facts=tuple(ordered[:BRIEF_FACTS]),
        doubted=doubted,
        brand=brand,
        kind=next((p.value for p in pieces if p.label.lower() in ("type", "类型", "類型", "product name", "品名")), ""),
    )
