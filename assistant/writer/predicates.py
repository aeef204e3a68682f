"""What a fact says of the product, in English grammar: a predicate, a sentence to the reader, a few words for a title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.schema import Fact
from assistant.schema.data import load_yaml
from assistant.writer.lexicon import pick
from assistant.writer.telling import (
    MATERIALS,
    article,
    finite,
    form_of,
    head_of,
    is_plural,
    label_and_value,
    lower_first,
    lower_words,
    with_article,
)

_DATA = Path(__file__).parent / "data" / "labels.en.yaml"
_QUALIFIERS = re.compile(
    r"(?:product|item|total|overall|approx\.?|approximate|nominal)\s+|\s*\([^)]*\)\s*$", re.IGNORECASE
)
_COUNT_LABEL = re.compile(r"(?:number|no\.?|quantity) of (.+)", re.IGNORECASE)
_BARE_SIZE = re.compile(r"[\d./\"'\s-]+(?:mm|cm|m|in|inch(?:es)?|ft|\"|')?\s*[x×]\s*\d", re.IGNORECASE)
_RETURNS = re.compile(r"(?:free )?returns? (?:within|for|accepted within)\s+(.+)", re.IGNORECASE)
_MADE = re.compile(r"(.+?) made (from|of|with|in) (.+)", re.IGNORECASE)
_REQUIRED = re.compile(r"(.+) (required|included|available|recommended|optional)", re.IGNORECASE)
_LEAST = re.compile(r"min(?:imum|\.)?\s", re.IGNORECASE)
_SOLD = re.compile(r"(?:sold|supplied|delivered|shipped|packed|offered|available) (?:as|in|by|with)\b", re.IGNORECASE)
_SET = re.compile(r"(?:set|pack|pair|kit|bundle)$", re.IGNORECASE)
_OBJECT = re.compile(r"(includes|has|features|contains|comes with|uses|needs) (?=\S)(.+)", re.IGNORECASE)
_MEASURED_FIRST = re.compile(
    r"[\d./-]+\s?(?:\"|'|mm|cm|in\b|inch|kg|g\b|lb|oz|ml|l\b|w\b|v\b|k?wh|mah|-)", re.IGNORECASE
)
# Marks of a table: what stands between them is no phrase.
_TABULAR = re.compile(
    r"[*#;|~=]|\.:|\d/[A-Z]|\w/\d+/|\s/\s|\d/\d+/|[a-z]{4}/min\b|\s-\s|\d\s?[x×]\s[A-Z]|[^\w\s]{3}|\bN\.V|[:：].*[:：]"
)
_QTY = re.compile(r"\b(?:qty|pcs|meters|metres|units?)\b", re.IGNORECASE)
_TALL = re.compile(
    r"[\d./-]+\s?(?:\"|'|mm|cm|m|in|inch|inches|ft|feet)\.? (?:tall|wide|long|high|deep|thick|across)\b(?! x)"
)
_BARE_VALUE = re.compile(
    r"(?:(?:up to|at least|at most|about|approx\.?|over|under|more than|less than)\s)?[^ ]+(?: [^ ]{1,12}){0,2}", re.I
)
_HEDGES = frozenset("up at about approx. approximately around more less under over from as".split())
# Labels whose values are ordinary words, without capitals in a sentence.
_PLAIN = frozenset("color colour material shape finish type technology style pattern mount display".split())
_OWN_VERB = re.compile(r"^(?:measures|weighs)\s+", re.IGNORECASE)
_BEFORE_FIGURE = re.compile(r"\b(a) (?=[0-9])")
_LONGEST_LABEL = 6
_LONGEST = 95
_LONGEST_VALUE = 48


class LabelWords(BaseModel):
    """What a sentence does with the value of these labels; `ranged` only where the value runs from one to another."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    labels: tuple[str, ...]
    dimensions: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    yours: tuple[str, ...] = ()
    short: str = ""
    ranged: bool = False


# A label that opens with one of these says when or where ("From ignition to leaving the tower"): nothing has it.
_AT_ONCE = frozenset("from to in at on with after before per up under over until within by for".split())


@cache
def load_labels() -> tuple[LabelWords, ...]:
    """The entries in the order of the file, from the product's own data."""
    return tuple(LabelWords.model_validate(entry) for entry in load_yaml(_DATA.read_text(encoding="utf-8")))


@cache
def _by_label() -> Mapping[str, tuple[LabelWords, ...]]:
    """The entries that hold a label, by label, in the order of the file."""
    found: dict[str, list[LabelWords]] = {}
    for entry in load_labels():
        for label in dict.fromkeys(entry.labels):
            found.setdefault(label, []).append(entry)
    return {label: tuple(entries) for label, entries in found.items()}


