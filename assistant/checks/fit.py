"""Whether a draft suits the decision stage (M13) and the person that it is for (M7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.checks.clauses import Clauses
from assistant.checks.concepts import DATA
from assistant.checks.messages import say
from assistant.schema import Diagnostic, Lang
from assistant.schema.brief import Brief, Persona
from assistant.schema.data import load_yaml

_PAIN_EN = re.compile(
    r"\b(?:tired of|sick of|fed up|had enough of|struggl(?:e|es|ing)|frustrat(?:ed|ing)|annoy(?:ed|ing)|hate(?: it)? when|ruin(?:s|ed)|nightmare|still (?:waiting|putting up|living with|carrying|using)"
    r"|don['’]t you hate|ever (?:had|been|wished|missed)|sound familiar|the problem with|no more|dreading|worr(?:ied|y) (?:about|that)|suffer(?:ing)?)\b",
    re.IGNORECASE,
)
_PAIN_ZH = re.compile(
    "受够|受夠|还在为|還在為|是不是也|是不是总|是不是總|你是否|有没有遇到|有沒有遇到|烦恼|煩惱|困扰|困擾|崩溃|崩潰|抓狂|忍了|忍受|头疼|頭痛的是|痛点|痛點|最怕|再也不想|噩梦|噩夢|惡夢|糟心|发愁|發愁|吃够了苦|踩雷|踩坑"
)
_SELL_EN = re.compile(
    r"\b(?:(?:buy|order|shop|get yours|get one|grab yours|upgrade|switch|add to (?:cart|basket)|sign up|subscribe|pre-order)(?: (?:it|one|yours|them))? (?:now|today|before|while)|add to (?:cart|basket|bag)|limited[- ]time|while (?:stocks|supplies) last|don['’]t miss"
    r"|last chance|special offer|on sale|discount|(?:buy|order|get) (?:yours|it) (?:now|today)|get yours|shop now|order now|buy now|why wait|what are you waiting for|make the switch|time to buy)\b",
    re.IGNORECASE,
)
_SELL_ZH = re.compile(
    "立即购买|立即購買|马上下单|馬上下單|立即下单|立即下單|赶紧下单|趕快下單|快来抢|快來搶|抢购|搶購|加入购物车|加入購物車|点击购买|點擊購買|限时|限時|限量|手慢无|手慢無|错过|錯過|优惠价|優惠價|特价|特價|立减|折扣|入手吧|带走|帶回家|赶快买|趕快買|现在就买|現在就買|早买早享受|早買早享受|剁手|拔草"
)
_EXPLAINED_EN = re.compile(
    r"\b(?:that is|that['’]s|i\.e\.|meaning|means|which (?:is|means|says|tells)|in other words|short for|so (?:that|it|you)|as (?:loud|bright|much|long|fast) as|like|about)\b|[(=–—]",
    re.IGNORECASE,
)
_EXPLAINED_ZH = re.compile(
    "也就是|就是|意思是|指的是|即|换句话|換句話|等于|等於|相当于|相當於|约|約|差不多|像|比|[（(=]|——"
)
_NAMES: dict[Lang, dict[Lang, str]] = {
    "en": {"en": "English", "zh-Hans": "Simplified Chinese", "zh-Hant": "Traditional Chinese"},
    "zh-Hans": {"en": "英文", "zh-Hans": "简体中文", "zh-Hant": "繁体中文"},
    "zh-Hant": {"en": "英文", "zh-Hans": "簡體中文", "zh-Hant": "繁體中文"},
}


@lru_cache(maxsize=3)
def _terms(lang: Lang) -> re.Pattern[str]:
    words = sorted(load_yaml((DATA / "terms.yaml").read_text(encoding="utf-8"))[lang], key=len, reverse=True)
    # "Torque" opens a sentence; "cop" is no COP.
    cased = [f"(?i:{re.escape(w)})" if w.islower() else re.escape(w) for w in words]
    spelt = [rf"(?<![A-Za-z]){one}(?![A-Za-z])" if w.isascii() else one for w, one in zip(words, cased, strict=True)]
    return re.compile("|".join(spelt))


def find_foreign_persona(texts: Mapping[str, str], brief: Brief, persona: Persona | None) -> Iterator[Diagnostic]:
    """One warning, about the first text, where the persona reads another language."""
    if persona is not None and persona.lang is not None and persona.lang != brief.lang:
        field, text = next(iter(texts.items()), ("", ""))
        message = say("persona-language", brief.lang, persona.name or persona.id, _NAMES[brief.lang][persona.lang])
        yield Diagnostic("persona-language", "warning", 0, len(text), message, field=field)


def find_misfits(texts: Mapping[str, str], brief: Brief, persona: Persona | None) -> Iterator[Diagnostic]:
    """What does not suit the stage or the reader, field by field: warnings; unexplained terms are suggestions."""
    if brief.stage == "after":
        yield from _after(texts, brief.lang, persona)
    elif brief.stage == "need":
        for field, text in texts.items():
            for match in _pressing(brief.lang).finditer(text):
                yield _finding("stage-misfit", "suggestion", field, text, *match.span(), brief.lang, brief.stage)
    if persona is not None and persona.expertise == "new":
        yield from _unexplained(texts, brief.lang, persona)


def _finding(
    rule: str, level: str, field: str, text: str, start: int, end: int, lang: Lang, detail: str = ""
) -> Diagnostic:
    return Diagnostic(
        rule,
        "warning" if level == "warning" else "suggestion",
        start,
        end,
        say(rule, lang, text[start:end], detail),
        field=field,
    )


def _pressing(lang: Lang) -> re.Pattern[str]:
    return _SELL_EN if lang == "en" else _SELL_ZH


def _after(texts: Mapping[str, str], lang: Lang, persona: Persona | None) -> Iterator[Diagnostic]:
    """Someone who has bought is not reminded of a pain first thing, and nothing is sold to them."""
    for field, text in texts.items():
        start, end = Clauses(text).sentence(0)
        opening = text[start:end].lower()
        pained = (_PAIN_EN if lang == "en" else _PAIN_ZH).search(opening)
        if pained or any(pain.lower() in opening for pain in (persona.pains if persona else ()) if len(pain) > 2):
            yield _finding("stage-misfit", "warning", field, text, start, end, lang, "after")
        break
    for field, text in texts.items():
        for match in _pressing(lang).finditer(text):
            yield _finding("stage-misfit", "warning", field, text, *match.span(), lang, "after")


def _unexplained(texts: Mapping[str, str], lang: Lang, persona: Persona) -> Iterator[Diagnostic]:
    """Each expert term once, at its first place, where nothing near it says what it comes to."""
    said = " ".join(persona.vocabulary).lower()
    explained = _EXPLAINED_EN if lang == "en" else _EXPLAINED_ZH
    seen: set[str] = set()
    for field, text in texts.items():
        clauses: Clauses | None = None
        for match in _terms(lang).finditer(text):
            if match[0] in seen or match[0].lower() in said:
                continue
            seen.add(match[0])
            clauses = clauses or Clauses(text)
            low, high = clauses.sentence(match.start())
            rest = text[match.end() : high] + text[high : clauses.sentence(min(len(text) - 1, high + 2))[1]]
            if not explained.search(text[low : match.start()]) and not explained.search(rest):
                yield _finding("term-unexplained", "suggestion", field, text, *match.span(), lang)
