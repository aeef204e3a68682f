"""The command line's grammar. Help teaches by example; nothing heavy is imported to print it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

from assistant.cli import cache_options, model_options
from assistant.cli.lint_options import EXAMPLES, add_options
from assistant.errors import InputError
from assistant.schema.nouns import LANGS, MARKETS

_EXIT = (
    "exit status: 0 fine (silence included) · 1 findings · 2 usage or bad input · 3 interrupted · 4 failed · 5 budget"
)

Run = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line like every other error of the command."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message}. `{self.prog} --help` shows examples.")


def _lang(text: str) -> str:
    names = {lang.lower(): lang for lang in LANGS}
    if text.lower() not in names:
        raise argparse.ArgumentTypeError(f"expected one of {', '.join(LANGS)}, got {text!r}")
    return names[text.lower()]


def _market(text: str) -> str:
    if text.lower() not in MARKETS:
        raise argparse.ArgumentTypeError(f"expected one of {', '.join(MARKETS)}, got {text!r}")
    return text.lower()


def _from(module: str, function: str = "run") -> Callable[[], Run]:
    def load() -> Run:
        run: Run = getattr(import_module(f"assistant.cli.{module}"), function)
        return run

    return load


def _add_lang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", type=_lang, metavar="L", help="en, zh-Hans or zh-Hant (default: read from the text)")


def _add_market(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--market", type=_market, metavar="M", help="us, uk, cn, tw, hk or eu")


def _add_playbook(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--playbook",
        metavar="FOLDER",
        help="a folder with own channels.yaml, topics.yaml …: entries stand in for ours by id",
    )


def make_parser() -> argparse.ArgumentParser:
    """The whole grammar; `load` on the parsed arguments imports and returns what runs it."""
    parser = _Parser(
        prog="yardstick",
        description="Turns bare specifications into comparisons a customer feels; flags praise; proves every number.",
        epilog='start here:\n  yardstick compare "6000 m/s"\n  yardstick lint page.md\n  yardstick write brief.yaml\n'
        f"  yardstick app\n\n{_EXIT}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)
    for add in (
        _compare,
        _quantities,
        _lint,
        _explain,
        _write,
        _rewrite,
        _check,
        _references,
        _personas,
        _cache,
        _app,
        _schema,
    ):
        add(commands)
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, summary: str, examples: str, load: Callable[[], Run]
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=f"examples:\n{examples}\n\n{_EXIT}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(load=load)
    return parser


def _compare(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "compare",
        "Puts one quantity beside things the reader knows, with the arithmetic.",
        '  yardstick compare "6000 m/s"\n'
        '  yardstick compare "5,000 mAh" --market cn --persona student --lang zh-Hans\n'
        '  yardstick compare "6000 m/s" --json\n'
        '  yardstick compare "4,600 mAh → 5,200 mAh"\n'
        '  yardstick compare "6000 m/s" --chart ladder.svg\n'
        '  printf \'{"id": "a", "text": "620 g"}\\n\' | yardstick compare --jsonl',
        _from("compare"),
    )
    parser.add_argument("text", nargs="?", help='the quantity in words or figures, e.g. "620 g"')
    _add_lang(parser)
    _add_market(parser)
    parser.add_argument(
        "--persona", metavar="P", help="a persona's id or a YAML file; its interests pick the references"
    )
    parser.add_argument(
        "--references", metavar="PATH", action="append", default=[], help="own references: YAML or CSV, file or folder"
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="one JSON document")
    output.add_argument("--jsonl", action="store_true", help="JSON lines in, JSON lines out")
    parser.add_argument(
        "--chart", metavar="FILE.svg", help="write a picture: the ladder, else one familiar thing beside it, to scale"
    )


def _quantities(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "quantities",
        "Shows every quantity in a text: value, unit, statistic, hedge.",
        "  yardstick quantities page.md\n  echo '电池容量：5000毫安时' | yardstick quantities - --lang zh-Hans",
        _from("quantities"),
    )
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="a text file, or - for standard input")
    _add_lang(parser)
    _add_market(parser)
    parser.add_argument("--jsonl", action="store_true", help="JSON lines in, JSON lines out")


def _lint(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "lint",
        "Flags self-praise that a customer cannot check, with the question that the customer would ask.",
        EXAMPLES,
        _from("lint"),
    )
    add_options(parser)
    _add_lang(parser)
    _add_market(parser)


def _explain(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "explain",
        "Says what a praise rule catches, what it leaves alone, and what evidence would settle it.",
        "  yardstick explain empty-superlative\n  yardstick explain empty-superlative --lang zh-Hans",
        _from("explain"),
    )
    parser.add_argument("rule", metavar="RULE")
    _add_lang(parser)


def _write(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "write",
        "Writes copy from a brief: every number proven, no praise. Without a key the built-in writer does it.",
        "  yardstick write brief.yaml\n  yardstick write brief.yaml --lang zh-Hant --variants 3 --json\n"
        "  yardstick write specs.docx\n  yardstick write products.xlsx --row 3\n"
        "  OPENAI_API_KEY=… yardstick write brief.yaml --model gpt-5-mini",
        _from("write"),
    )
    parser.add_argument(
        "brief",
        nargs="?",
        metavar="BRIEF",
        help="YAML or JSON, only `facts` is required; or a page, document or table to read the facts from: .txt, .md, .html, "
        ".docx, .csv, .xlsx",
    )
    parser.add_argument("--row", type=int, metavar="N", help="of a table that lists several products, the Nth")
    _add_lang(parser)
    parser.add_argument(
        "--channel",
        metavar="C",
        help="where the text is met: product_page, email, social, taobao …, or several with commas; an unknown one is "
        "answered with them all",
    )
    _add_playbook(parser)
    parser.add_argument("--variants", type=int, default=1, metavar="N", help="how many versions, 1 to 5 (default: 1)")
    model_options.add_options(parser, "the model's name, or `built-in` for no model at all")
    parser.add_argument(
        "--critique",
        action="store_true",
        help="has the model read its text as the customer and revise it; one call more, so it takes longer and costs more",
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="one JSON document")
    output.add_argument("--jsonl", action="store_true", help="briefs in as JSON lines, drafts out")


def _rewrite(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "rewrite",
        "Rewrites an existing page sentence by sentence: praise cut, bare figures set beside things that readers know.",
        "  yardstick rewrite page.md --diff\n  OPENAI_API_KEY=… yardstick rewrite page.md --model gpt-5-mini --json\n  yardstick rewrite page.html --brief brief.yaml --out new.html\n"
        "  echo '续航14小时，国内领先，重620克。' | yardstick rewrite - --json",
        _from("rewrite"),
    )
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="text, Markdown or HTML; - for standard input"
    )
    parser.add_argument("--brief", metavar="BRIEF", help="facts that the page's figures are held to (YAML or JSON)")
    _add_lang(parser)
    _add_market(parser)
    parser.add_argument(
        "--persona", metavar="P", help="a persona's id or a YAML file; its interests pick the references"
    )
    parser.add_argument(
        "--kind", choices=("text", "markdown", "html"), help="read as this (default: by the file's name)"
    )
    model_options.add_options(parser, "a model writes the sentences that need a hand; `built-in` for no model at all")
    parser.add_argument("--out", metavar="FILE", help="write the new text there instead of printing it")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="one JSON document")
    output.add_argument("--diff", action="store_true", help="print a unified diff; the reasons go to standard error")


def _check(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "check",
        "Checks a finished text against a brief: each number traced, praise flagged.",
        "  yardstick check draft.txt --brief brief.yaml\n  yardstick check - --brief brief.yaml --json < draft.txt",
        _from("check"),
    )
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="the text, or - for standard input")
    parser.add_argument("--brief", metavar="BRIEF", help="YAML or JSON; only `facts` is required")
    parser.add_argument(
        "--field",
        metavar="F",
        help="which text of the brief's channel it is, for its length: headline; of several channels email.subject …",
    )
    _add_playbook(parser)
    _add_lang(parser)
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="one JSON document")
    output.add_argument("--jsonl", action="store_true", help='{"id", "text", "brief"} in, findings out')


def _references(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "references",
        "The book of familiar quantities: list it, show an entry with its source, check a file of your own.",
        "  yardstick references list\n  yardstick references show usain-bolt-100m-average\n"
        "  yardstick references check ours.yaml\n  yardstick references check ours.csv\n\n"
        "a file of your own is YAML (yardstick schema reference) or CSV (yardstick schema reference-csv);\n"
        'yardstick compare "620 g" --references ours.csv uses it beside the book',
        _from("references"),
    )
    parser.add_argument("action", choices=("list", "show", "check"))
    parser.add_argument("name", nargs="?", metavar="ID|PATH")
    _add_lang(parser)


def _personas(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "personas",
        "The ready personas: list them, show one, check a file of your own; listen to what customers say.",
        "  yardstick personas list\n  yardstick personas show us-student\n  yardstick personas check ours.yaml\n"
        "  yardstick personas listen reviews.txt\n  yardstick personas listen tickets.csv --yaml\n"
        "  yardstick personas listen reviews.txt --model built-in",
        _from("personas"),
    )
    parser.add_argument("action", choices=("list", "show", "check", "listen"))
    parser.add_argument(
        "name", nargs="?", metavar="ID|PATH", help="for listen: reviews, tickets, interviews; - for standard input"
    )
    _add_lang(parser)
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="listen: one JSON document")
    output.add_argument("--yaml", action="store_true", help="listen: what a persona file takes, ready to paste")
    model_options.add_options(
        parser, "listen: the language model that listens too; built-in asks none (default: the environment's, if any)"
    )


def _cache(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "cache", cache_options.SUMMARY, cache_options.EXAMPLES, _from("cache"))
    cache_options.add_options(parser)


def _app(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "app",
        "Opens the browser app at http://127.0.0.1:8501, on this machine only.",
        "  yardstick app\n  yardstick app --port 8600\n  yardstick app --address 0.0.0.0   with sign-in set up",
        _from("app"),
    )
    parser.add_argument("--port", type=int, default=8501, metavar="N", help="port to listen on (default: 8501)")
    parser.add_argument(
        "--address",
        default="127.0.0.1",
        help="address to listen on (default: 127.0.0.1); another one needs sign-in, or YARDSTICK_ALLOW_REMOTE=1",
    )


def _schema(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(
        commands,
        "schema",
        "Prints the JSON Schema and a worked example of a document: brief, compare, write and the others.",
        "  yardstick schema brief\n  yardstick schema compare",
        _from("schema"),
    )
    parser.add_argument(
        "name",
        metavar="NAME",
        help="brief, persona, playbook, reference, reference-csv, quantities, lint, compare, write, check or rewrite",
    )
