"""Whether a draft does what its sample expects: comparisons, silence, facts told and left out, bullets.

Each question answers pass or fail with a sentence; None where it does not arise.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from assistant.checks.hedges import Said, is_true
from assistant.playbook import load_playbook
from assistant.quantities import find_quantities
from assistant.schema import Comparison, Fact
from evals.outcome import Outcome

Answer = tuple[bool | None, str]

# Words by which a comparison owns up to standing on the upper end of a range.
_UPPER_END = ("up to", "at most", "at best", "upper end", "最多", "最高", "最长", "最長", "至多", "上限")


def quoted(wordings: Iterable[str]) -> str:
    """Wordings in quotation marks, with commas."""
    return ", ".join(f"“{wording}”" for wording in wordings)


def ask_comparison(outcome: Outcome) -> Answer:
    """A comparison stands where one is expected, none where none is."""
    expected = outcome.sample.expect.comparison_present
    shown = [comparison.text for comparison in outcome.compared] or [rung.name for rung in outcome.climbed]
    said = f"The draft shows {quoted(shown)}" if shown else "The draft shows no comparison"
    if expected is None:
        return None, f"{said}; either is fine."
    if bool(shown) == expected:
        return True, f"{said}, as expected."
    return False, f"{said}; expected {'at least one' if expected else 'none'}."


def ask_silence(outcome: Outcome) -> Answer:
    """What is better left uncompared is, and what has no multiples is given none."""
    expect = outcome.sample.expect
    if not expect.silent and not expect.no_ratio:
        return None, "Nothing here needs silence."
    fact_of = {quantity: fact for fact in outcome.draft.plan.facts for quantity in fact.quantities}
    for comparison in outcome.compared:
        fact = fact_of.get(comparison.quantity)
        said = fact.text if fact else comparison.quantity.text
        if any(wording in said for wording in expect.silent):
            return False, f"“{said}” is compared: “{comparison.text}”."
        if comparison.ratio_exact is not None and any(wording in said for wording in expect.no_ratio):
            return False, f"“{said}” is on a scale without multiples, and is given one: “{comparison.text}”."
    return True, "Silent where it should be."


def ask_range(outcome: Outcome) -> Answer:
    """A comparison of a range is true of both its ends, or says which end it speaks of."""
    ranges = [c for c in outcome.compared if c.quantity.high is not None and c.ratio_exact is not None]
    if not ranges:
        return None, "No range is compared."
    for comparison in ranges:
        if not _says_the_end(comparison) and not _holds_at_both_ends(comparison):
            return False, f"“{comparison.text}” is not true of all of “{comparison.quantity.text}”."
    return True, "What is said of a range is true of all of it."


def _says_the_end(comparison: Comparison) -> bool:
    return any(word in comparison.forms.clause for word in _UPPER_END)


def _holds_at_both_ends(comparison: Comparison) -> bool:
    """By the product's own reading of hedges; `ratio_exact` belongs to the upper end."""
    quantity, ratio, shown = comparison.quantity, comparison.ratio_exact, comparison.ratio_shown
    if not quantity.high or ratio is None or shown is None:
        return True
    lower = ratio * Fraction(quantity.low) / Fraction(quantity.high)
    said: Said = "" if comparison.hedge in ("exactly", "") else comparison.hedge  # type: ignore[assignment]
    # "Five to seven balls" has a number for each end.
    low = comparison.numbers[0] if len(comparison.numbers) == 2 else shown
    return is_true(said, shown, ratio) and is_true(said, low, lower)


def ask_left_out(outcome: Outcome) -> Answer:
    """Self-praise among the facts is left out, and comes back as a question."""
    expected = outcome.sample.expect.left_out
    if not expected:
        return None, "No fact here has to be left out."
    texts = {fact.id: fact.text for fact in outcome.draft.plan.facts}
    left = [texts[fact_id] for fact_id, _ in outcome.draft.plan.left]
    if kept := [wording for wording in expected if not any(wording in text for text in left)]:
        return False, f"Not left out: {quoted(kept)}."
    if not outcome.draft.questions:
        return False, "Left out, but nobody is asked about it."
    return True, "Left out, and asked about."


def ask_coverage(outcome: Outcome) -> Answer:
    """Enough of the usable facts are told."""
    shapes = load_playbook().channel(outcome.sample.brief.channel).fields.values()
    if not {"paragraph", "body", "post", "bullets"} & {shape.role for shape in shapes}:
        return None, "A headline has no room for every fact."
    if not outcome.used:
        return False, "No fact is usable."
    untold = [fact.text for fact in outcome.used if not _told(fact, outcome)]
    told, expected = len(outcome.used) - len(untold), outcome.sample.expect.facts_share
    missing = f" (not: {quoted(untold)})" if untold else ""
    said = f"{told} of {len(outcome.used)} usable facts are told{missing}; {expected:.0%} expected."
    return told >= expected * len(outcome.used), said


def _told(fact: Fact, outcome: Outcome) -> bool:
    """Whether a fact stands in the draft: verbatim, by one of its figures, or, without any, by half of its words."""
    if fact.text.rstrip(" .。;；") in outcome.text:
        return True
    if fact.quantities:
        stated = find_quantities(outcome.text, outcome.sample.lang, outcome.sample.brief.market)
        given = {(q.low, q.high, q.unit) for q in stated}
        return any(q.text in outcome.text or (q.low, q.high, q.unit) in given for q in fact.quantities)
    words = _words(fact.text)
    return bool(words) and 2 * len(words & _words(outcome.text)) >= len(words)


def _words(text: str) -> set[str]:
    """Words of four letters or more, and pairs of Chinese characters."""
    cleaned = "".join(char if char.isalnum() else " " for char in text.lower())
    latin = {word for word in cleaned.split() if word.isascii() and len(word) > 3}
    han = {word[i : i + 2] for word in cleaned.split() if not word.isascii() for i in range(len(word) - 1)}
    return latin | han


# As many lines as a reader takes in.
BULLETS = 5


def ask_bullets(outcome: Outcome) -> Answer:
    """A bullet for each usable fact, up to as many as a reader takes in."""
    shape = load_playbook().channel(outcome.sample.brief.channel).fields.get("bullets")
    if shape is None:
        return None, "The channel has no bullets."
    if shape.optional:
        return None, "Its bullets are what the texts above them have not told."
    lines = [line for line in outcome.variant.texts.get("bullets", "").split("\n") if line.strip()]
    expected = min(BULLETS, len(outcome.used))
    return len(lines) == expected, f"{len(lines)} bullets from {len(outcome.used)} usable facts; {expected} expected."
