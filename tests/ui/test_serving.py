"""The server around the pages: whom it answers, what it tells the browser, and where it refuses to start."""

from __future__ import annotations

import asyncio
import http.client
import os
import select
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from assistant.cli.app import flags
from assistant.errors import InputError
from assistant.schema import LANGS
from assistant.ui.callbacks import SignInAnswers
from assistant.ui.headers import content_policy, security_headers
from assistant.ui.hosts import KnownHosts, check_binding, remote_allowed
from assistant.ui.words import load_words
from tests.conftest import free_port, running_app

if TYPE_CHECKING:
    from starlette.types import Message

ROOT = Path(__file__).resolve().parents[2]
HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "c2l4dGVlbiBieXRlcyEhIQ==",
}


# ---------------------------------------------------------------- whom it answers


def ask(url: str, path: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> http.client.HTTPResponse:
    """The answer to one request with exactly these headers; its body is read."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    connection.putrequest(method, path, skip_host="Host" in (headers or {}))
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    # After a handshake there is no end to wait for.
    answer.text = "" if answer.status == 101 else answer.read().decode()  # type: ignore[attr-defined]
    connection.close()
    return answer


def served(url: str) -> str:
    """A file of Streamlit's own that the first page names."""
    page: str = ask(url, "/").text  # type: ignore[attr-defined]
    return page.split('src=".', 1)[1].split('"')[0]


@pytest.mark.parametrize(
    "path", ["/", "script", "/_stcore/health", "/_stcore/host-config", "/media/none.png", "/no/such/page", "/../etc"]
)
def test_every_answer_carries_every_header(app_url: str, path: str) -> None:
    answer = ask(app_url, served(app_url) if path == "script" else path)
    wanted = {name.lower(): value for name, value in security_headers().items()}
    found = {name.lower(): value for name, value in answer.getheaders()}
    assert {name: found.get(name) for name in wanted} == wanted
    assert len(wanted) >= 7


def test_a_refusal_carries_them_too_and_says_where_to_go_in_every_language(app_url: str) -> None:
    answer = ask(app_url, "/", {"Host": "rebound.example"})
    assert answer.status == 403
    assert answer.getheader("Content-Security-Policy") == security_headers()["Content-Security-Policy"]
    said = answer.text.splitlines()  # type: ignore[attr-defined]
    assert said == [load_words(lang)("signin.elsewhere", address=app_url) for lang in LANGS]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:8501", 200),
        ("LOCALHOST", 200),
        ("[::1]:8501", 200),
        ("rebound.example:8501", 403),
        ("127.0.0.1.rebound.example", 403),
        ("localhost.rebound.example", 403),
        ("localhost@rebound.example", 403),
        ("localhost:http", 403),
        ("", 403),
    ],
)
def test_only_a_name_of_this_machine_is_answered_to(app_url: str, host: str, status: int) -> None:
    assert ask(app_url, "/_stcore/health", {"Host": host}).status == status


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "http://localhost:3000", "http://127.0.0.1", "null"])
def test_a_page_of_another_origin_gets_no_socket_and_no_answer(app_url: str, origin: str) -> None:
    assert ask(app_url, "/_stcore/stream", {**HANDSHAKE, "Origin": origin}).status == 403
    assert ask(app_url, "/_stcore/health", {"Origin": origin}).status == 403
    assert ask(app_url, "/_stcore/upload_file/a/b", {"Origin": origin, "Content-Length": "0"}, "PUT").status == 403


def test_the_app_s_own_page_gets_its_socket(app_url: str) -> None:
    assert ask(app_url, "/_stcore/stream", {**HANDSHAKE, "Origin": app_url}).status == 101


async def _nothing() -> Message:
    return {"type": "http.request", "body": b""}


def answered(server: object, headers: list[tuple[bytes, bytes]], **options: Any) -> bool:
    """Whether a connection that came in at an address, with these headers, gets through."""
    reached: list[bool] = []

    async def inner(scope: object, receive: object, send: object) -> None:
        reached.append(True)

    async def send(message: Message) -> None:
        assert message.get("status", 403) == 403

    given = {"names": ["localhost"], "origins": [], "remote": False, "refusal": "", **options}
    scope = {"type": "http", "path": "/", "server": server, "headers": headers}
    asyncio.run(KnownHosts(inner, **given)(scope, _nothing, send))
    return bool(reached)


def test_a_connection_from_elsewhere_is_refused_however_the_server_was_started() -> None:
    host = [(b"host", b"localhost")]
    assert answered(("127.0.0.1", 8501), host)
    assert answered(("::ffff:127.0.0.1", 8501), host)
    assert answered(("/run/app.sock", None), host)
    assert not answered(("192.168.1.7", 8501), host)
    assert answered(("192.168.1.7", 8501), host, remote=True)


