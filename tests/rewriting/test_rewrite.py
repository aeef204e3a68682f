"""A page is cut and compared sentence by sentence; what is fine, and all structure, stays byte for byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.documents import read_document
from assistant.documents.document import Kind
from assistant.rewriting import Rewritten, rewrite
from assistant.rewriting.edits import Edit, apply_edits, compose, escape
from assistant.schema import Lang
from assistant.schema.brief import Brief

CUT: list[tuple[Lang, str, str]] = [
    ("en", "Our industry-leading kettle has a steel lid.", "Our kettle has a steel lid."),
    ("en", "It comes with an innovative, award-winning steel lid.", "It comes with a steel lid."),
    ("en", "It is light, world-class and quiet at night.", "It is light, world-class and quiet at night."),
    ("en", "The handle is light, world-class and quiet.", "The handle is light and quiet."),
    ("en", "The blade, a true masterpiece, cuts steel wire.", "The blade cuts steel wire."),
    ("en", "State-of-the-art sensors watch the lid.", "Sensors watch the lid."),
    ("en", "Incredibly fast charging at the desk.", "Fast charging at the desk."),
    ("en", "The lid locks, making it the perfect companion.", "The lid locks."),
    ("en", "Made from the finest materials, it folds flat.", "It folds flat."),
    ("en", "The lid locks. Enjoy unparalleled comfort. The base folds.", "The lid locks. The base folds."),
    ("en", "A premium, compact steel fan.", "A compact steel fan."),
    ("en", "It has a compact and premium steel handle.", "It has a compact steel handle."),
    ("zh-Hans", "手柄可折叠，国内领先，水箱可拆洗。", "手柄可折叠，水箱可拆洗。"),
    ("zh-Hans", "采用业界领先的无刷电机，手柄可折叠。", "采用无刷电机，手柄可折叠。"),
    ("zh-Hans", "手柄可折叠。匠心打造，品质卓越。水箱可拆洗。", "手柄可折叠。水箱可拆洗。"),
    ("zh-Hans", "这款顶级电水壶可以折叠。", "这款电水壶可以折叠。"),
    ("zh-Hant", "手柄可折疊，國內領先，水箱可拆洗。", "手柄可折疊，水箱可拆洗。"),
    ("zh-Hant", "採用業界領先的無刷馬達，手柄可折疊。", "採用無刷馬達，手柄可折疊。"),
]
LEFT: list[tuple[Lang, str]] = [
    ("en", "The kettle is truly world-class."),
    ("en", "We are the market leader in kettles."),
    ("en", "The best kettle in town."),
    ("en", "She called it “a world-class kettle” on air."),
    ("zh-Hans", "采用业界领先的电机，手柄可折叠。"),
    ("zh-Hans", "它的无与伦比让人惊叹于手柄。"),
    ("zh-Hant", "無與倫比的手感。"),
]
COMPARED: list[tuple[Lang, str, str]] = [
    ("en", "It weighs 620 g.", "It weighs 620 g, about 1.4 times the weight of a regulation soccer ball."),
    ("en", "It runs at 45 dB.", "It runs at 45 dB. That is a little above the sound level of a humming refrigerator."),
    ("zh-Hans", "重约620克。", "重约620克，约为一个比赛用足球重量的1.4倍。"),
    ("zh-Hant", "電池容量5000毫安時。", "電池容量5000毫安時，約為一顆1萬毫安時行動電源容量的一半。"),
]
BARE: list[tuple[Lang, Kind, str]] = [
    ("en", "text", "It weighs 620 g, about the weight of a football."),
    ("en", "text", "It weighs 620 g. That is about as heavy as a football."),
    ("en", "markdown", "# It weighs 620 g"),
    ("en", "markdown", "| Spec | Value |\n|---|---|\n| Weight | 620 g |"),
    ("en", "markdown", "> It weighs 620 g."),
    ("en", "markdown", "- 620 g"),
    ("en", "text", "Does it weigh 620 g?"),
    ("en", "text", "It measures 40 cm by 20 cm."),
    ("zh-Hans", "text", "重620克，相当于一个足球的重量。"),
    ("zh-Hans", "text", "重620克吗？"),
]
MARKDOWN = """---
title: Our world-class kettle
---
# Our world-class kettle

