"""One call: plan → texts, or texts and what is said against them → texts. A rendered request goes out, a parsed reply comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chain.door import Options, as_template, ask
from assistant.chain.failures import redacted
from assistant.chain.forms import Step, reply_schema
from assistant.chain.masked_request import mask_variables
from assistant.chain.reply import Parsed, parse_reply
from assistant.chain.request import render_again, render_brief, render_previous
from assistant.chain.settings import ModelSettings
from assistant.errors import ModelError
from assistant.prompts import load_prompt
from assistant.schema.nouns import Diagnostic, Plan
from assistant.schema.reply import RawReply

if TYPE_CHECKING:
    from assistant.chain import Reply
    from assistant.chain.calls import Calls
    from assistant.playbook import Playbook
    from assistant.schema.brief import Brief, Persona


def request_of(
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    findings: Sequence[Diagnostic] = (),
    previous: Mapping[str, str] | None = None,
    playbook: Playbook | None = None,
    variant: int = 0,
    critique: bool = False,
) -> tuple[list[tuple[str, str]], dict[str, str], str]:
    """Messages with their variables in place, the variables' values, and the hash of the prompts.

    What follows the first request has it in front, word for word, so that a provider's cache of it still serves.
    """
    prompt = load_prompt("write", brief.lang)
    messages, variables = list(prompt.messages), render_brief(brief, persona, plan, prompt, playbook, variant)
    step = _step(findings, critique)
    version = prompt.hash
    if len(brief.channels) > 1:
        version += f"+{load_prompt('channels', brief.lang).hash}"
    if step == "write":
        return messages, variables, version
    if previous is None:
        raise ValueError("findings or a critique without the text that they are about")
    again = load_prompt(step, brief.lang)
    messages += [("assistant", "{{previous}}"), *again.messages]
    variables["previous"] = render_previous(previous, brief.channel, playbook)
    variables |= render_again(findings, previous, again, step, brief.channel, playbook)
    return messages, variables, f"{version}+{again.hash}"


def exchange(step: Step, variant: int = 0, attempt: int = 1) -> str:
    """What a call is named behind a `replay_key`: step, which repair it is, and the variant from the second on.

    >>> exchange("write"), exchange("repair", attempt=2), exchange("write", variant=1), exchange("repair", variant=1)
    ('write', 'repair-2', 'write-2', 'repair-1-2')
    """
    name = f"{step}-{attempt}" if step == "repair" else step
    return f"{name}-{variant + 1}" if variant else name


def _step(findings: Sequence[Diagnostic], critique: bool) -> Step:
    if critique:
        return "critique"
    return "repair" if findings else "write"


def write(
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    settings: ModelSettings,
    findings: Sequence[Diagnostic],
    previous: Mapping[str, str] | None,
    playbook: Playbook | None = None,
    calls: Calls | None = None,
    variant: int = 0,
    critique: bool = False,
    attempt: int = 1,
) -> Reply:
    """See `assistant.chain.write`."""
    from assistant.chain import Reply

    request = request_of(brief, persona, plan, findings, previous, playbook, variant, critique)
    messages, variables, prompt_hash = request
    step = _step(findings, critique)
    parsed: list[Parsed] = []

    def take(reply: RawReply) -> None:
        problem = ""
        try:
            parsed.append(parse_reply(reply, brief.channel, playbook, step, previous))
        except ModelError as error:
            problem = str(error)
        # Outside the handler: what the reply held must not hang on to the error as its context.
        if problem:
            raise ModelError(redacted(problem, settings))

    masked = mask_variables(variables, _OURS, brief) if settings.masks else None
    if settings.replay_key:
        settings = replace(settings, replay_key=f"{settings.replay_key}/{exchange(step, variant, attempt)}")
    options = calls.options(masked.restore if masked is not None else None) if calls is not None else Options()
    options |= {"accept": take, "prompt_hash": prompt_hash}
    schema = reply_schema(brief.channel, playbook, step)
    raw = ask(settings, as_template(messages), variables, schema, **options).reply
    texts, notes = parsed[-1].texts, parsed[-1].notes
    if masked is not None:
        texts, notes = {name: masked.restore(text) for name, text in texts.items()}, notes.mapped(masked.restore)
    return Reply(texts, raw.model, raw.prompt_tokens, raw.completion_tokens, prompt_hash, notes)


# What the program says itself.
_OURS = frozenset({"market", "comparisons", "situation", "fields", "answer_form", "again_form"})
