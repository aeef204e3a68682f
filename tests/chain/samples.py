"""Three briefs with their plans, one per language. Products, people and what they say are invented; references are not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from assistant.schema.brief import Brief, Concerns, Costs, Evidence, Persona
from assistant.schema.nouns import Comparison, Diagnostic, Fact, Forms, Lang, Names, Plan, Quantity, Reference, Source

BASEBALL = Reference(
    id="baseball",
    value=Decimal("145.3"),
    unit="gram",
    dimension="mass",
    aspect="weight",
    statistic="average",
    low=Decimal("141.7"),
    high=Decimal("148.8"),
    names={"en": Names("Baseball", "a baseball", "the weight of a baseball", "baseballs")},
    markets={"us": 5},
    topics=("baseball",),
    as_of="2025",
    source=Source(
        "Official Baseball Rules, rule 3.01",
        "https://www.mlb.com/official-information",
        "not less than five nor more than 5 1/4 ounces",
        "2026-03-01",
    ),
)

TABLE_TENNIS_BALL = Reference(
    id="table-tennis-ball",
    value=Decimal("2.7"),
    unit="gram",
    dimension="mass",
    aspect="weight",
    statistic="rated",
    low=Decimal("2.7"),
    high=Decimal("2.7"),
    names={"zh-Hans": Names("乒乓球", "乒乓球", "乒乓球的重量", "乒乓球", "个")},
    markets={"cn": 5},
    topics=("table tennis",),
    as_of="2025",
    source=Source(
        "ITTF Statutes, 2.3.2 The Ball", "https://www.ittf.com/handbook/", "The ball shall weigh 2.7g", "2026-03-01"
    ),
)

EASYCARD = Reference(
    id="easycard-thickness",
    value=Decimal("0.76"),
    unit="millimeter",
    dimension="length",
    aspect="thickness",
    statistic="rated",
    low=Decimal("0.68"),
    high=Decimal("0.84"),
    names={"zh-Hant": Names("悠遊卡", "悠遊卡", "悠遊卡的厚度", "悠遊卡", "張")},
    markets={"tw": 5},
    topics=("commuting",),
    as_of="2019",
    source=Source(
        "ISO/IEC 7810:2019, ID-1", "https://www.iso.org/standard/70483.html", "0.76 mm ± 0.08 mm", "2026-03-01"
    ),
)


def facts_of(*texts: str) -> tuple[Fact, ...]:
    facts, start = [], 0
    for number, text in enumerate(texts, 1):
        facts.append(Fact(f"f{number}", text, start, start + len(text)))
        start += len(text) + 1
    return tuple(facts)


def comparison_of(quantity: Quantity, reference: Reference, forms: Forms, hedge: str) -> Comparison:
    ratio = Fraction(quantity.low) / Fraction(reference.value)
    return Comparison(
        id="f1-c1",
        quantity=quantity,
        kind="multiple",
        references=(reference,),
        ratio_exact=ratio,
        ratio_shown=Fraction(2),
        hedge="exactly" if hedge == "exactly" else "about",
        error=float(abs(ratio - 2) / 2),
        text=forms.sentence,
        forms=forms,
        working=f"{quantity.low} ÷ {reference.value} = {float(ratio):.3f}",
        score=0.8,
        score_parts={},
        numbers=(Fraction(2),),
    )


def plan_of(facts: tuple[Fact, ...], comparison: Comparison) -> Plan:
    return Plan(
        facts=facts,
        used=tuple(fact.id for fact in facts),
        left=(),
        comparisons=(comparison,),
        ladder=(),
        angle="",
        questions=(),
        pictured=("f1", "f2", "f3"),
    )


def english() -> tuple[Brief, Persona, Plan]:
    facts = facts_of(
        "Weighs 290 g in size M",
        "Packs into its own chest pocket, 18 cm × 11 cm",
        "Waterproof to a 20,000 mm water column, measured after 20 washes (ISO 811)",
        "Zips under both arms open from elbow to hip",
        "Repairs are free for 5 years",
    )
    comparison = comparison_of(
        Quantity("290 g", 7, 12, Decimal(290), "gram", "mass"),
        BASEBALL,
        Forms(
            "about the weight of two baseballs",
            "weighs about as much as two baseballs",
            "It weighs about as much as two baseballs.",
        ),
        "about",
    )
    persona = Persona(
        id="sideline-parents",
        who="Parents who spend their weekends at their children's ball games and drive there with a full trunk",
        market="us",
        lang="en",
        knows_by_feel=("baseball", "school runs", "packing a bag"),
        motives=("practical",),
        cares_about=Concerns(product=("weight", "packed size", "staying dry")),
        pains=("The jacket is in the car when the rain comes", "Rain jackets feel clammy once the sun is back"),
        wants=("To have it along without thinking about it",),
        evidence=(
            Evidence(
                quote="My rain jacket is always dry. It's always in the car.",
                source="interview at a ball park",
                date="2026-04-18",
            ),
        ),
    )
    brief = Brief(
        facts=tuple(fact.text for fact in facts),
        product="Fieldfare",
        category="packable rain shell",
        persona=persona,
        stage="evaluation",
        lifecycle="growth",
        purpose="launch",
        market="us",
        lang="en",
        tone="warm, dry humor",
        names=("Fieldfare",),
    )
    return brief, persona, plan_of(facts, comparison)


def simplified() -> tuple[Brief, Persona, Plan]:
    facts = facts_of(
        "单只耳机重5.4克",
        "充满电可连续听8小时，配合充电盒共32小时",
        "充电10分钟，可听2小时",
        "不入耳，夹在耳廓上，耳道敞开",
        "防水等级IPX5（GB/T 4208）",
    )
    comparison = comparison_of(
        Quantity("5.4克", 5, 9, Decimal("5.4"), "gram", "mass"),
        TABLE_TENNIS_BALL,
        Forms("正好两个乒乓球的重量", "正好和两个乒乓球一样重", "单只耳机正好和两个乒乓球一样重。"),
        "exactly",
    )
    persona = Persona(
        id="night-runners",
        who="刚工作几年的年轻人，白天挤地铁，下班后在小区附近夜跑",
        market="cn",
        lang="zh-Hans",
        knows_by_feel=("乒乓球", "地铁", "跑步"),
        motives=("practical", "novelty"),
        cares_about=Concerns(product=("佩戴", "重量", "续航")),
        pains=("耳机塞久了耳道发胀", "跑起来总要伸手去按"),
        wants=("跑步时想不起耳机这回事",),
        evidence=(Evidence(quote="跑着跑着就得伸手按，按到后来就不想跑了。", source="夜跑群访谈", date="2026-05-09"),),
    )
    brief = Brief(
        facts=tuple(fact.text for fact in facts),
        product="燕停",
        category="耳夹式耳机",
        persona=persona,
        stage="need",
        lifecycle="introduction",
        purpose="launch",
        market="cn",
        lang="zh-Hans",
        tone="松弛，像朋友聊天",
        names=("燕停",),
    )
    return brief, persona, plan_of(facts, comparison)


def traditional() -> tuple[Brief, Persona, Plan]:
    facts = facts_of(
        "厚度 1.5 公釐",
        "長 85.6 公釐、寬 54 公釐",
        "充飽電可用 5 個月",
        "鈴聲最大 90 分貝",
        "用手機叫它響，空曠處藍牙連線最遠 60 公尺",
    )
    comparison = comparison_of(
        Quantity("1.5 公釐", 3, 9, Decimal("1.5"), "millimeter", "length"),
        EASYCARD,
        Forms("約兩張悠遊卡疊起來的厚度", "約有兩張悠遊卡疊起來那麼厚", "它約有兩張悠遊卡疊起來那麼厚。"),
        "about",
    )
    persona = Persona(
        id="taipei-commuters",
        who="住在雙北的上班族，騎機車或搭捷運通勤，常換包包",
        market="tw",
        lang="zh-Hant",
        knows_by_feel=("悠遊卡", "捷運", "機車", "便利商店"),
        motives=("practical",),
        cares_about=Concerns(product=("厚度", "電量")),
        pains=("要出門才發現皮夾不知道在哪個包包裡", "怕皮夾塞了東西鼓起來"),
        wants=("準時出門",),
        costs=Costs(money=("多顧一個要充電的東西",)),
    )
    brief = Brief(
        facts=tuple(fact.text for fact in facts),
        product="尋伴卡",
        category="卡片型追蹤器",
        persona=persona,
        stage="search",
        lifecycle="growth",
        purpose="share",
        market="tw",
        lang="zh-Hant",
        tone="輕鬆，帶點幽默",
        names=("尋伴卡",),
    )
    return brief, persona, plan_of(facts, comparison)


def sample(lang: Lang) -> tuple[Brief, Persona, Plan]:
    """Brief, persona and plan of a language."""
    return {"en": english, "zh-Hans": simplified, "zh-Hant": traditional}[lang]()


FAULTY: dict[str, str] = {
    "headline": "Stay for the last out, whatever the sky does",
    "subhead": "The Fieldfare rain shell is half the weight of your lunch, so it comes along instead of waiting in the car.",
    "bullets": "Lives in your bag, not in the trunk: 290 g in size M\nKeeps you dry in any storm with premium waterproofing",
    "paragraph": "The light turns the color of slate. You reach into your bag and pull on a jacket. You saw the swing.",
}


def finding(field: str, words: str, rule: str, message: str) -> Diagnostic:
    """A finding about `words` in `FAULTY`."""
    start = FAULTY[field].index(words)
    return Diagnostic(rule, "error", start, start + len(words), message, field=field)


FINDINGS = (
    finding(
        "subhead", "half the weight of your lunch", "number-unproven", "No fact and no comparison proves this number."
    ),
    finding("bullets", "premium", "empty-superlative", "Praise that a reader can't check."),
)
