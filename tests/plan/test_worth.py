"""What is worth a comparison in copy: where the figure says nothing by itself, and nowhere else."""

from __future__ import annotations

import pytest

from assistant.plan import make_plan, read
from assistant.plan.forms import form_of, is_entry
from assistant.plan.worth import Worth, keep_best, worth_of
from assistant.references import load_book
from assistant.schema import Fact
from assistant.schema.brief import Brief


def best_worth(fact: str, **changes: str) -> str:
    """The best that any comparison offered for a fact is worth."""
    brief = Brief.model_validate({"facts": (fact,), "market": "us", **changes})
    views = read(brief, None, load_book()).views
    found = {worth_of(view.fact, one) for view in views for _, ranking in view.rankings for one in ranking.comparisons}
    return next((worth for worth in ("strong", "fair", "none") if worth in found), "none")


@pytest.mark.parametrize(
    ("fact", "worth"),
    [
        ("Speed well into its climb: 6000 m/s", "strong"),
        ("Power: 2,200 W", "strong"),
        ("Noise: 38 dB(A)", "strong"),
        ("Range: 110 km", "strong"),
        # A buyer has held grams and centimeters; a thing's own size beside something alike may still help.
        ("Width: 24 cm", "fair"),
        # A part's size, an input, what a picture is refreshed at, what it charges with, a price: no yardstick helps.
        ('Includes 3-1/2" basket strainer', "none"),
        ("Input voltage: 24 V", "none"),
        ("Refresh rate: 120 Hz", "none"),
        ("65 W fast charging", "none"),
        ("Output: 65 W", "none"),
        ("Price: $299", "none"),
        ("Operating temperature: 0 to 40 °C", "none"),
    ],
)
def test_a_comparison_is_worth_its_place_where_the_figure_says_nothing(fact: str, worth: str) -> None:
    assert best_worth(fact) == worth


def test_one_product_among_several_is_compared_with_nothing() -> None:
    assert best_worth("小米手表：AMOLED屏、续航14天、功率2200瓦，799元", lang="zh-Hans", market="cn") == "none"


def test_two_strong_ones_stay_or_one_fair_one() -> None:
    strong: list[tuple[str, Worth, float]] = [
        ("a", "strong", 0.6),
        ("b", "strong", 0.9),
        ("c", "strong", 0.7),
        ("d", "fair", 0.99),
    ]
    assert keep_best(strong) == {"b", "c"}
    assert keep_best([("a", "fair", 0.7), ("b", "fair", 0.8), ("c", "none", 0.9)]) == {"b"}
    assert keep_best([]) == frozenset()


def test_what_copy_does_without_is_still_offered_to_whoever_writes() -> None:
    brief = Brief(facts=("Strap width: 20 mm", "Power: 2,200 W"), market="us")
    plan = make_plan(read(brief, None, load_book()), brief, None)
    assert {one.id.rpartition("-")[0] for one in plan.comparisons} == {"f1", "f2"}
    assert plan.pictured == ("f2",)


@pytest.mark.parametrize(
    ("text", "lang", "form"),
    [
        ("This kit includes a liner, a lipstick and a gloss", "en", "description"),
        ("Crafted from steel, it stands up to bolt cutters", "en", "description"),
        ("Charges to 80% in 25 minutes", "en", "point"),
        ("Material: brass that is polished by hand", "en", "point"),
        ("The thermal carafe is sold separately", "en", "terms"),
        ("Do not touch the slice while it is running", "en", "terms"),
        ("可收納濕雨傘、鞋子，仍能保持車內整潔", "zh-Hant", "description"),
        ("建议每次使用时间控制在15分钟以内", "zh-Hans", "terms"),
        ("两年质保", "zh-Hans", "point"),
    ],
)
def test_facts_are_told_by_their_form(text: str, lang: str, form: str) -> None:
    assert form_of(Fact("f1", text, 0, len(text)), lang) == form  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("极光音箱 S1：蓝牙5.0、30W功率，199元", True),
        ("极光显示器：21:9画面、144Hz刷新率，2399元", True),
        ("颜色：黑、白，可选", False),
        ("售价：199元", False),
    ],
)
def test_a_product_among_several_is_told_from_a_row(text: str, entry: bool) -> None:
    assert is_entry(Fact("f1", text, 0, len(text))) is entry
