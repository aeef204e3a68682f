"""Takes what identifies somebody out of a quotation: mail addresses, telephone numbers, handles and names."""

from __future__ import annotations

import re

# Fewer are a figure.
_DIGITS = 7
_MASKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("e-mail", re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")),
    (
        "phone",
        re.compile(
            r"(?<![\d.,])(?!(?:19|20)\d{2}[-./ ]\d{1,2}[-./ ]\d{1,2}(?!\d))(?:\+\d{1,3}[ .-]?)?"
            r"(?:\(\d{1,4}\)[ .-]?\d{2,5}(?:[ .-]\d{2,5}){1,3}|\d{2,5}(?:[ .-]\d{2,5}){2,4})(?![\d%])"
            r"|(?<!\d)(?:\+?86[ -]?)?1[3-9]\d{9}(?!\d)|(?<!\d)09\d{2}[ -]?\d{3}[ -]?\d{3}(?!\d)|(?<!\d)\+?\d{9,15}(?!\d)"
        ),
    ),
    ("handle", re.compile(r"(?<![\w@.])@[A-Za-z0-9_]{2,30}")),
    (
        "name",
        re.compile(
            r"(?:(?<=\b[Mm]y name is )|(?<=\b[Mm]y name's )|(?<=\bMr )|(?<=\bMr\. )|(?<=\bMrs )|(?<=\bMrs\. )|(?<=\bMs )|(?<=\bMs\. )"
            r"|(?<=\bDr )|(?<=\bDr\. )|(?<=\bDear )|(?<=\bThis is )|(?<=\bthis is )|(?<=\bI'm )|(?<=\bI am )|(?<=\b[Cc]alled ))"
            r"[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?(?![a-z])"
            r"|(?<=我叫)[\u4e00-\u9fff]{2,3}|(?<=我姓)[\u4e00-\u9fff]|(?<=名字是)[\u4e00-\u9fff]{2,3}"
            r"|[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文](?=先生|女士|小姐|太太|经理|經理|师傅|師傅)"
        ),
    ),
)  # fmt: skip


def mask(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with each of these replaced by its kind in brackets, and the kinds that were replaced, in order.

    >>> mask("Call me on +44 20 7946 0018, my name is Ann Lee.")
    ('Call me on [phone], my name is [name].', ('phone', 'name'))
    >>> mask("It weighs 620 g.")
    ('It weighs 620 g.', ())
    """
    taken: list[tuple[int, int, str]] = []
    for kind, pattern in _MASKS:
        for found in pattern.finditer(text):
            if kind == "phone" and sum(map(str.isdigit, found[0])) < _DIGITS:
                continue
            if not any(low < found.end() and found.start() < high for low, high, _ in taken):
                taken.append((found.start(), found.end(), kind))
    out, at = [], 0
    for low, high, kind in sorted(taken):
        out += [text[at:low], f"[{kind}]"]
        at = high
    return "".join([*out, text[at:]]), tuple(kind for _, _, kind in sorted(taken))
