"""Facts as a colleague writes them down: one capital, no seller's brackets, nothing that would part a line in two."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.quantities import find_facts
from assistant.schema import Lang, Market, Quantity

_NET = re.compile(r"^(Net|Gross) (?:wt|weight)\.?\s?:?\s*(?=\d)", re.IGNORECASE)
_SELLERS_TAIL = re.compile(
    r"\s*\((?:[^()]{0,20}\b(?:pricing|price|pictured|see|shown|optional)\b[^()]{0,20})\)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A fact as a brief would hold it; `whole` where it stands so on the page, `price` where it is what it costs."""

    text: str
    label: str
    quantities: tuple[Quantity, ...]
    whole: bool = True
    price: bool = False


def word_line(text: str, label: str, lang: Lang, market: Market | None) -> str:
    """A fact as a line of a brief.

    >>> word_line("COLOR: Clear (Flyer Pricing).", "COLOR", "en", None)
    'Color: Clear'
    >>> word_line("Net wt. 11 g", "", "en", None)
    'Net weight: 11 g'
    """
    text = re.sub(r"\s+", " ", _SELLERS_TAIL.sub("", text.rstrip(" ."))).strip(" .。;；,，、")
    if lang == "en":
        text = _in_lower_case(_NET.sub(r"\1 weight: ", text), label)
    # Full stops that would part it in two: "Rs. 595".
    for piece in reversed(find_facts(text, lang, market)[1:]):
        before = text[: piece.start].rstrip()
        joint = "," if before[-1:] in ";；" else ""
        text = f"{before.rstrip('.;；。!！?？')}{joint}{' ' if lang == 'en' else ''}{text[piece.start :]}"
    return text


def _in_lower_case(text: str, label: str) -> str:
    """A line as a colleague writes it: "Minimum Alarm Distance: 10 m" with one capital, as "COLOR: Clear"."""
    if label and text.startswith(label):
        words = label.split(" ")
        open_ = next((number for number, word in enumerate(words) if "(" in word), len(words))
        shouted = all(word.isupper() for word in words if word.isalpha()) and any(len(word) > 4 for word in words)
        plain = [
            word.lower() if number < open_ and (shouted or (word.istitle() and len(word) > 1)) else word
            for number, word in enumerate(words)
        ]
        return plain[0][:1].upper() + " ".join(plain)[1:] + text[len(label) :]
    first = text.split(" ", 1)[0]
    return text[0].upper() + text[1:] if re.fullmatch(r"[a-z]{3,}(?:-[a-z]+)*", first) else text
