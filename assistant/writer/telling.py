"""How a fact was written: label and value, a whole sentence, what the product does or is, or a thing that it has."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from assistant.schema import Fact

Form = Literal["labelled", "sentence", "deed", "state", "thing"]

# A label is a few words before a colon; a clause with a verb and a colon is a sentence.
_LABEL = re.compile(r"([^:：。.!?；;]{1,40})[:：]\s*(\S.*)", re.DOTALL)
# "Width, 0.3"": the mark of a label in some shops.
_COMMA_LABEL = re.compile(
    r"(length|width|height|depth|diameter|weight|size|dimensions), (.*\d.*)", re.IGNORECASE | re.DOTALL
)
_TAIL = " 。；，;,."
_DEED = re.compile(
    r"(?:weighs|holds|runs|lasts|charges|recharges|fits|folds|carries|supports|works|boils|heats|cools|cleans|washes|dries|"
    r"cuts|prints|plays|records|stores|reads|writes|reaches|covers|travels|climbs|lifts|pumps|delivers|produces|makes|"
    r"comes|ships|includes|uses|draws|needs|takes|keeps|stays|stands|survives|resists|withstands|meets|connects|pairs|"
    r"opens|closes|rolls|packs|sleeps|seats|serves|measures|detects|removes|filters|absorbs|reduces|pitches|sets|"
    r"features|offers|provides|allows|adjusts|rotates|swivels|extends|locks|mixes|contains|has|is|can)\b",
    re.IGNORECASE,
)
# "Standing at 7.5 inches tall" is what it does, in the form that a page likes.
_GERUND = re.compile(r"(standing|measuring|weighing|featuring|including|offering|providing|holding)\b", re.IGNORECASE)
_FINITE = {
    "standing": "stands", "measuring": "measures", "weighing": "weighs", "featuring": "has", "including": "includes",
    "offering": "offers", "providing": "provides", "holding": "holds",
}  # fmt: skip
_STATE = re.compile(
    r"(?:(?:waterproof|dustproof|shockproof|water[- ]resistant|splash[- ]proof|rustproof|compatible|suitable|rated|made|designed|"
    r"equipped|available|certified|approved|tested|washable|foldable|rechargeable|dimmable|adjustable|stackable|portable|"
    r"handmade|vegan|wireless|cordless|insulated|coated|waterproofed|sealed|finished|powered|operated|built|hand[- ]made|"
    r"machine[- ]washable|dishwasher[- ]safe|bpa[- ]free|tool[- ]free|lead[- ]free|latex[- ]free|paraben[- ]free|gluten[- ]free|"
    r"sugar[- ]free|fragrance[- ]free)(?=$|[ ,;.])|[A-Z][A-Z0-9]+(?:[- ][A-Z0-9]+)? (?:certified|listed|approved|compliant|rated)\b)",
    re.IGNORECASE,
)
# Words that, before a noun, are part of a thing: "washable filter", "wireless charging", but not "wireless".
_ALWAYS_STATE = re.compile(
    r"(?:waterproof (?:to|up)|water[- ]resistant(?: to| up|$)|compatible|suitable|rated|made|designed|equipped|available|certified|"
    r"approved|tested|powered|operated|built|vegan$)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:it|the|this|that|these|each|every|one|two|both|all|you|your|its|our|we|a|an)\b", re.IGNORECASE
)
_VERB_INSIDE = re.compile(
    r"\s(?:is|are|has|have|can|weighs|holds|runs|lasts|charges|fits|takes|uses|comes|keeps|makes|needs|gives|works|"
    r"stays|stands|meets|covers|carries|indicates|includes|will|was|were|does|do)\s"
)  # fmt: skip
_COMMAND = re.compile(
    r"(?:rinse|wash|wipe|do not|don't|avoid|press|plug|keep|use|pull|turn|dry|clean|shake|store|remove|place|insert|hang|soak|"
    r"fold|open|close|charge|hand wash|machine wash) (?:it|the|your|with|in|under|away|only|before|at|up|out|cold|warm|not)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:an?|the|no|its|your|each|every|all|both|two|three|four|five|six|with|without)\b", re.I)
_COUNTED = re.compile(r"(\d+)\s+[A-Za-z]")

# "A cup warmer" would be read as the measure of a cup.
_MEASURE = re.compile(
    r"(?:cup|foot|pound|stone|yard|minute|second|hour|day|week|month|spoon|teaspoon|pint|barrel|mile|quarter)\b", re.I
)
# Nouns that take no article, by their last word or its ending.
_MASS = frozenset(
    "steel nylon cotton wool linen leather wood oak maple bamboo aluminum aluminium titanium plastic silicone rubber glass "
    "brass copper gold silver polyester denim velvet ceramic porcelain concrete paper foam mesh terry pe pp abs pvc carbon "
    "support charging lighting cooling heating defrost technology protection memory storage connectivity control bluetooth "
    "wi-fi wifi nfc usb hdmi compatibility software data power sound stereo insulation padding ventilation access assembly "
    "light water audio video speed noise stitching construction installation delivery shipping equipment hardware "
    "anc wire cleaning".split()
)  # fmt: skip
MATERIALS = frozenset(
    "steel nylon cotton wool linen leather wood oak maple bamboo aluminum aluminium titanium plastic silicone rubber glass "
    "brass copper gold silver polyester denim velvet ceramic porcelain alloy walnut cork hemp rattan".split()
)
_ING = frozenset(
    "housing bearing ring spring lining casing coating string wing building fitting winding setting".split()
)
_SINGULAR_S = re.compile(r"(?:ss|us|is|lens|gps|chassis|series)$", re.IGNORECASE)
_IRREGULAR = frozenset("feet antennae teeth people knives shelves media".split())
_CUT = re.compile(r"\s+(?:for|with|of|in|on|against|to|from|without|under|per|at|by|that|which)\s|\s*[(,]")
_VOWEL_SOUND = re.compile(
    r"(?:[aeio]|u(?!ni|s[aei]|til|sb|v(?![a-z]))|h(?:our|onest)|8|11(?!\d)|18(?!\d)|(?-i:[AEFHILMNORSX](?=[A-Z0-9])))",
    re.IGNORECASE,
)
_UPRIGHT = re.compile(r"[A-Z][a-z]+(?:-[A-Za-z]+)*$")


def head_of(text: str) -> str:
    """The noun that a phrase is about: "housing" of "stainless steel housing with a lid"."""
    return _CUT.split(text.strip(), maxsplit=1)[0].split()[-1].lower().strip('.,;"') if text.strip() else ""


def is_plural(text: str) -> bool:
    """Whether a noun phrase is about several things: "solid rubber tires".

    >>> is_plural("Galvanized legs with plastic feet"), is_plural("Stainless steel chassis"), is_plural("Glass lid")
    (True, False, False)
    """
    head = head_of(text)
    return head in _IRREGULAR or (head.endswith("s") and len(head) > 3 and not _SINGULAR_S.search(head))


def is_one_thing(text: str) -> bool:
    """Whether a text names one countable thing, so that "a" stands before it: "titanium frame", "2-year warranty".

    >>> is_one_thing("Titanium frame"), is_one_thing("Bluetooth 5.3"), is_one_thing("Stainless steel")
    (True, False, False)
    """
    head = head_of(text)
    if not head or not head[0].isalpha() or _DETERMINED.match(text) or is_plural(text):
        return False
    return head not in _MASS and (head in _ING or not head.endswith(("ness", "ity", "ware", "proof", "ing")))


def article(text: str) -> str:
    """The article, "a" or "an", by how the first word sounds.

    >>> [article(text) for text in ("8-year warranty", "oak frame", "USB cable", "titanium frame", "LED lamp", "11 kg")]
    ['an', 'an', 'a', 'a', 'an', 'an']
    """
    return "an" if _VOWEL_SOUND.match(text) else "a"


def with_article(thing: str) -> str:
    """The thing as the object of a verb: "a titanium frame", "solid rubber tires"."""
    if not is_one_thing(thing) or _counted(thing):
        return thing
    return f"its own {thing}" if _MEASURE.match(thing) else f"{article(thing)} {thing}"


def _counted(thing: str) -> bool:
    found = _COUNTED.match(thing)
    return found is not None and is_plural(thing)


def lower_words(text: str) -> str:
    """A label in the middle of a sentence: its words small, abbreviations and names with capitals inside kept.

    >>> lower_words("DSL Modem Speed"), lower_words("LED light color"), lower_words("Wireless Speed")
    ('DSL modem speed', 'LED light color', 'wireless speed')
    """
    return " ".join(word.lower() if _UPRIGHT.match(word) or word == "A" else word for word in text.split(" "))


def lower_first(text: str) -> str:
    """The text with a small first letter, unless its first word is a name or an abbreviation (USB, IP68, iPhone)."""
    first = text.split(" ", 1)[0]
    if "-" in first and not first.islower():
        # "Seven-ply", but "Wi-Fi" and "USB-C".
        parts = first.split("-")
        plain = parts[0][1:].islower() and all(part.islower() for part in parts[1:])
        return text[:1].lower() + text[1:] if plain else text
    kept = first in ("Bluetooth", "Ethernet", "Android", "Windows", "Kevlar", "Velcro", "Lycra", "Gore-Tex")
    return text[:1].lower() + text[1:] if not kept and (first[1:].islower() or first in ("A", "It")) else text


def label_and_value(fact: Fact) -> tuple[str, str] | None:
    """("Weight", "620 g") for a fact written as label and value, else None."""
    return _label_and_value(fact.text)


# Every sentence about a fact asks for it again.
@lru_cache(maxsize=512)
def _label_and_value(text: str) -> tuple[str, str] | None:
    text = text.rstrip(_TAIL)
    found = _LABEL.fullmatch(text) or _COMMA_LABEL.fullmatch(text)
    # "Ready at 7:30" has a colon and no label.
    return None if found is None or (found[1][-1].isdigit() and found[2][0].isdigit()) else (found[1].strip(), found[2])


def form_of(fact: Fact) -> Form:
    """How an English fact was written.

    >>> [
    ...     form_of(Fact("f", text, 0, len(text)))
    ...     for text in (
    ...         "Weight: 620 g",
    ...         "The lid is oak.",
    ...         "Charges to 80% in 25 minutes",
    ...         "Titanium frame",
    ...         "IP67 rated",
    ...     )
    ... ]
    ['labelled', 'sentence', 'deed', 'thing', 'state']
    """
    text = fact.text.strip()
    if label_and_value(fact) is not None:
        return "labelled"
    if (_DEED.match(text) and not text.lower().startswith(("is ", "can "))) or _GERUND.match(text):
        return "deed"
    if _COMMAND.match(text):
        return "sentence"
    whole = text.endswith((".", "!")) or bool(_VERB_INSIDE.search(text))
    if whole and (_SUBJECT.match(text) or _VERB_INSIDE.search(text)):
        return "sentence"
    return "state" if _is_state(text) else "thing"


def _is_state(text: str) -> bool:
    found = _STATE.match(text)
    if found is None:
        return False
    rest = text[found.end() :].strip(" .")
    # "Washable filter" is a thing; "washable at 40 °C" says how it is.
    return (
        not rest
        or bool(_ALWAYS_STATE.match(text))
        or bool(re.match(r"[,;]|(?:for|to|up|in|at|with|by)\b", rest))
        or found[0].split()[-1].lower() in ("certified", "listed", "approved", "compliant", "rated")
    )


_AGREES = {"has": "have", "is": "are", "does": "do", "was": "were"}


def plural_verb(verb: str) -> str:
    """The verb for several: "carry" of "carries".

    >>> [plural_verb(verb) for verb in ("has", "weighs", "carries", "washes", "can")]
    ['have', 'weigh', 'carry', 'wash', 'can']
    """
    if verb in _AGREES or not verb.endswith("s"):
        return _AGREES.get(verb, verb)
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("shes", "ches", "xes", "sses")) else verb[:-1]


def finite(text: str) -> str:
    """A deed as it follows its subject: "stands at 7.5 inches" of "Standing at 7.5 inches"."""
    found = _GERUND.match(text)
    return lower_first(text) if found is None else _FINITE[found[1].lower()] + text[found.end() :]
