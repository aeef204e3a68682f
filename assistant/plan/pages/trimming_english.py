"""Words out of an English sentence, so that a sentence is left: adjectives with their commas, clauses with their joints."""

from __future__ import annotations

import re
from collections.abc import Callable

# What no noun is: before these an adjective is a predicate.
_NO_NOUN = (
    r"(?:and|or|but|nor|yet|&|of|in|on|at|by|for|from|to|with|without|within|into|as|than|then|that|which|who|when|where|while|because|so|if|is|are|was|were|be|"
    r"has|have|will|can|may|enough|too|even|it|you|your|they|this|these|the|a|an|its|their|after|before|during|under|over|against|throughout|due|making|thanks|down|up|out|off|only|about|around|just|not|all|no)\b"
)
_ATTRIBUTE = re.compile(rf"[\s-]+(?!{_NO_NOUN})(?=[\w\"“'(])", re.IGNORECASE)
_LINKED = re.compile(
    r"\s*(?:,\s*(?:and|or|yet|but)?|\s(?:and|or|&|yet|but))\s+(?!(?:the|this|that|these|it|its|you|your|they|a|an|which|while|making|ensuring|is|are|has|in|on|at|for|with|to|of|by|from|can|will|let|so|not|also)\b)(?=\w)",
    re.IGNORECASE,
)
_LINK_BEFORE = re.compile(r"\s*(?:,\s*(?:and|or|yet|but|&)?|\s(?:and|or|&|yet|but))\s*$", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"(?:\w+(?:able|ible|ful|ous|ive|ic|ant|ent|ish|less|some|proof|friendly|resistant)|soft|light|warm|thin|thick|compact|simple|quick|fast|safe|clean|strong|"
    r"large|big|small|smooth|deep|wide|long|short|bright|high|low|natural|cool|fresh|modern|classic|smart|stable|steady|firm|heavy|slim|cozy|cosy|lightweight|unique|special|new|non-\w+|greasy|sticky|shiny|silky|roomy|fluffy|airy|creamy)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b([Aa])n?\s+$")
_VOWEL = re.compile(
    r"(?!one\b|once\b|use|uni(?!n)|eu|u[sn]b?-?c?\b)(?:[aeiou]|8|11\b|18\b|hour|honest|heir)|(?-i:[AEFHILMNORSX](?=[A-Z\d]))",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s+[-–—]+\s+|\s*—\s*|;\s+|,\s+(?!\d{3}\b)"
    r"|\s+(?=(?:while|whilst|ensuring|making|providing|offering|allowing|giving|adding|creating|bringing|enhancing|guaranteeing|so that|because|"
    r"and (?:it|you|they|will|is|are|makes?|adds?|brings?|creates?|enhances?|ensures?|provides?|offers?|gives?|optimi[sz]es?|delivers?|guarantees?)|"
    r"which (?:makes?|ensures?|is|provides?|brings?|gives?|means?|can|will)|that (?:ensures?|makes?|brings?|gives?|adds?|provides?)|to (?:ensure|enhance|create|impress|give you|bring|add))\b)",
    re.IGNORECASE,
)
# Openings of clauses that lean on the one before.
_LEANS = re.compile(
    r"(?:and|or|but|while|whilst|which|who|that|so|because|to|for|as|\w+ing|then|than|with|without|when|where|if|even|thanks|yet|perfect|ideal|making it)\b",
    re.IGNORECASE,
)
# Openings of clauses that lead on to the main one.
_LEADS = re.compile(
    r"(?:with|without|featuring|\w+ing|\w+ed|made|built|thanks|due|whether|as|when|whenever|by|in|if|for|to|from|not only|unlike|while|although|using|perfect|ideal|at|after|because|since|standing)\b",
    re.IGNORECASE,
)
# What begins a main clause.
_SUBJECT = re.compile(r"(?:the|this|these|it|its|they|you|your|each|every|all|both|a|an|use|there)\b|[A-Z]", re.ASCII)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|will|can|offers?|provides?|brings?|makes?|gives?|accepts?)\b")
_VERBED = re.compile(r"\b(?:is|are|was|has|have|will|can|this|it|they|you)\b|\b(?:Weighing|Standing|Measuring)\b")
_PRONOUN = re.compile(r"(?:the|this|these|it|its|they|each)\b", re.IGNORECASE)
_VOICE = re.compile(
    r"(?:the|this|these|it|its|they|you|your|each|every|all|both|an?|use|there|we|our|i|my|do|don't)\b", re.IGNORECASE
)


def without_words(text: str, start: int, end: int) -> str | None:
    """A sentence without the adjective at a span, its comma and its "and"; None where the sentence needs it.

    >>> without_words("Has a sturdy brass nozzle", 6, 12), without_words("It is soft and durable", 15, 22)
    ('Has a brass nozzle', 'It is soft')
    >>> without_words("It is durable", 6, 13) is None
    True
    """
    before, after = text[:start], text[end:]
    attribute = _ATTRIBUTE.match(after)
    if attribute:
        link = _LINK_BEFORE.search(before)
        if link and _ADJECTIVE.search(before[: link.start()]):
            before = before[: link.start()] + " "
        return _joined(before, after[attribute.end() :])
    linked = _LINKED.match(after)
    if linked and not (_ARTICLE.search(before) and " " in text[start:end].strip()):
        return _joined(before, after[linked.end() :])
    link = _LINK_BEFORE.search(before)
    if link and link.start() > 0:
        return before[: link.start()] + after
    return None


