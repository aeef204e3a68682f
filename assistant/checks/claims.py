"""Every number of a text as one claim: quantities, bare numbers, number words, and digits that nothing could read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from assistant.checks.misread import find_compound_times, find_multipliers, is_misread, mended
from assistant.checks.scenes import find_scenes
from assistant.quantities import find_numbers, find_quantities
from assistant.schema import Lang, Market, Quantity
from assistant.units import dimension

ClaimKind = Literal["quantity", "plain", "percent", "multiple", "fraction", "year", "code", "vague", "unread"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One number in a text: its span, its value (or both ends), and the quantity it belongs to if it has a unit.

    `values` is empty where no value could be read; such a claim is proven by its surface alone.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    quantity: Quantity | None
    kind: ClaimKind

    @property
    def bare(self) -> bool:
        """Whether it has no unit that measures something."""
        return self.quantity is None or self.quantity.unit in ("dimensionless", "count")


# What says a number and may be missed by a reader of numbers: its value, None where it is only "some".
_EXTRA_EN = re.compile(
    r"\b(?:(?P<fold>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|thousand|many|several|multi)-?fold"
    r"|(?P<two>a couple of|double|doubles|doubled|doubling)(?= (?:the|that|what|its|your|as|hours?|days?|weeks?|minutes?|months?|years?|times)\b|$)"
    r"|(?P<four>quadruple[sd]?|quintuple[sd]?|treble[sd]?)"
    r"|(?P<many>several times|many times|countless times|an order of magnitude|orders of magnitude|scores of|umpteen|handfuls? of"
    r"|(?:a|per|one|many|several|half a|\d+) (?:hundred|thousand|million|billion|trillion|dozen)s?))\b",
    re.IGNORECASE,
)
_FOLD = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "twenty": 20, "fifty": 50, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_EXTRA_ZH = re.compile(
    "好?(?:几|幾|数|數|多|若干|无数|無數|百|千|万|萬|十余|十餘|十几|十幾)(?:十|百|千|万|萬)?倍|十[几幾余餘来來多](?=[个個天年月日次种種小分秒倍元件人款公米克升])|翻(?:了)?(?:[一两兩二三四五六七八九十几幾数數]|好几|好幾)+[番倍]"
    "|(?:几|幾|数|數|好几|好幾)(?:天|个月|個月|小时|小時|分钟|分鐘|秒|年|公里|公斤|公分)|[卅廿]|上亿|上億|成[千百]上[万萬千]|一大?半|大半|過半|过半|倍增|加倍|百分之百|[两兩]三成|近百|近千(?!兆)|过百|過百|过千|過千|过万|過萬"
)
_ABLE_ZH = re.compile("续航|續航|[能可够夠]|待机|待機|最长|最長|至少|质保|保固|充|用|[约約近满滿]")
_ALWAYS_OPEN = re.compile(r"24 ?[/x×*] ?7(?:/365)?|7 ?[x×*] ?24")
_ONE_WORDS = frozenset({"one", "One"})


def find_claims(
    text: str, lang: Lang, market: Market | None = None, names: Sequence[tuple[int, int]] = ()
) -> list[Claim]:
    """Every number of a text once, by position; one that carries a unit as a quantity.

    Digits inside `names` are codes and belong to no number around them: in "Model 7：691公斤" nothing is 7:691.
    """
    codes = [Claim(low, high, (), None, "code") for start, end in names for low, high in _digit_runs(text, start, end)]
    text = _masked(text, codes)
    found = _Found(text)
    found.add(_of_quantity(quantity) for quantity in find_compound_times(text, lang))
    figures = [
        q
        for q in find_quantities(text, lang, market)
        if found.free(q.start, q.end) and not is_misread(text, q) and not _is_torn(text, q)
    ]
    found.add(_of_quantity(_per(text, mended(text, quantity))) for quantity in figures if not _is_span(text, quantity))
    found.add(claim for claim in _hour_shares(text, lang) if found.free(claim.start, claim.end))
    for number in find_numbers(text, lang):
        if (
            found.free(number.start, number.end)
            and number.text not in _ONE_WORDS
            and not (_is_adverb(text, number.start) or _is_idiom(text, number.start))
        ):
            values = tuple(Fraction(v) for v in (number.value, number.high) if v is not None)
            found.add([Claim(number.start, number.end, values, None, number.kind)])
    found.add(claim for claim in _extra_words(text, lang) if found.free(claim.start, claim.end))
    for start, end, value in find_multipliers(text, lang):
        if found.free(start, end):
            found.add([Claim(start, end, (Fraction(value),), None, "plain")])
    claims = [*_with_shares(text, found.claims), *_unread(text, found)]
    scenes = find_scenes(text, lang)
    if scenes:
        claims = [c for c in claims if not any(low <= c.start and c.end <= high for low, high in scenes)]
    return sorted([*claims, *dict.fromkeys(codes)], key=lambda claim: claim.start)


def _masked(text: str, codes: Sequence[Claim]) -> str:
    if not codes:
        return text
    chars = list(text)
    for code in codes:
        chars[code.start : code.end] = "X" * (code.end - code.start)
    return "".join(chars)


def _digit_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of digits of any script between two places, as spans."""
    low = start
    for at in range(start, end + 1):
        if at < end and text[at].isdigit():
            continue
        if low < at:
            yield low, at
        low = at + 1


