"""Who may reach the app: without sign-in only this machine, unless its owner says otherwise.

Held twice, because a server can be started in more ways than one: `check_binding` before anything is served, by the
address that it is told to listen on; `KnownHosts` for each connection, by the address that it came in at and by the
names that the browser gives. The second also keeps out pages of other sites: one whose name was made to point at this
machine (its name is in the Host header), and one that opens a socket to it (its name is in the Origin header).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.errors import InputError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

ALLOW_REMOTE = "YARDSTICK_ALLOW_REMOTE"
ANY_HOST = "*"
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(address: str) -> bool:
    """Whether an address to listen on is this machine's own. A name other than localhost is not: it may mean anything.

    >>> [is_loopback(address) for address in ("127.0.0.1", "::1", "localhost", "::ffff:127.0.0.1")]
    [True, True, True, True]
    >>> [is_loopback(address) for address in ("", "0.0.0.0", "::", "192.168.1.7", "desk.example.org")]
    [False, False, False, False, False]
    """
    if address == "localhost":
        return True
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (mapped or found).is_loopback


def remote_allowed(env: Mapping[str, str]) -> bool:
    """Whether YARDSTICK_ALLOW_REMOTE lets other machines in. Raises `InputError` for what is neither yes nor no."""
    said = env.get(ALLOW_REMOTE, "")
    if said not in ("", "0", "1"):
        raise InputError(f"{ALLOW_REMOTE}: expected 1 or nothing, got {said[:40]!r}.")
    return said == "1"


def check_binding(address: str | None, *, signs_in: bool, remote: bool) -> None:
    """Raises `InputError` where anybody in reach of the address could use the app. None is every address there is."""
    if signs_in or remote or (address and is_loopback(address)):
        return
    raise InputError(
        f"server.address: {address or 'not set, which is every address of this machine'}: other machines could use "
        f"Yardstick, and no sign-in is set up. Listen on 127.0.0.1, set up sign-in (README, In a team), or set "
        f"{ALLOW_REMOTE}=1."
    )


def hostname(host: str) -> str | None:
    """The name in a Host header, in lower case and without its port; None where it is none.

    >>> hostname("LocalHost:8501"), hostname("[::1]:8501"), hostname("a.example.:80"), hostname("a@b:80/c")
    ('localhost', '::1', 'a.example', None)
    """
    try:
        parts = urlsplit(f"//{host}")
        parts.port  # noqa: B018 - raises for a port that is none
    except ValueError:
        return None
    if parts.path or parts.query or parts.fragment or parts.username is not None:
        return None
    return (parts.hostname or "").rstrip(".") or None


class KnownHosts:
    """ASGI middleware: answers only where the app may be reached, by a name it goes by, and to its own pages.

    `names` are those the Host header may give ("*": any; "*.example.org": any below); `origins` those of pages that may
    speak to the app beside its own; without `remote` only connections to this machine's own address are taken.
    """

    def __init__(
        self, app: ASGIApp, *, names: Collection[str], origins: Collection[str], remote: bool, refusal: str
    ) -> None:
        self._app, self._remote = app, remote
        self._names = frozenset(name.strip().lower().rstrip(".") for name in names)
        self._origins = frozenset(origin.strip() for origin in origins)
        self._refusal = refusal.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one connection, or refuses it."""
        if scope["type"] not in ("http", "websocket") or self._is_known(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            # Closed before it was accepted: the server answers 403.
            await send({"type": "websocket.close", "code": 1008})
        else:
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": self._refusal})

    def _is_known(self, scope: Scope) -> bool:
        # The socket's own end, which no header can change. A Unix socket has no address.
        here = scope.get("server")
        if not self._remote and here and here[1] is not None and not is_loopback(here[0]):
            return False
        hosts, origins = (
            [value.decode("latin-1") for name, value in scope["headers"] if name == wanted]
            for wanted in (b"host", b"origin")
        )
        if len(hosts) != 1 or len(origins) > 1:
            return False
        return self._is_named(hosts[0]) and all(self._is_own(origin, hosts[0]) for origin in origins)

    def _is_named(self, host: str) -> bool:
        name = hostname(host)
        if name is None:
            return False
        return (
            ANY_HOST in self._names
            or name in self._names
            or any(known.startswith("*.") and name.endswith(known[1:]) for known in self._names)
        )

    def _is_own(self, origin: str, host: str) -> bool:
        # The scheme is not compared: a proxy that ends TLS passes the name on, not the scheme.
        return origin in self._origins or urlsplit(origin).netloc.lower() == host.lower()
