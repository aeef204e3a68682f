"""One comparison said in three sizes (noun phrase, clause, sentence) in each language.

English says "N times", never "N times faster"; Chinese says 是…的N倍 and, for less than one, a fraction, never 倍.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from assistant.comparisons.numbers import count_text, decimal_text, share_text, times_text
from assistant.comparisons.rounding import CompareHedge, Shown, significant
from assistant.schema import Forms, Hedge, Kind, Lang, Quantity, Reference, Rung
from assistant.units import convert, render, symbol

# What several of a thing have together: "the weight of 12 elephants".
_TOGETHER: dict[str, tuple[str, str, str]] = {
    "mass": ("weight", "重量", "重量"),
    "length": ("length", "长度", "長度"),
    "height": ("height", "高度", "高度"),
    "width": ("width", "宽度", "寬度"),
    "thickness": ("thickness", "厚度", "厚度"),
    "area": ("area", "面积", "面積"),
    "volume": ("volume", "容量", "容量"),
    "charge": ("capacity", "电量", "電量"),
    "energy": ("energy", "电量", "電量"),
    "power": ("power", "功率", "功率"),
    "price": ("price", "价格", "價格"),
}
_HOUSEHOLD = frozenset({"home", "kitchen", "rail", "electronics", "phones"})
HEDGE: dict[Lang, dict[CompareHedge, str]] = {
    "en": {"about": "about ", "more than": "more than ", "nearly": "nearly ", "exactly": "", "": ""},
    "zh-Hans": {"about": "约", "more than": "超过", "nearly": "近", "exactly": "", "": ""},
    "zh-Hant": {"about": "約", "more than": "超過", "nearly": "近", "exactly": "", "": ""},
}
_IS: dict[Lang, dict[CompareHedge, str]] = {
    "zh-Hans": {"about": "约为", "more than": "超过", "nearly": "接近", "exactly": "等于", "": "为"},
    "zh-Hant": {"about": "約為", "more than": "超過", "nearly": "接近", "exactly": "等於", "": "為"},
}


def _index(lang: Lang) -> int:
    return ("en", "zh-Hans", "zh-Hant").index(lang)


_SAID: dict[Lang, dict[Hedge, str]] = {
    "en": {
        "about": "about ",
        "at least": "at least ",
        "up to": "up to ",
        "more than": "more than ",
        "less than": "less than ",
        "nearly": "nearly ",
    },
    "zh-Hans": {"about": "约", "at least": "至少", "more than": "超过", "less than": "不到", "nearly": "近"},
    "zh-Hant": {"about": "約", "at least": "至少", "more than": "超過", "less than": "不到", "nearly": "近"},
}
# Units that are no letters: they make a figure whole.
_SIGNS = "%‰°℃℉\"'″′”’$¥￥€£₹₩Ω"
_MOST: dict[str, str] = {"time": "最长", "speed": "最高", "temperature": "最高", "power": "最高", "frequency": "最高"}


def figure(quantity: Quantity, lang: Lang) -> str:
    """The specification as it stands in the text; with its unit where only the label had it ("Weight (kg): 2.5")."""
    if quantity.unit in ("count", "dimensionless") or any(char.isalpha() or char in _SIGNS for char in quantity.text):
        return quantity.text
    if quantity.high is None:
        return render(quantity.low, quantity.unit, lang)
    return f"{quantity.text}{' ' if lang == 'en' else ''}{symbol(quantity.unit, lang)}"


def stated(quantity: Quantity, lang: Lang) -> str:
    """The specification with the hedge that it was given with: "up to 8 hours", 最长8小时."""
    if lang != "en" and quantity.hedge == "up to":
        most = _MOST.get(quantity.dimension, "最多")
        return (most if lang == "zh-Hans" else most.replace("长", "長")) + figure(quantity, lang)
    return _SAID[lang].get(quantity.hedge, "") + figure(quantity, lang)


def at_most(forms: Forms, subject: str, lang: Lang) -> Forms:
    """The forms of a comparison that stands on the upper end of a range: true of the whole of it."""
    if lang == "en":
        noun = f"at most {forms.noun}"
        return Forms(noun, f"is {noun}", sentence(subject, f"is {noun}", lang))
    clause = f"最多{forms.clause}"
    return Forms(clause, clause, sentence(subject, clause, lang))


def spanning(forms: Forms, subject: str, lower: Fraction, upper: Fraction, lang: Lang) -> Forms:
    """The forms of a comparison that says "about" its upper end, with its lower end before it: "about five to seven"."""
    both = []
    for text in (forms.noun, forms.clause):
        # The number stands right behind its hedge, or in Chinese behind 的 where 约为 opens the clause.
        if lang == "en":
            number = count_text(upper, lang)
            both.append(text.replace(f"about {number}", f"about {count_text(lower, lang)} to {number}", 1))
            continue
        before, mark, after = text.rpartition("约" if lang == "zh-Hans" else "約")
        number = next(number for number in (times_text(upper, lang), count_text(upper, lang)) if number in after)
        head, found, tail = after.rpartition(number) if number[-1:] == "倍" else after.partition(number)
        both.append(f"{before}{mark}{head}{decimal_text(lower).replace(',', '')}到{found}{tail}")
    return Forms(both[0], both[1], sentence(subject, both[1], lang))


def sentence(subject: str, clause: str, lang: Lang) -> str:
    """The clause as a sentence about `subject`, the specification as it was given."""
    if lang == "en":
        return f"{subject[:1].upper()}{subject[1:]} {clause}."
    # A Latin unit or digit before a Chinese verb reads better with the space that Chinese typesetting gives it.
    gap = " " if subject[-1:].isascii() and subject[-1:].isalnum() else ""
    return f"{subject}{gap}{clause}。"


def ratio_noun(reference: Reference, shown: Shown, kind: Kind, ranged: bool, lang: Lang) -> str:
    """The noun phrase alone, as `ratio_forms` and `item_count_forms` write it: what a score needs to know of the wording."""
    names, hedge = reference.names[lang], HEDGE[lang][shown.hedge]
    if kind == "count":
        noun = f"{hedge}{count_text(shown.value, lang)}{' ' if lang == 'en' else names.counter}{names.many}"
    elif counts(reference, shown, lang):
        noun = _together(reference, shown.value, hedge, lang)
    elif lang == "en":
        noun = _english_noun(names.of, shown)
    else:
        noun = _chinese_noun_and_clause(names.of, shown, lang)[0]
    return f"at most {noun}" if ranged and lang == "en" else f"最多{noun}" if ranged else noun


def ratio_forms(subject: str, reference: Reference, shown: Shown, lang: Lang) -> Forms:
    """Wording for the kinds equal, multiple and share."""
    names = reference.names[lang]
    hedge = HEDGE[lang][shown.hedge]
    if counts(reference, shown, lang):
        noun = _together(reference, shown.value, hedge, lang)
        # 相当于超过… says two things at once: what exceeds is only said to exceed.
        like = "" if shown.hedge in ("more than", "nearly") else "相当于" if lang == "zh-Hans" else "相當於"
        clause = f"is {noun}" if lang == "en" else f"{like}{noun}"
    elif lang == "en":
        noun = _english_noun(names.of, shown)
        clause = f"is {noun}"
    else:
        noun, clause = _chinese_noun_and_clause(names.of, shown, lang)
    return Forms(noun, clause, sentence(subject, clause, lang))


def counts(reference: Reference, shown: Shown, lang: Lang) -> bool:
    """Whether the comparison is better said by counting things than by multiplying a property."""
    countable = reference.names[lang].many and reference.aspect in _TOGETHER
    return bool(countable) and shown.value.denominator == 1 and shown.value.numerator >= 2


# What the reference itself calls its property, where several have it together: 12头熊猫的体重, 6个篮球的体积.
_NAMED = frozenset(
    "体重 體重 重量 体积 體積 容量 容积 容積 水量 能量 电量 電量 耗电量 耗電量 用电量 用電量 热量 熱量 高度 长度 長度 厚度 宽度 寬度"
    " 面积 面積 占地面积 佔地面積 占地面積 价格 價格 票价 票價 费用 費用 功率".split()
)


def _together(reference: Reference, number: Fraction, hedge: str, lang: Lang) -> str:
    names, shared = reference.names[lang], _shared(reference)[_index(lang)]
    if lang == "en":
        return f"the {shared} of {hedge}{count_text(number, lang)} {names.many}"
    named = names.of.rpartition("的")[2]
    return f"{hedge}{count_text(number, lang)}{names.counter}{names.many}的{named if named in _NAMED else shared}"


def _shared(reference: Reference) -> tuple[str, str, str]:
    """What several have together; energy is eaten, stored or used."""
    if reference.aspect == "energy" and "battery" not in reference.topics:
        if "food" in reference.topics:
            return "food energy", "热量", "熱量"
        # A dryer takes electricity, a match and a liter of gasoline hold energy.
        held = _HOUSEHOLD.isdisjoint(reference.topics)
        return ("energy", "能量", "能量") if held else ("electricity", "用电量", "用電量")
    return _TOGETHER[reference.aspect]


def _english_noun(of: str, shown: Shown) -> str:
    hedge = HEDGE["en"][shown.hedge]
    top, bottom = shown.value.numerator, shown.value.denominator
    if top == bottom:
        return f"a little more than {of}" if shown.hedge == "more than" else f"{hedge}{of}"
    if top < bottom:
        return f"{hedge}{share_text(shown.value, 'en')} {of}"
    return f"{hedge}{times_text(shown.value, 'en')} {of}"


def _chinese_noun_and_clause(of: str, shown: Shown, lang: Lang) -> tuple[str, str]:
    hedge = HEDGE[lang][shown.hedge]
    top, bottom = shown.value.numerator, shown.value.denominator
    if top == bottom:
        both = _chinese_equal(of, shown.hedge, lang)
        return both, both
    number = share_text(shown.value, lang) if top < bottom else times_text(shown.value, lang)
    of = _without_inner_de(of)
    clause = f"{_IS[lang][shown.hedge]}{of}的{number}"
    # 一个足球重量的约一半, but 超过一个足球重量的一半: what exceeds is named first.
    return clause if shown.hedge in ("more than", "nearly") else f"{of}的{hedge}{number}", clause


def _without_inner_de(of: str) -> str:
    """波音747的巡航速度 → 波音747巡航速度: one 的 is enough before 的24倍; after a clause (…时的) it stays."""
    before, de, after = of.rpartition("的")
    return (
        before + after
        if de and before and (before[-1] not in "时時里裡中上下后後" or before.endswith(("公里", "英里")))
        else of
    )


def _chinese_equal(of: str, hedge: CompareHedge, lang: Lang) -> str:
    if hedge == "more than":
        return f"略超过{of}" if lang == "zh-Hans" else f"略超過{of}"
    if hedge == "nearly":
        return f"接近{of}"
    return f"与{of}相当" if lang == "zh-Hans" else f"與{of}相當"


def item_count_forms(
    subject: str, reference: Reference, shown: Shown, size: str, lang: Lang
) -> tuple[Forms, tuple[str, ...]]:
    """Wording for "about 1,200 songs" with the size it assumes for one; returns the forms and the convention behind it."""
    names, hedge = reference.names[lang], HEDGE[lang][shown.hedge]
    number = count_text(shown.value, lang)
    if lang == "en":
        noun = f"{hedge}{number} {names.many}"
        clause = f"has room for {noun}"
        assumption = f"One of the {names.many} taken as {size}."
    else:
        noun = f"{hedge}{number}{names.counter}{names.many}"
        clause = f"能装下{noun}" if lang == "zh-Hans" else f"裝得下{noun}"
        per = "按每" if lang == "zh-Hans" else "以每"
        assumption = f"{per}{names.counter}{names.many}{size}{'计算' if lang == 'zh-Hans' else '計算'}。"
    return Forms(noun, clause, sentence(subject, clause, lang)), (reference.each.get(lang, assumption),)


def rung_value(rung: Rung, unit: str, lang: Lang) -> str:
    """A rung's value in the unit of the specification, three figures: "10.4 m/s"; the specification's own as given.

    Where that unit is too large or small for it ("0.0519 hours"), the rung keeps its own: "3.12 minutes".
    """
    if rung.reference is None:
        return rung.name
    value = significant(convert(rung.value, rung.unit, unit), 3)
    if not Fraction(1, 10) <= value < 10_000:
        return render(rung.value, rung.unit, lang)
    return render(Decimal(value.numerator) / Decimal(value.denominator), unit, lang)


def ladder_forms(subject: str, ladder: Sequence[Rung], lang: Lang) -> Forms:
    """A ladder as a line of text: each rung with its value in one unit, the specification last."""
    unit = ladder[-1].unit
    opening, closing = (" (", ")") if lang == "en" else ("（", "）")
    steps = [f"{rung.name}{opening}{rung_value(rung, unit, lang)}{closing}" for rung in ladder if rung.reference]
    noun = " → ".join([*steps, subject])
    return Forms(noun, noun, f"{noun}{'.' if lang == 'en' else '。'}")
