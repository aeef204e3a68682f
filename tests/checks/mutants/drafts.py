"""True drafts to make mutants of: built-in ones of many briefs, and those that people wrote in free wording."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from assistant.checks import check_texts
from assistant.draft.settle import settle
from assistant.plan import make_plan, read
from assistant.references import load_book
from assistant.schema import Lang
from assistant.schema.brief import Brief, Persona
from tests.checks import test_true_drafts
from tests.checks.hands.lines import YARDSTICKS, find_lines
from tests.checks.mutants.mutate import Draft
from tests.checks.plans import COMMUTER, HOME, HOMEMAKER, JOURNEY, SPRINT, STUDENT, rocket, small

LANGUAGES: tuple[Lang, ...] = ("en", "zh-Hans", "zh-Hant")
_FACTS: dict[Lang, tuple[str, ...]] = {
    "en": ("Weight: {a} g", "Battery: up to {b} hours", "Charging time: {c} minutes", "Height: {d} cm", "Capacity: {e} L", "Noise: {f} dB(A)", "Price: ${g}", "Top speed: {h} km/h", "Payload: at least {i} kg", "Storage: {j} GB", "Power: about {k} W", "Launched in {y}", "Runtime: {l}–{m} minutes", "Warranty: {n} years", "Thickness: {o} mm", "Filter lasts at least {p},000 hours"),
    "zh-Hans": ("重量：{a}克", "续航：最长{b}小时", "充电时间：{c}分钟", "高度：{d}厘米", "容量：{e}升", "噪音：{f} dB(A)", "价格：{g}元", "最高时速：{h}公里/小时", "载重：至少{i}公斤", "功率：约{k}瓦", "{y}年上市", "一次运行{l}–{m}分钟", "质保：{n}年", "厚度：{o}毫米", "按键寿命至少{p}万次", "年产{q}万台"),
    "zh-Hant": ("重量：{a}公克", "續航：最長{b}小時", "充電時間：{c}分鐘", "高度：{d}公分", "容量：{e}公升", "噪音：{f} dB(A)", "價格：{g}元", "最高時速：{h}公里/小時", "載重：至少{i}公斤", "功率：約{k}瓦", "{y}年上市", "一次運轉{l}–{m}分鐘", "保固：{n}年", "厚度：{o}公釐", "按鍵壽命至少{p}萬次", "年產{q}萬台"),
}  # fmt: skip
_RANGES = {
    "a": (3, 900), "b": (2, 60), "c": (5, 240), "d": (4, 300), "e": (1, 90), "f": (24, 80), "g": (9, 900), "h": (15, 300),
    "i": (5, 900), "j": (64, 900), "k": (20, 900), "y": (2015, 2026), "l": (10, 30), "m": (35, 90), "n": (2, 9), "o": (4, 40),
    "p": (2, 30), "q": (2, 90),
}  # fmt: skip
_CHANNELS: dict[Lang, tuple[str, ...]] = {
    "en": ("product_page", "bullets", "email", "social", "linkedin"),
    "zh-Hans": ("product_page", "bullets", "xiaohongshu", "wechat", "taobao"),
    "zh-Hant": ("product_page", "bullets", "line_tw", "shopee_tw", "email"),
}
_PERSONAS: dict[Lang, Persona] = {"en": COMMUTER, "zh-Hans": STUDENT, "zh-Hant": HOMEMAKER}


@cache
def built_in(count: int) -> tuple[Draft, ...]:
    """Built-in drafts of `count` briefs, a third in each language; the same at every call."""
    return tuple(_built_in(count))


def _built_in(count: int) -> Iterator[Draft]:
    rng = random.Random(6)
    for number in range(count):
        lang = LANGUAGES[number % 3]
        values = {name: rng.randint(*ends) for name, ends in _RANGES.items()}
        facts = tuple(form.format(**values) for form in rng.sample(_FACTS[lang], rng.randint(2, 6)))
        persona = _PERSONAS[lang] if rng.random() < 0.6 else None
        brief = Brief(facts=facts, product=rng.choice(["Ora", "Model 7", ""]), lang=lang, channel=rng.choice(_CHANNELS[lang]), persona=persona, seed=number, stage=rng.choice(["need", "search", "evaluation", "choice"]))  # fmt: skip
        plan, written = settle(brief, persona, make_plan(read(brief, persona, load_book()), brief, persona), 3)
        for texts, checked in written:
            if not any(d.level == "error" for d in checked.diagnostics):
                yield Draft(brief, plan, persona, texts, load_book())


_QUOTING: dict[Lang, tuple[str, ...]] = {
    "en": ("A customer wrote: “{}”", "It weighs 5 g.\n“{}” (App store review)", "“{}” That is how one user puts it.", "Users say: “{}”"),
    "zh-Hans": ("一位用户写道：“{}”", "重量5克。\n“{}”——电商评价", "“{}”这是买家的原话。", "有网友留言：“{}”"),
    "zh-Hant": ("一位使用者寫道：「{}」", "重量5公克。\n「{}」——網購評價", "「{}」這是買家的原話。", "有網友留言：「{}」"),
}  # fmt: skip


def _quoting() -> Iterator[Draft]:
    for lang in LANGUAGES:
        brief, plan, persona = small(lang)
        for form in _QUOTING[lang]:
            for said in persona.evidence:
                yield Draft(brief, plan, persona, {"paragraph": form.format(said.quote)}, HOME)


@cache
def free() -> tuple[Draft, ...]:
    """Drafts in free wording that pass the gate as they are."""
    found = []
    books = {"rocket": SPRINT, "journey": JOURNEY, "small": HOME}
    for lang, cases in zip(LANGUAGES, (test_true_drafts.EN, test_true_drafts.HANS, test_true_drafts.HANT), strict=True):
        for key, text in cases:
            brief, plan, persona = small(lang) if key == "small" else rocket(lang, "sprint" if key == "rocket" else key)
            found.append(Draft(brief, plan, persona, {"paragraph": text}, books[key]))
    found += [
        *_quoting(),
        *(
            Draft(x.brief, x.plan, None, {"paragraph": x.text}, YARDSTICKS)
            for lang in LANGUAGES
            for x in find_lines(lang)
        ),
    ]
    return tuple(
        d
        for d in found
        if not any(f.level == "error" for f in check_texts(d.texts, d.brief, d.plan, d.persona).diagnostics)
    )
