"""Folds the many ways of typing one character into one, length kept, so that offsets stay those of the text."""

from __future__ import annotations

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
TABLE: dict[int, str] = {ord(key): value for key, value in _PAIRS.items()}
TABLE.update({0xFF10 + i: chr(0x30 + i) for i in range(10)})
TABLE.update({0xFF21 + i: chr(0x41 + i) for i in range(26)})
TABLE.update({0xFF41 + i: chr(0x61 + i) for i in range(26)})

# Between groups of three digits these mean one number; an ordinary space need not.
HARD_SPACES = "\u00a0\u2009\u202f\u2007"


def fold(text: str) -> str:
    """The text with full-width forms, odd spaces, dashes and twins of one character folded; same length.

    >>> fold("８６０Ｗ −20\u00a0µm")
    '860W -20 μm'
    """
    return text if text.isascii() and "\t" not in text else text.translate(TABLE)
