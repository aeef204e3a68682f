"""Where a text holds personal data: addresses, numbers and handles by their form, people by the frame they stand in.

What a product's text is full of, figures, model numbers, colours and publications, must stay: a form needs its check
digits, its grouping or the word that names it, a name needs the words around it. Too little rather than too much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.chain.people import find_people
from assistant.schema.nouns import Lang


@dataclass(frozen=True, slots=True)
class Personal:
    """A piece of personal data and what it is: email, card, id, order, phone, address, handle or person."""

    start: int
    end: int
    kind: str


_ALONE = r"(?<![A-Za-z0-9_.+])(?<![A-Za-z0-9][-/])(?<!\d,)"
_ENDS = r"(?![A-Za-z0-9_%])(?![.,-]\d)"

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,3}"
    r"\.(?!(?:jpe?g|png|gif|webp|svg|css|js)(?![A-Za-z]))[A-Za-z]{2,20}"
)
_CARD = re.compile(
    rf"{_ALONE}(?:\d{{14,19}}|\d{{4}}([ -])\d{{4}}\1\d{{4}}\1\d{{2,7}}|\d{{4}}([ -])\d{{6}}\2\d{{4,5}}){_ENDS}"
)
# Who issues cards of which length: other numbers of that length (IMEI, freight) pass the same check digit.
_ISSUED = re.compile(
    r"(?:4\d{15}|4\d{18}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35[2-8]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|62\d{14,17})$"
)
_ID_CN = re.compile(
    rf"{_ALONE}[1-8]\d{{5}}(?:19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{{3}}[\dXx]{_ENDS}"
)
_ID_TW = re.compile(rf"{_ALONE}[A-Z][1289]\d{{8}}{_ENDS}")

_NUMBERED = (
    r"(?i:order|customer|client|account|ticket|case|invoice|tracking|booking|reservation|membership|member|loyalty|policy"
    r"|claim|parcel|shipment)"
)
_VALUE = r"(?P<it>(?=[A-Z0-9-]{0,20}\d{3})[A-Z]{0,5}-?\d[A-Z0-9-]{2,23})(?![A-Za-z0-9])"
_ORDERS = (
    re.compile(rf"{_ALONE}(?P<it>\d{{3}}-\d{{7}}-\d{{7}}){_ENDS}"),
    re.compile(
        rf"(?<![A-Za-z]){_NUMBERED}\s?(?i:(?:no|nr|num|ref)\.|no\b|number|nr\b|id\b|ref\b|reference|#)[\s:#.]{{0,3}}{_VALUE}"
    ),
    # A ticket is told by its number alone; a year or an amount is followed by what it counts.
    re.compile(r"(?<![A-Za-z])[Tt]icket (?P<it>(?!(?:19|20)\d\d(?!\d))\d{3,12})(?=\s*(?:$|[,.;)\n]))"),
    re.compile(
        r"(?:订单|訂單|客户|客戶|会员|會員|工单|工單|快递|快遞|运单|運單|物流|发票|發票|账|帳|顾客|顧客|案件|保单|保單|预约|預約)"
        rf"(?:编号|編號|单号|單號|号码|號碼|卡号|卡號|号|號|ID|#)\s?[:为為是#]?\s?{_VALUE}"
    ),
    re.compile(r"(?:订单|訂單|工单|工單|运单|運單)\s?[:#]\s?(?P<it>[A-Z]{0,4}\d{8,22})(?![A-Za-z0-9])"),
)

_PHONE = re.compile(
    rf"{_ALONE}(?:"
    r"\+(?:1|7|20|27|3\d{1,2}|4\d|42\d|5\d|6\d|8[1246]|85[2-6]|886|9\d)[ .-]?(?:\(0?\d{0,4}\)[ .-]?)?"
    r"[1-9]\d{0,10}(?:[ .-]\d{2,6}){0,4}"
    r"|(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}(?P<us>[.-]))[2-9]\d{2}(?(us)(?P=us)|[ .-])\d{4}"
    r"|07\d{3}[ -]?\d{3}[ -]?\d{3}|02\d[ -]\d{4}[ -]\d{4}|0[138]\d{2,3}[ -]\d{3}[ -]?\d{3,4}"
    r"|0[1-9](?P<fr>[ .])\d\d(?:(?P=fr)\d\d){3}|0\d{2,4}[ /]\d{6,8}|06-\d{8}"
    r"|1[3-9]\d(?P<cn>[ -]?)\d{4}(?P=cn)\d{4}|0\d{2,3}-\d{7,8}"
    r"|09\d{2}[ -]?\d{3}[ -]?\d{3}|(?:\(0[2-8]\d?\) ?|0[2-8]\d?[ -])\d{3,4}[ -]\d{4}"
    rf"){_ENDS}"
)
_PHONE_NAMED = re.compile(
    r"(?:(?<![A-Za-z])(?i:tel|phone|call|mobile|cell|whatsapp|text|ring|fax)(?i:\.| number| no\.| me| us)?(?: is| on| at)?"
    r"|电话|電話|手机|手機|致电|致電|号码|號碼)\s?:?\s?(?P<it>\(?\d{2,4}\)?(?:[ -]?\d{3,4}){1,3})" + _ENDS
)
# A number so named is a thing's, whatever its form.
_OF_A_THING = re.compile(
    r"(?:(?<![A-Za-z])(?i:part|model|item|sku|art|article|serial|p/n|cat|catalogue|type|ean|upc|gtin|batch|lot|patent|report)"
    r"|型号|型號|货号|貨號|料号|料號|条码|條碼|批号|批號|专利|專利|编号|編號)[A-Za-z .:#]{0,12}$"
)
_DECIMAL = re.compile(r"^[^.]*\.\d{1,2}$")
_UNIT = re.compile(
    r"\s?(?:(?:mm|cm|km|m|kg|g|ml|l|px|mAh|Wh|W|V|A|Hz|rpm|steps|cycles|hours|pieces)(?![A-Za-z])|[%个個次元万萬亿億件名家台支年公米]|[转轉](?!\d))"
)

_STREET = r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Terrace|Crescent|Gardens)"
_ADDRESSES = (
    re.compile(
        rf"{_ALONE}\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?,? (?:[NSEW]\.? )?(?:[A-Z][a-z'’]{{1,20}}\.? ){{1,3}}{_STREET}(?![A-Za-z])"
        r"(?! (?:test|trip|race|bike|tyre|tire|shoe|map|legal|noise|Test|Bike|Race))"
    ),
    re.compile(
        rf"{_ALONE}\d{{1,4}}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|quai|impasse|chemin)"
        r"(?: de la| de| du| des| la| le| les)? (?:[dl]['’])?[A-ZÀ-Ý][\w'’-]{1,20}(?: [A-ZÀ-Ý][\w'’-]{1,20}){0,2}"
    ),
    re.compile(
        r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]{2,25}(?:stra(?:ß|ss)e|str\.|gasse|allee|gracht|straat) \d{1,4}[a-z]?" + _ENDS
    ),
    re.compile(
        r"(?<!\w)(?:Calle|Avenida|Rua|Viale) (?:de )?[A-ZÀ-Ý]\w{1,20}(?: [A-ZÀ-Ý]\w{1,20}){0,2},? \d{1,4}" + _ENDS
    ),
    re.compile(
        r"[^\W\d_A-Za-z市区區县縣镇鎮乡鄉省在到于於至寄往送住是址]{1,5}(?:路|街|(?<![通频頻跑赛賽车車轨軌管渠隧])道|胡同|巷|弄)"
        r"(?:[一二三四五六七八九十\d]{1,2}段)?(?:\d{1,4}[巷弄]){0,2}\d{1,5}(?:[-之]\d{1,3})?[号號](?![线線电電])"
    ),
)

_HANDLE = re.compile(
    r"(?<![A-Za-z0-9_.@])@(?:[A-Za-z_][A-Za-z0-9_.]{0,28}[A-Za-z0-9_]"
    r"|[\u4e00-\u9fff][\w·-]{1,15}?(?=[\s:,。!?;)」』”]|$|说|說))"
)
_HANDLE_NAMED = re.compile(
    r"(?:微信号|微信號|微信|WeChat(?: ID)?|LINE ID|QQ号|QQ)\s?:\s?(?P<it>[A-Za-z0-9_-]{5,20})(?![A-Za-z0-9])"
)
_STATE = re.compile(
    r"@(?:max|min|full|low|high|idle|home|work|night|rated|peak|load|least|typ)[a-z]{0,3}$", re.IGNORECASE
)
_MEASURED = re.compile(r"\d\s?[A-Za-z/%°]{0,6}\s?$")


def find_personal(text: str, lang: Lang) -> Iterator[Personal]:
    """What in a folded text is personal, surest form first; pieces may overlap, the first found is meant.

    >>> [(one.kind, one.start, one.end) for one in find_personal("Reach me at 212-555-0147", "en")]
    [('phone', 12, 24)]
    """
    for kind, pattern, holds in _FORMS:
        for found in pattern.finditer(text):
            start, end = found.span("it" if "it" in pattern.groupindex else 0)
            if holds(text, start, end):
                yield Personal(start, end, kind)
    for start, end in find_people(text, lang):
        yield Personal(start, end, "person")


def _always(text: str, start: int, end: int) -> bool:
    return start < end <= len(text)


def _is_card(text: str, start: int, end: int) -> bool:
    digits = [int(c) for c in text[start:end] if c.isdigit()]
    if not _ISSUED.match("".join(map(str, digits))):
        return False
    doubled = [d if place % 2 == 0 else d * 2 - 9 * (d > 4) for place, d in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def _is_chinese_id(text: str, start: int, end: int) -> bool:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(weight * int(digit) for weight, digit in zip(weights, text[start : end - 1], strict=True))
    return "10X98765432"[total % 11] == text[end - 1].upper()


def _is_taiwanese_id(text: str, start: int, end: int) -> bool:
    letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".index(text[start]) + 10
    digits = (letter // 10, letter % 10, *map(int, text[start + 1 : end]))
    return (
        sum(weight * digit for weight, digit in zip((1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1), digits, strict=True)) % 10 == 0
    )


def _is_phone(text: str, start: int, end: int) -> bool:
    digits = "".join(c for c in text[start:end] if c.isdigit())
    groups = re.findall(r"\d+", text[start:end])
    # 02 04 06 08 10 are sizes.
    rising = len(groups) == 5 and all(a < b for a, b in pairwise(groups))
    return (
        (9 if "+" in text[start:end] else 7) <= len(digits) <= 15
        and not digits.endswith("00000")
        and not rising
        and not _DECIMAL.search(text[start:end])
        and not _UNIT.match(text, end)
        and not _OF_A_THING.search(text[max(0, start - 28) : start])
    )


def _is_handle(text: str, start: int, end: int) -> bool:
    return not _STATE.match(text[start:end]) and not _MEASURED.search(text[max(0, start - 10) : start])


_Holds = Callable[[str, int, int], bool]
_FORMS: tuple[tuple[str, re.Pattern[str], _Holds], ...] = (
    ("email", _EMAIL, _always),
    ("card", _CARD, _is_card),
    ("id", _ID_CN, _is_chinese_id),
    ("id", _ID_TW, _is_taiwanese_id),
    *(("order", pattern, _always) for pattern in _ORDERS),
    ("phone", _PHONE, _is_phone),
    ("phone", _PHONE_NAMED, _is_phone),
    *(("address", pattern, _always) for pattern in _ADDRESSES),
    ("handle", _HANDLE, _is_handle),
    ("handle", _HANDLE_NAMED, _always),
)
