"""What a colleague would copy of a piece: the whole, its clean clauses, its figures with what they are of, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.plan.pages.clauses import is_keywords, is_list, split_clauses, stands, without_lead
from assistant.plan.pages.figures import group_figures, hedged, join, words_after
from assistant.plan.pages.lines import Piece
from assistant.plan.pages.tables import known_tail
from assistant.plan.pages.wording import Line, word_line
from assistant.plan.pages.words import (
    ADDRESSED,
    ASIDE,
    CODE,
    MUTE_LABELS,
    NOTHING,
    OTHERS,
    PLAIN,
    PRICE_LABELS,
    SHOWN,
    STANDARD,
    WARM,
    listed,
)
from assistant.playbook import OTHER, Playbook
from assistant.praise import find_praise
from assistant.quantities import find_quantities
from assistant.schema import Lang, Market, Quantity
from assistant.schema.brief import FACT_CHARS

# A statement longer than this is a paragraph: its clauses are looked at one by one.
_STATEMENT: dict[Lang, int] = {"en": 120, "zh-Hans": 45, "zh-Hant": 45}
# A row of a table may be longer: it is copied as it stands.
_ROW: dict[Lang, int] = {"en": 200, "zh-Hans": 110, "zh-Hant": 110}
# No statement is as long as this: what is longer is no prose.
_PIECE = 3_000
_WORDLESS = 12
_THING_WORDS = 4
_CLAUSES = 3
_MUTE = frozenset(listed(MUTE_LABELS))
_PRICE = frozenset(listed(PRICE_LABELS))
_BEFORE_LABEL = re.compile(
    r"^(?:(?:technical |product )?specifications?|girls|boys|women|men|unisex|kids)\s+(?=\w)", re.IGNORECASE
)
_AMOUNT = re.compile(r"\D{0,6}?\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:元|円|USD|EUR|GBP|CNY|TWD|HKD|港[币幣元]|€|£|起|/-)){0,2}")


class Judge:
    """Judges pieces in one language for one market."""

    def __init__(self, lang: Lang, market: Market | None, playbook: Playbook, title: str) -> None:
        self.lang, self.market, self.playbook = lang, market, playbook
        self._title = _bare(title)
        self._colon = ": " if lang == "en" else "："

    def lines(self, piece: Piece) -> list[Line]:
        """The facts in a piece, in its order; empty for one that says none."""
        said = piece.text[:_PIECE].strip().rstrip(" .。;；,，!！、")
        if piece.kind == "heading" or len(said) < 2:
            return []
        if (ASIDE.search(said) or OTHERS.search(said)) and (len(said) <= _STATEMENT[self.lang] or piece.label):
            return []
        if piece.label:
            return self._row(piece)
        if self._is_title(said) or (CODE.search(said) and not self._quantities(said)):
            return []
        return [line for line in self._said(said, piece.kind == "item") if len(line.text) <= FACT_CHARS]

    def _row(self, piece: Piece) -> list[Line]:
        """The facts of a labelled piece."""
        label = _BEFORE_LABEL.sub("", re.sub(r"\s+", " ", piece.label).strip(" *【】[]·•-"))
        label = "Price" if label.lower().endswith(" price") else label
        value = piece.value[:_PIECE].strip(" .。;；,，").rstrip(" -–")
        if self._is_mute(label, value):
            return []
        if label.lower() in _PRICE:
            figure = _AMOUNT.match(value)
            return [self._line(f"{label}{self._colon}{figure[0].strip()}", label, price=True)] if figure else []
        if self._is_headline(label, value):
            told = self._quantities(value) or PLAIN.search(value)
            return list(self._said(value, item=False)) if told else []
        if self.lang == "en" and re.search(r"\d", label) and self._quantities(label):
            return [line for line in self._said(value, item=False) if line.quantities]
        text = f"{label}{self._colon}{value}"
        if len(text) <= _ROW[self.lang] and not self._warm(value) and not ADDRESSED.search(value):
            return [self._line(text, label)]
        return self._row_in_clauses(label, value)

    def _is_mute(self, label: str, value: str) -> bool:
        """Whether a row says nothing to a customer: codes, standards, "No", "as shown"."""
        if not label or not value or value.lower() in NOTHING or SHOWN.match(value) or STANDARD.match(value):
            return True
        plain = label.lower()
        if plain == "dimensions" and self._quantities(value):
            return False
        return plain in _MUTE or bool(CODE.match(f"{label} {value}"))

    def _is_headline(self, label: str, value: str) -> bool:
        """Whether a label is a bullet's headline, "Super Strong Material : Crafted from …", and its value prose."""
        worded = len(re.findall(r"[A-Za-z]{3,}", value)) > 7 if self.lang == "en" else len(value) > 40
        sentence = worded and (self.lang == "en" or not self._quantities(value))
        named = self.playbook.topic_of(f"{label}:", (), self.lang) != OTHER or bool(known_tail(label))
        return len(label.split()) > 5 or self._warm(label) or (sentence and not named)

    def _row_in_clauses(self, label: str, value: str) -> list[Line]:
        """The plain clauses of a row that is long or praised: the first under its label, the others if they measure."""
        found: list[Line] = []
        for clause in split_clauses(value, self.lang):
            measured = bool(self._quantities(clause))
            if self._warm(clause) or len(clause) < 2 or not (measured or PLAIN.search(clause)):
                continue
            if not found or measured:
                found.append(self._line(clause if found else f"{label}{self._colon}{clause}", label))
        kept = any(line.quantities for line in found) or len(value) <= _ROW[self.lang]
        return found[:_CLAUSES] if kept else []

    def _said(self, said: str, item: bool) -> Iterator[Line]:
        """The facts of words without a label."""
        quantities = self._quantities(said)
        if len(quantities) == 1 and re.sub(r"\W", "", said) == re.sub(r"\W", "", quantities[0].text):
            quantities = quantities if quantities[0].dimension == "currency" else ()
        money = bool(quantities) and all(q.dimension == "currency" for q in quantities)
        if money:
            if len(said) <= 24:
                label = {"en": "Price", "zh-Hans": "售价", "zh-Hant": "售價"}[self.lang]
                yield self._line(f"{label}{self._colon}{said}", label, price=True)
            return
        clean = not self._warm(said) and not ADDRESSED.search(said) and not CODE.search(said)
        clean = clean and not ASIDE.search(said) and not OTHERS.search(said)
        if clean and len(said) <= _STATEMENT[self.lang] and not is_list(said, len(self._quantities(said)), self.lang):
            if quantities or self._tells(said, item):
                yield self._line(without_lead(said), "")
            return
        if (
            not quantities
            and self.lang == "en"
            and not item
            and not is_list(said, len(self._quantities(said)), self.lang)
            and not PLAIN.search(said)
        ):
            return
        for clause in split_clauses(said, self.lang):
            yield from self._clause(clause, is_list(said, len(self._quantities(said)), self.lang))

    def _clause(self, clause: str, listed: bool = False) -> Iterator[Line]:
        clause = without_lead(clause)
        if ASIDE.search(clause) or OTHERS.search(clause):
            return
        quantities = self._quantities(clause)
        clean = not self._warm(clause) and not ADDRESSED.search(clause) and not CODE.search(clause)
        whole = listed or (len(clause.split()) >= 2 if self.lang == "en" else len(clause) >= 4)
        if clean and whole and len(clause) <= _STATEMENT[self.lang] and (not quantities or stands(clause, self.lang)):
            part = self.lang != "en" and len(clause) <= 14 and bool(re.search(r"[A-Z0-9]", clause))
            if quantities or (
                (PLAIN.search(clause) or (part and listed))
                and self._tells(clause, item=True)
                and stands(clause, self.lang)
            ):
                yield self._line(clause, "", whole=False)
        elif quantities:
            yield from self._figures(clause, quantities)

    def _figures(self, said: str, quantities: tuple[Quantity, ...]) -> Iterator[Line]:
        """Each figure with the words it belongs to: what follows it, else what it is of."""
        for group in group_figures(said, quantities):
            end = group[-1].end
            figure = hedged(said, group[0].start, end)
            following = self._plain(words_after(said[end:], self.lang))
            label = next((label for label in map(self._label, group) if label), "")
            if following:
                yield self._line(join(figure, following, said[end:], self.lang), "", whole=False)
            elif label:
                yield self._line(f"{label}{self._colon}{figure}", label, whole=False)

    def _plain(self, words: list[str]) -> str:
        """The words without the applause before them; "" where no plain ones are left."""
        if self.lang != "en":
            thing = WARM.sub("", "".join(words))
            return thing if len(thing) >= 2 and not self._warm(thing) else ""
        while words and self._warm(" ".join(words)):
            words = words[1:] if self._warm(words[0]) and len(words) > 1 else []
        return " ".join(words[:_THING_WORDS])

    def _label(self, quantity: Quantity) -> str:
        """What a figure is of, where that is a few words that a topic knows."""
        attribute = WARM.sub("", quantity.attribute or "").strip(" *-–:：,，()（）")
        if not attribute or self._warm(attribute):
            return ""
        if self.lang != "en":
            known = self.playbook.topic_of(attribute, (quantity.dimension,), self.lang) != OTHER
            return attribute if known and len(attribute) <= 10 else ""
        words = attribute.split()[-3:]
        for first in range(len(words)):
            tail = " ".join(words[first:])
            if all(word[:1].isalpha() for word in words[first:]) and (
                self.playbook.topic_of(f"{tail}:", (quantity.dimension,), self.lang) != OTHER
            ):
                return tail
        return ""

    def _tells(self, said: str, item: bool) -> bool:
        """Whether a statement without a figure is one that a colleague copies."""
        if self.lang == "en":
            words = said.split()
            if (len(words) < 2 and not re.search(r"\w-\w", said)) or is_keywords(words):
                return False
            if re.match(
                r"(?:this is one of|it|they|there|he|she|when|if|for|simply|just|use|choose|wear|get|make)\b",
                said,
                re.IGNORECASE,
            ):
                return False
            if PLAIN.search(said):
                return True
            known = self.playbook.topic_of(said, (), self.lang) != OTHER
            return item and known and len(words) <= _WORDLESS
        known = self.playbook.topic_of(said, (), self.lang) != OTHER
        # 双模5G, 骁龙865处理器: an item that names a part by its number.
        part = (
            item
            and len(said) <= 14
            and bool(re.search(r"[A-Z0-9]", said))
            and bool(re.search(r"[\u4e00-\u9fff]", said))
        )
        return len(said) >= 4 and (bool(PLAIN.search(said)) or (item and known) or part)

    def _warm(self, said: str) -> bool:
        if WARM.search(said):
            return True
        return any(found.level != "information" for found in find_praise(said, self.lang, market=self.market))

    def _quantities(self, said: str) -> tuple[Quantity, ...]:
        return find_quantities(said, self.lang, self.market)

    def _line(self, text: str, label: str, whole: bool = True, price: bool = False) -> Line:
        text = word_line(text, label, self.lang, self.market)
        return Line(text, label, self._quantities(text), whole, price)

    def _is_title(self, said: str) -> bool:
        """Whether a line says no more than the page's title."""
        bare = _bare(said)
        if sum(char.isdigit() for char in bare) * 3 > len(bare):
            return False
        return (
            bool(bare)
            and len(bare) > 3
            and (
                bare in self._title
                or (len(self._title) > 3 and self._title in bare and len(bare) < len(self._title) + 25)
            )
        )


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
