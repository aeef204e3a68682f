"""What looks like a quantity and is none: part numbers, versions, dates, clocks, standards, ratios, phone numbers.

Every check looks at a bounded stretch of text around one number and answers where reading may go on.
"""

from __future__ import annotations

import re

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num
from assistant.quantities.page import Page
from assistant.schema import Lang

_TOKEN_REST = lazy(
    r"[A-Za-z0-9_]*(?:(?!/[0-9]{1,4}(?:\.[0-9]{1,2})? ?(?:mm|cm|°|公分|厘米|毫米))[-./+#:][A-Za-z0-9_]+){0,20}"
)
_CLOCK = lazy(r"(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9])? ?(?:[aApP]\.?[mM]\.?)(?![A-Za-z])")
# Set expressions: screen resolutions, mobile generations, 3D, 24/7, dates, telephone numbers, 2-in-1, 360°, the 1990s,
# radio standards, the year of a model.
_SET = (
    r"(?:144|240|360|480|540|576|720|900|1080|1440|2160|4320)[pPi](?![A-Za-z])",
    r"(?:2|2\.5|3|4|5|5\.5|6|8|12|16)[Kk](?![A-Za-z])",
    r"[2-6](?:\.[05])?G(?![A-Za-z0-9])",
    r"[1-9]D(?![A-Za-z0-9])",
    r"(?:24 ?[/x×*] ?7|7 ?[/x×*] ?24|24 ?[x×*] ?365)(?![0-9]| ?(?:in|inch|inches|cm|mm|m|ft|yd|公分|厘米|毫米|英寸|吋)(?![A-Za-z])| ?\")(?: ?(?:小时|小時|hours|hrs|h)(?![A-Za-z]))?",
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}",
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}",
    r"[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2}",
    r"[0-9]+(?:-[0-9]+){2,}",
    r"[0-9]{3}-[0-9]{4}(?![0-9]| ?[A-Za-z%°μ℃])",
    r"[0-9]+[- ]?[iI]n[- ]?(?:1|[oO]ne)(?![0-9A-Za-z])",
    r"(?:360|720)(?: ?°(?! ?[CF])|[- ]degrees?(?![A-Za-z])|度)",
    r"(?:1[89]|20)[0-9]0'?s(?![A-Za-z])",
    r"(?:304|316|317|321)L(?![A-Za-z0-9])",
    r"802\.(?:3|11|15)[a-z]{1,2}(?![a-z])(?:/[a-z]{1,2})*",
)
_ZH_SET = (
    r"(?:19|20)[0-9]{2} ?(?:年(?!的?(?:质保|質保|保修|寿命|壽命|时间|使用))|款|版|新款|春|夏|秋|冬|财年|財年)",
    r"[0-9]{1,2}月(?!份?(?:[内內]|以))(?:[0-9]{1,2}[日号號])?",
    r"[0-9]{1,2}[号號](?!线|線)",
    r"[0-9]{1,2}[点點时時][0-9]{1,2}分(?![钟鐘])",
    r"[0-9]{1,4}[届屆]",
    r"[0-9]{1,3}[级級](?!台)",
    r"24 ?小[时時](?=在线|线上|線上|客服|营业|營業|服务|服務|全天|不打烊|待命|热线|熱線|便利)",
)
_IN_ONE_ZH = lazy(r"[0-9一二三四五六七八九十多] ?合 ?[1一]")
_SET_EN = lazy("|".join(_SET))
_SET_ZH = lazy("|".join((*_ZH_SET, *_SET, _IN_ONE_ZH.pattern)))
# What follows the digits of a set expression or clock: directly, as a letter that no other follows, or after a space.
_SET_STARTS = frozenset("pPiIaAs'°度/x×*-:合小年款版新春夏秋冬财財月号號点點时時届屆级級")
_TIMES = frozenset("x×*")
_HOURS = ("7", "24")
_SET_LETTERS = frozenset("kKGDL")
_SPACED_SET = frozenset("d/x×*iIaApP°年款版新春夏秋冬财財")
# What ties a number to the word or code before it.
_TIES = frozenset("_#№-.:/")
_SIDES = frozenset("LWHDlwhd")
# Letters that say what the figure behind them measures, and what it then has to be: DC24V, W600mm, PU3000mm.
_LABELLED = lazy(r"(?<![A-Za-z0-9])(?:AC|DC|PU|CADR|NRV|[LWHDlwhd])$")
_MEASURED = lazy(
    r"(?:(?<=C)[0-9]{1,3}(?:\.[0-9]{1,2})?(?: ?[-~–] ?[0-9]{1,3})? ?(?:k?V|m?A|W)"
    r"|(?<=R)[0-9]{1,5} ?m(?:³|3|\^3)/h|(?<=V)[0-9]{1,3}(?:\.[0-9]{1,2})?%"
    r"|(?<=[LWHDUlwhd])[0-9]{1,5}(?:\.[0-9]{1,2})? ?(?:mm|cm|m|公分|厘米|毫米|公釐))(?![A-Za-z0-9])"
)
_ANGLE = lazy(r"(?:[Aa]ngle(?: of)?|角度?)[:： ]{0,2}$")
_ROC = lazy(r"(?:民國|民国|西元|公元|昭和|平成) ?$")
# What gives the number behind it a name. English words stand alone; Chinese ones end right before it.
_NAMES = (
    "ISO|IEC|EN|DIN|ASTM|ANSI|IEEE|UL|JIS|AATCC|BS|NF|FCC|CFR|Part|Class|Type|Level|Gen|Grade|Model|Series|Version"
    r"|Ver\.?|No\.?|SKU|UPC|EAN|ISBN|ASIN|Art\.?|Item|Code|Lot|Ref\.?|Rev\.?|Step|Page|Chapter|Figure|Fig\.?|Table"
    "|Section|Room|Channel|Stage|Phase|Windows|iPhone|iPad|iOS|Android|Galaxy|Pixel|Xbox|PlayStation|RTX|GTX|RX|Ryzen"
    "|Core|Core Ultra [3579]|Ryzen (?:AI )?[3579]|Snapdragon|Kirin|Dimensity|Boeing|Airbus|Voyager|Apollo|Bluetooth|USB|HDMI|DisplayPort|PCIe|Wi-?Fi"
    "|Thunderbolt|DDR|LPDDR|UFS|eMMC|NVMe|Zen|Mate|Note|Redmi|Mi|Find|Reno|Nova|Nokia|Tab|Surface|Quest"
)
_ZH_NAMES = (
    "GB/?T|QB/T|YY/T|JJG|型号|型號|料号|料號|编号|編號|货号|貨號|批号|批號|统一编号|統一編號|电话|電話|热线|熱線|第"
    "|骁龙|驍龍|天玑|天璣|麒麟|蓝牙|藍牙|USB|酷睿|锐龙"
)
_NAMED = lazy(rf"(?:(?<![A-Za-z])(?:{_NAMES})|{_ZH_NAMES}) ?[:#]? ?$")
_MONTHS = lazy(
    r"(?<![A-Za-z])(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? $"
)
_LOOSE_PREFIX = lazy(
    r"(?<![A-Za-z])(?:sub|pre|post|under|over|mid|non|semi|half|approx|ca|up-to|and|or|to|the|a)-$", re.IGNORECASE
)
_VITAMIN = lazy(r"(?:维生素|维他命|維生素|維他命|[Vv]itamin |辅酶|輔酶)(?:[BbDdKk][0-9]{1,2}|[ACEace]|Q10)$")
_VITAMIN_HEAD = lazy(r"(?:维生素|维他命|維生素|維他命|[Vv]itamin ?)([A-Za-z])$")
_VITAMINS = {
    "B": ("12", "1", "2", "3", "5", "6", "7", "9"),
    "D": ("3", "2"),
    "K": ("2", "1"),
    "A": ("",),
    "C": ("",),
    "E": ("",),
}
_URL = lazy(r"(?:https?://|www\.)[^\s\u3000-\u9fff]*")
_LABEL_DIMS = lazy(r"[0-9.]+ ?[LWHDlwhd](?: ?[x×*] ?[0-9.]+ ?[LWHDlwhd])+(?![A-Za-z])")


