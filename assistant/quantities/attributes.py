"""What a number measures, if the words before it, its label or the words right behind it say so in a few words."""

from __future__ import annotations

from functools import lru_cache

from assistant.quantities import attributes_zh
from assistant.quantities.lazy import lazy
from assistant.quantities.measures_en import HEDGES, LINKS, LISTS, NOUNS, PAIRED, REMARKS, SENTENCE, STOPS, TRIMMED
from assistant.schema import Lang

_DECOR = " *•·-–—\t'\"[]#>~≈≤≥<>±+="
_DECOR_DOT = _DECOR + ".,"
_NAME = lazy(r"[A-Za-zÀ-ÿ][A-Za-z0-9À-ÿ'./&+\-]*")
_LABEL_WORD = lazy(r"[A-Za-z0-9À-ÿ][A-Za-z0-9À-ÿ'./&+%,\-]*|[-–—&+/]")
# Longer clauses were cut, perhaps inside a word.
_CUT = 40
_LABEL_REACH = 48
_FOLLOWING = lazy(r" ([A-Za-z][A-Za-z'\-]*)(?: [A-Za-z][A-Za-z'\-]*){0,4}(?![A-Za-z0-9'\-])")
_BREAK = lazy(r"[\n\r;|。！？!?:、]")


# A catalogue says the same labels for every product.
@lru_cache(maxsize=2048)
def attribute_of(clause: str, lang: Lang, glued: bool = False) -> str | None:
    """What is measured, if the clause says so in a few words: "Top speed 120 mph" is about top speed; else None.

    `glued` says that another quantity ends where the clause starts.

    >>> (
    ...     attribute_of("wall thickness ", "en"),
    ...     attribute_of("最大续航里程约", "zh-Hans"),
    ...     attribute_of("It runs for up to ", "en"),
    ... )
    ('wall thickness', '续航里程', None)
    """
    if lang != "en":
        return attributes_zh.attribute_of(clause, glued)
    colon = clause.rfind(":")
    if colon >= 0:
        behind = clause[colon + 1 :].strip(_DECOR)
        return (_group(behind, True) if behind else None) or _label(clause[:colon], bool(behind), len(clause) >= _CUT)
    dash = clause.find(" - ")
    if dash > 0:
        named = _group(clause[:dash], True)
        if named:
            return named
    # A capital letter after a space starts a name of its own: "8 GB RAM  Storage 256 GB".
    return _group(clause, glued and not (clause[0] == " " and clause[1:2].isupper()))


def attribute_at(text: str, lang: Lang, clause: str, start: int, floor: int) -> str | None:
    """What the number at `start` measures, by `clause`, the words before it, and by the label that the clause leaves out.

    `floor` is where the quantity before it ended.
    """
    if clause.isspace():
        return None
    low = start - len(clause)
    if low > floor:
        first = clause[0] if clause[0] != " " else clause.lstrip()[0]
        if text[low - 1] == ":" or first == ":":
            return _behind_label(text, lang, clause, low + clause.find(":") if first == ":" else low - 1, floor)
        return attribute_of(clause, lang, 0 < floor == low - 1 and text[floor] == ".")
    return attribute_of(clause, lang, floor > 0)


def _behind_label(text: str, lang: Lang, clause: str, colon: int, floor: int) -> str | None:
    """The label in front of the colon, unless the clause behind it ends in the name of a measure."""
    behind = clause.strip(": ")
    closer = attribute_of(behind, lang, True) if behind else None
    if closer:
        return closer
    label = _BREAK.sub("\n", text[max(floor, colon - _LABEL_REACH) : colon])
    label = label[label.rfind("\n") + 1 :]
    if lang == "en":
        named = _label(label, bool(behind), len(label) >= _LABEL_REACH)
    else:
        named = attributes_zh.label_of(label, bool(behind))
    return named or (attribute_of(behind, lang) if behind else None)


def attribute_between(between: str, lang: Lang) -> str | None:
    """What the later number of one expression measures, by the words after the number before it: 宽210×深92.

    >>> attribute_between("×深", "zh-Hans"), attribute_between(" x ", "en")
    ('深', None)
    """
    if lang == "en" or between.isascii():
        return None
    return attributes_zh.attribute_of(between.lstrip(" ×xX*、,/"), True) or attributes_zh.attribute_of(between, False)


# What is weighed in food, and in what leaves a chimney; "25 g protein bars" weigh the bars.
_WEIGHED = lazy(
    r" (?:of )?((?:protein|sugars?|caffeine|fib(?:er|re)|salt|sodium|fat|carbohydrates?|carbs|calcium|alcohol|cholesterol"
    r"|CO(?:2|₂)e?)(?![A-Za-z0-9])(?! (?:bar|powder|shake|snack|drink|soap|free)s?(?![A-Za-z])))"
)
_WEIGHTS = frozenset(("gram", "milligram", "microgram", "kilogram", "metric_ton"))


