"""The Chinese voices: facts as they are said aloud in each market, nothing doubled, nothing foreign, nothing out of place."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.checks import check_texts
from assistant.draft import resolve_persona
from assistant.draft import write as write_draft
from assistant.personas import load_personas
from assistant.plan import make_plan, read
from assistant.playbook import load_playbook
from assistant.references import load_book
from assistant.schema import Lang
from assistant.schema.brief import Brief
from assistant.schema.language import other_script
from assistant.writer import write
from assistant.writer.lexicon import load_lexicon
from assistant.writer.phrasing import load_phrasings, predicate_of, tidy
from assistant.writer.places import comforts, load_places, suits

CHINESE: tuple[Lang, Lang] = ("zh-Hans", "zh-Hant")
_LABELS: dict[Lang, tuple[tuple[str, str], ...]] = {
    "zh-Hans": (
        ("重量", "{}克"), ("续航", "最长{}小时"), ("充电时间", "{}分钟"), ("高度", "{}厘米"), ("容量", "{}升"),
        ("噪音", "{}分贝"), ("功率", "约{}瓦"), ("材质", "纯棉"), ("颜色", "灰色、白色"), ("质保", "{}个月"), ("防水", "IPX5"),
    ),
    "zh-Hant": (
        ("重量", "{}公克"), ("續航", "最長{}小時"), ("充電時間", "{}分鐘"), ("高度", "{}公分"), ("容量", "{}公升"),
        ("噪音", "{}分貝"), ("功率", "約{}瓦"), ("材質", "純棉"), ("顏色", "灰色、白色"), ("保固", "{}個月"), ("防水", "IPX5"),
    ),
}  # fmt: skip
_DOUBLED = re.compile(r"的的|了了|是是|有有|约约|約約|，，|。。|，。|。，|：：|？。|？？|、、|要要|是：")
_HALF = re.compile(r"[\u4e00-\u9fff][,;!?](?!\d)|[\u4e00-\u9fff] +[\u4e00-\u9fff]")
# A title's words stand apart.
_SPACED = ("taobao", "jd", "amazon", "shopee_tw", "marketplace", "google_merchant", "search_ad")
# Mainland words that a Taiwanese reader stumbles over, and the other way round.
_ELSEWHERE: dict[Lang, tuple[str, ...]] = {
    "zh-Hans": ("萤幕", "软体", "网路", "保固", "机车", "捷运", "影片", "品质", "坪", "公分", "公克"),
    "zh-Hant": ("屏幕", "軟件", "視頻", "質量", "地鐵", "充電寶", "質保", "性價比", "厘米", "千克", "網絡", "充滿電", "快遞", "售后"),
}  # fmt: skip


def _said(lang: Lang, text: str) -> list[str]:
    brief = Brief(facts=(text,), lang=lang, market="cn" if lang == "zh-Hans" else "tw")
    fact = read(brief, None, load_book()).views[0].fact
    return [predicate_of(fact, lang, seed) for seed in range(3)]


@pytest.mark.parametrize(
    ("lang", "fact", "said"),
    [
        ("zh-Hans", "噪音：38分贝", "开起来38分贝"),
        ("zh-Hans", "重量：98克", "拿在手里98克"),
        ("zh-Hans", "重量：3.2千克", "拎起来3.2千克"),
        ("zh-Hans", "重量：6.5吨", "自重6.5吨"),
        ("zh-Hans", "续航：60天", "续航有60天"),
        ("zh-Hans", "续航：最长14天", "续航最长有14天"),
        ("zh-Hans", "续航里程：80公里", "路上不充电能跑80公里"),
        ("zh-Hans", "充电时间：4小时", "充电要4小时"),
        ("zh-Hans", "尘盒容量：0.45升", "尘盒能装0.45升"),
        ("zh-Hans", "适用面积：35平方米", "够35平方米的地方用"),
        ("zh-Hans", "材质：304不锈钢", "用的是304不锈钢"),
        ("zh-Hans", "颜色：烟草绿/ 木兰黄", "颜色有烟草绿、木兰黄"),
        ("zh-Hans", "颜色：山岩灰", "颜色是山岩灰"),
        ("zh-Hans", "144Hz刷新率", "刷新率到144Hz"),
        ("zh-Hans", "烧开：5分钟", "水开要5分钟"),
        ("zh-Hant", "噪音：38分貝", "開起來38分貝"),
        ("zh-Hant", "重量：180公克", "拿在手上180公克"),
        ("zh-Hant", "重量：2.9公斤", "提起來2.9公斤"),
        ("zh-Hant", "水箱容量：3.5公升", "水箱裝得下3.5公升"),
        ("zh-Hant", "適用坪數：12坪", "適用12坪的空間"),
        ("zh-Hant", "收納後尺寸：20×10×6公分", "收起來20×10×6公分"),
        ("zh-Hant", "煮沸：5分鐘", "水滾要5分鐘"),
        ("zh-Hant", "209g重量", "拿在手上209g"),
        ("zh-Hant", "食品級矽膠", "用的是食品級矽膠"),
    ],
)
def test_a_labelled_value_is_said_as_each_market_says_it(lang: Lang, fact: str, said: str) -> None:
    assert said in _said(lang, fact)


@pytest.mark.parametrize(
    ("lang", "fact"),
    [
        ("zh-Hans", "快移速度：48米/分钟"),
        ("zh-Hans", "重量(kg)：6"),
        ("zh-Hans", "噪音：国标要求"),
        ("zh-Hans", "10分钟听5小时"),
        ("zh-Hant", "內部包覆矽膠層"),
        ("zh-Hant", "隨附2個絨毛儲物盒上蓋"),
    ],
)
def test_what_has_no_such_way_is_left_as_it_stands(lang: Lang, fact: str) -> None:
    assert set(_said(lang, fact)) == {""}


def test_marks_of_chinese_print_replace_those_of_a_table() -> None:
    assert tidy("包装盒内,从上而下,分别是说明书。") == "包装盒内，从上而下，分别是说明书"
    assert tidy("適用 Model 3/Y、Cybertruck") == "適用 Model 3/Y、Cybertruck"
    assert tidy("GB/T 19817-2005") == "GB/T 19817-2005"
    assert tidy("1,280元") == "1,280元"


@pytest.mark.parametrize(
    ("lang", "words", "category", "fits"),
    [
        ("zh-Hans", "晚高峰挤在地铁里", "蓝牙耳机", True),
        ("zh-Hans", "晚高峰挤在地铁里", "电热毯", False),
        ("zh-Hans", "后厨放不下", "荞麦枕", False),
        ("zh-Hans", "后厨放不下", "商用油炸锅", True),
        ("zh-Hans", "产线停着等配件的时候", "空气净化器", False),
        ("zh-Hans", "孩子刚睡着", "加工中心", False),
        ("zh-Hans", "翻着标签看的时候", "窗帘", True),
        ("zh-Hant", "轉車趕進車廂的時候", "行動電源", True),
        ("zh-Hant", "轉車趕進車廂的時候", "除濕機", False),
        ("zh-Hant", "早上尖峰客人站到門口", "收納桶", False),
        ("zh-Hant", "午後雷陣雨說來就來", "手機車架", False),
    ],
)
def test_a_moment_suits_the_product_or_is_not_told(lang: Lang, words: str, category: str, fits: bool) -> None:
    assert suits(words, Brief(facts=("重量：1公斤",), lang=lang, category=category)) is fits


def test_taiwanese_places_are_not_told_in_hong_kong() -> None:
    brief = {"facts": ("重量：100公克",), "lang": "zh-Hant", "category": "耳機"}
    assert suits("末班捷運上", Brief.model_validate({**brief, "market": "tw"}))
    assert not suits("末班捷運上", Brief.model_validate({**brief, "market": "hk"}))


def test_a_loud_figure_answers_no_complaint_about_noise() -> None:
    loud, quiet = (
        read(Brief(facts=(f"噪音：{n}分贝",), lang="zh-Hans"), None, load_book()).views[0].fact for n in (72, 35)
    )
    assert not comforts("noise", loud)
    assert comforts("noise", quiet)


@pytest.mark.parametrize("lang", CHINESE)
def test_each_topic_has_several_ways_to_be_noticed(lang: Lang) -> None:
    for name, words in load_lexicon(lang).topics.items():
        if load_playbook().topics[name].told:
            assert len(set(words.felt)) >= 2, name
            assert len(set(words.moments)) >= 2, name
            assert not [felt for felt in words.felt if felt.startswith(("看的就是", "要的就是"))], name


@pytest.mark.parametrize("lang", CHINESE)
def test_the_words_are_of_their_own_market(lang: Lang) -> None:
    lexicon = load_lexicon(lang)
    said = [words.model_dump_json() for words in lexicon.topics.values()] + [str(lexicon.phrases)]
    said += [entry.model_dump_json() for entries in load_phrasings(lang).values() for entry in entries]
    said += [str(place.named) for place in load_places(lang).values()]
    for text in said:
        assert not [word for word in _ELSEWHERE[lang] if word in text], text
        assert not [char for char in text if other_script(char, lang)], text


@pytest.mark.parametrize("lang", CHINESE)
def test_tags_name_a_thing_and_claim_nothing(lang: Lang) -> None:
    tags = {words.tag for words in load_lexicon(lang).topics.values()}
    assert not [tag for tag in tags if tag[:1] in tuple("低省减減高好耐轻輕快")], tags


@pytest.mark.parametrize(
    ("lang", "facts", "title"),
    [
        ("zh-Hans", ("容量：1.7升", "功率：1800瓦", "材质：304不锈钢", "售价：99元"), {"1.7升", "1800瓦", "304不锈钢"}),
        ("zh-Hant", ("噪音：26分貝", "功率：35瓦", "售價：990元", "可拆洗"), {"26分貝", "35瓦", "可拆洗"}),
    ],
)
def test_a_marketplace_title_has_figures_without_labels_or_price(
    lang: Lang, facts: tuple[str, ...], title: set[str]
) -> None:
    channel = "taobao" if lang == "zh-Hans" else "shopee_tw"
    brief = Brief(product="云溪" if lang == "zh-Hans" else "雲溪", facts=facts, lang=lang, channel=channel)
    plan = make_plan(read(brief, None, load_book()), brief, None)
    said = write(brief, None, plan)["title"].split(" ")
    assert said[0] == brief.product
    assert set(said[1:]) == title


def test_a_listing_ends_with_its_last_fact_and_an_article_with_a_word_to_the_reader() -> None:
    facts = ("噪音：38分贝", "重量：3.2千克", "材质：纯棉")
    ends = {}
    for channel in ("google_merchant", "email"):
        brief = Brief(product="云朵", facts=facts, lang="zh-Hans", channel=channel, stage="evaluation")
        texts = write(brief, None, make_plan(read(brief, None, load_book()), brief, None))
        ends[channel] = (
            texts["description" if channel == "google_merchant" else "body"]
            .rstrip("。")
            .split("\n")[-1]
            .split("。")[-1]
        )
    closings = {text.split("。")[-2] for text in load_lexicon("zh-Hans").phrases["weigh"]}
    assert ends["email"] in closings
    assert ends["google_merchant"] not in closings


def test_a_row_of_a_table_and_a_bare_price_lead_no_text() -> None:
    rows = "尺寸：1.5米床品：被套 200*230cm/ 枕套：48*74cm*2/ 床单：245*250cm"
    brief = Brief(product="云被", facts=(rows, "售价：299元", "材质：100%棉"), lang="zh-Hans", category="被子")
    plan = make_plan(read(brief, None, load_book()), brief, None)
    for number in range(3):
        texts = write(brief, None, plan, number)
        assert "100%棉" in texts["headline"] + texts["paragraph"]
        assert "299" not in texts["headline"]
        assert "200*230" not in texts["paragraph"]
        assert "云被" in texts["headline"]


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    lang = draw(st.sampled_from(CHINESE))
    rows = draw(st.lists(st.sampled_from(_LABELS[lang]), min_size=2, max_size=6, unique=True))
    values = draw(st.lists(st.integers(2, 900), min_size=len(rows), max_size=len(rows)))
    channels = [
        name for name, channel in load_playbook().channels.items() if not channel.langs or lang in channel.langs
    ]
    ready = [persona for persona in load_personas().values() if persona.lang == lang]
    return Brief(
        product=draw(st.sampled_from(["", "清溪", "Ora 7"])),
        category=draw(st.sampled_from(["", "音箱", "外套", "水杯"])),
        facts=tuple(f"{label}：{form.format(value)}" for (label, form), value in zip(rows, values, strict=True)),
        lang=lang,
        persona=draw(st.sampled_from([None, *ready])),
        stage=draw(st.sampled_from(["need", "search", "evaluation", "choice", "after"])),
        channel=draw(st.sampled_from(channels)),
        market="cn" if lang == "zh-Hans" else draw(st.sampled_from(["tw", "hk"])),
        seed=draw(st.integers(0, 9)),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(briefs())
def test_every_chinese_draft_passes_and_is_in_good_print(brief: Brief) -> None:
    draft = write_draft(brief, variants=3)
    for variant in draft.variants:
        assert not variant.needs_review
        for text in variant.texts.values():
            assert not _DOUBLED.search(text), text
            assert brief.channel in _SPACED or not _HALF.search(re.sub(r"#\S+", "", text)), text
            assert not [word for word in _ELSEWHERE[brief.lang] if word in text], text
        checked = check_texts(variant.texts, brief, draft.plan, resolve_persona(brief))
        assert not [found for found in checked.diagnostics if found.level == "error"]
