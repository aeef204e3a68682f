"""The names of texts where a brief is for several channels: "email.subject". With one they are the fields' own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

# A campaign has some places at once. More in one call, and a model gives each of them less.
MOST_CHANNELS = 6

_Value = TypeVar("_Value")


def joined_name(channel: str, field: str) -> str:
    """The name of a channel's field among those of others.

    >>> joined_name("email", "subject")
    'email.subject'
    """
    return f"{channel}.{field}"


def parted_name(name: str) -> tuple[str, str]:
    """Channel and field of a name; the channel is "" in the name of a field alone.

    >>> parted_name("email.subject"), parted_name("subject")
    (('email', 'subject'), ('', 'subject'))
    """
    channel, dot, field = name.partition(".")
    return (channel, field) if dot else ("", name)


def by_channel(values: Mapping[str, _Value], channels: Iterable[str]) -> dict[str, dict[str, _Value]]:
    """What stands under joined names, by channel and then by field, both in the order given.

    Names of no channel are left out; a channel without any is there, and empty.

    >>> by_channel({"email.subject": "a", "sms.message": "b", "remark": "c"}, ["sms", "email", "push"])
    {'sms': {'message': 'b'}, 'email': {'subject': 'a'}, 'push': {}}
    """
    found: dict[str, dict[str, _Value]] = {channel: {} for channel in channels}
    for name, value in values.items():
        channel, field = parted_name(name)
        if channel in found:
            found[channel][field] = value
    return found


def under_joined_names(parts: Mapping[str, Mapping[str, _Value]]) -> dict[str, _Value]:
    """What stands by channel and field under joined names, in the same order.

    >>> under_joined_names({"sms": {"message": "a"}, "social": {"post": "b"}})
    {'sms.message': 'a', 'social.post': 'b'}
    """
    return {joined_name(channel, field): value for channel, values in parts.items() for field, value in values.items()}
