"""The page of the customers, without a browser: cards, the form, files, and what was heard put into a customer."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.personas import load_persona, load_personas, render_persona
from assistant.playbook import load_playbook
from assistant.schema import LANGS, Lang
from assistant.schema.brief import Concerns, Costs, Evidence, Moment, Persona
from assistant.store import open_store
from assistant.ui.personas.editing import Editing
from assistant.ui.personas.exchange import read_yaml
from assistant.ui.personas.faults import say_fault
from assistant.ui.personas.fields import PARTS, check_raw, raw_of
from assistant.ui.personas.known import UNFINISHED
from assistant.ui.personas.listened import Listened
from assistant.ui.words import load_words
from tests.chain.servers import Answer, ScriptedServer, completion, serving
from tests.chain.voices import GOOD, VOICES
from tests.ui.entering import desk_of, enter, go, opened, shown

HOSTILE = (
    '<img src="http://a.example/x.png" onerror="alert(1)">',
    "</style></div><script>alert(1)</script>",
    "[x](http://a.example) ![y](http://a.example/y.png) $z$ :red[w]",
    "abc \u202e dnuora",
)
TEXT = "The fan rattles at night.\nI wish it had a timer, I fall asleep with it on.\nSeller response: Sorry.\n"


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "YARDSTICK_MODEL"):
        monkeypatch.delenv(name, raising=False)


def customers(lang: Lang = "en", **asked: str) -> AppTest:
    return go(opened(lang, **asked), "personas")


def click(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click().run()
    assert not page.exception
    return page


def offered(page: AppTest) -> list[str]:
    return [str(button.key) for button in page.button if str(button.key).startswith("open_")]


def form_of(page: AppTest) -> Editing:
    found = page.session_state["editing_persona"]
    assert isinstance(found, Editing)
    return found


def text_of(page: AppTest) -> Listened:
    found = page.session_state["listened"]
    assert isinstance(found, Listened)
    return found


def typed_in(page: AppTest, key: str, of: str, serial: int, text: str) -> AppTest:
    page.session_state[key] = {"said": {"of": of, "serial": serial, "count": 1, "text": text}}
    page.run()
    assert not page.exception
    return page


def fill(page: AppTest, field: str, text: str) -> AppTest:
    """What the browser tells when a text has been typed into a field of the form."""
    here = form_of(page)
    return typed_in(page, f"person_{field}", f"{here.id}.{field}", here.serial, text)


def part(page: AppTest, name: str) -> AppTest:
    page.segmented_control(key="personas_part").set_value(name).run()
    assert not page.exception
    return page


def paste(page: AppTest, text: str, name: str = "text") -> AppTest:
    here = text_of(page)
    return typed_in(page, f"listened_{name}", f"{here.id}.{name}", here.serial, text)


def picked(page: AppTest, key: str, name: str, text: str, problem: str = "") -> AppTest:
    count = page.session_state[f"{key}_seen"] + 1 if f"{key}_seen" in page.session_state else 1
    page.session_state[key] = {"said": {"count": count, "name": name, "text": text, "problem": problem}}
    page.run()
    assert not page.exception
    return page


def heard(page: AppTest) -> dict[str, Any]:
    """What the component of the proposals is given."""
    [found] = [one for one in page.get("bidi_component") if one.proto.component_name == "yardstick_heard"]
    data: dict[str, Any] = json.loads(found.proto.json)
    return data


def tick(page: AppTest, *texts: str) -> AppTest:
    data = heard(page)
    keys = [item["key"] for group in data["groups"] for item in group["items"] if item["text"] in texts]
    assert len(keys) >= len(texts)
    page.session_state["listened_proposals"] = {"said": {"of": data["of"], "chosen": keys}}
    page.run()
    return page


def saved(kind: str = "persona", deleted: bool = False) -> list[dict[str, Any]]:
    with open_store() as store:
        rows = store.documents.list(kind, deleted=deleted)
        return [] if deleted and not rows else [_body(store, kind, row.id) for row in rows]


def _body(store: Any, kind: str, id: str) -> dict[str, Any]:
    found = store.documents.load(kind, id)
    return {} if found is None else dict(found.body)


# ---------------------------------------------------------------- cards


@pytest.mark.parametrize("lang", LANGS)
def test_every_ready_customer_is_a_card_that_says_what_it_rests_on(lang: Lang) -> None:
    page, words = customers(lang), load_words(lang)
    seen = shown(page)
    assert seen.count("ys-state-none") == len(load_personas())
    assert words("personas.state_none").replace("'", "&#x27;") in seen
    first = seen.index("<h3>")
    assert f'lang="{lang}"' in seen[first : first + 80]


def test_the_filter_leaves_who_lives_there_and_reads_that() -> None:
    page = customers()
    page.selectbox(key="personas_market").set_value("tw").run()
    kept = {persona.id for persona in load_personas().values() if persona.market in ("tw", None)}
    assert {key.removeprefix("open_") for key in offered(page)} == kept
    page.selectbox(key="personas_lang").set_value("en").run()
    assert shown(page).count("ys-state-none") == len([i for i in kept if load_personas()[i].lang in ("en", None)])


def test_a_search_finds_by_what_a_customer_says_and_says_when_nobody_fits() -> None:
    page = customers()
    typed_in(page, "persona_search", "personas.search", 0, "backpack DORM")
    assert offered(page) == ["open_us-student"]
    typed_in(page, "persona_search", "personas.search", 0, "no such customer")
    assert load_words("en")("personas.found_none") in shown(page)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("id", sorted(load_personas()))
def test_one_customer_is_shown_with_everything_it_says(lang: Lang, id: str) -> None:
    page, persona = customers(lang, customers=f"one.{id}"), load_personas()[id]
    seen = shown(page).replace("&#x27;", "'")
    texts = [persona.who, *persona.pains, *persona.wants, *persona.cares_about.words, *persona.costs.words]
    texts += [*persona.values, *persona.contradictions, *persona.vocabulary, *(one.text for one in persona.moments)]
    assert [text for text in texts if text not in seen] == []
    assert load_words(lang)("personas.ask_sales") in seen


def test_a_customer_that_is_gone_is_said_to_be() -> None:
    assert load_words("en")("personas.not_there") in shown(customers(customers="one.nobody"))


def test_an_address_that_names_no_view_shows_them_all() -> None:
    assert shown(customers(customers="<script>.x")).count("ys-state-none") == len(load_personas())


def test_a_ready_customer_is_taken_to_the_write_page_by_its_id() -> None:
    page = customers(customers="one.us-student")
    click(page, "persona_use")
    assert desk_of(page).work.persona == "us-student"


# ---------------------------------------------------------------- the form


@pytest.mark.parametrize("lang", LANGS)
def test_a_new_customer_is_saved_field_by_field_and_offered_on_the_write_page(lang: Lang) -> None:
    page = click(customers(lang), "persona_new")
    assert saved() == []
    fill(page, "name", "Night nurse")
    part(page, "moves")
    fill(page, "pains", "cold coffee\n\n  no break before four ")
    assert saved() == [{"name": "Night nurse", "pains": ["cold coffee", "no break before four"]}]
    page = go(page, "write")
    options = page.selectbox(key=f"of_work_persona_{lang}")
    assert "Night nurse" in options.options
    id = form_of(page).id
    options.set_value(id).run()
    chosen = desk_of(page).work.persona
    assert isinstance(chosen, Persona)
    assert chosen.pains == ("cold coffee", "no break before four")
    assert not page.exception


def test_a_copy_is_the_same_customer_under_a_name_of_its_own() -> None:
    page = click(customers(customers="one.us-student"), "persona_copy")
    ready = load_personas()["us-student"]
    assert form_of(page).persona == ready.model_copy(update={"id": form_of(page).id, "name": "College student 2"})
    page = customers(customers="one.us-student")
    assert form_of(click(page, "persona_copy")).persona.name == "College student 3"


@pytest.mark.parametrize("name", list(PARTS))
@pytest.mark.parametrize("lang", LANGS)
def test_every_part_of_the_form_explains_its_fields(lang: Lang, name: str) -> None:
    page, words = click(customers(lang, customers="one.us-student"), "persona_copy"), load_words(lang)
    part(page, name)
    told = [json.loads(one.proto.json).get("hint", "") for one in page.get("bidi_component")]
    told = [*told, shown(page).replace("&#x27;", "'")]
    assert [field for field in PARTS[name] if not any(words(f"personas.why.{field}") in one for one in told)] == []
    assert form_of(page).persona == load_personas()["us-student"].model_copy(
        update={"id": form_of(page).id, "name": "College student 2"}
    )


def test_what_can_not_be_taken_is_named_kept_and_taken_once_it_is_mended() -> None:
    page, words = click(customers(customers="one.us-student"), "persona_copy"), load_words("en")
    part(page, "moves")
    fill(page, "wants", "x" * 501 + "\nshort")
    assert "What they want done, entry 1: takes 500 characters at most." in shown(page)
    [body] = saved()
    assert body["wants"] == list(load_personas()["us-student"].wants)
    assert body[UNFINISHED] == {"wants": "x" * 501 + "\nshort"}
    # Somebody loads the page anew: the form is as it was left.
    other = customers(customers=f"form.{form_of(page).id}")
    assert form_of(other).raw["wants"] == "x" * 501 + "\nshort"
    part(other, "moves")
    fill(other, "wants", "short")
    assert words("personas.unfinished") not in shown(other)
    assert saved()[0]["wants"] == ["short"]
    assert UNFINISHED not in saved()[0]


@pytest.mark.parametrize("lang", LANGS)
def test_a_quotation_without_a_source_is_none_yet(lang: Lang) -> None:
    page, words = click(customers(lang, customers="one.us-student"), "persona_copy"), load_words(lang)
    part(page, "said")
    click(page, "add_evidence")
    here = form_of(page)
    typed_in(page, "person_evidence_0_quote", f"{here.id}.evidence.0.quote", here.serial, "It died at noon")
    assert words("personas.fault.no_source") in shown(page)
    assert "evidence" not in saved()[0]
    typed_in(page, "person_evidence_0_source", f"{here.id}.evidence.0.source", here.serial, "Review 7")
    assert saved()[0]["evidence"] == [{"quote": "It died at noon", "source": "Review 7"}]
    typed_in(page, "person_evidence_0_date", f"{here.id}.evidence.0.date", here.serial, "2026-13")
    assert words("personas.fault.no_date", value="2026-13") in shown(page)
    click(page, "remove_evidence_0")
    assert "evidence" not in saved()[0]


def test_many_quotations_are_shown_a_few_at_a_time_and_the_right_one_goes() -> None:
    quotes = tuple(Evidence(quote=f"said {n}", source="x") for n in range(12))
    page = picked(customers(), "persona_import", "a.yaml", render_persona(Persona(name="A", evidence=quotes)))
    click(page, "persona_edit")
    part(page, "said")
    click(page, "on_evidence")
    click(page, "remove_evidence_6")
    assert [one["quote"] for one in saved()[0]["evidence"]] == [f"said {n}" for n in range(12) if n != 6]
    click(page, "on_evidence")
    click(page, "remove_evidence_10")
    assert len(saved()[0]["evidence"]) == 10
    assert not [one for one in page.button if one.key == "remove_evidence_10"]


def test_somebody_else_s_work_is_not_overwritten() -> None:
    page, words = click(customers(), "persona_new"), load_words("en")
    fill(page, "name", "Mine")
    id = form_of(page).id
    with open_store() as store:
        store.documents.save("persona", id, {"name": "Theirs"}, name="Theirs", expected=1, by="Ada")
    fill(page, "name", "Mine again")
    assert "Ada saved this at" in shown(page)
    assert [body["name"] for body in saved()] == ["Theirs"]
    click(page, "persona_apart")
    assert sorted(body["name"] for body in saved()) == ["Mine again", "Theirs"]
    other = customers(customers=f"form.{id}")
    with open_store() as store:
        store.documents.delete("persona", id, 2)
    fill(other, "name", "Late")
    assert words("personas.deleted_meanwhile") in shown(other)
    assert [body["name"] for body in saved()] == ["Mine again"]


def test_taking_theirs_puts_it_into_the_form() -> None:
    page = click(customers(), "persona_new")
    fill(page, "name", "Mine")
    with open_store() as store:
        store.documents.save("persona", form_of(page).id, {"name": "Theirs"}, expected=1)
    fill(page, "name", "Mine again")
    click(page, "persona_theirs")
    assert form_of(page).raw["name"] == "Theirs"
    assert form_of(page).outdated is None


def test_an_earlier_version_can_be_brought_back() -> None:
    page = click(customers(), "persona_new")
    fill(page, "name", "First")
    with open_store() as store:
        store.documents.save("persona", form_of(page).id, {"name": "Second"}, expected=1)
    page = customers(customers=f"form.{form_of(page).id}")
    click(page, "persona_version_1")
    assert form_of(page).raw["name"] == "First"
    assert [body["name"] for body in saved()] == ["First"]


def test_a_deletion_can_be_undone_at_once_and_later() -> None:
    page = click(customers(), "persona_new")
    fill(page, "name", "Night nurse")
    id = form_of(page).id
    click(page, "persona_done")
    click(page, "persona_delete")
    assert saved() == []
    assert "Night nurse was deleted." in shown(page)
    click(page, "persona_undelete")
    assert [body["name"] for body in saved()] == ["Night nurse"]
    page = customers(customers=f"one.{id}")
    click(page, "persona_delete")
    page = customers()
    click(page, f"persona_back_{id}")
    assert [body["name"] for body in saved()] == ["Night nurse"]
    assert f"open_{id}" in [button.key for button in page.button]


def test_a_deletion_gives_way_to_a_newer_version() -> None:
    page = click(customers(), "persona_new")
    fill(page, "name", "Mine")
    id = form_of(page).id
    click(page, "persona_done")
    with open_store() as store:
        store.documents.save("persona", id, {"name": "Theirs"}, expected=1)
    click(page, "persona_delete")
    assert [body["name"] for body in saved()] == ["Theirs"]
    assert "nothing was overwritten" in shown(page)


def test_a_full_customer_comes_out_of_the_form_as_it_went_in() -> None:
    for persona in load_personas().values():
        checked = check_raw(raw_of(persona), Persona())
        assert checked.persona == persona.model_copy(update={"id": "custom"})
        assert checked.faults == {}


def test_several_faults_are_told_at_once_and_the_rest_is_taken() -> None:
    raw = raw_of(Persona(name="A"))
    raw |= {"pains": "x" * 501, "costs.mind": "\n".join(map(str, range(101))), "wants": "sleep"}
    raw["moments"] = [{"text": " ", "about": ["noise"]}]
    checked = check_raw(raw, Persona(pains=("before",)))
    assert set(checked.faults) == {"pains", "costs.mind", "moments"}
    assert checked.persona.pains == ("before",)
    assert checked.persona.wants == ("sleep",)
    words = load_words("en")
    assert say_fault(checked.faults["costs.mind"], words) == (
        "Worry: takes 100 entries at most. Keep those that say most."
    )


@pytest.mark.parametrize("lang", LANGS)
def test_every_topic_of_a_moment_has_a_name(lang: Lang) -> None:
    words = set(load_words(lang))
    told = [id for id, topic in load_playbook().topics.items() if topic.told]
    assert [id for id in told if f"personas.topic.{id}" not in words] == []


def test_every_field_of_a_persona_is_asked_for() -> None:
    asked = {field.partition(".")[0] for fields in PARTS.values() for field in fields}
    assert asked == set(Persona.model_fields) - {"id"}
    assert {f for fields in PARTS.values() for f in fields if "." in f} == {
        *(f"cares_about.{kind}" for kind in Concerns.model_fields),
        *(f"costs.{kind}" for kind in Costs.model_fields),
    }


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("id", sorted(load_personas()))
def test_what_is_downloaded_can_be_taken_in_and_passes_the_check(id: str, tmp_path: Path) -> None:
    persona = load_personas()[id]
    path = tmp_path / "mine.yaml"
    path.write_text(render_persona(persona.model_copy(update={"id": "custom"})), encoding="utf-8")
    assert load_persona(path) == persona.model_copy(update={"id": "mine"})
    read, faults = read_yaml(path.read_text(encoding="utf-8"))
    assert faults == []
    assert read == persona.model_copy(update={"id": "import"})


def test_a_file_becomes_a_customer_of_one_s_own() -> None:
    page = picked(customers(), "persona_import", "nurse.yaml", "id: us-student\nname: Night nurse\nwants: [sleep]\n")
    assert saved() == [{"name": "Night nurse", "wants": ["sleep"]}]
    assert "Night nurse" in shown(page)
    # The ready one of that id is still there.
    assert shown(customers(customers="one.us-student")).count("College student") >= 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nmae: Ann\nwants: [sleep]", "nmae: there is no such field. Did you mean “name”?"),
        ("motives: [greedy]", "motives (Why they buy), entry 1: “greedy” is none of"),
        ("pains: cold coffee", "pains (What bothers them): expected a list, one entry a line."),
        ("evidence: [{quote: a, sorce: b}]", "evidence (What customers said), entry 1, sorce: there is no such field."),
        ("cares_about: {trst: [x]}", "cares_about.trst: there is no such field. Did you mean “trust”?"),
        ("name: [a]", "name (Name): expected text."),
        ("market: mars", "market (Where they live): “mars” is none of"),
        ("- a\n- b", "Expected keys such as name and who"),
        ("a: [", "is not YAML"),
        ("a: " + "[" * 5000, "is not YAML"),
        ("1: 2", "1: "),
    ],
)
def test_a_faulty_file_is_told_field_by_field_and_nothing_is_taken_in(text: str, said: str) -> None:
    page = picked(customers(), "persona_import", "x.yaml", text)
    assert said in shown(page).replace("&#x27;", "'")
    assert saved() == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_file_that_is_too_large_or_no_text_is_said_to_be(lang: Lang) -> None:
    words = load_words(lang)
    page = picked(customers(lang), "persona_import", "x.yaml", "", "large")
    assert words("personas.file_large", most=500) in shown(page).replace("&#x27;", "'")
    page = picked(page, "persona_import", "x.yaml", "", "no_text")
    assert words("personas.file_no_text") in shown(page).replace("&#x27;", "'")
    page = picked(page, "persona_import", "x.yaml", "n" * 500_001)
    assert words("personas.file_large", most=500) in shown(page).replace("&#x27;", "'")


# ---------------------------------------------------------------- listening


def listening(lang: Lang = "en", text: str = "") -> AppTest:
    return paste(click(customers(lang), "personas_view_listen"), text or VOICES[lang])


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_pasted_is_heard_beside_the_words_and_kept(lang: Lang) -> None:
    page, words = listening(lang), load_words(lang)
    data = heard(page)
    assert words("personas.heard.pain") in [group["title"] for group in data["groups"]]
    told = "\n".join("".join(piece for piece, _ in line["pieces"]) for line in data["lines"])
    assert told.splitlines() == VOICES[lang].splitlines()
    assert sum(bool(line["skipped"]) for line in data["lines"]) == 1
    pain = data["groups"][0]["items"][0]
    marked = {piece for line in data["lines"] for piece, ids in line["pieces"] if pain["id"] in ids}
    assert marked
    assert [body["text"] for body in saved("listening")] == [VOICES[lang]]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_ticked_becomes_a_new_customer_with_its_evidence_and_is_taken_back(lang: Lang) -> None:
    page, words = listening(lang), load_words(lang)
    paste(page, "Shop reviews", "title")
    paste(page, "2026-05", "date")
    pain = heard(page)["groups"][0]["items"][0]["text"]
    click(tick(page, pain), "accept")
    [body] = saved()
    assert body["pains"] == [pain]
    assert body["lang"] == lang
    assert body["name"] == "Shop reviews"
    assert {(one["source"], one["date"]) for one in body["evidence"]} == {("Shop reviews", "2026-05")}
    assert words("personas.taken") in [item["taken"] for item in heard(page)["groups"][0]["items"]]
    assert heard(page)["chosen"] == []
    click(page, "accepted_undo")
    assert saved() == []
    assert words("personas.taken") not in [item["taken"] for item in heard(page)["groups"][0]["items"]]


def test_what_is_ticked_joins_a_customer_that_is_there_and_leaves_it_again() -> None:
    page = click(customers(), "persona_new")
    fill(page, "name", "Night nurse")
    id = form_of(page).id
    paste(click(page, "personas_view_listen"), TEXT)
    page.selectbox(key="accept_into").set_value(id).run()
    click(tick(page, "The fan rattles at night", "I wish it had a timer"), "accept")
    [body] = saved()
    assert (body["name"], body["pains"], body["wants"]) == (
        "Night nurse",
        ["The fan rattles at night"],
        ["I wish it had a timer"],
    )
    click(page, "accepted_undo")
    assert saved() == [{"name": "Night nurse"}]


def test_nothing_ticked_puts_nothing_anywhere() -> None:
    click(listening(), "accept")
    assert saved() == []


def test_names_and_numbers_are_masked_in_what_is_proposed_and_taken() -> None:
    page = listening(text="My name is Ann Lee and the fan rattles. Call +44 20 7946 0018, it leaks in my bag.\n")
    data = heard(page)
    proposed = json.dumps(data["groups"])
    assert "Ann Lee" not in proposed
    assert "7946" not in proposed
    everything = [item["text"] for group in data["groups"] for item in group["items"]]
    click(tick(page, *everything), "accept")
    assert "Ann" not in json.dumps(saved())
    assert "7946" not in json.dumps(saved())


@pytest.mark.parametrize("lang", LANGS)
def test_where_nobody_speaks_the_page_says_so(lang: Lang) -> None:
    words = load_words(lang)
    page = listening(lang, "Seller response: We are sorry.\n")
    assert words("personas.nobody_others").replace("'", "&#x27;") in shown(page)
    page = picked(page, "listen_file", "stars.csv", "id,stars\n1,5\n")
    seen = shown(page)
    assert "id, stars" in seen
    assert len(saved("listening")) == 2


def test_a_table_is_read_by_its_column_of_text() -> None:
    page = click(customers(), "personas_view_listen")
    picked(page, "listen_file", "reviews.csv", 'id,review\n1,"The fan rattles at night"\n2,It leaks in my bag\n')
    assert [line["number"] for line in heard(page)["lines"]] == [2, 3]
    assert text_of(page).title == "reviews.csv"


def test_a_long_text_waits_for_the_button() -> None:
    page = listening(text="The fan rattles at night.\n" * 900)
    assert not [one for one in page.get("bidi_component") if one.proto.component_name == "yardstick_heard"]
    click(page, "listen_long")
    assert heard(page)["groups"]


def test_a_kept_text_is_opened_again_with_what_was_taken_and_deleted_for_good() -> None:
    page = listening(text=TEXT)
    click(tick(page, "I wish it had a timer"), "accept")
    id = text_of(page).id
    other = click(customers(), "personas_view_listen")
    click(other, f"listened_open_{id}")
    assert "✓ taken" in json.dumps(heard(other)["groups"], ensure_ascii=False)
    click(other, f"listened_forget_{id}")
    assert len(saved("listening")) == 1
    click(other, "forget_no")
    click(other, f"listened_forget_{id}")
    click(other, "forget_yes")
    assert saved("listening") == []
    with open_store() as store:
        assert store.documents.history("listening", id) == ()
    assert text_of(other).text == ""
    # What was put into a customer is theirs.
    assert len(saved()) == 1


def test_two_people_on_one_text_are_told() -> None:
    page = listening(text=TEXT)
    id = text_of(page).id
    with open_store() as store:
        store.documents.save("listening", id, {"text": "Theirs leaks"}, expected=1, by="Ada")
    paste(page, TEXT + "It leaks.")
    assert "Ada saved this at" in shown(page)
    assert [body["text"] for body in saved("listening")] == ["Theirs leaks"]
    click(page, "listened_apart")
    assert {body["text"] for body in saved("listening")} == {"Theirs leaks", TEXT + "It leaks."}


# ---------------------------------------------------------------- with a model


def listen_by_model(page: AppTest) -> AppTest:
    click(page, "model_listen")
    # One that fails at once may have been taken in already.
    if "hearing" in page.session_state:
        assert page.session_state["hearing"].wait(60)
        page.run()
    return page


def named_model(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    monkeypatch.setenv("OPENAI_MODEL", "test-model")


@pytest.mark.parametrize("lang", LANGS)
def test_a_model_hears_more_and_what_it_heard_can_be_taken(monkeypatch: pytest.MonkeyPatch, lang: Lang) -> None:
    server, words = ScriptedServer([Answer(body=completion(GOOD[lang]))]), load_words(lang)
    with serving(server) as url:
        named_model(monkeypatch, url)
        page = listening(lang)
        assert words("personas.model_masked").replace("'", "&#x27;") in shown(page)
        assert server.requests == []
        listen_by_model(page)
    groups = {group["title"]: group["items"] for group in heard(page)["groups"]}
    cost = groups[words("personas.heard.cost")][0]
    assert words("personas.heard_by", model="test-model") in cost["meta"]
    summary = json.loads(GOOD[lang])["heard"][2]["summary"]
    assert summary in cost["summary"]
    click(tick(page, cost["text"]), "accept")
    [body] = saved()
    assert body["costs"] == {"time": [cost["text"]]}
    assert summary not in json.dumps(body, ensure_ascii=False)


def test_a_model_out_of_reach_leaves_what_the_rules_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    named_model(monkeypatch, "http://127.0.0.1:9/v1")
    page = listening()
    before = heard(page)["groups"]
    listen_by_model(page)
    assert "What the rules heard stands." in shown(page)
    assert heard(page)["groups"] == before
    assert "sk-secret-key" not in shown(page)


def test_no_name_or_number_leaves_for_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    server = ScriptedServer([Answer(body=completion('{"heard": []}'))])
    with serving(server) as url:
        named_model(monkeypatch, url)
        listen_by_model(listening(text="I called Mr Bell at +44 20 7946 0018 and nobody came to mend the fan.\n"))
    [request] = server.requests
    sent = json.dumps(request.body)
    assert "nobody came" in sent
    assert "Bell" not in sent
    assert "7946" not in sent


# ---------------------------------------------------------------- hostile text

TAGS = {
    "div", "span", "sup", "strong", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "b", "details",
    "summary", "figure", "figcaption", "table", "thead", "tbody", "tr", "th", "td", "img", "a",
}  # fmt: skip


def assert_plain(page: AppTest) -> None:
    seen = shown(page)
    assert set(re.findall(r"<([a-zA-Z0-9]+)", seen)) <= TAGS
    assert re.findall(r"<[^>]*\son[a-z]+=", seen) == []
    assert "a.example" not in "".join(re.findall(r"<a [^>]*>|<img [^>]*>", seen))
    assert "\u202e" not in seen + "".join(button.label for button in page.button)
    assert not [*page.markdown, *page.error, *page.warning, *page.info]
    for button in page.button:
        assert not re.search(r"(?<!\\)[\[<$]", button.label)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_of_a_customer_are_words(text: str) -> None:
    hostile = Persona(
        name=text,
        who=text,
        community=text,
        knows_by_feel=(text,),
        cares_about=Concerns(trust=(text,)),
        costs=Costs(mind=(text,)),
        values=(text,),
        moments=(Moment(text=text, about=(text,)),),
        vocabulary=(text,),
        pains=(text,),
        wants=(text,),
        evidence=(Evidence(quote=text, source=text, date=text),),
    )
    page = picked(customers(), "persona_import", text, render_persona(hostile))
    assert_plain(page)
    click(page, "persona_edit")
    for name in PARTS:
        assert_plain(part(page, name))
    click(page, "persona_done")
    click(page, "persona_back")
    assert_plain(page)
    click(page, f"open_{form_of(page).id}")
    click(page, "persona_delete")
    assert_plain(page)
    click(page, "persona_undelete")
    page = enter(go(page, "write"), "source", "Weight: 3 kg")
    assert_plain(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_that_is_listened_to_is_text(text: str) -> None:
    page = listening(text=f"The fan rattles {text} at night.\n{text}: too loud, and it leaks.\n")
    paste(page, text, "title")
    data = heard(page)
    assert "\u202e" not in json.dumps(data, ensure_ascii=False)
    everything = [item["text"] for group in data["groups"] for item in group["items"]]
    click(tick(page, *everything), "accept")
    assert_plain(page)
    click(page, f"listened_forget_{text_of(page).id}")
    assert_plain(page)
