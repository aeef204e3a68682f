"""Plan, write, check, have it read as its customer would, repair at most twice, replace what still fails.

No number reaches a reader that the gate has not traced.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import writer
from assistant.chain.calls import Calls, Step, Took
from assistant.checks import Checked, check_texts
from assistant.draft.by_model import finished, what_it_took, write_by_model
from assistant.draft.pins import tell_pins
from assistant.draft.remarks import joined, tell
from assistant.draft.settle import settle
from assistant.errors import InputError
from assistant.personas import get_persona
from assistant.plan import make_plan, read
from assistant.playbook import Playbook, load_playbook
from assistant.references import Book, load_book
from assistant.schema import Draft, Lang
from assistant.schema.brief import Brief, Persona
from assistant.schema.choices import Choice

if TYPE_CHECKING:
    from assistant.chain.settings import ModelSettings

MOST_VARIANTS = 5

_NOTICE: dict[str, dict[Lang, str]] = {
    "built-in": {
        "en": "Written by the built-in writer; no language model is configured.",
        "zh-Hans": "由内置写手撰写；未配置语言模型。",
        "zh-Hant": "由內建寫手撰寫；未設定語言模型。",
    },
    "elsewhere": {
        "en": "The channel {channel} is written in another language; the text follows the brief's.",
        "zh-Hans": "{channel} 这个渠道一般用另一种语言写；文案按简报的语言写。",
        "zh-Hant": "{channel} 這個通路通常用另一種語言寫；文案依簡報的語言寫。",
    },
    "nothing": {
        "en": "No fact here can be stated: each is praise without evidence, an uncertain reading, or fails the checks.",
        "zh-Hans": "这里没有一条可以写进文案的事实：要么是没有依据的自夸，要么数值有疑问，要么通不过检查。",
        "zh-Hant": "這裡沒有一條可以寫進文案的事實：要麼是沒有依據的自誇，要麼數值有疑問，要麼通不過檢查。",
    },
}


def resolve_persona(brief: Brief) -> Persona | None:
    """The brief's persona: written out, by id or path, or None. Raises `InputError` for an unknown id."""
    if brief.persona is None or isinstance(brief.persona, Persona):
        return brief.persona
    return get_persona(brief.persona, brief.lang, brief.market) if brief.persona else None


def write(
    brief: Brief,
    settings: ModelSettings | None = None,
    variants: int = 1,
    book: Book | None = None,
    playbook: Playbook | None = None,
    calls: Calls | None = None,
    critique: bool = False,
    choices: Sequence[Choice] = (),
) -> Draft:
    """A checked draft for a brief: by the model that `settings` names, else by the built-in writer.

    Texts of a brief for several channels are called "<channel>.<field>", in the order of the brief; a model writes them
    in one call. Deterministic without a model. With `critique` a model reads its text as the customer and revises it,
    for one call more; what the facts do not answer joins the questions. `calls` has cache, budget and cancel, tells the
    steps and the text as it comes, and hears what the model's replies took; without it nothing is kept. What `choices`
    reject is used by neither writer; what they pin stands in the text, or a notice says why not. Sentences of a
    model that will not pass the checks are replaced by the built-in writer's, and so is a model that cannot be reached
    or of whose text too little is left, of several channels in that one alone; a notice says so. Raises `InputError` for
    an unknown persona or more than five variants;
    `BudgetReached` and `Cancelled` as `calls` has it.
    """
    if not 1 <= variants <= MOST_VARIANTS:
        raise InputError(f"--variants: expected 1 to {MOST_VARIANTS}, got {variants}.")
    if settings is not None and calls is not None:
        calls.tell(Step("reading"))
    persona = resolve_persona(brief)
    playbook = playbook or load_playbook()
    book = book or load_book()
    reading = read(brief, persona, book, playbook, choices)
    plan = make_plan(reading, brief, persona, playbook)
    notices: list[str] = []
    questions: list[str] = []
    if settings is None:
        notices.append(_NOTICE["built-in"][brief.lang])
    notices += [
        _NOTICE["elsewhere"][brief.lang].format(channel=channel)
        for channel in brief.channels
        if brief.lang not in playbook.channel(channel).langs
    ]
    # What the built-in writer cannot say cleanly, a model may.
    offered = plan
    plan, built_in = settle(brief, persona, plan, variants, playbook)
    if not plan.used:
        notices.append(_NOTICE["nothing"][brief.lang])
    made = [finished(texts, checked, writer.BUILT_IN, brief, playbook) for texts, checked in built_in]
    if settings is not None and plan.used:
        asked = replace(calls or Calls(), took=Took())
        try:
            for number, stand_in in enumerate(made):
                own = write_by_model(
                    brief,
                    persona,
                    offered,
                    settings,
                    playbook,
                    asked,
                    number,
                    notices,
                    questions,
                    stand_in,
                    critique,
                )
                made[number] = own or stand_in
        finally:
            if calls is not None:
                calls.took.merge(asked.took)
        notices += [tell(suggestion, brief.lang) for variant in made for suggestion in variant.suggestions]
        notices += what_it_took(asked, brief.lang)
    notices += tell_pins(choices, reading, offered, made, book, brief.lang)
    return Draft(
        variants=tuple(made),
        plan=plan,
        questions=joined(plan.questions, questions),
        persona_evidence=persona.evidence_state if persona else "none",
        notices=tuple(dict.fromkeys(notices)),
    )


def check(
    text: str,
    brief: Brief,
    book: Book | None = None,
    playbook: Playbook | None = None,
    field: str = "",
    choices: Sequence[Choice] = (),
) -> Checked:
    """The findings and the ledger of a finished text, by the same checks that every draft passes.

    `field` says which text of the brief's channel it is, for its length; empty where the channel has but one. Where the
    brief has several channels, it is "<channel>.<field>". Raises
    `InputError` for an unknown persona, and for a field that the channel does not have.
    """
    playbook = playbook or load_playbook()
    fields = playbook.channel(brief.channel).fields
    if field and field not in fields:
        raise InputError(f"field: {', '.join(brief.channels)} has {', '.join(fields)}, got {field!r}.")
    persona = resolve_persona(brief)
    plan = make_plan(read(brief, persona, book or load_book(), playbook, choices), brief, persona, playbook)
    return check_texts({field: text}, brief, plan, persona, playbook)
