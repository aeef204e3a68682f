"""What a buyer could use of a piece: the row, the sentence without applause, its figures with what they are of, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.plan.pages import describing_chinese, describing_english
from assistant.plan.pages.clauses import is_keywords, is_list, split_list, without_lead
from assistant.plan.pages.figures import group_figures, hedged, join, words_after
from assistant.plan.pages.lines import Piece
from assistant.plan.pages.tables import known_tail
from assistant.plan.pages.wording import Line, word_line
from assistant.plan.pages.words import (
    CODE,
    LIST_PRICE,
    MUTE_LABELS,
    NOTHING,
    PRICE_LABELS,
    SHOP_PRICE,
    SHOWN,
    UNLABELLED,
    listed,
)
from assistant.plan.pages.words_chinese import MUTE as MUTE_CHINESE
from assistant.playbook import OTHER, Playbook
from assistant.praise import find_praise
from assistant.quantities import find_quantities
from assistant.schema import Lang, Market, Quantity
from assistant.schema.brief import FACT_CHARS

# No statement is as long as this: what is longer is no prose.
_PIECE = 3_000
# A row with more words than this is a sentence behind a headline.
_ROW_WORDS, _ROW_HAN = 7, 40
_THING_WORDS = 4
# So much more than the title a line may hold and be the title still: 新款, 官方正品.
_AROUND = 6
_MUTE = frozenset((*listed(MUTE_LABELS), *listed(MUTE_CHINESE)))
_PRICE = frozenset(listed(PRICE_LABELS))
_BEFORE_LABEL = re.compile(
    r"^(?:(?:technical |product )?specifications?|features?|girls|boys|women|men|unisex|kids)\s+(?=\w)", re.IGNORECASE
)
_AMOUNT = re.compile(r"\D{0,6}?\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:元|円|USD|EUR|GBP|CNY|TWD|HKD|港[币幣元]|€|£|起|/-)){0,2}")
_SENTENCE = re.compile(
    r"\b(?:is|are|has|have|can|will|you|your|it|this|the|with|made|designed|crafted|allows?|keeps?|lets?)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:this|these|our|it|you|your)\b", re.IGNORECASE)


class Judge:
    """Judges pieces in one language for one market; `names` of the product and its maker are no praise."""

    def __init__(
        self, lang: Lang, market: Market | None, playbook: Playbook, title: str, names: tuple[str, ...] = ()
    ) -> None:
        self.lang, self.market, self.playbook, self.names = lang, market, playbook, names
        self._title = _bare(title)
        self._titled = {word.lower() for word in re.findall(r"[A-Za-z0-9]+", title)}
        self._colon = ": " if lang == "en" else "："

    def lines(self, piece: Piece) -> list[Line]:
        """The facts in a piece, in its order; empty for one that says none."""
        said = piece.text[:_PIECE].strip().rstrip(" .。;；,，、")
        if piece.kind == "heading" or len(said) < 2:
            return []
        if piece.label and not UNLABELLED.fullmatch(piece.label.strip(" *【】[]")):
            return [line for line in self._row(piece) if len(line.text) <= FACT_CHARS]
        said = CODE.split(piece.value if piece.label else said)[0].strip(" ,;:(")
        if len(said) < 2 or self._is_title(said):
            return []
        return [line for line in self._said(said, piece.kind == "item") if len(line.text) <= FACT_CHARS]

    def described(self, said: str) -> tuple[str, ...]:
        """What a sentence tells a buyer; empty where it tells nothing."""
        if self.lang != "en":
            return describing_chinese.describe_all(said, self.lang, self.market, self.names)
        told = describing_english.describe(said, self.lang, self.market, self.names)
        return (told,) if told else ()

    def line(self, text: str, label: str, whole: bool = True, price: bool = False) -> Line:
        """A fact as the brief holds it, with its figures."""
        text = word_line(text, label, self.lang, self.market)
        return Line(text, label, self._quantities(text), whole, price)

    def _row(self, piece: Piece) -> Iterator[Line]:
        """The facts of a labelled piece."""
        label = _BEFORE_LABEL.sub("", re.sub(r"\s+", " ", piece.label).strip(" *【】[]·•-,，、&"))
        value = piece.value[:_PIECE].strip(" .。;；,，、").rstrip(" -–")
        if label.lower().endswith(" price") and not LIST_PRICE.fullmatch(label):
            label = "Price"
        if self._is_mute(label, value):
            return
        priced = label.lower() in _PRICE
        if priced or LIST_PRICE.fullmatch(label):
            figure = _AMOUNT.match(value)
            if figure:
                yield self.line(f"{label}{self._colon}{figure[0].strip()}", label, price=priced)
        elif self._is_headline(label, value):
            yield from self._headed(label, value)
        else:
            told = self.value(value)
            # A label that praises is another's headline.
            if told and not self._praised(f"{label}{self._colon}{told}"):
                yield self.line(f"{label}{self._colon}{told}", label)

    def value(self, value: str) -> str:
        """The value of a row without applause; "" where only that is left."""
        if self.lang == "en":
            return describing_english.describe_value(value, self.lang, self.market, self.names)
        return describing_chinese.describe_value(value, self.lang, self.market, self.names)

    def _headed(self, label: str, value: str) -> Iterator[Line]:
        """The sentence behind a headline; the headline itself where the sentence only applauds."""
        lines = list(self._said(value, item=False))
        if not any(line.whole for line in lines):
            headline = self.described(label) if len(label) <= 60 and not self._is_names(label) else ()
            if headline and _bare(headline[0]) == _bare(label) and len(label.split()) in (2, 3):
                yield self.line(headline[0], "")
        yield from lines

    def _is_mute(self, label: str, value: str) -> bool:
        """Whether a row says nothing to a customer: warehouse codes, "N/A", "as shown"."""
        if not label or not value or value.lower() in NOTHING or SHOWN.match(value):
            return True
        return label.lower() in _MUTE or bool(CODE.match(f"{label} {value}")) or not re.search(r"\w", value)

    def _is_headline(self, label: str, value: str) -> bool:
        """Whether a label is a bullet's headline, "Super Strong Material : Crafted from …", and its value prose."""
        if self.lang != "en":
            return len(value) > _ROW_HAN and not self._quantities(value) and not self._knows(label)
        worded = len(re.findall(r"[A-Za-z]{2,}", value)) > _ROW_WORDS and bool(_SENTENCE.search(value))
        told = describing_english.describe_value(label, self.lang, self.market, self.names)
        known = bool(known_tail(label)) and not re.search(r"\d", label)
        spoken = worded and (not known or bool(_SPOKEN.search(value)))
        return len(label.split()) > 6 or (told != label and not known) or spoken

    def _knows(self, label: str) -> bool:
        return self.playbook.topic_of(f"{label}:", (), self.lang) != OTHER or bool(known_tail(label))

    def _said(self, said: str, item: bool) -> Iterator[Line]:
        """The facts of words without a label."""
        quantities = self._quantities(said)
        if SHOP_PRICE.search(said) and re.search(r"\b(?:buy|shop)\b", said, re.IGNORECASE):
            yield from self._priced(said)
            return
        if quantities and all(q.dimension == "currency" for q in quantities):
            yield from self._priced(said)
            return
        if self.lang == "en" and is_list(said, len(quantities), self.lang):
            for entry in split_list(said):
                yield from self._told(without_lead(entry), item=True, listed=True)
            return
        yield from self._told(said, item)

    def _priced(self, said: str) -> Iterator[Line]:
        label = {"en": "Price", "zh-Hans": "售价", "zh-Hant": "售價"}[self.lang]
        shop = SHOP_PRICE.search(said)
        if len(said) <= 24:
            yield self.line(f"{label}{self._colon}{said}", label, price=True)
        elif shop:
            yield self.line(f"{label}{self._colon}{shop[1]}", label, price=True)

    def _told(self, said: str, item: bool, listed: bool = False) -> Iterator[Line]:
        """A sentence or an item without its applause, else the figures in it."""
        quantities = self._quantities(said)
        if listed and len(quantities) == 1 and quantities[0].text == said:
            yield self.line(said, "")
            return
        if len(quantities) == 1 and re.sub(r"\W", "", said) == re.sub(r"\W", "", quantities[0].text):
            return
        if self._is_names(said):
            return
        told = self.described(said)
        for text in told:
            if self.lang != "en" or item or len(text.split()) > 1:
                yield self.line(text, "")
        if not told and quantities and self.lang == "en" and not describing_english.is_of_others(said):
            yield from self._figures(said, quantities)

    def _is_names(self, said: str) -> bool:
        """Whether words are names in a row, or words of the title, and state nothing."""
        if self.lang != "en":
            return False
        words = re.findall(r"[A-Za-z0-9][\w-]*", said)
        of_title = (len(words) > 3 or not re.search(r"\d", said)) and self._is_of_title(words)
        return is_keywords(said.split()) or (bool(words) and of_title)

    def _is_of_title(self, words: list[str]) -> bool:
        return all(part.lower() in self._titled for word in words for part in re.split(r"[-_]", word) if part)

    def _figures(self, said: str, quantities: tuple[Quantity, ...]) -> Iterator[Line]:
        """Each figure with the words it belongs to: what follows it, else what it is of."""
        for group in group_figures(said, quantities):
            end = group[-1].end
            figure = hedged(said, group[0].start, end)
            following = " ".join(words_after(said[end:], self.lang)[:_THING_WORDS])
            following = self.value(following) if following else ""
            label = next((label for label in map(self._label, group) if label), "")
            if following:
                text = join(figure, following, said[end:], self.lang)
            elif label:
                text = f"{label}{self._colon}{figure}"
            else:
                continue
            if not self._praised(text):
                yield self.line(text, "" if following else label, whole=False)

    def _label(self, quantity: Quantity) -> str:
        """What a figure is of, where that is a few words that a topic knows."""
        words = (quantity.attribute or "").strip(" *-–:,()").split()[-3:]
        for first in range(len(words)):
            tail = " ".join(words[first:])
            known = self.playbook.topic_of(f"{tail}:", (quantity.dimension,), self.lang) != OTHER
            if known and all(word[:1].isalpha() for word in words[first:]) and self.value(tail) == tail:
                return tail
        return ""

    def _praised(self, said: str) -> bool:
        found = find_praise(said, self.lang, names=self.names, market=self.market)
        return any(one.level != "information" for one in found)

    def _quantities(self, said: str) -> tuple[Quantity, ...]:
        return find_quantities(said, self.lang, self.market)

    def _is_title(self, said: str) -> bool:
        """Whether a line says no more than the page's title."""
        bare = _bare(said)
        if len(bare) <= 3 or sum(char.isdigit() for char in bare) * 3 > len(bare):
            return False
        around = len(self._title) > 3 and self._title in bare and len(bare) < len(self._title) + _AROUND
        return bare in self._title or (around and self.lang != "en")


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
