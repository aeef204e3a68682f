"""Sentences of Chinese in both scripts: a fact said of the product, and what it is like beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import Comparison, Fact
from assistant.writer.lexicon import TopicWords
from assistant.writer.material import Told
from assistant.writer.phrasing import is_row, parts_of, phrasing_of, predicate_of, tidy
from assistant.writer.voice import Voice

_RATES = ("speed", "data_rate", "flow")
_ASIDE = 4
# A longer value of a table's row is parted from its label.
_ROW = 20
# 这款牛仔裤采用…: a sentence that names what it is of.
_OWN_SUBJECT = re.compile("[这這本該该][款件条條台臺双雙个個只隻]|本品|本产品|本產品")
# As many ways to say one thing as the lexicon has.
_SEEDS = 3
# A longer fact is a sentence, and no item of a list.
_LISTED = 26
# What nobody pictures: a number of days to send it back, beside the length of a school lesson.
_PLAIN = frozenset("warranty returns support delivery".split())
# What begins so says of the product what it does; anything else is a thing or has a subject of its own.
_DOES = tuple(
    "支持 支援 采用 採用 配备 配備 搭载 搭載 附 随附 隨附 可 能 含 内含 內含 内置 內建 专为 專為 适合 適合 适用 適用 "
    "无需 無需 不 免 充电 充電 充满 充飽 仅 僅 只 由 用 有 防 耐 保修 质保 保固 带 帶 自带 自帶 通过 通過 按 需".split()
)
_VERBS = tuple("支持 支援 适用 適用 适合 適合 防 耐 可 含 附 保温 保溫 专为 專為 上门 到府".split())


def takes(comparison: Comparison) -> bool:
    """Whether it is a time that something takes at the specified rate, and not one that a store lasts."""
    return comparison.kind == "duration" and comparison.quantity.dimension in _RATES


def gap(before: str, after: str) -> str:
    """A space between a name and a word that would run together (清風 20 噪音), none within Chinese."""
    return " " if before[-1:].isascii() and before[-1:].isalnum() and after[:1].isalnum() else ""


class ChineseSentences(Voice):
    """What both scripts share: no space between sentences, label and value without a colon."""

    def ways(self, fact: Fact) -> tuple[str, ...]:
        """The words in which a fact may stand in a text: label and value, or as a person says it."""
        return (*super().ways(fact), *(self.said(fact, seed) for seed in range(_SEEDS)))

    def flows(self, fact: Fact) -> bool:
        """Whether the fact reads well in a sentence made of several: no sentence of its own."""
        return self.speakable(fact) and (parts_of(fact) is not None or len(fact.text) <= _LISTED)

    def speakable(self, fact: Fact) -> bool:
        """Whether the fact can stand in a sentence; a row of a table is kept for lists."""
        return not is_row(fact)

    def stands(self, told: Told, comparison: Comparison) -> bool:
        """Whether a comparison is a picture of the figure that ends the fact, and helps at all."""
        return comparison.kind != "ladder" and self.picture(replace(told, beside=comparison)) is not None

    def words(self, told: Told) -> TopicWords:
        """The topic's words, with the question that the label calls for."""
        words, entry = super().words(told), phrasing_of(told.fact, self.lang)
        return words.model_copy(update={"asks": entry.asks}) if entry is not None and entry.asks else words

    def statement(self, fact: Fact) -> str:
        """Label and value without a colon; else the fact as given, in the marks of Chinese print."""
        pair = parts_of(fact)
        if pair is None:
            return tidy(fact.text)
        label, value = pair
        if is_row(fact) and len(value) > _ROW:
            return f"{label}：{value}"
        space = " " if label[-1:].isascii() and value[:1].isascii() else ""
        return f"{label}{space}{value}"

    def said(self, fact: Fact, seed: int) -> str:
        """The fact as a person says it: 开起来38分贝; label and value where there is no such way."""
        return ("" if is_row(fact) else predicate_of(fact, self.lang, seed)) or self.statement(fact)

    def about(self, subject: str, fact: Fact, seed: int) -> str:
        """The fact said of the subject; a thing stands beside the name, after a comma."""
        said, pair = self.said(fact, seed), parts_of(fact)
        if not subject or said.startswith(subject) or (pair is None and _OWN_SUBJECT.search(said)):
            return said
        plain = said == self.statement(fact)
        if pair is None and not said.startswith(_DOES):
            return f"{subject}，{said}"
        if pair is not None and plain and not pair[0].startswith(_VERBS) and len(fact.quantities) != 1:
            return f"{subject}的{pair[0]}是{pair[1]}"
        return f"{subject}{'，' if said[0].isdigit() else gap(subject, said)}{said}"

    def picture(self, told: Told) -> Comparison | None:
        """The comparison that a sentence can carry: of the figure that ends the fact, where a picture helps at all."""
        comparison, quantities = told.beside, told.fact.quantities
        if comparison is None or told.topic in _PLAIN or (told.topic == "price" and comparison.references):
            return None
        return comparison if len(quantities) < 2 or comparison.quantity == quantities[-1] else None

    def clause(self, comparison: Comparison) -> str:
        """The comparison as it follows its figure."""
        if comparison.kind == "difference":
            # The fact has just named the old figure.
            return comparison.text
        at = self.phrase("at-that-speed", 0) if takes(comparison) else ""
        return f"{at}{comparison.forms.clause}"

    def beside(self, comparison: Comparison) -> str:
        """A sentence of the comparison alone, where the specification has just been said."""
        # A clause that brings its own subject (每小时电费…, 1元电费…) takes no 这.
        own = (
            takes(comparison)
            or comparison.forms.clause.startswith(("每", "一年", "按", "以"))
            or comparison.forms.clause[0].isdigit()
        )
        that = "" if own or comparison.kind == "difference" else self.phrase("that", 0)
        return f"{that}{self.clause(comparison)}。"

    def bullet(self, told: Told, turn: int) -> str:
        """One line: the fact as it is said, and what it is like."""
        said, beside, pair = self.said(told.fact, turn), self.picture(told), parts_of(told.fact)
        if pair is not None:
            # A list is read by its labels.
            said = f"{pair[0]}：{pair[1]}"
        return said if beside is None else f"{said}，{self.clause(beside)}"

    def passage(self, told: Told, subject: str, turn: int) -> str:
        """A sentence, or two where the comparison stands by itself; "" for a row of a table."""
        if is_row(told.fact) and told.beside is None:
            return ""
        whole, beside = self.about(subject, told.fact, turn), self.picture(told)
        if beside is None:
            return f"{whole}。"
        if turn % 3 == 2 or "，" in whole.removeprefix(f"{subject}，"):
            return f"{whole}。{self.beside(beside)}"
        return f"{whole}，{self.clause(beside)}。"

    def together(self, told: Sequence[Told], subject: str, turn: int) -> str:
        """Facts in one breath; what is a sentence of its own ends before the next begins."""
        facts = [one.fact for one in told if not is_row(one.fact)]
        said = [self.about(subject if not number else "", fact, turn) for number, fact in enumerate(facts)]
        text = ""
        for part in dict.fromkeys(said):
            whole = "，" in part
            text += f"{'。' if whole and text[-1:] == '，' else ''}{part}{'。' if whole else '，'}".replace(
                "，。", "。"
            )
        return f"{text.replace('，。', '。').rstrip('，。')}。" if text else ""

    def summary(self, product: str, facts: Sequence[Fact]) -> str:
        """Labels and values in a row; rows of tables only where there is nothing else."""
        rows = [fact for fact in facts if not is_row(fact) and len(self.statement(fact)) <= _LISTED] or facts
        listed = "，".join(self.statement(fact) for fact in rows)
        return f"{product}：{listed}" if product else listed

    def title(self, name: str, facts: Sequence[Fact]) -> str:
        """Name and bare figures, as shops' titles have them: no labels that the unit says, no price, nothing twice."""
        pieces = [self._short(fact) for fact in facts]
        return " ".join(
            piece for piece in dict.fromkeys((name, *pieces)) if piece and (piece == name or piece not in name)
        )

    def _short(self, fact: Fact) -> str:
        entry, pair = phrasing_of(fact, self.lang), parts_of(fact)
        if entry is None or entry.short is None or pair is None:
            return self.statement(fact)
        return entry.short.format(value=pair[1], label=pair[0])

    def aside(self, facts: Sequence[Fact], seed: int) -> str:
        """A sentence that lists labels and values."""
        things = "，".join(self.statement(fact) for fact in facts[:_ASIDE])
        return self.phrase("aside", seed).format(things=things) if things else ""

    def join(self, parts: Sequence[str]) -> str:
        """Sentences to a paragraph, without spaces."""
        return "".join(part for part in parts if part)
