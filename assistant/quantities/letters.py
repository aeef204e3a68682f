"""Single letters behind a number that are a unit only by what stands around them: 100w, 24v, 5a, 8M, 3T, 2S."""

from __future__ import annotations

from assistant.quantities import alone
from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num
from assistant.quantities.page import Page
from assistant.quantities.unit_word import Measure

_CAPITALS = (
    ("M", "meter", lazy("[长長深高程距线線缆纜幅][度程距]?[:：| ]{0,3}$")),
    (
        "T",
        "metric_ton",
        lazy("(?:[车車叉吊]|起重|载重|載重|千斤顶|千斤頂|承重|液压|油壓|拖板|吨位|噸位)[车車机機]?[:： ]{0,2}$"),
    ),
    ("S", "second", lazy("(?:时间|時間|耗时|耗時|响应|響應|加速)[:：\t| ]{0,3}[<≤约約]? ?$")),
)
_SMALL_LETTER = lazy(r"(?:(w)|(v)|(a))(?![A-Za-z0-9+])")
_AMPERES = lazy(r"[0-9] ?[Vv]|[Ff]use|[Bb]reaker|[Cc]harg|[Cc]urrent|电流|電流|保险|保險|插座")
_AMPERES_AFTER = lazy(
    r" ?(?:fuse|plug|socket|breaker|circuit|outlet|charger|current|保险|保險|插座|插头|插頭|电流|電流)"
)
# "alcatel 1v" is a name.
_FEWEST_VOLTS = 3
# 100w粉丝 counts ten thousands.
_LIKED = lazy("(?:收藏|点赞|點讚|粉丝|粉絲|播放|销量|銷量|人气|人氣|阅读|閱讀|关注|關注)[:： ]?$")
_MANY = lazy(r" ?(?:\+|人|粉|用户|用戶|播|阅|元|销|銷|次|块|塊|家|票)")
_GLUED_VOLT = lazy(r"V(?=[0-9]{1,3}(?:\.[0-9]{1,2})?(?:m?A[hH]?|W|Hz)(?![A-Za-z0-9]))")


def glued_letter(page: Page, number: Num, at: int) -> Measure | None:
    """A small letter right behind the digits, 100w, 24v and "5a fuse", or the volts of 5V1A; else None."""
    text = page.text
    if number.kind != "digits" or number.form != "plain":
        return None
    if text[at] == "V":
        return Measure("volt", at + 1, surface="V") if _GLUED_VOLT.match(text, at) else None
    match = _SMALL_LETTER.match(text, at)
    if match is None or alone.is_name(page, number):
        return None
    end = match.end()
    if match[3]:
        before = text[max(0, number.start - 16) : number.start]
        near = _AMPERES.search(before) or _AMPERES_AFTER.match(text, end)
        return Measure("ampere", end, surface="a") if near else None
    if (
        match[1]
        and page.lang != "en"
        and (_MANY.match(text, end) or _LIKED.search(text, max(0, number.start - 5), number.start))
    ):
        return None
    if match[2] and number.low < _FEWEST_VOLTS and number.low == int(number.low):
        return None
    return Measure("watt" if match[1] else "volt", end, surface=match[0])


def capital_letter(page: Page, number: Num, at: int) -> Measure | None:
    """线长8M, 液压车3T and 响应时间2S: capitals that sellers write for m, t and s, where the words before say so."""
    for letter, unit, words in _CAPITALS:
        if page.text[at] == letter and words.search(page.text, max(0, number.start - 10), number.start):
            return Measure(unit, at + 1, doubt=f"'{letter}' is read as {unit}", surface=letter)
    return None
