"""What can be wrong with an answer that the client let through; `failures` puts each into words."""

from __future__ import annotations

from typing import Any, Literal

Wait = Literal["first word", "next word", "whole reply"]


class WireFault(Exception):  # noqa: N818 - not an error that a user sees
    """An answer that is none, or only part of one."""


class NotAChat(WireFault):
    """What came is not what a chat-completions server sends."""


class CutOff(WireFault):
    """The reply ended before its end: no `finish_reason` came."""


class TooMuch(WireFault):
    """More came than is worth reading."""


class ServerSaid(WireFault):
    """The server reports an error where a reply should be."""

    def __init__(self, body: Any) -> None:
        super().__init__()
        self.body = body


class Slow(WireFault):
    """The wait for something took longer than it may."""

    def __init__(self, wait: Wait, seconds: float) -> None:
        super().__init__()
        self.wait, self.seconds = wait, seconds
