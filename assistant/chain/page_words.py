"""Words of a page that decide whether what stands beside them may be taken: a "not" before or behind it."""

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
