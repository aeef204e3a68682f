"""Scorers: pass or fail, with a sentence that says why.

What the product checks is read from the draft's own diagnostics, never checked a second way: `RULES_OF` says which
scorer answers for which rule. `expectations` asks whether the sample's own demands hold. `SCORERS` is the list of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.checks import RULES
from assistant.playbook import load_playbook
from assistant.schema import Diagnostic
from assistant.schema.language import guess_lang, other_script
from assistant.writer import BUILT_IN
from evals.expectations import (
    Answer,
    ask_bullets,
    ask_comparison,
    ask_coverage,
    ask_left_out,
    ask_range,
    ask_silence,
    quoted,
)
from evals.outcome import Outcome

# A rule's id is its scorer's; findings with an id that is no rule of the checks come from the praise rules.
RULES_OF: dict[str, tuple[str, ...]] = {
    "numbers": (
        "number-untraced",
        "hedge-changed",
        "hedge-false",
        "attribute-moved",
        "comparison-moved",
        "comparison-untraced",
        "ratio-inverted",
        "times-more",
    ),
    "quotes": ("quote-altered",),
    "praise": ("praise",),
    "language": ("wrong-language", "wrong-script"),
    "markup": ("markup-left",),
    "spec": ("specification-lost",),
    "words": ("banned-word",),
    "whole": ("field-empty", "channel-limit"),
    "claims": (
        "new-certification",
        "new-origin",
        "new-material",
        "new-guarantee",
        "new-endorsement",
        "new-capability",
        "new-name",
        "new-comparative",
        "competitor-bashing",
        "insensitive-reference",
    ),
    "manner": (
        "company-centred-voice",
        "repeated-sentence",
        "repeated-comparison",
        "repeated-opening",
        "stage-misfit",
        "persona-language",
        "term-unexplained",
        "sentence-long",
        "words-long",
        "region-word",
    ),
}


@dataclass(frozen=True, slots=True)
class Score:
    """What one scorer says of one draft; `passed` is None where the scorer has nothing to say about it."""

    scorer: str
    level: Literal["error", "warning"]
    passed: bool | None
    why: str

    @property
    def failed(self) -> bool:
        """Whether this score ends a run with a finding."""
        return self.passed is False and self.level == "error"


@dataclass(frozen=True, slots=True)
class Scorer:
    """A named question about a draft. `ask` returns the answer and its sentence."""

    name: str
    level: Literal["error", "warning"]
    ask: Callable[[Outcome], Answer]

    def score(self, outcome: Outcome) -> Score:
        """The scorer's answer for one draft."""
        passed, why = self.ask(outcome)
        return Score(self.name, self.level, passed, why)


def _found(outcome: Outcome, scorer: str) -> list[Diagnostic]:
    rules = RULES_OF[scorer]
    from_praise = scorer == "praise"
    return [
        finding
        for finding in outcome.variant.diagnostics
        if finding.level == "error" and (finding.rule in rules or (from_praise and finding.rule not in RULES))
    ]


def _say(findings: Iterable[Diagnostic]) -> str:
    return " ".join(f"{finding.field} {finding.start}–{finding.end}: {finding.message}" for finding in findings)


def ask_numbers(outcome: Outcome) -> tuple[bool, str]:
    """Every number is traced to what proves it, stands with what it measures, under a hedge that is true."""
    if findings := _found(outcome, "numbers"):
        return False, _say(findings)
    return True, f"All {len(outcome.variant.ledger)} numbers are traced."


def ask_quotes(outcome: Outcome) -> Answer:
    """What is given to a customer is a customer's, word for word."""
    findings = _found(outcome, "quotes")
    return (False, _say(findings)) if findings else (True, "No quotation is altered.")


def ask_praise(outcome: Outcome) -> tuple[bool, str]:
    """No self-praise."""
    findings = _found(outcome, "praise")
    return (False, _say(findings)) if findings else (True, "No praise.")


