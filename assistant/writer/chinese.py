"""Chinese in both scripts: what they share is grammar; the words of each stand in its own lexicon.

`chinese_sentences` says a fact; here is what begins a text, heads it and ends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from assistant.comparisons.wording import rung_value, stated
from assistant.schema import Lang, Opening
from assistant.schema.brief import Brief
from assistant.writer.chinese_sentences import ChineseSentences, gap, takes
from assistant.writer.lexicon import pick
from assistant.writer.material import Material, Told
from assistant.writer.phrasing import is_row, parts_of, predicate_of
from assistant.writer.places import comforts, suits

# Steps of a climb; more are a list.
_RUNGS = 5
_STOPS = "？。！?."
# A shop's own text ends with its last fact.
_LISTINGS = frozenset(
    "amazon google_merchant jd marketplace packaging push search_ad shopee_tw sms taobao bullets headline meta".split()
)
# Where a post may end by asking its readers.
_ASKING = frozenset("xiaohongshu weibo instagram".split())
# Words that are heard twice, however short.
_HEAVY = frozenset("烦煩怕想")


class _Chinese(ChineseSentences):
    """What both scripts share: how a text opens, what stands above it, how it ends."""

    def fits(self, brief: Brief, opening: Opening, told: Told) -> bool:
        if self._weak(told):
            return False
        own = bool(opening.words) and suits(opening.words, brief)
        if opening.angle in ("pain", "want"):
            return own and comforts(told.topic, told.fact)
        if opening.angle != "scene":
            return True
        # A sleeping child is no scene for what wakes it.
        quiet = told.topic != "noise" or comforts(told.topic, told.fact)
        return quiet and (own or any(suits(one, brief) for one in self.words(told).moments))

    def moment(self, material: Material) -> str:
        """A moment that suits the product: the persona's own, else one that anybody might have; "" of neither."""
        own = material.opening.words if material.opening.angle == "scene" else ""
        if own and suits(own, material.brief):
            return own.rstrip("，。.,")
        return self._ordinary(material, "")

    def _ordinary(self, material: Material, besides: str) -> str:
        moments = [one for one in self.words(material.lead).moments if one != besides and suits(one, material.brief)]
        return pick(moments, "moment", material.seed).rstrip("，。.,")

    def _subject(self, material: Material) -> str:
        """The product as it is first named: with its kind, where the name does not say it."""
        product, category = material.brief.product, material.brief.category
        if not product:
            kind = f"{category}子" if category in ("裙", "裤", "褲", "鞋", "帽") else category
            return self.phrase("this", 0).format(category=kind) if category else ""
        # A long name carries its kind already, and one in Latin letters would run on.
        whole = (
            len(product) > 6 or not category or len(category) > 6 or category in product or product[-1] in category[:2]
        )
        return product if whole else f"{product}{gap(product, category)}{category}"

    def _weak(self, told: Told) -> bool:
        """Whether a fact leads nowhere: a row of a table, or a price by itself."""
        return is_row(told.fact) or (told.topic == "price" and self.picture(told) is None)

    def _led(self, material: Material) -> Material:
        """The material led by a fact that can be said, another for each variant, where the lead can't be."""
        others = [told for told in material.told[1:] if not self._weak(told)]
        if not others or not self._weak(material.lead):
            return material
        chosen = others[material.number % len(others)]
        rest = tuple(told for told in material.told if told is not chosen)
        plain = replace(material.opening, angle="picture", words="", source="")
        return replace(material, told=(chosen, *rest), opening=plain)

    def _told(self, material: Material, turn: int) -> str:
        """The lead as whole sentences; as it was given where it is a row of a table."""
        return self.passage(material.lead, self._subject(material), turn) or f"{self.statement(material.lead.fact)}。"

    def _angle(self, material: Material) -> str:
        """The opening's angle, where its words suit the product and the figure; another that needs none where not."""
        angle, words, lead = material.opening.angle, material.opening.words, material.lead
        if angle == "scene":
            # A sleeping child is no scene for what wakes it.
            fit = self.moment(material) and (lead.topic != "noise" or comforts(lead.topic, lead.fact))
            return angle if fit else self._without_words(material)
        if angle in ("pain", "want") and not (suits(words, material.brief) and comforts(lead.topic, lead.fact)):
            return self._without_words(material)
        return angle

    def _without_words(self, material: Material) -> str:
        return "question" if self.words(material.lead).asks and self.picture(material.lead) else "plain"

    def opening(self, material: Material) -> str:
        opening, seed = material.opening, material.seed
        if self._led(material) is not material:
            # The facts after it make the text; it stands in the list.
            return self._before(material)
        words, angle, told = self.words(material.lead), self._angle(material), self._told(material, 0)
        if angle == "scene" and words.felt:
            return f"{self._noticed(material)}{told}"
        if angle in ("pain", "want") and opening.words:
            theirs = opening.words.rstrip(_STOPS)
            ways = self._apart(theirs, self.lexicon.phrases.get(angle, ()), material)
            return f"{pick(ways, angle, seed).format(**{angle: theirs})}{told}"
        if angle == "quote":
            return f"{self.phrase('quote', seed).format(quote=opening.words, source=opening.source)}{told}"
        if angle == "question" and words.asks:
            return f"{words.asks}{told}"
        if angle == "climb":
            return self._climb(material) or told
        if angle in ("picture", "plain", "proof"):
            return self._first(material) or told
        return told

    def _apart(self, before: str, ways: Sequence[str], material: Material) -> tuple[str, ...]:
        """Those of several ways that suit the product's readers and do not repeat a word of what stands before them."""
        pairs = {before[at : at + 2] for at in range(len(before) - 1)} | {char for char in before if char in _HEAVY}
        fit = tuple(way for way in ways if suits(way, material.brief))
        return tuple(way for way in fit if not any(pair in way for pair in pairs)) or fit or tuple(ways)

    def _second_moment(self, material: Material) -> str:
        """The moment of running text: another than the headline above it has, where there is one."""
        moment, fields = self.moment(material), material.playbook.channel(material.brief.channel).fields
        titled = any(shape.role == "headline" for shape in fields.values())
        return self._ordinary(material, moment) or moment if titled else moment

    def _noticed(self, material: Material) -> str:
        """A moment and what is noticed in it; "" where the topic has none that suits."""
        felt, moment = self.words(material.lead).felt, self._second_moment(material)
        if not felt or not moment:
            return ""
        chosen = pick(self._apart(moment, felt, material), "felt", material.seed)
        return self.phrase("noticed", material.seed).format(moment=moment, felt=chosen)

    def _before(self, material: Material) -> str:
        """An opening without a fact, before facts that name the product themselves; "" for every third variant."""
        others = [told for told in material.told if not self._weak(told)]
        lead = next((told for told in others if self.picture(told) is not None), others[0])
        plain = replace(material.opening, angle="scene", words="", source="")
        material = replace(material, told=(lead, *(told for told in material.told if told is not lead)), opening=plain)
        ways = (self._noticed(material), "", self.words(lead).asks)
        return ways[material.number % len(ways)]

    def _first(self, material: Material) -> str:
        """先说云朵的噪音：38分贝，…: the property named first; "" where the fact is no such pair, or it is not its turn."""
        lead, pair, product = material.lead, parts_of(material.lead.fact), material.brief.product
        beside = self.picture(lead)
        if pair is None or not product or material.number % 2 == 0 or beside is None or len(lead.fact.quantities) != 1:
            return ""
        space = " " if product[-1:].isascii() and product[-1:].isalnum() else ""
        named = self.phrase("first", material.seed).format(of=f"{product}{space}的{pair[0]}", value=pair[1])
        return f"{named}，{self.clause(beside)}。"

    def _climb(self, material: Material) -> str:
        ladder, lead = material.plan.ladder, material.lead
        if not ladder or not any(stated(q, self.lang) == ladder[-1].name for q in lead.fact.quantities):
            return ""
        lower = ladder[:-1]
        kept = [lower[0], *lower[1:-1][: _RUNGS - 2], lower[-1]] if len(lower) > _RUNGS else lower
        steps = "，".join(f"{rung.name}{rung_value(rung, ladder[-1].unit, self.lang)}" for rung in kept)
        top = f"{material.brief.product}，{ladder[-1].name}" if material.brief.product else ladder[-1].name
        beside = self.picture(lead)
        after = self.beside(beside) if beside else ""
        return f"{self.phrase('climb', 0).format(steps=steps, top=top)}{after}"

    def heading(self, name: str, told: Told) -> str:
        beside = self.picture(told)
        if beside is None:
            return name
        return f"{name}：{stated(beside.quantity, self.lang)}，{self.clause(beside)}"

    def headline(self, material: Material) -> tuple[str, ...]:
        material = self._led(material)
        lead, angle = material.lead, self._angle(material)
        given = self.statement(lead.fact)
        said = predicate_of(lead.fact, self.lang, material.seed)
        compared = self._compared(lead, said)
        asks, pain = self.words(lead).asks, material.opening.words.rstrip(_STOPS)
        found: list[str] = []
        if angle == "scene":
            scene = f"{self.moment(material)}，{said or given}"
            # 朋友来了，容量1升 follows from nothing: a bare label leaves the line to the comparison.
            found += [scene] if said not in ("", given) or not compared else [*compared, scene]
        elif angle == "pain" and pain:
            found += [f"{pain}？{one}" for one in (*compared[-1:], said or given)]
        elif angle == "question" and asks and compared:
            found.append(f"{asks}{compared[-1]}")
        elif angle in ("plain", "proof"):
            found.append(self.about(material.brief.product, lead.fact, material.seed))
        plain = self.summary(material.brief.product, [lead.fact])
        return tuple(dict.fromkeys([*found, *compared, plain, given]))

    def _compared(self, told: Told, said: str) -> tuple[str, ...]:
        """The figure with what it is like: said in words where there are any, then the bare figure."""
        beside = self.picture(told)
        if beside is None:
            return ()
        spec, clause = stated(beside.quantity, self.lang), beside.forms.clause
        if beside.kind == "duration":
            return (f"{said}，{clause}", clause) if said and not takes(beside) else (clause,)
        like = beside.text if beside.kind == "difference" else clause
        # The comparison has to follow the figure that it is of.
        whole = said.endswith(spec) and len(told.fact.quantities) == 1
        return (f"{said}，{like}", f"{spec}，{like}") if whole else (f"{spec}，{like}",)

    def closing(self, material: Material) -> str:
        if material.brief.channel in _LISTINGS:
            return ""
        for name in material.plan.closes:
            if name == "none" or (material.brief.channel == "product_page" and name != "reassure"):
                return ""
            if name == "reassure":
                told = material.reassuring
                if told is not None:
                    way = "way-back" if told.topic == "returns" else name
                    return self.phrase(way, material.seed).format(fact=self.said(told.fact, material.seed))
                continue
            if name in ("weigh", "table", "use") and not any(self.picture(told) for told in material.told):
                continue
            asking = material.brief.channel in _ASKING and name != "use"
            return self.phrase("ask-back" if asking else name, material.seed)
        return ""


class Simplified(_Chinese):
    """Simplified Chinese for readers in mainland China."""

    lang: ClassVar[Lang] = "zh-Hans"  # type: ignore[misc]


class Traditional(_Chinese):
    """Traditional Chinese for readers in Taiwan."""

    lang: ClassVar[Lang] = "zh-Hant"  # type: ignore[misc]
