"""Asks the peers, each in a process of its own. Whatever goes wrong with one is a word in its line, never an error."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.schema import Lang
from evals.bench.pace import Pace

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv-bench"
# Long enough for a steady rate, short enough that nobody goes for coffee.
BUDGET_S = 4.0
# Loading takes seconds for some; a peer that hangs must not hold up the rest.
PATIENCE_S = 120.0


@dataclass(frozen=True, slots=True)
class Peer:
    """Another tool's pace over the same pages, or why there is none."""

    name: str
    lang: Lang
    pace: Pace | None
    version: str = ""
    why: str = ""


def _python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def ask_python_peer(name: str, lang: Lang, pages: Sequence[str], venv: Path = VENV) -> Peer:
    """The pace of one of `evals.bench.peer.PEERS`."""
    python = _python(venv)
    if not python.exists():
        return Peer(name, lang, None, why="not installed; `make bench` installs it")
    return _ask(name, lang, [str(python), "-m", "evals.bench.peer", name, lang, str(BUDGET_S)], pages)


def ask_write_good(pages: Sequence[str], venv: Path = VENV) -> Peer:
    """write-good's pace over English pages, where Node.js and the package are found."""
    name: str = "write-good"
    node = shutil.which("node")
    if node is None:
        return Peer(name, "en", None, why="Node.js is not installed")
    if not (venv / "node_modules" / name).is_dir():
        return Peer(name, "en", None, why="not installed; `make bench` installs it where npm is found")
    script = Path(__file__).with_name("peer_write_good.cjs")
    return _ask(name, "en", [node, str(script), str(BUDGET_S)], pages, {"NODE_PATH": str(venv / "node_modules")})


def _ask(name: str, lang: Lang, command: list[str], pages: Sequence[str], env: dict[str, str] | None = None) -> Peer:
    try:
        done = subprocess.run(
            command,
            input=json.dumps(pages),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            cwd=ROOT,
            env=env,
            check=True,
        )
        answer = json.loads(done.stdout.splitlines()[-1])
        return Peer(name, lang, Pace(answer["chars"], answer["seconds"], answer["found"]), answer["version"])
    except subprocess.TimeoutExpired:
        return Peer(name, lang, None, why=f"gave no answer within {PATIENCE_S:.0f} s")
    except subprocess.CalledProcessError as error:
        last = (error.stderr or "").strip().splitlines()[-1:] or [f"exit status {error.returncode}"]
        return Peer(name, lang, None, why=f"failed: {last[0][:100]}")
    except (OSError, ValueError, KeyError, IndexError) as error:
        return Peer(name, lang, None, why=f"failed: {error}")