def _joined(before: str, after: str) -> str:
    """Two stretches with the article between them as the second sounds; a first word with its capital."""
    article = _ARTICLE.search(before)
    if article:
        before = f"{before[: article.start()]}{article[1]}{'n' if _VOWEL.match(after) else ''} "
    if not before.strip():
        return after[:1].upper() + after[1:]
    return before + after


def split_joints(text: str) -> list[tuple[str, str]]:
    """The clauses and list items of a sentence, each with the joint before it; brackets are kept whole.

    >>> split_joints("It folds flat (small, light), while the bag stays dry")
    [('', 'It folds flat (small, light)'), (', ', 'while the bag stays dry')]
    """
    found: list[tuple[str, str]] = []
    start = depth = counted = 0
    joint = ""
    for match in _JOINT.finditer(text):
        between = text[counted : match.start()]
        depth += between.count("(") - between.count(")")
        counted = match.start()
        if depth > 0 or not text[start : match.start()].strip():
            continue
        found.append((joint, text[start : match.start()]))
        joint, start = match[0], match.end()
    found.append((joint, text[start:]))
    return [(mark, clause) for mark, clause in found if clause.strip()]


def without_clauses(text: str, is_bad: Callable[[str], bool], praised: bool = False) -> str:
    """A sentence without the clauses that are bad; "" where what is left is no sentence.

    `praised` where the bad ones applaud: "For dry hair" may stand without the applause behind it, not without a call.
    """
    parts = split_joints(text)
    bad = [is_bad(clause) for _, clause in parts]
    if not any(bad):
        return text
    if all(bad):
        return ""
    if bad[0]:
        first = next(number for number, one in enumerate(bad) if not one)
        if not _may_begin(parts, first):
            return ""
        parts, bad = parts[first:], bad[first:]
        parts[0] = ("", parts[0][1][:1].upper() + parts[0][1][1:])
    if (
        len(parts) > 1
        and bad[1]
        and _LEADS.match(parts[0][1])
        and not any(_is_main(*pair) for pair in zip(parts, bad, strict=True))
    ):
        return _lead_alone(parts[0][1], praised)
    kept = _without_leaning(parts, bad)
    text = "".join(f"{mark}{clause}" for mark, clause in kept).strip(" ,;-–—")
    # "Putting it in your pond" has lost what it does.
    return "" if re.match(r"(?!Featuring|Using)[A-Z]\w+ing\b", text) and not _VERBED.search(text) else text


def _may_begin(parts: list[tuple[str, str]], first: int) -> bool:
    """Whether a sentence may begin with a clause after those that went: a main clause behind its lead, or a list's item."""
    clause = parts[first][1]
    if _LEANS.match(clause):
        return False
    lead = _LEADS.match(parts[0][1])
    if len(clause.split()) < 2 and len(parts) - first == 1:
        return False
    if not lead and _FINITE.search(parts[0][1]):
        return bool(_PRONOUN.match(clause))
    return bool(lead and _SUBJECT.match(clause)) or (not lead and not _VOICE.match(parts[0][1]))


def _is_main(part: tuple[str, str], bad: bool) -> bool:
    return not bad and bool(_SUBJECT.match(part[1])) and not _LEADS.match(part[1])


def _lead_alone(lead: str, praised: bool) -> str:
    """A lead that has lost its main clause, where it says something by itself."""
    bare = re.sub(r"^(?:With|Featuring|Thanks to)\s+(?:(?:an?|the|its)\s+)?", "", lead)
    if (
        bare == lead
        and not re.match(r"(?:[A-Z]\w+(?:ed|ing)|Made|Built)\b", lead)
        and not (praised and lead.startswith("For "))
    ):
        return ""
    return bare[:1].upper() + bare[1:]


def _without_leaning(parts: list[tuple[str, str]], bad: list[bool]) -> list[tuple[str, str]]:
    """The good clauses, less those that leaned on a bad one."""
    kept: list[tuple[str, str]] = []
    dropped = listing = False
    for (mark, clause), one in zip(parts, bad, strict=True):
        leans = bool(re.match(r"(?:that|so|because|to|\w+ing)\b", clause)) and not re.match(r"\s*;|\s[-–—]", mark)
        entry = len(clause.split()) <= 3 and clause[:1].islower() and listing and not _SUBJECT.match(clause)
        if one or (dropped and (leans or entry)):
            listing = entry or (one and len(clause.split()) >= 4)
            dropped = True
            while kept and re.match(r"(?:if|when|in case)\b", kept[-1][1]):
                kept.pop()
            continue
        parted = dropped and mark == ", " and re.match(r"(?:it|this|the|they|you)\b", clause)
        kept.append(("; " if parted else mark, clause))
        dropped = False
    return kept
