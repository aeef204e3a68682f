"""A model's text held to the checks: what they object to goes back to it, at most twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assistant import writer
from assistant.chain.calls import Calls, Took
from assistant.checks import Checked, check_texts
from assistant.errors import ModelError
from assistant.playbook import Playbook
from assistant.schema import Diagnostic, Lang, Plan, Variant
from assistant.schema.brief import Brief, Persona

if TYPE_CHECKING:
    from assistant.chain.settings import ModelSettings

# A model that has not mended a finding in two tries will not in a third.
REPAIRS = 2

_NOTICE: dict[str, dict[Lang, str]] = {
    "unreachable": {
        "en": "The model gave no usable text ({why}) The built-in writer's draft stands here instead.",
        "zh-Hans": "模型没有给出可用的文字（{why}）这里是内置写手的草稿。",
        "zh-Hant": "模型沒有給出可用的文字（{why}）這裡是內建寫手的草稿。",
    },
    "replaced": {
        "en": "The model's text still failed the checks after {tries} repairs ({rules}); the built-in draft stands in.",
        "zh-Hans": "模型的文字修改{tries}次后仍未通过检查（{rules}），这里换成内置写手的草稿。",
        "zh-Hant": "模型的文字修改{tries}次後仍未通過檢查（{rules}），這裡換成內建寫手的草稿。",
    },
    "cached": {
        "en": "Every reply was kept from an earlier run: nothing was paid.",
        "zh-Hans": "模型的回复都取自以前的运行，没有花钱。",
        "zh-Hant": "模型的回覆都取自先前的執行，沒有花費。",
    },
    "took": {
        "en": "Tokens: {tokens_in:,} in, {tokens_out:,} out; {cost}.",
        "zh-Hans": "用了{tokens_in:,}个输入词元、{tokens_out:,}个输出词元；{cost}。",
        "zh-Hant": "用了{tokens_in:,}個輸入詞元、{tokens_out:,}個輸出詞元；{cost}。",
    },
    "cost": {
        "en": "about {amount} {currency}",
        "zh-Hans": "约{amount} {currency}",
        "zh-Hant": "約{amount} {currency}",
    },
    "free": {"en": "the server is your own", "zh-Hans": "服务器是自己的，不花钱", "zh-Hant": "伺服器是自己的，不花錢"},
    "unpriced": {"en": "the price is not known", "zh-Hans": "价格未知", "zh-Hant": "價格未知"},
    "not kept": {
        "en": "Replies are not kept: {why}",
        "zh-Hans": "模型的回复没有保存：{why}",
        "zh-Hant": "模型的回覆沒有保存：{why}",
    },
}


def write_by_model(
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    settings: ModelSettings,
    playbook: Playbook,
    calls: Calls,
    number: int,
    notices: list[str],
) -> Variant | None:
    """The model's text once it passes; None, with a notice, if it cannot be had.

    Raises `BudgetReached` and `Cancelled`: what a person has decided is no fault to write around.
    """
    # LangChain takes seconds to import: only a draft that needs the model pays for it.
    from assistant import chain

    findings: tuple[Diagnostic, ...] = ()
    texts: dict[str, str] | None = None
    for _ in range(1 + REPAIRS):
        try:
            reply = chain.write(
                brief,
                persona,
                plan,
                settings,
                findings=findings,
                previous=texts,
                playbook=playbook,
                calls=calls,
                variant=number,
            )
        except ModelError as error:
            notices.append(_NOTICE["unreachable"][brief.lang].format(why=error))
            return None
        texts = writer.with_table(reply.texts, brief, persona, plan, playbook)
        checked = check_texts(texts, brief, plan, persona, playbook)
        variant = finished(texts, checked, reply.model)
        if not variant.needs_review:
            return variant
        findings = tuple(finding for finding in checked.diagnostics if finding.level == "error")
    rules = ", ".join(sorted({finding.rule for finding in findings}))
    notices.append(_NOTICE["replaced"][brief.lang].format(tries=REPAIRS, rules=rules))
    return None


def finished(texts: Mapping[str, str], checked: Checked, by: str) -> Variant:
    """A variant with what the checks found in it; one with errors needs review."""
    failed = not texts or any(finding.level == "error" for finding in checked.diagnostics)
    return Variant(dict(texts), checked.ledger, checked.diagnostics, by, needs_review=failed)


def what_it_took(calls: Calls, lang: Lang) -> tuple[str, ...]:
    """What a reader of the draft should know of the calls behind it: tokens and money, and that nothing is kept."""
    took = calls.took
    said: list[str] = []
    if took.replies and took.replies == took.from_cache:
        said.append(_NOTICE["cached"][lang])
    elif took.replies and (took.tokens_in or took.tokens_out):
        counts = {"tokens_in": took.tokens_in, "tokens_out": took.tokens_out}
        said.append(_NOTICE["took"][lang].format(**counts, cost=_money(took, lang)))
    if calls.not_kept:
        said.append(_NOTICE["not kept"][lang].format(why=calls.not_kept))
    return tuple(said)


def _money(took: Took, lang: Lang) -> str:
    if took.cost is None:
        return _NOTICE["unpriced"][lang]
    if not took.cost:
        return _NOTICE["free"][lang]
    return _NOTICE["cost"][lang].format(amount=f"{took.cost:.4f}", currency=took.currency)
