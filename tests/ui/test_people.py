"""Who somebody is: from verified claims, or this machine's own; and what sign-in needs to be set up."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.errors import InputError
from assistant.store.versions import check_key
from assistant.ui.people import LOCAL, Person, SignIn, check_sign_in, person_of, who

CLAIMS = {"is_logged_in": True, "iss": "https://id.example", "sub": "ada@example.org"}
SECTION = {
    "redirect_uri": "https://copy.example.org/oauth2callback",
    "cookie_secret": "x" * 32,
    "client_id": "yardstick",
    "client_secret": "known to two",
    "server_metadata_url": "https://id.example/.well-known/openid-configuration",
}
PROVIDER = {key: SECTION[key] for key in ("client_id", "client_secret", "server_metadata_url")}
SHARED = {key: SECTION[key] for key in ("redirect_uri", "cookie_secret")}


def workspace(**claims: Any) -> str:
    person = person_of({**CLAIMS, **claims})
    assert person is not None
    return person.workspace


def test_without_sign_in_all_work_is_this_machine_s() -> None:
    assert who() == Person(LOCAL, "")


def test_a_workspace_is_one_person_s_at_one_provider_and_tells_neither() -> None:
    own = workspace()
    assert own == workspace(name="Ada", email="new@example.org")
    assert len({own, workspace(sub="bo"), workspace(iss="https://other.example"), LOCAL}) == 4
    # What is joined could be split elsewhere.
    assert workspace(iss="a", sub="bc") != workspace(iss="ab", sub="c")
    assert workspace(iss='a", "b', sub="c") != workspace(iss="a", sub='b", "c')
    assert check_key("a workspace", own) == own
    assert "ada" not in own


@pytest.mark.parametrize(
    "claims",
    [
        {"is_logged_in": False},
        {"is_logged_in": "true"},
        {"is_logged_in": None},
        {"sub": ""},
        {"sub": None},
        {"sub": 7},
        {"iss": " "},
    ],
)
def test_claims_that_name_nobody_are_nobody(claims: dict[str, Any]) -> None:
    assert person_of({**CLAIMS, **claims}) is None
    assert person_of({}) is None


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"name": "王小明", "email": "a@example.org"}, "王小明"),
        ({"name": "  ", "preferred_username": "ada"}, "ada"),
        ({"name": 5, "email": "a@example.org"}, "a@example.org"),
        ({}, ""),
        ({"name": "Ada\n  Wong"}, "Ada Wong"),
        ({"name": "a" * 500}, "a" * 100),
    ],
)
def test_the_name_is_what_the_provider_says_in_one_short_line(claims: dict[str, Any], name: str) -> None:
    person = person_of({**CLAIMS, **claims})
    assert person is not None
    assert person.name == name


def test_providers_stand_in_the_table_or_in_tables_of_their_own() -> None:
    place = SECTION["redirect_uri"]
    assert check_sign_in(SECTION) == SignIn(place, ("default",))
    assert check_sign_in({**SHARED, "okta": PROVIDER, "google": PROVIDER}) == SignIn(place, ("okta", "google"))
    assert check_sign_in({**SECTION, "client_kwargs": {"prompt": "login"}}) == SignIn(place, ("default",))
    local = {**SECTION, "server_metadata_url": "http://127.0.0.1:9000/.well-known/openid-configuration"}
    assert check_sign_in(local) == SignIn(place, ("default",))


@pytest.mark.parametrize(
    ("section", "said"),
    [
        (SHARED, "auth.client_id: expected a text"),
        ({**SECTION, "client_secret": 5}, "auth.client_secret: expected a text"),
        ({**SECTION, "redirect_uri": "/oauth2callback"}, "auth.redirect_uri: expected this app's own address"),
        ({**SECTION, "server_metadata_url": "http://id.example/"}, "auth.server_metadata_url: expected an https"),
        ({**SHARED, "my_own": PROVIDER}, "auth.my_own: a provider's name can't have an underscore"),
        ({**SHARED, "okta": {"client_id": "a"}}, "auth.okta.client_secret: expected a text"),
    ],
)
def test_settings_that_would_not_do_are_named_by_their_place(section: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as raised:
        check_sign_in(section)
    assert str(raised.value).startswith(f".streamlit/secrets.toml: {said}")
    assert "\n" not in str(raised.value)