Our **industry-leading** kettle holds 1.7 L. See [the premium model](https://x.org/best-in-class "the best") and `world-class`.

- Weight: 620 g
- World-class quality
- Steel

| Spec | Value |
|------|-------|
| Weight | 620 g |

> "The best kettle I ever had," says Ann.

```
our world-class kettle = 620 g
```

<!-- a world-class note -->
It runs at 45 dB.
"""
HTML = """<!doctype html><html><head><title>Fan</title><script>var a = "the best fan, 620 g";</script>
<style>.premium { color: red }</style></head>
<body><h2 class="premium" data-x="best-in-class">Our world-class fan</h2>
<p>Our <b>premium</b> fan weighs <strong>2.5 kg</strong>. It runs at 45 dB &amp; folds.</p>
<ul>
<li>World-class quality</li>
<li>Covers 20 m² of <a href="/world-class?a=1&amp;b=2" title="the best">the room</a></li>
</ul><p>The lid locks.</p></body></html>"""


def _rewrite(text: str, lang: Lang = "en", kind: Kind = "text") -> Rewritten:
    return rewrite(text, kind, lang)


@pytest.mark.parametrize(("lang", "text", "expected"), CUT)
def test_praise_goes_where_a_sentence_stays_that_says_something(lang: Lang, text: str, expected: str) -> None:
    assert _rewrite(text, lang).text == expected


@pytest.mark.parametrize(("lang", "text"), LEFT)
def test_what_cannot_go_cleanly_is_left_with_its_question(lang: Lang, text: str) -> None:
    rewritten = _rewrite(text, lang)
    assert rewritten.text == text
    assert all(one.question for one in rewritten.open)
    assert bool(rewritten.open) != ("“a world-class" in text)


@pytest.mark.parametrize(("lang", "text", "expected"), COMPARED)
def test_a_bare_figure_gets_one_comparison_with_its_proof(lang: Lang, text: str, expected: str) -> None:
    rewritten = _rewrite(text, lang)
    assert rewritten.text == expected
    (change,) = rewritten.changes
    assert change.reasons[0].comparison is not None
    assert "http" in change.reasons[0].proof
    assert not rewritten.diagnostics
    assert {entry.kind for entry in rewritten.ledger} <= {"fact", "comparison", "reference"}


@pytest.mark.parametrize(("lang", "kind", "text"), BARE)
def test_no_comparison_stands_in_a_heading_a_table_a_quotation_a_code_or_beside_another(
    lang: Lang, kind: Kind, text: str
) -> None:
    assert rewrite(text, kind, lang).text == text


def test_one_yardstick_stands_on_a_page_once() -> None:
    rewritten = _rewrite("It weighs 620 g.\n\nThe other weighs 640 g.\n\nA third weighs 600 g.")
    used = [r.comparison.references[0].id for c in rewritten.changes for r in c.reasons if r.comparison]
    assert len(used) == len(set(used)) >= 1


def test_a_sentence_gets_one_comparison_at_most() -> None:
    rewritten = _rewrite("It weighs 620 g, holds 1.7 L, and stands 25 cm tall.")
    assert len(rewritten.changes) == 1


@pytest.mark.parametrize(("kind", "page"), [("markdown", MARKDOWN), ("html", HTML)])
def test_structure_and_everything_that_is_no_text_stay(kind: Kind, page: str) -> None:
    rewritten = rewrite(page, kind, "en")
    assert rewritten.changes
    for kept in re.findall(
        r"<script.*?</script>|<style.*?</style>|\(http[^)]*\)|`[^`\n]+`|(?s:```.*?```)|<!--.*?-->|\w+=\"[^\"]*\"|(?s:^---.*?---)|^\|.*\|$|^> .*$",
        page,
        re.MULTILINE,
    ):
        assert kept in rewritten.text, kept
    before, after = read_document(page, kind), read_document(rewritten.text, kind)
    gone = sum("\n- " in c.before or c.before.startswith("- ") or "<li>" in c.before for c in rewritten.changes)
    assert len(after.blocks) == len(before.blocks) - gone
    assert [b.kind for b in after.blocks if b.kind != "item"] == [b.kind for b in before.blocks if b.kind != "item"]


def test_an_emphasis_of_nothing_but_praise_goes_whole() -> None:
    assert rewrite("Our **premium** lid locks.", "markdown", "en").text == "Our lid locks."
    assert rewrite("<p>Our <em>premium</em> lid locks.</p>", "html", "en").text == "<p>Our lid locks.</p>"
    half = '<p>Our <a href="/x">premium</a> lid locks.</p>'
    assert rewrite(half, "html", "en").text == half


def test_what_is_written_into_a_page_is_escaped() -> None:
    assert escape("R&D <b>", "html") == "R&amp;D &lt;b&gt;"
    assert escape("5*6", "markdown") == "5\\*6"
    assert escape("5*6", "text") == "5*6"


def test_a_brief_holds_the_figures_of_a_page() -> None:
    page = "It weighs 620 g. The lid is 9 cm wide."
    rewritten = rewrite(page, "text", "en", brief=Brief(facts=("Weight: 620 g",)))
    assert rewritten.text.startswith("It weighs 620 g, about 1.4 times")
    assert [rewritten.text[one.start : one.end] for one in rewritten.diagnostics] == ["9 cm"]
    assert [c.reasons[0].comparison is not None for c in rewritten.changes] == [True]


def test_a_figure_that_contradicts_the_brief_gets_no_comparison() -> None:
    rewritten = rewrite("It weighs 650 g.", "text", "en", brief=Brief(facts=("Weight: 620 g",)))
    assert rewritten.text == "It weighs 650 g."
    assert rewritten.diagnostics[0].rule == "number-untraced"


def test_a_note_that_allows_praise_keeps_it() -> None:
    page = "<!-- yardstick: allow empty-class because the slogan is quoted below -->\nOur world-class lid locks."
    assert rewrite(page, "markdown", "en").text == page


def test_a_name_is_no_praise() -> None:
    brief = Brief(facts=("The lid locks",), product="Premium Ultra")
    assert rewrite("Premium Ultra has a lid.", "text", "en", brief=brief).text == "Premium Ultra has a lid."


def test_line_ends_stay_as_they_are() -> None:
    page = "Our premium lid locks.\r\n\r\nIt folds.\r\n"
    assert _rewrite(page).text == "Our lid locks.\r\n\r\nIt folds.\r\n"


@pytest.mark.parametrize(
    "page",
    [
        "", " ", "\n\n", "<", "**", "[a](", "- \n- ", "<p>", "premium", "premium " * 300, "a" * 5000, "的" * 3000,
        "world-class, " * 400, "620 g " * 500, "<b>" * 500 + "premium lid", "> " * 50 + "premium lid", "\u0000premium lid",
        "\u202epremium lid\u202c", "| premium |\n" * 200, "，" * 1000, "国内领先，" * 300, "```\npremium", "<!-- premium lid",
    ],
)  # fmt: skip
def test_hostile_pages_come_back_whole(page: str) -> None:
    kinds: tuple[Kind, ...] = ("text", "markdown", "html")
    langs: tuple[Lang, ...] = ("en", "zh-Hans")
    for kind in kinds:
        for lang in langs:
            rewritten = rewrite(page, kind, lang)
            edits = [Edit(c.start, c.end, c.after) for c in rewritten.changes]
            assert apply_edits(page, edits) == rewritten.text


_PIECES = {
    "en": ["Our", "premium", "world-class", "kettle", "weighs 620 g", "and", ",", ".", " It is", "light", "the best", "truly", "a",
           "an innovative", "lid", "45 dB", "6000 m/s", "\n\n", "\n- ", "**", "Enjoy unparalleled comfort.", "1.7 L", "(", ")", "“", "”",
           "up to 14 hours", "is", "second to none", ", making it the perfect choice.", "# ", "> ", "| ", "<b>", "</b>", "<p>", "</p>", "&amp;"],
    "zh-Hans": ["国内领先", "，", "。", "采用", "业界领先的", "无刷电机", "续航14小时", "重约620克", "品质卓越", "这款", "顶级", "电水壶", "是",
                "\n\n", "\n- ", "**", "噪音45分贝", "匠心打造。", "最先进的", "工艺", "（", "）", "“", "”", "<p>", "</p>", "、", "和", "水箱可拆洗"],
    "zh-Hant": ["國內領先", "，", "。", "採用", "業界領先的", "無刷馬達", "續航14小時", "重約620公克", "品質卓越", "這款", "頂級", "電水壺", "是",
                "\n\n", "\n- ", "噪音45分貝", "匠心打造。", "最先進的", "工藝", "「", "」", "<p>", "</p>", "、", "水箱可拆洗"],
}  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> tuple[Lang, Kind, str]:
    lang = draw(st.sampled_from(("en", "zh-Hans", "zh-Hant")))
    kind = draw(st.sampled_from(("text", "markdown", "html")))
    pieces = draw(st.lists(st.sampled_from(_PIECES[lang]), max_size=24))
    return lang, kind, (" " if lang == "en" else "").join(pieces)  # type: ignore[return-value]


@given(pages())
@settings(deadline=None)
def test_rewriting_a_rewritten_page_changes_nothing(page: tuple[Lang, Kind, str]) -> None:
    lang, kind, text = page
    once = rewrite(text, kind, lang).text
    assert rewrite(once, kind, lang).text == once


@given(pages())
@settings(deadline=None)
def test_changes_lie_in_the_page_quote_it_and_make_the_new_one(page: tuple[Lang, Kind, str]) -> None:
    lang, kind, text = page
    rewritten = rewrite(text, kind, lang)
    at = 0
    for change in rewritten.changes:
        assert at <= change.start <= change.end <= len(text)
        assert text[change.start : change.end] == change.before
        assert change.reasons
        at = change.end
    assert apply_edits(text, [Edit(c.start, c.end, c.after) for c in rewritten.changes]) == rewritten.text
    for entry in rewritten.ledger:
        assert 0 <= entry.start <= entry.end <= len(rewritten.text)


@given(pages())
@settings(deadline=None)
def test_no_figure_is_lost_and_none_comes_without_a_comparison(page: tuple[Lang, Kind, str]) -> None:
    lang, kind, text = page
    rewritten = rewrite(text, kind, lang)
    seen = read_document(text, kind).text
    after = read_document(rewritten.text, kind).text
    for figure in re.findall(r"\d[\d.,]*", seen):
        assert after.count(figure) >= seen.count(figure)
    if not any(reason.comparison for change in rewritten.changes for reason in change.reasons):
        assert re.findall(r"\d+", after) == re.findall(r"\d+", seen)


_EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("xy", max_size=3)), max_size=5)


def _spaced(raw: list[tuple[int, int, str]], length: int) -> list[Edit]:
    edits: list[Edit] = []
    for start, width, text in sorted(raw):
        start, end = min(start, length), min(start + width, length)
        if not edits or start > edits[-1].end:
            edits.append(Edit(start, end, text))
    return edits


@given(st.text("abc", max_size=30), _EDITS, _EDITS)
def test_two_lists_of_edits_compose_to_one(
    text: str, first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    one = _spaced(first, len(text))
    middle = apply_edits(text, one)
    two = _spaced(second, len(middle))
    composed = compose(text, one, two)
    assert apply_edits(text, [made.edit for made in composed]) == apply_edits(middle, two)
    assert [n for made in composed for n in made.first] == list(range(len(one)))
    assert [n for made in composed for n in made.second] == list(range(len(two)))
