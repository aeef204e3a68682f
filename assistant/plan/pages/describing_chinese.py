"""What a sentence of a Chinese page says to a buyer, without applause and without the seller's talk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.plan.pages.clauses_chinese import Clause, find_clauses
from assistant.plan.pages.trimming_chinese import cut, is_empty, tells, trim
from assistant.plan.pages.words_chinese import BEFORE_NOUN, CHAT, LEAD
from assistant.praise import find_praise
from assistant.schema import Lang, Market
from assistant.schema.characters import simplified

# Characters of a fact; a longer sentence ends at a clause before it.
FACT = 90
# No sentence is as long as this.
_SAID = 900
_ITEM = 4
# A value up to here is a name of a style, a colour or a stuff.
_SHORT = 12
_HAN = r"[\u3400-\u9fff]"
_QUALITY = re.compile(r"^(?:[柔透轻防抗耐可能易免无不吸保静爽亲厚]|加[厚大]|双面|手工|纯[棉手]|全棉)")
# Words that stand differently in texts of Taiwan and Hong Kong than a converter leaves them.
_REPAIRS = (
    (re.compile(r"(?<!合)(?<!吞)并(?!購)"), "並"),
    (re.compile(r"采(?=[用取購樣集])"), "採"),
    (re.compile(r"里面"), "裡面"),
    (re.compile(r"盡管"), "儘管"),
    (re.compile(r"(?<=[背之以最前隨])后"), "後"),
)


def describe(said: str, lang: Lang, market: Market | None = None, names: Sequence[str] = ()) -> str:
    """A sentence without applause, in at most `FACT` characters; "" where it says nothing to a buyer. Never raises.

    `names` are no applause wherever they stand. The result is one fact: it holds no full stop and no semicolon.

    >>> describe("優質304不鏽鋼製成，耐高溫且堅固耐用。", "zh-Hant")
    '304不鏽鋼製成，耐高溫'
    >>> describe("亲，喜欢就赶快下单吧！", "zh-Hans"), describe("气质非凡", "zh-Hans")
    ('', '')
    """
    return next(iter(describe_all(said, lang, market, names)), "")


def describe_all(said: str, lang: Lang, market: Market | None = None, names: Sequence[str] = ()) -> tuple[str, ...]:
    """As `describe`, a text that is too long for one fact as several, in order; empty where it says nothing."""
    text, held = _hold(_without_asides(said[:_SAID]), names)
    stretches = [_restore(stretch, held) for stretch in _stretches(find_clauses(text))]
    told = (_native(_unpraised(stretch, lang, market, names), lang) for stretch in stretches)
    return tuple(one for one in told if _says(one))


def describe_value(value: str, lang: Lang, market: Market | None = None, names: Sequence[str] = ()) -> str:
    """The value of a row or an item of a list without applause, as it stands where it has none; "" where none is left.

    >>> (
    ...     describe_value("优质304不锈钢", "zh-Hans"),
    ...     describe_value("黑色", "zh-Hans"),
    ...     describe_value("以实物为准", "zh-Hans"),
    ... )
    ('304不锈钢', '黑色', '')
    """
    text, held = _hold(_without_asides(value[:_SAID]), names)
    if len(text) > _SHORT:
        parts = [trim(part) for part in re.split(r"[，；;。！!]", text)]
        kept = [part for part, _ in parts if part and (len(parts) == 1 or not is_empty(part))]
        text = text if kept == re.split(r"[，；;。！!]", text.strip()) else "，".join(kept)
    elif CHAT.search(simplified(text)):
        return ""
    else:
        bare = cut(text, BEFORE_NOUN)
        text = bare if len(bare) > 1 else text
    text = re.sub(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{1,6}[：:])\s*\1", r"\1", text.strip(" ，。；;、"))
    return _unpraised(_restore(text, held), lang, market, names)


def _without_asides(text: str) -> str:
    """A text without the seller's talk in brackets: （手工测量，误差1-3cm）."""
    return re.sub(
        r"[（(][^（）()]{1,60}[)）]", lambda found: "" if CHAT.search(simplified(found[0])) else found[0], text
    )


