"""What was heard goes into a persona word for word, with the places it came from; nothing that nobody said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.personas.listen import listen
from assistant.personas.proposals import ENTRIES, EVIDENCE, KINDS, Proposal, add_heard, find_proposals
from assistant.personas.said import Listening
from assistant.personas.speaking import NobodySpeaks, NoColumn, NoTable
from assistant.schema import LANGS, Lang
from assistant.schema.brief import Evidence, Persona
from tests.chain.voices import VOICES

TEXT = """The fan rattles at night. I end up switching it off.
Too loud for the bedroom, my daughter wakes up every time it starts.
I wish it had a timer, I fall asleep with it on.
My name is Ann Lee and it rattles in my bedroom.
"""


def heard(text: str = TEXT) -> tuple[Listening, tuple[Proposal, ...]]:
    listening = listen(text, "reviews.txt")
    return listening, find_proposals(listening)


@pytest.mark.parametrize("lang", LANGS)
def test_every_proposal_stands_where_it_says_that_it_stands(lang: Lang) -> None:
    _, proposals = heard(VOICES[lang])
    assert {one.kind for one in proposals} <= set(KINDS)
    assert proposals
    for one in proposals:
        assert one.said
        for said in one.said:
            assert said.masked or " ".join(VOICES[lang][said.start : said.end].split()) == said.quote


def test_the_places_of_a_word_are_all_that_said_it() -> None:
    _, proposals = heard()
    word = next(one for one in proposals if one.text == "rattles")
    assert [(said.line, TEXT[said.start : said.end]) for said in word.said] == [(1, "rattles"), (4, "rattles")]


def test_no_two_proposals_have_one_id_and_the_ids_stay() -> None:
    _, proposals = heard()
    assert len({one.id for one in proposals}) == len(proposals)
    assert [one.id for one in proposals] == [one.id for one in heard()[1]]


def test_a_trouble_brings_the_sentences_that_say_it_as_evidence() -> None:
    listening, proposals = heard()
    pain = next(one for one in proposals if one.kind == "pain")
    added = add_heard(Persona(), [pain], listening.quotes, "Shop reviews", "2026-05")
    assert added.persona.pains == (pain.text,)
    assert {one.quote for one in added.persona.evidence} == {
        "The fan rattles at night.",
        "Too loud for the bedroom, my daughter wakes up every time it starts.",
        "My name is [name] and it rattles in my bedroom.",
    }
    assert {(one.source, one.date) for one in added.persona.evidence} == {("Shop reviews", "2026-05")}


def test_what_is_there_already_is_not_taken_twice() -> None:
    listening, proposals = heard()
    once = add_heard(Persona(), proposals, listening.quotes, "Shop reviews")
    again = add_heard(once.persona, proposals, listening.quotes, "Shop reviews")
    assert again.persona == once.persona
    assert again.new == 0
    assert once.new > 5


def test_what_is_full_takes_nothing_more_and_says_so() -> None:
    listening, proposals = heard()
    full = Persona(
        pains=tuple(f"pain {n}" for n in range(ENTRIES)),
        evidence=tuple(Evidence(quote=f"said {n}", source="x") for n in range(EVIDENCE)),
    )
    pain = next(one for one in proposals if one.kind == "pain")
    added = add_heard(full, [pain], listening.quotes, "Shop reviews")
    assert added.persona == full
    assert pain.text in added.left_out
    assert "The fan rattles at night." in added.left_out


def test_a_cost_goes_under_what_it_costs_and_a_summary_stays_out() -> None:
    listening, proposals = heard()
    base = proposals[0]
    cost = Proposal("cost.1", "cost", base.text, base.said, 1, "time", "Loses sleep", "test-model")
    added = add_heard(Persona(), [cost], listening.quotes, "Shop reviews")
    assert added.persona.costs.time == (base.text,)
    assert "Loses sleep" not in added.persona.model_dump_json()


@given(st.text(max_size=300))
def test_whatever_is_pasted_all_that_is_proposed_can_be_taken(text: str) -> None:
    try:
        listening = listen(text, "-")
    except NobodySpeaks:
        return
    added = add_heard(Persona(), find_proposals(listening), listening.quotes, "Pasted")
    assert Persona.model_validate(added.persona.model_dump()) == added.persona


def test_a_text_in_which_no_customer_speaks_says_who_does() -> None:
    with pytest.raises(NobodySpeaks) as nobody:
        listen("  \n", "-")
    assert not nobody.value.others
    with pytest.raises(NobodySpeaks) as others:
        listen("Seller response: We are sorry.", "-")
    assert others.value.others


def test_a_table_without_a_column_of_text_names_those_it_has() -> None:
    with pytest.raises(NoColumn) as fault:
        listen("id,stars\n1,5\n", "reviews.csv")
    assert fault.value.columns == "id, stars"
    assert "text" in fault.value.called
    with pytest.raises(NoTable) as broken:
        listen('text\n"never closed' + "x" * 5_000_010, "reviews.csv")
    assert broken.value.line >= 1
