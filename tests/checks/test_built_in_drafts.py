"""What the built-in writer says passes the gate, and no digit of it can be changed without being stopped."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from assistant import writer
from assistant.checks import Checked, check_texts
from assistant.plan import make_plan, read
from assistant.quantities import find_quantities
from assistant.references import load_book
from assistant.schema import Lang, Plan
from assistant.schema.brief import Brief, Persona
from tests.checks.plans import rocket, small

_LABELS: dict[Lang, tuple[tuple[str, str], ...]] = {
    "en": (("Weight", "{} g"), ("Battery", "up to {} hours"), ("Charging time", "{} minutes"), ("Height", "{} cm"), ("Capacity", "{} L"), ("Noise", "{} dB(A)"), ("Price", "${}"), ("Top speed", "{} km/h"), ("Payload", "at least {} kg"), ("Storage", "{} GB"), ("Power", "about {} W")),
    "zh-Hans": (("重量", "{}克"), ("续航", "最长{}小时"), ("充电时间", "{}分钟"), ("高度", "{}厘米"), ("容量", "{}升"), ("噪音", "{}分贝"), ("价格", "{}元"), ("最高时速", "{}公里/小时"), ("载重", "至少{}公斤"), ("功率", "约{}瓦")),
    "zh-Hant": (("重量", "{}公克"), ("續航", "最長{}小時"), ("充電時間", "{}分鐘"), ("高度", "{}公分"), ("容量", "{}公升"), ("噪音", "{}分貝"), ("價格", "{}元"), ("最高時速", "{}公里/小時"), ("載重", "至少{}公斤"), ("功率", "約{}瓦")),
}  # fmt: skip
LANGUAGES: tuple[Lang, ...] = ("en", "zh-Hans", "zh-Hant")
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    lang = draw(st.sampled_from(LANGUAGES))
    rows = draw(st.lists(st.sampled_from(_LABELS[lang]), min_size=1, max_size=5, unique=True))
    colon = ": " if lang == "en" else "："
    values = draw(st.lists(st.integers(1, 900), min_size=len(rows), max_size=len(rows)))
    facts = [f"{label}{colon}{form.format(value)}" for (label, form), value in zip(rows, values, strict=True)]
    return Brief(
        product=draw(st.sampled_from(["", "Ora", "Model 7"])),
        facts=tuple(facts),
        lang=lang,
        stage=draw(st.sampled_from(["need", "search", "evaluation", "choice", "after"])),
        market=draw(st.sampled_from([None, "us", "cn", "tw"])),
    )


def _drafts(brief: Brief, persona: Persona | None, plan: Plan) -> list[dict[str, str]]:
    return [writer.write(brief, persona, plan, number) for number in range(3)]


def _errors(checked: Checked, texts: Mapping[str, str]) -> list[tuple[str, str, str]]:
    return [(d.rule, d.field, texts[d.field][d.start : d.end]) for d in checked.diagnostics if d.level == "error"]


@SLOW
@given(briefs())
def test_every_built_in_draft_of_a_random_brief_passes(brief: Brief) -> None:
    plan = make_plan(read(brief, None, load_book()), brief, None)
    for texts in _drafts(brief, None, plan):
        assert _errors(check_texts(texts, brief, plan, None), texts) == []


def _cases() -> list[tuple[Brief, Plan, Persona | None]]:
    return [case for lang in LANGUAGES for case in (rocket(lang), rocket(lang, "journey"), small(lang))]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(_cases()), st.integers(0, 2), st.data())
def test_a_changed_digit_of_a_true_draft_is_always_stopped(case: Any, number: int, data: st.DataObject) -> None:
    brief, plan, persona = case
    texts = writer.write(brief, persona, plan, number)
    field = data.draw(st.sampled_from(sorted(texts)))
    places = [at for at, char in enumerate(texts[field]) if char.isdigit()]
    assume(places)
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != texts[field][at]]))
    mutant = texts[field][:at] + digit + texts[field][at + 1 :]
    # "4,200" and "04,200" say the same, and so does a digit that makes one fact's figure into another's with its unit.
    assume(_values(mutant, brief.lang) - _values(texts[field], brief.lang) - _facts(plan))
    checked = check_texts({**texts, field: mutant}, brief, plan, persona)
    assert [d for d in checked.diagnostics if d.level == "error"] or mutant == texts[field]


def _values(text: str, lang: Lang) -> set[tuple[Decimal, str] | str]:
    """Quantities by value, and every run of digits: a digit of a name counts as well."""
    runs = set("".join(c if c.isdigit() else " " for c in text).split())
    return {(q.low, q.unit) for q in find_quantities(text, lang)} | runs


def _facts(plan: Plan) -> set[tuple[Decimal, str] | str]:
    return {(q.low, q.unit) for fact in plan.facts for q in fact.quantities}


def test_a_yardstick_that_bears_the_figure_in_its_name_is_not_the_figure() -> None:
    brief = Brief(facts=("功率：约60瓦",), lang="zh-Hans")
    plan = make_plan(read(brief, None, load_book()), brief, None)
    for texts in _drafts(brief, None, plan):
        assert _errors(check_texts(texts, brief, plan, None), texts) == []


def test_the_written_products_pass_as_the_built_in_writer_writes_them() -> None:
    for brief, plan, persona in _cases():
        for texts in _drafts(brief, persona, plan):
            assert _errors(check_texts(texts, brief, plan, persona), texts) == []


def test_two_figures_that_come_to_one_wording_each_stand_beside_their_own() -> None:
    brief = Brief(facts=("Charging time: 56 minutes", "Battery: up to 1 hours"), lang="en")
    plan = make_plan(read(brief, None, load_book()), brief, None)
    for texts in _drafts(brief, None, plan):
        assert _errors(check_texts(texts, brief, plan, None), texts) == []
