"""A model's text whose errors are replaced sentence by sentence by what the built-in writer says of the same fact.

The gate is asked again after every round, and what it stops in one round gets the next way to say it, or goes. Nothing
leaves here that has not passed as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.checks import Checked, check_texts
from assistant.draft.channels import join_variants, variant_of
from assistant.draft.mending import Mending
from assistant.draft.sentences import COPIED
from assistant.playbook import Playbook
from assistant.schema import Diagnostic, Lang, Plan, Variant
from assistant.schema.brief import Brief, Persona
from assistant.schema.channels import by_channel

# Each sentence has a few ways to be said; what still fails then belongs to the whole text.
ROUNDS = 5
# Of a draft of which less is left, the built-in one reads better.
LEAST = 1 / 3

_NOTICE: dict[str, dict[Lang, str]] = {
    "still": {
        "en": "Sentences that still failed the checks after {tries} repairs ({rules}): {outcome}.",
        "zh-Hans": "修改{tries}次后仍有句子没通过检查（{rules}）：{outcome}。",
        "zh-Hant": "修改{tries}次後仍有句子沒通過檢查（{rules}）：{outcome}。",
    },
    "replaced": {
        "en": "{replaced} of the {total} here are the built-in writer's instead",
        "zh-Hans": "现在的{total}句里，{replaced}句换成了内置写手的",
        "zh-Hant": "現在的{total}句裡，{replaced}句換成了內建寫手的",
    },
    "dropped": {"en": "{dropped} left out", "zh-Hans": "删去{dropped}句", "zh-Hant": "刪去{dropped}句"},
}
_AND: dict[Lang, str] = {"en": ", ", "zh-Hans": "，", "zh-Hant": "，"}


@dataclass(frozen=True, slots=True)
class Patched:
    """A version that passes; how many sentences of the model's went without another in their place, and what stopped them."""

    variant: Variant
    dropped: int
    rules: tuple[str, ...]

    def notice(self, tries: int, lang: Lang) -> str:
        """How many sentences are the built-in writer's and by which rules, in one line."""
        sentences = self.variant.sentences
        replaced = sum(bool(one.why) for one in sentences)
        total = sum(bool(one.why) or one.by == self.variant.by for one in sentences)
        counts = {"replaced": replaced, "dropped": self.dropped, "total": total}
        said = [_NOTICE[name][lang].format(**counts) for name in ("replaced", "dropped") if counts[name]]
        return _NOTICE["still"][lang].format(tries=tries, rules=", ".join(self.rules), outcome=_AND[lang].join(said))


def patch(
    texts: Mapping[str, str],
    by: str,
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    playbook: Playbook,
    built_in: Mapping[str, str],
) -> Patched | None:
    """The model's texts with every sentence that the gate stops exchanged; `by` is the model.

    `built_in` are the built-in writer's texts for the same brief. None where too little of the model's would be left,
    or where nothing helps; what is returned has no error.
    """

    def check() -> tuple[Checked, list[Diagnostic]]:
        checked = check_texts(draft.as_texts(), brief, plan, persona, playbook)
        return checked, [one for one in checked.diagnostics if one.level == "error"]

    draft = Mending(texts, by, brief, persona, plan, playbook, built_in)
    given = draft.own()
    checked, errors = check()
    stopped = errors
    for _ in range(ROUNDS):
        if not errors:
            break
        draft.mend(errors, checked.ledger)
        checked, errors = check()
    if errors:
        for name in {error.field for error in errors} & draft.texts.keys():
            draft.take_whole(name, [error.rule for error in errors if error.field == name])
        checked, errors = check()
    if errors or draft.missing() or not draft.own() or draft.own() < LEAST * given:
        return None
    variant = Variant(draft.as_texts(), checked.ledger, checked.diagnostics, by, sentences=draft.sentences())
    return Patched(variant, draft.dropped, tuple(sorted({error.rule for error in stopped})))


def patch_channels(
    texts: Mapping[str, str],
    by: str,
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    playbook: Playbook,
    stand_in: Variant,
) -> Patched | None:
    """The same for the texts of every channel of the brief, each by itself: a reader meets one of them at a time.

    `stand_in` is the built-in writer's variant. A channel of whose texts too little would be left is that variant's;
    None where every channel would be.
    """
    if len(brief.channels) == 1:
        return patch(texts, by, brief, persona, plan, playbook, stand_in.texts)
    own = by_channel(texts, brief.channels)
    patched: dict[str, Patched] = {}
    lost = 0
    for channel in brief.channels:
        alone, spare = brief.for_channel(channel), variant_of(channel, stand_in)
        found = patch(own[channel], by, alone, persona, plan, playbook, spare.texts)
        lost += found is None
        patched[channel] = found or _whole(own[channel], by, alone, persona, plan, playbook, spare)
    if lost == len(patched):
        return None
    variant = join_variants({channel: one.variant for channel, one in patched.items()}, by)
    rules = sorted({rule for one in patched.values() for rule in one.rules})
    return Patched(variant, sum(one.dropped for one in patched.values()), tuple(rules))


def _whole(
    texts: Mapping[str, str],
    by: str,
    brief: Brief,
    persona: Persona | None,
    plan: Plan,
    playbook: Playbook,
    stand_in: Variant,
) -> Patched:
    """The built-in writer's texts of a channel, with what stopped the model's where it had any."""
    found = check_texts(texts, brief, plan, persona, playbook).diagnostics
    rules = tuple(sorted({one.rule for one in found if one.level == "error"}))
    shapes, why = playbook.channel(brief.channel).fields, ", ".join(rules)
    sentences = (one if shapes[one.field].role in COPIED else replace(one, why=why) for one in stand_in.sentences)
    return Patched(replace(stand_in, by=by, sentences=tuple(sentences)), 0, rules)