def token_end(text: str, at: int) -> int:
    """Where the code around a position ends."""
    match = _TOKEN_REST.match(text, at)
    return match.end() if match else at


def _may_be_fixed(text: str, start: int, end: int) -> bool:
    """Whether a set expression could start with these digits; a look at what follows them spares most searches."""
    if end - start > 4 and text.startswith("802.", start):
        return True
    following = text[end : end + 1]
    if following == " ":
        following = text[end + 1 : end + 2]
        return following in _SPACED_SET and (following not in _TIMES or text[start:end] in _HOURS)
    if following in _TIMES:
        return text[start:end] in _HOURS
    if following in _SET_LETTERS:
        after = text[end + 1 : end + 2]
        return after >= "\x80" or not after.isalpha()
    return following in _SET_STARTS


def _fixed(text: str, at: int, lang: Lang) -> int:
    """The end of a set expression that starts with the number itself, or 0."""
    match = (_SET_EN if lang == "en" else _SET_ZH).match(text, at)
    if match:
        return 0 if match[0][:3] in ("360", "720") and _ANGLE.search(text, max(0, at - 12), at) else match.end()
    clock = _CLOCK.match(text, at)
    return clock.end() if clock and not _picometers(clock[0]) else 0


def _picometers(clock: str) -> bool:
    """Whether it is a length: "2.1 pm" is a length: a clock time has two digits of minutes, or none."""
    figure = clock.lower().rstrip("apm. ")
    return "." in figure and len(figure.rpartition(".")[2]) != 2