def statement_of(fact: Fact) -> str:
    """The fact as given, without its full stop."""
    return fact.text.strip().rstrip(" .;,")


def predicate_of(fact: Fact, seed: int) -> str:
    """What the product does or has, as it follows its name: "weighs 620 g"; "" where the fact is no such thing.

    >>> [
    ...     predicate_of(Fact("f", text, 0, len(text)), 0)
    ...     for text in (
    ...         "Cup warmer",
    ...         "Stainless steel housing",
    ...         "Vegan",
    ...         "Solid rubber tires",
    ...         "Width: wide",
    ...         "Child lock: Yes",
    ...     )
    ... ]
    ['has its own cup warmer', 'has a stainless steel housing', 'is vegan', 'has solid rubber tires', '', 'has a child lock']
    """
    pair, text = label_and_value(fact), statement_of(fact)
    if not is_sayable(fact):
        return ""
    if pair is not None:
        return _of_pair(fact, *pair, seed)
    form = form_of(fact)
    if form == "deed":
        return _with_object(finite(text))
    if form == "state":
        return f"is {lower_first(text)}"
    return _of_thing(text) if form == "thing" else ""


def clause_of(fact: Fact) -> str:
    """A sentence of its own where the fact is no predicate: "Its dial shape is round"; "" where it belongs in a table."""
    pair, text = label_and_value(fact), statement_of(fact)
    if not is_sayable(fact):
        return ""
    if pair is None:
        if form_of(fact) == "sentence":
            return _upper(text)
        made, needed = _MADE.fullmatch(text), _REQUIRED.fullmatch(text)
        if made and form_of(fact) == "thing":
            many = is_plural(made[1]) or " and " in made[1]
            return f"The {lower_first(made[1])} {'are' if many else 'is'} made {made[2].lower()} {made[3]}"
        if needed and form_of(fact) == "thing":
            return f"{_upper(text[: needed.end(1)])} {'are' if is_plural(needed[1]) else 'is'} {needed[2].lower()}"
        return ""
    entry = _entry(fact, pair[0])
    if entry is not None and entry.yours:
        return _filled(entry.yours[0], *pair)
    label = lower_words(pair[0])
    if label.split()[0] in _AT_ONCE or len(pair[0].split()) > _LONGEST_LABEL or (is_plural(label) and fact.quantities):
        return ""
    value = pair[1] if fact.quantities else _lower_value(pair[0], pair[1])
    return f"Its {label} {'are' if is_plural(label) else 'is'} {value}"


def yours_of(fact: Fact, seed: int) -> str:
    """A sentence that the reader stands in: "You get up to 30 hours out of the battery"; "" where there is none."""
    pair = label_and_value(fact)
    if pair is None or not is_sayable(fact):
        return ""
    entry = _entry(fact, pair[0])
    return _filled(pick(entry.yours, fact.id, seed), *pair) if entry is not None and entry.yours else ""


def short_of(fact: Fact) -> str:
    """A few words for a title or a row: "13.8 kg", "1 TB storage", "stainless steel housing"."""
    pair = label_and_value(fact)
    if pair is None:
        text = lower_first(statement_of(fact))
        return finite(statement_of(fact)) if form_of(fact) == "deed" else text
    counted = _COUNT_LABEL.fullmatch(pair[0])
    if counted and pair[1].isdigit() and is_plural(counted[1]):
        return f"{pair[1]} {lower_words(counted[1])}"
    if _LEAST.match(pair[0]):
        # "10 m minimum distance" would say "at least 10 m".
        return f"{lower_words(pair[0])} {pair[1]}"
    entry = _entry(fact, pair[0])
    bare = _BARE_VALUE.fullmatch(pair[1]) is not None
    if (
        entry is not None
        and entry.short
        and is_sayable(fact)
        and (bare or entry.short.endswith(("{value}", "{lower}")))
    ):
        return _filled(entry.short, *pair, first=False)
    if len(fact.quantities) == 1 and is_sayable(fact) and not re.match(r"\D", pair[1]):
        return f"{pair[1]} {lower_words(pair[0])}"
    return f"{lower_words(pair[0])} {pair[1] if fact.quantities else _lower_value(pair[0], pair[1])}"


def is_sayable(fact: Fact) -> bool:
    """Whether the fact is language; what is a piece of a table stays in the list."""
    pair, text = label_and_value(fact), statement_of(fact)
    said = pair[1] if pair else text
    if _is_tabular(text):
        return False
    if len(said) > _LONGEST or not any(map(str.isalpha, text)):
        return bool(_BARE_SIZE.match(text)) and len(text) < _LONGEST_VALUE
    if text.count("(") != text.count(")"):
        return False
    if pair is not None and _QTY.search(pair[0]):
        return False
    if pair is None:
        return len(text) > 4 or text.isupper() or any(char.isdigit() for char in text)
    return len(said) <= _LONGEST_VALUE or form_of(fact) != "labelled"


