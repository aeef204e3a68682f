"""The topics of the playbook that a moment can make felt."""

from __future__ import annotations

from functools import cache

from assistant.ui.words import Words


@cache
def load_topics() -> tuple[str, ...]:
    """The topics that copy tells of, in the order of the playbook."""
    from assistant.playbook import load_playbook

    return tuple(id for id, topic in load_playbook().topics.items() if topic.told)


def topic_name(id: str, words: Words) -> str:
    """The name of a topic; its id where nobody has named it, such as one of a persona's own."""
    return words(f"personas.topic.{id}") if f"personas.topic.{id}" in set(words) else id.replace("-", " ")
