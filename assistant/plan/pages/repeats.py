"""What a page says twice: rows under two labels, sentences that say again what a row or another sentence says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.plan.pages.conflicts import same_figures, says_figures
from assistant.plan.pages.wording import Line
from assistant.schema import Lang

# A sentence says again what others say where this share of its words stands there.
_AGAIN, _AGAIN_HAN = 0.8, 0.75
# A short sentence with a word of its own says something of its own.
_WORD_AGAIN = 0.4
_STOP = frozenset(
    "a an the this that these those it its is are was be been has have had of in on at by for from to with and or as can will your you made makes make "
    "includes included include comes come also which their all any each product item".split()
)
# Labels that name the same.
_SAME = (
    ("brand", "manufacturer", "maker", "brand name", "manufactured by"),
    ("model", "model name", "model number", "model no", "model no.", "item model number", "style", "design", "series"),
    ("type", "product name", "product type", "item type", "name", "item name", "category"),
    ("color", "colour", "brand color", "main color", "body color"),
    ("gsm", "weight gsm"),
    ("size", "product size", "dimensions", "product dimensions", "item size"),
)
_GROUPS = {label: number for number, labels in enumerate(_SAME) for label in labels}


def without_repeats(lines: Sequence[Line], lang: Lang = "en") -> list[Line]:
    """Each fact once, in the page's order: of two that say the same, the row, else the longer sentence."""
    kept = _without_same_rows(_without_same_text(lines))
    told = [content_words(line.text, lang) for line in kept]
    of_rows = frozenset(word for line, words in zip(kept, told, strict=True) if line.label for word in words)
    share = _AGAIN if lang == "en" else _AGAIN_HAN
    rows = [line for line in kept if line.label and line.quantities]
    gone: set[int] = set()
    for number, (line, words) in enumerate(zip(kept, told, strict=True)):
        if line.label or not words:
            continue
        others = [at for at in range(len(kept)) if at != number and at not in gone and not kept[at].price]
        if (
            (line.quantities and says_figures(line, rows) and len(words & of_rows) >= share * len(words))
            or (not line.whole and line.quantities and says_figures(line, [kept[at] for at in others]))
            or any(_says_again((line, words), (kept[at], told[at]), share) for at in others)
        ):
            gone.add(number)
    return [line for number, line in enumerate(kept) if number not in gone]


def _says_again(one: tuple[Line, frozenset[str]], other: tuple[Line, frozenset[str]], share: float) -> bool:
    """Whether another line says most of a line's words and all its figures; of two with the same words, the longer."""
    (line, words), (longer, others) = one, other
    missing = len(words - others)
    if missing > (1 - share) * len(words) - (_WORD_AGAIN if share == _AGAIN else 0) and missing:
        return False
    if words == others and len(longer.text) < len(line.text):
        return False
    return not line.quantities or says_figures(line, [longer])


def _without_same_text(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    seen: set[str] = set()
    for line in lines:
        key = re.sub(r"[\W_]+", "", line.text).lower()
        if key and key not in seen:
            seen.add(key)
            kept.append(line)
    return kept


def _without_same_rows(lines: Sequence[Line]) -> list[Line]:
    """Rows once: those of one label with the same figures, and those whose labels name the same with the same value."""
    kept: list[Line] = []
    places: dict[tuple[int | str, str], int] = {}
    for line in lines:
        if not line.label or not line.whole:
            kept.append(line)
            continue
        if any(other.label and same_figures(line, other) for other in kept):
            continue
        label = re.sub(r"\s*[(（].*$", "", line.label).strip().lower()
        value = re.sub(r"[\W_]+", "", line.text[len(line.label) :]).lower()
        place = (_GROUPS.get(label, label), value)
        if place not in places:
            places[place] = len(kept)
            kept.append(line)
    return kept


def content_words(text: str, lang: Lang) -> frozenset[str]:
    """What of a text is compared: words without their plural, or pairs of characters."""
    if lang != "en":
        bare = re.sub(r"[\W_]+", "", text)
        return frozenset(bare[at : at + 2] for at in range(len(bare) - 1)) or frozenset((bare,))
    words = re.findall(r"[a-z0-9][a-z0-9.]*", text.lower())
    return frozenset(re.sub(r"(?<=\w{3})(?:es|s)$", "", word.strip(".")) for word in words if word not in _STOP)
