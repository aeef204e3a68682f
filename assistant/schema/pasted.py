"""A text that was pasted to be checked, and what has been said of it, as it is saved and opened again.

Frozen; unknown keys are rejected. Everything has a default: an empty sheet is valid.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assistant.schema.brief import AnyCaseLang, Edge, ShortText
from assistant.schema.nouns import Market
from assistant.schema.work import SOURCE_CHARS

# As many decisions as a book has sentences.
_MOST = 20_000
Mark = Annotated[str, StringConstraints(max_length=40)]
Decisions = Annotated[tuple[Mark, ...], Field(max_length=_MOST)]


class HeardOpinion(Edge):
    """What a model thinks of a finding: of these words in this sentence, by this rule."""

    rule: ShortText
    words: ShortText
    sentence: ShortText
    by: ShortText
    verdict: Literal["keep", "fine here"]
    why: ShortText


class Pasted(Edge):
    """One text under check. `kind` and `lang` are None while they follow the text; `against` is the id of a product.

    `taken` and `refused` are the sentences of its rewrite that somebody has decided on; a sentence in neither is undecided.
    """

    text: Annotated[str, StringConstraints(max_length=SOURCE_CHARS)] = ""
    kind: Literal["text", "markdown", "html"] | None = None
    lang: AnyCaseLang | None = None
    market: Market | None = None
    against: ShortText = ""
    taken: Decisions = ()
    refused: Decisions = ()
    opinions: Annotated[tuple[HeardOpinion, ...], Field(max_length=1_000)] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that somebody would miss."""
        return not self.text.strip()


class Dismissal(Edge):
    """A finding that somebody lets stand: the words, the rule, the sentence (empty: wherever they stand), and why."""

    rule: ShortText
    words: ShortText
    sentence: ShortText = ""
    shown: ShortText = ""
    reason: ShortText
