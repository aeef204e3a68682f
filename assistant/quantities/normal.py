"""Folds the many ways of typing one character into one, length kept, so that offsets stay those of the text."""

from __future__ import annotations

import re

from assistant.quantities.lazy import lazy

_PAIRS = {
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ", "\u2008": " ", "\u200a": " ", "\u3000": " ",
    "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ", "\t": " ", "\u200b": " ", "\ufeff": " ",
    "\u2212": "-", "\u2010": "-", "\u2011": "-", "\uff0d": "-", "\ufe63": "-",
    "\u00b5": "\u03bc", "\u2126": "\u03a9", "\u212a": "K", "\u212b": "Å",
    "\uff5e": "~", "\u301c": "~", "\u223c": "~", "\uff0b": "+", "\uff05": "%", "\uff0f": "/", "\uff0c": ",", "\uff0e": ".",
    "\uff04": "$", "\uffe5": "¥", "\uffe1": "£", "\uff1a": ":", "\uff08": "(", "\uff09": ")", "\uff0a": "*",
    "\u2044": "/", "\u2215": "/", "\u2022": "·", "\u22c5": "·", "\u30fb": "·", "\u2715": "×", "\u2a2f": "×", "\u2716": "×",
    "\u2032": "'", "\u2019": "'", "\u2018": "'", "\u2033": '"', "\u201d": '"', "\uff02": '"', "\uff07": "'", "\u02da": "°",
    "\u00ba": "°", "\u2013": "–", "\u2014": "—", "\uff1c": "<", "\uff1e": ">", "\ufe3f": "^", "\uff3e": "^",
}  # fmt: skip
# Full-width digits and letters.
_PAIRS.update(
    {chr(wide + i): chr(first + i) for wide, first, many in ((0xFF10, 0x30, 10), (0xFF21, 0x41, 26), (0xFF41, 0x61, 26))
     for i in range(many)}
)  # fmt: skip
_ODD = lazy("[" + re.escape("".join(_PAIRS)) + "]")

# Between groups of three digits these mean one number; an ordinary space need not.
HARD_SPACES = "\u00a0\u2009\u202f\u2007"


def _folded(match: re.Match[str]) -> str:
    return _PAIRS[match[0]]


def fold(text: str) -> str:
    """The text with full-width forms, odd spaces, dashes and twins of one character folded; same length.

    >>> fold("８６０Ｗ −20\u00a0µm")
    '860W -20 μm'
    """
    return text if text.isascii() and "\t" not in text else _ODD.sub(_folded, text)
