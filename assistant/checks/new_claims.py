"""Claims that no fact carries: certificates, origins, materials, guarantees, endorsements and capabilities.

A word of the lists (`concepts`) is a claim where it is said of the product. What is denied, asked, wished for, likened to,
said by a customer or part of a yardstick's name is none; nor is what the brief says as well (`carried`).
"""

from __future__ import annotations

import re
from itertools import groupby

from assistant.checks.carried import carried_by
from assistant.checks.clauses import Clauses
from assistant.checks.concepts import Mention, claim_lookup
from assistant.checks.messages import say
from assistant.checks.spans import Wording, find_approved, references_of, wordings_of_references
from assistant.praise.grammar import fold
from assistant.schema import Diagnostic, Lang, Plan
from assistant.schema.brief import Brief, Persona

# What makes a material or a place, which stand in any scene, a claim about the product.
_BESIDE: dict[tuple[str, bool], tuple[re.Pattern[str], re.Pattern[str]]] = {
    ("material", True): (
        re.compile(
            r"\b(?:made|built|cut|milled|machined|forged|cast|carved|woven|knitted|knit|sewn|crafted|turned|wrapped|clad|lined|finished|trimmed|constructed"
            r"|molded|moulded|formed|coated|filled|fashioned|sculpted|hewn|shaped)(?: [a-z]{1,12})? (?:of|from|in|with|out of|by)(?: [a-z,-]{1,14}){0,3} $"
            r"|\b(?:solid|genuine|real|pure|polished|brushed|forged|recycled|premium|anodi[sz]ed|tempered|all|precision|milled|machined|hand-polished) $"
            r"|\bmaterial: $",
            re.IGNORECASE,
        ),
        re.compile(
            r"[ -](?:body|bodied|case|casing|shell|frame|housing|strap|band|handle|grip|finish|lid|build|chassis|blades?|panel|cover|lining|uppers?|soles?"
            r"|cushions?|pads?|tips?|construction|lens|back|hinges?|buttons?|tank|bowl|alloy|bristles|cable|core|coating|nozzle|drum|bearings?|tips|drivers?"
            r"|grilles?|knobs?|dials?|feet|foot|ring|plate|face|front|clip|hook|cap|spout|pot|jug|rim|clasp|buckle|pockets?|liner|insert|cup|mug|barrel|needle|pump|rods?|spokes|fork|seat|legs?|top|surface|sheath|tines|wire|springs?|screws|joints?|rotor|motor|base|stand|fins|skin|hull|nose|interior|exterior|edges?|inlay|accents|details|trim)\b",
            re.IGNORECASE,
        ),
    ),
    ("material", False): (
        re.compile(
            "(?:采用|採用|选用|選用|材质|材質|面料|布料|机身|機身|外壳|外殼)(?:了|的|是|为|為|：|:)?[^，。；\\s]{0,6}$|[全纯純由以]$"
        ),
        re.compile(
            "(?:的|材质的|材質的)?(?:机身|機身|外壳|外殼|材质|材質|打造|制成|製成|制作|製作|制造|製造|面料|布料|手柄|握把|把手|边框|邊框|内胆|內膽|刀头|刀頭|刀片|刷毛|底座|镜片|鏡片"
            "|包覆|骨架|支架|滤网|濾網|扇叶|扇葉|表带|錶帶|鞋面|鞋底|做的|做成|刷头|刷頭|耳塞|按键|按鍵|箭体|箭體|锻造|鍛造|工艺|工藝|质感|質感)"
        ),
    ),
    ("origin", True): (
        re.compile(
            r"\b(?:made|crafted|built|designed|engineered|assembled|manufactured|produced|sourced|imported|grown|woven|developed|forged|invented|roasted|brewed"
            r"|sewn|stitched|finished|cast|milled|dreamt up|dreamed up|hails|comes|come|straight|shipped|factory|workshop|studio|lab|laboratory|craftsmen|engineers)"
            r"(?: [a-z]{1,14}){0,3} (?:in|from|by|near|outside|at|of)(?: the| our| a)?(?: [A-Za-z]{1,12})? $|\b(?:authentic|traditional|genuine|original|fine) $",
            re.IGNORECASE,
        ),
        re.compile(
            r"[ -](?:made|built|engineered|designed|crafted|engineering|craftsmanship|craft|technology|tech|design|quality|precision|steel|leather|cotton|wool|glass"
            r"|oak|manufactur[a-z]+|origin|motor|movement|lens|lenses|optics|chips?|workmanship|know-how|components?|ingredients|chocolate|tooling|engineers|designers"
            r"|craftsmen|artisans|factory|workshop|inventors?|brand|watchmakers?|heritage|ceramics?|parts)\b",
            re.IGNORECASE,
        ),
    ),
    ("origin", False): (
        re.compile(
            "(?:产自|產自|来自|來自|源自|源于|源於|产于|產於|出自|诞生于|誕生於|制造于|製造於|采自|採自|选自|選自|引进|引進)[^，。；\\s]{0,3}$"
        ),
        re.compile(
            "(?:制造|製造|生产|生產|工艺|工藝|进口|進口|原装|原裝|原产|原產|技术|技術|品质|品質|设计|設計|产|產(?!品)|制(?!度)|製|造|匠心|血统|血統|标准|標準|精工|品牌|芯片|晶片|电机|馬達"
            "|马达|面料|牛皮|钢材|鋼材|研发|研發|团队|團隊|直邮|直送|工程师|工程師|工厂|工廠|货源|零件|压缩机|壓縮機|轴承|軸承|刷毛|杜邦|出品|组装|組裝)"
        ),
    ),
}
_MADE_IN = re.compile(
    r"\b(?:made|handmade|hand-?crafted|crafted|designed|engineered|assembled|manufactured|forged|woven|roasted) (?:entirely |by hand |with care |proudly )?in (?:the )?(?P<place>[A-Z][A-Za-z]+)"
)
_MADE_IN_ZH = re.compile("(?:产自|產自|产地[：:是为為]|產地[：:是为為]|原产于|原產於)(?P<place>[\u4e00-\u9fff]{2})")
_DENIED_EN = re.compile(
    r"(?:\b(?:no|not|without|nor|neither|never|cannot|free of|instead of|rather than|zero|skip the|forget the|minus the)|n['’]t)(?: (?!only|just|merely|to mention)[a-z'’-]{1,14}){0,4}[ “\"]$",
    re.IGNORECASE,
)
_SUPPOSED_EN = re.compile(
    r"\b(?:if|whether|wish|imagine|suppose|unless|wonder|pretend|someday|one day)\b", re.IGNORECASE
)
_LIKENED_EN = re.compile(
    r"\b(?:like|as [a-z]{2,12} as|than|unlike|resembles?|reminds? [a-z]{2,4} of)(?: [a-z'’-]{1,14}){0,3} $",
    re.IGNORECASE,
)
_OTHERS_EN = re.compile(
    r"\b(?:(?:on|onto|under|behind|beside|across|through|over|against|into|near|past|off) (?:the|a|an|any|that)|your|their|his|her|someone[’']s|somebody[’']s|neighbou?r[’']s|train[’']s|office|kitchen|hotel|café|grandfather[’']s)(?: (?!own)[a-z-]{1,12})? $",
    re.IGNORECASE,
)
_DENIED_ZH = re.compile(
    "(?:不是|不用|不需要|不必|无需|無需|无须|無須|没有|沒有|没|沒|不带|不帶|不含|不(?!只|仅|僅|光|但|愧|同|断|斷|怕|再|锈|鏽|銹|止)|别|別(?!的|家)|未|非|免|告别|告別|省去|代替|取代|而不靠|不靠|摆脱|擺脫)[^，。；、\\s]{0,5}$"
)
_SUPPOSED_ZH = re.compile(
    "如果|假如|要是|倘若|想象|想像|是否|是不是|有没有|有沒有|会不会|會不會|希望|哪天|能不能|要不要"
)
_LIKENED_ZH = re.compile("(?:像|如同|好似|仿佛|彷彿|宛如|比|似)[^，。；\\s]{0,6}$")
_OTHERS_ZH = re.compile(
    "(?:你家|家里|家裡|办公室|辦公室|厨房|廚房|隔壁|邻居|鄰居|地铁|捷運|咖啡馆|咖啡館|你的|您的|别人的|別人的|妈妈的|媽媽的)[^，。；\\s]{0,3}$"
)
# 放在实木桌上: what it stands on is not what it is made of.
_AT_ZH = re.compile("[在到进進靠往从從][^，。；\\s]{0,4}$")
_PLACE_ZH = re.compile("[\u4e00-\u9fff]{0,3}[上里裡旁下边邊中]")
_QUESTION_ZH = re.compile("[吗嗎]\\W*$")


