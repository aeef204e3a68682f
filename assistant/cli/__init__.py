"""The `yardstick` command: parses, calls, prints. Each subcommand is a module that is imported when it is asked for."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from assistant.cli.parser import make_parser
from assistant.errors import Exit, YardstickError


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; a user's mistake is one line on stderr, never a traceback."""
    # The interface is UTF-8 whatever the terminal believes; bytes that are none are named where they are read.
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    try:
        args = make_parser().parse_args(argv)
        run = args.load()
        return int(run(args))
    except YardstickError as error:
        print(f"yardstick: {error}", file=sys.stderr)
        return int(error.status)
    except BrokenPipeError:
        # The reader has gone (| head): that is its right, and no error of ours.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.FINE)
    except KeyboardInterrupt:
        print("yardstick: interrupted; nothing was half-written.", file=sys.stderr)
        return int(Exit.INTERRUPTED)
