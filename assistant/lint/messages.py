"""What linting itself has to say, in the three languages; the rules of praise bring their own words."""

from __future__ import annotations

from assistant.schema import Lang, Level

# id: level, then message by language
_MESSAGES: dict[str, tuple[Level, dict[Lang, str]]] = {
    "suppression-unreadable": ("warning", {
        "en": "This note can't be read: “{note}”. Write: yardstick: allow RULE because REASON.",
        "zh-Hans": "这条注释无法识别：“{note}”。写法：yardstick: allow 规则 because 理由。",
        "zh-Hant": "這條註解無法辨識：「{note}」。寫法：yardstick: allow 規則 because 理由。",
    }),
    "suppression-without-reason": ("warning", {
        "en": "“{rule}” is allowed here without a reason, so it still counts. Add: because REASON.",
        "zh-Hans": "这里放行“{rule}”却没有写理由，因此不生效。请补上：because 理由。",
        "zh-Hant": "這裡放行「{rule}」卻沒有寫理由，因此不生效。請補上：because 理由。",
    }),
    "suppression-unknown-rule": ("warning", {
        "en": "No rule is called “{rule}”.{near}",
        "zh-Hans": "没有名为“{rule}”的规则。{near}",
        "zh-Hant": "沒有名為「{rule}」的規則。{near}",
    }),
    "suppression-unused": ("warning", {
        "en": "“{rule}” is allowed here, but finds nothing to allow. Take the note out.",
        "zh-Hans": "这里放行了“{rule}”，但没有可放行的内容。请删去这条注释。",
        "zh-Hant": "這裡放行了「{rule}」，但沒有可放行的內容。請刪去這條註解。",
    }),
    "company-centred-voice": ("information", {
        "en": "“We” and “our” stand {ours} times, “you” and “your” {yours}: the text looks from the company's side.",
        "zh-Hans": "“我们”一类的词出现{ours}次，“您”“你”只有{yours}次：文字站在公司一边说话。",
        "zh-Hant": "「我們」一類的詞出現{ours}次，「您」「你」只有{yours}次：文字站在公司一邊說話。",
    }),
    "repeated-slogan": ("information", {
        "en": "“{match}” stands here {count} times. Said again, it gains nothing.",
        "zh-Hans": "“{match}”在文中出现{count}次。重复并不能让人更信。",
        "zh-Hant": "「{match}」在文中出現{count}次。重複並不會讓人更相信。",
    }),
    "evidence-expired": ("warning", {
        "en": " The evidence “{title}” ({year}) expired on {expires}.",
        "zh-Hans": "证据《{title}》（{year}）已于{expires}过期。",
        "zh-Hant": "證據《{title}》（{year}）已於{expires}過期。",
    }),
    "near": ("warning", {
        "en": " Did you mean “{near}”?", "zh-Hans": "是否想写“{near}”？", "zh-Hant": "是否想寫「{near}」？",
    }),
}  # fmt: skip
_QUESTIONS: dict[str, dict[Lang, str]] = {
    "company-centred-voice": {
        "en": "What does the reader get from each of these sentences?",
        "zh-Hans": "这些句子里，读者得到了什么？",
        "zh-Hant": "這些句子裡，讀者得到了什麼？",
    },
    "repeated-slogan": {
        "en": "What new thing could stand here instead?",
        "zh-Hans": "这里可以换成什么新的内容？",
        "zh-Hant": "這裡可以換成什麼新的內容？",
    },
}
OWN: tuple[str, ...] = tuple(name for name in _MESSAGES if name not in ("evidence-expired", "near"))
INFORMATION: tuple[str, ...] = tuple(_QUESTIONS)


def level_of(rule: str) -> Level:
    """How much a rule of linting itself counts."""
    return _MESSAGES[rule][0]


def say(rule: str, lang: Lang, /, **words: object) -> str:
    """The message of a rule of linting itself, with its words filled in.

    >>> say("near", "en", near="empty-rank")
    ' Did you mean “empty-rank”?'
    """
    return _MESSAGES[rule][1][lang].format(**words)


def ask(rule: str, lang: Lang) -> str:
    """The question that goes with a rule of linting itself, "" if none does."""
    return _QUESTIONS.get(rule, {}).get(lang, "")
