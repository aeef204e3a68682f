"""From the work on the desk to a brief, a reading and a draft; the last of each is remembered for the session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import streamlit as st

from assistant.chain.settings import ModelSettings, host_of
from assistant.errors import InputError
from assistant.schema import Draft
from assistant.schema.choices import Choice
from assistant.schema.work import Chosen
from assistant.ui.desk import change, desk
from assistant.ui.preferences import preferences
from assistant.ui.words import Words

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from assistant.chain.estimating import AtMost
    from assistant.plan import Reading
    from assistant.references import Book
    from assistant.schema.brief import Brief
    from assistant.schema.work import Work, WrittenFor
    from assistant.tokens import Budget
    from assistant.ui.writing import Outcome, Writing

# What the brief takes over from the desk as it stands.
SAME = ("product", "category", "persona", "stage", "lifecycle", "purpose", "channel", "market", "seed", "tone")
# A team's references are kept once, not in every draft that could have used them.
_ON_OFFER: Any = {"plan": {"added": True, "parts": {"__all__": {"added": True}}}}


def book_on_desk() -> Book:
    """The references that facts may stand beside: those that are shipped, and one's own."""
    from assistant.ui.own_book import book

    return book()


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and the brief that it was written for.

    `by` and `host` are the model that wrote it and where, empty for the built-in writer; `asked_model` tells whether a
    model was asked, `took` what its replies took. `draft` has what a person has changed in it, `plain` is as it was written.
    `choices` are those that it was written with.
    """

    brief: Brief
    draft: Draft
    by: str = ""
    host: str = ""
    asked_model: bool = False
    took: tuple[str, ...] = ()
    plain: Draft | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader has to know; that no model is configured stands in the label already."""
        told = self.draft.notices if self.asked_model else self.draft.notices[1:]
        return tuple(notice for notice in told if notice not in self.took)


def make_brief(words: Words, work: Work | None = None) -> Brief | None:
    """The brief of a product, the one on the desk if none is given; None while there are no facts.

    Raises `InputError`, in the language of the page.
    """
    from pydantic import ValidationError

    from assistant.schema.brief import BRIEF_FACTS, Brief
    from assistant.ui.facts.on_desk import rows_of_work, source_of
    from assistant.ui.facts.rows import used_facts

    work = desk().work if work is None else work
    read, facts = source_of(work, words), used_facts(rows_of_work(work, words))
    if not facts:
        return None
    # The table says that there are more, and which are left out.
    lines = facts[:BRIEF_FACTS]
    same = {name: getattr(work, name) for name in SAME}
    kept = preferences()
    # What a page calls its maker is no praise, and no invention.
    names = tuple(dict.fromkeys((*work.names, *kept.names, *(name[:500] for name in read.names))))[:100]
    house = {"style": kept.style, "names": names, "avoid": (*work.avoid, *kept.avoid)}
    try:
        return Brief.model_validate(
            {**same, **house, "proof": work.proof, "facts": lines, "lang": work.lang or words.lang}
        )
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise InputError(f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}") from None


def choices_on_desk() -> tuple[Choice, ...]:
    """What the copywriter has pinned and rejected."""
    return tuple(Choice(one.fact, one.pinned, one.rejected) for one in desk().work.chosen)


def read_brief(brief: Brief) -> Reading:
    """The facts with all that was found for them, and chosen among it."""
    from assistant.draft import resolve_persona
    from assistant.plan import read

    book, choices = book_on_desk(), choices_on_desk()
    known: tuple[Brief, tuple[Choice, ...], Book, Reading] | None = st.session_state.get("reading")
    if known is not None and known[:2] == (brief, choices) and known[2] is book:
        return known[3]
    reading = read(brief, resolve_persona(brief), book, choices=choices)
    st.session_state["reading"] = (brief, choices, book, reading)
    return reading


def estimate(brief: Brief, settings: ModelSettings) -> AtMost | None:
    """What a draft takes at most; None where no model would be asked. Raises `DataFileError` for a bad price file."""
    from assistant.chain.estimating import estimate_draft
    from assistant.draft import REPAIRS, resolve_persona
    from assistant.plan import make_plan
    from assistant.playbook import load_playbook

    variants, reading = wanted_variants(by_model=True), read_brief(brief)
    known: tuple[Reading, Brief, ModelSettings, int, AtMost | None] | None = st.session_state.get("estimate")
    # The reading is another one whenever the choices or the references are.
    if known is not None and known[0] is reading and known[1:4] == (brief, settings, variants):
        return known[4]
    persona, playbook = resolve_persona(brief), load_playbook()
    plan = make_plan(reading, brief, persona, playbook)
    most = None
    if plan.used:
        most = estimate_draft(brief, persona, plan, settings, playbook, repairs=REPAIRS, variants=variants)
    st.session_state["estimate"] = (reading, brief, settings, variants, most)
    return most


