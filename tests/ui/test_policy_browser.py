"""What the browser lets through, and what leaves the machine: nothing, with no model configured."""

from __future__ import annotations

import http.client
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.conftest import running_app
from tests.ui.browsing import EVERY, Open, opening
from tests.ui.test_serving import HANDSHAKE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from assistant.schema import Lang

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation",
    event => window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
# Python imports this by itself at the start of every process; each sees to its own.
HOOK = """
import os, sys

def _note(event, arguments):
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        _write(event, arguments[1])
    elif event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        _write(event, arguments[0])

def _write(event, where):
    line = repr((event, where if isinstance(where, tuple) else (where,))) + "\\n"
    # Not `open`, which is an event as well.
    file = os.open(os.environ["CONNECTIONS"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, line.encode())
    os.close(file)

sys.addaudithook(_note)
_write("started", ("127.0.0.1",))
"""


@pytest.fixture
def open_page(browser: Browser, app_url: str) -> Iterator[Open]:
    with opening(browser, app_url) as open_at:
        yield open_at


def write_an_example(page: Page) -> None:
    page.locator(".st-key-example_0 button").click()
    page.locator(".ys-source").first.wait_for()
    page.locator(".st-key-write button").click()
    page.locator(".ys-sheet").wait_for()


@pytest.mark.parametrize(("lang", "width"), EVERY)
def test_the_app_needs_nothing_that_its_policy_forbids(browser: Browser, app_url: str, lang: Lang, width: int) -> None:
    with opening(browser, app_url) as open_at:
        page = open_at(lang, width)
        page.add_init_script(LISTEN)
        page.reload()
        page.locator(".st-key-write button").wait_for()
        write_an_example(page)
        page.locator(".st-key-ys-draft summary").first.click()
        with page.expect_download():
            page.locator("[data-testid=stDownloadButton] button").first.click()
        assert page.evaluate("window.violations") == []
        assert page.evaluate("document.documentElement.lang") == lang