def _hold(text: str, names: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The text with a sign of its own for each name, and what the signs stand for."""
    held: dict[str, str] = {}
    for number, name in enumerate(sorted({name for name in names if len(name) > 1}, key=len, reverse=True)[:50]):
        sign = chr(0xE000 + number)
        if name in text:
            text = text.replace(name, sign)
            held[sign] = name
    return text, held


def _restore(text: str, held: dict[str, str]) -> str:
    for sign, name in held.items():
        text = text.replace(sign, name)
    return text


def _stretches(clauses: list[Clause]) -> list[str]:
    """The clauses in runs of at most `FACT` characters."""
    runs: list[str] = []
    for clause in clauses:
        if runs and len(runs[-1]) + len(clause.text) + 1 <= FACT:
            runs[-1] += f"{clause.joint}{clause.text}"
        else:
            runs.append(cut(clause.text, LEAD))
    return [run for run in runs if len(run) <= 2 * FACT]


def _unpraised(text: str, lang: Lang, market: Market | None, names: Sequence[str]) -> str:
    """A text without what the linter would flag in it: the word where it stands before its noun, else its clause."""
    for _ in range(8):
        flags = [one for one in find_praise(text, lang, names=names, market=market) if one.level != "information"]
        if not flags:
            return text
        flag = flags[0]
        before, word, after = text[: flag.start], text[flag.start : flag.end], text[flag.end :]
        if re.match(rf"{_HAN}", after) and (word.endswith("的") or not before or before[-1] in "，、的"):
            text = before + after
        else:
            start = max(before.rfind(mark) for mark in "，：") + 1
            end = next((at for at, char in enumerate(after) if char in "，："), len(after))
            text = (before[:start].rstrip("，：") + after[end:]).strip("，：、")
    return ""


def _native(text: str, lang: Lang) -> str:
    """A text as it is written by hand: no gaps between characters, the marks of its script."""
    text = re.sub(rf"(?<={_HAN}{{4}}) +(?={_HAN}{{4}})", "，", text)
    text = re.sub(rf"(?<={_HAN}) +(?={_HAN})|(?<=[，、：（]) +| +(?=[，、：）])", "", text)
    text = re.sub(rf"(?<={_HAN})\((?=[^()]*{_HAN}[^()]*\))([^()]*)\)", r"（\1）", text)
    text = re.sub(r"，(?=分[别別][是为為])", "", re.sub(r"，{2,}", "，", text))
    text = re.sub(r"(?<=[采採]用)的是", "", text)
    if lang == "zh-Hant":
        for pattern, word in _REPAIRS:
            text = pattern.sub(word, text)
        text = re.sub(r"“([^“”]*)”", r"「\1」", text)
    return re.sub(r"^的(?=[\u4e00-\u9fff])", "", text.strip(" ，、：。.-—"))


def _says(text: str) -> bool:
    """Whether a fact is more than a noun or a stump."""
    if text.count("（") + text.count("(") != text.count("）") + text.count(")"):
        return False
    bare = simplified(re.sub(r"\W", "", text))
    return tells(text) and (
        len(bare) >= 4
        or bool(re.search(r"[\dA-Za-z]", bare) and len(bare) > 2)
        or (len(bare) > 2 and bool(_QUALITY.match(bare)))
    )


def describe_item(said: str, lang: Lang, market: Market | None = None, names: Sequence[str] = ()) -> str:
    """An item of a list of features without applause; "" where nothing of it is left.

    >>> (
    ...     describe_item("512MB大内存", "zh-Hans"),
    ...     describe_item("海量内容", "zh-Hans"),
    ...     describe_item("高清分辨率", "zh-Hans"),
    ... )
    ('512MB内存', '', '高清分辨率')
    """
    text, held = _hold(_without_asides(said[:_SAID]), names)
    text, _ = trim(cut(text, LEAD))
    text = _native(_unpraised(_restore(text, held), lang, market, names), lang)
    short = len(text) < _ITEM and not re.search(r"[\dA-Za-z]", text)
    return "" if short or is_empty(text) else text