def test_a_header_given_twice_is_no_header() -> None:
    here = ("127.0.0.1", 8501)
    assert not answered(here, [(b"host", b"localhost"), (b"host", b"rebound.example")])
    assert not answered(here, [])
    own = (b"origin", b"http://localhost")
    assert answered(here, [(b"host", b"localhost"), own])
    assert not answered(here, [(b"host", b"localhost"), own, own])


def test_names_and_origins_can_be_added() -> None:
    here, host = ("10.0.0.1", 8501), (b"host", b"copy.example.org")
    assert answered(here, [host], remote=True, names=["*.example.org"])
    assert not answered(here, [host], remote=True, names=["*.ple.org"])
    assert answered(here, [(b"host", b"anything")], remote=True, names=["*"])
    other = (b"origin", b"https://desk.example.org")
    assert not answered(here, [host, other], remote=True, names=["*"])
    assert answered(here, [host, other], remote=True, names=["*"], origins=["https://desk.example.org"])
    # A proxy ends TLS: the page's scheme is not the server's.
    assert answered(here, [host, (b"origin", b"https://copy.example.org")], remote=True, names=["*"])


def sent_back(
    path: str, query: str, status: int, *cookies: str, secure: bool = False
) -> tuple[int, dict[str, list[str]]]:
    """Status and headers of an answer of Streamlit's after `SignInAnswers`."""
    found: list[Message] = []

    async def inner(scope: object, receive: object, send: Any) -> None:
        headers = [(b"location", b"/base/"), *((b"set-cookie", cookie.encode()) for cookie in cookies)]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"Authentication error"})

    async def send(message: Message) -> None:
        found.append(message)

    scope = {"type": "http", "path": path, "query_string": query.encode()}
    asyncio.run(SignInAnswers(inner, secure=secure)(scope, _nothing, send))
    headers: dict[str, list[str]] = {}
    for name, value in found[0]["headers"]:
        headers.setdefault(name.decode(), []).append(value.decode())
    return found[0]["status"], headers


def test_a_sign_in_that_fails_leads_back_to_a_page_that_says_so() -> None:
    assert sent_back("/base/auth/login", "", 400)[1]["location"] == ["/base/?signin=unreachable"]
    cleared = '_streamlit_user=""; Max-Age=0; Path=/'
    for query in ("code=a&state=b", "error=access_denied&state=b"):
        status, headers = sent_back("/oauth2callback", query, 302, cleared)
        assert (status, headers["location"], headers["set-cookie"]) == (302, ["/?signin=refused"], [cleared])
    # Signed in, signed out, and any other page: as Streamlit answers.
    assert sent_back("/oauth2callback", "code=a", 302, "_streamlit_user=x; Path=/")[1]["location"] == ["/base/"]
    assert sent_back("/oauth2callback", "", 302)[1]["location"] == ["/base/"]
    assert sent_back("/elsewhere", "error=a", 400) == (400, {"location": ["/base/"]})


def test_where_people_come_by_https_the_cookies_of_a_sign_in_keep_to_it() -> None:
    given = "_streamlit_user=x; HttpOnly; Path=/"
    for secure, kept in ((True, f"{given}; Secure"), (False, given)):
        headers = sent_back("/oauth2callback", "code=a", 302, given, secure=secure)[1]
        assert headers["set-cookie"] == [kept]


# ---------------------------------------------------------------- what it tells the browser


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    policy = dict(part.split(" ", 1) for part in content_policy("<script>1</script>").split("; "))
    assert policy["default-src"] == "'none'"
    sources = {source for name, allowed in policy.items() for source in allowed.split()}
    assert {source for source in sources if not source.startswith("'")} == {"data:", "blob:"}
    assert "'unsafe-eval'" not in sources
    assert "'unsafe-inline'" not in policy["script-src"]
    assert "data:" not in policy["script-src"]


# ---------------------------------------------------------------- where it refuses to start


