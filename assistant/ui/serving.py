"""The server around the pages: what must hold before it serves, and what stands before every page.

`streamlit_app.py` makes the server of these: `middleware` for each connection, `serving` while it runs. Nothing that
draws a page is imported here.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse

from assistant.errors import YardstickError
from assistant.schema import LANGS
from assistant.ui.callbacks import SignInAnswers
from assistant.ui.headers import SecurityHeaders, security_headers
from assistant.ui.hosts import ANY_HOST, LOOPBACK_NAMES, KnownHosts, check_binding, remote_allowed
from assistant.ui.people import SignIn, load_sign_in
from assistant.ui.warming import start_warming
from assistant.ui.words import load_words

if TYPE_CHECKING:
    from starlette.requests import Request


def middleware() -> list[Middleware]:
    """What every connection passes, outermost first. Ends the process with one line where it must not serve at all."""
    try:
        sign_in, remote = load_sign_in(), remote_allowed(os.environ)
        check_binding(st.get_option("server.address"), signs_in=sign_in is not None, remote=remote)
    except YardstickError as error:
        _say(f"yardstick: {error}")
        sys.exit(error.status)
    # Uvicorn's own account of its start says nothing that the line with the address does not.
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    known = Middleware(
        KnownHosts,
        names=_names(sign_in, remote),
        origins=st.get_option("server.corsAllowedOrigins"),
        remote=remote or sign_in is not None,
        refusal=_refusal(sign_in),
    )
    secure = sign_in is not None and sign_in.redirect_uri.startswith("https:")
    answers = [Middleware(SignInAnswers, secure=secure)] if sign_in is not None else []
    return [Middleware(SecurityHeaders, headers=security_headers()), known, *answers]


async def broken(request: Request, error: Exception) -> PlainTextResponse:
    """The answer where the server itself failed: middleware does not see it, so it brings the headers along."""
    return PlainTextResponse("Internal Server Error", 500, headers=security_headers())


@asynccontextmanager
async def serving(app: st.App) -> AsyncIterator[None]:
    """Says where the app is, once it can be reached there, and opens it where there is a screen."""
    address = _address()
    _say(f"Yardstick: {address}  (Ctrl+C ends it)")
    if not st.get_option("server.headless"):
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    start_warming()
    yield


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _address() -> str:
    """Where the app is found by whoever sits at this machine."""
    told = st.get_option("server.address") or ""
    host = told if told not in ("", "0.0.0.0", "::") else "127.0.0.1"  # noqa: S104 - compared, not listened on
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    path = st.get_option("server.baseUrlPath").strip("/")
    return (
        f"{scheme}://{f'[{host}]' if ':' in host else host}:{st.get_option('server.port')}{f'/{path}' if path else ''}"
    )


def _names(sign_in: SignIn | None, remote: bool) -> frozenset[str]:
    if remote:
        return frozenset({ANY_HOST})
    own = urlsplit(sign_in.redirect_uri).hostname if sign_in is not None else None
    return LOOPBACK_NAMES | {own or "localhost"} | set(st.get_option("server.allowedHosts"))


def _refusal(sign_in: SignIn | None) -> str:
    """What somebody reads who came by another name, in every language: nothing has asked for theirs."""
    where = sign_in.redirect_uri.rsplit("/", 1)[0] if sign_in is not None else _address()
    lines = []
    for lang in LANGS:
        words = load_words(lang)
        lines.append(words("signin.elsewhere", address=where))
    return "\n".join(lines) + "\n"