class _Elsewhere(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        body = b"<iframe></iframe>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def elsewhere() -> Iterator[Any]:
    """Another site, as far as the browser knows: another port. Keeps what it was asked."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


PLANTS = {
    "img-src": "<img src='{0}/img.png'>",
    "style-src-elem": "<link rel='stylesheet' href='{0}/style.css'>",
    "style-src-elem import": "<style>@import url('{0}/import.css');</style>",
    "img-src style": "<p style='background: url({0}/back.png)'>x</p>",
    "font-src": "<style>@font-face {{ font-family: Far; src: url('{0}/font.woff2'); }} i {{ font-family: Far; }}</style>"
    "<i>x</i>",
    "media-src": "<video src='{0}/film.mp4'></video>",
    "frame-src": "<iframe src='{0}/frame'></iframe>",
    "frame-src srcdoc": "<iframe src='data:text/html,x'></iframe>",
    "object-src": "<object data='{0}/object'></object>",
    "base-uri": "<base href='{0}/'>",
    "script-src-elem": "<script src='{0}/script.js'></script>",
    "script-src-elem inline": "<script>window.struck = 1</script>",
    "script-src-attr": "<img src='data:,' onerror='window.struck = 1'>",
    "form-action": "<form method='post' action='{0}/form'><button>x</button></form>",
}
# As a script would that got past everything else; `innerHTML` by itself runs none.
PLANT = """
async markup => {
  const violated = new Promise(resolve =>
      document.addEventListener("securitypolicyviolation", event => resolve(event.effectiveDirective), { once: true }));
  document.body.append(document.createRange().createContextualFragment(`<div id="planted">${markup}</div>`));
  document.querySelector("#planted form")?.requestSubmit();
  const directive = await violated;
  document.querySelector("#planted").remove();
  return directive;
}
"""


def test_what_is_planted_in_the_page_fetches_nothing_and_sends_nothing(open_page: Open, elsewhere: Any) -> None:
    page = open_page()
    address, site = page.url, f"http://127.0.0.1:{elsewhere.server_port}"
    stopped_by = {kind: page.evaluate(PLANT, markup.format(site)) for kind, markup in PLANTS.items()}
    assert stopped_by == {kind: kind.split()[0] for kind in PLANTS}
    assert page.evaluate("window.struck") is None
    assert (elsewhere.asked, page.url) == ([], address)


CALLS = ("fetch('http://{0}/data')", "new WebSocket('ws://{0}/socket')", "navigator.sendBeacon('http://{0}/beacon')")


def test_a_script_in_the_page_reaches_nobody_else(open_page: Open, elsewhere: Any) -> None:
    page = open_page()
    page.evaluate(LISTEN)
    for number, call in enumerate(CALLS, 1):
        made = call.format(f"127.0.0.1:{elsewhere.server_port}")
        page.evaluate(f"() => {{ try {{ const made = {made}; made.catch?.(() => 0); }} catch {{}} }}")
        page.wait_for_function("number => window.violations.length >= number", arg=number)
    assert {violation.split()[0] for violation in page.evaluate("window.violations")} == {"connect-src"}
    assert elsewhere.asked == []


def test_another_site_cannot_frame_the_app(open_page: Open, app_url: str, elsewhere: Any) -> None:
    from playwright.sync_api import Error

    other = open_page().context.new_page()
    other.goto(f"http://127.0.0.1:{elsewhere.server_port}/")
    with pytest.raises(Error, match="ERR_BLOCKED_BY_RESPONSE"):
        other.frames[1].goto(f"{app_url}/")


def connections(log: Path) -> list[tuple[str, tuple[object, ...]]]:
    """What the processes asked the network for."""
    from ast import literal_eval

    return [literal_eval(line) for line in log.read_text(encoding="utf-8").splitlines()]


def is_here(where: object) -> bool:
    """Whether a host, or the path of a local socket, is on this machine."""
    if where is None or (isinstance(where, str | bytes) and os.fsdecode(where).startswith(("/", "\0"))):
        return True
    try:
        return ip_address(str(where)).is_loopback
    except ValueError:
        return where == "localhost"


@pytest.fixture
def hooked(tmp_path: Path) -> dict[str, str]:
    """The surroundings in which a Python notes each address that it turns to."""
    folder = tmp_path / "hook"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    return {"PYTHONPATH": path, "CONNECTIONS": str(tmp_path / "connections")}


def test_with_no_model_nothing_leaves_the_machine(browser: Browser, tmp_path: Path, hooked: dict[str, str]) -> None:
    from playwright.sync_api import expect

    with running_app(ROOT / "streamlit_app.py", ROOT, tmp_path, hooked) as url, opening(browser, url) as open_at:
        page = open_at()
        write_an_example(page)
        page.get_by_role("radio", name="繁體中文").click()
        expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
        page.locator(".st-key-facts textarea").fill("重量：348 克\nhttps://elsewhere.example/page")
        page.locator(".st-key-write button").click()
        expect(page.locator(".ys-source").first).to_contain_text("elsewhere.example")
        page.reload()
        page.locator(".st-key-write button").wait_for()
        # Streamlit would look up this machine's address on the internet, to compare the origin with it.
        stranger = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
        stranger.request("GET", "/_stcore/stream", headers={**HANDSHAKE, "Origin": "https://elsewhere.example"})
        assert stranger.getresponse().status == 403
        stranger.close()
    found = connections(Path(hooked["CONNECTIONS"]))
    assert ("started", ("127.0.0.1",)) in found
    assert [call for call in found if not is_here(call[1][0])] == []


def test_a_connection_would_be_noticed(hooked: dict[str, str]) -> None:
    code = (
        "import socket\n"
        "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.connect(('192.0.2.1', 9))\n"
        "try: socket.getaddrinfo('elsewhere.invalid', 80)\n"
        "except OSError: pass\n"
    )
    # A machine without any network refuses the connection; it was asked for all the same.
    subprocess.run([sys.executable, "-c", code], env={**os.environ, **hooked}, capture_output=True, check=False)
    found = {where[0] for _, where in connections(Path(hooked["CONNECTIONS"])) if not is_here(where[0])}
    assert "192.0.2.1" in found
