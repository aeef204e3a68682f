"""Each rule about words: drafts that it must object to, and near ones that it must let through."""

from __future__ import annotations

import pytest

from assistant.schema import Lang
from tests.checks.shower import found

# rule → language → (must be found, must not be found)
ERRORS: dict[str, dict[Lang, tuple[list[str], list[str]]]] = {
    "new-certification": {
        "en": (
            ["FDA cleared for the nursery.", "ISO 9001 is on the box.", "A medical-grade shell.", "Organic cotton strap.", "Energy Star on every shelf.", "Meets US safety standards."],
            ["CE and RoHS: both on the label.", "A TÜV report, if you like reading.", "No FDA, no fuss: it's a speaker.", "Is it UL listed?", "It is CE marked.", "European standards, and your own: it has to sound right."],
        ),
        "zh-Hans": (
            ["通过3C认证。", "FDA认可的外壳。", "医疗级的安静。", "军工级用料。", "有机棉挂绳。", "达到国家标准。"],
            ["CE和RoHS都写在标签上。", "TÜV的检测报告在盒子里。", "没有FDA，它只是个音箱。", "需要3C认证吗？", "有CE认证。", "欧盟标准之外，还有你的耳朵。"],
        ),
        "zh-Hant": (
            ["通過BSMI檢驗。", "FDA認可的外殼。", "醫療級的安靜。", "軍規用料。", "有機棉掛繩。", "達到國家標準。"],
            ["CE和RoHS都寫在標籤上。", "TÜV的檢測報告在盒子裡。", "沒有FDA，它只是個喇叭。", "需要NCC認證嗎？", "有CE認證。", "歐盟標準之外，還有你的耳朵。"],
        ),
    },
    "new-origin": {
        "en": (
            ["Made in Germany.", "Swiss precision in the shower.", "Hand-built in small batches.", "Designed by a studio in Copenhagen, made in Denmark.", "Imported from Japan.", "Crafted by artisans."],
            ["Assembled in Leeds.", "For a bathroom in London or in Lagos.", "It isn't made in Germany.", "Sing in Italian.", "On the plane to Japan, leave it at home.", "Made in Italy?"],
        ),
        "zh-Hans": (
            ["德国制造。", "日本进口的喇叭。", "纯手工缝的挂绳。", "产自瑞士。", "来自北欧的设计团队。", "百年老店出品。"],
            ["苏州组装。", "在德国的浴室里也能唱。", "不是德国制造。", "放进口袋有点沉。", "唱一首意大利语的歌。", "是日本原装吗？"],
        ),
        "zh-Hant": (
            ["德國製造。", "日本進口的喇叭。", "純手工縫的掛繩。", "產自瑞士。", "來自北歐的設計團隊。", "百年老店出品。"],
            ["台南組裝。", "在德國的浴室裡也能唱。", "不是德國製造。", "放進口袋有點沉。", "唱一首義大利文的歌。", "是日本原裝嗎？"],
        ),
    },
    "new-material": {
        "en": (
            ["A titanium shell.", "Its leather strap ages well.", "Made of solid oak.", "The housing is cut from aluminium alloy.", "Carbon fibre keeps it light.", "A grille of brushed brass, polished brass."],
            ["The stainless steel shell dries fast.", "On your leather sofa it looks odd.", "Beside the glass door, under the wooden shelf.", "The strap is recycled nylon.", "Smooth as silk, says the radio.", "No titanium, no drama."],
        ),
        "zh-Hans": (
            ["钛合金外壳。", "真皮挂绳。", "实木底座。", "机身采用铝合金。", "碳纤维做的。", "陶瓷外壳，手感好。"],
            ["304不锈钢外壳，干得快。", "放在你的皮质沙发上有点怪。", "玻璃门边，木架子下。", "挂绳是再生尼龙。", "像丝绸一样滑的声音。", "没有钛合金，也不讲故事。"],
        ),
        "zh-Hant": (
            ["鈦合金外殼。", "真皮掛繩。", "實木底座。", "機身採用鋁合金。", "碳纖維做的。", "陶瓷外殼，手感好。"],
            ["304不鏽鋼外殼，乾得快。", "放在你的皮質沙發上有點怪。", "玻璃門邊，木架子下。", "掛繩是再生尼龍。", "像絲綢一樣滑的聲音。", "沒有鈦合金，也不講故事。"],
        ),
    },
    "new-guarantee": {
        "en": (
            ["Guaranteed for life.", "Free shipping today.", "We replace it, no questions asked.", "Free repairs, always.", "Next-day delivery.", "Risk-free: try it at home."],
            ["The warranty runs for 2 years.", "Send it back within 30 days.", "There is no guarantee that you'll sing in tune.", "Free shipping? Ask your shop.", "It comes back from the gym in one piece.", "A refund within 30 days of a return."],
        ),
        "zh-Hans": (
            ["终身质保，放心用。", "全国包邮。", "坏了就换，只换不修。", "终生免费维修。", "次日达。", "假一赔十。"],
            ["质保2年。", "30天内可以退货。", "不保证你唱得准。", "包邮吗？问问店家。", "两年保修，写在卡上。", "退换看30天。"],
        ),
        "zh-Hant": (
            ["終身保固，放心用。", "全台免運。", "壞了就換，只換不修。", "終生免費維修。", "隔日到貨。", "假一賠十。"],
            ["保固2年。", "30天內可以退貨。", "不保證你唱得準。", "免運嗎？問問店家。", "兩年保固，寫在卡上。", "退換看30天。"],
        ),
    },
    "new-endorsement": {
        "en": (
            ["Dermatologist tested.", "Voted product of the year.", "A patented driver.", "Studies show that singing helps.", "Shortlisted for the design prize of the year.", "Doctors recommend it."],
            ["The TÜV test report is from 2024.", "No award, only a good song.", "Has it won an award?", "Your neighbours will vote on the song.", "Test it with the loudest song you know.", "It isn't patented, it's a speaker."],
        ),
        "zh-Hans": (
            ["经皮肤科测试。", "临床验证有效。", "荣获设计奖。", "独家技术加持。", "研究表明唱歌有益。", "获得专利的喇叭。"],
            ["TÜV检测报告是2024年的。", "没有获奖，只有好歌。", "得过设计大奖吗？", "邻居会给你的歌投票。", "拿最响的那首歌试试。", "没申请专利，就是个音箱。"],
        ),
        "zh-Hant": (
            ["經皮膚科測試。", "臨床驗證有效。", "榮獲設計獎。", "獨家技術加持。", "研究顯示唱歌有益。", "獲得專利的喇叭。"],
            ["TÜV檢測報告是2024年的。", "沒有獲獎，只有好歌。", "得過設計大獎嗎？", "鄰居會給你的歌投票。", "拿最響的那首歌試試。", "沒申請專利，就是個喇叭。"],
        ),
    },
    "new-capability": {
        "en": (
            ["Solar-powered, so it never asks for a socket.", "Noise-cancelling at its best.", "The AI picks the song.", "Fast charging over USB-C.", "Dishwasher-safe.", "Shockproof and scratch-resistant."],
            ["Waterproof to IPX7.", "Wireless, thanks to Bluetooth 5.3.", "No app, no account.", "With no socket in sight, it plays on.", "Does it have GPS?", "It is not dishwasher-safe."],
        ),
        "zh-Hans": (
            ["太阳能充电。", "主动降噪。", "AI选歌。", "支持快充。", "可进洗碗机。", "防摔耐刮。"],
            ["防水，IPX7。", "无线连接，蓝牙5.3。", "不用App，不用注册。", "附近没有插座，也照样唱。", "有GPS吗？", "不可进洗碗机。"],
        ),
        "zh-Hant": (
            ["太陽能充電。", "主動降噪。", "AI選歌。", "支援快充。", "可進洗碗機。", "防摔耐刮。"],
            ["防水，IPX7。", "無線連接，藍牙5.3。", "不用App，不用註冊。", "附近沒有插座，也照樣唱。", "有GPS嗎？", "不可進洗碗機。"],
        ),
    },
    "new-name": {
        "en": (
            ["Used by NASA on the way up.", "Designed with Harvard.", "Recommended by Professor Lindqvist.", "Tuned in partnership with Abbey Road.", "Sony could not do it.", "Heard at the Hamburg Institute of Acoustics."],
            ["Brook 2 hangs in the shower.", "Monday in London, Friday in Paris.", "Put it beside your Sony radio.", "A TÜV report of 2024.", "Assembled in Leeds.", "Bluetooth 5.3 finds your phone."],
        ),
        "zh-Hans": (
            ["与清华大学联合研发。", "索尼都学不来。", "戴森同款思路。", "由华南声学研究院推荐。", "NASA也在用。", "哈佛的工程师喜欢它。"],
            ["溪声2挂在浴室里。", "周一在北京，周五在上海。", "去大学报到也带着它。", "TÜV检测报告，2024年。", "苏州组装。", "去医院陪床，也能小声放歌。"],
        ),
        "zh-Hant": (
            ["與清華大學聯合研發。", "索尼都學不來。", "戴森同款思路。", "由華南聲學研究院推薦。", "NASA也在用。", "哈佛的工程師喜歡它。"],
            ["溪聲2掛在浴室裡。", "禮拜一在台北，禮拜五在高雄。", "去大學報到也帶著它。", "TÜV檢測報告，2024年。", "台南組裝。", "去醫院陪床，也能小聲放歌。"],
        ),
    },
    "new-comparative": {
        "en": (
            ["Lighter than the rest.", "Lasts longer than most speakers.", "No other speaker hangs so well.", "The lightest shower speaker on the market.", "It outlasts every rival.", "Sounds cleaner than ordinary speakers."],
            ["Louder than the tap.", "Heavier than it looks.", "The quietest song of the morning.", "Is it louder than the rest?", "On the longest day of the year, it still plays.", "More song than shower."],
        ),
        "zh-Hans": (
            ["比别家更轻。", "比同类更响。", "没有哪款音箱能比。", "优于其他音箱的低音。", "比一般音箱耐用。", "别家都做不到。"],
            ["比水声更响。", "比看上去重。", "早上最安静的那首歌。", "比别家更轻吗？", "一年里最长的一天，它也照唱。", "唱得比洗得久。"],
        ),
        "zh-Hant": (
            ["比別家更輕。", "比同類更響。", "沒有哪款喇叭能比。", "優於其他喇叭的低音。", "比一般喇叭耐用。", "別家都做不到。"],
            ["比水聲更響。", "比看起來重。", "早上最安靜的那首歌。", "比別家更輕嗎？", "一年裡最長的一天，它也照唱。", "唱得比洗得久。"],
        ),
    },
    "competitor-bashing": {
        "en": (
            ["Other speakers rattle.", "Cheap shower speakers leak.", "Most plastic radios die in the steam.", "Rivals still skimp on the seal.", "Ordinary speakers give up after a winter.", "Forget that clunky radio."],
            ["The steam fogs the mirror; it plays on.", "Your old radio can retire.", "Other songs will do as well.", "Most mornings start late.", "The tap leaks, the song goes on.", "Do other speakers leak?"],
        ),
        "zh-Hans": (
            ["别家的音箱一湿就坏。", "杂牌容易坏。", "市面上的音箱都漏水。", "同行只会堆参数。", "普通产品噪音大。", "其他品牌不耐用。"],
            ["镜子起雾了，歌还在。", "旧收音机可以退休了。", "换别的歌也行。", "大多数早上都晚起。", "水龙头漏水，歌不停。", "别家的会漏水吗？"],
        ),
        "zh-Hant": (
            ["別家的喇叭一濕就壞。", "雜牌容易壞。", "市面上的喇叭都漏水。", "同行只會堆規格。", "普通產品噪音大，同類產品噪音大。", "其他品牌不耐用。"],
            ["鏡子起霧了，歌還在。", "舊收音機可以退休了。", "換別的歌也行。", "大多數早上都晚起。", "水龍頭漏水，歌不停。", "別家的會漏水嗎？"],
        ),
    },
    "insensitive-reference": {
        "en": (
            ["As heavy as nine beers, at 540 g.", "The weight of a bottle of wine.", "Louder than a casino with a cocktail in hand.", "Good with a pint.", "Champagne for the ears.", "A whisky for the ears."],
            ["The weight of a full sports bottle.", "Louder than the tap.", "Good with a song.", "Water for the ears.", "As heavy as a grapefruit.", "It pours; it plays."],
        ),
        "zh-Hans": (
            ["和一瓶啤酒差不多重。", "像一杯红酒。", "喝酒唱歌都带它。", "香槟一样的高音。", "威士忌一样的低音。", "宿醉的早上也能唱。"],
            ["和一瓶水差不多重。", "像一杯温水。", "唱歌都带它。", "清亮的高音。", "厚实的低音。", "起晚的早上也能唱。"],
        ),
        "zh-Hant": (
            ["和一瓶啤酒差不多重。", "像一杯紅酒。", "喝酒唱歌都帶它。", "香檳一樣的高音。", "威士忌一樣的低音。", "宿醉的早上也能唱。"],
            ["和一瓶水差不多重。", "像一杯溫水。", "唱歌都帶它。", "清亮的高音。", "厚實的低音。", "起晚的早上也能唱。"],
        ),
    },
}  # fmt: skip
_FAULTY = [(rule, lang, text) for rule, langs in ERRORS.items() for lang, (bad, _) in langs.items() for text in bad]
_FINE = [(rule, lang, text) for rule, langs in ERRORS.items() for lang, (_, good) in langs.items() for text in good]


