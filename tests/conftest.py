"""What every test can ask for: a real browser, and the app running on loopback.

Tests run with sockets closed but for loopback (pyproject.toml, pytest-socket).
"""

from __future__ import annotations

import http.client
import itertools
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

ROOT = Path(__file__).resolve().parents[1]
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Chromium talks to its makers at every start unless each of these is switched off.
_QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_ADVICE = (
    "no browser found. Debian, Ubuntu: apt-get install chromium fonts-noto-cjk; "
    "elsewhere: .venv/bin/playwright install chromium"
)
# A slow machine that is also running other tests; the wait ends as soon as the app answers.
_START_S = 90.0

# No deadline: a busy machine is not a defect.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", settings.get_profile("suite"), max_examples=5000)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def _data_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new path at each step; nothing is made there unless a test opens a store."""
    folder = tmp_path_factory.mktemp("data")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _own_data_folder(_data_folders: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what the user's own store remembers, or what another test has put there."""
    monkeypatch.setenv("YARDSTICK_DATA", str(next(_data_folders)))
    monkeypatch.delenv("YARDSTICK_STORE", raising=False)
    profiles = sys.modules.get("assistant.chain.profiles")
    if profiles is not None:
        # Another test's server may have had the same port.
        profiles.REMEMBERED.clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each module of browser tests stays in one process, with one browser and one app; the largest begin first."""
    modules = sorted({item.path for item in items if {"browser", "app_url"} & set(getattr(item, "fixturenames", ()))})
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "browser" in asked:
            item.add_marker(pytest.mark.browser)
        if asked & {"browser", "app_url"}:
            item.add_marker(pytest.mark.xdist_group(f"app-{modules.index(item.path)}"))


def _find_chromium(playwright: Playwright) -> str | None:
    named = os.environ.get("YARDSTICK_CHROMIUM")
    own = playwright.chromium.executable_path
    found = (named, *(shutil.which(name) for name in _NAMES), own if Path(own).exists() else None)
    return next((path for path in found if path), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; skips where there is none, fails there under YARDSTICK_REQUIRE_BROWSER=1.

    One for each module, not one for the session: while Playwright runs, no other test in the process can use
    `asyncio.run`.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = _find_chromium(playwright)
        if path is None:
            if os.environ.get("YARDSTICK_REQUIRE_BROWSER") == "1":
                pytest.fail(_ADVICE, pytrace=False)
            pytest.skip(_ADVICE)
        # Chromium refuses to run as root with its sandbox.
        root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
        chromium = playwright.chromium.launch(executable_path=path, args=[*_QUIET, *root])
        yield chromium
        chromium.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def start_app(
    script: Path,
    folder: Path,
    home: Path,
    port: int,
    told: Mapping[str, str] | None = None,
    headless: bool = True,
) -> subprocess.Popen[bytes]:
    """The app's process, once it answers; see `running_app`. Whoever starts it ends it."""
    private = ("OPENAI_", "LANGCHAIN_", "LANGSMITH_", "YARDSTICK_", "STREAMLIT_")
    env = {key: value for key, value in os.environ.items() if not key.startswith(private)}
    env |= {"HOME": str(home), "YARDSTICK_DATA": str(home / "data"), **(told or {})}
    options = [f"--server.port={port}", f"--server.headless={str(headless).lower()}"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    log = home / "app.log"
    with log.open("ab") as output:
        app = subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    end = time.monotonic() + _START_S
    while not _healthy(port):
        if app.poll() is not None or time.monotonic() > end:
            app.kill()
            app.wait()
            pytest.fail(f"the app did not start:\n{log.read_text('utf-8', 'replace')}", pytrace=False)
        time.sleep(0.1)
    return app


@contextmanager
def running_app(
    script: Path, folder: Path, home: Path, told: Mapping[str, str] | None = None, headless: bool = True
) -> Iterator[str]:
    """The address of the app, started from a folder: no key, the given home with a data folder in it, whatever its
    configuration says of hosts. `told` are variables beside those, such as the ones that name a model.
    """
    port = free_port()
    app = start_app(script, folder, home, port, told, headless)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        app.terminate()
        try:
            app.wait(15)
        except subprocess.TimeoutExpired:
            app.kill()
            app.wait()


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, started as `make app` starts it, with no key and an empty home."""
    with running_app(ROOT / "streamlit_app.py", ROOT, tmp_path_factory.mktemp("home")) as url:
        yield url