def ask_language(outcome: Outcome) -> tuple[bool, str]:
    """The texts are in the sample's language and script."""
    if findings := _found(outcome, "language"):
        return False, _say(findings)
    if not outcome.text.strip():
        return False, f"There is no text to be in {outcome.sample.lang}."
    lang = outcome.sample.lang
    if (guess_lang(outcome.text) == "en") != (lang == "en"):
        return False, f"The draft reads as {guess_lang(outcome.text)}; {lang} is expected."
    foreign = sorted({char for char in outcome.text if lang != "en" and other_script(char, lang)})
    return not foreign, f"Not {lang}: {quoted(foreign)}." if foreign else f"The draft reads as {lang}."


def ask_markup(outcome: Outcome) -> tuple[bool, str]:
    """No markup, no placeholder."""
    findings = _found(outcome, "markup")
    return (False, _say(findings)) if findings else (True, "No markup.")


def ask_spec(outcome: Outcome) -> tuple[bool, str]:
    """The exact figures stand beside their comparisons, and what must be kept is kept word for word."""
    if findings := _found(outcome, "spec"):
        return False, _say(findings)
    lost = [wording for wording in outcome.sample.expect.must_contain if wording not in outcome.text]
    return (False, f"Not in the draft: {quoted(lost)}.") if lost else (True, "The exact figures are kept.")


def ask_words(outcome: Outcome) -> tuple[bool, str]:
    """No banned word of the house's, none of the sample's."""
    if findings := _found(outcome, "words"):
        return False, _say(findings)
    lowered = outcome.text.lower()
    there = [wording for wording in outcome.sample.expect.must_not_contain if wording.lower() in lowered]
    return (False, f"In the draft: {quoted(there)}.") if there else (True, "No unwanted words.")


def ask_whole(outcome: Outcome) -> tuple[bool, str]:
    """Every text of the channel is there, by the writer that was asked."""
    if findings := _found(outcome, "whole"):
        return False, _say(findings)
    missing = [
        field
        for field, shape in load_playbook().channel(outcome.sample.brief.channel).fields.items()
        if field not in outcome.variant.texts and not shape.optional
    ]
    if missing:
        return False, f"Missing: {', '.join(missing)}."
    if (outcome.writer == BUILT_IN) != (outcome.variant.by == BUILT_IN):
        return False, f"{outcome.writer} was asked, {outcome.variant.by} wrote: {' '.join(outcome.draft.notices)}"
    return True, f"All texts are there, by {outcome.variant.by}."


def ask_claims(outcome: Outcome) -> tuple[bool, str]:
    """Nothing is claimed that the brief does not carry, and nobody is run down or hurt."""
    findings = _found(outcome, "claims")
    return (False, _say(findings)) if findings else (True, "No claim beyond the facts.")


def ask_manner(outcome: Outcome) -> tuple[bool, str]:
    """It speaks to this reader: from their side, at their stage, in their words, without saying things thrice."""
    findings = [f for f in outcome.variant.diagnostics if f.rule in RULES_OF["manner"] and f.level == "warning"]
    return (False, _say(findings)) if findings else (True, "Nothing in its manner stands out.")


def ask_same(outcome: Outcome) -> Answer:
    """Two runs give equal drafts."""
    if outcome.again is None:
        return None, "A model promises no equal drafts."
    if outcome.draft == outcome.again:
        return True, "Two runs give equal drafts."
    first, second = outcome.variant.texts, outcome.again.variants[0].texts
    differing = [field for field in first if first[field] != second.get(field)]
    return False, f"Two runs differ in {', '.join(differing) or 'plan, ledger or findings'}."


SCORERS: tuple[Scorer, ...] = (
    Scorer("numbers", "error", ask_numbers),
    Scorer("quotes", "error", ask_quotes),
    Scorer("praise", "error", ask_praise),
    Scorer("language", "error", ask_language),
    Scorer("markup", "error", ask_markup),
    Scorer("spec", "error", ask_spec),
    Scorer("words", "error", ask_words),
    Scorer("whole", "error", ask_whole),
    Scorer("claims", "error", ask_claims),
    Scorer("manner", "warning", ask_manner),
    Scorer("compare", "error", ask_comparison),
    Scorer("silence", "error", ask_silence),
    Scorer("range", "error", ask_range),
    Scorer("left-out", "error", ask_left_out),
    Scorer("coverage", "warning", ask_coverage),
    Scorer("bullets", "warning", ask_bullets),
    Scorer("same", "error", ask_same),
)
