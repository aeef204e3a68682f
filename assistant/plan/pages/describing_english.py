"""What an English sentence tells a buyer, without the applause; nothing where it tells nothing."""

from __future__ import annotations

import re

from assistant.plan.pages.applause_english import (
    ABSTRACT,
    APPLAUSE,
    BAIT,
    CHAT,
    OTHERS,
    PHOTOS,
    PLAINER,
    PROMISED,
    SAYING_NOTHING,
    STRESSED,
)
from assistant.plan.pages.trimming_english import split_joints, without_clauses, without_words
from assistant.praise import find_praise
from assistant.schema import Diagnostic, Lang, Market

# A fact is a sentence; a longer one ends at a clause.
_LONGEST = 220
# More applause than this is no sentence with a fact in it.
_CUTS = 12
_WORD = re.compile(r"[A-Za-z][\w'’-]*|\d[\w.,/%°\"”]*")
_VERB = re.compile(
    r"\b(?:is|are|was|has|have|offers?|provides?|features?|delivers?|gives?|comes?|ensures?|makes?|boasts?|can|will|allows?|adds?|brings?|creates?|enhances?|helps?|lets?|works?)\b"
)
_SUBJECT = re.compile(r"(?:the|this|these|its?|they|each|every|a|an)\b", re.IGNORECASE)
_STUB = re.compile(r"\b(?:an?|the|and|or|is|are|has|very|its)$", re.IGNORECASE)
# What is left of "designed to impress".
_LEFT = re.compile(r"(?<!\bis)(?<!\bare)\s(?:designed|intended|created|engineered|meant|able|perfect|ideal|enough)$")
_TAIL = re.compile(r"\s+(?:for|with)\s+(?=(?:[\w'-]+,?\s?){1,7}$)")
# Search words behind the end of the last sentence.
_SEARCHED = re.compile(r"(?<=[a-z])\.\s[a-z][a-z ]{3,40}$")
# Openings of a clause that lead on to what is told.
_LEADS_IN = re.compile(r"(?:to|in|if|for|when|before|after|once|as|by|on)\b", re.IGNORECASE)
_LABEL = re.compile(r"^(?P<label>[^:]{2,40}):\s+(?P<rest>\S.*)$", re.DOTALL)
_SHORT_SHOUT = 6
# What is left of a sentence about the shop says nothing in so few words.
_REST = 3
# "Is good down to -20": no applause where no noun follows.
_MILD = ("good", "tough", "perfectly")


def describe(said: str, lang: Lang, market: Market | None, names: tuple[str, ...]) -> str:
    """A sentence trimmed of applause; "" where it says nothing to a buyer, or speaks of the shop, or of other products.

    `names` (of the product, its maker) are no praise. The result has no final full stop, at most 220 characters,
    and nothing in it that `find_praise` flags.

    >>> describe("A sturdy brass nozzle, perfect for every occasion!", "en", None, ())
    'A brass nozzle'
    >>> describe("You will never regret this purchase.", "en", None, ())
    ''
    """
    text = _plain(said)
    if not text or PHOTOS.search(said) or _lures(said.strip(), text):
        return ""
    whole = _without_tail(text)
    text = without_clauses(whole, _is_chat)
    if text != whole and len(text.split()) <= _REST and CHAT.search(whole):
        return ""
    text, stuck = _without_applause(_without_stress(text), lang, market, names)
    text = without_clauses(
        text,
        lambda one: any(word in one for word in stuck) or (_is_empty(one) and not _LEADS_IN.match(one)),
        praised=True,
    )
    text = _shortened(_tidy(text))
    if _says_nothing(text) or _is_praised(text, lang, market, names) or CHAT.search(text):
        return ""
    return text[:1].upper() + text[1:] if re.match(r"[a-z]{2,}\b", text) else text


def _plain(said: str) -> str:
    """A sentence in plain words: no leads, no full stop, no calls to the reader."""
    text = re.sub(r"\s+", " ", said).replace("’", "'").strip(" .!;,*•·-–—")
    text = re.sub(r"(?<=[a-z]),(?=[A-Za-z])", ", ", _SEARCHED.sub("", text))
    if text.count('"') % 2 and not re.search(r"\d\"", text):
        text = text.strip('"').rstrip(" .")
    for pattern, plain in PLAINER:
        text = pattern.sub(plain, text, count=3)
    return text[:1].upper() + text[1:] if text[:1].islower() and re.match(r"[a-z]+\b", text) else text


def _lures(said: str, text: str) -> bool:
    """Whether a sentence is a question, a shout or a lure."""
    if said.endswith("?"):
        return True
    shout = said.endswith("!") and len(text.split()) <= _SHORT_SHOUT and not re.search(r"\d", text)
    return shout or bool(BAIT.match(text))


