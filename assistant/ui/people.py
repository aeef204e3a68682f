"""Whose work this is: without sign-in one person's on this machine, with it that of whoever signed in.

Sign-in is Streamlit's own (OpenID Connect, `[auth]` in secrets.toml). Whether it is set up is read once, when the
server starts: a file that changes or breaks while it runs can lock people out, never let anybody in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from assistant.errors import InputError, YardstickError
from assistant.ui.hosts import is_loopback

LOCAL = "local"
# Streamlit's name for a provider that stands in [auth] itself.
UNNAMED = "default"
CALLBACK = "/oauth2callback"
_PLACE = ".streamlit/secrets.toml"
_LEAST_SECRET = 32
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Person:
    """Who uses the app: the workspace of the store, and the name to show and to sign versions with ("" if none)."""

    workspace: str
    name: str


@dataclass(frozen=True, slots=True)
class SignIn:
    """How people sign in: the address a provider sends them back to, and the providers in the order of the file."""

    redirect_uri: str
    providers: tuple[str, ...]


class NotSignedInError(YardstickError):
    """Sign-in is set up, and nobody has signed in."""


def who() -> Person:
    """The person that this page is drawn for: the workspace is "local" without sign-in.

    Raises `NotSignedInError` where sign-in is set up and nobody has; `app` draws the sign-in page before that can happen.
    """
    if load_sign_in() is None:
        return Person(LOCAL, "")
    person = person_of(st.user.to_dict())
    if person is None:
        raise NotSignedInError("sign-in: nobody is signed in. Load the page again and sign in.")
    return person


def signature() -> str:
    """Whose name a version bears; "" without sign-in."""
    return who().name[:80]


def person_of(claims: Mapping[str, Any]) -> Person | None:
    """The person whom verified claims of an identity token name; None if they name nobody.

    The workspace is the same whenever the same provider says the same subject, and tells neither.

    >>> person_of({"is_logged_in": True, "iss": "https://id.example", "sub": "7", "name": "Ada"})
    Person(workspace='person-f744c6e7403724347d911a5b9e64c7c4550c9093', name='Ada')
    >>> person_of({"is_logged_in": False, "iss": "https://id.example", "sub": "7"}) is None
    True
    """
    issuer, subject = claims.get("iss"), claims.get("sub")
    if claims.get("is_logged_in") is not True or not _is_text(issuer) or not _is_text(subject):
        return None
    digest = sha256(json.dumps([issuer, subject]).encode()).hexdigest()
    said = (claims.get(key) for key in ("name", "preferred_username", "email"))
    name = next((name for name in said if isinstance(name, str) and name.strip()), "")
    return Person(f"person-{digest[:40]}", " ".join(name.split())[:_LONGEST_NAME])


@cache
def load_sign_in() -> SignIn | None:
    """What secrets.toml says of sign-in, read once; None without an `[auth]` in it.

    Raises `InputError` for a file that can't be read and for settings that would not do.
    """
    try:
        section = st.secrets.get("auth")
    except StreamlitSecretNotFoundError as error:
        if error.error_id == "no-secrets-found":
            return None
        raise InputError(f"{_PLACE}: {' '.join(str(error).split())} Mend the file, or take it away.") from error
    except OSError as error:
        raise InputError(f"{_PLACE}: {error.strerror}. Make it readable, or take it away.") from error
    if section is None:
        return None
    if st.get_option("server.trustedUserHeaders"):
        raise InputError("server.trustedUserHeaders: a header could name anybody. Take it away, or [auth].")
    if find_spec("authlib") is None:
        raise InputError("sign-in: Authlib is missing. Install the extra, as README says: In a team.")
    return check_sign_in(section)


def check_sign_in(section: Any) -> SignIn:
    """The settings of `[auth]`, if they will do. Raises `InputError` with the first that will not."""
    if not isinstance(section, Mapping):
        raise InputError(f"{_PLACE}: auth: expected a table, [auth].")
    redirect_uri = _text(section, "redirect_uri").replace("{port}", str(st.get_option("server.port")))
    if not _is_address(redirect_uri) or not redirect_uri.endswith(CALLBACK):
        raise InputError(
            f"{_PLACE}: auth.redirect_uri: expected this app's own address with {CALLBACK} behind it, such as "
            f"https://copy.example.org{CALLBACK}."
        )
    if len(_text(section, "cookie_secret")) < _LEAST_SECRET:
        raise InputError(
            f"{_PLACE}: auth.cookie_secret: expected {_LEAST_SECRET} characters or more that nobody can guess: "
            f'python3 -c "import secrets; print(secrets.token_urlsafe(48))" makes some.'
        )
    named = {name: entry for name, entry in section.items() if isinstance(entry, Mapping) and name != "client_kwargs"}
    found = {UNNAMED: section} if "client_id" in section or not named else {}
    for name, entry in (found | named).items():
        _check_provider(name, entry)
    return SignIn(redirect_uri, tuple(found | named))


def _check_provider(name: str, entry: Mapping[str, Any]) -> None:
    place = "auth" if name == UNNAMED else f"auth.{name}"
    if "_" in name:
        raise InputError(f"{_PLACE}: {place}: a provider's name can't have an underscore in it. Give it another.")
    for key in ("client_id", "client_secret", "server_metadata_url"):
        _text(entry, key, place)
    address = urlsplit(entry["server_metadata_url"])
    # What comes from there decides who somebody is.
    if address.scheme != "https" and not (address.scheme == "http" and is_loopback(address.hostname or "")):
        raise InputError(
            f"{_PLACE}: {place}.server_metadata_url: expected an https address, such as "
            f"https://id.example.org/.well-known/openid-configuration."
        )


def _text(entry: Mapping[str, Any], key: str, place: str = "auth") -> str:
    said = entry.get(key)
    if not _is_text(said):
        raise InputError(f"{_PLACE}: {place}.{key}: expected a text, and there is none. Add it, as your provider says.")
    return str(said)


def _is_text(said: object) -> bool:
    return isinstance(said, str) and bool(said.strip())


def _is_address(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.hostname)
