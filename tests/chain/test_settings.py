"""Which model is asked, decided by the environment and the command line; the key stays out of sight."""

from __future__ import annotations

import pytest

from assistant.chain import ModelSettings, describe, load_settings
from assistant.chain.settings import DEFAULT_MODEL, NO_KEY, OPENAI_URL, TIMEOUT_S
from assistant.errors import InputError

KEY = "sk-test-0123456789"


def test_a_key_alone_means_openai_and_the_default_model() -> None:
    assert load_settings({"OPENAI_API_KEY": f" {KEY}\n"}) == ModelSettings(KEY, OPENAI_URL, DEFAULT_MODEL, TIMEOUT_S)


@pytest.mark.parametrize(
    ("base_url", "local"),
    [
        ("", False),
        ("https://api.openai.com/v1", False),
        ("https://models.example/v1", False),
        ("http://8.8.8.8/v1", False),
        ("http://localhost:11434/v1", True),
        ("http://127.0.0.1:8642/v1", True),
        ("http://[::1]:8642/v1", True),
        ("http://192.168.1.20:8000/v1", True),
        ("http://ollama:11434/v1", True),
        ("http://host.docker.internal:1234/v1", True),
        ("http://studio.local:1234/v1", True),
        ("http://localhost.example.com/v1", False),
    ],
)
def test_without_a_key_only_a_server_of_ones_own_is_asked(base_url: str, local: bool) -> None:
    settings = load_settings({"OPENAI_BASE_URL": base_url})
    assert (settings is not None) is local
    if settings:
        assert settings.api_key == NO_KEY
        assert settings.base_url == base_url


@pytest.mark.parametrize(
    ("env", "model", "chosen"),
    [
        ({}, None, DEFAULT_MODEL),
        ({"OPENAI_MODEL": "a"}, None, "a"),
        ({"OPENAI_MODEL": "a", "YARDSTICK_MODEL": "b"}, None, "b"),
        ({"OPENAI_MODEL": "a", "YARDSTICK_MODEL": "b"}, "c", "c"),
        ({"OPENAI_MODEL": " ", "YARDSTICK_MODEL": ""}, " ", DEFAULT_MODEL),
    ],
)
def test_the_command_line_beats_our_variable_beats_the_common_one(
    env: dict[str, str], model: str | None, chosen: str
) -> None:
    settings = load_settings({"OPENAI_API_KEY": KEY, **env}, model)
    assert settings is not None
    assert settings.model == chosen


@pytest.mark.parametrize(
    ("env", "message"),
    [
        ({"OPENAI_BASE_URL": "api.openai.com/v1"}, "OPENAI_BASE_URL is not a web address. Write it like https://"),
        ({"OPENAI_BASE_URL": "ftp://u:secret@host/v1"}, "OPENAI_BASE_URL is not a web address. Write it like https://"),
        ({"OPENAI_BASE_URL": "http://host:port/v1"}, "OPENAI_BASE_URL is not a web address. Write it like https://"),
        ({"OPENAI_BASE_URL": "http://[::1/v1"}, "OPENAI_BASE_URL is not a web address. Write it like https://"),
        ({"OPENAI_API_KEY": "sk-secret\nsk-secret"}, "OPENAI_API_KEY holds a character that no key has"),
        ({"OPENAI_API_KEY": "sk-secret“"}, "OPENAI_API_KEY holds a character that no key has"),
        ({"YARDSTICK_TIMEOUT_S": "soon"}, "YARDSTICK_TIMEOUT_S is 'soon': write seconds, like 120."),
        ({"YARDSTICK_TIMEOUT_S": "0"}, "YARDSTICK_TIMEOUT_S is '0': write seconds, like 120."),
        ({"YARDSTICK_TIMEOUT_S": "nan"}, "YARDSTICK_TIMEOUT_S is 'nan': write seconds, like 120."),
    ],
)
def test_a_setting_that_can_not_be_is_named_and_not_shown(env: dict[str, str], message: str) -> None:
    with pytest.raises(InputError) as caught:
        load_settings({"OPENAI_API_KEY": KEY, **env})
    assert str(caught.value).startswith(message)
    assert "secret" not in str(caught.value)


def test_the_time_out_can_be_longer() -> None:
    settings = load_settings({"OPENAI_API_KEY": KEY, "YARDSTICK_TIMEOUT_S": "1800"})
    assert settings is not None
    assert settings.timeout_s == 1800


def test_neither_repr_nor_description_shows_key_or_password() -> None:
    settings = ModelSettings(KEY, "https://me:secret@models.example:8443/v1", "gpt-4.1")
    assert describe(settings) == "gpt-4.1 at models.example:8443"
    assert KEY not in repr(settings)
