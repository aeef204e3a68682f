"""`yardstick app`: starts the browser app, on this machine unless another address is given."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path

from assistant.errors import Exit, InputError

# The wheel carries the starting script beside the pages; a checkout has it at the top.
_PLACES = (Path(__file__).parents[2] / "streamlit_app.py", Path(__file__).parents[1] / "ui" / "streamlit_app.py")


LOOPBACK = "127.0.0.1"


def flags(port: int, address: str = LOOPBACK) -> list[str]:
    """Streamlit's settings for one person's machine: loopback, no telemetry, no watching of files, no greeting."""
    return [
        f"--server.address={address}",
        f"--server.port={port}",
        "--browser.gatherUsageStats=false",
        "--server.fileWatcherType=none",
        "--server.showEmailPrompt=false",
        "--logger.hideWelcomeMessage=true",
        "--client.toolbarMode=minimal",
        "--client.showErrorDetails=none",
        # Without a screen there is no browser to open: the address is printed instead.
        f"--server.headless={'false' if _has_screen() else 'true'}",
    ]


def _has_screen() -> bool:
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(args: argparse.Namespace) -> int:
    """Runs until interrupted. Raises `InputError` for a port that is taken or out of range.

    The app itself refuses an address where others could use it, and says where it is once it can be reached.
    """
    if not 1 <= args.port <= 65535:
        raise InputError(f"--port: expected 1 to 65535, got {args.port}.")
    with socket.socket() as probe:
        if probe.connect_ex((LOOPBACK, args.port)) == 0:
            raise InputError(
                f"--port: {args.port} is already in use. Try --port {args.port + 1 if args.port < 65535 else 8502}."
            )
    script = next((path for path in _PLACES if path.exists()), None)
    if script is None:
        raise InputError("app: streamlit_app.py is missing from this installation. Install the package again.")
    command = [sys.executable, "-m", "streamlit", "run", str(script), *flags(args.port, args.address)]
    status = subprocess.call(command)
    return Exit.USAGE if status == Exit.USAGE else Exit.FAILED if status else Exit.FINE
