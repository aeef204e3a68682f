"""Changes of what a number belongs to: a yardstick, an attribute, a comparison; and of what a customer said."""

from __future__ import annotations

import random
import re
from fractions import Fraction

from tests.checks.mutants.figures import find_figures
from tests.checks.mutants.oracle import FAR, Draft, Found, figures_of, measured, places, renumbered, with_words


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
            found += [(at, part, own) for at in places(text, words)] if words else []
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
    facts, lang = measured(draft), draft.brief.lang
    labels = {fact.id: fact.text for fact in draft.plan.facts}
    chosen = []
    for figure in figures_of(draft, text):
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
    return with_words(text, figure, now), text[figure.start : figure.end], now


_SIZES = {
    "minute": ("time", 60), "second": ("time", 1), "hour": ("time", 3600), "gram": ("mass", 1), "kilogram": ("mass", 1000),
    "meter": ("length", 1000), "centimeter": ("length", 10), "millimeter": ("length", 1), "liter": ("volume", 1000),
    "decibel_a": ("sound", 1), "kilometer / hour": ("speed", 10), "meter / second": ("speed", 36), "watt": ("power", 1),
}  # fmt: skip


def yardstick(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A fact's figure becomes the figure of the yardstick that it is compared with."""
    facts, found = measured(draft), []
    for figure in figures_of(draft, text):
        if figure.size not in facts or not figure.unit:
            continue
        for one in draft.plan.comparisons:
            for own in one.references:
                dimension, factor = _SIZES.get(own.unit, ("", 1))
                value = Fraction(own.value) * factor / figure.factor
                whole = value.denominator == 1 and value > 0
                if dimension == figure.dimension and whole and abs(value - figure.value) > FAR * figure.value:
                    found.append((figure, f"{value.numerator}{text[figure.digits_end : figure.end]}"))
    if not found:
        return None
    figure, now = rng.choice(found)
    return None if figure.myriad else renumbered(draft, text, figure, now)


def quote(draft: Draft, text: str, rng: random.Random) -> Found | None:
    """A customer's sentence loses, gains or changes a word."""
    found = [
        (at, e.quote)
        for e in (draft.persona.evidence if draft.persona else ())
        for at in places(text, e.quote)
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
    stands = [(at, form, c) for c in draft.plan.comparisons for form in (c.forms.noun,) for at in places(text, form)]
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
    if exact is None or abs(theirs.value - exact) < FAR * exact:
        return None
    return text[:low] + now + text[low + len(one) :], one, now
