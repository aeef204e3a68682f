"""Claims to be above others, or above what was before, and words that run others down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.carried import carried_by
from assistant.checks.clauses import Clauses
from assistant.checks.mentions import content_words
from assistant.checks.messages import say
from assistant.schema import Diagnostic, Lang, Level
from assistant.schema.brief import Brief, Persona

_OTHERS_EN = (
    r"(?:(?:any|all|every|most|many|the) )?(?:others?\b|the rest|rest\b|any\b|anything (?:else|in its class)|ordinary|conventional|traditional|standard|typical|regular|average|competing|rival"
    r"|comparable|similar|leading|cheaper|bulkier|other [a-z]+|(?:its |the |our )?(?:competition|competitors|rivals|peers|alternatives)|most (?:of )?[a-z]+|anyone|anybody|everyone)"
)
_BEFORE_EN = r"(?:(?:its|the|our) (?:predecessor|previous|last (?:model|generation|version)|old (?:model|one|version)|earlier)|your (?:old|current|present|last)|before\b|ever\b|last year)"
_MORE_EN = (
    r"\b(?:quieter|lighter|faster|stronger|smaller|thinner|slimmer|tougher|brighter|softer|safer|smarter|warmer|cooler|cleaner|sharper|cheaper|sturdier|quicker|longer|shorter"
    r"|higher|lower|bigger|larger|better|simpler|easier|fresher|gentler|smoother|deeper|clearer|richer|greener|heavier|harder|further|farther|louder|finer|kinder|less|fewer"
    r"|(?:more|less) [a-z]{4,16})"
)
_COMPARED_EN = re.compile(
    rf"{_MORE_EN}(?: [a-z]{{1,14}}){{0,4}} than (?:(?P<others>{_OTHERS_EN})|(?P<before>{_BEFORE_EN}))", re.IGNORECASE
)
_NO_OTHER_EN = re.compile(
    r"\b(?:no other|nothing (?:else )?on the market|nothing else|no (?:rival|competitor|competing)|(?:nobody|no one) else|unlike (?:any|most|every|all) (?:other)?)\b"
    r"|\b(?:outperforms?|outlasts?|outclass(?:es)?|outshines?|surpass(?:es)?|beats|leaves behind) (?:every|all|any|the|most|other|its|anything|rivals|competitors|ordinary)\b",
    re.IGNORECASE,
)
_TOP_EN = re.compile(
    r"\bthe (?:world['’]s |market['’]s |industry['’]s )?(?:(?:quiet|light|fast|strong|small|thin|slim|tough|bright|soft|safe|smart|warm|cool|clean|sharp|cheap|sturdi|quick|gentl|simpl|eas|power)"
    r"(?:i?est|nest|mest|gest|lest)|lightest|thinnest|slimmest|longest[- ](?:lasting|running)|most (?:powerful|durable|efficient|comfortable|reliable|advanced|compact|affordable|accurate|precise"
    r"|portable|economical|capable|sustainable|popular|effective|versatile))\b(?P<after>[^.!?;\n]{0,40})",
    re.IGNORECASE,
)
_OF_ALL_EN = re.compile(
    r"(?:[ -][a-z-]{2,14}){0,3} (?:in (?:its|the) (?:class|world|category|range|market|business)|on (?:the market|earth|sale)|available|ever|yet|of all|around|of its kind|anywhere|you can (?:buy|get|find)|you(?:['’]ll| will) (?:ever|find))\b",
    re.IGNORECASE,
)
_COMPARED_ZH = re.compile(
    "比(?P<others>别家|別家|别的|別的|其他|其它|同类|同類|同级|同級|同价位|同價位|市面|市售|一般|普通|传统|傳統|常见|常見|竞品|競品|友商|同行|对手|對手|大牌|杂牌|雜牌|进口|進口|任何|谁|誰)[^，。；！？\n]{0,10}?(?:更|还|還|都|要|来得|來得)?"
    "(?:轻|輕|静|靜|响|響|快|强|強|小|薄|亮|软|軟|安全|聪明|聰明|暖|凉|涼|干净|乾淨|便宜|省|稳|穩|久|大|好|耐|长|長|高|低|少|多|准|準|细|細|顺|順|划算|方便|舒服|耐用)"
    "|比(?P<before>上一代|前代|老款|旧款|舊款|以前|从前|從前|过去|過去|原来|原來|你手上|你现在|你現在|去年)[^，。；！？\n]{0,8}?(?:更|还|還|都|要)(?:轻|輕|静|靜|响|響|快|强|強|小|薄|亮|省|稳|穩|久|大|好|耐|长|長|高|低|少|多)"
)
_NO_OTHER_ZH = re.compile(
    "(?:没有|沒有)(?:哪|任何|别|別|其他|第二|一)[^，。；！？\n]{0,10}(?:更|能比|比得上|比得过|比得過|做得到|做到)|(?:同类|同類|同级|同級|同价位|同價位|市面|业内|業內|业界|業界)[^，。；！？\n]{0,6}(?:更|最|首|唯一|独|獨|少有|没有对手|沒有對手)"
    "|(?:超越|胜过|勝過|完胜|完勝|优于|優於|领先|領先|甩开|甩開)(?:了)?(?:别家|別家|其他|其它|同类|同類|同级|同級|同行|对手|對手|市面|一般|普通|所有|任何|竞品|競品|一众|一眾)|(?:别家|別家|别人|別人|其他品牌|同行)(?:都|还|還)?(?:做不到|没有|沒有|比不了|比不上|跟不上)"
)
_TOP_ZH = re.compile(
    "最(?:轻|輕|静|靜|响|響|安静|安靜|快|强|強|小|薄|亮|软|軟|安全|聪明|聰明|暖|省电|省電|耐用|耐|久|好用|舒服|稳|穩|精准|精準|先进|先進|便宜|划算|轻便|輕便|小巧)的(?P<noun>[\u4e00-\u9fff]{1,6})"
)
_SORT_ZH = re.compile("(?:产品|產品|机器|機器|款|型号|型號|家电|家電|电器|電器|选择|選擇)")
_BAD_EN = re.compile(
    r"\b(?:other|most|ordinary|cheap|cheaper|conventional|rival|competing|big-name|no-name|lesser|so-called|their|everyone else['’]s|throwaway|bargain|supermarket|imported)(?: [a-z’'-]{2,14}){1,3}? (?:just |simply |always |soon |quickly |only |all |will |may )?"
    r"(?:break|breaks|fail|fails|die|dies|fall (?:apart|out|off)|leak|leaks|rattle|rattles|whine|whines|crack|cracks|rust|rusts|fade|fades|overheat|overheats|disappoint|disappoints"
    r"|give up|gives up|let you down|cut corners|cuts corners|skimp|skimps|lie|lies|cheat|cheats|wear out|fall short|give out|burn out|end up in landfill|roar|scream|hide|charge you|rip)\b"
    r"|\b(?:unlike|forget|ditch|skip|bin) (?:the |those |these |that |your )?(?:junk|toys?|rubbish|garbage|trash|plastic tat|knock-?offs?|clunky|flimsy|overpriced|noisy|bulky|tinny) ?[a-z]*"
    r"|\b(?:the competition|our competitors|competitors|rivals|the big brands|other brands|other makers|other companies) (?:can['’]?t|cannot|couldn['’]?t|won['’]?t|don['’]?t|doesn['’]?t|still|never|only|charge|hide|cut|skimp|lie|fail|struggle|copy)\b",
    re.IGNORECASE,
)
_BAD_ZH = re.compile(
    "(?:别家|別家|别的牌子|別的牌子|别牌|別牌|其他品牌|其它品牌|其他牌子|其他家|同类产品|同類產品|普通产品|杂牌|雜牌|友商|竞品|競品|同行|山寨|大牌|便宜货|便宜貨|地摊货|地攤貨|市售|市面上的|网红款|網紅款|进口货|那些)[^，。；！？\n]{0,14}"
    "(?:就坏|就壞|坏了|壞了|容易坏|容易壞|漏水|漏电|漏電|断裂|斷裂|偷工减料|偷工減料|掉链子|掉漆|生锈|生鏽|发霉|發霉|骗|騙|坑|割韭菜|智商税|智商稅|虚标|虛標|噪音大|吵死|吵得|没用|沒用|垃圾|劣质|劣質|缩水|縮水|短命|不耐用|不靠谱|不靠譜|只会|只會|忽悠|中看不中用)"
    "|(?:不像|不同于|不同於|有别于|有別於)[^，。；！？\n]{0,8}(?:别家|別家|杂牌|雜牌|山寨|劣质|劣質|便宜货|便宜貨|同行|友商|竞品|競品|其他品牌)"
)


# Without one of these there is nothing to look for; most texts have none.
_ANCHORS_EN = (
    " than ", "no other", "nothing", "rival", "compet", " else", "unlike", "outperform", "outlast", "outclass", "outshine", "surpass", "beats", "leaves behind",
    "est ", "est-", "est.", "the most ", "other ", "most ", "ordinary", "cheap", "conventional", "-name", "lesser", "so-called", "their ", "throwaway", "bargain",
    "supermarket", "imported", "forget", "ditch", "skip", "bin ", "big brands",
)  # fmt: skip


def find_comparatives(field: str, text: str, brief: Brief, persona: Persona | None) -> Iterator[Diagnostic]:
    """Comparatives and superlatives that the brief does not carry, then words that run others down, each by position."""
    lang = brief.lang
    if lang == "en":
        lowered = text.lower()
        if not any(anchor in lowered for anchor in _ANCHORS_EN):
            return
    claims = list(_english(text, brief) if lang == "en" else _chinese(text, brief))
    bashing = [match.span() for match in (_BAD_EN if lang == "en" else _BAD_ZH).finditer(text)]
    if not claims and not bashing:
        return
    clauses, carried = Clauses(text), carried_by(brief, persona)
    for start, end, level in claims:
        if not _asked(text, start, clauses) and not carried.says(text[start:end]):
            yield _finding("new-comparative", level, field, text, start, end, lang)
    for start, end in bashing:
        if not _asked(text, start, clauses):
            yield _finding("competitor-bashing", "error", field, text, start, end, lang)


def _finding(rule: str, level: Level, field: str, text: str, start: int, end: int, lang: Lang) -> Diagnostic:
    return Diagnostic(rule, level, start, end, say(rule, lang, text[start:end]), field=field)


def _asked(text: str, at: int, clauses: Clauses) -> bool:
    high = clauses.sentence(at)[1]
    return text[high : high + 1] in ("?", "？")


def _english(text: str, brief: Brief) -> Iterator[tuple[int, int, Level]]:
    for match in _COMPARED_EN.finditer(text) if " than " in text else ():
        yield match.start(), match.end(), "error" if match["others"] else "warning"
    for match in _NO_OTHER_EN.finditer(text):
        yield match.start(), match.end(), "error"
    for match in _TOP_EN.finditer(text):
        after = match["after"]
        word = re.match(r"(?: [a-z-]{2,14}){0,2}? ([A-Za-z-]{2,20})", after)
        kinds = content_words(f"{brief.category} {brief.product}", "en")
        if _OF_ALL_EN.match(after) or (
            word and kinds & content_words(after[: word.end() + 12].partition(",")[0], "en")
        ):
            yield match.start(), match.start("after"), "error"


def _chinese(text: str, brief: Brief) -> Iterator[tuple[int, int, Level]]:
    for match in _COMPARED_ZH.finditer(text):
        yield match.start(), match.end(), "error" if match["others"] else "warning"
    for match in _NO_OTHER_ZH.finditer(text):
        yield match.start(), match.end(), "error"
    for match in _TOP_ZH.finditer(text):
        if _SORT_ZH.search(match["noun"]) or (brief.category and brief.category in match["noun"]):
            yield match.start(), match.end(), "error"
