"""The options of `yardstick lint`."""

from __future__ import annotations

import argparse

from assistant.cli import model_options

EXAMPLES = (
    "  yardstick lint page.md site/ --level warning\n"
    "  echo 'Our flagship product.' | yardstick lint -\n"
    "  yardstick lint --lang zh-Hant --format json page.txt\n"
    "  yardstick lint --changed main --format github\n"
    "  yardstick lint site/ --fix --dry-run\n"
    "  yardstick lint site/ --questions questions.md\n"
    "  OPENAI_API_KEY=… yardstick lint page.md --model gpt-5-mini"
)
FORMATS = ("text", "json", "sarif", "github", "junit")
LEVELS = ("information", "suggestion", "warning", "error")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Adds what only `lint` has; language and market are added as for the other commands."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="files, folders (.txt, .md, .html in them), or - for standard input (default)",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print (default: text)")
    parser.add_argument("--jsonl", action="store_true", help="JSON lines in, JSON lines out")
    parser.add_argument(
        "--kind", choices=("text", "markdown", "html"), help="how to read (default: by the file's name)"
    )
    parser.add_argument(
        "--level", choices=LEVELS, help="the least level that is shown (default: suggestion); warnings and errors fail"
    )
    parser.add_argument("--config", metavar="FILE", help="a project file (default: yardstick.toml, found upwards)")
    parser.add_argument("--rules", metavar="FOLDER", action="append", default=[], help="own rules, Vale rules too")
    model_options.add_options(
        parser, "shows a model's second opinion beside findings in doubt; without this option none is ever asked"
    )
    parser.add_argument("--questions", metavar="FILE", help="write the customers' questions to FILE.md or FILE.csv")
    changes = parser.add_mutually_exclusive_group()
    changes.add_argument("--changed", metavar="REF", help="only lines changed since a commit, branch or tag of git")
    changes.add_argument("--diff", metavar="FILE", help="only lines that a unified diff adds; - reads standard input")
    parser.add_argument("--fix", action="store_true", help="make replacements that cannot change a fact")
    parser.add_argument("--dry-run", action="store_true", help="with --fix: show them as a diff, write nothing")