def started(tmp_path: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Starts the app and waits for its end, which must come by itself."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("STREAMLIT_", "YARDSTICK_"))}
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "streamlit_app.py"), "--server.port=0"]
    return subprocess.run(
        [*command, "--server.headless=true", *arguments],
        cwd=tmp_path,
        env={**kept, "HOME": str(tmp_path), **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (["--server.address=0.0.0.0"], {}),
        (["--server.address=::"], {}),
        # Nothing said is every address.
        (["--server.address="], {}),
        ([], {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}),
        ([], {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0", "YARDSTICK_ALLOW_REMOTE": "0"}),
    ],
)
def test_without_sign_in_it_starts_for_nobody_but_this_machine(
    tmp_path: Path, arguments: list[str], env: dict[str, str]
) -> None:
    ended = started(tmp_path, *arguments, **env)
    lines = (ended.stdout + ended.stderr).strip().splitlines()
    assert (ended.returncode, len(lines)) == (2, 1), lines
    assert lines[0].startswith("yardstick: server.address: ")
    assert "127.0.0.1" in lines[0]
    assert "YARDSTICK_ALLOW_REMOTE=1" in lines[0]


def test_what_is_neither_yes_nor_no_lets_nobody_in(tmp_path: Path) -> None:
    ended = started(tmp_path, "--server.address=0.0.0.0", YARDSTICK_ALLOW_REMOTE="please")
    assert (ended.returncode, ended.stderr) == (
        2,
        "yardstick: YARDSTICK_ALLOW_REMOTE: expected 1 or nothing, got 'please'.\n",
    )


def test_its_owner_can_let_other_machines_in(tmp_path: Path) -> None:
    told = {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0", "YARDSTICK_ALLOW_REMOTE": "1"}
    with running_app(ROOT / "streamlit_app.py", ROOT, tmp_path, told) as url:
        assert ask(url, "/", {"Host": "copy.example.org"}).status == 200
        assert ask(url, "/_stcore/stream", {**HANDSHAKE, "Origin": "https://elsewhere.example"}).status == 403


def test_where_there_is_a_screen_it_opens_itself_in_the_browser(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    os.mkfifo(opened)
    reader = os.open(opened, os.O_RDONLY | os.O_NONBLOCK)
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nexec printf %s "$1" > {opened}\n', encoding="utf-8")
    browser.chmod(0o755)
    told = {"BROWSER": f"{browser} %s"}
    with running_app(ROOT / "streamlit_app.py", ROOT, tmp_path, told, headless=False) as url:
        written, _, _ = select.select([reader], [], [], 60)
        assert written
        assert os.read(reader, 200).decode() == url
        assert f"Yardstick: {url}" in (tmp_path / "app.log").read_text(encoding="utf-8")
    os.close(reader)


@pytest.mark.parametrize(
    ("address", "signs_in", "remote", "fine"),
    [
        ("127.0.0.1", False, False, True),
        ("localhost", False, False, True),
        ("0.0.0.0", False, False, False),
        ("desk.local", False, False, False),
        ("", False, False, False),
        (None, False, False, False),
        (None, True, False, True),
        ("0.0.0.0", False, True, True),
    ],
)
def test_where_it_may_listen(address: str | None, signs_in: bool, remote: bool, fine: bool) -> None:
    if fine:
        check_binding(address, signs_in=signs_in, remote=remote)
    else:
        with pytest.raises(InputError, match=r"^server\.address: "):
            check_binding(address, signs_in=signs_in, remote=remote)


def test_only_one_value_allows_other_machines() -> None:
    assert [remote_allowed(env) for env in ({}, {"YARDSTICK_ALLOW_REMOTE": ""}, {"YARDSTICK_ALLOW_REMOTE": "1"})] == [
        False,
        False,
        True,
    ]


def test_the_command_takes_an_address_and_passes_the_refusal_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "assistant.cli", "app", "--port", str(free_port()), "--address", "0.0.0.0"]
    env = {key: value for key, value in os.environ.items() if not key.startswith("YARDSTICK_")}
    path = os.pathsep.join(filter(None, (str(ROOT), env.get("PYTHONPATH"))))
    ended = subprocess.run(
        command,
        cwd=tmp_path,
        env={**env, "PYTHONPATH": path, "HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1), ended.stderr
    assert ended.stderr.startswith("yardstick: server.address: 0.0.0.0: other machines could use Yardstick")


def test_the_command_names_the_address_itself_so_that_no_variable_can() -> None:
    assert "--server.address=127.0.0.1" in flags(8501)


@pytest.mark.parametrize(
    ("secrets", "said"),
    [
        ("[auth", ".streamlit/secrets.toml: "),
        ("auth = 1", "auth: expected a table"),
        ("[auth]", "auth.redirect_uri: expected a text"),
        ('[auth]\nredirect_uri = "https://copy.example.org/"', "auth.redirect_uri: expected this app's own address"),
        (
            '[auth]\nredirect_uri = "https://copy.example.org/oauth2callback"\ncookie_secret = "short"',
            "auth.cookie_secret: expected 32 characters or more",
        ),
    ],
)
def test_sign_in_half_set_up_is_one_line_and_no_server(tmp_path: Path, secrets: str, said: str) -> None:
    folder = tmp_path / ".streamlit"
    folder.mkdir()
    (folder / "secrets.toml").write_text(secrets, encoding="utf-8")
    ended = started(tmp_path)
    assert (ended.returncode, len(ended.stderr.strip().splitlines())) == (2, 1), ended.stderr
    assert said in ended.stderr
