"""What Chinese sentences say to a buyer: the sentence without applause, or nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plan.pages import find_page_facts
from assistant.plan.pages.describing_chinese import FACT, describe, describe_all, describe_item, describe_value
from assistant.plan.pages.gaps_chinese import gap_ends
from assistant.praise import find_praise
from assistant.quantities import find_facts
from assistant.schema import Lang
from assistant.schema.characters import PAIRS, simplified
from assistant.schema.language import other_script

# A sentence of a page, and the fact in it.
SENTENCES: tuple[tuple[Lang, str, str], ...] = (
    # Applause before its noun goes, the noun stays.
    ("zh-Hans", "壶身采用优质的316不锈钢，导热均匀。", "壶身采用316不锈钢，导热均匀"),
    ("zh-Hans", "配备超大6000mAh电池和512GB大内存。", "配备6000mAh电池和512GB内存"),
    ("zh-Hant", "嚴選義大利頂級皮革，手工縫製。", "義大利皮革，手工縫製"),
    ("zh-Hant", "超大容量主袋可放入16吋筆電。", "主袋可放入16吋筆電"),
    ("zh-Hans", "时髦的灯笼袖，袖口有松紧设计，穿脱方便。", "灯笼袖，袖口有松紧设计，穿脱方便"),
    # So does a clause of applause, and applause that breaks a clause off.
    ("zh-Hans", "亚麻面料透气吸汗，气质非凡，尽显优雅。", "亚麻面料透气吸汗"),
    ("zh-Hans", "胸前的木扣更显时尚气息，下摆开叉。", "胸前的木扣，下摆开叉"),
    ("zh-Hant", "支架由鋁合金製成，耐高溫且堅固耐用。", "支架由鋁合金製成，耐高溫"),
    ("zh-Hans", "机身白色，做工非常精致，但是实在不耐脏啊。", "机身白色，不耐脏"),
    ("zh-Hans", "高品质面料，透气又吸汗。", "面料透气又吸汗"),
    ("zh-Hans", "精致钢材，抗摔。高端实木，环保喷漆。", "钢材抗摔，实木，环保喷漆"),
    # Plain words about touch, use and effect are no applause.
    ("zh-Hans", "触感柔软，透气，易清洗，可折叠收纳。", "触感柔软，透气，易清洗，可折叠收纳"),
    ("zh-Hant", "加裝遮光簾可有效降低車內溫度。", "加裝遮光簾可有效降低車內溫度"),
    ("zh-Hant", "無論是居家、露營還是野餐都適用。", "無論是居家、露營還是野餐都適用"),
    # What is denied, and advice, are no applause.
    ("zh-Hans", "这不是什么颠覆性的产品，只是把按钮做大了。", "这不是什么颠覆性的产品，只是把按钮做大了"),
    ("zh-Hant", "最好放在陰涼處保存。", "最好放在陰涼處保存"),
    ("zh-Hant", "劃時代的收納設計，一秒展開。", "收納設計，一秒展開"),
    # What is said to the shopper is said of the thing.
    ("zh-Hant", "背面夾層讓您收納票卡、鑰匙，不會刮傷您的手機。", "背面夾層可收納票卡、鑰匙，不會刮傷手機"),
    ("zh-Hans", "我们采用防泼水面料，轻松应对小雨。", "采用防泼水面料，可应对小雨"),
    # How it is used, kept and what it lacks stays.
    ("zh-Hans", "请勿放入微波炉。", "请勿放入微波炉"),
    ("zh-Hans", "首次使用前请用温水清洗。", "首次使用前请用温水清洗"),
    ("zh-Hans", "不含电池，需另购3节AA电池。", "不含电池，需另购3节AA电池"),
    ("zh-Hans", "如有异味请通风两天。", "如有异味请通风两天"),
    ("zh-Hant", "請避免陽光直射，存放於陰涼乾燥處。", "請避免陽光直射，存放於陰涼乾燥處"),
    ("zh-Hans", "新毛毯会有少许浮毛属正常现象，晾晒两天即可。", "新毛毯会有少许浮毛，晾晒两天即可"),
    # Halves of a sentence that have lost the other half.
    ("zh-Hans", "不仅外观时尚，还能防尘。", "能防尘"),
    ("zh-Hans", "不仅防水，还能防尘。", "不仅防水，还能防尘"),
    ("zh-Hans", "虽然机身只有7.3mm厚，但是内置了5000mAh电池。", "虽然机身只有7.3mm厚，但是内置了5000mAh电池"),
    ("zh-Hans", "裙摆有三层荷叶边，在优雅转身的同时，尽显女性魅力。", "裙摆有三层荷叶边"),
    # Names of what is in the box are a list.
    ("zh-Hans", "打开盒子,里面分别是主机,底座,说明书,电源线。", "打开盒子，里面分别是主机、底座、说明书、电源线"),
    # As it is written where it is read.
    ("zh-Hant", "盡管体積小,背部采用“磨砂”表面，并可掛牆。", "儘管体積小，背部採用「磨砂」表面，並可掛牆"),
    ("zh-Hant", "據稱將重量控制在209g", "重量控制在209g"),
)  # fmt: skip

# What says nothing to a buyer.
NOTHING: tuple[tuple[Lang, str], ...] = (
    ("zh-Hans", "一款无论什么场合都能驾驭的美裙。"),
    ("zh-Hans", "还在为收纳发愁吗？"),
    ("zh-Hans", "亲，喜欢就赶快下单吧！"),
    ("zh-Hans", "因拍摄光线及显示器不同，颜色可能存在色差，请以实物为准。"),
    ("zh-Hans", "手工测量，误差1-3cm属正常现象。"),
    ("zh-Hans", "如有质量问题请联系客服，我们将竭诚为您服务。"),
    ("zh-Hans", "市面上普通的杯子只能保温4小时。"),
    ("zh-Hans", "与上一代相比，吸力提升了30%。"),
    ("zh-Hans", "热销50万件，好评如潮"),
    ("zh-Hans", "产品描述"),
    ("zh-Hans", "独家设计"),
    ("zh-Hant", "置物新選擇"),
    ("zh-Hant", "優質材料的完美組合"),
    ("zh-Hant", "下單後3個工作天內出貨，離島運費另計。"),
    ("zh-Hant", "商品顏色因螢幕設定不同略有差異，請以實品為準。"),
    ("zh-Hant", "送禮自用兩相宜，讓您愛不釋手！"),
    ("zh-Hant", "簡約百搭，無論上班、約會都能輕鬆駕馭。"),
)


@pytest.mark.parametrize(("lang", "said", "fact"), SENTENCES, ids=[said[:14] for _, said, _ in SENTENCES])
def test_a_sentence_keeps_what_it_says_and_loses_its_applause(lang: Lang, said: str, fact: str) -> None:
    assert describe(said, lang) == fact


@pytest.mark.parametrize(("lang", "said"), NOTHING, ids=[said[:14] for _, said in NOTHING])
def test_bait_and_the_sellers_talk_are_no_fact(lang: Lang, said: str) -> None:
    assert describe_all(said, lang) == ()


@pytest.mark.parametrize(
    ("near", "kept"),
    [
        ("一键启动，点击按钮即可开机", True),
        ("点击链接领取", False),
        ("支持4K视频拍摄", True),
        ("因拍摄环境影响，颜色略有不同", False),
        ("支持天猫精灵语音控制", True),
        ("请认准天猫店铺", False),
        ("测温误差±0.2℃", True),
        ("自我清洁模式", True),
        ("可承受3个大气压", True),
        ("支持个性化定制图案", True),
        ("续航12小时，充电2小时", True),
        ("适合3岁以上儿童，好评如潮", True),
    ],
)
def test_words_of_the_shop_that_are_words_of_the_thing_stay(near: str, kept: bool) -> None:
    assert bool(describe(near, "zh-Hans")) is kept


def test_what_is_left_of_a_clause_keeps_its_figure_whole() -> None:
    assert describe("续航长达12小时，让您尽享自由", "zh-Hans") == "续航长达12小时"
    assert describe("适合3岁以上，爱不释手", "zh-Hans") == "适合3岁以上"


def test_a_long_sentence_is_several_facts_that_end_at_clauses() -> None:
    said = "，".join(f"第{number}层抽屉可存放衣物和床单，承重{number}公斤" for number in range(1, 12))
    facts = describe_all(said, "zh-Hans")
    assert len(facts) > 1
    assert all(len(fact) <= FACT for fact in facts)
    assert "，".join(facts) == said


def test_the_name_of_a_product_is_no_applause() -> None:
    said = "完美时光面霜含神经酰胺"
    assert describe(said, "zh-Hans", names=("完美时光",)) == said
    assert describe(f"而且全新{said}", "zh-Hans", names=("完美时光",)) == said


@pytest.mark.parametrize(
    ("value", "fact"),
    [
        ("黑色", "黑色"),
        ("优质304不锈钢", "304不锈钢"),
        ("以实物为准", ""),
        ("30*20cm（手工测量，误差1-3cm）", "30*20cm"),
        ("面料：100%棉 里料：100%聚酯纤维", "面料：100%棉 里料：100%聚酯纤维"),
        ("显瘦", "显瘦"),
    ],
)
def test_a_value_stays_as_it_stands_but_for_its_applause(value: str, fact: str) -> None:
    assert describe_value(value, "zh-Hans") == fact


@pytest.mark.parametrize(
    ("item", "fact"),
    [("海量内容", ""), ("高清分辨率", "高清分辨率"), ("120Hz超感屏", "120Hz屏"), ("旗舰性能玩家必备", "")],
)
def test_an_item_needs_no_more_than_a_part(item: str, fact: str) -> None:
    assert describe_item(item, "zh-Hans") == fact


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("輕鬆安裝 一秒固定，不用工具", ["輕鬆安裝", "一秒固定，不用工具"]),
        ("特定外型，完美匹配 置物箱。", ["特定外型，完美匹配 置物箱。"]),
        ("專為 K2 休旅款 後車廂設計 放置於兩側", ["專為 K2 休旅款 後車廂設計", "放置於兩側"]),
        ("採用矽膠， 可水洗", ["採用矽膠， 可水洗"]),
    ],
)
def test_a_gap_parts_a_headline_from_its_sentence_and_nothing_else(line: str, parts: list[str]) -> None:
    ends = [0, *gap_ends(line), len(line)]
    assert [line[start:end].strip() for start, end in pairwise(ends)] == parts


def test_a_page_in_traditional_characters_keeps_all_that_a_buyer_can_use() -> None:
    page = (
        "【商品特色】\n★全新升級！極致保溫體驗\n雙層真空結構，保溫12小時。\n一鍵彈蓋，單手即可開啟！\n【商品規格】\n容量：500ml\n"
        "產地：台灣\n【適用場景】\n登山\n辦公室\n車用\n【注意事項】\n1. 請勿放入微波爐。\n2. 商品顏色因螢幕設定不同，請以實品為準。\n"
        "【運送說明】\n下單後3天內出貨"
    )
    assert find_page_facts(page, "zh-Hant", title="山嵐保溫瓶").facts == (
        "雙層真空結構，保溫12小時",
        "一鍵彈蓋，單手即可開啟",
        "容量：500ml",
        "產地：台灣",
        "適用場景：登山、辦公室、車用",
        "請勿放入微波爐",
    )


def test_the_characters_of_the_lists_are_those_of_one_script() -> None:
    before, after = PAIRS[::2], PAIRS[1::2]
    assert len(before) == len(after) == len(set(before))
    assert not [char for char in before if other_script(char, "zh-Hant")]
    assert not [char for char in after if other_script(char, "zh-Hans")]


@given(
    st.text(alphabet="优质精緻的，。！？5mA、：「」（）()您让讓不仅還适合棉", max_size=80),
    st.sampled_from(["zh-Hans", "zh-Hant"]),
)
def test_whatever_is_said_gives_facts_without_praise_each_of_them_one(text: str, lang: Lang) -> None:
    for fact in describe_all(text, lang):
        assert not [found for found in find_praise(fact, lang) if found.level != "information"]
        assert len(find_facts(fact, lang)) == 1
        assert len(simplified(fact)) == len(fact) <= 2 * FACT


@pytest.mark.parametrize("text", ["优质的，" * 4_000, "（" * 20_000, "让您" * 8_000, "包括" * 8_000, "、的" * 9_000])
def test_an_endless_sentence_is_cut(text: str) -> None:
    assert sum(len(fact) for fact in describe_all(text, "zh-Hans")) < 1_000
