"""What the readers of one text share: the folded text, the original, and the tables of its language."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.quantities import tables
from assistant.quantities.normal import fold
from assistant.schema import Lang, Market


@dataclass(slots=True)
class Page:
    """One text while it is read. `text` is folded and as long as `original`; `done` is where the last quantity ended, `free` where a number may
    stand although letters touch it, `listed` how far a list of bare numbers was followed in vain, `rates` whether the
    text says anywhere that the number behind is a rate (每小时, 时速, 百公里).
    """

    original: str
    lang: Lang
    market: Market | None
    text: str
    latin: tables.Latin
    chinese: dict[str, tuple[tuple[str, tables.Target], ...]]
    done: int = 0
    free: int = -1
    listed: int = 0
    rates: bool = False
    local: dict[str, str] = field(default_factory=dict)


# What a unit's name means in one market only.
_LOCAL: dict[str, dict[str, str]] = {
    "uk": {
        "gallon": "imperial_gallon", "pint": "imperial_pint", "quart": "imperial_quart",
        "fluid_ounce": "imperial_fluid_ounce", "ton": "long_ton",
    },
    "hk": {"jin": "hk_jin", "tw_jin": "hk_jin", "liang": "hk_liang", "tw_liang": "hk_liang", "CNY": "HKD", "TWD": "HKD"},
    "cn": {"TWD": "CNY", "tw_jin": "jin", "tw_liang": "liang"},
    "tw": {"CNY": "TWD", "jin": "tw_jin", "liang": "tw_liang"},
}  # fmt: skip


_NOTHING: dict[str, str] = {}


def open_page(text: str, lang: Lang, market: Market | None) -> Page:
    """A page ready to be read."""
    chinese = tables.chinese(lang) if lang != "en" or not text.isascii() else {}
    rates = lang != "en" and ("每" in text or "速" in text or "百公里" in text or "油耗" in text)
    local = _LOCAL.get(market, _NOTHING) if market else _NOTHING
    return Page(text, lang, market, fold(text), tables.latin(), chinese, 0, -1, 0, rates, local)
