"""Proper names that stand nowhere in the brief: people, makers and institutions that a text leans on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from assistant.checks.carried import carried_by
from assistant.checks.concepts import DATA
from assistant.checks.messages import say
from assistant.checks.spans import references_of
from assistant.schema import Diagnostic, Level, Plan
from assistant.schema.brief import Brief, Persona
from assistant.schema.data import load_yaml

_NAME = re.compile(
    r"\b(?:[A-Z][a-z]+[A-Za-z]*|[A-Z]{2,}[a-z]?)(?:(?: (?:of|&) |[ -])(?:[A-Z][a-z]+[A-Za-z]*|[A-Z]{2,}))*"
)
_WORD = re.compile(r"[a-z0-9]+")
_OPENING = frozenset(".!?:;\n“\"‘'—–-•|([✓·*#")
_LEANING = re.compile(
    r"\b(?i:used|trusted|worn|chosen|approved|recommended|endorsed|certified|tested|designed|developed|made|built|created|backed|featured|reviewed|measured|verified"
    r"|praised|loved|supplied|powered|engineered|tuned|awarded|partnered|collaborated|collaboration|partnership|inspired|favou?red|flown|born|owned|invented|rated|named"
    r"|picked|selected|seen|installed|running|standard)(?: [a-z]{1,12}){0,3} (?:by|with|at|in|from|for|to|of|on) (?:the |a |an |Dr\.? |Professor |Prof\.? )?$"
)
_LEANS = re.compile(
    r"(?:['’]s)? (?:uses|trusts?|chose|recommends?|recommended|endorsed?|endorses|approved|approves|tested|certified|engineers|researchers|scientists|experts|doctors"
    r"|designed|flies|relies|swears|calls|called|rated|ranked|voted)\b"
)
# "A Yeti would have leaked": a name of which something bad is said.
_BAD = "leak(?:s|ed|y)?|fail(?:s|ed)?|br(?:eaks?|oke|oken)|rust(?:s|ed)?|crack(?:s|ed)?|flimsy|useless|overpriced|cheap|ugly|worse|junk"
_RIVAL = re.compile(
    rf"(?: [a-z]+s)? (?:(?:would|will|can|could|might|do|does|did)(?:n['’]t|not| have| only| just| never){{0,2}} |is |are |was |were |has |have |always |just ){{0,2}}(?:{_BAD})\b"
)
# Where somebody is or goes is a scene.
_PLACED = re.compile(
    r"\b(?i:in|at|to|from|near|past|through|outside|around|between|into|towards?|across|via|since|until|by|beyond|behind|opposite|over|under|leaving|reaching|after|before|of|on|for|the|a|this|that|every|each|East|West|North|South) (?:the )?$"
)
_TITLED = re.compile(
    r"\b(?:University|Institute|Hospital|Clinic|Laboratory|Laboratories|Labs|Academy|Association|Foundation|Society|College|Ministry|Dr|Professor|Prof)\b"
)
_BODY_ZH = re.compile(
    "(?P<name>[\u4e00-\u9fff]{2,8}(?:大学|大學|医院|醫院|研究院|研究所|实验室|實驗室|协会|協會|学会|學會|集团|集團|科技|教授|博士))(?P<after>[^，。；！？\n]{0,10})"
)
_LEANS_ZH = re.compile(
    "联合|聯合|合作|研发|研發|推荐|推薦|认证|認證|认可|認可|检测|檢測|检验|檢驗|共同|打造|指定|背书|背書|监制|監製|选用|選用|设计|設計|开发|開發|同款|也在用|都用|采购|採購"
)


@cache
def _listed() -> tuple[frozenset[str], frozenset[str], AhoCorasick]:
    """English makers, names that are fine, and what finds a maker in a Chinese text."""
    lists = load_yaml((DATA / "names.yaml").read_text(encoding="utf-8"))
    return (
        frozenset(lists["makers"]["en"]),
        frozenset(lists["fine"]["en"]),
        AhoCorasick(lists["makers"]["zh"], matchkind=MATCHKIND_LEFTMOST_LONGEST),
    )


def find_new_names(field: str, text: str, brief: Brief, plan: Plan, persona: Persona | None) -> Iterator[Diagnostic]:
    """Names by position: an error where the text leans on one or names a maker, else a warning; none in titles."""
    known: str | None = None
    for start, end, level in _english(text) if brief.lang == "en" else _chinese(text):
        known = known if known is not None else _known(brief, plan, persona)
        words = _WORD.findall(text[start:end].lower())
        if text[start:end].lower() not in known and not (words and all(f" {word} " in known for word in words)):
            yield Diagnostic("new-name", level, start, end, say("new-name", brief.lang, text[start:end]), field=field)


def _known(brief: Brief, plan: Plan, persona: Persona | None) -> str:
    lines = [carried_by(brief, persona).text, *(fact.text for fact in plan.facts)]
    for reference in references_of(plan):
        for names in reference.names.values():
            lines += [names.name, names.thing, names.of, names.many]
    for comparison in plan.comparisons:
        lines += [comparison.forms.sentence, comparison.forms.noun]
    if persona is not None:
        lines += [persona.who, persona.community, *persona.vocabulary, *persona.pains, *persona.wants]
        lines += [*(moment.text for moment in persona.moments), *(e.source for e in persona.evidence)]
    text = "\n".join(lines).lower()
    return f"{text}\n {' '.join(_WORD.findall(text))} "


def _english(text: str) -> Iterator[tuple[int, int, Level]]:
    makers, fine, _ = _listed()
    for match in _NAME.finditer(text):
        start, name = match.start(), match[0]
        before = text[max(0, start - 4) : start].rstrip(" ")
        if not before or before[-1] in _OPENING:
            first, _, rest = name.partition(" ")
            if name not in makers and first not in makers and not _TITLED.search(name):
                if not rest or not rest[0].isupper():
                    continue
                start, name = start + len(first) + 1, rest
        if name in fine or all(word in fine for word in name.replace("-", " ").split()):
            continue
        level = _level(text, start, match.end(), name, makers)
        if level == "error" or (level == "warning" and not _in_title(text, start)):
            yield start, match.end(), level


def _level(text: str, start: int, end: int, name: str, makers: frozenset[str]) -> Level | None:
    # Few capitals are more often a measure or a standard than a name; certificates have a rule of their own.
    if name.isupper() and len(name) < 5 and name not in makers:
        return None
    if text[max(0, start - 5) : start].lower().endswith(("your ", "his ", "her ")):
        return None
    if (
        name in makers
        or any(word in makers for word in name.split())
        or _TITLED.search(name)
        or _LEANS.match(text, end)
        or _RIVAL.match(text, end)
        or _LEANING.search(text[max(0, start - 60) : start])
    ):
        return "error"
    return None if _PLACED.search(text[max(0, start - 16) : start]) else "warning"


def _in_title(text: str, at: int) -> bool:
    """Whether a line writes most of its longer words with a capital, as titles do."""
    low, high = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    words: list[str] = re.findall(r"[A-Za-z]{4,}", text[low : high if high >= 0 else len(text)])
    raised = sum(word[0].isupper() for word in words)
    return len(words) > 2 and raised * 3 >= len(words) * (2 if len(words) > 3 else 3)


def _chinese(text: str) -> Iterator[tuple[int, int, Level]]:
    taken: list[tuple[int, int]] = []
    for _, start, end in _listed()[2].find_matches_as_indexes(text):
        beside = text[max(0, start - 1) : start] + text[end : end + 1]
        if not (text[start].isascii() and any(char.isascii() and char.isalnum() for char in beside)):
            taken.append((start, end))
            yield start, end, "error"
    for match in _BODY_ZH.finditer(text):
        if _LEANS_ZH.search(match["after"]) and not any(
            low < match.end("name") and match.start() < high for low, high in taken
        ):
            yield (*match.span("name"), "error")
