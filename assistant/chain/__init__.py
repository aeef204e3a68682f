"""The way to a language model: a plan goes in, texts come out, and every fault is one line (`ModelError`).

`settings` says which model, where; `request` renders brief, persona and plan; `door` calls the model, the only place
that does; `failures` and `reply` turn what comes back into texts or into a line that says what to do. Importing this
package loads neither LangChain nor OpenAI nor pydantic: that waits for the first call of `write`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.chain.settings import ModelSettings, describe, load_settings
from assistant.schema.nouns import Diagnostic, Plan

if TYPE_CHECKING:
    from assistant.playbook import Playbook
    from assistant.schema.brief import Brief, Persona

__all__ = ["ModelSettings", "Reply", "describe", "load_settings", "write"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote.

    `texts` by field, in the channel's order (product_page: headline, subhead, bullets, paragraph; headline: headline,
    subhead; bullets: bullets), none of them empty, lines joined by line breaks. `model` is the name that the server
    gives; the token counts are the server's, None where it tells none; `prompt_hash` names the prompts' version.
    """

    texts: dict[str, str]
    model: str
    prompt_tokens: int | None
    completion_tokens: int | None
    prompt_hash: str


def write(
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    settings: ModelSettings,
    *,
    findings: Sequence[Diagnostic] = (),
    previous: Mapping[str, str] | None = None,
    playbook: Playbook | None = None,
) -> Reply:
    """The model's texts for the brief's channel, in the brief's language; channels are the playbook's, else our own.

    With `findings` it is a repair: the model sees its `previous` texts and, exactly, what is wrong with them. The texts
    are as the model wrote them: nothing here has checked a number or a claim. Raises `ModelError`, one line, for every
    fault on the way and every reply that is not what was asked for; `ValueError` for findings without `previous`.
    """
    from assistant.chain.writing import write as write_with_model

    return write_with_model(brief, persona, plan, settings, findings, previous, playbook)
