"""The vocabulary o200k_base, unpacked once, when it is first needed.

tiktoken would fetch it from the network, without a time-out. The file in `data` is the very one that it would fetch.
"""

from __future__ import annotations

import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import DataFileError

if TYPE_CHECKING:
    from tiktoken import Encoding

FILE = Path(__file__).parent / "data" / "o200k_base.tiktoken.xz"
SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"

# tiktoken_ext.openai_public, tiktoken 0.14.0. Calling that module instead would go to the network for the ranks.
_PATTERN = "|".join(
    (
        r"""[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?""",
        r"""[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?""",
        r"""\p{N}{1,3}""",
        r""" ?[^\s\p{L}\p{N}]+[\r\n/]*""",
        r"""\s*[\r\n]+""",
        r"""\s+(?!\S)""",
        r"""\s+""",
    )
)
_SPECIAL = {"<|endoftext|>": 199999, "<|endofprompt|>": 200018}
_ONE_AT_A_TIME = threading.Lock()


def load_encoding() -> Encoding:
    """The encoding, the same object at each call, from any thread.

    The first call takes a third of a second. Raises `DataFileError` for a damaged file, `ImportError` where Python was
    built without lzma.
    """
    # Without the lock, two threads would both unpack it.
    with _ONE_AT_A_TIME:
        return _encoding()


def unpack(file: Path = FILE) -> bytes:
    """The vocabulary in tiktoken's own form: a line for each token, base64 and rank. Raises as `load_encoding` does."""
    import hashlib
    import lzma

    try:
        lines = lzma.decompress(file.read_bytes())
    except (lzma.LZMAError, EOFError, OSError):
        lines = b""
    if hashlib.sha256(lines).hexdigest() != SHA256:
        raise DataFileError(file.name, "", "is missing or damaged", "Install Yardstick again.")
    return lines


@cache
def _encoding() -> Encoding:
    from binascii import a2b_base64

    from tiktoken import Encoding

    # The hash has vouched for it: ranks count up from 0, line by line.
    ranks = {a2b_base64(line[: line.index(b" ")]): rank for rank, line in enumerate(unpack().splitlines())}
    encoding = Encoding("o200k_base", pat_str=_PATTERN, mergeable_ranks=ranks, special_tokens=_SPECIAL)
    # The encoding has its own copy by now; counting never looks at this one, which would hold some 30 MB.
    ranks.clear()
    return encoding