def _of_quantity(quantity: Quantity) -> Claim:
    values = tuple(Fraction(v) for v in (quantity.low, quantity.high) if v is not None)
    return Claim(
        quantity.start, quantity.end, values, quantity, "multiple" if quantity.unit == "dimensionless" else "quantity"
    )


# "每秒飞6000米": the rate stands before its verb.
_RATE = re.compile("每(秒|分钟|分鐘|小时|小時|天|日|年)(?:能|可|可以|约|約|大约|大約)?[\u4e00-\u9fff]{0,3}$")
_RATE_EN = re.compile(r" (?:every|each|a) (second|minute|hour|day)\b", re.IGNORECASE)
_RATE_UNITS = {"秒": "second", "分": "minute", "小": "hour", "天": "day", "日": "day", "年": "year"}
_HOUR_EN = re.compile(r"\b(?:(?:a|one) quarter|(?P<three>three quarters)) of an hour\b", re.IGNORECASE)
_ARTICLE_EN = re.compile(
    r"\b(?:lasts?|runs?|works|goes|plays|charges?|recharges?|charged|ready|full|warranty of) (?:(?:for|in|within|up to|over|about|almost|nearly"
    r"|more than|less than|under|just|only|all of) ){0,2}(?P<one>an? (?P<unit>second|minute|hour|day|week|month|year|decade))\b",
    re.IGNORECASE,
)
_HOUR_ZH = re.compile("(?:一|(?P<three>三))刻[钟鐘]")


def _per(text: str, quantity: Quantity) -> Quantity:
    after = _RATE_EN.match(text, quantity.end)
    rate = _RATE.search(text[max(0, quantity.start - 10) : quantity.start])
    if (rate is None and after is None) or quantity.dimension not in ("length", "volume", "mass", "energy", "data"):
        return quantity
    unit = f"{quantity.unit} / {after[1].lower() if after else _RATE_UNITS[rate[1][0]] if rate else ''}"
    return replace(quantity, unit=unit, dimension=dimension(unit))


def _hour_shares(text: str, lang: Lang) -> Iterator[Claim]:
    """Times that are said without a numeral: a quarter of an hour, lasts a week, 一刻钟."""
    for match in (_HOUR_EN if lang == "en" else _HOUR_ZH).finditer(text):
        minutes = Decimal(45 if match["three"] else 15)
        yield _of_quantity(Quantity(match[0], match.start(), match.end(), minutes, "minute", "time"))
    for match in _ARTICLE_EN.finditer(text) if lang == "en" else ():
        yield _of_quantity(Quantity(match["one"], *match.span("one"), Decimal(1), match["unit"].lower(), "time"))


# "Half a dozen coins" and "2015–16 figures" hold no dozen and no sixteen figures.
_TORN = re.compile(r"(?:\bhalf |\b(?:19|20)[0-9]{2}[–-])$", re.IGNORECASE)


def _is_torn(text: str, quantity: Quantity) -> bool:
    counted = quantity.unit == "dozen_count" or quantity.dimension == "count"
    return counted and _TORN.search(text[max(0, quantity.start - 6) : quantity.start]) is not None


