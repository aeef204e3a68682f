"""One step: plan → texts. The rendered brief goes out, the checked reply comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.chain.door import as_template, ask
from assistant.chain.failures import redacted
from assistant.chain.reply import parse_reply, reply_schema
from assistant.chain.request import render_brief, render_findings, render_previous
from assistant.chain.settings import ModelSettings
from assistant.errors import ModelError
from assistant.prompts import load_prompt
from assistant.schema.nouns import Diagnostic, Plan

if TYPE_CHECKING:
    from assistant.chain import Reply
    from assistant.playbook import Playbook
    from assistant.schema.brief import Brief, Persona


def request_of(
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    findings: Sequence[Diagnostic] = (),
    previous: Mapping[str, str] | None = None,
    playbook: Playbook | None = None,
) -> tuple[list[tuple[str, str]], dict[str, str], str]:
    """Messages with their variables in place, the variables' values, and the hash of the prompts.

    With `findings` the earlier exchange comes first, word for word, so that a provider's cache of it still serves.
    """
    prompt = load_prompt("write", brief.lang)
    messages, variables = list(prompt.messages), render_brief(brief, persona, plan, prompt, playbook)
    if not findings:
        return messages, variables, prompt.hash
    if previous is None:
        raise ValueError("findings without the text that they are about")
    repair = load_prompt("repair", brief.lang)
    messages += [("assistant", "{{previous}}"), *repair.messages]
    variables |= {
        "previous": render_previous(previous, brief.channel, playbook),
        **render_findings(findings, previous, repair),
    }
    return messages, variables, f"{prompt.hash}+{repair.hash}"


def write(
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    settings: ModelSettings,
    findings: Sequence[Diagnostic],
    previous: Mapping[str, str] | None,
    playbook: Playbook | None = None,
) -> Reply:
    """See `assistant.chain.write`."""
    from assistant.chain import Reply

    messages, variables, prompt_hash = request_of(brief, persona, plan, findings, previous, playbook)
    raw = ask(settings, as_template(messages), variables, reply_schema(brief.channel, playbook)).reply
    problem = ""
    try:
        texts = parse_reply(raw, brief.channel, playbook)
    except ModelError as error:
        problem = str(error)
    if problem:
        raise ModelError(redacted(problem, settings))
    return Reply(texts, raw.model, raw.prompt_tokens, raw.completion_tokens, prompt_hash)
