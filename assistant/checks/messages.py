"""What the checks say, in the language of the draft."""

from __future__ import annotations

from assistant.checks.claim_messages import CLAIM_MESSAGES
from assistant.schema import Lang

MESSAGES: dict[str, dict[Lang, str]] = {
    "number-untraced": {
        "en": "“{shown}” is neither a fact of the brief nor a computed comparison.",
        "zh-Hans": "“{shown}”既不是简报里的事实，也不是计算出来的比较。",
        "zh-Hant": "「{shown}」既不是簡報裡的事實，也不是計算出來的比較。",
    },
    "hedge-changed": {
        "en": "The words around “{shown}” say more or other than the fact does ({detail}).",
        "zh-Hans": "“{shown}”前后的说法与事实（{detail}）不符。",
        "zh-Hant": "「{shown}」前後的說法與事實（{detail}）不符。",
    },
    "hedge-false": {
        "en": "“{shown}” is not true with the word before it: {detail}.",
        "zh-Hans": "“{shown}”加上前面的限定词就不成立：{detail}。",
        "zh-Hant": "「{shown}」加上前面的限定詞就不成立：{detail}。",
    },
    "attribute-moved": {
        "en": "“{shown}” stands beside the name of another property ({detail}).",
        "zh-Hans": "“{shown}”写在了另一项参数的名下（{detail}）。",
        "zh-Hant": "「{shown}」寫在了另一項規格的名下（{detail}）。",
    },
    "comparison-moved": {
        "en": "“{shown}” is a comparison for {detail}, and stands beside another figure.",
        "zh-Hans": "“{shown}”是拿来比{detail}的，却跟在了另一个数值后面。",
        "zh-Hant": "「{shown}」是拿來比{detail}的，卻跟在了另一個數值後面。",
    },
    "comparison-untraced": {
        "en": "“{shown}” ({detail}) comes near no figure of the brief.",
        "zh-Hans": "“{shown}”（{detail}）与简报里的数值都对不上。",
        "zh-Hant": "「{shown}」（{detail}）與簡報裡的數值都對不上。",
    },
    "ratio-inverted": {
        "en": "“{shown}” is said the wrong way round: the comparison is {detail}.",
        "zh-Hans": "“{shown}”把比较说反了：应为{detail}。",
        "zh-Hant": "「{shown}」把比較說反了：應為{detail}。",
    },
    "times-more": {
        "en": "“{shown}” times more or faster is not the ratio; say “times as …”: {detail}.",
        "zh-Hans": "“快（大、多）{shown}”与比值不是一回事，请写成“是……的N倍”：{detail}。",
        "zh-Hant": "「快（大、多）{shown}」與比值不是同一回事，請寫成「是……的N倍」：{detail}。",
    },
    "quote-altered": {
        "en": "“{shown}” is given to a customer and stands in no customer's words as collected.",
        "zh-Hans": "“{shown}”说成是客户的话，但收集到的客户原话里没有这一句。",
        "zh-Hant": "「{shown}」說成是客戶的話，但蒐集到的客戶原話裡沒有這一句。",
    },
    "praise": {
        "en": "“{shown}”: {detail}",
        "zh-Hans": "“{shown}”：{detail}",
        "zh-Hant": "「{shown}」：{detail}",
    },
    "specification-lost": {
        "en": "A comparison stands here, but its exact figure ({detail}) stands nowhere in the draft.",
        "zh-Hans": "用了比较，但草稿里没有写出准确数值（{detail}）。",
        "zh-Hant": "用了比較，但草稿裡沒有寫出準確數值（{detail}）。",
    },
    "banned-word": {
        "en": "“{shown}” is on the house's list of banned words.",
        "zh-Hans": "“{shown}”在内部禁用词表里。",
        "zh-Hant": "「{shown}」在內部禁用詞表裡。",
    },
    "markup-left": {
        "en": "“{shown}” is markup or a placeholder, not copy.",
        "zh-Hans": "“{shown}”是标记或占位符，不是文案。",
        "zh-Hant": "「{shown}」是標記或占位符，不是文案。",
    },
    "wrong-language": {
        "en": "The text is not written in {detail}.",
        "zh-Hans": "这段文字不是{detail}。",
        "zh-Hant": "這段文字不是{detail}。",
    },
    "wrong-script": {
        "en": "“{shown}” belongs to the other Chinese script.",
        "zh-Hans": "“{shown}”是繁体字。",
        "zh-Hant": "「{shown}」是簡體字。",
    },
    "channel-limit": {
        "en": "“{shown}” is too long for its place: {detail}.",
        "zh-Hans": "“{shown}”超出了这个位置的长度：{detail}。",
        "zh-Hant": "「{shown}」超出了這個位置的長度：{detail}。",
    },
    "field-empty": {
        "en": "The field is empty.",
        "zh-Hans": "这一栏是空的。",
        "zh-Hant": "這一欄是空的。",
    },
}
MESSAGES |= CLAIM_MESSAGES

# What places count, after the number.
UNITS: dict[str, dict[Lang, str]] = {
    "characters": {"en": "characters", "zh-Hans": "个字符", "zh-Hant": "個字元"},
    "double_width": {
        "en": "characters, a Chinese one being two",
        "zh-Hans": "个字符（一个汉字算两个）",
        "zh-Hant": "個字元（一個中文字算兩個）",
    },
    "utf16": {"en": "characters", "zh-Hans": "个字符", "zh-Hant": "個字元"},
    "x_weighted": {
        "en": "characters as X counts them, a Chinese one being two",
        "zh-Hans": "个字符（按 X 的算法，一个汉字算两个）",
        "zh-Hant": "個字元（依 X 的算法，一個中文字算兩個）",
    },
    "weibo_halves": {
        "en": "halves of a Chinese character",
        "zh-Hans": "个半角字符（两个算一个字）",
        "zh-Hant": "個半形字元（兩個算一個字）",
    },
    "xhs_halves": {
        "en": "halves of a Chinese character",
        "zh-Hans": "个半角字符（两个算一个字）",
        "zh-Hant": "個半形字元（兩個算一個字）",
    },
    "gsm_bytes": {"en": "bytes of one text message", "zh-Hans": "字节（一条短信）", "zh-Hant": "位元組（一則簡訊）"},
    "utf8_bytes": {"en": "bytes in UTF-8", "zh-Hans": "字节（UTF-8）", "zh-Hant": "位元組（UTF-8）"},
    "gbk_bytes": {
        "en": "bytes, a Chinese character being two",
        "zh-Hans": "字节（一个汉字两个字节）",
        "zh-Hant": "位元組（一個中文字兩個位元組）",
    },
    "words": {"en": "words", "zh-Hans": "个词", "zh-Hant": "個詞"},
    "lines": {"en": "lines", "zh-Hans": "行", "zh-Hant": "行"},
    "tags": {"en": "tags", "zh-Hans": "个话题", "zh-Hant": "個標籤"},
}


def say(rule: str, lang: Lang, shown: str = "", detail: str = "") -> str:
    """The message of a rule, with the words it is about."""
    return MESSAGES[rule][lang].format(shown=shown, detail=detail)
