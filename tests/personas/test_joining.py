"""What a model points at joins what the rules heard: after it, each once, and told apart."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from assistant.personas.heard import listening_document, listening_lines, persona_fields
from assistant.personas.joining import KINDS, Pointed, PointedKind, join
from assistant.personas.listen import listen
from assistant.personas.said import RULES, Listening
from assistant.schema import LANGS, Lang
from assistant.schema.brief import Persona
from assistant.schema.documents import schema_of

TEXT = """\
The fan rattles at night. I sleep at my sister's now when it is hot.
I keep a second one in the car. So noisy, too!
We keep a second one in the car, whatever it costs.
Call Mr Bell on +44 20 7946 0018, I gave up.
The dongle, the dongles, always a DONGLE.
My dongle is gone again.
"""
BY = "some-model"


def pointed(listening: Listening, kind: PointedKind, words: str, summary: str = "") -> Pointed:
    for told in listening.told:
        at = told.utterance.text.find(words)
        if at >= 0:
            return Pointed(kind, told, at, at + len(words), summary)
    raise AssertionError(words)


def joined(*said: tuple[PointedKind, str, str], text: str = TEXT) -> tuple[Listening, int]:
    listening = listen(text, "reviews.txt")
    return join(listening, [pointed(listening, *one) for one in said], BY)


def test_with_nothing_pointed_at_nothing_changes() -> None:
    assert joined() == (listen(TEXT, "reviews.txt"), 0)


def test_what_the_rules_heard_comes_first_and_stays_theirs() -> None:
    heard, _ = joined(("pain", "I keep a second one in the car", "Keeps a spare in the car"))
    plain = listen(TEXT, "reviews.txt")
    assert heard.pains[: len(plain.pains)] == plain.pains
    (new,) = heard.pains[len(plain.pains) :]
    assert (new.text, new.summary, new.by, new.said[0].by) == (
        "I keep a second one in the car", "Keeps a spare in the car", BY, BY,
    )  # fmt: skip
    assert {point.by for point in plain.pains} == {RULES}


@pytest.mark.parametrize("words", ["The fan rattles at night", "fan rattles", "The fan rattles at night.", "So noisy"])
def test_what_the_rules_hear_too_is_no_second_pain(words: str) -> None:
    assert joined(("pain", words, "Is loud"))[0].pains == listen(TEXT, "reviews.txt").pains


def test_what_comes_to_the_same_is_one_point_of_several_voices() -> None:
    same = "Keeps a spare in the car"
    heard, _ = joined(
        ("pain", "I keep a second one in the car", same), ("pain", "We keep a second one in the car", same.upper())
    )
    new = heard.pains[-1]
    assert (new.voices, [said.line for said in new.said], new.summary) == (2, [2, 3], same)


def test_the_sentence_behind_a_point_is_evidence_and_waits_for_nobody() -> None:
    words = "I sleep at my sister's now when it is hot"
    text = TEXT.replace("my sister's now when it is hot", "hers")
    assert "I sleep at hers." in [one.quote for one in listen(text).unsorted]
    assert "I sleep at hers." not in [one.quote for one in listen(text).quotes]
    heard, new = joined(("pain", "I sleep at hers", ""), text=text)
    assert "I sleep at hers." not in [one.quote for one in heard.unsorted]
    assert [(one.quote, one.by) for one in heard.quotes if one.by == BY] == [("I sleep at hers.", BY)]
    assert new == 2
    assert persona_fields(heard)["evidence"][1] == {"quote": "I sleep at hers.", "source": "reviews.txt:1"}
    # What the rules quote already is quoted once.
    assert [one.by for one in joined(("pain", words, ""))[0].quotes].count(BY) == 0


def test_what_identifies_somebody_is_masked_as_the_rules_mask_it() -> None:
    heard, _ = joined(("cost-time", "Call Mr Bell on +44 20 7946 0018, I gave up", ""))
    (cost,) = heard.costs
    assert cost.text == "Call Mr [name] on [phone], I gave up"
    assert cost.said[0].masked == ("name", "phone")
    assert "7946" not in json.dumps(listening_document(heard)) + "".join(listening_lines(heard))


def test_a_word_is_counted_over_all_voices_and_not_found_again() -> None:
    heard, _ = joined(("word", "car", ""), ("word", "second one", ""), ("word", "dongles", ""))
    assert [(word.text, word.voices) for word in heard.vocabulary if word.by == BY] == [("second one", 2)]
    assert "dongle" in [word.text for word in heard.vocabulary if word.by == RULES]
    assert "car" in [word.text for word in heard.vocabulary if word.by == RULES]


EACH: tuple[tuple[PointedKind, str, str], ...] = (
    ("pain", "I keep a second one in the car", "Keeps a spare in the car"),
    ("want", "I sleep at my sister's now when it is hot", "Wants to sleep cool"),
    ("cost-money", "whatever it costs", "Pays for it again"),
    ("cost-time", "always a DONGLE", ""),
    ("cost-behaviour", "I sleep at my sister's", "Sleeps elsewhere"),
    ("cost-mind", "gone again", ""),
    ("value", "We keep a second one in the car", "Wants to be ready"),
    ("word", "second one", ""),
    ("quotable", "My dongle is gone again.", ""),
)


def test_each_kind_has_its_place_in_the_document_the_persona_and_the_table() -> None:
    assert {kind for kind, _, _ in EACH} == set(KINDS)
    heard, new = joined(*EACH)
    document = listening_document(heard)
    jsonschema.Draft202012Validator(schema_of("listening")).validate(document)
    assert [row["theme"] for row in document["costs"]] == ["behaviour", "money", "time", "mind"]
    assert document["values"][0]["said"][0]["by"] == BY
    persona = Persona.model_validate({"id": "x", **yaml.safe_load(yaml.safe_dump(persona_fields(heard)))})
    assert persona.costs.money == ("whatever it costs",)
    assert persona.values == ("We keep a second one in the car",)
    assert "Pays for it again" not in str(persona_fields(heard))
    table = "\n".join(listening_lines(heard))
    assert "  1×  whatever it costs  (money)  [heard by some-model]\n        in short: Pays for it again" in table
    assert "  second one ×2  [heard by some-model]" in table
    assert new >= 8


HEADS: dict[Lang, tuple[str, str, str]] = {
    "en": ("What it costs them", "(worry)", "[heard by some-model]"),
    "zh-Hans": ("他们为此付出的", "(操心)", "[some-model听出]"),
    "zh-Hant": ("他們為此付出的", "(掛心)", "[some-model聽出]"),
}
TROUBLES: dict[Lang, str] = {"en": "I check it at night.", "zh-Hans": "半夜起来看一眼。", "zh-Hant": "半夜起來看一眼。"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_speaks_the_language_of_the_text(lang: Lang) -> None:
    text = TROUBLES[lang]
    listening = listen(text, "-", lang)
    heard, _ = join(listening, [pointed(listening, "cost-mind", text)], BY)
    table = "\n".join(listening_lines(heard))
    assert all(words in table for words in HEADS[lang])
