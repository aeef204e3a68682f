"""A brief out of a page as it stands: its figures with what they are of, and its plain statements; no model.

Pages run tables together ("Weight 69 g Number of Antennae 2"), mix facts with applause, and end in disclaimers. What
is kept is what a colleague would copy into a brief: figures under their labels, and short statements that hold no
praise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.playbook import OTHER, Playbook, load_playbook
from assistant.praise import find_praise
from assistant.quantities import find_facts
from assistant.schema import Fact, Lang, Market, Quantity
from assistant.schema.brief import BRIEF_FACTS, FACT_CHARS

# A statement longer than this is a paragraph: only its figures are taken.
_STATEMENT = {"en": 120, "zh-Hans": 45, "zh-Hant": 45}
# A label is a few words; what is longer is a sentence that a figure stands in.
_LABEL_WORDS, _LABEL_HAN = 4, 10
_HEADING = re.compile(r"[:：]$|^[^a-z\u4e00-\u9fff]{3,60}$")
_MARK = re.compile(r"^[*#>•·\-–—\s]+")
_ASIDE = re.compile(
    r"\b(?:disclaimer|please allow|please note|note:|may vary|may differ|kindly|in case of|copyright|all rights|subject to change|"
    r"add to cart|buy now|order now|contact us|click|sign up|free shipping over|vs\b|compared (?:to|with) (?:the )?other)"
    r"|温馨提示|溫馨提示|色差|以实物为准|以實物為準|请以|請以|仅供参考|僅供參考|专柜价|專櫃價|执行标准|客服|加入购物车|加入購物車|点击|點擊|关注|關注",
    re.IGNORECASE,
)
_PRICE = re.compile(r"^(?:price|零售价|售价|價格|售價|特價|优惠价)\b", re.IGNORECASE)


def find_page_facts(
    text: str, lang: Lang, market: Market | None = None, playbook: Playbook | None = None
) -> tuple[str, ...]:
    """The facts of a page as lines of a brief, in the page's order, without repeats; empty for a page without any.

    At most as many as a brief takes. Statements with praise are left out; their figures stay where they have labels.

    >>> find_page_facts("Specifications Weight 69 g Colour White. Our world-leading design!", "en")
    ('Weight: 69 g',)
    """
    playbook = playbook or load_playbook()
    lines: list[str] = []
    for fact in find_facts(text, lang, market):
        lines += [line for line in _lines(fact, lang, playbook) if len(line) <= FACT_CHARS]
    kept: dict[str, str] = {}
    for line in lines:
        kept.setdefault(line.lower(), line)
    return tuple(kept.values())[:BRIEF_FACTS]


def _lines(fact: Fact, lang: Lang, playbook: Playbook) -> Iterator[str]:
    """One piece of the page as it stands where it is short and plain, else its figures under their labels."""
    said = _MARK.sub("", fact.text).rstrip(" .。;；,，")
    if not said or _ASIDE.search(said) or _HEADING.search(said):
        return
    praised = any(found.level != "information" for found in find_praise(said, lang))
    if len(said) <= _STATEMENT[lang] and not praised:
        if fact.quantities or fact.attribute or _tells(said, lang, playbook):
            yield said
        return
    colon = ": " if lang == "en" else "："
    for quantity in fact.quantities:
        label = _label(quantity, lang, playbook)
        if label and not quantity.doubts:
            yield f"{label}{colon}{_as_written(quantity, fact)}"


def _tells(said: str, lang: Lang, playbook: Playbook) -> bool:
    """Whether a statement without a figure is about something that the playbook knows."""
    return playbook.topic_of(said, (), lang) != OTHER and (" " in said or lang != "en")


def _label(quantity: Quantity, lang: Lang, playbook: Playbook) -> str:
    """What a figure is of, as a label: the last words of its attribute that a topic knows; "" where none does."""
    attribute = (quantity.attribute or "").strip(" *-–:：,，()（）")
    if not attribute:
        return ""
    if lang != "en":
        known = playbook.topic_of(attribute, (quantity.dimension,), lang) != OTHER
        return attribute if known and len(attribute) <= _LABEL_HAN else ""
    words = attribute.split()
    for count in range(1, min(_LABEL_WORDS, len(words)) + 1):
        tail = " ".join(words[-count:])
        if playbook.topic_of(f"{tail}:", (quantity.dimension,), lang) not in (OTHER,) and _is_label(words[-count:]):
            longer = " ".join(words[-count - 1 :])
            return longer if count < len(words) and _qualifies(words[-count - 1]) else tail
    return ""


_QUALIFIERS = frozenset(
    "battery charging operating storage net maximum max minimum min rated output input total screen item average top wireless "
    "detection alarm working water load cable cord dial strap noise charge standby running service".split()
)


def _qualifies(word: str) -> bool:
    return word.lower() in _QUALIFIERS


def _is_label(words: list[str]) -> bool:
    return all(word[:1].isalpha() for word in words)


def _as_written(quantity: Quantity, fact: Fact) -> str:
    """The figure with the hedge that stands before it on the page."""
    before = fact.text[: quantity.start - fact.start]
    hedge = re.search(
        r"(?:up to|at least|about|approx\.?|max\.?|最大|最高|最长|最長|约|約|至少|可达|可達)\s*$", before, re.IGNORECASE
    )
    return (
        f"{hedge[0].strip()} {quantity.text}"
        if hedge and hedge[0].isascii()
        else f"{hedge[0].strip() if hedge else ''}{quantity.text}"
    )
