"""How commands read: files, standard input, briefs, JSON lines; UTF-8, bounded, with errors that name the place."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, cast

from assistant.errors import DataFileError, InputError, YardstickError
from assistant.schema.language import guess_lang
from assistant.schema.nouns import LANGS, MARKETS, Lang, Market

if TYPE_CHECKING:
    from assistant.playbook import Playbook
    from assistant.schema.brief import Brief

FILE_BYTES = 20_000_000
LINE_CHARS = 2_000_000


def read_text(name: str) -> str:
    """The text of a file, or of standard input for "-". Raises `InputError` naming the file and what to do."""
    if name == "-":
        return whole_characters(sys.stdin.read(FILE_BYTES), "standard input")
    try:
        text = read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: byte {error.start} is not UTF-8. Save the file as UTF-8.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(name: str) -> bytes:
    """The bytes of a file. Raises `InputError` naming the file and what to do."""
    path = Path(name)
    try:
        if path.stat().st_size > FILE_BYTES:
            raise InputError(f"{name}: larger than {FILE_BYTES // 1_000_000} MB. Split it.")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}). Check the path and its permissions.") from None


def whole_characters(text: str, name: str, passed: int = 0) -> str:
    """The text, if its bytes were UTF-8; raises `InputError` naming the first byte that was not.

    `passed` is how many bytes stand before the text.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        byte = passed + len(text[: error.start].encode("utf-8"))
        raise InputError(f"{name}: byte {byte} is not UTF-8. Convert the text to UTF-8.") from None
    return text


def pick_lang(row: dict[str, Any], default: Lang | None, text: str) -> Lang:
    """A line's own language, else the option's, else the text's. Raises `InputError` for an unknown one."""
    own = row.get("lang")
    if own is None:
        return default or guess_lang(text)
    names = {lang.lower(): lang for lang in LANGS}
    if not isinstance(own, str) or own.lower() not in names:
        raise InputError(f"lang: expected one of {', '.join(LANGS)}, got {own!r}")
    return names[own.lower()]


def pick_market(row: dict[str, Any], default: Market | None) -> Market | None:
    """A line's own market, else the option's. Raises `InputError` for an unknown one."""
    own = row.get("market")
    if own is None:
        return default
    if not isinstance(own, str) or own.lower() not in MARKETS:
        raise InputError(f"market: expected one of {', '.join(MARKETS)}, got {own!r}")
    return cast(Market, own.lower())


def text_of(row: dict[str, Any]) -> str:
    """The `text` of a JSON line. Raises `InputError` where it is missing or no string."""
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError('text: expected a string, as in {"id": "1", "text": "620 g"}')
    return text


def bounded_lines(stream: TextIO) -> Iterator[str]:
    """The lines of a stream; of one longer than `LINE_CHARS` only that much and one character, the rest passed over."""
    while line := stream.readline(LINE_CHARS + 1):
        if len(line) > LINE_CHARS and not line.endswith("\n"):
            while (more := stream.readline(LINE_CHARS)) and not more.endswith("\n"):
                pass
        yield line


def answer_lines(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Reads JSON lines from standard input and prints one answer a line, flushed, `id` copied.

    A line that cannot be answered prints {"id", "error"} and the run goes on. Yields each answer after printing it.
    """
    for number, line in enumerate(bounded_lines(sys.stdin), 1):
        if not line.strip():
            continue
        row: Any = None
        try:
            if len(line) > LINE_CHARS:
                raise InputError(f"line {number}: longer than {LINE_CHARS:,} characters. Split it.")
            row = json.loads(whole_characters(line, f"line {number}"))
            if not isinstance(row, dict):
                raise InputError(f"line {number}: expected a JSON object")
            answered = {"id": row.get("id"), **answer(row)}
        except (YardstickError, json.JSONDecodeError, RecursionError) as error:
            problem = f"line {number}: not JSON ({error})" if isinstance(error, ValueError) else str(error)
            answered = {"id": row.get("id") if isinstance(row, dict) else None, "error": problem}
        print_json(answered, indent=None)
        yield answered


def print_json(document: Any, indent: int | None = 2) -> None:
    """One JSON document on standard output, UTF-8, flushed."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=indent) + "\n")
    sys.stdout.flush()


def own_playbook(folder: str | None) -> Playbook:
    """The playbook, with the entries of a team's folder in place of ours. Raises `InputError` naming what is wrong."""
    from assistant.playbook import load_playbook

    return load_playbook(Path(folder)) if folder else load_playbook()


def brief_from(document: Any, name: str, playbook: Playbook | None = None) -> Brief:
    """A validated brief, its channel one of the playbook's. Raises `DataFileError` naming file and field."""
    from pydantic import ValidationError

    from assistant.schema.brief import Brief

    if not isinstance(document, dict):
        raise DataFileError(name, "", "expected keys such as `facts`", "See `yardstick schema brief`.")
    try:
        brief = Brief.model_validate(document)
        (playbook or own_playbook(None)).channel(brief.channel)
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in detail["loc"])
        message = detail["msg"].removeprefix("Value error, ")
        if place == "facts" and detail["type"] in ("too_short", "missing"):
            message = "the brief has no facts"
        advice = "Give at least one fact, one a line." if place == "facts" else "See `yardstick schema brief`."
        raise DataFileError(name, place, message, advice) from None
    return brief


def load_brief(name: str, playbook: Playbook | None = None) -> Brief:
    """The brief in a YAML or JSON file, or on standard input for "-"."""
    import yaml

    text = read_text(name)
    try:
        document = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "is neither YAML nor JSON"
        raise DataFileError(name, place, problem, "See `yardstick schema brief`.") from None
    return brief_from(document, name, playbook)
