"""Ready personas load, own ones are checked, short names find the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.personas import get_persona, load_persona, load_personas
from assistant.schema.brief import Evidence, Persona
from assistant.schema.language import other_script


def test_there_is_a_persona_for_each_language_and_none_claims_evidence_it_lacks() -> None:
    ready = load_personas().values()
    assert {persona.lang for persona in ready} == {"en", "zh-Hans", "zh-Hant"}
    assert {persona.evidence_state for persona in ready if not persona.evidence} == {"none"}


@pytest.mark.parametrize("persona", load_personas().values(), ids=lambda p: p.id)
def test_a_ready_persona_says_who_and_what_is_known_by_feel(persona: Persona) -> None:
    assert persona.name
    assert persona.who
    assert persona.knows_by_feel
    assert persona.pains
    assert persona.wants
    if persona.lang in ("zh-Hans", "zh-Hant"):
        words = "".join((persona.name, persona.who, *persona.pains, *persona.wants, *persona.cares_about.words))
        assert not [char for char in words if other_script(char, persona.lang)]


def test_a_short_name_finds_the_persona_of_the_market_or_the_language() -> None:
    assert get_persona("student", "zh-Hans", "cn").id == "cn-student"
    assert get_persona("student", "zh-Hans").id == "cn-student"
    assert get_persona("student", "en", "us").id == "us-student"


def test_an_unknown_name_suggests_near_ones() -> None:
    with pytest.raises(InputError, match=r"no persona is called 'skatebord'. Did you mean skateboarder"):
        get_persona("skatebord")


def test_a_personas_evidence_is_good_from_five_quotes_out_of_two_places() -> None:
    quotes = [Evidence(quote=f"It died at noon, day {n}", source="review" if n % 2 else "ticket") for n in range(5)]
    assert Persona(evidence=tuple(quotes)).evidence_state == "good"
    assert Persona(evidence=tuple(quotes[:4])).evidence_state == "some"
    assert Persona(evidence=tuple(q for q in quotes if q.source == "review") * 3).evidence_state == "some"
    assert Persona().evidence_state == "none"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nmae: Ann", "nmae: Extra inputs are not permitted"),
        ("motives: [greedy]", "motives.0: Input should be 'practical', 'novelty' or 'competitive'"),
        ("- a\n- b", "expected keys such as name and who"),
        ("a: [", "is not YAML in UTF-8"),
    ],
)
def test_a_faulty_file_is_named_with_its_field(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "ann.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_persona(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


def test_a_file_gives_its_name_as_id(tmp_path: Path) -> None:
    path = tmp_path / "night-nurse.yaml"
    path.write_text("name: Night nurse\nknows_by_feel: [coffee]\n", encoding="utf-8")
    assert get_persona(str(path)).id == "night-nurse"
