"""Chinese numerals in running text, alone, in fractions (百分之五), and after digits (1.5万, 7万5千)."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from assistant.quantities import numerals_zh
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num, times

_LETTERS = numerals_zh.LETTERS
_ZH_SCALE = lazy(
    rf"[余餘多几幾]?[万萬亿億千仟百兆](?:[余餘多几幾]?[{_LETTERS}]|[0-9]{{1,3}},[0-9]{{3}}(?![0-9,])|[0-9]+(?:\.[0-9]+)?){{0,30}}"
)
_ZH_RUN = lazy(
    rf"[{_LETTERS}半几幾]"
    rf"(?: {{0,3}}[{_LETTERS}余餘多几幾]| ?[点點] ?(?=[{_LETTERS}0-9])|(?<=[万萬亿億千仟百零])[0-9]+){{0,40}}"
)
_ZH_PART = lazy(
    rf" {{0,2}}分 {{0,2}}之 {{0,2}}[负負]?(?:[0-9]+(?:[.,][0-9]+){{0,3}}(?: ?[万亿kK](?![A-Za-z]))?|[{_LETTERS}点點 ]{{1,20}})"
)
_PART_STARTS = frozenset(" 分")
_VAGUE = frozenset("几幾余餘多")
_SCALE_STARTS = frozenset("余餘多几幾万萬亿億千仟百兆")
# A space may stand before these: 25 万元.
_SPACED_SCALES = ("万", "萬", "亿", "億")
_HUNDREDTHS = {
    "百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01"), "萬": Decimal("0.01"), "万万": Decimal("1e-6"),
    "百万": Decimal("1e-4"), "百万万": Decimal("1e-8"), "佰": Decimal(1), "仟": Decimal("0.1"), "亿": Decimal("1e-6"),
}  # fmt: skip


def chinese_at(text: str, at: int) -> Num | None:
    """A Chinese numeral from `at`, fractions included; None if it does not read as a number."""
    match = _ZH_RUN.match(text, at)
    # 隊伍 is a queue: its second half is a five on cheques only.
    if match is None or (text[at] == "伍" and at and text[at - 1] in "队隊退入"):
        return None
    end = match.end()
    part = _ZH_PART.match(text, end) if text[end : end + 1] in _PART_STARTS else None
    if part:
        number = chinese_part(text, at, end, part)
        if number:
            return number
    return chinese_run(text, at, end)


def chinese_part(text: str, at: int, end: int, part: re.Match[str]) -> Num | None:
    """B分之C: a percentage if B is 百, 千, 万 or 万万 standing alone, else a fraction."""
    below = text[at:end].replace(" ", "")
    above = part[0].split("之", 1)[1]
    stop = part.end() - (len(above) - len(above.rstrip(" 点點")))
    above = above.strip(" 点點")
    scale = 1000 if above[-1:] in ("k", "K") else 1
    figure = numerals_zh.read_zh(above.rstrip("kK").replace(",", ""))
    if figure is None:
        return None
    if below in _HUNDREDTHS:
        return Num(at, stop, times(figure, scale * _HUNDREDTHS[below]), kind="zh", form="percent")
    base = numerals_zh.read_zh(below)
    return Num(at, stop, Fraction(figure) / Fraction(base), kind="zh", form="fraction") if base else None


def chinese_run(text: str, at: int, end: int) -> Num | None:
    """The longest beginning of the run at `at` that reads as a number."""
    run = text[at:end]
    stripped = run.rstrip(" 点點")
    for _ in range(4):
        if not stripped:
            return None
        vague = not _VAGUE.isdisjoint(stripped)
        span = numerals_zh.read_span(stripped.rstrip("余餘多几幾"))
        if span is not None:
            stop = at + len(stripped)
            return Num(at, stop, span[0], span[1], kind="zh", form="vague" if vague else "plain")
        stripped = stripped[:-1].rstrip(" 点點")
    return None


def myriads_at(text: str, number: Num) -> None:
    """Extends a number in digits by what Chinese adds to it: 1.5万, 500余万, 7万5千4百, 3万4000."""
    at = number.end
    following = text[at : at + 1]
    if following == " " and text[at + 1 : at + 2] in _SPACED_SCALES:
        at += 1
    elif following not in _SCALE_STARTS:
        return
    match = _ZH_SCALE.match(text, at)
    if match is None or number.form != "plain":
        return
    body = match[0].rstrip("余餘多几幾")
    while body:
        base = format(number.low, "f") if isinstance(number.low, Decimal) else "1"
        value = numerals_zh.read_zh(base + body)
        if value is not None and body[0] != "百":
            number.form = "vague" if any(char in body for char in "余餘多几幾") else "scaled"
            number.low, number.end = value, at + len(body)
            return
        body = body[:-1]
