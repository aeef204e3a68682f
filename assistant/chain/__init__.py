"""The way to a language model: a plan goes in, texts come out, and every fault is one line (`ModelError`).

`settings` says which model, where; `request` renders brief, persona and plan; `forms` says what a reply looks like, `reply`
turns what comes back into texts and `notes`, what a model says beside them.

Two steps, each one call: insight, angle and texts; then, if asked for, the critique as the customer with the revision.

    reading     a page → facts, each held against the page (`taking`, `quoting`)
    listening   what customers said → pains, wants, words, each held against what was said (`voices`, `holding`, `unheard`)
    sentences   sentences of a page → the same, written anew
    alternatives one place in a draft → three texts that may stand there; `asking` makes the call
    opinions    findings of the praise rules → what a model thinks of each; `doubts` are what it is asked about
    masking     names and addresses of people stay on this machine (`people`, `personal`)
    door        the only way to a model: `call`, and `ask` for callers that are not asynchronous
    calls       what the calls behind one piece of work share and tell as they go, and what they took
    partial     the texts in a reply of which only a beginning has come, for a reader who watches
    caching     a reply that was paid for is not paid for again
    estimating  what a draft takes at most, before anything is asked
    spending    money is set aside before a call, and what it cost is booked after it
    profiles    the strictest form that a server takes, found by trying; `refusals` tells what it does not take
    retrying    when a failed call is repeated
    sending     one request over the wire; `streaming` and `usage` read the answer
    cancelling  stops a call under way
    failures    what went wrong → a line that says what to do; `wire_faults` is what the client lets through

Importing this package loads neither LangChain nor OpenAI nor pydantic: that waits for the first call of `write`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.chain.notes import Notes
from assistant.chain.settings import ModelSettings, describe, load_settings
from assistant.schema.nouns import Diagnostic, Plan

if TYPE_CHECKING:
    from assistant.chain.calls import Calls
    from assistant.playbook import Playbook
    from assistant.schema.brief import Brief, Persona

__all__ = ["ModelSettings", "Notes", "Reply", "describe", "load_settings", "write"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote.

    `texts` by field, in the channel's order (product_page: headline, subhead, bullets, paragraph; headline: headline,
    subhead; bullets: bullets), those of several channels as "<channel>.<field>", none of them empty, lines joined by
    line breaks. `model` is the name that the server gives; the token counts are the server's, None where it tells none;
    `prompt_hash` names the prompts' version; `notes` are what the model says beside the texts.
    """

    texts: dict[str, str]
    model: str
    prompt_tokens: int | None
    completion_tokens: int | None
    prompt_hash: str
    notes: Notes = field(default_factory=Notes)


def write(
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    settings: ModelSettings,
    *,
    findings: Sequence[Diagnostic] = (),
    previous: Mapping[str, str] | None = None,
    playbook: Playbook | None = None,
    calls: Calls | None = None,
    variant: int = 0,
    critique: bool = False,
    attempt: int = 1,
) -> Reply:
    """The model's texts for the brief's channel in its language, all of them at once where it has several.

    Channels are the playbook's, else our own.
    Each `variant` starts from another angle. With `findings` it is a repair: the model sees its `previous` texts and,
    exactly, what is wrong with them. With `critique` it reads them as the customer and revises what made it stop, any
    findings included; what it leaves is as in `previous`. `attempt` counts repairs, for the name of a recorded exchange
    only. Nothing here has checked a number or a claim, in the texts or
    the notes. Raises `ModelError`, one line, for every fault on the way and every reply that is not what was asked for;
    `BudgetReached` and `Cancelled` as `calls` has it; `ValueError` for findings or a critique without `previous`.
    """
    from assistant.chain.writing import write as write_with_model

    return write_with_model(
        brief, persona, plan, settings, findings, previous, playbook, calls, variant, critique, attempt
    )
