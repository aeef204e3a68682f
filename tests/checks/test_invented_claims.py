"""Written blind against the gate: drafts that invent something, and true drafts with life in them."""

from __future__ import annotations

import pytest

from assistant.schema import Lang
from tests.checks.plans import rules_broken
from tests.checks.shower import stopped

FALSE_EN = [
    "Brook 2 carries FDA clearance, so it belongs next to the basin.",
    "It passed every American safety standard on the first try.",
    "A speaker milled from aerospace-grade aluminium.",
    "Its walnut grille warms the bathroom.",
    "German engineering, in your shower.",
    "Hand-finished by craftsmen in Yorkshire.",
    "If it ever fails, we replace it for free. Always.",
    "Covered for life: the last shower speaker you'll ever buy.",
    "Free worldwide shipping with each one.",
    "Drop it down the stairs; it's shockproof.",
    "It charges wirelessly on its stand.",
    "Ask Alexa for the next song.",
    "Control the bass from the companion app.",
    "Pop it in the dishwasher: it is dishwasher-safe.",
    "An antibacterial finish keeps mould away.",
    "Swimmers of the Olympic squad use it daily.",
    "Audio engineers at Abbey Road recommend it.",
    "Winner of a Red Dot for product design.",
    "Louder than any ordinary speaker of its size.",
    "Other shower speakers rust within months.",
]
FALSE_HANS = [
    "通过FDA认证，放在洗手台边也安心。",
    "符合美国标准，一次通过。",
    "机身用航空铝一体切割。",
    "胡桃木的网罩，让浴室有了温度。",
    "德国工艺，淋浴间里也听得出来。",
    "由景德镇老师傅手工打磨。",
    "坏了我们免费换新，没有期限。",
    "终身保修，买一次就够。",
    "全国包邮，顺丰送货上门。",
    "从楼梯上滚下来也没事，防摔。",
    "放上底座就能无线充电。",
    "喊一声小爱同学，下一首。",
    "打开手机App调低音。",
    "用完可进洗碗机。",
    "表面抗菌，不怕发霉。",
    "国家队的游泳选手都在用。",
    "清华大学声学实验室联合研发。",
    "荣获红点奖。",
    "比同类产品更响。",
    "别家的浴室音箱用几个月就生锈。",
]
FALSE_HANT = [
    "通過FDA認證，放在洗手台邊也安心。",
    "符合美國標準，還有BSMI商檢。",
    "機身用航太鋁一體切削。",
    "胡桃木網罩，讓浴室有了溫度。",
    "日本製造，聽得出來。",
    "由鶯歌職人手工打磨。",
    "壞了免費換新，沒有期限。",
    "終身保固，買一次就夠。",
    "全台免運，隔日到貨。",
    "從樓梯滾下來也沒事，防摔。",
    "放上底座就能無線充電。",
    "喊一聲Siri，換下一首。",
    "打開手機App調低音。",
    "用完可進洗碗機。",
    "表面抗菌，不怕發霉。",
    "國家隊的游泳選手都在用。",
    "工研院聲學實驗室共同研發。",
    "榮獲金點設計獎。",
    "比一般喇叭更大聲。",
    "別家的浴室喇叭用幾個月就生鏽。",
]
TRUE_EN = [
    "Sing. Brook 2 is IPX7, and it has heard worse.",
    "Drop it in the sink and fish it out: waterproof to IPX7.",
    "No app to install, no account to make. Pair it over Bluetooth 5.3 and turn the tap.",
    "A stainless steel housing and a strap of recycled nylon: that is all there is to look at.",
    "If it stops within 2 years, the warranty is there.",
    "Not for you? Return it within 30 days.",
    "Put together in Leeds, hung up in your bathroom.",
    "Up to 12 hours of battery: a week of long showers, if your flatmates let you.",
    "Does it need Wi-Fi? No. It needs you, and a song.",
    "It hangs between the shampoo and the wooden brush that nobody uses.",
    "On the marble of a hotel bathroom or the lino at home, it weighs the same 540 g.",
    "Monday morning, steam on the mirror, and the chorus is yours.",
    "It is not dishwasher-safe. It is shower-safe, which is the point.",
    "“It survived the gym bag and the pool.” (Review)",
    "Wireless, so the cable of the old radio can go.",
    "Your glass shower door will fog up long before the battery tires.",
    "CE, RoHS, and a TÜV Rheinland test report of 2024 for those who read such things.",
    "Quiet enough for the news, loud enough for the one song you know by heart.",
    "Wish it made coffee with AI? So do we. It plays music.",
    "It won't guarantee that you hit the high note.",
]
TRUE_HANS = [
    "放开唱吧，溪声2是IPX7，什么调都听过。",
    "掉进水池里，捞起来接着放，防水IPX7。",
    "不用装App，也不用注册，蓝牙5.3一连就响。",
    "不锈钢外壳，再生尼龙挂绳，看得见的就是这些。",
    "两年里要是坏了，有质保。",
    "不合适？30天内可以退货。",
    "在苏州组装，在你家浴室里唱歌。",
    "最长12小时续航，够你洗上一个星期的长澡。",
    "要连Wi-Fi吗？不用，要的是你和一首歌。",
    "挂在洗发水和那把没人用的木刷子中间。",
    "放在酒店的大理石台面上，还是家里的塑料凳上，它都是540克。",
    "周一早上七点，镜子起雾，副歌归你。",
    "它不可进洗碗机，能进的是淋浴间。",
    "“丢进健身包也没坏，水里捞起来照样响。”（评价）",
    "没有线，旧收音机的线可以收起来了。",
    "你家的玻璃门起雾了，电还没用完。",
    "CE、RoHS，还有一份2024年的德国莱茵TÜV检测报告，给爱看的人看。",
    "放进口袋有点沉，挂在花洒旁刚好：540克。",
    "要是它还会用AI煮咖啡就好了？可惜，它只放歌。",
    "不保证你唱得上高音。",
]
TRUE_HANT = [
    "放開唱吧，溪聲2是IPX7，什麼調都聽過。",
    "掉進水槽，撈起來繼續放，防水IPX7。",
    "不用裝App，也不用註冊，藍牙5.3一連就響。",
    "不鏽鋼外殼，再生尼龍掛繩，看得見的就是這些。",
    "兩年內要是壞了，有保固。",
    "不適合？30天內可以退貨。",
    "在台南組裝，在你家浴室裡唱歌。",
    "最長12小時續航，夠你洗上一個禮拜的長澡。",
    "要連Wi-Fi嗎？不用，要的是你和一首歌。",
    "掛在洗髮精和那把沒人用的木刷子中間。",
    "放在飯店的大理石檯面上，還是家裡的塑膠凳上，它都是540公克。",
    "禮拜一早上七點，鏡子起霧，副歌歸你。",
    "它不可進洗碗機，能進的是淋浴間。",
    "「丟進運動包也沒壞，水裡撈起來照樣響。」（評價）",
    "沒有線，舊收音機的線可以收起來了。",
    "你家的玻璃門起霧了，電還沒用完。",
    "CE、RoHS，還有一份2024年的德國萊因TÜV檢測報告，給愛看的人看。",
    "放進口袋有點沉，掛在蓮蓬頭旁剛好：540公克。",
    "要是它還會用AI煮咖啡就好了？可惜，它只放歌。",
    "不保證你唱得上高音。",
]


