"""Sums that count: cups out of a hopper, fillings of a jug, days out of a pack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.comparisons.derived import words
from assistant.comparisons.derived.amounts import divide, ends
from assistant.comparisons.derived.figures import Figure, ends_in
from assistant.comparisons.derived.making import division, make
from assistant.comparisons.derived.wording import amount_text, fillings_forms, lasting_forms, uses_forms
from assistant.schema import Comparison, Lang

# More than this is ground for a day, not for a cup.
_MOST_GROUND = 60
_AMOUNTS = {"mass": "gram", "volume": "milliliter"}
# What stands in a text for each use, so that a number means it.
_COUNTED: dict[str, dict[Lang, tuple[str, ...]]] = {
    "cup": {"en": ("cup", "espresso", "shot", "coffee", "mug"), "zh-Hans": ("杯",), "zh-Hant": ("杯",)},
    "wash": {"en": ("wash", "load"), "zh-Hans": ("次", "缸", "桶"), "zh-Hant": ("次", "缸", "桶")},
    "serving": {"en": ("serving", "portion", "scoop", "meal"), "zh-Hans": ("份", "勺", "餐"), "zh-Hant": ("份", "匙", "餐")},
    "dose": {"en": ("dose", "use", "cup", "shot"), "zh-Hans": ("次", "杯"), "zh-Hant": ("次", "杯")},
    "grind": {"en": ("dose", "grind"), "zh-Hans": ("次", "份"), "zh-Hant": ("次", "份")},
    "time": {"en": ("use", "dose", "application", "time"), "zh-Hans": ("次",), "zh-Hant": ("次",)},
}  # fmt: skip
_FILLED: dict[Lang, tuple[str, ...]] = {
    "en": ("filling", "refill", "jug", "pitcher", "bottle", "kettle", "tank"),
    "zh-Hans": ("次", "壶", "瓶", "箱"),
    "zh-Hant": ("次", "壺", "瓶", "箱"),
}
_DAILY: dict[Lang, tuple[str, ...]] = {"en": ("a day", "daily", "per day", "each day", "every day"), "zh-Hans": ("每天", "每日", "一天", "一日"), "zh-Hant": ("每天", "每日", "一天", "一日")}  # fmt: skip


def _use_of(figure: Figure) -> words.Use | None:
    if _is_cup(figure) or not any(ends_in(figure.quantity, unit) for unit in _AMOUNTS.values()):
        return None
    use = next((use for use, said in words.DOSES.items() if said.search(figure.words)), None)
    grams = ends_in(figure.quantity, "gram")
    return None if use == "grind" and (grams is None or grams[1] > _MOST_GROUND) else use


def _is_cup(figure: Figure) -> bool:
    """Whether a volume is written in cups: a 12-cup coffee maker holds cups of no known size."""
    return figure.quantity.unit.startswith("cup")


def _substance_of(figure: Figure) -> str | None:
    return next((name for name, (said, _) in words.SUBSTANCES.items() if said.search(figure.words)), None)


def _stock_of(figure: Figure) -> str | None:
    """What a figure is a stock of, "contents" where it says no more; None for a dose, a weight or a load."""
    if figure.quantity.dimension not in _AMOUNTS or _is_cup(figure) or _use_of(figure) is not None:
        return None
    contents, substance = words.CONTENTS.search(figure.words), _substance_of(figure)
    if words.NO_STOCK.search(figure.words) and not contents:
        return None
    return substance or ("contents" if contents else None)


def find_uses(figures: Sequence[Figure], lang: Lang) -> Iterator[Comparison]:
    """How many doses are in a stock of the same; nothing where two doses, or two stocks of anything, could be meant."""
    doses = [(figure, use) for figure in figures if (use := _use_of(figure)) is not None]
    stocks = [(figure, what) for figure in figures if (what := _stock_of(figure)) is not None]
    for stock, what in stocks:
        unit = _AMOUNTS[stock.quantity.dimension]
        fitting = [
            (dose, use)
            for dose, use in doses
            if ends_in(dose.quantity, unit) is not None and _goes_with(what, _substance_of(dose), use)
        ]
        alike = [other for other, content in stocks if "contents" in (what, content) and other is not stock]
        if len(fitting) == 1 and not alike:
            yield from _uses(stock, *fitting[0], unit, lang)


def _uses(stock: Figure, dose: Figure, use: words.Use, unit: str, lang: Lang) -> Iterator[Comparison]:
    total, taken = ends_in(stock.quantity, unit), ends_in(dose.quantity, unit)
    if total is None or taken is None:
        return
    size = amount_text(dose.quantity.low, dose.quantity.high, dose.quantity.unit, lang)
    yield from make(
        (stock, dose), "count", divide(total, taken, stock.quantity, dose.quantity), "count", "uses",
        lambda subject, amount, bound: uses_forms(subject, use, size, amount, bound, lang),
        (_COUNTED[use][lang],), division(stock, size, lang), lang,
    )  # fmt: skip


def _goes_with(what: str, substance: str | None, use: words.Use) -> bool:
    """Whether a dose may be of a stock: of the same substance, or of none named and by a use that this stock has."""
    if what == "contents":
        return True
    return substance == what or (substance is None and use in words.SUBSTANCES[what][1])


def find_fillings(figures: Sequence[Figure], lang: Lang) -> Iterator[Comparison]:
    """How often a vessel is filled before its filter is changed; nothing where there are two vessels or filters."""
    volumes = [figure for figure in figures if figure.quantity.unit and figure.quantity.dimension == "volume"]
    cleaned = [one for one in volumes if words.FILTERED.search(one.words) and words.IS_FILTER.search(one.words)]
    vessels = [
        (one, name)
        for one in volumes
        if one not in cleaned
        for name in [next((name for name, said in words.VESSELS.items() if said.search(one.words)), None)]
        if name is not None and not words.NO_STOCK.search(one.words)
    ]
    if len(cleaned) != 1 or len(vessels) != 1:
        return
    (life, (vessel, name)) = cleaned[0], vessels[0]
    total, size = ends_in(life.quantity, "liter"), ends_in(vessel.quantity, "liter")
    if total is None or size is None:
        return
    text = amount_text(vessel.quantity.low, vessel.quantity.high, vessel.quantity.unit, lang)
    yield from make(
        (life, vessel), "count", divide(total, size, life.quantity, vessel.quantity), "count", "uses",
        lambda subject, amount, bound: fillings_forms(subject, name, text, amount, bound, lang),
        (_FILLED[lang],), division(life, text, lang), lang,
    )  # fmt: skip


def piece_of(figure: Figure, lang: Lang) -> str | None:
    """The piece that a count counts: "capsule", 粒; None for what is no piece."""
    text = figure.quantity.text.lower()
    if lang == "en":
        return next((one for many, one in words.PIECES.items() if many in text), None)
    return next((char for char in text if char in words.COUNTERS), None)


def find_supplies(figures: Sequence[Figure], lang: Lang) -> Iterator[Comparison]:
    """How many days a pack lasts at so many a day; nothing where two packs or two habits are stated."""
    packs = [one for one in figures if one.quantity.dimension == "count" and piece_of(one, lang)]
    daily = [one for one in figures if one.quantity.unit == "count / day"]
    for pack in packs:
        piece = piece_of(pack, lang)
        taken = [one for one in daily if piece_of(one, lang) == piece]
        if len(taken) != 1 or sum(piece_of(one, lang) == piece for one in packs) > 1:
            continue
        yield from _supply(pack, taken[0], lang)


def _supply(pack: Figure, daily: Figure, lang: Lang) -> Iterator[Comparison]:
    often = daily.quantity
    how = f"at {often.text}" if lang == "en" else often.text
    yield from make(
        (pack, daily), "duration", divide(ends(pack.quantity), ends(often), pack.quantity, often), "day", "uses",
        lambda subject, amount, bound: lasting_forms(subject, how, amount, bound, "day", lang, ("够用", "夠用")),
        (_DAILY[lang],), division(pack, often.text, lang), lang,
    )  # fmt: skip
