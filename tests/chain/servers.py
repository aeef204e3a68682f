"""Chat-completions servers on loopback for tests: one that fails on purpose, one that replays recorded answers."""

from __future__ import annotations

import json
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Answer:
    """One scripted answer. `body` is sent as it is (str) or as JSON; `fault` breaks the connection instead:
    "silent" sends nothing until the server stops, "hang up" closes at once, "cut" closes in the middle of the body.
    """

    status: int = 200
    body: Any = ""
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    fault: str = ""


@dataclass(frozen=True)
class Request:
    path: str
    headers: dict[str, str]
    body: dict[str, Any]


def completion(
    content: str | None, *, finish: str | None = "stop", usage: bool = True, **message: Any
) -> dict[str, Any]:
    """A chat.completion object with this content."""
    whole: dict[str, Any] = {
        "id": "chatcmpl-test",
        "object": "chat.completion",
        "created": 0,
        "model": "test-model",
        "choices": [
            {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
        ],
    }
    if usage:
        whole["usage"] = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    return whole


class ScriptedServer:
    """Gives the scripted answers in order. A request beyond the script, or an answer left over, fails the test."""

    def __init__(self, script: Sequence[Answer]) -> None:
        self.script = list(script)
        self.requests: list[Request] = []
        self.beyond = 0
        self.stopped = threading.Event()

    def answer(self, request: Request) -> Answer:
        self.requests.append(request)
        if not self.script:
            self.beyond += 1
            return Answer(500, {"error": {"message": "the script has run dry"}})
        return self.script.pop(0)


class ReplayServer:
    """Answers from a recording by `x-replay-key`; `changed` lists the keys whose messages are no longer the recorded."""

    def __init__(self, recording: Path) -> None:
        exchanges = (json.loads(line) for line in recording.read_text(encoding="utf-8").splitlines())
        self.exchanges = {exchange["key"]: exchange for exchange in exchanges}
        self.changed: list[str] = []
        self.stopped = threading.Event()

    def answer(self, request: Request) -> Answer:
        key = request.headers.get("x-replay-key", "")
        exchange = self.exchanges.get(key)
        if exchange is None:
            return Answer(404, {"error": {"message": f"nothing is recorded under the name {key!r}"}})
        if exchange["request"]["messages"] != request.body["messages"]:
            self.changed.append(key)
        return Answer(body=completion(exchange["answer"]))


def _handler(answer_to: Callable[[Request], Answer], stopped: threading.Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_POST(self) -> None:
            length = int(self.headers.get("content-length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            sent = self.rfile.read(length)
            # Whoever sends anything but JSON is not the chain; the call still has to count.
            body = json.loads(sent) if headers.get("content-type") == "application/json" else {}
            answer = answer_to(Request(self.path, headers, body))
            if answer.fault == "silent":
                stopped.wait()
            if answer.fault in {"silent", "hang up"}:
                return
            payload = (answer.body if isinstance(answer.body, str) else json.dumps(answer.body)).encode()
            self.send_response(answer.status)
            self.send_header("content-type", answer.content_type)
            self.send_header("content-length", str(len(payload)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(payload[: len(payload) // 2] if answer.fault == "cut" else payload)

        do_GET = do_POST  # noqa: N815 - the name is the base class's

    return Handler


@contextmanager
def serving(server: ScriptedServer | ReplayServer, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Runs the server on a free port of 127.0.0.1; gives its base URL."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server.answer, server.stopped))
    http.daemon_threads = True
    if tls:
        http.socket = tls.wrap_socket(http.socket, server_side=True)
    http.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client may leave
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{http.server_port}/v1"
    finally:
        server.stopped.set()
        http.shutdown()
        http.server_close()
        thread.join()
    if isinstance(server, ScriptedServer):
        assert server.beyond == 0, f"{server.beyond} calls more than the script has answers"
        assert not server.script, f"{len(server.script)} scripted answers were never asked for"


def replayed_from(recording: Path) -> Iterator[str]:
    """The address of a server that replays a recording; warns at its end of prompts that are no longer the recorded."""
    server = ReplayServer(recording)
    with serving(server) as url:
        yield url
    if server.changed:
        warnings.warn(f"recorded for other prompts than today's: {', '.join(server.changed)}", stacklevel=1)