def _is_chat(clause: str) -> bool:
    return bool(CHAT.search(clause) or OTHERS.search(clause) or BAIT.search(clause))


def _without_tail(text: str) -> str:
    """A sentence without "for reliable performance" at its end."""
    last = None
    for match in _TAIL.finditer(text):
        last = match
    if last is None:
        return text
    tail = text[last.end() :]
    return text[: last.start()] if _is_empty(PROMISED.sub("", APPLAUSE.sub("", tail))) else text


def _without_stress(text: str) -> str:
    """A sentence without the adverbs that only press."""
    start = 0
    for _ in range(_CUTS):
        match = STRESSED.search(text, start)
        if match is None:
            break
        cut = without_words(text, match.start(), match.end() - 1) if match[0][-1] in " -" else None
        text, start = (cut or text[: match.start()] + text[match.end() :]), match.start()
    return text


def _without_applause(text: str, lang: Lang, market: Market | None, names: tuple[str, ...]) -> tuple[str, set[str]]:
    """A sentence without the adjectives that praise, and the words of praise that it cannot lose."""
    stuck: set[str] = set()
    mild: list[tuple[int, int]] = []
    named = [name.lower() for name in names if name]
    for _ in range(_CUTS):
        found = [match.span() for match in APPLAUSE.finditer(text)]
        found += [(one.start, one.end) for one in _praise(text, lang, market, names)]
        spans = [span for span in found if span not in mild and not any(text[slice(*span)] in one for one in stuck)]
        spans = [(start, end) for start, end in spans if not any(text[start:end].lower() in name for name in named)]
        if not spans:
            break
        start, end = spans[0]
        cut = without_words(text, start, end)
        if cut is None and text[start:end].lower() in _MILD:
            mild.append((start, end))
        elif cut is None or (start == 0 and ABSTRACT.match(cut)):
            stuck.add(text[start:end])
        else:
            text = cut
    return text, stuck


def _praise(text: str, lang: Lang, market: Market | None, names: tuple[str, ...]) -> list[Diagnostic]:
    return [one for one in find_praise(text, lang, names=names, market=market) if one.level != "information"]


def _is_praised(text: str, lang: Lang, market: Market | None, names: tuple[str, ...]) -> bool:
    return bool(_praise(text, lang, market, names))


def _is_empty(clause: str) -> bool:
    """Whether a clause says nothing of a thing: behind its subject stand only words that fit any thing."""
    verb = _VERB.search(clause) if _SUBJECT.match(clause) else None
    told = clause[verb.end() :] if verb else clause
    return not any(_tells(word) for word in _WORD.findall(told))


def _tells(word: str) -> bool:
    return word.lower().strip("'’-.,") not in SAYING_NOTHING and (len(word) > 1 or word.isdigit())


def _says_nothing(text: str) -> bool:
    return len(text) < 3 or _is_empty(text) or bool(_STUB.search(text)) or text.count("(") != text.count(")")


def _tidy(text: str) -> str:
    """A sentence without what trimming leaves at its joints."""
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"\s+([,.;:)])", r"\1", text)
    text = _LEFT.sub("", re.sub(r",\s*(?=[,.;])", "", text))
    return re.sub(r"\s+", " ", text).strip(" ,;-–—&")


def _shortened(text: str) -> str:
    """A sentence up to the last clause that ends within the length of a fact."""
    if len(text) <= _LONGEST:
        return text
    kept = ""
    for mark, clause in split_joints(text):
        if len(kept) + len(mark) + len(clause) > _LONGEST:
            break
        kept += mark + clause
    return kept.strip(" ,;-–—")


def describe_value(value: str, lang: Lang, market: Market | None, names: tuple[str, ...]) -> str:
    """The value of a table's row: as it stands where it is clean, else without its applause; "" where only that is left.

    >>> describe_value("Steel", "en", None, ()), describe_value("Premium quality steel", "en", None, ())
    ('Steel', 'Steel')
    """
    praised = (
        APPLAUSE.search(value)
        or BAIT.search(value)
        or CHAT.search(value)
        or PHOTOS.search(value)
        or OTHERS.search(value)
    )
    if not praised and not _praise(value, lang, market, names):
        return value
    return describe(value, lang, market, names)


def is_of_others(said: str) -> bool:
    """Whether a sentence is the shop's own talk, or about other products: its figures are not this product's.

    >>> is_of_others("3 kg lighter than other models")
    True
    """
    return bool(CHAT.search(said) or PHOTOS.search(said) or OTHERS.search(said))
