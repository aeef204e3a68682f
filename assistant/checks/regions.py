"""Words of the other shore: mainland words in copy for Taiwan or Hong Kong, Taiwanese words in mainland copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from assistant.checks.concepts import DATA
from assistant.checks.messages import say
from assistant.schema import Diagnostic, Lang, Market
from assistant.schema.brief import Brief, Persona
from assistant.schema.data import load_yaml


@cache
def _lists() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    found: Mapping[str, Mapping[str, Mapping[str, Any]]] = load_yaml(
        (DATA / "regions.yaml").read_text(encoding="utf-8")
    )
    return found


@lru_cache(maxsize=8)
def _pattern(region: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(_lists()[region], key=len, reverse=True)))


def _region(lang: Lang, market: Market | None) -> str:
    if lang == "en":
        return ""
    return "cn" if lang == "zh-Hans" else "hk" if market == "hk" else "tw"


def find_region_words(field: str, text: str, brief: Brief, persona: Persona | None) -> Iterator[Diagnostic]:
    """A warning for each word that readers in the brief's market would take for the other shore's, by position."""
    region = _region(brief.lang, brief.market or (persona.market if persona else None))
    if not region:
        return
    for match in _pattern(region).finditer(text):
        entry = _lists()[region][match[0]]
        around = text[max(0, match.start() - 4) : match.end() + 4]
        named = any(match[0] in name for name in (brief.product, brief.category, *brief.names))
        quoted = persona is not None and any(match[0] in e.quote and e.quote[:12] in text for e in persona.evidence)
        if named or quoted or any(word in around for word in entry.get("not", ())):
            continue
        message = say("region-word", brief.lang, match[0], entry["use"])
        yield Diagnostic("region-word", "warning", *match.span(), message, suggestion=entry["use"], field=field)
