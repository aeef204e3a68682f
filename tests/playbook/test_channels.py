"""Every channel's texts, in every language: within the limits, whole, distinct; and what is too long is found."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checks import check_texts
from assistant.draft import check
from assistant.errors import InputError
from assistant.plan import make_plan, read
from assistant.playbook import load_playbook
from assistant.playbook.entries import ChannelEntry, FieldShape, Limit
from assistant.references import load_book
from assistant.schema import LANGS, Lang, Plan
from assistant.schema.brief import Brief, Persona
from assistant.writer import write

BOOK = load_playbook()
_FACTS: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Weight: {n} g", "Battery: up to {n} hours", "Charges to 50% in {n} minutes", "Noise: {n} dB", "Colour: red",
        "Storage: {n} GB", "{n}-year warranty", "It is made in the old mill by the river, where wool was spun before.",
        "Oak lid", "Top speed: {n} km/h", "Machine washable", "Capacity: {n} L", "Price: ${n}",
    ),
    "zh-Hans": (
        "重量：{n}克", "续航：{n}小时", "噪音：{n}分贝", "充电：{n}分钟", "颜色：红色", "质保{n}年", "容量：{n}升", "价格：{n}元",
        "机身用整块橡木做成，边角都磨圆了", "可机洗", "最高时速：{n}公里/小时", "功率：{n}瓦",
    ),
    "zh-Hant": (
        "重量：{n}公克", "電池續航：{n}小時", "噪音：{n}分貝", "充電：{n}分鐘", "顏色：紅色", "{n}年保固", "容量：{n}公升",
        "價格：{n}元", "機身用整塊橡木做成，邊角都磨圓了", "可機洗", "最高時速：{n}公里/小時", "功率：{n}瓦",
    ),
}  # fmt: skip
_NAMES: dict[Lang, tuple[str, ...]] = {
    "en": ("", "Otter", "Nimbus 14", "The Long Distance Companion for Quiet Mornings", "X" * 70),
    "zh-Hans": ("", "云雀", "清风20", "一路向北长途通勤专用静音随行伴侣旗帜版", "云" * 45),
    "zh-Hant": ("", "小海豹", "晴山 14", "一路向北長途通勤專用靜音隨行夥伴旗幟版", "雲" * 45),
}
_PERSONAS: dict[Lang, Persona] = {
    "en": Persona(
        pains=("a flat battery at noon",), wants=("less weight on the way to class",), community="climbing", lang="en"
    ),
    "zh-Hans": Persona(pains=("用到一半没电",), wants=("背得轻一点",), lang="zh-Hans"),
    "zh-Hant": Persona(pains=("回家路上沒電",), wants=("包包輕一點",), lang="zh-Hant"),
}


@st.composite
def briefs(draw: st.DrawFn) -> tuple[Brief, Persona | None]:
    lang = draw(st.sampled_from(LANGS))
    kinds = draw(st.lists(st.sampled_from(_FACTS[lang]), min_size=1, max_size=7, unique=True))
    facts = [kind.format(n=draw(st.integers(1, 5000))) for kind in kinds]
    channel = draw(st.sampled_from([name for name, entry in BOOK.channels.items() if lang in entry.langs]))
    document: dict[str, Any] = {
        "facts": facts,
        "lang": lang,
        "channel": channel,
        "product": draw(st.sampled_from(_NAMES[lang])),
        "category": draw(st.sampled_from(("", {"en": "laptop", "zh-Hans": "电脑", "zh-Hant": "筆電"}[lang]))),
        "market": draw(st.sampled_from(("us", "uk", "cn", "tw", "hk", None))),
        "stage": draw(st.sampled_from(("need", "search", "evaluation", "choice", "after"))),
        "seed": draw(st.integers(0, 3)),
        "style": {"terms": draw(st.sampled_from(({}, {"the": "the very"}, {"重量": "全机净重（含电池）"})))},
    }
    return Brief.model_validate(document), draw(st.sampled_from((None, _PERSONAS[lang])))


def _compared(text: str, plan: Plan) -> int:
    """How many facts have their comparison in the text."""
    chosen = {c.id.rpartition("-")[0]: c for c in reversed(plan.comparisons)}
    return sum(any(form and form in text for form in (c.text, c.forms.clause)) for c in chosen.values())


@settings(max_examples=150)
@given(briefs(), st.integers(0, 2))
def test_every_text_fits_its_place_and_is_whole(given_brief: tuple[Brief, Persona | None], variant: int) -> None:
    brief, persona = given_brief
    plan = make_plan(read(brief, persona, load_book()), brief, persona)
    texts = write(brief, persona, plan, variant)
    shapes = BOOK.channel(brief.channel).fields
    assert set(texts) <= set(shapes)
    for field, text in texts.items():
        shape = shapes[field]
        assert text.strip() == text
        assert text
        assert shape.limit is None or shape.limit.fits(text)
        rows = text.split("\n")
        if shape.role in ("bullets", "headlines", "lines"):
            assert len(set(rows)) == len(rows)
            assert all(rows)
            assert shape.lines is None or len(rows) <= shape.lines[1]
        if shape.role in ("line", "paragraph"):
            assert text.endswith((".", "!", "?", "。", "！", "？", "”", ")", "）"))
        if shape.role == "line" and not brief.style.terms:
            assert _compared(text, plan) <= 1
    found = check_texts(texts, brief, plan, persona).diagnostics
    assert [finding for finding in found if finding.rule == "channel-limit"] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("channel", BOOK.channels)
def test_a_plain_brief_fills_every_field(channel: str, lang: Lang) -> None:
    facts = {
        "en": ("Weight: 990 g", "Battery: up to 18 hours", "Screen: 14 inches", "Storage: 512 GB", "2-year warranty", "Colour: grey"),
        "zh-Hans": ("重量：990克", "续航：18小时", "屏幕：14英寸", "存储：512GB", "质保2年", "颜色：银灰"),
        "zh-Hant": ("重量：990公克", "電池續航：18小時", "螢幕：14吋", "容量：512GB", "2年保固", "顏色：銀灰"),
    }[lang]  # fmt: skip
    product = {"en": "The Meadow Fourteen", "zh-Hans": "云雀", "zh-Hant": "晴山"}[lang]
    brief = Brief(facts=facts, lang=lang, channel=channel, product=product, category={"en": "laptop"}.get(lang, "電腦"))
    plan = make_plan(read(brief, None, load_book()), brief, None)
    texts = write(brief, None, plan)
    # What a title has said already need not be said again beside it.
    optional = {name for name, shape in BOOK.channel(channel).fields.items() if shape.role == "specs" or shape.optional}
    assert set(texts) | optional == set(BOOK.channel(channel).fields)


def _texts(channel: str, *facts: str, **changes: Any) -> dict[str, str]:
    document = {"facts": facts, "channel": channel, "product": "Otter", "market": "us", **changes}
    brief = Brief.model_validate(document)
    return write(brief, None, make_plan(read(brief, None, load_book()), brief, None))


LAPTOP = ("Weight: 990 g", "Battery: up to 18 hours", "Screen: 14 inches", "2-year warranty")


def test_a_notifications_body_does_not_repeat_its_title() -> None:
    texts = _texts("push", "Weight: 990 g", "Battery: up to 18 hours", product="Nimbus")
    assert texts["title"].strip(".") != texts["body"].strip(".")
    titled = texts["title"].partition(": ")[2]
    assert "the weight of" not in titled or titled not in texts["body"]


def test_a_list_does_not_repeat_what_the_opening_has_told() -> None:
    opening, _, listed = _texts("linkedin", *LAPTOP)["post"].partition("\n\n")
    assert "14 inches" in opening
    assert "14 inches" not in listed


def test_headlines_of_an_advertisement_do_not_each_begin_with_the_product() -> None:
    lines = _texts("search_ad", *LAPTOP)["headlines"].split("\n")
    assert sum(line.startswith("Otter") for line in lines) == 1


def test_a_marketplace_title_holds_no_sentence_and_no_word_twice() -> None:
    title = _texts("marketplace", "Charges to 50% in 30 minutes", *LAPTOP, product="Otter kettle", category="kettle")[
        "title"
    ]
    assert title.startswith("Otter kettle, ")
    assert "Charges" not in title


def test_a_name_with_spaces_and_a_figure_is_one_tag_and_passes_the_gate() -> None:
    brief = Brief(facts=LAPTOP, channel="instagram", product="Nimbus 14", category="laptop", market="us")
    plan = make_plan(read(brief, None, load_book()), brief, None)
    texts = write(brief, None, plan)
    assert texts["tags"].split()[:2] == ["#Nimbus14", "#laptop"]
    assert check_texts(texts, brief, plan, None).diagnostics == ()


@pytest.mark.parametrize(
    ("channel", "field", "text", "level", "said"),
    [
        ("social", "post", "x" * 281, "error", "281 characters as X counts them, a Chinese one being two, of 280"),
        ("social", "", "x" * 281, "error", "of 280"),
        ("social", "post", "x" * 280, None, ""),
        ("email", "subject", "x" * 61, "warning", "61 characters, a Chinese one being two, of 60 (advice,"),
        ("email", "", "x" * 61, None, ""),
        ("sms", "message", "x" * 161, "warning", "141 bytes of one text message, of 140."),
        ("search_ad", "headlines", "short\n" + "x" * 31, "error", "31 characters"),
        ("search_ad", "headlines", "\n".join(f"line {'x' * n}" for n in range(16)), "warning", "16 lines, of 15"),
        ("instagram", "tags", "#a #b #c #d #e #f", "warning", "6 tags, of 5"),
        ("product_page", "bullets", "\n".join("abcdefg"), None, ""),
    ],
)
def test_a_text_beyond_its_place_is_found(channel: str, field: str, text: str, level: str | None, said: str) -> None:
    brief = Brief(facts=("Weight: 990 g",), channel=channel)
    found = [one for one in check(text, brief, field=field).diagnostics if one.rule == "channel-limit"]
    assert [one.level for one in found] == ([level] if level else [])
    assert all(said in one.message for one in found)


def test_the_line_that_is_too_long_is_the_span() -> None:
    brief = Brief(facts=("Weight: 990 g",), channel="search_ad")
    found = check("short\n" + "x" * 31, brief, field="headlines").diagnostics
    assert [(one.start, one.end) for one in found if one.rule == "channel-limit"] == [(6, 37)]


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("zh-Hans", "字" * 33, "超出了这个位置的长度：33个字符，最多32。"),
        ("zh-Hant", "字" * 33, "超出了這個位置的長度：33個字元，最多32。"),
    ],
)
def test_the_finding_speaks_the_drafts_language(lang: Lang, text: str, said: str) -> None:
    brief = Brief(facts=("重量：990克",), lang=lang, channel="wechat")
    found = [one for one in check(text, brief, field="title").diagnostics if one.rule == "channel-limit"]
    assert [one.level for one in found] == ["error"]
    assert said in found[0].message


def test_a_teams_limit_decides() -> None:
    shape = FieldShape(role="post", limit=Limit(most=10))
    own = {**BOOK.channels, "social": ChannelEntry(name={"en": "post"}, fields={"post": shape})}
    book = type(BOOK)(own, BOOK.topics, BOOK.stages, BOOK.lifecycles, BOOK.motives, BOOK.purposes)
    brief = Brief(facts=("Weight: 990 g",), channel="social")
    assert any(one.rule == "channel-limit" for one in check("It weighs 990 g.", brief, playbook=book).diagnostics)
    assert not any(one.rule == "channel-limit" for one in check("It weighs 990 g.", brief).diagnostics)


def test_a_field_that_the_channel_does_not_have_is_refused() -> None:
    with pytest.raises(InputError, match="field: social has post, got 'headline'"):
        check("x", Brief(facts=("Weight: 990 g",), channel="social"), field="headline")
