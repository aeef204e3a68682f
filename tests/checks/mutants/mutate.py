"""Changes a true draft in one place, and says whether it became false.

Each kind knows what it changed, so truth is arithmetic on that place alone: what a number stands for is read from the
brief's facts and from the comparison's exact ratio by a reader of its own (`figures`), never by asking the gate.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.references import Book
from assistant.schema import Comparison, Lang, Plan, Reference
from assistant.schema.brief import Brief, Persona
from tests.checks.mutants.figures import Figure, find_figures, units


@dataclass(frozen=True, slots=True)
class Draft:
    """A true draft with what it was written from; `book` is where other references come from."""

    brief: Brief
    plan: Plan
    persona: Persona | None
    texts: Mapping[str, str]
    book: Book


@dataclass(frozen=True, slots=True)
class Mutant:
    """A draft with one place changed; `was` and `now` are the words there."""

    draft: Draft
    kind: str
    field: str
    text: str
    was: str
    now: str

    @property
    def texts(self) -> dict[str, str]:
        """All fields of the draft, with the changed one."""
        return {**self.draft.texts, self.field: self.text}


_ABOUT = re.compile(
    r"(?:about|around|roughly|some|or so|约|約|大概|差不多|左右|上下|将近|nearly|almost|more than|over|just)",
    re.IGNORECASE,
)
_TIMES = re.compile(r" ?(?:times|x\b|×)|倍")
# Farther from the exact value than this, no hedge makes a number true.
_FAR = Fraction(12, 100)


def _near(text: str, figure: Figure) -> str:
    return text[max(0, figure.start - 14) : figure.start] + "|" + text[figure.end : figure.end + 12]


def _facts(draft: Draft) -> dict[tuple[str, Fraction], str]:
    """What the facts measure, each with its fact's id."""
    return {f.size: fact.id for fact in draft.plan.facts for f in find_figures(fact.text, draft.brief.lang)}


def _ratio(draft: Draft, text: str, figure: Figure) -> Comparison | None:
    """The comparison that a bare number is a multiple or a count of, by its value."""
    if figure.dimension:
        return None
    sentence = _sentence(text, figure.start)
    for one in draft.plan.comparisons:
        shown = one.ratio_shown
        if (
            shown == figure.value
            and one.ratio_exact
            and any(_named(sentence, r, draft.brief.lang) for r in one.references)
        ):
            return one
    return None


def _sentence(text: str, at: int) -> str:
    starts = [
        text.rfind(mark, 0, at) + len(mark) for mark in ("。", "！", "？", "\n", ". ", "! ", "? ") if mark in text[:at]
    ]
    ends = [e for mark in ("。", "！", "？", "\n", ". ", "! ", "? ") if (e := text.find(mark, at)) >= 0]
    return text[max(starts, default=0) : min(ends, default=len(text))]


def _named(text: str, reference: Reference, lang: Lang) -> bool:
    names = reference.names[lang]
    return any(one and one in text for one in (names.of, names.thing, names.name, names.many))


def _quoted(draft: Draft, text: str, at: int) -> bool:
    """Whether a place lies in a customer's words or in what the brief says of the customer's day."""
    persona = draft.persona
    theirs = (
        [*(e.quote for e in persona.evidence), *persona.pains, *persona.wants, *(m.text for m in persona.moments)]
        if persona
        else []
    )
    return any(low <= at < low + len(one) for one in theirs for low in _all(text, one))


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _in_name(draft: Draft, text: str, at: int) -> bool:
    names = [
        n
        for c in draft.plan.comparisons
        for r in c.references
        for n in (lambda x: (x.of, x.thing, x.name, x.many))(r.names[draft.brief.lang])
    ]
    return any(low <= at < low + len(one) for one in [*names, draft.brief.product] for low in _all(text, one))


def _changed(text: str, figure: Figure, words: str) -> str:
    return text[: figure.start] + words + text[figure.end :]


