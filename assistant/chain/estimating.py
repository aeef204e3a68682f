"""What a draft, one sentence of it anew, or a listening takes at most, before anything is asked.

Counts what would be sent; loads neither LangChain nor OpenAI.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from assistant.chain.alternatives import Asked, alternatives_schema, request_of_place
from assistant.chain.doubts import PART, Doubt, opinions_schema, request_of_doubts
from assistant.chain.forms import reply_schema
from assistant.chain.request import render_brief
from assistant.chain.settings import ModelSettings, is_local
from assistant.chain.spending import EXPECTED_OUTPUT
from assistant.chain.voices import expected_output, lines_of, listening_schema, parts_of, request_of_voices
from assistant.prompts import load_prompt
from assistant.tokens import Prices, UnknownPrice, count, count_messages, estimate, load_prices

if TYPE_CHECKING:
    from assistant.personas.said import Told
    from assistant.playbook import Playbook
    from assistant.schema.brief import Brief, Persona
    from assistant.schema.nouns import Lang, Plan

_VARIABLE = re.compile(r"\{\{([a-z][a-z0-9_]{0,40})\}\}")


@dataclass(frozen=True, slots=True)
class AtMost:
    """Tokens in and out together, and money: None where no price is known, 0 where the server is one's own (`local`)."""

    tokens: int
    cost: Decimal | None
    currency: str
    local: bool


def estimate_draft(
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    settings: ModelSettings,
    playbook: Playbook | None = None,
    *,
    repairs: int,
    variants: int = 1,
    prices: Prices | None = None,
) -> AtMost:
    """A draft that takes every repair, each reply as long as the budget reckons with. Most drafts take far less.

    An estimate: a thinking model may write longer, and a call that the server breaks off is made again. What is kept
    from earlier runs costs nothing and is not looked for. Raises `DataFileError` for a price file that can't be read.
    """
    prompt = load_prompt("write", brief.lang)
    # The critique takes the place of a repair, and says more.
    follow_up = max(
        sum(count(text, settings.model).tokens for _, text in load_prompt(step, brief.lang).messages)
        for step in ("repair", "critique")
    )
    variables = render_brief(brief, persona, plan, prompt, playbook)
    first = _count(prompt.messages, variables, reply_schema(brief.channel, playbook), settings)
    longest = max(EXPECTED_OUTPUT)
    # A repair is asked with all that went before. Findings quote the reply, and are seldom as long as it.
    again = first + follow_up + 2 * longest
    questions = [first, *[again] * repairs] * variants
    return _at_most([(asked, longest) for asked in questions], settings, prices)


def estimate_alternatives(asked: Asked, settings: ModelSettings, prices: Prices | None = None) -> AtMost:
    """Alternatives for one place, of which every one goes back once. Otherwise as `estimate_draft`."""
    messages, variables, _ = request_of_place(asked)
    first = _count(messages, variables, alternatives_schema(), settings)
    words = load_prompt("sentence", asked.brief.lang).words
    back = sum(count(words[f"repair.{part}"], settings.model).tokens for part in ("opening", "closing"))
    # A repair is asked with all that went before, and says of each alternative what is wrong with it.
    longest = max(EXPECTED_OUTPUT)
    return _at_most([(first, longest), (first + back + 2 * longest, longest)], settings, prices)


def estimate_listening(
    told: Sequence[Told], settings: ModelSettings, lang: Lang, prices: Prices | None = None
) -> AtMost:
    """What was said, heard by a model in parts, each reply as long as the budget reckons with; an estimate like that of
    a draft. Raises `DataFileError` for a price file that can't be read.
    """
    calls = []
    for _, text in parts_of(lines_of(told, settings.masks)[0]):
        messages, variables = request_of_voices(text, lang)
        asked = _count(messages, variables, listening_schema(), settings)
        calls.append((asked, max(expected_output(text))))
    return _at_most(calls, settings, prices)


def _at_most(questions: Sequence[tuple[int, int]], settings: ModelSettings, prices: Prices | None) -> AtMost:
    """The sum of questions and their longest replies, in tokens and money."""
    tokens = sum(asked + longest for asked, longest in questions)
    local = is_local(settings)
    known = None if local else prices or load_prices()
    try:
        calls = [estimate(asked, longest, settings.model, prices=known, local=local) for asked, longest in questions]
    except UnknownPrice:
        return AtMost(tokens, None, "", local)
    return AtMost(tokens, sum((call.high for call in calls), Decimal(0)), calls[0].currency if calls else "", local)


def _count(
    messages: Sequence[tuple[str, str]],
    variables: Mapping[str, str],
    schema: Mapping[str, Any],
    settings: ModelSettings,
) -> int:
    filled = [{"role": role, "content": _filled(text, variables)} for role, text in messages]
    return count_messages(filled, schema, settings.model).tokens


def _filled(text: str, variables: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda found: variables.get(found[1], ""), text)


def estimate_opinions(
    text: str, lang: Lang, doubts: Sequence[Doubt], settings: ModelSettings, prices: Prices | None = None
) -> AtMost:
    """A model's opinion on findings in a text: as many questions as it takes, each reply as long as the budget reckons with.

    An estimate, as `estimate_draft`. Nothing where there is no doubt. Raises `DataFileError` for a price file that can't
    be read.
    """
    prompt, longest = load_prompt("opinion", lang), max(EXPECTED_OUTPUT)
    asked: list[int] = []
    for first in range(0, len(doubts), PART):
        part = doubts[first : first + PART]
        messages, variables = request_of_doubts(text, lang, part, prompt)
        filled = [{"role": role, "content": _filled(said, variables)} for role, said in messages]
        asked.append(count_messages(filled, opinions_schema(), settings.model).tokens)
    tokens = sum(asked) + longest * len(asked)
    local = is_local(settings)
    known = None if local else prices or load_prices()
    try:
        calls = [estimate(tokens_in, longest, settings.model, prices=known, local=local) for tokens_in in asked]
    except UnknownPrice:
        return AtMost(tokens, None, "", local)
    return AtMost(tokens, sum((call.high for call in calls), Decimal(0)), calls[0].currency if calls else "", local)