def attached_code(page: Page, start: int) -> bool:
    """Whether letters, a hyphen or a point tie the number at `start` to what stands before it."""
    text = page.text
    if start == 0 or start == page.free or start == page.done:
        return False
    left = text[start - 1]
    if left.isascii() and left.isalpha():
        if _LABELLED.search(text, max(0, start - 5), start) and _MEASURED.match(text, start):
            return False
        return not _detached_letter(page, start)
    before = text[start - 2 : start - 1]
    if left == "_" or left == "#" or (left == "№"):
        return True
    if left in "-.:" and before.isascii() and before.isalnum() and start - 1 != page.done:
        return not (left == "-" and _LOOSE_PREFIX.search(text, max(0, start - 12), start)) and not (
            left == ":" and not before.isdigit()
        )
    return left == "/" and before in ("f", "F", "ƒ") and start - 1 != page.done


def _detached_letter(page: Page, start: int) -> bool:
    """Letters that may touch a number without making it a code: a currency code, "x" between dimensions, a vitamin."""
    text = page.text
    if page.lang != "en" and _VITAMIN.search(text, max(0, start - 12), start):
        return True
    tail = text[max(0, start - 4) : start]
    if tail[-3:].upper() in (
        "USD",
        "EUR",
        "RMB",
        "GBP",
        "NTD",
        "TWD",
        "CNY",
        "HKD",
        "JPY",
        "AUD",
        "CAD",
        "SGD",
    ) or tail[-2:] in ("Rs", "RM"):
        return not tail[:-3].isalpha() or len(tail) < 4
    return tail[-1] in "xX" and not (len(tail) > 1 and tail[-2].isascii() and tail[-2].isalpha())


def vitamin_split(page: Page, number: Num) -> int:
    """Where the dose starts in 维生素B122.4微克: after the vitamin's own number. -1 if this is no vitamin."""
    text, start = page.text, number.start
    if start < 2 or not text[start - 1].isascii():
        return -1
    head = _VITAMIN_HEAD.search(text, max(0, start - 12), start)
    if head is None:
        return -1
    for name in _VITAMINS.get(head[1].upper(), ()):
        rest = start + len(name)
        if text.startswith(name, start) and text[rest : rest + 1].isdigit() and text[rest] != "0":
            return rest
        if name and text.startswith(name, start) and not text[rest : rest + 1].isdigit():
            return rest
    return start if head[1].upper() in "ACE" else -1


def left_alone(page: Page, number: Num) -> int:
    """Where to go on if this number is no quantity, else 0."""
    text, start, end = page.text, number.start, number.end
    if number.form in ("version", "serial"):
        return token_end(text, end)
    if number.kind == "digits":
        if text[start] == "0" and text.startswith(",000", start - 1) and text[start - 2 : start - 1].isdigit():
            return token_end(text, end)
        if number.form != "plain" or _may_be_fixed(text, start, end):
            fixed = _fixed(text, start, page.lang)
            if fixed:
                page.free = fixed
                return fixed
        left = text[start - 1] if start else " "
        if (left in _TIES or (left < "\x80" and left.isalpha())) and attached_code(page, start):
            return token_end(text, text.index("/", start) if number.form == "slash" else end)
        following = text[end : end + 1]
        if following == ":" and text[end + 1 : end + 2].isdigit():
            return token_end(text, end)
        if (text[end + 1 : end + 2] if following == " " else following) in _SIDES:
            labels = _LABEL_DIMS.match(text, start)
            if labels:
                return labels.end()
    elif number.kind == "zh":
        match = _IN_ONE_ZH.match(text, start)
        if match:
            return match.end()
    if page.lang != "en" and text[end : end + 1] == "年" and _ROC.search(text, max(0, start - 4), start):
        return end + 1
    return 0


def is_name(page: Page, number: Num) -> bool:
    """Whether the word before makes the number part of a name: "Class 2", "Windows 11", "ISO 9001", 第3."""
    start = number.start
    before = page.text[max(0, start - 14) : start]
    return bool(_NAMED.search(before)) or bool(_MONTHS.search(before))


def url_spans(text: str) -> list[tuple[int, int]]:
    """Where web addresses stand, in order; empty for nearly every text, at the price of one search."""
    return [match.span() for match in _URL.finditer(text)] if "://" in text or "www." in text else []
