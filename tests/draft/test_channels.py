"""Several channels in one draft: each as if it were alone, all of them in one call of a model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import jsonschema
import pytest

from assistant import writer
from assistant.chain import ModelSettings
from assistant.chain.calls import open_calls
from assistant.chain.forms import LISTED, fields_of, wire_names
from assistant.draft import check, write
from assistant.draft.rows import draft_document
from assistant.errors import InputError
from assistant.plan import make_plan, read
from assistant.references import load_book
from assistant.schema import LANGS, Draft, Lang
from assistant.schema.brief import Evidence, Persona
from assistant.schema.channels import by_channel
from assistant.schema.documents import schema_of
from tests.chain.servers import Answer, ScriptedServer, completion, serving
from tests.draft.test_draft import brief

THREE = ("product_page", "email", "social")
NAMES = ["product_page.headline", "product_page.subhead", "product_page.paragraph", "product_page.bullets"]
NAMES += ["email.subject", "email.preheader", "email.body", "social.post"]
SPEED = "At 6000 m/s, Skylark goes at about 570 times Usain Bolt's average over 100 m."
GOOD: dict[str, Any] = {
    "product_page__headline": "Look up, and it is gone",
    "product_page__subhead": SPEED,
    "product_page__paragraph": "You finish tying a shoe. Somewhere above you a rocket that stands 58 m tall is on its way.",
    "product_page__bullets": ["It stands 58 m tall", "It carries 4,200 kg", "Speed well into its climb: 6000 m/s"],
    "email__subject": "Something crossed your sky",
    "email__preheader": "You would have had to look up at once.",
    "email__body": f"You were tying a shoe. {SPEED} It stands 58 m tall and carries 4,200 kg.",
    "social__post": f"You look up, and it is gone. {SPEED}",
}
STAYS = dict.fromkeys(GOOD)


def drafted(
    *replies: dict[str, Any], channel: Any = THREE, critique: bool = False, **changes: Any
) -> tuple[Draft, list[dict[str, Any]]]:
    """A draft from these replies, and the bodies of the requests: as many as replies, or the test fails."""
    server = ScriptedServer([sent(one) for one in replies])
    with serving(server) as url:
        settings = ModelSettings("unused", url, "test-model", retries=0)
        draft = write(brief(channel=channel, **changes), settings, critique=critique)
    return draft, [request.body for request in server.requests]


def sent(reply: dict[str, Any]) -> Answer:
    """A reply as it is asked for: texts of several lines as lists."""
    shapes, wire = fields_of(THREE), wire_names(THREE)
    listed = {wire[name] for name, shape in shapes.items() if shape.role in LISTED}
    given = {key: [text] if key in listed and isinstance(text, str) else text for key, text in reply.items()}
    return Answer(body=completion(json.dumps(given)))


def said_last(body: dict[str, Any]) -> str:
    return str(body["messages"][-1]["content"])


def authors(draft: Draft) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in draft.variants[0].sentences:
        found.setdefault(one.field.partition(".")[0], set()).add(one.by)
    return found


# ---------------------------------------------------------------- the built-in writer


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "channels", [THREE, ("social", "bullets"), ("sms", "push", "meta", "search_ad", "facebook_ad", "email")]
)
def test_each_channel_is_written_as_if_it_were_alone(lang: Lang, channels: tuple[str, ...]) -> None:
    whole = write(brief(lang, channel=channels), variants=2)
    for variant in whole.variants:
        parts = by_channel(variant.texts, channels)
        assert list(variant.texts) == [f"{name}.{field}" for name in channels for field in parts[name]]
    for place, channel in enumerate(channels):
        # Another seed for each chooses otherwise among equals.
        alone = write(brief(lang, channel=channel, seed=place), variants=2)
        assert [by_channel(one.texts, channels)[channel] for one in whole.variants] == [
            dict(one.texts) for one in alone.variants
        ]


@pytest.mark.parametrize("lang", LANGS)
def test_proofs_and_sentences_stand_at_the_long_names(lang: Lang) -> None:
    draft = write(brief(lang, channel=THREE))
    variant = draft.variants[0]
    assert not variant.needs_review
    assert {entry.field.partition(".")[0] for entry in variant.ledger} == set(THREE)
    assert all(variant.texts[entry.field][entry.start : entry.end] == entry.text for entry in variant.ledger)
    told = {one.field for one in variant.sentences}
    assert told == set(variant.texts)
    jsonschema.validate(draft_document(draft), schema_of("write"))


@pytest.mark.parametrize("lang", LANGS)
def test_the_writer_by_itself_writes_the_same(lang: Lang) -> None:
    given = brief(lang, channel=THREE)
    plan = make_plan(read(given, None, load_book()), given, None)
    assert writer.write(given, None, plan) == write(given).variants[0].texts


def test_a_list_of_one_channel_is_that_channel() -> None:
    assert write(brief(channel=["social"])) == write(brief(channel="social"))


def test_a_fact_is_left_out_only_where_no_channel_tells_it() -> None:
    facts = (*brief().facts, *(f"Fin {place}: {place + 3} kg" for place in range(6)))
    few = write(brief(channel="sms").model_copy(update={"facts": facts})).plan
    both = write(brief(channel=("sms", "product_page")).model_copy(update={"facts": facts})).plan
    assert len(few.used) < len(both.used)
    assert not {fact_id for fact_id, _ in both.left} & set(both.used)
    assert {fact_id for fact_id, _ in both.left} <= {fact_id for fact_id, _ in few.left}


def test_what_is_wrong_with_the_reader_is_said_once() -> None:
    reader = Persona(id="leserin", lang="zh-Hans")
    for found in (
        write(brief(channel=THREE, persona=reader)).variants[0].diagnostics,
        drafted(GOOD, channel=THREE, persona=reader)[0].variants[0].diagnostics,
    ):
        assert [one.field for one in found if one.rule == "persona-language"] == ["product_page.headline"]


def test_a_channel_of_another_language_is_named_in_a_notice() -> None:
    notices = write(brief(channel=("email", "taobao", "weibo"))).notices
    assert [notice.split()[2] for notice in notices if "another language" in notice] == ["taobao", "weibo"]


# ---------------------------------------------------------------- a text by itself


@pytest.mark.parametrize(
    ("field", "expected"),
    [("sms.message", ["channel-limit"]), ("email.body", []), ("", [])],
)
def test_a_finished_text_is_held_to_the_limit_of_its_own_channel(field: str, expected: list[str]) -> None:
    text = "It stands 58 m tall. " + "You look up and it is there. " * 5 + "It goes."
    found = check(text, brief(channel=("sms", "email")), field=field).diagnostics
    assert [one.rule for one in found if one.rule == "channel-limit"] == expected


def test_a_field_without_its_channel_is_answered_with_all_names() -> None:
    with pytest.raises(InputError, match="field: sms, email has sms.message, email.subject, .*, got 'subject'"):
        check("x", brief(channel=("sms", "email")), field="subject")


# ---------------------------------------------------------------- a model


def test_all_channels_are_asked_for_in_one_call() -> None:
    draft, [body] = drafted(GOOD)
    variant = draft.variants[0]
    assert not variant.needs_review
    assert [name for name in variant.texts if name in NAMES] == NAMES
    assert variant.texts["email.subject"] == GOOD["email__subject"]
    assert authors(draft)["email"] == authors(draft)["social"] == {"test-model"}
    schema = body["response_format"]["json_schema"]["schema"]
    assert [key for key in schema["properties"] if "__" in key] == list(GOOD)
    assert all(key.replace("_", "").isalnum() for key in schema["properties"])
    asked = said_last(body)
    assert asked.count("The reader is weighing options") == 1
    assert [asked.count(f"- {key}: ") for key in GOOD] == [1] * len(GOOD)


def test_the_table_of_a_page_has_what_only_another_channel_tells() -> None:
    reply = {
        **GOOD,
        "product_page__subhead": "You look up and it is gone.",
        "product_page__paragraph": "You finish tying a shoe, and there is nothing left to see.",
        "product_page__bullets": ["It stands 58 m tall"],
    }
    draft, _ = drafted(reply)
    assert "4,200 kg" in draft.variants[0].texts["product_page.specifications"]
    assert "6000 m/s" in draft.variants[0].texts["product_page.specifications"]


def test_a_finding_names_the_text_as_the_model_knows_it_and_the_repair_leaves_the_rest() -> None:
    broken = {**GOOD, "email__body": GOOD["email__body"].replace("58 m", "59 m")}
    draft, bodies = drafted(broken, {**STAYS, "email__body": GOOD["email__body"]})
    assert 'in email__body, at "59 m"' in said_last(bodies[1])
    assert "email.body" not in json.dumps(bodies[1])
    assert json.loads(bodies[1]["messages"][-2]["content"]).keys() == GOOD.keys()
    assert draft.variants[0].texts["email.body"] == GOOD["email__body"]
    assert draft.variants[0].texts["social.post"] == GOOD["social__post"]


def test_a_figure_in_one_channel_is_none_beside_a_comparison_in_another() -> None:
    post = "You look up: it goes at about 570 times Usain Bolt's average over 100 m."
    draft, bodies = drafted({**GOOD, "social__post": post}, {**STAYS, "social__post": GOOD["social__post"]})
    assert "social__post" in said_last(bodies[1])
    assert said_last(bodies[1]).count("- in ") == 1
    assert not draft.variants[0].needs_review


def test_what_one_channel_says_twice_is_no_repetition_beside_another() -> None:
    line = "You look up, and there is nothing left to see."
    one = {**GOOD, "product_page__paragraph": line, "email__preheader": line, "email__body": f"{SPEED} {line}"}
    one["social__post"] = f"{line} {SPEED}"
    assert [d for d in drafted(one)[0].variants[0].diagnostics if d.rule == "repeated-sentence"] == []
    again = {**one, "email__subject": line[:-1]}
    found = drafted(again)[0].variants[0].diagnostics
    assert [d.field for d in found if d.rule == "repeated-sentence"] == ["email.body"]


def test_what_still_fails_is_mended_in_its_own_channel() -> None:
    broken = {**GOOD, "email__body": GOOD["email__body"].replace("58 m", "59 m")}
    draft, _ = drafted(broken, broken, broken)
    variant = draft.variants[0]
    assert not variant.needs_review
    assert {(one.field, one.by) for one in variant.sentences if one.why} == {("email.body", "built-in")}
    assert "59 m" not in variant.texts["email.body"]
    assert variant.texts["social.post"] == GOOD["social__post"]
    assert all(variant.texts[one.field][one.start : one.end].strip() for one in variant.sentences)


def test_a_channel_of_which_nothing_holds_is_the_built_in_writers_and_the_others_stay() -> None:
    broken = {**GOOD, "social__post": "It goes at 9999 m/s. It stands 77 m. It carries 5 kg."}
    draft, _ = drafted(broken, broken, broken)
    variant = draft.variants[0]
    assert not variant.needs_review
    assert authors(draft)["social"] == {"built-in"}
    assert authors(draft)["email"] == {"test-model"}
    assert variant.texts["social.post"] == write(brief(channel=THREE)).variants[0].texts["social.post"]
    assert all("number-untraced" in one.why for one in variant.sentences if one.field == "social.post")
    assert any("number-untraced" in notice for notice in draft.notices)


def test_where_no_channel_holds_the_draft_is_the_built_in_one() -> None:
    broken = {key: ["9999 m/s"] if isinstance(text, list) else "9999 m/s" for key, text in GOOD.items()}
    draft, _ = drafted(broken, broken, broken)
    assert draft.variants[0] == write(brief(channel=THREE)).variants[0]


def test_the_critique_speaks_of_long_names_and_its_question_stays_open() -> None:
    objection = {"field": "social__post", "words": "it is gone", "question": "Gone where?", "mended": False}
    revised = {**STAYS, "email__subject": "Did you look up?"}
    draft, bodies = drafted(GOOD, {"objections": [objection], **revised}, critique=True)
    items = bodies[1]["response_format"]["json_schema"]["schema"]["properties"]["objections"]["items"]
    assert items["properties"]["field"]["enum"] == list(GOOD)
    assert draft.questions[-1] == "Gone where?"
    assert draft.variants[0].texts["email.subject"] == "Did you look up?"


@pytest.mark.parametrize(
    ("worse", "repairs"),
    [
        ("You look up, and it stands 99 m tall.", 1),
        ("We look up. Our rocket goes, we see it, and our sky is ours.", 0),
    ],
)
def test_a_revision_stands_in_the_channels_that_it_has_not_made_worse(worse: str, repairs: int) -> None:
    revised = {**STAYS, "email__subject": "Did you look up?", "social__post": worse}
    again = [{**STAYS, "social__post": worse}] * repairs
    draft, _ = drafted(GOOD, {"objections": [], **revised}, *again, critique=True)
    variant = draft.variants[0]
    assert variant.texts["email.subject"] == "Did you look up?"
    assert variant.texts["social.post"] == GOOD["social__post"]
    assert not variant.needs_review
    assert [notice for notice in draft.notices if notice.startswith("social: The revision after the critique")]
    assert all(variant.texts[entry.field][entry.start : entry.end] == entry.text for entry in variant.ledger)


def test_a_persons_name_stays_on_the_machine_and_comes_back_in_every_channel() -> None:
    listened = Persona(
        name="Neighbours", evidence=(Evidence(quote="I hear it and wave, says Priya Natarajan.", source="interview"),)
    )
    quoted = "“I hear it and wave, says ⟦person-1⟧.”"
    reply = {**GOOD, "email__preheader": quoted, "social__post": f"{quoted} {SPEED}"}
    draft, [body] = drafted(reply, persona=listened)
    assert "Priya" not in json.dumps(body, ensure_ascii=False)
    texts = draft.variants[0].texts
    assert ["says Priya Natarajan.”" in texts[name] for name in ("email.preheader", "social.post")] == [True, True]


def test_a_rerun_of_several_channels_costs_nothing_and_another_set_is_another_question() -> None:
    server = ScriptedServer([sent(one) for one in (GOOD, _without(GOOD, ["social"]))])
    with serving(server) as url:
        settings = ModelSettings("unused", url, "test-model", retries=0)
        for channels, kept in ((THREE, 0), (THREE, 1), (THREE[:2], 0)):
            with open_calls() as calls:
                write(brief(channel=channels), settings, calls=calls)
            assert (calls.took.replies, calls.took.from_cache) == (1, kept)


def _without(reply: dict[str, Any], channels: Sequence[str]) -> dict[str, Any]:
    return {key: text for key, text in reply.items() if key.partition("__")[0] not in channels}


@pytest.mark.parametrize("key", ["email.subject", "subject"])
def test_a_reply_under_other_names_is_not_what_was_asked_for(key: str) -> None:
    reply = {**_without(GOOD, ["social"]), key: "x"}
    draft, _ = drafted(reply, channel=THREE[:2])
    assert [variant.by for variant in draft.variants] == ["built-in"]
    assert any("outside the form asked for" in notice for notice in draft.notices)
