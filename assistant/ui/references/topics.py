"""What the topics of the book are called: those that personas are asked about, and all the others."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.ui.words import Words


def topic_name(topic: str, words: Words) -> str:
    """A topic in the language of the page; as the book has it where it has no other name."""
    asked = words.name("topic", topic)
    return words.name("subject", topic) if asked == topic.replace("_", " ") else asked


def topic_names(words: Words) -> dict[str, str]:
    """Every topic that has a name in the language of the page."""
    found: dict[str, str] = {}
    for key in words:
        group, _, topic = key.partition(".")
        if group in ("subject", "topic"):
            found[topic.replace("_", " ")] = words(key)
    return found


def say_levels(levels: str, words: Words) -> str:
    """Topics with their levels ("running 5; cycling 4") as the page calls them."""
    return "; ".join(f"{topic_name(topic, words)} {level}" for topic, level in _parts(levels))


def read_said_levels(said: str, words: Words) -> str:
    """What `say_levels` has said, and somebody has edited, as the book has it; what it does not know stays."""
    names = {name.lower(): topic for topic, name in topic_names(words).items()}
    read = said.replace("；", ";")
    return "; ".join(f"{names.get(name.lower(), name)} {level}".strip() for name, level in _parts(read))


def _parts(levels: str) -> Iterable[tuple[str, str]]:
    for part in filter(None, (part.strip() for part in levels.split(";"))):
        name, _, level = part.rpartition(" ")
        yield (name.strip(), level) if name else (part, "")
