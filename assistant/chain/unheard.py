"""Why words that a model pointed at are not taken for a customer's, in the words that a person is shown."""

from __future__ import annotations

from typing import Literal

from assistant.chain.reasons import SAID, fill
from assistant.schema import Lang

Why = Literal[
    "line", "missing", "empty", "long", "cut", "order", "kind", "twice", "many", "unread",
    "denied", "feared", "supposed", "asked", "quoted", "word", "quotable", "person",
    "summary long", "summary language", "summary number", "summary name", "summary praise", "summary person",
]  # fmt: skip

_SAID: dict[Why, tuple[str, str, str]] = {
    # The same of a page's lines.
    "empty": SAID["empty"],
    "cut": SAID["cut"],
    "order": SAID["order"],
    "twice": SAID["twice"],
    "many": SAID["many"],
    "line": ("There is no line {what}.", "没有第{what}行。", "沒有第{what}行。"),
    "missing": (
        "It does not stand in line {what} in these words.",
        "第{what}行里没有这句原话。",
        "第{what}行裡沒有這句原話。",
    ),
    "long": ("It is longer than a quotation may be.", "超过了一条引文的长度。", "超過一則引文的長度。"),
    "kind": ("“{what}” is nothing that is listened for.", "没有“{what}”这一类。", "沒有「{what}」這一類。"),
    "unread": (
        "Not shown to the model: it listens to at most {what} characters.",
        "没有给模型看：最多听{what}个字符。",
        "沒有給模型看：最多聽{what}個字元。",
    ),
    "denied": ("Whoever says it denies it.", "说话的人说的是没有。", "說話的人說的是沒有。"),
    "feared": (
        "It was feared and did not come true.",
        "只是担心过，并没有发生。",
        "只是擔心過，並沒有發生。",
    ),
    "supposed": ("It is only supposed: an “if” stands before it.", "这是假设的话。", "這是假設的話。"),
    "asked": ("It is a question.", "这是提问。", "這是問句。"),
    "quoted": ("It is quoted: somebody else's words.", "这是转引别人的话。", "這是轉述別人的話。"),
    "word": ("It is no word or short phrase of their own.", "不是他们自己的词或短语。", "不是他們自己的詞或短語。"),
    "quotable": (
        "It is no whole sentence that can stand by itself.",
        "不是能单独引用的完整句子。",
        "不是能單獨引用的完整句子。",
    ),
    "person": ("It tells who somebody is.", "会透露是谁说的。", "會透露是誰說的。"),
    "summary long": (
        "Only the summary is left out: it is longer than {what} words.",
        "只去掉小结：超过{what}个字。",
        "只去掉摘要：超過{what}個字。",
    ),
    "summary language": (
        "Only the summary is left out: it is in another language.",
        "只去掉小结：不是这种语言。",
        "只去掉摘要：不是這種語言。",
    ),
    "summary number": (
        "Only the summary is left out: the customer did not say “{what}”.",
        "只去掉小结：顾客没有说“{what}”。",
        "只去掉摘要：顧客沒有說「{what}」。",
    ),
    "summary name": (
        "Only the summary is left out: the customer did not name “{what}”.",
        "只去掉小结：顾客没有提到“{what}”。",
        "只去掉摘要：顧客沒有提到「{what}」。",
    ),
    "summary praise": ("Only the summary is left out: it praises.", "只去掉小结：有夸奖。", "只去掉摘要：有稱讚。"),
    "summary person": (
        "Only the summary is left out: it tells who somebody is.",
        "只去掉小结：会透露是谁说的。",
        "只去掉摘要：會透露是誰說的。",
    ),
}


class UnheardError(ValueError):
    """Words that are not taken: `why`, and `what` in them is at fault, "" where it is all of them."""

    def __init__(self, why: Why, what: str = "") -> None:
        super().__init__(why)
        self.why, self.what = why, what


def say(unheard: UnheardError, lang: Lang) -> str:
    """The reason as a sentence.

    >>> say(UnheardError("line", "70"), "en")
    'There is no line 70.'
    """
    return fill(_SAID[unheard.why], unheard.what, lang)
