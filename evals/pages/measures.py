"""One page: its facts, the drafts of three variants, and what is counted in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.draft import write
from assistant.errors import InputError
from assistant.personas import load_personas
from assistant.plan import read
from assistant.plan.pages import PageFacts, brief_from_page, find_page_facts
from assistant.plan.pairing import is_ambiguous, is_worth_comparing
from assistant.playbook import load_playbook
from assistant.praise import find_praise
from assistant.quantities import find_numbers
from assistant.references import load_book
from assistant.schema import Comparison, Draft, Lang, Market, Variant
from assistant.schema.brief import Brief, Persona
from assistant.schema.language import other_script

VARIANTS = 3
_MARKETS: dict[Lang, tuple[Market, ...]] = {"en": ("us", "uk", "eu"), "zh-Hans": ("cn",), "zh-Hant": ("tw", "hk")}


@dataclass(frozen=True)
class PageResult:
    """What came of a page; the drafts are empty where it states no facts."""

    id: str
    lang: Lang
    found: PageFacts
    brief: Brief | None = None
    draft: Draft | None = None
    untraced: tuple[str, ...] = ()
    praise: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    rankable: bool = False
    offered: bool = False
    compared: int = 0
    useful: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    most: int = 0
    reviews: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


def market_of(lang: Lang, number: int) -> Market:
    """The market of a page: by its language, in turn where that is read in several."""
    markets = _MARKETS[lang]
    return markets[number % len(markets)]


def persona_for(lang: Lang, market: Market, number: int) -> Persona:
    """A ready persona that reads the language, of the market where there is one; another for each page."""
    ready = [persona for persona in load_personas().values() if persona.lang == lang]
    near = [persona for persona in ready if persona.market == market] or ready
    return near[number % len(near)]


def measure(row: Mapping[str, Any], number: int, channel: str = "product_page") -> PageResult:
    """Reads a page, writes its drafts, and counts."""
    lang: Lang = row["lang"]
    title = str(row.get("title", ""))
    market = market_of(lang, number)
    found = find_page_facts(row["text"], lang, market, title=title)
    try:
        brief = brief_from_page(row["text"], lang, title, market, found=found)
    except InputError:
        return PageResult(str(row["id"]), lang, found)
    persona = persona_for(lang, market, number)
    brief = brief.model_copy(update={"persona": persona, "channel": channel, "seed": number})
    draft = write(brief, variants=VARIANTS)
    playbook = load_playbook()
    reading = read(brief, persona, load_book(), playbook)
    told = [
        view
        for view in reading.views
        if view.topic != "price"
        and not view.praise
        and (view.topic not in playbook.topics or playbook.topics[view.topic].told)
    ]
    useful = tuple(view.fact.text for view in told)
    said = ["\n".join(variant.texts.values()) for variant in draft.variants]
    used = tuple(text for text in useful if any(_says(one, text) for one in said[:1]))
    return PageResult(
        id=str(row["id"]),
        lang=lang,
        found=found,
        brief=brief,
        draft=draft,
        untraced=tuple(one for variant in draft.variants for one in _untraced(variant, row["text"] + title, lang)),
        praise=tuple(one for text in said for one in _praised(text, brief)),
        foreign=tuple(one for text in said for one in _foreign(text, brief)),
        rankable=any(is_worth_comparing(view, len(reading.views)) for view in told),
        offered=any(view.best is not None and not is_ambiguous(view) for view in told),
        compared=sum(
            any(entry.kind in ("comparison", "derived") for entry in variant.ledger)
            or any(_beside("\n".join(variant.texts.values()), one) for one in draft.plan.comparisons)
            for variant in draft.variants
        ),
        useful=useful,
        used=used,
        most=playbook.channel(channel).facts,
        reviews=tuple(
            f"{finding.rule}: {finding.message}"
            for variant in draft.variants
            if variant.needs_review
            for finding in variant.diagnostics
            if finding.level == "error"
        ),
    )


def _untraced(variant: Variant, page: str, lang: Lang) -> Iterator[str]:
    """Numbers that no proof covers, and proofs by a fact whose digits the page does not hold."""
    bare = re.sub(r"[\s,]", "", page)
    for name, text in variant.texts.items():
        proven = [(entry.start, entry.end) for entry in variant.ledger if entry.field == name]
        for number in find_numbers(text, lang):
            digits = re.search(r"\d", number.text)
            if digits and not any(start < number.end and number.start < end for start, end in proven):
                yield f"{name}: {number.text}"
    for entry in variant.ledger:
        if entry.kind == "fact":
            for digits in re.findall(r"\d[\d.,]*\d|\d", entry.text):
                if digits.replace(",", "").rstrip("0").rstrip(".") not in bare and digits.replace(",", "") not in bare:
                    yield f"{entry.field}: {entry.text} ({entry.source})"


def _praised(text: str, brief: Brief) -> Iterator[str]:
    names = tuple(name for name in (brief.product, *brief.names) if name)
    for finding in find_praise(text, brief.lang, names=names, market=brief.market):
        if finding.level != "information":
            yield text[max(0, finding.start - 15) : finding.end + 10].replace("\n", " ")


def _foreign(text: str, brief: Brief) -> Iterator[str]:
    given = brief.product + "".join(brief.facts)
    if brief.lang == "en":
        found = [char for char in text if "\u4e00" <= char <= "\u9fff" and char not in given]
    else:
        found = [char for char in text if other_script(char, brief.lang) and char not in given]
    if found:
        yield "".join(dict.fromkeys(found))


def _beside(text: str, comparison: Comparison) -> bool:
    """Whether a text puts a thing beside a figure: it holds one of the thing's names."""
    low = text.lower()
    names = [
        name
        for one in comparison.references
        for names in one.names.values()
        for name in (names.name, names.thing, names.of, names.many)
        if name
    ]
    return any(re.sub(r"^(?:a|an|the|one) ", "", name.lower()) in low for name in names)


def _says(text: str, fact: str) -> bool:
    """Whether a text tells a fact: all its figures, else most of its words."""
    figures = re.findall(r"\d[\d.,]*\d|\d", fact)
    flat = re.sub(r"[\s,]", "", text).lower()
    if figures:
        return all(figure.replace(",", "") in flat for figure in figures[:3])
    value = re.split(r"[:：]", fact)[-1]
    words = re.findall(r"[A-Za-z]{3,}|[\u4e00-\u9fff]{2}", value.lower())
    return bool(words) and sum(word in text.lower() for word in words) * 2 > len(words)
