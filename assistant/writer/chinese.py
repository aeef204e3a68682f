"""Chinese in both scripts: what they share is grammar; the words of each stand in its own lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from assistant.comparisons.wording import rung_value, stated
from assistant.schema import Comparison, Fact, Lang
from assistant.writer.lexicon import pick
from assistant.writer.material import Material, Told
from assistant.writer.telling import label_and_value
from assistant.writer.voice import Voice

_RATES = ("speed", "data_rate", "flow")
_ASIDE = 4


def _takes(comparison: Comparison) -> bool:
    return comparison.kind == "duration" and comparison.quantity.dimension in _RATES


def _gap(before: str, after: str) -> str:
    """A space between a name and a figure that would run together (清風 20 噪音), none within Chinese."""
    return " " if before[-1:].isascii() and before[-1:].isalnum() and after[:1].isalnum() else ""


class _Chinese(Voice):
    """What both scripts share: no space between sentences, label and value without a colon."""

    def statement(self, fact: Fact) -> str:
        pair = label_and_value(fact)
        if pair is None:
            return fact.text.strip().rstrip(" 。；，;,.")
        label, value = pair
        gap = " " if label[-1:].isascii() and value[:1].isascii() else ""
        return f"{label}{gap}{value}"

    def clause(self, comparison: Comparison) -> str:
        """The comparison as it follows its figure."""
        if comparison.kind == "difference":
            # The fact has just named the old figure.
            return comparison.text
        at = self.phrase("at-that-speed", 0) if _takes(comparison) else ""
        return f"{at}{comparison.forms.clause}"

    def bullet(self, told: Told, turn: int) -> str:
        said = self.statement(told.fact)
        return said if told.beside is None else f"{said}，{self.clause(told.beside)}"

    def passage(self, told: Told, subject: str, turn: int) -> str:
        said = self.statement(told.fact)
        whole = f"{subject}{_gap(subject, said)}{said}"
        if told.beside is None:
            return f"{whole}。"
        if turn % 3 == 2:
            return f"{whole}。{self.beside(told.beside)}"
        return f"{whole}，{self.clause(told.beside)}。"

    def together(self, told: Sequence[Told], subject: str, turn: int) -> str:
        listed = "，".join(self.statement(one.fact) for one in told)
        return f"{subject}{_gap(subject, listed)}{listed}。" if listed else ""

    def beside(self, comparison: Comparison) -> str:
        """A sentence of the comparison alone, where the specification has just been said."""
        # A clause that brings its own subject (每小时电费…, 1元电费…) takes no 这.
        own = (
            _takes(comparison)
            or comparison.forms.clause.startswith(("每", "一年", "按", "以"))
            or comparison.forms.clause[0].isdigit()
        )
        that = "" if own or comparison.kind == "difference" else self.phrase("that", 0)
        return f"{that}{self.clause(comparison)}。"

    def opening(self, material: Material) -> str:
        opening, lead, subject, seed = material.opening, material.lead, material.brief.product, material.seed
        words, told = self.words(lead), self.passage(lead, material.brief.product, 0)
        if opening.angle == "scene":
            moment, felt = self.moment(material), pick(words.felt, "felt", seed)
            if moment and felt:
                said = self.phrase("noticed", seed).format(moment=moment, felt=felt)
                return f"{said}{told}"
        if opening.angle in ("pain", "want") and opening.words:
            said = self.phrase(opening.angle, seed).format(**{opening.angle: opening.words.rstrip("？。！?.")})
            return f"{said}{told}"
        if opening.angle == "quote":
            return f"{self.phrase('quote', seed).format(quote=opening.words, source=opening.source)}{told}"
        if opening.angle == "question" and words.asks:
            return f"{words.asks}{told}"
        if opening.angle == "climb":
            return self._climb(material) or told
        if opening.angle == "saving" and lead.beside is not None:
            said = self.statement(lead.fact)
            return f"{subject}{_gap(subject, said)}{said}，{self.clause(lead.beside)}。"
        return told

    def _climb(self, material: Material) -> str:
        ladder, lead = material.plan.ladder, material.lead
        if not ladder or not any(stated(q, self.lang) == ladder[-1].name for q in lead.fact.quantities):
            return ""
        steps = "，".join(f"{rung.name}{rung_value(rung, ladder[-1].unit, self.lang)}" for rung in ladder[:-1])
        top = f"{material.brief.product}：{ladder[-1].name}" if material.brief.product else ladder[-1].name
        after = self.beside(lead.beside) if lead.beside else ""
        return f"{self.phrase('climb', 0).format(steps=steps, top=top)}{after}"

    def headline(self, material: Material) -> tuple[str, ...]:
        lead, opening = material.lead, material.opening
        found: list[str] = []
        compared = ""
        if lead.beside is not None:
            spec = stated(lead.beside.quantity, self.lang)
            clause = lead.beside.forms.clause
            compared = (
                clause
                if lead.beside.kind == "duration"
                else f"{spec}，{lead.beside.text if lead.beside.kind == 'difference' else clause}"
            )
        asks, said = self.words(lead).asks, self.statement(lead.fact)
        if opening.angle == "scene" and self.moment(material):
            found.append(f"{self.moment(material)}，{said}")
        elif opening.angle == "pain" and opening.words:
            found.append(f"{opening.words.rstrip('？。！')}？{compared or said}")
        elif opening.angle == "question" and asks and compared:
            found.append(f"{asks}{compared}")
        elif opening.angle in ("plain", "proof"):
            found.append(said)
        plain = self.summary(material.brief.product, [lead.fact])
        return tuple(dict.fromkeys([*found, *([compared] if compared else []), plain, said]))

    def summary(self, product: str, facts: Sequence[Fact]) -> str:
        listed = "，".join(self.statement(fact) for fact in facts)
        return f"{product}：{listed}" if product else listed

    def title(self, name: str, facts: Sequence[Fact]) -> str:
        return " ".join(part for part in (name, *(self.statement(fact) for fact in facts)) if part)

    def aside(self, facts: Sequence[Fact], seed: int) -> str:
        things = "，".join(self.statement(fact) for fact in facts[:_ASIDE])
        return self.phrase("aside", seed).format(things=things) if things else ""

    def closing(self, material: Material) -> str:
        for name in material.plan.closes:
            if name == "none":
                return ""
            if name == "reassure":
                told = material.reassuring
                if told is not None:
                    return self.phrase(name, material.seed).format(fact=self.statement(told.fact))
                continue
            if name in ("weigh", "table", "use") and not any(told.beside for told in material.told):
                continue
            return self.phrase(name, material.seed)
        return ""

    def join(self, parts: Sequence[str]) -> str:
        return "".join(part for part in parts if part)


class Simplified(_Chinese):
    """Simplified Chinese for readers in mainland China."""

    lang: ClassVar[Lang] = "zh-Hans"  # type: ignore[misc]


class Traditional(_Chinese):
    """Traditional Chinese for readers in Taiwan."""

    lang: ClassVar[Lang] = "zh-Hant"  # type: ignore[misc]
