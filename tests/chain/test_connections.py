"""Servers that are not reached, not trusted or silent, and what is tried again, over real HTTP."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.chain.faulty import GOOD_ANSWER, HTML, ask, complaint, error_body
from tests.chain.servers import Answer, ScriptedServer, serving


def test_a_refused_connection_at_each_of_several_addresses_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"127.0.0.{last}", port)) for last in (1, 1)]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        line = complaint(f"http://models.example:{port}/v1")
    assert line == "Nothing answers at HOST (connection refused). Start the server, or check OPENAI_BASE_URL."


def test_a_closed_port_is_a_refused_connection() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound but not listening: nobody else can take the port meanwhile
        line = complaint(f"http://127.0.0.1:{held.getsockname()[1]}/v1")
    assert line == "Nothing answers at HOST (connection refused). Start the server, or check OPENAI_BASE_URL."


def test_an_unknown_host_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def not_found(*args: Any, **kwargs: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", not_found)
    line = complaint("https://api.exmaple.invalid/v1")
    assert line == "There is no server named HOST. Check OPENAI_BASE_URL and the network connection."


def test_an_unreachable_network_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_route(*args: Any, **kwargs: Any) -> Any:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", no_route)
    line = complaint("http://127.0.0.1:9/v1")
    assert line == "HOST can't be reached. Check the network connection and OPENAI_BASE_URL."


def test_https_to_a_server_without_tls_is_a_tls_fault() -> None:
    with serving(ScriptedServer([])) as base_url:
        line = complaint(base_url.replace("http://", "https://"))
    assert line.startswith("No secure connection to HOST (")
    assert line.endswith("begins with https:// only where the server speaks it, and its certificate.")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl, which makes the certificate, is not installed")
def test_a_certificate_that_nobody_vouches_for_is_a_tls_fault(tmp_path: Path) -> None:
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    making = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    making += ["-keyout", str(key), "-out", str(cert), "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run(making, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    with serving(ScriptedServer([]), tls=context) as base_url:
        line = complaint(base_url)
    assert line.startswith("No secure connection to HOST (self-signed certificate). Check")


def test_a_silent_server_is_left_after_the_time_out() -> None:
    with serving(ScriptedServer([Answer(fault="silent")])) as base_url:
        line = complaint(base_url, timeout_s=0.2)
    assert line == (
        "HOST did not answer within 0.2 s. Try again, use a faster model, or set YARDSTICK_TIMEOUT_S to more seconds."
    )


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_a_fault_that_may_pass_is_tried_again_as_often_as_set(status: int) -> None:
    passing = Answer(status, error_body("soon"), {"retry-after": "0"})
    with serving(ScriptedServer([passing, passing, GOOD_ANSWER])) as base_url:
        assert ask(base_url, retries=2).texts["headline"] == "H"
    with serving(ScriptedServer([passing, passing])) as base_url:
        assert f"({status})" in complaint(base_url, retries=1)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(401, error_body("no")),
        Answer(403, error_body("no")),
        Answer(404, error_body("no")),
        Answer(429, error_body("wait"), {"retry-after": "11"}),
        Answer(429, error_body("pay", code="insufficient_quota"), {"retry-after": "0"}),
        Answer(503, error_body("wait"), {"retry-after": "600"}),
        Answer(200, HTML, content_type="text/html"),
    ],
    ids=lambda answer: f"{answer.status} {answer.headers}",
)
def test_a_fault_that_stays_is_not_tried_again(answer: Answer) -> None:
    server = ScriptedServer([answer])
    with serving(server) as base_url:
        complaint(base_url, retries=3)
    assert len(server.requests) == 1
