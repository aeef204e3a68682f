"""`yardstick lint`: praise in texts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli.lint_files import Source, find_files, read_source
from assistant.cli.lint_output import check_questions, print_reports, write_questions
from assistant.cli.reading import answer_lines, pick_lang, pick_market, text_of
from assistant.documents import KINDS, Kind, guess_kind, read_document
from assistant.errors import Exit, InputError, YardstickError
from assistant.lint import (
    Lines,
    Linted,
    Settings,
    TeamRules,
    check_named_rules,
    find_settings,
    lint,
    load_settings,
    load_team_rules,
)
from assistant.lint.reports import Report, json_document, row
from assistant.schema import Lang, Market
from assistant.schema.language import guess_lang
from assistant.schema.nouns import Level

if TYPE_CHECKING:
    from assistant.cli.lint_opinion import SecondOpinion

_RANKS: dict[Level, int] = {"information": 0, "suggestion": 1, "warning": 2, "error": 3}
_ChangedLines = dict[Path, frozenset[int] | None]


@dataclass(slots=True)
class _Run:
    """One call of `lint`: its options, and what came of it so far."""

    args: argparse.Namespace
    changed: _ChangedLines | None = None
    reports: list[Report] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    checked: set[Path | None] = field(default_factory=set)
    unread: int = 0
    second: SecondOpinion | None = None

    def settings(self, folder: Path) -> Settings:
        """The project file that holds for a folder, or the one that was given."""
        config = self.args.config
        return load_settings(Path(config)) if config else find_settings(folder.resolve())

    def team(self, settings: Settings) -> TeamRules | None:
        """The rules of the options and the project file; what could not be taken is said once."""
        team = load_team_rules((*map(Path, self.args.rules), *settings.rules))
        for note in team.left_out if team else ():
            if note not in self.told:
                self.told.add(note)
                print(f"yardstick: {note}", file=sys.stderr)
        if settings.file not in self.checked:
            self.checked.add(settings.file)
            check_named_rules(settings, team)
        return team


def run(args: argparse.Namespace) -> int:
    """Prints findings; exit status 1 if one of level warning or error was found, 2 if a file could not be read."""
    if args.dry_run and not args.fix:
        raise InputError("--dry-run: goes with --fix. Try: yardstick lint page.md --fix --dry-run")
    if args.questions:
        check_questions(args.questions)
    # Only where a model is named: linting is quick, costs nothing and sends nothing anywhere.
    if args.model is None or args.model == "built-in":
        return _run(_Run(args))
    from assistant.cli.lint_opinion import asking

    with asking(args) as second:
        return _run(_Run(args, second=second))


def _run(state: _Run) -> int:
    args = state.args
    if args.jsonl:
        return _lines(state)
    state.changed = _changed(args)
    for name in _names(state):
        try:
            source = read_source(name)
        except YardstickError as error:
            if len(args.files) == 1 and name == args.files[0]:
                raise
            print(f"yardstick: {error}", file=sys.stderr)
            state.unread += 1
            continue
        _lint_source(state, source)
    if not (args.fix and args.dry_run) and (state.reports or not state.unread):
        print_reports(state.reports, args.format)
    if args.questions:
        write_questions(Path(args.questions), state.reports, args.lang)
    failing = _RANKS[args.level] if args.level else 0
    found = (one for report in state.reports for one in report.linted.diagnostics)
    if state.unread:
        return Exit.USAGE
    return Exit.FINDINGS if any(_RANKS[one.level] >= max(failing, 2) for one in found) else Exit.FINE


def _changed(args: argparse.Namespace) -> _ChangedLines | None:
    """The lines to look at by file, None for all."""
    if args.changed is None and args.diff is None:
        return None
    from assistant.lint.changes import changed_since, find_changed, locate

    if args.diff is not None:
        return {**locate(find_changed(read_source(args.diff).text), Path.cwd().resolve())}
    changed: _ChangedLines = {}
    folders = {Path(name) if Path(name).is_dir() else Path(name).parent for name in args.files if name != "-"}
    for folder in sorted(folders or {Path()}):
        if folder.is_dir():
            changed |= changed_since(args.changed, folder)
    return changed


def _names(state: _Run) -> Iterator[str]:
    """The files to lint, ignored and unchanged ones left out."""
    changed, args = state.changed, state.args
    if changed is not None and not args.files:
        here = Path.cwd().resolve()
        files = [str(path.relative_to(here)) if path.is_relative_to(here) else str(path) for path in sorted(changed)]
        names = [name for name in files if guess_kind(name) != "text" or name.endswith(".txt")]
    else:
        names = list(find_files(args.files or ["-"]))
    for name in names:
        path = Path(name).resolve()
        if name != "-":
            if (changed is not None and path not in changed) or (
                args.questions and path == Path(args.questions).resolve()
            ):
                continue
            if path.is_file() and state.settings(path.parent).ignores(path):
                continue
        yield name


def _lint_source(state: _Run, source: Source) -> None:
    args = state.args
    settings = state.settings(source.path.parent if source.path else Path())
    team = state.team(settings)
    lines = state.changed.get(source.path.resolve()) if state.changed is not None and source.path else None
    linted = _linted(source, args, settings, team)
    if args.fix:
        from assistant.cli import lint_fix

        if source.path is None:
            raise InputError("--fix: works on files. Name one, or leave it out.")
        text = lint_fix.fixed(source, linted, settings.names, lines)
        if text != source.text and args.dry_run:
            lint_fix.show(source, text)
        elif text != source.text:
            lint_fix.write(source, text)
            source = replace(source, text=text)
            linted = _linted(source, args, settings, team)
    places = Lines(source.text)
    shown = _shown(linted, places, lines, args.level or settings.level)
    if state.second and not args.dry_run:
        shown = state.second.added(shown, settings.names, _own_ids(team, linted.lang))
    state.reports.append(Report(source.name, shown, places, team))


def _linted(source: Source, args: argparse.Namespace, settings: Settings, team: TeamRules | None) -> Linted:
    kind: Kind = args.kind or guess_kind(source.name, source.text)
    document = read_document(source.text, kind)
    lang: Lang = args.lang or settings.lang or guess_lang(document.text)
    information = (args.level or settings.level) == "information"
    return lint(document, lang, settings, team, market=args.market, information=information)


def _shown(linted: Linted, places: Lines, lines: frozenset[int] | None, level: Level | None) -> Linted:
    """What is left of the findings on the lines and from the level that were asked for."""
    least = _RANKS[level or "suggestion"]
    found = tuple(one for one in linted.found if _RANKS[one.diagnostic.level] >= least)
    if lines is not None:
        from assistant.lint.changes import touches

        found = tuple(
            one
            for one in found
            if touches(
                lines,
                places.at(one.diagnostic.start)[0],
                places.last(one.diagnostic.start, one.diagnostic.end),
            )
        )
    return replace(linted, found=found)


def _lines(state: _Run) -> int:
    answers = list(answer_lines(lambda line: _answer(line, state)))
    levels = [span["level"] for answer in answers for span in answer.get("spans", ())]
    least = max(_RANKS[state.args.level] if state.args.level else 0, 2)
    return Exit.FINDINGS if any(_RANKS[level] >= least for level in levels) else Exit.FINE


def _answer(line: dict[str, Any], state: _Run) -> dict[str, Any]:
    args = state.args
    text = text_of(line)
    kind = line.get("kind", args.kind or "text")
    if kind not in KINDS:
        raise InputError(f"kind: expected one of {', '.join(KINDS)}, got {kind!r}")
    settings = state.settings(Path())
    document = read_document(text, kind)
    lang = pick_lang(line, args.lang or settings.lang, document.text)
    level = args.level or settings.level
    team = state.team(settings)
    linted = lint(
        document, lang, settings, team,
        market=pick_market(line, args.market), information=level == "information",
    )  # fmt: skip
    shown = _shown(linted, Lines(""), None, level)
    if state.second:
        shown = state.second.added(shown, settings.names, _own_ids(team, lang))
    return {"spans": [row(one) for one in shown.found]}


def _own_ids(team: TeamRules | None, lang: Lang) -> frozenset[str]:
    return frozenset(team.ids(lang)) if team else frozenset()


def lint_row(text: str, lang: Lang, market: Market | None) -> dict[str, Any]:
    """The findings of one plain text as the JSON of the interface."""
    return {"spans": [row(one) for one in lint(read_document(text), lang, market=market).found]}


def lint_report(name: str, text: str) -> dict[str, Any]:
    """A file and its findings as `--format json` prints them, read as its name says."""
    document = read_document(text, guess_kind(name, text))
    return json_document(Report(name, lint(document, guess_lang(document.text)), Lines(text)))
