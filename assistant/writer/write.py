"""Fills the fields of a channel from a plan. Equal plans give equal texts; variants differ in angle and opening."""

from __future__ import annotations

import re

from assistant.comparisons.wording import rung_value, stated
from assistant.schema import Comparison, Fact, Lang, Plan
from assistant.schema.brief import Brief, Persona
from assistant.writer.fields import BULLETS, FIELDS, SUMMARY
from assistant.writer.phrases import PHRASES, Phrases

BUILT_IN = "built-in"
# Variants open differently: with the comparison, with the customer's day, with the ladder.
OPENINGS = ("comparison", "customer", "ladder")


class _Material:
    """A plan laid out for writing: used facts in order, each with its comparison."""

    def __init__(self, brief: Brief, persona: Persona | None, plan: Plan, variant: int) -> None:
        facts = {fact.id: fact for fact in plan.facts}
        beside: dict[str, Comparison] = {}
        for comparison in plan.comparisons:
            # The first of a fact is the chosen one; alternatives follow it.
            beside.setdefault(comparison.id.rpartition("-")[0], comparison)
        order = list(plan.used)
        if variant and order:
            # Another variant leads with another fact, and keeps the rest in their order.
            turn = variant % len(order)
            order = [order[turn], *order[:turn], *order[turn + 1 :]]
        self.pairs: list[tuple[Fact, Comparison | None]] = [(facts[i], beside.get(i)) for i in order]
        self.brief, self.plan = brief, plan
        self.opening = OPENINGS[variant % len(OPENINGS)]
        told = " ".join(fact.text for fact, _ in self.pairs)
        pains = persona.pains if persona and brief.stage in ("need", "search") else ()
        wants = persona.wants if persona else ()
        # A pain that no fact touches would promise what the product does not do.
        self.pain = next((pain for pain in pains if touches(pain, told)), "")
        self.want = next((want for want in wants if touches(want, told)), "")

    @property
    def lead(self) -> Comparison | None:
        return next((comparison for _, comparison in self.pairs if comparison), None)


def touches(words: str, text: str) -> bool:
    """Whether a text speaks of what the words speak of: the stem of a longer word or two Chinese characters in common.

    >>> touches("a bag that weighs less", "Weight: 6 kg"), touches("a quieter hour on the train", "Weight: 6 kg")
    (True, False)
    >>> touches("夏天電費太高", "每月電費：320元"), touches("輕裝出門", "容量：3公升")
    (True, False)
    """
    lowered = text.lower()
    latin = re.findall(r"[a-z]{5,}", words.lower())
    han = re.findall(r"(?=([\u4e00-\u9fff]{2}))", words)
    return any(word[:5] in lowered for word in latin) or any(pair in text for pair in han)


def write(brief: Brief, persona: Persona | None, plan: Plan, variant: int = 0) -> dict[str, str]:
    """The texts of the brief's channel, by field. Bullets are one string, joined by newlines.

    A plan without usable facts gives an empty mapping: there is nothing to say.
    """
    material = _Material(brief, persona, plan, variant)
    if not material.pairs:
        return {}
    phrases = PHRASES[brief.lang]
    texts = {
        "headline": _headline(material, phrases),
        "subhead": _subhead(material, phrases),
        "bullets": "\n".join(phrases.bullet(fact, beside) for fact, beside in material.pairs[:BULLETS]),
        "paragraph": _paragraph(material, phrases),
    }
    return {field: _house_style(texts[field], brief) for field in FIELDS[brief.channel]}


def _headline(material: _Material, phrases: Phrases) -> str:
    if material.lead is not None:
        return phrases.headline(material.lead)
    return phrases.summary(material.brief.product, [material.pairs[0][0]])


def _subhead(material: _Material, phrases: Phrases) -> str:
    """The product with its plain specifications, those behind the headline first."""
    leading = [fact for fact, beside in material.pairs if beside is material.lead and beside is not None]
    rest = [fact for fact, _ in material.pairs if fact not in leading]
    return phrases.summary(material.brief.product, [*leading, *rest][:SUMMARY])


def _paragraph(material: _Material, phrases: Phrases) -> str:
    parts: list[str] = []
    product, pairs = material.brief.product, material.pairs[: BULLETS + 1]
    top = material.plan.ladder[-1] if material.plan.ladder and material.opening != "customer" else None
    climbed = next((pair for pair in pairs if top and top.name in _figures(pair[0], material.brief.lang)), None)
    if top is not None and climbed is not None:
        said = [(rung.name, rung_value(rung, top.unit, material.brief.lang)) for rung in material.plan.ladder[:-1]]
        parts.append(phrases.climb(said, phrases.named(product, top.name) if product else top.name))
        parts += [phrases.beside(climbed[1])] if climbed[1] else []
    else:
        parts.append(phrases.opening(material.pain, material.want))
    named = climbed is not None
    for fact, beside in pairs:
        if (fact, beside) == climbed:
            continue
        parts.append(phrases.passage(fact, beside, "" if named else product))
        named = True
    parts.append(phrases.closings[material.brief.stage])
    return phrases.join(parts)


def _figures(fact: Fact, lang: Lang) -> set[str]:
    return {stated(quantity, lang) for quantity in fact.quantities}


def _house_style(text: str, brief: Brief) -> str:
    for term, preferred in brief.style.terms.items():
        text = text.replace(term, preferred)
    return text
