"""Insight, critique and proposals over real HTTP: what a model says beside its text, and what may come of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from assistant.chain import ModelSettings
from assistant.chain.calls import Calls, open_calls
from assistant.draft import write
from assistant.draft.remarks import MOST_QUESTIONS, SENTENCE_CHARS, THING_CHARS
from assistant.draft.rows import draft_document
from assistant.schema import LANGS, Draft, Insight, Suggestion
from assistant.schema.brief import Evidence, Persona
from assistant.schema.documents import Write
from tests.chain.servers import Answer, ScriptedServer, completion, serving
from tests.draft.test_draft import GOOD, brief

HEARD = Persona(
    name="Neighbours",
    evidence=(
        Evidence(quote="I only ever hear it go.", source="interview", date="2026-05-02"),
        Evidence(quote="My boy asks how fast.", source="letter"),
    ),
)
NOTES: dict[str, Any] = {
    "insight": "You can finally tell your boy what it is that he hears.",
    "rests_on": ["e2", "e1", "e9", "e2"],
    "angle": "Opens at the window, since the reader is only looking round.",
    "proposed_reference": {"figure": "f4", "thing": "the school bus", "why": "It stops at their gate every morning."},
}
STAYS: dict[str, Any] = dict.fromkeys(GOOD)


def objection(words: str = "on its way", mended: bool = False, **changes: Any) -> dict[str, Any]:
    return {"field": "paragraph", "words": words, "question": "On its way where?", "mended": mended, **changes}


def drafted(
    *replies: dict[str, Any] | str, critique: bool = False, calls: Calls | None = None, **changes: Any
) -> tuple[Draft, list[dict[str, Any]]]:
    """A draft from these replies, and the bodies of the requests: as many as replies, or the test fails."""
    script = [Answer(body=completion(one if isinstance(one, str) else json.dumps(one))) for one in replies]
    server = ScriptedServer(script)
    with serving(server) as url:
        settings = ModelSettings("unused", url, "test-model", retries=0)
        draft = write(brief(**changes), settings, calls=calls, critique=critique)
    return draft, [request.body for request in server.requests]


def critiqued(*objections: dict[str, Any], **texts: Any) -> dict[str, Any]:
    return {"objections": list(objections), **STAYS, **texts}


def own_questions(draft: Draft) -> Sequence[str]:
    return [question for question in draft.questions if question not in draft.plan.questions]


def test_an_insight_stands_beside_the_text_with_the_customers_words_that_it_rests_on() -> None:
    draft, _ = drafted({**GOOD, **NOTES}, persona=HEARD)
    heard = ("My boy asks how fast.", "I only ever hear it go.")
    assert draft.variants[0].insight == Insight(NOTES["insight"], NOTES["angle"], heard)
    assert set(draft.variants[0].texts) >= set(GOOD)
    assert not {"insight", "angle"} & set(draft.variants[0].texts)


@pytest.mark.parametrize("persona", [None, HEARD])
def test_an_insight_that_names_no_words_of_a_customer_is_a_guess(persona: Persona | None) -> None:
    rests_on = ["e1", "e2"] if persona is None else ["guess", "f1"]
    draft, _ = drafted({**GOOD, **NOTES, "rests_on": rests_on}, persona=persona)
    assert draft.variants[0].insight == Insight(NOTES["insight"], NOTES["angle"], ())


@pytest.mark.parametrize(
    "insight",
    [
        "You save 20 minutes a day.",
        "You get there in half the time.",
        "It is 6001 m/s of calm.",
        "你终于可以告诉孩子那是什么声音。",
        "You ".ljust(SENTENCE_CHARS + 1, "x"),
        "",
        "<b>You</b> look up.",
    ],
)
def test_an_insight_that_brings_a_number_or_cannot_be_read_is_not_shown(insight: str) -> None:
    draft, _ = drafted({**GOOD, **NOTES, "insight": insight})
    assert draft.variants[0].by == "test-model"
    assert draft.variants[0].insight is None


def test_an_angle_with_a_number_goes_and_its_insight_stays() -> None:
    draft, _ = drafted({**GOOD, **NOTES, "angle": "Opens with the 580 times."})
    assert draft.variants[0].insight == Insight(NOTES["insight"], "", ())


def test_a_proposed_reference_is_a_suggestion_to_verify_and_stands_in_no_text() -> None:
    draft, _ = drafted({**GOOD, **NOTES})
    suggestion = Suggestion("reference", "Payload: 4,200 kg", "the school bus", "It stops at their gate every morning.")
    assert draft.variants[0].suggestions == (suggestion,)
    assert "school bus" not in json.dumps(dict(draft.variants[0].texts))
    told = [notice for notice in draft.notices if "school bus" in notice]
    assert len(told) == 1
    assert "A suggestion to verify, not used" in told[0]


@pytest.mark.parametrize(
    "changes",
    [
        {"thing": "2 school buses"},
        {"thing": "a couple of school buses"},
        {"why": "It weighs half as much."},
        {"why": "Some ４０ children fit in."},
        {"why": "Everybody knows 4,200 kg."},
        {"thing": "x" * (THING_CHARS + 1)},
        {"why": "x" * (SENTENCE_CHARS + 1)},
        {"thing": " "},
        {"thing": "校车"},
        {"figure": "f3"},
        {"figure": "f9"},
        {"figure": ""},
    ],
)
def test_a_proposal_with_a_figure_or_for_none_is_not_shown(changes: dict[str, str]) -> None:
    draft, _ = drafted({**GOOD, **NOTES, "proposed_reference": {**NOTES["proposed_reference"], **changes}})
    assert draft.variants[0].by == "test-model"
    assert draft.variants[0].suggestions == ()


@pytest.mark.parametrize("notes", [{}, dict.fromkeys(NOTES), {**dict.fromkeys(NOTES), "rests_on": []}])
def test_texts_without_the_notes_beside_them_are_taken_all_the_same(notes: dict[str, Any]) -> None:
    variant = drafted({**GOOD, **notes})[0].variants[0]
    assert (variant.by, variant.insight, variant.suggestions) == ("test-model", None, ())


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"insight": 5}, "insight"),
        ({"rests_on": "e1"}, "rests_on"),
        ({"proposed_reference": {"figure": "f4"}}, "proposed_reference.thing"),
        ({"note": "x"}, "note"),
        ({"headline": None}, "headline"),
    ],
)
def test_a_reply_of_another_form_is_said_to_be_one(changes: dict[str, Any], place: str) -> None:
    draft, _ = drafted({**GOOD, **NOTES, **changes})
    assert draft.variants[0].by == "built-in"
    assert any(f"outside the form asked for ({place}" in notice for notice in draft.notices)


def test_the_critique_goes_on_from_the_first_request_word_for_word() -> None:
    _, (first, second) = drafted({**GOOD, **NOTES}, critiqued(), critique=True)
    assert second["messages"][:2] == first["messages"]
    shown, asked = second["messages"][2:]
    assert json.loads(shown["content"]) == GOOD
    assert "Nothing. It passed." in asked["content"]


def test_a_text_that_the_critique_leaves_stays_as_it_was_and_the_rest_is_revised() -> None:
    better = "You finish tying a shoe. Over the roofs, a rocket that stands 58 m tall is on its way."
    draft, _ = drafted({**GOOD, **NOTES}, critiqued(objection(mended=True), paragraph=better), critique=True)
    texts = draft.variants[0].texts
    assert texts["paragraph"] == better
    assert texts["headline"] == GOOD["headline"]
    assert texts["bullets"].split("\n") == GOOD["bullets"]
    assert draft.variants[0].insight is not None
    assert own_questions(draft) == []


def test_without_being_asked_for_there_is_no_critique() -> None:
    assert len(drafted({**GOOD, **NOTES})[1]) == 1


def test_what_the_facts_do_not_answer_becomes_a_question_to_colleagues() -> None:
    asked = [
        objection(),
        objection(question="on its way, where"),
        objection(question="on its way where"),
        objection("tying a shoe", question="Is there a guarantee?"),
    ]
    draft, _ = drafted(GOOD, critiqued(*asked), critique=True)
    assert own_questions(draft) == ["On its way where?", "Is there a guarantee?"]
    assert draft.questions[: len(draft.plan.questions)] == draft.plan.questions


@pytest.mark.parametrize(
    "changes",
    [
        {"words": "on its way home"},
        {"words": ""},
        {"words": "On its way"},
        {"field": "headline"},
        {"field": "nowhere"},
        {"question": "Is it 580 times as fast?"},
        {"question": "Why twice?"},
        {"question": "x" * (SENTENCE_CHARS + 1)},
        {"question": ""},
        {"question": "？？"},
        {"question": "它要去哪里？"},
        {"mended": True},
    ],
)
def test_an_objection_to_words_that_are_not_there_or_with_a_number_asks_nobody(changes: dict[str, Any]) -> None:
    draft, _ = drafted(GOOD, critiqued(objection(**changes)), critique=True)
    assert draft.variants[0].by == "test-model"
    assert own_questions(draft) == []


def test_the_questions_of_a_critique_are_bounded() -> None:
    asked = [objection(question=f"Who says {word}?") for word in "so this that it why how when".split()]
    draft, _ = drafted(GOOD, critiqued(*asked), critique=True)
    assert len(own_questions(draft)) == MOST_QUESTIONS


def test_a_revision_that_fails_the_checks_is_repaired_once() -> None:
    better = "Your boy looks up. A rocket that stands 58 m tall is on its way."
    draft, bodies = drafted(
        GOOD,
        critiqued(paragraph="Your boy looks up at 59 m of rocket."),
        {**STAYS, "paragraph": better},
        critique=True,
    )
    assert draft.variants[0].texts["paragraph"] == better
    assert "59 m" in bodies[2]["messages"][-1]["content"]
    assert json.loads(bodies[2]["messages"][2]["content"])["headline"] == GOOD["headline"]


@pytest.mark.parametrize(
    "worse",
    [
        [critiqued(objection(), headline="About 580 times Usain Bolt's average"), STAYS],
        [critiqued(objection(), headline="The world's leading rocket"), {**STAYS, "headline": "Twice as fast"}],
    ],
)
def test_a_critique_that_makes_it_worse_leaves_the_text_from_before(worse: list[dict[str, Any]]) -> None:
    draft, _ = drafted({**GOOD, **NOTES}, *worse, critique=True)
    assert draft.variants[0].texts["headline"] == GOOD["headline"]
    assert not draft.variants[0].needs_review
    assert draft.variants[0].insight is not None
    assert any("the text from before it stands" in notice for notice in draft.notices)
    assert own_questions(draft) == ["On its way where?"]


def test_a_revision_that_draws_more_warnings_leaves_the_text_from_before() -> None:
    long = "You look up and " + "and ".join(["you wait and you look and you listen "] * 8) + "it is gone."
    draft, _ = drafted(GOOD, critiqued(paragraph=f"{long} A rocket that stands 58 m tall."), critique=True)
    assert draft.variants[0].texts["paragraph"] == GOOD["paragraph"]
    assert any("more warnings" in notice for notice in draft.notices)


@pytest.mark.parametrize("broken", ["Fine as it is!", '{"objections": [], "title": "x"}', '{"objections": [{}]}'])
def test_a_critique_that_is_none_costs_the_text_nothing(broken: str) -> None:
    draft, _ = drafted(GOOD, broken, critique=True)
    assert draft.variants[0].texts["headline"] == GOOD["headline"]
    assert any("test-model answered" in notice for notice in draft.notices)


def test_findings_and_critique_go_back_together() -> None:
    better = "It stands 58 m tall, and you finish tying a shoe."
    draft, bodies = drafted(
        {**GOOD, **NOTES, "paragraph": "It stands 59 m tall."},
        critiqued(objection("59 m", question="Measured how?"), paragraph=better),
        critique=True,
    )
    asked = bodies[1]["messages"][-1]["content"]
    assert "thumb" in asked
    assert '- in paragraph, at "59 m"' in asked
    assert draft.variants[0].texts["paragraph"] == better
    assert own_questions(draft) == ["Measured how?"]


def test_a_text_that_never_passes_is_asked_for_no_more_often_with_a_critique() -> None:
    draft, _ = drafted({**GOOD, **NOTES, "headline": "6001 m/s"}, critiqued(objection()), STAYS, critique=True)
    assert "6001" not in str(draft.variants[0].texts)
    assert {one.by for one in draft.variants[0].sentences if one.field == "headline"} == {"built-in"}


def test_a_rerun_of_both_calls_comes_from_the_store_and_both_are_counted() -> None:
    server = ScriptedServer([Answer(body=completion(json.dumps(one))) for one in (GOOD, critiqued(objection()))])
    drafts = []
    with serving(server) as url:
        for again in (0, 2):
            with open_calls() as calls:
                settings = ModelSettings("unused", url, "test-model", retries=0)
                drafts.append(write(brief(), settings, calls=calls, critique=True))
            assert (calls.took.replies, calls.took.from_cache) == (2, again)
            assert calls.took.tokens_in == (0 if again else 22)
    assert drafts[0].variants == drafts[1].variants
    assert drafts[0].questions == drafts[1].questions


def test_a_persons_name_stays_on_the_machine_and_comes_back_in_what_is_said_beside_the_text() -> None:
    listened = Persona(
        name="Neighbours", evidence=(Evidence(quote="I hear it and wave, says Priya Natarajan.", source="interview"),)
    )
    paragraph = "“I hear it and wave, says ⟦person-1⟧.” A rocket that stands 58 m tall is on its way."
    first = {
        **GOOD,
        "paragraph": paragraph,
        "insight": "You can wave along with ⟦person-1⟧.",
        "rests_on": ["e1"],
        "angle": "Opens with ⟦person-1⟧ at the window.",
        "proposed_reference": None,
    }
    asked = objection("says ⟦person-1⟧", question="Who is ⟦person-1⟧ to me?")
    draft, bodies = drafted(first, critiqued(asked), critique=True, persona=listened)
    assert "Priya" not in json.dumps(bodies, ensure_ascii=False)
    insight = draft.variants[0].insight
    assert insight is not None
    assert insight.text == "You can wave along with Priya Natarajan."
    assert insight.angle == "Opens with Priya Natarajan at the window."
    assert insight.evidence == (listened.evidence[0].quote,)
    assert "says Priya Natarajan.”" in draft.variants[0].texts["paragraph"]
    assert own_questions(draft) == ["Who is Priya Natarajan to me?"]


def test_control_marks_in_a_note_reach_nobody() -> None:
    draft, _ = drafted({**GOOD, **NOTES, "insight": "You\x1b[J look\r\nup.", "angle": "\ud800"})
    assert draft.variants[0].insight == Insight("You[J look up.", "", ())


def test_the_document_holds_what_was_said_beside_the_text_and_keeps_to_its_schema() -> None:
    draft, _ = drafted({**GOOD, **NOTES}, persona=HEARD)
    row = draft_document(draft)["variants"][0]
    assert row["insight"] == {
        "text": NOTES["insight"],
        "angle": NOTES["angle"],
        "evidence": ["My boy asks how fast.", "I only ever hear it go."],
    }
    assert [set(one) for one in row["suggestions"]] == [{"kind", "for", "thing", "why"}]
    Write.model_validate(draft_document(draft))
    assert draft_document(write(brief()))["variants"][0]["insight"] is None


@pytest.mark.parametrize("lang", LANGS)
def test_the_built_in_writer_is_not_asked_for_a_critique(lang: Any) -> None:
    assert write(brief(lang), critique=True) == write(brief(lang))
