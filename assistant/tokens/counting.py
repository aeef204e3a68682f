"""How many tokens a text is: exactly for models of the o200k family, at most so many for every other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from assistant.tokens.vocabulary import load_encoding

# tiktoken 0.14.0, tiktoken/model.py, read on 2026-11-22: names as they stand, and beginnings of names. gpt-oss has the
# encoding o200k_harmony there: the same vocabulary and pattern with more special tokens, so a text counts the same.
# GPT-6 is not in that file: its tokenizer is not known to be this one.
_NAMES = frozenset(("o1", "o3", "o4-mini", "gpt-4.1", "gpt-4o", "gpt-5", "gpt-oss"))
_BEGINNINGS = (
    "o1-",
    "o3-",
    "o4-mini-",
    "gpt-5",
    "gpt-4.5-",
    "gpt-4.1-",
    "chatgpt-4o-",
    "gpt-4o-",
    "gpt-oss-",
    "gpt-oss:",
)

# tiktoken's pattern overflows its stack within a run of blanks of about a million, and takes the thread down with it.
_BLANKS = 100_000
_BLANK_RUN = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of tokens, how sure it is, and in plain words what it rests on.

    Where it is not `exact`, `tokens` is the side to be safe on, and `at_least` what it can't be below.
    """

    tokens: int
    exact: bool
    how: str
    at_least: int = 0

    @property
    def least(self) -> int:
        """The fewest tokens that it can be: `tokens` where it is exact."""
        return self.tokens if self.exact else self.at_least


def count(text: str, model: str) -> Count:
    """The tokens of a text for a model, by the model's name; nothing is added for a chat's format.

    For any other tokenizer it is an upper bound. A tokenizer cuts a text into pieces. One that works on bytes (GPT,
    Llama 3, Qwen, DeepSeek), or falls back to bytes for what it doesn't know (Llama 2, Mistral, Gemma), has no piece
    below a byte; one that falls back to "unknown" has none below a character. So there are at most as many tokens as
    UTF-8 bytes, after the widest normalisation in use (NFKC), and one for the blank that SentencePiece puts in front.
    English comes out about 4 times too high, Chinese 3 times: that is the price of holding for every model.

    >>> count("Six thousand meters per second.", "gpt-4.1")
    Count(tokens=6, exact=True, how='o200k_base', at_least=0)
    >>> count("每秒六千米", "qwen3")
    Count(tokens=16, exact=False, how='at most: a token for each UTF-8 byte, and one', at_least=0)
    """
    if not is_o200k(model):
        return Count(_most(text), exact=False, how="at most: a token for each UTF-8 byte, and one")
    if len(text) > _BLANKS and any(len(run) > _BLANKS for run in _BLANK_RUN.findall(text)):
        return Count(_most(text), exact=False, how="at most: a token for each UTF-8 byte; too many blanks in a row")
    try:
        encoding = load_encoding()
    except ImportError:
        return Count(_most(text), exact=False, how="at most: a token for each UTF-8 byte; this Python has no lzma")
    # What looks like a special token is text here, as it is to the server.
    return Count(len(encoding.encode_ordinary(text)), exact=True, how="o200k_base")


def is_o200k(model: str) -> bool:
    """Whether the model of that name cuts text by o200k_base. Fine-tuned models cut as their base does.

    >>> [is_o200k(name) for name in ("gpt-4o-mini", "ft:gpt-4.1-mini-2025-04-14:acme::x", "gpt-4-turbo", "qwen3")]
    [True, True, False, False]
    """
    name = base_name(model)
    return name in _NAMES or name.startswith(_BEGINNINGS)


def base_name(model: str) -> str:
    """The name without the maker's in front, and of a fine-tuned model that of its base.

    >>> base_name("openai/gpt-oss-20b"), base_name("ft:gpt-4o-2024-08-06:acme::abc")
    ('gpt-oss-20b', 'gpt-4o-2024-08-06')
    """
    name = model.removeprefix("openai/")
    return name.split(":")[1] if name.startswith("ft:") else name


def _most(text: str) -> int:
    if not text:
        return 0
    return 1 + max(len(form.encode("utf-8", "surrogatepass")) for form in (text, unicodedata.normalize("NFKC", text)))
