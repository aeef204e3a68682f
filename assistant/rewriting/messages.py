"""What a rewrite says of its changes, in the language of the page."""

from __future__ import annotations

from assistant.schema import Lang

_SAID: dict[str, dict[Lang, str]] = {
    "word": {
        "en": "praise that no fact here carries: “{shown}”",
        "zh-Hans": "没有事实支撑的自夸：“{shown}”",
        "zh-Hant": "沒有事實支撐的自誇：「{shown}」",
    },
    "sentence": {
        "en": "a sentence of nothing but praise: “{shown}”",
        "zh-Hans": "整句只有自夸：“{shown}”",
        "zh-Hant": "整句只有自誇：「{shown}」",
    },
    "comparison": {
        "en": "{shown} beside something that the reader knows",
        "zh-Hans": "把{shown}与读者熟悉的事物放在一起",
        "zh-Hant": "把{shown}和讀者熟悉的事物放在一起",
    },
    "no-brief": {
        "en": "without --brief the page's own figures are taken as given",
        "zh-Hans": "没有 --brief，页面上的数值按原样采信",
        "zh-Hant": "沒有 --brief，頁面上的數值按原樣採信",
    },
    "unreachable": {
        "en": "The model gave no usable sentences ({why}) What it has not written, the built-in rewriting has.",
        "zh-Hans": "模型没有给出可用的句子（{why}）它没写的，由内置改写完成。",
        "zh-Hant": "模型沒有給出可用的句子（{why}）它沒寫的，由內建改寫完成。",
    },
    "left": {
        "en": "Sentences of the model that still failed after {tries} repairs: {count} ({rules}); the built-in rewriting has them.",
        "zh-Hans": "模型写的句子修改{tries}次后仍有{count}句通不过检查（{rules}），改由内置改写处理。",
        "zh-Hant": "模型寫的句子修改{tries}次後仍有{count}句通不過檢查（{rules}），改由內建改寫處理。",
    },
    "no-model": {
        "en": "No language model is configured; the built-in rewriting did it all.",
        "zh-Hans": "未配置语言模型，全部由内置改写完成。",
        "zh-Hant": "未設定語言模型，全部由內建改寫完成。",
    },
    "person": {"en": "needs a person", "zh-Hans": "需要人来处理", "zh-Hant": "需要人來處理"},
    "counted": {
        "en": "{changes} changed, {kept} sentences kept as they were, {questions} for a person",
        "zh-Hans": "改动{changes}处，原样保留{kept}句，需要人处理{questions}处",
        "zh-Hant": "改動{changes}處，原樣保留{kept}句，需要人處理{questions}處",
    },
}  # fmt: skip


def say(name: str, lang: Lang, **values: object) -> str:
    """A message of this name."""
    return _SAID[name][lang].format(**values)
