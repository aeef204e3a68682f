"""One sentence of a draft anew, in its place: proposals by a model, else by the built-in writer, each held to the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.chain.calls import Calls, Took
from assistant.draft.by_model import what_it_took
from assistant.draft.otherwise import say_otherwise
from assistant.draft.place import Place, find_place
from assistant.draft.proposals import Proposal, propose
from assistant.draft.rechecking import recheck, variant_in
from assistant.draft.sentences import split
from assistant.draft.wishes import WISH_CHARS, Wish, find_wish
from assistant.draft.write import resolve_persona
from assistant.errors import InputError
from assistant.playbook import Playbook, load_playbook
from assistant.schema import Draft, Lang, Variant
from assistant.schema.brief import Brief
from assistant.writer import BUILT_IN

if TYPE_CHECKING:
    from assistant.chain.alternatives import Asked
    from assistant.chain.estimating import AtMost
    from assistant.chain.settings import ModelSettings

_NOTICE: dict[str, dict[Lang, str]] = {
    "free": {
        "en": "A wish in words of your own needs a language model, and none is configured; these are other ways to say it.",
        "zh-Hans": "自己写的要求需要语言模型，现在没有配置；下面只是换了说法。",
        "zh-Hant": "自己寫的要求需要語言模型，現在沒有設定；以下只是換了說法。",
    },
    "none": {
        "en": "The built-in writer knows no other true way to say this here.",
        "zh-Hans": "这里内置写手想不出别的如实的说法。",
        "zh-Hant": "這裡內建寫手想不出別的如實的說法。",
    },
    "unfulfilled": {
        "en": "The built-in writer knows no true way to say this as wished.",
        "zh-Hans": "按这个要求，内置写手想不出如实的说法。",
        "zh-Hant": "照這個要求，內建寫手想不出如實的說法。",
    },
    "copied": {
        "en": "This line is copied from the facts; change the fact to change it.",
        "zh-Hans": "这一行照抄自产品事实；要改，请改那条事实。",
        "zh-Hant": "這一行照抄自產品事實；要改，請改那項事實。",
    },
    "unreachable": {
        "en": "The model gave no usable sentence ({why}) What stands here is by the built-in writer.",
        "zh-Hans": "模型没有给出可用的句子（{why}）这里是内置写手的说法。",
        "zh-Hant": "模型沒有給出可用的句子（{why}）這裡是內建寫手的說法。",
    },
    "failed": {
        "en": "None of the model's sentences passed the checks here ({rules}); what stands here is by the built-in writer.",
        "zh-Hans": "模型写的句子在这里都没有通过检查（{rules}），这里是内置写手的说法。",
        "zh-Hant": "模型寫的句子在這裡都沒有通過檢查（{rules}），這裡是內建寫手的說法。",
    },
}


@dataclass(frozen=True, slots=True)
class Anew:
    """What may stand in a place, the best first, at most three; and what whoever asked should know.

    The place is `standing`, from `start` to `end` in the text `field`: the whole sentence around what was asked for.
    """

    field: str
    start: int
    end: int
    standing: str
    proposals: tuple[Proposal, ...]
    notices: tuple[str, ...] = ()


def write_anew(
    brief: Brief,
    draft: Draft,
    variant: int,
    field: str,
    start: int,
    end: int,
    wish: str = "",
    settings: ModelSettings | None = None,
    calls: Calls | None = None,
    texts: Mapping[str, str] | None = None,
    besides: Sequence[str] = (),
    playbook: Playbook | None = None,
) -> Anew:
    """Up to three proposals for one sentence, line or headline of a draft: other true ways to say it, none equal to what
    stands there, to `besides` (offered before and not wanted) or to each other.

    The place is the sentence that `start` to `end` touches in `field` of `texts`, the texts as somebody has edited them,
    else the variant's. `wish` is one of `Wish`, in words of any language, or a free one, which needs a model. The model
    that `settings` names is asked once, and once more for what fails the checks in its place; where it can't be had, or
    nothing of it passes, the proposals are the built-in writer's and a notice says so. `calls` as in `write`; what the
    call took stands among the notices. Raises `InputError` for a place that is none, an unknown variant or a wish of
    more than 300 characters; `BudgetReached` and `Cancelled` as `calls` has it.
    """
    place = _place(brief, draft, variant, field, start, end, texts, playbook)
    known = _known(wish)
    lang, notices = brief.lang, list[str]()
    found: tuple[Proposal, ...] = ()
    if settings is not None and not place.is_copied:
        asked = replace(calls or Calls(), took=Took())
        try:
            found, why = propose(place, _asked(place, wish, known, besides), settings, asked, variant)
            notices += [_NOTICE[name][lang].format(**said) for name, said in why.items()]
        finally:
            if calls is not None:
                calls.took.merge(asked.took)
        notices += what_it_took(asked, lang)
    elif wish.strip() and known is None and not place.is_copied:
        notices.append(_NOTICE["free"][lang])
    if not found:
        said = say_otherwise(place, known, besides)
        found = tuple(Proposal.of(text, BUILT_IN, judged) for text, judged in said)
    if not found:
        notices.append(_NOTICE["copied" if place.is_copied else "unfulfilled" if known else "none"][lang])
    if len(brief.channels) > 1 and _fails_elsewhere(brief, draft, variant, place, texts):
        found = tuple(replace(one, needs_review=True) for one in found)
    return Anew(field, place.start, place.end, place.standing, found, tuple(notices))


def take(
    brief: Brief,
    draft: Draft,
    variant: int,
    anew: Anew,
    proposal: Proposal,
    texts: Mapping[str, str] | None = None,
    playbook: Playbook | None = None,
) -> Variant:
    """The variant with a proposal in its place, checked as `recheck` does; its sentences are the proposal's author's.

    `texts` are as they are now: somebody may have typed while the proposals were on their way. Raises `InputError`
    where the sentence that the proposals were for stands there no more, or more than once elsewhere.
    """
    book = playbook or load_playbook()
    said = {**variant_in(draft, variant).texts, **(texts or {})}
    text, start = said.get(anew.field, ""), anew.start
    if text[start : start + len(anew.standing)] != anew.standing:
        if text.count(anew.standing) != 1:
            raise InputError(f"{anew.field}: the sentence has been changed since. Ask for it anew.")
        start = text.index(anew.standing)
    high = start + len(proposal.text)
    said[anew.field] = text = text[:start] + proposal.text + text[start + len(anew.standing) :]
    role = book.channel(brief.channel).fields[anew.field].role
    own = [text[low:end] for low, end in split(text, role, brief.lang) if low < high and start < end]
    return recheck(brief, draft, variant, said, book, [(anew.field, one, proposal.by) for one in own])


def estimate_anew(
    brief: Brief,
    draft: Draft,
    variant: int,
    field: str,
    start: int,
    end: int,
    settings: ModelSettings,
    wish: str = "",
    texts: Mapping[str, str] | None = None,
    playbook: Playbook | None = None,
) -> AtMost:
    """What `write_anew` takes at most with this model: a call, and a second one for what fails. Raises as it does."""
    from assistant.chain.estimating import estimate_alternatives

    place = _place(brief, draft, variant, field, start, end, texts, playbook)
    return estimate_alternatives(_asked(place, wish, _known(wish), ()), settings)


def _known(wish: str) -> Wish | None:
    if len(wish) > WISH_CHARS:
        raise InputError(f"wish: expected at most {WISH_CHARS} characters, got {len(wish)}. Shorten it.")
    return find_wish(wish)


def _place(
    brief: Brief,
    draft: Draft,
    variant: int,
    field: str,
    start: int,
    end: int,
    texts: Mapping[str, str] | None,
    playbook: Playbook | None,
) -> Place:
    said = {**variant_in(draft, variant).texts, **(texts or {})}
    persona, book = resolve_persona(brief), playbook or load_playbook()
    return find_place(brief, persona, draft.plan, book, said, field, start, end)


def _fails_elsewhere(brief: Brief, draft: Draft, variant: int, place: Place, texts: Mapping[str, str] | None) -> bool:
    """Whether another channel's texts have an error: the place has been judged within its own."""
    said = {**draft.variants[variant].texts, **(texts or {})}
    found = recheck(brief, draft, variant, said, place.playbook).diagnostics
    own = f"{place.brief.channel}."
    return any(one.level == "error" and not one.field.startswith(own) for one in found)


def _asked(place: Place, wish: str, known: Wish | None, besides: Sequence[str]) -> Asked:
    from assistant.chain.alternatives import Asked

    about = tuple(dict.fromkeys((*place.facts, *(one.rpartition("-")[0] for one in place.compared))))
    return Asked(
        place.brief,
        place.persona,
        place.plan,
        place.playbook,
        place.texts,
        place.field,
        place.start,
        place.end,
        about,
        wish="" if known else wish,
        known=known.value if known else "",
        besides=tuple(besides),
    )
