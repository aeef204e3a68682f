"""The facts of a page, and what is doubted on it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.plan.pages.conflicts import Doubted, find_conflicts, without_repeats
from assistant.plan.pages.judging import Judge
from assistant.plan.pages.lines import find_pieces
from assistant.plan.pages.products import first_product
from assistant.playbook import Playbook, load_playbook
from assistant.quantities import find_quantities
from assistant.schema import Lang, Market
from assistant.schema.brief import BRIEF_FACTS

_SEVERAL: dict[Lang, str] = {
    "en": "The page lists {count} products; these are the facts of the first{name}.",
    "zh-Hans": "页面上有{count}件商品，这里只取第一件{name}的资料。",
    "zh-Hant": "頁面上有{count}件商品，這裡只取第一件{name}的資料。",
}
_NAMED: dict[Lang, str] = {"en": ", {name}", "zh-Hans": "“{name}”", "zh-Hant": "「{name}」"}


# A page is a few screens.
PAGE_CHARS = 60_000
# A page is no catalogue: more than this is not compared line with line.
_LINES = 2 * BRIEF_FACTS


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page gives a brief: lines in the page's order with the price last; what it says in two ways; notices.

    `product` is the name of the first product where the page lists several, `brand` and `kind` what its table says.
    """

    facts: tuple[str, ...]
    doubted: tuple[Doubted, ...] = ()
    notices: tuple[str, ...] = ()
    product: str = ""
    brand: str = ""
    kind: str = ""


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
    told, product, count = first_product(text[:PAGE_CHARS], title)
    name = product or title
    pieces = find_pieces(told, lang, title)
    judge = Judge(lang, market, playbook, name)
    lines = [line for piece in pieces for line in judge.lines(piece)][:_LINES]
    # What a heading, the title and the opening line claim is claimed of the product as a whole.
    claims = [name, *(piece.text for piece in pieces[:1] if not piece.label and len(piece.text) < 120)]
    claims += [piece.text for piece in pieces if piece.kind == "heading"]
    headlines = [quantity for claim in claims for quantity in find_quantities(claim, lang, market)]
    stated, doubted = find_conflicts(without_repeats(lines), headlines, lang)
    ordered = [line.text for line in stated if not line.price] + [line.text for line in stated if line.price][:1]
    named = _NAMED[lang].format(name=product) if product else ""
    return PageFacts(
        facts=tuple(ordered[:BRIEF_FACTS]),
        doubted=doubted,
        notices=(_SEVERAL[lang].format(count=count, name=named),) if count > 1 else (),
        product=product,
        brand=next((p.value for p in pieces if p.label.lower() in ("brand", "品牌")), ""),
        kind=next((p.value for p in pieces if p.label.lower() in ("type", "类型", "類型", "product name", "品名")), ""),
    )