# Every sentence about a fact asks for it again.
@lru_cache(maxsize=512)
def _is_tabular(text: str) -> bool:
    return _TABULAR.search(text) is not None


def joined(predicates: Sequence[str]) -> str:
    """Predicates in one breath; those with the same verb share it: "has a lid, a strap and a case"."""
    rest = list(predicates)
    shared: list[str] = []
    for verb in ("comes with ", "has "):
        same = [one for one in rest if one.startswith(verb)]
        if len(same) > 1:
            rest = [one for one in rest if one not in same]
            shared.append(verb + listed([one.removeprefix(verb) for one in same]))
    return listed([*rest, *shared])


def listed(parts: Sequence[str]) -> str:
    """Words in a row: "a, b and c"; with commas before "and" where a part has an "and" of its own."""
    if len(parts) < 2:
        return "".join(parts)
    comma = "," if any(" and " in part or ", " in part for part in parts[:-1]) else ""
    return f"{', '.join(parts[:-1])}{comma} and {parts[-1]}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _entry(fact: Fact, label: str) -> LabelWords | None:
    wanted = _QUALIFIERS.sub("", label.strip()).strip().lower()
    for entry in _by_label().get(wanted, ()):
        if not entry.dimensions or any(quantity.dimension in entry.dimensions for quantity in fact.quantities):
            value = label_and_value(fact)
            if entry.ranged and (value is None or " to " not in value[1]):
                continue
            return entry
    return None


def _filled(pattern: str, label: str, value: str, first: bool = True) -> str:
    if value.split(" ")[0].lower() in _HEDGES:
        value = lower_first(value)
    value = _OWN_VERB.sub("", value)
    text = pattern.format(value=value, label=lower_words(label), lower=_lower_words_of(value))
    # "has a 8 L tank"
    text = _BEFORE_FIGURE.sub(lambda found: f"{article(text[found.end() :])} ", text)
    return _upper(text) if first and pattern[:1].isupper() else text


def _lower_words_of(value: str) -> str:
    words = value.split()
    known = all(word[:1].isupper() or not word[:1].isalpha() or word.islower() for word in words)
    return lower_words(value) if known and len(words) <= 4 else lower_first(value)


def _lower_value(label: str, value: str) -> str:
    return _lower_words_of(value) if label.split()[-1].lower() in _PLAIN else value


def _of_pair(fact: Fact, label: str, value: str, seed: int) -> str:
    entry = _entry(fact, label)
    bare = _BARE_VALUE.fullmatch(value) is not None
    if entry is not None and (
        bare or not entry.says or all(says.endswith(("{value}", "{lower}")) for says in entry.says)
    ):
        return _filled(pick(entry.says, fact.id, seed), label, value) if entry.says else ""
    counted = _COUNT_LABEL.fullmatch(label)
    if counted and value.isdigit() and is_plural(counted[1]) and value not in ("0", "1"):
        return f"has {value} {lower_words(counted[1])}"
    if value.lower() in ("yes", "true"):
        return f"has {with_article(lower_words(label))}"
    name = lower_words(label)
    single = bool(fact.quantities) and len(value) <= 28
    if single and not is_plural(name) and len(label.split()) <= 3 and not label.isupper():
        return f"has {article(name)} {name} of {lower_first(value)}"
    return ""


def _of_thing(text: str) -> str:
    returns = _RETURNS.fullmatch(text)
    if returns:
        return f"can be returned within {returns[1]}"
    if _MADE.fullmatch(text) or _REQUIRED.fullmatch(text):
        return ""
    thing = lower_first(text)
    if _SOLD.match(text):
        return f"is {thing}"
    if _TALL.match(text):
        return f"is {text}"
    if _BARE_SIZE.match(text) and not re.search(r"[a-z]{4}", text):
        return f"measures {text}"
    if re.fullmatch(r"IP[X0-9]{2,3}[A-Z]?", text):
        return f"is rated {text}"
    if _SET.search(head_of(text)):
        return f"is {article(thing)} {thing}"
    if head_of(text) in MATERIALS and not text[0].isdigit():
        return f"is made of {thing}"
    if re.search(r"warranty|guarantee", text, re.IGNORECASE):
        return f"comes with {with_article(thing)}"
    return f"has {with_article(thing)}"


def _with_object(text: str) -> str:
    """An article where a page left it out: "includes 3-1/2" basket strainer"."""
    found = _OBJECT.fullmatch(text)
    if found is None or (found[2][:1].isdigit() and not _MEASURED_FIRST.match(found[2])):
        return text
    return f"{found[1]} {with_article(found[2])}"
