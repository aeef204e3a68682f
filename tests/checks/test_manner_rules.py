"""How a draft speaks: voice, repetition, stage, reader, length, region, and words that hurt."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks import check_texts
from assistant.schema import LANGS, Lang
from assistant.schema.brief import Evidence, Persona
from tests.checks.shower import found, shower


def _rules(lang: Lang, text: str, **changes: Any) -> dict[str, str]:
    return {rule: level for rule, level, _ in found(lang, text, **changes)}


def _drafted(lang: Lang, texts: dict[str, str], **changes: Any) -> list[tuple[str, str, str]]:
    brief, plan, persona = shower(lang, **changes)
    checked = check_texts(texts, brief, plan, persona)
    return [(d.rule, d.field, texts[d.field][d.start : d.end]) for d in checked.diagnostics]


# ---------------------------------------------------------------- voice

VOICE: dict[Lang, tuple[list[str], list[str]]] = {
    "en": (
        ["We listened. We built it.", "Our speaker plays our songs.", "We hang it where we like.", "We think it is ours.", "We've made it and we're glad.", "You hang it; we made it, and our name is on it."],
        ["You hang it, we pack it.", "We pack it for you.", "Your bathroom, your song.", "Tell us your song, and we send yours.", "“We love it. We play it daily.”", "It plays."],
    ),
    "zh-Hans": (
        ["我们听了，我们做了。", "我们的音箱放我们的歌。", "本公司认为我们做到了。", "我司和我们的团队都在唱。", "我们做，我们卖，你听。", "咱们做的，咱们自己用。"],
        ["你来唱，我们装箱。", "你的浴室，你的歌。", "我们替你装好。", "告诉我们你的歌，我们寄给你，你来唱。", "“我们都喜欢，我们天天听。”", "它在唱。"],
    ),
    "zh-Hant": (
        ["我們聽了，我們做了。", "我們的喇叭放我們的歌。", "本公司認為我們做到了。", "我司和我們的團隊都在唱。", "我們做，我們賣，你聽。", "咱們做的，咱們自己用。"],
        ["你來唱，我們裝箱。", "你的浴室，你的歌。", "我們替你裝好。", "告訴我們你的歌，我們寄給你，你來唱。", "「我們都喜歡，我們天天聽。」", "它在唱。"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_we_more_often_than_you_is_a_warning_and_a_customers_we_is_not(lang: Lang) -> None:
    ours, yours = VOICE[lang]
    assert [_rules(lang, text).get("company-centred-voice") for text in ours] == ["warning"] * 6
    assert [text for text in yours if "company-centred-voice" in _rules(lang, text)] == []


# ---------------------------------------------------------------- repetition

LINES: dict[Lang, list[str]] = {
    "en": ["Sing in the rain", "The tap is your band", "Steam loves a song", "Hang it and hum", "Every morning has a chorus", "Turn the tap and sing"],
    "zh-Hans": ["在水声里唱歌", "水龙头是你的乐队", "蒸汽也爱听歌", "挂起来就能哼", "每个早上都有副歌", "拧开水就开唱"],
    "zh-Hant": ["在水聲裡唱歌", "水龍頭是你的樂隊", "蒸氣也愛聽歌", "掛起來就能哼", "每個早上都有副歌", "轉開水就開唱"],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "line"), [(lang, line) for lang in LANGS for line in LINES[lang]])
def test_a_slogan_may_stand_in_the_headline_and_once_more_and_no_third_time(lang: Lang, line: str) -> None:
    stop = "." if lang == "en" else "。"
    twice = {"headline": line, "paragraph": f"{line}{stop}"}
    assert not [one for one in _drafted(lang, twice) if one[0] == "repeated-sentence"]
    thrice = {**twice, "closing": f"{line.upper()}{stop}"}
    assert [(rule, field) for rule, field, _ in _drafted(lang, thrice) if rule == "repeated-sentence"] == [
        ("repeated-sentence", "closing")
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_a_fact_as_it_is_given_may_stand_in_each_field(lang: Lang) -> None:
    fact = shower(lang)[0].facts[2]
    texts = dict.fromkeys(("headline", "bullets", "paragraph", "table"), fact)
    assert not [one for one in _drafted(lang, texts) if one[0] == "repeated-sentence"]


OPENINGS: dict[Lang, tuple[list[str], list[str]]] = {
    "en": (
        ["It plays\nIt sings\nIt hangs", "Sing low\nHang it\nSing high\nSing on", "- The tap\n- The steam\n- The song", "Your song\nYour tap\nyour towel", "“Sing” it\nSing\nSing", "Hum\nHum a bit\nHum on\nStop"],
        ["It plays\nIt sings\nThe end", "Sing\nHang\nHum", "12 hours\n540 g\n2 years", "Sing, sing, sing", "Itself\nIt\nItem", "A\n\nB"],
    ),
    "zh-Hans": (
        ["它在唱\n它在挂\n它在响\n它在", "唱歌时\n唱歌前\n唱歌后", "你可以唱\n你可以挂\n你可以哼", "浴室里\n浴室外\n浴室边", "早上唱\n早上挂\n早上哼", "· 水声\n· 水声\n· 水声"],
        ["它在唱\n它在挂\n结束", "唱\n挂\n哼", "540克\n12小时\n2年", "唱歌，唱歌，唱歌", "水\n水\n水", "早上唱\n晚上唱\n中午唱"],
    ),
    "zh-Hant": (
        ["它在唱\n它在掛\n它在響", "唱歌時\n唱歌前\n唱歌後", "你可以唱\n你可以掛\n你可以哼", "浴室裡\n浴室外\n浴室邊", "早上唱\n早上掛\n早上哼", "· 水聲\n· 水聲\n· 水聲"],
        ["它在唱\n它在掛\n結束", "唱\n掛\n哼", "540公克\n12小時\n2年", "唱歌，唱歌，唱歌", "水\n水\n水", "早上唱\n晚上唱\n中午唱"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_three_bullets_that_open_alike_are_a_warning(lang: Lang) -> None:
    alike, apart = OPENINGS[lang]
    assert [_rules(lang, text).get("repeated-opening") for text in alike] == ["warning"] * 6
    assert [text for text in apart if "repeated-opening" in _rules(lang, text)] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_comparison_made_a_third_time_is_a_warning(lang: Lang) -> None:
    from tests.checks.plans import rocket

    brief, plan, persona = rocket(lang)
    sentence = plan.comparisons[0].forms.sentence
    fields = ["headline", "paragraph", "closing"]
    for count, rules in ((2, []), (3, ["closing"])):
        checked = check_texts(dict.fromkeys(fields[:count], sentence), brief, plan, persona)
        assert [d.field for d in checked.diagnostics if d.rule == "repeated-comparison"] == rules


# ---------------------------------------------------------------- stage and reader

PAINS: dict[Lang, tuple[list[str], list[str]]] = {
    "en": (
        ["Tired of silence?", "Fed up with the old radio.", "Still putting up with a tinny radio?", "Sick of the morning.", "Worried about waking the whole flat?", "Don't you hate a flat battery?"],
        ["Hang it by the tap.", "It plays on. Nobody is tired of it.", "A song for Monday.", "Charge it on Sunday.", "The strap goes over the tap.", "Turn it up."],
    ),
    "zh-Hans": (
        ["还在为没歌听烦恼？", "受够了安静。", "是不是也怕吵？", "怕吵醒室友？", "早上总是抓狂。", "旧收音机让人崩溃。"],
        ["挂在花洒边。", "唱吧。没有人会受够。", "周一的歌。", "周日充一次电。", "挂绳套在水管上。", "调大一点。"],
    ),
    "zh-Hant": (
        ["還在為沒歌聽煩惱？", "受夠了安靜。", "是不是也怕吵？", "怕吵醒家人？", "早上總是抓狂。", "舊收音機讓人崩潰。"],
        ["掛在蓮蓬頭邊。", "唱吧。沒有人會受夠。", "禮拜一的歌。", "禮拜天充一次電。", "掛繩套在水管上。", "調大一點。"],
    ),
}  # fmt: skip
SELLING: dict[Lang, tuple[list[str], list[str]]] = {
    "en": (
        ["Order now.", "Get yours today.", "Limited-time offer.", "Add to basket.", "Don't miss it.", "Why wait?"],
        ["Hang it up.", "Sing now.", "Put the order of songs as you like.", "The basket goes under the sink.", "Wait for the steam.", "Miss a note? Sing on."],
    ),
    "zh-Hans": (
        ["立即购买。", "马上下单。", "限时优惠价。", "加入购物车。", "手慢无。", "现在就买。"],
        ["挂起来。", "现在就唱。", "按你喜欢的顺序放。", "篮子放在水槽下。", "等蒸汽上来。", "唱错了也不要紧。"],
    ),
    "zh-Hant": (
        ["立即購買。", "馬上下單。", "限時優惠價。", "加入購物車。", "手慢無。", "現在就買。"],
        ["掛起來。", "現在就唱。", "照你喜歡的順序放。", "籃子放在水槽下。", "等蒸氣上來。", "唱錯了也沒關係。"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("table", [PAINS, SELLING], ids=["pains", "selling"])
def test_who_has_bought_is_neither_reminded_of_a_pain_first_nor_sold_to(
    table: dict[Lang, tuple[list[str], list[str]]], lang: Lang
) -> None:
    wrong, right = table[lang]
    assert [_rules(lang, text, stage="after").get("stage-misfit") for text in wrong] == ["warning"] * 6
    assert [text for text in right if "stage-misfit" in _rules(lang, text, stage="after")] == []
    assert [text for text in [*wrong, *right] if "stage-misfit" in _rules(lang, text, stage="choice")] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("reads", [None, *LANGS])
def test_a_persona_is_written_to_in_the_language_that_it_reads(lang: Lang, reads: Lang | None) -> None:
    brief, plan, _ = shower(lang)
    checked = check_texts({"": brief.facts[0]}, brief, plan, Persona(name="X", lang=reads))
    assert ("persona-language" in {d.rule for d in checked.diagnostics}) is (reads not in (None, lang))


TERMS: dict[Lang, tuple[list[str], list[str]]] = {
    "en": (
        ["It has a codec.", "Good torque.", "The impedance fits.", "Its latency is low enough.", "Firmware included.", "The bitrate holds."],
        ["A codec, that is, the way sound is packed.", "Torque means how hard it turns.", "Latency (the wait for the beat) stays short.", "The song fits.", "Bitrate: like the width of a pipe.", "Firmware = what runs inside."],
    ),
    "zh-Hans": (
        ["编解码不错。", "阻抗合适。", "刷新率够用。", "固件在里面。", "信噪比好看。", "带宽够。"],
        ["编解码，也就是声音怎么打包。", "阻抗，意思是电流好不好走。", "刷新率就是每秒换多少张画面。", "歌好听。", "带宽像水管的粗细。", "固件（里面跑的程序）。"],
    ),
    "zh-Hant": (
        ["編解碼不錯。", "阻抗合適。", "更新率夠用。", "韌體在裡面。", "訊噪比好看。", "頻寬夠。"],
        ["編解碼，也就是聲音怎麼打包。", "阻抗，意思是電流好不好走。", "更新率就是每秒換多少張畫面。", "歌好聽。", "頻寬像水管的粗細。", "韌體（裡面跑的程式）。"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_terms_are_explained_to_someone_new_and_to_nobody_else(lang: Lang) -> None:
    brief, plan, persona = shower(lang)

    def said(text: str, expertise: str) -> list[str]:
        reader = persona.model_copy(update={"expertise": expertise})
        return [
            d.level for d in check_texts({"": text}, brief, plan, reader).diagnostics if d.rule == "term-unexplained"
        ]

    bare, explained = TERMS[lang]
    assert [said(text, "new") for text in bare] == [["suggestion"]] * 6
    assert [text for text in explained if said(text, "new")] == []
    assert [text for text in bare if said(text, "familiar")] == []


# ---------------------------------------------------------------- length


@pytest.mark.parametrize(
    ("words", "level"),
    [(6, None), (30, None), (31, "suggestion"), (42, "suggestion"), (43, "warning"), (90, "warning")],
)
def test_an_english_sentence_is_counted_in_words(words: int, level: str | None) -> None:
    text = " ".join(["song"] * words).capitalize() + "."
    assert _rules("en", text).get("sentence-long") == level


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize(
    ("size", "level"),
    [(8, None), (60, None), (61, "suggestion"), (90, "suggestion"), (91, "warning"), (200, "warning")],
)
def test_a_chinese_sentence_is_counted_in_characters(lang: Lang, size: int, level: str | None) -> None:
    assert _rules(lang, "歌" * size + "。").get("sentence-long") == level


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("Extraordinarily sophisticated electroacoustic instrumentation.", True),
        ("Uncompromising reproduction complements contemporary bathroomscapes everlastingly.", True),
        ("The bathroom has a song.", False),
        ("An extraordinary bathroom, an extraordinary song.", False),
    ],
)
def test_four_long_words_in_a_sentence_are_too_many(text: str, hard: bool) -> None:
    assert ("words-long" in _rules("en", text)) is hard


def test_a_fact_stands_as_long_as_it_is_given() -> None:
    fact = "Modes: " + ", ".join(f"song {name}" for name in "abcdefghijklmnopqrst")
    assert "sentence-long" not in _rules("en", fact, facts=(fact,))


# ---------------------------------------------------------------- region

REGION: dict[str, tuple[Lang, str, list[str], list[str]]] = {
    "tw": ("zh-Hant", "tw", ["看視頻也行。", "軟件自己更新。", "質量很好。", "屏幕不起霧。", "網絡斷了也能唱。", "質保2年。"], ["看影片也行。", "軟體自己更新。", "品質很好。", "螢幕不起霧。", "網路斷了也能唱。", "保固2年。", "這是集成電路的原理。", "總質量以公斤計。"]),
    "hk": ("zh-Hant", "hk", ["接上充電寶。", "包郵。", "坐出租車也帶著。", "很靠譜。", "像酸奶一樣。", "小區裡也能唱。"], ["看視頻也行。", "網絡斷了也能唱。", "打印不出歌聲。", "屏幕不起霧。", "坐的士也帶著。", "數碼年代。"]),
    "cn": ("zh-Hans", "cn", ["软体自己更新。", "网路断了也能唱。", "萤幕不起雾。", "保固2年。", "充饱再唱。", "540公克。"], ["软件自己更新。", "网络断了也能唱。", "屏幕不起雾。", "质保2年。", "充满再唱。", "540克。", "靠在软体沙发上听。", "在塑胶跑道边也能唱。"]),
}  # fmt: skip


@pytest.mark.parametrize("region", REGION)
def test_a_word_of_the_other_shore_is_a_warning_with_the_word_of_this_one(region: str) -> None:
    lang, market, foreign, home = REGION[region]
    assert [_rules(lang, text, market=market).get("region-word") for text in foreign] == ["warning"] * len(foreign)
    assert [text for text in home if "region-word" in _rules(lang, text, market=market)] == []


def test_a_word_in_the_product_s_name_is_nobody_s_dialect() -> None:
    assert "region-word" not in _rules("zh-Hant", "視頻王在唱。", product="視頻王")


# ---------------------------------------------------------------- words that hurt

HURT: dict[Lang, tuple[list[str], list[str]]] = {
    "en": (
        ["540 g: lighter than two coffins.", "It plays 12 hours, longer than the Titanic took.", "Half a funeral long.", "Two years: a war zone lasts longer than that.", "As loud as an earthquake.", "Two refugees could carry it."],
        ["The Titanic film makes you sing.", "540 g: the weight of a grapefruit.", "It plays 12 hours.", "No funeral march, please.", "An earthquake of joy.", "Two songs and a towel."],
    ),
    "zh-Hans": (
        ["12小时，比葬礼还长。", "540克，抵两块墓地的土。", "像一场地震。", "两年，比疫情还久。", "一场海啸的音量。", "三次空难的黑匣子那么重。"],
        ["别放葬礼进行曲。", "540克，像个柚子。", "唱满12小时。", "歌声像海风。", "两年质保。", "三首歌。"],
    ),
    "zh-Hant": (
        ["12小時，比葬禮還長。", "540公克，抵兩塊墓地的土。", "像一場地震。", "兩年，比疫情還久。", "一場海嘯的音量。", "三次空難的黑盒子那麼重。"],
        ["別放葬禮進行曲。", "540公克，像顆柚子。", "唱滿12小時。", "歌聲像海風。", "兩年保固。", "三首歌。"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_death_and_disaster_beside_a_figure_are_a_warning(lang: Lang) -> None:
    hurting, fine = HURT[lang]
    assert [_rules(lang, text).get("insensitive-reference") for text in hurting] == ["warning"] * 6
    assert [text for text in fine if "insensitive-reference" in _rules(lang, text)] == []


def test_a_word_that_the_brief_itself_uses_hurts_nobody() -> None:
    facts = ("Detects an earthquake of magnitude 4",)
    assert "insensitive-reference" not in _rules("en", "It hears an earthquake of magnitude 4.", facts=facts)


@given(
    text=st.text(alphabet="我们你唱歌的比别家更在最AI NASAwe our like“”\n.,。，?？12", max_size=120),
    lang=st.sampled_from(LANGS),
)
def test_every_finding_lies_inside_its_text(text: str, lang: Lang) -> None:
    brief, plan, persona = shower(lang, stage="after")
    reader = persona.model_copy(update={"expertise": "new", "evidence": (Evidence(quote="唱", source="x"),)})
    for finding in check_texts({"a": text}, brief, plan, reader).diagnostics:
        assert 0 <= finding.start <= finding.end <= len(text)
