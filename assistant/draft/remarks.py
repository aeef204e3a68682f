"""What a model says beside its text, held to the gate: insight, suggestions, and what the facts could not answer.

A colleague reads these, no customer does, and still no number may come in through them. What falls short is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from assistant.chain.notes import Notes, Objection
from assistant.checks import check_texts
from assistant.checks.claims import find_claims
from assistant.playbook import Playbook
from assistant.schema import Insight, Lang, Plan, Suggestion
from assistant.schema.brief import Brief, Persona

if TYPE_CHECKING:
    from collections.abc import Mapping

# A sentence that somebody reads in passing, a name, and as many questions as a colleague answers.
SENTENCE_CHARS = 300
THING_CHARS = 80
MOST_QUESTIONS = 5

# What makes a remark false, unreadable or unfit to be shown. It may speak of praise, of guarantees and materials: a
# question is often about what no fact carries.
_BARRED = frozenset(
    "number-untraced hedge-changed hedge-false attribute-moved comparison-moved comparison-untraced ratio-inverted "
    "times-more quote-altered wrong-language wrong-script markup-left banned-word insensitive-reference".split()
)

_SUGGESTED: dict[Lang, str] = {
    "en": "A suggestion to verify, not used: beside “{fact}”, {thing}. Why: {why}",
    "zh-Hans": "有一个建议要先核实，文案里没有用：说“{fact}”时，可以拿“{thing}”来比。理由：{why}",
    "zh-Hant": "有一個建議要先查證，文案裡沒有用：說「{fact}」時，可以拿「{thing}」來比。理由：{why}",
}


class Gate:
    """What a remark about a draft is held against."""

    def __init__(self, brief: Brief, persona: Persona | None, plan: Plan, playbook: Playbook) -> None:
        self._brief, self._persona, self._plan, self._playbook = brief, persona, plan, playbook

    def insight(self, notes: Notes) -> Insight | None:
        """The insight with the customers' words that it names; None where there is none that may be shown."""
        if not self._lets_pass(notes.insight):
            return None
        said = (
            {f"e{number}": one.quote for number, one in enumerate(self._persona.evidence, 1)} if self._persona else {}
        )
        heard = tuple(dict.fromkeys(said[key] for key in notes.rests_on if key in said))
        return Insight(notes.insight, notes.angle if self._lets_pass(notes.angle) else "", heard)

    def suggestions(self, notes: Notes) -> tuple[Suggestion, ...]:
        """The proposed reference, if it is for a figure of the plan and has no number of its own."""
        made = notes.proposal
        fact = next((fact for fact in self._plan.facts if made and fact.id == made.figure and fact.quantities), None)
        if made is None or fact is None or len(made.thing) > THING_CHARS:
            return ()
        for text in (made.thing, made.why):
            # Even a true figure: what it would be compared with is not known yet.
            if not self._lets_pass(text, {"comparison-untraced"}) or find_claims(text, self._brief.lang):
                return ()
        return (Suggestion("reference", fact.text, made.thing, made.why),)

    def questions(self, objections: Iterable[Objection], texts: Mapping[str, str]) -> tuple[str, ...]:
        """What a reader asks of words that stand in `texts` and the facts don't answer; in order, each once."""
        open_ones = [
            one for one in objections if not one.mended and one.words and one.words in texts.get(one.field, "")
        ]
        return tuple(dict.fromkeys(one.question for one in open_ones if self._lets_pass(one.question)))[:MOST_QUESTIONS]

    def _lets_pass(self, text: str, besides: Iterable[str] = ()) -> bool:
        if not text or len(text) > SENTENCE_CHARS:
            return False
        found = check_texts({"remark": text}, self._brief, self._plan, self._persona, self._playbook).diagnostics
        barred = _BARRED.difference(besides)
        return not any(finding.level == "error" and finding.rule in barred for finding in found)


def tell(suggestion: Suggestion, lang: Lang) -> str:
    """A suggestion in a line that says that it is one."""
    return _SUGGESTED[lang].format(fact=suggestion.fact, thing=suggestion.thing, why=suggestion.why)


def joined(known: Sequence[str], asked: Sequence[str]) -> tuple[str, ...]:
    """The known questions, then at most five more that ask something else.

    >>> joined(["Measured how?"], ["measured how", "Who repairs it?"])
    ('Measured how?', 'Who repairs it?')
    """
    seen = {"", *map(_words, known)}
    fresh: list[str] = []
    for question in asked:
        if _words(question) not in seen:
            seen.add(_words(question))
            fresh.append(question)
    return (*known, *fresh[:MOST_QUESTIONS])


def _words(question: str) -> str:
    return "".join(char for char in question.casefold() if char.isalnum())
