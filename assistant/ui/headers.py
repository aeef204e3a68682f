"""What every answer of the app's server tells the browser: fetch nothing from elsewhere, be framed by nobody.

    Content-Security-Policy   the app's own files, the modules of its components (blobs), pictures made here (data)
    the rest                  no guessing of types, no address told to others, no camera, no other site's reading

Whatever a brief, a page or a model's reply might smuggle past the escaping of `markup`, the browser would still load
no picture, style, font, script or frame of another machine for it, and send no form.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Streamlit's page sets one variable in a script of its own; only that script is let through, by its hash.
_INLINE_SCRIPT = re.compile(r"<script>([^<]*)</script>")
_FEATURES = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)


def content_policy(page: str) -> str:
    """The Content-Security-Policy for a starting page with the given HTML.

    >>> content_policy("<script>let a = 1</script>").split("; ")[1]
    "script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ='"
    """
    hashes = (b64encode(sha256(inline.encode()).digest()).decode() for inline in _INLINE_SCRIPT.findall(page))
    policy = {
        "default-src": "'none'",
        # A component's module travels as text and is imported from a blob, which only a script already running can make.
        # Streamlit counts in 64 bits by WebAssembly; that, unlike eval, lets no text become a script.
        "script-src": " ".join(["'self'", "blob:", "'wasm-unsafe-eval'", *(f"'sha256-{found}'" for found in hashes)]),
        # Streamlit writes its styles into the page; what they name is held by img-src and font-src.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "media-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'none'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        # No form of the app is ever sent: Streamlit's speak through the socket, and sign-in is a link.
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in policy.items())


def security_headers() -> dict[str, str]:
    """Every header that is added, for the page that the installed Streamlit serves."""
    import streamlit

    page = Path(streamlit.__file__).with_name("static") / "index.html"
    return {
        "Content-Security-Policy": content_policy(page.read_text(encoding="utf-8")),
        "X-Content-Type-Options": "nosniff",
        # For browsers that know no frame-ancestors.
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


class SecurityHeaders:
    """ASGI middleware: sets the headers on every HTTP answer, in place of any of the same name."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        self._names = {name for name, _ in self._headers}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one connection."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message.get("headers", ()) if pair[0].lower() not in self._names]
                message = {**message, "headers": [*kept, *self._headers]}
            await send(message)

        await self._app(scope, receive, answer if scope["type"] == "http" else send)
