"""A second opinion on a finding: which findings are open to one, and how it is said. It removes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.praise import load_rules
from assistant.schema import Diagnostic, Lang

Verdict = Literal["keep", "fine here"]

# Words alone don't decide whether these hold, so a rule that knows them goes by signs and can miss one.
_DECIDED_BY_SENSE = frozenset(("name", "literal", "quotation", "negation", "instruction", "discussion", "question"))
# A claim that regulators want proof of stands or falls with the proof, and whoever raised a level has decided.
_OPEN = ("warning", "suggestion")
_SAID: dict[Lang, tuple[str, dict[Verdict, str]]] = {
    "en": ("second opinion ({by}): {verdict} – {why}", {"keep": "keep", "fine here": "fine here"}),
    "zh-Hans": ("第二意见（{by}）：{verdict}——{why}", {"keep": "确有问题", "fine here": "这里没问题"}),
    "zh-Hant": ("第二意見（{by}）：{verdict}——{why}", {"keep": "確有問題", "fine here": "這裡沒問題"}),
}


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody else thinks of a finding: `by` whom, to keep it or that it is fine here, and why, in a line."""

    by: str
    verdict: Verdict
    why: str


def is_doubtful(finding: Diagnostic, lang: Lang, own_rules: frozenset[str] = frozenset()) -> bool:
    """Whether a finding is one that its rule can be wrong about: a built-in rule of praise below the level of an error.

    `own_rules` are the ids of a team's own rules: what a team forbids is not in doubt.

    >>> is_doubtful(Diagnostic("empty-class", "warning", 0, 4, ""), "en")
    True
    >>> is_doubtful(Diagnostic("empty-class", "error", 0, 4, ""), "en")
    False
    """
    return finding.level in _OPEN and finding.rule not in own_rules and finding.rule in _rules(lang)


@lru_cache(maxsize=3)
def _rules(lang: Lang) -> frozenset[str]:
    return frozenset(rule.id for rule in load_rules(lang).rules if rule.unless & _DECIDED_BY_SENSE)


def say_opinion(opinion: Opinion, lang: Lang) -> str:
    """An opinion as a line for people.

    >>> say_opinion(Opinion("gpt-4.1", "fine here", "It is the name of a theatre."), "en")
    'second opinion (gpt-4.1): fine here – It is the name of a theatre.'
    """
    form, verdicts = _SAID[lang]
    return form.format(by=opinion.by, verdict=verdicts[opinion.verdict], why=opinion.why)