@pytest.mark.parametrize(("rule", "lang", "text"), _FAULTY)
def test_a_claim_that_nothing_carries_is_an_error_of_its_rule(rule: str, lang: Lang, text: str) -> None:
    errors = [(one, words) for one, level, words in found(lang, text) if level == "error"]
    assert rule in {one for one, _ in errors} or _praised(rule, {one for one, _ in errors})


def _praised(rule: str, errors: set[str]) -> bool:
    """Where praise rules catch the same words, they speak alone."""
    from assistant.checks import RULES

    return rule not in ("new-name", "insensitive-reference") and bool(errors - set(RULES))


@pytest.mark.parametrize(("rule", "lang", "text"), _FINE)
def test_what_is_carried_denied_asked_or_only_near_is_no_claim(rule: str, lang: Lang, text: str) -> None:
    assert rule not in {one for one, _, _ in found(lang, text)}


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("It is what Anna would sing.", ["warning"]),
        ("Nobody told Lindqvist about the song.", ["warning"]),
        ("Recommended by Lindqvist for the shower.", ["error"]),
        ("Since Croydon the song is in your head.", []),
        ("Hum it on the Piccadilly line.", []),
        ("A Song For Every Shower", []),
    ],
)
def test_a_name_that_is_leaned_on_is_an_error_another_a_warning_and_a_place_none(text: str, levels: list[str]) -> None:
    assert [level for rule, level, _ in found("en", text) if rule == "new-name"] == levels


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Louder than ever."),
        ("en", "Lighter than your old radio."),
        ("zh-Hans", "比老款更响。"),
        ("zh-Hant", "比舊款更響。"),
    ],
)
def test_to_be_above_what_was_before_is_a_warning(lang: Lang, text: str) -> None:
    assert ("new-comparative", "warning") in {(rule, level) for rule, level, _ in found(lang, text)}
