"""Calls through the door with as little around them as can be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.chain import ModelSettings
from assistant.chain.door import Answer, as_template, ask
from assistant.chain.forms import reply_schema
from assistant.chain.reply import parse_reply
from assistant.chain.retrying import Clock
from assistant.schema.reply import RawReply

KEY = "sk-test-0123456789abcdef"
MESSAGES = [("system", "Write JSON."), ("user", "Kettle, 1.7 L.")]
SCHEMA = reply_schema("bullets")
TEXT = '{"bullets": ["Six cups at once", "1.7 L"]}'
# Not a server of one's own, and none that a test could reach.
ELSEWHERE = "https://models.example/v1"


def settings_for(base_url: str, **changes: Any) -> ModelSettings:
    return ModelSettings(**{"api_key": KEY, "base_url": base_url, "model": "test-model", "retries": 0, **changes})


def answer_of(settings: ModelSettings, **options: Any) -> Answer:
    return ask(settings, as_template(MESSAGES), {}, SCHEMA, **options)


def bullets(reply: RawReply) -> dict[str, str]:
    """What a caller accepts."""
    return parse_reply(reply, "bullets").texts


@dataclass
class Waits:
    """A clock on which nobody waits: it writes down how long they would have, and moves on by so much."""

    chance: float = 0.5
    slept: list[float] = field(default_factory=list)
    now: float = 100.0

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def clock(self) -> Clock:
        return Clock(tick=lambda: self.now, sleep=self.sleep, chance=lambda: self.chance)
