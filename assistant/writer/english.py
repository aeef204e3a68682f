"""English, for both sides of the Atlantic: short sentences, the figure beside its comparison, at most one dash to a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.comparisons.wording import rung_value, stated
from assistant.schema import Comparison, Fact, Opening
from assistant.schema.brief import Brief
from assistant.writer.english_sentences import EnglishSentences, upper
from assistant.writer.fitting import comforts, stands_beside, suits
from assistant.writer.lexicon import pick
from assistant.writer.material import Material, Told
from assistant.writer.predicates import (
    is_sayable,
    joined,
    predicate_of,
    short_of,
)
from assistant.writer.telling import article, lower_words

# A rung between everyday and the product; more are a table.
_RUNGS = 3
# Of so many texts, one ends without a last word.
_SPOKEN = 3
# Where nobody reads to the end for a last word.
_ENDED = frozenset({"email", "linkedin", "instagram", "social"})
_ADVERBIAL = re.compile(r"(?:on|at|in|with|when|between|after|before|over|up|from|once|by|each|every|during)\b", re.I)
# A pain or a wish that is a clause of its own cannot follow a verb.
_CLAUSE = re.compile(
    r"(?:i|my|it|its|we|there|nobody|no one|they|you|cannot|can't|never|always|having|being)\b|.*[.!?;]", re.I
)


def _variety(material: Material) -> int:
    """What chooses among equal phrases: another for each product, as for each seed and variant."""
    return material.seed + sum(len(fact.text) for fact in material.plan.facts)


class English(EnglishSentences):
    """English; British spelling comes in with the house style, at the end."""

    def fits(self, brief: Brief, opening: Opening, told: Told) -> bool:
        if not self.speakable(told.fact):
            return False
        if opening.angle in ("pain", "want", "scene") and not comforts(told.topic, told.fact, opening.words):
            return False
        if opening.angle == "scene" and not opening.words:
            return any(suits(moment, brief) for moment in self.words(told).moments)
        return not opening.words or opening.angle == "quote" or suits(opening.words, brief)

    def stands(self, told: Told, comparison: Comparison) -> bool:
        return stands_beside(told.topic, told.fact, comparison)

    def moment(self, material: Material) -> str:
        words = self.words(material.lead)
        fitting = [moment for moment in words.moments if suits(moment, material.brief)]
        own = material.opening.words or pick(fitting, "moment", material.seed)
        return own.rstrip("，。.,")

    def opening(self, material: Material) -> str:
        opening, lead, subject = material.opening, material.lead, self.named(material.brief) or "It"
        seed, words = material.seed, self.words(material.lead)
        told = self._told(material, 0)
        if opening.angle == "scene":
            return self._noticed(material) or told
        if opening.angle in ("pain", "want") and opening.words:
            return f"{self._in_their_words(opening, _variety(material))} {told}"
        if opening.angle == "quote":
            return f"{self.phrase('quote', seed).format(quote=opening.words, source=opening.source)} {told}"
        if opening.angle == "question" and words.asks:
            return f"{words.asks} {told}"
        if opening.angle == "climb":
            return self._climb(material) or told
        if opening.angle == "saving" and lead.beside is not None:
            said = self.sentence(lead, subject, 0)
            return f"{upper(self.noun(lead.beside))}. {said}." if said else told
        if opening.angle in ("picture", "plain"):
            return self._told(material, _variety(material) % 2)
        return told

    def _told(self, material: Material, turn: int) -> str:
        """The lead as whole sentences; as it was given where it is none."""
        lead, subject = material.lead, self.named(material.brief) or "It"
        said = self.passage(lead, subject, turn)
        if said:
            return said
        stated_so = f"{upper(self.statement(lead.fact))}."
        return stated_so if lead.beside is None else f"{stated_so} {self.beside(lead.beside)}"

    def _in_their_words(self, opening: Opening, seed: int) -> str:
        words = opening.words.rstrip(".?!")
        if _CLAUSE.match(words) or (opening.angle == "pain" and words.startswith("to ")):
            return f"{upper(words)}."
        phrases = self.lexicon.phrases.get(opening.angle, ())
        if words.startswith("to "):
            # "You are after to picture …" is no English.
            phrases = tuple(phrase for phrase in phrases if phrase.startswith("You want"))
        return upper(pick(phrases, opening.angle, seed).format(**{opening.angle: words}))

    def _noticed(self, material: Material) -> str:
        """A moment of the reader's day, what is noticed in it, and the figure."""
        said = self._scene(material, material.lead, self.moment(material))
        return f"{said} {self._told(material, 0)}" if said else ""

    def bridge(self, material: Material, told: Told) -> str:
        if material.opening.angle in ("scene", "quote") or not comforts(told.topic, told.fact):
            return ""
        persona = material.persona if material.persona and material.persona.lang in (None, "en") else None
        own = [one.text for one in (persona.moments if persona else ()) if told.topic in one.about]
        # What anybody might live through suits fewer things than what this reader says of their day.
        fitting = [one for one in own if suits(one, material.brief)]
        return self._scene(material, told, pick(fitting, told.topic, material.seed).rstrip(".,"))

    def _scene(self, material: Material, told: Told, moment: str) -> str:
        felt = tuple(one for one in self.words(told).felt if suits(one, material.brief))
        if moment and not _ADVERBIAL.match(moment):
            # "Standing in a full carriage, your arms …": it is the reader who stands.
            felt = tuple(one for one in felt if one.startswith("you ")) or felt
        chosen = pick(felt, told.topic, _variety(material))
        return (
            upper(self.phrase("noticed", material.seed).format(moment=moment, felt=chosen)) if moment and chosen else ""
        )

    def _climb(self, material: Material) -> str:
        """The ladder, step by step from the everyday up, then the product and what the figure is like."""
        ladder, lead = material.plan.ladder, material.lead
        if not ladder or not any(stated(q, self.lang) == ladder[-1].name for q in lead.fact.quantities):
            return ""
        lower = [rung for rung in ladder[:-1] if rung.reference is not None]
        kept = [lower[0], *lower[1:-1][: _RUNGS - 2], lower[-1]] if len(lower) > _RUNGS else lower
        steps = []
        for rung in kept:
            if rung.reference is not None:
                value = rung_value(rung, ladder[-1].unit, self.lang)
                steps.append(f"{upper(rung.reference.names[self.lang].of)} is {value}.")
        whose = f"For {material.brief.product}" if material.brief.product else "Here"
        after = self.beside(lead.beside) if lead.beside else ""
        return self.join([*steps, f"{whose}, it is {ladder[-1].name}.", after])

    def heading(self, name: str, told: Told) -> str:
        if told.beside is None:
            return name
        return f"{name}: {stated(told.beside.quantity, self.lang)}, {self.noun(told.beside)}"

    def headline(self, material: Material) -> tuple[str, ...]:
        lead, opening = material.lead, material.opening
        plain = self.summary(material.brief.product, [lead.fact])
        found: list[str] = []
        compared = ""
        if lead.beside is not None:
            spec = upper(stated(lead.beside.quantity, self.lang))
            timed = lead.beside.kind == "duration" and not lead.beside.text.startswith("enough")
            compared = upper(lead.beside.text) if timed else f"{spec}: {self.noun(lead.beside)}"
        asks = self.words(lead).asks
        if opening.angle == "scene" and self.moment(material):
            found.append(f"{upper(self.moment(material))} – {short_of(lead.fact)}")
        elif opening.angle in ("pain", "want") and opening.words:
            said, mark = upper(opening.words.rstrip(".?!")), "?" if opening.angle == "pain" else ":"
            found += [f"{said}{mark} {compared}"] if compared and mark == "?" else []
            found.append(f"{said}{mark} {self._spec(lead)}")
        elif opening.angle == "question" and asks and compared:
            found.append(f"{asks} {compared}")
        elif opening.angle == "saving" and lead.beside is not None:
            found.append(upper(self.noun(lead.beside)))
        elif opening.angle == "proof":
            found.append(self._proven(material))
        elif opening.angle == "plain":
            found.append(self._line(lead.fact))
        return tuple(
            dict.fromkeys([*(one for one in found if one), *([compared] if compared else []), plain, self._spec(lead)])
        )

    def _proven(self, material: Material) -> str:
        """What stands behind the product, with the moment in which it counts: "5-year warranty" alone is a label."""
        said = short_of(material.lead.fact)
        moment = self.moment(material)
        return f"{upper(moment)} – {said}" if moment else upper(said)

    def _spec(self, told: Told) -> str:
        """The bare figure, or the fact where it has none or several."""
        quantities = told.fact.quantities
        return stated(quantities[0], self.lang) if len(quantities) == 1 else self.statement(told.fact)

    def summary(self, product: str, facts: Sequence[Fact]) -> str:
        listed = ", ".join(short_of(fact) for fact in facts)
        return f"{product}: {listed}" if product else upper(listed)

    def introduction(self, material: Material, most: int) -> str:
        """What the thing is and what it does, in a sentence: "Kestrel is a folding bike that weighs 13.8 kg"."""
        brief = material.brief
        product, kind = brief.product, lower_words(brief.category)
        if not product or not kind or kind.lower().split()[-1] in product.lower():
            return ""
        said = [predicate_of(told.fact, material.number) for told in material.told if is_sayable(told.fact)]
        predicates = [one for one in said if one][:most]
        plural = kind.endswith("s") and not kind.endswith("ss")
        if len(predicates) < most or plural:
            return ""
        return f"{product} is {article(kind)} {kind} that {joined(predicates)}."

    def title(self, name: str, facts: Sequence[Fact]) -> str:
        return ", ".join(part for part in (name, *(short_of(fact) for fact in facts)) if part)

    def closing(self, material: Material) -> str:
        ended = material.brief.channel in _ENDED
        for name in material.plan.closes:
            if name == "none" or (not ended and name != "reassure"):
                return ""
            if name == "reassure":
                said = self._reassurance(material)
                if said:
                    return said
                continue
            if name in ("weigh", "table", "use") and not any(told.beside for told in material.told):
                continue
            if name in ("weigh", "table") and material.persona is not None and material.persona.expertise == "new":
                # Who is new to a thing has nothing at home to hold it against.
                continue
            # A last word every time is a formula.
            turn = _variety(material)
            return self.phrase(name, turn // _SPOKEN) if turn % _SPOKEN else ""
        return ""

    def _reassurance(self, material: Material) -> str:
        told = material.reassuring
        if told is None:
            return ""
        predicate = predicate_of(told.fact, 0)
        return self.phrase("reassure", _variety(material)).format(fact=predicate) if predicate else ""
