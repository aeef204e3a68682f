"""How a temperature or a loudness is said to lie to familiar ones: at one, between two, from one to another."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.comparisons.rounding import CompareHedge
from assistant.comparisons.wording import sentence
from assistant.schema import Forms, Lang, Reference

LOGARITHM: dict[Lang, str] = {
    "en": "Decibels are a logarithm: 10 dB less is a tenth of the sound power, not a tenth of the number.",
    "zh-Hans": "分贝是对数：少10分贝，声功率只有十分之一。",
    "zh-Hant": "分貝是對數：少10分貝，聲音功率只有十分之一。",
}


_JUST: dict[Lang, dict[CompareHedge, str]] = {
    "en": {"exactly": "", "about": "about ", "more than": "a little above ", "nearly": "just below "},
    "zh-Hans": {"more than": "略高于", "nearly": "略低于"},
    "zh-Hant": {"more than": "略高於", "nearly": "略低於"},
}


_END: dict[Lang, dict[CompareHedge, str]] = {
    "en": {"about": "about ", "more than": "a little above ", "nearly": "just below "},
    "zh-Hans": {"about": "接近", "more than": "略高于", "nearly": "略低于"},
    "zh-Hant": {"about": "接近", "more than": "略高於", "nearly": "略低於"},
}


def anchor_forms(subject: str, reference: Reference, hedge: CompareHedge, lang: Lang) -> Forms:
    """Wording for a temperature or loudness that a familiar thing has, or nearly has."""
    of = reference.names[lang].of
    if lang == "en":
        noun = f"{_JUST[lang][hedge]}{of}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    near = _JUST[lang].get(hedge)
    clause = f"{near}{of}" if near else f"与{of}相当" if lang == "zh-Hans" else f"與{of}相當"
    return Forms(clause, clause, sentence(subject, clause, lang))


def between_forms(subject: str, below: Reference, above: Reference, lang: Lang) -> Forms:
    """Wording for a temperature or loudness between two familiar ones."""
    low, high = below.names[lang].of, above.names[lang].of
    if lang == "en":
        noun = f"between {low} and {high}"
        return Forms(noun, f"lies {noun}", sentence(subject, f"lies {noun}", lang))
    noun = f"介于{low}与{high}之间" if lang == "zh-Hans" else f"介於{low}與{high}之間"
    return Forms(noun, noun, sentence(subject, noun, lang))


def from_to_forms(subject: str, ends: Sequence[Reference], hedges: Sequence[CompareHedge], lang: Lang) -> Forms:
    """Wording for a range of temperature or loudness: "from the temperature of a home freezer to about that of a sauna"."""
    cold, hot = (f"{_END[lang].get(hedge, '')}{end.names[lang].of}" for end, hedge in zip(ends, hedges, strict=True))
    if lang == "en":
        noun = f"from {cold} to {hot}"
        return Forms(noun, f"runs {noun}", sentence(subject, f"runs {noun}", lang))
    noun = f"从{cold}到{hot}" if lang == "zh-Hans" else f"從{cold}到{hot}"
    return Forms(noun, noun, f"{subject}，{noun}。")
