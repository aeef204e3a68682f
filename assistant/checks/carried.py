"""What a brief carries: the words in which its facts, proof, names and customers speak, and the concepts they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.concepts import Concept, Mention, proof_lookup
from assistant.checks.mentions import stem
from assistant.praise.grammar import fold
from assistant.schema.brief import Brief, Persona
from assistant.schema.orders import ORDER

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset("a an the of it them in on to by for with your our is are and or you up down away itself".split())
# "Waterproof: no", 防水：不支持, "not waterproof": such a fact carries nothing.
_DENIED_AFTER = re.compile(
    r"[ \t]*[:：=|\-]?[ \t]*(?:is |are )?(?:no\b|not\b|none\b|n/a\b|✗|×|否|无(?!线)|無(?!線)|没有|沒有|不支持|不支援|不含|不是|未)",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"(?:\b(?:not|no|non|without|isn't|aren't|never|excluding|excludes|lacks)\W{1,3}(?:\w+\W){0,2}|(?:不(?!锈|鏽|銹)|未|无|無|没有|沒有|非)[^，。；、,;\s]{0,3})$",
    re.IGNORECASE,
)
# A place is where it comes from only in a line about making; a laboratory's seat is not.
_MAKING = re.compile(
    r"made|assembl|built|build|design|origin|manufactur|produc|craft|country|import|factory|grown|brand|engineer|sewn|woven|roasted|brewed|leather|steel|cotton|workshop"
    r"|产|產|制造|製造|組裝|组装|进口|進口|原装|原裝|工厂|工廠|设计|設計|品牌|来自|來自|研发|研發",
    re.IGNORECASE,
)
_TESTING = re.compile(r"test|report|certif|laborator|检测|檢測|检验|檢驗|认证|認證|报告|報告", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Carried:
    """The words of a brief: folded text, stems of its Latin words, ids and families of the concepts it names.

    `making` are the ids of places, and the folded text, of lines that say where it is made.
    """

    text: str
    stems: frozenset[str]
    concepts: frozenset[str]
    families: frozenset[str]
    making: tuple[frozenset[str], str]

    def carries(self, mention: Mention, words: str) -> bool:
        """Whether what a text says in `words` is said by the brief as well."""
        concept = mention.concept
        if concept.family == "origin" and not mention.sure:
            places, text = self.making
            return fold(words, "zh-Hans") in text or (not concept.apart and concept.id in places)
        if concept.apart:
            return self.says(words)
        if concept.id in self.concepts or (concept.general and concept.family in self.families):
            return True
        return self.says(words)

    def says(self, words: str) -> bool:
        """Whether the brief has these words, in another form or order as well."""
        folded = fold(words, "zh-Hans")
        if folded in self.text:
            return True
        latin = [stem(word) for word in _WORD.findall(folded) if word not in _SMALL]
        if latin and all(one in self.stems for one in latin):
            return True
        # 不生锈 is what 防锈 says.
        return not folded.isascii() and 1 < len(folded) < 4 and folded[0] in "防抗耐不" and folded[-1] in self.text


def carried_by(brief: Brief, persona: Persona | None) -> Carried:
    """What the brief and its persona's quotations carry."""
    quotes = tuple(e.quote for e in persona.evidence) if persona else ()
    terms = tuple(brief.style.terms.values())
    facts = (line for line in brief.facts if not ORDER.search(line))
    return _carried((*facts, *brief.proof, brief.product, brief.category, *brief.names, *quotes, *terms))


@lru_cache(maxsize=256)
def _carried(lines: tuple[str, ...]) -> Carried:
    text = "\n".join(lines)
    folded = fold(text, "zh-Hans")
    concepts: set[Concept] = set()
    denied: list[tuple[int, int]] = []
    for mention in proof_lookup().find(text, folded):
        low = text.rfind("\n", 0, mention.start) + 1
        if _DENIED_AFTER.match(text, mention.end) or _DENIED_BEFORE.search(
            text[max(low, mention.start - 24) : mention.start]
        ):
            denied.append((mention.start, mention.end))
        else:
            concepts.add(mention.concept)
    making = [line for line in lines if _MAKING.search(line) and not _TESTING.search(line)]
    told = fold("\n".join(making), "zh-Hans")
    places = frozenset(m.concept.id for m in proof_lookup().find("\n".join(making), told))
    kept = list(folded)
    for start, end in denied:
        kept[start:end] = " " * (end - start)
    folded = "".join(kept)
    stems = frozenset(stem(word) for word in _WORD.findall(folded))
    ids, families = (frozenset(c.id for c in concepts), frozenset(c.family for c in concepts if not c.general))
    return Carried(folded, stems, ids, families, (places, told))