def find_new_claims(field: str, text: str, brief: Brief, plan: Plan, persona: Persona | None) -> list[Diagnostic]:
    """One error for each word that claims what the brief does not carry, by position; empty for most texts."""
    lang, folded = brief.lang, fold(text, brief.lang)
    mentions = list(claim_lookup(lang).find(text, folded))
    places = [match.span("place") for match in (_MADE_IN if lang == "en" else _MADE_IN_ZH).finditer(text)]
    if not mentions and not places:
        return []
    carried, clauses = carried_by(brief, persona), Clauses(text)
    found: dict[tuple[int, int], str] = {}
    for (start, end), alike in groupby(mentions, key=lambda mention: (mention.start, mention.end)):
        meanings = list(alike)
        if any(carried.carries(one, text[start:end]) for one in meanings):
            continue
        meant = next((one for one in meanings if _is_claim(text, one, clauses, lang)), None)
        if meant is not None:
            found[start, end] = meant.concept.family
    for start, end in places:
        if not carried.says(text[start:end]) and not _excused(text, start, clauses, lang):
            found.setdefault((start, end), "origin")
    if not found:
        return []
    spared = _spared(text, brief, plan, persona)
    return [
        Diagnostic(rule, "error", start, end, say(rule, lang, text[start:end]), field=field)
        for (start, end), family in sorted(found.items())
        for rule in (f"new-{family}",)
        if not any(low <= start and end <= high for low, high in spared)
        and not _is_yardstick(text, start, end, plan, lang)
    ]


