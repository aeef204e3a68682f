"""How a fact was written: label and value, a whole sentence, what the product does, or a thing that it has."""

from __future__ import annotations

import re
from typing import Literal

from assistant.schema import Fact

Form = Literal["labelled", "sentence", "deed", "thing"]

# A label is a few words before a colon; a clause with a verb and a colon is a sentence.
_LABEL = re.compile(r"([^:：。.!?；;]{1,40})[:：]\s*(\S.*)", re.DOTALL)
_TAIL = " 。；，;,."
_DEED = re.compile(
    r"(?:weighs|holds|runs|lasts|charges|recharges|fits|folds|carries|supports|works|boils|heats|cools|cleans|washes|dries|"
    r"cuts|prints|plays|records|stores|reads|writes|reaches|covers|travels|climbs|lifts|pumps|delivers|produces|makes|"
    r"comes|ships|includes|uses|draws|needs|takes|keeps|stays|stands|survives|resists|withstands|meets|connects|pairs|"
    r"opens|closes|rolls|packs|sleeps|seats|serves|measures|detects|removes|filters|absorbs|reduces|has|is|can)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:it|the|this|that|these|each|every|one|two|both|all|you|your|its|our|we|a|an)\b", re.IGNORECASE
)
_VERB_INSIDE = re.compile(
    r"\s(?:is|are|has|have|can|weighs|holds|runs|lasts|charges|fits|takes|uses|comes|keeps|makes|needs|gives|works|"
    r"stays|stands|meets|covers|carries|will|was|were|does|do)\s"
)  # fmt: skip


# Things of which a product has one: they take an article.
_ONE = frozenset(
    "warranty guarantee frame handle lid case screen display filter motor battery mode timer strap stand charger cable bag "
    "blade basket tray tank switch sensor app remote camera lens brush head base cover pocket seat wheel pedal mirror lamp "
    "light alarm clock speaker microphone keyboard mouse hook shelf drawer door window valve pump fan hose nozzle plug "
    "socket adapter dock hinge zip zipper lock key card holder mount bracket belt helmet panel chip processor board deck"
    .split()
)  # fmt: skip
_VOWEL_SOUND = re.compile(
    r"(?:[aeio]|u(?!ni|s[aei]|til)|h(?:our|onest)|8|11(?!\d)|18(?!\d)|(?-i:[FHLMNRSX](?=[A-Z0-9])))", re.IGNORECASE
)


def is_one_thing(text: str) -> bool:
    """Whether a text names one countable thing, so that "a" stands before it: "titanium frame", "2-year warranty".

    >>> is_one_thing("Titanium frame"), is_one_thing("Bluetooth 5.3"), is_one_thing("Stainless steel")
    (True, False, False)
    """
    words = text.lower().split()
    return len(words) > 1 and words[-1] in _ONE and words[0] not in ("a", "an", "the", "no", "with", "without")


def article(text: str) -> str:
    """ "a" or "an", by how the first word sounds.

    >>> [article(text) for text in ("8-year warranty", "oak frame", "USB cable", "titanium frame")]
    ['an', 'an', 'a', 'a']
    """
    return "an" if _VOWEL_SOUND.match(text) else "a"


def label_and_value(fact: Fact) -> tuple[str, str] | None:
    """("Weight", "620 g") for a fact written as label and value, else None."""
    found = _LABEL.fullmatch(fact.text.rstrip(_TAIL))
    # "Ready at 7:30" has a colon and no label.
    return None if found is None or (found[1][-1].isdigit() and found[2][0].isdigit()) else (found[1].strip(), found[2])


def form_of(fact: Fact) -> Form:
    """How an English fact was written.

    >>> [
    ...     form_of(Fact("f", text, 0, len(text)))
    ...     for text in ("Weight: 620 g", "The lid is oak.", "Charges to 80% in 25 minutes", "Titanium frame")
    ... ]
    ['labelled', 'sentence', 'deed', 'thing']
    """
    text = fact.text.strip()
    if label_and_value(fact) is not None:
        return "labelled"
    if _DEED.match(text) and not text.lower().startswith(("is ", "can ")):
        return "deed"
    whole = text.endswith((".", "!")) or bool(_VERB_INSIDE.search(text))
    return "sentence" if whole and (_SUBJECT.match(text) or _VERB_INSIDE.search(text)) else "thing"
