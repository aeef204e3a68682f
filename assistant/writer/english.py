"""English, for both sides of the Atlantic: short sentences, the figure first, at most one dash to a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from assistant.comparisons.wording import rung_value, stated
from assistant.schema import Comparison, Fact, Lang
from assistant.writer.lexicon import pick
from assistant.writer.material import Material, Told
from assistant.writer.telling import article, form_of, is_one_thing, label_and_value
from assistant.writer.voice import Voice

_RATES = ("speed", "data_rate", "flow")
# Things in one sentence; more are a table.
_ASIDE = 3


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with a small first letter, unless its first word is a name or an abbreviation (USB, IP68, iPhone)."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:].islower() or first in ("A", "It") else text


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _takes(comparison: Comparison) -> bool:
    """Whether it is a time that something takes at the specified rate, and not one that a store lasts."""
    return comparison.kind == "duration" and comparison.quantity.dimension in _RATES


class English(Voice):
    """English; British spelling comes in with the house style, at the end."""

    lang: ClassVar[Lang] = "en"  # type: ignore[misc]

    def statement(self, fact: Fact) -> str:
        return fact.text.strip().rstrip(" .;,")

    def noun(self, comparison: Comparison) -> str:
        """The comparison as it follows its figure: "about the weight of a soccer ball"."""
        stored = comparison.forms.clause.startswith("has room for ")
        return f"room for {comparison.text}" if stored else comparison.text

    def bullet(self, told: Told, turn: int) -> str:
        fact, comparison = told.fact, told.beside
        if comparison is None:
            return self.statement(fact)
        pair = label_and_value(fact)
        if comparison.kind == "difference":
            # A dash between two figures would make a range of them.
            return f"{self.statement(fact)} ({self.noun(comparison)})"
        if turn % 2 and pair is not None:
            return f"{_upper(self.noun(comparison))} ({lower_first(pair[0])} {pair[1]})"
        return f"{self.statement(fact)} – {self.noun(comparison)}"

    def passage(self, told: Told, subject: str, turn: int) -> str:
        said, comparison = self.sentence(told, subject or "It", turn), told.beside
        if comparison is None:
            return f"{said}."
        apart = comparison.kind in ("duration", "anchor", "difference") or len(told.fact.quantities) != 1
        if apart or turn % 3 == 2:
            return f"{said}. {self.beside(comparison)}"
        return f"{said}, {self.noun(comparison)}."

    def together(self, told: Sequence[Told], subject: str, turn: int) -> str:
        predicates: list[str] = []
        sentences: list[str] = []
        things: list[Fact] = []
        for one in told:
            said = self.predicate(one, turn)
            if said:
                predicates.append(said)
            elif form_of(one.fact) == "sentence":
                sentences.append(f"{self.statement(one.fact)}.")
            else:
                things.append(one.fact)
        first = f"{subject or 'It'} {_listed(predicates)}." if predicates else ""
        return self.join([first, *sentences, self.aside(things, turn)])

    def beside(self, comparison: Comparison) -> str:
        """A sentence of the comparison alone, where the specification has just been said."""
        if comparison.kind == "duration" and comparison.quantity.dimension == "speed":
            return f"At that speed, you would do {comparison.text}."
        if _takes(comparison):
            return f"At that rate, you would have {comparison.text}."
        return f"That is {self.noun(comparison)}."

    def predicate(self, told: Told, turn: int) -> str:
        """What the product does or has, as it follows its name: "weighs 620 g"; "" where the fact is no such thing."""
        fact, words = told.fact, self.words(told)
        pair, form = label_and_value(fact), form_of(fact)
        if form == "deed":
            return lower_first(self.statement(fact))
        if pair is not None and fact.quantities and pair[0].lower() in words.labels and words.says:
            return pick(words.says, fact.id, turn).format(value=pair[1])
        if form == "thing" and is_one_thing(self.statement(fact)):
            thing = lower_first(self.statement(fact))
            return f"comes with {article(thing)} {thing}"
        return ""

    def sentence(self, told: Told, subject: str, turn: int) -> str:
        """The fact as a sentence about the subject, without its full stop."""
        fact = told.fact
        predicate = self.predicate(told, turn)
        if predicate:
            return f"{subject} {predicate}"
        pair = label_and_value(fact)
        return f"{_upper(pair[0])}: {pair[1]}" if pair and fact.quantities else self.statement(fact)

    def opening(self, material: Material) -> str:
        opening, lead, subject = material.opening, material.lead, material.brief.product or "It"
        seed, words = material.seed, self.words(material.lead)
        told = self.passage(lead, subject, 0)
        if opening.angle == "scene":
            return self._noticed(material) or told
        if opening.angle in ("pain", "want") and opening.words:
            said = self.phrase(opening.angle, seed).format(**{opening.angle: opening.words.rstrip(".?!")})
            return f"{_upper(said)} {told}"
        if opening.angle == "quote":
            return f"{self.phrase('quote', seed).format(quote=opening.words, source=opening.source)} {told}"
        if opening.angle == "question" and words.asks:
            return f"{words.asks} {told}"
        if opening.angle == "climb":
            return self._climb(material) or told
        if opening.angle == "saving" and lead.beside is not None:
            return f"{_upper(self.noun(lead.beside))}: that is {self._value(lead)}."
        return told

    def _noticed(self, material: Material) -> str:
        """A moment of the reader's day, what is noticed in it, and the figure."""
        lead, words, seed = material.lead, self.words(material.lead), material.seed
        moment = self.moment(material)
        felt = pick(words.felt, "felt", seed)
        if not moment or not felt:
            return ""
        said = self.phrase("noticed", seed).format(moment=moment, felt=felt)
        return f"{_upper(said)} {self.passage(lead, material.brief.product or 'It', 0)}"

    def _value(self, told: Told) -> str:
        pair = label_and_value(told.fact)
        return pair[1] if pair else self.statement(told.fact)

    def _climb(self, material: Material) -> str:
        """The ladder as a sentence, from the everyday up, then the product and what the figure is like."""
        ladder, lead = material.plan.ladder, material.lead
        if not ladder or not any(stated(q, self.lang) == ladder[-1].name for q in lead.fact.quantities):
            return ""
        steps = "; ".join(f"{rung.name}, {rung_value(rung, ladder[-1].unit, self.lang)}" for rung in ladder[:-1])
        top = f"{material.brief.product}: {ladder[-1].name}" if material.brief.product else ladder[-1].name
        after = f" {self.beside(lead.beside)}" if lead.beside else ""
        return f"Start from what you know: {steps}. Then {top}.{after}"

    def headline(self, material: Material) -> tuple[str, ...]:
        lead, opening = material.lead, material.opening
        plain = self.summary(material.brief.product, [lead.fact])
        found: list[str] = []
        compared = ""
        if lead.beside is not None:
            spec = _upper(stated(lead.beside.quantity, self.lang))
            timed = lead.beside.kind == "duration" and not lead.beside.text.startswith("enough")
            compared = _upper(lead.beside.text) if timed else f"{spec}: {self.noun(lead.beside)}"
        asks = self.words(lead).asks
        if opening.angle == "scene" and self.moment(material):
            found.append(f"{_upper(self.moment(material))}: {self._plain(lead.fact)}")
        elif opening.angle == "pain" and opening.words:
            found.append(f"{_upper(opening.words.rstrip('.?!'))}? {compared or _upper(self.statement(lead.fact))}")
        elif opening.angle == "question" and asks and compared:
            found.append(f"{asks} {compared}")
        elif opening.angle == "saving" and lead.beside is not None:
            found.append(_upper(self.noun(lead.beside)))
        elif opening.angle in ("plain", "proof"):
            found.append(_upper(self.statement(lead.fact)))
        return tuple(dict.fromkeys([*found, *([compared] if compared else []), plain, self._spec(lead)]))

    def _plain(self, fact: Fact) -> str:
        """The fact in the middle of a line: "battery life up to 30 hours"."""
        pair = label_and_value(fact)
        return f"{lower_first(pair[0])} {pair[1]}" if pair else lower_first(self.statement(fact))

    def _spec(self, told: Told) -> str:
        """The bare figure, or the fact where it has none or several."""
        quantities = told.fact.quantities
        return stated(quantities[0], self.lang) if len(quantities) == 1 else self.statement(told.fact)

    def summary(self, product: str, facts: Sequence[Fact]) -> str:
        listed = ", ".join(self._plain(fact) for fact in facts)
        return f"{product}: {listed}" if product else _upper(listed)

    def title(self, name: str, facts: Sequence[Fact]) -> str:
        return ", ".join(part for part in (name, *(self.statement(fact) for fact in facts)) if part)

    def aside(self, facts: Sequence[Fact], seed: int) -> str:
        things = [lower_first(self.statement(fact)) for fact in facts[:_ASIDE]]
        if not things:
            return ""
        return self.phrase("aside", seed).format(things=_listed(things))

    def closing(self, material: Material) -> str:
        for name in material.plan.closes:
            if name == "none":
                return ""
            if name == "reassure":
                told = material.reassuring
                if told is not None:
                    return self.phrase(name, material.seed).format(fact=lower_first(self.statement(told.fact)))
                continue
            if name in ("weigh", "table", "use") and not any(told.beside for told in material.told):
                continue
            return self.phrase(name, material.seed)
        return ""

    def join(self, parts: Sequence[str]) -> str:
        return " ".join(part for part in parts if part)
