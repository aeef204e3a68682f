"""A real OpenID provider on loopback: discovery, a page to choose who one is, codes with PKCE, signed tokens, sign-out.

It is as strict as a provider should be: a code serves once, for the client and the address that asked for it, and only
with the verifier that belongs to its challenge. `faults` make it misbehave.
"""

from __future__ import annotations

import base64
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT_ID, CLIENT_SECRET = "yardstick", "a secret of the client's"
PEOPLE = {"ada": "Ada Wong", "bo": "<b>Bo</b> *Lee*"}


@dataclass
class Provider:
    """A running provider: its address, what it was asked, and what it does wrong."""

    url: str = ""
    # "down": no discovery; "other key": tokens signed by a key of somebody else's; "other nonce": of another sign-in.
    fault: str = ""
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "own"}))
    other: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "own"}))

    def discovery(self) -> dict[str, Any]:
        """What a client reads first."""
        places = ("authorization_endpoint", "token_endpoint", "end_session_endpoint", "jwks_uri")
        return {
            "issuer": self.url,
            **{place: f"{self.url}/{place.split('_')[0]}" for place in places},
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def choice(self, asked: dict[str, str]) -> str:
        """A page with a link for each person, and one for nobody."""
        links = []
        for person, name in PEOPLE.items():
            code = secrets.token_urlsafe()
            self.codes[code] = {**asked, "sub": person}
            links.append((name, {"code": code, "state": asked["state"]}))
        links.append(("Nobody", {"error": "access_denied", "state": asked["state"]}))
        back = asked["redirect_uri"]
        return "".join(
            f'<p><a href="{escape(f"{back}?{urlencode(query)}")}">{escape(name)}</a></p>' for name, query in links
        )

    def token(self, sent: dict[str, str], client: str) -> dict[str, Any] | None:
        """The tokens for a code, or None where anything about it is wrong."""
        asked = self.codes.pop(sent.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(sha256(sent.get("code_verifier", "").encode()).digest()).rstrip(b"=")
        known = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        if (
            asked is None
            or client != f"Basic {known}"
            or sent.get("redirect_uri") != asked["redirect_uri"]
            or challenge.decode() != asked.get("code_challenge")
        ):
            return None
        now = int(time.time())
        claims = {
            "iss": self.url,
            "sub": asked["sub"],
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "nonce": "another" if self.fault == "other nonce" else asked["nonce"],
            "name": PEOPLE[asked["sub"]],
        }
        key = self.other if self.fault == "other key" else self.key
        signed = jwt.encode({"alg": "RS256", "kid": "own"}, claims, key)
        return {"access_token": secrets.token_urlsafe(), "token_type": "Bearer", "expires_in": 300, "id_token": signed}


class _Answers(BaseHTTPRequestHandler):
    provider: ClassVar[Provider]

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        self.provider.asked.append(parts.path)
        if self.provider.fault == "down":
            self._answer(503, "text/plain", "not now")
        elif parts.path == "/.well-known/openid-configuration":
            self._answer(200, "application/json", json.dumps(self.provider.discovery()))
        elif parts.path == "/jwks":
            key = self.provider.key.as_dict(private=False)
            self._answer(200, "application/json", json.dumps({"keys": [key]}))
        elif parts.path == "/authorization" and asked.get("client_id") == CLIENT_ID:
            self._answer(200, "text/html", self.provider.choice(asked))
        elif parts.path == "/end" and asked.get("client_id") == CLIENT_ID:
            self.send_response(302)
            self.send_header("Location", asked["post_logout_redirect_uri"])
            self.end_headers()
        else:
            self._answer(404, "text/plain", "no such place")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sent = {key: values[-1] for key, values in parse_qs(body).items()}
        self.provider.asked.append(self.path)
        given = self.provider.token(sent, self.headers.get("Authorization", ""))
        status = 200 if given is not None else 400
        self._answer(status, "application/json", json.dumps(given or {"error": "invalid_grant"}))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""

    def _answer(self, status: int, kind: str, said: str) -> None:
        body = said.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def providing() -> Iterator[Provider]:
    """A provider on a free port of loopback, until the end of the block."""
    provider = Provider()
    answers = type("Answers", (_Answers,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", 0), answers)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def secrets_toml(provider: Provider, cookie_secret: str) -> str:
    """What secrets.toml says where the app signs people in there."""
    return (
        "[auth]\n"
        'redirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
        f'cookie_secret = "{cookie_secret}"\n'
        f'client_id = "{CLIENT_ID}"\n'
        f'client_secret = "{CLIENT_SECRET}"\n'
        f'server_metadata_url = "{provider.url}/.well-known/openid-configuration"\n'
    )
