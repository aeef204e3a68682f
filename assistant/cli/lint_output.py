"""What `yardstick lint` prints, and the list of questions that it writes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.cli.lint_files import write_whole
from assistant.cli.reading import print_json
from assistant.errors import InputError
from assistant.lint.reports import Report, github_lines, json_document, render_junit, render_sarif, text_lines
from assistant.schema import Lang


def print_reports(reports: Sequence[Report], form: str) -> None:
    """Prints findings as text, json, sarif, github or junit."""
    if form == "json":
        print_json([json_document(report) for report in reports])
    elif form == "sarif":
        sys.stdout.write(render_sarif(reports, _version()))
    elif form == "junit":
        sys.stdout.write(render_junit(reports))
    else:
        for report in reports:
            for line in github_lines(report) if form == "github" else text_lines(report):
                print(line)
        if form == "text":
            _sum_up(reports)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("yardstick-copy")
    except PackageNotFoundError:  # a copy that was unpacked, not installed
        return "0.0.0"


def _sum_up(reports: Sequence[Report]) -> None:
    found = sum(len(report.linted.found) for report in reports)
    files = sum(bool(report.linted.found) for report in reports)
    if len(reports) == 1 and not found:
        print(f"{reports[0].file}: nothing found")
    elif len(reports) != 1:
        print(f"{found} found in {files} of {len(reports)} files" if found else f"{len(reports)} files: nothing found")


def check_questions(name: str) -> None:
    """Raises `InputError` for a list of questions that is to be neither Markdown nor CSV."""
    if Path(name).suffix.lower() not in (".md", ".csv"):
        raise InputError(f"--questions: expected a name ending in .md or .csv, got {name!r}.")


def write_questions(path: Path, reports: Sequence[Report], lang: Lang | None) -> None:
    """Writes the questions of all documents as Markdown or CSV, headed in `lang`, else in the first document's language."""
    from assistant.lint.questions import find_questions, render_csv, render_markdown

    questions = [question for report in reports for question in find_questions(report)]
    if path.suffix.lower() == ".csv":
        # The mark tells spreadsheets that the file is UTF-8; without it they spoil Chinese.
        write_whole(path, b"\xef\xbb\xbf" + render_csv(questions).encode("utf-8"))
    else:
        heads = lang or (reports[0].linted.lang if reports else "en")
        write_whole(path, render_markdown(questions, heads).encode("utf-8"))
    print(f"yardstick: {path}: {len(questions)} questions", file=sys.stderr)
