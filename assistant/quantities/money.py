"""Currency signs and codes before a number, and the amounts that follow them: $2.5M, NT$0.8/GB, 人民币 8千元."""

from __future__ import annotations

from assistant.quantities.lazy import lazy
from assistant.quantities.num import Num, times
from assistant.quantities.page import Page
from assistant.quantities.tables import signs

_MARKS = "$€£¥₩₽₹฿₫₪₺₦₾₭₴₡₮₱₿"
_LAST = frozenset(_MARKS + "DRPBYFMTNsdrpbyfn.币幣金元圓்ூ")
# What may stand right before an amount: the end of a currency's name or sign, a space or a minus.
MONEY_ENDS = _LAST | frozenset(" -")
_COUNTRY = (
    r"US|U\.S\.|us|usd|USD|NT|NTD|nt|TW|TWD|HK|HKD|hk|CA?|CAD|cad|c|CDN|AU?|AUD|aud|NZD?|nz|SG?|SGD|Mex|mex|MXN?|mxn|R"
    r"|MOP|CN|RMB|JPY?"
)
_CODE = (
    "USD|usd|EUR|eur|GBP|gbp|RMB|rmb|CNY|NTD|TWD|HKD|JPY|AUD|CAD|CHF|SGD|THB|MYR|SEK|NOK|DKK|PLN|MXN|KRW|INR|BTC"
    r"|Rs\.?|rs\.|RM|Fr\.|sen"
)
_ZH_NAME = "人民币|人民幣|新台幣|新臺幣|新台币|台幣|港币|港幣|美金|美元|欧元|歐元|日币|日幣|日圓|ரூ"
_BEFORE = lazy(
    rf"((?:(?<![A-Za-z])(?:{_COUNTRY}) ?)?[{_MARKS}]|(?<![A-Za-z])(?:{_CODE})|{_ZH_NAME})(?: {{0,3}})(-? ?)$"
)
_AMOUNT = lazy(r" ?(k|K|M|MM|m|B|b|T|bn|mn|tn|mil|mio|Mio)(?![A-Za-z])|(K|M|B|T)(?=[A-Z]{2})")
_AMOUNTS = {
    "k": 3, "K": 3, "m": 6, "M": 6, "MM": 6, "mn": 6, "mil": 6, "mio": 6, "Mio": 6, "b": 9, "B": 9, "bn": 9, "T": 12, "tn": 12,
}  # fmt: skip


def currency_before(page: Page, number: Num) -> tuple[str, int, bool, str] | None:
    """The currency named before the number: unit, where it starts, whether a minus stands between, and a doubt."""
    text, start = page.text, number.start
    at = start - 1
    while at >= 0 and start - at < 4 and text[at] in " -":
        at -= 1
    if at < page.done or text[at] not in _LAST:
        return None
    match = _BEFORE.search(text, max(page.done, start - 14), start)
    if match is None:
        return None
    surface = match[1].strip()
    unit = signs().get(surface) or signs().get(surface.replace(" ", "")) or signs().get(surface[-1])
    if unit is None:
        return None
    doubt = ""
    if surface == "$" and page.market in ("tw", "hk"):
        unit = "TWD" if page.market == "tw" else "HKD"
    elif surface == "$" and page.lang == "zh-Hant" and page.market is None:
        # As with 元: Traditional Chinese that names no market is read in Taiwan.
        unit, doubt = "TWD", "'$' is read as TWD; name the market if it is another dollar"
    elif surface == "¥" and page.lang == "en" and page.market != "cn":
        unit, doubt = "JPY", "'¥' may mean yen or yuan; it is read as yen"
    return unit, match.start(1), "-" in match[2], doubt


def amount_after(page: Page, number: Num) -> None:
    """The letter that scales an amount of money: $2.174T, €10M, $5k."""
    match = _AMOUNT.match(page.text, number.end)
    if match and number.form in ("plain", "power"):
        number.low = times(number.low, 10 ** _AMOUNTS[match[1] or match[2]])
        number.end, number.form = match.end(), "scaled"
