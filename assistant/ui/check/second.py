"""A model's opinion on the findings that a rule can be wrong about: shown beside each, never instead of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from assistant.chain.calls import Calls, open_calls
from assistant.chain.cancelling import Cancel, Cancelled
from assistant.chain.doubts import Doubt
from assistant.chain.estimating import estimate_opinions
from assistant.chain.settings import ModelSettings
from assistant.lint.opinion import is_doubtful
from assistant.schema.pasted import HeardOpinion
from assistant.tokens import Budget, BudgetReached
from assistant.ui.cards import Line
from assistant.ui.check.dismissals import Key
from assistant.ui.check.paper import note, paper
from assistant.ui.check.reading import Finding, Read, Sorted
from assistant.ui.errand import Errand, Unexpected, whether_open
from assistant.ui.form import ask_budget
from assistant.ui.markup import label
from assistant.ui.page import alert, hint, model_at
from assistant.ui.preferences import find_model
from assistant.ui.progress import announce, say_budget, show_most
from assistant.ui.words import Words

# More than anybody waits for; the rest is asked about when these have been looked at.
MOST = 120
_LOOK_EVERY_S = 0.5
_CHARS = 500
# Of one text.
_KEPT = 1_000


@dataclass(slots=True)
class Heard:
    """What has come so far, and what it took; filled by the errand's thread, read by the page's."""

    opinions: list[HeardOpinion]
    calls: Calls
    about: int


def opinion_lines(one: Finding, words: Words) -> tuple[Line, ...]:
    """What a model thinks of a finding, as a line of its entry; none where it was not asked."""
    heard = _known().get(one.key)
    if heard is None:
        return ()
    verdict = words(f"check.verdict_{'keep' if heard.verdict == 'keep' else 'fine'}")
    stop = ". " if words.lang == "en" else "。"
    return (Line(words("check.opinion", by=heard.by), f"{verdict}{stop}{heard.why}"),)


def _known() -> dict[Key, HeardOpinion]:
    opinions = paper().pasted.opinions
    known = st.session_state.get("check_opinions")
    if known is None or known[0] is not opinions:
        known = (opinions, {Key(one.rule, one.words, one.sentence): one for one in opinions})
        st.session_state["check_opinions"] = known
    by_key: dict[Key, HeardOpinion] = known[1]
    return by_key


def take_in() -> Errand[Heard] | None:
    """The errand that is under way for this paper, if there is one; what has ended is noted on the paper."""
    found: tuple[str, Errand[Heard], Heard] | None = st.session_state.get("check_asking")
    if found is None or not found[1].over:
        return found[1] if found and found[0] == paper().id else None
    id, errand, heard = found
    del st.session_state["check_asking"]
    if id == paper().id:
        both = (*paper().pasted.opinions, *heard.opinions)
        last = {Key(one.rule, one.words, one.sentence): one for one in both}
        note(opinions=tuple(last.values())[-_KEPT:])
        st.session_state["check_heard"] = (heard, errand.why_none)
    return None


def offer_opinion(read: Read, found: Sorted, words: Words) -> None:
    """The button, what it may cost, and what came of the last press. Nothing where no model is configured."""
    settings, problem = find_model(words)
    if problem:
        alert(problem, "care")
    if settings is None:
        return
    errand = take_in()
    with st.container(key="check-opinion"):
        if errand is not None:
            _follow(errand, words)
            return
        _outcome(words)
        known = _known()
        doubts = [one for one in found.standing if _is_open(one, read) and one.key not in known][:MOST]
        if not doubts:
            return
        budget = ask_budget(settings, words, lambda currency: words("check.opinion_budget", currency=currency))
        name = label(model_at(settings, words))
        if st.button(words("check.opinion_ask", model=name, count=len(doubts)), key="ask_opinion"):
            _start(read, doubts, settings, budget)
            st.rerun()
        hint(words("check.opinion_hint"))
        _estimate(read, doubts, settings, words)


def _is_open(one: Finding, read: Read) -> bool:
    return is_doubtful(one.found.diagnostic, read.lang)


def _doubts(findings: Sequence[Finding]) -> list[Doubt]:
    return [Doubt(*one.found.seen, one.found.diagnostic.message) for one in findings]


def _start(read: Read, findings: Sequence[Finding], settings: ModelSettings, budget: Budget | None) -> None:
    heard = Heard([], Calls(), len(findings))
    text, lang, doubts, names = read.text, read.lang, _doubts(findings), read.names

    def work(cancel: Cancel) -> Heard:
        # Imports LangChain, which takes seconds: here, where nobody waits for the page.
        from assistant.chain.opinions import find_opinions

        with open_calls(budget=budget, cancel=cancel) as calls:
            heard.calls = Calls(took=calls.took, not_kept=calls.not_kept)
            for place, opinion in find_opinions(text, lang, doubts, settings, calls, names):
                key = findings[place].key
                heard.opinions.append(
                    HeardOpinion(
                        rule=key.rule, words=key.words, sentence=key.sentence, by=opinion.by[:_CHARS],
                        verdict=opinion.verdict, why=opinion.why,
                    )
                )  # fmt: skip
        return heard

    errand = Errand(work, whether_open())
    st.session_state.pop("check_heard", None)
    st.session_state["check_asking"] = (paper().id, errand, heard)
    errand.start()


@st.fragment(run_every=_LOOK_EVERY_S)
def _follow(errand: Errand[Heard], words: Words) -> None:
    if errand.over:
        st.rerun()
    told = words("write.stopping") if errand.cancelled else words("check.opinion_under_way")
    announce(told, words, "opinion_steps", (told,))
    st.button(
        words("write.cancel"), key="cancel_opinion", on_click=errand.cancel, shortcut="Esc", disabled=errand.cancelled
    )


def _outcome(words: Words) -> None:
    """What came of it, in a line that is read out."""
    known: tuple[Heard, Exception | None] | None = st.session_state.get("check_heard")
    if known is None:
        announce("", words, "opinion_told")
        return
    from assistant.draft.by_model import what_it_took

    heard, why = known
    told = words("check.opinion_came", count=len(heard.opinions), of=heard.about)
    took = what_it_took(heard.calls, words.lang)
    announce(told, words, "opinion_told")
    if why is None:
        for line in (told, *took):
            hint(line)
        return
    if isinstance(why, Cancelled):
        alert(words("check.opinion_stopped", count=len(heard.opinions)), "", took)
        return
    reason = say_budget(why, words) if isinstance(why, BudgetReached) else str(why)
    reason = words("error.unexpected") if isinstance(why, Unexpected) else reason
    alert(words("check.opinion_none", why=reason), "bad", took)


def _estimate(read: Read, findings: Sequence[Finding], settings: ModelSettings, words: Words) -> None:
    asked = (read, tuple(findings), settings)
    known = st.session_state.get("check_estimate")
    if known is None or known[0] != asked:
        known = (asked, estimate_opinions(read.text, read.lang, _doubts(findings), settings))
        st.session_state["check_estimate"] = known
    show_most(known[1], settings, words)