def attribute_after(text: str, end: int, unit: str | None = None) -> str | None:
    """The measure named right behind an English number: "392 ppi density", "400 Nm of torque"; None if there is none.

    With a `unit` of weight also what is weighed: "25 g protein", "5 kg of CO2".

    >>> attribute_after("85.1% screen-to-body ratio", 5), attribute_after("18 g of protein bars", 4)
    ('screen-to-body ratio', None)
    """
    weighed = _WEIGHED.match(text, end) if unit in _WEIGHTS else None
    if weighed:
        return weighed[1]
    following = _FOLLOWING.match(text, end)
    if following is None or following[1] in _OFTEN:
        return None
    words = following[0][1:].split(" ")
    first = 1 if words[0] == "of" else 0
    for at in range(first, len(words)):
        low = words[at].lower()
        if low in NOUNS and (at + 1 == len(words) or words[at + 1].lower() in STOPS):
            return None if at == first and low in PAIRED else " ".join(words[first : at + 1])
        if low in STOPS:
            return None
    return None


def _label(label: str, remote: bool, cut: bool) -> str | None:
    """The label before a colon; None if it is a remark or a sentence.

    `remote` says that other words follow the colon, `cut` that the label may start inside a word.
    """
    label = label.rstrip(_DECOR)
    if label.endswith(")") and "(" in label:
        label = label[: label.rfind("(")]
    if ":" in label:
        outer, label = label.rsplit(":", 1)
        if not _group(label, True):
            return _label(outer, True, cut) or _label(label, remote, False)
    if cut and ", " not in label and ". " not in label:
        return _group(label, True)
    for sign in (", ", ". "):
        label = label[label.rfind(sign) + 1 :]
    words = label.strip(_DECOR).split()
    while words and words[-1].lower().rstrip(".") in TRIMMED:
        words.pop()
    if not 1 <= len(words) <= 7:
        return None
    first = words[0].lower()
    if first in REMARKS or (remote and words[-1].lower() in LISTS) or not words[0][0].isalpha():
        return None
    if len(words) > 1 and first in STOPS and first not in TRIMMED and words[-1].lower() not in NOUNS:
        return None
    if any(word.lower() in SENTENCE or not _LABEL_WORD.fullmatch(word) for word in words):
        return None
    return " ".join(words)


def _group(clause: str, strict: bool) -> str | None:
    """The last words of the clause as a name. With `strict`, or behind words that are no name, it has to be a known measure."""
    words = clause.split()
    last = len(words)
    while last:
        low = words[last - 1].lower()
        if not low.isalpha():
            low = low.strip(_DECOR_DOT)
        if low and low not in _PASSED:
            break
        strict = strict or (bool(low) and low not in HEDGES)
        last -= 1
    else:
        return None
    known = low in NOUNS or (low[-1] == "s" and low[:-1] in NOUNS and low not in STOPS)
    if not known and (strict or not _may_name(low)):
        return None
    first = last - 1
    while first:
        word = words[first - 1]
        if word.lower() in _ENDS or not (word.isalpha() or _NAME.fullmatch(word.strip(_DECOR))):
            break
        first -= 1
    if not first and len(clause) >= _CUT and not clause[0].isspace():
        first = 1
    if known and strict and first + 1 == last and low in PAIRED:
        # "Charge for 10 minutes" is no name.
        return None
    return _chosen(words[:last], first, known, strict)


def _chosen(words: list[str], first: int, known: bool, strict: bool) -> str | None:
    """The words from `first` on, or fewer of them, as a name; `known` says that the last one is a measure."""
    if first and words[first - 1].lower() == "of" and not strict and first <= 2 and words[0].lower() in _OPENERS:
        return " ".join(words)
    many = len(words) - first > 3
    named = " ".join(words[-2:] if many else words[first:]).strip(_DECOR_DOT)
    if known or first or many:
        return named if known else None
    start = words[0].lower()
    plain = named.replace(" ", "").replace("-", "").replace("'", "").isalpha()
    # "Cuts wood": a verb in front.
    return named if plain and (start[-1:] != "s" or start[-2:] == "ss") else None


def _may_name(low: str) -> bool:
    """Whether a word that is no known measure may be the last one of a name: no verb form, adverb or lone letter."""
    if len(low) < 2 or low in STOPS or low[-2:] in ("ed", "ly"):
        return False
    return low[-1] != "s" or low[-2:] == "ss"


# "Rated power" and "top speed" are names.
_ENDS = STOPS - frozenset("max min rated typical average maximum minimum top peak full actual".split())
_PASSED = TRIMMED | LINKS
_OFTEN = STOPS - {"of"}
_OPENERS = frozenset(
    "field angle depth range rate length point centre center degree level radius coefficient speed time".split()
)