@pytest.mark.parametrize("text", FALSE_EN)
def test_an_invented_english_claim_is_stopped(text: str) -> None:
    assert stopped("en", text)


@pytest.mark.parametrize("text", FALSE_HANS)
def test_an_invented_simplified_claim_is_stopped(text: str) -> None:
    assert stopped("zh-Hans", text)


@pytest.mark.parametrize("text", FALSE_HANT)
def test_an_invented_traditional_claim_is_stopped(text: str) -> None:
    assert stopped("zh-Hant", text)


@pytest.mark.parametrize("text", TRUE_EN)
def test_a_lively_true_english_draft_passes(text: str) -> None:
    assert stopped("en", text) == []


@pytest.mark.parametrize("text", TRUE_HANS)
def test_a_lively_true_simplified_draft_passes(text: str) -> None:
    assert stopped("zh-Hans", text) == []


@pytest.mark.parametrize("text", TRUE_HANT)
def test_a_lively_true_traditional_draft_passes(text: str) -> None:
    assert stopped("zh-Hant", text) == []


# Later rounds, over all products.
LATER_FALSE: list[tuple[Lang, str, str]] = [
    ("en", "shower", "A beech-wood stand comes with it, carved in Finland."),
    ("en", "shower", "Tap to pay for your coffee: NFC is built in."),
    ("en", "shower", "It kills bacteria on its own surface."),
    ("en", "shower", "Backed by a ten-year guarantee against rust, rust-proof as it is."),
    ("en", "shower", "Vegan leather strap."),
    ("en", "shower", "Loved by thousands of swimmers."),
    ("en", "shower", "Your songs are stored in the cloud, with cloud backup."),
    ("en", "shower", "Its bass runs deeper than competing speakers."),
    ("en", "shower", "Approved for use in hospitals, with a medical certificate of conformity."),
    ("en", "small", "Bose tuned the drivers."),
    ("en", "small", "Sapphire crystal keeps the case clear."),
    ("en", "small", "Developed in Stuttgart by German engineers."),
    ("en", "small", "Airline pilots swear by them: recommended by pilots."),
    ("en", "small", "The case charges from sunlight: solar charging built in."),
    ("en", "small", "Lost one? We'll send a replacement free."),
    ("en", "small", "They translate forty languages with built-in AI."),
    ("en", "small", "Heart-rate monitoring in each bud."),
    ("en", "small", "CE and FCC certified."),
    ("en", "small", "Hypoallergenic tips of medical silicone."),
    ("en", "rocket", "NASA has certified it for crewed flight."),
    ("en", "rocket", "Its hull is carbon fibre."),
    ("en", "rocket", "Reusable, and it lands itself."),
    ("en", "rocket", "Every launch is insured: your money back if it fails."),
    ("en", "rocket", "Cheaper than any other launch."),
    ("zh-Hans", "shower", "机身由匠人在瑞士打磨。"),
    ("zh-Hans", "shower", "内置麦克风，支持语音控制。"),
    ("zh-Hans", "shower", "表面有纳米涂层，不沾水渍。"),
    ("zh-Hans", "shower", "获国家专利。"),
    ("zh-Hans", "shower", "支持无线充电和快充。"),
    ("zh-Hans", "shower", "七天无理由退货。"),
    ("zh-Hans", "shower", "母婴级硅胶，宝宝可用。"),
    ("zh-Hans", "shower", "比市面上的音箱低音更稳。"),
    ("zh-Hans", "shower", "索尼的工程师调的音。"),
    ("zh-Hans", "shower", "续航靠太阳能。"),
    ("zh-Hans", "small", "刷毛是杜邦的。"),
    ("zh-Hans", "small", "牙医推荐，家长放心。"),
    ("zh-Hans", "small", "美白牙齿，看得见。"),
    ("zh-Hans", "small", "日本进口电机。"),
    ("zh-Hans", "small", "食品级硅胶刷头。"),
    ("zh-Hans", "small", "压力太大会提醒，智能感应。"),
    ("zh-Hans", "small", "只换不修，两年内。"),
    ("zh-Hans", "small", "获得德国红点奖。"),
    ("zh-Hans", "small", "普通牙刷伤牙龈，别家的刷毛容易坏。"),
    ("zh-Hans", "rocket", "箭体用碳纤维。"),
    ("zh-Hans", "rocket", "中国航天也在用它的发动机。"),
    ("zh-Hans", "rocket", "可重复使用，自动返回。"),
    ("zh-Hans", "rocket", "发射失败全额退款。"),
    ("zh-Hans", "rocket", "同级火箭里更便宜。"),
    ("zh-Hant", "shower", "機身由職人在瑞士打磨。"),
    ("zh-Hant", "shower", "內建麥克風，支援語音控制。"),
    ("zh-Hant", "shower", "表面有奈米塗層，不沾水漬。"),
    ("zh-Hant", "shower", "獲國家專利。"),
    ("zh-Hant", "shower", "支援無線充電與快充。"),
    ("zh-Hant", "shower", "七天鑑賞期，不滿意就退。"),
    ("zh-Hant", "shower", "母嬰級矽膠，寶寶可用。"),
    ("zh-Hant", "shower", "比市面上的喇叭低音更穩。"),
    ("zh-Hant", "shower", "索尼的工程師調的音。"),
    ("zh-Hant", "shower", "電力靠太陽能。"),
    ("zh-Hant", "small", "馬達是日本進口。"),
    ("zh-Hant", "small", "內建AI，自動感應室溫。"),
    ("zh-Hant", "small", "扇葉是實木做的。"),
    ("zh-Hant", "small", "能淨化空氣，去除甲醛。"),
    ("zh-Hant", "small", "媽媽們都推薦，團購冠軍。"),
    ("zh-Hant", "small", "手機也能遙控。"),
    ("zh-Hant", "small", "通過BSMI商檢。"),
    ("zh-Hant", "small", "保固期內免費換新。"),
    ("zh-Hant", "small", "比傳統風扇省電。"),
    ("zh-Hant", "small", "其他牌子用一季就壞了。"),
    ("zh-Hant", "rocket", "箭體採用碳纖維。"),
    ("zh-Hant", "rocket", "工研院共同研發。"),
    ("zh-Hant", "rocket", "可重複使用，自動返航。"),
    ("zh-Hant", "rocket", "發射失敗全額退費。"),
    ("zh-Hant", "rocket", "台灣製造的引擎。"),
]
LATER_TRUE: list[tuple[Lang, str, str]] = [
    ("en", "shower", "The gold of the tap, the white of the tiles, and a song."),
    ("en", "shower", "Dad's award for worst singer goes to Dad."),
    ("en", "shower", "You automatically reach for the volume."),
    ("en", "shower", "Hang it on the brass hook and shut the glass door."),
    ("en", "shower", "It has no screen to wipe, no lid to lose."),
    ("en", "shower", "Made of steel, meant for steam: 540 g."),
    ("en", "shower", "You may return it within 30 days, though the shower will miss it."),
    ("en", "shower", "The neighbours on the Victoria line know your chorus by now."),
    ("en", "shower", "Leeds put it together. You take it apart, song by song."),
    ("en", "shower", "Waterproof, yes. Soap-proof, ask your eyes."),
    ("en", "small", "The man across the aisle snores in German; you hear the song."),
    ("en", "small", "On a wooden bench at the platform, 5 g per earbud."),
    ("en", "small", "Your leather bag has a pocket they get lost in."),
    ("en", "small", "With no charger in sight and up to 8 hours to go, who worries?"),
    ("en", "small", "The steel door of the train closes; 38 dB(A) is left."),
    ("en", "small", "IP55: a drizzle is no reason to stop."),
    ("en", "small", "Pick one of the 12 listening modes and leave the rest to Monday."),
    ("en", "small", "A wireless pair, Bluetooth 5.3."),
    ("en", "small", "They don't cancel the wedding, they don't make coffee, they weigh 5 g per earbud."),
    ("en", "small", "Is that your ear or a sheet of A4 paper? 5 g per earbud."),
    ("en", "rocket", "Grandfather watched Apollo on a black-and-white TV. This one is 58 m tall."),
    ("en", "rocket", "From the beach it is a candle; from the pad it is 58 m of rocket."),
    ("en", "rocket", "The glass on the table trembles. 6000 m/s does that."),
    ("en", "rocket", "No lift to orbit, no stairs either: 9 minutes."),
    ("en", "rocket", "Payload: 4,200 kg. Pack as you like."),
    ("zh-Hans", "shower", "找遥控器？它没有，只有歌。"),
    ("zh-Hans", "shower", "羽绒被还没叠，歌先响了。"),
    ("zh-Hans", "shower", "看完国家队的比赛，去洗个澡。"),
    ("zh-Hans", "shower", "洗发水的泡沫比歌词多。"),
    ("zh-Hans", "shower", "今日份的放松下来，从这首歌开始。"),
    ("zh-Hans", "shower", "联想到海边，因为水声。"),
    ("zh-Hans", "shower", "美的不是镜子里的脸，是副歌。"),
    ("zh-Hans", "shower", "隔壁隔音差，你就唱小声点。"),
    ("zh-Hans", "small", "熄灯后，木床不响，牙刷也只有38 dB(A)。"),
    ("zh-Hans", "small", "玻璃杯里的水还没凉，15分钟充电就好了。"),
    ("zh-Hans", "small", "你的皮包里多它一支，也就多5克。"),
    ("zh-Hans", "small", "室友在看德国队的比赛，没听见你刷牙。"),
    ("zh-Hans", "small", "宿舍没有Wi-Fi的那晚，它照样刷。"),
    ("zh-Hans", "small", "IP55防水，水龙头下冲一冲。"),
    ("zh-Hans", "small", "它不会替你写论文，只会安静地刷。"),
    ("zh-Hans", "small", "妈妈问：要不要带充电器？最长8小时，不急。"),
    ("zh-Hans", "small", "爸爸的手机还在找信号，你的牙已经刷完了。"),
    ("zh-Hans", "rocket", "奶奶说，当年看火箭是在黑白电视上。它高58米。"),
    ("zh-Hans", "rocket", "桌上的玻璃杯在抖，6000米/秒就是这样。"),
    ("zh-Hans", "rocket", "没有电梯，9分钟入轨。"),
    ("zh-Hans", "rocket", "海边看是一支蜡烛，发射台上看是58米。"),
    ("zh-Hans", "rocket", "4200公斤的载重，行李随便装。"),
    ("zh-Hant", "shower", "找遙控器？它沒有，只有歌。"),
    ("zh-Hant", "shower", "羽絨被還沒摺，歌先響了。"),
    ("zh-Hant", "shower", "看完國家隊的比賽，去洗個澡。"),
    ("zh-Hant", "shower", "洗髮精的泡沫比歌詞多。"),
    ("zh-Hant", "shower", "今天放鬆下來，從這首歌開始。"),
    ("zh-Hant", "shower", "聯想到海邊，因為水聲。"),
    ("zh-Hant", "shower", "美的不是鏡子裡的臉，是副歌。"),
    ("zh-Hant", "shower", "隔壁隔音差，你就唱小聲點。"),
    ("zh-Hant", "small", "熄燈後，木床不響，風扇也只有38 dB(A)。"),
    ("zh-Hant", "small", "玻璃杯裡的冰還沒融，15分鐘就充好了。"),
    ("zh-Hant", "small", "你的皮包裡多它一台，也就多5公克。"),
    ("zh-Hant", "small", "隔壁在看日本隊的比賽，你在吹風。"),
    ("zh-Hant", "small", "捷運上沒座位，手上有風。"),
    ("zh-Hant", "small", "停電那晚，最長8小時，蠟燭可以收起來。"),
    ("zh-Hant", "small", "IP55防水，陽台下雨也不急著收。"),
    ("zh-Hant", "small", "它不會幫你洗碗，只會安靜地吹。"),
    ("zh-Hant", "small", "媽媽問：要不要帶充電線？最長8小時，不急。"),
    ("zh-Hant", "small", "爸爸還在找電視遙控器，你已經吹到風了。"),
    ("zh-Hant", "rocket", "阿嬤說，當年看火箭是在黑白電視上。它高58公尺。"),
    ("zh-Hant", "rocket", "桌上的玻璃杯在抖，6000公尺/秒就是這樣。"),
    ("zh-Hant", "rocket", "沒有電梯，9分鐘入軌。"),
    ("zh-Hant", "rocket", "海邊看是一支蠟燭，發射台上看是58公尺。"),
    ("zh-Hant", "rocket", "4200公斤的載重，行李隨便裝。"),
]


def _stopped(product: str, lang: Lang, text: str) -> list[tuple[str, str]]:
    return stopped(lang, text) if product == "shower" else rules_broken(product, lang, text)


@pytest.mark.parametrize(("lang", "product", "text"), LATER_FALSE)
def test_an_invented_claim_about_any_product_is_stopped(lang: Lang, product: str, text: str) -> None:
    assert _stopped(product, lang, text)


@pytest.mark.parametrize(("lang", "product", "text"), LATER_TRUE)
def test_a_lively_true_draft_about_any_product_passes(lang: Lang, product: str, text: str) -> None:
    assert _stopped(product, lang, text) == []
