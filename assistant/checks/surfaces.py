"""Numbers as they stand in what is known: the token around each, what is beside it, its hedge."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from assistant.checks.claims import Claim, find_claims
from assistant.checks.hedges import Said, said_around
from assistant.checks.mentions import content_words
from assistant.schema import Lang, Market

_INSIDE = ".+/#°-_"


@dataclass(frozen=True, slots=True)
class Surface:
    """A number as it stands in what is known: its token, the word before it, and the words around it."""

    token: str
    word: str
    values: tuple[Fraction, ...]
    kind: str
    hedge: Said
    words: frozenset[str]
    proof: str
    source: str
    unit: str

    @property
    def is_lettered(self) -> bool:
        """Whether letters belong to its digits, as in "18K": without them it is another number."""
        return self.token.isascii() and any(c.isdigit() for c in self.token) and any(c.isalpha() for c in self.token)

    @property
    def digits(self) -> str:
        """The digits of the token alone: "10" of "10元"."""
        return "".join(char for char in self.token if char.isdigit() or char == ".")


@lru_cache(maxsize=4096)
def surfaces_of(
    text: str, source: str, lang: Lang, market: Market | None, measured: bool = False
) -> tuple[Surface, ...]:
    """The numbers of a text without a unit, or all of them where `measured`; by position."""
    words = content_words(text, lang)
    return tuple(
        Surface(
            *token_at(text, claim),
            claim.values,
            claim.kind,
            next(iter(said_around(text, claim.start, claim.end, lang)), ""),
            words,
            text,
            source,
            claim.quantity.unit if claim.quantity is not None else "",
        )
        for claim in find_claims(text, lang, market)
        if claim.bare or measured
    )


def token_at(text: str, claim: Claim) -> tuple[str, str]:
    """The whole token around a number ("IP68", "3.2") and the Latin word before it ("usb"), lower case."""
    start, end = claim.start, claim.end
    while start and (_latin(text[start - 1]) or (text[start - 1] in _INSIDE and start > 1 and _latin(text[start - 2]))):
        start -= 1
    while end < len(text) and (_latin(text[end]) or (text[end] in _INSIDE and _latin(text[end + 1 : end + 2]))):
        end += 1
    before = text[:start].rstrip()
    at = len(before)
    while at and _latin(before[at - 1]):
        at -= 1
    return text[start:end].lower(), before[at:].lower()


def _latin(char: str) -> bool:
    return bool(char) and char.isascii() and char.isalnum()
