"""The app as a process of its own with an empty home, and a real browser that looks at it. Loopback only."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import TYPE_CHECKING

from evals.bench.peers import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATIENCE_S = 120.0
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_QUIET = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")
NO_BROWSER = "no browser found: apt-get install chromium, or .venv/bin/playwright install chromium"


@dataclass(frozen=True, slots=True)
class Running:
    """Where it is, the number of its process, where it keeps the work, how long it took until it answered."""

    url: str
    pid: int
    data: Path
    start_s: float

    @property
    def peak_mb(self) -> float | None:
        """The most memory that it has held so far, resident; None where the system does not tell."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return None
        line = next(one for one in status.read_text(encoding="ascii").splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) / 1000


@contextmanager
def running() -> Iterator[Running]:
    """The app, started as `make app` starts it, with no model; once it answers."""
    with tempfile.TemporaryDirectory() as home:
        port, data = _free_port(), Path(home) / "data"
        private = ("OPENAI_", "LANGCHAIN_", "LANGSMITH_", "YARDSTICK_", "STREAMLIT_")
        env = {key: value for key, value in os.environ.items() if not key.startswith(private)}
        env |= {"HOME": home, "YARDSTICK_DATA": str(data)}
        command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", f"--server.port={port}"]
        started = perf_counter()
        app = subprocess.Popen(
            [*command, "--server.headless=true"],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_until_it_answers(app, port)
            yield Running(f"http://127.0.0.1:{port}", app.pid, data, perf_counter() - started)
        finally:
            app.kill()
            app.wait()


@contextmanager
def browsing() -> Iterator[Browser]:
    """A headless Chromium. Raises `FileNotFoundError` where there is none."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        named = os.environ.get("YARDSTICK_CHROMIUM")
        found = (named, *(shutil.which(name) for name in _NAMES), own if Path(own).exists() else None)
        path = next((one for one in found if one), None)
        if path is None:
            raise FileNotFoundError(NO_BROWSER)
        # Chromium refuses to run as root with its sandbox.
        root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
        chromium = playwright.chromium.launch(executable_path=path, args=[*_QUIET, *root])
        try:
            yield chromium
        finally:
            chromium.close()


def open_page(browser: Browser, url: str) -> Page:
    """The page to write on in a browser of its own with nothing in its cache, once it can be used.

    That is: its button to write can be pressed, and nothing is being drawn any more.
    """
    page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB").new_page()
    page.set_default_timeout(PATIENCE_S * 1000)
    page.goto(url, wait_until="commit")
    page.locator(".st-key-write button:enabled").wait_for()
    settle(page)
    return page


def settle(page: Page) -> None:
    """Waits until nothing is being drawn."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(app: subprocess.Popen[bytes], port: int) -> None:
    end = monotonic() + PATIENCE_S
    while app.poll() is None and monotonic() < end:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            sleep(0.02)
        finally:
            connection.close()
    raise RuntimeError(f"the app did not start (exit status {app.poll()})")