def _false(draft: Draft, text: str, figure: Figure, new: Figure) -> bool:
    """Whether a number that stood for a fact or a ratio is false with its new value."""
    comparison = _ratio(draft, text, figure)
    if comparison is not None and comparison.ratio_exact is not None:
        exact = comparison.ratio_exact
        return abs(new.value - exact) > _FAR * exact and new.value not in {
            c.ratio_shown for c in draft.plan.comparisons
        }
    if figure.size in _facts(draft):
        if new.size == figure.size or (new.dimension and new.dimension != figure.dimension and not figure.dimension):
            return False
        gap = abs(new.value * new.factor - figure.value * figure.factor)
        hedged = _ABOUT.search(_near(text, figure)) is not None
        return new.dimension != figure.dimension or gap > (_FAR * figure.value * figure.factor if hedged else 0)
    return False


def _figures(draft: Draft, text: str) -> list[Figure]:
    return [
        f
        for f in find_figures(text, draft.brief.lang)
        if not _quoted(draft, text, f.start) and not _in_name(draft, text, f.start)
    ]


Found = tuple[str, str, str]  # the changed text, the words before, the words after
Kind = Callable[[Draft, str, random.Random], "Found | None"]


def _renumbered(draft: Draft, text: str, figure: Figure, words: str) -> Found | None:
    changed = _changed(text, figure, words)
    new = next((f for f in find_figures(changed, draft.brief.lang) if f.start == figure.start), None)
    if new is None or not _false(draft, text, figure, new):
        return None
    return changed, text[figure.start : figure.end], words


