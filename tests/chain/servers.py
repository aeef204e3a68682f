"""Chat-completions servers on loopback for tests: one that fails on purpose, one that replays recorded answers."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

# A test that forgets its event must not hang.
_PATIENCE_S = 120.0


@dataclass(frozen=True)
class Answer:
    """One scripted answer. `body` is sent as it is (str, bytes) or as JSON, `events` as a stream of them, one piece each.

    A `threading.Event` among the events is no piece: what stands behind it is sent once the test has set it.

    `fault` breaks the connection: "silent" sends nothing until the client leaves, "hang up" closes at once, "reset"
    resets it, "cut" closes in the middle of a body or after the events, "stall" sends body or events and then nothing
    more until the client leaves, "endless" sends the body again and again until then. A stream without a fault is
    closed after its events, without another word.
    """

    status: int = 200
    body: Any = ""
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    fault: str = ""
    events: tuple[Any, ...] = ()


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


def chunk(
    content: str | None = None, *, finish: str | None = None, usage: dict[str, Any] | None = None, **delta: Any
) -> dict[str, Any]:
    """A chat.completion.chunk object; with `usage` and nothing else the one that follows the last."""
    if content is not None:
        delta["content"] = content
    choices = [{"index": 0, "delta": delta, "finish_reason": finish}] if delta or finish or usage is None else []
    whole = {"id": "chatcmpl-test", "object": "chat.completion.chunk", "created": 0, "model": "test-model"}
    return {**whole, "choices": choices, "usage": usage}


USAGE = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18, "prompt_tokens_details": {"cached_tokens": 8}}


def streamed(*pieces: str, finish: str | None = "stop", usage: bool = True) -> tuple[Any, ...]:
    """The events of a whole stream with this content."""
    end = (chunk(finish=finish), *((chunk(usage=USAGE),) if usage else ()), "[DONE]")
    return (chunk(role="assistant", content=""), *(chunk(piece) for piece in pieces), *end)


class ScriptedServer:
    """Gives the scripted answers in order. A request beyond the script, or an answer left over, fails the test."""

    def __init__(self, script: Sequence[Answer]) -> None:
        self.script = list(script)
        self.requests: list[Request] = []
        self.beyond = 0
        self.stopped = threading.Event()
        self.asked = threading.Event()
        self.left = threading.Event()

    def answer(self, request: Request) -> Answer:
        self.requests.append(request)
        self.asked.set()
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
        self.left = threading.Event()

    def answer(self, request: Request) -> Answer:
        key = request.headers.get("x-replay-key", "")
        exchange = self.exchanges.get(key)
        if exchange is None:
            return Answer(404, {"error": {"message": f"nothing is recorded under the name {key!r}"}})
        if exchange["request"]["messages"] != request.body["messages"]:
            self.changed.append(key)
        return Answer(body=completion(exchange["answer"]))


def _handler(server: ScriptedServer | ReplayServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_POST(self) -> None:
            self.close_connection = True
            length = int(self.headers.get("content-length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            sent = self.rfile.read(length)
            # Whoever sends anything but JSON is not the chain; the call still has to count.
            body = json.loads(sent) if headers.get("content-type") == "application/json" else {}
            answer = server.answer(Request(self.path, headers, body))
            if answer.fault == "silent":
                self._wait_for_the_end()
            elif answer.fault == "reset":
                # Closed with no time to linger, a socket says RST instead of FIN.
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
            elif answer.fault != "hang up":
                self._give(answer)

        do_GET = do_POST  # noqa: N815 - the name is the base class's

        def _give(self, answer: Answer) -> None:
            payload = answer.body if isinstance(answer.body, str | bytes) else json.dumps(answer.body)
            payload = payload if isinstance(payload, bytes) else payload.encode()
            streams = bool(answer.events)
            self.send_response(answer.status)
            self.send_header("content-type", "text/event-stream" if streams else answer.content_type)
            self.send_header("connection", "close")
            if streams or answer.fault == "endless":
                self.send_header("transfer-encoding", "chunked")
            else:
                self.send_header("content-length", str(len(payload) + (answer.fault == "stall")))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                if streams or answer.fault == "endless":
                    self._give_in_chunks(answer, payload)
                else:
                    self.wfile.write(payload[: len(payload) // 2] if answer.fault == "cut" else payload)
            except OSError:
                server.left.set()
            if answer.fault == "stall":
                self._wait_for_the_end()

        def _give_in_chunks(self, answer: Answer, payload: bytes) -> None:
            for event in answer.events:
                if isinstance(event, threading.Event):
                    event.wait(_PATIENCE_S)
                    continue
                written = event if isinstance(event, str) else json.dumps(event)
                self._give_chunk(f"data: {written}\n\n".encode())
            while answer.fault == "endless" and not server.stopped.is_set():
                self._give_chunk(payload)
            if not answer.fault:
                self.wfile.write(b"0\r\n\r\n")

        def _give_chunk(self, data: bytes) -> None:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

        def _wait_for_the_end(self) -> None:
            """The connection's: nothing more comes from a client that waits, so reading returns when it leaves."""
            with suppress(OSError):
                self.rfile.read(1)
            server.left.set()

    return Handler


@contextmanager
def serving(server: ScriptedServer | ReplayServer, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Runs the server on a free port of 127.0.0.1; gives its base URL."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
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
