"""A sign-in that fails leads back to the sign-in page, which says so; one that holds leaves cookies that keep to TLS.

Streamlit's own answers are a bare line in English where the provider can't be reached, and the page as before where the
provider said no or sent what does not hold. Its cookies travel without TLS too, wherever the app itself is served.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from assistant.ui.people import CALLBACK

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOGIN = "/auth/login"
_COOKIE = b"_streamlit_user="
# Both in the address: ?signin=unreachable, ?signin=refused.
PARAMETER = "signin"
UNREACHABLE, REFUSED = "unreachable", "refused"


class SignInAnswers:
    """ASGI middleware around the two addresses of a sign-in: the way to the provider, and the way back.

    `secure` where people open the app by https: the cookies are then kept to it.
    """

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app, self._secure = app, secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one connection."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not path.endswith((_LOGIN, CALLBACK)):
            await self._app(scope, receive, send)
            return
        failed = False

        async def answer(message: Message) -> None:
            nonlocal failed
            if message["type"] == "http.response.start":
                message = _secured(message) if self._secure else message
                why = _failure(scope, message)
                if why:
                    failed = True
                    message = _sent_back(path, why, message)
            elif failed:
                message = {"type": "http.response.body", "body": b""}
            await send(message)

        await self._app(scope, receive, answer)


def _failure(scope: Scope, message: Message) -> str:
    if scope["path"].endswith(_LOGIN):
        return UNREACHABLE if message["status"] >= 400 else ""
    # Signing out comes back here too, with neither.
    asked = parse_qs(scope["query_string"].decode("latin-1"))
    tried = "code" in asked or "error" in asked
    cookies = (value for name, value in message["headers"] if name == b"set-cookie")
    signed_in = any(value.startswith(_COOKIE) and not value.startswith(_COOKIE + b'"') for value in cookies)
    return REFUSED if tried and not signed_in else ""


def _secured(message: Message) -> Message:
    pairs = (
        (name, value + b"; Secure" if name == b"set-cookie" and b"; secure" not in value.lower() else value)
        for name, value in message["headers"]
    )
    return {**message, "headers": list(pairs)}


def _sent_back(path: str, why: str, message: Message) -> Message:
    """The same answer as a redirect to the page, with all cookies that it sets."""
    base = path.removesuffix(_LOGIN).removesuffix(CALLBACK)
    kept = [pair for pair in message["headers"] if pair[0] == b"set-cookie"]
    to = (b"location", f"{base}/?{PARAMETER}={why}".encode("latin-1"))
    return {**message, "status": 302, "headers": [*kept, to, (b"content-length", b"0")]}