def wanted_variants(by_model: bool) -> int:
    """How many versions to write. A model is paid for each."""
    return desk().work.variants or (1 if by_model else 3)


def write_built_in(brief: Brief) -> None:
    """A new draft by the built-in writer, at once; it lies on the desk until the next one."""
    from assistant.draft import write

    _forget()
    variants, choices = wanted_variants(by_model=False), choices_on_desk()
    _put_down(Drafted(brief, write(brief, variants=variants, book=book_on_desk(), choices=choices), choices=choices))


def start_writing(brief: Brief, settings: ModelSettings, budget: Budget | None, critique: bool = False) -> None:
    """Has a model begin a new draft; the page goes on meanwhile."""
    from assistant.ui.errand import whether_open
    from assistant.ui.writing import Writing

    _forget()
    variants = wanted_variants(by_model=True)
    book, choices = book_on_desk(), choices_on_desk()
    writing = Writing(brief, settings, budget, whether_open(), critique, variants, book, choices)
    st.session_state["writing"] = (desk().id, writing)
    writing.start()


def find_writing() -> Writing | None:
    """The draft that a model is writing for this session, if one is under way; what has ended is taken in.

    What was written for another product than the one on the desk now is left to that one's page.
    """
    found: tuple[str, Writing] | None = st.session_state.get("writing")
    if found is None or found[1].outcome is None:
        return found[1] if found else None
    id, writing = found
    del st.session_state["writing"]
    st.session_state["outcome"] = writing.outcome
    if writing.outcome is not None and writing.outcome.draft is not None and id == desk().id:
        _put_down(_drafted(writing, writing.outcome.draft))
    return None


def last_draft() -> Drafted | None:
    """The draft on the desk, if there is one that can still be read."""
    written = desk().work.written
    known: tuple[WrittenFor, Drafted] | None = st.session_state.get("drafted")
    if written is None:
        return None
    if known is None or known[0] is not written:
        known = (written, _edited(_picked_up(written), written))
        st.session_state["drafted"] = known
    return known[1]


def _edited(drafted: Drafted, written: WrittenFor) -> Drafted:
    """The draft with what a person has changed, checked anew where something was."""
    from assistant.draft import recheck

    variants = list(drafted.draft.variants)
    for number, edits in written.edits.items():
        if number < len(variants) and edits.texts:
            texts = {**variants[number].texts, **edits.texts}
            authors = [(one.field, one.sentence, one.by) for one in edits.authors]
            variants[number] = recheck(drafted.brief, drafted.draft, number, texts, written=authors)
    return replace(drafted, draft=replace(drafted.draft, variants=tuple(variants)), plain=drafted.draft)


def last_outcome() -> Outcome | None:
    """What came of the last draft that a model was asked for; None after one of the built-in writer."""
    return st.session_state.get("outcome")


@cache
def _drafts() -> TypeAdapter[Draft]:
    from pydantic import TypeAdapter

    return TypeAdapter(Draft)


def _put_down(drafted: Drafted) -> None:
    """Lays a draft on the desk, as a step of its own that is saved at once."""
    written = {
        "id": uuid4().hex,
        "brief": drafted.brief.model_dump(mode="json", exclude_defaults=True),
        "draft": _drafts().dump_python(drafted.draft, mode="json", exclude=_ON_OFFER),
        "by": drafted.by,
        "host": drafted.host,
        "asked_model": drafted.asked_model,
        "took": drafted.took,
        "chosen": [Chosen(fact=one.fact, pinned=one.pinned, rejected=one.rejected) for one in drafted.choices],
    }
    change(written=written)
    desk().keep()


def _picked_up(written: WrittenFor) -> Drafted:
    """The draft out of what was saved. Raises `InputError` for one that another Yardstick wrote in another form."""
    from pydantic import ValidationError

    from assistant.plan import with_added
    from assistant.schema.brief import Brief

    try:
        brief, draft = Brief.model_validate(written.brief), _drafts().validate_python(written.draft)
    except ValidationError:
        raise InputError("The draft that was saved here is of another version of Yardstick. Write it anew.") from None
    # What is on offer now is what the text is held to when it is edited.
    draft = replace(draft, plan=with_added(draft.plan, book_on_desk().added))
    choices = tuple(Choice(one.fact, one.pinned, one.rejected) for one in written.chosen)
    by = (written.by, written.host, written.asked_model, written.took)
    return Drafted(brief, draft, *by, choices=choices)


def _forget() -> None:
    st.session_state.pop("outcome", None)


def _drafted(writing: Writing, draft: Draft) -> Drafted:
    from assistant.draft.by_model import what_it_took
    from assistant.writer import BUILT_IN

    assert writing.outcome is not None
    by = ("", "") if draft.variants[0].by == BUILT_IN else (writing.settings.model, host_of(writing.settings))
    took = what_it_took(writing.outcome.calls, writing.brief.lang)
    return Drafted(writing.brief, draft, *by, True, took, choices=writing.choices)