# 140 times the one contactless payments use: what is multiplied is a yardstick's.
_MULTIPLIED = re.compile(r"\btimes (?:the one|that of|those of|what|the \w+ of) $")


# So much of a name behind a word of it shows that it is the name.
_NAME_GOES_ON = 8


def _is_yardstick(text: str, start: int, end: int, plan: Plan, lang: Lang) -> bool:
    """Whether words are part of a yardstick's name: an Energy Star 60-watt-equivalent bulb."""
    multiplied = _MULTIPLIED.search(text[:start]) is not None
    words = text[start : end if multiplied else end + _NAME_GOES_ON].lower()
    if not multiplied and len(words) < end - start + _NAME_GOES_ON:
        return False
    return any(words in reference.names[lang].of.lower() for reference in references_of(plan))


def _is_claim(text: str, mention: Mention, clauses: Clauses, lang: Lang) -> bool:
    start, end = mention.start, mention.end
    if not mention.sure:
        before, after = _BESIDE[mention.concept.family, lang == "en"]
        if not before.search(text[max(0, start - 60) : start]) and not after.match(text, end):
            return False
    low = max(0, start - 40)
    if (_LIKENED_EN if lang == "en" else _LIKENED_ZH).search(text[low:start]):
        return False
    if mention.concept.family == "material" or not mention.sure:
        if (_OTHERS_EN if lang == "en" else _OTHERS_ZH).search(text[low:start]):
            return False
        if lang != "en" and _PLACE_ZH.match(text, end) and _AT_ZH.search(text[low:start]):
            return False
    return not _excused(text, start, clauses, lang)


def _excused(text: str, start: int, clauses: Clauses, lang: Lang) -> bool:
    """Whether what stands there is denied, asked, or only supposed."""
    low, high = clauses.sentence(start)
    if text[high : high + 1] in ("?", "？") or (lang != "en" and _QUESTION_ZH.search(text[low:high])):
        return True
    before = text[max(clauses.clause(start)[0], start - 60) : start]
    if lang == "en":
        return bool(_DENIED_EN.search(before) or _SUPPOSED_EN.search(before))
    return bool(_DENIED_ZH.search(before) or _SUPPOSED_ZH.search(before))


def _spared(text: str, brief: Brief, plan: Plan, persona: Persona | None) -> list[tuple[int, int]]:
    """Stretches that claim nothing new: a fact as it is given, a yardstick's name, what the customer suffers and wants."""
    theirs = (*persona.pains, *persona.wants, *(m.text for m in persona.moments)) if persona else ()
    wordings = [Wording(words, "assumption", words, "") for words in (*theirs, *(fact.text for fact in plan.facts))]
    return [(s.start, s.end) for s in find_approved(text, [*wordings, *wordings_of_references(plan, brief.lang)])]
