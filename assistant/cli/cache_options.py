"""The grammar of `yardstick cache`; nothing is imported to print it."""

from __future__ import annotations

import argparse

SUMMARY = (
    "The kept replies of language models: a rerun asks nothing again, and costs nothing. Show how many, clear them."
)

EXAMPLES = (
    "  yardstick cache show\n  yardstick cache clear\n  yardstick cache clear --older-than 30\n\n"
    "they are in yardstick.db in the folder that YARDSTICK_DATA names, or the database that YARDSTICK_STORE names"
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The grammar of the command."""
    parser.add_argument("action", choices=("show", "clear"))
    parser.add_argument(
        "--older-than", type=float, metavar="DAYS", help="clear: only what was saved more than so many days ago"
    )
