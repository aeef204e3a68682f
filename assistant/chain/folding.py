"""Text letter for letter: what counts as the same letters, and where a word or a figure would be cut in two."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = ("Cc", "Cf")
_BREAK = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SIGN = re.compile(r"[-−+±<>≤≥~≈]")


def with_plain_breaks(text: str) -> str:
    """The text with every mark that ends a line as a line feed; same length."""
    return _BREAK.sub("\n", text)


def fold(text: str) -> tuple[str, list[int]]:
    """The text with each stretch of blanks as one, none beside a Chinese character, full and half width alike, and
    where each character of it stood. Lines stay apart; marks that are not seen are left out.

    >>> fold("電池  ５０００ mAh")[0]
    '電池5000 mAh'
    """
    folded: list[str] = []
    places: list[int] = []
    blank = -1
    for place, char in enumerate(text):
        if char == "\n":
            folded.append(char)
            places.append(place)
            blank = -1
        elif char.isspace():
            blank = place if blank < 0 else blank
        elif unicodedata.category(char) not in _UNSEEN:
            wide = unicodedata.east_asian_width(char)
            if blank >= 0 and folded and folded[-1] != "\n" and wide != "W" and not _is_wide(folded[-1]):
                folded.append(" ")
                places.append(blank)
            blank = -1
            for one in unicodedata.normalize("NFKC", char) if wide in "FH" else char:
                folded.append(one)
                places.append(place)
    return "".join(folded), places


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) == "W"


def clean(text: str) -> str:
    """Words of a page on one line, without marks that are not seen."""
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) not in _UNSEEN).split())


def is_cut(before: str, after: str) -> bool:
    """Whether a word or a figure runs on from one stretch of a line into the next.

    >>> is_cut("holds 1", ".7 L"), is_cut("BPA", "-free"), is_cut("a cup", "-"), is_cut("重", "5 kg")
    (True, True, False, False)
    """
    if not before or not after:
        return False
    if _joins(before[-1]) and _joins(after[0]):
        return True
    if _SIGN.match(before[-1]) and after[0].isdigit() and not before[-2:-1].isalnum():
        return True
    # The mark at either side of the border, with what stands on both sides of it.
    for mark, one, other in ((before[-1], before[-2:-1], after[0]), (after[0], before[-1], after[1:2])):
        worded = one and other and _joins(one) and _joins(other)
        if worded and (mark in "-‐‑" or (mark in ".,/:" and one.isdigit() and other.isdigit())):
            return True
    return False


def _joins(char: str) -> bool:
    return char.isalnum() and not _is_wide(char)
