"""The words by which a fact says what its figure is: a dose, a stock, a service interval, the life of a filter.

A dimension never suffices: 600 g may be beans or the grinder. What no word here claims has no part in a sum.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Use = Literal["cup", "wash", "serving", "dose", "time", "grind"]


def _words(english: str, chinese: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{english})\b|(?:{chinese})" if chinese else rf"\b(?:{english})\b", re.IGNORECASE)


# What one use takes, by what it is a use of; the first that matches.
DOSES: Mapping[Use, re.Pattern[str]] = {
    "cup": _words("(?:per|an?|each|every|single|one) (?:cup|mug|shot|espresso)|cup size", "[每单單一]杯"),
    "wash": _words("(?:per|an?|each|every|one) (?:wash|load|wash[- ]cycle)", "每次洗[衣涤滌]|每桶|每缸"),
    "serving": _words(
        "(?:per|an?|each|every|one) (?:serving|scoop|meal|portion)|serving(?: size)?", "每[份勺匙餐]|[单單]份"
    ),
    "dose": _words("doses?|dosage"),
    "grind": re.compile(r"\bgrinds? (?:about |around )?(?=\d)|磨[豆出好粉]?\s*[约約]?\s*(?=\d)", re.IGNORECASE),
    "time": _words("(?:per|an?|each|every|one) (?:use|application)", "每次|[单單]次|一次用"),
}
# What a thing is a stock of, and which uses that can have.
SUBSTANCES: Mapping[str, tuple[re.Pattern[str], frozenset[Use]]] = {
    "coffee": (_words("coffee|beans?|espresso|grounds|bean hopper|hopper", "咖啡|豆仓|豆倉|豆槽|豆"), frozenset({"cup", "dose", "time", "grind"})),
    "detergent": (_words("detergent|laundry liquid|washing liquid|washing powder", "洗衣[液粉精]|洗[衣涤滌][剂劑]"), frozenset({"wash", "dose", "time"})),
    "powder": (_words("protein|powder|formula|oats|granola|muesli|cereal", "蛋白粉|奶粉|[燕麦麥]片|粉末"), frozenset({"serving", "dose", "time", "cup"})),
    "food": (_words("kibble|(?:dog|cat|pet) food", "[狗猫貓][粮糧]|[宠寵]物食品"), frozenset({"serving", "dose", "time"})),
    "tea": (_words("tea|tea leaves", "茶"), frozenset({"cup", "dose", "time"})),
    "water": (_words("water tank|reservoir|water capacity|kettle|carafe", "水箱|水槽|[热熱]水[壶壺]"), frozenset({"cup"})),
    "lotion": (_words("shampoo|lotion|serum|conditioner|body wash|mouthwash|toner", "洗[发髮]|[润潤][肤膚]|精[华華]|漱口|化[妆妝]水"), frozenset({"dose", "time"})),
}  # fmt: skip
# Said of the contents, whatever they are: they go with any dose.
CONTENTS = _words("net contents?|net volume", "[净淨]含量|[内內]容量")
# A thing's own weight, and what a scale or a motor can take, is no stock.
NO_STOCK = _words(
    "weighs?|weight|wt|machine|maker|brewer|grinder|mill|set|powder[- ]coated|max(?:imum)? load|dry weight|empty|shipping|carton|accuracy|residue|retention|per|an hour|a day|daily",
    "自重|咖啡[机機]|豆[机機]|茶[机機具]|[机機]身|整[机機]|毛重|重量|[净淨]重|最大[承载載]|精度|残[粉留]|殘[粉留]|每天|每日|每小[时時]",
)

VESSELS: Mapping[str, re.Pattern[str]] = {
    "jug": _words("jug|pitcher", "[滤濾净淨]?水[壶壺]"),
    "bottle": _words("bottle|flask", "水瓶|水杯|水[壶壺]杯"),
    "kettle": _words("kettle", "[热熱]水[壶壺]|[烧燒]水[壶壺]"),
    "tank": _words("water tank|reservoir", "水箱"),
}
# How much a filter cleans before it is changed; a rate, a size or a flow is not that.
FILTERED = re.compile(
    r"\b(?:filters?|cartridges?)\b.{0,30}\b(?:for|life|lasts?|lifespan|capacity|up to|every|per)\b|\b(?:filters?|cleans) (?:up to|about|around)?|per (?:filter|cartridge)|[滤濾][芯心].{0,8}(?:寿命|壽命|可[过過]?[滤濾用]|[净淨]水量)|(?:[过過][滤濾]|可[滤濾]|[净淨]水量)",
    re.IGNORECASE,
)
IS_FILTER = _words("filters?|cartridges?", "[滤濾]")

# Hours that pass only while a thing runs.
INTERVAL = _words(
    "between services|service intervals?|servicing interval|maintenance intervals?|between (?:oil )?changes|"
    "(?:rated|service|lamp|led|bulb|filter|motor|bearing|laser|light source) (?:life|lifespan|lifetime)|lifespan|lifetime|service every",
    "保[养養](?:周期|週期|[间間]隔)|[维維][护護](?:周期|週期|[间間]隔)|免[维維][护護]|使用[寿壽]命|[寿壽]命",
)
NO_INTERVAL = _words(
    "battery|warranty|guarantee|standby|playback|playtime|charge|recording|storage",
    "[电電]池|[质質]保|保固|待[机機]|[续續]航|播放|[录錄]",
)

DAY_AND_NIGHT = _words(
    "day and night|round the clock|around the clock|24/7|24 hours a day|all day(?:,)? every day|runs? continuously|running continuously|continuous (?:operation|running|duty)|always on|non-?stop",
    "日夜|[昼晝]夜|24小[时時](?:不[间間停]|[运運]行|[运運][转轉]|[连連][续續]|[开開]|常)|全天候|不[间間][断斷]|不停[机機]|常[开開]",
)
# Things that are switched on once. What a compressor draws it draws by turns.
NEVER_OFF = _words(
    "air (?:purifier|cleaner)|router|mesh system|network storage|nas|aquarium (?:pump|filter)|pond pump|ventilation unit",
    "空[气氣][净淨淸清]化?[淨净]?[器机機]|路由器|[网網]路儲存|[鱼魚]缸|新[风風][机機系]",
)
STANDBY = _words("stand-?by|sleep mode|idle", "待[机機]")
NO_DRAW = _words(
    "output|heat(?:ing)?|cool(?:ing)?|solar|speaker|audio|charg\\w{0,4}|peak|surge|up to \\d+ h",
    "[输輸]出|制[热熱冷]|製[热熱冷]|光伏|太[阳陽]能|[扬揚][声聲]|充[电電]|峰值",
)

# What is bought again: in both its price and its life.
PARTS: Mapping[str, re.Pattern[str]] = {
    "filter": _words("filters?|filter cartridges?|cartridges?", "[滤濾](?:芯|心|[网網])"),
    "brush head": _words("brush heads?", "刷[头頭]"),
    "blade": _words("blades?", "刀片|刀[头頭]"),
    "bag": _words("dust bags?", "[尘塵]袋"),
}
NO_LIFE = _words("warranty|guarantee\\w?", "保固|[质質]保|保修")
OFF = _words("save[sd]?|saving|off|discount|shipping", "[优優]惠|省|[减減]|[运運][费費]")
LASTS = _words("lasts?|life|lifespan|every|change[ds]?|replac\\w{1,6}", "可用|[寿壽]命|更[换換]|[换換]|使用")
# Several for one price, or a discount: what one costs is not said.
SEVERAL = _words(
    "packs?|set|pair|twin|two|three|four|off|save[sd]?|saving|kit|bundle|subscription|shipping",
    "[套组組盒包]|[优優]惠|省|[减減]|立[减減]|[运運][费費]|[2-9二两兩三四五六][支只隻个個]",
)

RANGE = _words(
    "range|on (?:a|one|a single|a full) charge|per charge|travels?|goes",
    "可[骑騎跑开開]|[续續]航|里程|[单單]次充[电電]",
)
# The speed at which a range was measured; at the top speed no range holds.
STEADY = _words(
    "at(?: a)?(?: steady| constant)?|cruis\\w{2,3}|average|constant|steady",
    "匀速|[勻均]速|等速|巡航|平均|以|定速|[时時]速[^，。]{0,6}[测測]",
)
TOP = _words("top|max(?:imum)?|peak|limit\\w{0,2}|up to|assist\\w{0,4}", "最高|极速|極速|限速|助力|最大")

MIST = _words("mist|humidif\\w{3,7}|evaporation|diffus\\w{2,4}|spray", "[雾霧]|加[湿濕]")
TANK = _words("(?:water )?tank|reservoir", "水箱")

# Pieces that are taken or used up one by one: English plural → singular.
PIECES: Mapping[str, str] = {
    "capsules": "capsule", "tablets": "tablet", "pills": "pill", "softgels": "softgel", "gummies": "gummy", "pods": "pod",
    "tea bags": "tea bag", "teabags": "teabag", "sachets": "sachet", "wipes": "wipe", "sheets": "sheet", "pads": "pad",
    "masks": "mask", "bars": "bar", "cans": "can", "bottles": "bottle", "rolls": "roll", "washes": "wash", "nappies": "nappy",
    "diapers": "diaper", "blades": "blade",
}  # fmt: skip
COUNTERS = "粒颗顆片包袋瓶罐卷抽张張枚支条條丸锭錠"
