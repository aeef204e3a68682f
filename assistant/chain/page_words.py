"""Words of a page that decide whether what stands beside them may be taken: a "not", an order to whoever reads it."""

from __future__ import annotations

import re

# What turns a quote into its opposite, right before it and right behind it.
NOT_BEFORE = re.compile(
    r"(?:\b(?:not|no|non|never|without|cannot|excludes?|excluding|except|lacks?|un)|n['’]t)[\s:-]{1,3}(?:[A-Za-z]{1,12}\s){0,2}$"
    r"|(?:不(?:含|带|帶|可|能|会|會|是|支持|支援|适用|適用|包括|包含|附)?|[无無未非没沒勿免]|没有|沒有)[\s:：]{0,2}$",
    re.IGNORECASE,
)
NOT_AFTER = re.compile(
    r"[ \t,(:–—-]{0,4}(?:(?:is|are) )?(?:not (?:included|supplied|provided|available|part of)\b|excluded|sold separately|optional\b)"
    r"|[ \t]?(?:is|are|was|were|does|do|can|will)(?: ?not\b|n['’]t\b)|[ \t]not\b"
    r"|[ \t，,(（:：]{0,3}(?:除外|需?另[购購售]|需?[选選][购購配]|不(?:含|包括|包含|附|支持|支援))"
    r"|[ \t]?(?:不(?!仅|僅|但|只|锈|鏽|同|易)|未|[没沒]有)"
    # The row of a table that says no, in its line or, pasted, in the next.
    r"|[ \t]{0,3}(?:[:：|\t–—?？-][ \t]{0,3}|\n\s{0,3})(?:no|none|nil|n/?a|false|not? [a-z]{1,20}|[×✗✘✕❌]|否|[无無]|不是|不支持|不支援|[没沒]有)[ \t.。]{0,3}(?=$|[\n|,;，；])",
    re.IGNORECASE,
)
# Words to whoever reads the page for somebody else: no page says them to a buyer.
ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,40}\b(?:instructions?|prompts?|rules|above|previous|prior)\b"
    r"|\b(?:dear|hey|attention|note (?:to|for)|to the|as an)\s+(?:ai|llm|language model|assistant|chatbot|copywriter|model)s?\b"
    r"|(?:^|[.!?:;>\])]\s{0,3})\W{0,4}(?:(?:please|also|and)\s+)?(?:add|include|write|say|state|mention|append|insert|output|print|claim|quote|copy)"
    r"\s{0,3}(?:\b(?:that|this|the (?:words?|phrase|fact|following))\b|[:“\"'‘])"
    r"|\byou (?:must|should|have to|are to|will)\s+(?:now\s+|also\s+)?(?:add|say|write|claim|mention|state|output|praise|rank)\b"
    r"|\bin (?:your|the) (?:answer|reply|response|output|copy|json)\b"
    r"|(?:忽略|忽视|忽視|无视|無視|忘记|忘記|不要理会|不要理會)[^。！？\n]{0,12}(?:指令|指示|要求|规则|規則|提示|以上|上述|之前|前面)"
    r"|(?:加上|添加|加入|写上|寫上|写明|寫明|写入|寫入|输出|輸出|声称|聲稱)(?:以下|这|這|一)?[句段条條]?(?:话|話)?\s{0,2}[:：“「『\"]"
    r"|(?:AI|人工智[能慧]|模型|助手|助理|文案)[^。！？\n]{0,8}(?:请|請|必须|必須|务必|務必|应当|應當)",
    re.IGNORECASE | re.MULTILINE,
)
