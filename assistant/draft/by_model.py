"""A model's text held to the checks: findings go back to it, so does the text as its reader sees it; the rest is replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import writer
from assistant.chain.calls import Calls, Step, Took
from assistant.chain.notes import Notes
from assistant.checks import Checked, check_texts
from assistant.draft.channels import better
from assistant.draft.patching import patch_channels
from assistant.draft.pins import find_missing
from assistant.draft.remarks import Gate
from assistant.draft.sentences import written_by
from assistant.errors import ModelError
from assistant.playbook import Playbook
from assistant.schema import Diagnostic, Lang, Plan, Variant
from assistant.schema.brief import Brief, Persona
from assistant.schema.channels import by_channel

if TYPE_CHECKING:
    from assistant.chain import Reply
    from assistant.chain.settings import ModelSettings

# A model that has not mended a finding in two tries will not in a third. A critique is the first of them.
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
    "unrevised": {
        "en": "The revision after the critique was no better ({why}); the text from before it stands.",
        "zh-Hans": "挑过毛病以后改的那一稿并不更好（{why}），这里保留之前的文字。",
        "zh-Hant": "挑過毛病以後改的那一版並沒有更好（{why}），這裡保留之前的文字。",
    },
    "partly": {"en": "{channels}: {said}", "zh-Hans": "{channels}：{said}", "zh-Hant": "{channels}：{said}"},
    "cut short": {
        "en": "The model could not be asked to mend its text: {why}",
        "zh-Hans": "没能让模型修改它的文字：{why}",
        "zh-Hant": "沒能讓模型修改它的文字：{why}",
    },
    "warnings": {"en": "more warnings", "zh-Hans": "提醒更多了", "zh-Hant": "提醒更多了"},
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
    questions: list[str],
    stand_in: Variant,
    critique: bool = False,
) -> Variant | None:
    """The model's text once it passes, or with what still fails replaced from `stand_in`, with its insight.

    None if it cannot be had; a notice says why, or what was replaced. `stand_in` is the built-in writer's.

    With `critique` the second call has the model read its text as the customer and revise it, findings of the checks
    included; a revision that fails them, or draws more warnings, leaves the text from before, channel by channel. What
    the facts could not answer joins `questions`. Raises `BudgetReached` and `Cancelled`: what a person has decided is
    no fault to write around.
    """
    # LangChain takes seconds to import: only a draft that needs the model pays for it.
    from assistant import chain

    gate = Gate(brief, persona, plan, playbook)
    talk = _Talk(brief, playbook, critique)
    try:
        while talk.goes_on:
            calls.tell(talk.step(number))
            reply = chain.write(
                brief,
                persona,
                plan,
                settings,
                findings=talk.findings,
                previous=talk.texts or None,
                playbook=playbook,
                calls=calls,
                variant=number,
                critique=talk.is_critique,
                attempt=talk.attempt,
            )
            calls.tell(Step("checking", number))
            talk.questions += gate.questions(reply.notes.objections, talk.texts)
            texts = writer.with_table(reply.texts, brief, persona, plan, playbook)
            checked = check_texts(texts, brief, plan, persona, playbook)
            talk.take(texts, checked, reply, find_missing(plan, checked.ledger, brief.lang))
    except ModelError as error:
        if not talk.texts:
            notices.append(_NOTICE["unreachable"][brief.lang].format(why=error))
            return None
        if talk.passed is None:
            notices.append(_NOTICE["cut short"][brief.lang].format(why=error))
        talk.fault = str(error)
    if talk.passed is None:
        patched = patch_channels(talk.texts, talk.by, brief, persona, plan, playbook, stand_in)
        if patched is None:
            notices.append(_NOTICE["replaced"][brief.lang].format(tries=REPAIRS, rules=talk.fault))
            return None
        notices.append(patched.notice(REPAIRS, brief.lang))
        talk.passed = patched.variant
    elif talk.fault:
        notices.append(talk.unrevised())
    questions += talk.questions
    return replace(talk.passed, insight=gate.insight(talk.notes), suggestions=gate.suggestions(talk.notes))


_WORSE = "more warnings"


class _Talk:
    """A text on its way through the calls: as it stands, what is held against it, and the last version that passed.

    `fault` says why the text as it stands is not the one that passed, `kept` in which channels; empty where it is.
    """

    def __init__(self, brief: Brief, playbook: Playbook, critique: bool) -> None:
        self._brief, self._playbook = brief, playbook
        self._critique, self._turn = critique, 0
        self.by = ""
        self.texts: dict[str, str] = {}
        self.findings: tuple[Diagnostic, ...] = ()
        self.passed: Variant | None = None
        self.notes = Notes()
        self.questions: list[str] = []
        self.fault = ""
        self._lacks = 0
        self.kept: tuple[str, ...] = ()

    def unrevised(self) -> str:
        """That a revision was dropped, and why; of several channels, in which of them."""
        why = _NOTICE["warnings"][self._brief.lang] if self.fault == _WORSE else self.fault
        said = _NOTICE["unrevised"][self._brief.lang].format(why=why)
        partly = 0 < len(self.kept) < len(self._brief.channels)
        kept = (", " if self._brief.lang == "en" else "、").join(self.kept)
        return _NOTICE["partly"][self._brief.lang].format(channels=kept, said=said) if partly else said

    @property
    def is_critique(self) -> bool:
        """Whether the next call is the one that reads the text as its customer."""
        return self._critique and self._turn == 1

    def step(self, number: int) -> Step:
        """What the next call does to a variant."""
        if self.is_critique:
            return Step("revising", number)
        repair = self._turn - self._critique
        return Step("repairing" if repair > 0 else "writing", number, max(0, repair))

    @property
    def attempt(self) -> int:
        """Which repair the next call is, if it is one."""
        return max(1, self._turn - self._critique)

    @property
    def goes_on(self) -> bool:
        """Whether there is something to ask for, and a call left to ask."""
        return self._turn <= REPAIRS and (not self._turn or self.is_critique or bool(self.findings))

    def take(self, texts: dict[str, str], checked: Checked, reply: Reply, missing: Sequence[Diagnostic] = ()) -> None:
        """A version, what the checks found in it and what it lacks; what lacks something alone has passed, and is mended."""
        if not self._turn:
            self.notes = reply.notes
        self._turn += 1
        self.texts, self.by = texts, reply.model
        variant = finished(texts, checked, self.by, self._brief, self._playbook)
        self.findings = tuple(finding for finding in checked.diagnostics if finding.level == "error")
        self.fault = ", ".join(sorted({finding.rule for finding in self.findings}))
        lacked, self._lacks = self._lacks, len(missing)
        self.findings += tuple(missing)
        if self.passed is None:
            self.passed = None if variant.needs_review else variant
            return
        if len(missing) < lacked and not variant.needs_review:
            # It has what a person wanted, and passes: that it draws another warning weighs less.
            self.passed, self.kept = variant, ()
            return
        self.passed, self.kept = better(variant, self.passed, self._brief.channels)
        if self.kept and not self.fault:
            self.fault = _WORSE


def finished(texts: Mapping[str, str], checked: Checked, by: str, brief: Brief, playbook: Playbook) -> Variant:
    """A variant with what the checks found in it, all by one hand; with errors, or a channel left empty, it needs review."""
    told = [texts] if len(brief.channels) == 1 else by_channel(texts, brief.channels).values()
    failed = not all(told) or any(finding.level == "error" for finding in checked.diagnostics)
    sentences = written_by(by, texts, brief, playbook)
    return Variant(dict(texts), checked.ledger, checked.diagnostics, by, failed, sentences)


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