def digit(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """One digit becomes another."""
    chosen = [f for f in _figures(draft, text) if text[f.start].isdigit() and not f.myriad]
    if not chosen:
        return None
    figure = rng.choice(chosen)
    at = rng.choice([at for at in range(figure.start, figure.digits_end) if text[at].isdigit()])
    other = rng.choice([d for d in "0123456789" if d != text[at] and not (at == figure.start and d == "0")])
    return _renumbered(draft, text, figure, text[figure.start : at] + other + text[at + 1 : figure.end])


def unit(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """The unit becomes another of its dimension."""
    chosen = [f for f in _figures(draft, text) if f.unit]
    if not chosen:
        return None
    figure = rng.choice(chosen)
    table = units(draft.brief.lang)[figure.dimension]
    others = [
        word for word, factor in table.items() if factor != figure.factor and _same_script(word, draft.brief.lang)
    ]
    if not others:
        return None
    kept = text[figure.start : figure.end - len(figure.unit)]
    return _renumbered(draft, text, figure, kept + rng.choice(others))


_TRADITIONAL, _SIMPLIFIED = "鐘時個噸貝釐吋", "钟时个吨贝"


def _same_script(word: str, lang: Lang) -> bool:
    other = {"en": "", "zh-Hans": _TRADITIONAL, "zh-Hant": _SIMPLIFIED}[lang]
    return not any(char in other for char in word)


def myriad(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """万 is dropped, becomes 億, or is put where none is."""
    if draft.brief.lang == "en":
        return None
    chosen = _figures(draft, text)
    if not chosen:
        return None
    figure = rng.choice(chosen)
    hans = draft.brief.lang == "zh-Hans"
    unit_part = text[figure.digits_end + len(figure.myriad) : figure.end]
    now = rng.choice(["", "亿" if hans else "億"]) if figure.myriad else ("万" if hans else "萬")
    return _renumbered(draft, text, figure, text[figure.start : figure.digits_end] + now + unit_part)


_SHARES_EN = {2: "half", 3: "a third of", 4: "a quarter of", 5: "a fifth of", 10: "a tenth of"}
_HAN = "零一二三四五六七八九十"


def ratio(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A multiple becomes its inverse."""
    found = []
    for figure in _figures(draft, text):
        times = _TIMES.match(text, figure.end)
        if times and _ratio(draft, text, figure):
            found.append((figure, times))
    if not found:
        return None
    figure, times = rng.choice(found)
    if figure.value <= 1 or figure.value.denominator != 1:
        return None
    count = int(figure.value)
    if draft.brief.lang == "en":
        now = _SHARES_EN.get(count, f"one {count}th of")
    else:
        now = f"{_HAN[count]}分之一" if count <= 10 else f"1/{count}"
    return text[: figure.start] + now + text[times.end() :], text[figure.start : times.end()], now


def year(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A year of a fact becomes another."""
    given = {y for fact in draft.brief.facts for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", fact)}
    found = [
        m
        for m in re.finditer(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
        if m[0] in given and not _quoted(draft, text, m.start())
    ]
    if not found:
        return None
    match = rng.choice(found)
    now = str(int(match[0]) + rng.choice([-30, -10, -5, -2, -1, 1, 2, 3, 10]))
    return (text[: match.start()] + now + text[match.end() :], match[0], now) if now not in given else None


# A statement that is exact, made into one that says more or less.
_HEDGES: dict[Lang, tuple[str, ...]] = {
    "en": ("more than ", "less than ", "over ", "under "),
    "zh-Hans": ("超过", "不到", "超", "低于"),
    "zh-Hant": ("超過", "不到", "逾", "低於"),
}
_ANY_HEDGE = re.compile(
    r"(?:(?:about|around|roughly|nearly|up to|at least|no more than|more than|less than|over|under) |大约|大約|差不多|约|約|近|最长|最長|最多|至少|超过|超過|只有|只要|仅|可达|可達|不到)$",
    re.IGNORECASE,
)


def hedge(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A hedge becomes one that is not true of the exact value."""
    chosen = _figures(draft, text)
    if not chosen:
        return None
    figure = rng.choice(chosen)
    before = _ANY_HEDGE.search(text[: figure.start])
    start = before.start() if before else figure.start
    said = rng.choice(_HEDGES[draft.brief.lang])
    above = said.strip() in ("more than", "over", "超过", "超", "超過", "逾")
    comparison = _ratio(draft, text, figure)
    if comparison is not None and comparison.ratio_exact is not None:
        if (figure.value < comparison.ratio_exact) == above or (False):
            return None
    elif figure.size not in _facts(draft) or any(
        h in text[max(0, figure.start - 20) : figure.end + 6].lower()
        for h in ("at least", "more than", "至少", "over", "超过", "超過")
    ):
        return None
    if _ABOUT.search(_near(text, figure)) and comparison is None:
        return None
    written = said[:1].upper() + said[1:] if text[start : start + 1].isupper() else said
    return (
        text[:start] + written + text[figure.start :],
        text[start : figure.end],
        written + text[figure.start : figure.end],
    )


def reach(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """The words "up to" are dropped from a fact that has them, or set where the fact says "at least"."""
    found = []
    for words, now in (
        ("up to ", ""),
        ("at least ", ""),
        ("at least ", "up to "),
        ("最长", ""),
        ("最長", ""),
        ("至少", ""),
        ("至少", "最多"),
        ("up to ", "at least "),
    ):
        for at in _all(text.lower(), words):
            figure = next((f for f in _figures(draft, text) if f.start == at + len(words)), None)
            if figure and figure.size in _facts(draft):
                found.append((at, words, now))
    if not found:
        return None
    at, words, now = rng.choice(found)
    rest = text[at + len(words) :]
    if any(
        h in text[max(0, at - 12) : at + len(words) + 24].replace(text[at : at + len(words)], "").lower()
        for h in ("最", "up to", "max", "most", "top", "至少", "at least", "可达", "可達", "以内", "以內")
    ):
        return None
    return text[:at] + now + rest, text[at : at + len(words) + 8], now + rest[:8]


def span(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A range keeps one end, or moves it."""
    found = [
        m
        for m in re.finditer(r"(\d+)( ?[–—~～至到-] ?| to )(\d+)", text)
        if any(m[1] in f and m[3] in f for f in draft.brief.facts) and not _quoted(draft, text, m.start())
    ]
    if not found:
        return None
    match = rng.choice(found)
    low, high = int(match[1]), int(match[3])
    if high - low < 2:
        return None
    now = rng.choice(
        [match[1], match[3], f"{low + 1}{match[2]}{high}", f"{low}{match[2]}{high - 1}", f"{low}{match[2]}{high + 5}"]
    )
    before = text[max(0, match.start() - 12) : match.start()].lower()
    if now in (match[1], match[3]) and re.search(r"up to|at least|from|最长|最長|至少|最多", before):
        return None
    return text[: match.start()] + now + text[match.end() :], match[0], now


def reference(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """The reference becomes another of its dimension, of another size."""
    lang = draft.brief.lang
    found = []
    for comparison in draft.plan.comparisons:
        if len(comparison.references) != 1 or comparison.kind not in ("equal", "multiple", "share", "count"):
            continue
        own = comparison.references[0]
        for part in ("of", "thing", "many"):
            words = getattr(own.names[lang], part)
            found += [(at, part, own) for at in _all(text, words)] if words else []
    if not found:
        return None
    at, part, own = rng.choice(found)
    used = {r.id for c in draft.plan.comparisons for r in c.references}
    others = [
        r for r in draft.book.by_id.values()
        if r.dimension == own.dimension and r.aspect == own.aspect and r.id not in used and r.unit == own.unit
        and abs(r.value - own.value) * 5 > own.value and getattr(r.names[lang], part)
    ]  # fmt: skip
    if not others:
        return None
    was, now = getattr(own.names[lang], part), getattr(rng.choice(others).names[lang], part)
    # "A tall bottle" in "a tall bottle of milk" is another name inside this one.
    if any(own.names[lang].of in name or was in now or now in was for name in (now,)):
        return None
    return text[:at] + now + text[at + len(was) :], was, now


_CUES: tuple[tuple[str, str], ...] = (
    ("weight|重量|载重|載重|payload|load", r"weigh|weight|payload|carr|lift|重|载|載|送上"),
    ("charging|充电|充電|boil|烧|燒|煮", r"\bcharg|recharg|boil|充|烧|燒|煮"),
    ("battery|runtime|续航|續航", r"batter|runtime|lasts?\b|runs?\b|续航|續航"),
    ("noise|噪音", r"noise|quiet|sound|噪|安静|安靜"),
    ("height|高度", r"height|tall|高"),
    ("price|价格|價格|售价|售價", r"price|cost|价|價"),
    ("capacity|容量|dust|tank", r"capacity|holds?|bin|tank|容量|装|裝"),
    ("thick|厚", r"thick|thin|厚|薄"),
    ("warranty|质保|保固", r"warrant|质保|保固"),
    ("return|退货|退貨|鉴赏|鑑賞", r"return|send it back|退"),
)  # fmt: skip


def attribute(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A fact's figure takes the place of another fact's, beside the word that names the other."""
    facts, lang = _facts(draft), draft.brief.lang
    labels = {fact.id: fact.text for fact in draft.plan.facts}
    chosen = []
    for figure in _figures(draft, text):
        fact_id = facts.get(figure.size)
        if not fact_id or not figure.dimension:
            continue
        cue = next((c for names, c in _CUES if re.search(names, labels[fact_id], re.IGNORECASE)), None)
        clause = (
            re.split(r"[,.;:!?，。；！？、\n]", text[: figure.start])[-1]
            + "#"
            + re.split(r"[,.;!?，。；！？、\n]", text[figure.end :])[0]
        )
        if cue and re.search(cue, clause, re.IGNORECASE):
            chosen.append((figure, fact_id))
    if not chosen:
        return None
    figure, fact_id = rng.choice(chosen)
    others = [
        (f, fact.text)
        for fact in draft.plan.facts
        if fact.id != fact_id
        for f in find_figures(fact.text, lang)
        if f.unit and f.size != figure.size
    ]
    same = [one for one in others if one[0].dimension == figure.dimension]
    if not others:
        return None
    other, given = rng.choice(same if same and rng.random() < 0.7 else others)
    now = given[other.start : other.end]
    return _changed(text, figure, now), text[figure.start : figure.end], now


_SIZES = {
    "minute": ("time", 60), "second": ("time", 1), "hour": ("time", 3600), "gram": ("mass", 1), "kilogram": ("mass", 1000),
    "meter": ("length", 1000), "centimeter": ("length", 10), "millimeter": ("length", 1), "liter": ("volume", 1000),
    "decibel_a": ("sound", 1), "kilometer / hour": ("speed", 10), "meter / second": ("speed", 36), "watt": ("power", 1),
}  # fmt: skip


def yardstick(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A fact's figure becomes the figure of the yardstick that it is compared with."""
    facts, found = _facts(draft), []
    for figure in _figures(draft, text):
        if figure.size not in facts or not figure.unit:
            continue
        for one in draft.plan.comparisons:
            for own in one.references:
                dimension, factor = _SIZES.get(own.unit, ("", 1))
                value = Fraction(own.value) * factor / figure.factor
                whole = value.denominator == 1 and value > 0
                if dimension == figure.dimension and whole and abs(value - figure.value) > _FAR * figure.value:
                    found.append((figure, f"{value.numerator}{text[figure.digits_end : figure.end]}"))
    if not found:
        return None
    figure, now = rng.choice(found)
    return None if figure.myriad else _renumbered(draft, text, figure, now)


def quote(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A customer's sentence loses, gains or changes a word."""
    found = [
        (at, e.quote)
        for e in (draft.persona.evidence if draft.persona else ())
        for at in _all(text, e.quote)
        if text[max(0, at - 1) : at] in "“「\"'‘" and at
    ]
    if not found:
        return None
    at, words = rng.choice(found)
    if " " in words:
        parts = words.split(" ")
        place = rng.randrange(1, len(parts) - 1)
        changes = [
            parts[:place] + parts[place + 1 :],
            [*parts[:place], rng.choice(["really", "never", "always", "twice"]), *parts[place:]],
            [*parts[:place], rng.choice(["perfect", "great", "not", "every"]), *parts[place + 1 :]],
        ]
        now = " ".join(rng.choice(changes))
    else:
        place = rng.randrange(1, len(words) - 2)
        now = rng.choice(
            [
                words[:place] + words[place + 1 :],
                words[:place] + rng.choice("很太都最") + words[place:],
                words[:place] + rng.choice("好真全") + words[place + 1 :],
            ]
        )
    same = re.sub(r"\W", "", now) == re.sub(r"\W", "", words) or now.strip("，。. ") in words
    return None if same else (text[:at] + now + text[at + len(words) :], words, now)


def comparison(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """Two comparisons change places, or one says the number of the other."""
    stands = [(at, form, c) for c in draft.plan.comparisons for form in (c.forms.noun,) for at in _all(text, form)]
    pairs = [
        (a, b)
        for a in stands
        for b in stands
        if a[0] + len(a[1]) <= b[0] and a[2].quantity.low != b[2].quantity.low and a[2].references != b[2].references
    ]
    if not pairs:
        return None
    (low, one, first), (high, two, _second) = rng.choice(pairs)
    if rng.random() < 0.5:
        return text[:low] + two + text[low + len(one) : high] + one + text[high + len(two) :], one, two
    numbers = [next((f for f in find_figures(x, draft.brief.lang) if not f.dimension), None) for x in (one, two)]
    mine, theirs = numbers
    if mine is None or theirs is None or mine.value == theirs.value:
        return None
    now = one[: mine.start] + two[theirs.start : theirs.end] + one[mine.end :]
    exact = first.ratio_exact
    if exact is None or abs(theirs.value - exact) < _FAR * exact:
        return None
    return text[:low] + now + text[low + len(one) :], one, now


KINDS: dict[str, Kind] = {
    "digit": digit, "unit": unit, "myriad": myriad, "ratio": ratio, "hedge": hedge, "up to": reach, "range": span,
    "year": year, "reference": reference, "attribute": attribute, "quote": quote, "comparison": comparison, "yardstick": yardstick,
}  # fmt: skip


def find_mutant(draft: Draft, kind: str, rng: random.Random) -> Mutant | None:
    """One false mutant of a draft; None where this kind finds no place in it, or the change left it true."""
    fields = sorted(draft.texts)
    rng.shuffle(fields)
    for field in fields:
        text = draft.texts[field]
        found = KINDS[kind](draft, text, rng)
        if found is not None and found[0] != text:
            return Mutant(draft, kind, field, *found)
    return None


__all__ = ["KINDS", "Draft", "Mutant", "find_mutant", "replace"]
