"""Words to whoever reads a page for somebody else: no page says them to a buyer, and no fact is made of them."""

from __future__ import annotations

import re

ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,40}\b(?:instructions?|prompts?|rules|above|previous|prior)\b"
    r"|\b(?:dear|hey|attention|note (?:to|for)|to the|as an)\s+(?:ai|llm|language model|assistant|chatbot|copywriter|model)s?\b"
    r"|(?:^|[.!?:;>\])]\s{0,3})\W{0,4}(?:(?:please|also|and)\s+)?(?:(?:add|include|write|say|state|mention|append|insert|output|print|claim|quote|copy)"
    # "Output: 65 W" is a row of a table.
    r"\s{0,3}(?:\b(?:that|this|the (?:words?|phrase|fact|following))\b|:?\s{0,2}[“\"'‘])|(?:add|include|write|say|mention|append|insert)\s{0,3}:(?!\s{0,3}[0-9]))"
    r"|\byou (?:must|should|have to|are to|will)\s+(?:now\s+|also\s+)?(?:add|say|write|claim|mention|state|output|praise|rank)\b"
    r"|\bin (?:your|the) (?:answer|reply|response|output|copy|json)\b"
    r"|(?:忽略|忽视|忽視|无视|無視|忘记|忘記|不要理会|不要理會)[^。！？\n]{0,12}(?:指令|指示|要求|规则|規則|提示|以上|上述|之前|前面)"
    r"|(?:加上|添加|加入|写上|寫上|写明|寫明|写入|寫入|声称|聲稱)(?:以下|这|這|一)?[句段条條]?(?:话|話)?\s{0,2}[:：“「『\"]"
    r"|(?:输出|輸出)(?:以下|这|這|一)?[句段条條]?(?:话|話)?\s{0,2}[:：]?\s{0,2}[“「『\"]"
    r"|(?:AI|人工智[能慧]|模型|助手|助理|文案)[^。！？\n]{0,8}(?:请|請|必须|必須|务必|務必|应当|應當)",
    re.IGNORECASE | re.MULTILINE,
)