def _with_shares(text: str, claims: list[Claim]) -> list[Claim]:
    """The claims with a share of one unit as one figure: three quarters of a kilo."""
    shares = {claim.end + len(" of "): claim for claim in claims if claim.kind == "fraction" and claim.quantity is None}
    found: list[Claim] = []
    taken: set[int] = set()
    for claim in claims:
        share, quantity = shares.get(claim.start), claim.quantity
        if share is None or quantity is None or quantity.low != 1 or text[share.end : claim.start] != " of ":
            continue
        low = Decimal(share.values[0].numerator) / share.values[0].denominator
        found.append(_of_quantity(replace(quantity, text=text[share.start : claim.end], start=share.start, low=low)))
        taken |= {share.start, claim.start}
    return [claim for claim in claims if claim.start not in taken] + found


def _is_adverb(text: str, start: int) -> bool:
    """The 十分 of 早上十分匆忙 is "very", and 上 belongs to the morning."""
    return text.startswith(("上十分", "上十足"), start) and not text.startswith(("上十分钟", "上十分鐘"), start)


def _is_span(text: str, quantity: Quantity) -> bool:
    """一天 is how long a day is, unless it says what the product can do."""
    return quantity.text in ("一天", "一晚", "一夜") and not _ABLE_ZH.search(
        text[max(0, quantity.start - 8) : quantity.start]
    )


def _is_idiom(text: str, start: int) -> bool:
    return text[max(0, start - 5) : start + 8].lower() == "from zero to "


class _Found:
    """Claims of one text, and which of its characters they hold: a look at these costs the same for any text."""

    def __init__(self, text: str) -> None:
        self.claims: list[Claim] = []
        self._held = bytearray(len(text))

    def add(self, claims: Iterable[Claim]) -> None:
        for claim in list(claims):
            self.claims.append(claim)
            self._held[claim.start : claim.end] = b"\1" * (claim.end - claim.start)

    def free(self, start: int, end: int) -> bool:
        """Whether no claim holds a character of a stretch."""
        return self._held.find(1, start, end) < 0


# 連下幾天雨, 这几天: days of the reader's own.
_SOME_DAYS = re.compile("(?:[连連接][连連下续續着著]?|[这這那前过過隔]|下了)好?$")


def _extra_words(text: str, lang: Lang) -> Iterator[Claim]:
    for match in (_EXTRA_EN if lang == "en" else _EXTRA_ZH).finditer(text):
        values: tuple[Fraction, ...] = ()
        if lang == "en" and match["fold"]:
            found = _FOLD.get(match["fold"].lower())
            values = (Fraction(found),) if found else ()
        elif lang == "en" and match["two"]:
            values = (Fraction(2),)
        elif (
            lang != "en"
            and match[0].endswith("天")
            and _SOME_DAYS.search(text[max(0, match.start() - 3) : match.start()])
        ):
            continue
        yield Claim(match.start(), match.end(), values, None, "multiple" if values else "vague")


def _unread(text: str, held: _Found) -> list[Claim]:
    """Digits of any script that no claim covers: they are traced by their surface, so that none slips through."""
    open_all_day = [match.span() for match in _ALWAYS_OPEN.finditer(text)]
    found: list[Claim] = []
    for at, char in enumerate(text):
        if not char.isnumeric() or not _is_figure(text, at, char):
            continue
        if not held.free(at, at + 1) or any(low <= at < high for low, high in open_all_day):
            continue
        if found and found[-1].end == at:
            found[-1] = Claim(found[-1].start, at + 1, (), None, "unread")
        else:
            found.append(Claim(at, at + 1, (), None, "unread"))
    return found


def _is_figure(text: str, at: int, char: str) -> bool:
    if char.isascii():
        return char.isdigit()
    if "\u2e80" <= char <= "\ufaff" or not char.isnumeric():
        return False
    # The exponent of a unit that stands alone (m², cm³) counts nothing.
    raised = unicodedata.normalize("NFKC", char).isdigit() and not char.isdecimal()
    return not (raised and char in "²³₂₃" and at and text[at - 1].isalpha())


def decimal_of(claim: Claim) -> Decimal | Fraction:
    """The first value with the decimals it was written with, where they are known."""
    return claim.quantity.low if claim.quantity is not None else claim.values[0]
