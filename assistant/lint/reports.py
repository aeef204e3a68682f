"""Findings for machines: SARIF 2.1.0, GitHub annotations, JUnit XML, and rows of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from assistant.lint.opinion import Opinion, say_opinion
from assistant.lint.page import Found, Linted
from assistant.lint.places import Lines
from assistant.lint.team import TeamRules
from assistant.schema import Diagnostic

_SARIF_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note", "information": "note"}
_GITHUB_LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice", "information": "notice"}
_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Report(NamedTuple):
    """A document by its shown name, what was found in it, its lines, and the own rules that held for it."""

    file: str
    linted: Linted
    lines: Lines
    team: TeamRules | None = None


def row(one: Found) -> dict[str, Any]:
    """A finding as the JSON of the interface; with a second opinion, that as well."""
    finding = one.diagnostic
    said: dict[str, Any] = {"opinion": _opinion(one.opinion)} if one.opinion else {}
    return {
        "start": finding.start,
        "end": finding.end,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "question": finding.question,
        "needs": finding.needs,
        "suggestion": finding.suggestion,
        **said,
    }


def _opinion(opinion: Opinion) -> dict[str, str]:
    return {"by": opinion.by, "verdict": opinion.verdict, "why": opinion.why}


def json_document(report: Report) -> dict[str, Any]:
    """A document and its findings, with lines, columns and the words found."""
    spans = []
    for one in report.linted.found:
        finding = one.diagnostic
        line, column = report.lines.at(finding.start)
        end_line, end_column = report.lines.at(finding.end)
        place = {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
        text = report.linted.document.original[finding.start : finding.end]
        spans.append({**row(one), **place, "text": text})
    return {"file": report.file, "lang": report.linted.lang, "kind": report.linted.document.kind, "spans": spans}


def text_lines(report: Report) -> Iterator[str]:
    """The findings for people: place, level, rule and message; below it question, evidence, suggestion, an opinion."""
    for one in report.linted.found:
        finding = one.diagnostic
        line, column = report.lines.at(finding.start)
        yield f"{report.file}:{line}:{column}: {finding.level} {finding.rule}: {finding.message}"
        for lead, said in (("?", finding.question), ("→", finding.needs), ("✎", finding.suggestion)):
            if said:
                yield f"    {lead} {said}"
        if one.opinion:
            yield f"    {say_opinion(one.opinion, report.linted.lang)}"


def github_lines(report: Report) -> Iterator[str]:
    """The findings as commands that GitHub Actions turns into annotations."""
    for one in report.linted.found:
        finding = one.diagnostic
        line, column = report.lines.at(finding.start)
        end_line, end_column = report.lines.at(finding.end)
        places = f"line={line},endLine={end_line}" + (
            f",col={column},endColumn={end_column}" if end_line == line else ""
        )
        said = " ".join(part for part in (finding.message, finding.question, _second(report, one)) if part)
        level = _GITHUB_LEVELS[finding.level]
        yield f"::{level} file={_property(report.file)},{places},title={_property(finding.rule)}::{_data(said)}"


def _second(report: Report, one: Found) -> str:
    return say_opinion(one.opinion, report.linted.lang) if one.opinion else ""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_junit(reports: Sequence[Report]) -> str:
    """One test case a document; each finding of level error or warning is a failure of it, others are its output."""
    suites, failures = [], 0
    for report in reports:
        failed = [one for one in report.linted.found if one.diagnostic.level in ("error", "warning")]
        failures += len(failed)
        cases = [_case(report, one) for one in failed] or [
            f"    <testcase classname={_attribute(report.file)} name={_attribute('no unsupported praise')}/>"
        ]
        head = f'  <testsuite name={_attribute(report.file)} tests="{len(cases)}" failures="{len(failed)}" errors="0">'
        said = "\n".join(_output(report, one) for one in report.linted.found if one not in failed)
        suites += [
            head,
            *cases,
            *([f"    <system-out>{_escaped(said)}</system-out>"] if said else []),
            "  </testsuite>",
        ]
    tests = sum(line.startswith("    <testcase") for line in suites)
    head = f'<testsuites name="yardstick lint" tests="{tests}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>", ""])


def _output(report: Report, one: Found) -> str:
    finding, said = one.diagnostic, _second(report, one)
    line = f"{report.lines.at(finding.start)[0]}: {finding.level} {finding.rule}: {finding.message}"
    return f"{line}\n{said}" if said else line


def _case(report: Report, one: Found) -> str:
    finding, said = one.diagnostic, _second(report, one)
    line, column = report.lines.at(finding.start)
    details = "\n".join(part for part in (finding.message, finding.question, finding.needs, said) if part)
    return (
        f"    <testcase classname={_attribute(report.file)} name={_attribute(f'{finding.rule} {line}:{column}')}>"
        f"<failure type={_attribute(finding.rule)} message={_attribute(finding.message)}>{_escaped(details)}"
        "</failure></testcase>"
    )


def _escaped(text: str) -> str:
    text = _NOT_XML.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    escaped = _escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    return f'"{escaped}"'


def render_sarif(reports: Sequence[Report], version: str) -> str:
    """One SARIF 2.1.0 run; findings that a note allows are there too, marked as suppressed with the reason."""
    rules: dict[str, int] = {}
    about: list[dict[str, Any]] = []
    results = []
    for report in reports:
        for one in sorted((*report.linted.found, *report.linted.allowed), key=lambda one: one.diagnostic.start):
            finding = one.diagnostic
            if finding.rule not in rules:
                rules[finding.rule] = len(rules)
                about.append(_rule(finding))
            results.append({**_result(report, one), "ruleIndex": rules[finding.rule]})
    driver = {"name": "Yardstick", "semanticVersion": version, "rules": about}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return (
        json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"
    )


def _rule(finding: Diagnostic) -> dict[str, Any]:
    about: dict[str, Any] = {"id": finding.rule, "defaultConfiguration": {"level": _SARIF_LEVELS[finding.level]}}
    if finding.question:
        about["help"] = {"text": " ".join(part for part in (finding.question, finding.needs) if part)}
    return about


def _result(report: Report, one: Found) -> dict[str, Any]:
    finding = one.diagnostic
    line, column = report.lines.at(finding.start)
    end_line, end_column = report.lines.at(finding.end)
    region = {
        "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        "charOffset": finding.start, "charLength": finding.end - finding.start,
        "snippet": {"text": report.linted.document.original[finding.start : finding.end]},
    }  # fmt: skip
    place = {"artifactLocation": {"uri": _uri(report.file)}, "region": region}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _SARIF_LEVELS[finding.level],
        "message": {"text": " ".join(part for part in (finding.message, finding.question) if part)},
        "locations": [{"physicalLocation": place}],
    }
    if one.opinion:
        result["properties"] = {"opinion": _opinion(one.opinion)}
    if one.reason:
        result["suppressions"] = [{"kind": "inSource", "justification": one.reason}]
    return result


def _uri(file: str) -> str:
    """A relative or absolute path as the reference that SARIF wants."""
    from urllib.parse import quote

    path = quote(file.replace("\\", "/").encode("utf-8", "surrogateescape"))
    return f"file://{path}" if path.startswith("/") else path
