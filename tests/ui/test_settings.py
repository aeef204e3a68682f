"""The settings page: what it changes, what it never keeps, and what it says of a server."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from assistant.schema import LANGS, Lang
from assistant.store import find_place, open_store
from assistant.ui.preferences import model_settings
from assistant.ui.settings.data import export
from assistant.ui.words import load_words
from tests.chain.servers import Answer, ScriptedServer, completion, serving
from tests.ui.entering import enter, go, opened, shown

EN = load_words("en")
MODEL = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "YARDSTICK_MODEL")


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MODEL:
        monkeypatch.delenv(name, raising=False)


def settings_page(lang: Lang = "en") -> AppTest:
    return go(opened(lang), "settings")


def type_into(page: AppTest, field: str, text: str) -> AppTest:
    said = {"of": f"settings.{field}", "serial": 0, "count": 1, "text": text}
    page.session_state[f"settings_{field}"] = {"said": said}
    page.run()
    assert not page.exception
    return page


def kept() -> dict[str, object]:
    with open_store() as store:
        found = store.documents.load("setting", "app")
    return {} if found is None else found.body


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_model_it_says_that_nothing_leaves(lang: Lang) -> None:
    assert load_words(lang)("settings.no_model") in shown(settings_page(lang))


def test_what_is_set_is_saved_at_once_and_there_in_the_next_session() -> None:
    type_into(settings_page(), "banned", "game-changing\n\nnext-gen\ngame-changing")
    assert kept() == {"style": {"banned": ["game-changing", "next-gen"]}}
    page = settings_page()
    assert page.session_state["preferences"].style.banned == ("game-changing", "next-gen")


def test_house_style_and_names_reach_the_draft() -> None:
    page = type_into(settings_page(), "terms", "wifi = Wi-Fi")
    type_into(page, "names", "Best Western")
    assert kept() == {"style": {"terms": {"wifi": "Wi-Fi"}}, "names": ["Best Western"]}
    enter(go(page, "write"), "source", "Best Western room, 24 m2\nWifi: 300 Mbit/s")
    page.button(key="write").click().run()
    brief = page.session_state["drafted"][1].brief
    assert (dict(brief.style.terms), brief.names) == ({"wifi": "Wi-Fi"}, ("Best Western",))


def test_a_line_that_is_no_pair_is_quoted_and_nothing_is_lost() -> None:
    page = type_into(settings_page(), "terms", "wifi = Wi-Fi")
    type_into(page, "terms", "wifi = Wi-Fi\n<b>wlan</b>")
    assert EN("settings.no_pair", line="&lt;b&gt;wlan&lt;/b&gt;") in shown(page)
    assert kept() == {"style": {"terms": {"wifi": "Wi-Fi"}}}


def test_a_key_is_used_and_never_written_down() -> None:
    page = settings_page()
    page.text_input(key="settings_key").set_value("sk-of-this-session").run()
    assert EN("settings.key_held") in shown(page)
    type_into(page, "model", "gpt-4.1-mini")
    assert "gpt-4.1-mini at api.openai.com" in shown(page)
    path = find_place().path
    assert path is not None
    stored = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"gpt-4.1-mini" in stored
    assert b"sk-of-this-session" not in stored
    assert "sk-of-this-session" not in shown(page)


def test_a_key_of_the_environment_goes_to_no_address_set_in_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
    with serving(ScriptedServer([])) as address:
        page = type_into(settings_page(), "address", address)
        assert EN("settings.asks", model="gpt-4.1 at").removesuffix(".") in shown(page)
        monkeypatch.setattr("streamlit.session_state", {"preferences": page.session_state["preferences"]})
        settings = model_settings()
    assert settings is not None
    assert settings.api_key == "none-needed"


def test_a_server_that_answers_is_told_with_how_it_can_be_asked() -> None:
    server = ScriptedServer([Answer(body=completion('{"sum": 5}'))])
    with serving(server) as address:
        page = type_into(settings_page(), "address", address)
        page.button(key="settings_try").click().run()
        assert EN("settings.answers", model="test-model", seconds="0.").removesuffix(" s.") in shown(page)
        assert EN("form.json_schema") in shown(page)
        assert server.requests[0].body["messages"][-1]["content"].startswith("What is 2 + 3?")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(401, {"error": {"message": "bad key"}}), "key"),
        (Answer(404, {"error": {"message": "no such model"}}), "model"),
        (Answer(body=completion("Five, I think.")), "in prose instead of JSON"),
        (Answer(body=completion('{"sum": "five"}')), "outside the form asked for"),
    ],
)
def test_a_server_that_does_not_is_told_in_one_line(answer: Answer, said: str) -> None:
    with serving(ScriptedServer([answer])) as address:
        page = type_into(settings_page(), "address", address)
        page.button(key="settings_try").click().run()
        assert said in shown(page)
        assert 'role="alert"' in shown(page)


def test_all_work_can_be_taken_away_as_one_file() -> None:
    type_into(settings_page(), "banned", "next-gen")
    found = json.loads(export())
    assert found["setting"][0]["body"] == {"style": {"banned": ["next-gen"]}}
    assert found["product"] == []
