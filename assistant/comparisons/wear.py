"""How long a number of times lasts: 200,000 folds are about five and a half years at 100 a day."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from assistant.comparisons.aspects import fits, what_is_counted
from assistant.comparisons.candidates import magnitude
from assistant.comparisons.combined_wording import time_text
from assistant.comparisons.numbers import count_text
from assistant.comparisons.rounding import CompareHedge, Shown, within
from assistant.comparisons.score import Audience, references_part, total, whole_part, wording_part
from assistant.comparisons.shelf import View
from assistant.comparisons.wording import sentence, stated
from assistant.schema import Comparison, Forms, Lang, Quantity

# How often a day a thing is used: a dishwasher once, a door a few times, a phone a hundred times, a key thousands.
RATES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)
SHORTEST_YEARS, LONGEST_YEARS = Fraction(1), Fraction(15)
# What people plan for.
PLANNED_YEARS = 5
DAYS = 365
_HEDGE: dict[Lang, str] = {"en": "about ", "zh-Hans": "约", "zh-Hant": "約"}


def _years(times: Fraction, a_day: int) -> Shown | None:
    exact = times / (a_day * DAYS)
    if not SHORTEST_YEARS <= exact <= LONGEST_YEARS:
        return None
    for value in (Fraction(round(exact)), Fraction(round(exact * 2), 2)):
        if value >= 1 and within(value, exact):
            hedge: CompareHedge = "exactly" if value == exact else "about"
            return Shown(value, hedge, float(abs(value - exact) / exact))
    return None


def find_wear(quantity: Quantity, _: View, audience: Audience) -> Iterator[Comparison]:
    """The years that a thing lasts at a plain number of uses a day; empty unless the attribute says that it wears out."""
    lasting = fits(quantity.dimension, quantity.unit, what_is_counted(quantity))
    if quantity.dimension != "count" or "durability" not in lasting or quantity.high is not None:
        return
    times = Fraction(magnitude(quantity))
    told = [(a_day, shown) for a_day in RATES if (shown := _years(times, a_day))]
    if told:
        yield _wear(
            quantity, times, *min(told, key=lambda entry: (abs(entry[1].value - PLANNED_YEARS), entry[0])), audience
        )


def _wear(quantity: Quantity, times: Fraction, a_day: int, shown: Shown, audience: Audience) -> Comparison:
    lang = audience.lang
    hedge = _HEDGE[lang] if shown.hedge == "about" else ""
    years, rate = time_text(shown.value, "year", lang), count_text(Fraction(a_day), lang)
    subject = stated(quantity, lang)
    if lang == "en":
        noun = f"{hedge}{years} at {rate} a day"
        forms = Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    else:
        by, last = ("按每天", "约够用") if lang == "zh-Hans" else ("以每天", "約夠用")
        noun = f"{by}{rate}次算，{last if hedge else last[1:]}{years}"
        forms = Forms(noun, noun, f"{subject}，{noun}。")
    parts = {
        "number": whole_part(shown),
        "references": references_part(2),
        "wording": round(wording_part(noun, lang), 4),
    }
    exact = times / a_day * 86_400
    return Comparison(
        id="",
        quantity=quantity,
        kind="duration",
        references=(),
        ratio_exact=None,
        ratio_shown=None,
        hedge=shown.hedge,
        error=shown.error,
        text=noun,
        forms=forms,
        working=f"{times} ÷ {a_day} ÷ {DAYS} = {float(times / a_day / DAYS):.4g}",
        score=total(parts),
        score_parts=parts,
        assumptions=({"en": f"{rate} a day", "zh-Hans": f"每天{rate}次", "zh-Hant": f"每天{rate}次"}[lang],),
        numbers=(shown.value, Fraction(a_day)),
        exact=exact,
    )
