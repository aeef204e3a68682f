"""Numbers of a scene or of an idiom, which claim nothing of the product: seven o'clock, check twice, 早八人, 两样都要."""

from __future__ import annotations

import re

from assistant.schema import Lang

_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SCENES_EN = re.compile(
    rf"\b(?:(?:half past |quarter (?:past|to) )?(?:{_HOURS}|[0-9]{{1,2}}) o['’]clock|(?:half past|quarter past|quarter to) (?:{_HOURS})"
    r"|[0-9]{1,2}(?:[:.][0-5][0-9])? ?(?:a\.m\.|p\.m\.|am|pm)(?![A-Za-z])"
    rf"|(?:leave|leaving|wake|waking|up|home|start|starting|meet|ring|rings|arrive|out|dinner|breakfast|alarm)(?: [a-z]+){{0,2}} (?:at|by|before) (?:{_HOURS})(?![ -][a-z])"
    r"|(?:check|think|look|ask|count|measure|read|knock)(?: (?:your|the|it|his|her|my)(?: [a-z]+)?)? twice|don['’]t think twice"
    r"|(?:tea|table|dinner|breakfast|coffee|supper|lunch) for (?:two|three|four)|(?:the|one for the) (?:two|three|four) of (?:you|us)"
    rf"|day (?:{_HOURS})(?![ -][a-z])|(?:once, )?not twice|(?:close|closing|closes) the quarter|(?:this|next|last) quarter|count(?:ing)? to (?:ten|twenty|a hundred)|a couple of times(?=[,.])"
    r"|asks? (?:you )?(?:one|two|three|four|five) questions|you(?:['’]ll| will)? (?:vacuum|run|ride|train|swim|cook|clean|travel|fly|commute) (?:once|twice|three times) a (?:day|week|month)"
    r"|the [0-9]{1,2}:[0-5][0-9](?= |[.,?!])|half(?=[ -]?times?\b)|half[ -](?:asleep|awake|dressed|an eye|the battle)|two kinds of (?:mornings?|people|days?|evenings?|travell?ers?)"
    rf"|(?:{_HOURS}) (?:in the (?:morning|afternoon|evening)|at night)"
    r"|(?<!holds )(?<!makes )(?<!boils )(?<!brews )(?<!fills )(?<!takes )(?<!gives )(?<!heats )(?<!needs )(?<!uses )(?<!for )a (?:cup|pint)(?= (?:of (?:tea|coffee|cocoa|milk|water|beer|soup|rice|sugar|flour)|that|in (?:your|one) hand|before|after|while)\b)"
    r"|an? (?:inch|foot) of (?:snow|rain|ice|mud|dust|room)\b|(?:yourself|you) a (?:cup|pint)\b"
    r"|one (?:person|hand|thing|cup|mug|glance|look|evening|morning|question|word|breath|sitting|trip|errand)(?![a-z])"
    r"|(?:on|in|with|at) (?:one|two|three|four) (?:legs?|hands|minds?|eyes)|two minds|second (?:nature|thoughts?|coffee|cup|glance|question))",
    re.IGNORECASE,
)
_SCENES_ZH = re.compile(
    "早[七八九十](?:人|党|黨|(?=的|点半|點半))|[这這那以下][两兩三四五][条條项項点點件句](?=[：:，。])|一[周週](?:扫|掃|吸|跑|骑|騎|练|練|游|飞|飛)[一两兩二三四五]次|看完?[一两兩三]部(?:电影|電影|剧|劇)|晚[七八九十](?=点|點)|[两兩二三]样(?=都|一起|东西|東西|全|，|。|、|$)|[两兩二三]樣(?=都|一起|東西|全|，|。|、|$)"
    "|第[一二三四五六七八九十](?:天|晚|周|週|次|个月|個月|眼|反应|反應|步|杯|句|口|件事|时间|時間)|一口[气氣]|[两兩]全其美|一举[两兩]得|一舉[两兩]得|三心二意|七上八下|乱七八糟|亂七八糟"
    "|(?<![0-9零一二两兩三四五六七八九十百千])半天(?=才|都|也|不|没|沒|等)|朝九晚[五六九]|九九六|三餐|一日三餐|[两兩]头跑|[两兩]頭跑|四季|五颜六色|五顏六色|三更半夜|半夜|大半夜"
    "|(?:早上|上午|中午|下午|傍晚|晚上|凌晨|清晨|夜里|夜裡|每天)?[一二两兩三四五六七八九十]{1,2}[点點](?:半|钟|鐘|整|多)?(?=起|出|到|下班|上班|上课|上課|打卡|开|開|睡|回|，|。|的|还|還|前|后|後|就|才|水)"
    "|(?:早上|上午|中午|下午|傍晚|晚上|凌晨|清晨|夜里|夜裡)[0-9]{1,2}[点點](?:半|钟|鐘|整)?|[0-9一二两兩三四五六七八九十]{1,3}[点點]半?(?=下班|上班|起床|出门|出門|打卡|到家|睡|关灯|關燈)"
    "|[两兩]个人|[两兩]個人|一家[三四五3-5]口|手[机機](?:电量|電量)?[只還还]*剩[0-9一二三]{1,2}%|[三四]五好友|[两兩]三[个個]好友|[两兩]口子|一个人|一個人|唯一一?[个個位]|[等给給再]一(?:分[钟鐘]|秒)(?!内|內|之)|[这這那]里?两点|两点入手|[以从從]下?[两兩]点|看[两兩]点"
)


def find_scenes(text: str, lang: Lang) -> list[tuple[int, int]]:
    """Stretches whose numbers are of the reader's day or of an idiom, by position."""
    return [match.span() for match in (_SCENES_EN if lang == "en" else _SCENES_ZH).finditer(text)]
